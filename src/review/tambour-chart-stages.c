/* tambour-chart-stages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-advocacy.h"
#include "tambour-chart-scale.h"

/* The deck's width that places are given for; other widths keep the proportions. */
#define FULL_WIDTH  864.0
#define FIRST_STAGE 286.0
#define STAGE_STEP  118.0
#define GROUP_ROOM  168.0
#define TITLE_AT    26.0

#define HEAD_HEIGHT 66.0
#define ROW_HEIGHT  19.3
#define GROUP_GAP   4.0

/* A line stops this far before the next dot's place, where the dates of the last one end. */
#define DATE_ROOM   53.0
#define DATE_AT     8.0
#define DATE_AFTER  4.0

typedef struct
{
  const TambourStagesChart *data;
  double                    width;
  double                    scale;
  TambourTextStyle          title;
  TambourTextStyle          date;
  TambourTextStyle          strong_date;
  TambourTextStyle          label;
} Stages;

static double
stage_x (const Stages *self,
         guint         stage)
{
  return (FIRST_STAGE + STAGE_STEP * stage) * self->scale;
}

static void
draw_stage_head (TambourCanvas *canvas,
                 const Stages  *self,
                 guint          index)
{
  const TambourStagesHead *stage = &self->data->stages[index];
  TambourTextStyle name = tambour_chart_style (canvas, TAMBOUR_ROLE_BODY, 600, TAMBOUR_TONE_INK);
  gboolean last = index + 1 == TAMBOUR_N_STAGES;
  TambourTextStyle count = tambour_chart_style (canvas, TAMBOUR_ROLE_COUNT, 600,
                                                last ? TAMBOUR_TONE_ACCENT : TAMBOUR_TONE_INK);
  TambourTextStyle before = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK3);
  double x = stage_x (self, index) - 4;

  tambour_canvas_label (canvas, x, 14, TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME, &name, stage->name);
  tambour_canvas_label (canvas, x - 1, 42, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &count, stage->count);
  tambour_canvas_label (canvas, x, 56, TAMBOUR_ALIGN_START, TAMBOUR_RANK_VALUE, &before, stage->before);

  if (index > 0)
    {
      const TambourPoint chevron[] = { { x - 26, 28 }, { x - 20, 33 }, { x - 26, 38 } };

      tambour_canvas_polyline (canvas, chevron, G_N_ELEMENTS (chevron), TAMBOUR_TONE_MID, 1.2, FALSE);
    }
}

static gboolean
is_plan (const TambourStagesRow *row,
         guint                   stage)
{
  return row->state == TAMBOUR_STAGES_PLANNED && stage + 1 == TAMBOUR_N_STAGES;
}

/* Where the line from a dot begins: after its date, which is longer in other languages. */
static double
after_date (TambourCanvas          *canvas,
            const Stages           *self,
            const TambourStagesRow *row,
            guint                   stage)
{
  double date = tambour_canvas_measure (canvas, &self->date, row->dates[stage]);

  return stage_x (self, stage) + MAX (MAX (DATE_ROOM * self->scale, 44), DATE_AT + date + DATE_AFTER);
}

static void
draw_link (TambourCanvas          *canvas,
           const Stages           *self,
           const TambourStagesRow *row,
           guint                   stage,
           double                  y)
{
  double from = after_date (canvas, self, row, stage - 1), to = stage_x (self, stage) - 4;

  if (from >= to)
    return;

  if (is_plan (row, stage))
    tambour_canvas_dashes (canvas, from, y, to, y, TAMBOUR_TONE_ACCENT_MID, 1.4, 2, 2);
  else
    tambour_canvas_line (canvas, from, y, to, y,
                         row->state == TAMBOUR_STAGES_DECLINED ? TAMBOUR_TONE_MID : TAMBOUR_TONE_ACCENT, 1.6);
}

static void
draw_stage (TambourCanvas          *canvas,
            const Stages           *self,
            const TambourStagesRow *row,
            guint                   stage,
            double                  y)
{
  gboolean last = stage + 1 == TAMBOUR_N_STAGES;
  gboolean shipped = last && row->state == TAMBOUR_STAGES_DONE;
  TambourTone tone = row->state == TAMBOUR_STAGES_DECLINED ? TAMBOUR_TONE_MID : TAMBOUR_TONE_ACCENT;
  double x = stage_x (self, stage);

  if (is_plan (row, stage))
    tambour_canvas_circle (canvas, x, y, 3.8, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_ACCENT, 1.3);
  else
    tambour_canvas_circle (canvas, x, y, last ? 4.4 : 3.4, tone, TAMBOUR_TONE_NONE, 0);

  tambour_canvas_label (canvas, x + DATE_AT, y + 3.4, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING,
                        shipped ? &self->strong_date : &self->date, row->dates[stage]);
}

/* A cross after the last stage reached, then when, and what to use instead. */
static void
draw_declined (TambourCanvas          *canvas,
               const Stages           *self,
               const TambourStagesRow *row,
               guint                   last,
               double                  y)
{
  double x = stage_x (self, last) + MAX (70 * self->scale, 58);
  double room = self->width - GROUP_ROOM * self->scale - x - 15;
  TambourTextStyle style = self->date;

  tambour_canvas_line (canvas, x - 14, y, x - 6, y, TAMBOUR_TONE_MID, 1.2);
  tambour_canvas_line (canvas, x - 4, y - 4, x + 4, y + 4, TAMBOUR_TONE_MISSED, 1.8);
  tambour_canvas_line (canvas, x - 4, y + 4, x + 4, y - 4, TAMBOUR_TONE_MISSED, 1.8);
  if (row->note != NULL)
    tambour_canvas_name (canvas, x + 9, y, MAX (room, 40), ROW_HEIGHT, &style, row->note);
}

static void
draw_request (TambourCanvas          *canvas,
              const Stages           *self,
              const TambourStagesRow *row,
              double                  y)
{
  TambourTextStyle number = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK3);
  double middle = y + ROW_HEIGHT / 2 + 0.5;
  guint last = 0;

  tambour_canvas_label (canvas, 16, middle + 3.5, TAMBOUR_ALIGN_END, TAMBOUR_RANK_NAME, &number, row->number);
  tambour_canvas_text (canvas, TITLE_AT, middle - self->title.line / 2, stage_x (self, 0) - TITLE_AT - 12,
                       &self->title, TAMBOUR_WRAP_ELLIPSIS, TAMBOUR_ALIGN_START,
                       &(TambourSpan) { .text = row->title }, 1);

  for (guint i = 0; i < TAMBOUR_N_STAGES; i++)
    if (row->dates[i] != NULL)
      {
        if (i > 0 && row->dates[i - 1] != NULL)
          draw_link (canvas, self, row, i, middle);
        draw_stage (canvas, self, row, i, middle);
        last = i;
      }

  if (row->state == TAMBOUR_STAGES_DECLINED)
    draw_declined (canvas, self, row, MIN (last, TAMBOUR_N_STAGES - 2), middle);
}

static gboolean
starts_group (const TambourStagesChart *data,
              guint                     index)
{
  return index == 0 || g_strcmp0 (data->rows[index].group, data->rows[index - 1].group) != 0;
}

static char *
describe (const TambourStagesChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);

  for (guint i = 0; i < TAMBOUR_N_STAGES; i++)
    tambour_chart_say (text, data->stages[i].name, data->stages[i].count);
  for (guint i = 0; i < data->n_rows; i++)
    tambour_chart_say (text, data->rows[i].title, data->rows[i].group);

  return g_string_free (text, FALSE);
}

static double
rows_height (const TambourStagesChart *data)
{
  double height = HEAD_HEIGHT + 4;

  for (guint i = 0; i < data->n_rows; i++)
    height += ROW_HEIGHT + (i > 0 && starts_group (data, i) ? GROUP_GAP : 0);

  return height;
}

/**
 * tambour_chart_stages:
 * @data: rows in their groups: shipped, roadmap, review, declined, logged
 *
 * Draws how far each request came, with the month of each stage
 * (REPORT-DESIGN section 6).
 *
 * Returns: its height in points
 */
double
tambour_chart_stages (TambourCanvas            *canvas,
                      double                    x,
                      double                    y,
                      double                    width,
                      const TambourStagesChart *data)
{
  Stages self = {
    data, width, width / FULL_WIDTH,
    tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK),
    tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 400, TAMBOUR_TONE_INK2),
    tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK),
    tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK),
  };
  g_autofree char *alternative = describe (data);
  double height = rows_height (data), at = HEAD_HEIGHT;

  self.title.size *= 1.05;
  self.date.size *= 0.95;
  self.strong_date.size *= 0.95;

  tambour_canvas_begin_chart (canvas, x, y, width, height, alternative);
  for (guint i = 0; i < TAMBOUR_N_STAGES; i++)
    draw_stage_head (canvas, &self, i);

  for (guint i = 0; i < data->n_rows; i++)
    {
      if (starts_group (data, i))
        {
          at += i > 0 ? GROUP_GAP : 0;
          tambour_canvas_line (canvas, 0, at, width, at, i == 0 ? TAMBOUR_TONE_INK2 : TAMBOUR_TONE_RULE, 0.8);
          tambour_canvas_label (canvas, width - GROUP_ROOM * self.scale, at + 14, TAMBOUR_ALIGN_START,
                                TAMBOUR_RANK_NAME, &self.label, data->rows[i].group);
        }
      draw_request (canvas, &self, &data->rows[i], at);
      at += ROW_HEIGHT;
    }
  tambour_canvas_line (canvas, 0, at + 2, width, at + 2, TAMBOUR_TONE_RULE, 0.8);
  tambour_canvas_end_chart (canvas);

  return height;
}
