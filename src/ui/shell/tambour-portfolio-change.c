/* tambour-portfolio-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-checks.h"
#include "tambour-portfolio-private.h"

/* More than anybody takes back one by one. */
#define MAX_STEPS 200

/* One change that can be taken back, or put back again. */
typedef struct
{
  gint64  number;
  char   *label;
} Step;

static Step *
step_new (gint64      number,
          const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->number = number;
  step->label = g_strdup (label);

  return step;
}

static void
step_free (Step *step)
{
  g_clear_pointer (&step->label, g_free);
  g_free (step);
}

static void
push_step (GQueue *queue,
           Step   *step)
{
  g_queue_push_head (queue, step);
  if (g_queue_get_length (queue) > MAX_STEPS)
    step_free (g_queue_pop_tail (queue));
}

/* tambour_portfolio_clear_steps: forgets what could be taken back. */
void
tambour_portfolio_clear_steps (TambourPortfolio *self)
{
  g_queue_clear_full (&self->undo, (GDestroyNotify) step_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
}

/**
 * tambour_portfolio_new_change:
 * @self: a portfolio
 * @label: what the person does, such as "Edit contact"
 *
 * Returns: (transfer full): an empty change by the person who works with @self,
 *   at the time that it is there
 */
TambourChange *
tambour_portfolio_new_change (TambourPortfolio *self,
                              const char       *label)
{
  TambourChange *change;

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  change = tambour_change_new (self->author, label);
  if (self->is_demonstration || tambour_instant_is_stated (self->clock.fixed))
    tambour_change_set_time (change, tambour_portfolio_now (self));

  return change;
}

/* What the desk knows better than the tables of fields do. */
static gboolean
check (TambourStore   *store,
       TambourChange  *change,
       GError        **error)
{
  for (guint i = 0; i < tambour_change_get_size (change); i++)
    {
      TambourRecord *record = tambour_change_get_put (change, i);

      if (record != NULL && !tambour_checks_run (store, record, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_portfolio_add_step:
 * @self: a portfolio
 * @number: the number of a change that was written
 * @label: what the person did
 *
 * It is the next that tambour_portfolio_undo_async() takes back.
 */
void
tambour_portfolio_add_step (TambourPortfolio *self,
                            gint64            number,
                            const char       *label)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  push_step (&self->undo, step_new (number, label));
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  tambour_portfolio_notify_steps (self);
}

static void
commit_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  TambourPortfolio *self = source;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (check (self->store, data, &error) && tambour_store_commit (self->store, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tambour_portfolio_commit_async:
 * @self: a portfolio
 * @change: a change; nobody touches it or its records until the callback
 * @cancellable: (nullable): a cancellable, which counts until writing begins
 * @callback: called when done
 * @user_data: for @callback
 *
 * Writes @change, which can then be taken back by tambour_portfolio_undo_async().
 */
void
tambour_portfolio_commit_async (TambourPortfolio    *self,
                                TambourChange       *change,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));
  g_return_if_fail (TAMBOUR_IS_CHANGE (change));

  /* What is written is written: a late cancel does not make it a failure. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tambour_portfolio_commit_async);
  g_task_set_task_data (task, g_object_ref (change), g_object_unref);
  tambour_portfolio_begin_write (self, task);
  g_task_run_in_thread (task, commit_thread);
}

/**
 * tambour_portfolio_commit_finish:
 * @self: a portfolio
 * @result: what the callback was given
 * @error: return location for what tambour_store_commit() gives
 *
 * Returns: %TRUE if the portfolio says what the change says
 */
gboolean
tambour_portfolio_commit_finish (TambourPortfolio  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  TambourChange *change;

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_portfolio_commit_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  change = g_task_get_task_data (G_TASK (result));
  if (tambour_change_get_number (change) != 0)
    tambour_portfolio_add_step (self, tambour_change_get_number (change), tambour_change_get_label (change));

  return TRUE;
}

/**
 * tambour_portfolio_can_undo:
 * @self: a portfolio
 *
 * Returns: whether there is something to take back
 */
gboolean
tambour_portfolio_can_undo (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), FALSE);

  return !g_queue_is_empty (&self->undo);
}

/**
 * tambour_portfolio_can_redo:
 * @self: a portfolio
 *
 * Returns: whether there is something to put back
 */
gboolean
tambour_portfolio_can_redo (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), FALSE);

  return !g_queue_is_empty (&self->redo);
}

/* A step on its way from one queue to the other. */
typedef struct
{
  Step   *step;
  GQueue *from;
  GQueue *to;
  gint64  by;
} Turning;

static void
turning_free (Turning *turning)
{
  g_clear_pointer (&turning->step, step_free);
  g_free (turning);
}

static void
turn_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  TambourPortfolio *self = source;
  Turning *turning = data;
  GError *error = NULL;

  if (tambour_store_undo (self->store, turning->step->number, self->author, &turning->by, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
turn (TambourPortfolio    *self,
      GQueue              *from,
      GQueue              *to,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Turning *turning;

  g_return_if_fail (!g_queue_is_empty (from));

  turning = g_new0 (Turning, 1);
  turning->step = g_queue_pop_head (from);
  turning->from = from;
  turning->to = to;
  g_task_set_source_tag (task, turn);
  g_task_set_task_data (task, turning, (GDestroyNotify) turning_free);
  tambour_portfolio_notify_steps (self);
  tambour_portfolio_begin_write (self, task);
  g_task_run_in_thread (task, turn_thread);
}

/**
 * tambour_portfolio_undo_async:
 * @self: a portfolio that can undo
 * @callback: called when done
 * @user_data: for @callback
 *
 * Takes back the last change that was made here.
 */
void
tambour_portfolio_undo_async (TambourPortfolio    *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  turn (self, &self->undo, &self->redo, callback, user_data);
}

/**
 * tambour_portfolio_redo_async:
 * @self: a portfolio that can redo
 * @callback: called when done
 * @user_data: for @callback
 *
 * Puts back what was taken back last.
 */
void
tambour_portfolio_redo_async (TambourPortfolio    *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  turn (self, &self->redo, &self->undo, callback, user_data);
}

/**
 * tambour_portfolio_undo_finish:
 * @self: a portfolio
 * @result: what the callback of either was given
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, if a later change
 *   has touched the same; it is then no longer offered
 *
 * Returns: (transfer full) (nullable): the label of the change that was taken
 *   or put back
 */
char *
tambour_portfolio_undo_finish (TambourPortfolio  *self,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_autoptr(GError) failure = NULL;
  Turning *turning;
  char *label;

  g_return_val_if_fail (g_async_result_is_tagged (result, turn), NULL);

  turning = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), &failure))
    {
      /* A full disk can be made room on; what somebody built upon cannot be taken away. */
      if (!g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED))
        push_step (turning->from, g_steal_pointer (&turning->step));
      tambour_portfolio_notify_steps (self);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  label = g_strdup (turning->step->label);
  push_step (turning->to, step_new (turning->by, label));
  tambour_portfolio_notify_steps (self);

  return label;
}
