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

/* What is written while somebody chooses where. */
typedef struct
{
  GtkWidget *widget;
  GBytes    *table;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->widget);
  g_clear_pointer (&writing->table, g_bytes_unref);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      tambour_feedback_fail (widget, error);
      return;
    }

  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_("%s is written"), name);
  tambour_feedback_say (widget, message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Writing) writing = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, writing->table, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                         written_cb, g_object_ref (writing->widget));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (writing->widget, error);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourRequestsPage *self = TAMBOUR_REQUESTS_PAGE (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  Writing *writing;

  if (self->list == NULL)
    return;

  writing = g_new0 (Writing, 1);
  writing->widget = g_object_ref (widget);
  writing->table = tambour_request_table_new (tambour_line_model_get_lines (self->model));
  name = g_strconcat (tambour_requests_page_get_name (self), ".csv", NULL);
  gtk_file_dialog_set_title (dialog, _("Export Requests"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, writing);
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
