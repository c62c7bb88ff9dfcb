/* tambour-sidebar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SIDEBAR (tambour_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TambourSidebar, tambour_sidebar, TAMBOUR, SIDEBAR, AdwBin)

extern const TambourReadAhead tambour_sidebar_read_ahead;

void  tambour_sidebar_set_portfolio (TambourSidebar   *self,
                                     TambourPortfolio *portfolio);
void  tambour_sidebar_set_recent    (TambourSidebar   *self,
                                     GMenuModel       *recent);
void  tambour_sidebar_select        (TambourSidebar   *self,
                                     const char       *place,
                                     const char       *account_id);
void  tambour_sidebar_take_focus    (TambourSidebar   *self);
void  tambour_sidebar_set_count     (TambourSidebar   *self,
                                     const char       *place,
                                     guint             count);
char *tambour_sidebar_dup_neighbour (TambourSidebar   *self,
                                     const char       *account_id,
                                     int               step);

G_END_DECLS
