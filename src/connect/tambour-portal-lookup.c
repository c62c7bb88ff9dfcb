/* tambour-portal-lookup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-portal-reader.h"

/* What is known of so many things is forgotten again. */
#define MAX_KNOWN 20000

static void
free_node (gpointer data)
{
  if (data != NULL)
    json_node_unref (data);
}

static GHashTable *
get_table (GHashTable *tables,
           const char *name)
{
  GHashTable *table = g_hash_table_lookup (tables, name);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_node);
      g_hash_table_insert (tables, g_strdup (name), table);
    }

  return table;
}

/* What may not be asked for is not known. */
static gboolean
is_withheld (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) ||
         tambour_net_error_get_status (error) == 410;
}

static void
fail (TambourPortalReader *self,
      GError              *error)
{
  if (is_withheld (error) || self->failure != NULL)
    g_error_free (error);
  else
    self->failure = error;
}

static void
add_entries (const TambourPortalLookup  *lookup,
             const TambourPortalContext *context,
             JsonArray                  *entries,
             GHashTable                 *table)
{
  TambourPortalContext inside = *context;

  inside.lookup = NULL;
  for (guint i = 0; i < json_array_get_length (entries) && g_hash_table_size (table) < MAX_KNOWN; i++)
    {
      g_autofree char *key = NULL;

      inside.here = json_array_get_element (entries, i);
      key = tambour_portal_rule_read (lookup->key, &inside);
      if (key != NULL && !g_hash_table_contains (table, key))
        g_hash_table_insert (table, g_steal_pointer (&key), json_node_copy (inside.here));
    }
}

/* The whole list, once. */
static void
read_list (TambourPortalReader        *self,
           const TambourPortalLookup  *lookup,
           const TambourPortalContext *context,
           GHashTable                 *table)
{
  g_auto(TambourPortalPages) pages = { NULL };
  GError *error = NULL;

  tambour_portal_pages_init (&pages, self->wire, &lookup->listing, context);
  tambour_portal_pages_set (&pages, "id", self->id);
  while (!pages.is_over && error == NULL)
    {
      JsonArray *entries = tambour_portal_pages_read (&pages, self->cancellable, &error);

      if (entries != NULL)
        add_entries (lookup, context, entries, table);
    }

  if (error != NULL)
    fail (self, error);
}

/* One thing, by a request of its own. */
static JsonNode *
read_one (TambourPortalReader        *self,
          const TambourPortalLookup  *lookup,
          const TambourPortalContext *context,
          const char                 *key)
{
  g_autoptr(GHashTable) variables = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *address = NULL;
  g_autoptr(JsonNode) root = NULL;
  GError *error = NULL;
  JsonNode *found;

  g_hash_table_insert (variables, (gpointer) "key", (gpointer) key);
  g_hash_table_insert (variables, (gpointer) "id", self->id);
  address = tambour_portal_request_expand (lookup->listing.request, variables, context);
  root = address != NULL ? tambour_portal_wire_get (self->wire, address, self->cancellable, &error) : NULL;
  if (error != NULL)
    fail (self, error);

  found = tambour_json_pointer_find (lookup->at, root);

  return found != NULL ? json_node_copy (found) : NULL;
}

static JsonNode *
lookup_cb (const char *name,
           const char *key,
           gpointer    user_data)
{
  TambourPortalReader *self = user_data;
  const TambourPortalLookup *lookup = tambour_portal_map_find_lookup (self->wire->map, name);
  GHashTable *tables = lookup->is_of_item ? self->of_item : self->known;
  gboolean is_new = !g_hash_table_contains (tables, name);
  GHashTable *table = get_table (tables, name);
  TambourPortalContext context = { .item = self->item, .entry = self->item, .here = self->item, .zone = self->wire->map->zone };

  if (self->failure != NULL)
    return NULL;
  if (lookup->key != NULL && is_new)
    read_list (self, lookup, &context, table);
  if (lookup->key == NULL && !g_hash_table_contains (table, key))
    {
      if (g_hash_table_size (table) >= MAX_KNOWN)
        g_hash_table_remove_all (table);
      g_hash_table_insert (table, g_strdup (key), read_one (self, lookup, &context, key));
    }

  return g_hash_table_lookup (table, key);
}

/*
 * tambour_portal_reader_init:
 * @self: (out caller-allocates): a reader
 * @wire: the way to the portal, which is open
 * @cancellable: (nullable): ends it early
 *
 * Knows nothing yet.
 */
void
tambour_portal_reader_init (TambourPortalReader *self,
                            TambourPortalWire   *wire,
                            GCancellable        *cancellable)
{
  *self = (TambourPortalReader) { .wire = wire, .cancellable = cancellable };
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->of_item = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

/*
 * tambour_portal_reader_clear:
 * @self: a reader
 *
 * Frees what it holds.
 */
void
tambour_portal_reader_clear (TambourPortalReader *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->of_item, g_hash_table_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_error (&self->failure);
}

/*
 * tambour_portal_reader_begin:
 * @self: a reader
 * @node: what an item is read from
 * @context: (out caller-allocates): what the map's rules are read against
 *
 * Begins with an item: what was known of another one is forgotten.
 */
void
tambour_portal_reader_begin (TambourPortalReader  *self,
                             JsonNode             *node,
                             TambourPortalContext *context)
{
  g_hash_table_remove_all (self->of_item);
  self->item = node;
  *context = (TambourPortalContext) {
    .item = node, .entry = node, .here = node, .zone = self->wire->map->zone,
    .base = self->wire->server->url, .lookup = lookup_cb, .user_data = self
  };
}

/*
 * tambour_portal_reader_is_well:
 * @self: a reader
 * @error: return location for why a lookup could not be read
 *
 * Returns: %FALSE if one could not
 */
gboolean
tambour_portal_reader_is_well (TambourPortalReader  *self,
                               GError              **error)
{
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->failure));

  return FALSE;
}
