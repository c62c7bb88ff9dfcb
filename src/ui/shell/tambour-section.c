/* tambour-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-refresher.h"
#include "tambour-section.h"

/**
 * TambourSection:
 *
 * A part of the page of an account, such as its people: what stands behind one
 * of the names in the section switcher.
 */
typedef struct
{
  TambourPortfolio *portfolio;
  TambourRefresher *refresher;
  char             *account_id;
  gboolean          is_ready;
} TambourSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourSection, tambour_section, ADW_TYPE_BIN)

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refresh (GtkWidget *widget)
{
  TAMBOUR_SECTION_GET_CLASS (widget)->refresh (TAMBOUR_SECTION (widget));
}

static void
tambour_section_dispose (GObject *object)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (TAMBOUR_SECTION (object));

  g_clear_object (&priv->refresher);
  g_clear_object (&priv->portfolio);

  G_OBJECT_CLASS (tambour_section_parent_class)->dispose (object);
}

static void
tambour_section_finalize (GObject *object)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (TAMBOUR_SECTION (object));

  g_clear_pointer (&priv->account_id, g_free);

  G_OBJECT_CLASS (tambour_section_parent_class)->finalize (object);
}

static void
tambour_section_class_init (TambourSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_section_dispose;
  object_class->finalize = tambour_section_finalize;

  /**
   * TambourSection::ready:
   *
   * It shows what it has read for the first time.
   */
  signals[READY] =
    g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_section_init (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  priv->refresher = tambour_refresher_new (GTK_WIDGET (self), refresh);
}

/**
 * tambour_section_get_portfolio:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): what it shows something of
 */
TambourPortfolio *
tambour_section_get_portfolio (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), NULL);

  return priv->portfolio;
}

/**
 * tambour_section_get_account:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the id of the account that it shows
 */
const char *
tambour_section_get_account (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), NULL);

  return priv->account_id;
}

/**
 * tambour_section_show:
 * @self: a section
 * @portfolio: (nullable): a portfolio
 * @account_id: (nullable): an account in it
 *
 * Shows another account.
 */
void
tambour_section_show (TambourSection   *self,
                      TambourPortfolio *portfolio,
                      const char       *account_id)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_SECTION (self));

  if (priv->portfolio == portfolio && g_strcmp0 (priv->account_id, account_id) == 0)
    return;

  g_set_object (&priv->portfolio, portfolio);
  g_set_str (&priv->account_id, account_id);
  tambour_refresher_follow (priv->refresher, portfolio);
}

/**
 * tambour_section_prepare:
 * @self: a section
 *
 * Has it read what it shows now, though it is not on the screen yet.
 */
void
tambour_section_prepare (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_SECTION (self));

  tambour_refresher_prepare (priv->refresher);
}

/**
 * tambour_section_is_ready:
 * @self: a section
 *
 * Returns: whether it shows what it has to show
 */
gboolean
tambour_section_is_ready (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  return priv->is_ready;
}

/**
 * tambour_section_set_ready:
 * @self: a section
 *
 * To be called by the section when it shows what it has read, or why it could
 * not be read.
 */
void
tambour_section_set_ready (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_SECTION (self));

  if (priv->is_ready)
    return;

  priv->is_ready = TRUE;
  g_signal_emit (self, signals[READY], 0);
}

/**
 * tambour_section_filter:
 * @self: a section
 *
 * Shows its filter and puts the keyboard there.
 *
 * Returns: %FALSE if it has none
 */
gboolean
tambour_section_filter (TambourSection *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  if (TAMBOUR_SECTION_GET_CLASS (self)->filter == NULL)
    return FALSE;

  TAMBOUR_SECTION_GET_CLASS (self)->filter (self);

  return TRUE;
}

/**
 * tambour_section_edit:
 * @self: a section
 *
 * Edits what is chosen in it.
 *
 * Returns: %FALSE if nothing is
 */
gboolean
tambour_section_edit (TambourSection *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  return TAMBOUR_SECTION_GET_CLASS (self)->edit != NULL && TAMBOUR_SECTION_GET_CLASS (self)->edit (self);
}
