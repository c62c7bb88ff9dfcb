/* tambour-focus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-focus.h"

/**
 * tambour_focus_come_back:
 * @window: a window whose visible dialog has changed
 * @page: (nullable): what it shows
 *
 * A dialog that closes gives the focus back to what had it. Where that has gone
 * meanwhile, as a row of a list that was read anew, @page gets it: left in the dialog,
 * GTK would never free that.
 */
void
tambour_focus_come_back (AdwApplicationWindow *window,
                         GtkWidget            *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (adw_application_window_get_visible_dialog (window) != NULL ||
      focus == NULL || gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) == NULL)
    return;

  if (page == NULL || !gtk_widget_grab_focus (page))
    gtk_window_set_focus (GTK_WINDOW (window), NULL);
}
