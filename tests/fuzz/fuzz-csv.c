/* fuzz-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "tambour-csv-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever the bytes are: rows with lines that grow and cells of valid text, or
 * an error.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = tambour_csv_reader_new (stream, '\0', NULL, &error);
  const TambourCsvRow *row;
  guint64 line = 0;

  g_assert ((reader == NULL) == (error != NULL));

  while (reader != NULL && (row = tambour_csv_reader_next (reader, NULL, &error)))
    {
      g_assert (row->line > line && row->n_cells > 0);
      line = row->line;
      for (guint i = 0; i < row->n_cells; i++)
        g_assert (g_utf8_validate (row->cells[i], -1, NULL));
    }

  return 0;
}
