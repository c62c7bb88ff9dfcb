/* tambour-audits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit-series.h"
#include "tambour-engagement.h"
#include "tambour-known-issues.h"

G_BEGIN_DECLS

/**
 * TambourAudits:
 * @zone: the customer's time zone
 * @entries: (element-type TambourAuditEntry): its audits, the oldest first
 * @planned: (element-type TambourEngagement): when one is planned, the next first
 * @next_due: when the next one is due by the cadence of audit sessions, while none is
 *   planned; not stated without such a cadence
 * @checklists: (element-type TambourAuditTemplate): what one can begin with, by name
 * @safeguards: (element-type TambourExposureLine): the known issues that concern it,
 *   the worst first
 *
 * The audits of an account.
 */
typedef struct
{
  TambourAccount *account;
  GTimeZone      *zone;
  GPtrArray      *entries;
  GPtrArray      *planned;
  TambourDate     next_due;
  GPtrArray      *checklists;
  GPtrArray      *safeguards;
} TambourAudits;

TambourAudits *tambour_audits_load (TambourStore    *store,
                                    const char      *account_id,
                                    TambourInstant   at,
                                    GCancellable    *cancellable,
                                    GError         **error);
void           tambour_audits_free (TambourAudits   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAudits, tambour_audits_free)

gboolean tambour_audit_check_frozen (TambourStore   *store,
                                     TambourRecord  *record,
                                     GError        **error);

G_END_DECLS
