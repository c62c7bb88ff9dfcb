/* tambour-prep-sheet-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PREP_SHEET_DIALOG (tambour_prep_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourPrepSheetDialog, tambour_prep_sheet_dialog, TAMBOUR, PREP_SHEET_DIALOG, AdwDialog)

void               tambour_prep_sheet_dialog_present   (GtkWidget              *asked_by,
                                                        TambourPortfolio       *portfolio,
                                                        const char             *account_id,
                                                        const char             *meeting_id);
GtkPrintOperation *tambour_prep_sheet_dialog_new_print (TambourPrepSheetDialog *self);

G_END_DECLS
