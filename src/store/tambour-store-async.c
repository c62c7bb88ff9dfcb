/* tambour-store-async.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-query-private.h"
#include "tambour-store.h"

static void
commit_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (tambour_store_commit (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tambour_store_commit_async:
 * @self: a store
 * @change: a change; nobody touches it or its records until the callback
 * @cancellable: (nullable): a cancellable, which counts until writing begins
 * @callback: called when done
 * @user_data: for @callback
 *
 * See tambour_store_commit().
 */
void
tambour_store_commit_async (TambourStore        *self,
                            TambourChange       *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TAMBOUR_IS_STORE (self));
  g_return_if_fail (TAMBOUR_IS_CHANGE (change));

  /* What is written is written: a late cancel does not make it a failure. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tambour_store_commit_async);
  g_task_set_task_data (task, g_object_ref (change), g_object_unref);
  g_task_run_in_thread (task, commit_thread);
}

/**
 * tambour_store_commit_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for what tambour_store_commit() gives, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE if the portfolio says what the change says
 */
gboolean
tambour_store_commit_finish (TambourStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_store_commit_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
return_array (GTask     *task,
              GPtrArray *array,
              GError    *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  char  *text;
  guint  limit;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_clear_pointer (&wanted->text, g_free);
  g_free (wanted);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Wanted *wanted = data;
  GError *error = NULL;
  GPtrArray *hits = tambour_store_search (source, wanted->text, wanted->limit, cancellable, &error);

  return_array (task, hits, error);
}

/**
 * tambour_store_search_async:
 * @self: a store
 * @text: what somebody typed
 * @limit: how many hits at most, or 0 for 50
 * @cancellable: (nullable): a cancellable, for when more is typed
 * @callback: called when done
 * @user_data: for @callback
 *
 * See tambour_store_search().
 */
void
tambour_store_search_async (TambourStore        *self,
                            const char          *text,
                            guint                limit,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->text = g_strdup (text);
  wanted->limit = limit;

  g_task_set_source_tag (task, tambour_store_search_async);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, search_thread);
}

/**
 * tambour_store_search_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for what tambour_store_search() gives
 *
 * Returns: (transfer full) (nullable) (element-type TambourHit): the hits
 */
GPtrArray *
tambour_store_search_finish (TambourStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_store_search_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *records = tambour_store_list (source, data, cancellable, &error);

  return_array (task, records, error);
}

/**
 * tambour_store_list_async:
 * @self: a store
 * @query: a query
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * See tambour_store_list().
 */
void
tambour_store_list_async (TambourStore        *self,
                          TambourQuery        *query,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tambour_store_list_async);
  g_task_set_task_data (task, tambour_query_copy (query), (GDestroyNotify) tambour_query_free);
  g_task_run_in_thread (task, list_thread);
}

/**
 * tambour_store_list_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for what tambour_store_list() gives
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the records
 */
GPtrArray *
tambour_store_list_finish (TambourStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_store_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
