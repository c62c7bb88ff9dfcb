/* tambour-portfolio-told.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-private.h"

#include "tambour-settings.h"

/* What the person who works with a portfolio was told of, and when it is there what. */

/**
 * tambour_portfolio_get_told:
 * @self: a portfolio
 *
 * Returns: (transfer none) (nullable): what tambour_portfolio_set_told() was given
 *   last, also before the portfolio was opened
 */
const char *
tambour_portfolio_get_told (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  return self->told;
}

static void
keep_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  TambourPortfolio *self = source;
  GError *error = NULL;

  if (tambour_store_set_setting (self->store, TAMBOUR_SETTING_TOLD, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void keep (TambourPortfolio *self);

/* One at a time, so that the last is what stays. What cannot be kept is told once
 * more by the next start: better twice than never.
 */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  TambourPortfolio *self = TAMBOUR_PORTFOLIO (source);
  gboolean is_kept = g_task_propagate_boolean (G_TASK (result), NULL);

  self->is_keeping_told = FALSE;
  if (is_kept && g_strcmp0 (g_task_get_task_data (G_TASK (result)), self->told) != 0)
    keep (self);
}

static void
keep (TambourPortfolio *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, kept_cb, NULL);

  self->is_keeping_told = TRUE;
  g_task_set_source_tag (task, keep);
  g_task_set_task_data (task, g_strdup (self->told), g_free);
  tambour_portfolio_begin_write (self, task);
  g_task_run_in_thread (task, keep_thread);
}

/**
 * tambour_portfolio_set_told:
 * @self: a portfolio
 * @told: what the person was told of
 *
 * Keeps it in the file, off the main loop; it stays on this computer.
 */
void
tambour_portfolio_set_told (TambourPortfolio *self,
                            const char       *told)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  if (g_set_str (&self->told, told) && !self->is_read_only && !self->is_keeping_told)
    keep (self);
}

/**
 * tambour_portfolio_wall_of:
 * @self: a portfolio
 * @instant: a time there
 *
 * Returns: what the computer's clock says then; not stated if it never comes
 */
TambourInstant
tambour_portfolio_wall_of (TambourPortfolio *self,
                           TambourInstant    instant)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), (TambourInstant) { TAMBOUR_NEVER });

  if (!tambour_instant_is_stated (instant) || tambour_instant_is_stated (self->clock.fixed))
    return (TambourInstant) { TAMBOUR_NEVER };

  return (TambourInstant) { instant.seconds - self->clock.offset };
}
