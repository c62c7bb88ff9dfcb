/* tambour-application-background.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-application-private.h"
#include "tambour-clock-alarm.h"
#include "tambour-portals.h"
#include "tambour-team.h"

/* Who wants to be told of new cases when the window is closed has the program stay with
 * the portfolio that opens by itself: it follows the team, and sleeps in between.
 */

/* The first window opens its portfolio first. */
#define MILLISECONDS_LATER 1000

static void
release (TambourApplication *self)
{
  g_autoptr(TambourPortfolio) portfolio = g_steal_pointer (&self->background);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (portfolio == NULL)
    return;

  tambour_clock_alarm_stay (tambour_clock_alarm_get (portfolio), FALSE);
  tambour_portfolios_release (self->portfolios, portfolio);
}

static void
stay_with (TambourApplication *self,
           TambourPortfolio   *portfolio)
{
  if (portfolio == self->background || tambour_portfolio_is_demonstration (portfolio))
    return;

  release (self);
  self->background = g_object_ref (portfolio);
  tambour_portfolios_hold (self->portfolios, portfolio);
  tambour_team_begin (tambour_team_of (portfolio));
  tambour_portals_begin (tambour_portals_of (portfolio));
  tambour_clock_alarm_stay (tambour_clock_alarm_get (portfolio), TRUE);
}

/* A window may have been faster. What cannot be opened is said by the next window. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourApplication) self = user_data;
  g_autoptr(TambourPortfolio) portfolio = tambour_portfolio_open_finish (result, NULL);
  TambourPortfolio *known;

  if (portfolio == NULL || !self->is_staying || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  g_clear_object (&self->opening);
  known = tambour_portfolios_find (self->portfolios, tambour_portfolio_get_path (portfolio), FALSE);
  stay_with (self, known ? known : portfolio);
}

static void
stay (TambourApplication *self)
{
  g_autofree char *own = tambour_portfolios_dup_own_path (self->portfolios);
  TambourPortfolio *known = tambour_portfolios_find (self->portfolios, own, FALSE);

  if (known != NULL)
    {
      stay_with (self, known);
      return;
    }

  release (self);
  if (!g_file_test (own, G_FILE_TEST_EXISTS))
    return;

  self->opening = g_cancellable_new ();
  tambour_portfolio_open_async (own, TAMBOUR_STORE_OPEN | TAMBOUR_STORE_IMPATIENT, self->opening, opened_cb, g_object_ref (self));
}

static void
stay_later_cb (gpointer user_data)
{
  TambourApplication *self = user_data;

  self->stay_source = 0;
  stay (self);
}

/**
 * tambour_application_leave_background:
 * @self: the application
 *
 * The program ends with its last window.
 */
void
tambour_application_leave_background (TambourApplication *self)
{
  g_clear_handle_id (&self->stay_source, g_source_remove);
  if (!self->is_staying)
    return;

  self->is_staying = FALSE;
  release (self);
  g_application_release (G_APPLICATION (self));
}

/**
 * tambour_application_update_background:
 * @self: the application
 * @at_once: whether no window is about to open the portfolio
 *
 * Stays without a window from now on if the person wants that, and not if not.
 */
void
tambour_application_update_background (TambourApplication *self,
                                       gboolean            at_once)
{
  if (!g_settings_get_boolean (self->settings, "tell-when-closed"))
    {
      tambour_application_leave_background (self);
      return;
    }

  if (!self->is_staying)
    g_application_hold (G_APPLICATION (self));
  self->is_staying = TRUE;

  g_clear_handle_id (&self->stay_source, g_source_remove);
  if (at_once)
    stay (self);
  else
    self->stay_source = g_timeout_add_once (MILLISECONDS_LATER, stay_later_cb, self);
}

static void
setting_changed_cb (TambourApplication *self)
{
  tambour_application_update_background (self, TRUE);
}

/**
 * tambour_application_follow_background:
 * @self: the application, which has its settings
 *
 * Does what the person wants, now and whenever that changes.
 */
void
tambour_application_follow_background (TambourApplication *self)
{
  g_signal_connect_object (self->settings, "changed::tell-when-closed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::portfolio", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  tambour_application_update_background (self, FALSE);
}
