/* tambour-import-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-import-target.h"

G_DEFINE_INTERFACE (TambourImportTarget, tambour_import_target, G_TYPE_OBJECT)

static void
tambour_import_target_default_init (TambourImportTargetInterface *iface)
{
}

/**
 * tambour_import_target_find_id:
 * @self: a target
 * @klass: a kind
 * @id: a record's id
 * @error: return location for the target's error
 *
 * Returns: (transfer full) (nullable): the record, or %NULL
 */
TambourRecord *
tambour_import_target_find_id (TambourImportTarget  *self,
                               TambourRecordClass   *klass,
                               const char           *id,
                               GError              **error)
{
  g_return_val_if_fail (TAMBOUR_IS_IMPORT_TARGET (self), NULL);

  return TAMBOUR_IMPORT_TARGET_GET_IFACE (self)->find_id (self, klass, id, error);
}

/**
 * tambour_import_target_find_external:
 * @self: a target
 * @klass: a kind
 * @system: the system that the record comes from
 * @external_id: its id there
 * @error: return location for the target's error
 *
 * Returns: (transfer full) (nullable): the record, or %NULL
 */
TambourRecord *
tambour_import_target_find_external (TambourImportTarget  *self,
                                     TambourRecordClass   *klass,
                                     const char           *system,
                                     const char           *external_id,
                                     GError              **error)
{
  g_return_val_if_fail (TAMBOUR_IS_IMPORT_TARGET (self), NULL);

  return TAMBOUR_IMPORT_TARGET_GET_IFACE (self)->find_external (self, klass, system, external_id, error);
}

/**
 * tambour_import_target_find_text:
 * @self: a target
 * @klass: a kind
 * @field: a field of text of that kind
 * @text: what it must say
 * @account_id: (nullable): the account that the record must belong to
 * @error: return location for the target's error
 *
 * Returns: (transfer full) (nullable): the first such record, or %NULL
 */
TambourRecord *
tambour_import_target_find_text (TambourImportTarget  *self,
                                 TambourRecordClass   *klass,
                                 const TambourField   *field,
                                 const char           *text,
                                 const char           *account_id,
                                 GError              **error)
{
  g_return_val_if_fail (TAMBOUR_IS_IMPORT_TARGET (self), NULL);

  return TAMBOUR_IMPORT_TARGET_GET_IFACE (self)->find_text (self, klass, field, text, account_id, error);
}

/**
 * tambour_import_target_put:
 * @self: a target
 * @record: a record that is complete
 * @created: whether it is new
 * @error: return location for the target's error
 *
 * Returns: %FALSE if it cannot be kept
 */
gboolean
tambour_import_target_put (TambourImportTarget  *self,
                           TambourRecord        *record,
                           gboolean              created,
                           GError              **error)
{
  g_return_val_if_fail (TAMBOUR_IS_IMPORT_TARGET (self), FALSE);

  return TAMBOUR_IMPORT_TARGET_GET_IFACE (self)->put (self, record, created, error);
}
