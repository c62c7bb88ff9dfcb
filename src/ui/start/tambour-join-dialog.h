/* tambour-join-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_JOIN_DIALOG (tambour_join_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourJoinDialog, tambour_join_dialog, TAMBOUR, JOIN_DIALOG, AdwDialog)

AdwDialog *tambour_join_dialog_new (const char *path);

G_END_DECLS
