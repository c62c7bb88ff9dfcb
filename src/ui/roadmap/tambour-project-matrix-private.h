/* tambour-project-matrix-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-matrix-plane.h"
#include "tambour-project-matrix.h"

G_BEGIN_DECLS

/**
 * TambourMatrixPoint:
 * @impact: where it stands; of one that is being moved, where it will
 * @at: where its middle is drawn
 *
 * A project in the matrix.
 */
typedef struct
{
  TambourProject   *project;
  GtkWidget        *widget;
  guint             number;
  int               impact;
  int               effort;
  graphene_point_t  at;
} TambourMatrixPoint;

struct _TambourProjectMatrix
{
  GtkWidget           parent_instance;

  GPtrArray          *points;    /* of TambourMatrixPoint, by rank */
  char               *selected;
  gboolean            is_editable;

  /* What is moved and not written yet */
  TambourMatrixPoint *moving;    /* one of the points */
  gboolean            is_dragged;
  graphene_point_t    grabbed;   /* where its middle was */
  graphene_point_t    dragged;   /* and where it is */
  guint               settling;  /* the source that writes it */
};

#define TAMBOUR_MATRIX_POINT 24

TambourMatrixPlane tambour_project_matrix_get_plane  (TambourProjectMatrix *self);
void               tambour_project_matrix_draw       (TambourProjectMatrix *self,
                                                      GtkSnapshot          *snapshot);
PangoLayout       *tambour_project_matrix_new_layout (TambourProjectMatrix *self,
                                                      const char           *text,
                                                      gboolean              is_bold);

/* tambour-project-matrix-move.c */
void tambour_project_matrix_add_controllers (TambourProjectMatrix *self);
void tambour_project_matrix_focus_moved     (TambourProjectMatrix *self);
void tambour_project_matrix_settle          (TambourProjectMatrix *self);
void tambour_project_matrix_forget          (TambourProjectMatrix *self);
void tambour_project_matrix_describe        (TambourProjectMatrix *self,
                                             TambourMatrixPoint   *point);
void tambour_project_matrix_choose          (TambourProjectMatrix *self,
                                             TambourMatrixPoint   *point);
void tambour_project_matrix_emit_moved      (TambourProjectMatrix *self,
                                             TambourMatrixPoint   *point);
void tambour_project_matrix_emit_opened     (TambourProjectMatrix *self,
                                             TambourMatrixPoint   *point);

G_END_DECLS
