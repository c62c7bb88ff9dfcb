/* tambour-contents.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-contents.h"
#include "tambour-store-private.h"

/* What is in files. A record names a content by its hash, so what many records
 * have is kept once.
 */

/**
 * tambour_contents_dup_hash:
 * @data: (array length=length) (nullable): a content
 * @length: of it
 *
 * Returns: (transfer full): its SHA-256, in lower case
 */
char *
tambour_contents_dup_hash (gconstpointer data,
                           gsize         length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data ? data : "", length);
}

/**
 * tambour_contents_exist:
 * @database: a database
 *
 * Returns: whether contents can be kept in it; a file of an older version that is
 *   only read has none
 */
gboolean
tambour_contents_exist (TambourDatabase *database)
{
  return tambour_database_get_int (database, "SELECT count(*) FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" = 'contents'") > 0;
}

static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  g_autofree char *most = NULL;
  g_autofree char *size = NULL;

  if (g_bytes_get_size (bytes) <= TAMBOUR_STORE_MOST_CONTENT)
    return TRUE;

  most = g_format_size (TAMBOUR_STORE_MOST_CONTENT);
  size = g_format_size (g_bytes_get_size (bytes));
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               /* Translators: %1$s and %2$s are sizes, such as "60 MB" */
               _("A file of %1$s is too large to be kept here: up to %2$s can be. Keep it elsewhere, and write down where."), size, most);

  return FALSE;
}

/* What is there already stays, and waits for its record anew; what was damaged is
 * as it was.
 */
static gboolean
write_content (TambourDatabase  *writer,
               const char       *hash,
               GBytes           *bytes,
               GError          **error)
{
  static const char sql[] = "INSERT INTO \"contents\" (\"hash\", \"at\", \"bytes\") VALUES (?1, ?2, ?3) "
                            "ON CONFLICT (\"hash\") DO UPDATE SET \"at\" = excluded.\"at\", \"bytes\" = excluded.\"bytes\"";
  g_autoptr(sqlite3_stmt) statement = tambour_database_prepare (writer, sql, error);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, hash, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
  sqlite3_bind_blob64 (statement, 3, data ? data : "", length, SQLITE_STATIC);

  return tambour_database_finish (writer, statement, error);
}

static gboolean
keep (TambourStore  *self,
      const char    *hash,
      GBytes        *bytes,
      GError       **error)
{
  TambourDatabase *writer = tambour_store_lock_writer (self, error);
  gboolean ok;

  if (writer == NULL)
    return FALSE;

  ok = write_content (writer, hash, bytes, error);
  tambour_store_unlock_writer (self);

  return ok;
}

/**
 * tambour_store_put_content:
 * @self: a store
 * @bytes: what is in a file
 * @hash: (out) (transfer full): what names it from now on
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED if it is larger than
 *   %TAMBOUR_STORE_MOST_CONTENT, or another
 *
 * Keeps a content; the same one is kept once, whoever has it. It has no history:
 * the record that names it has.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_store_put_content (TambourStore  *self,
                           GBytes        *bytes,
                           char         **hash,
                           GError       **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), FALSE);
  g_return_val_if_fail (bytes != NULL && hash != NULL, FALSE);

  if (!check_size (bytes, error))
    return FALSE;

  name = tambour_contents_dup_hash (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!keep (self, name, bytes, error))
    return FALSE;

  *hash = g_steal_pointer (&name);

  return TRUE;
}

/**
 * tambour_store_receive_content:
 * @self: a store
 * @hash: what names a content
 * @bytes: what came under that name
 * @error: return location for %TAMBOUR_STORE_ERROR_DAMAGED if that is something else,
 *   or what tambour_store_put_content() may give
 *
 * Keeps a content that was missed.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
tambour_store_receive_content (TambourStore  *self,
                               const char    *hash,
                               GBytes        *bytes,
                               GError       **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), FALSE);
  g_return_val_if_fail (hash != NULL && bytes != NULL, FALSE);

  if (!check_size (bytes, error))
    return FALSE;

  found = tambour_contents_dup_hash (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_str_equal (found, hash))
    return keep (self, hash, bytes, error);

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED, _("The content of a file came damaged. It is left alone."));

  return FALSE;
}

static gboolean
find_content (TambourDatabase  *database,
              const char       *hash,
              gboolean         *is_there,
              GError          **error)
{
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, "SELECT 1 FROM \"contents\" WHERE \"hash\" = ?1", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, hash, -1, SQLITE_STATIC);

  return tambour_database_step (database, statement, is_there, error);
}

/**
 * tambour_store_has_content:
 * @self: a store
 * @hash: what names a content
 *
 * Returns: whether the content is there
 */
gboolean
tambour_store_has_content (TambourStore *self,
                           const char   *hash)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, NULL, NULL);
  gboolean is_there = FALSE;

  g_return_val_if_fail (hash != NULL, FALSE);

  return reader && tambour_contents_exist (reader->database) && find_content (reader->database, hash, &is_there, NULL) && is_there;
}

/* In a portfolio of a team, what is not there comes with the next sync that may fetch
 * large files.
 */
static void
fail_not_there (TambourDatabase  *database,
                GError          **error)
{
  gboolean is_shared = tambour_database_get_int (database, "SELECT EXISTS (SELECT 1 FROM \"revisions\")") > 0;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
               is_shared ? _("The content of this file has not come to “%s” from the team yet. Synchronize, and try again.")
                         : _("The content of this file is not in “%s”. Add the file once more, or restore a backup that has it."),
               database->path);
}

static GBytes *
read_verified (sqlite3_stmt  *statement,
               const char    *hash,
               const char    *path,
               GError       **error)
{
  gsize length = (gsize) sqlite3_column_bytes (statement, 0);
  g_autoptr(GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 0), length);
  g_autofree char *found = tambour_contents_dup_hash (g_bytes_get_data (bytes, NULL), length);

  if (g_str_equal (found, hash))
    return g_steal_pointer (&bytes);

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED,
               _("The content of this file is damaged in “%s”. Add the file once more, or restore the last backup."), path);

  return NULL;
}

/**
 * tambour_store_read_content:
 * @self: a store
 * @hash: the name of a content
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, for
 *   %TAMBOUR_STORE_ERROR_DAMAGED if it is no longer what it was, or another
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
tambour_store_read_content (TambourStore  *self,
                            const char    *hash,
                            GError       **error)
{
  g_autoptr(TambourReader) reader = NULL;
  g_autoptr(TambourStatement) statement = NULL;
  gboolean has_row = FALSE;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), NULL);
  g_return_val_if_fail (hash != NULL, NULL);

  if (!(reader = tambour_store_take_reader (self, NULL, error)))
    return NULL;

  if (tambour_contents_exist (reader->database))
    {
      if (!(statement = tambour_database_keep (reader->database, "SELECT \"bytes\" FROM \"contents\" WHERE \"hash\" = ?1", error)))
        return NULL;
      sqlite3_bind_text (statement, 1, hash, -1, SQLITE_STATIC);
      if (!tambour_database_step (reader->database, statement, &has_row, error))
        return NULL;
    }

  if (has_row)
    return read_verified (statement, hash, reader->database->path, error);

  fail_not_there (reader->database, error);

  return NULL;
}
