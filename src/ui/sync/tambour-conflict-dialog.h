/* tambour-conflict-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CONFLICT_DIALOG (tambour_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourConflictDialog, tambour_conflict_dialog, TAMBOUR, CONFLICT_DIALOG, AdwDialog)

void tambour_conflict_dialog_present (GtkWidget        *asked_by,
                                      TambourPortfolio *portfolio,
                                      const char       *record_id);

G_END_DECLS
