/* tambour-review-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-review-laid.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_SHEET (tambour_review_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewSheet, tambour_review_sheet, TAMBOUR, REVIEW_SHEET, GtkWidget)

GtkWidget  *tambour_review_sheet_new         (void);
void        tambour_review_sheet_describe    (TambourReviewSheet    *self,
                                              const TambourLaidPage *page,
                                              guint                  number,
                                              guint                  n_pages);
void        tambour_review_sheet_set_texture (TambourReviewSheet    *self,
                                              GdkTexture            *texture);
GdkTexture *tambour_review_sheet_get_texture (TambourReviewSheet    *self);

G_END_DECLS
