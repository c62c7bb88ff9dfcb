/* tambour-request-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-request-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REQUEST_DIALOG (tambour_request_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestDialog, tambour_request_dialog, TAMBOUR, REQUEST_DIALOG, TambourAskDialog)

void tambour_request_dialog_present (GtkWidget        *asked_by,
                                     TambourPortfolio *portfolio,
                                     guint             kind,
                                     const char       *id,
                                     const char       *account_id);

G_END_DECLS
