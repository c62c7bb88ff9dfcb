/* tambour-chart-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-scale.h"
#include "tambour-chart-value.h"

/* Sensitivity, in points. */
#define PLOT_LEFT   8.0
#define PLOT_BELOW  16.0
#define PLOT_TOP    6.0
#define DOT         5.0

/* How far letters of a label reach below its baseline. */
#define LETTERS_BELOW 2.5

/* Impact against effort, in points. */
#define GRADES      5
#define GRADE_ROOM  20.0
#define BELOW_GRID  28.0
#define DISC        10.5
#define DISC_STEP   24.0

/* Cells with at least this score are pale. */
#define FIRST_SCORE 5

typedef struct
{
  const TambourSensitivityChart *data;
  double                         x0;
  double                         x1;
  double                         y0;
  double                         low;
  double                         high;
} Plot;

static double
share_x (const Plot *self,
         double      share)
{
  return self->x0 + share * (self->x1 - self->x0);
}

static double
money_y (const Plot *self,
         double      money)
{
  return self->y0 - (money - self->low) / (self->high - self->low) * (self->y0 - PLOT_TOP);
}

static double
total_at (const Plot *self,
          double      share)
{
  return self->data->full + share * self->data->shared;
}

/* Whether neither line, nor the dot of what is counted, runs through a label. */
static gboolean
is_free (const Plot             *self,
         const TambourTextStyle *style,
         double                  x,
         double                  width,
         double                  baseline)
{
  const TambourSensitivityChart *data = self->data;
  double top = baseline - style->size - 1, bottom = baseline + LETTERS_BELOW;
  double span = self->x1 - self->x0;
  double start = money_y (self, total_at (self, CLAMP ((x - self->x0) / span, 0, 1)));
  double end = money_y (self, total_at (self, CLAMP ((x + width - self->x0) / span, 0, 1)));
  double fee = isfinite (data->fee) ? money_y (self, data->fee) : self->y0;
  double dot_x = share_x (self, data->share), dot_y = money_y (self, total_at (self, data->share));

  if (top < 0 || bottom > self->y0 - 1 || (fee > top && fee < bottom) ||
      (MIN (start, end) - 1 < bottom && MAX (start, end) + 1 > top))
    return FALSE;

  return dot_x + DOT < x || dot_x - DOT > x + width || dot_y + DOT < top || dot_y - DOT > bottom;
}

/* The baseline nearest to @wanted on which a label is free. */
static double
find_baseline (const Plot             *self,
               const TambourTextStyle *style,
               double                  x,
               double                  width,
               double                  wanted)
{
  for (double step = 0; step < self->y0; step++)
    for (int side = -1; side <= 1; side += 2)
      if (is_free (self, style, x, width, wanted + side * step))
        return wanted + side * step;

  return wanted;
}

/* Beside @x, on the side that is @before it in the direction of reading or on the other. */
static void
draw_beside (TambourCanvas          *canvas,
             const Plot             *self,
             const TambourTextStyle *style,
             double                  x,
             double                  wanted,
             gboolean                before,
             const char             *label)
{
  double width = label ? tambour_canvas_measure (canvas, style, label) : 0;
  double baseline = find_baseline (self, style, before ? x - width : x, width, wanted);

  tambour_canvas_label (canvas, x, baseline, before ? TAMBOUR_ALIGN_END : TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, style,
                        label);
}

static void
draw_fee (TambourCanvas *canvas,
          const Plot    *self)
{
  TambourTextStyle ink = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK);
  TambourTextStyle strong = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK);
  const TambourSensitivityChart *data = self->data;
  double y = money_y (self, data->fee);

  if (!isfinite (data->fee))
    return;

  tambour_canvas_dashes (canvas, self->x0, y, self->x1, y, TAMBOUR_TONE_INK, 1, 3, 2);
  tambour_canvas_label (canvas, self->x1 + 5, y + 3.5, TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME, &ink,
                        data->fee_label);
  if (isfinite (data->break_even) && data->break_even >= 0 && data->break_even <= 1)
    {
      double x = share_x (self, data->break_even);
      double room = tambour_canvas_measure (canvas, &strong, data->break_even_label ? data->break_even_label : "");
      gboolean before = x + 7 + room > self->x1;

      tambour_canvas_circle (canvas, x, y, 4.2, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_INK, 1.5);
      draw_beside (canvas, self, &strong, before ? x - 7 : x + 7, y + 15 < self->y0 - 2 ? y + 15 : y - 7, before,
                   data->break_even_label);
    }
}

/* Above the line where the first label ends; below its start where the fee runs through there. */
static double
place_first (TambourCanvas          *canvas,
             const Plot             *self,
             const TambourTextStyle *style)
{
  double width = self->data->full_label ? tambour_canvas_measure (canvas, style, self->data->full_label) : 0;
  double start = money_y (self, total_at (self, 0));
  double end = money_y (self, total_at (self, (width + 2) / (self->x1 - self->x0)));
  double baseline = MIN (start, end) - 4;
  double fee = isfinite (self->data->fee) ? money_y (self, self->data->fee) : -style->line;
  gboolean is_struck = fee > baseline - style->size && fee < baseline + 3;

  return is_struck && start + 12 < self->y0 - 1 ? MAX (start, end) + 12 : baseline;
}

static void
draw_line_of_value (TambourCanvas *canvas,
                    const Plot    *self)
{
  TambourTextStyle plain = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK2);
  TambourTextStyle accent = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_ACCENT);
  const TambourSensitivityChart *data = self->data;
  double counted = money_y (self, total_at (self, data->share));
  double room = tambour_canvas_measure (canvas, &accent, data->counted_label ? data->counted_label : "");
  gboolean before = share_x (self, data->share) - 8 - room > 0;

  tambour_canvas_line (canvas, self->x0, money_y (self, total_at (self, 0)),
                       self->x1, money_y (self, total_at (self, 1)), TAMBOUR_TONE_ACCENT, 2);
  tambour_canvas_circle (canvas, share_x (self, data->share), counted, DOT, TAMBOUR_TONE_ACCENT,
                         TAMBOUR_TONE_NONE, 0);
  draw_beside (canvas, self, &accent, share_x (self, data->share) + (before ? -8 : 8), before ? counted - 6 : counted + 14, before,
               data->counted_label);
  tambour_canvas_label (canvas, self->x1 + 5, money_y (self, total_at (self, 1)) + 4, TAMBOUR_ALIGN_START,
                        TAMBOUR_RANK_VALUE, &plain, data->total_label);
  tambour_canvas_label (canvas, self->x0 + 2, place_first (canvas, self, &plain), TAMBOUR_ALIGN_START, TAMBOUR_RANK_VALUE, &plain,
                        data->full_label);
}

static void
set_range (Plot *self)
{
  const TambourSensitivityChart *data = self->data;
  double fee = isfinite (data->fee) ? data->fee : 0;
  double ends[] = { total_at (self, 0), total_at (self, 1) };

  self->high = 1.03 * MAX (fee, MAX (ends[0], ends[1]));
  self->low = MIN (0, MIN (ends[0], ends[1]));
  if (self->high <= self->low)
    self->high = self->low + 1;
}

/**
 * tambour_chart_sensitivity:
 *
 * Draws the total by how much of the shared effects is counted, and from where
 * on it covers the fee (REPORT-DESIGN section 6).
 *
 * Returns: @height
 */
double
tambour_chart_sensitivity (TambourCanvas                 *canvas,
                           double                         x,
                           double                         y,
                           double                         width,
                           double                         height,
                           const TambourSensitivityChart *data)
{
  const TambourTextStyle *label = tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);
  double room = MAX (data->fee_label ? tambour_canvas_measure (canvas, label, data->fee_label) : 0,
                     data->total_label ? tambour_canvas_measure (canvas, label, data->total_label) : 0);
  Plot self = { data, PLOT_LEFT, width - MAX (room + 8, 64), height - PLOT_BELOW, 0, 0 };
  GString *text = tambour_chart_describe (data->alternative);
  g_autofree char *alternative = NULL;

  set_range (&self);
  tambour_chart_say (text, data->counted_label, NULL);
  tambour_chart_say (text, data->fee_label, data->break_even_label);
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  tambour_canvas_line (canvas, self.x0, self.y0, self.x1, self.y0, TAMBOUR_TONE_MID, TAMBOUR_GRID_WIDTH);
  for (guint i = 0; i <= 4; i++)
    tambour_chart_percent (canvas, share_x (&self, i / 4.0), self.y0 + 12, TAMBOUR_ALIGN_MIDDLE, 25 * i);
  draw_line_of_value (canvas, &self);
  draw_fee (canvas, &self);
  tambour_canvas_end_chart (canvas);

  return height;
}

/**
 * tambour_chart_rank:
 * @x: of the disc's centre
 * @first: one of those that come first: filled
 *
 * Draws the numbered disc of a project, here and in the table beside.
 */
void
tambour_chart_rank (TambourCanvas *canvas,
                    double         x,
                    double         y,
                    double         radius,
                    gboolean       first,
                    const char    *rank)
{
  TambourTextStyle style = { radius > 10 ? 11 : 1.14 * radius, 13, 0, 700,
                             first ? TAMBOUR_TONE_PAPER : TAMBOUR_TONE_ACCENT, FALSE };
  double width = tambour_canvas_measure (canvas, &style, rank);

  tambour_canvas_circle (canvas, x, y, radius, first ? TAMBOUR_TONE_ACCENT : TAMBOUR_TONE_PAPER,
                         TAMBOUR_TONE_ACCENT, 1.3);
  tambour_canvas_text (canvas, x - width / 2 - 1, y + 0.364 * style.size - tambour_text_baseline (&style),
                       width + 2, &style, TAMBOUR_WRAP_NONE, TAMBOUR_ALIGN_MIDDLE,
                       &(TambourSpan) { .text = rank }, 1);
}

static void
draw_grid (TambourCanvas            *canvas,
           const TambourMatrixChart *data,
           double                    slot,
           double                    row)
{
  const TambourTextStyle *label = tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);

  for (int i = 0; i < GRADES; i++)
    {
      g_autofree char *effort = g_strdup_printf ("%d", i + 1);
      g_autofree char *impact = g_strdup_printf ("%d", GRADES - i);

      for (int j = 0; j < GRADES; j++)
        {
          int score = 2 * (GRADES - j) - (i + 1);

          tambour_canvas_rect (canvas, GRADE_ROOM + i * slot + 1, j * row + 1, slot - 2, row - 2,
                               score >= FIRST_SCORE ? TAMBOUR_TONE_ACCENT_PALE : TAMBOUR_TONE_WASH);
        }

      tambour_canvas_label (canvas, GRADE_ROOM + (i + 0.5) * slot, GRADES * row + 12, TAMBOUR_ALIGN_MIDDLE,
                            TAMBOUR_RANK_VALUE, label, effort);
      tambour_canvas_label (canvas, 10, (i + 0.5) * row + 3, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE, label,
                            impact);
    }
}

static void
draw_matrix_names (TambourCanvas            *canvas,
                   const TambourMatrixChart *data,
                   double                    width,
                   double                    bottom)
{
  TambourTextStyle plain = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK2);
  TambourTextStyle strong = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 600, TAMBOUR_TONE_INK);
  TambourTextStyle accent = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 600, TAMBOUR_TONE_ACCENT);

  tambour_canvas_label (canvas, GRADE_ROOM, bottom + 26, TAMBOUR_ALIGN_START, TAMBOUR_RANK_AXIS, &plain,
                        data->low_effort);
  tambour_canvas_label (canvas, width, bottom + 26, TAMBOUR_ALIGN_END, TAMBOUR_RANK_AXIS, &plain,
                        data->high_effort);
  tambour_canvas_label (canvas, GRADE_ROOM + (width - GRADE_ROOM) / 2, bottom + 26, TAMBOUR_ALIGN_MIDDLE,
                        TAMBOUR_RANK_NAME, &strong, data->effort);
  tambour_canvas_label (canvas, GRADE_ROOM + 6, 13, TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME, &accent,
                        data->do_first);
  tambour_canvas_turned (canvas, -3, bottom / 2, &strong, data->impact);
}

/* @radius: of the discs of a cell in which @together of them stand in @rows rows */
static double
fit_discs (guint   together,
           guint   rows,
           double  slot,
           double  row,
           double *radius)
{
  guint in_row = (together + rows - 1) / rows;
  double step = MIN (DISC_STEP, MIN (slot / in_row, row / rows));

  *radius = MIN (DISC, step / 2 - 0.75);

  return step;
}

/* Projects of one cell stand side by side, in as many rows as leave them largest. */
static guint
choose_rows (guint  together,
             double slot,
             double row)
{
  double largest = 0;
  guint chosen = 1;

  for (guint rows = 1; rows <= together; rows++)
    {
      double radius;

      fit_discs (together, rows, slot, row, &radius);
      if (radius > largest)
        {
          largest = radius;
          chosen = rows;
        }
    }

  return chosen;
}

static void
draw_disc (TambourCanvas            *canvas,
           const TambourMatrixChart *data,
           guint                     index,
           double                    slot,
           double                    row)
{
  const TambourMatrixDisc *disc = &data->projects[index];
  guint before = 0, together = 0, in_row, rows;
  double step, radius, x, y;

  for (guint i = 0; i < data->n_projects; i++)
    if (data->projects[i].impact == disc->impact && data->projects[i].effort == disc->effort)
      {
        together++;
        before += i < index;
      }

  rows = choose_rows (together, slot, row);
  in_row = (together + rows - 1) / rows;
  step = fit_discs (together, rows, slot, row, &radius);
  x = GRADE_ROOM + (CLAMP (disc->effort, 1, GRADES) - 0.5) * slot;
  y = (GRADES - CLAMP (disc->impact, 1, GRADES) + 0.5) * row;
  x += (before % in_row - (in_row - 1) / 2.0) * step;
  y += (before / in_row - (rows - 1) / 2.0) * step;

  tambour_chart_rank (canvas, x, y, radius, disc->first, disc->rank);
}

/**
 * tambour_chart_matrix:
 *
 * Draws projects by impact and effort, numbered as in the table
 * (REPORT-DESIGN section 6).
 *
 * Returns: @height
 */
double
tambour_chart_matrix (TambourCanvas            *canvas,
                      double                    x,
                      double                    y,
                      double                    width,
                      double                    height,
                      const TambourMatrixChart *data)
{
  double slot = (width - GRADE_ROOM) / GRADES, bottom = height - BELOW_GRID, row = bottom / GRADES;
  GString *text = tambour_chart_describe (data->alternative);
  g_autofree char *alternative = NULL;

  for (guint i = 0; i < data->n_projects; i++)
    {
      g_autofree char *value = g_strdup_printf ("%s %u, %s %u", data->impact, data->projects[i].impact,
                                                data->effort, data->projects[i].effort);

      tambour_chart_say (text, data->projects[i].rank, value);
    }
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  draw_grid (canvas, data, slot, row);
  draw_matrix_names (canvas, data, width, bottom);
  for (guint i = 0; i < data->n_projects; i++)
    draw_disc (canvas, data, i, slot, row);
  tambour_canvas_end_chart (canvas);

  return height;
}
