/* tambour-commit-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-change-private.h"
#include "tambour-commit.h"

static void
apply_stamp (TambourCommit            *self,
             const TambourChangeEntry *entry,
             const TambourStamp       *stamp)
{
  TambourRecord *record = entry->record;

  record->row = stamp->row;
  record->created_at = stamp->created_at;
  record->updated_at = stamp->updated_at;
  if (stamp->created_by != record->created_by)
    g_set_str (&record->created_by, stamp->created_by);
  if (stamp->updated_by != record->updated_by)
    g_set_str (&record->updated_by, stamp->updated_by);
  if (entry->is_removal)
    record->deleted_at = self->at;
}

/* What was edited, on top of what is stored by now. */
static TambourRecord *
apply_edit (TambourCommit             *self,
            const TambourChangeEntry  *entry,
            GError                   **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (entry->record);
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(TambourRecord) record = tambour_record_dup (entry->record);

  if (!tambour_table_load (tambour_table_get (klass), self->database, record->id, &stored, error))
    return NULL;

  if (stored == NULL)
    return g_steal_pointer (&record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (tambour_field_equal (&klass->fields[i], entry->base, entry->record))
      tambour_field_copy (&klass->fields[i], record, stored);

  if (g_strcmp0 (entry->base->extra, entry->record->extra) == 0)
    g_set_str (&record->extra, stored->extra);

  return g_steal_pointer (&record);
}

static gboolean
write_entry (TambourCommit             *self,
             const TambourChangeEntry  *entry,
             GPtrArray                 *written,
             TambourStamp              *stamp,
             GError                   **error)
{
  TambourRecord *record;

  if (entry->is_removal)
    return tambour_commit_remove (self, entry->record, stamp, error);

  if (entry->base == NULL)
    return tambour_commit_put (self, entry->record, stamp, error);

  if (!(record = apply_edit (self, entry, error)))
    return FALSE;

  g_ptr_array_add (written, record);

  return tambour_commit_put (self, record, stamp, error);
}

/* An edited record says what was written only when that is on the disk. */
static void
finish_entries (TambourCommit *self,
                GArray        *entries,
                GPtrArray     *written,
                TambourStamp  *stamps)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const TambourChangeEntry *entry = &g_array_index (entries, TambourChangeEntry, i);

      if (!entry->is_removal && entry->base != NULL)
        tambour_record_copy_fields (entry->record, g_ptr_array_index (written, n++));
      apply_stamp (self, entry, &stamps[i]);
    }
}

static gboolean
write_entries (TambourCommit  *self,
               GArray         *entries,
               GPtrArray      *written,
               TambourStamp   *stamps,
               GError        **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!write_entry (self, &g_array_index (entries, TambourChangeEntry, i), written, &stamps[i], error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_commit_change:
 * @database: the writer
 * @change: a change
 * @has_written: (out): whether anything was different from what is stored
 * @error: return location for a #TambourStoreError or #TambourRecordError
 *
 * Returns: %TRUE if all of @change is on the disk; otherwise nothing of it is,
 *   and its records are as they were
 */
gboolean
tambour_commit_change (TambourDatabase  *database,
                       TambourChange    *change,
                       gboolean         *has_written,
                       GError          **error)
{
  g_autofree TambourStamp *stamps = g_new0 (TambourStamp, change->entries->len);
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  gboolean has_time = tambour_instant_is_stated (change->at);
  TambourCommit commit;

  if (!tambour_commit_begin (&commit, database, change->author, change->label, has_time ? change->at : now, error))
    return FALSE;

  commit.keeps_stamps = has_time;
  commit.part_of = change->continues;

  if (!write_entries (&commit, change->entries, written, stamps, error))
    {
      tambour_commit_abandon (&commit);
      return FALSE;
    }

  *has_written = commit.number != 0 || commit.wrote_derived;
  if (!*has_written)
    tambour_commit_abandon (&commit);
  else if (!tambour_commit_end (&commit, error))
    return FALSE;

  finish_entries (&commit, change->entries, written, stamps);
  change->number = commit.number ? commit.part_of : 0;

  return TRUE;
}
