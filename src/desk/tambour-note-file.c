/* tambour-note-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note-file.h"

#include "tambour-account-reading.h"
#include "tambour-authors.h"
#include "tambour-linking.h"
#include "tambour-record-view.h"

static void
revision_free (gpointer data)
{
  TambourNoteRevision *revision = data;

  g_clear_pointer (&revision->by, g_free);
  g_clear_pointer (&revision->remark, g_free);
  g_clear_pointer (&revision->title, g_free);
  g_clear_pointer (&revision->body, g_free);
  g_free (revision);
}

static gboolean
is_revision (const TambourRecordStep *step)
{
  for (guint i = 0; i < step->fields->len; i++)
    if (tambour_note_is_text (((const TambourField *) g_ptr_array_index (step->fields, i))->name))
      return TRUE;

  return step->before == NULL;
}

static TambourNoteRevision *
revision_new (const TambourRecordStep *step,
              GHashTable              *authors)
{
  TambourNoteRevision *revision = g_new0 (TambourNoteRevision, 1);

  /* What was imported is older than its first line here. */
  revision->at = step->before ? step->at : step->after->created_at;
  revision->by = g_strdup (step->before ? step->by : tambour_authors_get_name (authors, step->after->created_by));
  revision->remark = step->before ? g_strdup (step->label) : NULL;
  revision->title = g_strdup (tambour_note_get_title (step->after));
  revision->body = g_strdup (tambour_note_get_body (step->after));

  return revision;
}

static GPtrArray *
list_revisions (const TambourRecordView *view,
                TambourStore            *store)
{
  GPtrArray *revisions = g_ptr_array_new_with_free_func (revision_free);
  g_autoptr(GHashTable) authors = tambour_authors_load (store);

  for (guint i = 0; i < view->steps->len; i++)
    if (is_revision (g_ptr_array_index (view->steps, i)))
      g_ptr_array_add (revisions, revision_new (g_ptr_array_index (view->steps, i), authors));

  for (guint i = 0; i < revisions->len; i++)
    ((TambourNoteRevision *) g_ptr_array_index (revisions, i))->number = revisions->len - i;

  return revisions;
}

/**
 * tambour_note_file_load:
 * @store: a store
 * @klass: a kind of note
 * @id: the id of a note of that kind, removed or not
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the note with all that belongs to it
 */
TambourNoteFile *
tambour_note_file_load (TambourStore        *store,
                        TambourRecordClass  *klass,
                        const char          *id,
                        TambourInstant       at,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_autoptr(TambourNoteFile) self = g_new0 (TambourNoteFile, 1);
  g_autoptr(TambourRecordView) view = tambour_record_view_load (store, klass, id, error);
  TambourAccountReading reading = { store, cancellable, NULL, at };

  self->others = tambour_others_new ();
  if (view == NULL)
    return NULL;

  self->record = g_object_ref (view->record);
  self->revisions = list_revisions (view, store);
  self->look_again = tambour_note_look_again (self->record);
  reading.account_id = self->record->account_id.id;
  if (!tambour_account_reading_today (&reading, &self->today, error) ||
      !(self->linked_from = tambour_linking_from (store, self->record, self->others, cancellable, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_note_file_free:
 * @self: (transfer full): a note
 */
void
tambour_note_file_free (TambourNoteFile *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->linked_from, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self);
}
