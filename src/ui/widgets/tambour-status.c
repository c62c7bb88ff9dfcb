/* tambour-status.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-status.h"

/**
 * tambour_status_say:
 * @page: what stands in place of a list or a page
 * @icon: a picture
 * @title: what it says
 * @text: (nullable): what else
 *
 * Says something there; none of it is markup.
 */
void
tambour_status_say (AdwStatusPage *page,
                    const char    *icon,
                    const char    *title,
                    const char    *text)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;

  adw_status_page_set_icon_name (page, icon);
  adw_status_page_set_title (page, escaped_title);
  adw_status_page_set_description (page, escaped);
}

/**
 * tambour_status_offer:
 * @button: the button of such a page
 * @label: (nullable): what one can do, or %NULL if that is nothing
 * @action: (nullable): by which action, with its target
 */
void
tambour_status_offer (GtkButton  *button,
                      const char *label,
                      const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;

  gtk_button_set_label (button, label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
}
