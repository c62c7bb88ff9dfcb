/* tambour-review-window-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-review-window-private.h"

/* A review is counted anew, finished, restated, or discarded. */

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_report_move_fill (data, store, now, change, NULL, error);
}

/* Who asked, and what comes of it. */
typedef struct
{
  TambourReviewWindow   *window;
  TambourReportMoveKind  kind;
  char                  *id;
} Moving;

static void
moving_free (Moving *moving)
{
  g_clear_object (&moving->window);
  g_clear_pointer (&moving->id, g_free);
  g_free (moving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Moving, moving_free)

static void
show_moved (TambourReviewWindow *self,
            const Moving        *moving)
{
  switch (moving->kind)
    {
    case TAMBOUR_REPORT_MOVE_FINISH:
      tambour_feedback_say (GTK_WIDGET (self->stack), _("Review finished"));
      break;

    case TAMBOUR_REPORT_MOVE_REFRESH:
      tambour_feedback_say (GTK_WIDGET (self->stack), _("Figures updated"));
      break;

    case TAMBOUR_REPORT_MOVE_RESTATE:
      if (self->opener != NULL)
        tambour_review_window_open (self->opener, self->portfolio, moving->id);
      break;

    case TAMBOUR_REPORT_MOVE_DISCARD:
      gtk_window_destroy (GTK_WINDOW (self));
      return;

    case TAMBOUR_REPORT_MOVE_BEGIN:
    case TAMBOUR_REPORT_MOVE_COMPOSE:
      break;
    }

  tambour_review_window_load (self);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Moving) moving = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_done = tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  TambourReviewWindow *self = moving->window;

  if (self->is_gone)
    return;

  if (is_done)
    show_moved (self, moving);
  else
    tambour_feedback_fail (GTK_WIDGET (self->stack), error);
}

static void
start_move (TambourReviewWindow *self,
            TambourReportMove   *move,
            const char          *label)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, label);
  Moving *moving = g_new0 (Moving, 1);

  moving->window = g_object_ref (self);
  moving->kind = move->kind;
  moving->id = g_strdup (move->id);
  tambour_fill_async (self->portfolio, change, fill_move, move, (GDestroyNotify) tambour_report_move_free, NULL, moved_cb, moving);
}

/**
 * tambour_review_window_go_on:
 * @self: a window that stored what was typed, or could not
 * @is_stored: which of these
 *
 * Does what waits for that.
 */
void
tambour_review_window_go_on (TambourReviewWindow *self,
                             gboolean             is_stored)
{
  g_autoptr(TambourReportMove) move = g_steal_pointer (&self->waiting);
  g_autofree char *label = g_steal_pointer (&self->waiting_label);

  if (move != NULL && is_stored && !self->is_gone)
    start_move (self, g_steal_pointer (&move), label);
}

/* What is typed is stored before it is finished. */
static void
do_move (TambourReviewWindow *self,
         TambourReportMove   *move,
         const char          *label)
{
  tambour_review_window_save (self);
  if (!self->is_saving)
    {
      start_move (self, move, label);
      return;
    }

  g_clear_pointer (&self->waiting, tambour_report_move_free);
  self->waiting = move;
  g_set_str (&self->waiting_label, label);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);

  do_move (self, tambour_report_move_new (TAMBOUR_REPORT_MOVE_REFRESH, self->report_id), _("Update figures of review"));
}

/* --- questions ----------------------------------------------------------------------- */

static AdwDialog *
ask (TambourReviewWindow   *self,
     const char            *title,
     const char            *body,
     const char            *response,
     const char            *label,
     AdwResponseAppearance  appearance)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), response, label, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), response, appearance);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  return dialog;
}

static void
finish_response_cb (TambourReviewWindow *self,
                    const char          *response)
{
  if (g_str_equal (response, "finish"))
    do_move (self, tambour_report_move_new (TAMBOUR_REPORT_MOVE_FINISH, self->report_id), _("Finish review"));
}

static guint
count_open (TambourReviewWindow *self)
{
  guint n = 0;

  for (guint i = 0; self->checks != NULL && i < self->checks->len; i++)
    n += ((TambourPreflightLine *) g_ptr_array_index (self->checks, i))->weight == TAMBOUR_PREFLIGHT_SHOULD ? 1 : 0;

  return n;
}

/* Undo does not take it back: what is finished stays as it was presented. */
static void
finish_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  guint n = count_open (self);
  g_autofree char *open = n > 0 ? g_strdup_printf (ngettext ("%d thing should be mended still.", "%d things should be mended still.", n), (int) n) : NULL;
  g_autofree char *body = g_strjoin (" ", _("Its figures and words stay as they are for good. It can be restated later, with a reason."), open, NULL);
  AdwDialog *dialog = ask (self, _("Finish This Review?"), body, "finish", _("_Finish"), ADW_RESPONSE_SUGGESTED);

  tambour_review_window_save (self);
  g_signal_connect_object (dialog, "response", G_CALLBACK (finish_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
discard_response_cb (TambourReviewWindow *self,
                     const char          *response)
{
  if (g_str_equal (response, "discard"))
    do_move (self, tambour_report_move_new (TAMBOUR_REPORT_MOVE_DISCARD, self->report_id), _("Discard draft of review"));
}

static void
discard_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  AdwDialog *dialog = ask (self, _("Discard This Draft?"), _("What was written for it goes with it. Undo in the portfolio brings it back."),
                           "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
reason_changed_cb (AdwAlertDialog *dialog,
                   GtkEditable    *row)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  adw_alert_dialog_set_response_enabled (dialog, "restate", *reason != '\0');
}

static void
restate_response_cb (TambourReviewWindow *self,
                     const char          *response,
                     AdwAlertDialog      *dialog)
{
  GtkWidget *list = adw_alert_dialog_get_extra_child (dialog);
  GtkEditable *row = GTK_EDITABLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_autofree char *id = NULL;
  TambourReportMove *move;

  if (!g_str_equal (response, "restate"))
    return;

  id = tambour_id_new ();
  move = tambour_report_move_new (TAMBOUR_REPORT_MOVE_RESTATE, id);
  move->of = g_strdup (self->report_id);
  move->reason = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  do_move (self, move, _("Restate review"));
}

static void
restate_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourReviewWindow *self = TAMBOUR_REVIEW_WINDOW (widget);
  AdwDialog *dialog = ask (self, _("Restate This Review?"),
                           _("A draft begins with the figures as they are now and what was written for this one. When it is finished, it takes the place of this one."),
                           "restate", _("_Restate"), ADW_RESPONSE_SUGGESTED);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "css-classes", (const char *[]) { "boxed-list", NULL }, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Why It Is Restated"), NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "restate", FALSE);
  g_signal_connect_object (row, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (restate_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (dialog, row);
  adw_dialog_present (dialog, widget);
}

/**
 * tambour_review_window_install_states:
 * @widget_class: the class of windows
 */
void
tambour_review_window_install_states (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "review.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "review.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "review.restate", NULL, restate_action);
}
