/* tambour-reports-page-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-reports-page-private.h"
#include "tambour-reports-text.h"
#include "tambour-reviews.h"

/* A batch of reports: what is chosen is written one after the other, while the page can be used. */

#define SECONDS_TOAST 10

/* What is written, on its way to a thread. */
typedef struct
{
  TambourReportsPage  *page;
  GPtrArray           *accounts;
  char                *folder;
  TambourReviewsOrder  order;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->page);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_free (self);
}

/* --- what is told ------------------------------------------------------------------ */

/* What became of an account, on its way to the main loop. */
typedef struct
{
  TambourReportsPage *page;
  char               *id;
  char               *name;
  TambourReportStage  stage;
  guint               page_number;
  guint               n_pages;
  char               *reason;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_object (&news->page);
  g_clear_pointer (&news->id, g_free);
  g_clear_pointer (&news->name, g_free);
  g_clear_pointer (&news->reason, g_free);
  g_free (news);
}

static void
show_left (TambourReportsPage *self)
{
  gint64 spent = g_get_monotonic_time () - self->began;
  g_autofree char *text = NULL;

  if (self->n_over == 0 || self->n_over >= self->n_export)
    {
      gtk_label_set_text (self->left_label, "");
      return;
    }

  text = tambour_reports_text_left (spent / self->n_over * (self->n_export - self->n_over) / G_USEC_PER_SEC);
  gtk_label_set_text (self->left_label, text);
}

/* What is over of all, the pages of the one that is written among it. */
static double
find_fraction (TambourReportsPage *self,
               const News         *news)
{
  gboolean has_pages = news->stage == TAMBOUR_REPORT_STAGE_WRITING && news->n_pages > 0;
  /* The last page is not yet a file. */
  double within = has_pages ? (news->page_number - 1.0) / news->n_pages : 0;

  return self->n_export > 0 ? MIN (1, (self->n_over + within) / self->n_export) : 0;
}

static void
show_progress (TambourReportsPage *self,
               const News         *news)
{
  guint n = MIN (self->n_over + 1, self->n_export);
  /* Translators: which of how many reports is written, and the name of its account */
  g_autofree char *text = g_strdup_printf (_("Exporting %u of %u: %s"), n, self->n_export, news->name);

  gtk_label_set_text (self->export_label, text);
  gtk_progress_bar_set_fraction (self->export_bar, find_fraction (self, news));
  show_left (self);
}

static void
take_news (TambourReportsPage *self,
           const News         *news)
{
  for (guint i = 0; i < tambour_reports_page_get_n (self); i++)
    {
      TambourReportsItem *item = tambour_reports_page_get_item (self, i);

      if (g_str_equal (tambour_reports_item_get_id (item), news->id))
        {
          tambour_reports_item_set_stage (item, news->stage, news->reason);
          if (news->stage == TAMBOUR_REPORT_STAGE_WRITING)
            tambour_reports_item_set_page (item, news->page_number, news->n_pages);
        }
    }

  if (news->stage != TAMBOUR_REPORT_STAGE_WRITING)
    self->n_over++;
  if (news->stage == TAMBOUR_REPORT_STAGE_FAILED)
    self->n_failed++;

  show_progress (self, news);
}

static gboolean
news_cb (gpointer user_data)
{
  const News *news = user_data;

  if (news->page->store != NULL)
    take_news (news->page, news);

  return G_SOURCE_REMOVE;
}

static TambourReportStage
find_stage (const TambourReviewsDone *done,
            gboolean                  is_over)
{
  if (!is_over)
    return TAMBOUR_REPORT_STAGE_WRITING;
  if (done->error == NULL)
    return TAMBOUR_REPORT_STAGE_EXPORTED;

  return g_error_matches (done->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? TAMBOUR_REPORT_STAGE_NONE : TAMBOUR_REPORT_STAGE_FAILED;
}

/* On the thread that writes. */
static void
watch (const TambourReviewsDone *done,
       gboolean                  is_over,
       gpointer                  user_data)
{
  News *news = g_new0 (News, 1);

  news->page = g_object_ref (user_data);
  news->id = g_strdup (TAMBOUR_RECORD (done->account)->id);
  news->name = g_strdup (done->account->name ? done->account->name : "");
  news->stage = find_stage (done, is_over);
  news->page_number = done->page;
  news->n_pages = done->n_pages;
  if (news->stage == TAMBOUR_REPORT_STAGE_FAILED)
    news->reason = tambour_feedback_dup_reason (done->error);

  g_idle_add_full (G_PRIORITY_DEFAULT, news_cb, news, news_free);
}

/* --- the end -------------------------------------------------------------------------- */

static char *
dup_shown_folder (GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autofree char *shown = path ? g_filename_display_name (path) : g_file_get_parse_name (folder);
  g_autofree char *home = g_filename_display_name (g_get_home_dir ());
  gsize length = strlen (home);

  /* What everybody's own folders begin with goes without saying. */
  if (g_str_has_prefix (shown, home) && shown[length] == G_DIR_SEPARATOR && shown[length + 1] != '\0')
    return g_strdup (shown + length + 1);

  return g_steal_pointer (&shown);
}

static void
open_folder_cb (GFile *folder)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static char *
dup_result (guint       n,
            guint       n_failed,
            const char *folder)
{
  /* Translators: how many reports are there now, and the folder */
  g_autofree char *there = g_strdup_printf (ngettext ("%u report in %s", "%u reports in %s", n), n, folder);
  g_autofree char *failed = g_strdup_printf (ngettext ("%u failed", "%u failed", n_failed), n_failed);

  /* Translators: how many reports are there now, and how many could not be written */
  return n_failed > 0 ? g_strdup_printf (_("%s, %s"), there, failed) : g_steal_pointer (&there);
}

static void
say (TambourReportsPage *self,
     GFile              *folder,
     guint               n)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (GTK_WIDGET (self));
  g_autofree char *shown = dup_shown_folder (folder);
  g_autofree char *message = dup_result (n, self->n_failed, shown);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  adw_toast_set_button_label (toast, _("Open Folder"));
  adw_toast_set_timeout (toast, SECONDS_TOAST);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_folder_cb), g_object_ref (folder),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

/* What was not begun is as it was. */
static void
forget_waiting (TambourReportsPage *self)
{
  for (guint i = 0; i < tambour_reports_page_get_n (self); i++)
    {
      TambourReportsItem *item = tambour_reports_page_get_item (self, i);
      TambourReportStage stage = tambour_reports_item_get_stage (item);

      if (stage == TAMBOUR_REPORT_STAGE_WAITING || stage == TAMBOUR_REPORT_STAGE_WRITING)
        tambour_reports_item_set_stage (item, TAMBOUR_REPORT_STAGE_NONE, NULL);
    }
}

static void
end (TambourReportsPage *self)
{
  g_clear_object (&self->exporting);
  gtk_revealer_set_reveal_child (self->export_revealer, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.cancel", FALSE);
  forget_waiting (self);
  tambour_reports_page_show_chosen (self);
}

static guint
count_written (GPtrArray *all)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((const TambourReviewsDone *) g_ptr_array_index (all, i))->error == NULL;

  return n;
}

/* --- writing ----------------------------------------------------------------------------- */

static gpointer
write_reports (TambourStore    *store,
               const char      *me,
               TambourInstant   now,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Export *export = data;
  g_autoptr(GPtrArray) all = tambour_reviews_write_all (store, export->accounts, &export->order, export->folder, NULL, NULL,
                                                        cancellable, error);
  guint *n;

  if (all == NULL)
    return NULL;

  n = g_new (guint, 1);
  *n = count_written (all);

  return n;
}

/* Whoever cancels keeps what is there, and is told so. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourReportsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree guint *n = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(GFile) folder = g_steal_pointer (&self->folder);
  gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (self->store == NULL)
    return;

  end (self);
  if (n != NULL || is_cancelled)
    say (self, folder, n ? *n : self->n_over - self->n_failed);
  else
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static GPtrArray *
list_chosen (TambourReportsPage *self)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);
      gboolean is_chosen = tambour_reports_item_get_chosen (item);

      tambour_reports_item_set_stage (item, is_chosen ? TAMBOUR_REPORT_STAGE_WAITING : TAMBOUR_REPORT_STAGE_NONE, NULL);
      if (is_chosen)
        g_ptr_array_add (accounts, g_object_ref (tambour_reports_item_get_line (item)->readiness->account));
    }

  return accounts;
}

static void
begin (TambourReportsPage *self,
       GFile              *folder,
       guint               n)
{
  g_set_object (&self->folder, folder);
  self->exporting = g_cancellable_new ();
  self->n_export = n;
  self->n_over = self->n_failed = 0;
  self->began = g_get_monotonic_time ();
  gtk_label_set_text (self->export_label, _("Exporting…"));
  gtk_label_set_text (self->left_label, "");
  gtk_progress_bar_set_fraction (self->export_bar, 0);
  gtk_revealer_set_reveal_child (self->export_revealer, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.cancel", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.export", FALSE);
}

/**
 * tambour_reports_page_export:
 * @self: a page
 * @folder: where
 *
 * Writes the reports that are chosen, each as it was composed.
 */
void
tambour_reports_page_export (TambourReportsPage *self,
                             GFile              *folder)
{
  g_autofree char *path = g_file_get_path (folder);
  Export *export;

  g_return_if_fail (TAMBOUR_IS_REPORTS_PAGE (self));

  if (self->exporting != NULL || self->sheet == NULL)
    return;

  if (path == NULL)
    {
      g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved on this computer."));

      tambour_feedback_fail (GTK_WIDGET (self), error);
      return;
    }

  export = g_new0 (Export, 1);
  export->page = g_object_ref (self);
  export->accounts = list_chosen (self);
  export->folder = g_steal_pointer (&path);
  export->order = (TambourReviewsOrder) {
    .from = self->sheet->from, .to = self->sheet->to, .as_of = { TAMBOUR_NEVER },
    .jobs = 1, .composed = TRUE, .watch = watch, .watch_data = self,
  };
  tambour_reports_page_fill_form (self, &export->order);
  begin (self, folder, export->accounts->len);
  tambour_portfolio_load_async (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), write_reports, export, (GDestroyNotify) export_free,
                                g_free, self->exporting, written_cb, g_object_ref (self));
}

/**
 * tambour_reports_page_is_exporting:
 * @self: a page
 *
 * Returns: whether reports are being written
 */
gboolean
tambour_reports_page_is_exporting (TambourReportsPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_PAGE (self), FALSE);

  return self->exporting != NULL;
}

/* --- what one can do ------------------------------------------------------------------------ */

static void
folder_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourReportsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder != NULL)
    tambour_reports_page_export (self, folder);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Export Reports"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, folder_cb, g_object_ref (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_cancellable_cancel (TAMBOUR_REPORTS_PAGE (widget)->exporting);
}

/**
 * tambour_reports_page_install_export:
 * @widget_class: the class of the page
 */
void
tambour_reports_page_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reports.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
}
