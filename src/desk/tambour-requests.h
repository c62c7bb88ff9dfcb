/* tambour-requests.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-request-weight.h"
#include "tambour-roadmap.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* After so many days without a step, whoever pushes a request asks again. */
#define TAMBOUR_REQUEST_STALE_DAYS 30

/* What was reached longer ago is no news any more: the review tells it. */
#define TAMBOUR_REQUEST_TELL_DAYS 365

/**
 * TambourRequestGroup:
 * @TAMBOUR_REQUEST_GROUP_OPEN: nobody has decided
 * @TAMBOUR_REQUEST_GROUP_ANSWERED: it will come
 * @TAMBOUR_REQUEST_GROUP_SETTLED: it came, or will not
 */
typedef enum
{
  TAMBOUR_REQUEST_GROUP_OPEN,
  TAMBOUR_REQUEST_GROUP_ANSWERED,
  TAMBOUR_REQUEST_GROUP_SETTLED,
} TambourRequestGroup;

/**
 * TambourRequestAsker:
 * @name: (nullable): of the account
 * @is_own: whether the person who looks has to care: it is theirs, or nobody's
 * @weight: how much the account wants it; an account counts once, however often it asks
 * @at_stake: the most that it says is at stake
 * @fee: of its agreement
 * @impact: the worst that it says
 * @asked_on: when it asked first
 * @evidence: (element-type TambourFrEvidence): what it said, the newest first
 *
 * An account that asks for something.
 */
typedef struct
{
  char                 *account_id;
  char                 *name;
  gboolean              is_own;
  TambourRequestWeight  weight;
  TambourMoney          at_stake;
  TambourMoney          fee;
  TambourRequestImpact  impact;
  TambourDate           asked_on;
  GPtrArray            *evidence;
} TambourRequestAsker;

/**
 * TambourRequestListener:
 * @contact_id: (nullable): who asked, if that is known
 * @name: (nullable): what that contact is called; only in a #TambourRequestFile
 * @quote: (nullable): what was said last
 * @asked_on: when it was asked last
 * @told_on: when it was told last; @told_status: what; @told_by_id: (nullable): by whom
 * @told_by: (nullable): what that person is called; only in a #TambourRequestFile
 * @must_be_told: whether the request has come further, and that was not told
 *
 * Somebody who asked, and wants to know what became of it.
 */
typedef struct
{
  const TambourRequestAsker *asker;
  char                      *contact_id;
  char                      *name;
  char                      *quote;
  TambourDate                asked_on;
  TambourDate                told_on;
  TambourRequestStatus       told_status;
  char                      *told_by_id;
  char                      *told_by;
  gboolean                   must_be_told;
} TambourRequestListener;

/**
 * TambourRequestLine:
 * @n_steps: how many of the four steps it has taken
 * @askers: (element-type TambourRequestAsker): who asks for it, the heaviest first
 * @listeners: (element-type TambourRequestListener): who wants to know what became of it
 * @n_own: how many of the accounts the person has to care for
 * @n_quotes: how often it was asked for
 * @n_votes: how many votes it has, and what was merged into it
 * @weight: the weights of all accounts together
 * @at_stake: (element-type TambourMoney): one amount for each currency
 * @asked_on: when it was asked for first
 * @answered_on: when it was first decided: planned, shipped or declined (METRICS.md M51)
 * @reached_on: when it came to where it is; @reason: (nullable): what was said then
 * @news_on: when something happened to it last
 * @n_to_tell: how many of those that the person has to care for must be told
 * @is_stale: whether it is not settled, and nothing has happened for a long time
 *
 * A request with what all accounts say about it, also about those that were merged
 * into it.
 */
typedef struct
{
  TambourFeatureRequest *request;
  TambourRequestGroup    group;
  guint                  n_steps;
  GPtrArray             *askers;
  GPtrArray             *listeners;
  guint                  n_own;
  guint                  n_quotes;
  gint64                 n_votes;
  int                    weight;
  GArray                *at_stake;
  TambourDate            asked_on;
  TambourDate            answered_on;
  TambourDate            reached_on;
  TambourDate            news_on;
  char                  *reason;
  guint                  n_to_tell;
  gboolean               is_stale;
  char                  *folded;
} TambourRequestLine;

/**
 * TambourRequestList:
 * @today: the day where the person is
 * @lines: (element-type TambourRequestLine): the heaviest first; of those of no weight
 *   the ones with the most votes
 * @n_open: how many are not settled
 * @n_accounts: how many accounts ask for those
 * @n_to_tell: how many of all have somebody who must be told
 * @at_stake: (element-type TambourMoney): what is at stake in those, for each currency
 *
 * What all accounts want of the product.
 */
typedef struct
{
  TambourDate  today;
  GPtrArray   *lines;
  guint        n_open;
  guint        n_accounts;
  guint        n_to_tell;
  GArray      *at_stake;
} TambourRequestList;

/**
 * TambourRequestView:
 * @TAMBOUR_REQUEST_VIEW_CHAMPION: what one pushes: what is not settled and own accounts
 *   ask for; what has stood still first
 */
typedef enum
{
  TAMBOUR_REQUEST_VIEW_OPEN,
  TAMBOUR_REQUEST_VIEW_ANSWERED,
  TAMBOUR_REQUEST_VIEW_SETTLED,
  TAMBOUR_REQUEST_VIEW_CHAMPION,
} TambourRequestView;

TambourRequestList *tambour_request_list_load  (TambourStore        *store,
                                                const char          *me,
                                                TambourInstant       at,
                                                GCancellable        *cancellable,
                                                GError             **error);
gboolean            tambour_request_list_count (TambourStore        *store,
                                                const char          *me,
                                                TambourInstant       at,
                                                GCancellable        *cancellable,
                                                guint               *n_to_tell,
                                                GError             **error);
void                tambour_request_list_free  (TambourRequestList  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestList, tambour_request_list_free)

GPtrArray *tambour_request_list_view     (TambourRequestList       *self,
                                          TambourRequestView        view,
                                          const char * const       *words);
guint      tambour_request_line_get_part (const TambourRequestLine *line,
                                          TambourRequestView        view);
int        tambour_request_line_get_days (const TambourRequestLine *line,
                                          TambourDate               today);
void       tambour_request_line_free     (TambourRequestLine       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestLine, tambour_request_line_free)

G_END_DECLS
