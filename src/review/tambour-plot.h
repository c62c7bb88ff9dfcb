/* tambour-plot.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "tambour-theme.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_PLOT_COLUMNS,
  TAMBOUR_PLOT_BARS,
  TAMBOUR_PLOT_LINES,
} TambourPlotKind;

/**
 * TambourSeriesForm:
 * @TAMBOUR_SERIES_BAR: a bar or column from zero
 * @TAMBOUR_SERIES_TICK: a stroke across the bar, at its value: last year
 * @TAMBOUR_SERIES_LINE: a line, with gaps where there is no value
 * @TAMBOUR_SERIES_DASHES: a dashed line
 */
typedef enum
{
  TAMBOUR_SERIES_BAR,
  TAMBOUR_SERIES_TICK,
  TAMBOUR_SERIES_LINE,
  TAMBOUR_SERIES_DASHES,
} TambourSeriesForm;

/**
 * TambourSeries:
 * @name: "this year"
 * @values: one for each category; %NAN is none
 * @tones: (nullable): one for each value, where they differ from @tone
 * @width: of a line or stroke, in points
 * @share: of a stroke, what it takes of its slot, 0 to 1
 * @halo: of a stroke, on each side of it in paper's colour, in points
 */
typedef struct
{
  TambourSeriesForm  form;
  TambourTone        tone;
  char              *name;
  double            *values;
  TambourTone       *tones;
  double             width;
  double             share;
  double             halo;
} TambourSeries;

/**
 * TambourPlot:
 * @area: where its bars and lines lie on the page, in points; set by the canvas
 * @minimum: the value at the start of @area
 * @maximum: the value at its end
 * @step: from one gridline and its label to the next; 0 is no gridlines
 * @share: what a bar takes of its slot, 0 to 1
 * @names_shown: categories are named along the axis
 * @values_shown: each bar has its value at its end
 * @format: of the values, as spreadsheets write it: "#,##0", "0%"
 * @categories: (element-type utf8): as many as each series has values
 * @series: (element-type TambourSeries)
 *
 * What a chart was drawn from, for the formats that have charts of their own
 * or tables beside them. The marks that it stands for carry its number.
 */
typedef struct
{
  TambourPlotKind    kind;
  cairo_rectangle_t  area;
  double             minimum;
  double             maximum;
  double             step;
  double             share;
  gboolean           names_shown;
  gboolean           values_shown;
  const char        *format;
  GPtrArray         *categories;
  GPtrArray         *series;
} TambourPlot;

TambourPlot   *tambour_plot_new  (TambourPlotKind    kind,
                                  double             minimum,
                                  double             maximum,
                                  const char        *format);
void           tambour_plot_free (TambourPlot       *self);
void           tambour_plot_name (TambourPlot       *self,
                                  const char        *category);
TambourSeries *tambour_plot_add  (TambourPlot       *self,
                                  TambourSeriesForm  form,
                                  const char        *name,
                                  TambourTone        tone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPlot, tambour_plot_free)

G_END_DECLS
