/* tambour-note-pane-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-note-pane-private.h"
#include "tambour-status.h"

/* What a pane reads: its note, and what is written of it. */

static void
show_error (TambourNotePane *self,
            const GError    *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  tambour_status_say (self->status_page, "dialog-error-symbolic", _("The Note Could Not Be Read"), reason);
  tambour_status_offer (self->status_button, _("_Try Again"), "note.try-again");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* What is read for a pane, and what was found. */
typedef struct
{
  TambourRecordClass *klass;
  char               *id;
  char               *draft_key;
  TambourDraft       *draft;
  TambourNoteFile    *file;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->id, g_free);
  g_clear_pointer (&reading->draft_key, g_free);
  g_clear_pointer (&reading->draft, tambour_draft_free);
  g_clear_pointer (&reading->file, tambour_note_file_free);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
load_note (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  Reading *wanted = data;
  g_autoptr(Reading) reading = g_new0 (Reading, 1);
  g_autofree char *text = wanted->draft_key ? tambour_store_dup_setting (store, wanted->draft_key) : NULL;

  reading->draft = g_steal_pointer (&wanted->draft);
  if (text != NULL)
    reading->draft = tambour_draft_unpack (wanted->draft_key, text);

  if (wanted->id != NULL && !(reading->file = tambour_note_file_load (store, wanted->klass, wanted->id, now, cancellable, error)))
    return NULL;

  return g_steal_pointer (&reading);
}

static void
show_file (TambourNotePane *self)
{
  tambour_note_side_show (self->side, self->file, tambour_portfolio_get_author (self->portfolio), tambour_portfolio_now (self->portfolio));
  tambour_note_files_show (tambour_note_side_get_files (self->side), self->portfolio, self->file->record);
  g_set_str (&self->account_id, self->file->record->account_id.id);
  if (self->base == NULL || !tambour_note_pane_is_edited (self))
    g_set_object (&self->base, self->file->record);
  g_signal_emit_by_name (self, "titled", tambour_note_get_title (self->file->record));
}

/* What is being written is not touched; else the text is what was shared last. */
static void
take (TambourNotePane *self,
      Reading         *reading)
{
  gboolean is_written = self->is_read ? tambour_note_pane_is_edited (self)
                                      : reading->draft != NULL && tambour_note_pane_take_draft (self, reading->draft);
  g_autoptr(TambourNoteFile) old = g_steal_pointer (&self->file);

  self->file = g_steal_pointer (&reading->file);
  if (!is_written && (self->id != NULL || !self->is_read))
    tambour_note_pane_set_text (self, self->file ? tambour_note_pane_get_shared (self) : "# ");
  if (self->file != NULL)
    show_file (self);
  self->is_read = TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourNotePane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Reading) reading = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reading == NULL)
    {
      show_error (self, error);
      return;
    }

  take (self, reading);
  tambour_note_pane_show_text (self);
  tambour_note_pane_show_state (self);
  if (self->wants_focus)
    tambour_note_pane_focus (self);
}

/**
 * tambour_note_pane_refresh:
 * @self: a pane
 *
 * Reads the note again. What is being written is not touched.
 */
void
tambour_note_pane_refresh (TambourNotePane *self)
{
  Reading *wanted;
  gboolean is_known;

  g_return_if_fail (TAMBOUR_IS_NOTE_PANE (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->portfolio == NULL)
    return;

  wanted = g_new0 (Reading, 1);
  wanted->klass = self->klass;
  wanted->id = g_strdup (self->id);
  wanted->draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), self->draft_key, &is_known);
  wanted->draft_key = is_known ? NULL : g_strdup (self->draft_key);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_note, wanted, (GDestroyNotify) reading_free, (GDestroyNotify) reading_free,
                                self->loading, loaded_cb, g_object_ref (self));
}
