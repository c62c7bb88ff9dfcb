/* tambour-action-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-action-dialog-private.h"
#include "tambour-action-dialog.h"
#include "tambour-buffer.h"
#include "tambour-engagement.h"
#include "tambour-kinds.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourActionDialog:
 *
 * Asks why a commitment is withdrawn, when an action is due or who does it, and
 * does that.
 */
struct _TambourActionDialog
{
  TambourAskDialog parent_instance;

  TambourActionMoveKind  kind;
  TambourRecordClass    *klass;
  char                  *id;
  TambourRecord         *record;
  GPtrArray             *owners;      /* people and contacts, as they are offered */

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

G_DEFINE_FINAL_TYPE (TambourActionDialog, tambour_action_dialog, TAMBOUR_TYPE_ASK_DIALOG)

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

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_action_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);

  return tambour_draft_new_step (self->klass->kind, self->id, self->record ? self->record->account_id.id : NULL, self->kind);
}

static char *
tambour_action_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static JsonObject *
tambour_action_dialog_pack (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  JsonObject *fields = json_object_new ();

  json_object_set_string_member (fields, "text", text);
  json_object_set_string_member (fields, "due", gtk_editable_get_text (self->due_row));

  return fields;
}

static void
tambour_action_dialog_unpack (TambourAskDialog *dialog,
                              JsonObject       *fields)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);

  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (fields, "text", ""), -1);
  gtk_editable_set_text (self->due_row, json_object_get_string_member_with_default (fields, "due", ""));
}

/* --- what is typed -------------------------------------------------------- */

static TambourDate
get_today (TambourActionDialog *self)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_zone_date_of (here, tambour_portfolio_now (tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self))));
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
tambour_action_dialog_check (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  TambourDate due;
  gboolean is_wrong = self->kind == TAMBOUR_ACTION_MOVE_DUE && !read_due (self, &due);

  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  if (is_wrong)
    tambour_ask_dialog_say (dialog, _("This takes a day, such as fri"));
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

static char *
tambour_action_dialog_dup_done (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
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
tambour_action_dialog_save (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  TambourDate due;

  if (self->kind != TAMBOUR_ACTION_MOVE_DUE || read_due (self, &due))
    tambour_ask_dialog_do (dialog, _(wordings[self->kind].title), fill_change, read_move (self), (GDestroyNotify) tambour_action_move_free);
}

/* --- the dialog ----------------------------------------------------------- */

static void
tambour_action_dialog_dispose (GObject *object)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ACTION_DIALOG);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tambour_action_dialog_parent_class)->dispose (object);
}

static void
tambour_action_dialog_finalize (GObject *object)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_action_dialog_parent_class)->finalize (object);
}

static void
tambour_action_dialog_class_init (TambourActionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_action_dialog_dispose;
  object_class->finalize = tambour_action_dialog_finalize;
  ask_class->new_draft = tambour_action_dialog_new_draft;
  ask_class->dup_draft_title = tambour_action_dialog_dup_draft_title;
  ask_class->pack = tambour_action_dialog_pack;
  ask_class->unpack = tambour_action_dialog_unpack;
  ask_class->check = tambour_action_dialog_check;
  ask_class->save = tambour_action_dialog_save;
  ask_class->dup_done = tambour_action_dialog_dup_done;

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
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_action_dialog_init (TambourActionDialog *self)
{
  self->owners = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
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

  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (names));
  if (TAMBOUR_IS_ACTION_ITEM (self->record) && tambour_date_is_stated (TAMBOUR_ACTION_ITEM (self->record)->due))
    {
      g_autofree char *due = tambour_when_edit_date (TAMBOUR_ACTION_ITEM (self->record)->due);

      gtk_editable_set_text (self->due_row, due);
    }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourActionDialog) self = user_data;
  g_autoptr(TambourActionOpened) opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);

  if (opened == NULL)
    return;

  show_record (self, opened);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), opened->draft);
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
  TambourActionWanted *wanted = g_new0 (TambourActionWanted, 1);

  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->klass = klass;
  self->id = g_strdup (id);
  show_wording (self);

  wanted->klass = klass;
  wanted->id = g_strdup (id);
  wanted->key = tambour_ask_dialog_dup_key (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), tambour_action_opened_load, wanted, (GDestroyNotify) tambour_action_wanted_free,
                                 (GDestroyNotify) tambour_action_opened_free, opened_cb);
}
