/* tambour-traces.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-traces.h"

#include "tambour-history.h"
#include "tambour-index.h"
#include "tambour-kinds.h"
#include "tambour-purge.h"
#include "tambour-store-private.h"

/* What the file says of a person beside the record that is purged: its history, what
 * changes are called, what somebody has typed and not saved, and records that quote it.
 * What people wrote of them elsewhere, in a call say, only people find.
 */

/* What somebody has typed of a new record stands under the id of what it was begun in. */
static gboolean
forget_drafts (TambourDatabase  *database,
               const char       *id,
               GError          **error)
{
  static const char sql[] =
    "DELETE FROM \"settings\" WHERE substr (\"name\", 1, length (?1)) = ?1 AND instr (\"name\", ?2) > 0 AND instr (\"name\", ':new:') = 0";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, TAMBOUR_STORE_DRAFTS, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);

  return tambour_database_finish (database, statement, error);
}

/* Whoever purges here does it for everybody: it is an edit of theirs, which others get. */
static gboolean
purge_quote (TambourCommit  *commit,
             TambourRecord  *stored,
             TambourRecord  *quote,
             TambourRecord  *purged,
             GError        **error)
{
  gint64 row;

  quote->updated_at = purged->updated_at;
  g_set_str (&quote->updated_by, purged->updated_by);

  return tambour_commit_receive (commit, stored, quote, &row, error);
}

/* Whoever purged elsewhere has sent that, or will: here nothing is edited. */
static gboolean
blank_quote (TambourCommit  *commit,
             TambourRecord  *stored,
             TambourRecord  *quote,
             GError        **error)
{
  const TambourTable *table = tambour_table_get (TAMBOUR_RECORD_GET_CLASS (quote));
  const TambourStamp stamp = { .row = stored->row,
                               .created_at = quote->created_at,
                               .created_by = quote->created_by,
                               .updated_at = quote->updated_at,
                               .updated_by = quote->updated_by };
  gboolean is_there = !tambour_record_is_deleted (quote);

  return tambour_table_write (table, commit->database, quote, &stamp, FALSE, error) &&
         tambour_history_forget_personal (commit->database, table->klass, stored->row, error) &&
         forget_drafts (commit->database, quote->id, error) &&
         (!is_there || (tambour_index_remove (commit->database, stored->row, error) &&
                        tambour_index_add (commit->database, quote, stored->row, error)));
}

static gboolean
erase_quote (TambourCommit       *commit,
             const TambourTable  *table,
             gint64               row,
             TambourRecord       *purged,
             GError             **error)
{
  TambourInstant at = tambour_purge_get_time (purged);
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(TambourRecord) quote = NULL;

  if (!tambour_table_load_row (table, commit->database, row, &stored, error))
    return FALSE;
  if (stored == NULL || tambour_purge_get_time (stored).seconds >= at.seconds)
    return TRUE;

  quote = tambour_record_dup (stored);
  tambour_purge_record (quote, "", at);

  return commit->is_purging ? purge_quote (commit, stored, quote, purged, error) : blank_quote (commit, stored, quote, error);
}

static GArray *
list_quotes (TambourDatabase     *database,
             const TambourTable  *table,
             const TambourField  *field,
             const char          *id,
             GError             **error)
{
  g_autofree char *column = tambour_table_column (field);
  g_autofree char *sql = g_strdup_printf ("SELECT \"row\" FROM %s WHERE %s = ?1", table->name, column);
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, error);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      gint64 row = has_row ? sqlite3_column_int64 (statement, 0) : 0;

      if (!has_row)
        return g_steal_pointer (&rows);
      g_array_append_val (rows, row);
    }

  return NULL;
}

static gboolean
erase_quotes (TambourCommit  *commit,
              TambourRecord  *purged,
              GError        **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const TambourTable *table = tambour_table_get (g_type_class_peek_static (types[i]));
      const TambourField *field = tambour_purge_find_quoted (table->klass);
      g_autoptr(GArray) rows = NULL;

      if (field == NULL)
        continue;
      if (!(rows = list_quotes (commit->database, table, field, purged->id, error)))
        return FALSE;

      for (guint j = 0; j < rows->len; j++)
        if (!erase_quote (commit, table, g_array_index (rows, gint64, j), purged, error))
          return FALSE;
    }

  return TRUE;
}

/*
 * tambour_traces_erase:
 * @commit: a commit
 * @stored: a record as it is
 * @purged: the same without what it says of a person; it is written already
 * @error: return location for a #TambourStoreError
 *
 * Takes out of the file what else says what @stored, and its history, say of the person.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
tambour_traces_erase (TambourCommit  *commit,
                      TambourRecord  *stored,
                      TambourRecord  *purged,
                      GError        **error)
{
  commit->has_purged = TRUE;

  return tambour_traces_erase_labels (commit->database, stored, purged, error) &&
         tambour_history_forget_personal (commit->database, TAMBOUR_RECORD_GET_CLASS (purged), stored->row, error) &&
         forget_drafts (commit->database, purged->id, error) &&
         erase_quotes (commit, purged, error);
}

/*
 * tambour_traces_wipe:
 * @database: a writer outside of transactions
 * @error: return location for a #TambourStoreError
 *
 * After something was erased: neither the index nor the log still has it.
 *
 * Returns: %TRUE if nothing is left of it
 */
gboolean
tambour_traces_wipe (TambourDatabase  *database,
                     GError          **error)
{
  if (!tambour_database_run (database, "INSERT INTO \"search\" (\"search\") VALUES ('optimize')", error))
    return FALSE;

  tambour_database_get_int (database, "PRAGMA wal_checkpoint(TRUNCATE)");

  return TRUE;
}
