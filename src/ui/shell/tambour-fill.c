/* tambour-fill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-fill.h"

#include "tambour-feedback.h"

typedef struct
{
  TambourChange   *change;
  TambourFillFunc  func;
  gpointer         data;
  GDestroyNotify   free_data;
} Filling;

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  g_clear_object (&filling->change);
  if (filling->free_data != NULL)
    filling->free_data (filling->data);
  g_free (filling);
}

static gpointer
fill_thread (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Filling *filling = data;

  if (!filling->func (filling->change, store, now, filling->data, error))
    return NULL;

  return g_object_ref (filling->change);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (tambour_portfolio_commit_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(TambourChange) change = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (change != NULL)
    tambour_portfolio_commit_async (TAMBOUR_PORTFOLIO (source), change, NULL, committed_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * tambour_fill_async:
 * @portfolio: a portfolio
 * @change: an empty change
 * @func: fills @change, on a thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): stops it before anything is written
 * @callback: called when it is written, or why it is not
 * @user_data: for @callback
 *
 * Writes a change to records that have to be read first.
 */
void
tambour_fill_async (TambourPortfolio    *portfolio,
                    TambourChange       *change,
                    TambourFillFunc      func,
                    gpointer             data,
                    GDestroyNotify       free_data,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (portfolio, NULL, callback, user_data);
  Filling *filling = g_new0 (Filling, 1);

  filling->change = g_object_ref (change);
  filling->func = func;
  filling->data = data;
  filling->free_data = free_data;
  g_task_set_source_tag (task, tambour_fill_async);
  g_task_set_task_data (task, filling, filling_free);
  tambour_portfolio_load_async (portfolio, fill_thread, filling, NULL, g_object_unref, cancellable, filled_cb, g_steal_pointer (&task));
}

/**
 * tambour_fill_finish:
 * @portfolio: a portfolio
 * @result: the result of tambour_fill_async()
 * @error: return location for what @func gave, a #TambourStoreError, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE if the change is written
 */
gboolean
tambour_fill_finish (TambourPortfolio  *portfolio,
                     GAsyncResult      *result,
                     GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, portfolio), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Who asked, and what is said then. */
typedef struct
{
  GtkWidget *widget;
  char      *message;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_object (&asking->widget);
  g_clear_pointer (&asking->message, g_free);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;
  g_autoptr(GError) error = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    tambour_feedback_fail (asking->widget, error);
  else if (asking->message != NULL)
    tambour_feedback_offer_undo (asking->widget, asking->message);
}

/**
 * tambour_fill_and_commit:
 * @widget: a widget that stays in its window, which asks for it
 * @portfolio: its portfolio
 * @change: an empty change
 * @func: fills @change, on a thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @message: (nullable): what to say when it is written
 *
 * Writes a change to records that have to be read first, as
 * tambour_feedback_commit() does.
 */
void
tambour_fill_and_commit (GtkWidget        *widget,
                         TambourPortfolio *portfolio,
                         TambourChange    *change,
                         TambourFillFunc   func,
                         gpointer          data,
                         GDestroyNotify    free_data,
                         const char       *message)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->widget = g_object_ref (widget);
  asking->message = g_strdup (message);
  tambour_fill_async (portfolio, change, func, data, free_data, NULL, told_cb, asking);
}
