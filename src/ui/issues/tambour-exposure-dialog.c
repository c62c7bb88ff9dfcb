/* tambour-exposure-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-buffer.h"
#include "tambour-exposure-dialog.h"
#include "tambour-issue-text.h"
#include "tambour-kinds.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourExposureDialog:
 *
 * Asks what was done about an exposure, who accepts it, why it is none, or what is
 * to be done.
 */
struct _TambourExposureDialog
{
  TambourAskDialog         parent_instance;

  TambourExposureMoveKind  kind;
  const TambourAsked      *asked;
  char                    *account_id;  /* once that is known */

  /* Template widgets */
  GtkWidget               *rows;
  GtkEditable             *owner_row;
  GtkEditable             *date_row;
  GtkWidget               *text_view;
  GtkTextBuffer           *buffer;
};

G_DEFINE_FINAL_TYPE (TambourExposureDialog, tambour_exposure_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called; without @owner or @date, that is not asked. */
static const struct
{
  TambourAskWording  asks;
  const char        *owner;
  const char        *date;
} wordings[TAMBOUR_N_EXPOSURE_ASKS] = {
  [TAMBOUR_EXPOSURE_MOVE_MITIGATE] = { { "exposure", N_("Write Down Safeguard"), N_("_Save"), N_("The review counts it as protected from that day on."),
                                         N_("What Keeps the Customer Safe"), N_("Write down safeguard"), N_("Safeguard written down") }, NULL, N_("Since When") },
  [TAMBOUR_EXPOSURE_MOVE_ACCEPT] = { { "exposure", N_("Accept Risk"), N_("_Accept"), N_("The review says who accepted it, and until when."),
                                       N_("Why"), N_("Accept risk"), N_("Risk accepted") }, N_("Who Accepts It"), N_("Until When") },
  [TAMBOUR_EXPOSURE_MOVE_CLEAR] = { { "exposure", N_("Not Affected"), N_("_Save"), N_("The exposure ends today; it is not counted in the review."),
                                      N_("Why"), N_("Say that a customer is not affected"), N_("The customer is not affected") }, NULL, NULL },
  [TAMBOUR_EXPOSURE_MOVE_PLAN] = { { "exposure", N_("Create Action"), N_("_Create"), N_("It is among the customer’s actions, and leads back here."),
                                     N_("What Is to Be Done"), N_("Create action"), N_("Action created") }, N_("Owner"), N_("Due") },
};

/* --- the draft ------------------------------------------------------------- */

static TambourDraft *
tambour_exposure_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);

  return tambour_draft_new_step ("exposure", self->asked->id, self->account_id, self->kind);
}

static void
show_texts (TambourExposureDialog *self,
            const char            *text,
            const char            *owner,
            const char            *date)
{
  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
  gtk_editable_set_text (self->owner_row, owner ? owner : "");
  gtk_editable_set_text (self->date_row, date ? date : "");
}

/* --- what is typed --------------------------------------------------------- */

static gboolean
read_date (TambourExposureDialog *self,
           TambourDate           *date)
{
  date->julian = 0;

  return tambour_when_parse_date (gtk_editable_get_text (self->date_row), tambour_ask_dialog_get_today (TAMBOUR_ASK_DIALOG (self)), date);
}

static gboolean
has_wrong_date (TambourExposureDialog *self)
{
  TambourDate date;

  return wordings[self->kind].date != NULL && *gtk_editable_get_text (self->date_row) != '\0' && !read_date (self, &date);
}

static void
tambour_exposure_dialog_check (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);

  tambour_problem_mark (GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_row), has_wrong_date (self));
  if (has_wrong_date (self))
    tambour_ask_dialog_say (dialog, _("This takes a day, such as 4 dec 2027"));
}

/* Returns: (transfer full) (nullable): what is to be done; %NULL if what is typed is no day */
static gpointer
tambour_exposure_dialog_read_move (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);
  TambourExposureMove *move;

  if (has_wrong_date (self))
    return NULL;

  move = tambour_exposure_move_new (self->kind, self->asked->id);
  move->text = tambour_buffer_dup_text (self->buffer);
  move->owner = g_strdup (gtk_editable_get_text (self->owner_row));
  read_date (self, &move->on);

  return move;
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_exposure_dialog_finalize (GObject *object)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (object);

  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_exposure_dialog_parent_class)->finalize (object);
}

/* What is needed before it opens. */
typedef struct
{
  TambourExposure   *exposure;
  TambourKnownIssue *issue;
  TambourAccount    *account;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->exposure);
  g_clear_object (&opened->issue);
  g_clear_object (&opened->account);
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
  const TambourAccountReading reading = { store, cancellable, NULL, now };
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  const char *account_id;

  if (!(opened->exposure = TAMBOUR_EXPOSURE (tambour_store_get (store, tambour_kinds_find ("exposure"), wanted->id, error))))
    return NULL;

  account_id = TAMBOUR_RECORD (opened->exposure)->account_id.id;
  if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_KNOWN_ISSUE, opened->exposure->known_issue_id.id, &opened->issue, error) ||
      !tambour_account_reading_get (&reading, TAMBOUR_TYPE_ACCOUNT, account_id, &opened->account, error))
    return NULL;

  return g_steal_pointer (&opened);
}

static void
show_rows (TambourExposureDialog *self,
           const Opened          *opened)
{
  const char *account = opened->account ? opened->account->name : NULL;
  g_autofree char *what = g_strjoin (" · ", account ? account : tambour_issue_text_title (opened->issue),
                                     account ? tambour_issue_text_title (opened->issue) : NULL, NULL);

  tambour_ask_dialog_say_what (TAMBOUR_ASK_DIALOG (self), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(wordings[self->kind].asks.text), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->owner_row), wordings[self->kind].owner != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), wordings[self->kind].date != NULL);
  gtk_widget_set_visible (self->rows, wordings[self->kind].date != NULL);
  if (wordings[self->kind].owner != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->owner_row), _(wordings[self->kind].owner));
  if (wordings[self->kind].date != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _(wordings[self->kind].date));
  adw_dialog_set_focus (ADW_DIALOG (self), wordings[self->kind].owner ? GTK_WIDGET (self->owner_row) : self->text_view);
}

/* The workaround is what one will most likely do. */
static void
show_record (TambourExposureDialog *self,
             const Opened          *opened)
{
  const char *workaround = opened->issue ? opened->issue->workaround : NULL;
  TambourDate today = tambour_ask_dialog_get_today (TAMBOUR_ASK_DIALOG (self));
  g_autofree char *date = NULL;
  int year, month, day;

  tambour_date_split (today, &year, &month, &day);
  switch (self->kind)
    {
    case TAMBOUR_EXPOSURE_MOVE_MITIGATE:
      date = tambour_when_edit_date (today);
      show_texts (self, opened->exposure->safeguard ? opened->exposure->safeguard : workaround, NULL, date);
      break;
    case TAMBOUR_EXPOSURE_MOVE_ACCEPT:
      date = tambour_when_edit_date (tambour_date_new (year + 1, month, MIN (day, 28)));
      show_texts (self, NULL, NULL, date);
      break;
    case TAMBOUR_EXPOSURE_MOVE_PLAN:
      date = tambour_when_edit_date ((TambourDate) { today.julian + 14 });
      show_texts (self, workaround, NULL, date);
      break;
    case TAMBOUR_EXPOSURE_MOVE_CLEAR:
    case TAMBOUR_EXPOSURE_MOVE_CONFIRM:
      break;
    }
}

static void
tambour_exposure_dialog_show (TambourAskDialog *dialog,
                              gpointer          loaded)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);
  const Opened *opened = loaded;

  self->account_id = g_strdup (TAMBOUR_RECORD (opened->exposure)->account_id.id);
  show_rows (self, opened);
  show_record (self, opened);
}

static void
tambour_exposure_dialog_class_init (TambourExposureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->finalize = tambour_exposure_dialog_finalize;
  ask_class->new_draft = tambour_exposure_dialog_new_draft;
  ask_class->load = load_opened;
  ask_class->free_loaded = (GDestroyNotify) opened_free;
  ask_class->show = tambour_exposure_dialog_show;
  ask_class->check = tambour_exposure_dialog_check;
  ask_class->read_move = tambour_exposure_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_exposure_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_exposure_move_free;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-exposure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, buffer);
  tambour_ask_dialog_bind (widget_class, "what_label", "text_label", NULL);
}

static void
tambour_exposure_dialog_init (TambourExposureDialog *self)
{
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);

  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "text", self->buffer, "owner", self->owner_row, "date", self->date_row, NULL);
}

/**
 * tambour_exposure_dialog_asks:
 * @klass: a kind of record
 * @kind: a #TambourExposureMoveKind
 *
 * Returns: whether there is a dialog for it
 */
gboolean
tambour_exposure_dialog_asks (TambourRecordClass *klass,
                              guint               kind)
{
  return kind < TAMBOUR_N_EXPOSURE_ASKS && g_str_equal (klass->kind, "exposure");
}

/**
 * tambour_exposure_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @kind: what is to be done; not %TAMBOUR_EXPOSURE_MOVE_CONFIRM, which asks for nothing
 * @id: the id of an exposure
 *
 * Opens a dialog about it, with what was typed and not saved before.
 */
void
tambour_exposure_dialog_present (GtkWidget               *asked_by,
                                 TambourPortfolio        *portfolio,
                                 TambourExposureMoveKind  kind,
                                 const char              *id)
{
  TambourExposureDialog *self = g_object_new (TAMBOUR_TYPE_EXPOSURE_DIALOG, NULL);

  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind].asks, kind, id, NULL);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
