/* tambour-arrival-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-today.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ARRIVAL_ROW (tambour_arrival_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourArrivalRow, tambour_arrival_row, TAMBOUR, ARRIVAL_ROW, GtkListBoxRow)

GtkWidget *tambour_arrival_row_new  (void);
void       tambour_arrival_row_show (TambourArrivalRow         *self,
                                     const TambourTodayArrival *arrival,
                                     TambourInstant             now);

G_END_DECLS
