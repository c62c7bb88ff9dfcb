/* tambour-saving.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tambour_saving_set (GtkWidget *content,
                         gboolean   is_saving);

G_END_DECLS
