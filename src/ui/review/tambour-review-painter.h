/* tambour-review-painter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-preflight.h"
#include "tambour-review-laid.h"

G_BEGIN_DECLS

/**
 * TambourPainted:
 * @page: which page, from 0
 * @scale: pixels for each point
 * @texture: as the PDF shows it
 */
typedef struct
{
  guint       page;
  double      scale;
  GdkTexture *texture;
} TambourPainted;

#define TAMBOUR_TYPE_REVIEW_PAINTER (tambour_review_painter_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewPainter, tambour_review_painter, TAMBOUR, REVIEW_PAINTER, GObject)

TambourReviewPainter *tambour_review_painter_new     (void);
void                  tambour_review_painter_close   (TambourReviewPainter *self);
void                  tambour_review_painter_compose (TambourReviewPainter *self,
                                                      TambourReviewHeld    *held,
                                                      TambourReviewLayout   shown_as,
                                                      const char           *outline);
void                  tambour_review_painter_look_at (TambourReviewPainter *self,
                                                      guint                 first,
                                                      guint                 n_pages,
                                                      double                scale);
gboolean              tambour_review_painter_is_busy (TambourReviewPainter *self);

G_END_DECLS
