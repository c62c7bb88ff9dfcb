/* tambour-leaks-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LEAKS_DIALOG (tambour_leaks_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourLeaksDialog, tambour_leaks_dialog, TAMBOUR, LEAKS_DIALOG, AdwDialog)

AdwDialog *tambour_leaks_dialog_new (GPtrArray *leaks);

G_END_DECLS
