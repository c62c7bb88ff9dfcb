/* tambour-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-notes.h"

#include "tambour-account-reading.h"
#include "tambour-authors.h"
#include "tambour-environment-file.h"

static void
line_free (gpointer data)
{
  TambourNoteLine *line = data;

  g_clear_object (&line->record);
  g_clear_pointer (&line->written_by, g_free);
  g_free (line);
}

/**
 * tambour_notes_free:
 * @self: (transfer full): notes
 */
void
tambour_notes_free (TambourNotes *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static TambourNoteLine *
add_line (TambourNotes     *self,
          TambourNoteGroup  group,
          TambourRecord    *record)
{
  TambourNoteLine *line = g_new0 (TambourNoteLine, 1);

  line->group = group;
  line->record = g_object_ref (record);
  line->written_at = record->updated_at;
  g_ptr_array_add (self->lines, line);

  return line;
}

static gboolean
is_revision (const TambourHistoryEntry *entry)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (entry->before == NULL)
    return TRUE;

  json_object_iter_init (&iter, entry->before);
  while (json_object_iter_next (&iter, &name, &value))
    if (tambour_note_is_text (name))
      return TRUE;

  return FALSE;
}

typedef struct
{
  TambourNotes     *notes;
  TambourNoteGroup  group;
  GHashTable       *authors;
} Adding;

/* How often its text was written, and by whom last, without the texts. */
static void
add_note (TambourRecord *note,
          GPtrArray     *history,
          gpointer       user_data)
{
  const Adding *adding = user_data;
  TambourNoteLine *line = add_line (adding->notes, adding->group, note);

  for (guint i = 0; i < history->len; i++)
    {
      const TambourHistoryEntry *entry = g_ptr_array_index (history, i);

      if (!is_revision (entry))
        continue;

      line->n_revisions++;
      line->written_at = entry->before ? entry->at : note->created_at;
      g_set_str (&line->written_by, tambour_authors_get_name (adding->authors, entry->before ? entry->by : note->created_by));
    }

  line->look_again = tambour_note_look_again (note);
  line->is_late = line->look_again.julian != 0 && line->look_again.julian < adding->notes->today.julian;
}

static gboolean
add_notes (TambourNotes                 *self,
           TambourNoteGroup              group,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  g_autoptr(GPtrArray) notes = tambour_account_reading_list (reading, G_TYPE_FROM_CLASS (tambour_note_get_kind (group)), NULL, error);
  g_autoptr(GHashTable) authors = tambour_authors_load (reading->store);

  Adding adding = { self, group, authors };

  return notes != NULL && tambour_store_each_history (reading->store, notes, add_note, &adding, reading->cancellable, error);
}

static gboolean
add_environments (TambourNotes                 *self,
                  const TambourAccountReading  *reading,
                  GError                      **error)
{
  g_autoptr(GPtrArray) environments = tambour_account_reading_list (reading, TAMBOUR_TYPE_ENVIRONMENT, NULL, error);
  g_autoptr(GPtrArray) components = environments ? tambour_account_reading_list (reading, TAMBOUR_TYPE_COMPONENT, NULL, error) : NULL;
  g_autoptr(GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; components && i < environments->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (environments, i);

      g_hash_table_insert (lines, record->id, add_line (self, TAMBOUR_NOTE_GROUP_ENVIRONMENTS, record));
    }

  for (guint i = 0; components && i < components->len; i++)
    {
      TambourComponent *component = g_ptr_array_index (components, i);
      TambourNoteLine *line = component->environment_id.id ? g_hash_table_lookup (lines, component->environment_id.id) : NULL;

      if (line == NULL)
        continue;

      line->n_parts++;
      line->n_late += tambour_component_is_over (component, self->today);
      line->is_late = line->n_late > 0;
    }

  return components != NULL;
}

static gboolean
is_pinned (const TambourNoteLine *line)
{
  return TAMBOUR_IS_INFRA_NOTE (line->record) && TAMBOUR_INFRA_NOTE (line->record)->pinned;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourNoteLine *first = *(TambourNoteLine * const *) a, *second = *(TambourNoteLine * const *) b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (is_pinned (first) != is_pinned (second))
    return is_pinned (first) ? -1 : 1;
  if (first->group == TAMBOUR_NOTE_GROUP_ENVIRONMENTS)
    return g_utf8_collate (TAMBOUR_ENVIRONMENT (first->record)->name, TAMBOUR_ENVIRONMENT (second->record)->name);
  if (first->written_at.seconds != second->written_at.seconds)
    return first->written_at.seconds > second->written_at.seconds ? -1 : 1;

  return strcmp (first->record->id, second->record->id);
}

/**
 * tambour_notes_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is known of the customer
 */
TambourNotes *
tambour_notes_load (TambourStore    *store,
                    const char      *account_id,
                    TambourInstant   at,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr(TambourNotes) self = g_new0 (TambourNotes, 1);
  TambourAccountReading reading = { store, cancellable, account_id, at };

  self->lines = g_ptr_array_new_with_free_func (line_free);
  if (!tambour_account_reading_today (&reading, &self->today, error))
    return NULL;

  for (TambourNoteGroup group = 0; group < TAMBOUR_N_NOTE_KINDS; group++)
    if (!add_notes (self, group, &reading, error))
      return NULL;

  if (!add_environments (self, &reading, error))
    return NULL;

  g_ptr_array_sort (self->lines, compare_lines);

  return g_steal_pointer (&self);
}
