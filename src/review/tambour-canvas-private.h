/* tambour-canvas-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/* A label of the chart being laid out, on the page but not yet sure of its place. */
typedef struct
{
  TambourRank   rank;
  TambourShape *shape;
  double        x;
  double        y;
  guint         plot;
} TambourCanvasLabel;

struct _TambourCanvas
{
  TambourFonts      *fonts;
  TambourTheme       theme;
  TambourPaper       paper;
  gboolean           rtl;
  double             width;
  double             height;
  GArray            *marks;
  GArray            *origins;
  TambourPoint       origin;

  gboolean           in_chart;
  guint              chart_start;
  cairo_rectangle_t  chart;
  GArray            *labels;
  GPtrArray         *plots;
  guint              plot;
};

TambourMark *tambour_canvas_add_mark    (TambourCanvas      *self,
                                         TambourMarkKind     kind);
double       tambour_canvas_place_x     (TambourCanvas      *self,
                                         double              x,
                                         double              width);
double       tambour_canvas_place_y     (TambourCanvas      *self,
                                         double              y);
void         tambour_canvas_drop_links  (TambourCanvas      *self,
                                         GHashTable         *anchors);
void         tambour_canvas_label_clear (TambourCanvasLabel *label);

G_END_DECLS
