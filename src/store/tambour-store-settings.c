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
 * tambour_store_list_settings:
 * @self: a store
 * @prefix: the beginning of a name
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): the names under which the portfolio keeps
 *   something, of those that begin so
 */
GStrv
tambour_store_list_settings (TambourStore  *self,
                             const char    *prefix,
                             GError       **error)
{
  static const char sql[] = "SELECT \"name\" FROM \"settings\" WHERE substr (\"name\", 1, length (?1)) = ?1 ORDER BY \"name\"";
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row;

  if (reader == NULL || !(statement = tambour_database_keep (reader->database, sql, error)))
    return NULL;

  sqlite3_bind_text (statement, 1, prefix, -1, SQLITE_STATIC);
  while (tambour_database_step (reader->database, statement, &has_row, error))
    {
      if (!has_row)
        return g_strv_builder_end (names);
      g_strv_builder_add (names, tambour_statement_get_text (statement, 0));
    }

  return NULL;
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
