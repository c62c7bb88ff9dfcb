/* tambour-shots.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: tambour-shots PORTFOLIO FOLDER VARIANT [PAGE...]
 *
 * Writes a PNG of every page, or of those that are named, into FOLDER, as PAGE-VARIANT.png. The variant says
 * how the window is: light, dark, contrast, narrow, german, rtl or large. What a
 * variant needs of the environment (locale, colour scheme) is set by the script.
 */

#include <locale.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "shots.h"
#include "tambour-demo.h"
#include "tambour-starter.h"
#include "tambour-test-ui.h"
#include "tambour-ui.h"

static gboolean
is_variant (Shots      *shots,
            const char *name)
{
  return g_str_equal (shots->variant, name);
}

/* What the person’s own desktop would say. */
static void
set_up_desktop (Shots *shots)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings,
                "gtk-decoration-layout", is_variant (shots, "narrow") ? ":close" : ":minimize,maximize,close",
                "gtk-xft-dpi", (is_variant (shots, "large") ? 192 : 96) * 1024,
                NULL);
  if (is_variant (shots, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

static void
open_portfolio (Shots      *shots,
                const char *path)
{
  g_autoptr(GError) error = NULL;
  TambourInstant now;

  if (!tambour_instant_parse (TAMBOUR_DEMO_AS_OF, &now))
    g_assert_not_reached ();

  shots->store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  if (shots->store == NULL)
    g_error ("%s", error->message);

  shots->portfolio = tambour_portfolio_new (shots->store);
  tambour_portfolio_set_now (shots->portfolio, now);

  /* Every window opens it, and closes it. */
  shots->portfolios = tambour_portfolios_new ();
  tambour_portfolios_hold (shots->portfolios, shots->portfolio);
}

static void
open_window (Shots *shots)
{
  gboolean is_narrow = is_variant (shots, "narrow");

  TambourStarter *starter = tambour_starter_new (NULL, shots->portfolios);

  shots->window = tambour_starter_get_window (starter);
  gtk_window_set_default_size (GTK_WINDOW (shots->window), is_narrow ? 360 : 1280, is_narrow ? 720 : 820);
  tambour_starter_share (starter, shots->portfolio);
  gtk_window_present (GTK_WINDOW (shots->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shots->window));
}

/* Every page has a window of its own: nothing is left over from the one before. */
static void
take (Shots           *shots,
      const ShotsPage *page)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", page->name, shots->variant);

  open_window (shots);
  page->show (shots, page->what);
  tambour_test_picture (shots->other ? (gpointer) shots->other : shots->window, name);
  printf ("%s/%s.png\n", shots->folder, name);
  fflush (stdout);
  if (shots->other != NULL)
    gtk_window_destroy (shots->other);
  shots->other = NULL;
  gtk_window_destroy (GTK_WINDOW (shots->window));
  tambour_test_settle ();
}

static void
set_up_language (void)
{
  const char *folder = g_getenv ("TAMBOUR_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Without names, all. */
static gboolean
is_wanted (const ShotsPage    *page,
           const char * const *names)
{
  return *names == NULL || g_strv_contains (names, page->name);
}

int
main (int    argc,
      char **argv)
{
  Shots shots = { 0 };
  const char *portfolio;

  if (argc < 4)
    {
      fputs ("usage: tambour-shots PORTFOLIO FOLDER VARIANT [PAGE...]\n", stderr);
      return 2;
    }

  portfolio = argv[1];
  shots.folder = argv[2];
  shots.variant = argv[3];
  g_setenv ("TAMBOUR_PICTURES", shots.folder, TRUE);
  set_up_language ();
  tambour_test_ui_init (&argc, &argv);
  set_up_desktop (&shots);
  open_portfolio (&shots, portfolio);

  for (const ShotsPage *page = shots_pages; page->name != NULL; page++)
    if (is_wanted (page, (const char * const *) argv + 4))
      take (&shots, page);

  tambour_portfolios_release (shots.portfolios, shots.portfolio);
  g_clear_object (&shots.portfolios);
  g_clear_object (&shots.portfolio);
  g_clear_object (&shots.store);

  return 0;
}
