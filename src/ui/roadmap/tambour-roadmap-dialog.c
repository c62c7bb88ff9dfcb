/* tambour-roadmap-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-amount.h"
#include "tambour-ask-about.h"
#include "tambour-ask-rows.h"
#include "tambour-buffer.h"
#include "tambour-choice-words.h"
#include "tambour-goals.h"
#include "tambour-problem.h"
#include "tambour-roadmap-dialog.h"
#include "tambour-when-parse.h"

/* What it needs before it opens. */
typedef struct
{
  TambourAskAbout    *about;
  TambourGoalReading *reading;  /* the last one of a goal, or NULL */
} Opened;

/**
 * TambourRoadmapDialog:
 *
 * Asks for the measurement of a goal, why a request is declined, or what a customer
 * said about one, and writes it down.
 */
struct _TambourRoadmapDialog
{
  TambourAskDialog        parent_instance;

  TambourRoadmapMoveKind  kind;
  const TambourAsked     *asked;
  const Opened           *opened;

  /* Template widgets */
  GtkWidget              *head_list;
  GtkEditable            *title_row;
  GtkEditable            *value_row;
  GtkEditable            *of_row;
  GtkEditable            *date_row;
  GtkWidget              *text_view;
  GtkTextBuffer          *buffer;
  GtkWidget              *said_list;
  AdwComboRow            *who_row;
  GtkEditable            *source_row;
  AdwComboRow            *impact_row;
  GtkEditable            *stake_row;
};

G_DEFINE_FINAL_TYPE (TambourRoadmapDialog, tambour_roadmap_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. */
static const TambourAskWording wordings[TAMBOUR_N_ROADMAP_ASKS] = {
  [TAMBOUR_ROADMAP_MOVE_READ] = { "goal", N_("Record Reading"), N_("_Record"), N_("What was measured on that day; the progress follows from it."),
                                  N_("Note"), N_("Record reading"), N_("The reading is recorded") },
  [TAMBOUR_ROADMAP_MOVE_DECLINE] = { "feature_request", N_("Decline Request"), N_("_Decline"), N_("The review lists it with the reason."),
                                     N_("Why"), N_("Decline request"), N_("The request is declined") },
  [TAMBOUR_ROADMAP_MOVE_EVIDENCE] = { "feature_request", N_("Add Evidence"), N_("_Add"), N_("What this customer says about it, and what it is worth."),
                                      N_("In the Customer’s Words"), N_("Add evidence"), N_("The evidence is added") },
  [TAMBOUR_ROADMAP_MOVE_REQUEST] = { "account", N_("Add Request"), N_("_Add"), N_("A request that is known already gets one more quote."),
                                     N_("In the Customer’s Words"), N_("Add request"), N_("The request is added") },
};

/* --- what it needs --------------------------------------------------------- */

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->about, tambour_ask_about_free);
  g_clear_object (&opened->reading);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static gpointer
load (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const TambourAsked *asked = data;
  const TambourAccountReading reading = { store, cancellable, asked->account_id, now };
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  g_autoptr(GHashTable) readings = NULL;

  if (!(opened->about = tambour_ask_about_load (store, me, now, data, cancellable, error)))
    return NULL;
  if (asked->kind != TAMBOUR_ROADMAP_MOVE_READ)
    return g_steal_pointer (&opened);
  if (!(readings = tambour_goals_read_readings (&reading, error)))
    return NULL;

  g_set_object (&opened->reading, g_hash_table_lookup (readings, asked->id));

  return g_steal_pointer (&opened);
}

/* --- what is typed -------------------------------------------------------- */

/* Nothing is a number as well: none. */
static gboolean
read_number (GtkEditable *row,
             double      *number)
{
  *number = TAMBOUR_NO_NUMBER;

  return tambour_ask_rows_is_blank (row) || tambour_amount_parse_number (gtk_editable_get_text (row), number);
}

static gboolean
read_stake (TambourRoadmapDialog *self,
            TambourMoney         *stake)
{
  const char *currency = self->opened->about->account->currency;

  stake->minor = TAMBOUR_NO_COUNT;

  return tambour_ask_rows_is_blank (self->stake_row) ||
         tambour_amount_parse_money (gtk_editable_get_text (self->stake_row), currency && *currency ? currency : tambour_amount_get_currency (), stake);
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static gpointer
tambour_roadmap_dialog_read_move (TambourAskDialog *dialog)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (self->kind, self->asked->id, self->asked->account_id);
  gboolean has_value = read_number (self->value_row, &move->value);
  gboolean has_of = read_number (self->of_row, &move->value_of);
  gboolean has_date = tambour_ask_rows_read_date (self->date_row, self->opened->about->today, &move->on);
  gboolean has_stake = read_stake (self, &move->at_stake);

  tambour_problem_mark (GTK_WIDGET (self->value_row), GTK_WIDGET (self->value_row), !has_value);
  tambour_problem_mark (GTK_WIDGET (self->of_row), GTK_WIDGET (self->of_row), !has_of);
  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_problem_mark (GTK_WIDGET (self->stake_row), GTK_WIDGET (self->stake_row), !has_stake);
  tambour_ask_dialog_say (dialog, !has_value || !has_of ? _("This takes a number, such as 12.5")
                                  : !has_date           ? _("This takes a day, such as 20 nov")
                                  : !has_stake          ? _("This takes an amount, such as 14 000 EUR")
                                                        : NULL);
  if (!has_value || !has_of || !has_date || !has_stake)
    return NULL;

  move->title = g_strdup (gtk_editable_get_text (self->title_row));
  move->text = tambour_buffer_dup_text (self->buffer);
  move->source = g_strdup (gtk_editable_get_text (self->source_row));
  move->contact_id = g_strdup (tambour_ask_rows_get_chosen (self->who_row, self->opened->about->contacts));
  move->impact = adw_combo_row_get_selected (self->impact_row);

  return g_steal_pointer (&move);
}

/* --- the dialog ----------------------------------------------------------- */

static void
show_rows (TambourRoadmapDialog *self)
{
  gboolean is_reading = self->kind == TAMBOUR_ROADMAP_MOVE_READ;
  gboolean is_request = self->kind == TAMBOUR_ROADMAP_MOVE_REQUEST;
  gboolean is_said = is_request || self->kind == TAMBOUR_ROADMAP_MOVE_EVIDENCE;

  gtk_widget_set_visible (self->head_list, is_reading || is_said);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), is_request);
  gtk_widget_set_visible (GTK_WIDGET (self->value_row), is_reading);
  gtk_widget_set_visible (GTK_WIDGET (self->of_row), is_reading);
  gtk_widget_set_visible (self->said_list, is_said);
  adw_dialog_set_focus (ADW_DIALOG (self), is_reading   ? GTK_WIDGET (self->value_row)
                                           : is_request ? GTK_WIDGET (self->title_row)
                                                        : self->text_view);
}

static void
show_choices (TambourRoadmapDialog *self)
{
  g_autoptr(GtkStringList) impacts = gtk_string_list_new (NULL);

  for (guint i = TAMBOUR_REQUEST_IMPACT_NICE; i <= TAMBOUR_REQUEST_IMPACT_BLOCKER; i++)
    gtk_string_list_append (impacts, _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_IMPACT, i)));

  tambour_ask_rows_show_contacts (self->who_row, self->opened->about->contacts);
  adw_combo_row_set_model (self->impact_row, G_LIST_MODEL (impacts));
}

/* Of a share, what it was out of is what it will be out of. */
static void
show_goal (TambourRoadmapDialog *self)
{
  TambourGoal *goal = TAMBOUR_GOAL (self->opened->about->record);
  TambourGoalReading *last = self->opened->reading;
  double of = last && !isnan (last->value_of) ? last->value_of : goal->target_of;
  g_autofree char *text = isnan (of) ? NULL : tambour_amount_edit_number (of);
  g_autofree char *title = NULL;

  gtk_editable_set_text (self->of_row, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->of_row), text != NULL);
  if (goal->unit == NULL || *goal->unit == '\0')
    return;

  /* Translators: %s is the unit of a goal, such as "sites" */
  title = g_strdup_printf (_("Value (%s)"), goal->unit);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value_row), title);
}

static void
tambour_roadmap_dialog_show (TambourAskDialog *dialog,
                             gpointer          loaded)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);
  const Opened *opened = self->opened = loaded;
  g_autofree char *what = tambour_ask_about_dup_title (opened->about);
  g_autofree char *today = tambour_when_edit_date (opened->about->today);

  tambour_ask_dialog_say_what (dialog, what);
  gtk_editable_set_text (self->date_row, today);
  show_choices (self);
  tambour_ask_dialog_keep_chosen (dialog, "who", self->who_row, opened->about->contacts);
  if (self->kind == TAMBOUR_ROADMAP_MOVE_READ)
    show_goal (self);
}

static void
tambour_roadmap_dialog_class_init (TambourRoadmapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  ask_class->family = "roadmap";
  ask_class->load = load;
  ask_class->free_loaded = (GDestroyNotify) opened_free;
  ask_class->show = tambour_roadmap_dialog_show;
  ask_class->read_move = tambour_roadmap_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_roadmap_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_roadmap_move_free;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-roadmap-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, head_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, of_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, said_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, impact_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, stake_row);
  tambour_ask_dialog_bind (widget_class, "what_label", "text_label", NULL);
}

static void
tambour_roadmap_dialog_init (TambourRoadmapDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "title", self->title_row, "value", self->value_row, "of", self->of_row, "date", self->date_row,
                           "source", self->source_row, "stake", self->stake_row, "text", self->buffer, "impact", self->impact_row, NULL);
}

/**
 * tambour_roadmap_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: the #TambourRoadmapMoveKind, one that asks for something
 * @id: (nullable): the goal or the request that it is about
 * @account_id: the customer
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_roadmap_dialog_present (GtkWidget        *asked_by,
                                TambourPortfolio *portfolio,
                                guint             kind,
                                const char       *id,
                                const char       *account_id)
{
  TambourRoadmapDialog *self = NULL;

  g_return_if_fail (kind < TAMBOUR_N_ROADMAP_ASKS);
  g_return_if_fail (id != NULL || kind == TAMBOUR_ROADMAP_MOVE_REQUEST);

  self = g_object_new (TAMBOUR_TYPE_ROADMAP_DIALOG, NULL);
  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind], kind, id, account_id);
  show_rows (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
