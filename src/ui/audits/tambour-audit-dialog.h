/* tambour-audit-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-audit-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDIT_DIALOG (tambour_audit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditDialog, tambour_audit_dialog, TAMBOUR, AUDIT_DIALOG, TambourAskDialog)

void     tambour_audit_dialog_present (GtkWidget            *asked_by,
                                       TambourPortfolio     *portfolio,
                                       TambourAuditMoveKind  kind,
                                       const char           *id);
gboolean tambour_audit_dialog_asks    (TambourRecordClass   *klass,
                                       guint                 kind);

G_END_DECLS
