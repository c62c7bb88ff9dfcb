/* tambour-library-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-buffer.h"
#include "tambour-guests.h"
#include "tambour-library-dialog-private.h"
#include "tambour-library-dialog.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourLibraryDialog:
 *
 * Asks with whom something of the library is shared and why, what came of it, who is
 * invited to a programme, or what is to be followed up, and writes it down.
 */
struct _TambourLibraryDialog
{
  TambourAskDialog parent_instance;

  TambourLibraryMoveKind  kind;
  char                   *id;
  char                   *account_id;      /* that it was opened for, or NULL */
  char                   *contact_id;      /* that is to be chosen when they are there */
  TambourLibraryOpened   *opened;
  GPtrArray              *contacts;        /* of the account that is chosen */
  GCancellable           *loading;

  /* Template widgets */
  AdwWindowTitle         *title;
  GtkButton              *save_button;
  GtkWidget              *main;
  GtkLabel               *what_label;
  GtkLabel               *intro_label;
  GtkWidget              *head_list;
  AdwComboRow            *account_row;
  AdwComboRow            *contact_row;
  AdwComboRow            *priority_row;
  AdwSwitchRow           *opened_row;
  AdwSwitchRow           *discussed_row;
  GtkEditable            *date_row;
  GtkWidget              *text_box;
  GtkLabel               *text_label;
  GtkWidget              *text_view;
  GtkTextBuffer          *buffer;
  GtkLabel               *error_label;
};

G_DEFINE_FINAL_TYPE (TambourLibraryDialog, tambour_library_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called. */
static const struct
{
  const char *title;
  const char *save;
  const char *intro;
  const char *text;
  const char *label;
  const char *done;
} wordings[TAMBOUR_N_LIBRARY_ASKS] = {
  [TAMBOUR_LIBRARY_MOVE_SHARE] = { N_("Share"), N_("_Share"), N_("Send it yourself; here it is written down that they have it, and why."),
                                   N_("Why It Is for Them"), N_("Share item"), N_("It is shared") },
  [TAMBOUR_LIBRARY_MOVE_OUTCOME] = { N_("What Came of It"), N_("_Record"), N_("What was opened or discussed counts in the review."),
                                     N_("What They Said"), N_("Record what came of it"), N_("It is recorded") },
  [TAMBOUR_LIBRARY_MOVE_INVITE] = { N_("Invite"), N_("_Invite"), N_("Send the invitation yourself; here it is written down who has one."),
                                    N_("Note"), N_("Invite account"), N_("They are invited") },
  [TAMBOUR_LIBRARY_MOVE_FOLLOW_UP] = { N_("Follow Up"), N_("_Plan"), N_("It is on Today when its day comes."),
                                       N_("What Is to Be Asked or Done"), N_("Plan follow-up"), N_("The follow-up is planned") },
};

static gboolean
asks_for_account (TambourLibraryDialog *self)
{
  return self->kind == TAMBOUR_LIBRARY_MOVE_SHARE || self->kind == TAMBOUR_LIBRARY_MOVE_INVITE;
}

/* The draft is looked for before the record is there: that of a guest is one of an
 * invitation, whichever of the two kinds it is.
 */
static const char *
get_kind (TambourLibraryDialog *self)
{
  switch (self->kind)
    {
    case TAMBOUR_LIBRARY_MOVE_SHARE:
    case TAMBOUR_LIBRARY_MOVE_NOT_FOR:
      return "library_item";
    case TAMBOUR_LIBRARY_MOVE_OUTCOME:
      return "content_share";
    case TAMBOUR_LIBRARY_MOVE_INVITE:
      return "programme";
    case TAMBOUR_LIBRARY_MOVE_FOLLOW_UP:
    case TAMBOUR_LIBRARY_MOVE_ACCEPT:
    case TAMBOUR_LIBRARY_MOVE_DECLINE:
    case TAMBOUR_LIBRARY_MOVE_FOLLOWED_UP:
      return "invitation";
    case TAMBOUR_LIBRARY_MOVE_USE:
    case TAMBOUR_LIBRARY_MOVE_DISUSE:
      break;
    }

  g_return_val_if_reached (NULL);
}

/* --- what is chosen -------------------------------------------------------- */

static const char *
get_account (TambourLibraryDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->account_row);

  /* The first is nobody yet. */
  return selected > 0 && selected <= self->opened->accounts->len
           ? TAMBOUR_RECORD (g_ptr_array_index (self->opened->accounts, selected - 1))->id
           : NULL;
}

static const char *
get_contact (TambourLibraryDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->contact_row);

  return selected > 0 && self->contacts != NULL && selected <= self->contacts->len
           ? TAMBOUR_RECORD (g_ptr_array_index (self->contacts, selected - 1))->id
           : NULL;
}

static guint
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; id != NULL && records != NULL && i < records->len; i++)
    if (g_str_equal (TAMBOUR_RECORD (g_ptr_array_index (records, i))->id, id))
      return i + 1;

  return 0;
}

static void
show_contacts (TambourLibraryDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Nobody named"), NULL });

  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    gtk_string_list_append (names, TAMBOUR_CONTACT (g_ptr_array_index (self->contacts, i))->name);
  adw_combo_row_set_model (self->contact_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->contact_row, find_record (self->contacts, self->contact_id));
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
  const char *account_id = get_account (self);

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

static TambourDraft *
tambour_library_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);

  return tambour_draft_new_ask ("library", get_kind (self), self->id, self->account_id ? self->account_id : "", self->kind);
}

static JsonObject *
tambour_library_dialog_pack (TambourAskDialog *dialog)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  const char *account_id = get_account (self);
  const char *contact_id = get_contact (self);
  JsonObject *fields = json_object_new ();

  json_object_set_string_member (fields, "date", gtk_editable_get_text (self->date_row));
  json_object_set_string_member (fields, "text", text);
  json_object_set_string_member (fields, "account", account_id ? account_id : "");
  json_object_set_string_member (fields, "contact", contact_id ? contact_id : "");
  json_object_set_int_member (fields, "priority", adw_combo_row_get_selected (self->priority_row));
  json_object_set_boolean_member (fields, "opened", adw_switch_row_get_active (self->opened_row));
  json_object_set_boolean_member (fields, "discussed", adw_switch_row_get_active (self->discussed_row));

  return fields;
}

static char *
tambour_library_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static void
tambour_library_dialog_unpack (TambourAskDialog *dialog,
                               JsonObject       *fields)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);

  g_set_str (&self->contact_id, json_object_get_string_member_with_default (fields, "contact", ""));
  gtk_editable_set_text (self->date_row, json_object_get_string_member_with_default (fields, "date", ""));
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (fields, "text", ""), -1);
  adw_combo_row_set_selected (self->priority_row, (guint) json_object_get_int_member_with_default (fields, "priority", 0));
  adw_switch_row_set_active (self->opened_row, json_object_get_boolean_member_with_default (fields, "opened", FALSE));
  adw_switch_row_set_active (self->discussed_row, json_object_get_boolean_member_with_default (fields, "discussed", FALSE));
  adw_combo_row_set_selected (self->account_row,
                              find_record (self->opened->accounts, json_object_get_string_member_with_default (fields, "account", "")));
}

/* --- what is typed --------------------------------------------------------- */

static gboolean
read_date (TambourLibraryDialog *self,
           TambourDate          *on)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->date_row)));

  *on = (TambourDate) { 0 };

  return *text == '\0' || tambour_when_parse_date (text, self->opened->today, on);
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if something was
 *   typed that cannot be read, which is marked
 */
static TambourLibraryMove *
read_move (TambourLibraryDialog *self)
{
  const char *account_id = asks_for_account (self) ? get_account (self) : self->account_id;
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (self->kind, self->id, account_id);
  gboolean has_date = read_date (self, &move->on);

  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), !has_date);
  tambour_ask_dialog_say (TAMBOUR_ASK_DIALOG (self), has_date ? NULL : _("This takes a day, such as 20 nov"));
  if (!has_date)
    return NULL;

  move->contact_id = g_strdup (get_contact (self));
  move->text = tambour_buffer_dup_text (self->buffer);
  move->priority = adw_combo_row_get_selected (self->priority_row) + 1;
  move->opened = adw_switch_row_get_active (self->opened_row);
  move->discussed = adw_switch_row_get_active (self->discussed_row);

  return g_steal_pointer (&move);
}

static void
tambour_library_dialog_check (TambourAskDialog *dialog)
{
  g_autoptr(TambourLibraryMove) move = read_move (TAMBOUR_LIBRARY_DIALOG (dialog));
}

/* --- doing it -------------------------------------------------------------- */

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_library_move_fill (data, store, now, change, error);
}

static void
tambour_library_dialog_save (TambourAskDialog *dialog)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (dialog);
  TambourLibraryMove *move = read_move (self);

  if (move != NULL)
    tambour_ask_dialog_do (dialog, _(wordings[self->kind].label), fill_change, move, (GDestroyNotify) tambour_library_move_free);
}

static char *
tambour_library_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (_(wordings[TAMBOUR_LIBRARY_DIALOG (dialog)->kind].done));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_library_dialog_dispose (GObject *object)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_LIBRARY_DIALOG);

  G_OBJECT_CLASS (tambour_library_dialog_parent_class)->dispose (object);
}

static void
tambour_library_dialog_finalize (GObject *object)
{
  TambourLibraryDialog *self = TAMBOUR_LIBRARY_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->contact_id, g_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->opened, tambour_library_opened_free);

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
  ask_class->new_draft = tambour_library_dialog_new_draft;
  ask_class->dup_draft_title = tambour_library_dialog_dup_draft_title;
  ask_class->pack = tambour_library_dialog_pack;
  ask_class->unpack = tambour_library_dialog_unpack;
  ask_class->check = tambour_library_dialog_check;
  ask_class->save = tambour_library_dialog_save;
  ask_class->dup_done = tambour_library_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-library-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, head_list);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, account_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, contact_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, priority_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, opened_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, discussed_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_library_dialog_init (TambourLibraryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
}

static void
show_wording (TambourLibraryDialog *self)
{
  gboolean is_outcome = self->kind == TAMBOUR_LIBRARY_MOVE_OUTCOME;
  gboolean is_invitation = self->kind == TAMBOUR_LIBRARY_MOVE_INVITE;

  adw_dialog_set_title (ADW_DIALOG (self), _(wordings[self->kind].title));
  adw_window_title_set_title (self->title, _(wordings[self->kind].title));
  gtk_button_set_label (self->save_button, _(wordings[self->kind].save));
  gtk_label_set_text (self->intro_label, _(wordings[self->kind].intro));
  gtk_label_set_text (self->text_label, _(wordings[self->kind].text));
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
  adw_combo_row_set_selected (self->account_row, find_record (self->opened->accounts, self->account_id));
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
show_opened (TambourLibraryDialog *self)
{
  g_autofree char *what = tambour_record_dup_title (self->opened->record);
  g_autofree char *today = tambour_when_edit_date (self->opened->today);

  gtk_label_set_text (self->what_label, what ? what : "");
  gtk_editable_set_text (self->date_row, today);
  if (self->opened->reason != NULL)
    gtk_text_buffer_set_text (self->buffer, self->opened->reason, -1);
  if (TAMBOUR_IS_CONTENT_SHARE (self->opened->record))
    {
      TambourContentShare *share = TAMBOUR_CONTENT_SHARE (self->opened->record);

      adw_switch_row_set_active (self->opened_row, share->opened);
      adw_switch_row_set_active (self->discussed_row, share->discussed);
      gtk_text_buffer_set_text (self->buffer, share->reaction ? share->reaction : "", -1);
    }
  if (self->kind == TAMBOUR_LIBRARY_MOVE_FOLLOW_UP)
    show_guest (self);
  show_choices (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourLibraryDialog) self = user_data;

  self->opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);
  if (self->opened == NULL)
    return;

  show_opened (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), self->opened->draft);
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
  TambourLibraryWanted *wanted = NULL;

  g_return_if_fail (kind < TAMBOUR_N_LIBRARY_ASKS);
  g_return_if_fail (id != NULL);

  self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_LIBRARY_DIALOG, NULL));
  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  show_wording (self);

  wanted = g_new0 (TambourLibraryWanted, 1);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  wanted->account_id = g_strdup (account_id);
  wanted->key = tambour_ask_dialog_dup_key (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), tambour_library_opened_load, wanted, (GDestroyNotify) tambour_library_wanted_free,
                                 (GDestroyNotify) tambour_library_opened_free, opened_cb);
}
