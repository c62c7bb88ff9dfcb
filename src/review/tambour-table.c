/* tambour-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-table-private.h"

static void
clear_text (TambourTableText *text)
{
  tambour_rich_free (text->rich);
  g_clear_pointer (&text->shape, tambour_shape_unref);
}

static void
clear_cell (TambourTableCell *cell)
{
  g_array_unref (cell->texts);
  if (cell->destroy != NULL)
    cell->destroy (cell->draw_data);
}

static void
clear_row (TambourTableRow *row)
{
  g_array_unref (row->cells);
  g_free (row->anchor);
}

static TambourTableRow *
last_row (TambourTable *self)
{
  g_return_val_if_fail (self->rows->len > 0, NULL);

  return &g_array_index (self->rows, TambourTableRow, self->rows->len - 1);
}

static TambourTableCell *
add_cell (TambourTable *self)
{
  TambourTableRow *row = last_row (self);
  TambourTableCell cell = { .texts = g_array_new (FALSE, TRUE, sizeof (TambourTableText)) };

  g_array_set_clear_func (cell.texts, (GDestroyNotify) clear_text);
  g_array_append_val (row->cells, cell);
  self->measured_for = -1;

  return &g_array_index (row->cells, TambourTableCell, row->cells->len - 1);
}

static void
add_text (TambourTableCell *cell,
          TambourRole       role,
          TambourRich      *rich)
{
  TambourTableText text = { role, rich, NULL };

  g_array_append_val (cell->texts, text);
}

static TambourTableCell *
last_cell (TambourTable *self)
{
  TambourTableRow *row = last_row (self);

  return &g_array_index (row->cells, TambourTableCell, row->cells->len - 1);
}

/**
 * tambour_table_new:
 * @canvas: only its fonts, paper and direction are used
 * @columns: (array length=n_columns): titles are kept by the caller
 *
 * Returns: (transfer full): a table without rows
 */
TambourTable *
tambour_table_new (TambourCanvas       *canvas,
                   const TambourColumn *columns,
                   guint                n_columns)
{
  TambourTable *self = g_new0 (TambourTable, 1);
  gboolean deck = tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK;

  self->fonts = tambour_canvas_get_fonts (canvas);
  self->paper = tambour_canvas_get_paper (canvas);
  self->rtl = tambour_canvas_get_rtl (canvas);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->widths = g_new0 (double, n_columns);
  self->n_columns = n_columns;
  self->rows = g_array_new (FALSE, TRUE, sizeof (TambourTableRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
  self->above = self->below = deck ? 5 : 3.4;
  self->at_top = !deck;
  self->measured_for = -1;

  return self;
}

/**
 * tambour_table_free:
 */
void
tambour_table_free (TambourTable *self)
{
  g_array_unref (self->rows);
  g_free (self->columns);
  g_free (self->widths);
  g_free (self);
}

/**
 * tambour_table_set_padding:
 *
 * Sets the space above and below the texts of every row, in points.
 */
void
tambour_table_set_padding (TambourTable *self,
                           double        above,
                           double        below)
{
  self->above = above;
  self->below = below;
  self->measured_for = -1;
}

/**
 * tambour_table_set_minimum:
 * @row_height: in points; rows with more text are higher
 */
void
tambour_table_set_minimum (TambourTable *self,
                           double        row_height)
{
  self->minimum = row_height;
  self->measured_for = -1;
}

/**
 * tambour_table_set_top:
 *
 * Lets texts start at the top of their row; else they stand in its middle.
 */
void
tambour_table_set_top (TambourTable *self)
{
  self->at_top = TRUE;
}

/**
 * tambour_table_set_head:
 * @height: of the head in points, its rule included; for columns that draw theirs
 */
void
tambour_table_set_head (TambourTable *self,
                        double        height)
{
  self->head_height = height;
}

/**
 * tambour_table_add_row:
 *
 * Begins a row; cells are then added from its start.
 */
void
tambour_table_add_row (TambourTable *self)
{
  TambourTableRow row = { .cells = g_array_new (FALSE, TRUE, sizeof (TambourTableCell)) };

  g_array_set_clear_func (row.cells, (GDestroyNotify) clear_cell);
  g_array_append_val (self->rows, row);
}

/**
 * tambour_table_add_total:
 *
 * Begins a row with a strong rule above it.
 */
void
tambour_table_add_total (TambourTable *self)
{
  tambour_table_add_row (self);
  last_row (self)->total = TRUE;
}

/**
 * tambour_table_set_anchor:
 * @anchor: a name of its own in the document
 *
 * Names the last row, so that links can lead to it.
 */
void
tambour_table_set_anchor (TambourTable *self,
                          const char   *anchor)
{
  g_set_str (&last_row (self)->anchor, anchor);
}

/**
 * tambour_table_cell:
 * @text: (nullable): %NULL or "" is an empty cell
 *
 * Adds a cell with a plain text.
 */
void
tambour_table_cell (TambourTable *self,
                    TambourRole   role,
                    const char   *text)
{
  add_text (add_cell (self), role, tambour_rich_new (text));
}

/**
 * tambour_table_cell_span:
 *
 * Adds a cell with a text of another weight or tone.
 */
void
tambour_table_cell_span (TambourTable *self,
                         TambourRole   role,
                         TambourSpan   span)
{
  TambourRich *rich = tambour_rich_new (NULL);

  tambour_rich_add_span (rich, span);
  add_text (add_cell (self), role, rich);
}

/**
 * tambour_table_cell_rich:
 * @rich: (transfer full):
 *
 * Adds a cell with a text of several spans.
 */
void
tambour_table_cell_rich (TambourTable *self,
                         TambourRole   role,
                         TambourRich  *rich)
{
  add_text (add_cell (self), role, rich);
}

/**
 * tambour_table_more:
 *
 * Adds @text below what the last cell has.
 */
void
tambour_table_more (TambourTable *self,
                    TambourRole   role,
                    const char   *text)
{
  add_text (last_cell (self), role, tambour_rich_new (text));
  self->measured_for = -1;
}

/**
 * tambour_table_more_rich:
 * @rich: (transfer full):
 *
 * Adds @rich below what the last cell has.
 */
void
tambour_table_more_rich (TambourTable *self,
                         TambourRole   role,
                         TambourRich  *rich)
{
  add_text (last_cell (self), role, rich);
  self->measured_for = -1;
}

/**
 * tambour_table_cell_sign:
 * @word: what the sign says, "Met"
 *
 * Adds a cell with a status: shape, word and colour.
 */
void
tambour_table_cell_sign (TambourTable *self,
                         TambourSign   sign,
                         const char   *word)
{
  TambourTableCell *cell;

  tambour_table_cell_span (self, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = word, .weight = 600 });
  cell = last_cell (self);
  cell->has_sign = TRUE;
  cell->sign = sign;
}

/**
 * tambour_table_cell_draw:
 * @destroy: (nullable): frees @user_data with the table
 *
 * Adds a cell that draws itself.
 */
void
tambour_table_cell_draw (TambourTable    *self,
                         TambourDrawFunc  draw,
                         gpointer         user_data,
                         GDestroyNotify   destroy)
{
  TambourTableCell *cell = add_cell (self);

  cell->draw = draw;
  cell->draw_data = user_data;
  cell->destroy = destroy;
}

/**
 * tambour_table_get_n_rows:
 */
guint
tambour_table_get_n_rows (TambourTable *self)
{
  return self->rows->len;
}

/**
 * tambour_table_get_half:
 * @width: of a column, in points
 *
 * Returns: the height of two columns of its rows that are about as long, for a table without heads
 */
double
tambour_table_get_half (TambourTable *self,
                        double        width)
{
  double all = tambour_table_get_height (self, width);
  double least = all;

  for (guint i = 0; i < self->rows->len; i++)
    {
      double left = tambour_table_get_start (self, width, i);

      least = MIN (least, MAX (left, all - left));
    }

  return least;
}
