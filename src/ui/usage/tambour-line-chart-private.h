/* tambour-line-chart-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-line-chart.h"

G_BEGIN_DECLS

struct _TambourLineChart
{
  GtkWidget              parent_instance;

  GArray                *points;
  TambourSeriesPace      pace;
  TambourInsightTarget   target;
  guint32                first;    /* the days that are shown */
  guint32                last;
  guint32                day;      /* that is read out, or 0 */
  char                  *readout;
  TambourLineChartWords  words;
};

/**
 * TambourLineChartPlane:
 * @left: where the values begin, @top: where the highest is, in pixels
 *
 * Where a chart draws its values.
 */
typedef struct
{
  float             left;
  float             top;
  float             width;
  float             height;
  gboolean          is_reversed;
  guint32           first;
  guint32           last;
  TambourSeriesAxis axis;
} TambourLineChartPlane;

/* tambour-line-chart.c */
const TambourSeriesPoint *tambour_line_chart_get_points (TambourLineChart *self);

/* tambour-line-chart-draw.c */
TambourLineChartPlane tambour_line_chart_find_plane (TambourLineChart            *self);
guint32               tambour_line_chart_day_at     (const TambourLineChartPlane *plane,
                                                     double                       x);
void                  tambour_line_chart_draw       (TambourLineChart            *self,
                                                     GtkSnapshot                 *snapshot);

G_END_DECLS
