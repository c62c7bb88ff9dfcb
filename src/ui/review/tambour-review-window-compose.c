/* tambour-review-window-compose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-announce.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-figure-chooser.h"
#include "tambour-fill.h"
#include "tambour-report-moves.h"
#include "tambour-review-part-row.h"
#include "tambour-review-window-private.h"

/* What is composed, and how it is kept: the pages show it at once, the portfolio keeps it as a
 * draft within a second, and the record says it when nobody types for a moment.
 */

#define REST_MS 2000
#define SOON_MS 100

#define NARRATIVE "narrative"

/* --- to keep it -------------------------------------------------------------------- */

static TambourDraft *
new_draft (const char *report_id)
{
  return tambour_draft_new_text ("report", report_id, NULL);
}

/**
 * tambour_review_window_dup_draft_key:
 * @report_id: the id of a report
 *
 * Returns: (transfer full): where the portfolio keeps what is typed for it
 */
char *
tambour_review_window_dup_draft_key (const char *report_id)
{
  g_autoptr(TambourDraft) draft = new_draft (report_id);

  return g_strdup (draft->key);
}

static void
keep (TambourReviewWindow *self)
{
  TambourReport *record = self->held->file->record;
  g_autoptr(TambourDraft) draft = new_draft (self->report_id);

  draft->title = g_strdup (record->title ? record->title : "");
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, NARRATIVE, tambour_review_draft_get_text (self->draft));
  tambour_draft_keeper_keep (tambour_draft_keeper_get (self->portfolio), draft);
}

static void
forget (TambourReviewWindow *self)
{
  g_autofree char *key = tambour_review_window_dup_draft_key (self->report_id);

  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), key);
}

/**
 * tambour_review_window_note_draft:
 * @self: a window that is about to read
 *
 * What is not in the file yet may be there before it is read, and not be read for that.
 */
void
tambour_review_window_note_draft (TambourReviewWindow *self)
{
  g_autofree char *key = tambour_review_window_dup_draft_key (self->report_id);
  gboolean is_known = FALSE;

  g_clear_pointer (&self->typed, tambour_draft_free);
  self->typed = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), key, &is_known);
}

/**
 * tambour_review_window_take_draft:
 * @self: a window that shows what the record says
 * @stored: (nullable): the draft that the file has; what is not in the file yet is newer
 *
 * Goes on with what was typed before and not stored.
 */
void
tambour_review_window_take_draft (TambourReviewWindow *self,
                                  const TambourDraft  *stored)
{
  g_autofree char *key = tambour_review_window_dup_draft_key (self->report_id);
  gboolean is_known = FALSE;
  g_autoptr(TambourDraft) kept = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), key, &is_known);
  const TambourDraft *draft = is_known ? kept : self->typed ? self->typed
                                                            : stored;
  const char *text = draft && draft->fields ? json_object_get_string_member_with_default (draft->fields, NARRATIVE, NULL) : NULL;

  if (text != NULL && tambour_review_window_can_write (self))
    tambour_review_draft_take_up (self->draft, text);
}

/* --- to store it ---------------------------------------------------------------------- */

/* What is on its way to the record. */
typedef struct
{
  TambourReviewWindow *window;
  TambourChange       *change;
  char                *text;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->window);
  g_clear_object (&saving->change);
  g_clear_pointer (&saving->text, g_free);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void schedule (TambourReviewWindow *self,
                      guint                milliseconds);

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_report_move_fill (data, store, now, change, NULL, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  TambourReviewWindow *self = saving->window;
  g_autoptr(GError) error = NULL;

  self->is_saving = FALSE;
  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      if (!self->is_gone)
        tambour_feedback_fail (GTK_WIDGET (self->stack), error);
      tambour_review_window_go_on (self, FALSE);
      return;
    }

  self->n_own += tambour_change_get_number (saving->change) != 0 ? 1 : 0;
  tambour_review_draft_note_stored (self->draft, saving->text);
  if (tambour_review_draft_is_changed (self->draft))
    schedule (self, REST_MS);
  else
    forget (self);
  tambour_review_window_go_on (self, TRUE);
}

/**
 * tambour_review_window_save:
 * @self: a window
 *
 * Has the record say what is composed, if it does not.
 */
void
tambour_review_window_save (TambourReviewWindow *self)
{
  const char *label = tambour_review_draft_get_label (self->draft);
  TambourReportMove *move;
  Saving *saving;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->is_saving || !tambour_review_window_can_write (self) || !tambour_review_draft_is_changed (self->draft))
    return;

  self->is_saving = TRUE;
  saving = g_new0 (Saving, 1);
  saving->window = g_object_ref (self);
  saving->change = tambour_portfolio_new_change (self->portfolio, label ? label : _("Compose review"));
  saving->text = g_strdup (tambour_review_draft_get_text (self->draft));
  move = tambour_report_move_new (TAMBOUR_REPORT_MOVE_COMPOSE, self->report_id);
  move->outline = g_strdup (saving->text);
  tambour_fill_async (self->portfolio, saving->change, fill_move, move, (GDestroyNotify) tambour_report_move_free, NULL, saved_cb, saving);
}

static void
save_cb (gpointer user_data)
{
  TambourReviewWindow *self = user_data;

  self->save_source = 0;
  tambour_review_window_save (self);
}

static void
schedule (TambourReviewWindow *self,
          guint                milliseconds)
{
  if (self->is_gone)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add_once (milliseconds, save_cb, self);
}

/* --- what is composed ------------------------------------------------------------------- */

static void
changed_cb (TambourReviewWindow *self,
            gboolean             is_turned)
{
  if (self->held == NULL)
    return;

  tambour_review_window_compose (self);
  if (tambour_review_draft_is_changed (self->draft))
    {
      keep (self);
      schedule (self, self->saves_soon ? SOON_MS : REST_MS);
    }
  if (is_turned)
    tambour_review_window_show_part (self);
  if (self->layout != NULL && (is_turned || self->saves_soon))
    tambour_review_window_show_parts (self);
  tambour_review_window_update_actions (self);
}

/**
 * tambour_review_window_follow_draft:
 * @self: a window that has a draft
 */
void
tambour_review_window_follow_draft (TambourReviewWindow *self)
{
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_review_window_end_stroke:
 * @self: a window in whose draft something was begun
 *
 * What is done at one stroke is stored at once.
 */
void
tambour_review_window_end_stroke (TambourReviewWindow *self)
{
  self->saves_soon = TRUE;
  tambour_review_draft_end (self->draft);
  self->saves_soon = FALSE;
}

/**
 * tambour_review_window_type_title:
 * @self: a window in whose title somebody types
 */
void
tambour_review_window_type_title (TambourReviewWindow *self)
{
  const TambourLaidChapter *laid = self->layout ? &self->layout->chapters[self->chapter] : NULL;
  const char *written = laid ? laid->written : NULL;
  g_autofree char *typed = NULL;
  g_autofree char *group = NULL;

  if (self->is_filling || !tambour_review_window_can_write (self))
    return;

  typed = tambour_figure_text_dup_typed (self->side->title_text);
  group = g_strdup_printf ("title %u", self->chapter);
  if (g_strcmp0 (typed, written) == 0)
    g_clear_pointer (&typed, g_free);
  tambour_outline_set_title (tambour_review_draft_begin (self->draft, _("Edit title"), group), self->chapter, typed, written,
                             laid && self->layout->shown_as == TAMBOUR_REVIEW_LAYOUT_REPORT);
  tambour_review_draft_end (self->draft);
}

/**
 * tambour_review_window_type_narrative:
 * @self: a window in whose narrative somebody types
 */
void
tambour_review_window_type_narrative (TambourReviewWindow *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *group = NULL;

  if (self->is_filling || !tambour_review_window_can_write (self))
    return;

  typed = tambour_figure_text_dup_typed (self->side->narrative_text);
  group = g_strdup_printf ("narrative %u", self->chapter);
  tambour_outline_set_narrative (tambour_review_draft_begin (self->draft, _("Edit narrative"), group), self->chapter, typed);
  tambour_review_draft_end (self->draft);
}

static void
use_written_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);

  tambour_outline_set_title (tambour_review_draft_begin (self->draft, _("Use written title"), NULL), self->chapter, NULL, NULL, FALSE);
  tambour_review_window_end_stroke (self);
  tambour_review_window_show_part (self);
}

/* --- in or out ------------------------------------------------------------------------------ */

/**
 * tambour_review_window_is_included:
 * @self: a window
 * @chapter: a section
 *
 * Returns: whether it is in the review
 */
gboolean
tambour_review_window_is_included (TambourReviewWindow *self,
                                   TambourChapter       chapter)
{
  return self->draft != NULL && !tambour_outline_find (tambour_review_draft_get_outline (self->draft), chapter)->is_out;
}

/**
 * tambour_review_window_set_included:
 * @self: a window
 * @chapter: a section
 * @is_in: whether it is in the review
 */
void
tambour_review_window_set_included (TambourReviewWindow *self,
                                    TambourChapter       chapter,
                                    gboolean             is_in)
{
  if (tambour_review_window_is_included (self, chapter) == is_in || !tambour_review_window_can_write (self))
    return;

  tambour_outline_find (tambour_review_draft_begin (self->draft, is_in ? _("Take section in") : _("Leave section out"), NULL), chapter)->is_out = !is_in;
  tambour_review_window_end_stroke (self);
}

static void
set_included_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourChapter chapter;
  const char *nick;
  gboolean is_in;

  g_variant_get (parameter, "(&sb)", &nick, &is_in);
  if (tambour_chapter_find (nick, &chapter))
    tambour_review_window_set_included (TAMBOUR_REVIEW_WINDOW (widget), chapter, is_in);
}

/* --- in which order ----------------------------------------------------------------------------- */

static void
announce_place (TambourReviewWindow *self,
                TambourChapter       chapter,
                guint                position)
{
  /* Translators: a section, where it is now, and how many there are */
  g_autofree char *words = g_strdup_printf (_("%1$s, now %2$u of %3$u"), tambour_review_text_chapter (chapter), position + 1,
                                            (guint) TAMBOUR_N_CHAPTERS);

  tambour_announce (GTK_WIDGET (self->parts_list), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_to (TambourReviewWindow *self,
         TambourChapter       chapter,
         int                  position)
{
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);
  int from = (int) (tambour_outline_find (outline, chapter) - outline->parts);
  int to = CLAMP (position, 1, (int) TAMBOUR_N_CHAPTERS - 2);

  if (to == from || !tambour_review_text_can_leave (chapter) || !tambour_review_window_can_write (self))
    return;

  tambour_outline_move (tambour_review_draft_begin (self->draft, _("Move section"), NULL), chapter, (guint) to);
  tambour_review_window_end_stroke (self);
  announce_place (self, chapter, (guint) to);
}

static void
move_by (TambourReviewWindow *self,
         int                  steps)
{
  TambourOutline *outline = tambour_review_draft_get_outline (self->draft);

  move_to (self, self->chapter, (int) (tambour_outline_find (outline, self->chapter) - outline->parts) + steps);
}

static void
move_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  move_by (TAMBOUR_REVIEW_WINDOW (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  move_by (TAMBOUR_REVIEW_WINDOW (widget), 1);
}

/* Below the middle of a row is behind it. */
static int
find_place (TambourReviewWindow *self,
            int                  from,
            double               y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->parts_list, (int) y);
  graphene_rect_t bounds;
  int place;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->parts_list), &bounds))
    return from;

  place = gtk_list_box_row_get_index (row);
  if (place < from && y > bounds.origin.y + bounds.size.height / 2)
    place++;
  else if (place > from && y < bounds.origin.y + bounds.size.height / 2)
    place--;

  return place;
}

static gboolean
drop_cb (TambourReviewWindow *self,
         const GValue        *value,
         double               x,
         double               y)
{
  GtkListBoxRow *row = g_value_get_object (value);

  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) != GTK_WIDGET (self->parts_list))
    return FALSE;

  move_to (self, tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)), find_place (self, gtk_list_box_row_get_index (row), y));

  return TRUE;
}

/**
 * tambour_review_window_add_drops:
 * @self: a window
 *
 * Lets its sections be dragged to another place.
 */
void
tambour_review_window_add_drops (TambourReviewWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TAMBOUR_TYPE_REVIEW_PART_ROW, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->parts_list), GTK_EVENT_CONTROLLER (target));
}

/* --- figures --------------------------------------------------------------------------------------- */

static void
chosen_cb (TambourReviewWindow *self,
           const char          *key)
{
  if (!tambour_review_window_can_write (self))
    return;

  adw_overlay_split_view_set_show_sidebar (self->side_view, TRUE);
  tambour_figure_text_insert (self->side->narrative_text, key);
  gtk_widget_grab_focus (GTK_WIDGET (self->side->narrative_text));
}

static void
insert_figure_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  AdwDialog *dialog;

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;

  dialog = tambour_figure_chooser_new (self->held);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* Somebody says that a figure is right as it is shown. */
static void
check_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  TambourFacts *facts = self->held->file->facts;
  const TambourFact *fact = tambour_facts_find (facts, g_variant_get_string (parameter, NULL));
  g_autofree char *text = fact ? tambour_review_text_shown (fact, facts) : NULL;

  if (text == NULL)
    return;

  tambour_outline_check (tambour_review_draft_begin (self->draft, _("Check figure"), NULL), fact->key, text,
                         tambour_portfolio_now (self->portfolio), tambour_portfolio_get_author (self->portfolio));
  tambour_review_window_end_stroke (self);
  tambour_review_window_show_figures (self);
}

/* All that the section tells: what changes later is said. */
static void
check_all_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  TambourFacts *facts = self->held->file->facts;
  TambourOutline *outline = tambour_review_draft_begin (self->draft, _("Check figures"), NULL);
  GPtrArray *told = self->layout->chapters[self->chapter].facts;

  for (guint i = 0; i < told->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (told, i);
      g_autofree char *text = tambour_review_text_shown (fact, facts);

      tambour_outline_check (outline, fact->key, text, tambour_portfolio_now (self->portfolio), tambour_portfolio_get_author (self->portfolio));
    }
  tambour_review_window_end_stroke (self);
  tambour_review_window_show_figures (self);
}

/* --- to take it back ----------------------------------------------------------------------------------- */

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_review_draft_undo (TAMBOUR_REVIEW_WINDOW (widget)->draft);
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_review_draft_redo (TAMBOUR_REVIEW_WINDOW (widget)->draft);
}

/**
 * tambour_review_window_install_composing:
 * @widget_class: the class of windows
 */
void
tambour_review_window_install_composing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "review.use-written", NULL, use_written_action);
  gtk_widget_class_install_action (widget_class, "review.set-included", "(sb)", set_included_action);
  gtk_widget_class_install_property_action (widget_class, "review.include", "is-included");
  gtk_widget_class_install_property_action (widget_class, "review.appendix", "has-appendix");
  gtk_widget_class_install_action (widget_class, "review.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "review.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "review.insert-figure", NULL, insert_figure_action);
  gtk_widget_class_install_action (widget_class, "review.check", "s", check_action);
  gtk_widget_class_install_action (widget_class, "review.check-all", NULL, check_all_action);
}
