/* tambour-found-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-found-item.h"

G_BEGIN_DECLS

/**
 * TambourFoundFunc:
 * @item: what was clicked
 * @data: what tambour_found_row_factory_new() was given
 *
 * Opens what a row leads to.
 */
typedef void (*TambourFoundFunc) (TambourFoundItem *item,
                                  gpointer          data);

#define TAMBOUR_TYPE_FOUND_ROW (tambour_found_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourFoundRow, tambour_found_row, TAMBOUR, FOUND_ROW, GtkBox)

GtkWidget          *tambour_found_row_new         (void);
void                tambour_found_row_show        (TambourFoundRow  *self,
                                                   TambourFoundItem *item);

GtkListItemFactory *tambour_found_row_factory_new (TambourFoundFunc  clicked,
                                                   gpointer          data);

G_END_DECLS
