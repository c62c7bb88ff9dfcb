/* tambour-chart-advocacy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-advocacy.h"
#include "tambour-chart-scale.h"
#include "tambour-wording.h"

/* The part of a row that its bar and its tick take, from the top. */
#define BAR_TOP   0.27
#define BAR_SHARE 0.46
#define TICK_TOP  0.14
#define TICK_END  0.86

static double
track_length (const TambourTakeUpChart *data,
              double                    width)
{
  return width - data->value_width - data->label_width;
}

static TambourPlot *
plot_rows (const TambourTakeUpChart *data)
{
  TambourPlot *plot = tambour_plot_new (TAMBOUR_PLOT_BARS, 0, 1, "0%");
  TambourSeries *current, *earlier = NULL;

  plot->share = BAR_SHARE;
  for (guint i = 0; i < data->n_rows; i++)
    tambour_plot_name (plot, data->rows[i].name);

  current = tambour_plot_add (plot, TAMBOUR_SERIES_BAR, _("this year"), TAMBOUR_TONE_ACCENT);
  for (guint i = 0; i < data->n_rows; i++)
    {
      current->values[i] = data->rows[i].current;
      if (!isfinite (data->rows[i].earlier))
        continue;

      if (earlier == NULL)
        earlier = tambour_plot_add (plot, TAMBOUR_SERIES_TICK, _("last year"), TAMBOUR_TONE_INK);
      earlier->values[i] = data->rows[i].earlier;
      earlier->share = TICK_END - TICK_TOP;
      earlier->halo = 1;
    }

  return plot;
}

static void
draw_bar (TambourCanvas            *canvas,
          const TambourTakeUpChart *data,
          const TambourTakeUpRow   *row,
          double                    y,
          double                    length)
{
  double height = data->row_height, x0 = data->label_width;

  tambour_canvas_rect (canvas, x0, y + height * BAR_TOP, length * CLAMP (row->current, 0, 1), height * BAR_SHARE,
                       TAMBOUR_TONE_ACCENT);
  if (isfinite (row->earlier))
    tambour_canvas_tick (canvas, x0 + length * CLAMP (row->earlier, 0, 1), y + height * TICK_TOP,
                         y + height * TICK_END);
}

static void
draw_row (TambourCanvas            *canvas,
          const TambourTakeUpChart *data,
          const TambourTakeUpRow   *row,
          double                    y,
          double                    width)
{
  TambourTextStyle name = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK);
  TambourTextStyle value = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK);
  TambourTextStyle before = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK3);
  double height = data->row_height, x0 = data->label_width, length = track_length (data, width);
  double baseline = y + height / 2 + 0.35 * name.size;

  tambour_canvas_name (canvas, 0, y + height / 2, x0 - 8, height, &name, row->name);
  tambour_canvas_rect (canvas, x0, y + height * BAR_TOP, length, height * BAR_SHARE, TAMBOUR_TONE_TRACK);

  tambour_canvas_label (canvas, x0 + length + 8, baseline, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &value,
                        row->value);
  tambour_canvas_label (canvas, width, baseline, TAMBOUR_ALIGN_END, TAMBOUR_RANK_VALUE, &before, row->before);
}

/**
 * tambour_chart_take_up:
 * @data: programmes by what was offered, descending; nothing offered is no row
 *
 * Draws shares used on a track from 0 to 100 %, a black tick for last year
 * (REPORT-DESIGN section 6).
 *
 * Returns: its height in points
 */
double
tambour_chart_take_up (TambourCanvas            *canvas,
                       double                    x,
                       double                    y,
                       double                    width,
                       const TambourTakeUpChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);
  double height = data->row_height * data->n_rows;
  g_autofree char *alternative = NULL;

  for (guint i = 0; i < data->n_rows; i++)
    {
      tambour_chart_say (text, data->rows[i].name, data->rows[i].value);
      if (data->rows[i].before != NULL)
        tambour_chart_say (text, NULL, data->rows[i].before);
    }
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  for (guint i = 0; i < data->n_rows; i++)
    draw_row (canvas, data, &data->rows[i], data->row_height * i, width);
  tambour_canvas_begin_plot (canvas, plot_rows (data), data->label_width, 0, track_length (data, width), height);
  for (guint i = 0; i < data->n_rows; i++)
    draw_bar (canvas, data, &data->rows[i], data->row_height * i, track_length (data, width));
  tambour_canvas_line (canvas, data->label_width, 0, data->label_width, height, TAMBOUR_TONE_MID,
                       TAMBOUR_GRID_WIDTH);
  tambour_canvas_end_plot (canvas);
  tambour_canvas_end_chart (canvas);

  return height;
}
