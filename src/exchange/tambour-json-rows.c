/* tambour-json-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-json-rows.h"

/* A JSON document with a list of objects, read as a table: a row is an object of the
 * list, with its number, and with what the document says of all of them.
 */

#define NUMBER "#"

/* A list of texts is one of them on each line, as a set of labels is written. */
static char *
dup_list (JsonArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, json_node_get_string (node));
    }

  return g_string_free (text, FALSE);
}

static char *
dup_text (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return dup_list (json_node_get_array (node));
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));

  return json_to_string (node, FALSE);
}

static void
add_cell (GString    *table,
          const char *text)
{
  if (table->len > 0 && table->str[table->len - 1] != '\n')
    g_string_append_c (table, ',');

  g_string_append_c (table, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *c);
    }
  g_string_append_c (table, '"');
}

/* Columns in the order in which they are met. */
static void
add_column (GPtrArray  *columns,
            GHashTable *seen,
            const char *name)
{
  if (g_hash_table_add (seen, g_strdup (name)))
    g_ptr_array_add (columns, g_strdup (name));
}

/* Objects leave out what they do not say: a column of the map may be in none of them. */
static void
add_wanted (GPtrArray        *columns,
            GHashTable       *seen,
            TambourImportMap *map)
{
  for (guint i = 0; i < map->rules->len; i++)
    {
      const TambourImportRule *rule = g_ptr_array_index (map->rules, i);

      for (guint n = 0; rule->columns != NULL && rule->columns[n] != NULL; n++)
        if (strcmp (rule->columns[n], NUMBER) != 0 && strchr (rule->columns[n], '/') == NULL)
          add_column (columns, seen, rule->columns[n]);
    }
}

static GPtrArray *
list_columns (JsonArray        *rows,
              TambourImportMap *map)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);
      JsonObjectIter iter;
      const char *name;

      if (!JSON_NODE_HOLDS_OBJECT (row))
        continue;
      json_object_iter_init_ordered (&iter, json_node_get_object (row));
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        add_column (columns, seen, name);
    }
  add_wanted (columns, seen, map);

  return columns;
}

/* What the document says of all rows: "metadata/name" is the name in its metadata. */
static void
read_common (JsonObject *document,
             GPtrArray  *names,
             GPtrArray  *texts)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, document);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonObjectIter inner;
      const char *key;
      JsonNode *value;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      json_object_iter_init_ordered (&inner, json_node_get_object (node));
      while (json_object_iter_next_ordered (&inner, &key, &value))
        {
          g_ptr_array_add (names, g_strconcat (name, "/", key, NULL));
          g_ptr_array_add (texts, dup_text (value));
        }
    }
}

static void
add_row (GString    *table,
         guint       number,
         JsonObject *row,
         GPtrArray  *common,
         GPtrArray  *columns)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  add_cell (table, text);
  for (guint i = 0; i < common->len; i++)
    add_cell (table, g_ptr_array_index (common, i));
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *cell = dup_text (json_object_get_member (row, g_ptr_array_index (columns, i)));

      add_cell (table, cell);
    }
  g_string_append_c (table, '\n');
}

static GString *
write_table (JsonObject       *document,
             JsonArray        *rows,
             TambourImportMap *map)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) common = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) columns = list_columns (rows, map);
  g_autoptr(JsonObject) nothing = json_object_new ();
  GString *table = g_string_new (NULL);

  read_common (document, names, common);
  add_cell (table, NUMBER);
  for (guint i = 0; i < names->len; i++)
    add_cell (table, g_ptr_array_index (names, i));
  for (guint i = 0; i < columns->len; i++)
    add_cell (table, g_ptr_array_index (columns, i));
  g_string_append_c (table, '\n');

  /* What is no object is a row that says nothing, so that it is rejected with its number. */
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);

      add_row (table, i + 1, JSON_NODE_HOLDS_OBJECT (row) ? json_node_get_object (row) : nothing, common, columns);
    }

  return table;
}

/**
 * tambour_json_rows_open:
 * @file: a JSON document
 * @map: a map that says which of its members is the list
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_IMPORT_ERROR_MAP or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the list as a table
 */
TambourCsvReader *
tambour_json_rows_open (GFile             *file,
                        TambourImportMap  *map,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GInputStream) rows = NULL;
  g_autoptr(GBytes) bytes = NULL;
  JsonObject *document;
  JsonNode *root, *list;

  if (stream == NULL || !json_parser_load_from_stream (parser, G_INPUT_STREAM (stream), cancellable, error))
    return NULL;

  root = json_parser_get_root (parser);
  document = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  list = document ? json_object_get_member (document, map->rows) : NULL;
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP, _("The file has no list “%s”"), map->rows);
      return NULL;
    }

  bytes = g_string_free_to_bytes (write_table (document, json_node_get_array (list), map));
  rows = g_memory_input_stream_new_from_bytes (bytes);

  return tambour_csv_reader_new (rows, ',', cancellable, error);
}
