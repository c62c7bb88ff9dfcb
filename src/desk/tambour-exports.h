/* tambour-exports.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-export.h"
#include "tambour-progress.h"
#include "tambour-store.h"

G_BEGIN_DECLS

gboolean tambour_exports_write          (TambourStore         *store,
                                         TambourRecordClass   *klass,
                                         TambourExportFormat   format,
                                         GOutputStream        *stream,
                                         TambourProgressFunc   progress,
                                         gpointer              user_data,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean tambour_exports_write_file     (TambourStore         *store,
                                         TambourRecordClass   *klass,
                                         TambourExportFormat   format,
                                         const char           *path,
                                         TambourProgressFunc   progress,
                                         gpointer              user_data,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean tambour_exports_write_folder   (TambourStore         *store,
                                         const char           *folder,
                                         TambourProgressFunc   progress,
                                         gpointer              user_data,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean tambour_exports_write_workbook (TambourStore         *store,
                                         TambourRecordClass   *klass,
                                         const char           *path,
                                         TambourProgressFunc   progress,
                                         gpointer              user_data,
                                         GCancellable         *cancellable,
                                         GError              **error);

G_END_DECLS
