/* tambour-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_BAR (tambour_bar_get_type ())
G_DECLARE_FINAL_TYPE (TambourBar, tambour_bar, TAMBOUR, BAR, GtkWidget)

void tambour_bar_set_part (TambourBar *self,
                           double      part);

G_END_DECLS
