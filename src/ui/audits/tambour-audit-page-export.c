/* tambour-audit-page-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-page-private.h"
#include "tambour-audit-page.h"
#include "tambour-audit-paper.h"
#include "tambour-saved-file.h"

/* The audit as a PDF for the customer. */

/* Of the country where the program runs. */
static TambourPaper
get_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? TAMBOUR_PAPER_LETTER : TAMBOUR_PAPER_A4;
}

/* In the language of the customer. */
static gboolean
write_audit (TambourStore    *store,
             const char      *path,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  g_autoptr(TambourAuditFile) file = tambour_audit_file_load (store, data, now, NULL, error);

  return file != NULL && tambour_audit_paper_write (file, get_paper (), file->account ? file->account->report_lang : NULL, path, error);
}

/**
 * tambour_audit_page_save:
 * @self: a page of an audit
 * @file: the PDF to write
 *
 * Writes the audit as it is now for the customer.
 */
void
tambour_audit_page_save (TambourAuditPage *self,
                         GFile            *file)
{
  g_return_if_fail (TAMBOUR_IS_AUDIT_PAGE (self));

  tambour_saved_file_write (GTK_WIDGET (self), tambour_page_get_portfolio (TAMBOUR_PAGE (self)), file, "audit.export",
                            write_audit, g_strdup (tambour_file_page_get_id (self)), g_free);
}

static void
save (GtkWidget *widget,
      GFile     *file)
{
  tambour_audit_page_save (TAMBOUR_AUDIT_PAGE (widget), file);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  const char *title = self->file->record->title;
  const char *account = self->file->account ? self->file->account->name : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", title && *title ? title : _("Audit"), account ? account : "");

  tambour_saved_file_ask (widget, _("Export PDF"), name, save);
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
