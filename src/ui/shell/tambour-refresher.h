/* tambour-refresher.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourRefreshFunc:
 * @widget: the widget that shows something of a portfolio
 *
 * Reads anew what @widget shows, off the main loop.
 */
typedef void (*TambourRefreshFunc) (GtkWidget *widget);

#define TAMBOUR_TYPE_REFRESHER (tambour_refresher_get_type ())
G_DECLARE_FINAL_TYPE (TambourRefresher, tambour_refresher, TAMBOUR, REFRESHER, GObject)

TambourRefresher *tambour_refresher_new        (GtkWidget          *widget,
                                                TambourRefreshFunc  func);
void              tambour_refresher_follow     (TambourRefresher   *self,
                                                TambourPortfolio   *portfolio);
void              tambour_refresher_prepare    (TambourRefresher   *self);
void              tambour_refresher_invalidate (TambourRefresher   *self);

G_END_DECLS
