/* tambour-portal-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-reader.h"

#include <glib/gi18n-lib.h>

#include "tambour-people.h"

/* How often an item is read that changes all the time. */
#define MAX_READINGS 3

static void
add_fault (TambourPortalItem *item,
           char              *fault)
{
  if (fault != NULL)
    g_ptr_array_add (item->faults, fault);
}

static void
name_record (TambourPortalReader *self,
             TambourRecord       *record,
             const char          *external_id)
{
  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->external_system, self->wire->map->system);
  g_set_str (&record->external_id, external_id);
}

static void
fill (GPtrArray                  *rules,
      const TambourPortalContext *context,
      TambourRecord              *record,
      TambourPortalItem          *item)
{
  for (guint i = 0; i < rules->len; i++)
    add_fault (item, tambour_portal_rule_fill (rules->pdata[i], context, record));
}

static void
add_person (TambourPortalItem          *item,
            const TambourPortalPerson  *person,
            const TambourPortalContext *context,
            JsonNode                   *node)
{
  g_autoptr(TambourRecord) contact = NULL;
  TambourPortalContext inside = *context;

  inside.here = node;
  if (!tambour_portal_tests_hold (person->when, &inside))
    return;

  contact = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);
  fill (person->fields, &inside, contact, item);
  if (TAMBOUR_CONTACT (contact)->name == NULL)
    g_set_str (&TAMBOUR_CONTACT (contact)->name, TAMBOUR_CONTACT (contact)->email);
  if (TAMBOUR_CONTACT (contact)->name != NULL)
    g_ptr_array_add (item->people, g_steal_pointer (&contact));
}

static void
add_people (TambourPortalReader        *self,
            TambourPortalItem          *item,
            const TambourPortalContext *context)
{
  for (guint i = 0; i < self->wire->map->people->len; i++)
    {
      const TambourPortalPerson *person = self->wire->map->people->pdata[i];
      JsonNode *node = tambour_portal_place_find (person->in, context);
      JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        add_person (item, person, context, node);
      for (guint n = 0; array != NULL && n < json_array_get_length (array); n++)
        add_person (item, person, context, json_array_get_element (array, n));
    }
}

static void
add_hints (TambourPortalReader        *self,
           TambourPortalItem          *item,
           const TambourPortalContext *context)
{
  for (guint i = 0; i < self->wire->map->hints->len; i++)
    {
      const TambourPortalHint *hint = self->wire->map->hints->pdata[i];
      g_autofree char *text = tambour_portal_rule_read (hint->rule, context);

      tambour_portal_item_hint (item, hint->name, text);
    }
}

static void
add_record (TambourPortalReader        *self,
            TambourPortalItem          *item,
            const TambourPortalContext *context)
{
  const TambourPortalKind *kind = tambour_portal_map_get_chosen (self->wire->map);
  g_autoptr(GError) error = NULL;

  item->record = tambour_record_new (G_TYPE_FROM_CLASS (kind->klass), NULL);
  name_record (self, item->record, item->external_id);
  fill (kind->fields, context, item->record, item);
  if (!tambour_record_check (item->record, &error))
    add_fault (item, g_strdup (error->message));
}

/* What became of it; nothing more is read of one that is gone. */
static void
find_fate (TambourPortalReader        *self,
           TambourPortalItem          *item,
           const TambourPortalContext *context)
{
  const TambourPortalMap *map = self->wire->map;

  item->merged_into = tambour_portal_rule_read (map->merged_into, context);
  if (g_strcmp0 (item->merged_into, item->external_id) == 0)
    g_clear_pointer (&item->merged_into, g_free);
  if (item->merged_into != NULL)
    item->fate = TAMBOUR_PORTAL_FATE_MERGED;
  else if (map->deleted != NULL && map->deleted->len > 0 && tambour_portal_tests_hold (map->deleted, context))
    item->fate = TAMBOUR_PORTAL_FATE_DELETED;
}

static gboolean
refuse_item (TambourPortalReader  *self,
             const char           *what,
             JsonNode             *node,
             GError              **error)
{
  g_autoptr(TambourJsonPointer) top = tambour_json_pointer_new ("");
  g_autofree char *address = g_strconcat (self->wire->place, "/", self->id != NULL ? self->id : "?", NULL);

  return tambour_portal_refuse_shape (self->wire, address, top, node, what, error);
}

/*
 * tambour_portal_reader_build:
 * @self: a reader
 * @node: what an item is read from
 * @error: return location for an error, as of tambour_portal_wire_get()
 *
 * Returns: (transfer full) (nullable): the item with its history
 */
TambourPortalItem *
tambour_portal_reader_build (TambourPortalReader  *self,
                             JsonNode             *node,
                             GError              **error)
{
  g_autoptr(TambourPortalItem) item = NULL;
  TambourPortalContext context;
  TambourInstant changed;
  g_autofree char *id = NULL;

  tambour_portal_reader_begin (self, node, &context);
  id = tambour_portal_rule_read (self->wire->map->id, &context);
  if (id == NULL)
    {
      refuse_item (self, _("an item with an id"), node, error);
      return NULL;
    }

  g_set_str (&self->id, id);
  item = tambour_portal_item_new (id);
  if (!tambour_portal_rule_read_instant (self->wire->map->changed, &context, &changed))
    {
      refuse_item (self, _("an item with the time of its last change"), node, error);
      return NULL;
    }

  item->changed_at = changed;
  find_fate (self, item, &context);
  if (item->fate == TAMBOUR_PORTAL_FATE_PRESENT)
    {
      add_record (self, item, &context);
      add_people (self, item, &context);
      add_hints (self, item, &context);
      if (!tambour_portal_reader_add_events (self, item, &context, error))
        return NULL;
    }

  return tambour_portal_reader_is_well (self, error) ? g_steal_pointer (&item) : NULL;
}

static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) || tambour_net_error_get_status (error) == 410;
}

/* One that is not there, or no more, is an item too. */
static JsonNode *
fetch (TambourPortalReader  *self,
       const char           *external_id,
       gboolean             *gone,
       GError              **error)
{
  const TambourPortalMap *map = self->wire->map;
  g_autoptr(GHashTable) variables = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *address = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) failure = NULL;
  JsonNode *found;

  *gone = FALSE;
  g_hash_table_insert (variables, (gpointer) "id", (gpointer) external_id);
  address = tambour_portal_request_expand (map->item, variables, NULL);
  root = address != NULL ? tambour_portal_wire_get (self->wire, address, self->cancellable, &failure) : NULL;
  if (root == NULL)
    {
      *gone = address == NULL || is_gone (failure);
      if (!*gone)
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  found = tambour_json_pointer_find (map->item_at, root);
  if (found != NULL && JSON_NODE_HOLDS_OBJECT (found))
    return json_node_copy (found);

  tambour_portal_refuse_shape (self->wire, address, map->item_at, found, _("an object"), error);

  return NULL;
}

/* Whether its history has something newer than the item knew of. */
static gboolean
has_moved_on (TambourPortalItem *item)
{
  const TambourRecord *last = item->events->len > 0 ? item->events->pdata[item->events->len - 1] : NULL;
  const TambourField *at = last != NULL ? tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (last), "at") : NULL;

  if (at == NULL || at->kind != TAMBOUR_KIND_INSTANT || !tambour_instant_is_stated (item->changed_at))
    return FALSE;

  return TAMBOUR_FIELD_AT (at, last, TambourInstant).seconds > item->changed_at.seconds;
}

static TambourPortalItem *
make_gone (const char        *external_id,
           TambourPortalFate  fate,
           const char        *merged_into)
{
  TambourPortalItem *item = tambour_portal_item_new (external_id);

  item->changed_at.seconds = TAMBOUR_NEVER;
  item->fate = fate;
  item->merged_into = g_strdup (merged_into);

  return item;
}

/*
 * tambour_portal_reader_read:
 * @self: a reader
 * @external_id: (nullable): which item
 * @node: (nullable): what it is read from, if that is there already
 * @error: return location for an error, as of tambour_portal_wire_get()
 *
 * Reads an item. One that changed while it was read is read again.
 *
 * Returns: (transfer full) (nullable): the item, also one that is gone
 */
TambourPortalItem *
tambour_portal_reader_read (TambourPortalReader  *self,
                            const char           *external_id,
                            JsonNode             *node,
                            GError              **error)
{
  g_autoptr(JsonNode) fetched = node != NULL ? json_node_copy (node) : NULL;
  g_autoptr(TambourPortalItem) item = NULL;
  g_autofree char *id = g_strdup (external_id);

  for (guint n_readings = 0; n_readings < MAX_READINGS; n_readings++)
    {
      gint64 before = item != NULL ? item->changed_at.seconds : TAMBOUR_NEVER;
      gboolean gone = FALSE;

      if (fetched == NULL && (fetched = fetch (self, id, &gone, error)) == NULL)
        return gone ? make_gone (id, TAMBOUR_PORTAL_FATE_DELETED, NULL) : NULL;

      g_clear_pointer (&item, tambour_portal_item_free);
      item = tambour_portal_reader_build (self, fetched, error);
      g_clear_pointer (&fetched, json_node_unref);
      if (item == NULL)
        return NULL;
      if (id != NULL && !g_str_equal (item->external_id, id))
        return make_gone (id, TAMBOUR_PORTAL_FATE_MERGED, item->external_id);
      g_set_str (&id, item->external_id);
      if (!has_moved_on (item) || item->changed_at.seconds == before)
        break;
    }

  return g_steal_pointer (&item);
}
