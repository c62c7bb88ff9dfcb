/* tambour-chart-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-audit.h"
#include "tambour-chart-scale.h"

/* Small multiples, in points. */
#define PANELS       3
#define PANEL_GAP    22.0
#define PANEL_BELOW  30.0
#define PLOT_TOP     20.0
#define NAME_HEIGHT  20.0
#define USUAL_START  40.0

/* Open findings, in points. */
#define OPEN_ROW     25.0
#define OPEN_NAME    158.0
#define OPEN_STEP    58.0
#define OPEN_BOX     53.0

typedef struct
{
  const TambourSectionsChart *data;
  double                      width;
  double                      height;
  double                      start;
} Panel;

static double
audit_x (const Panel *self,
         guint        index)
{
  guint n = MAX (self->data->n_audits, 2);

  return 14 + index / (double) (n - 1) * (self->width - 34);
}

static double
score_y (const Panel *self,
         double       score)
{
  return PLOT_TOP + (1 - (score - self->start) / (100 - self->start)) * (self->height - PLOT_TOP - 2);
}

static guint
last_scored (const TambourSectionsChart *data,
             const TambourSectionsRow   *section)
{
  for (guint i = data->n_audits; i > 0; i--)
    if (isfinite (section->scores[i - 1]))
      return i - 1;

  return 0;
}

static void
draw_scores (TambourCanvas            *canvas,
             const Panel              *self,
             const TambourSectionsRow *section)
{
  TambourTone tone = section->falling ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_ACCENT;
  gboolean dashed = section->falling && tambour_canvas_get_theme (canvas)->dash_falling;
  guint last = last_scored (self->data, section);
  TambourPoint points[TAMBOUR_MAX_AUDITS];
  guint n = 0;

  for (guint i = 0; i < self->data->n_audits; i++)
    if (isfinite (section->scores[i]))
      points[n++] = (TambourPoint) { audit_x (self, i), score_y (self, section->scores[i]) };
  tambour_canvas_polyline (canvas, points, n, tone, 1.8, dashed);

  for (guint i = 0; i < self->data->n_audits; i++)
    {
      gboolean ends = i == self->data->first || i == last;

      if (isfinite (section->scores[i]))
        tambour_canvas_circle (canvas, audit_x (self, i), score_y (self, section->scores[i]), ends ? 3.2 : 2.2,
                               ends ? tone : TAMBOUR_TONE_PAPER, tone, 1.2);
    }
}

/* Below a line that rises from here, above one that falls. */
static void
label_scores (TambourCanvas            *canvas,
              const Panel              *self,
              const TambourSectionsRow *section)
{
  TambourTextStyle plain = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK2);
  TambourTextStyle strong = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 700,
                                                 section->falling ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_ACCENT);
  guint first = self->data->first, last = last_scored (self->data, section);
  double score = section->scores[first];

  strong.size += 1;
  if (first != last && first < self->data->n_audits && isfinite (score))
    {
      g_autofree char *label = g_strdup_printf ("%.0f", score);
      double y = score_y (self, score);
      gboolean below = !section->falling && y + 14 < self->height - 2;

      tambour_canvas_label (canvas, audit_x (self, first), below ? y + 14 : y - 7, TAMBOUR_ALIGN_MIDDLE,
                            TAMBOUR_RANK_NAME, &plain, label);
    }

  if (isfinite (section->scores[last]))
    {
      g_autofree char *label = g_strdup_printf ("%.0f", section->scores[last]);

      tambour_canvas_label (canvas, audit_x (self, last) + 7, score_y (self, section->scores[last]) + 3.6,
                            TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &strong, label);
    }
}

static void
draw_goal (TambourCanvas *canvas,
           const Panel   *self,
           gboolean       labelled)
{
  double y = score_y (self, self->data->goal);

  if (!isfinite (self->data->goal))
    return;

  tambour_canvas_dashes (canvas, 0, y, self->width, y, TAMBOUR_TONE_MID, TAMBOUR_GRID_WIDTH, 3, 2);
  if (labelled)
    tambour_canvas_label (canvas, 0, y - 3, TAMBOUR_ALIGN_START, TAMBOUR_RANK_AXIS,
                          tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS), self->data->goal_label);
}

static void
draw_panel (TambourCanvas            *canvas,
            const Panel              *self,
            const TambourSectionsRow *section,
            gboolean                  first,
            gboolean                  lowest)
{
  TambourTextStyle name = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK);
  TambourTextStyle axis = *tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);
  double base = score_y (self, self->start);

  tambour_canvas_name (canvas, 0, 10 - 0.36 * name.size, self->width, NAME_HEIGHT, &name, section->name);
  draw_goal (canvas, self, first);
  tambour_canvas_line (canvas, 0, base, self->width, base, TAMBOUR_TONE_RULE, TAMBOUR_GRID_WIDTH);
  draw_scores (canvas, self, section);
  label_scores (canvas, self, section);

  for (guint i = 0; lowest && i < self->data->n_audits; i++)
    tambour_canvas_label (canvas, audit_x (self, i), base + 12, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_AXIS, &axis,
                          self->data->audits[i]);
}

static char *
describe_sections (const TambourSectionsChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);

  for (guint i = 0; i < data->n_sections; i++)
    for (guint j = 0; j < data->n_audits; j++)
      {
        g_autofree char *value = g_strdup_printf ("%s: %.0f", data->audits[j], data->sections[i].scores[j]);

        if (isfinite (data->sections[i].scores[j]))
          tambour_chart_say (text, j == 0 ? data->sections[i].name : NULL, value);
      }

  return g_string_free (text, FALSE);
}

/**
 * tambour_chart_sections_start:
 *
 * Returns: where the axes start: 40, or the 10-step below the least score;
 *   the source line says it
 */
double
tambour_chart_sections_start (const TambourSectionsChart *data)
{
  double least = 100;

  for (guint i = 0; i < data->n_sections; i++)
    for (guint j = 0; j < data->n_audits; j++)
      if (isfinite (data->sections[i].scores[j]))
        least = MIN (least, data->sections[i].scores[j]);

  return tambour_chart_below (least, 10, USUAL_START);
}

/**
 * tambour_chart_sections:
 * @data: a panel height of 0 is 112 points
 *
 * Draws a small line chart for each section of the audit, three in a row
 * (REPORT-DESIGN section 6). The caller sorts: falling ones last.
 *
 * Returns: its height in points
 */
double
tambour_chart_sections (TambourCanvas              *canvas,
                        double                      x,
                        double                      y,
                        double                      width,
                        const TambourSectionsChart *data)
{
  Panel self = { data, (width - PANEL_GAP * (PANELS - 1)) / PANELS,
                 data->panel_height > 0 ? data->panel_height : 112, tambour_chart_sections_start (data) };
  guint n_rows = (data->n_sections + PANELS - 1) / PANELS;
  double height = n_rows > 0 ? n_rows * (self.height + PANEL_BELOW) - PANEL_BELOW + 16 : 0;
  g_autofree char *alternative = describe_sections (data);

  g_return_val_if_fail (data->n_audits <= TAMBOUR_MAX_AUDITS, 0);

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  for (guint i = 0; i < data->n_sections; i++)
    {
      tambour_canvas_push (canvas, (i % PANELS) * (self.width + PANEL_GAP), (i / PANELS) * (self.height + PANEL_BELOW));
      draw_panel (canvas, &self, &data->sections[i], i == 0, i + PANELS >= data->n_sections);
      tambour_canvas_pop (canvas);
    }
  tambour_canvas_end_chart (canvas);

  return height;
}

typedef struct
{
  TambourTone  fill;
  TambourTone  stroke;
  TambourTone  text;
  int          weight;
  const char  *word;
} Box;

static void
draw_box (TambourCanvas *canvas,
          double         x,
          const Box     *box,
          const char    *word)
{
  TambourTextStyle style = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, box->weight, box->text);

  style.size *= 0.95;
  tambour_canvas_box (canvas, x, 3.5, OPEN_BOX, OPEN_ROW - 7, box->fill, box->stroke, 0.8);
  tambour_canvas_label (canvas, x + OPEN_BOX / 2, OPEN_ROW / 2 + 0.36 * style.size, TAMBOUR_ALIGN_MIDDLE,
                        TAMBOUR_RANK_FINDING, &style, word);
}

/* More findings than boxes fit: the last box says how many more. */
static void
draw_boxes (TambourCanvas             *canvas,
            const TambourOpenChart    *data,
            const TambourOpenChartRow *row,
            double                     name_width,
            guint                      most)
{
  const Box high = { TAMBOUR_TONE_MISSED, TAMBOUR_TONE_MISSED, TAMBOUR_TONE_PAPER, 600, data->high };
  const Box medium = { TAMBOUR_TONE_ACCENT_MID, TAMBOUR_TONE_ACCENT_MID, TAMBOUR_TONE_INK, 400, data->medium };
  const Box low = { TAMBOUR_TONE_PAPER, TAMBOUR_TONE_MID, TAMBOUR_TONE_INK2, 400, data->low };
  guint total = row->high + row->medium + row->low;
  guint shown = total > most ? most - 1 : total;

  for (guint i = 0; i < shown; i++)
    {
      const Box *box = i < row->high ? &high : i < row->high + row->medium ? &medium
                                                                           : &low;

      draw_box (canvas, name_width + OPEN_STEP * i, box, box->word);
    }

  if (shown < total)
    {
      g_autofree char *more = g_strdup_printf ("+ %u", total - shown);

      draw_box (canvas, name_width + OPEN_STEP * shown, &low, more);
    }
}

/**
 * tambour_chart_open:
 *
 * Draws one labelled box for each open finding, a row for each section
 * (REPORT-DESIGN section 6).
 *
 * Returns: its height in points
 */
double
tambour_chart_open (TambourCanvas          *canvas,
                    double                  x,
                    double                  y,
                    double                  width,
                    const TambourOpenChart *data)
{
  double name_width = MIN (OPEN_NAME, width * 0.46);
  guint most = MAX (1, (guint) floor ((width - name_width + OPEN_STEP - OPEN_BOX) / OPEN_STEP));
  GString *text = tambour_chart_describe (data->alternative);
  g_autofree char *alternative = NULL;

  for (guint i = 0; i < data->n_rows; i++)
    {
      g_autofree char *value = g_strdup_printf ("%s %u, %s %u, %s %u", data->high, data->rows[i].high,
                                                data->medium, data->rows[i].medium, data->low, data->rows[i].low);

      tambour_chart_say (text, data->rows[i].name, value);
    }
  alternative = g_string_free (text, FALSE);

  tambour_canvas_begin_chart (canvas, x, y, width, OPEN_ROW * data->n_rows, alternative);
  for (guint i = 0; i < data->n_rows; i++)
    {
      gboolean high = data->rows[i].high > 0;
      TambourTextStyle name = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, high ? 600 : 400,
                                                   high ? TAMBOUR_TONE_INK : TAMBOUR_TONE_INK2);

      tambour_canvas_push (canvas, 0, OPEN_ROW * i);
      tambour_canvas_name (canvas, 0, OPEN_ROW / 2, name_width - 8, OPEN_ROW, &name, data->rows[i].name);
      draw_boxes (canvas, data, &data->rows[i], name_width, most);
      tambour_canvas_pop (canvas);
    }
  tambour_canvas_end_chart (canvas);

  return OPEN_ROW * data->n_rows;
}
