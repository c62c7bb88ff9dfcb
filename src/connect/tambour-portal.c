/* tambour-portal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal.h"

#include <glib/gi18n-lib.h>

#include "tambour-portal-changes.h"

/**
 * TambourPortal:
 *
 * A case portal or tracker that is read. Stores nothing. One thread at a time uses it,
 * which waits in each call for the portal.
 */
struct _TambourPortal
{
  GObject            parent_instance;

  TambourPortalWire *wire;
};

G_DEFINE_FINAL_TYPE (TambourPortal, tambour_portal, G_TYPE_OBJECT)

static void
tambour_portal_finalize (GObject *object)
{
  TambourPortal *self = TAMBOUR_PORTAL (object);

  g_clear_pointer (&self->wire, tambour_portal_wire_free);

  G_OBJECT_CLASS (tambour_portal_parent_class)->finalize (object);
}

static void
tambour_portal_class_init (TambourPortalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tambour_portal_finalize;
}

static void
tambour_portal_init (TambourPortal *self)
{
}

/**
 * tambour_portal_new:
 * @map: how it is read
 * @base_url: below which address it answers
 * @user: (nullable): who signs in; with OAuth 2 the client's id
 * @secret: (nullable): with which password, key or token; with OAuth 2 the client's secret
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Nothing is asked yet.
 *
 * Returns: (transfer full) (nullable): the portal
 */
TambourPortal *
tambour_portal_new (TambourPortalMap  *map,
                    const char        *base_url,
                    const char        *user,
                    const char        *secret,
                    GError           **error)
{
  g_autoptr(TambourPortal) self = NULL;

  g_return_val_if_fail (TAMBOUR_IS_PORTAL_MAP (map) && base_url != NULL, NULL);

  self = g_object_new (TAMBOUR_TYPE_PORTAL, NULL);
  self->wire = tambour_portal_wire_new (map, base_url, user, secret, error);

  return self->wire != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_portal_set_sign_in:
 * @self: a portal
 * @code: (nullable): shows a person the code with which they agree
 * @keep: (nullable): keeps the token
 * @token: (nullable): what @keep was given last time
 * @user_data: for both
 *
 * For OAuth 2. Without @code nobody can be asked, and a token that was kept must do.
 */
void
tambour_portal_set_sign_in (TambourPortal          *self,
                            TambourPortalCodeFunc   code,
                            TambourPortalTokenFunc  keep,
                            const char             *token,
                            gpointer                user_data)
{
  g_return_if_fail (TAMBOUR_IS_PORTAL (self));

  self->wire->code = code;
  self->wire->keep = keep;
  self->wire->user_data = user_data;
  tambour_portal_wire_take_token (self->wire, token);
}

/**
 * tambour_portal_choose_sign_in:
 * @self: a portal
 * @sign_in: a way that its map knows
 *
 * Signs in in that way, instead of the one that fits best.
 */
void
tambour_portal_choose_sign_in (TambourPortal       *self,
                               TambourPortalSignIn  sign_in)
{
  g_return_if_fail (TAMBOUR_IS_PORTAL (self) && tambour_portal_map_has_sign_in (self->wire->map, sign_in));

  self->wire->sign_in = sign_in;
}

/**
 * tambour_portal_get_map:
 * @self: a portal
 *
 * Returns: (transfer none): how it is read
 */
TambourPortalMap *
tambour_portal_get_map (TambourPortal *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTAL (self), NULL);

  return self->wire->map;
}

/**
 * tambour_portal_read_changes:
 * @self: a portal
 * @cursor: (nullable): what @page was told last: goes on from there
 * @since: what changed since then, if there is no @cursor; %TAMBOUR_NEVER for everything
 * @item: takes each item
 * @page: (nullable): keeps the cursor after each page of them
 * @user_data: for both
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of %TAMBOUR_NET_ERROR or %TAMBOUR_PORTAL_ERROR,
 *   %G_IO_ERROR_CANCELLED, or what @item or @page gave
 *
 * Reads what has changed, page by page. What it ends with, @page was told the cursor
 * of the last page that was taken as a whole: nothing is lost when it is gone on from
 * there later, and what comes once more is the same.
 *
 * Returns: %FALSE if it ended early
 */
gboolean
tambour_portal_read_changes (TambourPortal          *self,
                             const char             *cursor,
                             TambourInstant          since,
                             TambourPortalItemFunc   item,
                             TambourPortalPageFunc   page,
                             gpointer                user_data,
                             GCancellable           *cancellable,
                             GError                **error)
{
  g_autoptr(TambourPortalCursor) at = NULL;
  g_auto(TambourPortalReader) reader = { NULL };
  gboolean is_done;

  g_return_val_if_fail (TAMBOUR_IS_PORTAL (self) && item != NULL, FALSE);

  at = cursor != NULL ? tambour_portal_cursor_parse (cursor, self->wire->map->system, error) : tambour_portal_cursor_new ();
  if (at == NULL)
    return FALSE;
  if (cursor == NULL)
    at->since = since;
  if (!tambour_portal_wire_open (self->wire, error))
    return FALSE;

  tambour_portal_reader_init (&reader, self->wire, cancellable);
  is_done = tambour_portal_changes_read (&reader, at, item, page, user_data, error);
  tambour_portal_wire_close (self->wire);

  return is_done;
}

/**
 * tambour_portal_read_item:
 * @self: a portal
 * @external_id: what it calls an item
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of %TAMBOUR_NET_ERROR or %TAMBOUR_PORTAL_ERROR, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads one item with its history.
 *
 * Returns: (transfer full) (nullable): the item, also one that is not there any more
 */
TambourPortalItem *
tambour_portal_read_item (TambourPortal  *self,
                          const char     *external_id,
                          GCancellable   *cancellable,
                          GError        **error)
{
  g_auto(TambourPortalReader) reader = { NULL };
  TambourPortalItem *item;

  g_return_val_if_fail (TAMBOUR_IS_PORTAL (self) && external_id != NULL, NULL);

  if (!tambour_portal_wire_open (self->wire, error))
    return NULL;

  tambour_portal_reader_init (&reader, self->wire, cancellable);
  item = tambour_portal_reader_read (&reader, external_id, NULL, error);
  tambour_portal_wire_close (self->wire);

  return item;
}

/**
 * tambour_portal_test:
 * @self: a portal
 * @who: (out) (optional) (nullable): as whom it lets one in, or what it says it is
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of %TAMBOUR_NET_ERROR or %TAMBOUR_PORTAL_ERROR, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Tries whether the portal is there and lets one in.
 *
 * Returns: %FALSE if not
 */
gboolean
tambour_portal_test (TambourPortal  *self,
                     char          **who,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr(GHashTable) variables = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(TambourPortalReader) reader = { NULL };
  TambourPortalContext context;
  g_autofree char *address = NULL;
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (TAMBOUR_IS_PORTAL (self), FALSE);

  g_hash_table_insert (variables, (gpointer) "user", self->wire->user);
  address = tambour_portal_request_expand (self->wire->map->test, variables, NULL);
  if (!tambour_portal_wire_open (self->wire, error))
    return FALSE;

  root = tambour_portal_wire_get (self->wire, address != NULL ? address : "", cancellable, error);
  if (root != NULL && who != NULL)
    {
      tambour_portal_reader_init (&reader, self->wire, cancellable);
      tambour_portal_reader_begin (&reader, root, &context);
      *who = tambour_portal_rule_read (self->wire->map->test_who, &context);
    }
  tambour_portal_wire_close (self->wire);

  return root != NULL;
}
