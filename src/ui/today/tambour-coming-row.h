/* tambour-coming-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-today.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_COMING_ROW (tambour_coming_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourComingRow, tambour_coming_row, TAMBOUR, COMING_ROW, GtkListBoxRow)

GtkWidget *tambour_coming_row_new  (void);
void       tambour_coming_row_show (TambourComingRow         *self,
                                    const TambourTodayComing *coming,
                                    TambourInstant            now);

G_END_DECLS
