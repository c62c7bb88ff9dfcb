/* tambour-chart-cases.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/* Axes of durations have a line at each of these; the caller names them in the review's language:
 * 15 min, 1 h, 4 h, 1 d, 3 d, 10 d, 30 d. */
#define TAMBOUR_N_DURATIONS 7

double tambour_chart_duration (guint index);

/**
 * TambourMonthsRow:
 * @name: "P2 Technical issue"
 * @note: "58 (was 81)", or what an empty row says: "none this year (was 3)"
 * @values: one for each month; a negative one is a month without data
 */
typedef struct
{
  const char   *name;
  const char   *note;
  const double *values;
} TambourMonthsRow;

typedef struct
{
  const char             *alternative;
  const char * const     *months;
  guint                   n_months;
  const TambourMonthsRow *rows;
  guint                   n_rows;
  double                  label_width;
  double                  unit;
} TambourMonthsChart;

double tambour_chart_months (TambourCanvas            *canvas,
                             double                    x,
                             double                    y,
                             double                    width,
                             const TambourMonthsChart *data);

/**
 * TambourResponseRow:
 * @name: "P1"
 * @target: "30 min by phone"
 * @current: share in target, 0 to 1; %NAN when there was no case
 * @earlier: last year's, or %NAN
 * @value: "56 of 58"
 * @before: "was 75 of 81", or %NULL
 * @empty: "no P1 this year", said when @current is %NAN
 */
typedef struct
{
  const char *name;
  const char *target;
  double      current;
  double      earlier;
  const char *value;
  const char *before;
  const char *empty;
} TambourResponseRow;

typedef struct
{
  const char               *alternative;
  const char               *this_year;
  const char               *last_year;
  const TambourResponseRow *rows;
  guint                     n_rows;
  double                    label_width;
  double                    value_width;
} TambourResponseChart;

double tambour_chart_response       (TambourCanvas              *canvas,
                                     double                      x,
                                     double                      y,
                                     double                      width,
                                     const TambourResponseChart *data);
double tambour_chart_response_start (const TambourResponseChart *data);

/**
 * TambourResolveRow:
 * @name: "P2 median 1.6 d", or "P2" when there are fewer than three
 * @note: "was 2.4 d, 2 open"
 * @hours: one for each resolved case
 * @median: in hours; %NAN is none
 * @mark: hours of the dashed line, or %NAN: the 90th percentile
 * @mark_label: "9 in 10 by 6.5 d", or without @mark "longest 4 h 10 min"
 */
typedef struct
{
  const char   *name;
  const char   *note;
  const double *hours;
  guint         n_hours;
  double        median;
  double        mark;
  const char   *mark_label;
} TambourResolveRow;

typedef struct
{
  const char              *alternative;
  const char * const      *durations;
  const TambourResolveRow *rows;
  guint                    n_rows;
  double                   label_width;
  double                   height;
} TambourResolveChart;

double tambour_chart_resolve (TambourCanvas             *canvas,
                              double                     x,
                              double                     y,
                              double                     width,
                              const TambourResolveChart *data);

/**
 * TambourBarsRow:
 * @earlier: last year's, drawn as a black tick; %NAN is none
 * @before: "was 52", or %NULL
 * @accent: the finding's bar; others are pale
 */
typedef struct
{
  const char *name;
  double      current;
  double      earlier;
  const char *value;
  const char *before;
  gboolean    accent;
} TambourBarsRow;

/**
 * TambourBarsChart:
 * @row_height: in points: 18.6 for causes, 22 for exposed groups
 * @thick: share of the row that a bar fills: 0.56 for causes, 0.6 for exposed groups
 */
typedef struct
{
  const char       *alternative;
  const TambourBarsRow *bars;
  guint             n_bars;
  double            label_width;
  double            value_width;
  double            row_height;
  double            thick;
} TambourBarsChart;

double tambour_chart_bars (TambourCanvas          *canvas,
                           double                  x,
                           double                  y,
                           double                  width,
                           const TambourBarsChart *data);

G_END_DECLS
