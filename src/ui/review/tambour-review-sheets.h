/* tambour-review-sheets.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-review-sheet.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_SHEETS (tambour_review_sheets_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewSheets, tambour_review_sheets, TAMBOUR, REVIEW_SHEETS, GtkWidget)

void                tambour_review_sheets_set_pages (TambourReviewSheets     *self,
                                                     const TambourReviewLaid *layout);
void                tambour_review_sheets_set_room  (TambourReviewSheets     *self,
                                                     int                      height);
void                tambour_review_sheets_set_zoom  (TambourReviewSheets     *self,
                                                     double                   zoom);
double              tambour_review_sheets_get_scale (TambourReviewSheets     *self);
guint               tambour_review_sheets_get_n     (TambourReviewSheets     *self);
TambourReviewSheet *tambour_review_sheets_get       (TambourReviewSheets     *self,
                                                     guint                    index);
double              tambour_review_sheets_get_top   (TambourReviewSheets     *self,
                                                     guint                    index);
guint               tambour_review_sheets_at        (TambourReviewSheets     *self,
                                                     double                   y);

G_END_DECLS
