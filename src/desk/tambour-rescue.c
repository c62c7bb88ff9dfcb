/* tambour-rescue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-rescue.h"

#define ENDING ".tambour"

/* “portfolio-repaired.tambour”, and with a number if there is one already. */
static char *
dup_target (const char *path)
{
  gsize length = strlen (path) - (g_str_has_suffix (path, ENDING) ? strlen (ENDING) : 0);
  g_autofree char *stem = g_strndup (path, length);
  char *target = g_strdup_printf ("%s-repaired" ENDING, stem);

  for (guint i = 2; g_file_test (target, G_FILE_TEST_EXISTS); i++)
    {
      g_free (target);
      target = g_strdup_printf ("%s-repaired-%u" ENDING, stem, i);
    }

  return target;
}

static void
unlink_ending (const char *path,
               const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);

  g_unlink (name);
}

/* The file, and the log beside it with what was written last. */
static gboolean
copy_ending (const char    *path,
             const char    *target,
             const char    *ending,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *from = g_strconcat (path, ending, NULL);
  g_autofree char *to = g_strconcat (target, ending, NULL);
  g_autoptr(GFile) source = g_file_new_for_path (from);
  g_autoptr(GFile) destination = g_file_new_for_path (to);

  return (*ending && !g_file_test (from, G_FILE_TEST_EXISTS)) ||
         g_file_copy (source, destination, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                      cancellable, NULL, NULL, error);
}

static GPtrArray *
repair (const char  *path,
        GError     **error)
{
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, error);
  GPtrArray *findings;

  if (store == NULL)
    return NULL;

  findings = tambour_store_check (store, TRUE, error);
  tambour_store_close (store);

  return findings;
}

/**
 * tambour_rescue_copy:
 * @path: a damaged portfolio, which stays as it is
 * @findings: (out) (transfer full) (element-type utf8): what is still wrong with
 *   the copy, in sentences
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Copies the file and makes again in the copy what can be made again. The copy
 * appears beside it when it is whole.
 *
 * Returns: (transfer full) (nullable): the path of the copy
 */
char *
tambour_rescue_copy (const char    *path,
                     GPtrArray    **findings,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *target = dup_target (path);
  g_autofree char *partial = g_strconcat (target, ".part", NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GFile) from = g_file_new_for_path (partial);
  g_autoptr(GFile) to = g_file_new_for_path (target);

  if (copy_ending (path, partial, "", cancellable, error) &&
      copy_ending (path, partial, "-wal", cancellable, error) &&
      (found = repair (partial, error)) != NULL &&
      !g_cancellable_set_error_if_cancelled (cancellable, error) &&
      g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    {
      *findings = g_steal_pointer (&found);
      return g_steal_pointer (&target);
    }

  unlink_ending (partial, "");
  unlink_ending (partial, "-wal");
  unlink_ending (partial, "-shm");

  return NULL;
}
