/* tambour-value-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-amount.h"
#include "tambour-ask-about.h"
#include "tambour-ask-rows.h"
#include "tambour-buffer.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-value-dialog.h"
#include "tambour-value-text.h"
#include "tambour-when-parse.h"

/**
 * TambourValueDialog:
 *
 * Asks who accepted an entry of the value ledger and when, why it was rejected, or what
 * rate was agreed, and writes it down.
 */
struct _TambourValueDialog
{
  TambourAskDialog       parent_instance;

  TambourValueMoveKind   kind;
  const TambourAsked    *asked;
  const TambourAskAbout *opened;

  /* Template widgets */
  GtkWidget             *rate_list;
  AdwComboRow           *kind_row;
  GtkEditable           *title_row;
  GtkEditable           *amount_row;
  GtkEditable           *unit_row;
  GtkWidget             *text_box;
  GtkWidget             *text_view;
  GtkTextBuffer         *buffer;
  GtkWidget             *who_list;
  AdwComboRow           *who_row;
  GtkEditable           *date_row;
  GtkEditable           *until_row;
};

G_DEFINE_FINAL_TYPE (TambourValueDialog, tambour_value_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. */
static const TambourAskWording wordings[TAMBOUR_N_VALUE_ASKS] = {
  [TAMBOUR_VALUE_MOVE_ACCEPT] = { "value_entry", N_("Accept Value"), N_("_Accept"),
                                  N_("It counts from the day on which the customer accepted it."), N_("Why"),
                                  N_("Accept value"), N_("The value counts now") },
  [TAMBOUR_VALUE_MOVE_REJECT] = { "value_entry", N_("Reject Value"), N_("_Reject"),
                                  N_("It stays in the ledger with the reason, and does not count."), N_("Why"),
                                  N_("Reject value"), N_("The value does not count") },
  [TAMBOUR_VALUE_MOVE_RATE] = { "rate", N_("Agree on a Rate"), N_("_Agree"),
                                N_("Reviews that were made keep the rate that held then."), N_("Why"),
                                N_("Agree on rate"), N_("The rate is agreed") },
};

static gboolean
is_rate (TambourValueDialog *self)
{
  return self->kind == TAMBOUR_VALUE_MOVE_RATE;
}

/* The last of the kinds is one of its own, and so is a rate that is agreed anew. */
static gboolean
is_own_rate (TambourValueDialog *self)
{
  return self->opened->record != NULL || adw_combo_row_get_selected (self->kind_row) >= TAMBOUR_VALUE_N_RATES;
}

/* Whether a number of hours is asked for, not an amount of money. */
static gboolean
is_hours (TambourValueDialog *self)
{
  gboolean found = FALSE;

  if (self->opened->record != NULL)
    return TAMBOUR_RATE (self->opened->record)->amount.minor == TAMBOUR_NO_COUNT;
  if (!is_own_rate (self))
    tambour_value_text_rate_code (adw_combo_row_get_selected (self->kind_row), &found);

  return found;
}

/* --- what is typed -------------------------------------------------------- */

static gboolean
read_amount (TambourValueDialog *self,
             TambourValueMove   *move)
{
  const char *text = gtk_editable_get_text (self->amount_row);
  const char *currency = self->opened->account->currency;

  if (!is_rate (self) || tambour_ask_rows_is_blank (self->amount_row))
    return TRUE;
  if (is_hours (self))
    return tambour_amount_parse_number (text, &move->number);

  return tambour_amount_parse_money (text, currency && *currency ? currency : tambour_amount_get_currency (), &move->amount);
}

static void
read_rate (TambourValueDialog *self,
           TambourValueMove   *move)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  move->unit = g_strdup (gtk_editable_get_text (self->unit_row));
  if (self->opened->record != NULL)
    move->code = g_strdup (TAMBOUR_RATE (self->opened->record)->code);
  else if (!is_own_rate (self))
    move->code = g_strdup (tambour_value_text_rate_code (selected, NULL));

  move->title = g_strdup (is_own_rate (self) || !tambour_ask_rows_is_blank (self->title_row) ? gtk_editable_get_text (self->title_row)
                                                                                             : tambour_value_text_rate_title (move->code));
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static gpointer
tambour_value_dialog_read_move (TambourAskDialog *dialog)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);
  g_autoptr(TambourValueMove) move = tambour_value_move_new (self->kind, self->asked->id, self->asked->account_id);
  gboolean has_amount = read_amount (self, move);
  gboolean has_date = tambour_ask_rows_read_date (self->date_row, self->opened->today, &move->on);
  gboolean has_until = tambour_ask_rows_read_date (self->until_row, self->opened->today, &move->until);

  tambour_problem_mark (GTK_WIDGET (self->amount_row), GTK_WIDGET (self->amount_row), !has_amount);
  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_problem_mark (GTK_WIDGET (self->until_row), GTK_WIDGET (self->until_row), !has_until);
  tambour_ask_dialog_say (dialog, !has_amount && is_hours (self) ? _("This takes a number, such as 12.5")
                                  : !has_amount                  ? _("This takes an amount, such as 14 000 EUR")
                                  : !has_date || !has_until      ? _("This takes a day, such as 20 nov")
                                                                 : NULL);
  if (!has_amount || !has_date || !has_until)
    return NULL;

  move->text = tambour_buffer_dup_text (self->buffer);
  move->contact_id = g_strdup (tambour_ask_rows_get_chosen (self->who_row, self->opened->contacts));
  if (is_rate (self))
    read_rate (self, move);

  return g_steal_pointer (&move);
}

/* --- the dialog ----------------------------------------------------------- */

/* A rate of one's own has a name and a unit of its own. */
static void
show_kind (TambourValueDialog *self)
{
  gboolean is_own = is_own_rate (self);

  gtk_widget_set_visible (GTK_WIDGET (self->title_row), is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), is_own && !is_hours (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount_row), is_hours (self) ? _("Hours") : _("Amount"));
}

static void
kind_cb (TambourValueDialog *self)
{
  if (self->opened != NULL)
    show_kind (self);
}

static void
show_rows (TambourValueDialog *self)
{
  gboolean is_rejection = self->kind == TAMBOUR_VALUE_MOVE_REJECT;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who_row), is_rate (self) ? _("Agreed By") : _("Accepted By"));
  gtk_widget_set_visible (self->rate_list, is_rate (self));
  gtk_widget_set_visible (self->text_box, is_rejection);
  gtk_widget_set_visible (self->who_list, !is_rejection);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), is_rate (self));
  adw_dialog_set_focus (ADW_DIALOG (self), is_rejection ? self->text_view : is_rate (self) ? GTK_WIDGET (self->kind_row)
                                                                                           : GTK_WIDGET (self->who_row));
}

static void
show_choices (TambourValueDialog *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < TAMBOUR_VALUE_N_RATES; i++)
    gtk_string_list_append (kinds, tambour_value_text_rate_title (tambour_value_text_rate_code (i, NULL)));
  gtk_string_list_append (kinds, _("Something else"));

  tambour_ask_rows_show_contacts (self->who_row, self->opened->contacts);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

/* What is agreed anew begins as what holds. */
static void
show_rate (TambourValueDialog *self)
{
  TambourRate *rate = TAMBOUR_RATE (self->opened->record);
  g_autofree char *amount = rate->amount.minor != TAMBOUR_NO_COUNT ? tambour_amount_edit_money (rate->amount)
                                                                   : tambour_amount_edit_number (rate->number);

  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), FALSE);
  gtk_editable_set_text (self->title_row, rate->title ? rate->title : "");
  gtk_editable_set_text (self->amount_row, amount);
  gtk_editable_set_text (self->unit_row, rate->unit ? rate->unit : "");
  tambour_ask_rows_choose (self->who_row, self->opened->contacts, rate->agreed_by_id.id);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->amount_row));
}

static void
show_what (TambourValueDialog *self)
{
  g_autofree char *title = tambour_ask_about_dup_title (self->opened);
  TambourValueEntry *entry = TAMBOUR_IS_VALUE_ENTRY (self->opened->record) ? TAMBOUR_VALUE_ENTRY (self->opened->record) : NULL;
  g_autofree char *amount = NULL;
  g_autofree char *what = NULL;

  if (self->opened->record != NULL && is_rate (self))
    g_set_str (&title, TAMBOUR_RATE (self->opened->record)->title);
  if (entry == NULL || entry->gross.minor == TAMBOUR_NO_COUNT || isnan (entry->share))
    {
      tambour_ask_dialog_say_what (TAMBOUR_ASK_DIALOG (self), title);
      return;
    }

  amount = tambour_amount_money ((TambourMoney) { tambour_value_take_share (entry->gross.minor, entry->share),
                                                  { entry->gross.currency[0], entry->gross.currency[1], entry->gross.currency[2] } });

  /* Translators: an entry of the value ledger, and what counts of it */
  what = g_strdup_printf (_("%1$s: %2$s"), title ? title : "", amount);
  tambour_ask_dialog_say_what (TAMBOUR_ASK_DIALOG (self), what);
}

static void
tambour_value_dialog_show (TambourAskDialog *dialog,
                           gpointer          loaded)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);
  const TambourAskAbout *opened = self->opened = loaded;
  g_autofree char *today = tambour_when_edit_date (opened->today);

  show_what (self);
  show_choices (self);
  tambour_ask_dialog_keep_chosen (dialog, "who", self->who_row, opened->contacts);
  gtk_editable_set_text (self->date_row, today);
  if (is_rate (self) && opened->record != NULL)
    show_rate (self);
  if (is_rate (self))
    show_kind (self);
}

static void
tambour_value_dialog_class_init (TambourValueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  ask_class->family = "value";
  ask_class->load = tambour_ask_about_load;
  ask_class->free_loaded = (GDestroyNotify) tambour_ask_about_free;
  ask_class->show = tambour_value_dialog_show;
  ask_class->read_move = tambour_value_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_value_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_value_move_free;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-value-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, rate_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, who_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, until_row);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  tambour_ask_dialog_bind (widget_class, "what_label", "text_label", NULL);
}

static void
tambour_value_dialog_init (TambourValueDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "kind", self->kind_row, "title", self->title_row, "amount", self->amount_row, "unit", self->unit_row,
                           "date", self->date_row, "until", self->until_row, "text", self->buffer, NULL);
}

/**
 * tambour_value_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: the #TambourValueMoveKind, one that asks for something
 * @id: (nullable): the entry that it is about, or the rate that is agreed anew
 * @account_id: the customer
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_value_dialog_present (GtkWidget        *asked_by,
                              TambourPortfolio *portfolio,
                              guint             kind,
                              const char       *id,
                              const char       *account_id)
{
  TambourValueDialog *self = NULL;

  g_return_if_fail (kind < TAMBOUR_N_VALUE_ASKS);
  g_return_if_fail (id != NULL || kind == TAMBOUR_VALUE_MOVE_RATE);

  self = g_object_new (TAMBOUR_TYPE_VALUE_DIALOG, NULL);
  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind], kind, id, account_id);
  show_rows (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
