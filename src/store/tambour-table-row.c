/* tambour-table-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-record-json.h"
#include "tambour-table.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

static void
bind_owned (sqlite3_stmt *statement,
            int           index,
            char         *text)
{
  sqlite3_bind_text (statement, index, text, -1, g_free);
}

/**
 * tambour_field_bind:
 * @field: a field
 * @statement: a statement
 * @index: of the field's first parameter
 * @record: a record that lives until the statement has run
 *
 * Returns: the index of the next field's first parameter
 */
int
tambour_field_bind (const TambourField *field,
                    sqlite3_stmt       *statement,
                    int                 index,
                    gconstpointer       record)
{
  if (field->kind != TAMBOUR_KIND_FLAG && field->kind != TAMBOUR_KIND_CHOICE &&
      !tambour_field_is_stated (field, record))
    {
      for (guint i = 0; i < tambour_field_count_columns (field); i++)
        sqlite3_bind_null (statement, index + i);
      return index + tambour_field_count_columns (field);
    }

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      sqlite3_bind_text (statement, index, AT (field, record, char *), -1, SQLITE_STATIC);
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      sqlite3_bind_int64 (statement, index, AT (field, record, gint64));
      break;
    case TAMBOUR_KIND_NUMBER:
      sqlite3_bind_double (statement, index, AT (field, record, double));
      break;
    case TAMBOUR_KIND_FLAG:
      sqlite3_bind_int (statement, index, AT (field, record, bool));
      break;
    case TAMBOUR_KIND_CHOICE:
      sqlite3_bind_text (statement, index, tambour_choice_nick (field->choice (), AT (field, record, guint)), -1, SQLITE_STATIC);
      break;
    case TAMBOUR_KIND_DATE:
      bind_owned (statement, index, tambour_date_dup_text (AT (field, record, TambourDate)));
      break;
    case TAMBOUR_KIND_MONEY:
      sqlite3_bind_int64 (statement, index, AT (field, record, TambourMoney).minor);
      sqlite3_bind_text (statement, index + 1, AT (field, record, TambourMoney).currency, -1, SQLITE_STATIC);
      break;
    case TAMBOUR_KIND_LABELS:
      bind_owned (statement, index, g_strjoinv ("\n", AT (field, record, GStrv)));
      break;
    }

  return index + tambour_field_count_columns (field);
}

/* A choice that only another version knows is kept beside the fields, as it is
 * when it comes in as JSON.
 */
static void
read_choice (const TambourField *field,
             TambourRecord      *record,
             const char         *nick)
{
  g_autoptr(JsonObject) members = NULL;

  if (nick == NULL || tambour_choice_from_nick (field->choice (), nick, &AT (field, record, guint)))
    return;

  members = json_object_new ();
  json_object_set_string_member (members, field->name, nick);
  tambour_record_merge_in (record, members, NULL);
}

static void
read_money (sqlite3_stmt *statement,
            int           column,
            TambourMoney *money)
{
  const char *currency = tambour_statement_get_text (statement, column + 1);

  money->minor = sqlite3_column_int64 (statement, column);
  g_strlcpy (money->currency, currency ? currency : "", sizeof money->currency);
}

/* Into a field that is not stated. */
static void
read_field (const TambourField *field,
            TambourRecord      *record,
            sqlite3_stmt       *statement,
            int                 column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return;

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      AT (field, record, char *) = g_strdup (tambour_statement_get_text (statement, column));
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      AT (field, record, gint64) = sqlite3_column_int64 (statement, column);
      break;
    case TAMBOUR_KIND_NUMBER:
      AT (field, record, double) = sqlite3_column_double (statement, column);
      break;
    case TAMBOUR_KIND_FLAG:
      AT (field, record, bool) = sqlite3_column_int (statement, column) != 0;
      break;
    case TAMBOUR_KIND_CHOICE:
      read_choice (field, record, tambour_statement_get_text (statement, column));
      break;
    case TAMBOUR_KIND_DATE:
      tambour_date_parse (tambour_statement_get_text (statement, column), &AT (field, record, TambourDate));
      break;
    case TAMBOUR_KIND_MONEY:
      read_money (statement, column, &AT (field, record, TambourMoney));
      break;
    case TAMBOUR_KIND_LABELS:
      AT (field, record, GStrv) = g_strsplit (tambour_statement_get_text (statement, column), "\n", -1);
      break;
    }
}

/**
 * tambour_table_read:
 * @self: a table
 * @statement: on a row of a query for its columns
 *
 * Returns: (transfer full): the record of that row
 */
TambourRecord *
tambour_table_read (const TambourTable *self,
                    sqlite3_stmt       *statement)
{
  TambourRecord *record = tambour_record_new (G_TYPE_FROM_CLASS (self->klass),
                                              tambour_statement_get_text (statement, TAMBOUR_TABLE_ID));
  int column = TAMBOUR_TABLE_FIXED;

  record->row = sqlite3_column_int64 (statement, TAMBOUR_TABLE_ROW);
  record->extra = g_strdup (tambour_statement_get_text (statement, TAMBOUR_TABLE_EXTRA));

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      read_field (&self->klass->fields[i], record, statement, column);
      column += tambour_field_count_columns (&self->klass->fields[i]);
    }

  return record;
}

static gboolean
take_record (const TambourTable  *self,
             TambourDatabase     *database,
             sqlite3_stmt        *statement,
             TambourRecord      **record,
             GError             **error)
{
  gboolean has_row;

  *record = NULL;
  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  if (has_row)
    *record = tambour_table_read (self, statement);

  return TRUE;
}

/**
 * tambour_table_load:
 * @self: a table
 * @database: a database
 * @id: an id
 * @record: (out) (transfer full) (nullable): the record, removed or not, or %NULL
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on failure; a record that is not there is none
 */
gboolean
tambour_table_load (const TambourTable  *self,
                    TambourDatabase     *database,
                    const char          *id,
                    TambourRecord      **record,
                    GError             **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, self->select_id, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);

  return take_record (self, database, statement, record, error);
}

/**
 * tambour_table_load_row:
 * @self: a table
 * @database: a database
 * @row: a row
 * @record: (out) (transfer full) (nullable): the record, removed or not, or %NULL
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on failure; a record that is not there is none
 */
gboolean
tambour_table_load_row (const TambourTable  *self,
                        TambourDatabase     *database,
                        gint64               row,
                        TambourRecord      **record,
                        GError             **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, self->select_row, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);

  return take_record (self, database, statement, record, error);
}

/* The members that the commit decides, in place of the record's own. */
static gboolean
bind_stamp (const TambourField *field,
            sqlite3_stmt       *statement,
            int                 index,
            const TambourStamp *stamp)
{
  switch (field->offset)
    {
    case G_STRUCT_OFFSET (TambourRecord, created_at):
      sqlite3_bind_int64 (statement, index, stamp->created_at.seconds);
      return TRUE;
    case G_STRUCT_OFFSET (TambourRecord, updated_at):
      sqlite3_bind_int64 (statement, index, stamp->updated_at.seconds);
      return TRUE;
    case G_STRUCT_OFFSET (TambourRecord, created_by):
      tambour_statement_bind_text (statement, index, stamp->created_by);
      return TRUE;
    case G_STRUCT_OFFSET (TambourRecord, updated_by):
      tambour_statement_bind_text (statement, index, stamp->updated_by);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * tambour_table_write:
 * @self: a table
 * @database: a writer inside a transaction
 * @record: a record of the table's kind
 * @stamp: its row, and who made and changed it when
 * @is_new: whether the row is not there yet
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if it is written
 */
gboolean
tambour_table_write (const TambourTable  *self,
                     TambourDatabase     *database,
                     TambourRecord       *record,
                     const TambourStamp  *stamp,
                     gboolean             is_new,
                     GError             **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, is_new ? self->insert : self->update, error);
  int index = TAMBOUR_TABLE_FIXED + 1;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1 + TAMBOUR_TABLE_ROW, stamp->row);
  sqlite3_bind_text (statement, 1 + TAMBOUR_TABLE_ID, record->id, -1, SQLITE_STATIC);
  tambour_statement_bind_text (statement, 1 + TAMBOUR_TABLE_EXTRA, record->extra);

  for (guint i = 0; i < self->klass->n_fields; i++)
    if (bind_stamp (&self->klass->fields[i], statement, index, stamp))
      index++;
    else
      index = tambour_field_bind (&self->klass->fields[i], statement, index, record);

  return tambour_database_finish (database, statement, error);
}
