/* tambour-list-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-list-read.h"
#include "tambour-row-page.h"

/**
 * tambour_list_read_free:
 * @self: (transfer full): what was read
 */
void
tambour_list_read_free (TambourListRead *self)
{
  g_clear_pointer (&self->positions, tambour_positions_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_ahead (TambourListRead  *self,
            TambourStore     *store,
            TambourQuery     *query,
            GArray           *ahead,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, cancellable, error);

  if (reader == NULL)
    return FALSE;

  for (guint i = 0; i < ahead->len; i++)
    {
      guint number = g_array_index (ahead, guint, i);

      if (number * TAMBOUR_ROW_PAGE_SIZE < self->positions->sequences->len)
        g_ptr_array_add (self->pages, tambour_row_page_read (reader->database, query->table, self->positions->sequences, number));
    }

  return TRUE;
}

/**
 * tambour_list_read:
 * @store: a store
 * @query: a query
 * @since: the change from which on changed records are wanted
 * @ahead: (nullable) (element-type guint): the numbers of pages to read as well
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what @query is for
 */
TambourListRead *
tambour_list_read (TambourStore  *store,
                   TambourQuery  *query,
                   gint64         since,
                   GArray        *ahead,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(TambourListRead) self = g_new0 (TambourListRead, 1);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_row_page_free);
  if (!(self->positions = tambour_positions_read (store, query, since, cancellable, error)))
    return NULL;

  if (ahead != NULL && ahead->len > 0 && !read_ahead (self, store, query, ahead, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}
