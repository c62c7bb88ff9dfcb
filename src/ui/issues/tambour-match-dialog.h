/* tambour-match-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_MATCH_DIALOG (tambour_match_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourMatchDialog, tambour_match_dialog, TAMBOUR, MATCH_DIALOG, AdwDialog)

void tambour_match_dialog_present (GtkWidget        *asked_by,
                                   TambourPortfolio *portfolio);

G_END_DECLS
