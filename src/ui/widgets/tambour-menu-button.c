/* tambour-menu-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-menu-button.h"

static void
create_cb (GtkMenuButton *button,
           gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * tambour_menu_button_offer:
 * @button: a button
 * @menu: (transfer none): what it offers
 *
 * As gtk_menu_button_set_menu_model(), but the popover is made when somebody
 * opens it: one costs more than a row, and is seldom wanted.
 */
void
tambour_menu_button_offer (GtkMenuButton *button,
                           GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, create_cb, g_object_ref (menu), g_object_unref);
}
