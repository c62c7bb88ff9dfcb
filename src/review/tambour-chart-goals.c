/* tambour-chart-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-goals.h"
#include "tambour-chart-scale.h"

/* Bars stop here; the label has the true value. */
#define FULL_SCALE   1.3

/* Width kept for the label, in sizes of its type. */
#define LABEL_ROOM   4.4

#define CHART_HEIGHT 26.0
#define ROW_SPARE    7.0
#define BAR_HEIGHT   8.0

/* Below this a bar would not be seen: a diamond stands at the start. */
#define NO_PROGRESS  0.02
#define DIAMOND      5.0

typedef struct
{
  double width;
  double size;
} Progress;

static double
progress_x (const Progress *self,
            double          progress)
{
  return (self->width - self->size * LABEL_ROOM) * CLAMP (progress, 0, FULL_SCALE) / FULL_SCALE;
}

/* After the bar, and after the target's line where it would cut the label. */
static double
label_x (const Progress *self,
         double          progress,
         double          room)
{
  double end = progress_x (self, progress), target = progress_x (self, 1);

  if (!isfinite (progress))
    return 2 * DIAMOND + 4;
  if (progress <= NO_PROGRESS)
    return 2 * DIAMOND;

  return (end + 5 + room + 2 > target && end < target ? target : end) + 5;
}

static void
draw_progress (TambourCanvas              *canvas,
               const Progress             *self,
               const TambourProgressChart *data,
               double                      height)
{
  double progress = data->progress;
  double middle = height / 2;
  double rise = MIN (CHART_HEIGHT, height - ROW_SPARE) / 2;

  tambour_canvas_line (canvas, 0, middle - rise, 0, middle + rise, TAMBOUR_TONE_MID, 0.8);
  tambour_canvas_line (canvas, progress_x (self, 1), middle - rise, progress_x (self, 1), middle + rise, TAMBOUR_TONE_INK, 1.3);

  if (!isfinite (progress))
    tambour_canvas_sign (canvas, TAMBOUR_SIGN_NOT_MEASURED, DIAMOND + 2, middle, DIAMOND);
  else if (progress > NO_PROGRESS)
    tambour_canvas_rect (canvas, 0, middle - BAR_HEIGHT / 2, progress_x (self, progress), BAR_HEIGHT,
                         TAMBOUR_TONE_ACCENT);
  else
    {
      const TambourPoint diamond[] = {
        { 0, middle - DIAMOND }, { DIAMOND, middle }, { 0, middle + DIAMOND }, { -DIAMOND, middle },
      };

      tambour_canvas_polygon (canvas, diamond, G_N_ELEMENTS (diamond), TAMBOUR_TONE_MISSED);
    }
}

/**
 * tambour_chart_progress:
 * @height: of the row; the chart stands in its middle
 *
 * Draws a goal's progress from 0, with a line at its target (REPORT-DESIGN section 6).
 */
void
tambour_chart_progress (TambourCanvas              *canvas,
                        double                      width,
                        double                      height,
                        const TambourProgressChart *data)
{
  TambourTextStyle style = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK);
  Progress self = { width, style.size };
  double room = tambour_canvas_measure (canvas, &style, data->label);
  double x = label_x (&self, data->progress, room), baseline = height / 2 + 0.35 * style.size;

  /* A value that is too long to stand after the longest bar stands above its end. */
  if (x + room > width)
    {
      x = width - room;
      baseline = (height - BAR_HEIGHT) / 2 - 3;
    }

  tambour_canvas_begin_chart (canvas, 0, 0, width, height, data->label);
  draw_progress (canvas, &self, data, height);
  tambour_canvas_label (canvas, x, baseline, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &style, data->label);
  tambour_canvas_end_chart (canvas);
}

/**
 * tambour_chart_progress_head:
 *
 * Draws the head of a column of progress charts, on two lines.
 */
void
tambour_chart_progress_head (TambourCanvas             *canvas,
                             double                     width,
                             double                     height,
                             const TambourProgressHead *data)
{
  TambourTextStyle grey = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK3);
  TambourTextStyle strong = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 600, TAMBOUR_TONE_INK);
  Progress self = { width, tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL)->size };
  double target = progress_x (&self, 1);
  double last = height - 4.5, first = last - 1.25 * grey.size;

  grey.size += 0.5;
  strong.size += 0.5;

  tambour_canvas_begin_chart (canvas, 0, 0, width, height, NULL);
  tambour_canvas_label (canvas, 0, first, TAMBOUR_ALIGN_START, TAMBOUR_RANK_AXIS, &grey, data->start);
  tambour_canvas_label (canvas, 0, last, TAMBOUR_ALIGN_START, TAMBOUR_RANK_AXIS, &grey, data->start_value);
  tambour_canvas_label (canvas, target, first, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_NAME, &strong, data->target);
  tambour_canvas_label (canvas, target, last, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE, &grey,
                        data->target_value);
  tambour_canvas_end_chart (canvas);
}

/**
 * tambour_chart_pair:
 * @full: what @width stands for: the larger of the two, or 100 for shares and scores
 *
 * Draws last year's bar above this year's.
 *
 * Returns: its height in points
 */
double
tambour_chart_pair (TambourCanvas *canvas,
                    double         x,
                    double         y,
                    double         width,
                    double         current,
                    double         earlier,
                    double         full)
{
  double scale = full > 0 ? width / full : 0;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_ARTIFACT, NULL);
  tambour_canvas_rect (canvas, x, y, CLAMP (earlier * scale, 0, width), 6, TAMBOUR_TONE_MID);
  tambour_canvas_rect (canvas, x, y + 9, CLAMP (current * scale, 0, width), 8, TAMBOUR_TONE_ACCENT);
  tambour_canvas_end (canvas);

  return 17;
}
