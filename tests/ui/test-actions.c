/* test-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-fixture.h"
#include "tambour-action-model.h"
#include "tambour-action-row.h"
#include "tambour-record-page.h"
#include "tambour-test-sql.h"

/* --- what is shown -------------------------------------------------------- */

static void
test_overdue_comes_first (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);
  graphene_point_t late, today;

  tambour_test_wait_text (actions_get_page (ui), "Overdue · 1");
  g_assert_true (tambour_test_shows (actions_get_page (ui), "1 overdue · 17 open · my accounts"));
  g_assert_true (tambour_test_shows (actions_get_page (ui), "Fri, overdue"));
  g_assert_true (tambour_test_shows (actions_get_page (ui), "Today · 2"));
  g_assert_true (gtk_widget_compute_point (actions_find_row (ui, LATE), actions_get_page (ui), &GRAPHENE_POINT_INIT (0, 0), &late));
  g_assert_true (gtk_widget_compute_point (actions_find_row (ui, "Send query volume by hospital"), actions_get_page (ui), &GRAPHENE_POINT_INIT (0, 0), &today));
  g_assert_cmpfloat (late.y, <, today.y);
  tambour_test_assert_named (actions_get_page (ui));
  tambour_test_pictures (ui->window, "actions");

  actions_show (ui, "theirs");
  g_assert_true (tambour_test_shows (actions_get_page (ui), "Confirm who decides on the guest network freeze"));
  g_assert_false (tambour_test_shows (actions_get_page (ui), LATE));
  actions_show (ui, "done");
  g_assert_true (tambour_test_shows (actions_get_page (ui), "Done · 200"));
  actions_show (ui, "decisions");
  g_assert_cmpuint (actions_count_rows (ui), >, 0);
  tambour_test_assert_named (actions_get_page (ui));
}

static void
test_today_leads_there (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 1000);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Actions Due");
  g_signal_emit_by_name (tambour_test_find (actions_get_page (ui), GTK_TYPE_BUTTON, "All 17"), "clicked");
  tambour_test_wait (actions_shows_actions, ui);
  tambour_test_wait_text (actions_get_page (ui), "Overdue · 1");

  /* Once is enough. */
  tambour_test_press (ui->window, "<Control>d");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.back", NULL);
  tambour_test_settle ();
  g_assert_false (TAMBOUR_IS_ACTIONS_PAGE (actions_get_page (ui)));
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (360, 720);

  tambour_test_wait_text (actions_get_page (ui), LATE);
  tambour_test_assert_named (actions_get_page (ui));
  tambour_test_picture (ui->window, "actions-narrow");
}

static void
test_nothing_to_do (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();

  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "theirs", "title", "Name a deputy", "account_id", "orla", "side", "customer", "due", "2026-11-24", NULL);
  actions_open_page (ui);
  tambour_test_wait_text (actions_get_page (ui), "All Done");
  g_assert_true (tambour_test_shows (actions_get_page (ui), "The customers’ next: Name a deputy (Tue · Saint Orla)"));
  tambour_test_picture (ui->window, "actions-empty");
  g_signal_emit_by_name (tambour_test_find (actions_get_page (ui), GTK_TYPE_BUTTON, "_New Action…"), "clicked");
  tambour_test_settle ();
  g_assert_nonnull (record_fixture_dialog (ui));
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();

  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE commitments RENAME TO lost");
  actions_open_page (ui);
  tambour_test_wait_text (actions_get_page (ui), "The Actions Could Not Be Read");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO commitments");
  g_signal_emit_by_name (tambour_test_find (actions_get_page (ui), GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  tambour_test_wait_text (actions_get_page (ui), "All Done");
}

static void
test_the_day_ends (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  TambourInstant night;

  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a", "title", "Send the plan", "account_id", "orla", "due", "2026-11-23", NULL);
  actions_open_page (ui);
  tambour_test_wait_text (actions_get_page (ui), "Today · 1");

  /* Midnight in Chicago. */
  g_assert_true (tambour_instant_parse ("2026-11-24T06:00:00Z", &night));
  tambour_portfolio_set_now (ui->portfolio, night);
  tambour_test_wait_text (actions_get_page (ui), "Overdue · 1");
}

/* --- finding -------------------------------------------------------------- */

static void
test_the_filter (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_type (ui->window, "skarvik tomas");
  tambour_test_wait_no_text (actions_get_page (ui), "Today · 2");
  g_assert_true (tambour_test_shows (actions_get_page (ui), LATE));
  tambour_test_type (ui->window, " nothing");
  tambour_test_wait_text (actions_get_page (ui), "Nothing Like That");
  for (guint i = 0; i < 8; i++)
    tambour_test_press (ui->window, "BackSpace");
  tambour_test_wait_text (actions_get_page (ui), LATE);

  /* Enter goes on to what was found. */
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_RECORD_PAGE (actions_get_page (ui)));
}

static void
test_mine_or_the_teams (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);
  guint mine;

  g_assert_true (gtk_widget_activate_action (actions_get_page (ui), "actions.reach", "s", "mine"));
  tambour_test_wait_no_text (actions_get_page (ui), LATE);
  mine = actions_count_rows (ui);
  g_assert_cmpuint (mine, >, 0);
  g_assert_true (gtk_widget_activate_action (actions_get_page (ui), "actions.reach", "s", "team"));
  tambour_test_wait_text (actions_get_page (ui), LATE);
  g_assert_cmpuint (actions_count_rows (ui), >, mine);
}

/* --- the keyboard alone --------------------------------------------------- */

static const char *
get_selected_id (TambourTestUi *ui)
{
  return TAMBOUR_IS_RECORD_PAGE (actions_get_page (ui)) ? tambour_record_page_get_id (actions_get_page (ui)) : NULL;
}

static void
test_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourRecord) second = NULL;

  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a1", "title", "First", "account_id", "orla", "due", "2026-11-20", NULL);
  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a2", "title", "Second", "account_id", "orla", "due", "2026-11-21", NULL);
  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a3", "title", "Third", "account_id", "orla", "due", "2026-12-21", NULL);
  actions_open_page (ui);
  gtk_widget_child_focus (tambour_test_find (actions_get_page (ui), ADW_TYPE_TOGGLE_GROUP, NULL), GTK_DIR_TAB_FORWARD);
  tambour_test_press (ui->window, "Tab");
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "space");
  tambour_test_wait_text (ui->window, "Done: Second");
  tambour_test_wait_no_text (actions_get_page (ui), "Second");
  second = actions_find_action (ui, "Second");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (second)->status, ==, TAMBOUR_ACTION_STATUS_DONE);

  /* What came to its place is next. */
  tambour_test_settle ();
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  g_assert_cmpstr (get_selected_id (ui), ==, "a3");
}

static void
test_the_menu_key (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);
  GtkWidget *popover;

  actions_go_to_list (ui);
  tambour_test_press (ui->window, "Menu");
  tambour_test_settle ();
  popover = tambour_test_find (actions_get_page (ui), GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (popover);
  g_assert_true (tambour_test_shows (popover, "Due Tomorrow"));
  g_assert_false (tambour_test_shows (popover, "Withdraw…"));
  tambour_test_picture (popover, "actions-menu");
  gtk_popover_popdown (GTK_POPOVER (popover));
  tambour_test_settle ();
}

/* --- many ----------------------------------------------------------------- */

#define MANY 20000

static void
put_many (TambourTestUi *ui)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL);
      g_autofree char *title = g_strdup_printf ("Action %05u", i);

      g_assert_true (tambour_record_set_text (record, "title", title, NULL));
      g_assert_true (tambour_record_set_text (record, "account_id", "orla", NULL));
      g_assert_true (tambour_record_set_text (record, "due", i % 2 ? "2026-11-20" : "2027-11-20", NULL));
      tambour_change_put (change, record);
    }
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
}

static char *
dup_title (TambourTestUi *ui,
           guint          position)
{
  g_autoptr(TambourLineEntry) entry = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (actions_get_list (ui))), position);

  return g_strdup (((const TambourActionLine *) tambour_line_entry_get_line (entry))->work->title);
}

/* However many there are, there are no more rows than a list view has, and one that
 * is ticked does not bring the others back to the top.
 */
static void
test_many (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autofree char *title = NULL;
  GtkAdjustment *adjustment;
  double before;

  put_many (ui);
  actions_open_page (ui);
  tambour_test_wait_text (actions_get_page (ui), "Overdue · 10000");
  g_assert_cmpuint (actions_count_rows (ui), ==, MANY);
  g_assert_cmpuint (tambour_test_count (actions_get_page (ui), TAMBOUR_TYPE_ACTION_ROW), <, 400);

  gtk_list_view_scroll_to (actions_get_list (ui), 15000, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (actions_get_list (ui)));
  tambour_test_settle ();
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (actions_get_list (ui)));
  before = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (before, >, 10000);
  title = dup_title (ui, 15000);
  tambour_test_press (ui->window, "space");
  tambour_test_wait_no_text (actions_get_page (ui), title);
  g_assert_cmpuint (actions_count_rows (ui), ==, MANY - 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, before - 1000);

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_type (ui->window, "15001");
  tambour_test_wait_text (actions_get_page (ui), "Action 15001");
  g_assert_cmpuint (actions_count_rows (ui), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/actions/overdue-comes-first", test_overdue_comes_first);
  g_test_add_func ("/actions/today-leads-there", test_today_leads_there);
  g_test_add_func ("/actions/narrow", test_narrow);
  g_test_add_func ("/actions/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/actions/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/actions/the-day-ends", test_the_day_ends);
  g_test_add_func ("/actions/the-filter", test_the_filter);
  g_test_add_func ("/actions/mine-or-the-teams", test_mine_or_the_teams);
  g_test_add_func ("/actions/by-keyboard", test_by_keyboard);
  g_test_add_func ("/actions/the-menu-key", test_the_menu_key);
  g_test_add_func ("/actions/many", test_many);

  return g_test_run ();
}
