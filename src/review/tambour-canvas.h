/* tambour-canvas.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-mark.h"

G_BEGIN_DECLS

/**
 * TambourRank:
 *
 * What gives way when two labels of a chart would touch: the lesser one is
 * not drawn (REPORT-DESIGN section 10).
 */
typedef enum
{
  TAMBOUR_RANK_AXIS,
  TAMBOUR_RANK_VALUE,
  TAMBOUR_RANK_NAME,
  TAMBOUR_RANK_FINDING,
} TambourRank;

/**
 * TambourCanvas:
 *
 * Where pages and charts are laid out. Callers say where things are on a page
 * read from left to right, from the corner of the innermost frame; on a page
 * read from right to left the canvas mirrors places and alignments, but never
 * digits, ticks and crosses.
 */
typedef struct _TambourCanvas TambourCanvas;

TambourCanvas          *tambour_canvas_new         (TambourFonts           *fonts,
                                                    const TambourTheme     *theme,
                                                    TambourPaper            paper,
                                                    gboolean                rtl);
void                    tambour_canvas_free        (TambourCanvas          *self);

TambourFonts           *tambour_canvas_get_fonts   (TambourCanvas          *self);
const TambourTheme     *tambour_canvas_get_theme   (TambourCanvas          *self);
TambourPaper            tambour_canvas_get_paper   (TambourCanvas          *self);
gboolean                tambour_canvas_get_rtl     (TambourCanvas          *self);
double                  tambour_canvas_get_width   (TambourCanvas          *self);
double                  tambour_canvas_get_height  (TambourCanvas          *self);
const TambourMark      *tambour_canvas_get_marks   (TambourCanvas          *self,
                                                    guint                  *n_marks);
const TambourPlot      *tambour_canvas_get_plot    (TambourCanvas          *self,
                                                    guint                   number);
const TambourTextStyle *tambour_canvas_style       (TambourCanvas          *self,
                                                    TambourRole             role);

void                    tambour_canvas_push        (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y);
void                    tambour_canvas_pop         (TambourCanvas          *self);
void                    tambour_canvas_begin       (TambourCanvas          *self,
                                                    TambourTag              tag,
                                                    const char             *alternative);
void                    tambour_canvas_begin_named (TambourCanvas          *self,
                                                    TambourTag              tag,
                                                    const char             *anchor);
void                    tambour_canvas_begin_area  (TambourCanvas          *self,
                                                    TambourTag              tag,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    double                  height,
                                                    const char             *anchor);
void                    tambour_canvas_end         (TambourCanvas          *self);
void                    tambour_canvas_begin_chart (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    double                  height,
                                                    const char             *alternative);
void                    tambour_canvas_end_chart   (TambourCanvas          *self);
void                    tambour_canvas_begin_plot  (TambourCanvas          *self,
                                                    TambourPlot            *plot,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    double                  height);
void                    tambour_canvas_end_plot    (TambourCanvas          *self);

void                    tambour_canvas_rect        (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    double                  height,
                                                    TambourTone             fill);
void                    tambour_canvas_box         (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    double                  height,
                                                    TambourTone             fill,
                                                    TambourTone             stroke,
                                                    double                  stroke_width);
void                    tambour_canvas_line        (TambourCanvas          *self,
                                                    double                  x1,
                                                    double                  y1,
                                                    double                  x2,
                                                    double                  y2,
                                                    TambourTone             stroke,
                                                    double                  stroke_width);
void                    tambour_canvas_dashes      (TambourCanvas          *self,
                                                    double                  x1,
                                                    double                  y1,
                                                    double                  x2,
                                                    double                  y2,
                                                    TambourTone             stroke,
                                                    double                  stroke_width,
                                                    double                  dash,
                                                    double                  gap);
void                    tambour_canvas_circle      (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  radius,
                                                    TambourTone             fill,
                                                    TambourTone             stroke,
                                                    double                  stroke_width);
void                    tambour_canvas_polyline    (TambourCanvas          *self,
                                                    const TambourPoint     *points,
                                                    guint                   n_points,
                                                    TambourTone             stroke,
                                                    double                  stroke_width,
                                                    gboolean                dashed);
void                    tambour_canvas_polygon     (TambourCanvas          *self,
                                                    const TambourPoint     *points,
                                                    guint                   n_points,
                                                    TambourTone             fill);
void                    tambour_canvas_tick        (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y1,
                                                    double                  y2);
void                    tambour_canvas_sign        (TambourCanvas          *self,
                                                    TambourSign             sign,
                                                    double                  x,
                                                    double                  y,
                                                    double                  radius);

double                  tambour_canvas_measure     (TambourCanvas          *self,
                                                    const TambourTextStyle *style,
                                                    const char             *text);
double                  tambour_canvas_text        (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    const TambourTextStyle *style,
                                                    TambourWrap             wrap,
                                                    TambourAlign            align,
                                                    const TambourSpan      *spans,
                                                    guint                   n_spans);
double                  tambour_canvas_plain       (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    const TambourTextStyle *style,
                                                    const char             *text);
double                  tambour_canvas_rich        (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    const TambourTextStyle *style,
                                                    const TambourRich      *rich);
void                    tambour_canvas_shape       (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  y,
                                                    double                  width,
                                                    TambourAlign            align,
                                                    TambourShape           *shape);
void                    tambour_canvas_label       (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  baseline,
                                                    TambourAlign            anchor,
                                                    TambourRank             rank,
                                                    const TambourTextStyle *style,
                                                    const char             *text);
void                    tambour_canvas_label_spans (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  baseline,
                                                    TambourAlign            anchor,
                                                    TambourRank             rank,
                                                    const TambourTextStyle *style,
                                                    const TambourSpan      *spans,
                                                    guint                   n_spans);
void                    tambour_canvas_name        (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  middle,
                                                    double                  width,
                                                    double                  height,
                                                    const TambourTextStyle *style,
                                                    const char             *text);
void                    tambour_canvas_turned      (TambourCanvas          *self,
                                                    double                  x,
                                                    double                  middle,
                                                    const TambourTextStyle *style,
                                                    const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCanvas, tambour_canvas_free)

G_END_DECLS
