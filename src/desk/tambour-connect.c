/* tambour-connect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-connect.h"

#include "tambour-continuity.h"
#include "tambour-inbox.h"
#include "tambour-kinds.h"

/* A portal that is read into a portfolio. */
typedef struct
{
  const TambourConnectOrder *order;
  TambourPortal             *portal;
  TambourContinuity         *continuity;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_object (&self->portal);
  g_clear_pointer (&self->continuity, tambour_continuity_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/**
 * tambour_connect_outcome_clear:
 * @self: what came of a run
 *
 * Frees what is in it.
 */
void
tambour_connect_outcome_clear (TambourConnectOutcome *self)
{
  g_clear_pointer (&self->told, g_strfreev);
}

/**
 * tambour_connect_load_map:
 * @connector: a connector
 * @error: return location for a #TambourPortalError
 *
 * Returns: (transfer full) (nullable): its map, for the kind of record that it reads
 */
TambourPortalMap *
tambour_connect_load_map (const TambourConnector  *connector,
                          GError                 **error)
{
  g_autoptr(TambourPortalMap) map = NULL;

  if (connector->map_text != NULL)
    map = tambour_portal_map_parse (connector->map_text, (gssize) strlen (connector->map_text), NULL, error);
  else
    map = tambour_portal_map_load_shipped (connector->map ? connector->map : "", error);
  if (map == NULL)
    return NULL;

  if (connector->kind != NULL && !tambour_portal_map_choose_kind (map, connector->kind))
    {
      g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP,
                   _("The map of “%s” does not say how a %s is read: choose another map, or another kind."), connector->name, connector->kind);
      return NULL;
    }

  return g_steal_pointer (&map);
}

/**
 * tambour_connect_add:
 * @store: a portfolio
 * @connector: a connector that is new, or changed
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, a #TambourPortalError, or another
 *
 * Keeps it, if its map can be read. Blocks.
 *
 * Returns: %TRUE if the portfolio keeps it
 */
gboolean
tambour_connect_add (TambourStore      *store,
                     TambourConnector  *connector,
                     GError           **error)
{
  g_autoptr(TambourPortalMap) map = tambour_connect_load_map (connector, error);

  return map != NULL && tambour_connectors_put (store, connector, tambour_portal_map_get_system (map), error);
}

static TambourPortal *
open_portal (const TambourConnectOrder  *order,
             TambourPortalMap           *map,
             GError                    **error)
{
  const TambourConnector *connector = order->connector;
  TambourPortal *portal = tambour_portal_new (map, connector->address, connector->user, order->secret, error);

  if (portal != NULL && (order->code != NULL || order->keep != NULL))
    tambour_portal_set_sign_in (portal, order->code, order->keep, order->token, order->user_data);

  return portal;
}

static gboolean
begin (Reading                    *self,
       TambourStore               *store,
       const TambourConnectOrder  *order,
       GCancellable               *cancellable,
       GError                    **error)
{
  g_autoptr(TambourPortalMap) map = tambour_connect_load_map (order->connector, error);
  TambourRecordClass *klass = map ? tambour_kinds_find (tambour_portal_map_get_kind (map)) : NULL;

  self->order = order;
  if (map == NULL || !(self->portal = open_portal (order, map, error)))
    return FALSE;

  self->continuity = tambour_continuity_new (store, order->connector, klass, order->author, cancellable, error);
  if (self->continuity != NULL && tambour_instant_is_stated (order->since))
    tambour_continuity_bring_back (self->continuity);

  return self->continuity != NULL;
}

/* What the portal did wrong goes before what then could not be noted here. */
static gboolean
end (Reading                *self,
     GError                 *failure,
     TambourConnectOutcome  *outcome,
     GError                **error)
{
  gboolean is_noted = tambour_continuity_finish (self->continuity, failure, failure ? NULL : error);

  outcome->counts = *tambour_continuity_get_counts (self->continuity);
  outcome->told = g_strdupv ((char **) tambour_continuity_get_told (self->continuity));
  outcome->change = tambour_continuity_get_change (self->continuity);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL && is_noted;
}

static gboolean
fetch (Reading       *self,
       const char    *external_id,
       const char    *account_id,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr(TambourPortalItem) item = tambour_portal_read_item (self->portal, external_id, cancellable, error);

  return item != NULL && tambour_continuity_assign (self->continuity, item, account_id, error) &&
         tambour_continuity_end_page (self->continuity, NULL, error);
}

/* --- all that has changed ------------------------------------------------------ */

static gboolean
item_cb (TambourPortalItem  *item,
         gpointer            user_data,
         GError            **error)
{
  Reading *self = user_data;

  return tambour_continuity_take (self->continuity, item, error);
}

static gboolean
page_cb (const char  *cursor,
         guint        n_read,
         gpointer     user_data,
         GError     **error)
{
  Reading *self = user_data;

  if (!tambour_continuity_end_page (self->continuity, cursor, error))
    return FALSE;

  if (self->order->progress != NULL)
    self->order->progress (self->order->connector->name, n_read, 0, self->order->user_data);

  return TRUE;
}

/* What waited, and whose it is is known by now: the portal has said it already. */
static gboolean
fetch_known (Reading       *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_auto(GStrv) known = tambour_continuity_list_known (self->continuity);

  for (guint i = 0; known[i] != NULL; i++)
    if (!fetch (self, known[i], NULL, cancellable, error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_connect_run:
 * @store: a portfolio
 * @order: what is to be read
 * @outcome: (out caller-allocates): what came of it, also after an error
 * @cancellable: (nullable): a cancellable; what was read stays
 * @error: return location for what the portal or the portfolio did wrong
 *
 * Reads what has changed in the portal, page by page. Stopped in between, the next run goes on
 * from there. Blocks: run it on a thread.
 *
 * Returns: %FALSE if it ended early
 */
gboolean
tambour_connect_run (TambourStore               *store,
                     const TambourConnectOrder  *order,
                     TambourConnectOutcome      *outcome,
                     GCancellable               *cancellable,
                     GError                    **error)
{
  g_auto(Reading) self = { NULL };
  gboolean is_fresh = tambour_instant_is_stated (order->since);
  g_autofree char *cursor = NULL;
  GError *failure = NULL;

  *outcome = (TambourConnectOutcome) { { 0 }, NULL, 0 };
  if (!begin (&self, store, order, cancellable, error))
    return FALSE;

  cursor = is_fresh ? NULL : g_strdup (tambour_continuity_get_cursor (self.continuity));
  if (tambour_portal_read_changes (self.portal, cursor, order->since, item_cb, page_cb, &self, cancellable, &failure))
    fetch_known (&self, cancellable, &failure);

  return end (&self, failure, outcome, error);
}

/**
 * tambour_connect_test:
 * @order: a portal, and what signs in there
 * @who: (out) (transfer full): as whom one is known there
 * @cancellable: (nullable): a cancellable
 * @error: return location for what the portal did wrong
 *
 * Signs in. Blocks: run it on a thread.
 *
 * Returns: whether the portal can be read
 */
gboolean
tambour_connect_test (const TambourConnectOrder  *order,
                      char                      **who,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_autoptr(TambourPortalMap) map = tambour_connect_load_map (order->connector, error);
  g_autoptr(TambourPortal) portal = map ? open_portal (order, map, error) : NULL;

  return portal != NULL && tambour_portal_test (portal, who, cancellable, error);
}

/* --- what waited for somebody to say whose it is ------------------------------- */

/**
 * tambour_connect_assign:
 * @store: a portfolio
 * @order: the portal
 * @external_id: what the portal calls an item that waits in the inbox
 * @account_id: whose it is
 * @outcome: (out caller-allocates): what came of it
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or what went wrong
 *
 * Reads that item now. Blocks: run it on a thread.
 *
 * Returns: whether it has come
 */
gboolean
tambour_connect_assign (TambourStore               *store,
                        const TambourConnectOrder  *order,
                        const char                 *external_id,
                        const char                 *account_id,
                        TambourConnectOutcome      *outcome,
                        GCancellable               *cancellable,
                        GError                    **error)
{
  g_auto(Reading) self = { NULL };
  g_autoptr(TambourInboxEntry) entry = tambour_inbox_get (store, order->connector->name, external_id, error);
  GError *failure = NULL;

  *outcome = (TambourConnectOutcome) { { 0 }, NULL, 0 };
  if (entry == NULL || !begin (&self, store, order, cancellable, error))
    return FALSE;

  tambour_continuity_keep_apart (self.continuity);
  fetch (&self, external_id, account_id, cancellable, &failure);

  return end (&self, failure, outcome, error);
}

static gboolean
fetch_all (Reading                 *self,
           GPtrArray               *entries,
           const TambourMatchRule  *rule,
           GCancellable            *cancellable,
           GError                 **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TambourInboxEntry *entry = g_ptr_array_index (entries, i);

      if (tambour_match_rule_matches (rule, entry->hints) &&
          !fetch (self, entry->external_id, rule->account_id, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_connect_assign_always:
 * @store: a portfolio
 * @order: the portal
 * @rule: whose items such are from now on
 * @outcome: (out caller-allocates): what came of it, also after an error
 * @cancellable: (nullable): a cancellable; what was read stays
 * @error: return location for what went wrong
 *
 * Keeps the rule before all others, and reads what waits in the inbox for it. Blocks: run it on a
 * thread.
 *
 * Returns: whether all of it has come
 */
gboolean
tambour_connect_assign_always (TambourStore               *store,
                               const TambourConnectOrder  *order,
                               const TambourMatchRule     *rule,
                               TambourConnectOutcome      *outcome,
                               GCancellable               *cancellable,
                               GError                    **error)
{
  g_auto(Reading) self = { NULL };
  g_autoptr(TambourConnector) connector = tambour_connector_copy (order->connector);
  g_autoptr(GPtrArray) entries = tambour_inbox_list (store, connector->name, FALSE, error);
  TambourConnectOrder changed = *order;
  GError *failure = NULL;

  *outcome = (TambourConnectOutcome) { { 0 }, NULL, 0 };
  if (entries == NULL)
    return FALSE;

  g_ptr_array_insert (connector->rules, 0, tambour_match_rule_new (rule->hint, rule->pattern, rule->account_id));
  changed.connector = connector;
  if (!tambour_connect_add (store, connector, error) || !begin (&self, store, &changed, cancellable, error))
    return FALSE;

  tambour_continuity_keep_apart (self.continuity);
  fetch_all (&self, entries, rule, cancellable, &failure);

  return end (&self, failure, outcome, error);
}
