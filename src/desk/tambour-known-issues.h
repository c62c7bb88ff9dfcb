/* tambour-known-issues.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-audit.h"
#include "tambour-engagement.h"
#include "tambour-environment.h"

G_BEGIN_DECLS

/**
 * TambourIssueLine:
 * @n_accounts: how many accounts there are by the worst state that each is in
 *
 * A known issue and whom it concerns.
 */
typedef struct
{
  TambourKnownIssue *issue;
  guint              n_accounts[TAMBOUR_N_EXPOSURE_STATES];
} TambourIssueLine;

/**
 * TambourIssueList:
 * @today: the day of the person who looks
 * @lines: (element-type TambourIssueLine): those that concern somebody first, the
 *   severe before others, then the newest
 *
 * The known issues of a portfolio.
 */
typedef struct
{
  TambourDate  today;
  GPtrArray   *lines;
} TambourIssueList;

TambourIssueList *tambour_issue_list_load (TambourStore      *store,
                                           GTimeZone         *zone,
                                           TambourInstant     at,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              tambour_issue_list_free (TambourIssueList  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourIssueList, tambour_issue_list_free)

guint    tambour_exposure_get_rank     (TambourExposureState    state);
gboolean tambour_exposure_is_open      (TambourExposureState    state);
gboolean tambour_issue_line_is_open    (const TambourIssueLine *self);
gboolean tambour_issue_line_is_settled (const TambourIssueLine *self);

/**
 * TambourExposureLine:
 * @issue: (nullable): which known issue it is about
 * @component: (nullable): what of the account
 * @account: (nullable): whose it is
 * @action: (nullable): what is planned against it and not done yet
 * @today: the customer's day
 *
 * What a known issue is to an account.
 */
typedef struct
{
  TambourExposure   *exposure;
  TambourKnownIssue *issue;
  TambourComponent  *component;
  TambourAccount    *account;
  TambourActionItem *action;
  TambourDate        today;
} TambourExposureLine;

GPtrArray *tambour_exposure_lines_load (const TambourAccountReading  *reading,
                                        const char                   *issue_id,
                                        guint                         limit,
                                        GError                      **error);

/**
 * TambourIssueFile:
 * @today: the day of the person who looks
 * @lines: (element-type TambourExposureLine): what it is to accounts, the worst first
 * @n_lines: how many there are, of which @lines has the first
 *
 * A known issue with all that belongs to it. Nobody changes it.
 */
typedef struct
{
  TambourKnownIssue *record;
  TambourDate        today;
  GPtrArray         *lines;
  guint              n_lines;
} TambourIssueFile;

TambourIssueFile *tambour_issue_file_load (TambourStore      *store,
                                           const char        *id,
                                           GTimeZone         *zone,
                                           TambourInstant     at,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              tambour_issue_file_free (TambourIssueFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourIssueFile, tambour_issue_file_free)

G_END_DECLS
