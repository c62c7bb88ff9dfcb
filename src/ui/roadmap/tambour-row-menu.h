/* tambour-row-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record.h"

G_BEGIN_DECLS

void tambour_row_menu_add    (GtkListBoxRow *row);
void tambour_row_menu_offer  (GtkListBoxRow *row,
                              GMenuModel    *menu);
void tambour_row_menu_item   (GMenu         *menu,
                              const char    *label,
                              const char    *action,
                              GVariant      *target);
void tambour_row_menu_record (GMenu         *menu,
                              const char    *label,
                              const char    *action,
                              TambourRecord *record);

G_END_DECLS
