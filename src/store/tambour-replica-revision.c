/* tambour-replica-revision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-history.h"
#include "tambour-replica-private.h"
#include "tambour-store-private.h"

static gboolean
read_mark (TambourDatabase  *database,
           gint64            row,
           const char       *rev,
           gint64           *change,
           GError          **error)
{
  static const char sql[] =
    "SELECT \"change\" FROM \"revisions\" WHERE \"row\" = ?1 AND \"rev\" = ?2 "
    "UNION ALL SELECT \"change\" FROM \"marks\" WHERE \"row\" = ?1 AND \"rev\" = ?2 LIMIT 1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, rev, -1, SQLITE_STATIC);
  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  *change = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

/* Returns: %FALSE if the line says something that its field cannot hold: what the record
 * was is not known then
 */
static gboolean
take_back (TambourRecord *record,
           const char    *before)
{
  g_autoptr(JsonNode) node = json_from_string (before, NULL);
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &member, &value))
    if (!tambour_history_restore (record, member, value, NULL))
      return FALSE;

  return TRUE;
}

/* @is_known: (out): whether every line could be taken back */
static gboolean
rewind_to (TambourDatabase  *database,
           TambourRecord    *record,
           gint64            change,
           gboolean         *is_known,
           GError          **error)
{
  static const char sql[] =
    "SELECT \"before\" FROM \"history\" WHERE \"row\" = ?1 AND \"change\" > ?2 ORDER BY \"change\" DESC";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->row);
  sqlite3_bind_int64 (statement, 2, change);
  for (*is_known = TRUE; *is_known;)
    {
      const char *before;

      if (!tambour_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      before = tambour_statement_get_text (statement, 0);
      *is_known = before != NULL && take_back (record, before);
    }

  return TRUE;
}

/**
 * tambour_replica_read_revision:
 * @store: a store
 * @id: an id
 * @rev: a revision
 * @error: return location for a #TambourStoreError
 *
 * Rewinds the record through its history. The history does not keep who touched the
 * record when: the four stamps are those of now.
 *
 * Returns: (transfer full) (nullable): what the record said at @rev; %NULL without
 *   @error if this portfolio never had that revision, or cannot tell any more
 */
TambourRecord *
tambour_replica_read_revision (TambourStore  *store,
                               const char    *id,
                               const char    *rev,
                               GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  g_autoptr(GPtrArray) tables = NULL;
  g_autoptr(TambourRecord) record = NULL;
  gint64 change = 0;
  gboolean is_known = FALSE;

  if (reader == NULL || !tambour_database_run (reader->database, "BEGIN", error) ||
      !(tables = tambour_replica_list_tables (reader->database, error)) ||
      !tambour_replica_find (reader->database, tables, id, &record, error) ||
      record == NULL ||
      !read_mark (reader->database, record->row, rev, &change, error) ||
      change == 0 ||
      !rewind_to (reader->database, record, change, &is_known, error))
    return NULL;

  return is_known ? g_steal_pointer (&record) : NULL;
}
