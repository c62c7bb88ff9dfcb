/* tambour-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-look.h"

#include "tambour-peer.h"

/* As much of a database as tells whether it is a team's. */
#define A_LOOK 100

/* What provisioning leaves in a database. */
#define OUR_DESIGN "_design/tambour"

/**
 * tambour_look_read_info:
 * @couch: a team's database
 * @url: of it, without who signs in
 * @error: return location for a #TambourSyncError, or for any other
 *
 * Returns: (transfer full) (nullable): what the database says of itself
 */
TambourCouchInfo *
tambour_look_read_info (TambourCouch  *couch,
                        const char    *url,
                        GError       **error)
{
  g_autoptr(GError) failure = NULL;
  TambourCouchInfo *info = tambour_couch_get_info (couch, &failure);

  if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND))
    g_set_error (error, TAMBOUR_SYNC_ERROR, TAMBOUR_SYNC_ERROR_NO_DATABASE,
                 /* Translators: %s is an address */
                 _("There is no database at “%s”. Check the address, or have the database made."), url);
  else if (info == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return info;
}

/* Whether anything there could be a record, or nothing is there yet. */
static gboolean
looks_like_ours (TambourCouchChanges *changes)
{
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (changes->rows, i);

      if (g_str_equal (row->id, OUR_DESIGN) || g_uuid_string_is_valid (row->id))
        return TRUE;
    }

  return changes->rows->len == 0;
}

/**
 * tambour_look_is_ours:
 * @couch: a database
 * @url: of it, without who signs in
 * @error: return location for %TAMBOUR_SYNC_ERROR_OTHER_DATABASE, or for any other
 *
 * Takes a look before anything is written there.
 *
 * Returns: %TRUE if it is a team's, or nobody's yet
 */
gboolean
tambour_look_is_ours (TambourCouch  *couch,
                      const char    *url,
                      GError       **error)
{
  g_autoptr(TambourCouchChanges) changes =
    tambour_couch_end_changes (tambour_couch_begin_changes (couch, "0", A_LOOK, FALSE), error);

  if (changes == NULL)
    return FALSE;

  if (looks_like_ours (changes))
    return TRUE;

  g_set_error (error, TAMBOUR_SYNC_ERROR, TAMBOUR_SYNC_ERROR_OTHER_DATABASE,
               /* Translators: %s is an address */
               _("The database at “%s” is one of something else: none of its documents is a record. Choose another one, or have one made."),
               url);

  return FALSE;
}

/**
 * tambour_look_try:
 * @server: a team's server
 * @secret: (nullable): what signs in there
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourNetError or a #TambourSyncError, with a
 *   sentence for people
 *
 * Signs in and looks at the database; changes nothing. Blocks.
 *
 * Returns: %TRUE if a portfolio can be kept in step with it
 */
gboolean
tambour_look_try (const TambourServer  *server,
                  const char           *secret,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GMainContextPusher) pusher = g_main_context_pusher_new (context);
  g_autoptr(TambourSession) session = tambour_session_new (server, secret, error);
  g_autoptr(TambourCouch) couch = NULL;
  g_autoptr(TambourCouchInfo) info = NULL;
  gboolean ok;

  if (session == NULL)
    return FALSE;

  couch = tambour_couch_new (session, cancellable);
  info = tambour_look_read_info (couch, server->url, error);
  ok = info != NULL && tambour_look_is_ours (couch, server->url, error);
  tambour_session_close (session);

  return ok;
}
