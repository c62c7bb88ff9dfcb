/* tambour-files.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-report.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* As many bytes as every file system takes for a name, with room for a number. */
#define TAMBOUR_FILES_MOST_NAME 200

/**
 * TambourFilesWay:
 * @TAMBOUR_FILES_NEW: there must be no file of that name
 * @TAMBOUR_FILES_REPLACE: who chose the name has agreed to what is replaced
 */
typedef enum
{
  TAMBOUR_FILES_NEW,
  TAMBOUR_FILES_REPLACE,
} TambourFilesWay;

GPtrArray     *tambour_files_list          (TambourStore       *store,
                                            const char         *record_id,
                                            GCancellable       *cancellable,
                                            GError            **error);
char          *tambour_files_dup_safe_name (const char         *name);
TambourRecord *tambour_files_add           (TambourStore       *store,
                                            TambourChange      *change,
                                            TambourRecord      *owner,
                                            const char         *name,
                                            GBytes             *bytes,
                                            GError            **error);
gboolean       tambour_files_write         (TambourStore       *store,
                                            TambourAttachment  *attachment,
                                            const char         *path,
                                            TambourFilesWay     way,
                                            GError            **error);
char          *tambour_files_lay_out       (TambourStore       *store,
                                            TambourAttachment  *attachment,
                                            const char         *folder,
                                            GError            **error);
void           tambour_files_forget        (const char         *folder);
char          *tambour_files_dup_folder    (void);

G_END_DECLS
