/* tambour-json-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-html-text.h"
#include "tambour-json-rows.h"

/* A JSON document with a list of objects, read as a table: a row is an object of the
 * list, with its number, and with what the document says of all of them. A list of lists
 * is one, too: its columns are called as they are counted. Of a column that is HTML the
 * cell is the text, and one more the address of its link.
 */

#define NUMBER "#"
#define LINK   "/link"

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

static void
add_members (GPtrArray  *columns,
             GHashTable *seen,
             JsonObject *row)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, row);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    add_column (columns, seen, name);
}

/* The cells of a list have no names: they are counted from 1. */
static void
add_numbers (GPtrArray  *columns,
             GHashTable *seen,
             JsonArray  *row)
{
  for (guint i = 0; i < json_array_get_length (row); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i + 1);

      add_column (columns, seen, name);
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

      if (JSON_NODE_HOLDS_OBJECT (row))
        add_members (columns, seen, json_node_get_object (row));
      else if (JSON_NODE_HOLDS_ARRAY (row))
        add_numbers (columns, seen, json_node_get_array (row));
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

static gboolean
is_html (TambourImportMap *map,
         const char       *column)
{
  return map->html != NULL && g_strv_contains ((const char * const *) map->html, column);
}

/* What is neither an object nor a list is a row that says nothing. */
static JsonNode *
find_cell (JsonNode   *row,
           const char *column)
{
  guint64 number;

  if (JSON_NODE_HOLDS_OBJECT (row))
    return json_object_get_member (json_node_get_object (row), column);
  if (!JSON_NODE_HOLDS_ARRAY (row) || !g_ascii_string_to_unsigned (column, 10, 1, json_array_get_length (json_node_get_array (row)), &number, NULL))
    return NULL;

  return json_array_get_element (json_node_get_array (row), (guint) number - 1);
}

static void
add_html (GString    *table,
          const char *html)
{
  g_autofree char *text = tambour_html_dup_text (html);
  g_autofree char *link = tambour_html_dup_link (html);

  add_cell (table, text);
  add_cell (table, link ? link : "");
}

static void
add_row (GString          *table,
         guint             number,
         JsonNode         *row,
         GPtrArray        *common,
         GPtrArray        *columns,
         TambourImportMap *map)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  add_cell (table, text);
  for (guint i = 0; i < common->len; i++)
    add_cell (table, g_ptr_array_index (common, i));
  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);
      g_autofree char *cell = dup_text (find_cell (row, column));

      if (is_html (map, column))
        add_html (table, cell);
      else
        add_cell (table, cell);
    }
  g_string_append_c (table, '\n');
}

static void
add_header (GString          *table,
            GPtrArray        *names,
            GPtrArray        *columns,
            TambourImportMap *map)
{
  add_cell (table, NUMBER);
  for (guint i = 0; i < names->len; i++)
    add_cell (table, g_ptr_array_index (names, i));
  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);
      g_autofree char *link = is_html (map, column) ? g_strconcat (column, LINK, NULL) : NULL;

      add_cell (table, column);
      if (link != NULL)
        add_cell (table, link);
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
  GString *table = g_string_new (NULL);

  read_common (document, names, common);
  add_header (table, names, columns, map);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    add_row (table, i + 1, json_array_get_element (rows, i), common, columns, map);

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
