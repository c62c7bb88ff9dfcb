/* tambour-meter-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-bar.h"
#include "tambour-meter-row.h"

/**
 * TambourMeterRow:
 *
 * One line of what an agreement grants: what was bought, used, and is left.
 */
struct _TambourMeterRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkLabel      *title_label;
  GtkLabel      *text_label;
  TambourBar    *bar;
};

G_DEFINE_FINAL_TYPE (TambourMeterRow, tambour_meter_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_meter_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_METER_ROW);

  G_OBJECT_CLASS (tambour_meter_row_parent_class)->dispose (object);
}

static void
tambour_meter_row_class_init (TambourMeterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_meter_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-meter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourMeterRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMeterRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMeterRow, bar);
}

static void
tambour_meter_row_init (TambourMeterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_meter_row_new:
 *
 * Returns: (transfer floating): a row without a line
 */
GtkWidget *
tambour_meter_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_METER_ROW, NULL);
}

/**
 * tambour_meter_row_show:
 * @self: a meter row
 * @line: a line of what was bought
 */
void
tambour_meter_row_show (TambourMeterRow            *self,
                        const TambourOverviewMeter *line)
{
  const char *title = tambour_account_text_entitlement (line->kind);
  const char *classes[] = { tambour_account_text_meter_style (line), NULL };
  g_autofree char *text = tambour_account_text_meter (line);
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_METER_ROW (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->text_label, text);
  tambour_bar_set_part (self->bar, line->granted > 0 ? (double) line->used / (double) line->granted : 1);
  gtk_widget_set_css_classes (GTK_WIDGET (self->bar), classes);

  /* Translators: what was bought, and how much of it was used and is left, for screen readers */
  name = g_strdup_printf (_("%1$s: %2$s"), title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
