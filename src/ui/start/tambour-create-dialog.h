/* tambour-create-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CREATE_DIALOG (tambour_create_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourCreateDialog, tambour_create_dialog, TAMBOUR, CREATE_DIALOG, AdwDialog)

AdwDialog *tambour_create_dialog_new (const char *path);

G_END_DECLS
