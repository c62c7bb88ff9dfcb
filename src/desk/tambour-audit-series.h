/* tambour-audit-series.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-audit-score.h"

G_BEGIN_DECLS

/**
 * TambourAuditEntry:
 * @checklist: (nullable): the name of the checklist that it goes by; its versions
 *   have the same
 * @answers: (element-type TambourAuditAnswer): what was answered
 * @score: in percent; %NAN if nothing was verified (METRICS.md M40)
 * @before: (nullable): the last finished audit by the same checklist before it
 * @change: in points since @before, over the questions that both have; %NAN if
 *   there is none (METRICS.md M42)
 *
 * An audit among the others of its account.
 */
typedef struct _TambourAuditEntry TambourAuditEntry;

struct _TambourAuditEntry
{
  TambourAudit      *audit;
  char              *checklist;
  GPtrArray         *answers;
  TambourAuditTally  tally;
  double             score;
  TambourAuditEntry *before;
  double             change;
};

GPtrArray *tambour_audit_series_load (const TambourAccountReading  *reading,
                                      GPtrArray                    *audits,
                                      GError                      **error);

int        tambour_audit_compare     (TambourAudit                 *a,
                                      TambourAudit                 *b);

G_END_DECLS
