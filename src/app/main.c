/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <signal.h>

#include <glib/gi18n-lib.h>

#include "tambour-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(TambourApplication) application = NULL;
  const char *folder = g_getenv ("TAMBOUR_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : TAMBOUR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* A full disk is an error to report, not an end. */
  signal (SIGXFSZ, SIG_IGN);

  application = tambour_application_new (G_APPLICATION_DEFAULT_FLAGS);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
