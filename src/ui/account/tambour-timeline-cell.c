/* tambour-timeline-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-timeline-cell.h"

#include "tambour-timeline-text.h"
#include "tambour-when.h"

/* Something that happened, in a cell: a coloured dot with its icon, what and by
 * whom, and when.
 */

/**
 * tambour_timeline_cell_new_dot:
 *
 * Returns: (transfer floating): the beginning of a cell
 */
GtkWidget *
tambour_timeline_cell_new_dot (void)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "pixel-size", 14, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, "tl-dot");

  return image;
}

/**
 * tambour_timeline_cell_show:
 * @cell: a cell that begins with a dot
 * @item: something that happened
 * @portfolio: the portfolio that it happened in
 */
void
tambour_timeline_cell_show (TambourFactCell           *cell,
                            const TambourTimelineItem *item,
                            TambourPortfolio          *portfolio)
{
  GtkWidget *dot = tambour_fact_cell_get_prefix (cell);
  const char *classes[] = { "tl-dot", tambour_timeline_text_style (item), NULL };
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *title = tambour_timeline_text_title (item);
  g_autofree char *line = tambour_timeline_text_line (item, tambour_portfolio_get_author (portfolio));
  g_autofree char *when = tambour_timeline_text_when (item, here, tambour_portfolio_now (portfolio));

  gtk_image_set_from_icon_name (GTK_IMAGE (dot), tambour_timeline_text_icon (item));
  gtk_widget_set_css_classes (dot, classes);
  tambour_fact_cell_show (cell, title, line, when);
}
