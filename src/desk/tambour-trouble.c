/* tambour-trouble.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/stat.h>
#include <unistd.h>

#include "tambour-holder.h"
#include "tambour-trouble.h"

#define ENDING ".tambour"

/* What SQLite and we keep beside a file for as long as it is in use. */
static const char * const passing[] = { "-wal", "-shm", "-journal", ".part" };

static void
backup_free (TambourBackup *backup)
{
  g_clear_pointer (&backup->path, g_free);
  g_free (backup);
}

static int
compare_made (gconstpointer a,
              gconstpointer b)
{
  const TambourBackup *left = *(const TambourBackup **) a;
  const TambourBackup *right = *(const TambourBackup **) b;

  return (right->made.seconds > left->made.seconds) - (right->made.seconds < left->made.seconds);
}

static gboolean
is_passing (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    if (g_str_has_suffix (name, passing[i]))
      return TRUE;

  return FALSE;
}

/* “portfolio.tambour.version-1”, and “portfolio 2026-11-20.tambour”. */
static gboolean
is_copy_of (const char *name,
            const char *base,
            const char *stem)
{
  if (g_str_equal (name, base) || is_passing (name))
    return FALSE;

  return (g_str_has_prefix (name, base) && name[strlen (base)] == '.') ||
         (g_str_has_prefix (name, stem) && g_str_has_suffix (name, ENDING));
}

static void
add_backup (GPtrArray  *backups,
            const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TambourBackup *backup;
  struct stat status;

  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0)
    return;

  backup = g_new0 (TambourBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->made.seconds = status.st_mtime;
  g_ptr_array_add (backups, backup);
}

/**
 * tambour_trouble_list_backups:
 * @path: a portfolio
 *
 * What lies beside it and is called after it; only names are looked at.
 *
 * Returns: (transfer full) (element-type TambourBackup): the newest first
 */
GPtrArray *
tambour_trouble_list_backups (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) backup_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *stem = g_str_has_suffix (base, ENDING) ? g_strndup (base, strlen (base) - strlen (ENDING)) : g_strdup (base);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    if (is_copy_of (name, base, stem))
      add_backup (backups, folder, name);

  g_ptr_array_sort (backups, compare_made);

  return backups;
}

static TambourTroubleKind
kind_of_refusal (const char *path)
{
  return access (path, R_OK) == 0 ? TAMBOUR_TROUBLE_UNWRITABLE : TAMBOUR_TROUBLE_UNREADABLE;
}

static TambourTroubleKind
kind_of (const GError *error,
         const char   *path)
{
  if (error->domain != TAMBOUR_STORE_ERROR)
    return TAMBOUR_TROUBLE_OTHER;

  switch ((TambourStoreError) error->code)
    {
    case TAMBOUR_STORE_ERROR_NOT_FOUND:
      return TAMBOUR_TROUBLE_MISSING;
    case TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO:
      return TAMBOUR_TROUBLE_NOT_A_PORTFOLIO;
    case TAMBOUR_STORE_ERROR_NEWER:
      return TAMBOUR_TROUBLE_NEWER;
    case TAMBOUR_STORE_ERROR_READ_ONLY:
      return kind_of_refusal (path);
    case TAMBOUR_STORE_ERROR_FULL:
      return TAMBOUR_TROUBLE_FULL;
    case TAMBOUR_STORE_ERROR_BUSY:
      return TAMBOUR_TROUBLE_BUSY;
    case TAMBOUR_STORE_ERROR_DAMAGED:
      return TAMBOUR_TROUBLE_DAMAGED;
    case TAMBOUR_STORE_ERROR_REFUSED:
    case TAMBOUR_STORE_ERROR_EXISTS:
    case TAMBOUR_STORE_ERROR_QUERY:
    case TAMBOUR_STORE_ERROR_FAILED:
      break;
    }

  return TAMBOUR_TROUBLE_OTHER;
}

/**
 * tambour_trouble_new:
 * @path: a file that could not be opened
 * @error: what tambour_store_open() said
 *
 * Looks closer, without changing anything.
 *
 * Returns: (transfer full): what is wrong with it
 */
TambourTrouble *
tambour_trouble_new (const char   *path,
                     const GError *error)
{
  TambourTrouble *self = g_new0 (TambourTrouble, 1);

  self->kind = kind_of (error, path);
  self->path = g_canonicalize_filename (path, NULL);
  self->reason = g_strdup (error->message);
  self->backups = tambour_trouble_list_backups (self->path);

  if (self->kind == TAMBOUR_TROUBLE_NEWER)
    self->format = tambour_store_read_format (self->path, &self->known_format);
  if (self->kind == TAMBOUR_TROUBLE_BUSY)
    self->holder = tambour_holder_dup_name (self->path, &self->holder_pid);

  return self;
}

/**
 * tambour_trouble_free:
 * @self: (transfer full): a trouble
 *
 * Frees it.
 */
void
tambour_trouble_free (TambourTrouble *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->holder, g_free);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_free (self);
}
