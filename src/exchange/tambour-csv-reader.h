/* tambour-csv-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-csv-detect.h"

G_BEGIN_DECLS

#define TAMBOUR_CSV_ERROR (tambour_csv_error_quark ())

/**
 * TambourCsvError:
 * @TAMBOUR_CSV_ERROR_EMPTY: nothing in it, not even a header
 * @TAMBOUR_CSV_ERROR_ENCODING: bytes that are no text
 * @TAMBOUR_CSV_ERROR_SYNTAX: a quote that is never closed
 * @TAMBOUR_CSV_ERROR_TOO_LARGE: a cell that is no cell
 */
typedef enum
{
  TAMBOUR_CSV_ERROR_EMPTY,
  TAMBOUR_CSV_ERROR_ENCODING,
  TAMBOUR_CSV_ERROR_SYNTAX,
  TAMBOUR_CSV_ERROR_TOO_LARGE,
} TambourCsvError;

GQuark tambour_csv_error_quark (void);

/**
 * TambourCsvRow:
 * @line: the physical line that the row starts in; the first one is 1
 * @n_cells: how many cells it has, which may be more or fewer than the header
 * @cells: (array length=n_cells): their text in UTF-8, as it stands in the file
 */
typedef struct
{
  guint64             line;
  guint               n_cells;
  const char * const *cells;
} TambourCsvRow;

#define TAMBOUR_TYPE_CSV_READER (tambour_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (TambourCsvReader, tambour_csv_reader, TAMBOUR, CSV_READER, GObject)

TambourCsvReader *tambour_csv_reader_open (GFile         *file,
                                           char           separator,
                                           GCancellable  *cancellable,
                                           GError       **error);
TambourCsvReader *tambour_csv_reader_new  (GInputStream  *stream,
                                           char           separator,
                                           GCancellable  *cancellable,
                                           GError       **error);
const char * const  *tambour_csv_reader_get_header    (TambourCsvReader  *self);
TambourCsvEncoding   tambour_csv_reader_get_encoding  (TambourCsvReader  *self);
char                 tambour_csv_reader_get_separator (TambourCsvReader  *self);
double               tambour_csv_reader_get_fraction  (TambourCsvReader  *self);
const TambourCsvRow *tambour_csv_reader_next          (TambourCsvReader  *self,
                                                       GCancellable      *cancellable,
                                                       GError           **error);

G_END_DECLS
