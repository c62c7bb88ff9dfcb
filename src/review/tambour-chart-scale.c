/* tambour-chart-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-chart-scale.h"
#include "tambour-wording.h"

/**
 * tambour_chart_style:
 *
 * Returns: the style of @role in another weight and tone
 */
TambourTextStyle
tambour_chart_style (TambourCanvas *canvas,
                     TambourRole    role,
                     int            weight,
                     TambourTone    tone)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, role);

  style.weight = weight;
  style.tone = tone;

  return style;
}

/**
 * tambour_chart_log:
 * @from: the hours at @x0; %TAMBOUR_HOURS_TO is at @x1
 *
 * Returns: where @hours is on a log axis; what lies outside is at its ends
 */
double
tambour_chart_log (double hours,
                   double from,
                   double x0,
                   double x1)
{
  double inside = CLAMP (hours, from, TAMBOUR_HOURS_TO);

  return x0 + (log (inside) - log (from)) / (log (TAMBOUR_HOURS_TO) - log (from)) * (x1 - x0);
}

/**
 * tambour_chart_below:
 * @at_most: where an axis starts when everything is well above it
 *
 * Returns: the first multiple of @step below @least, from 0 to @at_most
 */
double
tambour_chart_below (double least,
                     double step,
                     double at_most)
{
  double start = (ceil (least / step - 1e-9) - 1) * step;

  return CLAMP (start, 0, at_most);
}

/**
 * tambour_chart_describe:
 * @head: (nullable): of the block
 *
 * Returns: (transfer full): an alternative text to add values to
 */
GString *
tambour_chart_describe (const char *head)
{
  return g_string_new (head);
}

/**
 * tambour_chart_say:
 * @name: (nullable)
 * @value: (nullable)
 *
 * Adds "name value" to an alternative text.
 */
void
tambour_chart_say (GString    *text,
                   const char *name,
                   const char *value)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  if (name != NULL)
    g_string_append (text, name);
  if (name != NULL && value != NULL)
    g_string_append_c (text, ' ');
  if (value != NULL)
    g_string_append (text, value);
}

/**
 * tambour_chart_percent:
 *
 * Adds a label of an axis of shares.
 */
void
tambour_chart_percent (TambourCanvas *canvas,
                       double         x,
                       double         baseline,
                       TambourAlign   anchor,
                       double         percent)
{
  g_autofree char *label = tambour_wording_percent (percent, 0);

  tambour_canvas_label (canvas, x, baseline, anchor, TAMBOUR_RANK_AXIS,
                        tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS), label);
}
