/* tambour-bar-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_BAR_CHART (tambour_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (TambourBarChart, tambour_bar_chart, TAMBOUR, BAR_CHART, GtkWidget)

GtkWidget *tambour_bar_chart_new        (void);
void       tambour_bar_chart_set_values (TambourBarChart *self,
                                         const double    *values,
                                         guint            n_values);
void       tambour_bar_chart_describe   (TambourBarChart *self,
                                         const char      *summary);

G_END_DECLS
