/* tambour-saved-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-feedback.h"
#include "tambour-saved-file.h"

/* A file that a person asked for: where it can go, and that it is there. */

#define SECONDS_TOAST 10

/**
 * tambour_saved_file_dup_path:
 * @file: where somebody wants it
 * @error: return location
 *
 * A folder that cannot be written to is said by its name, not by that of a file in
 * the making.
 *
 * Returns: (transfer full) (nullable): its path, or %NULL if nothing can be written there
 */
char *
tambour_saved_file_dup_path (GFile   *file,
                             GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;
  g_autofree char *shown = folder ? g_filename_display_name (folder) : NULL;

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved on this computer."));
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no folder “%s”. Save it in another one."), shown);
  else if (g_access (folder, W_OK) != 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("The folder “%s” cannot be written to. Save it in another one."), shown);
  else
    return g_steal_pointer (&path);

  return NULL;
}

static void
open_file_cb (GFile *file)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

/**
 * tambour_saved_file_say:
 * @widget: a widget in a window
 * @file: what was written
 *
 * Says that it is there, and offers to open it.
 */
void
tambour_saved_file_say (GtkWidget *widget,
                        GFile     *file)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (widget);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_("%s saved"), shown);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_timeout (toast, SECONDS_TOAST);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_file_cb), g_object_ref (file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}
