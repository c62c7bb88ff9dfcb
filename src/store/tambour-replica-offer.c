/* tambour-replica-offer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include "tambour-replica-private.h"
#include "tambour-store-private.h"

/**
 * tambour_replica_offer_all:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Gives every tree a new sequence, what came from others too, and forgets what was
 * refused: the server has been replaced by one that may lack all of it. What an
 * administrator erased there is left to whoever decides about it.
 *
 * Returns: %TRUE if all is offered; otherwise nothing has changed
 */
gboolean
tambour_replica_offer_all (TambourStore  *store,
                           GError       **error)
{
  static const char sql[] =
    "BEGIN IMMEDIATE; "
    "UPDATE \"revisions\" SET \"refused\" = CASE WHEN " TAMBOUR_REPLICA_IS_ERASED " THEN \"refused\" END, "
    "\"sequence\" = (SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sequence') + o.\"place\" "
    "FROM (SELECT \"row\" AS \"of\", row_number() OVER (ORDER BY \"row\") AS \"place\" FROM \"revisions\") o WHERE o.\"of\" = \"row\"; "
    "UPDATE \"numbers\" SET \"value\" = \"value\" + (SELECT count(*) FROM \"revisions\") WHERE \"name\" = 'sequence'; "
    "COMMIT";
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = tambour_database_run (database, sql, error);
  if (!ok)
    tambour_database_roll_back (database);
  tambour_store_unlock_writer (store);

  return ok;
}

/* Gives those that @statement names a new sequence each, and takes off what is noted of
 * them.
 */
static gboolean
offer_some (TambourDatabase  *database,
            sqlite3_stmt     *statement,
            GError          **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  do
    {
      gint64 row;

      if (!tambour_database_step (database, statement, &has_row, error))
        return FALSE;
      row = has_row ? sqlite3_column_int64 (statement, 0) : 0;
      if (has_row)
        g_array_append_val (rows, row);
    }
  while (has_row);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE \"numbers\" SET \"value\" = \"value\" + 1 WHERE \"name\" = 'sequence'; "
                                              "UPDATE \"revisions\" SET \"refused\" = NULL, \"sequence\" = "
                                              "(SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sequence') WHERE \"row\" = %" PRId64 "; "
                                              "DELETE FROM \"holds\" WHERE \"row\" = %" PRId64,
                                              g_array_index (rows, gint64, i), g_array_index (rows, gint64, i));

      if (!tambour_database_run (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
offer_by_id (TambourDatabase  *database,
             const char       *id,
             GError          **error)
{
  static const char sql[] = "SELECT \"row\" FROM \"revisions\" WHERE \"row\" = ?1";
  g_autoptr(GPtrArray) tables = tambour_replica_list_tables (database, error);
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(sqlite3_stmt) statement = NULL;

  if (tables == NULL || !tambour_replica_find (database, tables, id, &record, error) ||
      !(statement = tambour_database_prepare (database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record ? record->row : 0);

  return offer_some (database, statement, error);
}

static gboolean
offer_by_reason (TambourDatabase       *database,
                 TambourReplicaReason   reason,
                 TambourInstant         before,
                 GError               **error)
{
  static const char sql[] =
    "SELECT r.\"row\" FROM \"revisions\" r LEFT JOIN \"holds\" h ON h.\"row\" = r.\"row\" WHERE r.\"refused\" IS NOT NULL "
    "AND coalesce (h.\"reason\", 'forbidden') = ?1 AND coalesce (h.\"at\", 0) < ?2 ORDER BY r.\"sequence\"";
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, tambour_replica_reason_to_word (reason), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, before.seconds);

  return offer_some (database, statement, error);
}

static gboolean
end (TambourStore     *store,
     TambourDatabase  *database,
     gboolean          ok,
     GError          **error)
{
  ok = ok && tambour_database_run (database, "COMMIT", error);
  if (!ok)
    tambour_database_roll_back (database);
  tambour_store_unlock_writer (store);

  return ok;
}

/**
 * tambour_replica_offer_again:
 * @store: a store
 * @id: the id of a record
 * @error: return location for a #TambourStoreError
 *
 * Offers the record to the server once more, whatever it said of it before.
 *
 * Returns: %TRUE if it is offered, or is not here
 */
gboolean
tambour_replica_offer_again (TambourStore  *store,
                             const char    *id,
                             GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);

  if (database == NULL)
    return FALSE;

  return end (store, database, tambour_database_run (database, "BEGIN IMMEDIATE", error) && offer_by_id (database, id, error), error);
}

/**
 * tambour_replica_offer_refused:
 * @store: a store
 * @reason: why the server refused some records
 * @before: those that it refused before this
 * @error: return location for a #TambourStoreError
 *
 * Offers them to the server once more: it may take them now.
 *
 * Returns: %TRUE if they are offered
 */
gboolean
tambour_replica_offer_refused (TambourStore          *store,
                               TambourReplicaReason   reason,
                               TambourInstant         before,
                               GError               **error)
{
  gint64 n_refused = tambour_replica_count_refused (store, error);
  TambourDatabase *database;

  if (n_refused <= 0)
    return n_refused == 0;
  if (!(database = tambour_store_lock_writer (store, error)))
    return FALSE;

  return end (store, database,
              tambour_database_run (database, "BEGIN IMMEDIATE", error) && offer_by_reason (database, reason, before, error), error);
}
