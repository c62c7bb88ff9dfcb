/* tambour-import-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-csv-reader.h"
#include "tambour-import-map.h"

G_BEGIN_DECLS

const char *tambour_import_cell_read      (const TambourImportMap   *map,
                                           const TambourCsvRow      *row,
                                           guint                     index,
                                           GString                  *scratch);
const char *tambour_import_rule_read      (const TambourImportRule  *self,
                                           const TambourImportMap   *map,
                                           const TambourCsvRow      *row,
                                           GString                  *scratch);
gboolean    tambour_import_rule_translate (const TambourImportRule  *self,
                                           const char              **text,
                                           GError                  **error);
gboolean    tambour_import_rule_set       (const TambourImportRule  *self,
                                           const TambourImportMap   *map,
                                           const char               *text,
                                           TambourRecord            *record,
                                           GError                  **error);
char       *tambour_import_rule_name      (const TambourImportRule  *self);

G_END_DECLS
