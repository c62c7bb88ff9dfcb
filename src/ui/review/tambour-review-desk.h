/* tambour-review-desk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-review-painter.h"
#include "tambour-review-sheets.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_DESK (tambour_review_desk_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewDesk, tambour_review_desk, TAMBOUR, REVIEW_DESK, AdwBin)

void                  tambour_review_desk_show        (TambourReviewDesk       *self,
                                                       const TambourReviewLaid *layout);
TambourReviewPainter *tambour_review_desk_get_painter (TambourReviewDesk       *self);
void                  tambour_review_desk_close       (TambourReviewDesk       *self);
guint                 tambour_review_desk_get_page    (TambourReviewDesk       *self);
guint                 tambour_review_desk_get_n_pages (TambourReviewDesk       *self);
void                  tambour_review_desk_go          (TambourReviewDesk       *self,
                                                       guint                    page);
void                  tambour_review_desk_zoom        (TambourReviewDesk       *self,
                                                       int                      steps);
char                 *tambour_review_desk_dup_zoom    (TambourReviewDesk       *self);

G_END_DECLS
