/* tambour-record-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-positions.h"
#include "tambour-record-list.h"

/* What is read at once, and how much of that is kept. */
#define PAGE_SIZE 128
#define MAX_PAGES 32

/**
 * TambourRecordList:
 *
 * All records that a query is for, as a list model that reads what is looked
 * at: four bytes a record, and the pages that were looked at last. It follows
 * the store by itself, and says only of what is different that it is.
 */
struct _TambourRecordList
{
  GObject           parent_instance;

  TambourStore     *store;
  GType             type;
  TambourQuery     *query;
  TambourPositions *positions;

  GQueue            pages; /* of Page, the last looked at first */

  GCancellable     *following;
  gboolean          is_behind;
};

typedef struct
{
  guint          number;
  guint          n_records;
  TambourRecord *records[PAGE_SIZE];
} Page;

static void
page_free (Page *page)
{
  for (guint i = 0; i < page->n_records; i++)
    g_object_unref (page->records[i]);
  g_free (page);
}

static guint
count_records (TambourRecordList *self)
{
  return self->positions ? self->positions->sequences->len : 0;
}

/* A row that another process has taken away meanwhile is an empty record, until
 * the list has followed.
 */
static TambourRecord *
load_record (TambourRecordList *self,
             TambourDatabase   *database,
             guint              position)
{
  const TambourTable *table = self->query->table;
  gint64 sequence = g_array_index (self->positions->sequences, guint32, position);
  TambourRecord *record = NULL;

  if (database != NULL)
    tambour_table_load_row (table, database, sequence * TAMBOUR_ROW_STEP + table->klass->number, &record, NULL);

  return record ? record : tambour_record_new (self->type, "");
}

static Page *
load_page (TambourRecordList *self,
           guint              number)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self->store, NULL, NULL);
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->n_records = MIN (count_records (self) - number * PAGE_SIZE, PAGE_SIZE);
  for (guint i = 0; i < page->n_records; i++)
    page->records[i] = load_record (self, reader ? reader->database : NULL, number * PAGE_SIZE + i);

  g_queue_push_head (&self->pages, page);
  if (g_queue_get_length (&self->pages) > MAX_PAGES)
    page_free (g_queue_pop_tail (&self->pages));

  return page;
}

static Page *
find_page (TambourRecordList *self,
           guint              number)
{
  for (GList *link = self->pages.head; link; link = link->next)
    if (((Page *) link->data)->number == number)
      {
        g_queue_unlink (&self->pages, link);
        g_queue_push_head_link (&self->pages, link);
        return link->data;
      }

  return load_page (self, number);
}

static GType
tambour_record_list_get_item_type (GListModel *model)
{
  return TAMBOUR_RECORD_LIST (model)->type;
}

static guint
tambour_record_list_get_n_items (GListModel *model)
{
  return count_records (TAMBOUR_RECORD_LIST (model));
}

static gpointer
tambour_record_list_get_item (GListModel *model,
                              guint       position)
{
  TambourRecordList *self = TAMBOUR_RECORD_LIST (model);

  if (position >= count_records (self))
    return NULL;

  return g_object_ref (find_page (self, position / PAGE_SIZE)->records[position % PAGE_SIZE]);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_record_list_get_item_type;
  iface->get_n_items = tambour_record_list_get_n_items;
  iface->get_item = tambour_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourRecordList, tambour_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Where what was looked at stands now, if it says something else than before. */
static GArray *
list_changed (TambourRecordList      *self,
              const TambourPositions *old,
              guint                   n_before,
              guint                   n_behind)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTable *changed = self->positions->changed;

  for (GList *link = self->pages.head; link; link = link->next)
    {
      const Page *page = link->data;

      for (guint i = 0; i < page->n_records; i++)
        {
          guint position = page->number * PAGE_SIZE + i;
          guint sequence = g_array_index (old->sequences, guint32, position);

          if (changed != NULL && !g_hash_table_contains (changed, GUINT_TO_POINTER (sequence)))
            continue;

          if (position >= old->sequences->len - n_behind)
            position += self->positions->sequences->len - old->sequences->len;
          else if (position >= n_before)
            continue;

          g_array_append_val (positions, position);
        }
    }

  return positions;
}

static void
drop_pages (TambourRecordList *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
}

/* The same query, some time later. */
static void
follow_to (TambourRecordList *self,
           TambourPositions  *positions)
{
  g_autoptr(TambourPositions) old = g_steal_pointer (&self->positions);
  g_autoptr(GArray) changed = NULL;
  guint n_before, n_behind, n_removed, n_added;

  self->positions = positions;
  tambour_positions_common (old, positions, &n_before, &n_behind);
  n_removed = old->sequences->len - n_before - n_behind;
  n_added = positions->sequences->len - n_before - n_behind;

  changed = list_changed (self, old, n_before, n_behind);
  drop_pages (self);

  if (n_removed + n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, n_removed, n_added);
  for (guint i = 0; i < changed->len; i++)
    g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (changed, guint, i), 1, 1);
}

/* Another query. */
static void
replace_by (TambourRecordList *self,
            TambourQuery      *query,
            TambourPositions  *positions)
{
  guint n_removed = count_records (self);

  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  self->is_behind = FALSE;

  drop_pages (self);
  g_clear_pointer (&self->query, tambour_query_free);
  g_clear_pointer (&self->positions, tambour_positions_free);
  self->query = query;
  self->positions = positions;

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, count_records (self));
}

typedef struct
{
  TambourStore *store;
  TambourQuery *query;
  gint64        since;
} Loading;

static void
loading_free (Loading *loading)
{
  g_clear_object (&loading->store);
  g_clear_pointer (&loading->query, tambour_query_free);
  g_free (loading);
}

static GTask *
task_new (TambourRecordList   *self,
          TambourQuery        *query,
          gint64               since,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  loading->store = g_object_ref (self->store);
  loading->query = tambour_query_copy (query);
  loading->since = since;
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);

  return task;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;
  TambourPositions *positions = tambour_positions_read (loading->store, loading->query, loading->since, cancellable, &error);

  if (positions != NULL)
    g_task_return_pointer (task, positions, (GDestroyNotify) tambour_positions_free);
  else
    g_task_return_error (task, error);
}

static void follow (TambourRecordList *self);

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TambourRecordList *self = TAMBOUR_RECORD_LIST (source);
  g_autoptr(GError) error = NULL;
  TambourPositions *positions = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->following)
    {
      g_clear_pointer (&positions, tambour_positions_free);
      return;
    }

  g_clear_object (&self->following);
  if (positions != NULL)
    follow_to (self, positions);
  if (self->is_behind)
    follow (self);
}

static void
follow (TambourRecordList *self)
{
  g_autoptr(GTask) task = NULL;

  self->is_behind = self->following != NULL;
  if (self->is_behind)
    return;

  self->following = g_cancellable_new ();
  task = task_new (self, self->query, self->positions->number, self->following, followed_cb, NULL);
  g_task_set_source_tag (task, follow);
  g_task_run_in_thread (task, load_thread);
}

static void
store_changed_cb (TambourStore *store,
                  gint64        number,
                  gpointer      user_data)
{
  TambourRecordList *self = user_data;

  if (self->positions != NULL)
    follow (self);
}

static void
tambour_record_list_dispose (GObject *object)
{
  TambourRecordList *self = TAMBOUR_RECORD_LIST (object);

  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  g_clear_object (&self->store);
  drop_pages (self);

  G_OBJECT_CLASS (tambour_record_list_parent_class)->dispose (object);
}

static void
tambour_record_list_finalize (GObject *object)
{
  TambourRecordList *self = TAMBOUR_RECORD_LIST (object);

  g_clear_pointer (&self->query, tambour_query_free);
  g_clear_pointer (&self->positions, tambour_positions_free);

  G_OBJECT_CLASS (tambour_record_list_parent_class)->finalize (object);
}

static void
tambour_record_list_class_init (TambourRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_record_list_dispose;
  object_class->finalize = tambour_record_list_finalize;
}

static void
tambour_record_list_init (TambourRecordList *self)
{
  g_queue_init (&self->pages);
}

/**
 * tambour_record_list_new:
 * @store: a store
 * @type: the kind of record
 *
 * Returns: (transfer full): a list of nothing yet
 */
TambourRecordList *
tambour_record_list_new (TambourStore *store,
                         GType         type)
{
  TambourRecordList *self = g_object_new (TAMBOUR_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);

  return self;
}

/**
 * tambour_record_list_load:
 * @self: a list
 * @query: a query for records of the list's kind
 * @error: return location for a #TambourStoreError
 *
 * Shows what @query is for. This waits for the file; a window uses
 * tambour_record_list_load_async().
 *
 * Returns: %FALSE if the list shows what it did before
 */
gboolean
tambour_record_list_load (TambourRecordList  *self,
                          TambourQuery       *query,
                          GError            **error)
{
  TambourPositions *positions;

  g_return_val_if_fail (TAMBOUR_IS_RECORD_LIST (self), FALSE);
  g_return_val_if_fail (G_TYPE_FROM_CLASS (query->table->klass) == self->type, FALSE);

  if (!(positions = tambour_positions_read (self->store, query, 0, NULL, error)))
    return FALSE;

  replace_by (self, tambour_query_copy (query), positions);

  return TRUE;
}

/**
 * tambour_record_list_load_async:
 * @self: a list
 * @query: a query for records of the list's kind
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Shows what @query is for, as soon as a thread has found out what that is.
 */
void
tambour_record_list_load_async (TambourRecordList   *self,
                                TambourQuery        *query,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (TAMBOUR_IS_RECORD_LIST (self));
  g_return_if_fail (G_TYPE_FROM_CLASS (query->table->klass) == self->type);

  task = task_new (self, query, 0, cancellable, callback, user_data);
  g_task_set_source_tag (task, tambour_record_list_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * tambour_record_list_load_finish:
 * @self: a list
 * @result: what the callback was given
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE if the list shows what it did before
 */
gboolean
tambour_record_list_load_finish (TambourRecordList  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  Loading *loading = g_task_get_task_data (G_TASK (result));
  TambourPositions *positions;

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_record_list_load_async), FALSE);

  if (!(positions = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  replace_by (self, g_steal_pointer (&loading->query), positions);

  return TRUE;
}
