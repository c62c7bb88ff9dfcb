/* test-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-create-dialog.h"
#include "tambour-test-app.h"
#include "tambour-work-dialog.h"

static gboolean
shows_portfolio (gpointer data)
{
  return tambour_window_get_portfolio (data) != NULL;
}

static void
take_pictures (TambourWindow *window,
               const char    *name)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);
  g_autofree char *narrow = g_strconcat (name, "-narrow", NULL);

  if (g_getenv ("TAMBOUR_PICTURES") == NULL)
    return;

  tambour_test_picture (window, name);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_picture (window, dark);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  tambour_test_settle ();
  tambour_test_picture (window, narrow);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  tambour_test_settle ();
}

static void
test_who_has_none_is_welcomed (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);

  g_assert_true (tambour_test_shows (window, "Welcome to Tambour"));
  g_assert_false (tambour_test_shows (window, "Recent Portfolios"));
  tambour_test_assert_named (window);
  take_pictures (window, "start");
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 0);
}

static void
test_begins_by_keys_alone (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);

  tambour_test_press (window, "1");
  g_assert_nonnull (tambour_test_find (window, TAMBOUR_TYPE_CREATE_DIALOG, NULL));
  tambour_test_assert_named (window);
  take_pictures (window, "create");
  tambour_test_type (window, "Mira Solberg");
  tambour_test_press (window, "<Control>Return");

  tambour_test_wait (shows_portfolio, window);
  tambour_test_settle ();
  g_assert_null (tambour_test_find (window, TAMBOUR_TYPE_CREATE_DIALOG, NULL));
  g_assert_cmpstr (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), ==, app->own);
  g_assert_cmpstr (tambour_portfolio_get_author (tambour_window_get_portfolio (window)), ==, "Mira Solberg");
  g_assert_false (tambour_portfolio_is_demonstration (tambour_window_get_portfolio (window)));
  g_assert_true (tambour_test_shows (window, "Accounts you add appear here"));
  take_pictures (window, "created");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_app_init (&argc, &argv);

  g_test_add_func ("/start/who-has-none-is-welcomed", test_who_has_none_is_welcomed);
  g_test_add_func ("/start/begins-by-keys-alone", test_begins_by_keys_alone);

  return g_test_run ();
}
