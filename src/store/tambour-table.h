/* tambour-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

/* A row number is sequence * TAMBOUR_ROW_STEP + the kind's number. */
#define TAMBOUR_ROW_STEP 128

/* What stands in front of the fields in every table. */
enum
{
  TAMBOUR_TABLE_ROW,
  TAMBOUR_TABLE_ID,
  TAMBOUR_TABLE_EXTRA,
  TAMBOUR_TABLE_FIXED
};

/**
 * TambourStamp:
 *
 * What a commit says about a record beside what the record says itself.
 */
typedef struct
{
  gint64         row;
  TambourInstant created_at;
  const char    *created_by;
  TambourInstant updated_at;
  const char    *updated_by;
} TambourStamp;

/**
 * TambourTable:
 * @klass: the kind
 * @name: the quoted table name
 * @create: SQL that makes table and indexes
 * @columns: every column, as a query for records lists them
 * @select_id: a record by id
 * @select_row: a record by row
 * @exists_id: the row of a record that is not removed, by id
 * @insert: a new record; the parameters of @update are the same
 * @update: all columns of a record by row
 * @remove: a row
 * @has_text: a condition: the record has something to search for
 *
 * The SQL of one kind, written down once from its fields.
 */
typedef struct
{
  TambourRecordClass *klass;
  char               *name;
  char               *create;
  char               *columns;
  char               *select_id;
  char               *select_row;
  char               *exists_id;
  char               *insert;
  char               *update;
  char               *remove;
  char               *has_text;
} TambourTable;

const TambourTable *tambour_table_get           (TambourRecordClass  *klass);
const TambourTable *tambour_table_of_row        (gint64               row);
char               *tambour_table_quote         (const char          *name);
char               *tambour_table_column        (const TambourField  *field);
gboolean            tambour_field_is_indexable  (const TambourField  *field);

guint               tambour_field_count_columns (const TambourField  *field);
gboolean            tambour_table_ensure        (const TambourTable  *self,
                                                 TambourDatabase     *database,
                                                 GError             **error);
int                 tambour_field_bind          (const TambourField  *field,
                                                 sqlite3_stmt        *statement,
                                                 int                  index,
                                                 gconstpointer        record);
TambourRecord      *tambour_table_read          (const TambourTable  *self,
                                                 sqlite3_stmt        *statement);
gboolean            tambour_table_load          (const TambourTable  *self,
                                                 TambourDatabase     *database,
                                                 const char          *id,
                                                 TambourRecord      **record,
                                                 GError             **error);
gboolean            tambour_table_load_row      (const TambourTable  *self,
                                                 TambourDatabase     *database,
                                                 gint64               row,
                                                 TambourRecord      **record,
                                                 GError             **error);
gboolean            tambour_table_write         (const TambourTable  *self,
                                                 TambourDatabase     *database,
                                                 TambourRecord       *record,
                                                 const TambourStamp  *stamp,
                                                 gboolean             is_new,
                                                 GError             **error);

G_END_DECLS
