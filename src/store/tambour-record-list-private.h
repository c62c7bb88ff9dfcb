/* tambour-record-list-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-positions.h"
#include "tambour-record-list.h"
#include "tambour-row-page.h"

G_BEGIN_DECLS

struct _TambourRecordList
{
  GObject           parent_instance;

  TambourStore     *store;
  GType             type;
  TambourQuery     *query;
  TambourPositions *positions;

  GQueue            pages; /* of TambourRowPage, the last looked at first */
  gboolean          reads_later;
  gboolean          is_reading; /* one page at a time */

  GCancellable     *following;
  gboolean          is_behind;
  gboolean          is_partial; /* there may be more than is known yet */
};

/* tambour-record-list-pages.c */
TambourRowPage *tambour_record_list_find_page (TambourRecordList *self,
                                               guint              number);

G_END_DECLS
