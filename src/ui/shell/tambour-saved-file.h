/* tambour-saved-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *tambour_saved_file_dup_path (GFile      *file,
                                   GError    **error);
void  tambour_saved_file_say      (GtkWidget  *widget,
                                   GFile      *file);

G_END_DECLS
