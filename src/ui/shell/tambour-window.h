/* tambour-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-page.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_WINDOW (tambour_window_get_type ())
G_DECLARE_FINAL_TYPE (TambourWindow, tambour_window, TAMBOUR, WINDOW, AdwApplicationWindow)

TambourWindow    *tambour_window_new           (GtkApplication   *application);
TambourPortfolio *tambour_window_get_portfolio (TambourWindow    *self);
void              tambour_window_set_portfolio (TambourWindow    *self,
                                                TambourPortfolio *portfolio);
void              tambour_window_present       (TambourWindow    *self);
void              tambour_window_show_start    (TambourWindow    *self,
                                                GtkWidget        *page);
const char       *tambour_window_get_place     (TambourWindow    *self);
void              tambour_window_set_recent    (TambourWindow    *self,
                                                GMenuModel       *recent);
gboolean          tambour_window_go_place      (TambourWindow    *self,
                                                const char       *place);
void              tambour_window_open_account  (TambourWindow    *self,
                                                const char       *account_id);
const char       *tambour_window_get_account   (TambourWindow    *self);
void              tambour_window_push          (TambourWindow    *self,
                                                TambourPage      *page);
TambourPage      *tambour_window_get_page      (TambourWindow    *self);
void              tambour_window_set_count     (TambourWindow    *self,
                                                const char       *place,
                                                guint             count);

G_END_DECLS
