/* test-today.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-actions-page.h"
#include "tambour-arrival-row.h"
#include "tambour-call-row.h"
#include "tambour-clock-alarm.h"
#include "tambour-clock-row.h"
#include "tambour-coming-row.h"
#include "tambour-kinds.h"
#include "tambour-test-sql.h"
#include "tambour-today-list.h"
#include "tambour-work-row.h"
#include "tambour-insight-row.h"
#include "tambour-usage-page.h"
#include "today-fixture.h"

/* --- Open, empty, full, error --------------------------------------------- */

static void
test_demonstration (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_CLOCK_ROW), ==, 6);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_ARRIVAL_ROW), ==, 4);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_CALL_ROW), ==, 4);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_WORK_ROW), ==, 4);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_COMING_ROW), >=, 4);

  tambour_test_wait_text (ui->window, "P2 and P3 skip Thu 26 Nov, a support holiday");
  tambour_test_wait_text (ui->window, "9 min left");
  tambour_test_wait_text (ui->window, "12:21 Toronto");
  tambour_test_wait_text (ui->window, "09:21 your time");
  tambour_test_wait_text (ui->window, "Call back Dana Whitlock, 555 0142");
  tambour_test_wait_text (ui->window, "5 h 28 min");
  tambour_test_wait_text (ui->window, "waiting for customer");
  tambour_test_wait_text (ui->window, "Since you left on Fri 20 Nov, 17:00");
  tambour_test_wait_text (ui->window, "#4125 · Kestrel Bay University · answered in 11 min, solved Sun 01:20");
  tambour_test_wait_text (ui->window, "#4120 · Ostermühl Pumpen · answered by Global Support, now with you");
  tambour_test_wait_text (ui->window, "Fri, overdue");
  tambour_test_wait_text (ui->window, "Skarvik Air · from call on 16 Nov");
  tambour_test_wait_text (ui->window, "Monday 23 November");

  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "today");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_picture (ui->window, "today-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_empty (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  today_fixture_set_now (ui, "2026-11-23T17:12:00Z");
  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "No Clock Is Running");
  tambour_test_wait_text (ui->window, "No case is open.");
  tambour_test_wait_text (ui->window, "Nothing came in after hours");
  tambour_test_wait_text (ui->window, "No call is planned for today");
  tambour_test_wait_text (ui->window, "All done for today");
  tambour_test_wait_text (ui->window, "Nothing comes up in the next weeks");
  tambour_test_wait_no_text (ui->window, "Mark All Seen");
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "today-empty");
}

static void
test_answered (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  today_fixture_set_now (ui, "2026-11-23T17:12:00Z");
  today_fixture_put (ui, "account", "orla", "name", "Saint Orla", "report_tz", "America/Chicago", NULL);
  today_fixture_put (ui, "case", "1", "number", "1", "account_id", "orla", "opened_at", "2026-11-23T16:00:00Z",
                     "first_response_at", "2026-11-23T16:10:00Z", "next_update_due", "2026-11-23T22:00:00Z", NULL);
  today_fixture_put (ui, "action_item", "2", "title", "Audit follow-up plan", "account_id", "orla", "due", "2026-11-24", NULL);
  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Every open case has its first answer. The next update is promised for today, 16:00 Chicago.");
  tambour_test_wait_text (ui->window, "Next: Tue, Audit follow-up plan");
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_WORK_ROW), ==, 0);

  /* What is not due yet can be had all the same: on its own page. */
  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "All 1"), "clicked");
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_ACTIONS_PAGE (tambour_window_get_page (ui->window)));
  tambour_test_wait_text (tambour_window_get_page (ui->window), "Audit follow-up plan");
}

static void
try_again (TambourTestUi *ui)
{
  GtkWidget *button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Try Again");

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  else
    gtk_widget_activate_action (GTK_WIDGET (tambour_window_get_page (ui->window)), "today.try-again", NULL);
}

/* What takes long to read leaves its place free. */
static void
test_waiting (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  GtkWidget *row = today_fixture_row (ui, TAMBOUR_TYPE_COMING_ROW, "Architecture audit");
  TambourTodayList *list = TAMBOUR_TODAY_LIST (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_TODAY_LIST));
  guint rows;

  tambour_today_list_wait (list, 3, TRUE);
  tambour_test_settle ();
  rows = tambour_test_count (tambour_today_list_get_list (list), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows, ==, 3);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_COMING_ROW), ==, 0);
  tambour_test_picture (ui->window, "today-waiting");

  try_again (ui);
  tambour_test_wait_text (ui->window, "Architecture audit");
}

static void
run_sql (TambourTestUi *ui,
         const char    *sql)
{
  tambour_test_sql (tambour_store_get_path (ui->store), sql);
}

static void
test_lost_part (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);

  run_sql (ui, "ALTER TABLE commitments RENAME TO lost");

  try_again (ui);
  tambour_test_wait_text (ui->window, "The actions could not be read");
  tambour_test_wait_text (ui->window, TODAY_FIXTURE_P1);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_CALL_ROW), ==, 4);
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "today-error");

  run_sql (ui, "ALTER TABLE lost RENAME TO commitments");
  try_again (ui);
  tambour_test_wait_no_text (ui->window, "The actions could not be read");
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_WORK_ROW), ==, 4);
}

static void
test_lost_portfolio (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  run_sql (ui, "ALTER TABLE accounts RENAME TO lost");

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "The portfolio could not be read");
  run_sql (ui, "ALTER TABLE lost RENAME TO accounts");
  try_again (ui);
  tambour_test_wait_text (ui->window, TODAY_FIXTURE_P1);
  tambour_test_wait_no_text (ui->window, "The portfolio could not be read");
}

/* --- What one can do ------------------------------------------------------ */

static void
test_tick (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  GtkWidget *row = today_fixture_row (ui, TAMBOUR_TYPE_WORK_ROW, "Confirm cut-over window");

  gtk_check_button_set_active (tambour_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL), TRUE);
  tambour_test_wait_text (ui->window, "Done: Confirm cut-over window");
  tambour_test_wait_no_text (tambour_window_get_page (ui->window), "Confirm cut-over window");

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (tambour_window_get_page (ui->window), "Confirm cut-over window");
  tambour_test_wait_text (ui->window, "Undone: Finish action");
}

static gboolean
has_three (gpointer data)
{
  return today_fixture_count (data, TAMBOUR_TYPE_ARRIVAL_ROW) == 3;
}

static gboolean
has_four (gpointer data)
{
  return today_fixture_count (data, TAMBOUR_TYPE_ARRIVAL_ROW) == 4;
}

static void
test_acknowledge_one (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  GtkWidget *row = today_fixture_row (ui, TAMBOUR_TYPE_ARRIVAL_ROW, "All lookups fail at Point Arden campus");

  g_signal_emit_by_name (tambour_test_find (row, GTK_TYPE_BUTTON, "Mark as Seen"), "clicked");
  tambour_test_wait (has_three, ui);
  tambour_test_wait_text (ui->window, "Seen: All lookups fail at Point Arden campus");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (has_four, ui);
}

static void
test_acknowledge_all (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);

  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Mark All Seen"), "clicked");
  tambour_test_wait_text (ui->window, "Nothing came in after hours");
  tambour_test_wait_text (ui->window, "4 cases seen");
  tambour_test_wait_no_text (ui->window, "Mark All Seen");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (has_four, ui);
}

static void
test_log_response (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);

  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Log Response"), "clicked");
  tambour_test_wait_no_text (tambour_window_get_page (ui->window), TODAY_FIXTURE_P1);
  tambour_test_wait_text (ui->window, "Response logged: " TODAY_FIXTURE_P1);
  g_assert_cmpuint (today_fixture_count (ui, TAMBOUR_TYPE_CLOCK_ROW), ==, 5);
  g_assert_null (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Log Response"));

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (tambour_window_get_page (ui->window), TODAY_FIXTURE_P1);
}

/* --- Keyboard ------------------------------------------------------------- */

static void
test_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  TambourPage *page = tambour_window_get_page (ui->window);

  gtk_widget_grab_focus (today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, TODAY_FIXTURE_P1));
  tambour_test_press (ui->window, "Down");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, "Sign-in loops for ground staff"));

  tambour_test_press (ui->window, "<Control>r");
  tambour_test_wait_no_text (page, "Sign-in loops for ground staff");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) ==
                 today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, "Slow lookups on ward tablets"));

  gtk_widget_grab_focus (today_fixture_row (ui, TAMBOUR_TYPE_ARRIVAL_ROW, "All lookups fail at Point Arden campus"));
  tambour_test_press (ui->window, "space");
  tambour_test_wait (has_three, ui);

  gtk_widget_grab_focus (today_fixture_row (ui, TAMBOUR_TYPE_WORK_ROW, "Send query volume by hospital"));
  tambour_test_press (ui->window, "space");
  tambour_test_wait_no_text (page, "Send query volume by hospital");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == today_fixture_row (ui, TAMBOUR_TYPE_WORK_ROW, "Ask for a date on FR-212"));
}

/* Every list is one stop for Tab. */
static void
test_tab (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  GtkWidget *list = gtk_widget_get_parent (today_fixture_row (ui, TAMBOUR_TYPE_CALL_ROW, "Weekly call · 30 min"));

  gtk_widget_grab_focus (today_fixture_row (ui, TAMBOUR_TYPE_CALL_ROW, "Weekly call · 30 min"));
  tambour_test_press (ui->window, "Tab");
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (ui->window)), list));
}

static void
remember_record (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  char **opened = user_data;

  *opened = g_variant_print (parameter, FALSE);
}

static void
test_open (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("open-record", G_VARIANT_TYPE ("(ss)"));
  g_autofree char *opened = NULL;

  g_signal_connect (action, "activate", G_CALLBACK (remember_record), &opened);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (tambour_window_get_page (ui->window)), "win", G_ACTION_GROUP (group));

  gtk_widget_grab_focus (today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, "Sign-in loops for ground staff"));
  tambour_test_press (ui->window, "Return");
  g_assert_nonnull (opened);
  g_assert_true (g_str_has_prefix (opened, "('case', "));
  g_clear_pointer (&opened, g_free);

  gtk_widget_grab_focus (today_fixture_row (ui, TAMBOUR_TYPE_WORK_ROW, "Confirm cut-over window"));
  tambour_test_press (ui->window, "Return");
  g_assert_true (g_str_has_prefix (opened, "('action_item', "));
  g_clear_pointer (&opened, g_free);

  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Open Case"), "clicked");
  g_assert_true (g_str_has_prefix (opened, "('case', "));
}

static gboolean
is_elsewhere (gpointer data)
{
  return g_strcmp0 (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (tambour_window_get_page (data))), "Today") != 0;
}

/* And back again, where the keyboard still is. */
static void
test_there_and_back (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 820);
  GtkWidget *row = today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, "Sign-in loops for ground staff");

  gtk_widget_grab_focus (row);
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (is_elsewhere, ui->window);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_wait_text (ui->window, TODAY_FIXTURE_P1);
  tambour_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == row);
}

/* What the values say comes when the rest is there, and leads to where it is taken up. */
static void
test_insights (void)
{
  g_autoptr(TambourTestUi) ui = today_fixture_open (1280, 1400);
  GtkWidget *row;

  tambour_test_wait_text (ui->window, "New Insights");
  row = tambour_test_find (tambour_window_get_page (ui->window), TAMBOUR_TYPE_INSIGHT_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Usage");
  g_assert_nonnull (tambour_test_find (ui->window, TAMBOUR_TYPE_USAGE_PAGE, NULL));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/today/shows-the-demonstration-as-designed", test_demonstration);
  g_test_add_func ("/today/says-what-the-values-say", test_insights);
  g_test_add_func ("/today/says-when-there-is-nothing", test_empty);
  g_test_add_func ("/today/says-what-comes-next", test_answered);
  g_test_add_func ("/today/what-takes-long-leaves-its-place-free", test_waiting);
  g_test_add_func ("/today/a-lost-part-can-be-tried-again", test_lost_part);
  g_test_add_func ("/today/a-lost-portfolio-can-be-tried-again", test_lost_portfolio);
  g_test_add_func ("/today/ticking-an-action-can-be-undone", test_tick);
  g_test_add_func ("/today/an-arrival-can-be-seen-and-unseen", test_acknowledge_one);
  g_test_add_func ("/today/all-arrivals-can-be-seen-and-unseen", test_acknowledge_all);
  g_test_add_func ("/today/a-logged-response-can-be-undone", test_log_response);
  g_test_add_func ("/today/the-keyboard-is-enough", test_keyboard);
  g_test_add_func ("/today/a-list-is-one-stop-for-tab", test_tab);
  g_test_add_func ("/today/rows-open-what-they-show", test_open);
  g_test_add_func ("/today/a-row-leads-there-and-back", test_there_and_back);

  return g_test_run ();
}
