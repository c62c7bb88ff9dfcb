/* tambour-review-part-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-review-text.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_PART_ROW (tambour_review_part_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewPartRow, tambour_review_part_row, TAMBOUR, REVIEW_PART_ROW, GtkListBoxRow)

GtkWidget     *tambour_review_part_row_new         (TambourChapter           chapter);
TambourChapter tambour_review_part_row_get_chapter (TambourReviewPartRow    *self);
void           tambour_review_part_row_show        (TambourReviewPartRow    *self,
                                                    const TambourReviewPart *part,
                                                    gboolean                 can_write);

G_END_DECLS
