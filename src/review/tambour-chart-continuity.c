/* tambour-chart-continuity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-continuity.h"
#include "tambour-chart-scale.h"

/* Space between a dot and its label, in points. */
#define LABEL_GAP  8.0
#define ABOVE_LINE 11.0

#define TRACK_TOP  15.0
#define TRACK_HIGH 5.0
#define SHARES_ROW 33.0

static double
hour_x (double hours,
        double width)
{
  return tambour_chart_log (hours, TAMBOUR_TIMELINE_FROM, 0, width);
}

/* The label stands after the last dot, or before the first if there is no room, or above the
 * line if there is none on either side; paper behind it keeps the grid from running through
 * its letters. */
static void
draw_duration (TambourCanvas *canvas,
               double         from,
               double         to,
               double         y,
               double         width,
               const char    *label)
{
  TambourTextStyle style = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK);
  double room, x;

  if (label == NULL)
    return;

  style.size *= 0.95;
  room = tambour_canvas_measure (canvas, &style, label);
  if (to + LABEL_GAP + room <= width)
    x = to + LABEL_GAP;
  else if (from - LABEL_GAP - room >= 0)
    x = from - LABEL_GAP - room;
  else
    {
      x = CLAMP ((from + to - room) / 2, 0, width - room);
      y -= ABOVE_LINE;
    }

  tambour_canvas_rect (canvas, x - 1.5, y - 5.5, room + 3, 11, TAMBOUR_TONE_PAPER);
  tambour_canvas_label (canvas, x, y + 0.34 * style.size, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING,
                        &style, label);
}

static void
name_dots (TambourCanvas              *canvas,
           const TambourTimelineChart *data,
           double                      from,
           double                      to,
           double                      y)
{
  TambourTextStyle first = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK2);
  TambourTextStyle last = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 600, TAMBOUR_TONE_ACCENT);

  tambour_canvas_label (canvas, from, y - 8, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_VALUE, &first,
                        data->escalated_name);
  if (isfinite (data->resolved))
    tambour_canvas_label (canvas, to, y - 8, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_NAME, &last,
                          data->resolved_name);
}

/**
 * tambour_chart_timeline:
 * @height: of the row, in points
 *
 * Draws one escalation: hollow when escalated, filled when resolved, dashed to
 * the end of the axis while open (REPORT-DESIGN section 6).
 */
void
tambour_chart_timeline (TambourCanvas              *canvas,
                        double                      width,
                        double                      height,
                        const TambourTimelineChart *data)
{
  gboolean open = !isfinite (data->resolved);
  double from = hour_x (data->escalated, width);
  double to = open ? width : hour_x (data->resolved, width);
  double y = height / 2;

  tambour_canvas_begin_chart (canvas, 0, 0, width, height, data->label);
  for (guint i = 0; i < TAMBOUR_N_DURATIONS; i++)
    {
      double x = hour_x (tambour_chart_duration (i), width);

      tambour_canvas_line (canvas, x, 0, x, height, TAMBOUR_TONE_RULE, TAMBOUR_GRID_WIDTH);
    }

  draw_duration (canvas, from, to, y, width, data->label);
  tambour_canvas_dashes (canvas, from, y, to, y, TAMBOUR_TONE_ACCENT_MID, 2.2, open ? 2 : 0, open ? 2 : 0);
  tambour_canvas_circle (canvas, from, y, 3.6, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_ACCENT, 1.5);
  if (!open)
    tambour_canvas_circle (canvas, to, y, 4.3, TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
  name_dots (canvas, data, from, to, y);
  tambour_canvas_end_chart (canvas);
}

/**
 * tambour_chart_timeline_axis:
 * @height: of the table's head, in points; labels stand above its end
 * @durations: names of %TAMBOUR_N_DURATIONS durations
 *
 * Draws the head of a column of escalations.
 */
void
tambour_chart_timeline_axis (TambourCanvas      *canvas,
                             double              width,
                             double              height,
                             const char * const *durations)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);

  tambour_canvas_begin_chart (canvas, 0, 0, width, height, NULL);
  for (guint i = 0; i < TAMBOUR_N_DURATIONS; i++)
    tambour_canvas_label (canvas, hour_x (tambour_chart_duration (i), width), height - 4.5,
                          TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_AXIS, style, durations[i]);
  tambour_canvas_end_chart (canvas);
}

static void
draw_share (TambourCanvas          *canvas,
            const TambourSharesRow *row,
            double                  y,
            double                  width)
{
  TambourTextStyle value = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK);
  const TambourTextStyle *name = tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);
  double room = width - tambour_canvas_measure (canvas, &value, row->value) - 8;
  double part = row->whole > 0 ? CLAMP (row->part / row->whole, 0, 1) : 0;

  tambour_canvas_name (canvas, 0, y + 10 - 0.36 * name->size, room, name->line, name, row->name);
  tambour_canvas_label (canvas, width, y + 10, TAMBOUR_ALIGN_END, TAMBOUR_RANK_FINDING, &value, row->value);
  tambour_canvas_rect (canvas, 0, y + TRACK_TOP, width, TRACK_HIGH, TAMBOUR_TONE_TRACK);
  tambour_canvas_rect (canvas, 0, y + TRACK_TOP, width * part, TRACK_HIGH, TAMBOUR_TONE_ACCENT);
}

/**
 * tambour_chart_shares:
 * @data: a row height of 0 is 33 points
 *
 * Draws "n of m" bars: counts, never percentages.
 *
 * Returns: its height in points
 */
double
tambour_chart_shares (TambourCanvas            *canvas,
                      double                    x,
                      double                    y,
                      double                    width,
                      const TambourSharesChart *data)
{
  double step = data->row_height > 0 ? data->row_height : SHARES_ROW;
  GString *text = tambour_chart_describe (data->alternative);
  g_autofree char *alternative = NULL;

  for (guint i = 0; i < data->n_shares; i++)
    tambour_chart_say (text, data->shares[i].name, data->shares[i].value);
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, step * data->n_shares, alternative);
  for (guint i = 0; i < data->n_shares; i++)
    draw_share (canvas, &data->shares[i], step * i, width);
  tambour_canvas_end_chart (canvas);

  return step * data->n_shares;
}
