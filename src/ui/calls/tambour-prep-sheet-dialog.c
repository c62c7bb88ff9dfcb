/* tambour-prep-sheet-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-call-dialog.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-later.h"
#include "tambour-prep-sheet-dialog-private.h"
#include "tambour-prep-sheet-print.h"
#include "tambour-prep-sheet-row.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-today-text.h"
#include "tambour-when.h"
#include "tambour-work-settle.h"

/* How wide the side column is beside the main one. */
#define SIDE 316

/**
 * TambourPrepSheetDialog:
 *
 * What one has to know before a call, from records only: what to raise, what is
 * open, what happened since the last call, and who joins. The points can be
 * added to, removed and put in another order, which is kept; the call begins
 * from here.
 */
G_DEFINE_FINAL_TYPE (TambourPrepSheetDialog, tambour_prep_sheet_dialog, ADW_TYPE_DIALOG)

/* --- reading --------------------------------------------------------------- */

/* Which call, and what was kept of it. */
typedef struct
{
  char *account_id;
  char *meeting_id;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->meeting_id, g_free);
  g_free (wanted);
}

typedef struct
{
  TambourPrepSheet *sheet;
  TambourDraft     *draft;
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->sheet, tambour_prep_sheet_free);
  g_clear_pointer (&found->draft, tambour_draft_free);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static char *
dup_key (const TambourPrepSheet *sheet)
{
  const char *meeting_id = sheet->meeting ? tambour_record_get_id (TAMBOUR_RECORD (sheet->meeting)) : NULL;
  g_autoptr(TambourDraft) draft = tambour_draft_new_prep (tambour_record_get_id (TAMBOUR_RECORD (sheet->account)), meeting_id);

  return g_strdup (draft->key);
}

static gpointer
load_found (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Wanted *wanted = data;
  g_autoptr(Found) found = g_new0 (Found, 1);
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  found->sheet = tambour_prep_sheet_load (store, wanted->account_id, wanted->meeting_id, me, now, cancellable, error);
  if (found->sheet == NULL)
    return NULL;

  key = dup_key (found->sheet);
  text = tambour_store_dup_setting (store, key);
  found->draft = text ? tambour_draft_unpack (key, text) : NULL;

  /* Its name comes from large tables, which the main loop does not wait for. */
  g_free (tambour_when_city (found->sheet->account->report_tz));

  return g_steal_pointer (&found);
}

/* What is not in the file yet is newer. */
static void
take_draft (TambourPrepSheetDialog *self,
            const TambourDraft     *stored)
{
  gboolean is_known = FALSE;
  g_autoptr(TambourDraft) kept = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), self->draft_key, &is_known);
  const TambourDraft *draft = is_known ? kept : stored;

  self->choice = tambour_prep_choice_new (draft ? draft->fields : NULL);
}

static void
update_actions (TambourPrepSheetDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_sheet = self->sheet != NULL;
  gboolean can_write = has_sheet && !tambour_portfolio_is_read_only (self->portfolio);

  gtk_widget_action_set_enabled (widget, "prep.start", can_write);
  gtk_widget_action_set_enabled (widget, "prep.add", can_write);
  gtk_widget_action_set_enabled (widget, "prep.move", can_write);
  gtk_widget_action_set_enabled (widget, "prep.remove", can_write);
  gtk_widget_action_set_enabled (widget, "prep.print", has_sheet);
  gtk_widget_action_set_enabled (widget, "prep.save-calendar", tambour_prep_sheet_dialog_can_save (self));
  gtk_widget_action_set_enabled (widget, "today.settle", can_write);
}

/* Rows look at what they show until they are told otherwise. */
static void
take_sheet (TambourPrepSheetDialog *self,
            Found                  *found)
{
  g_autoptr(TambourPrepSheet) old = g_steal_pointer (&self->sheet);

  self->sheet = g_steal_pointer (&found->sheet);
  if (self->draft_key == NULL)
    {
      self->draft_key = dup_key (self->sheet);
      self->meeting_id = self->sheet->meeting ? g_strdup (tambour_record_get_id (TAMBOUR_RECORD (self->sheet->meeting))) : NULL;
      take_draft (self, found->draft);
    }

  tambour_prep_sheet_dialog_show (self);
}

static gboolean
focus_points (gpointer owner)
{
  TambourPrepSheetDialog *self = owner;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->points_list, 0);

  if (row != NULL && gtk_widget_get_root (GTK_WIDGET (row)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return G_SOURCE_REMOVE;
}

static void
show_error (TambourPrepSheetDialog *self,
            const GError           *error)
{
  gboolean is_gone = g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *time = tambour_when_time (tambour_portfolio_now (self->portfolio), here);
  /* Translators: %s is a time of day */
  g_autofree char *tried = g_strdup_printf (_("tried %s"), time);
  g_autofree char *reason = tambour_feedback_dup_reason (error);
  g_autofree char *text = is_gone ? g_strdup (_("Somebody removed it, or it was taken back.")) : tambour_today_text_join (reason, tried, NULL);
  g_autofree char *description = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->status_page, is_gone ? _("This Call Is Not Here Any More") : _("The Prep Sheet Could Not Be Read"));
  adw_status_page_set_description (self->status_page, description);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), !is_gone);
  gtk_stack_set_visible_child_name (self->stack, "error");
  g_clear_pointer (&self->sheet, tambour_prep_sheet_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourPrepSheetDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Found) found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  gboolean is_first = self->draft_key == NULL;

  /* The dialog may have gone meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (found != NULL)
    take_sheet (self, found);
  else
    show_error (self, error);

  update_actions (self);
  if (found != NULL && is_first)
    tambour_later_run (self, GTK_WIDGET (self), focus_points);
}

static void
refresh (GtkWidget *widget)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  Wanted *wanted = g_new0 (Wanted, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  wanted->account_id = g_strdup (self->account_id);
  wanted->meeting_id = g_strdup (self->meeting_id);
  tambour_portfolio_load_async (self->portfolio, load_found, wanted, wanted_free, (GDestroyNotify) found_free,
                                self->cancellable, loaded_cb, g_object_ref (self));
}

/* Once a minute: clocks run. */
static void
tick (GtkWidget *widget)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);

  if (self->sheet != NULL)
    tambour_prep_sheet_dialog_show_points (self);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_refresher_invalidate (TAMBOUR_PREP_SHEET_DIALOG (widget)->refresher);
}

/* --- where things lead ----------------------------------------------------- */

/* The page of a record is behind the dialog; what was changed is kept. */
static void
open_record (TambourPrepSheetDialog *self,
             const char             *kind,
             const char             *id)
{
  g_autoptr(GtkWidget) asked_by = g_object_ref (self->asked_by);
  g_autofree char *copy = g_strdup (id);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (asked_by, "win.open-record", "(ss)", kind, copy);
}

static void
point_activated_cb (TambourPrepSheetDialog *self,
                    GtkListBoxRow          *row)
{
  const TambourPrepPoint *point = TAMBOUR_IS_PREP_SHEET_ROW (row) ? tambour_prep_sheet_row_get_point (TAMBOUR_PREP_SHEET_ROW (row)) : NULL;

  if (point == NULL)
    return;

  if (point->kind != NULL)
    open_record (self, point->kind, point->id);
  else
    tambour_prep_sheet_row_edit (TAMBOUR_PREP_SHEET_ROW (row));
}

static void
work_activated_cb (TambourPrepSheetDialog *self,
                   GtkListBoxRow          *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);
  const TambourTodayWork *work = position < self->sheet->work->len ? g_ptr_array_index (self->sheet->work, position) : NULL;

  if (work != NULL)
    open_record (self, work->is_commitment ? "commitment" : "action_item", work->id);
}

static void
person_activated_cb (TambourPrepSheetDialog *self,
                     GtkListBoxRow          *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);
  const TambourPrepPerson *person = position < self->sheet->people->len ? g_ptr_array_index (self->sheet->people, position) : NULL;

  if (person != NULL && person->id != NULL)
    open_record (self, "contact", person->id);
}

static void
share_activated_cb (TambourPrepSheetDialog *self,
                    GtkListBoxRow          *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);
  const TambourPrepShare *share = position < self->sheet->shares->len ? g_ptr_array_index (self->sheet->shares, position) : NULL;

  if (share != NULL && share->id != NULL)
    open_record (self, "content_share", share->id);
}

static void
open_last_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);

  if (self->sheet != NULL && self->sheet->last != NULL)
    open_record (self, "engagement", tambour_record_get_id (TAMBOUR_RECORD (self->sheet->last)));
}

static void
toggle_work_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);

  self->shows_all_work = !self->shows_all_work;
  if (self->sheet != NULL)
    tambour_prep_sheet_dialog_show_work (self);
}

/* --- doing ----------------------------------------------------------------- */

/* Ticking a row asks for this wherever the row stands. */
static void
settle_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->sheet != NULL && i < self->sheet->work->len; i++)
    {
      const TambourTodayWork *work = g_ptr_array_index (self->sheet->work, i);

      if (g_str_equal (work->id, id))
        tambour_work_settle (GTK_WIDGET (self->main), self->portfolio, work);
    }
}

static GStrv
dup_names (const TambourPrepSheet *sheet)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < sheet->people->len; i++)
    g_strv_builder_add (names, ((TambourPrepPerson *) g_ptr_array_index (sheet->people, i))->name);

  return g_strv_builder_end (names);
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  g_autoptr(GtkWidget) asked_by = g_object_ref (self->asked_by);
  g_autoptr(TambourPortfolio) portfolio = g_object_ref (self->portfolio);
  g_autofree char *agenda = NULL;
  g_auto(GStrv) names = NULL;
  TambourDraft *draft;

  if (self->sheet == NULL)
    return;

  agenda = tambour_prep_text_agenda (self->shown);
  names = dup_names (self->sheet);
  draft = tambour_call_prepare_draft (tambour_record_get_id (TAMBOUR_RECORD (self->sheet->account)), self->sheet->meeting,
                                      (const char * const *) names, agenda, tambour_portfolio_now (portfolio));
  adw_dialog_force_close (ADW_DIALOG (self));
  tambour_call_dialog_present_prepared (asked_by, portfolio, draft);
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  TambourPrepSheetDialog *self = user_data;
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    tambour_feedback_fail (GTK_WIDGET (self->main), error);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->sheet == NULL || !GTK_IS_WINDOW (root))
    return;

  operation = tambour_prep_sheet_dialog_new_print (self);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root), NULL);
}

/* --- the dialog ------------------------------------------------------------ */

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_columns (self->main, self->side, SIDE, breadth < TAMBOUR_BREADTH_SINGLE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->main), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->main), margin);
  adw_button_content_set_label (self->start_content, breadth >= TAMBOUR_BREADTH_NARROW ? "" : _("_Start Call"));
}

static void
tambour_prep_sheet_dialog_closed (AdwDialog *dialog)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  if (self->draft_key != NULL)
    tambour_draft_keeper_hurry (tambour_draft_keeper_get (self->portfolio), self->draft_key);
}

static void
tambour_prep_sheet_dialog_dispose (GObject *object)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->refresher);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_PREP_SHEET_DIALOG);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);

  G_OBJECT_CLASS (tambour_prep_sheet_dialog_parent_class)->dispose (object);
}

static void
tambour_prep_sheet_dialog_finalize (GObject *object)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (object);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->meeting_id, g_free);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->removed, g_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->sheet, tambour_prep_sheet_free);
  g_clear_pointer (&self->choice, tambour_prep_choice_free);

  G_OBJECT_CLASS (tambour_prep_sheet_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, start_content);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, side);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, points_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, work_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, work_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, minutes_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, minutes_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, minutes_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, since_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, people_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, shares_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetDialog, status_button);
}

static void
tambour_prep_sheet_dialog_class_init (TambourPrepSheetDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_prep_sheet_dialog_dispose;
  object_class->finalize = tambour_prep_sheet_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_prep_sheet_dialog_closed;

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  tambour_prep_sheet_dialog_install (widget_class);
  tambour_prep_sheet_dialog_install_saving (widget_class);
  gtk_widget_class_install_action (widget_class, "prep.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "prep.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "prep.open-last", NULL, open_last_action);
  gtk_widget_class_install_action (widget_class, "prep.toggle-work", NULL, toggle_work_action);
  gtk_widget_class_install_action (widget_class, "prep.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "today.settle", "s", settle_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "prep.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "prep.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "prep.start", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-prep-sheet-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, work_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_activated_cb);
}

static void
tambour_prep_sheet_dialog_init (TambourPrepSheetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_prep_sheet_dialog_add_drops (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_prep_sheet_dialog_present:
 * @asked_by: the widget that asks for it
 * @portfolio: a portfolio
 * @account_id: (nullable): an account, whose next call is prepared
 * @meeting_id: (nullable): the call that is prepared, instead
 *
 * Opens the prep sheet, with what was changed of it before.
 */
void
tambour_prep_sheet_dialog_present (GtkWidget        *asked_by,
                                   TambourPortfolio *portfolio,
                                   const char       *account_id,
                                   const char       *meeting_id)
{
  TambourPrepSheetDialog *self = g_object_new (TAMBOUR_TYPE_PREP_SHEET_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->asked_by = g_object_ref (asked_by);
  self->account_id = g_strdup (account_id);
  self->meeting_id = g_strdup (meeting_id);
  update_actions (self);
  self->refresher = tambour_refresher_new (GTK_WIDGET (self), refresh);
  tambour_refresher_follow (self->refresher, portfolio);
  tambour_ticker_watch (tambour_portfolio_get_ticker (portfolio), GTK_WIDGET (self), tick);
  adw_dialog_present (ADW_DIALOG (self), asked_by);
}

/**
 * tambour_prep_sheet_dialog_new_print:
 * @self: a dialog that has read
 *
 * Returns: (transfer full) (nullable): prints the sheet as it is shown
 */
GtkPrintOperation *
tambour_prep_sheet_dialog_new_print (TambourPrepSheetDialog *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PREP_SHEET_DIALOG (self), NULL);

  return self->sheet ? tambour_prep_sheet_print_new (self->sheet, self->shown, tambour_portfolio_now (self->portfolio)) : NULL;
}
