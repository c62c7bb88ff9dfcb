/* tambour-tooltip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        tambour_tooltip_set (gpointer    widget,
                                 const char *text);
const char *tambour_tooltip_get (GtkWidget  *widget);

G_END_DECLS
