/* tambour-audit-page-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-page-private.h"
#include "tambour-audit-page.h"
#include "tambour-audit-paper.h"
#include "tambour-feedback.h"
#include "tambour-saved-file.h"

/* The audit as a PDF for the customer. */

/* What is saved, on its way to a thread. */
typedef struct
{
  char         *audit_id;
  TambourPaper  paper;
  GFile        *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_pointer (&saving->audit_id, g_free);
  g_clear_object (&saving->file);
  g_free (saving);
}

static gpointer
save_audit (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Saving *saving = data;
  g_autofree char *path = tambour_saved_file_dup_path (saving->file, error);
  g_autoptr(TambourAuditFile) file = path ? tambour_audit_file_load (store, saving->audit_id, now, cancellable, error) : NULL;

  if (file == NULL || !tambour_audit_paper_write (file, saving->paper, file->account ? file->account->report_lang : NULL, path, error))
    return NULL;

  return g_object_ref (saving->file);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourAuditPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (file != NULL)
    tambour_saved_file_say (GTK_WIDGET (self), file);
  else
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

/* Of the country where the program runs. */
static TambourPaper
get_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? TAMBOUR_PAPER_LETTER : TAMBOUR_PAPER_A4;
}

/**
 * tambour_audit_page_save:
 * @self: a page of an audit
 * @file: the PDF to write, which appears when it is whole
 *
 * Writes the audit as it is now for the customer, in the customer's language, off the
 * main loop, and says where it is.
 */
void
tambour_audit_page_save (TambourAuditPage *self,
                         GFile            *file)
{
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (TAMBOUR_IS_AUDIT_PAGE (self));

  saving->audit_id = g_strdup (tambour_file_page_get_id (self));
  saving->paper = get_paper ();
  saving->file = g_object_ref (file);
  tambour_portfolio_load_async (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), save_audit, saving, (GDestroyNotify) saving_free,
                                g_object_unref, NULL, saved_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourAuditPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    tambour_audit_page_save (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *title = self->file->record->title;
  const char *account = self->file->account ? self->file->account->name : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", title && *title ? title : _("Audit"), account ? account : "");

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Export PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

/**
 * tambour_audit_page_install_export:
 * @widget_class: the class of pages of audits
 */
void
tambour_audit_page_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "audit.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "audit.export", NULL);
}
