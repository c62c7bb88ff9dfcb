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
} TambourSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourSection, tambour_section, ADW_TYPE_BIN)

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
