/* tambour-call-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CALL_DIALOG (tambour_call_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourCallDialog, tambour_call_dialog, TAMBOUR, CALL_DIALOG, AdwDialog)

void tambour_call_dialog_present (GtkWidget        *asked_by,
                                  TambourPortfolio *portfolio,
                                  const char       *account_id);

G_END_DECLS
