/* tambour-case-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-case-file.h"
#include "tambour-case-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASE_DIALOG (tambour_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourCaseDialog, tambour_case_dialog, TAMBOUR, CASE_DIALOG, TambourAskDialog)

void tambour_case_dialog_present (GtkWidget             *asked_by,
                                  TambourPortfolio      *portfolio,
                                  const TambourCaseFile *file,
                                  TambourCaseMoveKind    kind);

G_END_DECLS
