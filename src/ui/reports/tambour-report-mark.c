/* tambour-report-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-report-mark.h"

#include "tambour-reports-text.h"
#include "tambour-tooltip.h"

/* Whether a report has what it needs: a tick, a triangle where a part is missing, a cross where a
 * whole page is; shape and words, never colour alone. */

static const char *
choose_icon (const TambourReadinessCell  *cell,
             TambourReadinessColumn       column,
             const char                 **style)
{
  gboolean has_page = column == TAMBOUR_READINESS_GOALS || column == TAMBOUR_READINESS_AUDIT || column == TAMBOUR_READINESS_USAGE;

  if (cell->needed == 0)
    {
      *style = "dimmed";
      return "list-remove-symbolic";
    }

  if (cell->done >= cell->needed)
    {
      *style = "success";
      return "object-select-symbolic";
    }

  *style = cell->done == 0 && has_page ? "error" : "warning";

  return cell->done == 0 && has_page ? "window-close-symbolic" : "dialog-warning-symbolic";
}

/**
 * tambour_report_mark_new:
 *
 * Returns: (transfer floating): a mark that shows nothing
 */
GtkWidget *
tambour_report_mark_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "halign", GTK_ALIGN_CENTER, "pixel-size", 16, NULL);
}

/**
 * tambour_report_mark_show:
 * @mark: a mark
 * @readiness: of an account
 * @column: what of it
 *
 * Has it show that, with words for those who point at it and for those who do not see it.
 */
void
tambour_report_mark_show (GtkWidget              *mark,
                          const TambourReadiness *readiness,
                          TambourReadinessColumn  column)
{
  const char *style = NULL;
  const char *icon = choose_icon (&readiness->cells[column], column, &style);
  g_autofree char *words = tambour_reports_text_cell (readiness, column);
  const char *classes[] = { style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (mark), icon);
  gtk_image_set_pixel_size (GTK_IMAGE (mark), readiness->cells[column].needed > 0 ? 16 : 10);
  gtk_widget_set_css_classes (mark, classes);
  tambour_tooltip_set (mark, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
