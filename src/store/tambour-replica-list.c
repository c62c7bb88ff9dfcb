/* tambour-replica-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica-private.h"
#include "tambour-store-private.h"
#include "tambour-table.h"

/* Adds what is known of the record in @row, unless only a newer version knows its kind:
 * that waits until this portfolio is opened there.
 */
static gboolean
add_row (TambourDatabase  *database,
         gint64            row,
         GPtrArray        *entries,
         GError          **error)
{
  const TambourTable *table = tambour_table_of_row (row);
  g_autoptr(TambourRecord) record = NULL;
  TambourReplicaEntry *entry;

  if (table == NULL)
    return TRUE;
  if (!tambour_table_load_row (table, database, row, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (!(entry = tambour_replica_load (database, record->id, record, error)))
    return FALSE;

  g_ptr_array_add (entries, entry);

  return TRUE;
}

/* @statement gives rows, some of them more than once. */
static GPtrArray *
list_rows (TambourDatabase  *database,
           sqlite3_stmt     *statement,
           guint             limit,
           GError          **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_entry_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean has_row;

  while (entries->len < limit)
    {
      if (!tambour_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;

      gint64 row = sqlite3_column_int64 (statement, 0);

      if (g_hash_table_add (seen, g_memdup2 (&row, sizeof row)) && !add_row (database, row, entries, error))
        return NULL;
    }

  return g_steal_pointer (&entries);
}

/* @sql gives rows; its parameter, if it has one, is @after. */
static GPtrArray *
list (TambourStore  *store,
      const char    *sql,
      gint64         after,
      guint          limit,
      GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  g_autoptr(TambourStatement) statement = NULL;

  if (reader == NULL || !tambour_database_run (reader->database, "BEGIN", error) ||
      !(statement = tambour_database_keep (reader->database, sql, error)))
    return NULL;

  if (sqlite3_bind_parameter_count (statement) > 0)
    sqlite3_bind_int64 (statement, 1, after);

  return list_rows (reader->database, statement, limit, error);
}

/**
 * tambour_replica_list_unsealed:
 * @store: a store
 * @limit: how many at most
 * @error: return location for a #TambourStoreError
 *
 * Those whose content is newer than their tree, or that have none, removed ones too.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaEntry): the entries,
 *   the oldest edit first
 */
GPtrArray *
tambour_replica_list_unsealed (TambourStore  *store,
                               guint          limit,
                               GError       **error)
{
  static const char sql[] = "SELECT h.\"row\"" TAMBOUR_REPLICA_UNSEALED " ORDER BY h.\"change\", h.\"row\"";

  return list (store, sql, 0, limit, error);
}

/**
 * tambour_replica_list_offered:
 * @store: a store
 * @after: a sequence
 * @limit: how many at most
 * @error: return location for a #TambourStoreError
 *
 * What the server refused is among them.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaEntry): those with a
 *   sequence above @after, by sequence
 */
GPtrArray *
tambour_replica_list_offered (TambourStore  *store,
                              gint64         after,
                              guint          limit,
                              GError       **error)
{
  static const char sql[] = "SELECT \"row\" FROM \"revisions\" WHERE \"sequence\" > max (?1, 0) AND \"sequence\" > 0 ORDER BY \"sequence\"";

  return list (store, sql, after, limit, error);
}

/**
 * tambour_replica_list_refused:
 * @store: a store
 * @limit: how many at most
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaEntry): those that the
 *   server refused, the oldest first
 */
GPtrArray *
tambour_replica_list_refused (TambourStore  *store,
                              guint          limit,
                              GError       **error)
{
  static const char sql[] = "SELECT \"row\" FROM \"revisions\" WHERE \"refused\" IS NOT NULL ORDER BY \"sequence\"";

  return list (store, sql, 0, limit, error);
}

/**
 * tambour_replica_list_sealed:
 * @store: a store
 * @after: a record's row; 0 for the first
 * @limit: how many at most
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaEntry): those with a tree
 *   in rows after @after, by row
 */
GPtrArray *
tambour_replica_list_sealed (TambourStore  *store,
                             gint64         after,
                             guint          limit,
                             GError       **error)
{
  static const char sql[] = "SELECT \"row\" FROM \"revisions\" WHERE \"row\" > ?1 ORDER BY \"row\"";

  return list (store, sql, after, limit, error);
}

/**
 * tambour_replica_count_waiting:
 * @store: a store
 * @after: a sequence
 * @error: return location for a #TambourStoreError
 *
 * Returns: how many records are not sealed, or offered above @after and not refused,
 *   each of them once; -1 on failure
 */
gint64
tambour_replica_count_waiting (TambourStore  *store,
                               gint64         after,
                               GError       **error)
{
  static const char sql[] =
    "SELECT count(*) FROM (SELECT h.\"row\"" TAMBOUR_REPLICA_UNSEALED
    " UNION SELECT \"row\" FROM \"revisions\" WHERE \"sequence\" > max (?1, 0) AND \"sequence\" > 0 AND \"refused\" IS NULL)";
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row;

  if (reader == NULL || !(statement = tambour_database_keep (reader->database, sql, error)))
    return -1;

  sqlite3_bind_int64 (statement, 1, after);

  return tambour_database_step (reader->database, statement, &has_row, error) ? sqlite3_column_int64 (statement, 0) : -1;
}

/**
 * tambour_replica_count_refused:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Returns: how many records the server refused; -1 on failure
 */
gint64
tambour_replica_count_refused (TambourStore  *store,
                               GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  gint64 number;

  if (reader == NULL ||
      !tambour_database_count (reader->database, "SELECT count(*) FROM \"revisions\" WHERE \"refused\" IS NOT NULL", &number, error))
    return -1;

  return number;
}

/**
 * tambour_replica_last_sequence:
 * @store: a store
 *
 * Sequences never start over, not even when all is forgotten; only in a restored backup
 * the last one is lower than it was.
 *
 * Returns: the last sequence that was given; 0 for none
 */
gint64
tambour_replica_last_sequence (TambourStore *store)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, NULL);

  return reader ? tambour_database_get_int (reader->database, "SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sequence'") : 0;
}
