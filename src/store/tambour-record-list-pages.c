/* tambour-record-list-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record-list-private.h"

/* A page on its way. */
typedef struct
{
  TambourStore       *store;
  const TambourTable *table;
  GArray             *sequences; /* of this page alone */
  guint               number;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_object (&reading->store);
  g_clear_pointer (&reading->sequences, g_array_unref);
  g_free (reading);
}

static void
read_page_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr(TambourReader) reader = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if ((reader = tambour_store_take_reader (reading->store, cancellable, &error)))
    g_task_return_pointer (task, tambour_row_page_read (reader->database, reading->table, reading->sequences, 0), (GDestroyNotify) tambour_row_page_free);
  else
    g_task_return_error (task, error);
}

static void read_next (TambourRecordList *self);

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  TambourRecordList *self = TAMBOUR_RECORD_LIST (source);
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr(TambourRowPage) read = g_task_propagate_pointer (G_TASK (result), NULL);
  TambourRowPage *page = tambour_row_pages_find (&self->pages, reading->number);
  gboolean is_wanted = page != NULL && page->reading == g_task_get_cancellable (G_TASK (result));

  self->is_reading = FALSE;
  if (is_wanted && read != NULL)
    {
      tambour_row_page_fill (page, read);
      g_signal_emit_by_name (self, "read", page->number * TAMBOUR_ROW_PAGE_SIZE, page->n_records);
    }
  else if (is_wanted)
    g_clear_object (&page->reading);

  if (self->store != NULL)
    read_next (self);
}

static void
start_reading (TambourRecordList *self,
               TambourRowPage    *page)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr(GTask) task = NULL;

  self->is_reading = TRUE;
  page->is_waiting = FALSE;
  page->reading = g_cancellable_new ();

  reading->store = g_object_ref (self->store);
  reading->table = self->query->table;
  reading->number = page->number;
  reading->sequences = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (reading->sequences, &g_array_index (self->positions->sequences, guint32, page->number * TAMBOUR_ROW_PAGE_SIZE),
                       page->n_records);

  task = g_task_new (self, page->reading, page_read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_page_thread);
}

/* What was looked at last comes first. Who scrolls fast has left the others, and a
 * thread for each would be as many connections.
 */
static void
read_next (TambourRecordList *self)
{
  for (GList *link = self->pages.head; link && !self->is_reading; link = link->next)
    if (((TambourRowPage *) link->data)->is_waiting)
      start_reading (self, link->data);
}

static TambourRowPage *
read_page_later (TambourRecordList *self,
                 guint              number)
{
  TambourRowPage *page = tambour_row_page_new (self->positions->sequences, number);

  page->is_waiting = TRUE;

  /* Each its own: a list view takes one record in two places for a mistake. */
  for (guint i = 0; i < page->n_records; i++)
    page->records[i] = tambour_record_new (self->type, "");

  return page;
}

/**
 * tambour_record_list_find_page:
 * @self: a list
 * @number: which page of it, which it has
 *
 * Returns: (transfer none): the page, which is looked at now; where the list reads
 *   later, empty records stand on it until “read” is emitted
 */
TambourRowPage *
tambour_record_list_find_page (TambourRecordList *self,
                               guint              number)
{
  TambourRowPage *page = tambour_row_pages_peek (&self->pages, number);
  g_autoptr(TambourReader) reader = NULL;

  if (page != NULL)
    return page;

  if (self->reads_later)
    page = read_page_later (self, number);
  else
    {
      reader = tambour_store_take_reader (self->store, NULL, NULL);
      page = tambour_row_page_read (reader ? reader->database : NULL, self->query->table, self->positions->sequences, number);
    }

  tambour_row_pages_add (&self->pages, page);
  read_next (self);

  return page;
}
