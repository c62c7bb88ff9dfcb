/* tambour-replica-leave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-contents.h"
#include "tambour-index.h"
#include "tambour-kinds.h"
#include "tambour-replica-private.h"
#include "tambour-store-private.h"
#include "tambour-table.h"

#define FORGET \
  "DELETE FROM \"revisions\"; DELETE FROM \"marks\"; UPDATE \"numbers\" SET \"value\" = 0 WHERE \"name\" = 'sealed';"

static gboolean
note_refused (TambourDatabase  *database,
              const char       *id,
              const char       *why,
              GError          **error)
{
  static const char sql[] = "UPDATE \"revisions\" SET \"refused\" = ?2 WHERE \"row\" = ?1";
  g_autoptr(GPtrArray) tables = tambour_replica_list_tables (database, error);
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(TambourStatement) statement = NULL;

  if (tables == NULL || !tambour_replica_find (database, tables, id, &record, error) ||
      !(statement = tambour_database_keep (database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record ? record->row : 0);
  tambour_statement_bind_text (statement, 2, why);

  return tambour_database_finish (database, statement, error);
}

/**
 * tambour_replica_note_refused:
 * @store: a store
 * @id: the id of a record that the server refused
 * @why: (nullable): why, in the server's words; %NULL if it does no longer
 * @error: return location for a #TambourStoreError
 *
 * Keeps @why until something new of the record is offered.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_replica_note_refused (TambourStore  *store,
                              const char    *id,
                              const char    *why,
                              GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = note_refused (database, id, why, error);
  tambour_store_unlock_writer (store);

  return ok;
}

/**
 * tambour_replica_forget:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Forgets every tree, mark and note, because the team is left or its server was
 * replaced. The records stay, all of them unsealed.
 *
 * Returns: %TRUE if all is forgotten; otherwise nothing is
 */
gboolean
tambour_replica_forget (TambourStore  *store,
                        GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = tambour_database_run (database, "BEGIN IMMEDIATE;" FORGET "COMMIT", error);
  tambour_database_roll_back (database);
  tambour_store_unlock_writer (store);

  return ok;
}

typedef gboolean (*TableFunc) (TambourDatabase     *database,
                               const TambourTable  *table,
                               GError             **error);

/* Calls @func with each table whose records may leave this computer. */
static gboolean
each_table (TambourDatabase  *database,
            TableFunc         func,
            GError          **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const TambourTable *table = tambour_table_get (g_type_class_peek_static (types[i]));

      if (!(table->klass->traits & TAMBOUR_RECORD_DERIVED) && !func (database, table, error))
        return FALSE;
    }

  return TRUE;
}

/* Removes the records that @condition is true of, and their history. */
static gboolean
remove_records (TambourDatabase     *database,
                const TambourTable  *table,
                const char          *condition,
                GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"history\" WHERE \"row\" IN (SELECT t.\"row\" FROM %s t WHERE %s);"
                                          "DELETE FROM %s AS t WHERE %s",
                                          table->name, condition, table->name, condition);

  return tambour_database_run (database, sql, error);
}

static gboolean
remove_shared (TambourDatabase     *database,
               const TambourTable  *table,
               GError             **error)
{
  return remove_records (database, table, "t.\"row\" IN (SELECT \"row\" FROM \"revisions\")", error);
}

static char *
dup_leads_nowhere (const TambourField *field)
{
  return g_strdup_printf ("t.\"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"%s\" o WHERE o.\"id\" = t.\"%s\")",
                          field->name, tambour_kinds_find (field->target)->plural, field->name);
}

/* What cannot be without what it belongs to goes with it. */
static gboolean
remove_orphans (TambourDatabase     *database,
                const TambourTable  *table,
                GError             **error)
{
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const TambourField *field = &table->klass->fields[i];
      g_autofree char *condition = NULL;

      if (field->kind != TAMBOUR_KIND_REF || !(field->flags & TAMBOUR_FIELD_REQUIRED))
        continue;

      condition = dup_leads_nowhere (field);
      if (!remove_records (database, table, condition, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clear_references (TambourDatabase     *database,
                  const TambourTable  *table,
                  GError             **error)
{
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const TambourField *field = &table->klass->fields[i];
      g_autofree char *condition = NULL;
      g_autofree char *sql = NULL;

      if (field->kind != TAMBOUR_KIND_REF)
        continue;

      condition = dup_leads_nowhere (field);
      sql = g_strdup_printf ("UPDATE %s AS t SET \"%s\" = NULL WHERE %s", table->name, field->name, condition);
      if (!tambour_database_run (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_all_orphans (TambourDatabase  *database,
                    GError          **error)
{
  int before;

  do
    {
      before = sqlite3_total_changes (database->db);
      if (!each_table (database, remove_orphans, error))
        return FALSE;
    }
  while (sqlite3_total_changes (database->db) != before);

  return TRUE;
}

/* The numbers of the changes stay without gaps; what they said is gone. */
static gboolean
note_leaving (TambourDatabase  *database,
              const char       *author,
              GError          **error)
{
  static const char sql[] = "INSERT INTO \"changes\" (\"number\", \"part_of\", \"at\", \"by\", \"label\") "
                            "SELECT coalesce (max (\"number\"), 0) + 1, coalesce (max (\"number\"), 0) + 1, ?1, ?2, ?3 FROM \"changes\"";
  g_autoptr(sqlite3_stmt) statement = NULL;

  if (!tambour_database_run (database,
                             "UPDATE \"changes\" SET \"by\" = NULL, \"label\" = NULL WHERE NOT EXISTS "
                             "(SELECT 1 FROM \"history\" h WHERE h.\"change\" = \"changes\".\"number\")",
                             error) ||
      !(statement = tambour_database_prepare (database, sql, error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, g_get_real_time () / G_USEC_PER_SEC);
  tambour_statement_bind_text (statement, 2, author);
  sqlite3_bind_text (statement, 3, _("Leave the team"), -1, SQLITE_STATIC);

  return tambour_database_finish (database, statement, error);
}

static gboolean
remove_data (TambourDatabase  *database,
             const char       *author,
             GError          **error)
{
  return each_table (database, remove_shared, error) &&
         remove_all_orphans (database, error) &&
         each_table (database, clear_references, error) &&
         tambour_store_drop_derived (database, error) &&
         tambour_database_run (database, FORGET "UPDATE \"contents\" SET \"at\" = 0", error) &&
         tambour_contents_clean (database, error) &&
         tambour_index_rebuild (database, error) &&
         note_leaving (database, author, error);
}

/* What was in the file is no longer in its free pages, or in the log beside it. */
static gboolean
wipe (TambourDatabase  *database,
      GError          **error)
{
  if (!tambour_database_run (database, "VACUUM", error))
    return FALSE;

  tambour_database_get_int (database, "PRAGMA wal_checkpoint(TRUNCATE)");

  return TRUE;
}

/**
 * tambour_replica_leave:
 * @store: a store
 * @author: (nullable): who leaves
 * @error: return location for a #TambourStoreError
 *
 * Removes what the team has from this computer: every record that has a tree with its
 * history, files, and what is computed from them. What was made here and never shared
 * stays, but what belongs to a record that is gone goes with it. It cannot be undone;
 * the team's server has all of it, and copies of the portfolio that somebody made are
 * not touched.
 *
 * Returns: %TRUE if it is gone; with an error it may still be in free parts of the file
 */
gboolean
tambour_replica_leave (TambourStore  *store,
                       const char    *author,
                       GError       **error)
{
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = tambour_database_run (database, "BEGIN IMMEDIATE", error) &&
       remove_data (database, author, error) &&
       tambour_database_run (database, "COMMIT", error);
  tambour_database_roll_back (database);
  ok = ok && wipe (database, error);
  tambour_store_unlock_writer (store);
  tambour_store_announce (store);

  return ok;
}
