/* tambour-store-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-schema.h"
#include "tambour-store-private.h"

/**
 * tambour_store_dup_setting:
 * @self: a store
 * @name: a name
 *
 * Returns: (transfer full) (nullable): what the portfolio keeps under @name,
 *   or %NULL
 */
char *
tambour_store_dup_setting (TambourStore *self,
                           const char   *name)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, NULL);

  return reader ? tambour_schema_dup_setting (reader->database, name) : NULL;
}

/**
 * tambour_store_set_setting:
 * @self: a store
 * @name: a name
 * @value: (nullable): what to keep under it, or %NULL to forget it
 * @error: return location for a #TambourStoreError
 *
 * Settings belong to the portfolio; they have no history.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_store_set_setting (TambourStore  *self,
                           const char    *name,
                           const char    *value,
                           GError       **error)
{
  TambourDatabase *writer = tambour_store_lock_writer (self, error);
  gboolean ok;

  if (writer == NULL)
    return FALSE;

  ok = tambour_schema_set_setting (writer, name, value, error);
  tambour_store_unlock_writer (self);

  return ok;
}
