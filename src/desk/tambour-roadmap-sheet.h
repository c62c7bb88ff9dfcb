/* tambour-roadmap-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-engagement.h"
#include "tambour-goals.h"
#include "tambour-project-rank.h"
#include "tambour-request-weight.h"
#include "tambour-roadmap.h"

G_BEGIN_DECLS

/* What is settled is shown for a quarter. */
#define TAMBOUR_ROADMAP_DAYS 92

/* A request is on one of so many steps. */
#define TAMBOUR_REQUEST_STEPS 4

/**
 * TambourRoadmapRequest:
 * @n_steps: how many of the steps it has taken: submitted, accepted, planned, shipped
 * @evidence: (element-type TambourFrEvidence): what this customer said, the newest
 *   first, also of requests that were merged into this one
 * @n_others: how many other customers ask for it
 * @asked_on: when this customer asked first; @asked_again: and last, if more than once
 * @at_stake: the most that this customer says is at stake
 * @impact: the worst that this customer says
 * @settled_on: when it was shipped or declined; not stated if it was not
 * @reason: (nullable): what was said at its last step
 *
 * A request of the customer.
 */
typedef struct
{
  TambourFeatureRequest *request;
  guint                  n_steps;
  GPtrArray             *evidence;
  guint                  n_others;
  TambourDate            asked_on;
  TambourDate            asked_again;
  TambourMoney           at_stake;
  TambourRequestImpact   impact;
  TambourRequestWeight   weight;
  TambourDate            settled_on;
  char                  *reason;
} TambourRoadmapRequest;

/**
 * TambourRoadmapCall:
 * @review: (nullable): what was shown in it
 * @is_ready: of one that is planned: whether there is something to go by
 * @n_on_track: how many plans were shown that were known and came no later; @n_slipped:
 *   that came later than was said before; @n_added: that were new
 *
 * A call in which the roadmap was shown, or will be.
 */
typedef struct
{
  TambourEngagement    *call;
  TambourRoadmapReview *review;
  gboolean              is_ready;
  guint                 n_on_track;
  guint                 n_slipped;
  guint                 n_added;
} TambourRoadmapCall;

/**
 * TambourRoadmapSheet:
 * @zone: the customer's time zone; @today: the day there
 * @fee: of the agreement; without an amount if there is none
 * @goals: (element-type TambourGoalView): those that are not settled, and those
 *   that were a short time ago
 * @requests: (element-type TambourRoadmapRequest): the heaviest first, what is
 *   settled last
 * @coming: (element-type TambourRoadmapCall): what is planned, the next first
 * @past: (element-type TambourRoadmapCall): what was held, the newest first
 * @projects: (element-type TambourProject): by rank
 * @items: (element-type TambourRoadmapItem): the plans of the product, the nearest first
 *
 * What an account and we want, together and from the product.
 */
typedef struct
{
  TambourInstant  at;
  TambourAccount *account;
  GTimeZone      *zone;
  TambourDate     today;
  TambourMoney    fee;
  GPtrArray      *goals;
  GPtrArray      *requests;
  GPtrArray      *coming;
  GPtrArray      *past;
  GPtrArray      *projects;
  GPtrArray      *items;
} TambourRoadmapSheet;

TambourRoadmapSheet *tambour_roadmap_sheet_load (TambourStore         *store,
                                                 const char           *account_id,
                                                 TambourInstant        at,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 tambour_roadmap_sheet_free (TambourRoadmapSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRoadmapSheet, tambour_roadmap_sheet_free)

G_END_DECLS
