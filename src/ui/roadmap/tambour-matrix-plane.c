/* tambour-matrix-plane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-matrix-plane.h"

/* Between the quadrants. */
#define GAP 4

/* How many steps are little, and how many are much. */
#define N_LITTLE (TAMBOUR_PROJECT_MUCH - 1)
#define N_MUCH   (TAMBOUR_PROJECT_STEPS - N_LITTLE)

/* Points beside each other in a cell, at most. */
#define MAX_BESIDE 3

/* One direction: from where to where the steps are that are little, and much. */
typedef struct
{
  float little, little_end;
  float much, much_end;
} Axis;

static Axis
get_effort_axis (const TambourMatrixPlane *self)
{
  float width = self->bounds.size.width;

  return (Axis) { 0, (width - GAP) / 2, (width + GAP) / 2, width };
}

/* From below. */
static Axis
get_impact_axis (const TambourMatrixPlane *self)
{
  float height = self->bounds.size.height;

  return (Axis) { self->strip, (height - GAP) / 2, (height + GAP) / 2, height - self->strip };
}

static void
find_step (const Axis *axis,
           int         step,
           float      *from,
           float      *to)
{
  gboolean is_much = step >= TAMBOUR_PROJECT_MUCH;
  float start = is_much ? axis->much : axis->little;
  float length = is_much ? (axis->much_end - axis->much) / N_MUCH : (axis->little_end - axis->little) / N_LITTLE;
  int before = is_much ? step - TAMBOUR_PROJECT_MUCH : step - 1;

  *from = start + before * length;
  *to = *from + length;
}

static int
read_step (const Axis *axis,
           float       at)
{
  for (int step = 1; step < TAMBOUR_PROJECT_STEPS; step++)
    {
      float from, to;

      find_step (axis, step, &from, &to);
      if (at < to)
        return step;
    }

  return TAMBOUR_PROJECT_STEPS;
}

/**
 * tambour_matrix_plane_get_cell:
 * @self: a plane
 * @impact: from 1
 * @effort: from 1
 *
 * Returns: where projects of that impact and effort are
 */
graphene_rect_t
tambour_matrix_plane_get_cell (const TambourMatrixPlane *self,
                               int                       impact,
                               int                       effort)
{
  const Axis efforts = get_effort_axis (self);
  const Axis impacts = get_impact_axis (self);
  float left, right, bottom, top;

  find_step (&efforts, CLAMP (effort, 1, TAMBOUR_PROJECT_STEPS), &left, &right);
  find_step (&impacts, CLAMP (impact, 1, TAMBOUR_PROJECT_STEPS), &bottom, &top);

  return GRAPHENE_RECT_INIT (self->bounds.origin.x + (self->is_rtl ? self->bounds.size.width - right : left),
                             self->bounds.origin.y + self->bounds.size.height - top, right - left, top - bottom);
}

/**
 * tambour_matrix_plane_find_cell:
 * @self: a plane
 * @x: from the left
 * @y: from above
 * @impact: (out): the impact of what is there
 * @effort: (out): its effort
 *
 * Whatever is beside the plane is at its edge.
 */
void
tambour_matrix_plane_find_cell (const TambourMatrixPlane *self,
                                float                     x,
                                float                     y,
                                int                      *impact,
                                int                      *effort)
{
  const Axis efforts = get_effort_axis (self);
  const Axis impacts = get_impact_axis (self);
  float across = x - self->bounds.origin.x;

  *effort = read_step (&efforts, self->is_rtl ? self->bounds.size.width - across : across);
  *impact = read_step (&impacts, self->bounds.origin.y + self->bounds.size.height - y);
}

/**
 * tambour_matrix_plane_find_place:
 * @self: a plane
 * @impact: from 1
 * @effort: from 1
 * @position: which of the points in that cell
 * @n_there: how many there are
 * @size: of a point
 *
 * Returns: the middle of the point: points of one cell stand beside each other
 */
graphene_point_t
tambour_matrix_plane_find_place (const TambourMatrixPlane *self,
                                 int                       impact,
                                 int                       effort,
                                 guint                     position,
                                 guint                     n_there,
                                 float                     size)
{
  graphene_rect_t cell = tambour_matrix_plane_get_cell (self, impact, effort);
  guint n_beside = MIN (n_there, MAX_BESIDE);
  guint n_rows = (n_there + MAX_BESIDE - 1) / MAX_BESIDE;
  float across = n_beside > 0 ? MIN (size, cell.size.width / n_beside) : 0;
  float down = n_rows > 0 ? MIN (size, cell.size.height / n_rows) : 0;
  guint column = position % MAX_BESIDE;
  guint row = position / MAX_BESIDE;

  return GRAPHENE_POINT_INIT (cell.origin.x + cell.size.width / 2 + ((float) column - (n_beside - 1) / 2.0f) * across,
                              cell.origin.y + cell.size.height / 2 + ((float) row - (n_rows - 1) / 2.0f) * down);
}

/**
 * tambour_matrix_plane_get_quadrant:
 * @self: a plane
 * @quadrant: one of the four
 *
 * Returns: where it is
 */
graphene_rect_t
tambour_matrix_plane_get_quadrant (const TambourMatrixPlane *self,
                                   TambourQuadrant           quadrant)
{
  gboolean is_much_effort = quadrant == TAMBOUR_QUADRANT_PLAN || quadrant == TAMBOUR_QUADRANT_LEAVE;
  gboolean is_much_impact = quadrant == TAMBOUR_QUADRANT_PLAN || quadrant == TAMBOUR_QUADRANT_DO_NEXT;
  float width = (self->bounds.size.width - GAP) / 2;
  float height = (self->bounds.size.height - GAP) / 2;

  return GRAPHENE_RECT_INIT (self->bounds.origin.x + (is_much_effort != self->is_rtl ? width + GAP : 0),
                             self->bounds.origin.y + (is_much_impact ? 0 : height + GAP), width, height);
}
