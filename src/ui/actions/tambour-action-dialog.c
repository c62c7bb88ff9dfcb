/* tambour-action-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-action-dialog.h"
#include "tambour-buffer.h"
#include "tambour-contacts.h"
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
  TambourAskDialog       parent_instance;

  TambourActionMoveKind  kind;
  TambourRecordClass    *klass;
  const TambourAsked    *asked;
  TambourRecord         *record;
  GPtrArray             *owners;      /* people and contacts, as they are offered */

  /* Template widgets */
  GtkWidget             *fields;
  AdwComboRow           *owner_row;
  GtkEditable           *due_row;
  GtkWidget             *reason_box;
  GtkWidget             *text_view;
  GtkTextBuffer         *buffer;
};

G_DEFINE_FINAL_TYPE (TambourActionDialog, tambour_action_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What a step is called; those that ask nothing have no title. */
static const TambourAskWording wordings[TAMBOUR_N_ACTION_MOVES] = {
  [TAMBOUR_ACTION_MOVE_WITHDRAW] = { .title = N_("Withdraw Commitment"), .save = N_("_Withdraw"),
                                     .intro = N_("The text stays as it was promised. The review lists it with the reason.") },
  [TAMBOUR_ACTION_MOVE_DUE] = { .title = N_("Move Due Date"), .save = N_("_Move"),
                                .intro = N_("A day such as fri, +3d or 4 dec; nothing for no date.") },
  [TAMBOUR_ACTION_MOVE_OWNER] = { .title = N_("Hand Over"), .save = N_("_Hand Over"),
                                  .intro = N_("One of us, or of the customer’s people.") },
};

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_action_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);

  return tambour_draft_new_step (self->klass->kind, self->asked->id, self->record ? self->record->account_id.id : NULL, self->kind);
}

/* --- what is typed -------------------------------------------------------- */

/* Nothing is a day as well: none. */
static gboolean
read_due (TambourActionDialog *self,
          TambourDate         *due)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->due_row)));

  due->julian = 0;

  return *text == '\0' || tambour_when_parse_due (text, tambour_ask_dialog_get_today (TAMBOUR_ASK_DIALOG (self)), due);
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

/* Returns: (transfer full) (nullable): what is to be done; %NULL if what is typed is no day */
static gpointer
tambour_action_dialog_read_move (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  g_autoptr(TambourActionMove) move = tambour_action_move_new (self->kind, get_of (self), self->asked->id);
  guint selected = adw_combo_row_get_selected (self->owner_row);
  TambourRecord *owner = selected < self->owners->len ? g_ptr_array_index (self->owners, selected) : NULL;

  move->reason = tambour_buffer_dup_text (self->buffer);
  if (!read_due (self, &move->due) && self->kind == TAMBOUR_ACTION_MOVE_DUE)
    return NULL;
  if (owner != NULL)
    {
      move->owner = tambour_record_dup_title (owner);
      move->side = TAMBOUR_IS_CONTACT (owner) ? TAMBOUR_SIDE_CUSTOMER : TAMBOUR_SIDE_US;
    }

  return g_steal_pointer (&move);
}

/* --- doing it ------------------------------------------------------------- */

static char *
tambour_action_dialog_dup_done (TambourAskDialog *dialog)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  g_autofree char *what = tambour_record_dup_title (self->record);

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

/* --- the dialog ----------------------------------------------------------- */

/* What it needs before it opens. */
typedef struct
{
  TambourRecord *record;
  GPtrArray     *people;    /* ours */
  GPtrArray     *contacts;  /* the customer's */
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->people, g_ptr_array_unref);
  g_clear_pointer (&opened->contacts, g_ptr_array_unref);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static gpointer
load_opened (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const TambourAsked *wanted = data;
  TambourAccountReading reading = { store, cancellable, NULL, now };
  g_autoptr(Opened) opened = g_new0 (Opened, 1);

  if (!(opened->record = tambour_store_find (store, wanted->id, error)) ||
      !(opened->people = tambour_account_reading_page (&reading, TAMBOUR_TYPE_PERSON, NULL, "name", FALSE, -1, error)))
    return NULL;

  reading.account_id = opened->record->account_id.id;
  if (!(opened->contacts = tambour_contacts_list_present (&reading, error)))
    return NULL;

  return g_steal_pointer (&opened);
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
tambour_action_dialog_show (TambourAskDialog *dialog,
                            gpointer          loaded)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (dialog);
  const Opened *opened = loaded;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *what = tambour_record_dup_title (opened->record);

  g_set_object (&self->record, opened->record);
  tambour_ask_dialog_say_what (dialog, what);
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
tambour_action_dialog_finalize (GObject *object)
{
  TambourActionDialog *self = TAMBOUR_ACTION_DIALOG (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_action_dialog_parent_class)->finalize (object);
}

static void
tambour_action_dialog_class_init (TambourActionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->finalize = tambour_action_dialog_finalize;
  ask_class->new_draft = tambour_action_dialog_new_draft;
  ask_class->load = load_opened;
  ask_class->free_loaded = (GDestroyNotify) opened_free;
  ask_class->show = tambour_action_dialog_show;
  ask_class->check = tambour_action_dialog_check;
  ask_class->read_move = tambour_action_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_action_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_action_move_free;
  ask_class->dup_done = tambour_action_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourActionDialog, buffer);
  tambour_ask_dialog_bind (widget_class, "what_label", NULL);
}

static void
tambour_action_dialog_init (TambourActionDialog *self)
{
  self->owners = g_ptr_array_new_with_free_func (g_object_unref);
  tambour_ask_dialog_init_template (TAMBOUR_ASK_DIALOG (self));
  tambour_ask_dialog_keep (TAMBOUR_ASK_DIALOG (self), "text", self->buffer, "due", self->due_row, NULL);
}

static void
show_rows (TambourActionDialog *self)
{
  gboolean is_withdrawal = self->kind == TAMBOUR_ACTION_MOVE_WITHDRAW;

  gtk_widget_set_visible (self->reason_box, is_withdrawal);
  gtk_widget_set_visible (self->fields, !is_withdrawal);
  gtk_widget_set_visible (GTK_WIDGET (self->owner_row), self->kind == TAMBOUR_ACTION_MOVE_OWNER);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), self->kind == TAMBOUR_ACTION_MOVE_DUE);
  adw_dialog_set_focus (ADW_DIALOG (self), is_withdrawal                             ? self->text_view
                                           : self->kind == TAMBOUR_ACTION_MOVE_OWNER ? GTK_WIDGET (self->owner_row)
                                                                                     : GTK_WIDGET (self->due_row));
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
  TambourActionDialog *self = g_object_new (TAMBOUR_TYPE_ACTION_DIALOG, NULL);

  self->kind = kind;
  self->klass = klass;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind], kind, id, NULL);
  show_rows (self);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
