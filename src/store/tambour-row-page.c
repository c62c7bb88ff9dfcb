/* tambour-row-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-row-page.h"

/* How much is kept of what was looked at. */
#define MAX_PAGES 16

/**
 * tambour_row_page_new:
 * @sequences: (element-type guint32): what stands at each position of a list
 * @number: which page of it
 *
 * Returns: (transfer full): a page without its records
 */
TambourRowPage *
tambour_row_page_new (GArray *sequences,
                      guint   number)
{
  TambourRowPage *self = g_new0 (TambourRowPage, 1);

  self->number = number;
  self->n_records = MIN (sequences->len - number * TAMBOUR_ROW_PAGE_SIZE, TAMBOUR_ROW_PAGE_SIZE);

  return self;
}

/* A row that another process has taken away meanwhile is an empty record, until
 * the list has followed.
 */
static TambourRecord *
read_record (TambourDatabase    *database,
             const TambourTable *table,
             gint64              sequence)
{
  TambourRecord *record = NULL;

  if (database != NULL)
    tambour_table_load_row (table, database, sequence * TAMBOUR_ROW_STEP + table->klass->number, &record, NULL);

  return record ? record : tambour_record_new (G_TYPE_FROM_CLASS (table->klass), "");
}

/**
 * tambour_row_page_read:
 * @database: (nullable): a database
 * @table: the table of a kind
 * @sequences: (element-type guint32): what stands at each position of a list
 * @number: which page of it
 *
 * Returns: (transfer full): the page
 */
TambourRowPage *
tambour_row_page_read (TambourDatabase    *database,
                       const TambourTable *table,
                       GArray             *sequences,
                       guint               number)
{
  TambourRowPage *self = tambour_row_page_new (sequences, number);

  for (guint i = 0; i < self->n_records; i++)
    self->records[i] = read_record (database, table, g_array_index (sequences, guint32, number * TAMBOUR_ROW_PAGE_SIZE + i));

  return self;
}

/**
 * tambour_row_page_fill:
 * @self: a page of placeholders
 * @from: the same page with its records
 */
void
tambour_row_page_fill (TambourRowPage *self,
                       TambourRowPage *from)
{
  for (guint i = 0; i < self->n_records; i++)
    g_set_object (&self->records[i], from->records[i]);
  g_clear_object (&self->reading);
}

/**
 * tambour_row_page_free:
 * @self: (transfer full): a page
 */
void
tambour_row_page_free (TambourRowPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  for (guint i = 0; i < self->n_records; i++)
    g_clear_object (&self->records[i]);
  g_free (self);
}

/**
 * tambour_row_pages_add:
 * @pages: (element-type TambourRowPage): pages, the last looked at first
 * @page: (transfer full): another, which is looked at now
 */
void
tambour_row_pages_add (GQueue         *pages,
                       TambourRowPage *page)
{
  g_queue_push_head (pages, page);
  if (g_queue_get_length (pages) > MAX_PAGES)
    tambour_row_page_free (g_queue_pop_tail (pages));
}

/**
 * tambour_row_pages_find:
 * @pages: (element-type TambourRowPage): pages
 * @number: which page of the list
 *
 * Returns: (transfer none) (nullable): the page, which nobody looks at for that
 */
TambourRowPage *
tambour_row_pages_find (GQueue *pages,
                        guint   number)
{
  for (GList *link = pages->head; link; link = link->next)
    if (((TambourRowPage *) link->data)->number == number)
      return link->data;

  return NULL;
}

/**
 * tambour_row_pages_peek:
 * @pages: (element-type TambourRowPage): pages, the last looked at first
 * @number: which page of the list
 *
 * Returns: (transfer none) (nullable): the page, which is looked at now
 */
TambourRowPage *
tambour_row_pages_peek (GQueue *pages,
                        guint   number)
{
  for (GList *link = pages->head; link; link = link->next)
    if (((TambourRowPage *) link->data)->number == number)
      {
        g_queue_unlink (pages, link);
        g_queue_push_head_link (pages, link);
        return link->data;
      }

  return NULL;
}
