/* tambour-chart-usage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-chart-cases.h"
#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourStretch:
 *
 * Days of the period, counted from 0, @end excluded, with a label.
 */
typedef struct
{
  guint       start;
  guint       end;
  const char *label;
} TambourStretch;

/**
 * TambourCoverageChart:
 * @values: one for each day, 0 to 1; %NAN is no data
 * @goal: 0 to 1; %NAN is none
 * @first_label: "78%"
 * @last_label: "94% now"
 * @months: stretches of the period
 * @bands: when something was rolled out
 * @gaps: labels of days without data: "no data 12–15 Feb"
 * @from: the first day, or not stated
 */
typedef struct
{
  const char           *alternative;
  const double         *values;
  guint                 n_values;
  double                goal;
  const char           *goal_label;
  const char           *first_label;
  const char           *last_label;
  const TambourStretch *months;
  guint                 n_months;
  const TambourStretch *bands;
  guint                 n_bands;
  const TambourStretch *gaps;
  guint                 n_gaps;
  TambourDate           from;
} TambourCoverageChart;

double tambour_chart_coverage       (TambourCanvas              *canvas,
                                     double                      x,
                                     double                      y,
                                     double                      width,
                                     double                      height,
                                     const TambourCoverageChart *data);
double tambour_chart_coverage_start (const TambourCoverageChart *data);

/**
 * TambourColumnsChart:
 * @current: one for each month; a negative one is a month without data
 * @earlier: last year's, or %NULL
 * @initials: of the months, for narrow columns
 */
typedef struct
{
  const char         *alternative;
  const char * const *months;
  const char * const *initials;
  guint               n_months;
  const double       *current;
  const double       *earlier;
  const char         *current_label;
  const char         *earlier_label;
} TambourColumnsChart;

double tambour_chart_columns (TambourCanvas             *canvas,
                              double                     x,
                              double                     y,
                              double                     width,
                              double                     height,
                              const TambourColumnsChart *data);

G_END_DECLS
