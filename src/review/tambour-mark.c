/* tambour-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-mark.h"

static void
bound_path (const TambourMark *self,
            cairo_rectangle_t *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->path.n_points; i++)
    {
      left = MIN (left, self->path.points[i].x);
      right = MAX (right, self->path.points[i].x);
      top = MIN (top, self->path.points[i].y);
      bottom = MAX (bottom, self->path.points[i].y);
    }

  *bounds = (cairo_rectangle_t) { left, top, right - left, bottom - top };
}

static void
grow (cairo_rectangle_t *bounds,
      double             by)
{
  bounds->x -= by;
  bounds->y -= by;
  bounds->width += 2 * by;
  bounds->height += 2 * by;
}

/**
 * tambour_mark_clear:
 *
 * Frees what the mark holds, not the mark: marks live in arrays.
 */
void
tambour_mark_clear (TambourMark *self)
{
  switch (self->kind)
    {
    case TAMBOUR_MARK_PATH:
      g_clear_pointer (&self->path.points, g_free);
      break;

    case TAMBOUR_MARK_TEXT:
      g_clear_pointer (&self->text.shape, tambour_shape_unref);
      break;

    case TAMBOUR_MARK_BEGIN:
      g_clear_pointer (&self->group.alternative, g_free);
      g_clear_pointer (&self->group.anchor, g_free);
      break;

    case TAMBOUR_MARK_RECT:
    case TAMBOUR_MARK_LINE:
    case TAMBOUR_MARK_CIRCLE:
    case TAMBOUR_MARK_SIGN:
    case TAMBOUR_MARK_END:
      break;
    }
}

/**
 * tambour_mark_bounds:
 * @bounds: (out): what the mark covers, in points; empty for the ends of groups
 */
void
tambour_mark_bounds (const TambourMark *self,
                     cairo_rectangle_t *bounds)
{
  *bounds = (cairo_rectangle_t) { 0 };

  switch (self->kind)
    {
    case TAMBOUR_MARK_RECT:
      *bounds = (cairo_rectangle_t) { self->rect.x, self->rect.y, self->rect.width, self->rect.height };
      grow (bounds, self->stroke_width / 2);
      break;

    case TAMBOUR_MARK_LINE:
      *bounds = (cairo_rectangle_t) { MIN (self->line.x1, self->line.x2),
                                      MIN (self->line.y1, self->line.y2),
                                      fabs (self->line.x2 - self->line.x1),
                                      fabs (self->line.y2 - self->line.y1) };
      break;

    case TAMBOUR_MARK_PATH:
      bound_path (self, bounds);
      break;

    case TAMBOUR_MARK_CIRCLE:
      *bounds = (cairo_rectangle_t) { self->circle.x, self->circle.y, 0, 0 };
      grow (bounds, self->circle.radius + self->stroke_width / 2);
      break;

    case TAMBOUR_MARK_SIGN:
      *bounds = (cairo_rectangle_t) { self->sign.x, self->sign.y, 0, 0 };
      grow (bounds, self->sign.radius);
      break;

    case TAMBOUR_MARK_TEXT:
      *bounds = (cairo_rectangle_t) { self->text.x, self->text.y, self->text.width, self->text.height };
      break;

    case TAMBOUR_MARK_BEGIN:
    case TAMBOUR_MARK_END:
      break;
    }
}
