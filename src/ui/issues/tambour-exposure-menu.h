/* tambour-exposure-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-known-issues.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

GMenuModel *tambour_exposure_menu_new     (const TambourExposureLine *line);
void        tambour_exposure_menu_confirm (GtkWidget                 *asked_by,
                                           TambourPortfolio          *portfolio,
                                           const char                *id);

G_END_DECLS
