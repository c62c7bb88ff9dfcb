/* tambour-import.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-csv-reader.h"
#include "tambour-import-map.h"
#include "tambour-import-target.h"

G_BEGIN_DECLS

/**
 * TambourImportCounts:
 * @read: rows of the file
 * @created: rows that made a record (of a list of changes: at least one event)
 * @updated: rows that changed a record
 * @unchanged: rows that say what is there
 * @rejected: rows that could not be imported; each has a line in the rejects
 * @related: other records that were made: accounts, events
 */
typedef struct
{
  guint64 read;
  guint64 created;
  guint64 updated;
  guint64 unchanged;
  guint64 rejected;
  guint64 related;
} TambourImportCounts;

/**
 * TambourImportRejectFunc:
 * @line: the line that the row starts in
 * @reason: why it was rejected
 * @user_data: what tambour_import_set_reject_func() was given
 */
typedef void (*TambourImportRejectFunc) (guint64     line,
                                         const char *reason,
                                         gpointer    user_data);

/**
 * TambourImportProgressFunc:
 * @counts: what was done so far
 * @fraction: how much of the file that is, 0 to 1, or -1 where that is not known
 * @user_data: what tambour_import_set_progress_func() was given
 */
typedef void (*TambourImportProgressFunc) (const TambourImportCounts *counts,
                                           double                     fraction,
                                           gpointer                   user_data);

#define TAMBOUR_TYPE_IMPORT (tambour_import_get_type ())
G_DECLARE_FINAL_TYPE (TambourImport, tambour_import, TAMBOUR, IMPORT, GObject)

TambourImport *tambour_import_new               (TambourImportTarget        *target,
                                                 TambourImportMap           *map);
void           tambour_import_set_dry_run       (TambourImport              *self,
                                                 gboolean                    dry_run);
void           tambour_import_set_account       (TambourImport              *self,
                                                 const char                 *account);
void           tambour_import_set_rejects       (TambourImport              *self,
                                                 GOutputStream              *stream);
void           tambour_import_set_reject_func   (TambourImport              *self,
                                                 TambourImportRejectFunc     func,
                                                 gpointer                    user_data);
void           tambour_import_set_progress_func (TambourImport              *self,
                                                 TambourImportProgressFunc   func,
                                                 gpointer                    user_data);
gboolean       tambour_import_run               (TambourImport              *self,
                                                 TambourCsvReader           *reader,
                                                 TambourImportCounts        *counts,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);

G_END_DECLS
