/* tambour-library-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-library-list.h"
#include "tambour-library-page.h"

G_BEGIN_DECLS

/* What stands for every kind of item, in actions. */
#define TAMBOUR_LIBRARY_ALL_KINDS "all"

struct _TambourLibraryPage
{
  TambourPage         parent_instance;

  TambourLibraryList *list;
  GListStore         *store;
  GtkSortListModel   *sorted;
  GtkSliceListModel  *slice;       /* of those, as many as the list has come to */
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  GCancellable       *loading;
  char               *chosen[2];   /* the ids of what is shown of items and of programmes */
  char               *kind;        /* which items */
  char               *folded;      /* what is looked for */
  gboolean            is_filling;

  /* Template widgets */
  AdwHeaderBar       *list_header;
  AdwWindowTitle     *list_title;
  GtkWidget          *new_button;
  GtkToggleButton    *search_button;
  GtkMenuButton      *kind_button;
  GtkMenuButton      *more_button;
  GMenuModel         *kind_menu;
  GMenuModel         *more_menu;
  AdwToggleGroup     *toggles;
  GtkSearchBar       *search_bar;
  GtkEditable        *search_entry;
  GtkStack           *list_stack;
  GtkListView        *list_view;
  AdwStatusPage      *status_page;
  GtkButton          *status_button;
};

gboolean tambour_library_page_shows_programmes (TambourLibraryPage *self);
void     tambour_library_page_show_status      (TambourLibraryPage *self,
                                                const char         *icon,
                                                const char         *title,
                                                const char         *text,
                                                const char         *button,
                                                const char         *action);
void     tambour_library_page_show_list        (TambourLibraryPage *self);
void     tambour_library_page_show_title       (TambourLibraryPage *self);

G_END_DECLS
