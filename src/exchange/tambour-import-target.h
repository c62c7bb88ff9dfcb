/* tambour-import-target.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_IMPORT_TARGET (tambour_import_target_get_type ())
G_DECLARE_INTERFACE (TambourImportTarget, tambour_import_target, TAMBOUR, IMPORT_TARGET, GObject)

/**
 * TambourImportTargetInterface:
 * @find_id: the record of a kind with that id
 * @find_external: the record of a kind that came from that system under that id
 * @find_text: a record of a kind whose field has that text; @account_id, where
 *   it is not %NULL, must be its account as well
 * @put: keeps a record; @created says that nothing was found for it
 *
 * What an import needs to know about the place that it imports into. An import
 * asks once for each row, and for what belongs to a row (the events of a case)
 * only if the row's record was there before; of accounts and the like it asks
 * once for each name.
 *
 * The find functions return (transfer full) a record that the import may
 * change, or %NULL: without an error when there is none. A record that was put
 * is found afterwards, also before it is committed. @put takes a reference if it keeps
 * the record, and the record is not changed afterwards. An error ends the import.
 */
struct _TambourImportTargetInterface
{
  GTypeInterface parent_iface;

  TambourRecord *(*find_id)       (TambourImportTarget  *self,
                             TambourRecordClass *klass,
                             const char *id,
                             GError **error);
  TambourRecord *(*find_external) (TambourImportTarget  *self,
                                   TambourRecordClass   *klass,
                                   const char           *system,
                                   const char           *external_id,
                                   GError              **error);
  TambourRecord *(*find_text)     (TambourImportTarget  *self,
                               TambourRecordClass *klass,
                               const TambourField *field,
                               const char *text,
                               const char *account_id,
                               GError **error);
  gboolean       (*put)           (TambourImportTarget  *self,
                   TambourRecord *record,
                   gboolean created,
                   GError **error);
};

TambourRecord *tambour_import_target_find_id       (TambourImportTarget  *self,
                                                    TambourRecordClass   *klass,
                                                    const char           *id,
                                                    GError              **error);
TambourRecord *tambour_import_target_find_external (TambourImportTarget  *self,
                                                    TambourRecordClass   *klass,
                                                    const char           *system,
                                                    const char           *external_id,
                                                    GError              **error);
TambourRecord *tambour_import_target_find_text     (TambourImportTarget  *self,
                                                    TambourRecordClass   *klass,
                                                    const TambourField   *field,
                                                    const char           *text,
                                                    const char           *account_id,
                                                    GError              **error);
gboolean       tambour_import_target_put           (TambourImportTarget  *self,
                                                    TambourRecord        *record,
                                                    gboolean              created,
                                                    GError              **error);

G_END_DECLS
