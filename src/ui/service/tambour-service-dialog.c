/* tambour-service-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-amount.h"
#include "tambour-ask-about.h"
#include "tambour-ask-rows.h"
#include "tambour-buffer.h"
#include "tambour-case.h"
#include "tambour-choice-words.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-service-dialog.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourServiceDialog:
 *
 * Asks what became of a planned change or an escalation, or what somebody was asked
 * and answered, and writes it down.
 */
struct _TambourServiceDialog
{
  TambourAskDialog        parent_instance;

  TambourServiceMoveKind  kind;
  const TambourAsked     *asked;
  const TambourAskAbout  *opened;

  /* Template widgets */
  GtkWidget              *fields;
  AdwComboRow            *state_row;
  GtkEditable            *when_row;
  GtkEditable            *to_row;
  AdwComboRow            *survey_row;
  GtkEditable            *score_row;
  AdwComboRow            *who_row;
  GtkEditable            *date_row;
  GtkWidget              *text_box;
  GtkWidget              *text_view;
  GtkTextBuffer          *buffer;
};

G_DEFINE_FINAL_TYPE (TambourServiceDialog, tambour_service_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called and asks for; what has no title is not asked. */
typedef struct
{
  TambourAskWording  asks;
  const char        *date;
  gboolean           has_state;
  gboolean           has_when;
  gboolean           has_to;
  gboolean           has_who;
  gboolean           has_score;
} Wording;

static const Wording wordings[TAMBOUR_N_SERVICE_ASKS] = {
  [TAMBOUR_SERVICE_MOVE_ANNOUNCE] = { { "planned_change", N_("Customer Was Told"), N_("_Save"), N_("Working days are counted from that day to the change."),
                                        NULL, N_("Customer was told of change"), N_("Noted that the customer was told") }, N_("Told On"), .has_who = TRUE },
  [TAMBOUR_SERVICE_MOVE_SETTLE] = { { "planned_change", N_("Record Outcome"), N_("_Record"), N_("The timeline of the account shows it."),
                                      N_("What Came of It"), N_("Record outcome of change"), N_("The outcome is recorded") }, NULL, .has_state = TRUE },
  [TAMBOUR_SERVICE_MOVE_POSTPONE] = { { "planned_change", N_("Postpone Change"), N_("_Postpone"), N_("It is as long as before. Notice is counted anew: who was told of the old time was not told of this one."),
                                        NULL, N_("Postpone change"), N_("The change is postponed") }, N_("Told On, if They Know Already"), .has_when = TRUE },
  [TAMBOUR_SERVICE_MOVE_ASSIGN] = { { "escalation", N_("Assign Escalation"), N_("_Assign"), N_("A person or a team."),
                                      NULL, N_("Assign escalation"), N_("The escalation is assigned") }, NULL, .has_to = TRUE },
  [TAMBOUR_SERVICE_MOVE_DEESCALATE] = { { "escalation", N_("End Escalation"), N_("_End"), N_("The review lists it with how it ended."),
                                          N_("How It Ended"), N_("End escalation"), N_("The escalation is over") }, NULL },
  [TAMBOUR_SERVICE_MOVE_ASK] = { { "account", N_("Ask for Feedback"), N_("_Save"), N_("Who was asked counts, also if they never answer."),
                                   NULL, N_("Ask for feedback"), N_("Noted who was asked") }, N_("Asked On"), .has_who = TRUE },
  [TAMBOUR_SERVICE_MOVE_ANSWER] = { { "survey_response", N_("Record Answer"), N_("_Record"), N_("The review gives the mean with how many answered."),
                                      N_("In the Customer’s Words"), N_("Record answer"), N_("The answer is recorded") }, N_("Answered On"), .has_who = TRUE, .has_score = TRUE },
};

/* Whether there is nothing yet that the question is about. */
static gboolean
is_new (TambourServiceDialog *self)
{
  return self->asked->id == NULL;
}

static TambourSurveyKind
get_survey (TambourServiceDialog *self)
{
  if (self->opened != NULL && self->opened->record != NULL && TAMBOUR_IS_SURVEY_RESPONSE (self->opened->record))
    return TAMBOUR_SURVEY_RESPONSE (self->opened->record)->kind;

  return MIN (adw_combo_row_get_selected (self->survey_row), TAMBOUR_SURVEY_KIND_EBR_FEEDBACK);
}

static TambourDraft *
tambour_service_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);

  return tambour_draft_new_ask ("service", is_new (self) ? "account" : wordings[self->kind].asks.kind,
                                self->asked->id ? self->asked->id : self->asked->account_id, self->asked->account_id, self->kind);
}

/* --- what is typed -------------------------------------------------------- */

/* Nothing is a number as well: none. */
static gboolean
read_score (TambourServiceDialog *self,
            double               *score)
{
  *score = TAMBOUR_NO_NUMBER;

  return tambour_ask_rows_is_blank (self->score_row) || tambour_amount_parse_number (gtk_editable_get_text (self->score_row), score);
}

/* In the customer's time: that is when they stay up. */
static gboolean
read_when (TambourServiceDialog *self,
           TambourInstant       *when)
{
  TambourPortfolio *portfolio = tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self));
  gboolean has_time = FALSE;

  when->seconds = TAMBOUR_NEVER;

  return tambour_ask_rows_is_blank (self->when_row) ||
         (tambour_when_parse_moment (gtk_editable_get_text (self->when_row), self->opened->zone, tambour_portfolio_now (portfolio), when, &has_time) &&
          has_time);
}

static void
say_problem (TambourServiceDialog *self,
             gboolean              has_score,
             gboolean              has_when,
             gboolean              has_date)
{
  tambour_problem_mark (GTK_WIDGET (self->score_row), GTK_WIDGET (self->score_row), !has_score);
  tambour_problem_mark (GTK_WIDGET (self->when_row), GTK_WIDGET (self->when_row), !has_when);
  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_ask_dialog_say (TAMBOUR_ASK_DIALOG (self), !has_score  ? _("This takes a number, such as 12.5")
                                                     : !has_when ? _("This takes a day and a time, such as tue 16:00")
                                                     : !has_date ? _("This takes a day, such as 20 nov")
                                                                 : NULL);
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static gpointer
tambour_service_dialog_read_move (TambourAskDialog *dialog)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);
  g_autoptr(TambourServiceMove) move = tambour_service_move_new (self->kind, self->asked->id, self->asked->account_id);
  const char *who = wordings[self->kind].has_who ? tambour_ask_rows_get_chosen (self->who_row, self->opened->contacts) : NULL;
  gboolean has_score = read_score (self, &move->score);
  gboolean has_when = read_when (self, &move->when);
  gboolean has_date = tambour_ask_rows_read_date (self->date_row, self->opened->today, &move->on);

  say_problem (self, has_score, has_when, has_date);
  if (!has_score || !has_when || !has_date)
    return NULL;

  move->text = tambour_buffer_dup_text (self->buffer);
  move->to = g_strdup (gtk_editable_get_text (self->to_row));
  move->contact_id = g_strdup (who);
  move->state = adw_combo_row_get_selected (self->state_row) + TAMBOUR_CHANGE_STATE_DONE;
  move->survey = get_survey (self);

  return g_steal_pointer (&move);
}

static void
show_scale (TambourServiceDialog *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->score_row),
                                 get_survey (self) == TAMBOUR_SURVEY_KIND_NPS ? _("Score from 0 to 10") : _("Score from 1 to 5"));
}

static void
tambour_service_dialog_check (TambourAskDialog *dialog)
{
  g_autoptr(TambourServiceMove) move = tambour_service_dialog_read_move (dialog);

  show_scale (TAMBOUR_SERVICE_DIALOG (dialog));
}

/* --- the dialog ----------------------------------------------------------- */

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, survey_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, score_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, buffer);
}

static void
show_rows (TambourServiceDialog *self)
{
  const Wording *wording = &wordings[self->kind];
  gboolean has_survey = is_new (self) && (wording->has_score || self->kind == TAMBOUR_SERVICE_MOVE_ASK);

  if (wording->date != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _(wording->date));
  gtk_widget_set_visible (self->text_box, wording->asks.text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), wording->has_state);
  gtk_widget_set_visible (GTK_WIDGET (self->when_row), wording->has_when);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), wording->has_to);
  gtk_widget_set_visible (GTK_WIDGET (self->survey_row), has_survey);
  gtk_widget_set_visible (GTK_WIDGET (self->score_row), wording->has_score);
  gtk_widget_set_visible (GTK_WIDGET (self->who_row), wording->has_who);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), wording->date != NULL);
  gtk_widget_set_visible (self->fields, wording->has_state || wording->has_when || wording->has_to || wording->has_who);
  adw_dialog_set_focus (ADW_DIALOG (self), wording->has_when    ? GTK_WIDGET (self->when_row)
                                           : wording->has_to    ? GTK_WIDGET (self->to_row)
                                           : wording->has_score ? GTK_WIDGET (self->score_row)
                                           : wording->asks.text      ? self->text_view
                                                                : GTK_WIDGET (self->who_row));
}

static GListModel *
list_words (GType choice,
            guint first,
            guint last)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = first; i <= last; i++)
    gtk_string_list_append (words, _(tambour_choice_get_words (choice, i)));

  return G_LIST_MODEL (words);
}

static void
show_choices (TambourServiceDialog *self)
{
  g_autoptr(GListModel) states = list_words (TAMBOUR_TYPE_CHANGE_STATE, TAMBOUR_CHANGE_STATE_DONE, TAMBOUR_CHANGE_STATE_CANCELLED);
  g_autoptr(GListModel) surveys = list_words (TAMBOUR_TYPE_SURVEY_KIND, TAMBOUR_SURVEY_KIND_CSAT, TAMBOUR_SURVEY_KIND_EBR_FEEDBACK);

  tambour_ask_rows_show_contacts (self->who_row, self->opened->contacts);
  adw_combo_row_set_model (self->state_row, states);
  adw_combo_row_set_model (self->survey_row, surveys);
}

/* What is there already and is said anew. */
static void
show_record (TambourServiceDialog *self,
             TambourRecord        *record)
{
  g_autofree char *when = NULL;

  if (TAMBOUR_IS_PLANNED_CHANGE (record))
    {
      TambourPlannedChange *change = TAMBOUR_PLANNED_CHANGE (record);

      when = tambour_when_edit_moment (change->window_start, self->opened->zone);
      gtk_editable_set_text (self->when_row, when);
      tambour_ask_rows_choose (self->who_row, self->opened->contacts, change->contact_id.id);
    }
  else if (TAMBOUR_IS_ESCALATION (record))
    gtk_editable_set_text (self->to_row, TAMBOUR_ESCALATION (record)->owner ? TAMBOUR_ESCALATION (record)->owner : "");
  else if (TAMBOUR_IS_SURVEY_RESPONSE (record))
    tambour_ask_rows_choose (self->who_row, self->opened->contacts, TAMBOUR_SURVEY_RESPONSE (record)->contact_id.id);
}

static void
tambour_service_dialog_show (TambourAskDialog *dialog,
                             gpointer          loaded)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);
  const TambourAskAbout *opened = self->opened = loaded;
  g_autofree char *what = tambour_ask_about_dup_title (opened);
  g_autofree char *today = tambour_when_edit_date (opened->today);

  tambour_ask_dialog_say_what (dialog, what);
  show_choices (self);
  tambour_ask_dialog_keep_chosen (dialog, "who", self->who_row, opened->contacts);
  if (self->kind != TAMBOUR_SERVICE_MOVE_POSTPONE)
    gtk_editable_set_text (self->date_row, today);
  if (opened->record != NULL)
    show_record (self, opened->record);
  show_scale (self);
}

static void
tambour_service_dialog_class_init (TambourServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  ask_class->new_draft = tambour_service_dialog_new_draft;
  ask_class->load = tambour_ask_about_load;
  ask_class->free_loaded = (GDestroyNotify) tambour_ask_about_free;
  ask_class->show = tambour_service_dialog_show;
  ask_class->check = tambour_service_dialog_check;
  ask_class->read_move = tambour_service_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_service_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_service_move_free;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-service-dialog.ui");
  bind_children (widget_class);
  tambour_ask_dialog_bind (widget_class, "what_label", "text_label", NULL);
}

static void
tambour_service_dialog_init (TambourServiceDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "when", self->when_row, "to", self->to_row, "score", self->score_row, "date", self->date_row,
                           "text", self->buffer, "state", self->state_row, "survey", self->survey_row, NULL);
}

/**
 * tambour_service_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: the #TambourServiceMoveKind, one that asks for something
 * @id: (nullable): the record that it is about
 * @account_id: the customer
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_service_dialog_present (GtkWidget        *asked_by,
                                TambourPortfolio *portfolio,
                                guint             kind,
                                const char       *id,
                                const char       *account_id)
{
  TambourServiceDialog *self = NULL;

  g_return_if_fail (kind < TAMBOUR_N_SERVICE_ASKS);
  g_return_if_fail (id != NULL || kind == TAMBOUR_SERVICE_MOVE_ASK || kind == TAMBOUR_SERVICE_MOVE_ANSWER);

  self = g_object_new (TAMBOUR_TYPE_SERVICE_DIALOG, NULL);
  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind].asks, kind, id, account_id);
  show_rows (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
