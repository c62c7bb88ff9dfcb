/* tambour-filter-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FILTER_MENU (tambour_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (TambourFilterMenu, tambour_filter_menu, TAMBOUR, FILTER_MENU, AdwBin)

void tambour_filter_menu_follow    (TambourFilterMenu *self,
                                    TambourPortfolio  *portfolio,
                                    const char        *list);
void tambour_filter_menu_set_state (TambourFilterMenu *self,
                                    const char        *state);
void tambour_filter_menu_tell      (TambourFilterMenu *self,
                                    AdwToggleGroup    *toggles,
                                    GtkEditable       *entry);
void tambour_filter_menu_show      (const char        *state,
                                    AdwToggleGroup    *toggles,
                                    GtkToggleButton   *button,
                                    GtkEditable       *entry);

G_END_DECLS
