/* tambour-series.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourSeriesPoint:
 * @day: as g_date_get_julian() counts it
 * @value: a number; never %NAN: a day without a value has no point
 *
 * A value of a day. A series is an array of them, the oldest first, one a day at most.
 */
typedef struct
{
  guint32 day;
  double  value;
} TambourSeriesPoint;

/**
 * TambourSeriesPace:
 * @TAMBOUR_SERIES_DAYS: a value each day, or each working day
 * @TAMBOUR_SERIES_WEEKS: one every week or so
 * @TAMBOUR_SERIES_MONTHS: one a month, or fewer
 *
 * How often there is a value.
 */
typedef enum
{
  TAMBOUR_SERIES_DAYS,
  TAMBOUR_SERIES_WEEKS,
  TAMBOUR_SERIES_MONTHS,
} TambourSeriesPace;

/**
 * TambourSeriesColumn:
 * @column: which pixel, from 0
 * @is_apart: whether there is a gap between the values before and this one
 * @first: its first value; @last: its last one; @least, @most: the ends of what it holds
 *
 * What stands in a column of pixels of a chart.
 */
typedef struct
{
  guint    column;
  gboolean is_apart;
  double   first;
  double   last;
  double   least;
  double   most;
} TambourSeriesColumn;

/**
 * TambourSeriesAxis:
 * @low: where it begins; 0 unless that would leave no room for what happens
 * @high: where it ends
 * @step: between its lines
 */
typedef struct
{
  double low;
  double high;
  double step;
} TambourSeriesAxis;

/**
 * TambourSeriesChange:
 * @now: what it is on average of the last four weeks, or in the last month
 * @before: the same of the four weeks or the month before; %NAN if there was none
 */
typedef struct
{
  double now;
  double before;
} TambourSeriesChange;

void                tambour_series_tidy       (GArray                   *points);
TambourSeriesPace   tambour_series_find_pace  (const TambourSeriesPoint *points,
                                               guint                     n_points);
gboolean            tambour_series_is_gap     (const TambourSeriesPoint *points,
                                               guint                     n_points,
                                               guint                     i,
                                               TambourSeriesPace         pace);
guint               tambour_series_find       (const TambourSeriesPoint *points,
                                               guint                     n_points,
                                               guint32                   day);
guint               tambour_series_count_gaps (const TambourSeriesPoint *points,
                                               guint                     n_points,
                                               TambourSeriesPace         pace);
GArray             *tambour_series_resample   (const TambourSeriesPoint *points,
                                               guint                     n_points,
                                               guint32                   first,
                                               guint32                   last,
                                               guint                     n_columns,
                                               TambourSeriesPace         pace);
TambourSeriesAxis   tambour_series_find_axis  (double                    least,
                                               double                    most,
                                               guint                     n_steps);
TambourSeriesChange tambour_series_measure    (const TambourSeriesPoint *points,
                                               guint                     n_points,
                                               TambourSeriesPace         pace);
double             *tambour_series_spread     (const TambourSeriesPoint *points,
                                               guint                     n_points,
                                               guint32                   first,
                                               guint32                   last);

G_END_DECLS
