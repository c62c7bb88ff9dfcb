/* tambour-store-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-schema.h"
#include "tambour-store-private.h"

/* Pages that are copied between two looks at the cancellable. */
#define PAGES_AT_ONCE 2048

static gboolean
copy_pages (TambourDatabase  *from,
            TambourDatabase  *to,
            GCancellable     *cancellable,
            GError          **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->db, "main", from->db, "main");
  int result = SQLITE_OK;

  while (backup != NULL && result == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    result = sqlite3_backup_step (backup, PAGES_AT_ONCE);

  if (backup != NULL)
    sqlite3_backup_finish (backup);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return result == SQLITE_DONE || tambour_database_fail (to, error);
}

static gboolean
create_empty (const char  *path,
              GError     **error)
{
  int file = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file < 0)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Choose another folder."), path);
      return FALSE;
    }

  close (file);

  return TRUE;
}

/* Everything of @from in one file, which needs none beside it. */
static gboolean
copy_to (TambourDatabase  *from,
         const char       *path,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autoptr(TambourDatabase) to = NULL;

  return create_empty (path, error) &&
         (to = tambour_database_new (path, TAMBOUR_DATABASE_WRITER, error)) != NULL &&
         copy_pages (from, to, cancellable, error) &&
         tambour_database_run (to, "PRAGMA journal_mode = DELETE", error);
}

/**
 * tambour_store_backup:
 * @self: a store, which may be written to meanwhile
 * @path: a file, which is replaced if it is there
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Copies the portfolio as it is at this moment. The file appears under its name
 * when it is whole.
 *
 * Returns: %TRUE if it is there
 */
gboolean
tambour_store_backup (TambourStore  *self,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, error);
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *whole = tambour_store_files_dup_beside (target);

  if (reader == NULL)
    return FALSE;

  if (g_str_equal (target, tambour_store_get_path (self)))
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS,
                   _("“%s” is the portfolio itself. Choose another name."), target);
      return FALSE;
    }

  /* One transaction sees one state: writers do not make the copy start again. */
  if (!tambour_database_run (reader->database, "BEGIN; SELECT count(*) FROM \"numbers\"", error) ||
      !copy_to (reader->database, whole, cancellable, error))
    {
      tambour_store_files_unlink (whole);
      return FALSE;
    }

  return tambour_store_files_put (whole, target, TRUE, error);
}

/* Everything that a file can be wrong in, before it takes the place of another. */
static gboolean
verify (TambourDatabase  *database,
        GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row;

  if (!tambour_schema_check_version (database, error) ||
      !(statement = tambour_database_prepare (database, "PRAGMA integrity_check(1)", error)) ||
      !tambour_database_step (database, statement, &has_row, error))
    return FALSE;

  if (has_row && g_strcmp0 (tambour_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED,
               _("The backup “%s” is damaged (%s). Choose an older one."), database->path,
               has_row ? tambour_statement_get_text (statement, 0) : "");

  return FALSE;
}

/* Takes what is beside the file into it, which only works when nobody else has
 * it open.
 */
static gboolean
gather (const char  *path,
        GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TambourDatabase) database = tambour_database_new (path, TAMBOUR_DATABASE_WRITER, &failure);

  /* A damaged file is moved aside as it is. */
  if (g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED) ||
      g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO))
    return TRUE;

  if (database == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  sqlite3_busy_timeout (database->db, 0);
  if (sqlite3_exec (database->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  if (sqlite3_errcode (database->db) != SQLITE_BUSY && sqlite3_errcode (database->db) != SQLITE_LOCKED)
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_BUSY,
               _("“%s” is open in another window or program. Close it, and try again."), path);

  return FALSE;
}

static void
move_if_there (const char *path,
               const char *aside,
               const char *suffix)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (aside, suffix, NULL);

  if (g_file_test (from, G_FILE_TEST_EXISTS))
    g_rename (from, to);
}

/* "name.tambour.before-restore", and with a number if there is one already. */
static char *
dup_name_aside (const char *path)
{
  char *name = g_strconcat (path, ".before-restore", NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore.%u", path, i);
    }

  return name;
}

static gboolean
replace (const char  *whole,
         const char  *path,
         GError     **error)
{
  g_autofree char *aside = dup_name_aside (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!gather (path, error))
        {
          tambour_store_files_unlink (whole);
          return FALSE;
        }
      /* A second name first: under its own name, a file is always there. */
      if (link (path, aside) != 0)
        g_rename (path, aside);
      move_if_there (path, aside, "-wal");
      move_if_there (path, aside, "-shm");
    }

  return tambour_store_files_put (whole, path, TRUE, error);
}

/**
 * tambour_store_restore:
 * @backup: what tambour_store_backup() wrote
 * @path: the portfolio to put it in place of, which nobody has open
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Looks first whether @backup is whole. The portfolio as it was stays beside
 * the new one, with “.before-restore” behind its name.
 *
 * Returns: %TRUE if @path is now what @backup is
 */
gboolean
tambour_store_restore (const char    *backup,
                       const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *whole = tambour_store_files_dup_beside (target);
  g_autoptr(TambourDatabase) database = NULL;

  if (!tambour_store_files_check (backup, error) ||
      !(database = tambour_database_new (backup, TAMBOUR_DATABASE_READER, error)) ||
      !verify (database, error))
    return FALSE;

  if (!copy_to (database, whole, cancellable, error))
    {
      tambour_store_files_unlink (whole);
      return FALSE;
    }

  return replace (whole, target, error);
}
