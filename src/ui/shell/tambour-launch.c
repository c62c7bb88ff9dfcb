/* tambour-launch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-launch.h"

#include "tambour-feedback.h"

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (widget, error);
}

/**
 * tambour_launch_is_web:
 * @uri: (nullable): what somebody wrote
 *
 * Returns: whether that is the address of a page of the web
 */
gboolean
tambour_launch_is_web (const char *uri)
{
  return uri != NULL && (g_str_has_prefix (uri, "https://") || g_str_has_prefix (uri, "http://"));
}

/**
 * tambour_launch_uri:
 * @widget: a widget that stays in its window, which asks for it
 * @uri: a web page or a telephone number, checked
 *
 * Has the desktop open it, and says so if that cannot be.
 */
void
tambour_launch_uri (GtkWidget  *widget,
                    const char *uri)
{
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, launched_cb, g_object_ref (widget));
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (widget, error);
}

/**
 * tambour_launch_file:
 * @widget: a widget that stays in its window, which asks for it
 * @file: a file on this computer
 *
 * Has the desktop show it, and says so if that cannot be.
 */
void
tambour_launch_file (GtkWidget *widget,
                     GFile     *file)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, shown_cb, g_object_ref (widget));
}
