/* test-trouble.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-account.h"
#include "tambour-feedback.h"
#include "tambour-opening-page.h"
#include "tambour-test-app.h"
#include "tambour-test-sql.h"
#include "tambour-trouble-page.h"

/* A file as it was before somebody tried to open it. */
typedef struct
{
  char     *path;
  GBytes   *bytes;
  GStatBuf  status;
  guint     n_files;
} Before;

static GBytes *
read_file (const char *path)
{
  char *contents;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) ? g_bytes_new_take (contents, length) : NULL;
}

static Before *
before_new (TambourTestApp *app,
            const char     *path)
{
  Before *before = g_new0 (Before, 1);

  before->path = g_strdup (path);
  before->bytes = read_file (path);
  before->n_files = tambour_test_app_count_files (app);
  g_assert_cmpint (g_stat (path, &before->status), ==, 0);

  return before;
}

/* Neither what it says nor when it was written has changed, and nothing is beside it. */
static void
assert_untouched (TambourTestApp *app,
                  Before         *before)
{
  g_autoptr(GBytes) bytes = read_file (before->path);
  GStatBuf status;

  g_assert_true (before->bytes == bytes || g_bytes_equal (before->bytes, bytes));
  g_assert_cmpint (g_stat (before->path, &status), ==, 0);
  g_assert_cmpint (status.st_mtime, ==, before->status.st_mtime);
  g_assert_cmpint (status.st_size, ==, before->status.st_size);
  g_assert_cmpint (status.st_ino, ==, before->status.st_ino);
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, before->n_files);

  g_clear_pointer (&before->bytes, g_bytes_unref);
  g_free (before->path);
  g_free (before);
}

static gboolean
shows_trouble (gpointer data)
{
  return tambour_test_find (data, TAMBOUR_TYPE_TROUBLE_PAGE, NULL) != NULL;
}

static gboolean
shows_portfolio (gpointer data)
{
  return tambour_window_get_portfolio (data) != NULL;
}

static TambourWindow *
open_in_vain (TambourTestApp     *app,
              const char         *path,
              TambourTroubleKind  kind)
{
  TambourWindow *window = tambour_test_app_open (app, path);

  tambour_test_wait (shows_trouble, window);
  tambour_test_settle ();
  g_assert_cmpint (tambour_trouble_page_get_kind (tambour_test_find (window, TAMBOUR_TYPE_TROUBLE_PAGE, NULL)), ==, kind);
  tambour_test_wait_text (window, path);
  g_assert_null (tambour_window_get_portfolio (window));
  tambour_test_assert_named (window);

  return window;
}

static void
choose (TambourWindow *window,
        const char    *title)
{
  GtkWidget *row = tambour_test_find (window, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static void
test_something_else_is_told (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *letter = g_build_filename (app->data, "letter.tambour", NULL);
  TambourWindow *window;
  Before *before;

  g_assert_true (g_file_set_contents (letter, "Dear Ines, this is a letter.", -1, NULL));
  before = before_new (app, letter);
  window = open_in_vain (app, letter, TAMBOUR_TROUBLE_NOT_A_PORTFOLIO);
  tambour_test_wait_text (window, "This Is Not a Portfolio");
  assert_untouched (app, before);
  tambour_test_picture (window, "trouble-not-a-portfolio");
}

static void
test_a_newer_version_is_named (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window;
  Before *before;

  tambour_test_sql (path, "PRAGMA user_version = 7;");
  before = before_new (app, path);
  window = open_in_vain (app, path, TAMBOUR_TROUBLE_NEWER);
  g_assert_true (tambour_test_shows (window, "It is in format 7. This version of Tambour reads formats up to 1, "
                                             "and would lose what it does not know. Update Tambour to open it."));
  assert_untouched (app, before);
  tambour_test_picture (window, "trouble-newer");
}

/* Half of a file is a file that SQLite calls damaged. */
static void
halve (const char *path)
{
  g_autoptr(GBytes) whole = read_file (path);
  gsize length = g_bytes_get_size (whole) / 2 / 4096 * 4096;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (whole, NULL), (gssize) length, NULL));
}

static void
test_a_damaged_file_goes_on_from_a_backup (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  g_autofree char *backup = tambour_test_app_create (app, "portfolio friday.tambour");
  g_autofree char *aside = g_strconcat (path, ".before-restore", NULL);
  g_autoptr(GBytes) damaged = NULL;
  g_autoptr(GBytes) kept = NULL;
  TambourWindow *window;
  Before *before;

  halve (path);
  damaged = read_file (path);
  before = before_new (app, path);
  window = open_in_vain (app, path, TAMBOUR_TROUBLE_DAMAGED);
  tambour_test_wait_text (window, "The Portfolio Is Damaged");
  tambour_test_wait_text (window, "portfolio friday.tambour");
  tambour_test_pictures (window, "trouble-damaged");

  /* A copy that cannot be repaired leaves everything as it was. */
  choose (window, "Repair a Copy");
  tambour_test_settle ();
  g_assert_null (tambour_window_get_portfolio (window));
  assert_untouched (app, before);

  gtk_widget_activate (tambour_test_find (window, GTK_TYPE_BUTTON, "Restore"));
  tambour_test_wait (shows_portfolio, window);
  g_assert_cmpstr (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), ==, path);
  kept = read_file (aside);
  g_assert_true (g_bytes_equal (damaged, kept));
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_a_repaired_copy_takes_its_place (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  g_autoptr(GBytes) whole = read_file (path);
  TambourWindow *window;

  halve (path);
  window = open_in_vain (app, path, TAMBOUR_TROUBLE_DAMAGED);

  /* What can be repaired is a whole file, as far as opening goes. */
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole), NULL));
  choose (window, "Repair a Copy");
  tambour_test_wait (shows_portfolio, window);
  g_assert_true (g_str_has_suffix (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), "portfolio-repaired.tambour"));
  tambour_test_wait_text (window, "“portfolio-repaired” is whole. The damaged file is left as it was.");

  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  window = tambour_test_app_start (app);
  tambour_test_wait (shows_portfolio, window);
  g_assert_true (g_str_has_suffix (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), "portfolio-repaired.tambour"));
}

static void
test_who_holds_the_file_is_named (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  GSubprocess *holder = tambour_test_hold (path);
  g_autofree char *cause = g_strdup_printf ("“sqlite3” (process %s) uses the file alone. Wait until it has finished, or close it, and try again.",
                                            g_subprocess_get_identifier (holder));
  Before *before = before_new (app, path);
  TambourWindow *window = open_in_vain (app, path, TAMBOUR_TROUBLE_BUSY);

  tambour_test_wait_text (window, cause);
  assert_untouched (app, before);
  tambour_test_picture (window, "trouble-busy");

  tambour_test_release (holder);
  tambour_test_press (window, "1");
  tambour_test_wait (shows_portfolio, window);
}

static gboolean
shows_opening (gpointer data)
{
  GList *windows = gtk_application_get_windows (data);

  return windows != NULL && tambour_test_find (windows->data, TAMBOUR_TYPE_OPENING_PAGE, NULL) != NULL;
}

static void
test_what_takes_its_time_can_be_left (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  GSubprocess *holder = tambour_test_hold (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  TambourWindow *window;

  g_application_open (G_APPLICATION (app->application), &file, 1, "");
  g_assert_cmpuint (tambour_test_app_count (app), ==, 0);
  tambour_test_wait (shows_opening, app->application);
  window = TAMBOUR_WINDOW (gtk_application_get_windows (GTK_APPLICATION (app->application))->data);
  tambour_test_assert_named (window);

  gtk_widget_activate (tambour_test_find (window, GTK_TYPE_BUTTON, "Cancel"));
  tambour_test_wait_text (window, "Welcome to Tambour");
  tambour_test_release (holder);
  tambour_test_settle ();
  g_assert_null (tambour_window_get_portfolio (window));
}

static void
test_what_has_moved_can_be_forgotten (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "elsewhere.tambour");
  TambourWindow *window = tambour_test_app_open (app, path);

  tambour_test_wait (shows_portfolio, window);
  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);

  /* It opened by itself, so it is missed. */
  window = tambour_test_app_start (app);
  tambour_test_wait (shows_trouble, window);
  tambour_test_wait_text (window, "The Portfolio Is Not There");
  tambour_test_picture (window, "trouble-missing");

  choose (window, "Forget It");
  tambour_test_wait_text (window, "Welcome to Tambour");
  tambour_test_wait_no_text (window, "Recent Portfolios");
  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);
  window = tambour_test_app_start (app);
  tambour_test_wait_text (window, "Welcome to Tambour");
}

static void
test_what_may_not_be_read_is_told (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window;

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  window = open_in_vain (app, path, TAMBOUR_TROUBLE_UNREADABLE);
  tambour_test_wait_text (window, "You May Not Read This Portfolio");
  g_assert_null (tambour_test_find (window, ADW_TYPE_ACTION_ROW, "Open Read-Only"));
  tambour_test_picture (window, "trouble-unreadable");

  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  choose (window, "Try Again");
  tambour_test_wait (shows_portfolio, window);
}

static void
commit_account (TambourWindow *window)
{
  TambourPortfolio *portfolio = tambour_window_get_portfolio (window);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, "Create account");
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  g_set_str (&TAMBOUR_ACCOUNT (account)->name, "Orion");
  tambour_change_put (change, account);
  tambour_feedback_commit (GTK_WIDGET (tambour_window_get_page (window)), portfolio, change, "Created");
}

static void
test_what_cannot_be_written_is_only_read (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *path = tambour_test_app_create (app, "portfolio.tambour");
  g_autofree char *refusal = g_strdup_printf ("“%s” is open for reading only. Open it for writing, and try again.", path);
  g_autofree char *unwritable = NULL;
  TambourWindow *window;
  Before *before;

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (app->data, 0500), ==, 0);
  before = before_new (app, path);
  window = open_in_vain (app, path, TAMBOUR_TROUBLE_UNWRITABLE);
  tambour_test_pictures (window, "trouble-unwritable");

  choose (window, "Open Read-Only");
  tambour_test_wait (shows_portfolio, window);
  tambour_test_wait_text (window, "Open for reading only: nothing can be changed");
  g_assert_true (tambour_portfolio_is_read_only (tambour_window_get_portfolio (window)));

  commit_account (window);
  tambour_test_wait_text (window, refusal);
  g_assert_false (tambour_portfolio_can_undo (tambour_window_get_portfolio (window)));
  tambour_test_wait_text (window, "Accounts you add appear here");
  tambour_test_picture (window, "read-only");
  assert_untouched (app, before);

  /* What still cannot be written stays as it is, with the reason. */
  unwritable = g_strdup_printf ("“%s” cannot be written. Check the permissions of the file and of its folder, or open it read-only.", path);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-for-writing", NULL);
  tambour_test_wait_text (window, unwritable);
  g_assert_true (tambour_portfolio_is_read_only (tambour_window_get_portfolio (window)));

  g_assert_cmpint (g_chmod (app->data, 0700), ==, 0);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  gtk_widget_activate (tambour_test_find (window, GTK_TYPE_BUTTON, "Open for Writing"));
  tambour_test_wait_no_text (window, "Open for reading only: nothing can be changed");
  commit_account (window);
  tambour_test_wait_text (window, "Orion");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_app_init (&argc, &argv);
  tambour_test_app_be_nobody ();

  g_test_add_func ("/trouble/something-else-is-told", test_something_else_is_told);
  g_test_add_func ("/trouble/a-newer-version-is-named", test_a_newer_version_is_named);
  g_test_add_func ("/trouble/a-damaged-file-goes-on-from-a-backup", test_a_damaged_file_goes_on_from_a_backup);
  g_test_add_func ("/trouble/a-repaired-copy-takes-its-place", test_a_repaired_copy_takes_its_place);
  g_test_add_func ("/trouble/who-holds-the-file-is-named", test_who_holds_the_file_is_named);
  g_test_add_func ("/trouble/what-takes-its-time-can-be-left", test_what_takes_its_time_can_be_left);
  g_test_add_func ("/trouble/what-has-moved-can-be-forgotten", test_what_has_moved_can_be_forgotten);
  g_test_add_func ("/trouble/what-may-not-be-read-is-told", test_what_may_not_be_read_is_told);
  g_test_add_func ("/trouble/what-cannot-be-written-is-only-read", test_what_cannot_be_written_is_only_read);

  return g_test_run ();
}
