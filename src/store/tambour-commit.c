/* tambour-commit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-commit.h"
#include "tambour-history.h"
#include "tambour-index.h"
#include "tambour-purge.h"
#include "tambour-rules.h"
#include "tambour-traces.h"

/**
 * tambour_commit_begin:
 * @self: (out caller-allocates): the commit
 * @database: the writer
 * @author: (nullable): who does it
 * @label: (nullable): what it is called
 * @at: when
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE if the file cannot be written now
 */
gboolean
tambour_commit_begin (TambourCommit    *self,
                      TambourDatabase  *database,
                      const char       *author,
                      const char       *label,
                      TambourInstant    at,
                      GError          **error)
{
  *self = (TambourCommit) { .database = database, .author = author, .label = label, .at = at };

  if (!tambour_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->last_number = tambour_database_get_int (database, "SELECT max(\"number\") FROM \"changes\"");
  self->first_row = tambour_database_get_int (database, "SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'row'");
  self->last_row = self->first_row;

  return TRUE;
}

static void
clear (TambourCommit *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->awaited, g_hash_table_unref);
}

/**
 * tambour_commit_abandon:
 * @self: a commit that has begun
 *
 * Leaves the file as it was.
 */
void
tambour_commit_abandon (TambourCommit *self)
{
  tambour_database_roll_back (self->database);
  self->number = 0;
  clear (self);
}

static gboolean
save_last_row (TambourCommit  *self,
               GError        **error)
{
  static const char sql[] = "UPDATE \"numbers\" SET \"value\" = ?1 WHERE \"name\" = 'row'";
  g_autoptr(TambourStatement) statement = NULL;

  if (self->last_row == self->first_row)
    return TRUE;

  if (!(statement = tambour_database_keep (self->database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->last_row);

  return tambour_database_finish (self->database, statement, error);
}

/**
 * tambour_commit_end:
 * @self: a commit that has begun
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if all of it is on the disk; otherwise the file is as it was
 */
gboolean
tambour_commit_end (TambourCommit  *self,
                    GError        **error)
{
  if (tambour_rules_check_awaited (self, error) &&
      save_last_row (self, error) &&
      tambour_database_run (self->database, "COMMIT", error))
    {
      clear (self);
      return TRUE;
    }

  tambour_commit_abandon (self);

  return FALSE;
}

static gint64
next_row (TambourCommit      *self,
          const TambourTable *table)
{
  return ++self->last_row * TAMBOUR_ROW_STEP + table->klass->number;
}

static gboolean
is_derived (const TambourTable *table)
{
  return (table->klass->traits & TAMBOUR_RECORD_DERIVED) != 0;
}

static void
stamp_new (TambourCommit *self,
           TambourRecord *record,
           TambourStamp  *stamp)
{
  gboolean says_made = self->keeps_stamps && tambour_instant_is_stated (record->created_at);
  gboolean says_changed = self->keeps_stamps && tambour_instant_is_stated (record->updated_at);

  stamp->created_at = says_made ? record->created_at : self->at;
  stamp->created_by = says_made ? record->created_by : self->author;
  stamp->updated_at = says_changed ? record->updated_at : self->at;
  stamp->updated_by = says_changed ? record->updated_by : self->author;
}

/* The stored record is gone when the stamp is used; authors are few. */
static void
stamp_old (TambourRecord *stored,
           TambourStamp  *stamp)
{
  stamp->row = stored->row;
  stamp->created_at = stored->created_at;
  stamp->created_by = g_intern_string (stored->created_by);
  stamp->updated_at = stored->updated_at;
  stamp->updated_by = g_intern_string (stored->updated_by);
}

static void
stamp_changed (TambourCommit *self,
               TambourRecord *stored,
               TambourRecord *record,
               TambourStamp  *stamp)
{
  gboolean says_made = self->keeps_stamps && tambour_instant_is_stated (record->created_at);
  gboolean says_changed = self->keeps_stamps && tambour_instant_is_stated (record->updated_at) &&
                          record->updated_at.seconds != stored->updated_at.seconds;

  stamp_old (stored, stamp);
  if (says_made)
    {
      stamp->created_at = record->created_at;
      stamp->created_by = record->created_by;
    }
  stamp->updated_at = says_changed ? record->updated_at : self->at;
  stamp->updated_by = says_changed ? record->updated_by : self->author;
}

/* The history and the index of a record that was not there. */
static gboolean
note_new (TambourCommit  *self,
          TambourRecord  *record,
          gint64          row,
          GError        **error)
{
  return tambour_history_write (self, row, TAMBOUR_HISTORY_CREATED, NULL, error) &&
         (tambour_record_is_deleted (record) ||
          tambour_index_add (self->database, record, row, error));
}

static gboolean
write_new (TambourCommit       *self,
           const TambourTable  *table,
           TambourRecord       *record,
           TambourStamp        *stamp,
           GError             **error)
{
  stamp_new (self, record, stamp);
  stamp->row = next_row (self, table);

  if (!tambour_rules_check_references (self, NULL, record, error) ||
      !tambour_table_write (table, self->database, record, stamp, TRUE, error))
    return FALSE;

  if (is_derived (table))
    {
      self->wrote_derived = TRUE;
      return TRUE;
    }

  return note_new (self, record, stamp->row, error);
}

static gboolean
write_index (TambourCommit  *self,
             TambourRecord  *stored,
             TambourRecord  *record,
             GError        **error)
{
  gboolean was_there = !tambour_record_is_deleted (stored);
  gboolean is_there = !tambour_record_is_deleted (record);

  if (was_there == is_there && (!is_there || !tambour_index_differs (stored, record)))
    return TRUE;

  return (!was_there || tambour_index_remove (self->database, stored->row, error)) &&
         (!is_there || tambour_index_add (self->database, record, stored->row, error));
}

static const char *
name_action (TambourRecord *stored,
             TambourRecord *record)
{
  gboolean was_there = !tambour_record_is_deleted (stored);
  gboolean is_there = !tambour_record_is_deleted (record);

  if (was_there == is_there)
    return TAMBOUR_HISTORY_CHANGED;

  return is_there ? TAMBOUR_HISTORY_RESTORED : TAMBOUR_HISTORY_REMOVED;
}

/* Writes what differs, and its history; nothing if nothing does. */
static gboolean
write_difference (TambourCommit       *self,
                  const TambourTable  *table,
                  TambourRecord       *stored,
                  TambourRecord       *record,
                  TambourStamp        *stamp,
                  GError             **error)
{
  g_autoptr(JsonNode) before = tambour_history_compare (stored, record);

  if (before == NULL)
    {
      stamp_old (stored, stamp);
      return TRUE;
    }

  stamp_changed (self, stored, record, stamp);
  if (!tambour_rules_check_held (self, stored, record, error) ||
      !tambour_rules_check_references (self, stored, record, error) ||
      !tambour_table_write (table, self->database, record, stamp, FALSE, error))
    return FALSE;

  if (is_derived (table))
    {
      self->wrote_derived = TRUE;
      return TRUE;
    }

  return tambour_history_write (self, stored->row, name_action (stored, record), before, error) &&
         write_index (self, stored, record, error);
}

/**
 * tambour_commit_put:
 * @self: a commit
 * @record: a record
 * @stamp: (out caller-allocates): what to write into @record once the commit has ended
 * @error: return location for a #TambourStoreError or #TambourRecordError
 *
 * Returns: %FALSE if the record may not be written, or could not
 */
gboolean
tambour_commit_put (TambourCommit  *self,
                    TambourRecord  *record,
                    TambourStamp   *stamp,
                    GError        **error)
{
  const TambourTable *table = tambour_table_get (TAMBOUR_RECORD_GET_CLASS (record));
  g_autoptr(TambourRecord) stored = NULL;

  if (!tambour_record_check (record, error) ||
      !tambour_table_load (table, self->database, record->id, &stored, error))
    return FALSE;

  if (stored == NULL)
    return write_new (self, table, record, stamp, error);

  return tambour_rules_check_edit (stored, record, error) &&
         write_difference (self, table, stored, record, stamp, error);
}

static gboolean
remove_derived (TambourCommit       *self,
                const TambourTable  *table,
                gint64               row,
                GError             **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (self->database, table->remove, error);

  if (statement == NULL)
    return FALSE;

  self->wrote_derived = TRUE;
  sqlite3_bind_int64 (statement, 1, row);

  return tambour_database_finish (self->database, statement, error);
}

/**
 * tambour_commit_remove:
 * @self: a commit
 * @record: a record
 * @stamp: (out caller-allocates): what to write into @record once the commit has ended
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or what writing may give
 *
 * Returns: %TRUE if the record is gone, or was already
 */
gboolean
tambour_commit_remove (TambourCommit  *self,
                       TambourRecord  *record,
                       TambourStamp   *stamp,
                       GError        **error)
{
  const TambourTable *table = tambour_table_get (TAMBOUR_RECORD_GET_CLASS (record));
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(TambourRecord) removed = NULL;

  if (!tambour_table_load (table, self->database, record->id, &stored, error))
    return FALSE;

  if (stored == NULL)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                   _("There is no %s %s to remove."), table->klass->kind, record->id);
      return FALSE;
    }

  stamp_old (stored, stamp);
  if (is_derived (table))
    return remove_derived (self, table, stored->row, error);

  if (tambour_record_is_deleted (stored))
    return TRUE;

  removed = tambour_record_dup (stored);
  removed->deleted_at = self->at;
  g_hash_table_remove (self->known, record->id);

  if (!write_difference (self, table, stored, removed, stamp, error))
    return FALSE;

  /* What was written is gone when the stamp is used. */
  stamp->created_by = g_intern_string (stamp->created_by);

  return TRUE;
}

/**
 * tambour_commit_restore:
 * @self: a commit
 * @stored: a record as it is
 * @record: the same as it was once
 * @error: return location for a #TambourStoreError
 *
 * Writes @record without asking whether such an edit is allowed: it was there
 * before. What it refers to must still be there.
 *
 * Returns: %TRUE if it is written
 */
gboolean
tambour_commit_restore (TambourCommit  *self,
                        TambourRecord  *stored,
                        TambourRecord  *record,
                        GError        **error)
{
  TambourStamp stamp;

  return write_difference (self, tambour_table_get (TAMBOUR_RECORD_GET_CLASS (record)), stored, record, &stamp, error);
}

/* Each line of the history says by whom and when the record was changed there: what
 * comes one after the other from one person's second shares one.
 */
static void
begin_line_of (TambourCommit *self,
               TambourRecord *record)
{
  TambourInstant at = tambour_instant_is_stated (record->updated_at) ? record->updated_at : (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC };

  if (self->number != 0 && self->at.seconds == at.seconds && g_strcmp0 (self->author, record->updated_by) == 0)
    return;

  self->number = 0;
  self->part_of = 0;
  self->author = record->updated_by;
  self->at = at;
}

static gboolean
stamps_differ (TambourRecord *a,
               TambourRecord *b)
{
  return a->created_at.seconds != b->created_at.seconds ||
         a->updated_at.seconds != b->updated_at.seconds ||
         g_strcmp0 (a->created_by, b->created_by) != 0 ||
         g_strcmp0 (a->updated_by, b->updated_by) != 0;
}

static gboolean
receive_difference (TambourCommit       *self,
                    const TambourTable  *table,
                    TambourRecord       *stored,
                    TambourRecord       *record,
                    const TambourStamp  *stamp,
                    GError             **error)
{
  g_autoptr(JsonNode) before = tambour_history_compare (stored, record);

  if (before == NULL)
    return !stamps_differ (stored, record) || tambour_table_write (table, self->database, record, stamp, FALSE, error);

  begin_line_of (self, record);

  return tambour_table_write (table, self->database, record, stamp, FALSE, error) &&
         tambour_history_write (self, stored->row, name_action (stored, record), before, error) &&
         (!tambour_purge_is_newer (record, stored) || tambour_traces_erase (self, stored, record, error)) &&
         write_index (self, stored, record, error);
}

/**
 * tambour_commit_receive:
 * @self: a commit
 * @stored: (nullable): the record as it is, if it is there
 * @record: the same as somebody else has it, with every required field; it lives until
 *   the commit ends
 * @row: (out): its row
 * @error: return location for a #TambourStoreError
 *
 * Writes what was written elsewhere, where the rules were asked: nothing is fixed or
 * held, what @record refers to may still come, and it keeps its stamps, so that it is
 * the same everywhere. The history has its author and time in place of the commit's.
 * What somebody purged goes from all that says so here as well.
 *
 * Returns: %TRUE if it is written, or was already
 */
gboolean
tambour_commit_receive (TambourCommit  *self,
                        TambourRecord  *stored,
                        TambourRecord  *record,
                        gint64         *row,
                        GError        **error)
{
  const TambourTable *table = tambour_table_get (TAMBOUR_RECORD_GET_CLASS (record));
  TambourStamp stamp = { .created_at = record->created_at,
                         .created_by = record->created_by,
                         .updated_at = record->updated_at,
                         .updated_by = record->updated_by };

  g_assert (!is_derived (table));

  *row = stamp.row = stored ? stored->row : next_row (self, table);
  if (stored != NULL)
    return receive_difference (self, table, stored, record, &stamp, error);

  begin_line_of (self, record);

  return tambour_table_write (table, self->database, record, &stamp, TRUE, error) &&
         note_new (self, record, stamp.row, error);
}
