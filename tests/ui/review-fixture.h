/* review-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record-fixture.h"
#include "tambour-outline.h"
#include "tambour-report.h"
#include "tambour-review-window.h"

G_BEGIN_DECLS

TambourTestUi       *review_fixture_new         (int                  width,
                                                 int                  height);
TambourReviewWindow *review_fixture_open        (TambourTestUi       *ui);
TambourReviewWindow *review_fixture_get         (TambourTestUi       *ui);
void                 review_fixture_wait        (TambourReviewWindow *window);
TambourReport       *review_fixture_get_report  (TambourTestUi       *ui,
                                                 TambourReviewWindow *window);
TambourOutline      *review_fixture_get_outline (TambourTestUi       *ui,
                                                 TambourReviewWindow *window);
void                 review_fixture_choose      (TambourReviewWindow *window,
                                                 TambourChapter       chapter);
GtkWidget           *review_fixture_narrative   (TambourReviewWindow *window);

G_END_DECLS
