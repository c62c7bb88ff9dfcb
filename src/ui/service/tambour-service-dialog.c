/* tambour-service-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-amount.h"
#include "tambour-buffer.h"
#include "tambour-case.h"
#include "tambour-choice-words.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-service-dialog-private.h"
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
  TambourAskDialog parent_instance;

  TambourServiceMoveKind  kind;
  char                   *id;
  char                   *account_id;
  TambourServiceOpened   *opened;

  /* Template widgets */
  AdwWindowTitle         *title;
  GtkButton              *save_button;
  GtkWidget              *main;
  GtkLabel               *what_label;
  GtkLabel               *intro_label;
  GtkWidget              *fields;
  AdwComboRow            *state_row;
  GtkEditable            *when_row;
  GtkEditable            *to_row;
  AdwComboRow            *survey_row;
  GtkEditable            *score_row;
  AdwComboRow            *who_row;
  GtkEditable            *date_row;
  GtkWidget              *text_box;
  GtkLabel               *text_label;
  GtkWidget              *text_view;
  GtkTextBuffer          *buffer;
  GtkLabel               *error_label;
};

G_DEFINE_FINAL_TYPE (TambourServiceDialog, tambour_service_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called and asks for; what has no title is not asked. */
typedef struct
{
  const char *kind;
  const char *title;
  const char *save;
  const char *intro;
  const char *text;
  const char *date;
  const char *label;
  const char *done;
  gboolean    has_state;
  gboolean    has_when;
  gboolean    has_to;
  gboolean    has_who;
  gboolean    has_score;
} Wording;

static const Wording wordings[TAMBOUR_N_SERVICE_ASKS] = {
  [TAMBOUR_SERVICE_MOVE_ANNOUNCE] = { "planned_change", N_("Customer Was Told"), N_("_Save"), N_("Working days are counted from that day to the change."),
                                      NULL, N_("Told On"), N_("Customer was told of change"), N_("Noted that the customer was told"), .has_who = TRUE },
  [TAMBOUR_SERVICE_MOVE_SETTLE] = { "planned_change", N_("Record Outcome"), N_("_Record"), N_("The timeline of the account shows it."),
                                    N_("What Came of It"), NULL, N_("Record outcome of change"), N_("The outcome is recorded"), .has_state = TRUE },
  [TAMBOUR_SERVICE_MOVE_POSTPONE] = { "planned_change", N_("Postpone Change"), N_("_Postpone"), N_("It is as long as before. Notice is counted anew: who was told of the old time was not told of this one."),
                                      NULL, N_("Told On, if They Know Already"), N_("Postpone change"), N_("The change is postponed"), .has_when = TRUE },
  [TAMBOUR_SERVICE_MOVE_ASSIGN] = { "escalation", N_("Assign Escalation"), N_("_Assign"), N_("A person or a team."),
                                    NULL, NULL, N_("Assign escalation"), N_("The escalation is assigned"), .has_to = TRUE },
  [TAMBOUR_SERVICE_MOVE_DEESCALATE] = { "escalation", N_("End Escalation"), N_("_End"), N_("The review lists it with how it ended."),
                                        N_("How It Ended"), NULL, N_("End escalation"), N_("The escalation is over") },
  [TAMBOUR_SERVICE_MOVE_ASK] = { "account", N_("Ask for Feedback"), N_("_Save"), N_("Who was asked counts, also if they never answer."),
                                 NULL, N_("Asked On"), N_("Ask for feedback"), N_("Noted who was asked"), .has_who = TRUE },
  [TAMBOUR_SERVICE_MOVE_ANSWER] = { "survey_response", N_("Record Answer"), N_("_Record"), N_("The review gives the mean with how many answered."),
                                    N_("In the Customer’s Words"), N_("Answered On"), N_("Record answer"), N_("The answer is recorded"), .has_who = TRUE, .has_score = TRUE },
};

/* Whether there is nothing yet that the question is about. */
static gboolean
is_new (TambourServiceDialog *self)
{
  return self->id == NULL;
}

static TambourSurveyKind
get_survey (TambourServiceDialog *self)
{
  if (self->opened != NULL && self->opened->record != NULL && TAMBOUR_IS_SURVEY_RESPONSE (self->opened->record))
    return TAMBOUR_SURVEY_RESPONSE (self->opened->record)->kind;

  return MIN (adw_combo_row_get_selected (self->survey_row), TAMBOUR_SURVEY_KIND_EBR_FEEDBACK);
}

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_service_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);

  return tambour_draft_new_ask ("service", is_new (self) ? "account" : wordings[self->kind].kind, self->id ? self->id : self->account_id,
                                self->account_id, self->kind);
}

static TambourContact *
get_contact (TambourServiceDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->who_row);

  /* The first is nobody. */
  return selected > 0 && selected <= self->opened->contacts->len ? g_ptr_array_index (self->opened->contacts, selected - 1) : NULL;
}

/* Rows whose text is a member of the draft. */
#define N_ROWS 4

static void
list_rows (TambourServiceDialog  *self,
           GtkEditable          **rows,
           const char           **names)
{
  static const char * const all[N_ROWS] = { "when", "to", "score", "date" };
  GtkEditable *found[N_ROWS] = { self->when_row, self->to_row, self->score_row, self->date_row };

  for (guint i = 0; i < N_ROWS; i++)
    {
      names[i] = all[i];
      rows[i] = found[i];
    }
}

static JsonObject *
tambour_service_dialog_pack (TambourAskDialog *dialog)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  TambourContact *contact = get_contact (self);
  JsonObject *fields = json_object_new ();
  GtkEditable *rows[N_ROWS];
  const char *names[N_ROWS];

  list_rows (self, rows, names);
  for (guint i = 0; i < N_ROWS; i++)
    json_object_set_string_member (fields, names[i], gtk_editable_get_text (rows[i]));
  json_object_set_string_member (fields, "text", text);
  json_object_set_string_member (fields, "who", contact ? TAMBOUR_RECORD (contact)->id : "");
  json_object_set_int_member (fields, "state", adw_combo_row_get_selected (self->state_row));
  json_object_set_int_member (fields, "survey", adw_combo_row_get_selected (self->survey_row));

  return fields;
}

static char *
tambour_service_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static void
choose_contact (TambourServiceDialog *self,
                const char           *id)
{
  for (guint i = 0; i < self->opened->contacts->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (self->opened->contacts, i))->id, id) == 0)
      adw_combo_row_set_selected (self->who_row, i + 1);
}

static void
tambour_service_dialog_unpack (TambourAskDialog *dialog,
                               JsonObject       *fields)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);
  GtkEditable *rows[N_ROWS];
  const char *names[N_ROWS];

  list_rows (self, rows, names);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_editable_set_text (rows[i], json_object_get_string_member_with_default (fields, names[i], ""));
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (fields, "text", ""), -1);
  choose_contact (self, json_object_get_string_member_with_default (fields, "who", ""));
  adw_combo_row_set_selected (self->state_row, (guint) json_object_get_int_member_with_default (fields, "state", 0));
  adw_combo_row_set_selected (self->survey_row, (guint) json_object_get_int_member_with_default (fields, "survey", 0));
}

/* --- what is typed -------------------------------------------------------- */

static gboolean
is_blank (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text == '\0';
}

/* Nothing is a number as well: none. */
static gboolean
read_score (TambourServiceDialog *self,
            double               *score)
{
  *score = TAMBOUR_NO_NUMBER;

  return is_blank (self->score_row) || tambour_amount_parse_number (gtk_editable_get_text (self->score_row), score);
}

static gboolean
read_date (TambourServiceDialog *self,
           TambourDate          *on)
{
  on->julian = 0;

  return is_blank (self->date_row) || tambour_when_parse_date (gtk_editable_get_text (self->date_row), self->opened->today, on);
}

/* In the customer's time: that is when they stay up. */
static gboolean
read_when (TambourServiceDialog *self,
           TambourInstant       *when)
{
  TambourPortfolio *portfolio = tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self));
  gboolean has_time = FALSE;

  when->seconds = TAMBOUR_NEVER;

  return is_blank (self->when_row) ||
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
static TambourServiceMove *
read_move (TambourServiceDialog *self)
{
  g_autoptr(TambourServiceMove) move = tambour_service_move_new (self->kind, self->id, self->account_id);
  TambourContact *contact = wordings[self->kind].has_who ? get_contact (self) : NULL;
  gboolean has_score = read_score (self, &move->score);
  gboolean has_when = read_when (self, &move->when);
  gboolean has_date = read_date (self, &move->on);

  say_problem (self, has_score, has_when, has_date);
  if (!has_score || !has_when || !has_date)
    return NULL;

  move->text = tambour_buffer_dup_text (self->buffer);
  move->to = g_strdup (gtk_editable_get_text (self->to_row));
  move->contact_id = g_strdup (contact ? TAMBOUR_RECORD (contact)->id : NULL);
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
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);
  g_autoptr(TambourServiceMove) move = read_move (self);

  show_scale (self);
}

/* --- doing it ------------------------------------------------------------- */

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_service_move_fill (data, store, now, change, error);
}

static void
tambour_service_dialog_save (TambourAskDialog *dialog)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (dialog);
  TambourServiceMove *move = read_move (self);

  if (move != NULL)
    tambour_ask_dialog_do (dialog, _(wordings[self->kind].label), fill_change, move, (GDestroyNotify) tambour_service_move_free);
}

static char *
tambour_service_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (_(wordings[TAMBOUR_SERVICE_DIALOG (dialog)->kind].done));
}

/* --- the dialog ----------------------------------------------------------- */

static void
tambour_service_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_SERVICE_DIALOG);

  G_OBJECT_CLASS (tambour_service_dialog_parent_class)->dispose (object);
}

static void
tambour_service_dialog_finalize (GObject *object)
{
  TambourServiceDialog *self = TAMBOUR_SERVICE_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->opened, tambour_service_opened_free);

  G_OBJECT_CLASS (tambour_service_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, survey_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, score_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourServiceDialog, error_label);
}

static void
tambour_service_dialog_class_init (TambourServiceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_service_dialog_dispose;
  object_class->finalize = tambour_service_dialog_finalize;
  ask_class->new_draft = tambour_service_dialog_new_draft;
  ask_class->dup_draft_title = tambour_service_dialog_dup_draft_title;
  ask_class->pack = tambour_service_dialog_pack;
  ask_class->unpack = tambour_service_dialog_unpack;
  ask_class->check = tambour_service_dialog_check;
  ask_class->save = tambour_service_dialog_save;
  ask_class->dup_done = tambour_service_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-service-dialog.ui");
  bind_children (widget_class);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_service_dialog_init (TambourServiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
}

static void
show_wording (TambourServiceDialog *self)
{
  const Wording *wording = &wordings[self->kind];
  gboolean has_survey = is_new (self) && (wording->has_score || self->kind == TAMBOUR_SERVICE_MOVE_ASK);

  adw_dialog_set_title (ADW_DIALOG (self), _(wording->title));
  adw_window_title_set_title (self->title, _(wording->title));
  gtk_button_set_label (self->save_button, _(wording->save));
  gtk_label_set_text (self->intro_label, _(wording->intro));
  gtk_label_set_text (self->text_label, wording->text ? _(wording->text) : "");
  if (wording->date != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _(wording->date));
  gtk_widget_set_visible (self->text_box, wording->text != NULL);
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
                                           : wording->text      ? self->text_view
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
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Nobody named"), NULL });
  g_autoptr(GListModel) states = list_words (TAMBOUR_TYPE_CHANGE_STATE, TAMBOUR_CHANGE_STATE_DONE, TAMBOUR_CHANGE_STATE_CANCELLED);
  g_autoptr(GListModel) surveys = list_words (TAMBOUR_TYPE_SURVEY_KIND, TAMBOUR_SURVEY_KIND_CSAT, TAMBOUR_SURVEY_KIND_EBR_FEEDBACK);

  for (guint i = 0; i < self->opened->contacts->len; i++)
    gtk_string_list_append (names, TAMBOUR_CONTACT (g_ptr_array_index (self->opened->contacts, i))->name);

  adw_combo_row_set_model (self->who_row, G_LIST_MODEL (names));
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
      choose_contact (self, change->contact_id.id);
    }
  else if (TAMBOUR_IS_ESCALATION (record))
    gtk_editable_set_text (self->to_row, TAMBOUR_ESCALATION (record)->owner ? TAMBOUR_ESCALATION (record)->owner : "");
  else if (TAMBOUR_IS_SURVEY_RESPONSE (record))
    choose_contact (self, TAMBOUR_SURVEY_RESPONSE (record)->contact_id.id);
}

static void
show_opened (TambourServiceDialog *self)
{
  g_autofree char *what = self->opened->record ? tambour_record_dup_title (self->opened->record) : g_strdup (self->opened->account->name);
  g_autofree char *today = tambour_when_edit_date (self->opened->today);

  gtk_label_set_text (self->what_label, what ? what : "");
  show_choices (self);
  if (self->kind != TAMBOUR_SERVICE_MOVE_POSTPONE)
    gtk_editable_set_text (self->date_row, today);
  if (self->opened->record != NULL)
    show_record (self, self->opened->record);
  show_scale (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourServiceDialog) self = user_data;

  self->opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);
  if (self->opened == NULL)
    return;

  show_opened (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), self->opened->draft);
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
  TambourServiceWanted *wanted = NULL;

  g_return_if_fail (kind < TAMBOUR_N_SERVICE_ASKS);
  g_return_if_fail (id != NULL || kind == TAMBOUR_SERVICE_MOVE_ASK || kind == TAMBOUR_SERVICE_MOVE_ANSWER);

  self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_SERVICE_DIALOG, NULL));
  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  show_wording (self);

  wanted = g_new0 (TambourServiceWanted, 1);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  wanted->account_id = g_strdup (account_id);
  wanted->key = tambour_ask_dialog_dup_key (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), tambour_service_opened_load, wanted, (GDestroyNotify) tambour_service_wanted_free,
                                 (GDestroyNotify) tambour_service_opened_free, opened_cb);
}
