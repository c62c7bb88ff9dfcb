/* tambour-metric-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-usage-sheet.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_METRIC_ROW (tambour_metric_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourMetricRow, tambour_metric_row, TAMBOUR, METRIC_ROW, GtkBox)

GtkWidget *tambour_metric_row_new  (void);
char      *tambour_metric_row_show (TambourMetricRow       *self,
                                    const TambourUsageLine *line,
                                    TambourDate             today);

G_END_DECLS
