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

/**
 * TambourAuditChange:
 * @now: what the answers to the items that both audits have earned
 * @then: what they earned before
 *
 * How the score of an audit changed against an earlier one (METRICS.md M42).
 */
typedef struct
{
  TambourAuditTally now;
  TambourAuditTally then;
} TambourAuditChange;

void        tambour_audit_tally_take     (TambourAuditTally        *self,
                                          TambourAuditAnswer       *answer);
double      tambour_audit_tally_score    (const TambourAuditTally  *self);

GHashTable *tambour_audit_index          (void);
void        tambour_audit_index_take     (GHashTable               *index,
                                          TambourAuditAnswer       *answer);
gboolean    tambour_audit_change_take    (TambourAuditChange       *self,
                                          GHashTable               *then,
                                          TambourAuditAnswer       *answer);
double      tambour_audit_change_measure (const TambourAuditChange *self);

G_END_DECLS
