/* tambour-audit-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-dialog.h"
#include "tambour-buffer.h"
#include "tambour-kinds.h"
#include "tambour-note-files.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourAuditDialog:
 *
 * Asks what shows the answer to a check and what is to say about it, or who accepts
 * the risk of a finding and until when.
 */
struct _TambourAuditDialog
{
  TambourAskDialog      parent_instance;

  TambourAuditMoveKind  kind;
  const TambourAsked   *asked;
  char                 *account_id;    /* once that is known */
  TambourRecord        *record;

  /* Template widgets */
  GtkWidget            *evidence_box;
  GtkWidget            *text_view;
  GtkTextBuffer        *buffer;
  TambourNoteFiles     *files;
  GtkEditable          *words_row;
  GtkEditable          *due_row;
};

G_DEFINE_FINAL_TYPE (TambourAuditDialog, tambour_audit_dialog, TAMBOUR_TYPE_ASK_DIALOG)

static TambourPortfolio *
get_portfolio (TambourAuditDialog *self)
{
  return tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self));
}

static gboolean
is_about_risk (TambourAuditDialog *self)
{
  return self->kind == TAMBOUR_AUDIT_MOVE_ACCEPT;
}

static const TambourAskWording acceptance = {
  "finding", N_("Accept Risk"), N_("_Accept"), N_("The review says who accepted it, and until when."),
  NULL, NULL, N_("Risk accepted")
};

static const TambourAskWording comment = {
  "audit_answer", N_("Evidence and Comment"), N_("_Save"), N_("One thing a line: a file, a page, or a case such as #4088."),
  NULL, NULL, N_("Evidence saved")
};

static const char *
record_kind (TambourAuditMoveKind kind)
{
  return kind == TAMBOUR_AUDIT_MOVE_ACCEPT ? acceptance.kind : comment.kind;
}

/* --- the draft ------------------------------------------------------------- */

static TambourDraft *
tambour_audit_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);

  return tambour_draft_new_step (record_kind (self->kind), self->asked->id, self->account_id, self->kind);
}

static void
show_texts (TambourAuditDialog *self,
            const char         *evidence,
            const char         *words,
            const char         *due)
{
  gtk_text_buffer_set_text (self->buffer, evidence ? evidence : "", -1);
  gtk_editable_set_text (self->words_row, words ? words : "");
  gtk_editable_set_text (self->due_row, due ? due : "");
}

/* --- what is typed --------------------------------------------------------- */

static gboolean
read_due (TambourAuditDialog *self,
          TambourDate        *due)
{
  due->julian = 0;

  return tambour_when_parse_date (gtk_editable_get_text (self->due_row), tambour_ask_dialog_get_today (TAMBOUR_ASK_DIALOG (self)), due);
}

static void
tambour_audit_dialog_check (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);
  TambourDate due;
  gboolean is_wrong = is_about_risk (self) && *gtk_editable_get_text (self->due_row) != '\0' && !read_due (self, &due);

  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  if (is_wrong)
    tambour_ask_dialog_say (dialog, _("This takes a day, such as 4 dec 2027"));
}

static gpointer
tambour_audit_dialog_read_move (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);
  TambourAuditMove *move = tambour_audit_move_new (self->kind, self->asked->id, tambour_portfolio_get_author (get_portfolio (self)));

  move->evidence = tambour_buffer_dup_text (self->buffer);
  move->text = g_strdup (gtk_editable_get_text (self->words_row));
  move->owner = g_strdup (gtk_editable_get_text (self->words_row));
  read_due (self, &move->due);

  return move;
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_audit_dialog_finalize (GObject *object)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_audit_dialog_parent_class)->finalize (object);
}

static void
show_rows (TambourAuditDialog *self)
{
  gboolean is_risk = is_about_risk (self);

  gtk_widget_set_visible (self->evidence_box, !is_risk);
  gtk_widget_set_visible (GTK_WIDGET (self->files), !is_risk);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), is_risk);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words_row), is_risk ? _("Who Accepts It") : _("Comment"));
  adw_dialog_set_focus (ADW_DIALOG (self), is_risk ? GTK_WIDGET (self->words_row) : self->text_view);
}

/* What is needed before it opens. */
typedef struct
{
  TambourRecord *record;
  char          *subject;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->subject, g_free);
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
  const TambourAsked *wanted = data;
  g_autoptr(Opened) opened = g_new0 (Opened, 1);

  if (!(opened->record = tambour_store_get (store, tambour_kinds_find (record_kind (wanted->kind)), wanted->id, error)))
    return NULL;

  opened->subject = dup_subject (store, opened->record);
  return g_steal_pointer (&opened);
}

/* What is added is kept at once, and can be undone: it is no draft. */
static void
show_files (TambourAuditDialog *self)
{
  tambour_note_files_show (self->files, get_portfolio (self), self->record);
}

static void
show_record (TambourAuditDialog *self,
             TambourRecord      *record)
{
  TambourDate today = tambour_ask_dialog_get_today (TAMBOUR_ASK_DIALOG (self));
  g_autofree char *due = NULL;
  int year, month, day;

  if (TAMBOUR_IS_AUDIT_ANSWER (record))
    {
      GObject *area = gtk_widget_get_template_child (GTK_WIDGET (self), TAMBOUR_TYPE_AUDIT_DIALOG, "main");

      show_texts (self, TAMBOUR_AUDIT_ANSWER (record)->evidence, TAMBOUR_AUDIT_ANSWER (record)->comment, NULL);
      g_set_object (&self->record, record);
      tambour_note_files_take_from (self->files, GTK_WIDGET (area), GTK_TEXT_VIEW (self->text_view));
      g_signal_connect_object (get_portfolio (self), "changed", G_CALLBACK (show_files), self, G_CONNECT_SWAPPED);
      show_files (self);
      return;
    }

  tambour_date_split (today, &year, &month, &day);
  due = tambour_when_edit_date (tambour_date_new (year + 1, month, MIN (day, 28)));
  show_texts (self, NULL, TAMBOUR_FINDING (record)->owner, due);
}

static void
tambour_audit_dialog_show (TambourAskDialog *dialog,
                           gpointer          loaded)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);
  const Opened *opened = loaded;

  self->account_id = g_strdup (opened->record->account_id.id);
  tambour_ask_dialog_say_what (dialog, opened->subject);
  show_rows (self);
  show_record (self, opened->record);
}

static void
tambour_audit_dialog_class_init (TambourAuditDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->finalize = tambour_audit_dialog_finalize;
  ask_class->new_draft = tambour_audit_dialog_new_draft;
  ask_class->load = load_opened;
  ask_class->free_loaded = (GDestroyNotify) opened_free;
  ask_class->show = tambour_audit_dialog_show;
  ask_class->check = tambour_audit_dialog_check;
  ask_class->read_move = tambour_audit_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_audit_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_audit_move_free;

  g_type_ensure (TAMBOUR_TYPE_NOTE_FILES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, files);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, words_row);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, due_row);
  tambour_ask_dialog_bind (widget_class, "what_label", NULL);
}

static void
tambour_audit_dialog_init (TambourAuditDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "evidence", self->buffer, "words", self->words_row, "due", self->due_row, NULL);
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
  TambourAuditDialog *self = g_object_new (TAMBOUR_TYPE_AUDIT_DIALOG, NULL);

  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio,
                                            kind == TAMBOUR_AUDIT_MOVE_ACCEPT ? &acceptance : &comment, kind, id, NULL);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
