/* tambour-canvas-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-canvas-private.h"

/**
 * tambour_canvas_measure:
 *
 * Returns: the width of @text on one line, in points
 */
double
tambour_canvas_measure (TambourCanvas          *self,
                        const TambourTextStyle *style,
                        const char             *text)
{
  g_autoptr(TambourShape) shape =
    tambour_shape_new_plain (self->fonts, style, &(TambourTextFit) { .rtl = self->rtl }, text);

  return shape->width;
}

/**
 * tambour_canvas_text:
 * @spans: (array length=n_spans): at least one
 *
 * Adds a text of several spans.
 *
 * Returns: its height in points
 */
double
tambour_canvas_text (TambourCanvas          *self,
                     double                  x,
                     double                  y,
                     double                  width,
                     const TambourTextStyle *style,
                     TambourWrap             wrap,
                     TambourAlign            align,
                     const TambourSpan      *spans,
                     guint                   n_spans)
{
  TambourTextFit fit = { wrap, width, 0, self->rtl };
  g_autoptr(TambourShape) shape = NULL;

  if (n_spans == 0)
    return 0;

  shape = tambour_shape_new (self->fonts, style, &fit, spans, n_spans);
  tambour_canvas_shape (self, x, y, width, align, shape);

  return shape->height;
}

/**
 * tambour_canvas_plain:
 *
 * Adds a text in one style, wrapped to @width.
 *
 * Returns: its height in points
 */
double
tambour_canvas_plain (TambourCanvas          *self,
                      double                  x,
                      double                  y,
                      double                  width,
                      const TambourTextStyle *style,
                      const char             *text)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, self->rtl };
  g_autoptr(TambourShape) shape = tambour_shape_new_plain (self->fonts, style, &fit, text);

  tambour_canvas_shape (self, x, y, width, TAMBOUR_ALIGN_START, shape);

  return shape->height;
}

/**
 * tambour_canvas_rich:
 *
 * Adds @rich wrapped to @width.
 *
 * Returns: its height in points
 */
double
tambour_canvas_rich (TambourCanvas          *self,
                     double                  x,
                     double                  y,
                     double                  width,
                     const TambourTextStyle *style,
                     const TambourRich      *rich)
{
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (rich, &n_spans);

  return tambour_canvas_text (self, x, y, width, style, TAMBOUR_WRAP_WORDS, TAMBOUR_ALIGN_START,
                              spans, n_spans);
}
