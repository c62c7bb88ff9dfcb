/* tambour-pptx-workbook.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include <math.h>
#include <stdlib.h>
#include <xlsxwriter.h>

static void
write_sheet (lxw_worksheet     *sheet,
             lxw_format        *format,
             const TambourPlot *plot)
{
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
