/* tambour-announce.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-announce.h"

/**
 * tambour_announce:
 * @widget: what it is about
 * @words: what is said
 * @priority: whether it may interrupt
 *
 * Has a screen reader say what only the eye would see. What GTK has for tests cannot
 * speak, and ends the program when it is asked to.
 */
void
tambour_announce (GtkWidget                         *widget,
                  const char                        *words,
                  GtkAccessibleAnnouncementPriority  priority)
{
  g_autoptr(GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, priority);
}
