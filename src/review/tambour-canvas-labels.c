/* tambour-canvas-labels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-canvas-private.h"

/* How far letters reach above and below their baseline, as shares of the size. */
#define CAPS_HEIGHT 0.74
#define TAIL_DEPTH  0.22

/* Labels closer than this, in points, read as one. */
#define LEAST_GAP 1.5

/* How far a label goes where data fills all around it: steps to each side, in points each. */
#define FAR_STEPS 20
#define FAR_STEP  3.0

/* Size and line of a name that needs a second line in a low row. */
#define SMALL_NAME 0.85
#define TIGHT_LINE 1.1

/* Where letters of @style are on a line: lines of text may stand closer than their boxes. */
static cairo_rectangle_t
letters_at (const TambourTextStyle *style,
            double                  x,
            double                  y,
            double                  width)
{
  double baseline = y + tambour_text_baseline (style);

  return (cairo_rectangle_t) { x, baseline - CAPS_HEIGHT * style->size, width,
                               (CAPS_HEIGHT + TAIL_DEPTH) * style->size };
}

static gboolean
touch (const cairo_rectangle_t *a,
       const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width + LEAST_GAP && b->x < a->x + a->width + LEAST_GAP &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
add_text_mark (TambourCanvas *self,
               double         x,
               double         y,
               double         width,
               TambourAlign   align,
               TambourShape  *shape)
{
  TambourMark *mark = tambour_canvas_add_mark (self, TAMBOUR_MARK_TEXT);

  mark->text.shape = tambour_shape_ref (shape);
  mark->text.align = align;
  mark->text.x = x;
  mark->text.y = y;
  mark->text.width = width;
  mark->text.height = shape->height;
}

static TambourAlign
mirror_align (TambourCanvas *self,
              TambourAlign   align)
{
  switch (align)
    {
    case TAMBOUR_ALIGN_START:
      return self->rtl ? TAMBOUR_ALIGN_END : TAMBOUR_ALIGN_START;
    case TAMBOUR_ALIGN_MIDDLE:
      return TAMBOUR_ALIGN_MIDDLE;
    case TAMBOUR_ALIGN_END:
      return self->rtl ? TAMBOUR_ALIGN_START : TAMBOUR_ALIGN_END;
    }

  g_assert_not_reached ();
}

static double
before_anchor (TambourAlign anchor,
               double       width)
{
  switch (anchor)
    {
    case TAMBOUR_ALIGN_START:
      return 0;
    case TAMBOUR_ALIGN_MIDDLE:
      return width / 2;
    case TAMBOUR_ALIGN_END:
      return width;
    }

  g_assert_not_reached ();
}

/* Moves a label that sticks out of the chart to its edge; one too wide cannot stay. */
static gboolean
pull_inside (TambourCanvas      *self,
             TambourCanvasLabel *label)
{
  double right = self->chart.x + self->chart.width;

  if (label->shape->width > self->chart.width + 0.5)
    return FALSE;

  label->x = MAX (self->chart.x, MIN (label->x, right - label->shape->width));

  return TRUE;
}

static gboolean
has_room (GArray                  *placed,
          const cairo_rectangle_t *letters)
{
  for (guint i = 0; i < placed->len; i++)
    if (touch (letters, &g_array_index (placed, cairo_rectangle_t, i)))
      return FALSE;

  return TRUE;
}

/* Names of rows have their place already. */
static void
note_names (TambourCanvas *self,
            GArray        *placed)
{
  for (guint i = self->chart_start; i < self->marks->len; i++)
    {
      const TambourMark *mark = &g_array_index (self->marks, TambourMark, i);
      const TambourShape *shape = mark->kind == TAMBOUR_MARK_TEXT && !mark->text.turned ? mark->text.shape : NULL;

      for (guint j = 0; shape != NULL && j < shape->n_lines; j++)
        {
          cairo_rectangle_t letters = letters_at (&shape->style, mark->text.x, mark->text.y + j * shape->style.line,
                                                  mark->text.width);

          letters.width = shape->width;
          letters.x += before_anchor (mark->text.align, mark->text.width - shape->width);
          g_array_append_val (placed, letters);
        }
    }
}

/* Whether the line from @from to @to runs through @box: cut down to the part that is in it. */
static gboolean
runs_through (const cairo_rectangle_t *box,
              TambourPoint             from,
              TambourPoint             to)
{
  double start = 0, end = 1;
  double along[] = { to.x - from.x, to.y - from.y };
  double low[] = { box->x - from.x, box->y - from.y };
  double high[] = { low[0] + box->width, low[1] + box->height };

  for (guint i = 0; i < 2; i++)
    if (along[i] == 0 && (low[i] > 0 || high[i] < 0))
      return FALSE;
    else if (along[i] != 0)
      {
        start = MAX (start, MIN (low[i] / along[i], high[i] / along[i]));
        end = MIN (end, MAX (low[i] / along[i], high[i] / along[i]));
      }

  return start < end;
}

static gboolean
is_bar (const TambourMark *mark)
{
  return mark->fill == TAMBOUR_TONE_ACCENT || mark->fill == TAMBOUR_TONE_ACCENT_MID || mark->fill == TAMBOUR_TONE_MID;
}

/* Grids, tracks and bands lie behind labels; lines, dots and points of data do not. */
static gboolean
runs_into (const cairo_rectangle_t *letters,
           const TambourMark       *mark)
{
  cairo_rectangle_t dot;

  if (mark->stroke == TAMBOUR_TONE_RULE || mark->stroke == TAMBOUR_TONE_PAPER || mark->fill == TAMBOUR_TONE_PAPER)
    return FALSE;

  if (mark->kind == TAMBOUR_MARK_RECT)
    return is_bar (mark) && letters->x < mark->rect.x + mark->rect.width && mark->rect.x < letters->x + letters->width &&
           letters->y < mark->rect.y + mark->rect.height && mark->rect.y < letters->y + letters->height &&
           (letters->x < mark->rect.x || letters->x + letters->width > mark->rect.x + mark->rect.width);

  if (mark->kind == TAMBOUR_MARK_LINE)
    return runs_through (letters, (TambourPoint) { mark->line.x1, mark->line.y1 },
                         (TambourPoint) { mark->line.x2, mark->line.y2 });

  for (guint i = 1; mark->kind == TAMBOUR_MARK_PATH && !mark->path.closed && i < mark->path.n_points; i++)
    if (runs_through (letters, mark->path.points[i - 1], mark->path.points[i]))
      return TRUE;

  if (mark->kind != TAMBOUR_MARK_CIRCLE || 2 * mark->circle.radius > 1.5 * letters->height)
    return FALSE;

  tambour_mark_bounds (mark, &dot);

  return dot.x < letters->x + letters->width && letters->x < dot.x + dot.width &&
         dot.y < letters->y + letters->height && letters->y < dot.y + dot.height;
}

static gboolean
is_clear (TambourCanvas           *self,
          guint                    n_marks,
          const cairo_rectangle_t *letters)
{
  for (guint i = self->chart_start; i < n_marks; i++)
    if (runs_into (letters, &g_array_index (self->marks, TambourMark, i)))
      return FALSE;

  return TRUE;
}

static gboolean
is_in_chart (TambourCanvas           *self,
             const cairo_rectangle_t *letters)
{
  return letters->y >= self->chart.y + LEAST_GAP &&
         letters->y + letters->height <= self->chart.y + self->chart.height - LEAST_GAP;
}

static gboolean
try_place (TambourCanvas           *self,
           GArray                  *placed,
           guint                    n_marks,
           const cairo_rectangle_t *letters)
{
  return letters->x >= self->chart.x && letters->x + letters->width <= self->chart.x + self->chart.width + 0.5 &&
         is_in_chart (self, letters) && has_room (placed, letters) && is_clear (self, n_marks, letters);
}

/* Where a label that must be drawn goes when data fills all around its place: the
 * nearest that is free, rather above or below than beside it. */
static gboolean
find_far_place (TambourCanvas     *self,
                GArray            *placed,
                guint              n_marks,
                cairo_rectangle_t *letters)
{
  const cairo_rectangle_t usual = *letters;
  double best = INFINITY;

  for (int i = -FAR_STEPS; i <= FAR_STEPS; i++)
    for (int j = -FAR_STEPS; j <= FAR_STEPS; j++)
      {
        cairo_rectangle_t there = { usual.x + i * FAR_STEP, usual.y + j * FAR_STEP, usual.width, usual.height };
        double away = hypot (1.5 * i, j);

        if (away < best && try_place (self, placed, n_marks, &there))
          {
            best = away;
            *letters = there;
          }
      }

  return isfinite (best);
}

/* A label that a line of data would run through stands a little higher or lower, if there is room;
 * one on an axis keeps its place. A finding is said even where no place is free. */
static gboolean
find_place (TambourCanvas      *self,
            TambourCanvasLabel *label,
            GArray             *placed,
            guint               n_marks,
            cairo_rectangle_t  *letters)
{
  static const double steps[] = { 0, -3, 3, -6, 6, -9, 9, -12, 12, -16, 16, -20, 20 };
  guint n_steps = label->rank == TAMBOUR_RANK_AXIS ? 1 : G_N_ELEMENTS (steps);
  cairo_rectangle_t usual = letters_at (&label->shape->style, label->x, label->y, label->shape->width);
  gboolean found = FALSE;

  *letters = usual;
  for (guint i = 0; i < n_steps && !found; i++)
    {
      letters->y = usual.y + steps[i];
      found = (i == 0 || is_in_chart (self, letters)) &&
              has_room (placed, letters) && is_clear (self, n_marks, letters);
    }

  if (!found)
    {
      *letters = usual;
      found = label->rank >= TAMBOUR_RANK_NAME && (find_far_place (self, placed, n_marks, letters) ||
                                                   (label->rank == TAMBOUR_RANK_FINDING && has_room (placed, letters)));
    }

  label->x += letters->x - usual.x;
  label->y += letters->y - usual.y;

  return found;
}

/* From the most important down, in the order they came; what touches a label
 * already placed is not drawn. */
static void
place_labels (TambourCanvas *self)
{
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  guint n_marks = self->marks->len;

  note_names (self, placed);
  for (int rank = TAMBOUR_RANK_FINDING; rank >= TAMBOUR_RANK_AXIS; rank--)
    for (guint i = 0; i < self->labels->len; i++)
      {
        TambourCanvasLabel *label = &g_array_index (self->labels, TambourCanvasLabel, i);
        cairo_rectangle_t letters;

        if ((int) label->rank != rank || !pull_inside (self, label))
          continue;

        if (!find_place (self, label, placed, n_marks, &letters))
          continue;

        g_array_append_val (placed, letters);
        add_text_mark (self, label->x, label->y, label->shape->width, TAMBOUR_ALIGN_START, label->shape);
        g_array_index (self->marks, TambourMark, self->marks->len - 1).plot = label->plot;
      }
}

/**
 * tambour_canvas_label_clear:
 *
 * Frees what a waiting label holds.
 */
void
tambour_canvas_label_clear (TambourCanvasLabel *label)
{
  g_clear_pointer (&label->shape, tambour_shape_unref);
}

/**
 * tambour_canvas_begin_chart:
 * @alternative: (nullable): what the chart says: its head and its values
 *
 * Begins a figure whose frame is @x, @y, @width, @height. Its labels wait
 * until it ends, then stay inside it and give way to each other.
 */
void
tambour_canvas_begin_chart (TambourCanvas *self,
                            double         x,
                            double         y,
                            double         width,
                            double         height,
                            const char    *alternative)
{
  g_return_if_fail (!self->in_chart);

  tambour_canvas_begin (self, TAMBOUR_TAG_FIGURE, alternative);
  self->in_chart = TRUE;
  self->chart_start = self->marks->len;
  self->chart = (cairo_rectangle_t) { tambour_canvas_place_x (self, x, width),
                                      tambour_canvas_place_y (self, y), width, height };
  tambour_canvas_push (self, x, y);
}

/**
 * tambour_canvas_end_chart:
 *
 * Ends the figure and places its labels.
 */
void
tambour_canvas_end_chart (TambourCanvas *self)
{
  place_labels (self);
  g_array_set_size (self->labels, 0);
  self->in_chart = FALSE;
  tambour_canvas_pop (self);
  tambour_canvas_end (self);
}

/**
 * tambour_canvas_begin_plot:
 * @plot: (transfer full): what the marks until the end of the plot are drawn from
 * @x: of its area, in the innermost frame
 *
 * Marks and labels from here on are those that a chart of its own would have.
 */
void
tambour_canvas_begin_plot (TambourCanvas *self,
                           TambourPlot   *plot,
                           double         x,
                           double         y,
                           double         width,
                           double         height)
{
  g_return_if_fail (self->plot == 0);

  plot->area = (cairo_rectangle_t) { tambour_canvas_place_x (self, x, width),
                                     tambour_canvas_place_y (self, y), width, height };
  g_ptr_array_add (self->plots, plot);
  self->plot = self->plots->len;
}

/**
 * tambour_canvas_end_plot:
 *
 * Ends the plot; marks after it are beside the chart.
 */
void
tambour_canvas_end_plot (TambourCanvas *self)
{
  self->plot = 0;
}

/**
 * tambour_canvas_shape:
 * @align: where lines stand in @width, on a page read from left to right
 *
 * Adds a text laid out before, its first line's top at @y.
 */
void
tambour_canvas_shape (TambourCanvas *self,
                      double         x,
                      double         y,
                      double         width,
                      TambourAlign   align,
                      TambourShape  *shape)
{
  add_text_mark (self,
                 tambour_canvas_place_x (self, x, width),
                 tambour_canvas_place_y (self, y),
                 width, mirror_align (self, align), shape);
}

static void
add_label (TambourCanvas *self,
           double         x,
           double         baseline,
           TambourAlign   anchor,
           TambourRank    rank,
           TambourShape  *shape)
{
  double width = shape->width;
  TambourCanvasLabel label = {
    rank, shape,
    tambour_canvas_place_x (self, x - before_anchor (anchor, width), width),
    tambour_canvas_place_y (self, baseline - tambour_text_baseline (&shape->style)),
    self->plot,
  };

  if (self->in_chart)
    {
      tambour_shape_ref (shape);
      g_array_append_val (self->labels, label);
    }
  else
    add_text_mark (self, label.x, label.y, width, TAMBOUR_ALIGN_START, shape);
}

/**
 * tambour_canvas_label:
 * @anchor: which end of the label is at @x
 * @rank: of two labels of a chart that would touch the lesser is not drawn
 *
 * Adds a text on one line, standing on @baseline.
 */
void
tambour_canvas_label (TambourCanvas          *self,
                      double                  x,
                      double                  baseline,
                      TambourAlign            anchor,
                      TambourRank             rank,
                      const TambourTextStyle *style,
                      const char             *text)
{
  g_autoptr(TambourShape) shape = NULL;

  if (text == NULL || text[0] == '\0' || !isfinite (x + baseline))
    return;

  shape = tambour_shape_new_plain (self->fonts, style, &(TambourTextFit) { .rtl = self->rtl }, text);
  add_label (self, x, baseline, anchor, rank, shape);
}

/**
 * tambour_canvas_label_spans:
 *
 * Adds a label of several spans, as tambour_canvas_label(); spans without text
 * are left out.
 */
void
tambour_canvas_label_spans (TambourCanvas          *self,
                            double                  x,
                            double                  baseline,
                            TambourAlign            anchor,
                            TambourRank             rank,
                            const TambourTextStyle *style,
                            const TambourSpan      *spans,
                            guint                   n_spans)
{
  g_autoptr(TambourRich) rich = tambour_rich_new (NULL);
  g_autoptr(TambourShape) shape = NULL;
  const TambourSpan *valid;

  for (guint i = 0; i < n_spans; i++)
    tambour_rich_add_span (rich, spans[i]);

  valid = tambour_rich_get_spans (rich, &n_spans);
  if (n_spans == 0 || !isfinite (x + baseline))
    return;

  shape = tambour_shape_new (self->fonts, style, &(TambourTextFit) { .rtl = self->rtl }, valid, n_spans);
  add_label (self, x, baseline, anchor, rank, shape);
}

static TambourShape *
fit_name (TambourCanvas          *self,
          double                  width,
          double                  height,
          const TambourTextStyle *style,
          const char             *text)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, self->rtl };
  TambourTextStyle small = *style;
  g_autoptr(TambourShape) shape = tambour_shape_new_plain (self->fonts, style, &fit, text);

  if (shape->n_lines == 1 || shape->height <= height)
    return g_steal_pointer (&shape);

  small.size = style->size * SMALL_NAME;
  small.line = small.size * TIGHT_LINE;
  fit.max_lines = MAX (1, (guint) floor ((height + 0.5) / small.line));

  return tambour_shape_new_plain (self->fonts, &small, &fit, text);
}

/**
 * tambour_canvas_name:
 * @middle: of the row, in points
 * @width: room for the name
 * @height: of the row
 *
 * Adds the name of a row. A long one takes more lines, then smaller type;
 * only what has no room even so ends in an ellipsis.
 */
void
tambour_canvas_name (TambourCanvas          *self,
                     double                  x,
                     double                  middle,
                     double                  width,
                     double                  height,
                     const TambourTextStyle *style,
                     const char             *text)
{
  g_autoptr(TambourShape) shape = fit_name (self, width, height, style, text);

  tambour_canvas_shape (self, x, middle - shape->height / 2, width, TAMBOUR_ALIGN_START, shape);
}

/**
 * tambour_canvas_turned:
 * @x: of the baseline
 * @middle: of the text, from the top
 *
 * Adds a short text that reads upwards.
 */
void
tambour_canvas_turned (TambourCanvas          *self,
                       double                  x,
                       double                  middle,
                       const TambourTextStyle *style,
                       const char             *text)
{
  g_autoptr(TambourShape) shape =
    tambour_shape_new_plain (self->fonts, style, &(TambourTextFit) { .rtl = self->rtl }, text);
  TambourMark *mark = tambour_canvas_add_mark (self, TAMBOUR_MARK_TEXT);
  double left = x - tambour_text_baseline (style);

  mark->text.shape = g_steal_pointer (&shape);
  mark->text.align = TAMBOUR_ALIGN_START;
  mark->text.turned = TRUE;
  mark->text.x = tambour_canvas_place_x (self, left, style->line);
  mark->text.y = tambour_canvas_place_y (self, middle - mark->text.shape->width / 2);
  mark->text.width = style->line;
  mark->text.height = mark->text.shape->width;
}
