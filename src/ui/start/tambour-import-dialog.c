/* tambour-import-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-import-dialog.h"
#include "tambour-when.h"

/* More than anybody corrects one by one. */
#define MAX_REJECTED 40

/**
 * TambourImportDialog:
 *
 * What became of the rows of a spreadsheet.
 */
struct _TambourImportDialog
{
  AdwDialog            parent_instance;

  /* Template widgets */
  AdwBanner           *banner;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *rejected;
};

G_DEFINE_FINAL_TYPE (TambourImportDialog, tambour_import_dialog, ADW_TYPE_DIALOG)

/**
 * tambour_imported_init:
 * @self: what an import will have done
 *
 * Nothing yet.
 */
void
tambour_imported_init (TambourImported *self)
{
  *self = (TambourImported) { 0 };
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->reasons = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tambour_imported_clear:
 * @self: what an import has done
 *
 * Frees what it holds.
 */
void
tambour_imported_clear (TambourImported *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
}

/**
 * tambour_imported_reject:
 * @line: the line that a row starts in
 * @reason: why it was rejected
 * @user_data: the #TambourImported
 *
 * A #TambourImportRejectFunc: keeps the first ones.
 */
void
tambour_imported_reject (guint64     line,
                         const char *reason,
                         gpointer    user_data)
{
  TambourImported *self = user_data;

  if (self->lines->len >= MAX_REJECTED)
    return;

  g_array_append_val (self->lines, line);
  g_ptr_array_add (self->reasons, g_utf8_make_valid (reason, -1));
}

static void
add_count (TambourImportDialog *self,
           const char          *title,
           guint64              n)
{
  g_autofree char *text = tambour_when_number ((gint64) n);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts, row);
}

static void
add_rejected (TambourImportDialog *self,
              guint64              line,
              const char          *reason)
{
  g_autofree char *number = tambour_when_number ((gint64) line);
  g_autofree char *where = g_strdup_printf (_("Line %s"), number);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title-lines", 4,
                                 NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  adw_preferences_group_add (self->rejected, row);
}

static void
add_others (TambourImportDialog *self,
            guint64              n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n), (guint) n);

  adw_preferences_group_add (self->rejected, g_object_new (ADW_TYPE_ACTION_ROW, "title", text, NULL));
}

static void
tambour_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (tambour_import_dialog_parent_class)->dispose (object);
}

static void
tambour_import_dialog_class_init (TambourImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TambourImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, TambourImportDialog, rejected);
}

static void
tambour_import_dialog_init (TambourImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An import that ended early has done what it had done until then. */
static void
show_end (TambourImportDialog *self,
          const GError        *error)
{
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    reason = g_strdup (_("Stopped before the end. What was imported stays."));
  else if (error != NULL)
    reason = tambour_feedback_dup_reason (error);

  if (reason == NULL)
    return;

  adw_banner_set_title (self->banner, reason);
  adw_banner_set_revealed (self->banner, TRUE);
}

/**
 * tambour_import_dialog_new:
 * @imported: what an import has done
 * @error: (nullable): why it ended early
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tambour_import_dialog_new (const TambourImported *imported,
                           const GError          *error)
{
  TambourImportDialog *self = g_object_new (TAMBOUR_TYPE_IMPORT_DIALOG, NULL);
  const TambourImportCounts *counts = &imported->counts;

  adw_dialog_set_title (ADW_DIALOG (self), error ? _("Import Stopped") : _("Accounts Imported"));
  show_end (self, error);
  add_count (self, _("Rows read"), counts->read);
  add_count (self, _("Created"), counts->created);
  add_count (self, _("Changed"), counts->updated);
  add_count (self, _("Unchanged"), counts->unchanged);
  add_count (self, _("Rejected"), counts->rejected);

  for (guint i = 0; i < imported->lines->len; i++)
    add_rejected (self, g_array_index (imported->lines, guint64, i), g_ptr_array_index (imported->reasons, i));
  if (counts->rejected > imported->lines->len)
    add_others (self, counts->rejected - imported->lines->len);
  gtk_widget_set_visible (GTK_WIDGET (self->rejected), counts->rejected > 0);

  return ADW_DIALOG (self);
}
