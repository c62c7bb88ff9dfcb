/* tambour-requests-page-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-request-table.h"
#include "tambour-requests-page-private.h"
#include "tambour-requests-print.h"
#include "tambour-requests-text.h"
#include "tambour-saved-file.h"

/* What leaves the page of requests: what is shown is copied, printed and exported. */

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->list == NULL)
    return;

  text = tambour_requests_text_plain (tambour_line_model_get_lines (self->model), self->list->today);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tambour_feedback_say (widget, _("Copied"));
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    tambour_feedback_fail (user_data, error);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autofree char *subtitle = NULL;

  if (self->list == NULL || !GTK_IS_WINDOW (root))
    return;

  subtitle = tambour_requests_text_subtitle (self->list);
  operation = tambour_requests_print_new (tambour_requests_page_get_name (self), subtitle,
                                          tambour_line_model_get_lines (self->model), self->list->today);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root), NULL);
}

/* --- a file ----------------------------------------------------------------- */

static gboolean
write_table (TambourStore    *store,
             const char      *path,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  gsize length;
  const char *table = g_bytes_get_data (data, &length);

  return g_file_set_contents (path, table, (gssize) length, error);
}

static void
save (GtkWidget *widget,
      GFile     *file)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (widget);

  tambour_saved_file_write (widget, tambour_page_get_portfolio (TAMBOUR_PAGE (self)), file, "requests.export", write_table,
                            tambour_request_table_new (tambour_line_model_get_lines (self->model)), (GDestroyNotify) g_bytes_unref);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (widget);
  g_autofree char *name = g_strconcat (tambour_requests_page_get_name (self), ".csv", NULL);

  if (self->list != NULL)
    tambour_saved_file_ask (widget, _("Export Requests"), name, save);
}

/**
 * tambour_requests_page_install_out:
 * @widget_class: the class of pages of requests
 */
void
tambour_requests_page_install_out (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.prepare", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "requests.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "requests.export", NULL, export_action);
}
