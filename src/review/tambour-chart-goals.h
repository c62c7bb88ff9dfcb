/* tambour-chart-goals.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/**
 * TambourProgressChart:
 * @progress: (result − start) ÷ (target − start); %NAN is not measured
 * @label: "94%", or "not measured"
 */
typedef struct
{
  double      progress;
  const char *label;
} TambourProgressChart;

void tambour_chart_progress (TambourCanvas              *canvas,
                             double                      width,
                             double                      height,
                             const TambourProgressChart *data);

/**
 * TambourProgressHead:
 *
 * The head of a column of progress charts: what 0% and 100% stand for.
 */
typedef struct
{
  const char *start;
  const char *target;
  const char *start_value;
  const char *target_value;
} TambourProgressHead;

void tambour_chart_progress_head (TambourCanvas             *canvas,
                                  double                     width,
                                  double                     height,
                                  const TambourProgressHead *data);

/* Last year's bar above this year's, both from zero; drawn @width wide for @full. */
double tambour_chart_pair (TambourCanvas *canvas,
                           double         x,
                           double         y,
                           double         width,
                           double         current,
                           double         earlier,
                           double         full);

G_END_DECLS
