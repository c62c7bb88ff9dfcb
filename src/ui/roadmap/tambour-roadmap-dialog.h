/* tambour-roadmap-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-roadmap-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ROADMAP_DIALOG (tambour_roadmap_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourRoadmapDialog, tambour_roadmap_dialog, TAMBOUR, ROADMAP_DIALOG, TambourAskDialog)

void tambour_roadmap_dialog_present (GtkWidget        *asked_by,
                                     TambourPortfolio *portfolio,
                                     guint             kind,
                                     const char       *id,
                                     const char       *account_id);

G_END_DECLS
