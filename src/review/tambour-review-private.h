/* tambour-review-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-annual.h"
#include "tambour-review.h"

G_BEGIN_DECLS

/**
 * TambourReviewComposed:
 * @document: the pages
 * @pages: (nullable): what the deck was composed from
 * @annual: (nullable): what the report was composed from
 *
 * A review that is laid out, and from what.
 */
typedef struct
{
  TambourDocument *document;
  TambourPages    *pages;
  TambourAnnual   *annual;
} TambourReviewComposed;

gboolean tambour_review_compose        (TambourFacts                 *facts,
                                        const TambourReviewSettings  *settings,
                                        TambourReviewComposed        *self,
                                        GError                      **error);
void     tambour_review_composed_clear (TambourReviewComposed        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourReviewComposed, tambour_review_composed_clear)

G_END_DECLS
