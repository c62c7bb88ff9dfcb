/* tambour-actions-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-action-model.h"
#include "tambour-actions-page.h"
#include "tambour-filter-menu.h"

G_BEGIN_DECLS

struct _TambourActionsPage
{
  TambourPage          parent_instance;

  TambourActionList   *list;
  TambourLineModel    *model;
  GtkSliceListModel   *slice;          /* of that, as much as the list has come to */
  GtkSingleSelection  *selection;
  TambourActionReach   reach;
  GStrv                words;       /* what is looked for */
  char                *chosen;      /* the id of what is selected */
  GCancellable        *loading;
  GHashTable          *items;       /* the GtkListItem that rows are bound to */
  gboolean             is_filling;

  /* Template widgets */
  AdwHeaderBar        *header_bar;
  AdwWindowTitle      *window_title;
  GtkWidget           *new_button;
  GtkToggleButton     *search_button;
  TambourFilterMenu   *filter_menu;
  GtkMenuButton       *reach_button;
  GMenuModel          *reach_menu;
  GMenuModel          *row_menu;
  AdwToggleGroup      *toggles;
  GtkSearchBar        *search_bar;
  GtkEditable         *search_entry;
  GtkStack            *list_stack;
  GtkListView         *list_view;
  AdwStatusPage       *status_page;
  GtkButton           *status_button;
};

TambourInstant           tambour_actions_page_get_now    (TambourActionsPage *self);
const TambourActionLine *tambour_actions_page_get_line   (TambourActionsPage *self);
TambourActionFilter      tambour_actions_page_get_filter (TambourActionsPage *self);

/* tambour-actions-page-show.c */
void tambour_actions_page_show_status  (TambourActionsPage *self,
                                        const char         *icon,
                                        const char         *title,
                                        const char         *text,
                                        const char         *button,
                                        const char         *action);
void tambour_actions_page_show_nothing (TambourActionsPage *self);
void tambour_actions_page_show_title   (TambourActionsPage *self);

/* tambour-actions-page-commands.c */
void tambour_actions_page_install        (GtkWidgetClass     *widget_class);
void tambour_actions_page_add_keys       (TambourActionsPage *self);
void tambour_actions_page_update_actions (TambourActionsPage *self);
void tambour_actions_page_tick_chosen    (TambourActionsPage *self);

G_END_DECLS
