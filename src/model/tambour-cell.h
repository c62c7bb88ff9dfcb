/* tambour-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *tambour_cell_guard      (const char *text);
gboolean tambour_cell_is_guarded (const char *text);
void     tambour_cell_append     (GString    *row,
                                  const char *text);

G_END_DECLS
