/* tambour-roadmap-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-amount.h"
#include "tambour-buffer.h"
#include "tambour-choice-words.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-roadmap-dialog-private.h"
#include "tambour-roadmap-dialog.h"
#include "tambour-when-parse.h"

/**
 * TambourRoadmapDialog:
 *
 * Asks for the measurement of a goal, why a request is declined, or what a customer
 * said about one, and writes it down.
 */
struct _TambourRoadmapDialog
{
  TambourAskDialog parent_instance;

  TambourRoadmapMoveKind  kind;
  char                   *id;
  char                   *account_id;
  TambourRoadmapOpened   *opened;

  /* Template widgets */
  AdwWindowTitle         *title;
  GtkButton              *save_button;
  GtkWidget              *main;
  GtkLabel               *what_label;
  GtkLabel               *intro_label;
  GtkWidget              *head_list;
  GtkEditable            *title_row;
  GtkEditable            *value_row;
  GtkEditable            *of_row;
  GtkEditable            *date_row;
  GtkLabel               *text_label;
  GtkWidget              *text_view;
  GtkTextBuffer          *buffer;
  GtkWidget              *said_list;
  AdwComboRow            *who_row;
  GtkEditable            *source_row;
  AdwComboRow            *impact_row;
  GtkEditable            *stake_row;
  GtkLabel               *error_label;
};

G_DEFINE_FINAL_TYPE (TambourRoadmapDialog, tambour_roadmap_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. */
static const struct
{
  const char *kind;
  const char *title;
  const char *save;
  const char *intro;
  const char *text;
  const char *label;
  const char *done;
} wordings[TAMBOUR_N_ROADMAP_ASKS] = {
  [TAMBOUR_ROADMAP_MOVE_READ] = { "goal", N_("Record Reading"), N_("_Record"), N_("What was measured on that day; the progress follows from it."),
                                  N_("Note"), N_("Record reading"), N_("The reading is recorded") },
  [TAMBOUR_ROADMAP_MOVE_DECLINE] = { "feature_request", N_("Decline Request"), N_("_Decline"), N_("The review lists it with the reason."),
                                     N_("Why"), N_("Decline request"), N_("The request is declined") },
  [TAMBOUR_ROADMAP_MOVE_EVIDENCE] = { "feature_request", N_("Add Evidence"), N_("_Add"), N_("What this customer says about it, and what it is worth."),
                                      N_("In the Customer’s Words"), N_("Add evidence"), N_("The evidence is added") },
  [TAMBOUR_ROADMAP_MOVE_REQUEST] = { "account", N_("Add Request"), N_("_Add"), N_("A request that is known already gets one more quote."),
                                     N_("In the Customer’s Words"), N_("Add request"), N_("The request is added") },
};

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_roadmap_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);

  return tambour_draft_new_ask ("roadmap", wordings[self->kind].kind, self->id ? self->id : self->account_id, self->account_id, self->kind);
}

static TambourContact *
get_contact (TambourRoadmapDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->who_row);

  /* The first is nobody. */
  return selected > 0 && selected <= self->opened->contacts->len ? g_ptr_array_index (self->opened->contacts, selected - 1) : NULL;
}

/* Rows whose text is a member of the draft. */
static void
list_rows (TambourRoadmapDialog  *self,
           GtkEditable          **rows,
           const char           **names)
{
  static const char * const all[] = { "title", "value", "of", "date", "source", "stake" };
  GtkEditable *found[] = { self->title_row, self->value_row, self->of_row, self->date_row, self->source_row, self->stake_row };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      names[i] = all[i];
      rows[i] = found[i];
    }
}

#define N_ROWS 6

static JsonObject *
tambour_roadmap_dialog_pack (TambourAskDialog *dialog)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);
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
  json_object_set_int_member (fields, "impact", adw_combo_row_get_selected (self->impact_row));

  return fields;
}

static char *
tambour_roadmap_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static void
choose_contact (TambourRoadmapDialog *self,
                const char           *id)
{
  for (guint i = 0; i < self->opened->contacts->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (self->opened->contacts, i))->id, id) == 0)
      adw_combo_row_set_selected (self->who_row, i + 1);
}

static void
tambour_roadmap_dialog_unpack (TambourAskDialog *dialog,
                               JsonObject       *fields)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);
  GtkEditable *rows[N_ROWS];
  const char *names[N_ROWS];

  list_rows (self, rows, names);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_editable_set_text (rows[i], json_object_get_string_member_with_default (fields, names[i], ""));
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (fields, "text", ""), -1);
  choose_contact (self, json_object_get_string_member_with_default (fields, "who", ""));
  adw_combo_row_set_selected (self->impact_row, (guint) json_object_get_int_member_with_default (fields, "impact", 0));
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
read_number (GtkEditable *row,
             double      *number)
{
  *number = TAMBOUR_NO_NUMBER;

  return is_blank (row) || tambour_amount_parse_number (gtk_editable_get_text (row), number);
}

static gboolean
read_stake (TambourRoadmapDialog *self,
            TambourMoney         *stake)
{
  const char *currency = self->opened->account->currency;

  stake->minor = TAMBOUR_NO_COUNT;

  return is_blank (self->stake_row) ||
         tambour_amount_parse_money (gtk_editable_get_text (self->stake_row), currency && *currency ? currency : tambour_amount_get_currency (), stake);
}

static gboolean
read_date (TambourRoadmapDialog *self,
           TambourDate          *on)
{
  *on = self->opened->today;

  return is_blank (self->date_row) || tambour_when_parse_date (gtk_editable_get_text (self->date_row), self->opened->today, on);
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static TambourRoadmapMove *
read_move (TambourRoadmapDialog *self)
{
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (self->kind, self->id, self->account_id);
  TambourContact *contact = get_contact (self);
  gboolean has_value = read_number (self->value_row, &move->value);
  gboolean has_of = read_number (self->of_row, &move->value_of);
  gboolean has_date = read_date (self, &move->on);
  gboolean has_stake = read_stake (self, &move->at_stake);

  tambour_problem_mark (GTK_WIDGET (self->value_row), GTK_WIDGET (self->value_row), !has_value);
  tambour_problem_mark (GTK_WIDGET (self->of_row), GTK_WIDGET (self->of_row), !has_of);
  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_problem_mark (GTK_WIDGET (self->stake_row), GTK_WIDGET (self->stake_row), !has_stake);
  tambour_ask_dialog_say (TAMBOUR_ASK_DIALOG (self), !has_value || !has_of ? _("This takes a number, such as 12.5")
                                                     : !has_date           ? _("This takes a day, such as 20 nov")
                                                     : !has_stake          ? _("This takes an amount, such as 14 000 EUR")
                                                                           : NULL);
  if (!has_value || !has_of || !has_date || !has_stake)
    return NULL;

  move->title = g_strdup (gtk_editable_get_text (self->title_row));
  move->text = tambour_buffer_dup_text (self->buffer);
  move->source = g_strdup (gtk_editable_get_text (self->source_row));
  move->contact_id = g_strdup (contact ? TAMBOUR_RECORD (contact)->id : NULL);
  move->impact = adw_combo_row_get_selected (self->impact_row);

  return g_steal_pointer (&move);
}

static void
tambour_roadmap_dialog_check (TambourAskDialog *dialog)
{
  g_autoptr(TambourRoadmapMove) move = read_move (TAMBOUR_ROADMAP_DIALOG (dialog));
}

/* --- doing it ------------------------------------------------------------- */

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_roadmap_move_fill (data, store, now, change, error);
}

static void
tambour_roadmap_dialog_save (TambourAskDialog *dialog)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (dialog);
  TambourRoadmapMove *move = read_move (self);

  if (move != NULL)
    tambour_ask_dialog_do (dialog, _(wordings[self->kind].label), fill_change, move, (GDestroyNotify) tambour_roadmap_move_free);
}

static char *
tambour_roadmap_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (_(wordings[TAMBOUR_ROADMAP_DIALOG (dialog)->kind].done));
}

/* --- the dialog ----------------------------------------------------------- */

static void
tambour_roadmap_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ROADMAP_DIALOG);

  G_OBJECT_CLASS (tambour_roadmap_dialog_parent_class)->dispose (object);
}

static void
tambour_roadmap_dialog_finalize (GObject *object)
{
  TambourRoadmapDialog *self = TAMBOUR_ROADMAP_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->opened, tambour_roadmap_opened_free);

  G_OBJECT_CLASS (tambour_roadmap_dialog_parent_class)->finalize (object);
}

static void
tambour_roadmap_dialog_class_init (TambourRoadmapDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_roadmap_dialog_dispose;
  object_class->finalize = tambour_roadmap_dialog_finalize;
  ask_class->new_draft = tambour_roadmap_dialog_new_draft;
  ask_class->dup_draft_title = tambour_roadmap_dialog_dup_draft_title;
  ask_class->pack = tambour_roadmap_dialog_pack;
  ask_class->unpack = tambour_roadmap_dialog_unpack;
  ask_class->check = tambour_roadmap_dialog_check;
  ask_class->save = tambour_roadmap_dialog_save;
  ask_class->dup_done = tambour_roadmap_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-roadmap-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, head_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, of_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, said_list);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, impact_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, stake_row);
  gtk_widget_class_bind_template_child (widget_class, TambourRoadmapDialog, error_label);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_roadmap_dialog_init (TambourRoadmapDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
}

static void
show_wording (TambourRoadmapDialog *self)
{
  gboolean is_reading = self->kind == TAMBOUR_ROADMAP_MOVE_READ;
  gboolean is_request = self->kind == TAMBOUR_ROADMAP_MOVE_REQUEST;
  gboolean is_said = is_request || self->kind == TAMBOUR_ROADMAP_MOVE_EVIDENCE;

  adw_dialog_set_title (ADW_DIALOG (self), _(wordings[self->kind].title));
  adw_window_title_set_title (self->title, _(wordings[self->kind].title));
  gtk_button_set_label (self->save_button, _(wordings[self->kind].save));
  gtk_label_set_text (self->intro_label, _(wordings[self->kind].intro));
  gtk_label_set_text (self->text_label, _(wordings[self->kind].text));
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
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Nobody named"), NULL });
  g_autoptr(GtkStringList) impacts = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->opened->contacts->len; i++)
    gtk_string_list_append (names, TAMBOUR_CONTACT (g_ptr_array_index (self->opened->contacts, i))->name);
  for (guint i = TAMBOUR_REQUEST_IMPACT_NICE; i <= TAMBOUR_REQUEST_IMPACT_BLOCKER; i++)
    gtk_string_list_append (impacts, _(tambour_choice_get_words (TAMBOUR_TYPE_REQUEST_IMPACT, i)));

  adw_combo_row_set_model (self->who_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->impact_row, G_LIST_MODEL (impacts));
}

/* Of a share, what it was out of is what it will be out of. */
static void
show_goal (TambourRoadmapDialog *self)
{
  TambourGoal *goal = TAMBOUR_GOAL (self->opened->record);
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
show_opened (TambourRoadmapDialog *self)
{
  g_autofree char *what = self->opened->record ? tambour_record_dup_title (self->opened->record) : g_strdup (self->opened->account->name);
  g_autofree char *today = tambour_when_edit_date (self->opened->today);

  gtk_label_set_text (self->what_label, what ? what : "");
  gtk_editable_set_text (self->date_row, today);
  show_choices (self);
  if (self->kind == TAMBOUR_ROADMAP_MOVE_READ)
    show_goal (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRoadmapDialog) self = user_data;

  self->opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);
  if (self->opened == NULL)
    return;

  show_opened (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), self->opened->draft);
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
  TambourRoadmapWanted *wanted = NULL;

  g_return_if_fail (kind < TAMBOUR_N_ROADMAP_ASKS);
  g_return_if_fail (id != NULL || kind == TAMBOUR_ROADMAP_MOVE_REQUEST);

  self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_ROADMAP_DIALOG, NULL));
  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  show_wording (self);

  wanted = g_new0 (TambourRoadmapWanted, 1);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  wanted->account_id = g_strdup (account_id);
  wanted->key = tambour_ask_dialog_dup_key (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), tambour_roadmap_opened_load, wanted, (GDestroyNotify) tambour_roadmap_wanted_free,
                                 (GDestroyNotify) tambour_roadmap_opened_free, opened_cb);
}
