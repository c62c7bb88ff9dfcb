/* tambour-portals-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PORTALS_PAGE (tambour_portals_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortalsPage, tambour_portals_page, TAMBOUR, PORTALS_PAGE, AdwPreferencesPage)

void tambour_portals_page_attach (TambourPortalsPage *self,
                                  TambourPortfolio   *portfolio);

G_END_DECLS
