/* test-today-time.c: what changes by itself, and what must stay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-alarm.h"
#include "tambour-clock-row.h"
#include "tambour-settings.h"
#include "today-fixture.h"
#include "told-fixture.h"

/* --- Time ----------------------------------------------------------------- */

static void
test_time (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);

  today_fixture_set_now (ui, "2026-11-23T17:12:01Z");
  tambour_test_wait_text (ui->window, "8 min 59 s");
  tambour_test_wait_text (ui->window, "5 h 27 min");
  today_fixture_set_now (ui, "2026-11-23T17:20:18Z");
  tambour_test_wait_text (ui->window, "42 s");
  today_fixture_set_now (ui, "2026-11-23T17:33:00Z");
  tambour_test_wait_text (ui->window, "12 min late");

  /* The next day has other calls. */
  today_fixture_set_now (ui, "2026-11-24T17:00:00Z");
  tambour_test_wait_text (ui->window, "Tuesday 24 November");
  tambour_test_wait_text (ui->window, "No call is planned for today");
}

/* An update that was promised counts down here too. */
static void
test_a_promise_counts_down (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  today_fixture_set_now (ui, "2026-11-23T17:12:00Z");
  today_fixture_put (ui, "account", "orla", "name", "Saint Orla", "report_tz", "America/Chicago", NULL);
  today_fixture_put (ui, "case", "1", "number", "1", "title", "Restarts", "account_id", "orla", "opened_at", "2026-11-23T16:00:00Z",
                     "first_response_at", "2026-11-23T16:10:00Z", "next_update_due", "2026-11-23T22:00:00Z", NULL);
  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Update 16:00 Chicago · #1 · Saint Orla");
  tambour_test_wait_text (ui->window, "4 h 48 min left");
  today_fixture_set_now (ui, "2026-11-23T21:18:00Z");
  tambour_test_wait_text (ui->window, "42 min left");
  today_fixture_set_now (ui, "2026-11-23T22:12:00Z");
  tambour_test_wait_text (ui->window, "12 min late");
}

static void
rang_cb (TambourClockAlarm *alarm,
         const char        *case_id,
         gpointer           user_data)
{
  ++*(guint *) user_data;
}

static void
test_alarm (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  guint rang = 0;

  g_signal_connect (tambour_clock_alarm_get (ui->portfolio), "rang", G_CALLBACK (rang_cb), &rang);
  today_fixture_set_now (ui, "2026-11-23T17:13:00Z");
  g_assert_cmpuint (rang, ==, 0);
  today_fixture_set_now (ui, "2026-11-23T17:14:00Z");
  g_assert_cmpuint (rang, ==, 1);
  today_fixture_set_now (ui, "2026-11-23T17:18:30Z");
  g_assert_cmpuint (rang, ==, 2);
}

/* --- Told ----------------------------------------------------------------- */

/* What came in over the weekend is one notification, and what waits another. */
static void
test_told (void)
{
  g_autoptr(TambourTestUi) ui = NULL;

  told_begin ();
  ui = today_fixture_open (1280, 820);
  g_assert_true (told_has ((gpointer) ": 3 cases wait for an answer | P1 · 9 min left · Ellery & Marsh Bank · " TODAY_FIXTURE_P1 "/P2 · "));
  g_assert_true (told_has ((gpointer) "cases came in | P"));
  g_clear_pointer (&ui, tambour_test_ui_free);
  told_end ();
}

/* Nothing is told by the next program that was told by the last. */
static void
test_told_once (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autofree char *told = NULL;
  g_autofree char *kept = NULL;

  told_begin ();
  today_fixture_set_now (ui, "2026-11-23T17:12:00Z");
  told_put_account (ui->store, NULL);
  told_put_case (ui->store, "1", "P1", "2026-11-23T16:50:00Z");
  told_put_case (ui->store, "2", "P1", "2026-11-23T16:48:00Z");
  tambour_test_ui_present (ui);
  tambour_test_wait (told_has, (gpointer) "Case 1");
  told = told_take ();
  g_assert_cmpstr (told, ==, "!clocks-2: 2 cases wait for an answer | P1 · 6 min left · Kestrel Rail · Case 2/"
                             "P1 · 8 min left · Kestrel Rail · Case 1\n");
  while (tambour_portfolio_is_writing (ui->portfolio))
    tambour_test_settle ();
  kept = tambour_store_dup_setting (ui->store, TAMBOUR_SETTING_TOLD);
  g_assert_cmpstr (kept, ==, tambour_portfolio_get_told (ui->portfolio));
  told_end ();
}

/* Who works on an account still sees that an outage came in. */
static void
test_elsewhere (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  g_autofree char *account_id = today_fixture_dup_account (ui, TODAY_FIXTURE_P1);

  tambour_window_open_account (ui->window, account_id);
  tambour_test_settle ();
  tambour_test_wait_text (ui->window, "1");
  today_fixture_put_case (ui, "Second outage", account_id);
  tambour_test_wait_text (ui->window, "2");
}

/* --- Staying where one is ------------------------------------------------- */

static void
test_focus_stays (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 500);
  GtkWidget *row = today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, "Languages of the block page");
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_autofree char *account_id = today_fixture_dup_account (ui, TODAY_FIXTURE_P1);
  double position;

  gtk_widget_grab_focus (row);
  tambour_test_settle ();
  gtk_adjustment_set_value (adjustment, 40);
  tambour_test_settle ();
  position = gtk_adjustment_get_value (adjustment);

  today_fixture_put_case (ui, "Second outage", account_id);
  tambour_test_wait_text (ui->window, "Second outage");
  tambour_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == row);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), position, 1);
}

/* --- Room and names ------------------------------------------------------- */

static void
assert_fits (TambourTestUi *ui,
             int            width)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (tambour_window_get_page (ui->window)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, width);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (360, 720);

  assert_fits (ui, 360);
  tambour_test_wait_text (ui->window, "12:21 Toronto, 09:21 your time");
  tambour_test_wait_text (ui->window, "Call Back");
  tambour_test_wait_text (ui->window, "21 h");
  tambour_test_picture (ui->window, "today-narrow");
}

static void
test_single (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1000, 820);

  tambour_test_picture (ui->window, "today-single");
}

static void
test_names (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (360, 720);
  g_autoptr(GString) endless = g_string_new (NULL);
  static const char * const titles[] = { "<b>bold</b> & %s %d", "تعطل الخدمة 🚨 في الموقع", "" };

  for (guint i = 0; i < 500; i++)
    g_string_append_c (endless, 'W');

  today_fixture_set_now (ui, "2026-11-23T17:12:00Z");
  today_fixture_put (ui, "plan", "platinum", "code", "platinum", "name", "Platinum", NULL);
  today_fixture_put (ui, "account", "one", "name", "<i>Orion</i> %s", "plan_id", "platinum", "report_tz", "Asia/Riyadh", NULL);
  today_fixture_put (ui, "account", "two", "name", endless->str, "plan_id", "platinum", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    today_fixture_put_case (ui, titles[i], "one");
  today_fixture_put_case (ui, endless->str, "two");
  today_fixture_put (ui, "action_item", NULL, "title", endless->str, "account_id", "two", "due", "2026-11-20", NULL);
  today_fixture_put (ui, "engagement", NULL, "title", "<u>", "kind", "ad_hoc_call", "account_id", "two", "planned_start", "2026-11-23T18:00:00Z", NULL);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, titles[0]);
  tambour_test_wait_text (ui->window, titles[1]);
  tambour_test_wait_text (ui->window, endless->str);
  tambour_test_wait_text (ui->window, "Untitled case");
  tambour_test_wait_text (ui->window, "#5000 · <i>Orion</i> %s · reported by phone");
  assert_fits (ui, 360);
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "today-names");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/today-time/time-goes-on-without-reading", test_time);
  g_test_add_func ("/today-time/a-promise-counts-down", test_a_promise_counts_down);
  g_test_add_func ("/today-time/an-outage-rings", test_alarm);
  g_test_add_func ("/today-time/what-came-in-is-told", test_told);
  g_test_add_func ("/today-time/what-was-told-is-kept", test_told_once);
  g_test_add_func ("/today-time/an-outage-is-counted-from-elsewhere", test_elsewhere);
  g_test_add_func ("/today-time/what-is-new-leaves-the-keyboard-where-it-is", test_focus_stays);
  g_test_add_func ("/today-time/fits-a-narrow-window", test_narrow);
  g_test_add_func ("/today-time/has-one-column-where-two-do-not-fit", test_single);
  g_test_add_func ("/today-time/names-show-as-typed", test_names);

  return g_test_run ();
}
