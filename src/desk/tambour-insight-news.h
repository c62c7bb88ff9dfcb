/* tambour-insight-news.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-insights.h"

G_BEGIN_DECLS

/**
 * TambourInsightNewsItem:
 * @account_name: (nullable): the customer
 *
 * Something new that the values of an account say.
 */
typedef struct
{
  TambourInsightProposal *proposal;
  char                   *account_name;
} TambourInsightNewsItem;

/**
 * TambourInsightNews:
 * @change: the change of the portfolio after which the rules ran
 * @found: (element-type TambourInsightProposal): what they found, for the next time
 * @items: (element-type TambourInsightNewsItem): of it what is new for a person, the
 *   newest first
 *
 * What the values of all accounts say.
 */
typedef struct
{
  gint64     change;
  GPtrArray *found;
  GPtrArray *items;
} TambourInsightNews;

TambourInsightNews *tambour_insight_news_load (TambourStore        *store,
                                               const char          *me,
                                               TambourInstant       at,
                                               GPtrArray           *found,
                                               gint64               change,
                                               GCancellable        *cancellable,
                                               GError             **error);
void                tambour_insight_news_free (TambourInsightNews  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourInsightNews, tambour_insight_news_free)

G_END_DECLS
