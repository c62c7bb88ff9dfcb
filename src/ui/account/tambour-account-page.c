/* tambour-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-page.h"

/**
 * TambourAccountPage:
 *
 * Everything about one account, in sections.
 */
struct _TambourAccountPage
{
  TambourPage     parent_instance;

  char           *account_id;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AdwViewStack   *stack;
};

G_DEFINE_FINAL_TYPE (TambourAccountPage, tambour_account_page, TAMBOUR_TYPE_PAGE)

static void
tambour_account_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ACCOUNT_PAGE);

  G_OBJECT_CLASS (tambour_account_page_parent_class)->dispose (object);
}

static void
tambour_account_page_finalize (GObject *object)
{
  TambourAccountPage *self = TAMBOUR_ACCOUNT_PAGE (object);

  g_clear_pointer (&self->account_id, g_free);

  G_OBJECT_CLASS (tambour_account_page_parent_class)->finalize (object);
}

static void
tambour_account_page_class_init (TambourAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_account_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_account_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountPage, stack);
}

static void
tambour_account_page_init (TambourAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_account_page_new:
 * @portfolio: a portfolio
 * @account_id: an account in it
 *
 * Returns: (transfer floating): its page
 */
TambourAccountPage *
tambour_account_page_new (TambourPortfolio *portfolio,
                          const char       *account_id)
{
  TambourAccountPage *self = g_object_new (TAMBOUR_TYPE_ACCOUNT_PAGE, NULL);

  self->account_id = g_strdup (account_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

/**
 * tambour_account_page_get_account:
 * @self: an account page
 *
 * Returns: (transfer none): the id of its account
 */
const char *
tambour_account_page_get_account (TambourAccountPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ACCOUNT_PAGE (self), NULL);

  return self->account_id;
}

/**
 * tambour_account_page_show_section:
 * @self: an account page
 * @section: the name of a section, or its number from 1 as text
 */
void
tambour_account_page_show_section (TambourAccountPage *self,
                                   const char         *section)
{
  g_return_if_fail (TAMBOUR_IS_ACCOUNT_PAGE (self));

  if (adw_view_stack_get_child_by_name (self->stack, section) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, section);
}

/**
 * tambour_account_page_get_section:
 * @self: an account page
 *
 * Returns: (transfer none) (nullable): the name of the section that is shown
 */
const char *
tambour_account_page_get_section (TambourAccountPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ACCOUNT_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}
