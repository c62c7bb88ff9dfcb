/* tambour-file-failure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-file-failure.h"

/**
 * tambour_file_failure_set:
 * @file: a file that a person chose
 * @reason: what went wrong when it was read
 * @error: return location
 *
 * Says in one sentence which file cannot be read, and why; of what was cancelled,
 * that it was.
 */
void
tambour_file_failure_set (GFile         *file,
                          const GError  *reason,
                          GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("“%s” is not there any more."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("“%s” cannot be read. Check the permissions of the file."), name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” cannot be read: %s"), name, reason->message);
}
