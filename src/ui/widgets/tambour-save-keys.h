/* tambour-save-keys.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tambour_save_keys_add (GtkWidget         *dialog,
                            GtkShortcutAction *action);

G_END_DECLS
