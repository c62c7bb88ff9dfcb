/* tambour-query-prepare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-query-private.h"
#include "tambour-words.h"

static void
bind_words (TambourDatabase *database,
            sqlite3_stmt    *statement,
            int              index,
            const char      *text)
{
  gboolean is_open;
  g_auto(GStrv) words = tambour_words_split (database, text, &is_open);

  sqlite3_bind_text (statement, index, tambour_words_match (database, (const char * const *) words, is_open), -1, g_free);
}

static void
bind_values (TambourQuery    *self,
             TambourDatabase *database,
             sqlite3_stmt    *statement)
{
  int index = 1;

  for (guint i = 0; i < self->values->len; i++)
    {
      const TambourQueryValue *value = g_ptr_array_index (self->values, i);

      if (value->field != NULL)
        index = tambour_field_bind (value->field, statement, index, value->holder);
      else if (value->is_words)
        bind_words (database, statement, index++, value->text);
      else
        sqlite3_bind_text (statement, index++, value->text, -1, SQLITE_STATIC);
    }
}

/**
 * tambour_query_prepare:
 * @self: a query that outlives the statement
 * @database: a database
 * @what: the columns
 * @is_list: whether order and limit matter
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer none) (nullable): a statement that is ready to run
 */
TambourStatement *
tambour_query_prepare (TambourQuery     *self,
                       TambourDatabase  *database,
                       const char       *what,
                       gboolean          is_list,
                       GError          **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  TambourStatement *statement;

  g_string_append_printf (sql, "SELECT %s FROM %s WHERE %s%s", what, self->table->name,
                          self->with_deleted ? "1" : "\"deleted_at\" IS NULL", self->where->str);
  if (is_list && !self->in_any_order)
    g_string_append_printf (sql, " ORDER BY %s", self->order ? self->order : "\"row\"");
  if (is_list)
    g_string_append_printf (sql, " LIMIT %" G_GINT64_FORMAT " OFFSET %" G_GINT64_FORMAT, self->limit, self->offset);

  if ((statement = tambour_database_keep_query (database, sql->str, error)))
    bind_values (self, database, statement);

  return statement;
}

/**
 * tambour_query_prepare_groups:
 * @self: a query that outlives the statement
 * @database: a database
 * @what: the columns
 * @groups: the columns that make a group
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer none) (nullable): a statement that is ready to run
 */
TambourStatement *
tambour_query_prepare_groups (TambourQuery     *self,
                              TambourDatabase  *database,
                              const char       *what,
                              const char       *groups,
                              GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s%s GROUP BY %s", what, self->table->name,
                                          self->with_deleted ? "1" : "\"deleted_at\" IS NULL", self->where->str, groups);
  TambourStatement *statement = tambour_database_keep_query (database, sql, error);

  if (statement != NULL)
    bind_values (self, database, statement);

  return statement;
}
