/* tambour-action-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-action-moves.h"
#include "tambour-ask-dialog.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACTION_DIALOG (tambour_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourActionDialog, tambour_action_dialog, TAMBOUR, ACTION_DIALOG, TambourAskDialog)

gboolean tambour_action_dialog_asks    (TambourActionMoveKind  kind);
void     tambour_action_dialog_present (GtkWidget             *asked_by,
                                        TambourPortfolio      *portfolio,
                                        TambourActionMoveKind  kind,
                                        TambourRecordClass    *klass,
                                        const char            *id);

G_END_DECLS
