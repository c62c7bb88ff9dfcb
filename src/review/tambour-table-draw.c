/* tambour-table-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-table-private.h"

/* Space between a sign and its word, and the sign's radius, in points. */
#define SIGN_GAP    3.5
#define SIGN_RADIUS 5.5
#define SMALL_SIGN  4.5

/* Lines of texts whose spans are larger than their role: close for numbers alone. */
#define LARGE       20.0
#define LARGE_LINE  (26.0 / 24.0)
#define RAISED_LINE (18.0 / 13.0)

/* Room from which on a page is taken for an empty one, in points. */
#define FULL_PAGE   250.0

/* Below the words of the head, in points. */
#define HEAD_BELOW  5.0
#define HEAD_BELOW_SMALL 3.0
#define HEAD_RULE   0.8
#define ROW_RULE    0.5

/* A word may take this part of a table before it is broken, and a little more than its width. */
#define WORD_PART   0.34
#define WORD_SLACK  0.5

/* Columns without a width of their own share what the others leave. */
static void
share_width (TambourTable *self,
             double        width)
{
  guint n_open = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      width -= self->columns[i].width;
      n_open += self->columns[i].width <= 0;
    }

  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = self->columns[i].width > 0 ? self->columns[i].width : MAX (width, 0) / n_open;
}

static double
sign_radius (TambourTable *self)
{
  return self->paper == TAMBOUR_PAPER_DECK ? SIGN_RADIUS : SMALL_SIGN;
}

static double
sign_room (TambourTable           *self,
           const TambourTableCell *cell)
{
  return cell->has_sign ? 2 * sign_radius (self) + SIGN_GAP : 0;
}

static double
line_for (const TambourTextStyle *style,
          const TambourSpan      *spans,
          guint                   n_spans)
{
  double size = 0;

  for (guint i = 0; i < n_spans; i++)
    size = MAX (size, spans[i].size);

  return MAX (style->line, size * (size > LARGE ? LARGE_LINE : RAISED_LINE));
}

/* Lines below the first are no closer than the lines of a cell. */
static TambourTextStyle
cell_style (TambourTable           *self,
            const TambourColumn    *column,
            const TambourTableText *text,
            gboolean                first)
{
  TambourTextStyle style = *tambour_text_style (self->paper, text->role);
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (text->rich, &n_spans);

  style.tabular = column->align == TAMBOUR_ALIGN_END;
  style.line = line_for (&style, spans, n_spans);
  if (!first)
    style.line = MAX (style.line, tambour_text_style (self->paper, TAMBOUR_ROLE_CELL)->line);

  return style;
}

static double
measure_cell (TambourTable     *self,
              TambourTableCell *cell,
              guint             index)
{
  const TambourColumn *column = &self->columns[index];
  double width = self->widths[index] - column->after - sign_room (self, cell);
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, self->rtl };
  double height = 0;

  for (guint i = 0; i < cell->texts->len; i++)
    {
      TambourTableText *text = &g_array_index (cell->texts, TambourTableText, i);
      TambourTextStyle style = cell_style (self, column, text, i == 0);
      guint n_spans;
      const TambourSpan *spans = tambour_rich_get_spans (text->rich, &n_spans);

      g_clear_pointer (&text->shape, tambour_shape_unref);
      if (n_spans == 0)
        continue;

      text->shape = tambour_shape_new (self->fonts, &style, &fit, spans, n_spans);
      height += text->shape->height;
    }

  return height;
}

/* --- words stay whole ------------------------------------------------------------- */

/* What a column needs, its space to the next one included: for its longest word, for the longest line. */
typedef struct
{
  double word;
  double line;
} Need;

static void
need_cell (TambourTable     *self,
           TambourTableCell *cell,
           guint             index,
           Need             *need)
{
  const TambourColumn *column = &self->columns[index];

  if (cell->draw != NULL)
    need->word = need->line = MAX (need->line, self->widths[index]);

  for (guint i = 0; i < cell->texts->len; i++)
    {
      const TambourTableText *text = &g_array_index (cell->texts, TambourTableText, i);
      TambourTextStyle style = cell_style (self, column, text, i == 0);
      double more = column->after + sign_room (self, cell) + WORD_SLACK;
      TambourTextNeed own;
      guint n_spans;
      const TambourSpan *spans = tambour_rich_get_spans (text->rich, &n_spans);

      if (n_spans == 0)
        continue;

      own = tambour_text_measure (self->fonts, &style, self->rtl, spans, n_spans);
      need->word = MAX (need->word, own.word + more);
      need->line = MAX (need->line, own.whole + more);
    }
}

static Need
need_column (TambourTable *self,
             guint         index)
{
  const TambourColumn *column = &self->columns[index];
  const TambourTextStyle *style = tambour_text_style (self->paper, TAMBOUR_ROLE_TABLE_HEAD);
  Need need = { column->after, column->after };

  if (column->draw_head != NULL)
    need.word = need.line = self->widths[index];
  else if (column->title != NULL)
    need.word = need.line = column->after + WORD_SLACK +
                            tambour_text_measure (self->fonts, style, self->rtl, &(TambourSpan) { .text = column->title }, 1).word;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GArray *cells = g_array_index (self->rows, TambourTableRow, i).cells;

      if (index < cells->len)
        need_cell (self, &g_array_index (cells, TambourTableCell, index), index, &need);
    }

  return need;
}

/* Takes up to @lack points from columns that are wider than @kept, the widest most. Returns: what is still lacking */
static double
take_width (TambourTable *self,
            const double *kept,
            double        lack)
{
  double spare = 0, taken;

  for (guint i = 0; i < self->n_columns; i++)
    spare += MAX (self->widths[i] - kept[i], 0);
  taken = MIN (lack, spare);
  for (guint i = 0; i < self->n_columns && spare > 0; i++)
    self->widths[i] -= MAX (self->widths[i] - kept[i], 0) * taken / spare;

  return lack - taken;
}

/* Words, dates and amounts are not broken where another column has room: first where nothing wraps for it. */
static void
keep_words_whole (TambourTable *self,
                  double        width)
{
  g_autofree double *words = g_new (double, self->n_columns);
  g_autofree double *lines = g_new (double, self->n_columns);
  g_autofree double *more = g_new (double, self->n_columns);
  double lack = 0, left;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Need need = need_column (self, i);

      words[i] = MIN (need.word, MAX (self->widths[i], width * WORD_PART));
      lines[i] = MAX (need.line, words[i]);
      more[i] = MAX (words[i] - self->widths[i], 0);
      lack += more[i];
    }
  if (lack <= 0)
    return;

  left = take_width (self, lines, lack);
  left = take_width (self, words, left);
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] += more[i] * (lack - left) / lack;
}

static void
measure_rows (TambourTable *self,
              double        width)
{
  if (self->measured_for == width)
    return;

  share_width (self, width);
  if (self->paper != TAMBOUR_PAPER_DECK)
    keep_words_whole (self, width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TambourTableRow *row = &g_array_index (self->rows, TambourTableRow, i);
      double tallest = 0;

      for (guint j = 0; j < row->cells->len && j < self->n_columns; j++)
        {
          double height = measure_cell (self, &g_array_index (row->cells, TambourTableCell, j), j);

          tallest = MAX (tallest, height);
        }
      row->height = MAX (self->minimum, tallest + self->above + self->below + ROW_RULE);
    }

  self->measured_for = width;
}

static double
text_height (const TambourTableCell *cell)
{
  double height = 0;

  for (guint i = 0; i < cell->texts->len; i++)
    {
      const TambourTableText *text = &g_array_index (cell->texts, TambourTableText, i);

      height += text->shape ? text->shape->height : 0;
    }

  return height;
}

/* A sign stands beside the middle of its word, or of the first line of it. */
static double
sign_middle (TambourTable           *self,
             const TambourTableCell *cell,
             double                  middle)
{
  const TambourTableText *text = cell->texts->len > 0 ? &g_array_index (cell->texts, TambourTableText, 0) : NULL;

  return self->at_top && text && text->shape ? self->above + text->shape->style.line / 2 : middle;
}

static void
draw_texts (TambourTable           *self,
            TambourCanvas          *canvas,
            const TambourTableCell *cell,
            guint                   index,
            double                  x,
            double                  row_height)
{
  const TambourColumn *column = &self->columns[index];
  double width = self->widths[index] - column->after - sign_room (self, cell);
  double middle = (row_height - ROW_RULE + self->above - self->below) / 2;
  double y = self->at_top ? self->above : middle - text_height (cell) / 2;

  if (cell->has_sign)
    tambour_canvas_sign (canvas, cell->sign, x + sign_radius (self), sign_middle (self, cell, middle), sign_radius (self));

  for (guint i = 0; i < cell->texts->len; i++)
    {
      const TambourTableText *text = &g_array_index (cell->texts, TambourTableText, i);

      if (text->shape == NULL)
        continue;

      tambour_canvas_shape (canvas, x + sign_room (self, cell), y, width, column->align, text->shape);
      y += text->shape->height;
    }
}

static void
draw_cell (TambourTable           *self,
           TambourCanvas          *canvas,
           const TambourTableCell *cell,
           guint                   index,
           double                  x,
           double                  row_height)
{
  tambour_canvas_begin_area (canvas, TAMBOUR_TAG_CELL, x, 0, self->widths[index], row_height, NULL);
  draw_texts (self, canvas, cell, index, x, row_height);
  if (cell->draw != NULL)
    {
      tambour_canvas_push (canvas, x, 0);
      cell->draw (canvas, self->widths[index] - self->columns[index].after, row_height - ROW_RULE,
                  cell->draw_data);
      tambour_canvas_pop (canvas);
    }
  tambour_canvas_end (canvas);
}

static void
draw_row (TambourTable          *self,
          TambourCanvas         *canvas,
          const TambourTableRow *row,
          double                 width)
{
  double x = 0;

  tambour_canvas_begin_area (canvas, TAMBOUR_TAG_ROW, 0, 0, width, row->height, row->anchor);
  if (row->total)
    tambour_canvas_rect (canvas, 0, -ROW_RULE, width, HEAD_RULE, TAMBOUR_TONE_INK2);

  for (guint i = 0; i < row->cells->len && i < self->n_columns; i++)
    {
      draw_cell (self, canvas, &g_array_index (row->cells, TambourTableCell, i), i, x, row->height);
      x += self->widths[i];
    }

  tambour_canvas_rect (canvas, 0, row->height - ROW_RULE, width, ROW_RULE, TAMBOUR_TONE_RULE);
  tambour_canvas_end (canvas);
}

static double
below_head (TambourTable *self)
{
  return self->paper == TAMBOUR_PAPER_DECK ? HEAD_BELOW : HEAD_BELOW_SMALL;
}

/* Returns: (transfer full) (nullable): the head of a column, on two lines at most */
static TambourShape *
shape_head (TambourTable *self,
            guint         index)
{
  const TambourColumn *column = &self->columns[index];
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, self->widths[index] - column->after, 2, self->rtl };

  return column->title == NULL ? NULL : tambour_shape_new_plain (self->fonts, tambour_text_style (self->paper, TAMBOUR_ROLE_TABLE_HEAD), &fit, column->title);
}

/* Widths must have been shared. */
static double
head_height (TambourTable *self)
{
  double tallest = tambour_text_style (self->paper, TAMBOUR_ROLE_TABLE_HEAD)->line;

  if (self->head_height > 0)
    return self->head_height;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr(TambourShape) shape = shape_head (self, i);

      if (shape != NULL)
        tallest = MAX (tallest, shape->height);
    }

  return tallest + below_head (self) + HEAD_RULE;
}

static void
draw_head_cell (TambourTable  *self,
                TambourCanvas *canvas,
                guint          index,
                double         x,
                double         height)
{
  const TambourColumn *column = &self->columns[index];
  g_autoptr(TambourShape) shape = shape_head (self, index);
  double width = self->widths[index] - column->after;

  tambour_canvas_begin_area (canvas, TAMBOUR_TAG_HEAD_CELL, x, 0, self->widths[index], height, NULL);
  tambour_canvas_push (canvas, x, 0);
  if (column->draw_head != NULL)
    column->draw_head (canvas, width, height - HEAD_RULE, column->head_data);
  else if (shape != NULL)
    tambour_canvas_shape (canvas, 0, height - HEAD_RULE - below_head (self) - shape->height, width, column->align,
                          shape);
  tambour_canvas_pop (canvas);
  tambour_canvas_end (canvas);
}

static void
draw_head (TambourTable  *self,
           TambourCanvas *canvas,
           double         width)
{
  double height = head_height (self);
  double x = 0;

  tambour_canvas_begin_area (canvas, TAMBOUR_TAG_ROW, 0, 0, width, height, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      draw_head_cell (self, canvas, i, x, height);
      x += self->widths[i];
    }
  tambour_canvas_rect (canvas, 0, height - HEAD_RULE, width, HEAD_RULE, TAMBOUR_TONE_INK2);
  tambour_canvas_end (canvas);
}

static gboolean
has_head (TambourTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL || self->columns[i].draw_head != NULL)
      return TRUE;

  return FALSE;
}

/* Rows from @first that fit in @room; one row is never left alone for the next page, and sums only with a row
 * that they are of. */
static guint
find_end (TambourTable *self,
          guint         first,
          double        room)
{
  guint end = first;

  while (end < self->rows->len && g_array_index (self->rows, TambourTableRow, end).height <= room + 0.01)
    room -= g_array_index (self->rows, TambourTableRow, end++).height;

  /* A row higher than a whole page is drawn all the same: what calls until all is drawn must end. */
  if (end == first && first < self->rows->len && room >= FULL_PAGE)
    return first + 1;
  if (end + 1 == self->rows->len && end > first + 2)
    end--;
  while (end < self->rows->len && end > first + 2 && g_array_index (self->rows, TambourTableRow, end).total)
    end--;

  return end;
}

static double
rows_height (TambourTable *self,
             guint         first,
             guint         end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += g_array_index (self->rows, TambourTableRow, i).height;

  return height;
}

/**
 * tambour_table_get_height:
 *
 * Returns: of head and all rows, when the table is @width wide
 */
double
tambour_table_get_height (TambourTable *self,
                          double        width)
{
  return tambour_table_get_start (self, width, self->rows->len);
}

/**
 * tambour_table_get_start:
 * @n_rows: how many, from the first
 *
 * Returns: the height of head and the first rows, when the table is @width wide
 */
double
tambour_table_get_start (TambourTable *self,
                         double        width,
                         guint         n_rows)
{
  measure_rows (self, width);

  return (has_head (self) ? head_height (self) : 0) + rows_height (self, 0, MIN (n_rows, self->rows->len));
}

/**
 * tambour_table_draw:
 * @room: height that is left on the page
 * @first: the row to begin with, from 0
 * @height: (out) (optional): what was used
 *
 * Draws the head and as many whole rows as fit; never leaves one row alone for
 * the next page.
 *
 * Returns: the row to go on with, or the number of rows when all are drawn
 */
guint
tambour_table_draw (TambourTable  *self,
                    TambourCanvas *canvas,
                    double         x,
                    double         y,
                    double         width,
                    double         room,
                    guint          first,
                    double        *height)
{
  double used = 0;
  guint end;

  measure_rows (self, width);
  used = has_head (self) ? head_height (self) : 0;
  end = find_end (self, first, room - used);

  tambour_canvas_begin_area (canvas, TAMBOUR_TAG_TABLE, x, y, width, used + rows_height (self, first, end), NULL);
  tambour_canvas_push (canvas, x, y);
  if (has_head (self))
    draw_head (self, canvas, width);

  for (guint i = first; i < end; i++)
    {
      const TambourTableRow *row = &g_array_index (self->rows, TambourTableRow, i);

      tambour_canvas_push (canvas, 0, used);
      draw_row (self, canvas, row, width);
      tambour_canvas_pop (canvas);
      used += row->height;
    }

  tambour_canvas_pop (canvas);
  tambour_canvas_end (canvas);
  if (height != NULL)
    *height = used;

  return end;
}
