/* tambour-audit-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-audit-dialog.h"
#include "tambour-buffer.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-kinds.h"
#include "tambour-problem.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourAuditDialog:
 *
 * Asks what shows the answer to a check and what is to say about it, or who accepts
 * the risk of a finding and until when. Stays open when that cannot be written, and
 * says why; what is typed is kept as a draft until it is.
 */
struct _TambourAuditDialog
{
  AdwDialog             parent_instance;

  TambourPortfolio     *portfolio;
  GtkWidget            *asked_by;
  TambourAuditMoveKind  kind;
  char                 *id;
  char                 *account_id;
  char                 *subject;
  GCancellable         *cancellable;
  gboolean              is_filling;

  /* Template widgets */
  AdwWindowTitle       *title;
  GtkButton            *save_button;
  GtkWidget            *main;
  GtkLabel             *what_label;
  GtkLabel             *intro_label;
  GtkWidget            *evidence_box;
  GtkWidget            *text_view;
  GtkTextBuffer        *buffer;
  GtkEditable          *words_row;
  GtkEditable          *due_row;
  GtkLabel             *error_label;
};

G_DEFINE_FINAL_TYPE (TambourAuditDialog, tambour_audit_dialog, ADW_TYPE_DIALOG)

static gboolean
is_about_risk (TambourAuditDialog *self)
{
  return self->kind == TAMBOUR_AUDIT_MOVE_ACCEPT;
}

static const char *
record_kind (TambourAuditMoveKind kind)
{
  return kind == TAMBOUR_AUDIT_MOVE_ACCEPT ? "finding" : "audit_answer";
}

static const char *
get_title (TambourAuditDialog *self)
{
  return is_about_risk (self) ? _("Accept Risk") : _("Evidence and Comment");
}

static TambourDate
get_today (TambourAuditDialog *self)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);

  return tambour_zone_date_of (zone, tambour_portfolio_now (self->portfolio));
}

static void
say (TambourAuditDialog *self,
     const char         *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
}

/* --- the draft ------------------------------------------------------------- */

static TambourDraft *
new_draft (TambourAuditDialog *self)
{
  return tambour_draft_new_step (record_kind (self->kind), self->id, self->account_id, self->kind);
}

static void
keep_draft (TambourAuditDialog *self)
{
  g_autoptr(TambourDraft) draft = new_draft (self);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);

  draft->title = g_strdup_printf ("%s: %s", get_title (self), self->subject);
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, "evidence", text);
  json_object_set_string_member (draft->fields, "words", gtk_editable_get_text (self->words_row));
  json_object_set_string_member (draft->fields, "due", gtk_editable_get_text (self->due_row));
  tambour_draft_keeper_keep (tambour_draft_keeper_get (self->portfolio), draft);
  adw_window_title_set_subtitle (self->title, _("Draft kept on this computer"));
}

static void
show_texts (TambourAuditDialog *self,
            const char         *evidence,
            const char         *words,
            const char         *due)
{
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, evidence ? evidence : "", -1);
  gtk_editable_set_text (self->words_row, words ? words : "");
  gtk_editable_set_text (self->due_row, due ? due : "");
  self->is_filling = FALSE;
}

static void
show_draft (TambourAuditDialog *self,
            const TambourDraft *draft)
{
  show_texts (self, json_object_get_string_member_with_default (draft->fields, "evidence", ""),
              json_object_get_string_member_with_default (draft->fields, "words", ""),
              json_object_get_string_member_with_default (draft->fields, "due", ""));
  adw_window_title_set_subtitle (self->title, _("From your draft"));
}

/* --- what is typed --------------------------------------------------------- */

static gboolean
read_due (TambourAuditDialog *self,
          TambourDate        *due)
{
  due->julian = 0;

  return tambour_when_parse_date (gtk_editable_get_text (self->due_row), get_today (self), due);
}

static void
changed_cb (TambourAuditDialog *self)
{
  TambourDate due;
  gboolean is_wrong = is_about_risk (self) && *gtk_editable_get_text (self->due_row) != '\0' && !read_due (self, &due);

  if (self->is_filling)
    return;

  keep_draft (self);
  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  say (self, is_wrong ? _("This takes a day, such as 4 dec 2027") : NULL);
}

static TambourAuditMove *
read_move (TambourAuditDialog *self)
{
  TambourAuditMove *move = tambour_audit_move_new (self->kind, self->id, tambour_portfolio_get_author (self->portfolio));

  move->evidence = tambour_buffer_dup_text (self->buffer);
  move->text = g_strdup (gtk_editable_get_text (self->words_row));
  move->owner = g_strdup (gtk_editable_get_text (self->words_row));
  read_due (self, &move->due);

  return move;
}

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_audit_move_fill (data, store, now, change, error);
}

static void
set_saving (TambourAuditDialog *self,
            gboolean            is_saving)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "move.save", !is_saving);
  tambour_saving_set (self->main, is_saving);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourAuditDialog) self = user_data;
  g_autoptr(TambourDraft) draft = new_draft (self);
  g_autoptr(GError) error = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      set_saving (self, FALSE);
      say (self, reason);
      return;
    }

  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), draft->key);
  tambour_feedback_offer_undo (self->asked_by, is_about_risk (self) ? _("Risk accepted") : _("Evidence saved"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (widget);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, get_title (self));

  set_saving (self, TRUE);
  tambour_fill_async (self->portfolio, change, fill_change, read_move (self), (GDestroyNotify) tambour_audit_move_free,
                      self->cancellable, saved_cb, g_object_ref (self));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_audit_dialog_closed (AdwDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);
  g_autoptr(TambourDraft) draft = new_draft (self);

  g_cancellable_cancel (self->cancellable);
  tambour_draft_keeper_hurry (tambour_draft_keeper_get (self->portfolio), draft->key);
}

static void
tambour_audit_dialog_dispose (GObject *object)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_AUDIT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);

  G_OBJECT_CLASS (tambour_audit_dialog_parent_class)->dispose (object);
}

static void
tambour_audit_dialog_finalize (GObject *object)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->subject, g_free);

  G_OBJECT_CLASS (tambour_audit_dialog_parent_class)->finalize (object);
}

static void
tambour_audit_dialog_class_init (TambourAuditDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_audit_dialog_dispose;
  object_class->finalize = tambour_audit_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_audit_dialog_closed;

  gtk_widget_class_install_action (widget_class, "move.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, words_row);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tambour_audit_dialog_init (TambourAuditDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("move.save"));
  self->is_filling = FALSE;
}

static void
show_wording (TambourAuditDialog *self)
{
  gboolean is_risk = is_about_risk (self);

  adw_dialog_set_title (ADW_DIALOG (self), get_title (self));
  adw_window_title_set_title (self->title, get_title (self));
  gtk_button_set_label (self->save_button, is_risk ? _("_Accept") : _("_Save"));
  gtk_label_set_text (self->what_label, self->subject);
  gtk_label_set_text (self->intro_label, is_risk ? _("The review says who accepted it, and until when.")
                                                 : _("One thing a line: a file, a page, or a case such as #4088."));
  gtk_widget_set_visible (self->evidence_box, !is_risk);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), is_risk);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words_row), is_risk ? _("Who Accepts It") : _("Comment"));
  adw_dialog_set_focus (ADW_DIALOG (self), is_risk ? GTK_WIDGET (self->words_row) : self->text_view);
}

/* What is needed before it opens. */
typedef struct
{
  TambourAuditMoveKind  kind;
  char                 *id;
  TambourRecord        *record;
  char                 *subject;
  TambourDraft         *draft;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->id, g_free);
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->subject, g_free);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

/* A check is called by its question. */
static char *
dup_subject (TambourStore  *store,
             TambourRecord *record)
{
  g_autoptr(TambourRecord) item = NULL;

  if (TAMBOUR_IS_AUDIT_ANSWER (record) && TAMBOUR_AUDIT_ANSWER (record)->item_id.id != NULL)
    item = tambour_store_get (store, tambour_kinds_find ("template_item"), TAMBOUR_AUDIT_ANSWER (record)->item_id.id, NULL);

  return tambour_record_dup_title (item ? item : record);
}

static gpointer
load_opened (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Opened *wanted = data;
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  g_autoptr(TambourDraft) own = NULL;
  g_autofree char *text = NULL;

  if (!(opened->record = tambour_store_get (store, tambour_kinds_find (record_kind (wanted->kind)), wanted->id, error)))
    return NULL;

  opened->subject = dup_subject (store, opened->record);
  own = tambour_draft_new_step (record_kind (wanted->kind), wanted->id, opened->record->account_id.id, wanted->kind);
  text = tambour_store_dup_setting (store, own->key);
  opened->draft = text ? tambour_draft_unpack (own->key, text) : NULL;

  return g_steal_pointer (&opened);
}

static void
show_record (TambourAuditDialog *self,
             TambourRecord      *record)
{
  TambourDate today = get_today (self);
  g_autofree char *due = NULL;
  int year, month, day;

  if (TAMBOUR_IS_AUDIT_ANSWER (record))
    {
      show_texts (self, TAMBOUR_AUDIT_ANSWER (record)->evidence, TAMBOUR_AUDIT_ANSWER (record)->comment, NULL);
      return;
    }

  tambour_date_split (today, &year, &month, &day);
  due = tambour_when_edit_date (tambour_date_new (year + 1, month, MIN (day, 28)));
  show_texts (self, NULL, TAMBOUR_FINDING (record)->owner, due);
}

static gboolean
can_present (TambourAuditDialog *self)
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
  g_autoptr(TambourAuditDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Opened) opened = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(TambourDraft) own = NULL;
  g_autoptr(TambourDraft) draft = NULL;
  gboolean is_known;

  if (opened == NULL)
    {
      tambour_feedback_fail (self->asked_by, error);
      return;
    }
  if (!can_present (self))
    return;

  self->account_id = g_strdup (opened->record->account_id.id);
  self->subject = g_steal_pointer (&opened->subject);
  own = new_draft (self);
  draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), own->key, &is_known);
  if (!is_known)
    draft = g_steal_pointer (&opened->draft);
  show_wording (self);
  if (draft != NULL)
    show_draft (self, draft);
  else
    show_record (self, opened->record);
  adw_dialog_present (ADW_DIALOG (self), self->asked_by);
}

/**
 * tambour_audit_dialog_asks:
 * @klass: a kind of record
 * @kind: a #TambourAuditMoveKind
 *
 * Returns: whether there is a dialog for it
 */
gboolean
tambour_audit_dialog_asks (TambourRecordClass *klass,
                           guint               kind)
{
  return (kind == TAMBOUR_AUDIT_MOVE_COMMENT || kind == TAMBOUR_AUDIT_MOVE_ACCEPT) &&
         g_str_equal (klass->kind, record_kind (kind));
}

/**
 * tambour_audit_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: %TAMBOUR_AUDIT_MOVE_COMMENT or %TAMBOUR_AUDIT_MOVE_ACCEPT
 * @id: the id of an answer or of a finding
 *
 * Opens a dialog about it, with what was typed and not saved before.
 */
void
tambour_audit_dialog_present (GtkWidget            *asked_by,
                              TambourPortfolio     *portfolio,
                              TambourAuditMoveKind  kind,
                              const char           *id)
{
  TambourAuditDialog *self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_AUDIT_DIALOG, NULL));
  Opened *wanted = g_new0 (Opened, 1);

  self->asked_by = g_object_ref (asked_by);
  self->portfolio = g_object_ref (portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  tambour_portfolio_load_async (portfolio, load_opened, wanted, (GDestroyNotify) opened_free, (GDestroyNotify) opened_free,
                                self->cancellable, opened_cb, self);
}
