/* tambour-line-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-insight-rules.h"
#include "tambour-series.h"

G_BEGIN_DECLS

/**
 * TambourLineChartWords:
 * @value: (nullable): writes a value short, for the axis and beside the line
 * @readout: writes a day and its value, %NAN if it has none, in full
 * @target: writes the target
 * @data: for these
 *
 * How a chart says what it shows; all return text that the chart frees.
 */
typedef struct
{
  char     *(*value)   (double   value,
                  gpointer data);
  char     *(*readout) (TambourDate  date,
                    double       value,
                    gpointer     data);
  char     *(*target)  (TambourInsightTarget  target,
                   gpointer data);
  gpointer   data;
} TambourLineChartWords;

#define TAMBOUR_TYPE_LINE_CHART (tambour_line_chart_get_type ())
G_DECLARE_FINAL_TYPE (TambourLineChart, tambour_line_chart, TAMBOUR, LINE_CHART, GtkWidget)

GtkWidget  *tambour_line_chart_new         (void);
void        tambour_line_chart_set_words   (TambourLineChart            *self,
                                            const TambourLineChartWords *words);
void        tambour_line_chart_set_points  (TambourLineChart            *self,
                                            const TambourSeriesPoint    *points,
                                            guint                        n_points,
                                            TambourSeriesPace            pace,
                                            TambourInsightTarget         target);
void        tambour_line_chart_set_range   (TambourLineChart            *self,
                                            TambourDate                  first,
                                            TambourDate                  last);
void        tambour_line_chart_describe    (TambourLineChart            *self,
                                            const char                  *summary);
TambourDate tambour_line_chart_get_day     (TambourLineChart            *self);
const char *tambour_line_chart_get_readout (TambourLineChart            *self);

G_END_DECLS
