/* tambour-replica-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-commit.h"
#include "tambour-purge.h"
#include "tambour-replica-private.h"
#include "tambour-store-private.h"
#include "tambour-table.h"
#include "tambour-traces.h"

/* Bytes of the file that stay in memory between batches. */
#define MOST_KEPT (12 * 1024 * 1024)

typedef struct
{
  TambourCommit commit;
  gint64        last_sequence;
  gint64        first_sequence;
  gboolean      has_written;
  gboolean      has_received;
} Batch;

static gboolean
set_number (TambourDatabase  *database,
            const char       *name,
            gint64            value,
            GError          **error)
{
  static const char sql[] = "UPDATE \"numbers\" SET \"value\" = ?2 WHERE \"name\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, value);

  return tambour_database_finish (database, statement, error);
}

/* What can be told without the file: whether this is a record that could be stored. */
static gboolean
is_possible (TambourReplicaWrite *write,
             TambourRecord       *stored)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (write->record);

  if (klass->traits & TAMBOUR_RECORD_DERIVED)
    g_set_error (&write->failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("A %s is computed on every computer and is not received."), klass->kind);
  else if (stored != NULL && TAMBOUR_RECORD_GET_CLASS (stored) != klass)
    g_set_error (&write->failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("The %s %s is a %s elsewhere. It is left alone."), TAMBOUR_RECORD_GET_CLASS (stored)->kind, write->id, klass->kind);
  else if (g_strcmp0 (write->record->id, write->id) != 0)
    g_set_error (&write->failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("The %s %s says that it is %s. It is left alone."), klass->kind, write->id, write->record->id);
  else
    tambour_record_check (write->record, &write->failure);

  return write->failure == NULL;
}

/* @stored: (out) (nullable): what is there, if a record is to take its place */
static gboolean
load_stored (TambourDatabase      *database,
             TambourReplicaWrite  *write,
             TambourRecord       **stored,
             GError              **error)
{
  *stored = NULL;

  if (write->record == NULL)
    return TRUE;
  if (write->row != 0)
    return tambour_table_load_row (tambour_table_of_row (write->row), database, write->row, stored, error);

  return tambour_table_load (tambour_table_get (TAMBOUR_RECORD_GET_CLASS (write->record)), database, write->id, stored, error);
}

static gboolean
read_version (TambourDatabase  *database,
              gint64            row,
              gint64           *version,
              GError          **error)
{
  static const char sql[] = "SELECT \"version\" FROM \"revisions\" WHERE \"row\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  *version = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

/* Whether somebody has written the record or its tree since, or what it belongs to. */
static gboolean
check_stale (TambourDatabase      *database,
             TambourReplicaWrite  *write,
             TambourRecord        *stored,
             GError              **error)
{
  gint64 change, version;

  if (write->part_of != NULL && (write->part_of->was_stale || write->part_of->failure != NULL))
    {
      write->was_stale = TRUE;
      return TRUE;
    }

  if (write->row == 0)
    {
      write->was_stale = stored != NULL;
      return TRUE;
    }

  if (!tambour_replica_read_change (database, write->row, &change, error) ||
      !read_version (database, write->row, &version, error))
    return FALSE;

  write->was_stale = change != write->expected || version != write->version || (write->record != NULL && stored == NULL);

  return TRUE;
}

/* What the record has been until now it may have to be rewound to. */
static gboolean
mark_replaced (TambourDatabase  *database,
               gint64            row,
               const char       *rev,
               GError          **error)
{
  static const char sql[] =
    "INSERT OR REPLACE INTO \"marks\" (\"row\", \"rev\", \"change\") "
    "SELECT \"row\", \"rev\", \"change\" FROM \"revisions\" WHERE \"row\" = ?1 AND \"rev\" IS NOT NULL AND \"rev\" <> ?2";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, rev, -1, SQLITE_STATIC);

  return tambour_database_finish (database, statement, error);
}

static gboolean
forget_marks (TambourDatabase     *database,
              gint64               row,
              const char * const  *revs,
              GError             **error)
{
  static const char sql[] = "DELETE FROM \"marks\" WHERE \"row\" = ?1 AND \"rev\" = ?2";

  for (guint i = 0; revs && revs[i]; i++)
    {
      g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

      if (statement == NULL)
        return FALSE;

      sqlite3_bind_int64 (statement, 1, row);
      sqlite3_bind_text (statement, 2, revs[i], -1, SQLITE_STATIC);
      if (!tambour_database_finish (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_marks (TambourDatabase      *database,
             TambourReplicaWrite  *write,
             gint64                row,
             GError              **error)
{
  if (write->version > 0 && write->rev != NULL && !mark_replaced (database, row, write->rev, error))
    return FALSE;

  return forget_marks (database, row, (const char * const *) write->forgotten, error);
}

/* Without a revision, the tree knows no more of the content than before. A server that
 * refused what was offered is asked again when something new is, unless somebody erased
 * the record there.
 */
static gboolean
write_tree (Batch                *self,
            TambourReplicaWrite  *write,
            gint64                row,
            gint64                change,
            GError              **error)
{
  static const char sql[] =
    "INSERT INTO \"revisions\" (\"row\", \"version\", \"sequence\", \"change\", \"rev\", \"tree\") VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
    "ON CONFLICT (\"row\") DO UPDATE SET \"version\" = ?2, \"tree\" = ?6, "
    "\"sequence\" = CASE WHEN ?3 > 0 THEN ?3 ELSE \"sequence\" END, "
    "\"refused\" = CASE WHEN ?3 > 0 AND NOT " TAMBOUR_REPLICA_IS_ERASED " THEN NULL ELSE \"refused\" END, "
    "\"change\" = CASE WHEN ?5 IS NULL THEN \"change\" ELSE ?4 END, \"rev\" = coalesce (?5, \"rev\")";
  TambourDatabase *database = self->commit.database;
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_int64 (statement, 2, write->version + 1);
  sqlite3_bind_int64 (statement, 3, write->is_offered ? ++self->last_sequence : 0);
  sqlite3_bind_int64 (statement, 4, write->rev ? change : 0);
  tambour_statement_bind_text (statement, 5, write->rev);
  sqlite3_bind_text (statement, 6, write->tree, -1, SQLITE_STATIC);
  self->has_written = TRUE;

  return tambour_database_finish (database, statement, error);
}

static gboolean
write_one (Batch                *self,
           TambourReplicaWrite  *write,
           GError              **error)
{
  TambourDatabase *database = self->commit.database;
  g_autoptr(TambourRecord) stored = NULL;
  gint64 row = write->row;
  gint64 change = write->expected;

  write->was_stale = FALSE;
  g_clear_error (&write->failure);
  if (!load_stored (database, write, &stored, error) || !check_stale (database, write, stored, error))
    return FALSE;

  if (write->was_stale || (write->record != NULL && !is_possible (write, stored)))
    return TRUE;

  if (write->record != NULL)
    {
      if (!tambour_commit_receive (&self->commit, stored, write->record, &row, error) ||
          !tambour_replica_read_change (database, row, &change, error))
        return FALSE;
      self->has_written = self->has_received = TRUE;
    }

  return row == 0 || write->tree == NULL ||
         (write_marks (database, write, row, error) && write_tree (self, write, row, change, error));
}

/* What comes before the first line that is not sealed need not be looked at again. */
static gboolean
save_sealed (TambourDatabase  *database,
             GError          **error)
{
  static const char sql[] = "SELECT h.\"change\" - 1" TAMBOUR_REPLICA_UNSEALED " ORDER BY h.\"change\" LIMIT 1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;
  gint64 sealed;

  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  sealed = has_row ? sqlite3_column_int64 (statement, 0) : tambour_database_get_int (database, "SELECT max(\"number\") FROM \"changes\"");

  return set_number (database, "sealed", sealed, error);
}

static gboolean
end_batch (Batch   *self,
           GError **error)
{
  TambourDatabase *database = self->commit.database;

  if (save_sealed (database, error) &&
      (self->last_sequence == self->first_sequence || set_number (database, "sequence", self->last_sequence, error)))
    return tambour_commit_end (&self->commit, error);

  tambour_commit_abandon (&self->commit);

  return FALSE;
}

static gboolean
write_all (Batch            *self,
           TambourDatabase  *database,
           GPtrArray        *writes,
           GError          **error)
{
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };

  if (!tambour_commit_begin (&self->commit, database, NULL, _("Received from the team"), now, error))
    return FALSE;

  self->first_sequence = tambour_database_get_int (database, "SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sequence'");
  self->last_sequence = self->first_sequence;

  for (guint i = 0; i < writes->len; i++)
    if (!write_one (self, g_ptr_array_index (writes, i), error))
      {
        tambour_commit_abandon (&self->commit);
        return FALSE;
      }

  if (self->has_written)
    return end_batch (self, error);

  tambour_commit_abandon (&self->commit);

  return TRUE;
}

/* Whether one of @writes may have been purged elsewhere. */
static gboolean
may_purge (GPtrArray *writes)
{
  for (guint i = 0; i < writes->len; i++)
    {
      TambourRecord *record = ((TambourReplicaWrite *) g_ptr_array_index (writes, i))->record;

      if (record != NULL && tambour_purge_find_field (TAMBOUR_RECORD_GET_CLASS (record)) != NULL &&
          tambour_instant_is_stated (tambour_purge_get_time (record)))
        return TRUE;
    }

  return FALSE;
}

/* What somebody had purged elsewhere is to be nowhere in this file either. */
static gboolean
write_and_wipe (Batch            *self,
                TambourDatabase  *database,
                GPtrArray        *writes,
                GError          **error)
{
  gboolean ok;

  if (!may_purge (writes))
    return write_all (self, database, writes, error);

  tambour_database_get_int (database, "PRAGMA secure_delete = ON");
  ok = write_all (self, database, writes, error) &&
       (!self->commit.has_purged || tambour_traces_wipe (database, error));
  tambour_database_get_int (database, "PRAGMA secure_delete = FAST");

  return ok;
}

/* Whether the server has all of it, so that a power cut may take the last of it: that comes
 * again. What is about to be offered is on the disk before anybody sees it.
 */
static gboolean
is_elsewhere (GPtrArray *writes)
{
  for (guint i = 0; i < writes->len; i++)
    if (((TambourReplicaWrite *) g_ptr_array_index (writes, i))->is_offered)
      return FALSE;

  return !may_purge (writes);
}

static gboolean
write_quickly (Batch            *self,
               TambourDatabase  *database,
               GPtrArray        *writes,
               GError          **error)
{
  gboolean ok = tambour_database_run (database, "PRAGMA synchronous = NORMAL", error) && write_all (self, database, writes, error);

  return tambour_database_run (database, "PRAGMA synchronous = FULL", ok ? error : NULL) && ok;
}

/* What comes from a team is as much as it likes, batch after batch: of the file, no more
 * stays in memory than makes the next batch quick.
 */
static void
keep_small (TambourDatabase *database)
{
  int used = 0, highest;

  if (sqlite3_db_status (database->db, SQLITE_DBSTATUS_CACHE_USED, &used, &highest, FALSE) == SQLITE_OK && used > MOST_KEPT)
    sqlite3_db_release_memory (database->db);
}

/**
 * tambour_replica_write:
 * @store: a store
 * @writes: (element-type TambourReplicaWrite): what becomes of records
 * @error: return location for a #TambourStoreError
 *
 * Carries out @writes in one transaction, but for those that are stale or impossible,
 * which say so. A record that is received obeys the field tables and no rule for people:
 * that was asked where it was written, and what it refers to may come later. It keeps its
 * stamps, so that it is the same on every computer, and the history has its author and
 * time. Content that is stored already writes no history. A write of a tree alone, for a
 * record that is not here, does nothing.
 *
 * Returns: %TRUE if all of that is stored; otherwise nothing of it is. What is offered is on
 *   the disk; of what the server has, a power cut may take the last batches, one from the end
 *   after the other
 */
gboolean
tambour_replica_write (TambourStore  *store,
                       GPtrArray     *writes,
                       GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  Batch batch = { 0 };
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = is_elsewhere (writes) ? write_quickly (&batch, database, writes, error) : write_and_wipe (&batch, database, writes, error);
  keep_small (database);
  tambour_store_unlock_writer (store);

  if (ok && batch.has_received)
    tambour_store_announce (store);

  return ok;
}
