/* tambour-chart-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-cases.h"
#include "tambour-chart-scale.h"
#include "tambour-wording.h"

/* Cases by month: how far from the baseline a row's name starts, and its rows' least distance. */
#define NAME_RISE    1.25
#define NOTE_DROP    1.3
#define TALLEST      50.0
#define USUAL_UNIT   4.75
#define LARGEST_UNIT 12.0
#define USUAL_HEIGHT 90.0 /* of the tallest columns of all rows together */
#define SMALL_HEIGHT 70.0 /* the same in the report */
#define BELOW_ROW    8.0
#define COLUMN_SHARE 0.72

/* What the tick of last year takes of a bar's row. */
#define TICK_SHARE 0.84

/* Response target, in points. */
#define BESIDE_DOTS 12.0
#define RESPONSE_ROW 30.0

typedef struct
{
  TambourTextStyle strong;
  TambourTextStyle plain;
  TambourTextStyle value;
  TambourTextStyle axis;
  double           size;
} Styles;

static Styles
get_styles (TambourCanvas *canvas)
{
  Styles styles = {
    tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK),
    tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK2),
    tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK2),
    tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK3),
    0,
  };

  styles.size = styles.plain.size;

  return styles;
}

static double
largest (const double *values,
         guint         n)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    most = fmax (most, values[i]);

  return most;
}

/* Points for each case: the same in all rows, more when there are few cases and
 * room for taller columns, less when one would be too tall.
 */
static double
choose_unit (TambourCanvas            *canvas,
             const TambourMonthsChart *data)
{
  double height = tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK ? USUAL_HEIGHT : SMALL_HEIGHT;
  double usual = data->unit > 0 ? data->unit : USUAL_UNIT;
  double most = 0, all = 0;

  for (guint i = 0; i < data->n_rows; i++)
    {
      double row = fmax (0, largest (data->rows[i].values, data->n_months));

      most = fmax (most, row);
      all += row;
    }

  if (most == 0)
    return usual;

  return MIN (fmax (usual, fmin (height / all, LARGEST_UNIT)), TALLEST / most);
}

static void
draw_month (TambourCanvas *canvas,
            const Styles  *styles,
            double         x,
            double         base,
            double         slot,
            double         value,
            double         unit)
{
  g_autofree char *label = tambour_wording_number (lround (value));

  if (value > 0)
    {
      tambour_canvas_rect (canvas, x + slot * (1 - COLUMN_SHARE) / 2, base - value * unit,
                           slot * COLUMN_SHARE, value * unit, TAMBOUR_TONE_ACCENT);
      tambour_canvas_label (canvas, x + slot / 2, base - value * unit - 2.5, TAMBOUR_ALIGN_MIDDLE,
                            TAMBOUR_RANK_VALUE, &styles->value, label);
    }
  else if (value == 0)
    tambour_canvas_circle (canvas, x + slot / 2, base - 0.56 * styles->size, 0.65, TAMBOUR_TONE_MID,
                           TAMBOUR_TONE_NONE, 0);
  else
    tambour_canvas_label (canvas, x + slot / 2, base - 2.5, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE,
                          &styles->axis, "–");
}

/* Begins the plot of a row; one without any case has none. */
static gboolean
begin_months_plot (TambourCanvas            *canvas,
                   const TambourMonthsChart *data,
                   const TambourMonthsRow   *row,
                   double                    base,
                   double                    width,
                   double                    unit)
{
  double most = largest (row->values, data->n_months);
  TambourSeries *series;
  TambourPlot *plot;

  if (most <= 0)
    return FALSE;

  plot = tambour_plot_new (TAMBOUR_PLOT_COLUMNS, 0, most, "#,##0;-#,##0;\"·\"");
  plot->share = COLUMN_SHARE;
  plot->values_shown = TRUE;
  plot->names_shown = row == &data->rows[data->n_rows - 1];
  for (guint i = 0; i < data->n_months; i++)
    tambour_plot_name (plot, data->months[i]);
  series = tambour_plot_add (plot, TAMBOUR_SERIES_BAR, row->name, TAMBOUR_TONE_ACCENT);
  for (guint i = 0; i < data->n_months; i++)
    series->values[i] = row->values[i] >= 0 ? row->values[i] : NAN;

  tambour_canvas_begin_plot (canvas, plot, data->label_width, base - most * unit, width - data->label_width, most * unit);

  return TRUE;
}

static void
draw_months_row (TambourCanvas            *canvas,
                 const Styles             *styles,
                 const TambourMonthsChart *data,
                 const TambourMonthsRow   *row,
                 double                    name_at,
                 double                    base,
                 double                    width,
                 double                    unit,
                 double                    months_at)
{
  double slot = (width - data->label_width) / data->n_months;
  gboolean plotted = begin_months_plot (canvas, data, row, base, width, unit);

  for (guint i = 0; i < data->n_months; i++)
    draw_month (canvas, styles, data->label_width + i * slot, base, slot, row->values[i], unit);

  tambour_canvas_line (canvas, data->label_width, base, width, base, TAMBOUR_TONE_MID, TAMBOUR_GRID_WIDTH);
  for (guint i = 0; row == &data->rows[data->n_rows - 1] && i < data->n_months; i++)
    tambour_canvas_label (canvas, data->label_width + (i + 0.5) * slot, months_at, TAMBOUR_ALIGN_MIDDLE,
                          TAMBOUR_RANK_AXIS, &styles->axis, data->months[i]);
  if (plotted)
    tambour_canvas_end_plot (canvas);

  tambour_canvas_label (canvas, 0, name_at, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &styles->strong, row->name);
  tambour_canvas_label (canvas, 0, name_at + styles->size * NOTE_DROP, TAMBOUR_ALIGN_START,
                        TAMBOUR_RANK_NAME, &styles->plain, row->note);
}

static char *
describe_months (const TambourMonthsChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);

  for (guint i = 0; i < data->n_rows; i++)
    {
      tambour_chart_say (text, data->rows[i].name, data->rows[i].note);
      for (guint j = 0; j < data->n_months; j++)
        {
          g_autofree char *value = tambour_wording_number (lround (data->rows[i].values[j]));

          if (data->rows[i].values[j] >= 0)
            tambour_chart_say (text, data->months[j], value);
        }
    }

  return g_string_free (text, FALSE);
}

/* The baseline of each row: as high as its columns, and far enough for two lines of words. */
static double
place_rows (const TambourMonthsChart *data,
            double                    size,
            double                    unit,
            double                   *bases,
            double                   *names)
{
  double y = 0, words_end = 0.26 * size - 4;

  for (guint i = 0; i < data->n_rows; i++)
    {
      bases[i] = y + size + 3 + unit * largest (data->rows[i].values, data->n_months);
      names[i] = MAX (bases[i] - size * NAME_RISE, words_end + 4 + 0.74 * size);
      bases[i] = MAX (bases[i], names[i] + 0.3 * size);
      words_end = names[i] + size * (NOTE_DROP + 0.22);
      y = bases[i] + BELOW_ROW;
    }

  return y;
}

/**
 * tambour_chart_months:
 * @data: rows of columns on one scale, one row for each priority
 *
 * Draws cases by month (REPORT-DESIGN section 6).
 *
 * Returns: its height in points
 */
double
tambour_chart_months (TambourCanvas            *canvas,
                      double                    x,
                      double                    y,
                      double                    width,
                      const TambourMonthsChart *data)
{
  Styles styles = get_styles (canvas);
  g_autofree char *alternative = describe_months (data);
  g_autofree double *bases = g_new0 (double, data->n_rows + 1);
  g_autofree double *names = g_new0 (double, data->n_rows + 1);
  double unit = choose_unit (canvas, data);
  double end = place_rows (data, styles.size, unit, bases, names);

  tambour_canvas_begin_chart (canvas, x, y, width, end + styles.size, alternative);
  for (guint i = 0; i < data->n_rows; i++)
    draw_months_row (canvas, &styles, data, &data->rows[i], names[i], bases[i], width, unit,
                     end + styles.size - 4);
  tambour_canvas_end_chart (canvas);

  return end + styles.size;
}

/**
 * tambour_chart_response_start:
 *
 * Returns: where the axis starts, in percent: the 5-step below the least
 *   value, at most 85; the source line says it
 */
double
tambour_chart_response_start (const TambourResponseChart *data)
{
  double least = 100;

  for (guint i = 0; i < data->n_rows; i++)
    {
      if (isfinite (data->rows[i].current))
        least = MIN (least, 100 * data->rows[i].current);
      if (isfinite (data->rows[i].earlier))
        least = MIN (least, 100 * data->rows[i].earlier);
    }

  if (least >= 70)
    return tambour_chart_below (least, 5, 85);

  return tambour_chart_below (least, least >= 40 ? 10 : 25, 60);
}

typedef struct
{
  const TambourResponseChart *data;
  Styles                      styles;
  double                      width;
  double                      x0;
  double                      x1;
  double                      start;
} Response;

static double
response_x (const Response *self,
            double          share)
{
  return self->x0 + (100 * share - self->start) / (100 - self->start) * (self->x1 - self->x0);
}

static void
draw_response_axis (TambourCanvas  *canvas,
                    const Response *self,
                    double          end)
{
  double step = self->start >= 70 ? 5 : self->start >= 30 ? 10
                                                          : 25;

  for (double at = self->start; at <= 100; at += step)
    {
      double x = response_x (self, at / 100);

      tambour_canvas_line (canvas, x, 4, x, end + 2, TAMBOUR_TONE_RULE, TAMBOUR_GRID_WIDTH);
      tambour_chart_percent (canvas, x, end + self->styles.size + 4, TAMBOUR_ALIGN_MIDDLE, at);
    }
}

static void
draw_response_dots (TambourCanvas            *canvas,
                    const Response           *self,
                    const TambourResponseRow *row,
                    double                    y,
                    gboolean                  named)
{
  TambourTextStyle now = self->styles.axis;
  double current = response_x (self, row->current), earlier = response_x (self, row->earlier);

  now.weight = 600;
  now.tone = TAMBOUR_TONE_ACCENT;

  if (isfinite (row->current) && isfinite (row->earlier))
    tambour_canvas_line (canvas, earlier, y, current, y, TAMBOUR_TONE_ACCENT_MID, 2.2);
  if (isfinite (row->earlier))
    {
      tambour_canvas_circle (canvas, earlier, y, 4, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_MID, 1.4);
      if (named)
        tambour_canvas_label (canvas, earlier, y - 8, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE,
                              &self->styles.axis, self->data->last_year);
    }
  if (isfinite (row->current))
    {
      tambour_canvas_circle (canvas, current, y, 4.6, TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
      if (named)
        tambour_canvas_label (canvas, current, y - 8, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_NAME,
                              &now, self->data->this_year);
    }
}

static void
draw_response_row (TambourCanvas            *canvas,
                   const Response           *self,
                   const TambourResponseRow *row,
                   double                    y,
                   gboolean                  named)
{
  double baseline = y + 0.35 * self->styles.size;
  gboolean empty = !isfinite (row->current);
  const TambourSpan name[] = {
    { .text = row->name, .weight = 600, .tone = TAMBOUR_TONE_INK },
    { .text = " " },
    { .text = row->target },
  };
  const TambourSpan value[] = {
    { .text = empty ? row->empty : row->value,
      .weight = empty ? 400 : 600, .tone = empty ? TAMBOUR_TONE_INK2 : TAMBOUR_TONE_INK },
    { .text = row->before ? " " : "" },
    { .text = row->before, .tone = TAMBOUR_TONE_INK3 },
  };

  tambour_canvas_label_spans (canvas, 0, baseline, TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME,
                              &self->styles.plain, name, G_N_ELEMENTS (name));
  tambour_canvas_label_spans (canvas, self->width, baseline, TAMBOUR_ALIGN_END, TAMBOUR_RANK_FINDING,
                              &self->styles.plain, value, G_N_ELEMENTS (value));
  draw_response_dots (canvas, self, row, y, named);
}

static char *
describe_response (const TambourResponseChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);

  for (guint i = 0; i < data->n_rows; i++)
    {
      const TambourResponseRow *row = &data->rows[i];

      tambour_chart_say (text, row->name, isfinite (row->current) ? row->value : row->empty);
      if (row->before != NULL)
        tambour_chart_say (text, NULL, row->before);
    }

  return g_string_free (text, FALSE);
}

/* Values have the room that they need, at least what the page gives them. */
static double
response_room (TambourCanvas              *canvas,
               const Styles               *styles,
               const TambourResponseChart *data)
{
  TambourTextStyle strong = styles->plain;
  double room = data->value_width;

  strong.weight = 600;
  for (guint i = 0; i < data->n_rows; i++)
    {
      const TambourResponseRow *row = &data->rows[i];
      const char *value = isfinite (row->current) ? row->value : row->empty;
      double width = value != NULL ? tambour_canvas_measure (canvas, &strong, value) : 0;

      if (row->before != NULL)
        width += tambour_canvas_measure (canvas, &styles->plain, " ") +
                 tambour_canvas_measure (canvas, &styles->plain, row->before);
      room = fmax (room, width + BESIDE_DOTS);
    }

  return room;
}

/**
 * tambour_chart_response:
 *
 * Draws shares in target as dots, last year's hollow (REPORT-DESIGN section 6).
 *
 * Returns: its height in points
 */
double
tambour_chart_response (TambourCanvas              *canvas,
                        double                      x,
                        double                      y,
                        double                      width,
                        const TambourResponseChart *data)
{
  Response self = { data, get_styles (canvas), width, data->label_width, 0, tambour_chart_response_start (data) };
  g_autofree char *alternative = describe_response (data);
  double end = RESPONSE_ROW * data->n_rows;
  gboolean named = FALSE;

  self.x1 = width - response_room (canvas, &self.styles, data);
  tambour_canvas_begin_chart (canvas, x, y, width, end + self.styles.size + 6, alternative);
  draw_response_axis (canvas, &self, end);
  for (guint i = 0; i < data->n_rows; i++)
    {
      gboolean shows = isfinite (data->rows[i].current) || isfinite (data->rows[i].earlier);

      draw_response_row (canvas, &self, &data->rows[i], RESPONSE_ROW * (i + 0.5), shows && !named);
      named |= shows;
    }
  tambour_canvas_end_chart (canvas);

  return end + self.styles.size + 6;
}

static void
draw_bar (TambourCanvas          *canvas,
          const TambourBarsChart *data,
          const TambourBarsRow   *bar,
          double                  y,
          double                  scale)
{
  double height = data->row_height, x0 = data->label_width;

  tambour_canvas_rect (canvas, x0, y + height * (1 - data->thick) / 2, bar->current * scale, height * data->thick,
                       bar->accent ? TAMBOUR_TONE_ACCENT : TAMBOUR_TONE_ACCENT_MID);
  if (isfinite (bar->earlier))
    tambour_canvas_tick (canvas, x0 + bar->earlier * scale, y + (1 - TICK_SHARE) / 2 * height,
                         y + (1 + TICK_SHARE) / 2 * height);
}

static void
draw_bar_words (TambourCanvas          *canvas,
                const TambourBarsChart *data,
                const TambourBarsRow   *bar,
                double                  y,
                double                  scale)
{
  double height = data->row_height, x0 = data->label_width;
  double current = x0 + bar->current * scale;
  double earlier = isfinite (bar->earlier) ? x0 + bar->earlier * scale : current;
  TambourTextStyle name = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, bar->accent ? 600 : 400,
                                               bar->accent ? TAMBOUR_TONE_INK : TAMBOUR_TONE_INK2);
  const TambourSpan value[] = {
    { .text = bar->value, .weight = 600, .tone = TAMBOUR_TONE_INK },
    { .text = bar->before ? " " : "" },
    { .text = bar->before, .weight = 400, .tone = TAMBOUR_TONE_INK3 },
  };

  tambour_canvas_name (canvas, 0, y + height / 2, x0 - 8, height, &name, bar->name);
  tambour_canvas_label_spans (canvas, MAX (current, earlier) + 6, y + height / 2 + 0.35 * name.size,
                              TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &name, value, G_N_ELEMENTS (value));
}

static double
longest_bar (const TambourBarsChart *data)
{
  double most = 0;

  for (guint i = 0; i < data->n_bars; i++)
    {
      most = fmax (most, data->bars[i].current);
      if (isfinite (data->bars[i].earlier))
        most = MAX (most, data->bars[i].earlier);
    }

  return most > 0 ? most : 1;
}

static TambourPlot *
plot_bars (const TambourBarsChart *data)
{
  TambourPlot *plot = tambour_plot_new (TAMBOUR_PLOT_BARS, 0, longest_bar (data), "#,##0");
  TambourSeries *current, *earlier = NULL;

  plot->share = data->thick;
  for (guint i = 0; i < data->n_bars; i++)
    tambour_plot_name (plot, data->bars[i].name);

  current = tambour_plot_add (plot, TAMBOUR_SERIES_BAR, _("this year"), TAMBOUR_TONE_ACCENT_MID);
  current->tones = g_new (TambourTone, data->n_bars + 1);
  for (guint i = 0; i < data->n_bars; i++)
    {
      current->values[i] = data->bars[i].current;
      current->tones[i] = data->bars[i].accent ? TAMBOUR_TONE_ACCENT : TAMBOUR_TONE_ACCENT_MID;
      if (!isfinite (data->bars[i].earlier))
        continue;

      if (earlier == NULL)
        earlier = tambour_plot_add (plot, TAMBOUR_SERIES_TICK, _("last year"), TAMBOUR_TONE_INK);
      earlier->values[i] = data->bars[i].earlier;
      earlier->share = TICK_SHARE;
      earlier->halo = 1;
    }

  return plot;
}

/**
 * tambour_chart_bars:
 *
 * Draws causes or exposed groups: bars from zero, a black tick for last year,
 * accent on the finding's bar only (REPORT-DESIGN section 6).
 *
 * Returns: its height in points
 */
double
tambour_chart_bars (TambourCanvas          *canvas,
                    double                  x,
                    double                  y,
                    double                  width,
                    const TambourBarsChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);
  double scale = (width - data->value_width - data->label_width) / longest_bar (data);
  double height = data->row_height * data->n_bars;
  g_autofree char *alternative = NULL;

  for (guint i = 0; i < data->n_bars; i++)
    {
      tambour_chart_say (text, data->bars[i].name, data->bars[i].value);
      if (data->bars[i].before != NULL)
        tambour_chart_say (text, NULL, data->bars[i].before);
    }
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  for (guint i = 0; i < data->n_bars; i++)
    draw_bar_words (canvas, data, &data->bars[i], data->row_height * i, scale);
  tambour_canvas_begin_plot (canvas, plot_bars (data), data->label_width, 0, scale * longest_bar (data), height);
  for (guint i = 0; i < data->n_bars; i++)
    draw_bar (canvas, data, &data->bars[i], data->row_height * i, scale);
  tambour_canvas_line (canvas, data->label_width, 0, data->label_width, height, TAMBOUR_TONE_MID,
                       TAMBOUR_GRID_WIDTH);
  tambour_canvas_end_plot (canvas);
  tambour_canvas_end_chart (canvas);

  return height;
}

/**
 * tambour_chart_duration:
 * @index: below %TAMBOUR_N_DURATIONS
 *
 * Returns: the hours at which axes of durations have a line
 */
double
tambour_chart_duration (guint index)
{
  static const double hours[TAMBOUR_N_DURATIONS] = { 0.25, 1, 4, 24, 72, 240, 720 };

  g_return_val_if_fail (index < TAMBOUR_N_DURATIONS, 0);

  return hours[index];
}
