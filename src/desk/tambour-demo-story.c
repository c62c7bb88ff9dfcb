/* tambour-demo-story.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#include "tambour-demo-resources.h"
#include "tambour-record-json.h"

#define FOLDER "/io/github/tambour/Tambour/demo/"

/**
 * tambour_demo_load:
 * @name: a file of data/demo
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the object in it
 */
JsonObject *
tambour_demo_load (const char  *name,
                   GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr(GBytes) data = g_resource_lookup_data (tambour_demo_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(JsonParser) parser = json_parser_new ();

  if (data == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (data, NULL), g_bytes_get_size (data), error))
    return NULL;

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/**
 * tambour_demo_find:
 * @demo: a demonstration
 * @account: (nullable): where to look first
 * @name: a name in the story
 *
 * Returns: (transfer none): the id of the record that is called so
 */
const char *
tambour_demo_find (TambourDemo        *demo,
                   TambourDemoAccount *account,
                   const char         *name)
{
  const char *id = account ? g_hash_table_lookup (account->names, name) : NULL;

  if (id == NULL)
    id = g_hash_table_lookup (demo->names, name);
  if (id == NULL)
    g_error ("the story of the demonstration names nobody “%s”", name);

  return id;
}

/* “@name” becomes an id, “{slot}” what it stands for. */
static JsonNode *
settle_value (TambourDemo        *demo,
              TambourDemoAccount *account,
              JsonNode           *node)
{
  g_autofree char *expanded = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr(JsonArray) settled = json_array_new ();
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        json_array_add_element (settled, settle_value (demo, account, json_array_get_element (array, i)));

      return json_node_init_array (json_node_alloc (), settled);
    }

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);

  if (*json_node_get_string (node) == '@')
    return json_node_init_string (json_node_alloc (), tambour_demo_find (demo, account, json_node_get_string (node) + 1));

  expanded = account ? tambour_demo_expand (account, json_node_get_string (node)) : g_strdup (json_node_get_string (node));

  return json_node_init_string (json_node_alloc (), expanded);
}

/* Members with a leading “.” are about the record and not in it. */
static TambourInstant
get_made (TambourDemo *demo,
          JsonObject  *told)
{
  const char *text = json_object_get_string_member_with_default (told, ".made", "2024-06-03T16:00:00Z");
  TambourInstant made;

  if (!tambour_instant_parse (text, &made))
    g_error ("the story of the demonstration has no time “%s”", text);

  return made;
}

static gboolean
tell_record (TambourDemo         *demo,
             TambourDemoAccount  *account,
             JsonObject          *told,
             GError             **error)
{
  TambourRecordClass *klass = tambour_kinds_find (json_object_get_string_member (told, "record"));
  const char *name = json_object_get_string_member_with_default (told, ".as", NULL);
  g_autoptr(JsonObject) members = json_object_new ();
  TambourRecord *record;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_assert (klass != NULL);
  record = account ? tambour_demo_own (account, G_TYPE_FROM_CLASS (klass), get_made (demo, told)) : tambour_demo_record (demo, G_TYPE_FROM_CLASS (klass), get_made (demo, told), "Mira Solberg");

  json_object_iter_init_ordered (&iter, told);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    if (*member != '.')
      json_object_set_member (members, member, settle_value (demo, account, node));

  if (name != NULL)
    g_hash_table_insert (account ? account->names : demo->names, g_strdup (name), g_strdup (record->id));

  if (!tambour_record_merge_in (record, members, error))
    return FALSE;

  if (record->extra != NULL)
    g_error ("the story of the demonstration tells a %s what it does not know: %s", klass->kind, record->extra);

  return TRUE;
}

/* A table: “record”, “columns” and “rows”; all rows share the other members. */
static gboolean
tell_table (TambourDemo         *demo,
            TambourDemoAccount  *account,
            JsonObject          *table,
            GError             **error)
{
  JsonArray *columns = json_object_get_array_member (table, "columns");
  JsonArray *rows = json_object_get_array_member (table, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      g_autoptr(JsonObject) told = json_object_new ();
      JsonObjectIter iter;
      const char *member;
      JsonNode *node;

      g_assert (json_array_get_length (row) == json_array_get_length (columns));

      json_object_iter_init_ordered (&iter, table);
      while (json_object_iter_next_ordered (&iter, &member, &node))
        if (!g_str_equal (member, "columns") && !g_str_equal (member, "rows"))
          json_object_set_member (told, member, json_node_copy (node));

      for (guint j = 0; j < json_array_get_length (columns); j++)
        json_object_set_member (told, json_array_get_string_element (columns, j),
                                json_node_copy (json_array_get_element (row, j)));

      if (!tell_record (demo, account, told, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_demo_tell:
 * @demo: a demonstration
 * @account: (nullable): whose records they are
 * @told: records and tables of records
 * @error: return location
 *
 * Makes the records that the story has word for word. “.as” names a record in
 * the story, “.made” is when it was written down, “@name” refers to a record
 * that was named before.
 *
 * Returns: %FALSE if a record does not fit its kind
 */
gboolean
tambour_demo_tell (TambourDemo         *demo,
                   TambourDemoAccount  *account,
                   JsonArray           *told,
                   GError             **error)
{
  for (guint i = 0; i < json_array_get_length (told); i++)
    {
      JsonObject *object = json_array_get_object_element (told, i);

      if (!(json_object_has_member (object, "rows") ? tell_table (demo, account, object, error) : tell_record (demo, account, object, error)))
        return FALSE;
    }

  return TRUE;
}

/* One record as it was changed later: “of”, “.made”, “.label”, who if not the TAM as “.by”, and new values. */
static gboolean
change_record (TambourDemo         *demo,
               TambourDemoAccount  *account,
               JsonObject          *told,
               GError             **error)
{
  const char *id = tambour_demo_find (demo, account, json_object_get_string_member (told, "of") + 1);
  const char *by = json_object_get_string_member_with_default (told, ".by", account->tam_name);
  g_autoptr(TambourRecord) record = tambour_store_find (demo->store, id, error);
  g_autoptr(TambourChange) change = tambour_change_new (by, json_object_get_string_member (told, ".label"));
  g_autoptr(JsonObject) members = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (record == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, told);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    if (*member != '.' && !g_str_equal (member, "of"))
      json_object_set_member (members, member, settle_value (demo, account, node));

  if (!tambour_record_merge_in (record, members, error))
    return FALSE;

  record->updated_at = get_made (demo, told);
  g_set_str (&record->updated_by, by);
  tambour_change_put (change, record);
  tambour_change_set_time (change, record->updated_at);

  return tambour_store_commit (demo->store, change, error);
}

/**
 * tambour_demo_change:
 * @demo: a demonstration
 * @account: whose records they are
 * @changed: what was changed later, the oldest first
 * @error: return location
 *
 * Gives records a history: each change is a commit of its own.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_demo_change (TambourDemo         *demo,
                     TambourDemoAccount  *account,
                     JsonArray           *changed,
                     GError             **error)
{
  for (guint i = 0; i < json_array_get_length (changed); i++)
    if (!change_record (demo, account, json_array_get_object_element (changed, i), error))
      return FALSE;

  return TRUE;
}
