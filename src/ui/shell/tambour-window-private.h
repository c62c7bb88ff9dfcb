/* tambour-window-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-breadth.h"
#include "tambour-sidebar.h"
#include "tambour-still.h"
#include "tambour-window.h"

G_BEGIN_DECLS

struct _TambourWindow
{
  AdwApplicationWindow    parent_instance;

  TambourPortfolio       *portfolio;
  GSignalGroup           *portfolio_signals;
  TambourBreadth          breadth;
  char                   *account_id;
  guint                   present_source;
  AdwNavigationPage      *left;            /* the account that was shown before */

  /* Template widgets */
  TambourStill           *still;
  AdwToastOverlay        *toast_overlay;
  GtkStack               *stack;
  AdwBin                 *start;
  AdwNavigationSplitView *split_view;
  TambourSidebar         *sidebar;
  AdwNavigationPage      *content;
  GtkStack               *places;
};

/* tambour-window-actions.c */
void tambour_window_install_actions (GtkWidgetClass *widget_class);
void tambour_window_add_keys        (TambourWindow  *self);
void tambour_window_update_actions  (TambourWindow  *self);

/* tambour-window-records.c */
void tambour_window_install_record_actions (GtkWidgetClass *widget_class);

/* tambour-window-team.c */
void tambour_window_install_team_actions (GtkWidgetClass *widget_class);

G_END_DECLS
