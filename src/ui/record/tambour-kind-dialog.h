/* tambour-kind-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_KIND_DIALOG (tambour_kind_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourKindDialog, tambour_kind_dialog, TAMBOUR, KIND_DIALOG, AdwDialog)

void tambour_kind_dialog_present (GtkWidget  *parent,
                                  const char *account_id);

G_END_DECLS
