/* tambour-csv-detect.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourCsvEncoding:
 *
 * What the bytes of a file stand for.
 */
typedef enum
{
  TAMBOUR_CSV_UTF_8,
  TAMBOUR_CSV_UTF_16_LE,
  TAMBOUR_CSV_UTF_16_BE,
  TAMBOUR_CSV_CP1252,
} TambourCsvEncoding;

gboolean    tambour_csv_detect_encoding  (GInputStream        *stream,
                                          TambourCsvEncoding  *encoding,
                                          gboolean            *checked,
                                          GCancellable        *cancellable,
                                          GError             **error);
const char *tambour_csv_encoding_name    (TambourCsvEncoding   encoding);
char        tambour_csv_detect_separator (const char          *sample,
                                          gsize                length);

G_END_DECLS
