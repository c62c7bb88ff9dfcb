/* tambour-meter-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-overview.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_METER_ROW (tambour_meter_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourMeterRow, tambour_meter_row, TAMBOUR, METER_ROW, GtkListBoxRow)

GtkWidget *tambour_meter_row_new  (void);
void       tambour_meter_row_show (TambourMeterRow            *self,
                                   const TambourOverviewMeter *line);

G_END_DECLS
