/* tambour-chart-value.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/**
 * TambourSensitivityChart:
 * @full: what is counted whatever the share
 * @shared: what is shared, before its share is taken
 * @share: the share that is counted, 0 to 1
 * @fee: %NAN is not stored; then there is no line and no break-even
 * @break_even: 0 to 1; outside of it there is no ring
 */
typedef struct
{
  const char *alternative;
  double      full;
  double      shared;
  double      share;
  double      fee;
  double      break_even;
  const char *full_label;
  const char *total_label;
  const char *counted_label;
  const char *fee_label;
  const char *break_even_label;
} TambourSensitivityChart;

double tambour_chart_sensitivity (TambourCanvas                 *canvas,
                                  double                         x,
                                  double                         y,
                                  double                         width,
                                  double                         height,
                                  const TambourSensitivityChart *data);

/**
 * TambourMatrixDisc:
 * @rank: "1", as in the table beside it
 * @impact: 1 to 5
 * @effort: 1 to 5
 * @first: one of those that come first
 */
typedef struct
{
  const char *rank;
  guint       impact;
  guint       effort;
  gboolean    first;
} TambourMatrixDisc;

typedef struct
{
  const char           *alternative;
  const char           *impact;
  const char           *effort;
  const char           *low_effort;
  const char           *high_effort;
  const char           *do_first;
  const TambourMatrixDisc *projects;
  guint                 n_projects;
} TambourMatrixChart;

double tambour_chart_matrix (TambourCanvas            *canvas,
                             double                    x,
                             double                    y,
                             double                    width,
                             double                    height,
                             const TambourMatrixChart *data);
void   tambour_chart_rank   (TambourCanvas            *canvas,
                             double                    x,
                             double                    y,
                             double                    radius,
                             gboolean                  first,
                             const char               *rank);

G_END_DECLS
