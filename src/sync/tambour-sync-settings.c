/* tambour-sync-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-sync-settings.h"

/* What a portfolio says of its team’s server. Never a secret: those are where
 * tambour_secrets_store() keeps them.
 */
static const struct
{
  const char *name;
  gsize       offset;
} settings[] = {
  { "team.url", G_STRUCT_OFFSET (TambourServer, url) },
  { "team.user", G_STRUCT_OFFSET (TambourServer, user) },
  { "team.ca", G_STRUCT_OFFSET (TambourServer, ca_file) },
  { "team.certificate", G_STRUCT_OFFSET (TambourServer, certificate_file) },
  { "team.key", G_STRUCT_OFFSET (TambourServer, key_file) },
  { "team.pin", G_STRUCT_OFFSET (TambourServer, pin) },
};

#define SIGN_IN "team.sign-in"

static char **
get_member (TambourServer *server,
            guint          i)
{
  return &G_STRUCT_MEMBER (char *, server, settings[i].offset);
}

/**
 * tambour_sync_settings_read:
 * @store: a portfolio
 * @error: return location for a #TambourNetError, if what it says is no server
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the server of its team; %NULL without @error if
 *   there is none
 */
TambourServer *
tambour_sync_settings_read (TambourStore  *store,
                            GError       **error)
{
  g_autofree char *url = tambour_store_dup_setting (store, settings[0].name);
  g_autofree char *sign_in = NULL;
  g_autoptr(TambourServer) server = NULL;

  if (url == NULL || !(server = tambour_server_new (url, NULL, error)))
    return NULL;

  for (guint i = 1; i < G_N_ELEMENTS (settings); i++)
    {
      char **member = get_member (server, i);

      g_free (*member);
      *member = tambour_store_dup_setting (store, settings[i].name);
    }

  sign_in = tambour_store_dup_setting (store, SIGN_IN);
  if (sign_in != NULL)
    tambour_sign_in_from_nick (sign_in, &server->sign_in);

  return g_steal_pointer (&server);
}

/**
 * tambour_sync_settings_write:
 * @store: a portfolio
 * @server: (nullable): the server of its team from now on, or %NULL for none
 * @error: return location for a #TambourStoreError
 *
 * Blocks.
 *
 * Returns: %TRUE if the portfolio keeps it
 */
gboolean
tambour_sync_settings_write (TambourStore         *store,
                             const TambourServer  *server,
                             GError              **error)
{
  /* The address comes last: with it the rest counts. */
  for (guint i = G_N_ELEMENTS (settings); i > 0; i--)
    if (!tambour_store_set_setting (store, settings[i - 1].name,
                                    server ? *get_member ((TambourServer *) server, i - 1) : NULL, error) ||
        (i == 2 && !tambour_store_set_setting (store, SIGN_IN, server ? tambour_sign_in_to_nick (server->sign_in) : NULL, error)))
      return FALSE;

  return TRUE;
}
