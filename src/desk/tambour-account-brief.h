/* tambour-account-brief.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAccountBrief:
 * @plan: (nullable): what its plan is called
 * @zone: the customer's time zone
 *
 * What the page of an account says whatever section it shows.
 */
typedef struct
{
  TambourAccount *account;
  char           *plan;
  GTimeZone      *zone;
} TambourAccountBrief;

TambourAccountBrief *tambour_account_brief_load (TambourStore         *store,
                                                 const char           *account_id,
                                                 TambourInstant        at,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 tambour_account_brief_free (TambourAccountBrief  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAccountBrief, tambour_account_brief_free)

/**
 * TambourAccountCounts:
 * @n_notes: infrastructure, workflows and objectives that are written down
 * @n_cases: cases that are not closed
 * @n_calls: meetings that were held
 * @n_goals: goals that are not settled
 * @n_audits: audits, finished or not
 * @n_shares: things of the library that were shared
 * @n_reviews: business reviews
 *
 * How much is in each section of the page of an account. A number is -1 if it could not
 * be had.
 */
typedef struct
{
  gint64 n_notes;
  gint64 n_cases;
  gint64 n_calls;
  gint64 n_goals;
  gint64 n_audits;
  gint64 n_shares;
  gint64 n_reviews;
} TambourAccountCounts;

TambourAccountCounts *tambour_account_counts_load (TambourStore    *store,
                                                   const char      *account_id,
                                                   TambourInstant   at,
                                                   GCancellable    *cancellable,
                                                   GError         **error);

gboolean              tambour_account_archive     (TambourChange   *change,
                                                   TambourStore    *store,
                                                   const char      *account_id,
                                                   GError         **error);
gboolean              tambour_account_restore     (TambourChange   *change,
                                                   TambourStore    *store,
                                                   const char      *account_id,
                                                   GError         **error);

G_END_DECLS
