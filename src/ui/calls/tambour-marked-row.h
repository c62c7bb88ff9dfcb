/* tambour-marked-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tambour_marked_row_new (const char *icon,
                                   const char *style,
                                   const char *title,
                                   const char *line,
                                   const char *when);

G_END_DECLS
