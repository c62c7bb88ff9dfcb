/* tambour-pptx-workbook.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include <math.h>
#include <stdlib.h>
#include <xlsxwriter.h>

/**
 * tambour_pptx_find_stroke:
 * @stroke: (out): the stroke across bars, if the plot has one
 *
 * Returns: %FALSE if it has none
 */
gboolean
tambour_pptx_find_stroke (const TambourPlot *plot,
                          TambourPptxStroke *stroke)
{
  double length = plot->kind == TAMBOUR_PLOT_BARS ? plot->area.width : plot->area.height;
  double point = (plot->maximum - plot->minimum) / MAX (length, 1);

  for (guint i = 0; i < plot->series->len; i++)
    {
      const TambourSeries *series = plot->series->pdata[i];

      if (series->form != TAMBOUR_SERIES_TICK)
        continue;

      *stroke = (TambourPptxStroke) {
        .series = series,
        .source = i + 1,
        .column = plot->series->len + 1,
        .width = series->width * point,
        .halo = series->halo * point,
      };
      stroke->end = plot->maximum - stroke->width - stroke->halo;
      return TRUE;
    }

  return FALSE;
}

/**
 * tambour_pptx_stroke_value:
 * @part: a piece of the stack
 * @index: of a category
 *
 * Returns: how long that piece is there; %NAN where there is no value
 */
double
tambour_pptx_stroke_value (const TambourPptxStroke *stroke,
                           TambourPptxStrokePart    part,
                           guint                    index)
{
  double value = stroke->series->values[index];

  if (!isfinite (value))
    return NAN;

  switch (part)
    {
    case TAMBOUR_PPTX_STROKE_BEFORE:
      return MAX (0, MIN (value - stroke->width / 2 - stroke->halo, stroke->end));
    case TAMBOUR_PPTX_STROKE_HALO:
    case TAMBOUR_PPTX_STROKE_REST:
      return stroke->halo;
    case TAMBOUR_PPTX_STROKE_LINE:
      return stroke->width;
    }

  g_assert_not_reached ();
}

/* Where the stroke starts follows its value, also when somebody changes it. */
static void
write_stroke (lxw_worksheet           *sheet,
              const TambourPptxStroke *stroke,
              guint                    n_rows)
{
  char before[G_ASCII_DTOSTR_BUF_SIZE], end[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (before, sizeof before, "%.15G", stroke->width / 2 + stroke->halo);
  g_ascii_formatd (end, sizeof end, "%.15G", stroke->end);
  for (int part = 0; part < TAMBOUR_N_PPTX_STROKE_PARTS; part++)
    worksheet_write_string (sheet, 0, stroke->column + part, stroke->series->name, NULL);

  for (guint i = 0; i < n_rows; i++)
    for (int part = 0; part < TAMBOUR_N_PPTX_STROKE_PARTS; part++)
      {
        double value = tambour_pptx_stroke_value (stroke, part, i);
        g_autofree char *formula = g_strdup_printf ("=MAX(0,MIN(%c%u-%s,%s))", 'A' + stroke->source, i + 2, before, end);

        if (!isfinite (value))
          continue;
        if (part == TAMBOUR_PPTX_STROKE_BEFORE)
          worksheet_write_formula_num (sheet, i + 1, stroke->column + part, formula, NULL, value);
        else
          worksheet_write_number (sheet, i + 1, stroke->column + part, value, NULL);
      }
}

static void
write_sheet (lxw_worksheet     *sheet,
             lxw_format        *format,
             const TambourPlot *plot)
{
  TambourPptxStroke stroke;

  for (guint i = 0; i < plot->categories->len; i++)
    worksheet_write_string (sheet, i + 1, 0, plot->categories->pdata[i], NULL);

  for (guint j = 0; j < plot->series->len; j++)
    {
      const TambourSeries *series = plot->series->pdata[j];

      worksheet_write_string (sheet, 0, j + 1, series->name, NULL);
      for (guint i = 0; i < plot->categories->len; i++)
        if (isfinite (series->values[i]))
          worksheet_write_number (sheet, i + 1, j + 1, series->values[i], format);
    }

  if (tambour_pptx_find_stroke (plot, &stroke))
    write_stroke (sheet, &stroke, plot->categories->len);
}

/* The time of the data, never the clock's. */
static void
set_properties (lxw_workbook *workbook,
                gint64        created)
{
  lxw_doc_properties properties = { .created = created };

  workbook_set_properties (workbook, &properties);
}

/**
 * tambour_pptx_workbook:
 * @plot: what a chart shows
 * @created: seconds since 1970
 *
 * Returns: (transfer full) (nullable): a workbook with the plot's data: categories in the first
 *   column, each series in one after it; %NULL if it could not be made
 */
GBytes *
tambour_pptx_workbook (const TambourPlot *plot,
                       gint64             created)
{
  const char *buffer = NULL;
  size_t size = 0;
  lxw_workbook_options options = { .output_buffer = &buffer, .output_buffer_size = &size };
  lxw_workbook *workbook = workbook_new_opt (NULL, &options);
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, plot->format);
  set_properties (workbook, created);
  write_sheet (workbook_add_worksheet (workbook, "Sheet1"), format, plot);
  if (workbook_close (workbook) != LXW_NO_ERROR || buffer == NULL)
    return NULL;

  return g_bytes_new_with_free_func (buffer, size, free, (gpointer) buffer);
}
