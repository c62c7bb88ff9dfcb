/* tambour-library-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ask-rows.h"
#include "tambour-buffer.h"
#include "tambour-guests.h"
#include "tambour-library-dialog-private.h"
#include "tambour-library-dialog.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"

/**
 * TambourLibraryDialog:
 *
 * Asks with whom something of the library is shared and why, what came of it, who is
 * invited to a programme, or what is to be followed up, and writes it down.
 */
struct _TambourLibraryDialog
{
  TambourAskDialog            parent_instance;

  TambourLibraryMoveKind      kind;
  const TambourAsked         *asked;
  char                       *contact_id;  /* that is to be chosen when they are there */
  const TambourLibraryOpened *opened;
  GPtrArray                  *contacts;    /* of the account that is chosen */
  GCancellable               *loading;

  /* Template widgets */
  GtkWidget                  *head_list;
  AdwComboRow                *account_row;
  AdwComboRow                *contact_row;
  AdwComboRow                *priority_row;
  AdwSwitchRow               *opened_row;
  AdwSwitchRow               *discussed_row;
  GtkEditable                *date_row;
  GtkWidget                  *text_box;
  GtkWidget                  *text_view;
  GtkTextBuffer              *buffer;
};

G_DEFINE_FINAL_TYPE (TambourLibraryDialog, tambour_library_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. The draft is looked for before the record is there: that of a
 * guest is one of an invitation, whichever of the two kinds it is.
 */
static const TambourAskWording wordings[TAMBOUR_N_LIBRARY_ASKS] = {
  [TAMBOUR_LIBRARY_MOVE_SHARE] = { "library_item", N_("Share With a Customer"), N_("_Share"), N_("Send it yourself; here it is written down that they have it, and why."),
                                   N_("Why It Is for Them"), N_("Share item"), N_("It is shared") },
  [TAMBOUR_LIBRARY_MOVE_OUTCOME] = { "content_share", N_("What Came of It"), N_("_Record"), N_("What was opened or discussed counts in the review."),
                                     N_("What They Said"), N_("Record what came of it"), N_("It is recorded") },
  [TAMBOUR_LIBRARY_MOVE_INVITE] = { "programme", N_("Invite"), N_("_Invite"), N_("Send the invitation yourself; here it is written down who has one."),
                                    N_("Note"), N_("Invite account"), N_("They are invited") },
  [TAMBOUR_LIBRARY_MOVE_FOLLOW_UP] = { "invitation", N_("Follow Up"), N_("_Plan"), N_("It is on Today when its day comes."),
                                       N_("What Is to Be Asked or Done"), N_("Plan follow-up"), N_("The follow-up is planned") },
};

static gboolean
asks_for_account (TambourLibraryDialog *self)
{
  return self->kind == TAMBOUR_LIBRARY_MOVE_SHARE || self->kind == TAMBOUR_LIBRARY_MOVE_INVITE;
}

/* --- what is chosen -------------------------------------------------------- */

static void
show_contacts (TambourLibraryDialog *self)
{
  tambour_ask_rows_show_contacts (self->contact_row, self->contacts);
  tambour_ask_rows_choose (self->contact_row, self->contacts, self->contact_id);
  gtk_widget_set_sensitive (GTK_WIDGET (self->contact_row), self->contacts != NULL && self->contacts->len > 0);
}

static void
contacts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourLibraryDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contacts = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = g_steal_pointer (&contacts);
  show_contacts (self);
}

static void
load_contacts (TambourLibraryDialog *self)
{
  const char *account_id = tambour_ask_rows_get_chosen (self->account_row, self->opened->accounts);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  show_contacts (self);
  if (account_id == NULL)
    return;

  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self)), tambour_library_contacts_load,
                                g_strdup (account_id), g_free, (GDestroyNotify) g_ptr_array_unref, self->loading,
                                contacts_cb, g_object_ref (self));
}

/* Its people are others. */
static void
account_changed_cb (TambourLibraryDialog *self)
{
  if (self->opened != NULL)
    load_contacts (self);
}

/* --- the draft ------------------------------------------------------------- */

static void
tambour_library_dialog_pack (TambourAskDialog *dialog,
                             JsonObject       *fields)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);
  const char *account_id = tambour_ask_rows_get_chosen (self->account_row, self->opened->accounts);
  const char *contact_id = tambour_ask_rows_get_chosen (self->contact_row, self->contacts);

  json_object_set_string_member (fields, "account", account_id ? account_id : "");
  json_object_set_string_member (fields, "contact", contact_id ? contact_id : "");
}

/* The people of another account are read first. */
static void
tambour_library_dialog_unpack (TambourAskDialog *dialog,
                               JsonObject       *fields)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);

  g_set_str (&self->contact_id, json_object_get_string_member_with_default (fields, "contact", ""));
  if (!tambour_ask_rows_choose (self->account_row, self->opened->accounts, json_object_get_string_member_with_default (fields, "account", "")))
    adw_combo_row_set_selected (self->account_row, 0);
}

/* --- what is typed --------------------------------------------------------- */

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static gpointer
tambour_library_dialog_read_move (TambourAskDialog *dialog)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);
  const char *account_id = asks_for_account (self) ? tambour_ask_rows_get_chosen (self->account_row, self->opened->accounts) : self->asked->account_id;
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (self->kind, self->asked->id, account_id);
  gboolean has_date = tambour_ask_rows_read_date (self->date_row, self->opened->today, &move->on);

  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_ask_dialog_say (dialog, has_date ? NULL : _("This takes a day, such as 20 nov"));
  if (!has_date)
    return NULL;

  move->contact_id = g_strdup (tambour_ask_rows_get_chosen (self->contact_row, self->contacts));
  move->text = tambour_buffer_dup_text (self->buffer);
  move->priority = adw_combo_row_get_selected (self->priority_row) + 1;
  move->opened = adw_switch_row_get_active (self->opened_row);
  move->discussed = adw_switch_row_get_active (self->discussed_row);

  return g_steal_pointer (&move);
}

/* --- the dialog ------------------------------------------------------------ */

static void
show_rows (TambourLibraryDialog *self)
{
  gboolean is_outcome = self->kind == TAMBOUR_LIBRARY_MOVE_OUTCOME;
  gboolean is_invitation = self->kind == TAMBOUR_LIBRARY_MOVE_INVITE;

  gtk_widget_set_visible (GTK_WIDGET (self->account_row), asks_for_account (self));
  gtk_widget_set_visible (GTK_WIDGET (self->contact_row), asks_for_account (self));
  gtk_widget_set_visible (GTK_WIDGET (self->priority_row), is_invitation);
  gtk_widget_set_visible (GTK_WIDGET (self->opened_row), is_outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->discussed_row), is_outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), !is_outcome);
  gtk_widget_set_visible (self->text_box, !is_invitation);
  adw_dialog_set_focus (ADW_DIALOG (self), is_invitation ? GTK_WIDGET (self->account_row) : self->text_view);
}

static void
show_choices (TambourLibraryDialog *self)
{
  g_autoptr(GtkStringList) accounts = gtk_string_list_new ((const char *[]) { _("Choose an account"), NULL });
  const char * const priorities[] = { _("1: first of all"), _("2: then"), _("3: if there is room"), NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (priorities);

  for (guint i = 0; i < self->opened->accounts->len; i++)
    {
      const char *name = TAMBOUR_ACCOUNT (g_ptr_array_index (self->opened->accounts, i))->name;

      gtk_string_list_append (accounts, name ? name : "");
    }
  adw_combo_row_set_model (self->account_row, G_LIST_MODEL (accounts));
  adw_combo_row_set_model (self->priority_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->priority_row, 1);
  tambour_ask_rows_choose (self->account_row, self->opened->accounts, self->asked->account_id);
  load_contacts (self);
}

static void
show_guest (TambourLibraryDialog *self)
{
  g_autoptr(TambourGuest) guest = tambour_guest_new (self->opened->record);
  TambourDate on = tambour_date_is_stated (guest->followed_up_on) ? (TambourDate) { 0 } : guest->follow_up_on;
  g_autofree char *day = tambour_date_is_stated (on) ? tambour_when_edit_date (on) : g_strdup ("");

  gtk_editable_set_text (self->date_row, day);
  if (*day != '\0' && guest->follow_up != NULL)
    gtk_text_buffer_set_text (self->buffer, guest->follow_up, -1);
}

static void
tambour_library_dialog_show (TambourAskDialog *dialog,
                             gpointer          loaded)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);
  const TambourLibraryOpened *opened = self->opened = loaded;
  g_autofree char *what = tambour_record_dup_title (opened->record);
  g_autofree char *today = tambour_when_edit_date (opened->today);

  tambour_ask_dialog_say_what (dialog, what);
  gtk_editable_set_text (self->date_row, today);
  if (opened->reason != NULL)
    gtk_text_buffer_set_text (self->buffer, opened->reason, -1);
  if (TAMBOUR_IS_CONTENT_SHARE (opened->record))
    {
      TambourContentShare *share = TAMBOUR_CONTENT_SHARE (opened->record);

      adw_switch_row_set_active (self->opened_row, share->opened);
      adw_switch_row_set_active (self->discussed_row, share->discussed);
      gtk_text_buffer_set_text (self->buffer, share->reaction ? share->reaction : "", -1);
    }
  if (self->kind == TAMBOUR_LIBRARY_MOVE_FOLLOW_UP)
    show_guest (self);
  show_choices (self);
}

static void
tambour_library_dialog_dispose (GObject *object)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (tambour_library_dialog_parent_class)->dispose (object);
}

static void
tambour_library_dialog_finalize (GObject *object)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (object);

  g_clear_pointer (&self->contact_id, g_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_library_dialog_parent_class)->finalize (object);
}

static void
tambour_library_dialog_class_init (TambourLibraryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_library_dialog_dispose;
  object_class->finalize = tambour_library_dialog_finalize;
  ask_class->family = "library";
  ask_class->pack = tambour_library_dialog_pack;
  ask_class->unpack = tambour_library_dialog_unpack;
  ask_class->load = tambour_library_opened_load;
  ask_class->free_loaded = (GDestroyNotify) tambour_library_opened_free;
  ask_class->show = tambour_library_dialog_show;
  ask_class->read_move = tambour_library_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_library_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_library_move_free;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-library-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, head_list);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, account_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, contact_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, priority_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, opened_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, discussed_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  tambour_ask_dialog_bind (widget_class, "what_label", "text_label", NULL);
}

static void
tambour_library_dialog_init (TambourLibraryDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "date", self->date_row, "text", self->buffer, "priority", self->priority_row, "opened", self->opened_row,
                           "discussed", self->discussed_row, NULL);
}

/**
 * tambour_library_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: the #TambourLibraryMoveKind, one that asks for something
 * @id: what it is about
 * @account_id: (nullable): the customer, if that is known already
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_library_dialog_present (GtkWidget        *asked_by,
                                TambourPortfolio *portfolio,
                                guint             kind,
                                const char       *id,
                                const char       *account_id)
{
  TambourLibraryDialog *self = NULL;

  g_return_if_fail (kind < TAMBOUR_N_LIBRARY_ASKS);
  g_return_if_fail (id != NULL);

  self = g_object_new (TAMBOUR_TYPE_LIBRARY_DIALOG, NULL);
  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind], kind, id, account_id);
  show_rows (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
