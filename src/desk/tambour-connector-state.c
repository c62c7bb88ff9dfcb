/* tambour-connector-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-connectors.h"
#include "tambour-json-member.h"

static const struct
{
  const char *name;
  gsize       offset;
} counts[] = {
  { "read", G_STRUCT_OFFSET (TambourConnectCounts, read) },
  { "created", G_STRUCT_OFFSET (TambourConnectCounts, created) },
  { "updated", G_STRUCT_OFFSET (TambourConnectCounts, updated) },
  { "unchanged", G_STRUCT_OFFSET (TambourConnectCounts, unchanged) },
  { "rejected", G_STRUCT_OFFSET (TambourConnectCounts, rejected) },
  { "faults", G_STRUCT_OFFSET (TambourConnectCounts, faults) },
  { "unmatched", G_STRUCT_OFFSET (TambourConnectCounts, unmatched) },
  { "passed", G_STRUCT_OFFSET (TambourConnectCounts, passed) },
  { "gone", G_STRUCT_OFFSET (TambourConnectCounts, gone) },
  { "kept", G_STRUCT_OFFSET (TambourConnectCounts, kept) },
  { "events", G_STRUCT_OFFSET (TambourConnectCounts, events) },
};

/**
 * tambour_connect_counts_pack:
 * @self: what a run has done
 *
 * Returns: (transfer full): the same, each count under its name
 */
JsonObject *
tambour_connect_counts_pack (const TambourConnectCounts *self)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    json_object_set_int_member (object, counts[i].name, (gint64) G_STRUCT_MEMBER (guint64, self, counts[i].offset));

  return object;
}

static void
unpack_counts (JsonObject           *object,
               TambourConnectCounts *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    G_STRUCT_MEMBER (guint64, self, counts[i].offset) = (guint64) json_object_get_int_member_with_default (object, counts[i].name, 0);
}

/**
 * tambour_connector_state_new:
 *
 * Returns: (transfer full): that of a connector that has not run
 */
TambourConnectorState *
tambour_connector_state_new (void)
{
  TambourConnectorState *self = g_new0 (TambourConnectorState, 1);

  self->started_at.seconds = TAMBOUR_NEVER;
  self->finished_at.seconds = TAMBOUR_NEVER;
  self->merging = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * tambour_connector_state_free:
 * @self: (transfer full): a state
 */
void
tambour_connector_state_free (TambourConnectorState *self)
{
  g_clear_pointer (&self->cursor, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->merging, g_hash_table_unref);
  g_free (self);
}

static void
read_merging (JsonObject *object,
              const char *name,
              JsonNode   *node,
              gpointer    user_data)
{
  const char *into = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (into != NULL)
    g_hash_table_replace (user_data, g_strdup (name), g_strdup (into));
}

/**
 * tambour_connector_state_read:
 * @store: a portfolio
 * @name: what a connector is called
 *
 * Blocks.
 *
 * Returns: (transfer full): how far it has come
 */
TambourConnectorState *
tambour_connector_state_read (TambourStore *store,
                              const char   *name)
{
  g_autofree char *setting = g_strconcat (TAMBOUR_CONNECTOR_STATE, name, NULL);
  g_autofree char *text = tambour_store_dup_setting (store, setting);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  TambourConnectorState *self = tambour_connector_state_new ();
  JsonNode *merging;

  if (object == NULL)
    return self;

  self->cursor = tambour_json_dup_text (object, "cursor");
  self->error = tambour_json_dup_text (object, "error");
  self->started_at = tambour_json_get_instant (object, "started_at");
  self->finished_at = tambour_json_get_instant (object, "finished_at");
  unpack_counts (object, &self->counts);
  merging = json_object_get_member (object, "merging");
  if (merging != NULL && JSON_NODE_HOLDS_OBJECT (merging))
    json_object_foreach_member (json_node_get_object (merging), read_merging, self->merging);

  return self;
}

/**
 * tambour_connector_state_write:
 * @store: a portfolio
 * @name: what a connector is called
 * @state: how far it has come
 * @error: return location for a #TambourStoreError
 *
 * Blocks.
 *
 * Returns: %TRUE if the portfolio keeps it
 */
gboolean
tambour_connector_state_write (TambourStore                 *store,
                               const char                   *name,
                               const TambourConnectorState  *state,
                               GError                      **error)
{
  g_autofree char *setting = g_strconcat (TAMBOUR_CONNECTOR_STATE, name, NULL);
  g_autoptr(JsonObject) object = tambour_connect_counts_pack (&state->counts);
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = NULL;
  JsonObject *merging = json_object_new ();
  GHashTableIter iter;
  gpointer from, into;

  g_hash_table_iter_init (&iter, state->merging);
  while (g_hash_table_iter_next (&iter, &from, &into))
    json_object_set_string_member (merging, from, into);

  json_object_set_object_member (object, "merging", merging);
  if (state->cursor != NULL)
    json_object_set_string_member (object, "cursor", state->cursor);
  if (state->error != NULL)
    json_object_set_string_member (object, "error", state->error);
  tambour_json_set_instant (object, "started_at", state->started_at);
  tambour_json_set_instant (object, "finished_at", state->finished_at);
  text = json_to_string (root, FALSE);

  return tambour_store_set_setting (store, setting, text, error);
}
