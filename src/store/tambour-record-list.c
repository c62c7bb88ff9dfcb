/* tambour-record-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-list-read.h"
#include "tambour-record-list-private.h"

/* What was looked at last is read together with the positions. */
#define MAX_AHEAD 4

/* So many records of a long list are shown before it is known how many there are. */
#define N_BEGINNING 512

enum
{
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_records (TambourRecordList *self)
{
  return self->positions ? self->positions->sequences->len : 0;
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

  return g_object_ref (tambour_record_list_find_page (self, position / TAMBOUR_ROW_PAGE_SIZE)->records[position % TAMBOUR_ROW_PAGE_SIZE]);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_record_list_get_item_type;
  iface->get_n_items = tambour_record_list_get_n_items;
  iface->get_item = tambour_record_list_get_item;
}

/**
 * TambourRecordList:
 *
 * All records that a query is for, as a list model that reads what is looked
 * at: four bytes a record, and the pages that were looked at last. It follows
 * the store by itself, and says only of what is different that it is.
 *
 * A window never waits: there, records are read by a thread, and until then an
 * empty one stands in their place. A long list is shown from its beginning on
 * while the rest of it is still being found.
 */
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
      const TambourRowPage *page = link->data;

      for (guint i = 0; i < page->n_records; i++)
        {
          guint position = page->number * TAMBOUR_ROW_PAGE_SIZE + i;
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
  g_queue_clear_full (&self->pages, (GDestroyNotify) tambour_row_page_free);
}

static void
take_loaded (TambourRecordList *self,
             TambourListRead   *loaded)
{
  self->positions = g_steal_pointer (&loaded->positions);
  while (loaded->pages->len > 0)
    tambour_row_pages_add (&self->pages, g_ptr_array_steal_index (loaded->pages, loaded->pages->len - 1));
}

/* Where something is still being waited for. */
static GArray *
list_empty (TambourRecordList *self)
{
  GArray *empty = g_array_new (FALSE, FALSE, sizeof (guint));

  for (GList *link = self->pages.head; link; link = link->next)
    {
      const TambourRowPage *page = link->data;
      guint first = page->number * TAMBOUR_ROW_PAGE_SIZE;

      if (page->is_waiting || page->reading != NULL)
        g_array_append_val (empty, first);
    }

  return empty;
}

/* The pages on which it stands now are wanted still, if they are not there yet. */
static void
look_again (TambourRecordList *self,
            guint              from)
{
  guint to = MIN (from + TAMBOUR_ROW_PAGE_SIZE, count_records (self));

  for (guint number = from / TAMBOUR_ROW_PAGE_SIZE; number * TAMBOUR_ROW_PAGE_SIZE < to; number++)
    {
      const TambourRowPage *page = tambour_record_list_find_page (self, number);

      if (!page->is_waiting && page->reading == NULL)
        g_signal_emit (self, signals[READ], 0, number * TAMBOUR_ROW_PAGE_SIZE, page->n_records);
    }
}

/* The same query, some time later. */
static void
follow_to (TambourRecordList *self,
           TambourListRead   *loaded)
{
  g_autoptr(TambourPositions) old = g_steal_pointer (&self->positions);
  g_autoptr(GArray) changed = NULL;
  g_autoptr(GArray) empty = list_empty (self);
  guint n_before, n_behind, n_removed, n_added;

  self->positions = loaded->positions;
  tambour_positions_common (old, self->positions, &n_before, &n_behind);
  n_removed = old->sequences->len - n_before - n_behind;
  n_added = self->positions->sequences->len - n_before - n_behind;

  changed = list_changed (self, old, n_before, n_behind);
  drop_pages (self);
  take_loaded (self, loaded);

  if (n_removed + n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, n_removed, n_added);
  for (guint i = 0; i < changed->len; i++)
    g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (changed, guint, i), 1, 1);

  for (guint i = 0; i < empty->len; i++)
    {
      guint from = g_array_index (empty, guint, i);

      look_again (self, from >= n_before + n_removed ? from + n_added - n_removed : from);
    }
}

/* Another query. */
static void
replace_by (TambourRecordList *self,
            TambourQuery      *query,
            TambourListRead   *loaded)
{
  guint n_removed = count_records (self);

  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  self->is_behind = FALSE;
  self->is_partial = FALSE;

  drop_pages (self);
  g_clear_pointer (&self->query, tambour_query_free);
  g_clear_pointer (&self->positions, tambour_positions_free);
  self->query = query;
  take_loaded (self, loaded);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, count_records (self));
}

typedef struct
{
  TambourStore *store;
  TambourQuery *query;
  gint64        since;
  gboolean      is_beginning; /* whether a few records are enough for now */
  GArray       *ahead;        /* the numbers of the pages that are wanted at once */
} Loading;

static void
loading_free (Loading *loading)
{
  g_clear_object (&loading->store);
  g_clear_pointer (&loading->query, tambour_query_free);
  g_clear_pointer (&loading->ahead, g_array_unref);
  g_free (loading);
}

static GArray *
list_ahead (TambourRecordList *self,
            gboolean           is_following)
{
  GArray *ahead = g_array_new (FALSE, TRUE, sizeof (guint));

  if (self->reads_later && !is_following)
    g_array_set_size (ahead, 1);

  if (self->reads_later && is_following)
    for (GList *link = self->pages.head; link && ahead->len < MAX_AHEAD; link = link->next)
      g_array_append_val (ahead, ((TambourRowPage *) link->data)->number);

  return ahead;
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
  loading->is_beginning = self->reads_later && since == 0 && tambour_query_is_as_stored (query);
  loading->since = since;
  loading->ahead = list_ahead (self, since != 0);
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
  g_autoptr(TambourQuery) beginning = NULL;
  GError *error = NULL;
  TambourListRead *loaded;

  if (loading->is_beginning)
    {
      beginning = tambour_query_copy (loading->query);
      tambour_query_limit (beginning, N_BEGINNING, 0);
    }

  loaded = tambour_list_read (loading->store, beginning ? beginning : loading->query, loading->since, loading->ahead,
                              cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) tambour_list_read_free);
  else
    g_task_return_error (task, error);
}

/* Also that nothing came is said: how many there are is now known. */
static void
finish_partial (TambourRecordList *self,
                TambourListRead   *loaded)
{
  guint n_before = count_records (self);
  gboolean was_partial = self->is_partial;

  self->is_partial = FALSE;
  follow_to (self, loaded);
  if (was_partial && count_records (self) == n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, 0);
}

static void follow (TambourRecordList *self);

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TambourRecordList *self = TAMBOUR_RECORD_LIST (source);
  g_autoptr(TambourListRead) loaded = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->following)
    return;

  g_clear_object (&self->following);
  if (loaded != NULL)
    finish_partial (self, loaded);
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

  /**
   * TambourRecordList::read:
   * @self: the list
   * @position: where
   * @n: how many records from there on
   *
   * What stood there was empty; now the records can be had. The list itself is
   * the same, and a view has nothing to build anew.
   */
  signals[READ] =
    g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
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
 * tambour_record_list_read_later:
 * @self: a list that shows nothing yet
 *
 * Has a thread read what is looked at, so that the main loop never waits for the
 * file. Until it has, records with the id "" stand there.
 */
void
tambour_record_list_read_later (TambourRecordList *self)
{
  g_return_if_fail (TAMBOUR_IS_RECORD_LIST (self));

  self->reads_later = TRUE;
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
  g_autoptr(TambourListRead) loaded = NULL;

  g_return_val_if_fail (TAMBOUR_IS_RECORD_LIST (self), FALSE);
  g_return_val_if_fail (G_TYPE_FROM_CLASS (query->table->klass) == self->type, FALSE);

  if (!(loaded = tambour_list_read (self->store, query, 0, NULL, NULL, error)))
    return FALSE;

  replace_by (self, tambour_query_copy (query), loaded);

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
  g_autoptr(TambourListRead) loaded = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_record_list_load_async), FALSE);

  if (!(loaded = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  replace_by (self, g_steal_pointer (&loading->query), loaded);
  if (loading->is_beginning && count_records (self) == N_BEGINNING)
    {
      self->is_partial = TRUE;
      follow (self);
    }

  return TRUE;
}

/**
 * tambour_record_list_is_partial:
 * @self: a list
 *
 * Returns: whether there may be more records than it has yet, because the rest is
 *   still being found; “items-changed” says when that is over
 */
gboolean
tambour_record_list_is_partial (TambourRecordList *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_LIST (self), FALSE);

  return self->is_partial;
}
