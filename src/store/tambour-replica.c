/* tambour-replica.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-replica-private.h"
#include "tambour-store-private.h"
#include "tambour-table.h"

/* What replication knows of a record stands beside it and is written by replication
 * alone: an ordinary edit costs what it always did. Whether a record's content has a
 * revision yet is told by comparing the last line of its history with the change that
 * its tree knows.
 */

/**
 * tambour_replica_entry_free:
 * @self: (transfer full): an entry
 */
void
tambour_replica_entry_free (TambourReplicaEntry *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->record);
  g_clear_pointer (&self->tree, g_free);
  g_clear_pointer (&self->rev, g_free);
  g_clear_pointer (&self->refused, g_free);
  g_free (self);
}

/**
 * tambour_replica_write_new:
 * @entry: an entry as it was read
 *
 * Returns: (transfer full): a write that leaves all as it is, and that is stale as soon
 *   as somebody writes what @entry is about
 */
TambourReplicaWrite *
tambour_replica_write_new (const TambourReplicaEntry *entry)
{
  TambourReplicaWrite *self = g_new0 (TambourReplicaWrite, 1);

  self->id = g_strdup (entry->id);
  self->row = entry->record ? entry->record->row : 0;
  self->expected = entry->change;
  self->version = entry->version;

  return self;
}

/**
 * tambour_replica_write_free:
 * @self: (transfer full): a write
 */
void
tambour_replica_write_free (TambourReplicaWrite *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->record);
  g_clear_pointer (&self->tree, g_free);
  g_clear_pointer (&self->rev, g_free);
  g_clear_pointer (&self->forgotten, g_strfreev);
  g_clear_error (&self->failure);
  g_free (self);
}

/* One column for each kind: whether there is a record of it that may leave. */
static const char *
get_sql_of_rows (void)
{
  static char *text;

  if (g_once_init_enter_pointer (&text))
    {
      g_autoptr(GString) sql = g_string_new ("SELECT ");
      guint n_types;
      const GType *types = tambour_kinds_get_types (&n_types);

      for (guint i = 0; i < n_types; i++)
        {
          const TambourTable *table = tambour_table_get (g_type_class_peek_static (types[i]));

          g_string_append (sql, i > 0 ? ", " : "");
          if (table->klass->traits & TAMBOUR_RECORD_DERIVED)
            g_string_append_c (sql, '0');
          else
            g_string_append_printf (sql, "EXISTS (SELECT 1 FROM %s)", table->name);
        }
      g_once_init_leave_pointer (&text, g_string_free (g_steal_pointer (&sql), FALSE));
    }

  return text;
}

/**
 * tambour_replica_list_tables:
 * @database: a database inside a transaction
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourTable): the tables that have
 *   a record that may leave this computer: few of many, where a team begins
 */
GPtrArray *
tambour_replica_list_tables (TambourDatabase  *database,
                             GError          **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, get_sql_of_rows (), error);
  g_autoptr(GPtrArray) tables = g_ptr_array_new ();
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);
  gboolean has_row;

  if (!tambour_database_step (database, statement, &has_row, error))
    return NULL;

  for (guint i = 0; i < n_types; i++)
    if (sqlite3_column_int (statement, (int) i))
      g_ptr_array_add (tables, (gpointer) tambour_table_get (g_type_class_peek_static (types[i])));

  return g_steal_pointer (&tables);
}

/**
 * tambour_replica_find:
 * @database: a database
 * @tables: (element-type TambourTable): what tambour_replica_list_tables() said; the
 *   table where something was found comes first from then on
 * @id: an id
 * @record: (out) (transfer full) (nullable): the record, removed or not, or %NULL
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on failure; a record that is not there is none
 */
gboolean
tambour_replica_find (TambourDatabase  *database,
                      GPtrArray        *tables,
                      const char       *id,
                      TambourRecord   **record,
                      GError          **error)
{
  *record = NULL;
  for (guint i = 0; i < tables->len; i++)
    {
      gpointer table = g_ptr_array_index (tables, i);

      if (!tambour_table_load (table, database, id, record, error))
        return FALSE;
      if (*record == NULL)
        continue;

      tables->pdata[i] = tables->pdata[0];
      tables->pdata[0] = table;
      return TRUE;
    }

  return TRUE;
}

/**
 * tambour_replica_read_change:
 * @database: a database
 * @row: a row
 * @change: (out): the last change that wrote it; 0 for none
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on failure
 */
gboolean
tambour_replica_read_change (TambourDatabase  *database,
                             gint64            row,
                             gint64           *change,
                             GError          **error)
{
  static const char sql[] = "SELECT max(\"change\") FROM \"history\" WHERE \"row\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  *change = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

static gboolean
read_tree (TambourDatabase      *database,
           gint64                row,
           TambourReplicaEntry  *self,
           GError              **error)
{
  static const char sql[] =
    "SELECT r.\"version\", r.\"sequence\", r.\"change\", r.\"rev\", r.\"tree\", r.\"refused\", h.\"reason\" FROM \"revisions\" r "
    "LEFT JOIN \"holds\" h ON h.\"row\" = r.\"row\" WHERE r.\"row\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  if (!has_row)
    return TRUE;

  self->version = sqlite3_column_int64 (statement, 0);
  self->sequence = sqlite3_column_int64 (statement, 1);
  if (sqlite3_column_int64 (statement, 2) == self->change)
    self->rev = g_strdup (tambour_statement_get_text (statement, 3));
  self->tree = g_strdup (tambour_statement_get_text (statement, 4));
  self->refused = g_strdup (tambour_statement_get_text (statement, 5));
  self->reason = tambour_replica_reason_from_word (tambour_statement_get_text (statement, 6));

  return TRUE;
}

/**
 * tambour_replica_load:
 * @database: a database inside a transaction
 * @id: an id
 * @record: (nullable): the record that has it
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
TambourReplicaEntry *
tambour_replica_load (TambourDatabase  *database,
                      const char       *id,
                      TambourRecord    *record,
                      GError          **error)
{
  g_autoptr(TambourReplicaEntry) self = g_new0 (TambourReplicaEntry, 1);

  self->id = g_strdup (id);
  if (record == NULL)
    return g_steal_pointer (&self);

  self->record = g_object_ref (record);
  if (!tambour_replica_read_change (database, record->row, &self->change, error) ||
      !read_tree (database, record->row, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_replica_read:
 * @store: a store
 * @ids: (array zero-terminated=1): ids
 * @error: return location for a #TambourStoreError
 *
 * Derived records never leave this computer and are not here.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaEntry): an entry for
 *   each of @ids, in their order, all as they were at one moment
 */
GPtrArray *
tambour_replica_read (TambourStore        *store,
                      const char * const  *ids,
                      GError             **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_entry_free);
  g_autoptr(GPtrArray) tables = NULL;

  if (reader == NULL || !tambour_database_run (reader->database, "BEGIN", error) ||
      !(tables = tambour_replica_list_tables (reader->database, error)))
    return NULL;

  for (const char * const *id = ids; *id; id++)
    {
      g_autoptr(TambourRecord) record = NULL;
      TambourReplicaEntry *entry;

      if (!tambour_replica_find (reader->database, tables, *id, &record, error) ||
          !(entry = tambour_replica_load (reader->database, *id, record, error)))
        return NULL;
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}
