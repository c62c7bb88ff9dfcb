/* tambour-database.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "tambour-database.h"
#include "tambour-words.h"

/* Queries that a connection keeps ready: a review of an account makes some thirty. */
#define MOST_QUERIES 48

G_DEFINE_QUARK (tambour-store-error-quark, tambour_store_error)

static gboolean
is_out_of_space (int system_error)
{
  return system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT;
}

static TambourStoreError
code_of (sqlite3 *db)
{
  int code = sqlite3_errcode (db) & 0xff;

  if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && is_out_of_space (sqlite3_system_errno (db)))
    return TAMBOUR_STORE_ERROR_FULL;

  switch (code)
    {
    case SQLITE_FULL:
      return TAMBOUR_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return TAMBOUR_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TAMBOUR_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return TAMBOUR_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO;
    default:
      return TAMBOUR_STORE_ERROR_FAILED;
    }
}

static char *
describe (TambourStoreError  code,
          const char        *path,
          const char        *detail)
{
  switch (code)
    {
    case TAMBOUR_STORE_ERROR_FULL:
      return g_strdup_printf (_("There is no room left on the disk of “%s”. Nothing was kept of this change: make room and try again."), path);
    case TAMBOUR_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” cannot be written. Check the permissions of the file and of its folder, or open it read-only."), path);
    case TAMBOUR_STORE_ERROR_BUSY:
      return g_strdup_printf (_("Another program has held “%s” for too long. Wait until it has finished, or close it, and try again."), path);
    case TAMBOUR_STORE_ERROR_DAMAGED:
      return g_strdup_printf (_("“%s” is damaged (%s). Run a check with repair, or restore the last backup."), path, detail);
    case TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO:
      return g_strdup_printf (_("“%s” is not a portfolio. Choose another file."), path);
    case TAMBOUR_STORE_ERROR_NOT_FOUND:
    case TAMBOUR_STORE_ERROR_NEWER:
    case TAMBOUR_STORE_ERROR_REFUSED:
    case TAMBOUR_STORE_ERROR_EXISTS:
    case TAMBOUR_STORE_ERROR_QUERY:
    case TAMBOUR_STORE_ERROR_FAILED:
      break;
    }

  return g_strdup_printf (_("“%s” could not be used: %s."), path, detail);
}

/**
 * tambour_database_fail:
 * @self: a database whose last call failed
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Says what went wrong, with which file, and what to do.
 *
 * Returns: %FALSE
 */
gboolean
tambour_database_fail (TambourDatabase  *self,
                       GError          **error)
{
  TambourStoreError code = code_of (self->db);
  g_autofree char *message = NULL;

  if (sqlite3_errcode (self->db) == SQLITE_INTERRUPT)
    {
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The portfolio is being closed."));
      return FALSE;
    }

  message = describe (code, self->path, sqlite3_errmsg (self->db));
  g_set_error_literal (error, TAMBOUR_STORE_ERROR, code, message);

  return FALSE;
}

/**
 * tambour_database_run:
 * @self: a database
 * @sql: statements without results
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if all of them ran
 */
gboolean
tambour_database_run (TambourDatabase  *self,
                      const char       *sql,
                      GError          **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK || tambour_database_fail (self, error);
}

/**
 * tambour_database_roll_back:
 * @self: a database
 *
 * Drops the open transaction, if SQLite has not done so itself.
 */
void
tambour_database_roll_back (TambourDatabase *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * tambour_database_get_int:
 * @self: a database
 * @sql: a query of one number
 *
 * Returns: the number, or 0 if there is none
 */
gint64
tambour_database_get_int (TambourDatabase *self,
                          const char      *sql)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (self, sql, NULL);

  return statement && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/**
 * tambour_database_prepare:
 * @self: a database
 * @sql: one statement
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full): a statement for one use
 */
sqlite3_stmt *
tambour_database_prepare (TambourDatabase  *self,
                          const char       *sql,
                          GError          **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    tambour_database_fail (self, error);

  return statement;
}

/**
 * tambour_database_keep:
 * @self: a database
 * @sql: one statement whose text outlives @self; known again by its address
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer none): a statement for use over and over; hold it in a
 *   `g_autoptr(TambourStatement)`, which makes it ready for the next use
 */
TambourStatement *
tambour_database_keep (TambourDatabase  *self,
                       const char       *sql,
                       GError          **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        {
          tambour_database_fail (self, error);
          return NULL;
        }
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }

  return statement;
}

static gboolean
is_idle (gpointer text,
         gpointer statement,
         gpointer user_data)
{
  return !sqlite3_stmt_busy (statement);
}

/**
 * tambour_database_keep_query:
 * @self: a database
 * @sql: one statement, as it was made up for this use
 * @error: return location for a #TambourStoreError
 *
 * For what is asked again in the same words: an account is read by the same queries as the one before.
 *
 * Returns: (transfer none): as for tambour_database_keep(); a statement of the same words that is
 *   in use is another
 */
TambourStatement *
tambour_database_keep_query (TambourDatabase  *self,
                             const char       *sql,
                             GError          **error)
{
  g_autoptr(GString) text = g_string_new (sql);
  sqlite3_stmt *statement;

  while ((statement = g_hash_table_lookup (self->queries, text->str)) && sqlite3_stmt_busy (statement))
    g_string_append_c (text, ' ');

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (self->db, text->str, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      tambour_database_fail (self, error);
      return NULL;
    }

  if (g_hash_table_size (self->queries) >= MOST_QUERIES)
    g_hash_table_foreach_remove (self->queries, is_idle, NULL);
  g_hash_table_insert (self->queries, g_string_free_and_steal (g_steal_pointer (&text)), statement);

  return statement;
}

/**
 * tambour_database_step:
 * @self: a database
 * @statement: (nullable): a query; %NULL fails quietly, as preparing it has
 *   set @error already
 * @has_row: (out): whether there is a row
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on failure
 */
gboolean
tambour_database_step (TambourDatabase  *self,
                       sqlite3_stmt     *statement,
                       gboolean         *has_row,
                       GError          **error)
{
  int result = statement ? sqlite3_step (statement) : SQLITE_MISUSE;

  *has_row = result == SQLITE_ROW;
  if (statement == NULL || result == SQLITE_ROW || result == SQLITE_DONE)
    return statement != NULL;

  return tambour_database_fail (self, error);
}

/**
 * tambour_database_count:
 * @self: a database
 * @sql: a query of one number
 * @number: (out): the number, or 0 if there is none
 * @error: return location for a #TambourStoreError
 *
 * Unlike tambour_database_get_int(), tells a file that cannot be read from one that
 * has none.
 *
 * Returns: %FALSE on failure
 */
gboolean
tambour_database_count (TambourDatabase  *self,
                        const char       *sql,
                        gint64           *number,
                        GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (self, sql, error);
  gboolean has_row;

  if (!tambour_database_step (self, statement, &has_row, error))
    return FALSE;

  *number = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

/**
 * tambour_database_finish:
 * @self: a database
 * @statement: (nullable): a statement without results
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if it ran
 */
gboolean
tambour_database_finish (TambourDatabase  *self,
                         sqlite3_stmt     *statement,
                         GError          **error)
{
  gboolean has_row;

  return tambour_database_step (self, statement, &has_row, error);
}

static int
is_cancelled (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * tambour_database_cancel_by:
 * @self: a database
 * @cancellable: (nullable): what ends the queries that follow, or %NULL
 *
 * Asked every few thousand steps of SQLite's machine, so that nothing has to be
 * interrupted from another thread.
 */
void
tambour_database_cancel_by (TambourDatabase *self,
                            GCancellable    *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->db, cancellable ? 2000 : 0, is_cancelled, cancellable);
}

static const char *
pragmas_of (TambourDatabaseMode mode)
{
  switch (mode)
    {
    case TAMBOUR_DATABASE_WRITER:
      return "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
             "PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8192; PRAGMA secure_delete = FAST; PRAGMA foreign_keys = OFF;";
    case TAMBOUR_DATABASE_READER:
    case TAMBOUR_DATABASE_IMMUTABLE:
      /* Readers are many, and what one has read the kernel still has for the next. */
      return "PRAGMA query_only = ON; PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY;";
    }

  g_assert_not_reached ();
}

static int
open_file (TambourDatabase     *self,
           TambourDatabaseMode  mode)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (mode != TAMBOUR_DATABASE_IMMUTABLE)
    return sqlite3_open_v2 (self->path, &self->db,
                            SQLITE_OPEN_NOMUTEX |
                              (mode == TAMBOUR_DATABASE_WRITER ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY),
                            NULL);

  escaped = g_uri_escape_string (self->path, "/", FALSE);
  uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  return sqlite3_open_v2 (uri, &self->db, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/**
 * tambour_database_open:
 * @path: a file that exists
 * @mode: what the connection is for
 * @patience: how long another process may hold the file, in milliseconds
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): a connection
 */
TambourDatabase *
tambour_database_open (const char           *path,
                       TambourDatabaseMode   mode,
                       guint                 patience,
                       GError              **error)
{
  g_autoptr(TambourDatabase) self = g_new0 (TambourDatabase, 1);

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);

  if (open_file (self, mode) != SQLITE_OK)
    {
      tambour_database_fail (self, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, (int) patience);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  if (!tambour_database_run (self, pragmas_of (mode), error) ||
      !tambour_words_attach (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_database_new:
 * @path: a file that exists
 * @mode: what the connection is for
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): a connection that waits for other processes
 */
TambourDatabase *
tambour_database_new (const char           *path,
                      TambourDatabaseMode   mode,
                      GError              **error)
{
  return tambour_database_open (path, mode, TAMBOUR_DATABASE_PATIENCE, error);
}

/**
 * tambour_database_free:
 * @self: (transfer full): a database
 *
 * Closes the connection.
 */
void
tambour_database_free (TambourDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->queries, g_hash_table_unref);
  if (self->splitter != NULL)
    self->words.xDelete (self->splitter);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->db, sqlite3_close);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

/**
 * tambour_statement_release:
 * @self: a kept statement
 *
 * Makes it ready for the next use.
 */
void
tambour_statement_release (TambourStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

/**
 * tambour_statement_bind_text:
 * @self: a statement
 * @index: of the parameter, from 1
 * @text: (nullable): text that lives until the statement has run; "" is `NULL`
 */
void
tambour_statement_bind_text (sqlite3_stmt *self,
                             int           index,
                             const char   *text)
{
  if (text != NULL && *text != '\0')
    sqlite3_bind_text (self, index, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (self, index);
}

/**
 * tambour_statement_get_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, or %NULL for `NULL`
 */
const char *
tambour_statement_get_text (sqlite3_stmt *self,
                            int           column)
{
  return (const char *) sqlite3_column_text (self, column);
}
