/* tambour-csv-writer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourCsvWriterFlags:
 * @TAMBOUR_CSV_WRITER_PLAIN: UTF-8 without a byte order mark
 * @TAMBOUR_CSV_WRITER_MARK: a byte order mark in front, as Excel wants it
 */
typedef enum
{
  TAMBOUR_CSV_WRITER_PLAIN = 0,
  TAMBOUR_CSV_WRITER_MARK  = 1 << 0,
} TambourCsvWriterFlags;

#define TAMBOUR_TYPE_CSV_WRITER (tambour_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (TambourCsvWriter, tambour_csv_writer, TAMBOUR, CSV_WRITER, GObject)

TambourCsvWriter *tambour_csv_writer_new      (GOutputStream          *stream,
                                               TambourCsvWriterFlags   flags);
void              tambour_csv_writer_add_cell (TambourCsvWriter       *self,
                                               const char             *text);
gboolean          tambour_csv_writer_end_row  (TambourCsvWriter       *self,
                                               GCancellable           *cancellable,
                                               GError                **error);
gboolean          tambour_csv_writer_finish   (TambourCsvWriter       *self,
                                               GCancellable           *cancellable,
                                               GError                **error);

G_END_DECLS
