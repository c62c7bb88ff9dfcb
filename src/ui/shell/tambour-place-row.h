/* tambour-place-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-places.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PLACE_ROW (tambour_place_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourPlaceRow, tambour_place_row, TAMBOUR, PLACE_ROW, GtkListBoxRow)

GtkWidget          *tambour_place_row_new       (const TambourPlace *place);
const TambourPlace *tambour_place_row_get_place (TambourPlaceRow    *self);
void                tambour_place_row_set_count (TambourPlaceRow    *self,
                                                 guint               count);

G_END_DECLS
