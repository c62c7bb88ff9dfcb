/* tambour-account-summary.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-health.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAccountSummary:
 * @account_id: the account
 * @name: what it is called
 * @plan: (nullable): the name of its plan, such as "Platinum"
 * @plan_code: (nullable): the plan's code, such as "platinum"
 * @zone: (nullable): the customer's time zone
 * @ends: the last day of the agreement of today; not stated without one
 * @days_left: days until then, today included: "renews in 8 days"; 0 without one
 * @status: a #TambourAccountStatus; %TAMBOUR_ACCOUNT_STATUS_CLOSED is archived
 * @is_mine: whether the person who was named looks after it today
 * @health: %TAMBOUR_HEALTH_NONE when health was not asked for
 *
 * One row of the sidebar.
 */
typedef struct
{
  char                 *account_id;
  char                 *name;
  char                 *plan;
  char                 *plan_code;
  char                 *zone;
  TambourDate           ends;
  int                   days_left;
  TambourAccountStatus  status;
  gboolean              is_mine;
  TambourHealthLevel    health;
} TambourAccountSummary;

/**
 * TambourSummaryFlags:
 * @TAMBOUR_SUMMARY_NAMES: three short queries; ready before the first frame
 * @TAMBOUR_SUMMARY_HEALTH: health as well, which counts cases and replays clocks
 * @TAMBOUR_SUMMARY_ARCHIVED: archived accounts too
 */
typedef enum
{
  TAMBOUR_SUMMARY_NAMES    = 0,
  TAMBOUR_SUMMARY_HEALTH   = 1 << 0,
  TAMBOUR_SUMMARY_ARCHIVED = 1 << 1,
} TambourSummaryFlags;

void tambour_account_summary_free (TambourAccountSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAccountSummary, tambour_account_summary_free)

GPtrArray *tambour_account_summary_list (TambourStore         *store,
                                         const char           *me,
                                         TambourSummaryFlags   flags,
                                         TambourInstant        at,
                                         GCancellable         *cancellable,
                                         GError              **error);

G_END_DECLS
