/* tambour-audit-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit-file.h"

G_BEGIN_DECLS

const char *tambour_audit_text_answer   (TambourAnswer             answer);
char       *tambour_audit_text_line     (const TambourAuditCheck  *check);
char       *tambour_audit_text_score    (double                    score);
char       *tambour_audit_text_change   (const TambourAuditEntry  *entry);
char       *tambour_audit_text_sum      (const TambourAuditEntry  *entry);
char       *tambour_audit_text_trend    (GPtrArray                *series);
char       *tambour_audit_text_when     (TambourAudit             *audit,
                                         gboolean                  with_month);
const char *tambour_audit_text_part     (const TambourAuditPart   *part);
char       *tambour_audit_text_progress (guint                     n_answered,
                                         guint                     n);
const char *tambour_audit_text_icon     (TambourSeverity           severity,
                                         const char              **style);
char       *tambour_audit_text_finding  (TambourFinding           *finding,
                                         TambourDate               today);
GStrv       tambour_audit_text_evidence (TambourAuditAnswer       *answer);

G_END_DECLS
