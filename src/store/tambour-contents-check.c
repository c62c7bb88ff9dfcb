/* tambour-contents-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-contents.h"
#include "tambour-kinds.h"
#include "tambour-replica-private.h"
#include "tambour-store-private.h"
#include "tambour-table.h"

/* How many of one fault are told one by one. */
#define MAX_EXAMPLES 5

typedef void (*FieldFunc) (TambourRecordClass *klass,
                           const TambourField *field,
                           GString            *sql);

/* Calls @func for each field that names contents. */
static void
each_field (FieldFunc  func,
            GString   *sql)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].flags & TAMBOUR_FIELD_CONTENT)
          func (klass, &klass->fields[j], sql);
    }
}

/* What is no hash names no content: others may write what they like there. */
static void
append_absent (const TambourField *field,
               GString            *sql)
{
  g_string_append_printf (sql,
                          "t.\"deleted_at\" IS NULL AND length (t.\"%s\") = 64 AND "
                          "t.\"%s\" NOT GLOB '*[^0-9a-f]*' AND NOT EXISTS (SELECT 1 FROM \"contents\" c WHERE c.\"hash\" = t.\"%s\")",
                          field->name, field->name, field->name);
}

static void
add_missing (TambourRecordClass *klass,
             const TambourField *field,
             GString            *sql)
{
  g_string_append_printf (sql, "%s SELECT '%s', t.\"id\" FROM \"%s\" t WHERE ", sql->len > 0 ? " UNION ALL" : "", klass->kind, klass->plural);
  append_absent (field, sql);
}

/* What a record of a team has may come with the next sync. */
static void
add_lost (TambourRecordClass *klass,
          const TambourField *field,
          GString            *sql)
{
  add_missing (klass, field, sql);
  g_string_append (sql, " AND NOT EXISTS (SELECT 1 FROM \"revisions\" r WHERE r.\"row\" = t.\"row\")");
}

static gboolean
check_missing (TambourDatabase  *database,
               GPtrArray        *findings,
               GError          **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row;
  guint n = 0;

  each_field (tambour_replica_exist (database) ? add_lost : add_missing, sql);
  if (sql->len == 0)
    return TRUE;

  statement = tambour_database_prepare (database, sql->str, error);
  for (; tambour_database_step (database, statement, &has_row, error); n++)
    {
      if (!has_row)
        return TRUE;

      if (n < MAX_EXAMPLES)
        g_ptr_array_add (findings, g_strdup_printf (_("The content of %s %s is not there."), tambour_statement_get_text (statement, 0),
                                                    tambour_statement_get_text (statement, 1)));
      else
        {
          g_ptr_array_add (findings, g_strdup (_("More contents are not there.")));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_as_it_was (sqlite3_stmt *statement)
{
  gsize length = (gsize) sqlite3_column_bytes (statement, 1);
  g_autofree char *hash = tambour_contents_dup_hash (sqlite3_column_blob (statement, 1), length);

  return g_strcmp0 (hash, tambour_statement_get_text (statement, 0)) == 0;
}

static gboolean
check_changed (TambourDatabase  *database,
               GPtrArray        *findings,
               GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, "SELECT \"hash\", \"bytes\" FROM \"contents\"", error);
  gboolean has_row;

  while (tambour_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;

      if (!is_as_it_was (statement))
        g_ptr_array_add (findings, g_strdup_printf (_("The content %s is no longer what it was."), tambour_statement_get_text (statement, 0)));
    }

  return FALSE;
}

/**
 * tambour_contents_check:
 * @database: a database
 * @findings: (element-type utf8): what is wrong so far
 * @error: return location for a #TambourStoreError
 *
 * Adds to @findings which records have contents that are not there, and which
 * contents have changed.
 *
 * Returns: %FALSE if that could not be found out
 */
gboolean
tambour_contents_check (TambourDatabase  *database,
                        GPtrArray        *findings,
                        GError          **error)
{
  /* A file of an older version that is only read keeps none. */
  if (!tambour_contents_exist (database))
    return TRUE;

  return check_missing (database, findings, error) && check_changed (database, findings, error);
}

static void
add_needed (TambourRecordClass *klass,
            const TambourField *field,
            GString            *sql)
{
  g_string_append_printf (sql, "%s SELECT t.\"%s\" AS \"hash\", t.\"id\" AS \"id\" FROM \"%s\" t WHERE t.\"%s\" > ?1 AND ",
                          sql->len > 0 ? " UNION ALL" : "", field->name, klass->plural, field->name);
  append_absent (field, sql);
}

/**
 * tambour_replica_content_free:
 * @self: (transfer full): a content that is needed
 */
void
tambour_replica_content_free (TambourReplicaContent *self)
{
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->id, g_free);
  g_free (self);
}

static GPtrArray *
list_contents (TambourDatabase  *database,
               sqlite3_stmt     *statement,
               GError          **error)
{
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_content_free);
  gboolean has_row;

  while (tambour_database_step (database, statement, &has_row, error))
    {
      TambourReplicaContent *content;

      if (!has_row)
        return g_steal_pointer (&contents);

      content = g_new0 (TambourReplicaContent, 1);
      content->hash = g_strdup (tambour_statement_get_text (statement, 0));
      content->id = g_strdup (tambour_statement_get_text (statement, 1));
      g_ptr_array_add (contents, content);
    }

  return NULL;
}

/**
 * tambour_replica_list_needed:
 * @store: a store
 * @after: (nullable): a hash, or %NULL to begin
 * @limit: how many at most
 * @error: return location for a #TambourStoreError
 *
 * What records have and the store has not, because it came without its files. Going on
 * behind the last hash meets no content twice, also if one cannot be had.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaContent): contents
 *   behind @after, each once, by hash
 */
GPtrArray *
tambour_replica_list_needed (TambourStore  *store,
                             const char    *after,
                             guint          limit,
                             GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  g_autoptr(sqlite3_stmt) statement = NULL;
  g_autoptr(GString) needed = g_string_new (NULL);
  g_autofree char *sql = NULL;

  if (reader == NULL)
    return NULL;

  each_field (add_needed, needed);
  sql = g_strdup_printf ("SELECT \"hash\", min (\"id\") FROM (%s) GROUP BY \"hash\" ORDER BY \"hash\" LIMIT ?2", needed->str);
  if (!(statement = tambour_database_prepare (reader->database, sql, error)))
    return NULL;

  sqlite3_bind_text (statement, 1, after ? after : "", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, limit);

  return list_contents (reader->database, statement, error);
}

static void
add_named (TambourRecordClass *klass,
           const TambourField *field,
           GString            *sql)
{
  g_string_append_printf (sql,
                          "%s SELECT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL"
                          " UNION SELECT coalesce (CASE WHEN json_valid (\"before\") THEN json_extract (\"before\", '$.%s') END, '')"
                          " FROM \"history\" WHERE \"row\" %% %d = %u AND \"before\" IS NOT NULL",
                          sql->len > 0 ? " UNION" : "", field->name, klass->plural, field->name, field->name, TAMBOUR_ROW_STEP, klass->number);
}

/**
 * tambour_contents_clean:
 * @database: a writer that has begun a transaction
 * @error: return location for a #TambourStoreError
 *
 * Forgets what no record has, be it removed, or had once: that would be missing
 * when a change is taken back. What came a moment ago waits for its record.
 *
 * Returns: %TRUE if the rest is what somebody needs
 */
gboolean
tambour_contents_clean (TambourDatabase  *database,
                        GError          **error)
{
  g_autoptr(GString) named = g_string_new (NULL);
  g_autofree char *sql = NULL;
  gint64 before = g_get_real_time () / G_USEC_PER_SEC - TAMBOUR_CONTENTS_PATIENCE;

  each_field (add_named, named);
  sql = g_strdup_printf ("DELETE FROM \"contents\" WHERE \"at\" < %" PRId64 " AND \"hash\" NOT IN (%s)",
                         before, named->len > 0 ? named->str : "''");

  return tambour_database_run (database, sql, error);
}
