/* tambour-audit-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

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
  TambourAskDialog parent_instance;

  TambourAuditMoveKind  kind;
  char                 *id;
  char                 *account_id;
  char                 *subject;
  TambourRecord        *record;

  /* Template widgets */
  AdwWindowTitle       *title;
  GtkButton            *save_button;
  GtkWidget            *main;
  GtkLabel             *what_label;
  GtkLabel             *intro_label;
  GtkWidget            *evidence_box;
  GtkWidget            *text_view;
  GtkTextBuffer        *buffer;
  TambourNoteFiles     *files;
  GtkEditable          *words_row;
  GtkEditable          *due_row;
  GtkLabel             *error_label;
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

  return tambour_zone_date_of (zone, tambour_portfolio_now (get_portfolio (self)));
}

/* --- the draft ------------------------------------------------------------- */

static TambourDraft *
tambour_audit_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);

  return tambour_draft_new_step (record_kind (self->kind), self->id, self->account_id, self->kind);
}

static char *
tambour_audit_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", get_title (self), self->subject);
}

static JsonObject *
tambour_audit_dialog_pack (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  JsonObject *fields = json_object_new ();

  json_object_set_string_member (fields, "evidence", text);
  json_object_set_string_member (fields, "words", gtk_editable_get_text (self->words_row));
  json_object_set_string_member (fields, "due", gtk_editable_get_text (self->due_row));

  return fields;
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

static void
tambour_audit_dialog_unpack (TambourAskDialog *dialog,
                             JsonObject       *fields)
{
  show_texts (TAMBOUR_AUDIT_DIALOG (dialog), json_object_get_string_member_with_default (fields, "evidence", ""),
              json_object_get_string_member_with_default (fields, "words", ""),
              json_object_get_string_member_with_default (fields, "due", ""));
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
tambour_audit_dialog_check (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);
  TambourDate due;
  gboolean is_wrong = is_about_risk (self) && *gtk_editable_get_text (self->due_row) != '\0' && !read_due (self, &due);

  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  if (is_wrong)
    tambour_ask_dialog_say (dialog, _("This takes a day, such as 4 dec 2027"));
}

static TambourAuditMove *
read_move (TambourAuditDialog *self)
{
  TambourAuditMove *move = tambour_audit_move_new (self->kind, self->id, tambour_portfolio_get_author (get_portfolio (self)));

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
tambour_audit_dialog_save (TambourAskDialog *dialog)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (dialog);

  tambour_ask_dialog_do (dialog, get_title (self), fill_change, read_move (self), (GDestroyNotify) tambour_audit_move_free);
}

static char *
tambour_audit_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (is_about_risk (TAMBOUR_AUDIT_DIALOG (dialog)) ? _("Risk accepted") : _("Evidence saved"));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_audit_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_AUDIT_DIALOG);

  G_OBJECT_CLASS (tambour_audit_dialog_parent_class)->dispose (object);
}

static void
tambour_audit_dialog_finalize (GObject *object)
{
  TambourAuditDialog *self = TAMBOUR_AUDIT_DIALOG (object);

  g_clear_object (&self->record);
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
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_audit_dialog_dispose;
  object_class->finalize = tambour_audit_dialog_finalize;
  ask_class->new_draft = tambour_audit_dialog_new_draft;
  ask_class->dup_draft_title = tambour_audit_dialog_dup_draft_title;
  ask_class->pack = tambour_audit_dialog_pack;
  ask_class->unpack = tambour_audit_dialog_unpack;
  ask_class->check = tambour_audit_dialog_check;
  ask_class->save = tambour_audit_dialog_save;
  ask_class->dup_done = tambour_audit_dialog_dup_done;

  g_type_ensure (TAMBOUR_TYPE_NOTE_FILES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, files);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, words_row);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDialog, error_label);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_audit_dialog_init (TambourAuditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
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
  gtk_widget_set_visible (GTK_WIDGET (self->files), !is_risk);
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
  TambourDate today = get_today (self);
  g_autofree char *due = NULL;
  int year, month, day;

  if (TAMBOUR_IS_AUDIT_ANSWER (record))
    {
      show_texts (self, TAMBOUR_AUDIT_ANSWER (record)->evidence, TAMBOUR_AUDIT_ANSWER (record)->comment, NULL);
      g_set_object (&self->record, record);
      tambour_note_files_take_from (self->files, self->main, GTK_TEXT_VIEW (self->text_view));
      g_signal_connect_object (get_portfolio (self), "changed", G_CALLBACK (show_files), self, G_CONNECT_SWAPPED);
      show_files (self);
      return;
    }

  tambour_date_split (today, &year, &month, &day);
  due = tambour_when_edit_date (tambour_date_new (year + 1, month, MIN (day, 28)));
  show_texts (self, NULL, TAMBOUR_FINDING (record)->owner, due);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourAuditDialog) self = user_data;
  g_autoptr(Opened) opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);

  if (opened == NULL)
    return;

  self->account_id = g_strdup (opened->record->account_id.id);
  self->subject = g_steal_pointer (&opened->subject);
  show_wording (self);
  show_record (self, opened->record);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), opened->draft);
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

  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), load_opened, wanted, (GDestroyNotify) opened_free, (GDestroyNotify) opened_free,
                                 opened_cb);
}
