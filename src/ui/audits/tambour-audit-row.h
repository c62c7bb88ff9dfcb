/* tambour-audit-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-audit-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_ROW (tambour_audit_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditRow, tambour_audit_row, TAMBOUR, AUDIT_ROW, GtkBox)

GtkWidget *tambour_audit_row_new      (void);
void       tambour_audit_row_show     (TambourAuditRow  *self,
                                       TambourAuditItem *item);
char      *tambour_audit_row_dup_name (TambourAuditRow  *self);

G_END_DECLS
