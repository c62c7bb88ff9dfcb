/* tambour-dump.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import.h"

G_BEGIN_DECLS

/**
 * TambourDumpContentFunc:
 * @bytes: what is in a file
 * @user_data: what tambour_dump_set_content_func() was given
 * @error: return location; an error ends the import
 *
 * Keeps a content, which records name by its SHA-256.
 *
 * Returns: %FALSE if it cannot be kept
 */
typedef gboolean (*TambourDumpContentFunc) (GBytes    *bytes,
                                            gpointer   user_data,
                                            GError   **error);

#define TAMBOUR_TYPE_DUMP (tambour_dump_get_type ())
G_DECLARE_FINAL_TYPE (TambourDump, tambour_dump, TAMBOUR, DUMP, GObject)

TambourDump *tambour_dump_new               (TambourImportTarget        *target);
void         tambour_dump_set_dry_run       (TambourDump                *self,
                                             gboolean                    dry_run);
void         tambour_dump_set_rejects       (TambourDump                *self,
                                             GOutputStream              *stream);
void         tambour_dump_set_reject_func   (TambourDump                *self,
                                             TambourImportRejectFunc     func,
                                             gpointer                    user_data);
void         tambour_dump_set_progress_func (TambourDump                *self,
                                             TambourImportProgressFunc   func,
                                             gpointer                    user_data);
void         tambour_dump_set_content_func  (TambourDump                *self,
                                             TambourDumpContentFunc      func,
                                             gpointer                    user_data);
gboolean     tambour_dump_run               (TambourDump                *self,
                                             GInputStream               *stream,
                                             TambourImportCounts        *counts,
                                             GCancellable               *cancellable,
                                             GError                    **error);

G_END_DECLS
