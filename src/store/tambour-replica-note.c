/* tambour-replica-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica-private.h"
#include "tambour-store-private.h"

/* In the order of TambourReplicaReason. */
static const char * const words[] = { "forbidden", "too-large", "erased" };

/*
 * tambour_replica_reason_to_word:
 * @reason: why a server does not get a record
 *
 * Returns: what the file calls it
 */
const char *
tambour_replica_reason_to_word (TambourReplicaReason reason)
{
  g_assert ((guint) reason < G_N_ELEMENTS (words));

  return words[reason];
}

/*
 * tambour_replica_reason_from_word:
 * @word: (nullable): what the file calls it
 *
 * Returns: why a server does not get a record; %TAMBOUR_REPLICA_FORBIDDEN if an older
 *   version noted that, or a newer one something else
 */
TambourReplicaReason
tambour_replica_reason_from_word (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return (TambourReplicaReason) i;

  return TAMBOUR_REPLICA_FORBIDDEN;
}

static gboolean
write_why (TambourDatabase  *database,
           gint64            row,
           const char       *why,
           GError          **error)
{
  static const char sql[] = "UPDATE \"revisions\" SET \"refused\" = ?2 WHERE \"row\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  tambour_statement_bind_text (statement, 2, why);

  return tambour_database_finish (database, statement, error);
}

static gboolean
write_hold (TambourDatabase       *database,
            gint64                 row,
            TambourReplicaReason   reason,
            GError               **error)
{
  static const char sql[] = "INSERT OR REPLACE INTO \"holds\" (\"row\", \"reason\", \"at\") VALUES (?1, ?2, ?3)";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, tambour_replica_reason_to_word (reason), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, g_get_real_time () / G_USEC_PER_SEC);

  return tambour_database_finish (database, statement, error);
}

static gboolean
forget_hold (TambourDatabase  *database,
             gint64            row,
             GError          **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, "DELETE FROM \"holds\" WHERE \"row\" = ?1", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);

  return tambour_database_finish (database, statement, error);
}

static gboolean
write_refused (TambourDatabase       *database,
               gint64                 row,
               TambourReplicaReason   reason,
               const char            *why,
               GError               **error)
{
  return write_why (database, row, why, error) &&
         (why ? write_hold (database, row, reason, error) : forget_hold (database, row, error));
}

static gboolean
note_refused (TambourDatabase       *database,
              const char            *id,
              TambourReplicaReason   reason,
              const char            *why,
              GError               **error)
{
  g_autoptr(GPtrArray) tables = NULL;
  g_autoptr(TambourRecord) record = NULL;

  return tambour_database_run (database, "BEGIN IMMEDIATE", error) &&
         (tables = tambour_replica_list_tables (database, error)) != NULL &&
         tambour_replica_find (database, tables, id, &record, error) &&
         (record == NULL || write_refused (database, record->row, reason, why, error)) &&
         tambour_database_run (database, "COMMIT", error);
}

/**
 * tambour_replica_note_refused:
 * @store: a store
 * @id: the id of a record that the server refused
 * @reason: why
 * @why: (nullable): the same, in the server's words; %NULL if it does no longer
 * @error: return location for a #TambourStoreError
 *
 * Keeps @why until something new of the record is offered, or, of one that was erased
 * there, until tambour_replica_offer_again().
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_replica_note_refused (TambourStore          *store,
                              const char            *id,
                              TambourReplicaReason   reason,
                              const char            *why,
                              GError               **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = note_refused (database, id, reason, why, error);
  if (!ok)
    tambour_database_roll_back (database);
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
                             "BEGIN IMMEDIATE; DELETE FROM \"revisions\"; DELETE FROM \"marks\"; DELETE FROM \"holds\";"
                             "UPDATE \"numbers\" SET \"value\" = 0 WHERE \"name\" = 'sealed'; COMMIT",
                             error);
  tambour_database_roll_back (database);
  tambour_store_unlock_writer (store);

  return ok;
}
