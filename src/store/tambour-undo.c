/* tambour-undo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-history.h"
#include "tambour-record-json.h"
#include "tambour-undo.h"

/* The parts of a change, the last first: what is undone in that order never
 * meets what it wrote itself.
 */
static GArray *
list_parts (TambourDatabase  *database,
            gint64            number,
            GError          **error)
{
  static const char sql[] =
    "SELECT \"number\" FROM \"changes\" WHERE \"number\" = ?1 AND \"part_of\" = ?1 "
    "UNION ALL SELECT \"number\" FROM \"changes\" WHERE \"part_of\" = ?1 AND \"part_of\" <> \"number\" ORDER BY 1 DESC";
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, number);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      gint64 part = sqlite3_column_int64 (statement, 0);

      if (!has_row)
        return g_steal_pointer (&parts);
      g_array_append_val (parts, part);
    }

  return NULL;
}

/* A record that says in @field what a later line of its history, the first that
 * names the field, said that it was before: what @part left there. Whoever
 * changed it later and changed it back again stands in nobody's way.
 */
static gboolean
find_left_value (TambourDatabase  *database,
                 gint64            part,
                 TambourRecord    *stored,
                 const char       *member,
                 JsonNode        **left,
                 gint64           *later,
                 GError          **error)
{
  static const char sql[] =
    "SELECT \"before\", \"change\" FROM \"history\" WHERE \"row\" = ?1 AND \"change\" > ?2 AND \"before\" IS NOT NULL ORDER BY \"change\"";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  *left = NULL;
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stored->row);
  sqlite3_bind_int64 (statement, 2, part);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      g_autoptr(JsonNode) before = has_row ? json_from_string (tambour_statement_get_text (statement, 0), NULL) : NULL;

      if (!has_row)
        return TRUE;

      if (before == NULL || !JSON_NODE_HOLDS_OBJECT (before) ||
          !json_object_has_member (json_node_get_object (before), member))
        continue;

      *left = json_node_copy (json_object_get_member (json_node_get_object (before), member));
      *later = sqlite3_column_int64 (statement, 1);
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_value (TambourRecord *stored,
          const char    *member,
          JsonNode      *value)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (stored), member);
  g_autoptr(TambourRecord) other = NULL;

  if (field == NULL)
    return !g_str_equal (member, TAMBOUR_HISTORY_EXTRA) ||
           g_strcmp0 (stored->extra ? stored->extra : "", json_node_get_string (value)) == 0;

  other = tambour_record_new (G_OBJECT_TYPE (stored), stored->id);

  return tambour_field_unpack (field, other, value, NULL) && tambour_field_equal (field, stored, other);
}

/* Most records are not touched again, which one look tells for all fields. */
static gboolean
is_touched_later (TambourDatabase  *database,
                  gint64            part,
                  gint64            row,
                  gboolean         *is_touched,
                  GError          **error)
{
  static const char sql[] = "SELECT 1 FROM \"history\" WHERE \"row\" = ?1 AND \"change\" > ?2 LIMIT 1";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_int64 (statement, 2, part);

  return tambour_database_step (database, statement, is_touched, error);
}

static gboolean
check_untouched (TambourDatabase  *database,
                 gint64            part,
                 TambourRecord    *stored,
                 const char       *member,
                 GError          **error)
{
  g_autoptr(JsonNode) left = NULL;
  gint64 later = 0;

  if (!find_left_value (database, part, stored, member, &left, &later, error))
    return FALSE;

  if (left == NULL || is_value (stored, member, left))
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               _("%s of %s %s was changed again by change %" PRId64 ". Undo that first."),
               member, TAMBOUR_RECORD_GET_CLASS (stored)->kind, stored->id, later);

  return FALSE;
}

/* A created record goes, unless somebody has worked on it since. */
static gboolean
undo_creation (TambourCommit  *commit,
               gint64          part,
               TambourRecord  *stored,
               GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (stored);
  TambourStamp stamp;
  gboolean is_touched;

  if (!is_touched_later (commit->database, part, stored->row, &is_touched, error))
    return FALSE;

  if (!is_touched)
    return tambour_commit_remove (commit, stored, &stamp, error);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!check_untouched (commit->database, part, stored, klass->fields[i].name, error))
      return FALSE;

  return check_untouched (commit->database, part, stored, TAMBOUR_HISTORY_EXTRA, error) &&
         tambour_commit_remove (commit, stored, &stamp, error);
}

/* What a purge took out is nowhere any more. */
static gboolean
check_not_purge (TambourRecord  *stored,
                 const char     *member,
                 GError        **error)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (stored), member);

  if (field == NULL || !(field->flags & TAMBOUR_FIELD_PURGED))
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               _("The personal data of %s %s was removed for good."), TAMBOUR_RECORD_GET_CLASS (stored)->kind, stored->id);

  return FALSE;
}

static gboolean
undo_edit (TambourCommit  *commit,
           gint64          part,
           TambourRecord  *stored,
           JsonObject     *before,
           GError        **error)
{
  g_autoptr(TambourRecord) record = tambour_record_dup (stored);
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  json_object_iter_init (&iter, before);
  while (json_object_iter_next (&iter, &member, &value))
    if (!check_not_purge (stored, member, error) ||
        !check_untouched (commit->database, part, stored, member, error) ||
        !tambour_history_restore (record, member, value, error))
      return FALSE;

  return tambour_commit_restore (commit, stored, record, error);
}

static gboolean
undo_line (TambourCommit  *commit,
           gint64          part,
           gint64          row,
           const char     *before,
           GError        **error)
{
  const TambourTable *table = tambour_table_of_row (row);
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(JsonNode) node = NULL;

  if (table == NULL)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("Change %" PRId64 " has records that only a newer version knows. Undo it there."), part);
      return FALSE;
    }

  if (!tambour_table_load_row (table, commit->database, row, &stored, error))
    return FALSE;

  if (stored == NULL)
    return TRUE;

  if (before == NULL)
    return undo_creation (commit, part, stored, error);

  if (!(node = json_from_string (before, error)))
    return FALSE;

  return !JSON_NODE_HOLDS_OBJECT (node) || undo_edit (commit, part, stored, json_node_get_object (node), error);
}

/* Every part is undone by a part of its own: a record has one line in each. */
static gboolean
undo_part (TambourCommit  *commit,
           gint64          part,
           GError        **error)
{
  static const char sql[] = "SELECT \"row\", \"before\" FROM \"history\" WHERE \"change\" = ?1 ORDER BY \"row\" DESC";
  g_autoptr(TambourStatement) statement = tambour_database_keep (commit->database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  commit->number = 0;
  sqlite3_bind_int64 (statement, 1, part);
  while (tambour_database_step (commit->database, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;

      if (!undo_line (commit, part, sqlite3_column_int64 (statement, 0), tambour_statement_get_text (statement, 1), error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
undo_parts (TambourCommit  *commit,
            gint64          number,
            GError        **error)
{
  g_autoptr(GArray) parts = list_parts (commit->database, number, error);

  if (parts == NULL)
    return FALSE;

  if (parts->len == 0)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                   _("There is no change %" PRId64 " to undo."), number);
      return FALSE;
    }

  for (guint i = 0; i < parts->len; i++)
    if (!undo_part (commit, g_array_index (parts, gint64, i), error))
      return FALSE;

  return TRUE;
}

static char *
name_undo (TambourDatabase *database,
           gint64           number)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"label\" FROM \"changes\" WHERE \"number\" = %" PRId64, number);
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, sql, NULL);
  const char *label = NULL;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    label = tambour_statement_get_text (statement, 0);

  return g_strdup_printf (_("Undo: %s"), label ? label : "");
}

/**
 * tambour_undo:
 * @database: the writer
 * @number: a change number
 * @author: who undoes it
 * @by: (out) (optional): the number of the change that takes it back
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if all of the change is taken back; otherwise nothing is
 */
gboolean
tambour_undo (TambourDatabase  *database,
              gint64            number,
              const char       *author,
              gint64           *by,
              GError          **error)
{
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  g_autofree char *label = name_undo (database, number);
  TambourCommit commit;

  if (!tambour_commit_begin (&commit, database, author, label, now, error))
    return FALSE;

  if (undo_parts (&commit, number, error))
    {
      if (by != NULL)
        *by = commit.part_of;
      return tambour_commit_end (&commit, error);
    }

  tambour_commit_abandon (&commit);

  return FALSE;
}
