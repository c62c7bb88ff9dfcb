/* tambour-audit-detail.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-audit-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_DETAIL (tambour_audit_detail_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditDetail, tambour_audit_detail, TAMBOUR, AUDIT_DETAIL, GtkBox)

GtkWidget *tambour_audit_detail_new  (void);
void       tambour_audit_detail_show (TambourAuditDetail *self,
                                      TambourAuditItem   *item,
                                      gboolean            is_fixed);

G_END_DECLS
