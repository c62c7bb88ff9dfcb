/* tambour-saving.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-saving.h"

#define KEY "tambour-saving-focus"

/**
 * tambour_saving_set:
 * @content: what one types into
 * @is_saving: whether it is being saved
 *
 * While it is, nothing more is typed, which would be lost. If it could not be
 * saved, the keyboard is where it was.
 */
void
tambour_saving_set (GtkWidget *content,
                    gboolean   is_saving)
{
  GtkRoot *root = gtk_widget_get_root (content);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (is_saving)
    {
      gboolean is_inside = focus != NULL && gtk_widget_is_ancestor (focus, content);

      g_object_set_data_full (G_OBJECT (content), KEY, is_inside ? g_object_ref (focus) : NULL, g_object_unref);
      gtk_widget_set_sensitive (content, FALSE);
      return;
    }

  gtk_widget_set_sensitive (content, TRUE);
  focus = g_object_get_data (G_OBJECT (content), KEY);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  g_object_set_data (G_OBJECT (content), KEY, NULL);
}
