/* tambour-store-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-schema.h"
#include "tambour-store-private.h"

/**
 * tambour_store_files_dup_beside:
 * @path: a file
 *
 * Returns: (transfer full): a name in the same folder that is not taken, for
 *   what becomes @path when it is whole
 */
char *
tambour_store_files_dup_beside (const char *path)
{
  g_autofree char *unique = tambour_id_new ();

  return g_strdup_printf ("%s.%s", path, unique);
}

/**
 * tambour_store_files_unlink:
 * @path: a database file that nobody uses
 *
 * Removes it, with what SQLite keeps beside it.
 */
void
tambour_store_files_unlink (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (wal);
  g_unlink (shm);
  g_unlink (journal);
}

static void
sync_path (const char *path)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);

  if (file >= 0)
    {
      fsync (file);
      close (file);
    }
}

static gboolean
fail_to_put (const char  *path,
             int          reason,
             GError     **error)
{
  if (reason == EEXIST)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS,
                 _("“%s” exists already. Choose another name."), path);
  else if (reason == ENOSPC || reason == EDQUOT)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FULL,
                 _("There is no room left on the disk of “%s”. Make room and try again."), path);
  else
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY,
                 _("“%s” cannot be written: %s."), path, g_strerror (reason));

  return FALSE;
}

/**
 * tambour_store_files_put:
 * @whole: a finished file
 * @path: the name that it shall have, in the same folder
 * @replace: whether a file of that name may give way
 * @error: return location for %TAMBOUR_STORE_ERROR_EXISTS, _FULL or _READ_ONLY
 *
 * The file appears under its name whole, and is there after a power cut.
 *
 * Returns: %FALSE if it could not; @whole is then gone
 */
gboolean
tambour_store_files_put (const char  *whole,
                         const char  *path,
                         gboolean     replace,
                         GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int result;

  sync_path (whole);
  result = renameat2 (AT_FDCWD, whole, AT_FDCWD, path, replace ? 0 : RENAME_NOREPLACE);

  /* Some file systems cannot rename and refuse at once. */
  if (result != 0 && errno == EINVAL && !g_file_test (path, G_FILE_TEST_EXISTS))
    result = g_rename (whole, path);

  if (result != 0)
    {
      fail_to_put (path, errno, error);
      g_unlink (whole);
      return FALSE;
    }

  sync_path (folder);

  return TRUE;
}

/**
 * tambour_store_files_create:
 * @path: a file that does not exist
 * @error: return location for a #TambourStoreError
 *
 * Makes an empty portfolio, whole or not at all.
 *
 * Returns: %TRUE if it is there
 */
gboolean
tambour_store_files_create (const char  *path,
                            GError     **error)
{
  g_autofree char *whole = tambour_store_files_dup_beside (path);
  g_autoptr(TambourDatabase) database = NULL;
  int file;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_to_put (path, EEXIST, error);

  if ((file = open (whole, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)) < 0)
    return fail_to_put (path, errno, error);
  close (file);

  if (!(database = tambour_database_new (whole, TAMBOUR_DATABASE_WRITER, error)) ||
      !tambour_schema_create (database, error))
    {
      g_clear_pointer (&database, tambour_database_free);
      tambour_store_files_unlink (whole);
      return FALSE;
    }

  g_clear_pointer (&database, tambour_database_free);

  return tambour_store_files_put (whole, path, FALSE, error);
}

/**
 * tambour_store_files_check:
 * @path: a path
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND or _NOT_A_PORTFOLIO
 *
 * Says more plainly than SQLite what is wrong with a name.
 *
 * Returns: %TRUE if there is a file that could be a portfolio
 */
gboolean
tambour_store_files_check (const char  *path,
                           GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                   _("There is no file “%s”. Create a portfolio, or choose another file."), path);
      return FALSE;
    }

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO,
                   _("“%s” is not a portfolio. Choose another file."), path);
      return FALSE;
    }

  return TRUE;
}

/* A file that is not ours to change stays as it is, and so does a log that
 * somebody left beside it. A writer takes its own files away again.
 */
static TambourDatabase *
open_carefully (const char  *path,
                guint        patience,
                GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean has_log = g_file_test (log, G_FILE_TEST_EXISTS);
  TambourDatabase *writer = tambour_database_open (path, TAMBOUR_DATABASE_WRITER, patience, error);

  if (writer != NULL)
    sqlite3_db_config (writer->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log, NULL);

  return writer;
}

/**
 * tambour_store_files_open_writer:
 * @path: a file
 * @patience: how long another process may hold it, in milliseconds
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): a connection to a portfolio of this
 *   version or an older one; any other file is as it was
 */
TambourDatabase *
tambour_store_files_open_writer (const char  *path,
                                 guint        patience,
                                 GError     **error)
{
  g_autoptr(TambourDatabase) writer = open_carefully (path, patience, error);

  if (writer == NULL || !tambour_schema_check_version (writer, error))
    return NULL;

  sqlite3_db_config (writer->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  return g_steal_pointer (&writer);
}

/**
 * tambour_store_read_format:
 * @path: a portfolio, of whatever version
 * @known: (out) (optional): the newest format that this version reads
 *
 * Returns: the format that the file is in, or 0 if that cannot be read
 */
gint64
tambour_store_read_format (const char *path,
                           gint64     *known)
{
  g_autoptr(TambourDatabase) database = open_carefully (path, 0, NULL);

  if (known != NULL)
    *known = TAMBOUR_SCHEMA_VERSION;

  return database ? tambour_database_get_int (database, "PRAGMA user_version") : 0;
}
