/* test-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-create-dialog.h"
#include "tambour-people.h"
#include "tambour-settings.h"
#include "tambour-test-app.h"
#include "tambour-work-dialog.h"

static gboolean
shows_portfolio (gpointer data)
{
  return tambour_window_get_portfolio (data) != NULL;
}

static void
wait_for_portfolio (TambourWindow *window)
{
  tambour_test_wait (shows_portfolio, window);
  tambour_test_settle ();
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) == NULL;
}

static void
test_who_has_none_is_welcomed (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);

  tambour_test_wait_text (window, "Welcome to Tambour");
  tambour_test_wait_no_text (window, "Recent Portfolios");
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "start");
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 0);
  g_assert_null (g_getenv ("GTK_THEME"));
}

static void
test_begins_by_keys_alone (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  TambourPortfolio *portfolio;

  tambour_test_press (window, "1");
  g_assert_nonnull (tambour_test_find (window, TAMBOUR_TYPE_CREATE_DIALOG, NULL));
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "create");
  tambour_test_type (window, "Mira Solberg");
  tambour_test_press (window, "<Control>Return");
  wait_for_portfolio (window);

  portfolio = tambour_window_get_portfolio (window);
  g_assert_true (has_no_dialog (window));
  g_assert_cmpstr (tambour_portfolio_get_path (portfolio), ==, app->own);
  g_assert_cmpstr (tambour_portfolio_get_author (portfolio), ==, "Mira Solberg");
  g_assert_nonnull (tambour_portfolio_get_me (portfolio));
  g_assert_false (tambour_portfolio_is_demonstration (portfolio));
  tambour_test_wait_text (window, "Accounts you add appear here");
  tambour_test_wait_text (window, "Your portfolio is ready");
  g_assert_false (tambour_portfolio_can_undo (portfolio));
  tambour_test_pictures (window, "created");
}

static GtkWidget *
open_create_dialog (TambourWindow *window)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.create", NULL);
  tambour_test_settle ();
  dialog = tambour_test_find (window, TAMBOUR_TYPE_CREATE_DIALOG, NULL);
  g_assert_nonnull (dialog);

  return dialog;
}

static void
enter (GtkWidget  *dialog,
       const char *row,
       const char *text)
{
  gpointer found = tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, row);

  g_assert_nonnull (found);
  gtk_editable_set_text (GTK_EDITABLE (found), text);
}

static gboolean
can_create (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (tambour_test_find (dialog, GTK_TYPE_BUTTON, "C_reate"));
}

static void
test_what_is_wrong_is_said_while_typing (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  GtkWidget *dialog = open_create_dialog (window);
  GtkToggleButton *days[5];
  static const char * const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri" };

  g_assert_false (can_create (dialog));
  enter (dialog, "Your name", "  ");
  g_assert_false (can_create (dialog));
  enter (dialog, "Your name", "<b>Mira</b> %s");
  g_assert_true (can_create (dialog));

  enter (dialog, "From", "morning");
  tambour_test_wait_text (dialog, "Write times such as 09:00.");
  g_assert_false (can_create (dialog));
  enter (dialog, "From", "9.30");
  g_assert_true (can_create (dialog));
  enter (dialog, "To", "8");
  tambour_test_wait_text (dialog, "Work ends later than it begins.");
  enter (dialog, "To", "24:01");
  g_assert_false (can_create (dialog));
  enter (dialog, "To", "24:00");
  g_assert_true (can_create (dialog));

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      days[i] = tambour_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON, names[i]);
      gtk_toggle_button_set_active (days[i], FALSE);
    }
  tambour_test_wait_text (dialog, "Choose at least one day.");
  g_assert_false (can_create (dialog));
  tambour_test_picture (window, "create-wrong");
  gtk_toggle_button_set_active (days[3], TRUE);
  g_assert_true (can_create (dialog));

  tambour_test_press (window, "Escape");
  g_assert_true (has_no_dialog (window));
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 0);
}

static void
test_a_name_shows_as_typed (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  GtkWidget *dialog = open_create_dialog (window);

  enter (dialog, "Your name", "<b>Mira</b> %s مرحبا 🥁");
  gtk_widget_activate_action (dialog, "create.create", NULL);
  wait_for_portfolio (window);
  g_assert_cmpstr (tambour_portfolio_get_author (tambour_window_get_portfolio (window)), ==, "<b>Mira</b> %s مرحبا 🥁");
}

static void
test_what_cannot_be_made_is_said_there (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  GtkWidget *dialog;
  g_autofree char *own = NULL;
  g_autoptr(GError) error = NULL;

  /* Somebody else is faster, between the last look and the button. */
  dialog = open_create_dialog (window);
  enter (dialog, "Your name", "Mira Solberg");
  own = tambour_test_app_create (app, "portfolio.tambour");
  gtk_widget_activate_action (dialog, "create.create", NULL);
  tambour_test_settle ();
  tambour_test_wait_text (dialog, "There is such a file already. Choose another name.");
  g_assert_null (tambour_window_get_portfolio (window));
}

static gboolean
has_no_files (gpointer data)
{
  return tambour_test_app_count_files (data) == 0;
}

static void
open_demonstration (TambourWindow *window)
{
  tambour_test_press (window, "3");
  wait_for_portfolio (window);
}

static void
test_the_demonstration_is_a_file_of_its_own (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  g_autofree char *own = NULL;

  open_demonstration (window);
  g_assert_true (tambour_portfolio_is_demonstration (tambour_window_get_portfolio (window)));
  g_assert_true (g_str_has_suffix (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), "/demonstration.tambour"));
  tambour_test_wait_text (window, "Saint Orla Hospitals");
  tambour_test_wait_text (window, "Demonstration portfolio, nothing is sent");
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "demonstration");
  g_assert_false (g_file_test (app->own, G_FILE_TEST_EXISTS));

  /* It is kept, and does not open by itself. */
  tambour_test_press (window, "<Control>w");
  tambour_test_app_wait_count (app, 0);
  window = tambour_test_app_start (app);
  tambour_test_wait_text (window, "Welcome to Tambour");
  tambour_test_wait_text (window, "Recent Portfolios");
  tambour_test_wait_text (window, "demonstration");
  tambour_test_pictures (window, "start-recent");

  open_demonstration (window);
  gtk_widget_activate_action (GTK_WIDGET (tambour_test_find (window, GTK_TYPE_BUTTON, "Start My Own")), "win.start-own", NULL);
  tambour_test_settle ();
  enter (tambour_test_find (window, TAMBOUR_TYPE_CREATE_DIALOG, NULL), "Your name", "Mira Solberg");
  tambour_test_press (window, "<Control>Return");
  tambour_test_wait_no_text (window, "Demonstration portfolio, nothing is sent");
  tambour_test_wait_no_text (window, "Saint Orla Hospitals");
  g_assert_cmpuint (tambour_test_app_count (app), ==, 1);
  g_assert_cmpstr (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), ==, app->own);
}

static gboolean
has_keyboard (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));

  return focus != NULL && gtk_widget_is_ancestor (focus, data);
}

static void
test_a_demonstration_that_is_cancelled_leaves_nothing (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  GtkWidget *dialog;

  /* It has the keyboard before the work begins. */
  tambour_test_press (window, "Tab");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.demonstrate", NULL);
  while ((dialog = tambour_test_find (window, TAMBOUR_TYPE_WORK_DIALOG, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tambour_test_assert_named (dialog);
  tambour_test_wait (has_keyboard, dialog);
  tambour_test_press (window, "Escape");
  tambour_test_wait (has_no_dialog, window);
  tambour_test_settle ();

  g_assert_null (tambour_window_get_portfolio (window));
  tambour_test_wait_text (window, "Welcome to Tambour");
  g_assert_cmpuint (tambour_test_app_count_files (app), ==, 0);

  /* Nothing is in its way afterwards. */
  open_demonstration (window);
  tambour_test_wait_text (window, "Saint Orla Hospitals");
}

static void
test_a_window_that_closes_stops_the_work (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.demonstrate", NULL);
  while (tambour_test_find (window, TAMBOUR_TYPE_WORK_DIALOG, NULL) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_wait (has_no_files, app);
  g_assert_cmpuint (tambour_test_app_count (app), ==, 0);
}

static void
import_table (TambourTestApp *app,
              TambourWindow  *window,
              const char     *table)
{
  g_autofree char *path = g_build_filename (app->data, "accounts.csv", NULL);

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-accounts-from", "s", path);
}

static void
test_accounts_come_from_a_spreadsheet (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window = tambour_test_app_start (app);

  wait_for_portfolio (window);
  import_table (app, window, "name,status\nOrion <b>,active\nVega,<b>asleep\nLyra,active\n");
  tambour_test_wait_text (window, "Accounts Imported");
  tambour_test_wait_text (window, "Line 3");
  tambour_test_wait_text (window, "Rejected Rows");
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "imported");
  tambour_test_press (window, "Escape");
  tambour_test_wait_text (window, "Orion <b>");
  tambour_test_wait_text (window, "Lyra");
  tambour_test_wait_no_text (window, "Vega");

  /* All of it can be taken back at once, and a second time changes nothing. */
  tambour_test_press (window, "<Control>z");
  tambour_test_wait_no_text (window, "Lyra");
  tambour_test_wait_no_text (window, "Orion <b>");
}

static void
test_what_is_no_spreadsheet_is_said (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  g_autofree char *own = tambour_test_app_create (app, "portfolio.tambour");
  TambourWindow *window = tambour_test_app_start (app);

  wait_for_portfolio (window);
  import_table (app, window, "colour,shape\nred,round\n");
  tambour_test_wait_text (window, "The Columns Are Not Known");
  tambour_test_picture (window, "import-failed");
}

/* Work that goes on until it is let go. */
typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean is_let_go;
} Gate;

static gboolean
work_until_let_go (gpointer              data,
                   TambourProgressFunc   progress,
                   gpointer              progress_data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  Gate *gate = data;

  progress (NULL, 12000, 33600, progress_data);
  g_mutex_lock (&gate->mutex);
  while (!gate->is_let_go)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_work_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_long_work_says_how_far_it_is (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  Gate gate = { 0 };

  tambour_work_run_async (GTK_WIDGET (window), "Making the Demonstration Portfolio", work_until_let_go, &gate, NULL, worked_cb, NULL);
  tambour_test_wait_text (window, "12000 of 33600");
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "work");

  /* It stays until what was begun is gone. */
  tambour_test_press (window, "Escape");
  tambour_test_wait_text (window, "Stopping…");
  g_assert_false (has_no_dialog (window));

  g_mutex_lock (&gate.mutex);
  gate.is_let_go = TRUE;
  g_cond_signal (&gate.cond);
  g_mutex_unlock (&gate.mutex);
  tambour_test_wait (has_no_dialog, window);
}

static void
test_a_backup_becomes_the_own_one (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  g_autofree char *backup = tambour_test_app_create (app, "friday");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-from", "s", backup);
  wait_for_portfolio (window);
  g_assert_cmpstr (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), ==, app->own);
  g_assert_cmpstr (tambour_portfolio_get_author (tambour_window_get_portfolio (window)), ==, "Mira Solberg");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_what_is_no_backup_is_refused (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  g_autofree char *letter = g_build_filename (app->data, "letter.txt", NULL);
  g_autofree char *reason = g_strdup_printf ("“%s” is not a portfolio. Choose another file.", letter);

  g_assert_true (g_file_set_contents (letter, "Dear Ines", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-from", "s", letter);
  tambour_test_wait_text (window, reason);
  tambour_test_wait_text (window, "Welcome to Tambour");
  g_assert_false (g_file_test (app->own, G_FILE_TEST_EXISTS));
}

static void
test_what_is_opened_instead_opens_by_itself (void)
{
  g_autoptr(TambourTestApp) app = tambour_test_app_new ();
  TambourWindow *window = tambour_test_app_start (app);
  g_autofree char *elsewhere = tambour_test_app_create (app, "elsewhere.tambour");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-path", "s", elsewhere);
  wait_for_portfolio (window);
  g_assert_cmpuint (tambour_test_app_count (app), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  tambour_test_app_wait_count (app, 0);

  window = tambour_test_app_start (app);
  wait_for_portfolio (window);
  g_assert_cmpstr (tambour_portfolio_get_path (tambour_window_get_portfolio (window)), ==, elsewhere);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_app_init (&argc, &argv);

  g_test_add_func ("/start/who-has-none-is-welcomed", test_who_has_none_is_welcomed);
  g_test_add_func ("/start/begins-by-keys-alone", test_begins_by_keys_alone);
  g_test_add_func ("/start/what-is-wrong-is-said-while-typing", test_what_is_wrong_is_said_while_typing);
  g_test_add_func ("/start/a-name-shows-as-typed", test_a_name_shows_as_typed);
  g_test_add_func ("/start/what-cannot-be-made-is-said-there", test_what_cannot_be_made_is_said_there);
  g_test_add_func ("/start/the-demonstration-is-a-file-of-its-own", test_the_demonstration_is_a_file_of_its_own);
  g_test_add_func ("/start/a-demonstration-that-is-cancelled-leaves-nothing", test_a_demonstration_that_is_cancelled_leaves_nothing);
  g_test_add_func ("/start/a-window-that-closes-stops-the-work", test_a_window_that_closes_stops_the_work);
  g_test_add_func ("/start/accounts-come-from-a-spreadsheet", test_accounts_come_from_a_spreadsheet);
  g_test_add_func ("/start/what-is-no-spreadsheet-is-said", test_what_is_no_spreadsheet_is_said);
  g_test_add_func ("/start/long-work-says-how-far-it-is", test_long_work_says_how_far_it_is);
  g_test_add_func ("/start/a-backup-becomes-the-own-one", test_a_backup_becomes_the_own_one);
  g_test_add_func ("/start/what-is-no-backup-is-refused", test_what_is_no_backup_is_refused);
  g_test_add_func ("/start/what-is-opened-instead-opens-by-itself", test_what_is_opened_instead_opens_by_itself);

  return g_test_run ();
}
