/* tambour-starter-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-erase.h"
#include "tambour-join-dialog.h"
#include "tambour-starter-private.h"

/* How a window comes to the portfolio of a team, and how that goes again. */

/* How often it is looked whether a portfolio is closed: what is being written ends first. */
#define MILLISECONDS 50

static void
joined_cb (TambourStarter *self,
           const char     *path)
{
  if (self->window != NULL)
    tambour_starter_open (tambour_starter_choose (self), path, TAMBOUR_STORE_OPEN);
}

/**
 * tambour_starter_join:
 * @self: a starter
 *
 * Asks for the team’s server, and opens a new portfolio that belongs to it.
 */
void
tambour_starter_join (TambourStarter *self)
{
  g_autofree char *path = tambour_starter_dup_free_path (self);
  AdwDialog *dialog = tambour_join_dialog_new (path);

  g_signal_connect_object (dialog, "created", G_CALLBACK (joined_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TambourStarter *self = TAMBOUR_STARTER (source);
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tambour_starter_fail (self, error);
}

static void
erase_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (tambour_erase_portfolio (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
erase_if_closed (gpointer user_data)
{
  GTask *task = user_data;
  TambourStarter *self = g_task_get_source_object (task);

  if (tambour_portfolios_find (self->portfolios, g_task_get_task_data (task), FALSE) != NULL)
    return G_SOURCE_CONTINUE;

  g_task_run_in_thread (task, erase_thread);

  return G_SOURCE_REMOVE;
}

static void
leave (TambourStarter   *self,
       TambourPortfolio *portfolio)
{
  if (self == NULL || self->held != portfolio)
    return;

  tambour_window_set_portfolio (self->window, NULL);
  tambour_starter_hold (self, NULL);
  tambour_starter_update_actions (self);
  tambour_starter_show_start (self);
}

/**
 * tambour_starter_remove:
 * @self: a starter whose window shows a portfolio
 *
 * Closes it in all windows and removes it from this computer.
 */
void
tambour_starter_remove (TambourStarter *self)
{
  g_autoptr(TambourPortfolio) portfolio = self->held ? g_object_ref (self->held) : NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  g_autofree char *path = NULL;
  GTask *task;

  if (portfolio == NULL)
    return;

  path = g_strdup (tambour_portfolio_get_path (portfolio));
  tambour_portfolios_forget (self->portfolios, path);
  leave (self, portfolio);
  for (GList *link = application ? gtk_application_get_windows (application) : NULL; link; link = link->next)
    if (TAMBOUR_IS_WINDOW (link->data))
      leave (tambour_starter_of (link->data), portfolio);

  task = g_task_new (self, NULL, erased_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_timeout_add_full (G_PRIORITY_DEFAULT, MILLISECONDS, erase_if_closed, task, g_object_unref);
}
