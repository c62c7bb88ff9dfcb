/* tambour-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#include "tambour-about.h"

/* What somebody who helps asks first. Nothing of it is about a customer. */
static char *
dup_debug_info (TambourPortfolio *portfolio)
{
  const char *path = portfolio ? tambour_portfolio_get_path (portfolio) : "none";

  return g_strdup_printf ("Tambour %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\nPortfolio %s\n", TAMBOUR_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version, path);
}

/**
 * tambour_about_present:
 * @parent: a window
 * @portfolio: (nullable): what it shows
 *
 * Says what the program is.
 */
void
tambour_about_present (GtkWidget        *parent,
                       TambourPortfolio *portfolio)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  g_autofree char *debug_info = dup_debug_info (portfolio);

  g_object_set (dialog,
                "application-name", "Tambour",
                "application-icon", "io.github.tambour.Tambour",
                "developer-name", _("The Tambour maintainers"),
                "version", TAMBOUR_VERSION,
                "comments", _("The desk of a technical account manager: accounts, cases, promises and reviews, on your own computer."),
                "license-type", GTK_LICENSE_GPL_3_0,
                "debug-info", debug_info,
                "debug-info-filename", "tambour.txt",
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, parent);
}
