/* tambour-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-index.h"
#include "tambour-kinds.h"
#include "tambour-links.h"
#include "tambour-schema.h"
#include "tambour-table.h"
#include "tambour-words.h"

/* One index over all kinds, keyed by row. It keeps no text of its own, and of
 * each word only the columns that it is in: no search asks for phrases, and the
 * index is half the size. Beginnings are known to TAMBOUR_WORDS_LONGEST_BEGINNING.
 */
const char tambour_index_sql[] =
  "CREATE VIRTUAL TABLE \"search\" USING fts5 (title, body, content='', contentless_delete=1, detail=column, "
  "prefix='1 2 3 4', tokenize='" TAMBOUR_WORDS_TOKENIZER " " TAMBOUR_WORDS_OPTIONS "')";

/* Words gathered in memory before they are written, and segments before they
 * are merged: fewer, larger writes.
 */
#define SIZES "INSERT INTO \"search\" (\"search\", rank) VALUES ('hashsize', 16777216), ('automerge', 8)"

static void
append_text (GString            *text,
             const TambourField *field,
             TambourRecord      *record)
{
  if (!tambour_field_is_stated (field, record))
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');

  if (field->kind == TAMBOUR_KIND_TEXT)
    g_string_append (text, TAMBOUR_FIELD_AT (field, record, char *));
  else
    for (GStrv label = TAMBOUR_FIELD_AT (field, record, GStrv); *label; label++)
      g_string_append_printf (text, "%s\n", *label);
}

/* A link is a word of its own, beside those that it is written with: many records
 * have the words of a title, and few a link to it.
 */
static void
append_links (GString            *text,
              const TambourField *field,
              TambourRecord      *record)
{
  if ((field->flags & TAMBOUR_FIELD_LONG) && tambour_field_is_stated (field, record))
    tambour_links_append_words (text, TAMBOUR_FIELD_AT (field, record, char *));
}

/**
 * tambour_index_add:
 * @database: a writer inside a transaction
 * @record: a record
 * @row: its row
 * @error: return location for a #TambourStoreError
 *
 * Indexes the title, and the other searched fields as the body. A record that
 * has no text is not in the index.
 *
 * Returns: %TRUE if the record can be found
 */
gboolean
tambour_index_add (TambourDatabase  *database,
                   TambourRecord    *record,
                   gint64            row,
                   GError          **error)
{
  static const char sql[] = "INSERT INTO \"search\" (rowid, title, body) VALUES (?1, ?2, ?3)";
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(TambourStatement) statement = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    if (tambour_field_is_indexable (&klass->fields[i]))
      {
        append_text (&klass->fields[i] == klass->title ? title : body, &klass->fields[i], record);
        append_links (body, &klass->fields[i], record);
      }

  if (title->len + body->len == 0)
    return TRUE;

  if (!(statement = tambour_database_keep (database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, title->str, title->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, body->str, body->len, SQLITE_STATIC);

  return tambour_database_finish (database, statement, error);
}

/**
 * tambour_index_remove:
 * @database: a writer inside a transaction
 * @row: a row
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if nothing is found in @row any more
 */
gboolean
tambour_index_remove (TambourDatabase  *database,
                      gint64            row,
                      GError          **error)
{
  static const char sql[] = "DELETE FROM \"search\" WHERE rowid = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);

  return tambour_database_finish (database, statement, error);
}

/**
 * tambour_index_differs:
 * @a: a record
 * @b: another of the same kind
 *
 * Returns: %TRUE if the two are found by different words
 */
gboolean
tambour_index_differs (TambourRecord *a,
                       TambourRecord *b)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    if (tambour_field_is_indexable (&klass->fields[i]) && !tambour_field_equal (&klass->fields[i], a, b))
      return TRUE;

  return FALSE;
}

static gboolean
index_table (TambourDatabase     *database,
             const TambourTable  *table,
             GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s", table->columns, table->name, table->has_text);
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, error);
  gboolean has_row;

  while (tambour_database_step (database, statement, &has_row, error))
    {
      g_autoptr(TambourRecord) record = NULL;

      if (!has_row)
        return TRUE;

      record = tambour_table_read (table, statement);
      if (!tambour_index_add (database, record, record->row, error))
        return FALSE;
    }

  return FALSE;
}

/**
 * tambour_index_rebuild:
 * @database: a writer inside a transaction
 * @error: return location for a #TambourStoreError
 *
 * Makes the index anew from the records.
 *
 * Returns: %TRUE if it agrees with them
 */
gboolean
tambour_index_rebuild (TambourDatabase  *database,
                       GError          **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  if (!tambour_database_run (database, "DROP TABLE IF EXISTS \"search\"", error) ||
      !tambour_database_run (database, tambour_index_sql, error) ||
      !tambour_database_run (database, SIZES, error))
    return FALSE;

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      if (!(klass->traits & TAMBOUR_RECORD_DERIVED) &&
          !index_table (database, tambour_table_get (klass), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_index_dup_print:
 *
 * Returns: (transfer full): a hash of what the index is made of and how
 */
char *
tambour_index_dup_print (void)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  g_checksum_update (checksum, (const guchar *) tambour_index_sql, -1);
  g_checksum_update (checksum, (const guchar *) "links", -1);
  for (guint i = 0; i < n_types; i++)
    {
      const TambourTable *table = tambour_table_get (g_type_class_peek_static (types[i]));

      g_checksum_update (checksum, (const guchar *) table->name, -1);
      g_checksum_update (checksum, (const guchar *) table->has_text, -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * tambour_index_ensure:
 * @database: a writer inside a transaction
 * @error: return location for a #TambourStoreError
 *
 * Makes the index if the file has none, or another than this version wants.
 *
 * Returns: %TRUE if the index is there
 */
gboolean
tambour_index_ensure (TambourDatabase  *database,
                      GError          **error)
{
  g_autofree char *wanted = tambour_index_dup_print ();
  g_autofree char *found = tambour_schema_dup_setting (database, "index");

  return g_strcmp0 (wanted, found) == 0 ||
         (tambour_index_rebuild (database, error) &&
          tambour_schema_set_setting (database, "index", wanted, error));
}
