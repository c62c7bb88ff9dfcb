/* tambour-requests-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-filter-menu.h"
#include "tambour-request-model.h"
#include "tambour-requests-page.h"

G_BEGIN_DECLS

struct _TambourRequestsPage
{
  TambourPage           parent_instance;

  TambourRequestList   *list;
  TambourLineModel     *model;
  GtkSliceListModel    *slice;        /* of that, as much as the list has come to */
  GtkSingleSelection   *selection;
  GtkSizeGroup         *states;
  GtkSizeGroup         *weights;
  GStrv                 words;        /* what is looked for */
  char                 *chosen;       /* the id of what is selected */
  GCancellable         *loading;
  gboolean              is_filling;

  /* Template widgets */
  AdwHeaderBar         *header_bar;
  AdwWindowTitle       *window_title;
  GtkWidget            *new_button;
  GtkToggleButton      *search_button;
  TambourFilterMenu    *filter_menu;
  GtkMenuButton        *menu_button;
  GMenuModel           *list_menu;
  AdwToggleGroup       *toggles;
  GtkSearchBar         *search_bar;
  GtkEditable          *search_entry;
  GtkStack             *list_stack;
  GtkListView          *list_view;
  AdwStatusPage        *status_page;
  GtkButton            *status_button;
};

TambourRequestView tambour_requests_page_get_view (TambourRequestsPage *self);
const char        *tambour_requests_page_get_name (TambourRequestsPage *self);

/* tambour-requests-page-out.c */
void tambour_requests_page_install_out (GtkWidgetClass *widget_class);

G_END_DECLS
