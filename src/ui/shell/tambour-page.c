/* tambour-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-notice.h"
#include "tambour-page.h"
#include "tambour-refresher.h"
#include "tambour-ui.h"

/**
 * TambourPage:
 *
 * What stands in the content of a window: a page that shows something of a
 * portfolio, and reads it anew when it has changed.
 */
typedef struct
{
  TambourPortfolio *portfolio;
  TambourRefresher *refresher;
  gboolean          is_ready;
} TambourPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourPage, tambour_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_PORTFOLIO = 1,
  PROP_READY,
} TambourPageProps;

static GParamSpec *props[PROP_READY + 1];

static void
refresh (GtkWidget *widget)
{
  TambourPageClass *klass = TAMBOUR_PAGE_GET_CLASS (widget);

  if (klass->refresh != NULL)
    klass->refresh (TAMBOUR_PAGE (widget));
}

static void
tick (GtkWidget *widget)
{
  TAMBOUR_PAGE_GET_CLASS (widget)->tick (TAMBOUR_PAGE (widget));
}

static void
tambour_page_dispose (GObject *object)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (TAMBOUR_PAGE (object));

  g_clear_object (&priv->refresher);
  g_clear_object (&priv->portfolio);

  G_OBJECT_CLASS (tambour_page_parent_class)->dispose (object);
}

/* A page has many rows, and those that lists keep: what is left of it is free. */
static void
tambour_page_finalize (GObject *object)
{
  G_OBJECT_CLASS (tambour_page_parent_class)->finalize (object);

  tambour_ui_give_back ();
}

static void
tambour_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((TambourPageProps) prop_id)
    {
    case PROP_PORTFOLIO:
      g_value_set_object (value, tambour_page_get_portfolio (TAMBOUR_PAGE (object)));
      break;
    case PROP_READY:
      g_value_set_boolean (value, tambour_page_is_ready (TAMBOUR_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((TambourPageProps) prop_id)
    {
    case PROP_PORTFOLIO:
      tambour_page_set_portfolio (TAMBOUR_PAGE (object), g_value_get_object (value));
      break;
    case PROP_READY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_page_class_init (TambourPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_page_dispose;
  object_class->finalize = tambour_page_finalize;
  object_class->get_property = tambour_page_get_property;
  object_class->set_property = tambour_page_set_property;

  props[PROP_PORTFOLIO] =
    g_param_spec_object ("portfolio", NULL, NULL, TAMBOUR_TYPE_PORTFOLIO,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  props[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tambour_page_init (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  priv->refresher = tambour_refresher_new (GTK_WIDGET (self), refresh);
}

/**
 * tambour_page_get_portfolio:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows something of
 */
TambourPortfolio *
tambour_page_get_portfolio (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_PAGE (self), NULL);

  return priv->portfolio;
}

/**
 * tambour_page_set_portfolio:
 * @self: a page
 * @portfolio: (nullable): what it shows something of
 */
void
tambour_page_set_portfolio (TambourPage      *self,
                            TambourPortfolio *portfolio)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_PAGE (self));

  if (!g_set_object (&priv->portfolio, portfolio))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PORTFOLIO]);
  tambour_notice_show (GTK_WIDGET (self), portfolio);
  tambour_refresher_follow (priv->refresher, portfolio);
  if (portfolio != NULL && TAMBOUR_PAGE_GET_CLASS (self)->tick != NULL)
    tambour_ticker_watch (tambour_portfolio_get_ticker (portfolio), GTK_WIDGET (self), tick);
}

/**
 * tambour_page_prepare:
 * @self: a page
 *
 * Has it read what it shows now, though it is not on the screen yet.
 */
void
tambour_page_prepare (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_PAGE (self));

  tambour_refresher_prepare (priv->refresher);
}

/**
 * tambour_page_is_ready:
 * @self: a page
 *
 * Returns: whether it shows what it has to show
 */
gboolean
tambour_page_is_ready (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_PAGE (self), FALSE);

  return priv->is_ready;
}

/**
 * tambour_page_set_ready:
 * @self: a page
 *
 * To be called by the page when it shows what it has read for the first time.
 */
void
tambour_page_set_ready (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_PAGE (self));

  if (priv->is_ready)
    return;

  priv->is_ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

/**
 * tambour_page_invalidate:
 * @self: a page
 *
 * Has it read anew, since it shows something else now.
 */
void
tambour_page_invalidate (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_PAGE (self));

  if (priv->refresher != NULL)
    tambour_refresher_invalidate (priv->refresher);
}

/**
 * tambour_page_filter:
 * @self: a page
 *
 * Shows its filter and puts the keyboard there.
 *
 * Returns: %FALSE if it has none
 */
gboolean
tambour_page_filter (TambourPage *self)
{
  TambourPageClass *klass;

  g_return_val_if_fail (TAMBOUR_IS_PAGE (self), FALSE);

  klass = TAMBOUR_PAGE_GET_CLASS (self);
  if (klass->filter == NULL)
    return FALSE;

  klass->filter (self);

  return TRUE;
}

/**
 * tambour_page_can_write:
 * @self: a page
 *
 * Returns: whether anything can be changed
 */
gboolean
tambour_page_can_write (TambourPage *self)
{
  TambourPagePrivate *priv = tambour_page_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_PAGE (self), FALSE);

  return priv->portfolio != NULL && !tambour_portfolio_is_read_only (priv->portfolio);
}

/**
 * tambour_page_try_again_action:
 * @widget: a page
 * @action_name: an action of its
 * @parameter: nothing
 *
 * Has it read anew.
 */
void
tambour_page_try_again_action (GtkWidget  *widget,
                               const char *action_name,
                               GVariant   *parameter)
{
  tambour_page_invalidate (TAMBOUR_PAGE (widget));
}
