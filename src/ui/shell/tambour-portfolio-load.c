/* tambour-portfolio-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-private.h"

typedef struct
{
  TambourStore    *store;
  char            *me;
  TambourInstant   now;
  TambourLoadFunc  func;
  gpointer         data;
  GDestroyNotify   free_data;
  GDestroyNotify   free_result;
} Loading;

static void
loading_free (Loading *loading)
{
  g_clear_object (&loading->store);
  g_clear_pointer (&loading->me, g_free);
  if (loading->free_data != NULL)
    loading->free_data (loading->data);
  g_free (loading);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;
  gpointer result = loading->func (loading->store, loading->me, loading->now, loading->data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, loading->free_result);
}

/**
 * tambour_portfolio_load_async:
 * @self: a portfolio
 * @func: reads what is wanted, on a thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees what @func returns
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads for a page, off the main loop; what tambour_portfolio_open_ahead() has
 * read is there at once.
 */
void
tambour_portfolio_load_async (TambourPortfolio    *self,
                              TambourLoadFunc      func,
                              gpointer             data,
                              GDestroyNotify       free_data,
                              GDestroyNotify       free_result,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  gpointer ahead;
  Loading *loading;

  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tambour_portfolio_load_async);
  ahead = tambour_portfolio_take_ahead (self, func, data);
  if (ahead != NULL)
    {
      g_task_return_pointer (task, ahead, free_result);
      return;
    }

  loading = g_new0 (Loading, 1);
  loading->store = g_object_ref (self->store);
  loading->me = g_strdup (self->me);
  loading->now = tambour_portfolio_now (self);
  loading->func = func;
  loading->data = data;
  loading->free_data = free_data;
  loading->free_result = free_result;

  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * tambour_portfolio_load_finish:
 * @self: a portfolio
 * @result: what the callback was given
 * @error: return location for what the function gave, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was read
 */
gpointer
tambour_portfolio_load_finish (TambourPortfolio  *self,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_portfolio_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
