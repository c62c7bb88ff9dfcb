/* tambour-imports.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import.h"
#include "tambour-progress.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourImportOrder:
 * @klass: what the rows become
 * @path: the file
 * @map: (nullable): a map file; else a map that ships and fits the columns, else
 *   columns that are called as the fields are
 * @account: (nullable): whose rows they are, where the file does not say
 * @rejects: (nullable): where rejected rows go
 * @reject: (nullable): told of every row that is rejected
 * @reject_data: for @reject
 * @change: (nullable): where the number of the change goes by which all of it
 *   can be undone; 0 if there is none
 * @dry_run: only count
 * @author: who imports
 *
 * What is to be imported.
 */
typedef struct
{
  TambourRecordClass *klass;
  const char         *path;
  const char         *map;
  const char         *account;
  const char         *rejects;
  gboolean            dry_run;
  const char         *author;

  TambourImportRejectFunc  reject;
  gpointer                 reject_data;
  gint64                  *change;
} TambourImportOrder;

gboolean tambour_imports_run       (TambourStore              *store,
                                    const TambourImportOrder  *order,
                                    TambourImportCounts       *counts,
                                    TambourProgressFunc        progress,
                                    gpointer                   user_data,
                                    GCancellable              *cancellable,
                                    GError                   **error);
gboolean tambour_imports_read_dump (TambourStore              *store,
                                    const TambourImportOrder  *order,
                                    TambourImportCounts       *counts,
                                    TambourProgressFunc        progress,
                                    gpointer                   user_data,
                                    GCancellable              *cancellable,
                                    GError                   **error);

G_END_DECLS
