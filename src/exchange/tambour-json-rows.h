/* tambour-json-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-csv-reader.h"
#include "tambour-import-map.h"

G_BEGIN_DECLS

TambourCsvReader *tambour_json_rows_open (GFile             *file,
                                          TambourImportMap  *map,
                                          GCancellable      *cancellable,
                                          GError           **error);

G_END_DECLS
