/* tambour-import-references.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import-map.h"
#include "tambour-import-target.h"

G_BEGIN_DECLS

/**
 * TambourImportReferences:
 *
 * The records that rows refer to: each is looked for once, and made where the
 * map says so.
 */
typedef struct _TambourImportReferences TambourImportReferences;

TambourImportReferences *tambour_import_references_new         (TambourImportTarget      *target,
                                                                TambourImportMap         *map,
                                                                gboolean                  dry_run);
void                     tambour_import_references_free        (TambourImportReferences  *self);
guint64                  tambour_import_references_get_created (TambourImportReferences  *self);
gboolean                 tambour_import_references_find        (TambourImportReferences  *self,
                                                                const TambourImportRule  *rule,
                                                                const char               *text,
                                                                const char               *account_id,
                                                                const char              **id,
                                                                GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourImportReferences, tambour_import_references_free)

G_END_DECLS
