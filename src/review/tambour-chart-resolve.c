/* tambour-chart-resolve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-cases.h"
#include "tambour-chart-scale.h"

/* The grid of the dots, in sizes of the type; finer, in points, when a stack would be too high. */
#define DOT_GRID     0.46
#define FINEST_GRID  0.1
#define DOT_RADIUS   0.42

/* A row has room for two lines of words, and for the dashed line's label above its dots; in sizes
 * of the type.
 */
#define LEAST_ROW    2.4
#define ABOVE_DOTS   3.0
#define BELOW_BASE   5.0

typedef struct
{
  const TambourResolveChart *data;
  TambourTextStyle           strong;
  TambourTextStyle           plain;
  TambourTextStyle           value;
  TambourTextStyle           axis;
  double                     width;
  double                     x0;
  double                     x1;
  double                     grid;
} Resolve;

static double
hour_x (const Resolve *self,
        double         hours)
{
  return tambour_chart_log (hours, TAMBOUR_RESOLVE_FROM, self->x0, self->x1);
}

static guint
column_of (const Resolve *self,
           double         hours,
           double         grid)
{
  return (guint) lround ((hour_x (self, isfinite (hours) ? hours : TAMBOUR_HOURS_TO) - self->x0) / grid);
}

static guint
count_columns (const Resolve *self,
               double         grid)
{
  return (guint) ceil ((self->x1 - self->x0) / grid) + 2;
}

static guint
highest_stack (const Resolve           *self,
               const TambourResolveRow *row,
               double                   grid)
{
  g_autofree guint *stacks = g_new0 (guint, count_columns (self, grid));
  guint most = 0;

  for (guint i = 0; i < row->n_hours; i++)
    {
      guint stack = ++stacks[column_of (self, row->hours[i], grid)];

      most = MAX (most, stack);
    }

  return most;
}

static double
row_height (const Resolve           *self,
            const TambourResolveRow *row,
            double                   grid)
{
  guint stack = highest_stack (self, row, grid);
  double size = self->plain.size;

  return stack <= 1 ? LEAST_ROW * size : MAX (LEAST_ROW * size, stack * grid + ABOVE_DOTS * size);
}

static double
rows_height (const Resolve *self,
             double         grid)
{
  double height = 0;

  for (guint i = 0; i < self->data->n_rows; i++)
    height += row_height (self, &self->data->rows[i], grid);

  return height;
}

/* The coarsest grid whose stacks fit; without a height to keep, the usual one. */
static double
choose_grid (const Resolve *self)
{
  double grid = DOT_GRID * self->plain.size;

  while (self->data->height > 0 && grid > FINEST_GRID && rows_height (self, grid) > self->data->height)
    grid *= 0.9;

  return grid;
}

static void
draw_dots (TambourCanvas           *canvas,
           const Resolve           *self,
           const TambourResolveRow *row,
           double                   base)
{
  g_autofree guint *stacks = g_new0 (guint, count_columns (self, self->grid));

  for (guint i = 0; i < row->n_hours; i++)
    {
      guint column = column_of (self, row->hours[i], self->grid);
      guint below = stacks[column]++;

      tambour_canvas_circle (canvas, self->x0 + column * self->grid, base - (below + 0.5) * self->grid,
                             self->grid * DOT_RADIUS, TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
    }
}

static void
draw_median (TambourCanvas *canvas,
             double         x,
             double         base)
{
  const TambourPoint points[] = { { x, base + 0.5 }, { x - 3.2, base + 5.1 }, { x + 3.2, base + 5.1 } };

  tambour_canvas_polygon (canvas, points, G_N_ELEMENTS (points), TAMBOUR_TONE_INK);
}

static double
longest (const TambourResolveRow *row)
{
  double most = 0;

  for (guint i = 0; i < row->n_hours; i++)
    most = fmax (most, row->hours[i]);

  return most;
}

/* The highest stack between two places, in points. */
static double
highest_between (const Resolve           *self,
                 const TambourResolveRow *row,
                 double                   from,
                 double                   to)
{
  guint n_columns = count_columns (self, self->grid);
  g_autofree guint *stacks = g_new0 (guint, n_columns);
  guint most = 0;

  for (guint i = 0; i < row->n_hours; i++)
    stacks[column_of (self, row->hours[i], self->grid)]++;

  for (guint i = 0; i < n_columns; i++)
    {
      double x = self->x0 + i * self->grid;

      if (x >= from - self->grid && x <= to + self->grid)
        most = MAX (most, stacks[i]);
    }

  return most * self->grid;
}

/* After the last dot, or above the dots where there is no room after it. */
static void
draw_longest (TambourCanvas           *canvas,
              const Resolve           *self,
              const TambourResolveRow *row,
              double                   base,
              double                   room)
{
  double x = hour_x (self, longest (row)) + 7;
  double above = base - highest_between (self, row, self->width - room, self->width) - 2.5;

  if (x + room <= self->width)
    tambour_canvas_label (canvas, x, base - 3, TAMBOUR_ALIGN_START, TAMBOUR_RANK_VALUE, &self->value, row->mark_label);
  else
    tambour_canvas_label (canvas, self->width, above, TAMBOUR_ALIGN_END, TAMBOUR_RANK_VALUE, &self->value,
                          row->mark_label);
}

/* The label goes to the other side of its line when there is no room after it,
 * and never lies on dots.
 */
static void
draw_mark (TambourCanvas           *canvas,
           const Resolve           *self,
           const TambourResolveRow *row,
           double                   base,
           double                   height)
{
  double room, x, top;
  gboolean after;

  if (row->mark_label == NULL || row->n_hours == 0)
    return;

  room = tambour_canvas_measure (canvas, &self->value, row->mark_label);
  if (!isfinite (row->mark))
    {
      draw_longest (canvas, self, row, base, room);
      return;
    }

  x = hour_x (self, row->mark);
  after = x + 3 + room <= self->width;
  top = base - height * 0.52;
  top = fmin (top, base - highest_between (self, row, after ? x : x - 3 - room, after ? x + 3 + room : x) -
                     0.6 * self->plain.size - 2);
  tambour_canvas_dashes (canvas, x, top, x, base, TAMBOUR_TONE_INK2, 0.8, 2, 1.6);
  tambour_canvas_label (canvas, after ? x + 3 : x - 3, top + 0.6 * self->plain.size,
                        after ? TAMBOUR_ALIGN_START : TAMBOUR_ALIGN_END, TAMBOUR_RANK_VALUE, &self->value, row->mark_label);
}

static void
draw_row (TambourCanvas           *canvas,
          const Resolve           *self,
          const TambourResolveRow *row,
          double                   y,
          double                   height)
{
  double base = y + height - BELOW_BASE;
  double name = base - 1.05 * self->plain.size;

  draw_dots (canvas, self, row, base);
  tambour_canvas_line (canvas, self->x0, base, self->x1, base, TAMBOUR_TONE_MID, TAMBOUR_GRID_WIDTH);
  if (isfinite (row->median))
    draw_median (canvas, hour_x (self, row->median), base);

  tambour_canvas_label (canvas, 0, name, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, &self->strong, row->name);
  tambour_canvas_label (canvas, 0, name + 1.3 * self->plain.size, TAMBOUR_ALIGN_START, TAMBOUR_RANK_NAME,
                        &self->plain, row->note);
  draw_mark (canvas, self, row, base, height);
}

static void
draw_axis (TambourCanvas *canvas,
           const Resolve *self,
           double         end)
{
  for (guint i = 0; i < TAMBOUR_N_DURATIONS; i++)
    {
      double x = hour_x (self, tambour_chart_duration (i));

      tambour_canvas_line (canvas, x, 0, x, end + 2, TAMBOUR_TONE_RULE, TAMBOUR_GRID_WIDTH);
      tambour_canvas_label (canvas, x, end + self->plain.size + 3, TAMBOUR_ALIGN_MIDDLE, TAMBOUR_RANK_AXIS,
                            &self->axis, self->data->durations[i]);
    }
}

static char *
describe (const TambourResolveChart *data)
{
  GString *text = tambour_chart_describe (data->alternative);

  for (guint i = 0; i < data->n_rows; i++)
    {
      tambour_chart_say (text, data->rows[i].name, data->rows[i].note);
      if (data->rows[i].mark_label != NULL && data->rows[i].n_hours > 0)
        tambour_chart_say (text, NULL, data->rows[i].mark_label);
    }

  return g_string_free (text, FALSE);
}

/**
 * tambour_chart_resolve:
 * @data: its height is that of the rows, without the axis; 0 is as high as they need
 *
 * Draws one dot for each resolved case on an axis of logarithms, 15 minutes to
 * 30 days (REPORT-DESIGN section 6).
 *
 * Returns: its height in points, axis included
 */
double
tambour_chart_resolve (TambourCanvas             *canvas,
                       double                     x,
                       double                     y,
                       double                     width,
                       const TambourResolveChart *data)
{
  Resolve self = {
    .data = data,
    .strong = tambour_chart_style (canvas, TAMBOUR_ROLE_LABEL, 600, TAMBOUR_TONE_INK),
    .plain = *tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL),
    .value = tambour_chart_style (canvas, TAMBOUR_ROLE_AXIS, 400, TAMBOUR_TONE_INK2),
    .axis = *tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS),
    .width = width,
    .x0 = data->label_width,
    .x1 = width - 20,
  };
  g_autofree char *alternative = describe (data);
  double at = 0, end, spare;

  self.grid = choose_grid (&self);
  end = MAX (rows_height (&self, self.grid), data->height);
  spare = data->n_rows > 0 ? (end - rows_height (&self, self.grid)) / data->n_rows : 0;

  tambour_canvas_begin_chart (canvas, x, y, width, end + self.plain.size + 5, alternative);
  draw_axis (canvas, &self, end);
  for (guint i = 0; i < data->n_rows; i++)
    {
      double height = row_height (&self, &data->rows[i], self.grid) + spare;

      draw_row (canvas, &self, &data->rows[i], at, height);
      at += height;
    }
  tambour_canvas_end_chart (canvas);

  return end + self.plain.size + 5;
}
