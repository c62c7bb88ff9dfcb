/* tambour-demo-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-demo.h"

/* With what SQLite keeps beside it. */
static void
remove_portfolio (const char *path)
{
  static const char * const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

static gboolean
make_folder_of (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("%s: the folder cannot be made: %s"), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
write_partial (const char                 *partial,
               const TambourDemoSettings  *settings,
               TambourProgressFunc         progress,
               gpointer                    data,
               GCancellable               *cancellable,
               GError                    **error)
{
  g_autoptr(TambourStore) store = tambour_store_open (partial, TAMBOUR_STORE_CREATE, error);
  gboolean written;

  if (store == NULL)
    return FALSE;

  written = tambour_demo_write (store, settings, progress, data, cancellable, error);
  tambour_store_close (store);

  return written && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * tambour_demo_create:
 * @path: a file that does not exist; its folder is made
 * @settings: how large, and by which seed
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes a demonstration portfolio: it has its name when it is whole, and what
 * was begun is gone otherwise.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_demo_create (const char                 *path,
                     const TambourDemoSettings  *settings,
                     TambourProgressFunc         progress,
                     gpointer                    data,
                     GCancellable               *cancellable,
                     GError                    **error)
{
  g_autofree char *partial = g_strconcat (path, ".part", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (partial);
  g_autoptr(GFile) to = g_file_new_for_path (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS,
                   _("There is a file “%s” already. Choose another name."), path);
      return FALSE;
    }

  if (!make_folder_of (path, error))
    return FALSE;

  remove_portfolio (partial);
  if (write_partial (partial, settings, progress, data, cancellable, error) &&
      g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    return TRUE;

  remove_portfolio (partial);

  return FALSE;
}
