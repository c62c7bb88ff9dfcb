/* tambour-traces-labels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-traces.h"

/* What changes are called may quote what their records are called: “Edit “Ruth Adeyemi””. */

/* Shorter ones are parts of many words. */
#define SHORTEST 3

static gboolean
is_quotable (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_TEXT && (field->flags & TAMBOUR_FIELD_PERSONAL) && !(field->flags & TAMBOUR_FIELD_LONG);
}

static void
add_value (GHashTable *values,
           const char *text,
           gboolean    is_title)
{
  if (text != NULL && g_utf8_strlen (text, -1) >= SHORTEST && !g_hash_table_contains (values, text))
    g_hash_table_insert (values, g_strdup (text), GINT_TO_POINTER (is_title));
}

static gboolean
is_title (const TambourField *field)
{
  return (field->flags & TAMBOUR_FIELD_TITLE) != 0;
}

/* What it was called before. */
static void
add_before (GHashTable         *values,
            TambourRecordClass *klass,
            const char         *text)
{
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;
  JsonObject *before = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (guint i = 0; before && i < klass->n_fields; i++)
    {
      JsonNode *value = is_quotable (&klass->fields[i]) ? json_object_get_member (before, klass->fields[i].name) : NULL;

      if (value != NULL && JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
        add_value (values, json_node_get_string (value), is_title (&klass->fields[i]));
    }
}

/* What may be quoted: text, and whether the record was called so. */
static GHashTable *
list_values (TambourDatabase  *database,
             TambourRecord    *stored,
             GError          **error)
{
  static const char sql[] = "SELECT \"before\" FROM \"history\" WHERE \"row\" = ?1";
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (stored);
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_quotable (&klass->fields[i]))
      add_value (values, TAMBOUR_FIELD_AT (&klass->fields[i], stored, char *), is_title (&klass->fields[i]));

  sqlite3_bind_int64 (statement, 1, stored->row);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&values);
      add_before (values, klass, tambour_statement_get_text (statement, 0));
    }

  return NULL;
}

static gboolean
is_part_of_word (const char *at)
{
  return *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));
}

/* @value where it is a word of its own, or several. */
static char *
dup_without (const char *label,
             const char *value,
             const char *placeholder)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *from = label;

  for (const char *at = strstr (label, value); at; at = strstr (at, value))
    {
      const char *end = at + strlen (value);
      const char *before = at > label ? g_utf8_prev_char (at) : "";

      if (is_part_of_word (before) || is_part_of_word (end))
        {
          at = g_utf8_next_char (at);
          continue;
        }

      g_string_append_len (text, from, at - from);
      g_string_append (text, placeholder);
      from = at = end;
    }
  g_string_append (text, from);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct
{
  gint64  number;
  char   *label;
} Label;

static void
label_clear (gpointer data)
{
  g_clear_pointer (&((Label *) data)->label, g_free);
}

/* What the record was called may be quoted anywhere, the rest where it was changed. */
static GArray *
list_labels (TambourDatabase  *database,
             gint64            row,
             const char       *value,
             gboolean          is_anywhere,
             GError          **error)
{
  static const char sql[] =
    "SELECT c.\"number\", c.\"label\" FROM \"changes\" c WHERE instr (c.\"label\", ?2) > 0 "
    "AND (?3 OR EXISTS (SELECT 1 FROM \"history\" h WHERE h.\"change\" = c.\"number\" AND h.\"row\" = ?1))";
  g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  g_array_set_clear_func (labels, label_clear);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, is_anywhere);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      Label label = { has_row ? sqlite3_column_int64 (statement, 0) : 0, NULL };

      if (!has_row)
        return g_steal_pointer (&labels);

      label.label = g_strdup (tambour_statement_get_text (statement, 1));
      g_array_append_val (labels, label);
    }

  return NULL;
}

static gboolean
write_label (TambourDatabase  *database,
             gint64            number,
             const char       *label,
             GError          **error)
{
  static const char sql[] = "UPDATE \"changes\" SET \"label\" = ?2 WHERE \"number\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_text (statement, 2, label, -1, SQLITE_STATIC);

  return tambour_database_finish (database, statement, error);
}

static gboolean
replace (TambourDatabase  *database,
         gint64            row,
         const char       *value,
         gboolean          is_anywhere,
         const char       *placeholder,
         GError          **error)
{
  g_autoptr(GArray) labels = list_labels (database, row, value, is_anywhere, error);

  for (guint i = 0; labels && i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      g_autofree char *text = dup_without (label->label, value, placeholder);

      if (!g_str_equal (text, label->label) && !write_label (database, label->number, text, error))
        return FALSE;
    }

  return labels != NULL;
}

static int
compare_longest (gconstpointer a,
                 gconstpointer b)
{
  gsize one = strlen (a), other = strlen (b);

  if (one != other)
    return one > other ? -1 : 1;

  return strcmp (a, b);
}

/* What it is called now. */
static const char *
get_placeholder (TambourRecord *purged)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (purged);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_title (&klass->fields[i]) && klass->fields[i].kind == TAMBOUR_KIND_TEXT)
      return TAMBOUR_FIELD_AT (&klass->fields[i], purged, char *) ? TAMBOUR_FIELD_AT (&klass->fields[i], purged, char *) : "";

  return "";
}

/*
 * tambour_traces_erase_labels:
 * @database: a writer inside a transaction
 * @stored: a record as it is, whose history still says what it was
 * @purged: the same without what it says of a person
 * @error: return location for a #TambourStoreError
 *
 * Has no change be called by what @stored was ever called.
 *
 * Returns: %TRUE if none is
 */
gboolean
tambour_traces_erase_labels (TambourDatabase  *database,
                             TambourRecord    *stored,
                             TambourRecord    *purged,
                             GError          **error)
{
  const char *placeholder = get_placeholder (purged);
  g_autoptr(GHashTable) values = list_values (database, stored, error);
  g_autoptr(GPtrArray) texts = values ? g_hash_table_get_keys_as_ptr_array (values) : NULL;

  if (texts == NULL)
    return FALSE;

  g_ptr_array_sort_values (texts, compare_longest);
  for (guint i = 0; i < texts->len; i++)
    {
      gboolean is_name = GPOINTER_TO_INT (g_hash_table_lookup (values, texts->pdata[i]));

      if (!g_str_equal (texts->pdata[i], placeholder) &&
          !replace (database, stored->row, texts->pdata[i], is_name, placeholder, error))
        return FALSE;
    }

  return TRUE;
}
