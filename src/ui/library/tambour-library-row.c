/* tambour-library-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-row.h"
#include "tambour-library-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourLibraryRow:
 *
 * Something to share or to invite to, in the list of the library.
 */
struct _TambourLibraryRow
{
  GtkBox    parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkLabel *when_label;
};

G_DEFINE_FINAL_TYPE (TambourLibraryRow, tambour_library_row, GTK_TYPE_BOX)

static void
tambour_library_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_LIBRARY_ROW);

  G_OBJECT_CLASS (tambour_library_row_parent_class)->dispose (object);
}

static void
tambour_library_row_class_init (TambourLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_library_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourLibraryRow, when_label);
}

static void
tambour_library_row_init (TambourLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_library_row_new:
 *
 * Returns: (transfer floating): a row that says nothing
 */
GtkWidget *
tambour_library_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_LIBRARY_ROW, NULL);
}

/**
 * tambour_library_row_show:
 * @self: a row
 * @line: something of the library
 * @today: the day that is today
 *
 * Returns: (transfer full): what it says, for who cannot see it
 */
char *
tambour_library_row_show (TambourLibraryRow        *self,
                          const TambourLibraryLine *line,
                          TambourDate               today)
{
  gboolean is_programme = TAMBOUR_IS_PROGRAMME (line->record);
  g_autofree char *title = tambour_record_dup_title (line->record);
  g_autofree char *text = is_programme ? tambour_library_text_programme (line, today) : tambour_library_text_line (line, today);
  g_autofree char *when = is_programme ? tambour_when_date (TAMBOUR_PROGRAMME (line->record)->starts, today) : g_strdup ("");

  g_return_val_if_fail (TAMBOUR_IS_LIBRARY_ROW (self), NULL);

  gtk_label_set_text (self->title_label, title ? title : "");
  tambour_tooltip_set (self->title_label, title ? title : "");
  gtk_label_set_text (self->line_label, text);
  tambour_tooltip_set (self->line_label, text);
  gtk_label_set_text (self->when_label, when);
  gtk_widget_set_visible (GTK_WIDGET (self->when_label), *when != '\0');

  if (*when == '\0')
    /* Translators: title and facts of something in the library, for screen readers */
    return g_strdup_printf (_("%1$s, %2$s"), title, text);

  /* Translators: title, day and facts of something that customers are invited to, for screen readers */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), title, when, text);
}
