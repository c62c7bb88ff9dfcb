/* tambour-reviews.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-progress.h"
#include "tambour-review.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourReviewsOrder:
 * @from: the first day of the period
 * @to: the day after its last
 * @as_of: the cut-off, or %TAMBOUR_NEVER for the end of the period, or the
 *   portfolio's last change where that came before
 * @format: what is written
 * @settings: how
 * @jobs: how many are written at once
 * @composed: where somebody composed a review about the period, it is written so, from its snapshot
 *
 * What reviews are wanted.
 */
typedef struct
{
  TambourDate            from;
  TambourDate            to;
  TambourInstant         as_of;
  TambourReviewFormat    format;
  TambourReviewSettings  settings;
  guint                  jobs;
  gboolean               composed;
} TambourReviewsOrder;

/**
 * TambourReviewsDone:
 * @account: whose review
 * @path: where it is, or would be
 * @cells: (nullable): its line of the roll-up
 * @error: (nullable): why it could not be written
 */
typedef struct
{
  TambourAccount *account;
  char           *path;
  GStrv           cells;
  GError         *error;
} TambourReviewsDone;

TambourFacts *tambour_reviews_read         (TambourStore               *store,
                                            TambourAccount             *account,
                                            const TambourReviewsOrder  *order,
                                            GCancellable               *cancellable,
                                            GError                    **error);
gboolean      tambour_reviews_write_one    (TambourStore               *store,
                                            TambourAccount             *account,
                                            const TambourReviewsOrder  *order,
                                            const char                 *path,
                                            GCancellable               *cancellable,
                                            GError                    **error);
gboolean      tambour_reviews_write_report (TambourStore               *store,
                                            const char                 *report_id,
                                            const TambourReviewsOrder  *order,
                                            const char                 *path,
                                            GCancellable               *cancellable,
                                            GError                    **error);
GPtrArray    *tambour_reviews_write_all    (TambourStore               *store,
                                            GPtrArray                  *accounts,
                                            const TambourReviewsOrder  *order,
                                            const char                 *folder,
                                            TambourProgressFunc         progress,
                                            gpointer                    user_data,
                                            GCancellable               *cancellable,
                                            GError                    **error);

G_END_DECLS
