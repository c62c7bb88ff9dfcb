/* test-windows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-account-row.h"
#include "tambour-account.h"
#include "tambour-feedback.h"
#include "tambour-record-page.h"
#include "tambour-test-app.h"

static gboolean
shows_portfolio (gpointer data)
{
  return tambour_window_get_portfolio (data) != NULL;
}

static TambourWindow *
open_own (TambourTestApp *app)
{
  TambourWindow *window = tambour_test_app_start (app);

  tambour_test_wait (shows_portfolio, window);
  tambour_test_settle ();

  return window;
}

static TambourWindow *
open_second (TambourTestApp *app,
             TambourWindow  *first)
{
  tambour_test_press (first, "<Control><Shift>n");
  tambour_test_app_wait_count (app, 2);

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (app->application)); link; link = link->next)
    if (link->data != first)
      return link->data;

  g_assert_not_reached ();
}

static void
commit_account (TambourWindow *window,
                const char    *name)
{
  TambourPortfolio *portfolio = tambour_window_get_portfolio (window);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, "Create account");
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  g_set_str (&TAMBOUR_ACCOUNT (account)->name, name);
  tambour_change_put (change, account);
  tambour_feedback_commit (GTK_WIDGET (tambour_window_get_page (window)), portfolio, change, "Account created");
}

static void
test_two_stay_in_step (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *first = open_own (app);
  TambourWindow *second = open_second (app, first);

  g_assert_true (tambour_window_get_portfolio (first) == tambour_window_get_portfolio (second));
  commit_account (first, "Orion");
  tambour_test_wait_text (first, "Orion");
  tambour_test_wait_text (second, "Orion");

  /* Each is where it is, and either takes back what was done in the other. */
  tambour_test_press (second, "<Control>Page_Down");
  g_assert_nonnull (tambour_window_get_account (second));
  g_assert_null (tambour_window_get_account (first));
  tambour_test_press (second, "<Control>z");
  tambour_test_wait_no_text (first, "Orion");
  tambour_test_assert_named (second);
}

static void
test_the_last_one_closes_the_file (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *first = open_own (app);
  TambourWindow *second = open_second (app, first);
  g_autoptr(TambourPortfolio) portfolio = g_object_ref (tambour_window_get_portfolio (first));
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 3);
  gtk_window_close (GTK_WINDOW (first));
  tambour_test_app_wait_count (app, 1);
  commit_account (second, "Still there");
  tambour_test_wait_text (second, "Still there");

  gtk_window_close (GTK_WINDOW (second));
  tambour_test_app_wait_count (app, 0);
  g_assert_false (tambour_store_set_setting (tambour_portfolio_get_store (portfolio), "a", "b", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 1);
}

/* Somebody saves, and closes the window in the same breath. */
static void
test_what_is_being_written_is_written (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window = open_own (app);

  commit_account (window, "Orion");
  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 1);

  window = open_own (app);
  tambour_test_wait_text (window, "Orion");
}

static void
test_the_state_is_kept (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window;
  g_autofree char *account = NULL;
  int width, height;

  tambour_test_copy_demonstration (app->own);
  window = open_own (app);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1280);
  g_assert_cmpint (height, ==, 820);

  tambour_test_wait_text (window, "Saint Orla Hospitals");
  tambour_test_press (window, "<Control>Page_Down");
  tambour_test_press (window, "<Control>Page_Down");
  account = g_strdup (tambour_window_get_account (window));
  g_assert_nonnull (account);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  tambour_test_settle ();
  tambour_test_press (window, "<Control>q");
  tambour_test_app_wait_count (app, 0);

  window = open_own (app);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 700);
  g_assert_cmpstr (tambour_window_get_account (window), ==, account);

  tambour_test_press (window, "<Control>1");
  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  window = open_own (app);
  g_assert_null (tambour_window_get_account (window));
}

/* Somebody who steps through the window stays where they are until they choose. */
static void
test_stepping_through_leaves_nothing (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window;
  g_autofree char *account = NULL;

  tambour_test_copy_demonstration (app->own);
  window = open_own (app);
  tambour_test_wait_text (window, "Saint Orla Hospitals");
  tambour_test_press (window, "<Control>Page_Down");
  account = g_strdup (tambour_window_get_account (window));
  g_assert_nonnull (account);

  for (guint i = 0; i < 12; i++)
    {
      tambour_test_press (window, "Tab");
      g_assert_cmpstr (tambour_window_get_account (window), ==, account);
    }
  tambour_test_press (window, "F6");
  tambour_test_press (window, "F6");
  g_assert_cmpstr (tambour_window_get_account (window), ==, account);
}

static void
test_an_account_that_has_gone_is_not_missed (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");
  TambourWindow *window;

  g_settings_set_string (settings, "last-place", "account:019b0000-0000-7000-8000-000000000000");
  window = open_own (app);
  g_assert_null (tambour_window_get_account (window));
  g_assert_cmpstr (tambour_window_get_place (window), ==, "today");
}

static void
test_a_file_opens_beside_what_is_open (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  g_autofree char *other = tambour_test_app_create (app, "other_one.tambour");
  g_autofree char *roundabout = g_build_filename (app->data, "..", "tambour", "other_one.tambour", NULL);
  TambourWindow *first = open_own (app);
  TambourWindow *second;

  gtk_widget_activate_action (GTK_WIDGET (first), "win.open-path", "s", other);
  tambour_test_app_wait_count (app, 2);
  second = tambour_test_app_get_window (app);

  /* Whoever asks for it again is led there. */
  tambour_test_app_open (app, roundabout);
  tambour_test_app_open (app, own);
  g_assert_cmpuint (tambour_test_app_count (app), ==, 2);
  g_assert_true (tambour_window_get_portfolio (first) != tambour_window_get_portfolio (second));

  /* A second start raises what there is. */
  g_application_activate (G_APPLICATION (app->application));
  tambour_test_settle ();
  g_assert_cmpuint (tambour_test_app_count (app), ==, 2);
}

/* Names of files are what people type, and stand in titles, menus and sentences. */
static void
test_a_file_may_be_called_anything (void)
{
  static const char * const names[] = { "<b>%s_&amp; مرحبا 🥁.tambour", "_", "\xc3\x28 not text.tambour" };
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = tambour_test_app_create (app, names[i]);
      TambourWindow *window = tambour_test_app_open (app, path);

      tambour_test_wait (shows_portfolio, window);
      g_assert_cmpstr (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), ==, path);
      tambour_test_assert_named (window);
      gtk_window_close (GTK_WINDOW (window));
      tambour_test_app_wait_count (app, 0);

      g_assert_true (g_file_set_contents (path, "Dear Ines", -1, NULL));
      window = tambour_test_app_open (app, path);
      tambour_test_wait_text (window, "This Is Not a Portfolio");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-start", NULL);
      tambour_test_wait_text (window, "Welcome to Tambour");
      gtk_window_close (GTK_WINDOW (window));
      tambour_test_app_wait_count (app, 0);
    }
}

static GMenuModel *
find_recent (TambourWindow *window)
{
  GtkMenuButton *button = tambour_test_find (window, GTK_TYPE_MENU_BUTTON, "Main Menu");
  GMenuModel *menu;

  gtk_menu_button_popup (button);
  gtk_menu_button_popdown (button);
  menu = gtk_menu_button_get_menu_model (button);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; section && j < g_menu_model_get_n_items (section); j++)
        {
          g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (section, j, G_MENU_LINK_SUBMENU);
          g_autoptr(GMenuModel) outer = submenu ? g_menu_model_get_item_link (submenu, 0, G_MENU_LINK_SECTION) : NULL;

          if (outer != NULL)
            return g_menu_model_get_item_link (outer, 0, G_MENU_LINK_SECTION);
        }
    }

  g_assert_not_reached ();
}

static void
test_recent_ones_are_in_the_menu (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  g_autofree char *other = tambour_test_app_create (app, "other_one.tambour");
  TambourWindow *window = open_own (app);
  g_autoptr(GMenuModel) recent = find_recent (window);
  g_autofree char *label = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (recent), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-path", "s", other);
  tambour_test_app_wait_count (app, 2);
  g_assert_cmpint (g_menu_model_get_n_items (recent), ==, 2);
  g_assert_true (g_menu_model_get_item_attribute (recent, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "other__one");
  g_assert_true (g_menu_model_get_item_attribute (recent, 0, G_MENU_ATTRIBUTE_TARGET, "s", &path));
  g_assert_cmpstr (path, ==, other);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.forget-recent", NULL);
  g_assert_cmpint (g_menu_model_get_n_items (recent), ==, 0);
}

/* What a crash leaves: the file, and a log with what was written last. */
static void
test_a_crash_breaks_nothing (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  g_autofree char *copy = g_build_filename (app->data, "crashed.tambour", NULL);
  TambourWindow *window = open_own (app);

  commit_account (window, "Orion");
  tambour_test_wait_text (window, "Orion");

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (own, i ? "-wal" : "", NULL);
      g_autofree char *to = g_strconcat (copy, i ? "-wal" : "", NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
      g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
    }

  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  window = tambour_test_app_open (app, copy);
  tambour_test_wait (shows_portfolio, window);
  tambour_test_wait_text (window, "Orion");
}

static gboolean
shows_record (gpointer data)
{
  TambourPage *page = tambour_window_get_page (data);

  return page != NULL && TAMBOUR_IS_RECORD_PAGE (page);
}

static void
open_me (TambourTestApp *app,
         const char     *me)
{
  g_action_group_activate_action (G_ACTION_GROUP (app->application), "open-record", g_variant_new ("(ss)", "person", me));
}

static void
test_a_notification_leads_to_its_record (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  g_autofree char *other = tambour_test_app_create (app, "other.tambour");
  TambourWindow *first = open_own (app);
  g_autofree char *me = g_strdup (tambour_portfolio_get_me (tambour_window_get_portfolio (first)));

  /* The window that was used last shows another portfolio. */
  gtk_widget_activate_action (GTK_WIDGET (first), "win.open-path", "s", other);
  tambour_test_app_wait_count (app, 2);
  open_me (app, me);
  tambour_test_wait (shows_record, first);
  g_assert_cmpstr (tambour_record_page_get_id (TAMBOUR_RECORD_PAGE (tambour_window_get_page (first))), ==, me);
}

static void
test_a_notification_starts_the_program (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window = open_own (app);
  g_autofree char *me = g_strdup (tambour_portfolio_get_me (tambour_window_get_portfolio (window)));

  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  open_me (app, me);
  window = tambour_test_app_get_window (app);
  tambour_test_wait (shows_record, window);
}

static void
test_says_what_it_is (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window = open_own (app);

  g_action_group_activate_action (G_ACTION_GROUP (app->application), "about", NULL);
  tambour_test_settle ();
  g_assert_true (ADW_IS_ABOUT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  tambour_test_picture (window, "about");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_app_init (&argc, &argv);

  g_test_add_func ("/windows/two-stay-in-step", test_two_stay_in_step);
  g_test_add_func ("/windows/the-last-one-closes-the-file", test_the_last_one_closes_the_file);
  g_test_add_func ("/windows/what-is-being-written-is-written", test_what_is_being_written_is_written);
  g_test_add_func ("/windows/the-state-is-kept", test_the_state_is_kept);
  g_test_add_func ("/windows/stepping-through-leaves-nothing", test_stepping_through_leaves_nothing);
  g_test_add_func ("/windows/an-account-that-has-gone-is-not-missed", test_an_account_that_has_gone_is_not_missed);
  g_test_add_func ("/windows/a-file-opens-beside-what-is-open", test_a_file_opens_beside_what_is_open);
  g_test_add_func ("/windows/a-file-may-be-called-anything", test_a_file_may_be_called_anything);
  g_test_add_func ("/windows/recent-ones-are-in-the-menu", test_recent_ones_are_in_the_menu);
  g_test_add_func ("/windows/a-crash-breaks-nothing", test_a_crash_breaks_nothing);
  g_test_add_func ("/windows/a-notification-leads-to-its-record", test_a_notification_leads_to_its_record);
  g_test_add_func ("/windows/a-notification-starts-the-program", test_a_notification_starts_the_program);
  g_test_add_func ("/windows/the-program-says-what-it-is", test_says_what_it_is);

  return g_test_run ();
}
