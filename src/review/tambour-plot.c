/* tambour-plot.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-plot.h"

#include <math.h>

static void
series_free (TambourSeries *series)
{
  g_free (series->name);
  g_free (series->values);
  g_free (series->tones);
  g_free (series);
}

/**
 * tambour_plot_new:
 * @kind: columns, bars or lines
 * @minimum: where its axis starts
 * @maximum: where it ends; not less than @minimum
 * @format: of its values, a constant
 *
 * Returns: (transfer full): a plot without categories and series
 */
TambourPlot *
tambour_plot_new (TambourPlotKind  kind,
                  double           minimum,
                  double           maximum,
                  const char      *format)
{
  TambourPlot *self = g_new0 (TambourPlot, 1);

  self->kind = kind;
  self->minimum = minimum;
  self->maximum = maximum > minimum ? maximum : minimum + 1;
  self->format = format;
  self->share = 0.7;
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);

  return self;
}

/**
 * tambour_plot_free:
 */
void
tambour_plot_free (TambourPlot *self)
{
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_free (self);
}

/**
 * tambour_plot_name:
 * @category: (nullable): the next one; %NULL has no name
 *
 * Adds a category. All are there before the first series.
 */
void
tambour_plot_name (TambourPlot *self,
                   const char  *category)
{
  g_return_if_fail (self->series->len == 0);

  g_ptr_array_add (self->categories, g_utf8_make_valid (category ? category : "", -1));
}

/**
 * tambour_plot_add:
 * @name: (nullable): "last year"
 *
 * Returns: (transfer none): a series without any value, to fill
 */
TambourSeries *
tambour_plot_add (TambourPlot       *self,
                  TambourSeriesForm  form,
                  const char        *name,
                  TambourTone        tone)
{
  TambourSeries *series = g_new0 (TambourSeries, 1);

  series->form = form;
  series->tone = tone;
  series->name = g_utf8_make_valid (name ? name : "", -1);
  series->width = 1.3;
  series->values = g_new (double, self->categories->len + 1);
  for (guint i = 0; i < self->categories->len; i++)
    series->values[i] = NAN;
  g_ptr_array_add (self->series, series);

  return series;
}
