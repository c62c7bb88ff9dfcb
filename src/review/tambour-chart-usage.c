/* tambour-chart-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-chart-scale.h"
#include "tambour-chart-usage.h"
#include "tambour-wording.h"

/* Coverage: where the plot lies in its frame, in points. */
#define PLOT_LEFT    26.0
#define PLOT_TOP     10.0
#define PLOT_BELOW   16.0
#define USUAL_START  70.0

/* Labels of one size do not touch when their baselines are this far apart. */
#define LABEL_STEP   12.5

/* What columns and the strokes of last year take of a month's slot. */
#define COLUMN_SHARE 0.68
#define STROKE_SHARE 0.88

/* Columns narrower than this are named by initials. */
#define NARROW_SLOT  20.0

typedef struct
{
  const TambourCoverageChart *data;
  double                      x0;
  double                      x1;
  double                      y0;
  double                      y1;
  double                      start;
} Coverage;

static double
day_x (const Coverage *self,
       double          day)
{
  guint n = MAX (self->data->n_values, 2);

  return self->x0 + day / (n - 1) * (self->x1 - self->x0);
}

static double
share_y (const Coverage *self,
         double          share)
{
  return self->y0 - (100 * share - self->start) / (100 - self->start) * (self->y0 - self->y1);
}

/* Returns: the first or last day with data, or -1 */
static int
find_day (const TambourCoverageChart *data,
          gboolean                    last)
{
  for (guint i = 0; i < data->n_values; i++)
    {
      guint day = last ? data->n_values - 1 - i : i;

      if (isfinite (data->values[day]))
        return (int) day;
    }

  return -1;
}

static double
share_step (const Coverage *self)
{
  return self->start >= 60 ? 10 : 20;
}

static void
draw_share_axis (TambourCanvas  *canvas,
                 const Coverage *self)
{
  double step = share_step (self);

  for (double at = 100; at >= self->start - 0.01; at -= step)
    {
      double y = share_y (self, at / 100);

      tambour_canvas_line (canvas, self->x0, y, self->x1, y, TAMBOUR_TONE_RULE, TAMBOUR_GRID_WIDTH);
      tambour_chart_percent (canvas, self->x0 - 5, y + 3, TAMBOUR_ALIGN_END, at);
    }
}

static void
draw_stretches (TambourCanvas  *canvas,
                const Coverage *self)
{
  const TambourTextStyle *axis = tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);
  TambourTextStyle band = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK2);

  for (guint i = 0; i < self->data->n_bands; i++)
    {
      const TambourStretch *stretch = &self->data->bands[i];
      double from = day_x (self, stretch->start), to = MIN (day_x (self, stretch->end), self->x1);

      tambour_canvas_rect (canvas, from, self->y1, to - from, self->y0 - self->y1, TAMBOUR_TONE_WASH);
      tambour_canvas_label (canvas, (from + to) / 2, self->y0 - 5, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE,
                            &band, stretch->label);
    }

  for (guint i = 0; i < self->data->n_months; i++)
    {
      const TambourStretch *stretch = &self->data->months[i];
      double from = day_x (self, stretch->start), to = MIN (day_x (self, stretch->end), self->x1);

      tambour_canvas_line (canvas, from, self->y0, from, self->y0 + 3, TAMBOUR_TONE_MID, TAMBOUR_GRID_WIDTH);
      tambour_canvas_label (canvas, (from + to) / 2, self->y0 + 12, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_AXIS,
                            axis, stretch->label);
    }
}

/* Days without data are gaps: nothing is drawn through them. */
static void
draw_days (TambourCanvas  *canvas,
           const Coverage *self,
           gboolean        falling)
{
  g_autofree TambourPoint *points = g_new (TambourPoint, self->data->n_values + 1);
  gboolean dashed = falling && tambour_canvas_get_theme (canvas)->dash_falling;
  guint n = 0;

  for (guint i = 0; i <= self->data->n_values; i++)
    {
      if (i < self->data->n_values && isfinite (self->data->values[i]))
        {
          points[n++] = (TambourPoint) { day_x (self, i), share_y (self, self->data->values[i]) };
          continue;
        }

      if (n == 1)
        tambour_canvas_circle (canvas, points[0].x, points[0].y, 0.9, TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
      tambour_canvas_polyline (canvas, points, n, TAMBOUR_TONE_ACCENT, 1.8, dashed);
      n = 0;
    }
}

static void
draw_goal (TambourCanvas  *canvas,
           const Coverage *self)
{
  double goal = isfinite (self->data->goal) ? share_y (self, self->data->goal) : NAN;

  tambour_canvas_dashes (canvas, self->x0, goal, self->x1, goal, TAMBOUR_TONE_INK, 1, 3, 2);
}

static void
name_days (const Coverage *self,
           TambourPlot    *plot)
{
  for (guint i = 0; i < self->data->n_values; i++)
    {
      TambourDate day = { self->data->from.julian + i };
      g_autofree char *name = tambour_date_is_stated (self->data->from) ? tambour_wording_date (day, TAMBOUR_DATE_FORM_SHORT)
                                                                        : tambour_wording_number (i + 1);

      tambour_plot_name (plot, name);
    }
}

/* What the axis, the daily line and the goal are drawn from. */
static void
begin_coverage_plot (TambourCanvas  *canvas,
                     const Coverage *self,
                     gboolean        falling)
{
  TambourPlot *plot = tambour_plot_new (TAMBOUR_PLOT_LINES, self->start / 100, 1, "0%");
  TambourSeries *series;

  plot->step = share_step (self) / 100;
  name_days (self, plot);
  series = tambour_plot_add (plot, falling && tambour_canvas_get_theme (canvas)->dash_falling ? TAMBOUR_SERIES_DASHES : TAMBOUR_SERIES_LINE,
                             self->data->alternative, TAMBOUR_TONE_ACCENT);
  series->width = 1.8;
  memcpy (series->values, self->data->values, self->data->n_values * sizeof *series->values);
  if (isfinite (self->data->goal))
    {
      series = tambour_plot_add (plot, TAMBOUR_SERIES_DASHES, self->data->goal_label, TAMBOUR_TONE_INK);
      series->width = 1;
      for (guint i = 0; i < self->data->n_values; i++)
        series->values[i] = self->data->goal;
    }

  tambour_canvas_begin_plot (canvas, plot, self->x0, self->y1, self->x1 - self->x0, self->y0 - self->y1);
}

static double
value_near (const TambourCoverageChart *data,
            guint                       day)
{
  for (guint apart = 0; apart < data->n_values; apart++)
    {
      if (day >= apart && day - apart < data->n_values && isfinite (data->values[day - apart]))
        return data->values[day - apart];
      if (day + apart < data->n_values && isfinite (data->values[day + apart]))
        return data->values[day + apart];
    }

  return 1;
}

/* The name of a gap stands above the line, or below one that is near the upper edge. */
static void
draw_gaps (TambourCanvas  *canvas,
           const Coverage *self)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);

  for (guint i = 0; i < self->data->n_gaps; i++)
    {
      const TambourStretch *gap = &self->data->gaps[i];
      double middle = (gap->start + MAX (gap->end, gap->start + 1) - 1) / 2.0;
      double x = day_x (self, middle);
      double y = share_y (self, MAX (value_near (self->data, gap->start), value_near (self->data, gap->end)));
      gboolean below = y - 22 < self->y1 + 10;
      double from = below ? y + 6 : y - 22, to = below ? y + 22 : y - 6;

      tambour_canvas_line (canvas, x, from, x, to, TAMBOUR_TONE_INK3, 0.6);
      tambour_canvas_label (canvas, x - 2, below ? to + 9 : from - 3, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_NAME, style,
                            gap->label);
    }
}

/* The goal's label and the last value's share the right edge; the lower line has the lower label. */
static void
draw_edge_labels (TambourCanvas  *canvas,
                  const Coverage *self,
                  int             last)
{
  TambourTextStyle ink = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK);
  TambourTextStyle accent = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_ACCENT);
  gboolean has_goal = isfinite (self->data->goal);
  double goal = has_goal ? share_y (self, self->data->goal) : 0;
  double value = last >= 0 ? share_y (self, self->data->values[last]) : 0;
  double value_at = value + 3.5, goal_at = goal - 3;

  if (has_goal && last >= 0 && value >= goal)
    value_at = MAX (value_at, goal_at + LABEL_STEP);
  else if (has_goal && last >= 0)
    {
      goal_at = goal + 9.5;
      value_at = MIN (value_at, goal_at - LABEL_STEP);
    }

  if (has_goal)
    tambour_canvas_label (canvas, self->x1 + 5, goal_at, TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME, &ink,
                          self->data->goal_label);
  if (last >= 0)
    tambour_canvas_label (canvas, self->x1 + 5, value_at, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &accent,
                          self->data->last_label);
}

static void
draw_ends (TambourCanvas  *canvas,
           const Coverage *self,
           int             first,
           int             last)
{
  TambourTextStyle accent = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_ACCENT);
  double y = share_y (self, self->data->values[first]);

  tambour_canvas_circle (canvas, day_x (self, first), y, 2.6, TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
  tambour_canvas_circle (canvas, day_x (self, last), share_y (self, self->data->values[last]), 2.6,
                         TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
  tambour_canvas_label (canvas, day_x (self, first) + 4, y + 13 < self->y0 - 2 ? y + 13 : y - 6,
                        TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &accent, self->data->first_label);
}

/* Room for the longer of the two labels after the plot. */
static double
edge_room (TambourCanvas              *canvas,
           const TambourCoverageChart *data)
{
  TambourTextStyle strong = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_ACCENT);
  double goal = data->goal_label ? tambour_canvas_measure (canvas, &strong, data->goal_label) : 0;
  double last = data->last_label ? tambour_canvas_measure (canvas, &strong, data->last_label) : 0;

  return MAX (goal, last) + 8;
}

/**
 * tambour_chart_coverage_start:
 *
 * Returns: where the axis starts, in percent: 70, or the 10-step below the
 *   least value; the source line says it
 */
double
tambour_chart_coverage_start (const TambourCoverageChart *data)
{
  double least = 100;

  for (guint i = 0; i < data->n_values; i++)
    if (isfinite (data->values[i]))
      least = MIN (least, 100 * data->values[i]);
  if (isfinite (data->goal))
    least = MIN (least, 100 * data->goal);

  return tambour_chart_below (least, least > 60 ? 10 : 20, least > 60 ? USUAL_START : 60);
}

/**
 * tambour_chart_coverage:
 *
 * Draws the share of users protected, day by day (REPORT-DESIGN section 6).
 *
 * Returns: @height
 */
double
tambour_chart_coverage (TambourCanvas              *canvas,
                        double                      x,
                        double                      y,
                        double                      width,
                        double                      height,
                        const TambourCoverageChart *data)
{
  Coverage self = { data, PLOT_LEFT, width - edge_room (canvas, data), height - PLOT_BELOW, PLOT_TOP,
                    tambour_chart_coverage_start (data) };
  int first = find_day (data, FALSE), last = find_day (data, TRUE);
  gboolean falls = first >= 0 && data->values[last] < data->values[first];
  GString *text = tambour_chart_describe (data->alternative);
  g_autofree char *alternative = NULL;

  tambour_chart_say (text, data->first_label, data->last_label);
  tambour_chart_say (text, data->goal_label, NULL);
  for (guint i = 0; i < data->n_gaps; i++)
    tambour_chart_say (text, NULL, data->gaps[i].label);
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  draw_stretches (canvas, &self);
  begin_coverage_plot (canvas, &self, falls);
  draw_share_axis (canvas, &self);
  draw_goal (canvas, &self);
  draw_days (canvas, &self, falls);
  tambour_canvas_end_plot (canvas);
  draw_edge_labels (canvas, &self, last);
  if (first >= 0)
    {
      draw_gaps (canvas, &self);
      draw_ends (canvas, &self, first, last);
    }
  tambour_canvas_end_chart (canvas);

  return height;
}

typedef struct
{
  const TambourColumnsChart *data;
  double                     slot;
  double                     base;
  double                     scale;
} Columns;

static const char *
month_name (const Columns *self,
            guint          index)
{
  return self->slot > NARROW_SLOT || self->data->initials == NULL ? self->data->months[index] : self->data->initials[index];
}

static void
draw_column (TambourCanvas *canvas,
             const Columns *self,
             guint          index)
{
  TambourTextStyle ink = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK);
  const TambourTextStyle *axis = tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);
  double value = self->data->current[index];
  double earlier = self->data->earlier ? self->data->earlier[index] : -1;
  g_autofree char *label = value >= 0 ? tambour_wording_number (lround (value)) : g_strdup ("–");
  double x = self->slot * index, middle = x + self->slot / 2;
  double top = self->base - MAX (value, 0) * self->scale, stroke = self->base - earlier * self->scale;
  double label_at = top - 3;

  if (earlier >= 0 && stroke < top + 1 && stroke > label_at - ink.size)
    label_at = stroke - 3;

  tambour_canvas_rect (canvas, x + (1 - COLUMN_SHARE) / 2 * self->slot, top, COLUMN_SHARE * self->slot, self->base - top,
                       TAMBOUR_TONE_ACCENT);
  if (earlier >= 0)
    tambour_canvas_line (canvas, x + (1 - STROKE_SHARE) / 2 * self->slot, stroke,
                         x + (1 + STROKE_SHARE) / 2 * self->slot, stroke,
                         TAMBOUR_TONE_INK3, 1.6);
  tambour_canvas_label (canvas, middle, label_at, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE, &ink, label);
  tambour_canvas_label (canvas, middle, self->base + 11, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_AXIS, axis,
                        month_name (self, index));
}

static double
largest_column (const TambourColumnsChart *data)
{
  double most = 0;

  for (guint i = 0; i < data->n_months; i++)
    most = fmax (most, fmax (data->current[i], data->earlier ? data->earlier[i] : 0));

  return most > 0 ? most : 1;
}

static TambourPlot *
plot_columns (const Columns *self)
{
  const TambourColumnsChart *data = self->data;
  TambourPlot *plot = tambour_plot_new (TAMBOUR_PLOT_COLUMNS, 0, largest_column (data), "#,##0");
  TambourSeries *current, *earlier;

  plot->share = COLUMN_SHARE;
  plot->names_shown = plot->values_shown = TRUE;
  for (guint i = 0; i < data->n_months; i++)
    tambour_plot_name (plot, month_name (self, i));

  current = tambour_plot_add (plot, TAMBOUR_SERIES_BAR, data->current_label, TAMBOUR_TONE_ACCENT);
  for (guint i = 0; i < data->n_months; i++)
    current->values[i] = data->current[i] >= 0 ? data->current[i] : NAN;
  if (data->earlier == NULL)
    return plot;

  earlier = tambour_plot_add (plot, TAMBOUR_SERIES_TICK, data->earlier_label, TAMBOUR_TONE_INK3);
  earlier->width = 1.6;
  earlier->share = STROKE_SHARE;
  for (guint i = 0; i < data->n_months; i++)
    earlier->values[i] = data->earlier[i] >= 0 ? data->earlier[i] : NAN;

  return plot;
}

static void
draw_totals (TambourCanvas *canvas,
             const Columns *self,
             double         end)
{
  TambourTextStyle grey = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK3);
  TambourTextStyle accent = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_ACCENT);
  const TambourColumnsChart *data = self->data;

  if (data->earlier != NULL && data->n_months > 0 && data->earlier_label != NULL)
    {
      double stroke = self->base - MAX (data->earlier[data->n_months - 1], 0) * self->scale;

      tambour_canvas_label (canvas, end + 4, MIN (stroke + 3, self->base - 4 - LABEL_STEP),
                            TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME, &grey, data->earlier_label);
    }
  tambour_canvas_label (canvas, end + 4, self->base - 4, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &accent,
                        data->current_label);
}

/**
 * tambour_chart_columns:
 *
 * Draws devices by month: accent columns, last year as short grey strokes
 * (REPORT-DESIGN section 6).
 *
 * Returns: @height
 */
double
tambour_chart_columns (TambourCanvas             *canvas,
                       double                     x,
                       double                     y,
                       double                     width,
                       double                     height,
                       const TambourColumnsChart *data)
{
  TambourTextStyle strong = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_ACCENT);
  GString *text = tambour_chart_describe (data->alternative);
  double room = MAX (data->current_label ? tambour_canvas_measure (canvas, &strong, data->current_label) : 0,
                     data->earlier_label ? tambour_canvas_measure (canvas, &strong, data->earlier_label) : 0);
  double end = width - MAX (room + 6, 20), base = height - 15;
  Columns self = { data, end / MAX (data->n_months, 1), base, (base - 12) / largest_column (data) };
  g_autofree char *alternative = NULL;

  tambour_chart_say (text, data->current_label, NULL);
  tambour_chart_say (text, data->earlier_label, NULL);
  for (guint i = 0; i < data->n_months; i++)
    {
      g_autofree char *value = tambour_wording_number (lround (data->current[i]));

      if (data->current[i] >= 0)
        tambour_chart_say (text, data->months[i], value);
    }
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  tambour_canvas_begin_plot (canvas, plot_columns (&self), 0, 12, end, base - 12);
  for (guint i = 0; i < data->n_months; i++)
    draw_column (canvas, &self, i);
  tambour_canvas_line (canvas, 0, base, end, base, TAMBOUR_TONE_MID, TAMBOUR_GRID_WIDTH);
  tambour_canvas_end_plot (canvas);
  draw_totals (canvas, &self, end);
  tambour_canvas_end_chart (canvas);

  return height;
}
