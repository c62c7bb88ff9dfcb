/* tambour-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-history.h"
#include "tambour-record-json.h"

/**
 * tambour_history_entry_free:
 * @entry: (transfer full): a line of history
 */
void
tambour_history_entry_free (TambourHistoryEntry *entry)
{
  g_clear_pointer (&entry->by, g_free);
  g_clear_pointer (&entry->label, g_free);
  g_clear_pointer (&entry->action, g_free);
  g_clear_pointer (&entry->before, json_object_unref);
  g_free (entry);
}

/**
 * tambour_history_compare:
 * @stored: a record as it is
 * @record: the same as it shall be
 *
 * The stamps, which say who touched the record when, are not among them: the
 * history says so anyway.
 *
 * Returns: (transfer full) (nullable): the old values of the fields that
 *   differ, or %NULL if none does
 */
JsonNode *
tambour_history_compare (TambourRecord *stored,
                         TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (stored);
  g_autoptr(JsonObject) before = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (tambour_field_equal (field, stored, record) || tambour_field_is_stamp (field))
        continue;

      if (before == NULL)
        before = json_object_new ();
      json_object_set_member (before, field->name, tambour_field_pack (field, stored));
    }

  if (g_strcmp0 (stored->extra, record->extra) != 0)
    {
      if (before == NULL)
        before = json_object_new ();
      json_object_set_string_member (before, TAMBOUR_HISTORY_EXTRA, stored->extra ? stored->extra : "");
    }

  return before ? json_node_init_object (json_node_alloc (), before) : NULL;
}

/**
 * tambour_history_restore:
 * @record: a record
 * @member: a member of a line of its history
 * @value: what the line says that it was
 * @error: return location for a #TambourRecordError
 *
 * Has @record say once more what it said. A field that this version does not know is
 * left alone.
 *
 * Returns: %FALSE if the field cannot hold @value
 */
gboolean
tambour_history_restore (TambourRecord  *record,
                         const char     *member,
                         JsonNode       *value,
                         GError        **error)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), member);

  if (field != NULL)
    return tambour_field_unpack (field, record, value, error);

  if (g_str_equal (member, TAMBOUR_HISTORY_EXTRA))
    {
      const char *text = json_node_get_string (value);

      g_set_str (&record->extra, text && *text ? text : NULL);
    }

  return TRUE;
}

/**
 * tambour_history_forget_personal:
 * @database: a writer inside a transaction
 * @klass: a kind that says something of people
 * @row: the row of a record of it
 * @error: return location for a #TambourStoreError
 *
 * Takes out of the record's history what it ever said of a person.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
tambour_history_forget_personal (TambourDatabase     *database,
                                 TambourRecordClass  *klass,
                                 gint64               row,
                                 GError             **error)
{
  g_autoptr(GString) sql = g_string_new ("UPDATE \"history\" SET \"before\" = json_remove (\"before\", '$." TAMBOUR_HISTORY_EXTRA "'");
  g_autoptr(sqlite3_stmt) statement = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAMBOUR_FIELD_PERSONAL)
      g_string_append_printf (sql, ", '$.%s'", klass->fields[i].name);
  g_string_append (sql, ") WHERE \"row\" = ?1 AND json_valid (\"before\")");

  if (!(statement = tambour_database_prepare (database, sql->str, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);

  return tambour_database_finish (database, statement, error);
}

static gboolean
check_first_part (TambourCommit  *commit,
                  GError        **error)
{
  static const char sql[] = "SELECT 1 FROM \"changes\" WHERE \"number\" = ?1 AND \"part_of\" = ?1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (commit->database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, commit->part_of);
  if (!tambour_database_step (commit->database, statement, &has_row, error))
    return FALSE;

  if (!has_row)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("There is no change %" PRId64 " that this one could continue."), commit->part_of);

  return has_row;
}

/* The commit's own line, with the first record that it changes. */
static gboolean
write_change (TambourCommit  *commit,
              GError        **error)
{
  static const char sql[] = "INSERT INTO \"changes\" (\"number\", \"part_of\", \"at\", \"by\", \"label\") VALUES (?1, ?2, ?3, ?4, ?5)";
  g_autoptr(TambourStatement) statement = NULL;

  if (commit->part_of != 0 && !check_first_part (commit, error))
    return FALSE;

  commit->number = ++commit->last_number;
  if (commit->part_of == 0)
    commit->part_of = commit->number;

  if (!(statement = tambour_database_keep (commit->database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, commit->number);
  sqlite3_bind_int64 (statement, 2, commit->part_of);
  sqlite3_bind_int64 (statement, 3, commit->at.seconds);
  tambour_statement_bind_text (statement, 4, commit->author);
  tambour_statement_bind_text (statement, 5, commit->label);

  return tambour_database_finish (commit->database, statement, error);
}

/**
 * tambour_history_write:
 * @commit: a commit
 * @row: the record's row
 * @action: one of %TAMBOUR_HISTORY_CREATED and its like
 * @before: (nullable): see tambour_history_compare()
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if the line is written
 */
gboolean
tambour_history_write (TambourCommit  *commit,
                       gint64          row,
                       const char     *action,
                       JsonNode       *before,
                       GError        **error)
{
  static const char sql[] = "INSERT INTO \"history\" (\"change\", \"row\", \"action\", \"before\") VALUES (?1, ?2, ?3, ?4)";
  g_autofree char *text = before ? json_to_string (before, FALSE) : NULL;
  g_autoptr(TambourStatement) statement = NULL;

  if (commit->number == 0 && !write_change (commit, error))
    return FALSE;

  if (!(statement = tambour_database_keep (commit->database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, commit->number);
  sqlite3_bind_int64 (statement, 2, row);
  sqlite3_bind_text (statement, 3, action, -1, SQLITE_STATIC);
  tambour_statement_bind_text (statement, 4, text);

  return tambour_database_finish (commit->database, statement, error);
}

static TambourHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  TambourHistoryEntry *entry = g_new0 (TambourHistoryEntry, 1);
  const char *before = tambour_statement_get_text (statement, 5);
  g_autoptr(JsonNode) node = before ? json_from_string (before, NULL) : NULL;

  entry->change = sqlite3_column_int64 (statement, 0);
  entry->at.seconds = sqlite3_column_int64 (statement, 1);
  entry->by = g_strdup (tambour_statement_get_text (statement, 2));
  entry->label = g_strdup (tambour_statement_get_text (statement, 3));
  entry->action = g_strdup (tambour_statement_get_text (statement, 4));
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    entry->before = json_node_dup_object (node);

  return entry;
}

/**
 * tambour_history_read:
 * @database: a database
 * @row: a record's row
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourHistoryEntry): its
 *   history, oldest first
 */
GPtrArray *
tambour_history_read (TambourDatabase  *database,
                      gint64            row,
                      GError          **error)
{
  static const char sql[] =
    "SELECT c.\"part_of\", c.\"at\", c.\"by\", c.\"label\", h.\"action\", h.\"before\" FROM \"history\" h "
    "JOIN \"changes\" c ON c.\"number\" = h.\"change\" WHERE h.\"row\" = ?1 ORDER BY h.\"change\"";
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_history_entry_free);
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, row);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }

  return NULL;
}
