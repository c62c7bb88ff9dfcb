/* tambour-spark-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-series.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SPARK_LINE (tambour_spark_line_get_type ())
G_DECLARE_FINAL_TYPE (TambourSparkLine, tambour_spark_line, TAMBOUR, SPARK_LINE, GtkWidget)

GtkWidget *tambour_spark_line_new        (void);
void       tambour_spark_line_set_points (TambourSparkLine         *self,
                                          const TambourSeriesPoint *points,
                                          guint                     n_points,
                                          TambourSeriesPace         pace);

G_END_DECLS
