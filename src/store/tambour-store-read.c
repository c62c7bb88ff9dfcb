/* tambour-store-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-history.h"
#include "tambour-kinds.h"
#include "tambour-query-private.h"
#include "tambour-store-private.h"

static TambourRecord *
fail_not_found (const char  *kind,
                const char  *id,
                GError     **error)
{
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
               _("There is no %s with the id “%s” in this portfolio."), kind, id);

  return NULL;
}

/**
 * tambour_store_get:
 * @self: a store
 * @klass: a kind
 * @id: an id
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the record, which is not there when it
 *   has been removed
 */
TambourRecord *
tambour_store_get (TambourStore        *self,
                   TambourRecordClass  *klass,
                   const char          *id,
                   GError             **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autoptr(TambourRecord) record = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (reader == NULL || !tambour_table_load (tambour_table_get (klass), reader->database, id, &record, error))
    return NULL;

  if (record == NULL || tambour_record_is_deleted (record))
    return fail_not_found (klass->kind, id, error);

  return g_steal_pointer (&record);
}

/**
 * tambour_store_get_removed:
 * @self: a store
 * @klass: a kind
 * @id: an id
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the record as it was when it was removed; one that is
 *   there is none
 */
TambourRecord *
tambour_store_get_removed (TambourStore        *self,
                           TambourRecordClass  *klass,
                           const char          *id,
                           GError             **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autoptr(TambourRecord) record = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (reader == NULL || !tambour_table_load (tambour_table_get (klass), reader->database, id, &record, error))
    return NULL;

  if (record == NULL || !tambour_record_is_deleted (record))
    return fail_not_found (klass->kind, id, error);

  return g_steal_pointer (&record);
}

static gboolean
find_anywhere (TambourDatabase  *database,
               const char       *id,
               TambourRecord   **record,
               GError          **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  *record = NULL;
  for (guint i = 0; i < n_types && *record == NULL; i++)
    if (!tambour_table_load (tambour_table_get (g_type_class_peek_static (types[i])), database, id, record, error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_store_find:
 * @self: a store
 * @id: an id
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the record of whatever kind that has
 *   this id, which is not there when it has been removed
 */
TambourRecord *
tambour_store_find (TambourStore  *self,
                    const char    *id,
                    GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autoptr(TambourRecord) record = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (reader == NULL || !find_anywhere (reader->database, id, &record, error))
    return NULL;

  if (record == NULL || tambour_record_is_deleted (record))
    return fail_not_found (_("record"), id, error);

  return g_steal_pointer (&record);
}

/**
 * tambour_store_get_external:
 * @self: a store
 * @klass: a kind
 * @system: (nullable): where a record came from
 * @external_id: what it is called there
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the record that came from there
 */
TambourRecord *
tambour_store_get_external (TambourStore        *self,
                            TambourRecordClass  *klass,
                            const char          *system,
                            const char          *external_id,
                            GError             **error)
{
  const TambourTable *table = tambour_table_get (klass);
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE \"deleted_at\" IS NULL AND \"external_id\" = ?2 "
                                          "AND +\"external_system\" IS ?1 ORDER BY +\"row\" LIMIT 1",
                                          table->columns, table->name);
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (external_id != NULL, NULL);

  /* Interned, so that an import that asks a hundred thousand times prepares once. */
  if (reader == NULL || !(statement = tambour_database_keep (reader->database, g_intern_string (sql), error)))
    return NULL;

  tambour_statement_bind_text (statement, 1, system);
  sqlite3_bind_text (statement, 2, external_id, -1, SQLITE_STATIC);
  if (!tambour_database_step (reader->database, statement, &has_row, error))
    return NULL;

  return has_row ? tambour_table_read (table, statement) : fail_not_found (klass->kind, external_id, error);
}

/**
 * tambour_store_each:
 * @self: a store
 * @query: a query
 * @func: (scope call): called with each record
 * @user_data: for @func
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Walks through records without keeping them. They are the portfolio as it was
 * at the beginning, whatever @func writes.
 *
 * Returns: %FALSE on failure; a walk that @func stopped is none
 */
gboolean
tambour_store_each (TambourStore       *self,
                    TambourQuery       *query,
                    TambourRecordFunc   func,
                    gpointer            user_data,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, cancellable, error);
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row;

  if (reader == NULL ||
      !(statement = tambour_query_prepare (query, reader->database, query->table->columns, TRUE, error)))
    return FALSE;

  while (tambour_database_step (reader->database, statement, &has_row, error))
    {
      g_autoptr(TambourRecord) record = has_row ? tambour_table_read (query->table, statement) : NULL;

      if (record == NULL || !func (record, user_data))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_record (TambourRecord *record,
            gpointer       user_data)
{
  g_ptr_array_add (user_data, g_object_ref (record));

  return TRUE;
}

/**
 * tambour_store_list:
 * @self: a store
 * @query: a query
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * For few records; #TambourRecordList shows many, tambour_store_each() counts
 * and writes them.
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the records
 */
GPtrArray *
tambour_store_list (TambourStore  *self,
                    TambourQuery  *query,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  return tambour_store_each (self, query, add_record, records, cancellable, error) ? g_steal_pointer (&records) : NULL;
}

/**
 * tambour_store_count:
 * @self: a store
 * @query: a query, whose limit does not matter
 * @error: return location for a #TambourStoreError
 *
 * Returns: how many records it is for, or -1 on failure
 */
gint64
tambour_store_count (TambourStore  *self,
                     TambourQuery  *query,
                     GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row;

  if (reader == NULL ||
      !(statement = tambour_query_prepare (query, reader->database, "count(*)", FALSE, error)) ||
      !tambour_database_step (reader->database, statement, &has_row, error))
    return -1;

  return sqlite3_column_int64 (statement, 0);
}

/**
 * tambour_store_history:
 * @self: a store
 * @id: the id of a record, which may have been removed
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable) (element-type TambourHistoryEntry): what
 *   happened to it, oldest first
 */
GPtrArray *
tambour_store_history (TambourStore  *self,
                       const char    *id,
                       GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autoptr(TambourRecord) record = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (reader == NULL || !find_anywhere (reader->database, id, &record, error))
    return NULL;

  if (record == NULL)
    {
      fail_not_found (_("record"), id, error);
      return NULL;
    }

  return tambour_history_read (reader->database, record->row, error);
}

/**
 * tambour_store_history_of:
 * @self: a store
 * @record: a record that was read from it
 * @error: return location for a #TambourStoreError
 *
 * The same as tambour_store_history(), which has to look for the record first.
 *
 * Returns: (transfer full) (nullable) (element-type TambourHistoryEntry): what
 *   happened to it, oldest first
 */
GPtrArray *
tambour_store_history_of (TambourStore   *self,
                          TambourRecord  *record,
                          GError        **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);

  g_return_val_if_fail (record->row != 0, NULL);

  return reader ? tambour_history_read (reader->database, record->row, error) : NULL;
}

/**
 * tambour_store_each_history:
 * @self: a store
 * @records: (element-type TambourRecord): records that were read from it
 * @func: (scope call): called with each record and its history
 * @user_data: for @func
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * The histories of many records, as they were at one moment.
 *
 * Returns: %FALSE on failure
 */
gboolean
tambour_store_each_history (TambourStore        *self,
                            GPtrArray           *records,
                            TambourHistoryFunc   func,
                            gpointer             user_data,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, cancellable, error);

  if (reader == NULL || !tambour_database_run (reader->database, "BEGIN", error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);
      g_autoptr(GPtrArray) history = tambour_history_read (reader->database, record->row, error);

      if (history == NULL)
        return FALSE;

      func (record, history, user_data);
    }

  return TRUE;
}

/**
 * tambour_store_last_change:
 * @self: a store
 *
 * Returns: the number of the newest change, by whatever process; 0 for none
 */
gint64
tambour_store_last_change (TambourStore *self)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, NULL);

  return reader ? tambour_database_get_int (reader->database, "SELECT max(\"number\") FROM \"changes\"") : 0;
}

/**
 * tambour_store_last_change_time:
 * @self: a store
 *
 * What a review of a period that is not over can know: the clock on the wall
 * would give other figures each time.
 *
 * Returns: when the newest change was made; %TAMBOUR_NEVER if there is none
 */
TambourInstant
tambour_store_last_change_time (TambourStore *self)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, NULL);
  TambourInstant at = { TAMBOUR_NEVER };

  if (reader && tambour_database_get_int (reader->database, "SELECT count(*) FROM \"changes\"") > 0)
    at.seconds = tambour_database_get_int (reader->database, "SELECT max(\"at\") FROM \"changes\"");

  return at;
}
