/* tambour-note-pane-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-environment.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-link-chooser.h"
#include "tambour-note-pane-private.h"
#include "tambour-revision-dialog.h"

/* --- marks in the text ----------------------------------------------------- */

/* What is chosen gets the marks, or loses them. */
static void
turn_marks (TambourNotePane *self,
            const char      *mark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  glong n = g_utf8_strlen (mark, -1);
  g_autofree char *chosen = NULL;
  g_autofree char *marked = NULL;
  GtkTextIter start, end;
  gboolean is_marked;
  int from;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  chosen = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  is_marked = strlen (chosen) >= 2 * strlen (mark) && g_str_has_prefix (chosen, mark) && g_str_has_suffix (chosen, mark);
  marked = is_marked ? g_strndup (chosen + strlen (mark), strlen (chosen) - 2 * strlen (mark)) : g_strconcat (mark, chosen, mark, NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, marked, -1);
  gtk_text_buffer_end_user_action (buffer);

  /* Between the marks, where there is nothing yet; else what was chosen stays so. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from + (int) (*chosen ? 0 : n));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, from + (int) (*chosen ? g_utf8_strlen (marked, -1) : n));
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
line_has (GtkTextBuffer *buffer,
          int            line,
          const char    *mark)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) strlen (mark));
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_str_equal (text, mark);
}

/* Every line that is chosen begins with the mark, or none does. */
static void
turn_lines (TambourNotePane *self,
            const char      *mark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  gboolean have_all = TRUE;
  GtkTextIter start, end;
  int first, last;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  for (int line = first; line <= last; line++)
    have_all = have_all && line_has (buffer, line, mark);

  gtk_text_buffer_begin_user_action (buffer);
  for (int line = first; line <= last; line++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      end = start;
      gtk_text_iter_forward_chars (&end, (int) strlen (mark));
      if (have_all)
        gtk_text_buffer_delete (buffer, &start, &end);
      else if (!line_has (buffer, line, mark))
        gtk_text_buffer_insert (buffer, &start, mark, -1);
    }
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
bold_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  turn_marks (TAMBOUR_NOTE_PANE (widget), "**");
}

static void
italic_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  turn_marks (TAMBOUR_NOTE_PANE (widget), "_");
}

static void
list_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  turn_lines (TAMBOUR_NOTE_PANE (widget), "- ");
}

static void
task_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  turn_lines (TAMBOUR_NOTE_PANE (widget), "- [ ] ");
}

/* --- links ----------------------------------------------------------------- */

static void
chosen_cb (TambourNotePane *self,
           const char      *link)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, link, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
link_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);
  AdwDialog *dialog = tambour_link_chooser_new (self->portfolio, self->account_id);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
follow_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tambour_note_links_follow (TAMBOUR_NOTE_PANE (widget)->links);
}

/* --- revisions ------------------------------------------------------------- */

static void
restored_cb (TambourNotePane *self,
             guint            number)
{
  const TambourNoteRevision *revision = g_ptr_array_index (self->file->revisions, self->file->revisions->len - number);
  g_autoptr(TambourRecord) record = tambour_record_dup (self->file->record);
  /* Translators: %u is the number of a revision */
  g_autofree char *label = g_strdup_printf (_("Restored revision %u"), number);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, label);

  tambour_note_set_title (record, revision->title);
  tambour_note_set_body (record, revision->body);
  tambour_change_edit (change, self->file->record, record);
  tambour_feedback_commit (GTK_WIDGET (self), self->portfolio, change, label);
}

static void
compare (TambourNotePane *self,
         guint            number)
{
  g_autofree char *draft = tambour_note_pane_is_edited (self) ? tambour_note_pane_dup_text (self) : NULL;
  gboolean can_restore = draft == NULL && !tambour_portfolio_is_read_only (self->portfolio);
  AdwDialog *dialog = tambour_revision_dialog_new (self->file->revisions, draft, number, can_restore);

  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);

  if (self->file != NULL && self->file->revisions->len > 0)
    compare (self, g_variant_get_uint32 (parameter));
}

static void
compare_last_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);
  gboolean is_edited = tambour_note_pane_is_edited (self);

  if (self->file != NULL && self->file->revisions->len > 0)
    compare (self, self->file->revisions->len + (is_edited ? 1 : 0));
}

/* --- keeping it current ---------------------------------------------------- */

typedef struct
{
  TambourRecordClass *klass;
  char               *id;
  gint64              months;  /* -1: somebody has looked at it */
} Review;

static void
review_free (Review *review)
{
  g_clear_pointer (&review->id, g_free);
  g_free (review);
}

static gboolean
fill_review (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  const Review *review = data;
  g_autoptr(TambourRecord) record = tambour_store_get (store, review->klass, review->id, error);
  TambourAccountReading reading = { store, NULL, record ? record->account_id.id : NULL, now };
  TambourDate today;

  if (record == NULL || !tambour_account_reading_today (&reading, &today, error))
    return FALSE;

  if (review->months >= 0)
    tambour_note_set_months (record, review->months);
  if (review->months != 0)
    tambour_note_set_review (record, today);
  tambour_change_put (change, record);

  return TRUE;
}

static void
change_review (TambourNotePane *self,
               gint64           months,
               const char      *label,
               const char      *message)
{
  Review *review = g_new0 (Review, 1);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, label);

  review->klass = self->klass;
  review->id = g_strdup (self->id);
  review->months = months;
  tambour_fill_and_commit (GTK_WIDGET (self), self->portfolio, change, fill_review, review, (GDestroyNotify) review_free, message);
}

static void
reviewed_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  change_review (TAMBOUR_NOTE_PANE (widget), -1, _("Look at note"), _("Looked at today"));
}

static void
review_every_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gint64 months = g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10);

  change_review (TAMBOUR_NOTE_PANE (widget), months, _("Set how often a note is looked at"),
                 months > 0 ? _("Looked at today, and again from now on") : _("Nobody looks at it again"));
}

/* --- where it stands in the list -------------------------------------------- */

typedef struct
{
  char     *id;
  gboolean  is_pinned;
} Pin;

static void
pin_free (Pin *pin)
{
  g_clear_pointer (&pin->id, g_free);
  g_free (pin);
}

static gboolean
fill_pin (TambourChange   *change,
          TambourStore    *store,
          TambourInstant   now,
          gpointer         data,
          GError         **error)
{
  const Pin *pin = data;
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_INFRA_NOTE);
  g_autoptr(TambourRecord) record = tambour_store_get (store, klass, pin->id, error);

  if (record == NULL)
    return FALSE;

  TAMBOUR_INFRA_NOTE (record)->pinned = pin->is_pinned;
  tambour_change_put (change, record);

  return TRUE;
}

static void
change_pin (TambourNotePane *self,
            gboolean         is_pinned,
            const char      *label,
            const char      *message)
{
  Pin *pin = g_new0 (Pin, 1);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, label);

  pin->id = g_strdup (self->id);
  pin->is_pinned = is_pinned;
  tambour_fill_and_commit (GTK_WIDGET (self), self->portfolio, change, fill_pin, pin, (GDestroyNotify) pin_free, message);
}

static void
pin_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  change_pin (TAMBOUR_NOTE_PANE (widget), TRUE, _("Pin note to top"), _("Pinned to the top"));
}

static void
unpin_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  change_pin (TAMBOUR_NOTE_PANE (widget), FALSE, _("Unpin note"), _("Pinned no longer"));
}

/* --- what else ------------------------------------------------------------- */

/* Tags, systems and the like: what is none of its text. */
static void
edit_details_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);

  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", self->klass->kind, self->id);
}

static void
details_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourNotePane *self = TAMBOUR_NOTE_PANE (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.show-fields", "(ss)", self->klass->kind, self->id);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_note_pane_refresh (TAMBOUR_NOTE_PANE (widget));
}

static const char * const writing[] = { "note.bold", "note.italic", "note.list", "note.task", "note.link" };

/**
 * tambour_note_pane_update_actions:
 * @self: a pane
 *
 * Only what can be done can be chosen.
 */
void
tambour_note_pane_update_actions (TambourNotePane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_removed = self->file != NULL && tambour_instant_is_stated (self->file->record->deleted_at);
  gboolean can_write = !tambour_portfolio_is_read_only (self->portfolio) && !self->is_sharing && !is_removed;
  gboolean is_edited = tambour_note_pane_is_edited (self);
  TambourInfraNote *note = self->file != NULL && TAMBOUR_IS_INFRA_NOTE (self->file->record) ? TAMBOUR_INFRA_NOTE (self->file->record) : NULL;

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), can_write);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], can_write);
  gtk_widget_action_set_enabled (widget, "note.share", can_write && is_edited);
  gtk_widget_action_set_enabled (widget, "note.share-now", can_write && is_edited);
  gtk_widget_action_set_enabled (widget, "note.discard", can_write && is_edited);
  gtk_widget_action_set_enabled (widget, "note.reviewed", can_write && self->file != NULL);
  gtk_widget_action_set_enabled (widget, "note.review-every", can_write && self->file != NULL);
  gtk_widget_action_set_enabled (widget, "note.edit-details", can_write && self->file != NULL);
  gtk_widget_action_set_enabled (widget, "note.details", self->file != NULL);
  gtk_widget_action_set_enabled (widget, "note.pin", can_write && note != NULL && !note->pinned);
  gtk_widget_action_set_enabled (widget, "note.unpin", can_write && note != NULL && note->pinned);
  gtk_widget_action_set_enabled (widget, "note.compare-last", self->file != NULL && self->file->revisions->len + (is_edited ? 1 : 0) > 1);
}

/**
 * tambour_note_pane_install_actions:
 * @widget_class: the class of panes
 */
void
tambour_note_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "note.bold", NULL, bold_action);
  gtk_widget_class_install_action (widget_class, "note.italic", NULL, italic_action);
  gtk_widget_class_install_action (widget_class, "note.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "note.task", NULL, task_action);
  gtk_widget_class_install_action (widget_class, "note.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "note.follow", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "note.compare", "u", compare_action);
  gtk_widget_class_install_action (widget_class, "note.compare-last", NULL, compare_last_action);
  gtk_widget_class_install_action (widget_class, "note.reviewed", NULL, reviewed_action);
  gtk_widget_class_install_action (widget_class, "note.review-every", "s", review_every_action);
  gtk_widget_class_install_action (widget_class, "note.pin", NULL, pin_action);
  gtk_widget_class_install_action (widget_class, "note.unpin", NULL, unpin_action);
  gtk_widget_class_install_action (widget_class, "note.edit-details", NULL, edit_details_action);
  gtk_widget_class_install_action (widget_class, "note.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "note.try-again", NULL, try_again_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "note.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "note.italic", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "note.link", NULL);
}
