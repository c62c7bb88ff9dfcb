/* tambour-handover-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-handover-dialog.h"
#include "tambour-handover.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"

/* A leave is asked for by its first day; two weeks are what most take. */
#define DAYS_OF_LEAVE 14

/**
 * TambourHandoverDialog:
 *
 * Asks who looks after an account from a day on, or for some days. Stays open
 * when that cannot be, and says why.
 */
struct _TambourHandoverDialog
{
  AdwDialog            parent_instance;

  TambourPortfolio    *portfolio;
  GtkWidget           *asked_by;
  TambourHandoverKind  kind;
  char                *account_id;
  char                *account;
  char                *tam_id;
  GPtrArray           *people;
  TambourDate          today;
  GCancellable        *cancellable;

  /* Template widgets */
  GtkButton           *save_button;
  GtkLabel            *intro_label;
  AdwComboRow         *person_row;
  AdwEntryRow         *from_row;
  AdwEntryRow         *to_row;
  AdwEntryRow         *note_row;
  AdwSwitchRow        *cases_row;
  AdwSwitchRow        *actions_row;
  GtkLabel            *error_label;
};

G_DEFINE_FINAL_TYPE (TambourHandoverDialog, tambour_handover_dialog, ADW_TYPE_DIALOG)

/* What was asked for, on its way to a thread and back. */
typedef struct
{
  TambourHandoverKind  kind;
  TambourChange       *change;
  char                *account_id;
  char                *person_id;
  TambourDate          from;
  TambourDate          to;
  char                *note;
  gboolean             with_cases;
  gboolean             with_actions;
} Order;

static void
order_free (Order *order)
{
  g_clear_object (&order->change);
  g_clear_pointer (&order->account_id, g_free);
  g_clear_pointer (&order->person_id, g_free);
  g_clear_pointer (&order->note, g_free);
  g_free (order);
}

static TambourPerson *
get_person (TambourHandoverDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->person_row);

  return selected < self->people->len ? g_ptr_array_index (self->people, selected) : NULL;
}

/* As in a form: “24 Dec”, “fri” or “+3d”. */
static gboolean
read_date (TambourHandoverDialog *self,
           AdwEntryRow           *row,
           TambourDate           *date)
{
  return tambour_when_parse_date (gtk_editable_get_text (GTK_EDITABLE (row)), self->today, date) && tambour_date_is_stated (*date);
}

static void
say (TambourHandoverDialog *self,
     const char            *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
}

/* One sentence about the first thing that is wrong. */
static void
changed_cb (TambourHandoverDialog *self)
{
  TambourPerson *person = get_person (self);
  TambourDate from = { 0 }, to = { 0 };
  gboolean is_leave = self->kind == TAMBOUR_HANDOVER_FOR_A_WHILE;
  gboolean has_from = read_date (self, self->from_row, &from);
  gboolean has_to = !is_leave || read_date (self, self->to_row, &to);
  gboolean is_turned = is_leave && has_from && has_to && to.julian < from.julian;
  const char *sentence = NULL;

  if (person == NULL)
    sentence = _("There is nobody else to hand over to. Add a person first.");
  else if (!has_from || !has_to)
    sentence = _("This takes a date, such as 4 Dec, fri or +3d");
  else if (is_turned)
    sentence = _("The last day cannot come before the first.");

  tambour_problem_mark (GTK_WIDGET (self->from_row), GTK_WIDGET (self->from_row), !has_from);
  tambour_problem_mark (GTK_WIDGET (self->to_row), GTK_WIDGET (self->to_row), !has_to || is_turned);
  say (self, sentence);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handover.save", sentence == NULL);
}

static gpointer
fill_change (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Order *order = data;
  const TambourHandover handover = { order->account_id, order->person_id, order->from, order->with_cases, order->with_actions };
  const TambourLeaveCover cover = { order->account_id, order->person_id, order->from, order->to, order->note };
  gboolean is_filled = FALSE;

  switch (order->kind)
    {
    case TAMBOUR_HANDOVER_FOR_GOOD:
      is_filled = tambour_handover_fill (&handover, store, now, order->change, error);
      break;

    case TAMBOUR_HANDOVER_FOR_A_WHILE:
      is_filled = tambour_leave_cover_fill (&cover, store, now, order->change, error);
      break;
    }

  return is_filled ? g_object_ref (order->change) : NULL;
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourHandoverDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourChange) change = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  TambourPerson *person = get_person (self);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (change == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      say (self, reason);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "handover.save", TRUE);
      return;
    }

  message = self->kind == TAMBOUR_HANDOVER_FOR_GOOD ? g_strdup_printf (_("%s looks after %s"), person->name, self->account)
                                                    : g_strdup_printf (_("%s stands in at %s"), person->name, self->account);
  tambour_feedback_commit (self->asked_by, self->portfolio, change, message);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourHandoverDialog *self = TAMBOUR_HANDOVER_DIALOG (widget);
  Order *order = g_new0 (Order, 1);

  order->kind = self->kind;
  order->change = tambour_portfolio_new_change (self->portfolio,
                                                self->kind == TAMBOUR_HANDOVER_FOR_GOOD ? _("Hand over the account") : _("Leave cover"));
  order->account_id = g_strdup (self->account_id);
  order->person_id = g_strdup (TAMBOUR_RECORD (get_person (self))->id);
  read_date (self, self->from_row, &order->from);
  read_date (self, self->to_row, &order->to);
  order->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  order->with_cases = adw_switch_row_get_active (self->cases_row);
  order->with_actions = adw_switch_row_get_active (self->actions_row);

  gtk_widget_action_set_enabled (widget, "handover.save", FALSE);
  tambour_portfolio_load_async (self->portfolio, fill_change, order, (GDestroyNotify) order_free, g_object_unref,
                                self->cancellable, filled_cb, g_object_ref (self));
}

static void
save_cb (TambourHandoverDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "handover.save", NULL);
}

static void
tambour_handover_dialog_dispose (GObject *object)
{
  TambourHandoverDialog *self = TAMBOUR_HANDOVER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_HANDOVER_DIALOG);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);

  G_OBJECT_CLASS (tambour_handover_dialog_parent_class)->dispose (object);
}

static void
tambour_handover_dialog_finalize (GObject *object)
{
  TambourHandoverDialog *self = TAMBOUR_HANDOVER_DIALOG (object);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->tam_id, g_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_handover_dialog_parent_class)->finalize (object);
}

static void
tambour_handover_dialog_class_init (TambourHandoverDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_handover_dialog_dispose;
  object_class->finalize = tambour_handover_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "handover.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "handover.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "handover.save", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-handover-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, cases_row);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, actions_row);
  gtk_widget_class_bind_template_child (widget_class, TambourHandoverDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
tambour_handover_dialog_init (TambourHandoverDialog *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever is the backup today is who comes to mind first. */
static guint
find_backup (TambourHandoverDialog *self,
             const TambourContacts *contacts)
{
  for (guint i = 0; i < contacts->team->len; i++)
    {
      const TambourTeamView *view = g_ptr_array_index (contacts->team, i);

      for (guint n = 0; view->state == TAMBOUR_TEAM_NOW && view->role->role == TAMBOUR_PERSON_ROLE_BACKUP_TAM && n < self->people->len; n++)
        if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (self->people, n))->id, view->role->person_id.id) == 0)
          return n;
    }

  return 0;
}

/* Everybody but the one who looks after it now. */
static void
show_people (TambourHandoverDialog *self,
             const TambourContacts *contacts)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < contacts->ours->len; i++)
    {
      TambourPerson *person = g_ptr_array_index (contacts->ours, i);

      if (g_strcmp0 (TAMBOUR_RECORD (person)->id, self->tam_id) == 0)
        continue;

      g_ptr_array_add (self->people, g_object_ref (person));
      gtk_string_list_append (names, person->name ? person->name : "");
    }

  adw_combo_row_set_model (self->person_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->person_row, find_backup (self, contacts));
}

static void
show_date (AdwEntryRow *row,
           TambourDate  date)
{
  g_autofree char *text = tambour_when_edit_date (date);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_kind (TambourHandoverDialog *self,
           const char            *tam)
{
  gboolean is_leave = self->kind == TAMBOUR_HANDOVER_FOR_A_WHILE;
  g_autofree char *intro = NULL;

  if (is_leave)
    intro = g_strdup_printf (_("While %s is away, %s is on the Today of whoever stands in. Nothing changes hands."), tam, self->account);
  else
    intro = g_strdup_printf (_("%s goes from %s to somebody else. Regular calls go with it."), self->account, tam);

  adw_dialog_set_title (ADW_DIALOG (self), is_leave ? _("Leave Cover") : _("Hand Over"));
  gtk_button_set_label (self->save_button, is_leave ? _("_Save") : _("_Hand Over"));
  gtk_label_set_text (self->intro_label, intro);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), is_leave ? _("Stands In") : _("New TAM"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from_row), is_leave ? _("First Day") : _("From"));
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), is_leave);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), is_leave);
  gtk_widget_set_visible (GTK_WIDGET (self->cases_row), !is_leave);
  gtk_widget_set_visible (GTK_WIDGET (self->actions_row), !is_leave);
}

/**
 * tambour_handover_dialog_new:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @contacts: the people of an account; not kept
 * @kind: for how long
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tambour_handover_dialog_new (GtkWidget             *asked_by,
                             TambourPortfolio      *portfolio,
                             const TambourContacts *contacts,
                             TambourHandoverKind    kind)
{
  TambourHandoverDialog *self = g_object_new (TAMBOUR_TYPE_HANDOVER_DIALOG, NULL);
  TambourPerson *tam = contacts->tam ? contacts->tam->person : NULL;

  self->asked_by = g_object_ref (asked_by);
  self->portfolio = g_object_ref (portfolio);
  self->kind = kind;
  self->account_id = g_strdup (TAMBOUR_RECORD (contacts->account)->id);
  self->account = g_strdup (contacts->account->name);
  self->tam_id = tam ? g_strdup (TAMBOUR_RECORD (tam)->id) : NULL;

  show_kind (self, tam && tam->name ? tam->name : _("nobody"));
  show_people (self, contacts);
  self->today = contacts->today;
  show_date (self->from_row, contacts->today);
  show_date (self->to_row, (TambourDate) { contacts->today.julian + DAYS_OF_LEAVE - 1 });
  changed_cb (self);

  return ADW_DIALOG (self);
}
