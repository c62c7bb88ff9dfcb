/* tambour-saved-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tambour_saved_file_check_folder (const char  *path,
                                          GError     **error);
void     tambour_saved_file_say          (GtkWidget   *widget,
                                          GFile       *file);

G_END_DECLS
