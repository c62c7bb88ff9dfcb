/* tambour-action-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-action-dialog-private.h"
#include "tambour-action-dialog.h"
#include "tambour-buffer.h"
#include "tambour-draft-keeper.h"
#include "tambour-engagement.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-kinds.h"
#include "tambour-problem.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourActionDialog:
 *
 * Asks why a commitment is withdrawn, when an action is due or who does it, and
 * does that. Stays open when it cannot be, and says why; what is typed is kept as
 * a draft until it is done.
 */
struct _TambourActionDialog
{
  AdwDialog              parent_instance;

  TambourPortfolio      *portfolio;
  GtkWidget             *asked_by;
  TambourActionMoveKind  kind;
  TambourRecordClass    *klass;
  char                  *id;
  TambourRecord         *record;
  GPtrArray             *owners;      /* people and contacts, as they are offered */
  char                  *due;         /* what the row said at first */
  GCancellable          *cancellable;
  gboolean               is_filling;

  /* Template widgets */
  AdwWindowTitle        *title;
  GtkButton             *save_button;
  GtkWidget             *main;
  GtkLabel              *what_label;
  GtkLabel              *intro_label;
  GtkWidget             *fields;
  AdwComboRow           *owner_row;
  GtkEditable           *due_row;
  GtkWidget             *reason_box;
  GtkWidget             *text_view;
  GtkTextBuffer         *buffer;
  GtkLabel              *error_label;
};

G_DEFINE_FINAL_TYPE (TambourActionDialog, tambour_action_dialog, ADW_TYPE_DIALOG)

/* What a step is called; those that ask nothing have no title. */
typedef struct
{
  const char *title;
  const char *save;
  const char *intro;
} Wording;

static const Wording wordings[TAMBOUR_N_ACTION_MOVES] = {
  [TAMBOUR_ACTION_MOVE_WITHDRAW] = { N_("Withdraw Commitment"), N_("_Withdraw"),
                                     N_("The text stays as it was promised. The review lists it with the reason.") },
  [TAMBOUR_ACTION_MOVE_DUE] = { N_("Move Due Date"), N_("_Move"), N_("A day such as fri, +3d or 4 dec; nothing for no date.") },
  [TAMBOUR_ACTION_MOVE_OWNER] = { N_("Hand Over"), N_("_Hand Over"), N_("One of us, or of the customer’s people.") },
};

static void
say (TambourActionDialog *self,
     const char          *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
}

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
new_draft (TambourActionDialog *self)
{
  return tambour_draft_new_step (self->klass->kind, self->id, self->record ? self->record->account_id.id : NULL, self->kind);
}

/* What is as it was, or empty, is no draft. */
static void
keep_draft (TambourActionDialog *self)
{
  g_autoptr(TambourDraft) draft = new_draft (self);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  const char *due = gtk_editable_get_text (self->due_row);

  if (*text == '\0' && g_strcmp0 (due, self->due) == 0)
    {
      tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), draft->key);
      adw_window_title_set_subtitle (self->title, "");
      return;
    }

  draft->title = g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, "text", text);
  json_object_set_string_member (draft->fields, "due", due);
  tambour_draft_keeper_keep (tambour_draft_keeper_get (self->portfolio), draft);
  adw_window_title_set_subtitle (self->title, _("Draft kept on this computer"));
}

static void
show_draft (TambourActionDialog *self,
            const TambourDraft  *draft)
{
  if (draft == NULL)
    return;

  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (draft->fields, "text", ""), -1);
  gtk_editable_set_text (self->due_row, json_object_get_string_member_with_default (draft->fields, "due", ""));
  adw_window_title_set_subtitle (self->title, _("From your draft"));
  self->is_filling = FALSE;
}

/* --- what is typed -------------------------------------------------------- */

static TambourDate
get_today (TambourActionDialog *self)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_zone_date_of (here, tambour_portfolio_now (self->portfolio));
}

/* Nothing is a day as well: none. */
static gboolean
read_due (TambourActionDialog *self,
          TambourDate         *due)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->due_row)));

  due->julian = 0;

  return *text == '\0' || tambour_when_parse_due (text, get_today (self), due);
}

static void
changed_cb (TambourActionDialog *self)
{
  TambourDate due;
  gboolean is_wrong;

  if (self->is_filling)
    return;

  keep_draft (self);
  is_wrong = self->kind == TAMBOUR_ACTION_MOVE_DUE && !read_due (self, &due);
  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  say (self, is_wrong ? _("This takes a day, such as fri") : NULL);
}

static TambourActionKind
get_of (TambourActionDialog *self)
{
  return TAMBOUR_IS_COMMITMENT (self->record) ? TAMBOUR_ACTION_KIND_COMMITMENT : TAMBOUR_ACTION_KIND_ACTION;
}

static TambourActionMove *
read_move (TambourActionDialog *self)
{
  TambourActionMove *move = tambour_action_move_new (self->kind, get_of (self), self->id);
  guint selected = adw_combo_row_get_selected (self->owner_row);
  TambourRecord *owner = selected < self->owners->len ? g_ptr_array_index (self->owners, selected) : NULL;

  move->reason = tambour_buffer_dup_text (self->buffer);
  read_due (self, &move->due);
  if (owner != NULL)
    {
      move->owner = tambour_record_dup_title (owner);
      move->side = TAMBOUR_IS_CONTACT (owner) ? TAMBOUR_SIDE_CUSTOMER : TAMBOUR_SIDE_US;
    }

  return move;
}

/* --- doing it ------------------------------------------------------------- */

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_action_move_fill (data, store, now, change, error);
}

static void
set_saving (TambourActionDialog *self,
            gboolean             is_saving)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.save", !is_saving);
  tambour_saving_set (self->main, is_saving);
}

/* Says why it cannot be done; what is typed stays. */
static void
fail (TambourActionDialog *self,
      const GError        *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  set_saving (self, FALSE);
  say (self, reason);
}

static char *
dup_message (TambourActionDialog *self)
{
  const char *what = gtk_label_get_text (self->what_label);

  switch (self->kind)
    {
    case TAMBOUR_ACTION_MOVE_WITHDRAW:
      /* Translators: %s is a promise */
      return g_strdup_printf (_("Withdrawn: %s"), what);
    case TAMBOUR_ACTION_MOVE_DUE:
      /* Translators: %s is something to do, which is due on another day */
      return g_strdup_printf (_("Moved: %s"), what);
    case TAMBOUR_ACTION_MOVE_OWNER:
      /* Translators: %s is something to do, which somebody else does now */
      return g_strdup_printf (_("Handed over: %s"), what);
    case TAMBOUR_ACTION_MOVE_SETTLE:
    case TAMBOUR_ACTION_MOVE_REOPEN:
      break;
    }

  g_return_val_if_reached (NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourActionDialog) self = user_data;
  g_autoptr(TambourDraft) draft = new_draft (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fail (self, error);
      return;
    }

  message = dup_message (self);
  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), draft->key);
  tambour_feedback_offer_undo (self->asked_by, message);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (widget);
  TambourDate due;
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, _(wordings[self->kind].title));

  if (self->kind == TAMBOUR_ACTION_MOVE_DUE && !read_due (self, &due))
    return;

  set_saving (self, TRUE);
  tambour_fill_async (self->portfolio, change, fill_change, read_move (self), (GDestroyNotify) tambour_action_move_free,
                      self->cancellable, saved_cb, g_object_ref (self));
}

/* --- the dialog ----------------------------------------------------------- */

static void
tambour_action_dialog_closed (AdwDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  g_autoptr(TambourDraft) draft = new_draft (self);

  g_cancellable_cancel (self->cancellable);
  tambour_draft_keeper_hurry (tambour_draft_keeper_get (self->portfolio), draft->key);
}

static void
tambour_action_dialog_dispose (GObject *object)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ACTION_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tambour_action_dialog_parent_class)->dispose (object);
}

static void
tambour_action_dialog_finalize (GObject *object)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->due, g_free);
  g_clear_pointer (&self->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_action_dialog_parent_class)->finalize (object);
}

static void
tambour_action_dialog_class_init (TambourActionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_action_dialog_dispose;
  object_class->finalize = tambour_action_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_action_dialog_closed;

  gtk_widget_class_install_action (widget_class, "step.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tambour_action_dialog_init (TambourActionDialog *self)
{
  self->owners = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->due = g_strdup ("");
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("step.save"));
}

static void
show_wording (TambourActionDialog *self)
{
  const Wording *wording = &wordings[self->kind];
  gboolean is_withdrawal = self->kind == TAMBOUR_ACTION_MOVE_WITHDRAW;

  adw_dialog_set_title (ADW_DIALOG (self), _(wording->title));
  adw_window_title_set_title (self->title, _(wording->title));
  gtk_button_set_label (self->save_button, _(wording->save));
  gtk_label_set_text (self->intro_label, _(wording->intro));
  gtk_widget_set_visible (self->reason_box, is_withdrawal);
  gtk_widget_set_visible (self->fields, !is_withdrawal);
  gtk_widget_set_visible (GTK_WIDGET (self->owner_row), self->kind == TAMBOUR_ACTION_MOVE_OWNER);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), self->kind == TAMBOUR_ACTION_MOVE_DUE);
  adw_dialog_set_focus (ADW_DIALOG (self), is_withdrawal                             ? self->text_view
                                           : self->kind == TAMBOUR_ACTION_MOVE_OWNER ? GTK_WIDGET (self->owner_row)
                                                                                     : GTK_WIDGET (self->due_row));
}

/* Who has it already is not offered, nor who has left. */
static void
add_owners (TambourActionDialog *self,
            GtkStringList       *names,
            GPtrArray           *records)
{
  const char *owner = TAMBOUR_IS_ACTION_ITEM (self->record) ? TAMBOUR_ACTION_ITEM (self->record)->owner : NULL;

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);
      g_autofree char *name = tambour_record_dup_title (record);

      if (name == NULL || *name == '\0' || g_strcmp0 (name, owner) == 0 ||
          (TAMBOUR_IS_CONTACT (record) && tambour_date_is_stated (TAMBOUR_CONTACT (record)->left_on)))
        continue;

      g_ptr_array_add (self->owners, g_object_ref (record));
      gtk_string_list_append (names, name);
    }
}

static void
show_record (TambourActionDialog *self,
             TambourActionOpened *opened)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *what = tambour_record_dup_title (opened->record);

  g_set_object (&self->record, opened->record);
  gtk_label_set_text (self->what_label, what ? what : "");
  add_owners (self, names, opened->people);
  add_owners (self, names, opened->contacts);

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (names));
  if (TAMBOUR_IS_ACTION_ITEM (self->record) && tambour_date_is_stated (TAMBOUR_ACTION_ITEM (self->record)->due))
    {
      g_clear_pointer (&self->due, g_free);
      self->due = tambour_when_edit_date (TAMBOUR_ACTION_ITEM (self->record)->due);
      gtk_editable_set_text (self->due_row, self->due);
    }
  self->is_filling = FALSE;
}

/* Never a dialog over a dialog, nor in a window that has gone meanwhile. */
static gboolean
can_present (TambourActionDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (self->asked_by);

  return root != NULL &&
         (!ADW_IS_APPLICATION_WINDOW (root) || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourActionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourActionOpened) opened = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(TambourDraft) own = new_draft (self);
  g_autoptr(TambourDraft) draft = NULL;
  gboolean is_known;

  if (opened == NULL)
    {
      tambour_feedback_fail (self->asked_by, error);
      return;
    }

  if (!can_present (self))
    return;

  /* Memory knows it before the file. */
  draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), own->key, &is_known);
  show_record (self, opened);
  show_draft (self, is_known ? draft : opened->draft);
  adw_dialog_present (ADW_DIALOG (self), self->asked_by);
}

/**
 * tambour_action_dialog_asks:
 * @kind: what is to be done
 *
 * Returns: whether there is something to ask first
 */
gboolean
tambour_action_dialog_asks (TambourActionMoveKind kind)
{
  return (guint) kind < TAMBOUR_N_ACTION_MOVES && wordings[kind].title != NULL;
}

/**
 * tambour_action_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: what is to be done
 * @klass: the kind of an action or a commitment
 * @id: its id
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_action_dialog_present (GtkWidget             *asked_by,
                               TambourPortfolio      *portfolio,
                               TambourActionMoveKind  kind,
                               TambourRecordClass    *klass,
                               const char            *id)
{
  TambourActionDialog *self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_ACTION_DIALOG, NULL));
  g_autoptr(TambourDraft) draft = NULL;
  TambourActionWanted *wanted = g_new0 (TambourActionWanted, 1);

  self->asked_by = g_object_ref (asked_by);
  self->portfolio = g_object_ref (portfolio);
  self->kind = kind;
  self->klass = klass;
  self->id = g_strdup (id);
  show_wording (self);

  draft = new_draft (self);
  wanted->klass = klass;
  wanted->id = g_strdup (id);
  wanted->key = g_strdup (draft->key);
  tambour_portfolio_load_async (portfolio, tambour_action_opened_load, wanted, (GDestroyNotify) tambour_action_wanted_free, (GDestroyNotify) tambour_action_opened_free,
                                self->cancellable, opened_cb, self);
}
