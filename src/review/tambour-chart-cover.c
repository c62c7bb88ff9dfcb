/* tambour-chart-cover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-cover.h"
#include "tambour-chart-scale.h"

/* Where the first dot is, and how far apart days and months are, in points. */
#define FIRST_X    18.0
#define FIRST_Y    14.0
#define DAY_STEP   11.5
#define MONTH_STEP 32.0
#define NAME_END   (-10.0)
#define NAME_ROOM  38.0

/* Radius of one percent exposed, so that areas are shares. */
#define ONE_PERCENT 0.98

/* Radii are rounded to this, so that days alike are drawn in one stroke. */
#define RADIUS_STEP 0.05

/* The radius of one percent: smaller when the most exposed day would touch its neighbours. */
static double
choose_unit (const TambourDaysChart *data)
{
  double most = 0;

  for (guint i = 0; i < data->n_days; i++)
    if (isfinite (data->days[i].protection))
      most = MAX (most, 100 - 100 * data->days[i].protection);

  return most > 0 ? MIN (ONE_PERCENT, (DAY_STEP / 2 - 0.2) / sqrt (most)) : ONE_PERCENT;
}

static double
dot_radius (const TambourDaysDot *dot,
            double                unit)
{
  double radius = unit * sqrt (MAX (0, 100 - 100 * dot->protection));

  return isfinite (dot->protection) ? round (radius / RADIUS_STEP) * RADIUS_STEP : 1;
}

static void
draw_day (TambourCanvas        *canvas,
          const TambourDaysDot *dot,
          double                unit)
{
  double x = FIRST_X + (dot->day - 1) * DAY_STEP, y = FIRST_Y + dot->row * MONTH_STEP;

  if (isfinite (dot->protection))
    tambour_canvas_circle (canvas, x, y, dot_radius (dot, unit), TAMBOUR_TONE_PAPER, TAMBOUR_TONE_NONE, 0);
  else
    tambour_canvas_circle (canvas, x, y, 1, TAMBOUR_TONE_NONE, TAMBOUR_TONE_PAPER, 0.5);
}

static void
draw_ring (TambourCanvas        *canvas,
           const TambourDaysDot *dot,
           double                unit)
{
  double x = FIRST_X + (dot->day - 1) * DAY_STEP, y = FIRST_Y + dot->row * MONTH_STEP;

  tambour_canvas_circle (canvas, x, y, dot_radius (dot, unit) + 3.2, TAMBOUR_TONE_NONE,
                         TAMBOUR_TONE_PAPER, 1.1);
}

/**
 * tambour_chart_days:
 *
 * Draws the cover's calendar: one dot for each day, its area the share of
 * users still exposed, rings on days of an outage.
 *
 * Returns: its height in points
 */
double
tambour_chart_days (TambourCanvas          *canvas,
                    double                  x,
                    double                  y,
                    const TambourDaysChart *data)
{
  const TambourTextStyle name = { 9, 12, 0, 400, TAMBOUR_TONE_PAPER, FALSE };
  double left = NAME_END - NAME_ROOM;
  double unit = choose_unit (data);
  double height = 2 * FIRST_Y + (MAX (data->n_months, 1) - 1) * MONTH_STEP;

  tambour_canvas_begin_chart (canvas, x + left, y, 384 - left, height, data->alternative);
  tambour_canvas_push (canvas, -left, 0);
  for (guint i = 0; i < data->n_months; i++)
    tambour_canvas_label (canvas, NAME_END, FIRST_Y + i * MONTH_STEP + 3.2, TAMBOUR_ALIGN_END,
                          TAMBOUR_RANK_NAME, &name, data->months[i]);
  for (guint i = 0; i < data->n_days; i++)
    draw_day (canvas, &data->days[i], unit);
  for (guint i = 0; i < data->n_days; i++)
    if (data->days[i].ringed)
      draw_ring (canvas, &data->days[i], unit);
  tambour_canvas_pop (canvas);
  tambour_canvas_end_chart (canvas);

  return height;
}
