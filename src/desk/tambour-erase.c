/* tambour-erase.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-erase.h"

#include "tambour-trouble.h"

static gboolean
erase (const char  *path,
       GError     **error)
{
  g_autofree char *name = NULL;

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” cannot be removed: %s"), name, g_strerror (errno));

  return FALSE;
}

/**
 * tambour_erase_portfolio:
 * @path: a portfolio that nobody has open
 * @error: return location for a #GIOErrorEnum, with a sentence for people
 *
 * Removes it from this computer, with what lies beside it and the backups that were
 * made of it by themselves. Blocks.
 *
 * Returns: %TRUE if nothing of it is left
 */
gboolean
tambour_erase_portfolio (const char  *path,
                         GError     **error)
{
  static const char * const endings[] = { "-wal", "-shm", "" };
  g_autoptr(GPtrArray) backups = tambour_trouble_list_backups (path);
  g_autofree char *start = g_strconcat (path, ".", NULL);

  /* What is only called alike may be another portfolio. */
  for (guint i = 0; i < backups->len; i++)
    {
      const TambourBackup *backup = g_ptr_array_index (backups, i);

      if (g_str_has_prefix (backup->path, start) && !erase (backup->path, error))
        return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (path, endings[i], NULL);

      if (!erase (beside, error))
        return FALSE;
    }

  return TRUE;
}
