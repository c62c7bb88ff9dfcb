/* tambour-refresher.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-refresher.h"

/**
 * TambourRefresher:
 *
 * Has a widget read anew when its portfolio changed: at once while it is on the
 * screen, else when it comes back, so that hidden pages cost nothing.
 */
struct _TambourRefresher
{
  GObject             parent_instance;

  GtkWidget          *widget;      /* owns this */
  TambourRefreshFunc  func;
  TambourPortfolio   *portfolio;
  gboolean            is_stale;
};

G_DEFINE_FINAL_TYPE (TambourRefresher, tambour_refresher, G_TYPE_OBJECT)

static void
refresh_if_seen (TambourRefresher *self)
{
  if (!self->is_stale || self->portfolio == NULL || !gtk_widget_get_mapped (self->widget))
    return;

  self->is_stale = FALSE;
  self->func (self->widget);
}

static void
portfolio_changed_cb (TambourPortfolio *portfolio,
                      gint64            number,
                      gpointer          user_data)
{
  tambour_refresher_invalidate (user_data);
}

static void
tambour_refresher_dispose (GObject *object)
{
  TambourRefresher *self = TAMBOUR_REFRESHER (object);

  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_refresher_parent_class)->dispose (object);
}

static void
tambour_refresher_class_init (TambourRefresherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_refresher_dispose;
}

static void
tambour_refresher_init (TambourRefresher *self)
{
  self->is_stale = TRUE;
}

/**
 * tambour_refresher_new:
 * @widget: the widget that shows something of a portfolio; it keeps the
 *   refresher until it is disposed of
 * @func: reads anew what it shows
 *
 * Returns: (transfer full): a refresher that follows nothing yet
 */
TambourRefresher *
tambour_refresher_new (GtkWidget          *widget,
                       TambourRefreshFunc  func)
{
  TambourRefresher *self = g_object_new (TAMBOUR_TYPE_REFRESHER, NULL);

  self->widget = widget;
  self->func = func;
  g_signal_connect_object (widget, "map", G_CALLBACK (refresh_if_seen), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * tambour_refresher_follow:
 * @self: a refresher
 * @portfolio: (nullable): what its widget shows from now on
 */
void
tambour_refresher_follow (TambourRefresher *self,
                          TambourPortfolio *portfolio)
{
  g_return_if_fail (TAMBOUR_IS_REFRESHER (self));

  if (self->portfolio != NULL)
    g_signal_handlers_disconnect_by_func (self->portfolio, portfolio_changed_cb, self);

  g_set_object (&self->portfolio, portfolio);
  if (portfolio != NULL)
    g_signal_connect_object (portfolio, "changed", G_CALLBACK (portfolio_changed_cb), self, 0);

  tambour_refresher_invalidate (self);
}

/**
 * tambour_refresher_prepare:
 * @self: a refresher that follows a portfolio
 *
 * Has its widget read before it comes to the screen, where that is about to happen.
 */
void
tambour_refresher_prepare (TambourRefresher *self)
{
  g_return_if_fail (TAMBOUR_IS_REFRESHER (self));

  if (!self->is_stale || self->portfolio == NULL)
    return;

  self->is_stale = FALSE;
  self->func (self->widget);
}

/**
 * tambour_refresher_invalidate:
 * @self: a refresher
 *
 * What the widget shows is no longer true, or it shows something else now.
 */
void
tambour_refresher_invalidate (TambourRefresher *self)
{
  g_return_if_fail (TAMBOUR_IS_REFRESHER (self));

  self->is_stale = TRUE;
  refresh_if_seen (self);
}
