/* tambour-launch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tambour_launch_is_web (const char *uri);
void     tambour_launch_uri    (GtkWidget  *widget,
                                const char *uri);
void     tambour_launch_file   (GtkWidget  *widget,
                                GFile      *file);

G_END_DECLS
