/* tambour-audit-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit-file.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_ITEM (tambour_audit_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditItem, tambour_audit_item, TAMBOUR, AUDIT_ITEM, GObject)

TambourAuditItem        *tambour_audit_item_new        (const TambourAuditCheck *check);
const TambourAuditCheck *tambour_audit_item_get_check  (TambourAuditItem        *self);
const char              *tambour_audit_item_get_id     (TambourAuditItem        *self);
TambourAnswer            tambour_audit_item_get_answer (TambourAuditItem        *self);
void                     tambour_audit_item_set_check  (TambourAuditItem        *self,
                                                        const TambourAuditCheck *check);
void                     tambour_audit_item_set_answer (TambourAuditItem        *self,
                                                        TambourAnswer            answer);

G_END_DECLS
