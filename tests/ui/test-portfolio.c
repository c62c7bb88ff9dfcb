/* test-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-test-ui.h"

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static TambourAccount *
new_account (const char *name)
{
  TambourAccount *account = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));

  account->name = g_strdup (name);

  return account;
}

static void
commit (TambourTestUi *ui,
        TambourRecord *record,
        const char    *label)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (ui->portfolio, label);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, record);
  tambour_portfolio_commit_async (ui->portfolio, change, NULL, finished_cb, &result);
  tambour_test_wait (has_result, &result);
  tambour_portfolio_commit_finish (ui->portfolio, result, &error);
  g_assert_no_error (error);
}

static char *
turn (TambourTestUi  *ui,
      gboolean        is_redo,
      GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (is_redo)
    tambour_portfolio_redo_async (ui->portfolio, finished_cb, &result);
  else
    tambour_portfolio_undo_async (ui->portfolio, finished_cb, &result);
  tambour_test_wait (has_result, &result);

  return tambour_portfolio_undo_finish (ui->portfolio, result, error);
}

static char *
dup_name (TambourTestUi *ui,
          const char    *id)
{
  g_autoptr(TambourRecord) record = tambour_store_find (ui->store, id, NULL);

  return record && !tambour_record_is_deleted (record) ? tambour_record_dup_title (record) : NULL;
}

static void
assert_name (TambourTestUi *ui,
             TambourRecord *record,
             const char    *expected)
{
  g_autofree char *name = dup_name (ui, tambour_record_get_id (record));

  g_assert_cmpstr (name, ==, expected);
}

static void
test_takes_back_and_puts_back (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (600, 400);
  g_autoptr(TambourAccount) account = new_account ("Alba");
  TambourRecord *record = TAMBOUR_RECORD (account);
  const char *states[] = { NULL, "Alba", "Alba Two" };

  commit (ui, record, "New account");
  g_set_str (&account->name, "Alba Two");
  commit (ui, record, "Edit account");
  g_assert_false (tambour_portfolio_can_redo (ui->portfolio));

  for (int round = 0; round < 3; round++)
    {
      for (int i = 1; i >= 0; i--)
        {
          g_autofree char *label = turn (ui, FALSE, NULL);

          g_assert_cmpstr (label, ==, i ? "Edit account" : "New account");
          assert_name (ui, record, states[i]);
        }
      g_assert_false (tambour_portfolio_can_undo (ui->portfolio));

      for (int i = 1; i <= 2; i++)
        {
          g_autofree char *label = turn (ui, TRUE, NULL);

          g_assert_cmpstr (label, ==, i == 2 ? "Edit account" : "New account");
          assert_name (ui, record, states[i]);
        }
      g_assert_false (tambour_portfolio_can_redo (ui->portfolio));
    }
}

static void
test_a_new_change_ends_redoing (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (600, 400);
  g_autoptr(TambourAccount) account = new_account ("Alba");
  g_autoptr(TambourAccount) other = new_account ("Boreal");
  g_autofree char *label = NULL;

  commit (ui, TAMBOUR_RECORD (account), "New account");
  label = turn (ui, FALSE, NULL);
  g_assert_true (tambour_portfolio_can_redo (ui->portfolio));
  commit (ui, TAMBOUR_RECORD (other), "New account");
  g_assert_false (tambour_portfolio_can_redo (ui->portfolio));
}

static void
test_what_others_built_upon_stays (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (600, 400);
  g_autoptr(TambourAccount) account = new_account ("Alba");
  g_autoptr(TambourRecord) theirs = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  commit (ui, TAMBOUR_RECORD (account), "New account");
  g_set_str (&account->name, "Alba Two");
  commit (ui, TAMBOUR_RECORD (account), "Edit account");

  theirs = tambour_store_find (ui->store, tambour_record_get_id (TAMBOUR_RECORD (account)), NULL);
  g_set_str (&TAMBOUR_ACCOUNT (theirs)->name, "Theirs");
  tambour_test_ui_put (ui, theirs);

  label = turn (ui, FALSE, &error);
  g_assert_null (label);
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  assert_name (ui, theirs, "Theirs");
}

static void
test_says_what_time_it_is_there (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (600, 400);
  g_autoptr(TambourPortfolio) running = tambour_portfolio_new (ui->store);
  TambourInstant as_of;
  gint64 apart;

  g_assert_true (tambour_portfolio_is_demonstration (ui->portfolio));
  g_assert_cmpstr (tambour_portfolio_get_author (ui->portfolio), ==, "Mira Solberg");

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &as_of));
  g_assert_cmpint (tambour_portfolio_now (ui->portfolio).seconds, ==, as_of.seconds);
  apart = tambour_portfolio_now (running).seconds - as_of.seconds;
  g_assert_cmpint (apart, >=, 0);
  g_assert_cmpint (apart, <, 60);
}

static guint n_ticks;

static void
count_tick (GtkWidget *widget)
{
  n_ticks++;
}

static gboolean
has_ticked_twice (gpointer data)
{
  return n_ticks >= 3;
}

static void
test_no_timer_runs_for_nobody (void)
{
  TambourTicker *ticker = tambour_ticker_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Clock");

  gtk_window_set_child (GTK_WINDOW (window), label);
  tambour_ticker_watch (ticker, label, count_tick);
  g_assert_true (tambour_ticker_is_idle (ticker));

  n_ticks = 0;
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_false (tambour_ticker_is_idle (ticker));

  tambour_ticker_set_pace (ticker, label, TAMBOUR_TICK_SECONDS);
  tambour_test_wait (has_ticked_twice, NULL);

  gtk_widget_set_visible (label, FALSE);
  g_assert_true (tambour_ticker_is_idle (ticker));

  /* What was away for a while is told at once; what was told just now is not. */
  g_usleep (1100 * 1000);
  n_ticks = 0;
  gtk_widget_set_visible (label, TRUE);
  g_assert_false (tambour_ticker_is_idle (ticker));
  g_assert_cmpuint (n_ticks, ==, 1);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_visible (label, TRUE);
  g_assert_cmpuint (n_ticks, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (tambour_ticker_is_idle (ticker));
  g_assert_finalize_object (ticker);
}

static int n_reads;

static gpointer
count_read (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return g_strdup_printf ("%d", g_atomic_int_add (&n_reads, 1));
}

static const TambourReadAhead counting = { count_read, NULL, g_free };

static TambourPortfolio *
open_portfolio (const char *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TambourPortfolio *portfolio;

  tambour_portfolio_open_async (path, TAMBOUR_STORE_OPEN, NULL, finished_cb, &result);
  tambour_test_wait (has_result, &result);
  portfolio = tambour_portfolio_open_finish (result, &error);
  g_assert_no_error (error);

  return portfolio;
}

static char *
load_count (TambourPortfolio *portfolio)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *count;

  tambour_portfolio_load_async (portfolio, count_read, NULL, NULL, g_free, NULL, finished_cb, &result);
  tambour_test_wait (has_result, &result);
  count = tambour_portfolio_load_finish (portfolio, result, &error);
  g_assert_no_error (error);

  return count;
}

static void
open_ahead (const char *path)
{
  g_autoptr(GPtrArray) reads = g_ptr_array_new ();

  g_ptr_array_add (reads, (gpointer) &counting);
  n_reads = 0;
  tambour_portfolio_open_ahead (path, TAMBOUR_STORE_OPEN, reads);
}

static void
assert_count (TambourPortfolio *portfolio,
              const char       *expected)
{
  g_autofree char *count = load_count (portfolio);

  g_assert_cmpstr (count, ==, expected);
}

static void
test_what_was_read_ahead_is_shown_once (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  open_ahead (tambour_portfolio_get_path (ui->portfolio));
  portfolio = open_portfolio (tambour_portfolio_get_path (ui->portfolio));
  g_assert_cmpint (g_atomic_int_get (&n_reads), ==, 1);
  assert_count (portfolio, "0");
  g_assert_cmpint (g_atomic_int_get (&n_reads), ==, 1);
  assert_count (portfolio, "1");
}

/* It would show what is no longer so. */
static void
test_what_was_read_ahead_goes_with_a_change (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  open_ahead (tambour_portfolio_get_path (ui->portfolio));
  portfolio = open_portfolio (tambour_portfolio_get_path (ui->portfolio));
  g_signal_emit_by_name (tambour_portfolio_get_store (portfolio), "changed", (gint64) 1);
  assert_count (portfolio, "1");
}

/* What another program was to open, or nobody. */
static void
test_what_nobody_opens_is_closed_again (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  open_ahead ("/nonexistent/portfolio.tambour");
  portfolio = open_portfolio (tambour_portfolio_get_path (ui->portfolio));
  assert_count (portfolio, "0");
  g_clear_object (&portfolio);

  open_ahead (tambour_portfolio_get_path (ui->portfolio));
  tambour_test_settle ();
  portfolio = open_portfolio (tambour_portfolio_get_path (ui->portfolio));
  assert_count (portfolio, "1");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/portfolio/takes-back-and-puts-back", test_takes_back_and_puts_back);
  g_test_add_func ("/portfolio/a-new-change-ends-redoing", test_a_new_change_ends_redoing);
  g_test_add_func ("/portfolio/what-others-built-upon-stays", test_what_others_built_upon_stays);
  g_test_add_func ("/portfolio/says-what-time-it-is-there", test_says_what_time_it_is_there);
  g_test_add_func ("/portfolio/what-was-read-ahead-is-shown-once", test_what_was_read_ahead_is_shown_once);
  g_test_add_func ("/portfolio/what-was-read-ahead-goes-with-a-change", test_what_was_read_ahead_goes_with_a_change);
  g_test_add_func ("/portfolio/what-nobody-opens-is-closed-again", test_what_nobody_opens_is_closed_again);
  g_test_add_func ("/ticker/no-timer-runs-for-nobody", test_no_timer_runs_for_nobody);

  return g_test_run ();
}
