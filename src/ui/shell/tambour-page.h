/* tambour-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PAGE (tambour_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TambourPage, tambour_page, TAMBOUR, PAGE, AdwNavigationPage)

/**
 * TambourPageClass:
 * @refresh: reads anew, off the main loop, what the page shows: when it comes to
 *   the screen for the first time, and after the portfolio changed
 * @filter: shows the page's filter, for Ctrl+F; %NULL if it has none
 * @tick: shows what has changed with the time, of what it has read; %NULL if
 *   nothing does
 */
struct _TambourPageClass
{
  AdwNavigationPageClass parent_class;

  void (*refresh) (TambourPage *self);
  void (*filter)  (TambourPage *self);
  void (*tick)    (TambourPage *self);
};

TambourPortfolio *tambour_page_get_portfolio    (TambourPage      *self);
void              tambour_page_set_portfolio    (TambourPage      *self,
                                                 TambourPortfolio *portfolio);
void              tambour_page_prepare          (TambourPage      *self);
gboolean          tambour_page_is_ready         (TambourPage      *self);
void              tambour_page_set_ready        (TambourPage      *self);
void              tambour_page_invalidate       (TambourPage      *self);
gboolean          tambour_page_filter           (TambourPage      *self);
gboolean          tambour_page_can_write        (TambourPage      *self);
void              tambour_page_try_again_action (GtkWidget        *widget,
                                                 const char       *action_name,
                                                 GVariant         *parameter);

G_END_DECLS
