/* tambour-reviews.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-progress.h"
#include "tambour-review.h"
#include "tambour-rollup.h"
#include "tambour-store.h"

G_BEGIN_DECLS

typedef struct _TambourReviewsDone TambourReviewsDone;

/**
 * TambourReviewsWatch:
 * @done: an account of the batch; nobody else looks at it meanwhile
 * @is_over: %FALSE when its review is about to be written and at each of its pages, %TRUE when that is over
 * @user_data: of the order
 *
 * Told of each account; called from the threads, one at a time.
 */
typedef void (*TambourReviewsWatch) (const TambourReviewsDone *done,
                                     gboolean                  is_over,
                                     gpointer                  user_data);

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
 * @with_rollup: beside the reviews of a batch lies the portfolio, for managers
 * @watch: (nullable): told of each account of a batch
 * @watch_data: for @watch
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
  gboolean               with_rollup;
  TambourReviewsWatch    watch;
  gpointer               watch_data;
} TambourReviewsOrder;

/**
 * TambourReviewsDone:
 * @account: whose review
 * @path: (nullable): where it is, or would be
 * @line: (nullable): what the roll-up tells of it
 * @health: how it stands at the last change of the portfolio, where a roll-up is wanted
 * @error: (nullable): why it could not be written
 * @page: that is being written, counted from 1; 0 is before the first, and where the format has none
 * @n_pages: how many there are
 */
struct _TambourReviewsDone
{
  TambourAccount     *account;
  char               *path;
  TambourRollupLine  *line;
  TambourHealthLevel  health;
  GError             *error;
  guint               page;
  guint               n_pages;
};

TambourInstant tambour_reviews_cut_off      (TambourStore               *store,
                                             TambourAccount             *account,
                                             const TambourReviewsOrder  *order);
TambourFacts  *tambour_reviews_read         (TambourStore               *store,
                                             TambourAccount             *account,
                                             const TambourReviewsOrder  *order,
                                             GCancellable               *cancellable,
                                             GError                    **error);
gboolean       tambour_reviews_write_one    (TambourStore               *store,
                                             TambourAccount             *account,
                                             const TambourReviewsOrder  *order,
                                             const char                 *path,
                                             GCancellable               *cancellable,
                                             GError                    **error);
gboolean       tambour_reviews_write_report (TambourStore               *store,
                                             const char                 *report_id,
                                             const TambourReviewsOrder  *order,
                                             const char                 *path,
                                             GCancellable               *cancellable,
                                             GError                    **error);
GPtrArray     *tambour_reviews_roll_up      (TambourStore               *store,
                                             GPtrArray                  *accounts,
                                             const TambourReviewsOrder  *order,
                                             GCancellable               *cancellable,
                                             GError                    **error);
GPtrArray     *tambour_reviews_write_all    (TambourStore               *store,
                                             GPtrArray                  *accounts,
                                             const TambourReviewsOrder  *order,
                                             const char                 *folder,
                                             TambourProgressFunc         progress,
                                             gpointer                    user_data,
                                             GCancellable               *cancellable,
                                             GError                    **error);

G_END_DECLS
