/* test-background.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-places.h"
#include "tambour-test-app.h"
#include "told-fixture.h"

/* A Saturday morning in Seattle, where Mira works from Monday to Friday. */
#define SATURDAY "2026-11-21T18:00:00Z"
#define BEFORE   "2026-11-21T17:55:00Z"

static void
set_wanted (gboolean is_wanted)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");

  g_settings_set_boolean (settings, "tell-when-closed", is_wanted);
  tambour_test_settle ();
}

/* As another program, or the team, writes. */
static void
put_case (TambourTestApp *app,
          const char     *number,
          const char     *priority)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (app->own, 0, &error);

  g_assert_no_error (error);
  told_put_case (store, number, priority, BEFORE);
  tambour_store_close (store);
}

static TambourTestApp *
new_app (void)
{
  TambourTestApp *app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (own, 0, &error);
  g_autofree char *me = tambour_store_dup_setting (store, "me");

  told_put_account (store, me);
  tambour_store_close (store);
  told_begin ();

  return app;
}

/* A program that stays would not end with its test. */
static void
end (void)
{
  set_wanted (FALSE);
  told_end ();
}

static gboolean
shows_today (gpointer data)
{
  return g_strcmp0 (tambour_window_get_place (data), TAMBOUR_PLACE_TODAY) == 0;
}

static void
test_without_a_window (void)
{
  g_autoptr(TambourTestApp) app = new_app ();
  g_autofree char *told = NULL;

  set_wanted (TRUE);
  put_case (app, "1", "P1");
  tambour_test_wait (told_has, (gpointer) "Case 1");
  g_assert_cmpuint (tambour_test_app_count (app), ==, 0);

  /* Others once Mira is there. */
  put_case (app, "2", "P2");
  tambour_test_settle ();
  told = told_take ();
  g_assert_cmpstr (told, ==, "!arrival-1: Case 1 | P1 · #1 · Kestrel Rail · came in 09:55 (case)\n");

  g_action_group_activate_action (G_ACTION_GROUP (app->application), "open-today", g_variant_new_bytestring (app->own));
  tambour_test_wait (shows_today, tambour_test_app_get_window (app));
  end ();
}

static void
test_a_closed_window (void)
{
  g_autoptr(TambourTestApp) app = new_app ();
  g_autofree char *told = NULL;
  TambourWindow *window;

  set_wanted (TRUE);
  window = tambour_test_app_start (app);
  put_case (app, "1", "P1");
  tambour_test_wait (told_has, (gpointer) "Case 1");
  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  put_case (app, "2", "P1");
  tambour_test_wait (told_has, (gpointer) "Case 2");

  /* Each once. */
  told = told_take ();
  g_assert_cmpstr (told, ==, "!arrival-1: Case 1 | P1 · #1 · Kestrel Rail · came in 09:55 (case)\n"
                             "!arrival-2: Case 2 | P1 · #2 · Kestrel Rail · came in 09:55 (case)\n");
  end ();
}

static void
test_not_wanted (void)
{
  g_autoptr(TambourTestApp) app = new_app ();
  g_autofree char *told = NULL;

  put_case (app, "1", "P1");
  tambour_test_settle ();
  told = told_take ();
  g_assert_cmpstr (told, ==, "");

  set_wanted (TRUE);
  tambour_test_wait (told_has, (gpointer) "Case 1");
  set_wanted (FALSE);
  g_free (told_take ());
  put_case (app, "2", "P1");
  tambour_test_settle ();
  g_free (told);
  told = told_take ();
  g_assert_cmpstr (told, ==, "");

  /* What comes next is told once it is wanted again, what was told is not. */
  set_wanted (TRUE);
  tambour_test_wait (told_has, (gpointer) "Case 2");
  g_assert_false (told_has ((gpointer) "Case 1"));
  end ();
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TAMBOUR_NOW", SATURDAY, TRUE);
  tambour_test_app_init (&argc, &argv);

  g_test_add_func ("/background/a-program-without-a-window-tells", test_without_a_window);
  g_test_add_func ("/background/a-program-whose-window-was-closed-tells", test_a_closed_window);
  g_test_add_func ("/background/who-does-not-want-it-is-not-told", test_not_wanted);

  return g_test_run ();
}
