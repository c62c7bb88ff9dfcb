/* tambour-matrix-plane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-project-rank.h"

G_BEGIN_DECLS

/**
 * TambourMatrixPlane:
 * @bounds: where the four quadrants are
 * @strip: how high the names of the quadrants are: no point stands on one
 * @is_rtl: whether lines begin at the right: effort grows from there as well
 *
 * Where impact and effort are on the screen. The quadrants are equally large,
 * whatever number of steps is in each.
 */
typedef struct
{
  graphene_rect_t bounds;
  float           strip;
  gboolean        is_rtl;
} TambourMatrixPlane;

graphene_rect_t  tambour_matrix_plane_get_quadrant (const TambourMatrixPlane *self,
                                                    TambourQuadrant           quadrant);
graphene_rect_t  tambour_matrix_plane_get_cell     (const TambourMatrixPlane *self,
                                                    int                       impact,
                                                    int                       effort);
void             tambour_matrix_plane_find_cell    (const TambourMatrixPlane *self,
                                                    float                     x,
                                                    float                     y,
                                                    int                      *impact,
                                                    int                      *effort);
graphene_point_t tambour_matrix_plane_find_place   (const TambourMatrixPlane *self,
                                                    int                       impact,
                                                    int                       effort,
                                                    guint                     position,
                                                    guint                     n_there,
                                                    float                     size);

G_END_DECLS
