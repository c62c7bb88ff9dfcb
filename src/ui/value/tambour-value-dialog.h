/* tambour-value-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-value-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_VALUE_DIALOG (tambour_value_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourValueDialog, tambour_value_dialog, TAMBOUR, VALUE_DIALOG, TambourAskDialog)

void tambour_value_dialog_present (GtkWidget        *asked_by,
                                   TambourPortfolio *portfolio,
                                   guint             kind,
                                   const char       *id,
                                   const char       *account_id);

G_END_DECLS
