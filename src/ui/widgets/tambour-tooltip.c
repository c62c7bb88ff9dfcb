/* tambour-tooltip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-tooltip.h"

#define KEY "tambour-tooltip"

static gboolean
query_cb (GtkWidget  *widget,
          int         x,
          int         y,
          gboolean    by_keyboard,
          GtkTooltip *tooltip)
{
  const char *text = tambour_tooltip_get (widget);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * tambour_tooltip_set:
 * @widget: (type GtkWidget): a widget in a row
 * @text: (nullable): what its tooltip says; %NULL for none
 *
 * As gtk_widget_set_tooltip_text(), which asks the display each time where the
 * pointer is: a list of rows waits for as many answers. Here the text is asked
 * for when the pointer rests. Screen readers have it as a description.
 */
void
tambour_tooltip_set (gpointer    widget,
                     const char *text)
{
  const char *old;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  old = g_object_get_data (G_OBJECT (widget), KEY);
  if (g_strcmp0 (old, text) == 0)
    return;

  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, query_cb, NULL) == 0)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);

  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * tambour_tooltip_get:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what its tooltip says
 */
const char *
tambour_tooltip_get (GtkWidget *widget)
{
  const char *text;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  text = g_object_get_data (G_OBJECT (widget), KEY);

  return text ? text : gtk_widget_get_tooltip_text (widget);
}
