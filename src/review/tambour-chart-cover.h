/* tambour-chart-cover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/**
 * TambourDaysDot:
 * @row: which month of the period, from 0
 * @day: of the month, from 1
 * @protection: share of users protected, 0 to 1; %NAN is no data
 * @ringed: an outage began on it
 */
typedef struct
{
  guint    row;
  guint    day;
  double   protection;
  gboolean ringed;
} TambourDaysDot;

typedef struct
{
  const char         *alternative;
  const char * const *months;
  guint               n_months;
  const TambourDaysDot   *days;
  guint               n_days;
} TambourDaysChart;

double tambour_chart_days (TambourCanvas          *canvas,
                           double                  x,
                           double                  y,
                           const TambourDaysChart *data);

G_END_DECLS
