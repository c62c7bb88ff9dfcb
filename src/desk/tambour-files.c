/* tambour-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* F_SETLEASE */

#include "tambour-files.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* An extension that is longer is a part of the name. */
#define MOST_EXTENSION 16

/* How long a file stays that was laid out to be looked at. */
#define SECONDS_LAID_OUT (24 * 60 * 60)

/* How long a program may take until it has opened what was laid out for it. */
#define SECONDS_TO_OPEN 60

/* --- names ----------------------------------------------------------------- */

/* What would turn a name around, or be seen by nobody. */
static gboolean
is_safe (gunichar character)
{
  if (character == 0x200c || character == 0x200d)
    return TRUE;

  switch ((int) g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
append_safe (GString    *safe,
             const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (is_safe (g_utf8_get_char (text)))
      g_string_append_unichar (safe, g_utf8_get_char (text));
}

/* The last folder's mark, be it ours or that of other systems. */
static const char *
find_last (const char *name)
{
  const char *last = name;

  for (; *name; name++)
    if (*name == '/' || *name == '\\')
      last = name + 1;

  return last;
}

static gsize
measure_extension (const GString *name)
{
  const char *dot = strrchr (name->str, '.');
  gsize length = dot && dot != name->str ? name->len - (gsize) (dot - name->str) : 0;

  return length <= MOST_EXTENSION ? length : 0;
}

/* What it is, at its end, stays; no character is cut through. */
static void
shorten (GString *name)
{
  gsize extension = measure_extension (name);
  const char *end;

  if (name->len <= TAMBOUR_FILES_MOST_NAME)
    return;

  end = g_utf8_find_prev_char (name->str, name->str + TAMBOUR_FILES_MOST_NAME - extension + 1);
  g_string_erase (name, end - name->str, (gssize) (name->len - extension) - (end - name->str));
}

/**
 * tambour_files_dup_safe_name:
 * @name: (nullable): what somebody else called a file
 *
 * Returns: (transfer full): a name for it in any folder, and never the name of
 *   another folder or of a hidden file
 */
char *
tambour_files_dup_safe_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name ? name : "", -1);
  GString *safe = g_string_new (NULL);

  append_safe (safe, find_last (valid));
  while (*safe->str == '.' || *safe->str == ' ')
    g_string_erase (safe, 0, 1);
  while (safe->len > 0 && safe->str[safe->len - 1] == ' ')
    g_string_truncate (safe, safe->len - 1);
  shorten (safe);
  if (safe->len == 0)
    g_string_assign (safe, C_("file name", "File"));

  return g_string_free_and_steal (safe);
}

/* --- the files of a record ------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const TambourAttachment *left = *(TambourAttachment * const *) a;
  const TambourAttachment *right = *(TambourAttachment * const *) b;
  g_autofree char *left_key = g_utf8_collate_key_for_filename (left->name, -1);
  g_autofree char *right_key = g_utf8_collate_key_for_filename (right->name, -1);
  int order = strcmp (left_key, right_key);

  return order != 0 ? order : strcmp (TAMBOUR_RECORD (left)->id, TAMBOUR_RECORD (right)->id);
}

/**
 * tambour_files_list:
 * @store: a store
 * @record_id: the id of any record
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourAttachment): its files, by name
 */
GPtrArray *
tambour_files_list (TambourStore  *store,
                    const char    *record_id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTACHMENT);
  g_autoptr(GPtrArray) files = NULL;

  if (!tambour_query_where (query, "record_id", TAMBOUR_IS, record_id, error) ||
      !(files = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  g_ptr_array_sort (files, compare_names);

  return g_steal_pointer (&files);
}

/**
 * tambour_files_add:
 * @store: a store
 * @change: what it becomes a part of
 * @owner: the record that gets a file
 * @name: what the file is called
 * @bytes: what is in it
 * @error: return location for a #TambourStoreError
 *
 * Keeps the content, and puts a record of it into @change. What type it is, is
 * seen from the name and the content: whoever sends a file may say anything.
 *
 * Returns: (transfer full) (nullable): the record of the file
 */
TambourRecord *
tambour_files_add (TambourStore   *store,
                   TambourChange  *change,
                   TambourRecord  *owner,
                   const char     *name,
                   GBytes         *bytes,
                   GError        **error)
{
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ATTACHMENT, NULL);
  TambourAttachment *attachment = TAMBOUR_ATTACHMENT (record);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autofree char *content_type = NULL;

  if (!tambour_store_put_content (store, bytes, &attachment->hash, error))
    return NULL;

  attachment->name = tambour_files_dup_safe_name (name);
  content_type = g_content_type_guess (attachment->name, data, MIN (length, 4096), NULL);
  attachment->type = g_content_type_get_mime_type (content_type);
  attachment->size = (gint64) length;
  attachment->record_id = g_strdup (owner->id);
  g_set_str (&record->account_id.id, owner->account_id.id);
  tambour_change_put (change, record);

  return g_steal_pointer (&record);
}

/* --- writing one out ------------------------------------------------------- */

static gboolean
fail_existing (const char  *path,
               GError     **error)
{
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS, _("“%s” is there already. Choose another name."), path);

  return FALSE;
}

static gboolean
fail_unwritable (const char  *path,
                 int          reason,
                 GError     **error)
{
  if (reason == EEXIST)
    return fail_existing (path, error);

  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("There is no room left for “%s”. Make room and try again."), path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (reason), _("“%s” cannot be written: %s."), path, g_strerror (reason));

  return FALSE;
}

static gboolean
write_all (int          file,
           GBytes      *bytes,
           const char  *path,
           GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n = write (file, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_unwritable (path, errno, error);
      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* What is not whole does not stay. */
static gboolean
create (GBytes      *bytes,
        const char  *path,
        int          mode,
        GError     **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
  gboolean ok;

  if (file < 0)
    return fail_unwritable (path, errno, error);

  ok = write_all (file, bytes, path, error);
  if (close (file) != 0 && ok)
    ok = fail_unwritable (path, errno, error);
  if (!ok)
    g_unlink (path);

  return ok;
}

static gboolean
replace (GBytes      *bytes,
         const char  *path,
         GError     **error)
{
  g_autoptr(GError) reason = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents_full (path, data ? data : "", (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;

  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return fail_unwritable (path, ENOSPC, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” cannot be written: %s."), path, reason->message);

  return FALSE;
}

/**
 * tambour_files_write:
 * @store: a store
 * @attachment: one of its files
 * @path: where it goes
 * @way: what becomes of a file of that name
 * @error: return location for %TAMBOUR_STORE_ERROR_EXISTS, or another
 *
 * Returns: %TRUE if it is there, whole
 */
gboolean
tambour_files_write (TambourStore       *store,
                     TambourAttachment  *attachment,
                     const char         *path,
                     TambourFilesWay     way,
                     GError            **error)
{
  g_autoptr(GBytes) bytes = tambour_store_read_content (store, attachment->hash, error);

  if (bytes == NULL)
    return FALSE;

  return way == TAMBOUR_FILES_REPLACE ? replace (bytes, path, error) : create (bytes, path, 0666, error);
}

/* Removes the one file in a folder, and the folder, if that is all. */
static void
forget_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

/* Whoever looks at a file may take a day for it. */
static void
forget_old (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC - SECONDS_LAID_OUT;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode) && status.st_mtime < before)
        forget_folder (path);
    }
}

/* The kernel gives a lease for writing on what nobody else has open, and on nothing
 * else; where it gives none at all, nobody knows. The lease goes with the file.
 */
static gboolean
is_open_elsewhere (const char *path)
{
  int file = g_open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0);
  gboolean is_free = file >= 0 && fcntl (file, F_SETLEASE, F_WRLCK) == 0;

  if (file >= 0)
    g_close (file, NULL);

  return !is_free;
}

static gboolean
has_open_file (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean is_open = FALSE;
  const char *name;

  while (dir != NULL && !is_open && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      is_open = is_open_elsewhere (path);
    }

  return is_open;
}

/**
 * tambour_files_forget:
 * @folder: a folder that tambour_files_lay_out() was given
 *
 * Removes what was laid out in it and that nobody looks at any more. What a program
 * has open stays, and so does what was laid out a moment ago, as a program may be on
 * its way to it: that goes another time, or on a later day.
 */
void
tambour_files_forget (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC - SECONDS_TO_OPEN;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode) && status.st_mtime < before && !has_open_file (path))
        forget_folder (path);
    }
}

/**
 * tambour_files_dup_folder:
 *
 * Returns: (transfer full): where files are laid out
 */
char *
tambour_files_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "tambour", "opened", NULL);
}

/**
 * tambour_files_lay_out:
 * @store: a store
 * @attachment: one of its files
 * @folder: a folder of ours; it is made if it is not there
 * @error: return location for a #TambourStoreError or a #GIOErrorEnum
 *
 * Writes it out for a program to show it: only this person may read it, and
 * nobody write, as what is changed there would be lost. tambour_files_forget()
 * removes it, or a later day, when the next one is laid out.
 *
 * Returns: (transfer full) (nullable): where it is
 */
char *
tambour_files_lay_out (TambourStore       *store,
                       TambourAttachment  *attachment,
                       const char         *folder,
                       GError            **error)
{
  g_autoptr(GBytes) bytes = tambour_store_read_content (store, attachment->hash, error);
  g_autofree char *own = g_build_filename (folder, "XXXXXX", NULL);
  g_autofree char *name = tambour_files_dup_safe_name (attachment->name);
  g_autofree char *path = NULL;

  if (bytes == NULL)
    return NULL;

  forget_old (folder);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp (own) == NULL)
    {
      fail_unwritable (folder, errno, error);
      return NULL;
    }

  path = g_build_filename (own, name, NULL);
  if (create (bytes, path, 0400, error))
    return g_steal_pointer (&path);

  g_rmdir (own);

  return NULL;
}
