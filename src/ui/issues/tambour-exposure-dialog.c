/* tambour-exposure-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

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
  TambourAskDialog parent_instance;

  TambourExposureMoveKind  kind;
  char                    *id;
  char                    *account_id;

  /* Template widgets */
  AdwWindowTitle          *title;
  GtkButton               *save_button;
  GtkWidget               *main;
  GtkLabel                *what_label;
  GtkLabel                *intro_label;
  GtkWidget               *rows;
  GtkEditable             *owner_row;
  GtkEditable             *date_row;
  GtkLabel                *text_label;
  GtkWidget               *text_view;
  GtkTextBuffer           *buffer;
  GtkLabel                *error_label;
};

G_DEFINE_FINAL_TYPE (TambourExposureDialog, tambour_exposure_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What each question is called; without @owner or @date, that is not asked. */
static const struct
{
  const char *title;
  const char *save;
  const char *intro;
  const char *owner;
  const char *date;
  const char *text;
  const char *label;
  const char *done;
} wordings[TAMBOUR_N_EXPOSURE_ASKS] = {
  [TAMBOUR_EXPOSURE_MOVE_MITIGATE] = { N_("Write Down Safeguard"), N_("_Save"), N_("The review counts it as protected from that day on."),
                                       NULL, N_("Since When"), N_("What Keeps the Customer Safe"), N_("Write down safeguard"), N_("Safeguard written down") },
  [TAMBOUR_EXPOSURE_MOVE_ACCEPT] = { N_("Accept Risk"), N_("_Accept"), N_("The review says who accepted it, and until when."),
                                     N_("Who Accepts It"), N_("Until When"), N_("Why"), N_("Accept risk"), N_("Risk accepted") },
  [TAMBOUR_EXPOSURE_MOVE_CLEAR] = { N_("Not Affected"), N_("_Save"), N_("The exposure ends today; it is not counted in the review."),
                                    NULL, NULL, N_("Why"), N_("Say that a customer is not affected"), N_("The customer is not affected") },
  [TAMBOUR_EXPOSURE_MOVE_PLAN] = { N_("Create Action"), N_("_Create"), N_("It is among the customer’s actions, and leads back here."),
                                   N_("Owner"), N_("Due"), N_("What Is to Be Done"), N_("Create action"), N_("Action created") },
};

static TambourPortfolio *
get_portfolio (TambourExposureDialog *self)
{
  return tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self));
}

static TambourDate
get_today (TambourExposureDialog *self)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);

  return tambour_zone_date_of (zone, tambour_portfolio_now (get_portfolio (self)));
}

/* --- the draft ------------------------------------------------------------- */

static TambourDraft *
tambour_exposure_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);

  return tambour_draft_new_step ("exposure", self->id, self->account_id, self->kind);
}

static char *
tambour_exposure_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);

  return g_strdup_printf ("%s: %s", _(wordings[self->kind].title), gtk_label_get_text (self->what_label));
}

static JsonObject *
tambour_exposure_dialog_pack (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);
  JsonObject *fields = json_object_new ();

  json_object_set_string_member (fields, "text", text);
  json_object_set_string_member (fields, "owner", gtk_editable_get_text (self->owner_row));
  json_object_set_string_member (fields, "date", gtk_editable_get_text (self->date_row));

  return fields;
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

static void
tambour_exposure_dialog_unpack (TambourAskDialog *dialog,
                                JsonObject       *fields)
{
  show_texts (TAMBOUR_EXPOSURE_DIALOG (dialog), json_object_get_string_member_with_default (fields, "text", ""),
              json_object_get_string_member_with_default (fields, "owner", ""),
              json_object_get_string_member_with_default (fields, "date", ""));
}

/* --- what is typed --------------------------------------------------------- */

static gboolean
read_date (TambourExposureDialog *self,
           TambourDate           *date)
{
  date->julian = 0;

  return tambour_when_parse_date (gtk_editable_get_text (self->date_row), get_today (self), date);
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

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_exposure_move_fill (data, store, now, change, error);
}

static void
tambour_exposure_dialog_save (TambourAskDialog *dialog)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (dialog);
  TambourExposureMove *move;

  if (has_wrong_date (self))
    return;

  move = tambour_exposure_move_new (self->kind, self->id);
  move->text = tambour_buffer_dup_text (self->buffer);
  move->owner = g_strdup (gtk_editable_get_text (self->owner_row));
  read_date (self, &move->on);
  tambour_ask_dialog_do (dialog, _(wordings[self->kind].label), fill_change, move, (GDestroyNotify) tambour_exposure_move_free);
}

static char *
tambour_exposure_dialog_dup_done (TambourAskDialog *dialog)
{
  return g_strdup (_(wordings[TAMBOUR_EXPOSURE_DIALOG (dialog)->kind].done));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_exposure_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_EXPOSURE_DIALOG);

  G_OBJECT_CLASS (tambour_exposure_dialog_parent_class)->dispose (object);
}

static void
tambour_exposure_dialog_finalize (GObject *object)
{
  TambourExposureDialog *self = TAMBOUR_EXPOSURE_DIALOG (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_exposure_dialog_parent_class)->finalize (object);
}

static void
tambour_exposure_dialog_class_init (TambourExposureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->dispose = tambour_exposure_dialog_dispose;
  object_class->finalize = tambour_exposure_dialog_finalize;
  ask_class->new_draft = tambour_exposure_dialog_new_draft;
  ask_class->dup_draft_title = tambour_exposure_dialog_dup_draft_title;
  ask_class->pack = tambour_exposure_dialog_pack;
  ask_class->unpack = tambour_exposure_dialog_unpack;
  ask_class->check = tambour_exposure_dialog_check;
  ask_class->save = tambour_exposure_dialog_save;
  ask_class->dup_done = tambour_exposure_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-exposure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourExposureDialog, error_label);
  tambour_ask_dialog_bind (widget_class);
}

static void
tambour_exposure_dialog_init (TambourExposureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_ask_dialog_set_parts (TAMBOUR_ASK_DIALOG (self), self->title, self->main, self->error_label);
}

/* What is needed before it opens. */
typedef struct
{
  TambourExposureMoveKind  kind;
  char                    *id;
  TambourExposure         *exposure;
  TambourKnownIssue       *issue;
  TambourAccount          *account;
  TambourDraft            *draft;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->id, g_free);
  g_clear_object (&opened->exposure);
  g_clear_object (&opened->issue);
  g_clear_object (&opened->account);
  g_clear_pointer (&opened->draft, tambour_draft_free);
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
  const Opened *wanted = data;
  const TambourAccountReading reading = { store, cancellable, NULL, now };
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  g_autoptr(TambourDraft) own = NULL;
  g_autofree char *text = NULL;
  const char *account_id;

  if (!(opened->exposure = TAMBOUR_EXPOSURE (tambour_store_get (store, tambour_kinds_find ("exposure"), wanted->id, error))))
    return NULL;

  account_id = TAMBOUR_RECORD (opened->exposure)->account_id.id;
  if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_KNOWN_ISSUE, opened->exposure->known_issue_id.id, &opened->issue, error) ||
      !tambour_account_reading_get (&reading, TAMBOUR_TYPE_ACCOUNT, account_id, &opened->account, error))
    return NULL;

  own = tambour_draft_new_step ("exposure", wanted->id, account_id, wanted->kind);
  text = tambour_store_dup_setting (store, own->key);
  opened->draft = text ? tambour_draft_unpack (own->key, text) : NULL;

  return g_steal_pointer (&opened);
}

static void
show_wording (TambourExposureDialog *self,
              const Opened          *opened)
{
  const char *account = opened->account ? opened->account->name : NULL;
  g_autofree char *what = g_strjoin (" · ", account ? account : tambour_issue_text_title (opened->issue),
                                     account ? tambour_issue_text_title (opened->issue) : NULL, NULL);

  adw_dialog_set_title (ADW_DIALOG (self), _(wordings[self->kind].title));
  adw_window_title_set_title (self->title, _(wordings[self->kind].title));
  gtk_button_set_label (self->save_button, _(wordings[self->kind].save));
  gtk_label_set_text (self->what_label, what);
  gtk_label_set_text (self->intro_label, _(wordings[self->kind].intro));
  gtk_label_set_text (self->text_label, _(wordings[self->kind].text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(wordings[self->kind].text), -1);
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
  TambourDate today = get_today (self);
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
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourExposureDialog) self = user_data;
  g_autoptr(Opened) opened = tambour_ask_dialog_load_finish (TAMBOUR_ASK_DIALOG (self), result);

  if (opened == NULL)
    return;

  self->account_id = g_strdup (TAMBOUR_RECORD (opened->exposure)->account_id.id);
  show_wording (self, opened);
  show_record (self, opened);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self), opened->draft);
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
  TambourExposureDialog *self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_EXPOSURE_DIALOG, NULL));
  Opened *wanted = g_new0 (Opened, 1);

  tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio);
  self->kind = kind;
  self->id = g_strdup (id);
  wanted->kind = kind;
  wanted->id = g_strdup (id);
  tambour_ask_dialog_load_async (TAMBOUR_ASK_DIALOG (self), load_opened, wanted, (GDestroyNotify) opened_free, (GDestroyNotify) opened_free,
                                 opened_cb);
}
