/* tambour-record-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-record-dialog-private.h"
#include "tambour-record-words.h"
#include "tambour-save-keys.h"

/**
 * TambourRecordDialog:
 *
 * A new record, or one that is edited. What is typed is kept as a draft until it
 * is saved or discarded.
 */
G_DEFINE_FINAL_TYPE (TambourRecordDialog, tambour_record_dialog, ADW_TYPE_DIALOG)

/* What is wrong, or else where what is typed is safe. */
static void
show_state (TambourRecordDialog *self,
            const char          *problem)
{
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (self->portfolio);
  const GError *error = tambour_draft_keeper_get_error (keeper, self->draft_key);
  gboolean is_edited = tambour_form_is_edited (self->form);
  g_autofree char *state = NULL;

  if (error != NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      /* Translators: %s is the reason, as a sentence */
      state = g_strdup_printf (_("The draft is kept in memory only. %s"), reason);
    }
  else if (is_edited && tambour_draft_keeper_is_safe (keeper, self->draft_key))
    state = g_strdup (_("Draft kept"));

  gtk_label_set_text (self->state_label, state ? state : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_label), error ? state : NULL);
  gtk_label_set_text (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (self->problem_button, problem != NULL && error == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), problem == NULL || error != NULL);
}

/**
 * tambour_record_dialog_update:
 * @self: a dialog that shows a record
 *
 * What can be done, and why not, follows what is typed.
 */
void
tambour_record_dialog_update (TambourRecordDialog *self)
{
  g_autofree char *problem = NULL;
  g_autoptr(TambourRecord) record = tambour_form_read (self->form, &problem);

  if (problem == NULL)
    problem = g_strdup (self->check_problem);
  if (self->check_problem != NULL)
    tambour_form_set_problem (self->form, self->check_field, self->check_problem);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", problem == NULL && !self->is_saving && !self->is_removed);
  gtk_widget_set_tooltip_text (self->save_button, problem);
  show_state (self, problem);
}

static TambourDraft *
start_draft (TambourRecordDialog *self)
{
  if (self->within != NULL)
    return tambour_draft_new_within (self->klass->kind, self->account_id, self->within);

  return tambour_draft_new (self->klass->kind, self->id, self->account_id);
}

static TambourDraft *
new_draft (TambourRecordDialog *self)
{
  g_autoptr(TambourRecord) record = tambour_form_read (self->form, NULL);
  TambourDraft *draft = start_draft (self);

  draft->title = tambour_record_words_title (record, tambour_form_get_others (self->form), tambour_portfolio_now (self->portfolio));
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->base = g_object_ref (tambour_form_get_base (self->form));
  draft->fields = tambour_form_pack_draft (self->form);

  return draft;
}

/**
 * tambour_record_dialog_keep_draft:
 * @self: a dialog that shows a record
 *
 * Keeps what is typed, if something is.
 */
void
tambour_record_dialog_keep_draft (TambourRecordDialog *self)
{
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (self->portfolio);
  g_autoptr(TambourDraft) draft = NULL;

  if (self->is_done)
    return;

  if (!tambour_form_is_edited (self->form))
    {
      tambour_draft_keeper_discard (keeper, self->draft_key);
      return;
    }

  draft = new_draft (self);
  tambour_draft_keeper_keep (keeper, draft);
}

static void
form_edited_cb (TambourRecordDialog *self)
{
  g_autoptr(TambourRecord) record = tambour_form_read (self->form, NULL);

  adw_banner_set_revealed (self->refusal_banner, FALSE);
  if (self->discarded != NULL)
    adw_banner_set_revealed (self->draft_banner, FALSE);
  g_clear_pointer (&self->discarded, tambour_draft_free);
  tambour_record_dialog_keep_draft (self);
  tambour_record_dialog_update (self);
  tambour_record_dialog_check (self, record);
}

static void
draft_changed_cb (TambourRecordDialog *self,
                  const char          *key)
{
  if (g_strcmp0 (key, self->draft_key) == 0 && !self->is_done)
    tambour_record_dialog_update (self);
}

/* The banner first discards the draft, and then offers to bring it back. */
static void
draft_banner_clicked_cb (TambourRecordDialog *self)
{
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (self->portfolio);
  g_autoptr(TambourDraft) discarded = g_steal_pointer (&self->discarded);

  if (discarded != NULL)
    {
      tambour_record_dialog_show_draft (self, discarded);
      tambour_record_dialog_keep_draft (self);
      tambour_record_dialog_update (self);
      return;
    }

  self->discarded = new_draft (self);
  self->is_done = TRUE;
  tambour_draft_keeper_discard (keeper, self->draft_key);
  adw_banner_set_title (self->draft_banner, _("Draft discarded"));
  adw_banner_set_button_label (self->draft_banner, _("_Undo"));
  adw_banner_set_revealed (self->theirs_banner, FALSE);
  tambour_record_dialog_load (self);
}

/* The record is gone: what was typed becomes another one. */
static void
theirs_banner_clicked_cb (TambourRecordDialog *self)
{
  adw_banner_set_revealed (self->theirs_banner, FALSE);
  if (!self->is_removed)
    return;

  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), self->draft_key);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->draft_key, g_free);
  self->draft_key = tambour_draft_dup_key (self->klass->kind, NULL, self->account_id);
  self->is_removed = FALSE;
  tambour_form_keep_as_new (self->form);
  tambour_record_dialog_show_titles (self);
  tambour_record_dialog_keep_draft (self);
  tambour_record_dialog_update (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_record_dialog_save (TAMBOUR_RECORD_DIALOG (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
show_problem_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tambour_form_focus_problem (TAMBOUR_RECORD_DIALOG (widget)->form);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tambour_record_dialog_remove (TAMBOUR_RECORD_DIALOG (widget));
}

/* Ctrl and Enter saves; where that cannot be, it leads to what is wrong. */
static gboolean
save_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  TambourRecordDialog *self = TAMBOUR_RECORD_DIALOG (widget);

  if (self->form != NULL && !tambour_form_focus_problem (self->form))
    tambour_record_dialog_save (self);

  return TRUE;
}

static void
tambour_record_dialog_closed (AdwDialog *dialog)
{
  TambourRecordDialog *self = TAMBOUR_RECORD_DIALOG (dialog);

  self->is_closed = TRUE;
  tambour_draft_keeper_hurry (tambour_draft_keeper_get (self->portfolio), self->draft_key);
  if (!self->is_done && self->form != NULL && tambour_form_is_edited (self->form) && self->parent != NULL)
    tambour_feedback_say (self->parent, _("Draft kept"));
}

/* A window that closes takes the form with it; nothing that is typed may go. */
static void
tambour_record_dialog_dispose (GObject *object)
{
  TambourRecordDialog *self = TAMBOUR_RECORD_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->checking);
  if (self->portfolio != NULL && !self->is_closed)
    tambour_draft_keeper_flush (tambour_draft_keeper_get (self->portfolio));
  g_clear_weak_pointer (&self->parent);
  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_RECORD_DIALOG);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_record_dialog_parent_class)->dispose (object);
}

static void
tambour_record_dialog_finalize (GObject *object)
{
  TambourRecordDialog *self = TAMBOUR_RECORD_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->copied_id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->within, g_free);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->changed_by, g_free);
  g_clear_pointer (&self->discarded, tambour_draft_free);
  g_clear_pointer (&self->check_field, g_free);
  g_clear_pointer (&self->check_problem, g_free);

  G_OBJECT_CLASS (tambour_record_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, keys_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, theirs_banner);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, refusal_banner);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, form_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, problem_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, draft_banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, theirs_banner_clicked_cb);
}

static void
tambour_record_dialog_class_init (TambourRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_record_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_record_dialog_closed;

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "dialog.show-problem", NULL, show_problem_action);
  gtk_widget_class_install_action (widget_class, "dialog.remove", NULL, remove_action);
  bind_template (widget_class);
}

/* Before what has the focus, since a text takes Enter. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  gtk_widget_set_visible (TAMBOUR_RECORD_DIALOG (widget)->keys_label, breadth < TAMBOUR_BREADTH_SMALL);
}

static void
tambour_record_dialog_init (TambourRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  tambour_save_keys_add (GTK_WIDGET (self), gtk_callback_action_new (save_key_cb, NULL, NULL));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

static TambourRecordDialog *
new_dialog (GtkWidget          *parent,
            TambourPortfolio   *portfolio,
            TambourRecordClass *klass)
{
  TambourRecordDialog *self = g_object_new (TAMBOUR_TYPE_RECORD_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->klass = klass;
  g_set_weak_pointer (&self->parent, parent);
  self->form = tambour_form_new (portfolio);
  gtk_box_append (self->form_box, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "edited", G_CALLBACK (form_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (portfolio, "changed", G_CALLBACK (tambour_record_dialog_follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tambour_draft_keeper_get (portfolio), "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);

  return g_object_ref_sink (self);
}

static void
present (TambourRecordDialog *self)
{
  g_autoptr(TambourRecordDialog) owned = self;
  g_autoptr(TambourDraft) draft = start_draft (self);

  self->draft_key = g_steal_pointer (&draft->key);
  tambour_record_dialog_load (self);
}

/**
 * tambour_record_dialog_present_new:
 * @parent: a widget in a window
 * @portfolio: a portfolio that can be changed
 * @klass: a kind of record
 * @account_id: (nullable): the account that it is for
 * @within: (nullable): what it is begun in, as tambour_record_begin_within() wants
 *   it
 *
 * Asks for what a new record says.
 */
void
tambour_record_dialog_present_new (GtkWidget          *parent,
                                   TambourPortfolio   *portfolio,
                                   TambourRecordClass *klass,
                                   const char         *account_id,
                                   const char         *within)
{
  TambourRecordDialog *self = new_dialog (parent, portfolio, klass);

  self->account_id = account_id && *account_id ? g_strdup (account_id) : NULL;
  self->within = g_strdup (within);
  present (self);
}

/**
 * tambour_record_dialog_present_edit:
 * @parent: a widget in a window
 * @portfolio: a portfolio that can be changed
 * @klass: a kind of record
 * @id: a record of that kind
 *
 * Edits a record.
 */
void
tambour_record_dialog_present_edit (GtkWidget          *parent,
                                    TambourPortfolio   *portfolio,
                                    TambourRecordClass *klass,
                                    const char         *id)
{
  TambourRecordDialog *self = new_dialog (parent, portfolio, klass);

  self->id = g_strdup (id);
  present (self);
}

/**
 * tambour_record_dialog_present_copy:
 * @parent: a widget in a window
 * @portfolio: a portfolio that can be changed
 * @klass: a kind of record
 * @id: a record of that kind
 *
 * Asks for what a new record says that begins as a copy of another.
 */
void
tambour_record_dialog_present_copy (GtkWidget          *parent,
                                    TambourPortfolio   *portfolio,
                                    TambourRecordClass *klass,
                                    const char         *id)
{
  TambourRecordDialog *self = new_dialog (parent, portfolio, klass);

  self->copied_id = g_strdup (id);
  present (self);
}
