/* tambour-trend-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TREND_CHART (tambour_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (TambourTrendChart, tambour_trend_chart, TAMBOUR, TREND_CHART, GtkWidget)

void tambour_trend_chart_set_values (TambourTrendChart  *self,
                                     const double       *values,
                                     const char * const *labels,
                                     guint               n_values);
void tambour_trend_chart_describe   (TambourTrendChart  *self,
                                     const char         *summary);

G_END_DECLS
