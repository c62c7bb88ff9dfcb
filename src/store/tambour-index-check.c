/* tambour-index-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-index.h"
#include "tambour-kinds.h"
#include "tambour-table.h"
#include "tambour-words.h"

/* How many of the newest records of a kind are looked up by their own words. */
#define N_SAMPLES 200

static gboolean
read_count (TambourDatabase  *database,
            const char       *sql,
            gint64           *number,
            GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, error);
  gboolean has_row;

  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  *number = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

typedef struct
{
  char  *word;
  gsize  length;
} Longest;

static gboolean
keep_longest (const char *word,
              gsize       length,
              gsize       start,
              gsize       end,
              gpointer    user_data)
{
  Longest *longest = user_data;

  if (length > longest->length)
    {
      g_free (longest->word);
      longest->word = g_strndup (word, length);
      longest->length = length;
    }

  return TRUE;
}

/* The longest word of a record, which no other is likely to have. */
static char *
choose_word (TambourDatabase *database,
             TambourRecord   *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  Longest longest = { NULL, 0 };

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (tambour_field_is_indexable (&klass->fields[i]) && (text = tambour_field_dup_text (&klass->fields[i], record)))
        tambour_words_each (database, text, keep_longest, &longest);
    }

  return longest.word;
}

static gboolean
is_found_by (TambourDatabase  *database,
             TambourRecord    *record,
             gboolean         *is_found,
             GError          **error)
{
  static const char sql[] = "SELECT 1 FROM \"search\" WHERE \"search\" MATCH ?1 AND rowid = ?2";
  g_autofree char *word = choose_word (database, record);
  g_autofree char *match = word ? tambour_words_match (database, (const char *[]) { word, NULL }, FALSE) : NULL;
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  *is_found = TRUE;
  if (match == NULL)
    return TRUE;
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, record->row);

  return tambour_database_step (database, statement, is_found, error);
}

static gboolean
check_words (TambourDatabase     *database,
             const TambourTable  *table,
             GPtrArray           *findings,
             GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s ORDER BY \"row\" DESC LIMIT %d",
                                          table->columns, table->name, table->has_text, N_SAMPLES);
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, error);
  gboolean has_row;

  while (tambour_database_step (database, statement, &has_row, error))
    {
      g_autoptr(TambourRecord) record = has_row ? tambour_table_read (table, statement) : NULL;
      gboolean is_found;

      if (record == NULL)
        return TRUE;
      if (!is_found_by (database, record, &is_found, error))
        return FALSE;
      if (is_found)
        continue;

      g_ptr_array_add (findings, g_strdup_printf (_("A search does not find %s %s by its own words. Repair makes the index again."),
                                                  table->klass->kind, record->id));
      return TRUE;
    }

  return FALSE;
}

static gboolean
check_table (TambourDatabase     *database,
             const TambourTable  *table,
             gint64              *n_expected,
             GPtrArray           *findings,
             GError             **error)
{
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s", table->name, table->has_text);
  g_autofree char *missing = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s AND \"row\" NOT IN (SELECT id FROM \"search_docsize\")",
                                              table->name, table->has_text);
  gint64 n_all, n_missing;

  if (!read_count (database, all, &n_all, error) || !read_count (database, missing, &n_missing, error))
    return FALSE;

  *n_expected += n_all;
  if (n_missing > 0)
    g_ptr_array_add (findings,
                     g_strdup_printf (ngettext ("%" PRId64 " record of kind %s cannot be found by searching. Repair makes the index again.",
                                                "%" PRId64 " records of kind %s cannot be found by searching. Repair makes the index again.",
                                                n_missing),
                                      n_missing, table->klass->kind));

  return check_words (database, table, findings, error);
}

/**
 * tambour_index_check:
 * @database: a database
 * @findings: (element-type utf8): where to add what is wrong
 * @error: return location for a #TambourStoreError
 *
 * Looks whether exactly the records that have text are in the index, and
 * whether the newest of every kind are found by their own words.
 *
 * Returns: %FALSE if the file could not be read
 */
gboolean
tambour_index_check (TambourDatabase  *database,
                     GPtrArray        *findings,
                     GError          **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);
  gint64 n_expected = 0;
  gint64 n_present;

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      if (!(klass->traits & TAMBOUR_RECORD_DERIVED) &&
          !check_table (database, tambour_table_get (klass), &n_expected, findings, error))
        return FALSE;
    }

  if (!read_count (database, "SELECT count(*) FROM \"search_docsize\"", &n_present, error))
    return FALSE;

  if (n_present > n_expected)
    g_ptr_array_add (findings,
                     g_strdup_printf (_("The search index still has %" PRId64 " records that are gone. Repair makes the index again."),
                                      n_present - n_expected));

  return TRUE;
}
