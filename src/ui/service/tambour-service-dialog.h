/* tambour-service-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-ask-dialog.h"
#include "tambour-service-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SERVICE_DIALOG (tambour_service_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourServiceDialog, tambour_service_dialog, TAMBOUR, SERVICE_DIALOG, TambourAskDialog)

void tambour_service_dialog_present (GtkWidget        *asked_by,
                                     TambourPortfolio *portfolio,
                                     guint             kind,
                                     const char       *id,
                                     const char       *account_id);

G_END_DECLS
