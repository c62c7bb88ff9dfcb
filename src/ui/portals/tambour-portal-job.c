/* tambour-portal-job.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-portal-job.h"
#include "tambour-portfolio-private.h"
#include "tambour-secrets.h"

static void
clear_job (gpointer data)
{
  TambourPortalJob *self = data;

  g_clear_pointer (&self->connector, tambour_connector_free);
  g_clear_pointer (&self->secret, tambour_secrets_free);
  g_clear_pointer (&self->external_id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->rule, tambour_match_rule_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->item, tambour_portal_item_free);
  tambour_connect_outcome_clear (&self->outcome);
  g_clear_object (&self->store);
  g_clear_pointer (&self->author, g_free);
  g_clear_object (&self->cancellable);
  if (self->free_user_data != NULL)
    self->free_user_data (self->user_data);
}

/**
 * tambour_portal_job_new:
 * @kind: what is to be done
 * @connector: with which portal
 *
 * Returns: (transfer full): a job that has not begun
 */
TambourPortalJob *
tambour_portal_job_new (TambourPortalJobKind    kind,
                        const TambourConnector *connector)
{
  TambourPortalJob *self = g_atomic_rc_box_new0 (TambourPortalJob);

  self->kind = kind;
  self->connector = tambour_connector_copy (connector);

  return self;
}

/**
 * tambour_portal_job_ref:
 * @self: a job
 *
 * Returns: (transfer full): @self
 */
TambourPortalJob *
tambour_portal_job_ref (TambourPortalJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * tambour_portal_job_unref:
 * @self: (transfer full): a job
 */
void
tambour_portal_job_unref (TambourPortalJob *self)
{
  g_atomic_rc_box_release_full (self, clear_job);
}

/* --- from the thread to the main loop -------------------------------------- */

typedef struct
{
  TambourPortalJob *job;
  guint64           n_read;
  char             *code;
} Told;

static void
told_free (Told *told)
{
  tambour_portal_job_unref (told->job);
  g_free (told->code);
  g_free (told);
}

static gboolean
tell_cb (gpointer user_data)
{
  const Told *told = user_data;

  if (!g_cancellable_is_cancelled (told->job->cancellable))
    told->job->func (told->n_read, told->code, told->job->user_data);

  return G_SOURCE_REMOVE;
}

static void
tell (TambourPortalJob *self,
      guint64           n_read,
      char             *code)
{
  Told *told = g_new0 (Told, 1);

  told->job = tambour_portal_job_ref (self);
  told->n_read = n_read;
  told->code = code;
  if (self->func != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, told, (GDestroyNotify) told_free);
  else
    told_free (told);
}

static void
progress_cb (const char *what,
             guint64     done,
             guint64     total,
             gpointer    user_data)
{
  tell (user_data, done, NULL);
}

static void
code_cb (const char *code,
         const char *address,
         gpointer    user_data)
{
  /* Translators: an address, and a code to enter there */
  tell (user_data, 0, g_strdup_printf (_("Open %1$s in a browser and enter %2$s"), address, code));
}

static void
token_cb (const char *token,
          gpointer    user_data)
{
  TambourPortalJob *self = user_data;
  g_autoptr(TambourServer) session = tambour_connector_dup_token_server (self->connector);

  if (token != NULL)
    tambour_secrets_store (session, token, self->cancellable, NULL);
  else
    tambour_secrets_clear (session, self->cancellable, NULL);
}

/* --- on the thread --------------------------------------------------------- */

static gboolean
preview (TambourPortalJob           *self,
         const TambourConnectOrder  *order,
         GError                    **error)
{
  g_autoptr(TambourPortalMap) map = tambour_connect_load_map (self->connector, error);
  g_autoptr(TambourPortal) portal = NULL;

  if (map == NULL || !(portal = tambour_portal_new (map, self->connector->address, self->connector->user, order->secret, error)))
    return FALSE;

  tambour_portal_set_sign_in (portal, order->code, order->keep, order->token, order->user_data);
  self->item = tambour_portal_read_item (portal, self->external_id, self->cancellable, error);

  return self->item != NULL;
}

static gboolean
carry_out (TambourPortalJob           *self,
           const TambourConnectOrder  *order,
           GError                    **error)
{
  switch (self->kind)
    {
    case TAMBOUR_PORTAL_JOB_TEST:
      return tambour_connect_test (order, &self->who, self->cancellable, error);
    case TAMBOUR_PORTAL_JOB_RUN:
      return tambour_connect_run (self->store, order, &self->outcome, self->cancellable, error);
    case TAMBOUR_PORTAL_JOB_ASSIGN:
      return tambour_connect_assign (self->store, order, self->external_id, self->account_id, &self->outcome, self->cancellable, error);
    case TAMBOUR_PORTAL_JOB_ASSIGN_ALWAYS:
      return tambour_connect_assign_always (self->store, order, self->rule, &self->outcome, self->cancellable, error);
    case TAMBOUR_PORTAL_JOB_PREVIEW:
      return preview (self, order, error);
    }

  g_return_val_if_reached (FALSE);
}

/* The keyring may have to be opened first. */
static gboolean
find_secret (TambourPortalJob  *self,
             char             **token,
             GError           **error)
{
  g_autoptr(TambourServer) server = tambour_connector_dup_server (self->connector);
  g_autoptr(TambourServer) session = tambour_connector_dup_token_server (self->connector);
  g_autoptr(GError) failure = NULL;

  *token = tambour_secrets_lookup (session, self->cancellable, NULL);
  if (self->secret == NULL)
    self->secret = tambour_secrets_lookup (server, self->cancellable, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  TambourPortalJob *self = data;
  GError *error = NULL;
  char *token = NULL;
  gboolean is_done = find_secret (self, &token, &error);

  if (is_done)
    {
      const TambourConnectOrder order = {
        .connector = self->connector,
        .secret = self->secret,
        .token = token,
        .since = { TAMBOUR_NEVER },
        .author = self->author,
        .progress = progress_cb,
        .code = code_cb,
        .keep = token_cb,
        .user_data = self,
      };

      is_done = carry_out (self, &order, &error);
    }

  if (token != NULL)
    tambour_secrets_free (token);
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tambour_portal_job_run_async:
 * @self: a job
 * @portfolio: what it is done for
 * @cancellable: a cancellable; what was read until then stays
 * @func: (nullable): told how far it has come
 * @func_data: for @func
 * @free_func_data: (nullable): frees that, on whatever thread
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does it on a thread. The file of @portfolio stays open until it is done.
 */
void
tambour_portal_job_run_async (TambourPortalJob     *self,
                              TambourPortfolio     *portfolio,
                              GCancellable         *cancellable,
                              TambourPortalJobFunc  func,
                              gpointer              func_data,
                              GDestroyNotify        free_func_data,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (portfolio, cancellable, callback, user_data);

  self->store = g_object_ref (tambour_portfolio_get_store (portfolio));
  self->author = g_strdup (tambour_portfolio_get_author (portfolio));
  self->func = func;
  self->user_data = func_data;
  self->free_user_data = free_func_data;
  self->cancellable = g_object_ref (cancellable);
  g_task_set_source_tag (task, tambour_portal_job_run_async);
  g_task_set_task_data (task, tambour_portal_job_ref (self), (GDestroyNotify) tambour_portal_job_unref);
  g_task_set_check_cancellable (task, FALSE);
  tambour_portfolio_begin_write (portfolio, task);
  g_task_run_in_thread (task, job_thread);
}

/**
 * tambour_portal_job_finish:
 * @result: what the callback was given
 * @error: return location for what the portal or the portfolio did wrong
 *
 * Returns: (transfer none) (nullable): the job, if it was done
 */
TambourPortalJob *
tambour_portal_job_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_portal_job_run_async), NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result)) : NULL;
}
