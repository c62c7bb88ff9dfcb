/* tambour-audit-score.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"

G_BEGIN_DECLS

/**
 * TambourAuditTally:
 *
 * What some answers of an audit earned (METRICS.md M40).
 */
typedef struct
{
  double earned;
  double possible;
  gint64 verified;
  gint64 applicable;
} TambourAuditTally;

void   tambour_audit_tally_take  (TambourAuditTally       *self,
                                  TambourAuditAnswer      *answer);
double tambour_audit_tally_score (const TambourAuditTally *self);

G_END_DECLS
