/* tambour-replica-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica-private.h"
#include "tambour-store-private.h"

static gboolean
note_refused (TambourDatabase  *database,
              const char       *id,
              const char       *why,
              GError          **error)
{
  static const char sql[] = "UPDATE \"revisions\" SET \"refused\" = ?2 WHERE \"row\" = ?1";
  g_autoptr(GPtrArray) tables = tambour_replica_list_tables (database, error);
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(TambourStatement) statement = NULL;

  if (tables == NULL || !tambour_replica_find (database, tables, id, &record, error) ||
      !(statement = tambour_database_keep (database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record ? record->row : 0);
  tambour_statement_bind_text (statement, 2, why);

  return tambour_database_finish (database, statement, error);
}

/**
 * tambour_replica_note_refused:
 * @store: a store
 * @id: the id of a record that the server refused
 * @why: (nullable): why, in the server's words; %NULL if it does no longer
 * @error: return location for a #TambourStoreError
 *
 * Keeps @why until something new of the record is offered.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_replica_note_refused (TambourStore  *store,
                              const char    *id,
                              const char    *why,
                              GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = note_refused (database, id, why, error);
  tambour_store_unlock_writer (store);

  return ok;
}

/**
 * tambour_replica_forget:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Forgets every tree, mark and note, because the team is left or its server was
 * replaced. The records stay, all of them unsealed.
 *
 * Returns: %TRUE if all is forgotten; otherwise nothing is
 */
gboolean
tambour_replica_forget (TambourStore  *store,
                        GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = tambour_database_run (database,
                             "BEGIN IMMEDIATE; DELETE FROM \"revisions\"; DELETE FROM \"marks\";"
                             "UPDATE \"numbers\" SET \"value\" = 0 WHERE \"name\" = 'sealed'; COMMIT",
                             error);
  tambour_database_roll_back (database);
  tambour_store_unlock_writer (store);

  return ok;
}
