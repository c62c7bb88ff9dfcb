/* tambour-chart-continuity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-chart-cases.h"

G_BEGIN_DECLS

/**
 * TambourTimelineChart:
 * @escalated: hours after the case was opened
 * @resolved: hours after the case was opened; %NAN while it is open
 * @label: "2 h 25 min", or what stands in its place for an open case
 * @escalated_name: names the hollow mark, on the first row only
 * @resolved_name: names the filled mark, on the first row only
 *
 * One escalation between opened and resolved, as a cell of a table: dots on a
 * log scale, never bars.
 */
typedef struct
{
  double      escalated;
  double      resolved;
  const char *label;
  const char *escalated_name;
  const char *resolved_name;
} TambourTimelineChart;

void tambour_chart_timeline      (TambourCanvas              *canvas,
                                  double                      width,
                                  double                      height,
                                  const TambourTimelineChart *data);
void tambour_chart_timeline_axis (TambourCanvas              *canvas,
                                  double                      width,
                                  double                      height,
                                  const char * const         *durations);

/**
 * TambourSharesRow:
 * @value: "31 of 31"
 * @part: of @whole; a @whole of 0 is an empty track
 */
typedef struct
{
  const char *name;
  const char *value;
  double      part;
  double      whole;
} TambourSharesRow;

typedef struct
{
  const char         *alternative;
  const TambourSharesRow *shares;
  guint               n_shares;
  double              row_height;
} TambourSharesChart;

double tambour_chart_shares (TambourCanvas            *canvas,
                             double                    x,
                             double                    y,
                             double                    width,
                             const TambourSharesChart *data);

G_END_DECLS
