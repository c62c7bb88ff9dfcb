/* tambour-value-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-amount.h"
#include "tambour-buffer.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-value-dialog-private.h"
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
  TambourAskDialog parent_instance;

  TambourValueMoveKind  kind;
  char                 *id;
  char                 *account_id;
  TambourValueOpened   *opened;

  /* Template widgets */
  AdwWindowTitle       *title;
  GtkButton            *save_button;
  GtkWidget            *main;
  GtkLabel             *what_label;
  GtkLabel             *intro_label;
  GtkWidget            *rate_list;
  AdwComboRow          *kind_row;
  GtkEditable          *title_row;
  GtkEditable          *amount_row;
  GtkEditable          *unit_row;
  GtkWidget            *text_box;
  GtkLabel             *text_label;
  GtkWidget            *text_view;
  GtkTextBuffer        *buffer;
  GtkWidget            *who_list;
  AdwComboRow          *who_row;
  GtkEditable          *date_row;
  GtkEditable          *until_row;
  GtkLabel             *error_label;
};

G_DEFINE_FINAL_TYPE (TambourValueDialog, tambour_value_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. */
static const struct
{
  const char *kind;
  const char *title;
  const char *save;
  const char *intro;
  const char *who;
  const char *label;
  const char *done;
} wordings[TAMBOUR_N_VALUE_ASKS] = {
  [TAMBOUR_VALUE_MOVE_ACCEPT] = { "value_entry", N_("Accept Value"), N_("_Accept"),
                                  N_("It counts from the day on which the customer accepted it."), N_("Accepted By"),
                                  N_("Accept value"), N_("The value counts now") },
  [TAMBOUR_VALUE_MOVE_REJECT] = { "value_entry", N_("Reject Value"), N_("_Reject"),
                                  N_("It stays in the ledger with the reason, and does not count."), N_("Accepted By"),
                                  N_("Reject value"), N_("The value does not count") },
  [TAMBOUR_VALUE_MOVE_RATE] = { "rate", N_("Agree on a Rate"), N_("_Agree"),
                                N_("Reviews that were made keep the rate that held then."), N_("Agreed By"),
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

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_value_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);

  return tambour_draft_new_ask ("value", wordings[self->kind].kind, self->id ? self->id : self->account_id, self->account_id, self->kind);
}

static TambourContact *
get_contact (TambourValueDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->who_row);

  /* The first is nobody. */
  return selected > 0 && selected <= self->opened->contacts->len ? g_ptr_array_index (self->opened->contacts, selected - 1) : NULL;
}

#define N_ROWS 5

/* Rows whose text is a member of the draft. */
static void
list_rows (TambourValueDialog  *self,
           GtkEditable        **rows,
           const char         **names)
{
  static const char * const all[N_ROWS] = { "title", "amount", "unit", "date", "until" };
  GtkEditable *found[N_ROWS] = { self->title_row, self->amount_row, self->unit_row, self->date_row, self->until_row };

  for (guint i = 0; i < N_ROWS; i++)
    {
      names[i] = all[i];
      rows[i] = found[i];
    }
}

static JsonObject *
tambour_value_dialog_pack (TambourAskDialog *dialog)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);
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
  json_object_set_int_member (fields, "kind", adw_combo_row_get_selected (self->kind_row));

  return fields;
}

static char *
tambour_value_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static void
choose_contact (TambourValueDialog *self,
                const char         *id)
{
  for (guint i = 0; i < self->opened->contacts->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (self->opened->contacts, i))->id, id) == 0)
      adw_combo_row_set_selected (self->who_row, i + 1);
}

static void
tambour_value_dialog_unpack (TambourAskDialog *dialog,
                             JsonObject       *fields)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);
  GtkEditable *rows[N_ROWS];
  const char *names[N_ROWS];

  adw_combo_row_set_selected (self->kind_row, (guint) json_object_get_int_member_with_default (fields, "kind", 0));
  list_rows (self, rows, names);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_editable_set_text (rows[i], json_object_get_string_member_with_default (fields, names[i], ""));
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (fields, "text", ""), -1);
  choose_contact (self, json_object_get_string_member_with_default (fields, "who", ""));
}

/* --- what is typed -------------------------------------------------------- */

static gboolean
is_blank (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text == '\0';
}

static gboolean
read_amount (TambourValueDialog *self,
             TambourValueMove   *move)
{
  const char *text = gtk_editable_get_text (self->amount_row);
  const char *currency = self->opened->account->currency;

  if (!is_rate (self) || is_blank (self->amount_row))
    return TRUE;
  if (is_hours (self))
    return tambour_amount_parse_number (text, &move->number);

  return tambour_amount_parse_money (text, currency && *currency ? currency : tambour_amount_get_currency (), &move->amount);
}

static gboolean
read_date (TambourValueDialog *self,
           GtkEditable        *row,
           TambourDate        *on)
{
  return is_blank (row) || tambour_when_parse_date (gtk_editable_get_text (row), self->opened->today, on);
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

  move->title = g_strdup (is_own_rate (self) || !is_blank (self->title_row) ? gtk_editable_get_text (self->title_row)
                                                                            : tambour_value_text_rate_title (move->code));
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static TambourValueMove *
read_move (TambourValueDialog *self)
{
  g_autoptr(TambourValueMove) move = tambour_value_move_new (self->kind, self->id, self->account_id);
  TambourContact *contact = get_contact (self);
  gboolean has_amount = read_amount (self, move);
  gboolean has_date = read_date (self, self->date_row, &move->on);
  gboolean has_until = read_date (self, self->until_row, &move->until);

  tambour_problem_mark (GTK_WIDGET (self->amount_row), GTK_WIDGET (self->amount_row), !has_amount);
  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_problem_mark (GTK_WIDGET (self->until_row), GTK_WIDGET (self->until_row), !has_until);
  tambour_ask_dialog_say (TAMBOUR_ASK_DIALOG (self), !has_amount && is_hours (self) ? _("This takes a number, such as 12.5")
                                                     : !has_amount                  ? _("This takes an amount, such as 14 000 EUR")
                                                     : !has_date || !has_until      ? _("This takes a day, such as 20 nov")
                                                                                    : NULL);
  if (!has_amount || !has_date || !has_until)
    return NULL;

  move->text = tambour_buffer_dup_text (self->buffer);
  move->contact_id = g_strdup (contact ? TAMBOUR_RECORD (contact)->id : NULL);
  if (is_rate (self))
    read_rate (self, move);

  return g_steal_pointer (&move);
}

static void
tambour_value_dialog_check (TambourAskDialog *dialog)
{
  g_autoptr(TambourValueMove) move = read_move (TAMBOUR_VALUE_DIALOG (dialog));
}

/* --- doing it ------------------------------------------------------------- */

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_value_move_fill (data, store, now, change, error);
}

static void
tambour_value_dialog_save (TambourAskDialog *dialog)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (dialog);
  TambourValueMove *move = read_move (self);

  if (move != NULL)
    tambour_ask_dialog_do (dialog, _(wordings[self->kind].label), fill_change, move, (GDestroyNotify) tambour_value_move_free);
}

static char *
tambour_value_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (_(wordings[TAMBOUR_VALUE_DIALOG (dialog)->kind].done));
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
tambour_value_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_VALUE_DIALOG);

  G_OBJECT_CLASS (tambour_value_dialog_parent_class)->dispose (object);
}

static void
tambour_value_dialog_finalize (GObject *object)
{
  TambourValueDialog *self = TAMBOUR_VALUE_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->opened, tambour_value_opened_free);

  G_OBJECT_CLASS (tambour_value_dialog_parent_class)->finalize (object);
}

static void
tambour_value_dialog_class_init (TambourValueDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_value_dialog_dispose;
  object_class->finalize = tambour_value_dialog_finalize;
  ask_class->new_draft = tambour_value_dialog_new_draft;
  ask_class->dup_draft_title = tambour_value_dialog_dup_draft_title;
  ask_class->pack = tambour_value_dialog_pack;
  ask_class->unpack = tambour_value_dialog_unpack;
  ask_class->check = tambour_value_dialog_check;
  ask_class->save = tambour_value_dialog_save;
  ask_class->dup_done = tambour_value_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-value-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, rate_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, who_list);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, TambourValueDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_value_dialog_init (TambourValueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
}

static void
show_wording (TambourValueDialog *self)
{
  gboolean is_rejection = self->kind == TAMBOUR_VALUE_MOVE_REJECT;

  adw_dialog_set_title (ADW_DIALOG (self), _(wordings[self->kind].title));
  adw_window_title_set_title (self->title, _(wordings[self->kind].title));
  gtk_button_set_label (self->save_button, _(wordings[self->kind].save));
  gtk_label_set_text (self->intro_label, _(wordings[self->kind].intro));
  gtk_label_set_text (self->text_label, _("Why"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who_row), _(wordings[self->kind].who));
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
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Nobody named"), NULL });
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->opened->contacts->len; i++)
    gtk_string_list_append (names, TAMBOUR_CONTACT (g_ptr_array_index (self->opened->contacts, i))->name);
  for (guint i = 0; i < TAMBOUR_VALUE_N_RATES; i++)
    gtk_string_list_append (kinds, tambour_value_text_rate_title (tambour_value_text_rate_code (i, NULL)));
  gtk_string_list_append (kinds, _("Something else"));

  adw_combo_row_set_model (self->who_row, G_LIST_MODEL (names));
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
  choose_contact (self, rate->agreed_by_id.id);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->amount_row));
}

static void
show_what (TambourValueDialog *self)
{
  g_autofree char *title = self->opened->record ? tambour_record_dup_title (self->opened->record) : g_strdup (self->opened->account->name);
  TambourValueEntry *entry = TAMBOUR_IS_VALUE_ENTRY (self->opened->record) ? TAMBOUR_VALUE_ENTRY (self->opened->record) : NULL;
  g_autofree char *amount = NULL;
  g_autofree char *what = NULL;

  if (self->opened->record != NULL && is_rate (self))
    g_set_str (&title, TAMBOUR_RATE (self->opened->record)->title);
  if (entry == NULL || entry->gross.minor == TAMBOUR_NO_COUNT || isnan (entry->share))
    {
      gtk_label_set_text (self->what_label, title ? title : "");
      return;
    }

  amount = tambour_amount_money ((TambourMoney) { tambour_value_take_share (entry->gross.minor, entry->share),
                                                  { entry->gross.currency[0], entry->gross.currency[1], entry->gross.currency[2] } });

  /* Translators: an entry of the value ledger, and what counts of it */
  what = g_strdup_printf (_("%1$s: %2$s"), title ? title : "", amount);
  gtk_label_set_text (self->what_label, what);
}

static void
show_opened (TambourValueDialog *self)
{
  g_autofree char *today = tambour_when_edit_date (self->opened->today);

  show_what (self);
  show_choices (self);
  gtk_editable_set_text (self->date_row, today);
  if (is_rate (self) && self->opened->record != NULL)
    show_rate (self);
  if (is_rate (self))
    show_kind (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourValueDialog) self = user_data;

  self->opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);
  if (self->opened == NULL)
    return;

  show_opened (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), self->opened->draft);
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
  TambourValueWanted *wanted = NULL;

  g_return_if_fail (kind < TAMBOUR_N_VALUE_ASKS);
  g_return_if_fail (id != NULL || kind == TAMBOUR_VALUE_MOVE_RATE);

  self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_VALUE_DIALOG, NULL));
  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  show_wording (self);

  wanted = g_new0 (TambourValueWanted, 1);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  wanted->account_id = g_strdup (account_id);
  wanted->key = tambour_ask_dialog_dup_key (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), tambour_value_opened_load, wanted, (GDestroyNotify) tambour_value_wanted_free,
                                 (GDestroyNotify) tambour_value_opened_free, opened_cb);
}
