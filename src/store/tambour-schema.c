/* tambour-schema.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-index.h"
#include "tambour-kinds.h"
#include "tambour-schema.h"
#include "tambour-table.h"

/* What every portfolio has beside the tables of the kinds:
 *
 * numbers   the last sequence number that a row was given
 * settings  names and values; "schema" is the print of the schema
 * changes   one line per commit; part_of is the first of those that belong together
 * history   one line per record and commit: what its changed fields said before
 * contents  files, each once, by the hash of what is in them
 * revisions what is known of a record's revisions: a tree that sync alone reads, how often it was written, its place
 *           among those that have something to offer (0: none), the change whose content its revision is, and why the
 *           server refused it. Up to the number "sealed" in numbers, no line of history is newer than the tree of its row
 * holds     since when, and in one word why, the server has refused what it refused
 * marks     which revision a record's content was after which change, before the one that "revisions" knows, as far back
 *           as its tree goes
 */
static const char own_tables[] =
  "CREATE TABLE IF NOT EXISTS \"numbers\" (\"name\" TEXT PRIMARY KEY, \"value\" INTEGER NOT NULL) STRICT, WITHOUT ROWID;\n"
  "INSERT OR IGNORE INTO \"numbers\" VALUES ('row', 0);\n"
  "CREATE TABLE IF NOT EXISTS \"settings\" (\"name\" TEXT PRIMARY KEY, \"value\" TEXT NOT NULL) STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE IF NOT EXISTS \"changes\" (\"number\" INTEGER PRIMARY KEY, \"part_of\" INTEGER NOT NULL, \"at\" INTEGER NOT NULL, "
  "\"by\" TEXT, \"label\" TEXT) STRICT;\n"
  "CREATE INDEX IF NOT EXISTS \"changes.part_of\" ON \"changes\" (\"part_of\") WHERE \"part_of\" <> \"number\";\n"
  "CREATE TABLE IF NOT EXISTS \"history\" (\"change\" INTEGER NOT NULL, \"row\" INTEGER NOT NULL, \"action\" TEXT NOT NULL, "
  "\"before\" TEXT, PRIMARY KEY (\"change\", \"row\")) STRICT, WITHOUT ROWID;\n"
  "CREATE INDEX IF NOT EXISTS \"history.row\" ON \"history\" (\"row\");\n"
  "CREATE TABLE IF NOT EXISTS \"contents\" (\"hash\" TEXT PRIMARY KEY, \"at\" INTEGER NOT NULL, \"bytes\" BLOB NOT NULL) STRICT;\n"
  "INSERT OR IGNORE INTO \"numbers\" VALUES ('sealed', 0), ('sequence', 0);\n"
  "CREATE TABLE IF NOT EXISTS \"revisions\" (\"row\" INTEGER PRIMARY KEY, \"version\" INTEGER NOT NULL, \"sequence\" INTEGER NOT NULL, "
  "\"change\" INTEGER NOT NULL, \"rev\" TEXT, \"tree\" TEXT NOT NULL, \"refused\" TEXT) STRICT;\n"
  "CREATE INDEX IF NOT EXISTS \"revisions.sequence\" ON \"revisions\" (\"sequence\") WHERE \"sequence\" > 0;\n"
  "CREATE INDEX IF NOT EXISTS \"revisions.refused\" ON \"revisions\" (\"sequence\") WHERE \"refused\" IS NOT NULL;\n"
  "CREATE TABLE IF NOT EXISTS \"holds\" (\"row\" INTEGER PRIMARY KEY, \"reason\" TEXT NOT NULL, \"at\" INTEGER NOT NULL) STRICT;\n"
  "CREATE TABLE IF NOT EXISTS \"marks\" (\"row\" INTEGER NOT NULL, \"rev\" TEXT NOT NULL, \"change\" INTEGER NOT NULL, "
  "PRIMARY KEY (\"row\", \"rev\")) STRICT, WITHOUT ROWID;\n";

/* Numbered changes that need more than additions. Each comes after a copy of
 * the file as it was. Version 1 is the first, so nothing leads to it.
 */
static const TambourMigration migrations[] = {
  { 1, "" },
};

/**
 * tambour_schema_dup_print:
 *
 * Returns: (transfer full): a hash of everything that this version wants to
 *   find in a file, so that opening one that has it costs a single look
 */
char *
tambour_schema_dup_print (void)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  g_checksum_update (checksum, (const guchar *) own_tables, -1);
  for (guint i = 0; i < n_types; i++)
    {
      const TambourTable *table = tambour_table_get (g_type_class_peek_static (types[i]));

      g_checksum_update (checksum, (const guchar *) table->create, -1);
    }

  {
    g_autofree char *index = tambour_index_dup_print ();

    g_checksum_update (checksum, (const guchar *) index, -1);
  }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * tambour_schema_dup_setting:
 * @database: a database
 * @name: a name
 *
 * Returns: (transfer full) (nullable): what is kept under @name, or %NULL
 */
char *
tambour_schema_dup_setting (TambourDatabase *database,
                            const char      *name)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, "SELECT \"value\" FROM \"settings\" WHERE \"name\" = ?1", NULL);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);

  return sqlite3_step (statement) == SQLITE_ROW ? g_strdup (tambour_statement_get_text (statement, 0)) : NULL;
}

/**
 * tambour_schema_set_setting:
 * @database: a writer
 * @name: a name
 * @value: (nullable): what to keep under it, or %NULL to forget it
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_schema_set_setting (TambourDatabase  *database,
                            const char       *name,
                            const char       *value,
                            GError          **error)
{
  g_autoptr(sqlite3_stmt) statement =
    tambour_database_prepare (database, value ? "INSERT OR REPLACE INTO \"settings\" VALUES (?1, ?2)" : "DELETE FROM \"settings\" WHERE \"name\" = ?1", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (value != NULL)
    sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);

  return tambour_database_finish (database, statement, error);
}

/* Adds what is missing; the caller has begun a transaction. */
static gboolean
add_missing (TambourDatabase  *database,
             const char       *print,
             GError          **error)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  if (!tambour_database_run (database, own_tables, error))
    return FALSE;

  for (guint i = 0; i < n_types; i++)
    if (!tambour_table_ensure (tambour_table_get (g_type_class_peek_static (types[i])), database, error))
      return FALSE;

  return tambour_index_ensure (database, error) &&
         tambour_schema_set_setting (database, "schema", print, error);
}

static gboolean
commit_or_roll_back (TambourDatabase  *database,
                     gboolean          ok,
                     GError          **error)
{
  if (ok && tambour_database_run (database, "COMMIT", error))
    return TRUE;

  tambour_database_roll_back (database);

  return FALSE;
}

/**
 * tambour_schema_create:
 * @database: a writer of an empty file
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if the file is now a portfolio
 */
gboolean
tambour_schema_create (TambourDatabase  *database,
                       GError          **error)
{
  g_autofree char *print = tambour_schema_dup_print ();
  g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;"
                                          "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          TAMBOUR_APPLICATION_ID, TAMBOUR_SCHEMA_VERSION);

  return commit_or_roll_back (database,
                              tambour_database_run (database, sql, error) && add_missing (database, print, error),
                              error);
}

/**
 * tambour_schema_check_version:
 * @database: a database
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO or _NEWER
 *
 * Returns: %TRUE if this version may use the file
 */
gboolean
tambour_schema_check_version (TambourDatabase  *database,
                              GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (database, "PRAGMA application_id", error);
  gboolean has_row;
  gint64 version;

  if (!tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  if (!has_row || sqlite3_column_int64 (statement, 0) != TAMBOUR_APPLICATION_ID)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO,
                   _("“%s” is not a portfolio. Choose another file."), database->path);
      return FALSE;
    }

  version = tambour_database_get_int (database, "PRAGMA user_version");
  if (version > TAMBOUR_SCHEMA_VERSION)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NEWER,
                   _("“%s” was written by a newer version of Tambour. Update this one; it would lose what it does not know."),
                   database->path);
      return FALSE;
    }

  return TRUE;
}

/* A copy beside the file, whole or not there: "name.tambour.version-1", and
 * with a number behind it if there is one already.
 */
static gboolean
copy_before (TambourDatabase  *database,
             int               version,
             GError          **error)
{
  g_autofree char *name = g_strdup_printf ("%s.version-%d", database->path, version);
  g_autoptr(sqlite3_stmt) statement = NULL;

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s.version-%d.%u", database->path, version, i);

      g_set_str (&name, next);
    }

  if (!(statement = tambour_database_prepare (database, "VACUUM INTO ?1", error)))
    return FALSE;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (tambour_database_finish (database, statement, error))
    return TRUE;

  g_unlink (name);

  return FALSE;
}

static gboolean
run_migrations (TambourDatabase         *database,
                const TambourMigration  *list,
                guint                    n_migrations,
                int                      version,
                GError                 **error)
{
  g_autofree char *done = g_strdup_printf ("PRAGMA user_version = %d", version);
  gint64 from = tambour_database_get_int (database, "PRAGMA user_version");

  for (guint i = 0; i < n_migrations; i++)
    if (list[i].version > from && list[i].version <= version &&
        !tambour_database_run (database, list[i].sql, error))
      return FALSE;

  return tambour_database_run (database, done, error);
}

/**
 * tambour_schema_migrate:
 * @database: a writer
 * @list: (array length=n_migrations): migrations in the order of their versions
 * @n_migrations: how many
 * @version: where to go
 * @error: return location for a #TambourStoreError
 *
 * Copies the file as it is, then runs every migration that it has not seen, in
 * one transaction: it ends at @version, or as it was.
 *
 * Returns: %TRUE if the file is at @version
 */
gboolean
tambour_schema_migrate (TambourDatabase         *database,
                        const TambourMigration  *list,
                        guint                    n_migrations,
                        int                      version,
                        GError                 **error)
{
  gint64 from = tambour_database_get_int (database, "PRAGMA user_version");

  if (from >= version)
    return TRUE;

  if (!copy_before (database, from, error) ||
      !tambour_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  return commit_or_roll_back (database, run_migrations (database, list, n_migrations, version, error), error);
}

/**
 * tambour_schema_update:
 * @database: a writer of a portfolio of this version or an older one
 * @error: return location for a #TambourStoreError
 *
 * Brings the file to what this version wants to find: first the numbered
 * migrations, then whatever tables, columns and indexes are missing.
 *
 * Returns: %TRUE if the file is ready
 */
gboolean
tambour_schema_update (TambourDatabase  *database,
                       GError          **error)
{
  g_autofree char *print = tambour_schema_dup_print ();
  g_autofree char *found = NULL;

  /* A backup is a single file; what is written to again gets its log back. */
  if (!tambour_database_run (database, "PRAGMA journal_mode = WAL", error) ||
      !tambour_schema_migrate (database, migrations, G_N_ELEMENTS (migrations), TAMBOUR_SCHEMA_VERSION, error))
    return FALSE;

  found = tambour_schema_dup_setting (database, "schema");
  if (g_strcmp0 (found, print) == 0)
    return TRUE;

  if (!tambour_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (!commit_or_roll_back (database, add_missing (database, print, error), error))
    return FALSE;

  /* What was written may be as long as the file: who opens it next would read that
   * again. Where somebody else reads meanwhile, it stays for later.
   */
  tambour_database_get_int (database, "PRAGMA wal_checkpoint(TRUNCATE)");

  return TRUE;
}
