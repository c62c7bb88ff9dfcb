/* tambour-chart-label.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourChartLabel:
 * @text: what it says
 * @x: where it is held
 * @y: its middle
 * @hold: which part of it stands at @x: 0 its left edge, 1 its right edge
 * @width: how wide it may be; 0 for as wide as it is
 * @is_strong: it is a figure, not a name
 *
 * A word in a chart.
 */
typedef struct
{
  const char *text;
  float       x;
  float       y;
  float       hold;
  float       width;
  gboolean    is_strong;
} TambourChartLabel;

void  tambour_chart_label_draw    (GtkWidget               *widget,
                                   GtkSnapshot             *snapshot,
                                   const TambourChartLabel *self);
float tambour_chart_label_measure (GtkWidget               *widget,
                                   const char              *text,
                                   float                   *height);
void  tambour_chart_priority      (GtkWidget               *widget,
                                   guint                    priority,
                                   GdkRGBA                 *colour);

G_END_DECLS
