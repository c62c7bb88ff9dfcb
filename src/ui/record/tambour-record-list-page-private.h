/* tambour-record-list-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record-list-page.h"
#include "tambour-record-list.h"

G_BEGIN_DECLS

struct _TambourRecordListPage
{
  TambourPage         parent_instance;

  TambourRecordClass *klass;
  char               *account_id;
  char               *where;
  GStrv               ids;         /* those alone, or NULL */
  char               *order;
  gboolean            is_reversed;
  TambourRecordList  *list;
  GHashTable         *items;       /* of GtkListItem that show a record */
  GHashTable         *others;
  GCancellable       *querying;
  GCancellable       *naming;

  /* Template widgets */
  AdwHeaderBar       *header_bar;
  AdwWindowTitle     *window_title;
  GtkWidget          *new_button;
  GtkMenuButton      *sort_button;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  AdwStatusPage      *status_page;
  GtkButton          *status_button;
};

/* tambour-record-list-page-rows.c */
void tambour_record_list_page_add_rows (TambourRecordListPage *self);

G_END_DECLS
