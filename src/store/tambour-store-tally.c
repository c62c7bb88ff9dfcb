/* tambour-store-tally.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-query-private.h"
#include "tambour-store-private.h"

/**
 * tambour_tally_free:
 * @self: a tally
 */
void
tambour_tally_free (TambourTally *self)
{
  g_clear_pointer (&self->values, g_strfreev);
  g_free (self);
}

static char *
list_columns (TambourQuery       *query,
              const char * const *fields)
{
  g_autoptr(GString) columns = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const TambourField *field = tambour_record_class_find_field (query->table->klass, fields[i]);
      g_autofree char *column = NULL;

      g_return_val_if_fail (field != NULL, NULL);

      column = tambour_table_column (field);
      g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", column);
    }

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static TambourTally *
read_tally (sqlite3_stmt *statement,
            guint         n_fields)
{
  TambourTally *tally = g_new0 (TambourTally, 1);

  tally->values = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = tambour_statement_get_text (statement, i);

      tally->values[i] = g_strdup (text ? text : "");
    }
  tally->count = sqlite3_column_int64 (statement, n_fields);

  return tally;
}

/**
 * tambour_store_tally:
 * @self: a store
 * @query: a query, whose order and limit do not matter
 * @fields: (array zero-terminated=1): names of fields
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Counts records by what they say in some fields, in one walk: how many cases
 * of each priority each account has. Values are as they are stored: choices
 * by their nicks, references by their ids, "" where nothing is said.
 *
 * Returns: (transfer full) (nullable) (element-type TambourTally): one for each
 *   combination that there is, in no order
 */
GPtrArray *
tambour_store_tally (TambourStore        *self,
                     TambourQuery        *query,
                     const char * const  *fields,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr(GPtrArray) tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_tally_free);
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, cancellable, error);
  g_autofree char *columns = list_columns (query, fields);
  g_autofree char *what = g_strconcat (columns, ", count(*)", NULL);
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row;

  if (reader == NULL || !(statement = tambour_query_prepare_groups (query, reader->database, what, columns, error)))
    return NULL;

  while (tambour_database_step (reader->database, statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&tallies);

      g_ptr_array_add (tallies, read_tally (statement, g_strv_length ((GStrv) fields)));
    }

  return NULL;
}

static gboolean
tell_values (sqlite3_stmt      *statement,
             const gboolean    *are_numbers,
             TambourValue      *values,
             guint              n_fields,
             TambourValuesFunc  func,
             gpointer           user_data)
{
  for (int i = 0; i < (int) n_fields; i++)
    {
      gboolean is_stated = sqlite3_column_type (statement, i) != SQLITE_NULL;

      values[i].text = is_stated && !are_numbers[i] ? tambour_statement_get_text (statement, i) : NULL;
      values[i].number = is_stated && are_numbers[i] ? sqlite3_column_double (statement, i) : TAMBOUR_NO_NUMBER;
    }

  return func (values, user_data);
}

/**
 * tambour_store_each_values:
 * @self: a store
 * @query: a query, whose order and limit do not matter
 * @fields: (array zero-terminated=1): names of fields, ten at most
 * @func: gets what each record says there
 * @user_data: for @func
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads a few fields of many records, without the records: values of ten years. They
 * come in whatever order is the fastest.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_store_each_values (TambourStore        *self,
                           TambourQuery        *query,
                           const char * const  *fields,
                           TambourValuesFunc    func,
                           gpointer             user_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, cancellable, error);
  g_autofree char *columns = list_columns (query, fields);
  g_autoptr(TambourStatement) statement = NULL;
  guint n_fields = g_strv_length ((GStrv) fields);
  gboolean are_numbers[10];
  TambourValue values[10];
  gboolean has_row;

  g_return_val_if_fail (n_fields <= G_N_ELEMENTS (values), FALSE);

  for (guint i = 0; i < n_fields; i++)
    are_numbers[i] = tambour_record_class_find_field (query->table->klass, fields[i])->kind == TAMBOUR_KIND_NUMBER;

  if (reader == NULL || !(statement = tambour_query_prepare (query, reader->database, columns, FALSE, error)))
    return FALSE;

  while (tambour_database_step (reader->database, statement, &has_row, error))
    if (!has_row || !tell_values (statement, are_numbers, values, n_fields, func, user_data))
      return TRUE;

  return FALSE;
}
