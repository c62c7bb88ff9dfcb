/* tambour-library-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-library-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIBRARY_DIALOG (tambour_library_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourLibraryDialog, tambour_library_dialog, TAMBOUR, LIBRARY_DIALOG, TambourAskDialog)

void tambour_library_dialog_present (GtkWidget        *asked_by,
                                     TambourPortfolio *portfolio,
                                     guint             kind,
                                     const char       *id,
                                     const char       *account_id);

G_END_DECLS
