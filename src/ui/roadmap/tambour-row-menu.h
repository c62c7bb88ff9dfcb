/* tambour-row-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tambour_row_menu_add   (GtkListBoxRow *row);
void tambour_row_menu_offer (GtkListBoxRow *row,
                             GMenuModel    *menu);
void tambour_row_menu_item  (GMenu         *menu,
                             const char    *label,
                             const char    *action,
                             GVariant      *target);

G_END_DECLS
