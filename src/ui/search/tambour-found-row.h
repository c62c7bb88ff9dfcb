/* tambour-found-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-found-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FOUND_ROW (tambour_found_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourFoundRow, tambour_found_row, TAMBOUR, FOUND_ROW, GtkListBoxRow)

GtkWidget        *tambour_found_row_new      (void);
void              tambour_found_row_show     (TambourFoundRow  *self,
                                              TambourFoundItem *item);
TambourFoundItem *tambour_found_row_get_item (TambourFoundRow  *self);
void              tambour_found_row_set_keys (TambourFoundRow  *self,
                                              const char       *keys);

G_END_DECLS
