/* tambour-audit-part-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-audit-file.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_PART_ROW (tambour_audit_part_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditPartRow, tambour_audit_part_row, TAMBOUR, AUDIT_PART_ROW, GtkBox)

GtkWidget *tambour_audit_part_row_new  (void);
char      *tambour_audit_part_row_show (TambourAuditPartRow    *self,
                                        const TambourAuditPart *part);

G_END_DECLS
