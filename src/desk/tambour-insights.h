/* tambour-insights.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-usage-series.h"

G_BEGIN_DECLS

/* What is older than so many days is no news on the day. */
#define TAMBOUR_INSIGHT_NEWS_DAYS 60

/**
 * TambourInsightProposal:
 * @dimension: (nullable): what of the metric
 * @title: (nullable): what the metric is called, if it is described
 * @unit: (nullable): what it is counted in
 * @first: the day that it began; @last: the last day of it
 * @before: what was usual before, the target, or the record before; @now: what is since.
 *   Both %NAN for a gap
 * @is_most: of a target: whether the values should stay below it
 * @is_fall: whether it fell, or came below
 * @from: the day of the oldest value that was looked at; @to: of the newest
 * @n_values: how many were
 *
 * Something that a rule found, which nobody has taken up or dismissed.
 */
typedef struct
{
  char               *account_id;
  char               *metric;
  char               *dimension;
  char               *title;
  char               *unit;
  TambourInsightRule  rule;
  TambourDate         first;
  TambourDate         last;
  double              before;
  double              now;
  gboolean            is_most;
  gboolean            is_fall;
  TambourDate         from;
  TambourDate         to;
  guint               n_values;
} TambourInsightProposal;

TambourInsightProposal *tambour_insight_proposal_copy     (const TambourInsightProposal *self);
void                    tambour_insight_proposal_free     (TambourInsightProposal       *self);
char                   *tambour_insight_proposal_dup_key  (const TambourInsightProposal *self);
TambourInsightGround    tambour_insight_rule_get_ground   (TambourInsightRule            rule);
gboolean                tambour_insight_proposal_is_known (const TambourInsightProposal *self,
                                                           TambourInsight               *insight);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourInsightProposal, tambour_insight_proposal_free)

GPtrArray *tambour_insights_examine (TambourStore         *store,
                                     const char           *account_id,
                                     TambourProgressFunc   progress,
                                     gpointer              user_data,
                                     GCancellable         *cancellable,
                                     GError              **error);
GPtrArray *tambour_insights_sift    (TambourStore         *store,
                                     const char           *account_id,
                                     GPtrArray            *found,
                                     GCancellable         *cancellable,
                                     GError              **error);
GPtrArray *tambour_insights_propose (TambourStore         *store,
                                     const char           *account_id,
                                     TambourProgressFunc   progress,
                                     gpointer              user_data,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
