/* tambour-row-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-table.h"

G_BEGIN_DECLS

/* What is read at once. */
#define TAMBOUR_ROW_PAGE_SIZE 128

/**
 * TambourRowPage:
 * @number: 0 for the first page of a list
 * @n_records: how many records are on it
 * @records: they
 * @is_waiting: whether placeholders stand on it, and nobody reads it yet
 * @reading: (nullable): what is cancelled when the page goes, while it is read
 *
 * A part of a list that is in memory.
 */
typedef struct
{
  guint          number;
  guint          n_records;
  TambourRecord *records[TAMBOUR_ROW_PAGE_SIZE];
  gboolean       is_waiting;
  GCancellable  *reading;
} TambourRowPage;

TambourRowPage *tambour_row_page_new  (GArray             *sequences,
                                       guint               number);
TambourRowPage *tambour_row_page_read (TambourDatabase    *database,
                                       const TambourTable *table,
                                       GArray             *sequences,
                                       guint               number);
void            tambour_row_page_fill (TambourRowPage     *self,
                                       TambourRowPage     *from);
void            tambour_row_page_free (TambourRowPage     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRowPage, tambour_row_page_free)

void            tambour_row_pages_add  (GQueue         *pages,
                                        TambourRowPage *page);
TambourRowPage *tambour_row_pages_peek (GQueue         *pages,
                                        guint           number);
TambourRowPage *tambour_row_pages_find (GQueue         *pages,
                                        guint           number);

G_END_DECLS
