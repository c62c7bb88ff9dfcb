/* tambour-buffer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *tambour_buffer_dup_text (GtkTextBuffer *buffer);

G_END_DECLS
