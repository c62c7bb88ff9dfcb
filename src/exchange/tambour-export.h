/* tambour-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-csv-writer.h"
#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourExportFormat:
 * @TAMBOUR_EXPORT_CSV: a header and one row for each record; one kind only
 * @TAMBOUR_EXPORT_CSV_MARKED: the same with a byte order mark, for Excel
 * @TAMBOUR_EXPORT_JSON_LINES: one object on each line; any kinds
 * @TAMBOUR_EXPORT_JSON_ARRAY: one array of objects; any kinds
 */
typedef enum
{
  TAMBOUR_EXPORT_CSV,
  TAMBOUR_EXPORT_CSV_MARKED,
  TAMBOUR_EXPORT_JSON_LINES,
  TAMBOUR_EXPORT_JSON_ARRAY,
} TambourExportFormat;

#define TAMBOUR_TYPE_EXPORT (tambour_export_get_type ())
G_DECLARE_FINAL_TYPE (TambourExport, tambour_export, TAMBOUR, EXPORT, GObject)

TambourExport *tambour_export_new         (GOutputStream        *stream,
                                           TambourExportFormat   format,
                                           TambourRecordClass   *klass);
gboolean       tambour_export_add         (TambourExport        *self,
                                           TambourRecord        *record,
                                           GCancellable         *cancellable,
                                           GError              **error);
gboolean       tambour_export_add_content (TambourExport        *self,
                                           const char           *hash,
                                           GBytes               *bytes,
                                           GCancellable         *cancellable,
                                           GError              **error);
gboolean       tambour_export_finish      (TambourExport        *self,
                                           GCancellable         *cancellable,
                                           GError              **error);
guint64        tambour_export_count       (TambourExport        *self);

G_END_DECLS
