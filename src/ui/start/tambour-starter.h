/* tambour-starter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolios.h"
#include "tambour-window.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_STARTER (tambour_starter_get_type ())
G_DECLARE_FINAL_TYPE (TambourStarter, tambour_starter, TAMBOUR, STARTER, GObject)

TambourStarter *tambour_starter_new        (GtkApplication    *application,
                                            TambourPortfolios *portfolios);
TambourStarter *tambour_starter_of         (TambourWindow     *window);
TambourWindow  *tambour_starter_get_window (TambourStarter    *self);
void            tambour_starter_begin      (TambourStarter    *self);
void            tambour_starter_open       (TambourStarter    *self,
                                            const char        *path,
                                            TambourStoreFlags  flags);
void            tambour_starter_open_ahead (TambourPortfolios *portfolios,
                                            const char        *path);
void            tambour_starter_share      (TambourStarter    *self,
                                            TambourPortfolio  *portfolio);

G_END_DECLS
