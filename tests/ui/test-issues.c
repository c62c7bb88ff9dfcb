/* test-issues.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-fixture.h"
#include "tambour-audit.h"
#include "tambour-environment.h"
#include "tambour-exposure-dialog.h"
#include "tambour-exposure-moves.h"
#include "tambour-exposure-row.h"
#include "tambour-issue-page.h"
#include "tambour-issues-page.h"
#include "tambour-match-dialog.h"
#include "tambour-test-sql.h"

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static gboolean
shows_issues (gpointer data)
{
  TambourPage *page = get_page (data);

  return TAMBOUR_IS_ISSUES_PAGE (page) && tambour_page_is_ready (page);
}

static gboolean
shows_issue (gpointer data)
{
  TambourPage *page = get_page (data);

  return TAMBOUR_IS_ISSUE_PAGE (page) && tambour_page_is_ready (page);
}

static void
open_issues (TambourTestUi *ui)
{
  tambour_test_ui_present (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-known-issues", NULL));
  tambour_test_wait (shows_issues, ui);
  tambour_test_settle ();
}

static void
show (TambourTestUi *ui,
      const char    *toggle)
{
  adw_toggle_group_set_active_name (tambour_test_find (get_page (ui), ADW_TYPE_TOGGLE_GROUP, NULL), toggle);
  tambour_test_settle ();
}

/* Two accounts, a known issue of the forwarder, and what it is to one of them. */
static TambourTestUi *
new_small (void)
{
  TambourTestUi *ui = actions_new_small ();

  actions_put (ui, TAMBOUR_TYPE_ACCOUNT, "skarvik", "name", "Skarvik Air", "report_tz", "Europe/Oslo", NULL);
  actions_put (ui, TAMBOUR_TYPE_KNOWN_ISSUE, "ki-88", "title", "KI-88 Log rotation fills the disk", "product", "Forwarder",
               "version_range", "4.1.0 to 4.1.3", "fixed_in", "4.2", "severity", "high", "workaround", "Rotate twice a day", "published", "2026-11-19", NULL);
  actions_put (ui, TAMBOUR_TYPE_COMPONENT, "fw-1", "account_id", "orla", "type", "Appliance", "product", "Forwarder", "version", "4.1.3", NULL);
  actions_put (ui, TAMBOUR_TYPE_COMPONENT, "fw-2", "account_id", "skarvik", "type", "Appliance", "product", "Forwarder", "version", "4.1.0", NULL);
  actions_put (ui, TAMBOUR_TYPE_EXPOSURE, "ex-1", "account_id", "orla", "known_issue_id", "ki-88", "component_id", "fw-1",
               "state", "suspected", "since", "2026-11-20", NULL);

  return ui;
}

static TambourExposure *
get_exposure (TambourTestUi *ui,
              const char    *id)
{
  g_autoptr(GError) error = NULL;
  gpointer record = tambour_store_get (ui->store, tambour_kinds_find ("exposure"), id, &error);

  g_assert_no_error (error);

  return record;
}

static void
open_issue (TambourTestUi *ui)
{
  tambour_test_ui_present (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "known_issue", "ki-88"));
  tambour_test_wait (shows_issue, ui);
  tambour_test_settle ();
}

static gboolean
has_dialog (gpointer data)
{
  return record_fixture_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return record_fixture_dialog (data) == NULL;
}

static void
ask (TambourTestUi           *ui,
     TambourExposureMoveKind  kind)
{
  g_assert_true (gtk_widget_activate_action (get_page (ui), "win.ask-step", "(ssu)", "exposure", "ex-1", kind));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

static void
type_text (TambourTestUi *ui,
           const char    *text)
{
  GtkTextView *view = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
save (TambourTestUi *ui)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (record_fixture_dialog (ui)), "ask.save", NULL));
}

/* --- all of them ----------------------------------------------------------- */

static void
test_those_that_concern_somebody (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  open_issues (ui);
  g_assert_true (tambour_test_shows (get_page (ui), "KI-88 Log rotation fills the disk"));
  g_assert_true (tambour_test_shows (get_page (ui), "1 exposed"));
  g_assert_false (tambour_test_shows (get_page (ui), "KI-79 Forwarder drops large answers over one uplink"));
  tambour_test_assert_named (get_page (ui));
  tambour_test_pictures (ui->window, "known-issues");

  show (ui, "safe");
  g_assert_true (tambour_test_shows (get_page (ui), "KI-79 Forwarder drops large answers over one uplink"));
  show (ui, "all");
  g_assert_true (tambour_test_shows (get_page (ui), "KI-88 Log rotation fills the disk"));
  g_assert_true (tambour_test_shows (get_page (ui), "KI-79 Forwarder drops large answers over one uplink"));
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (360, 720);

  open_issues (ui);
  g_assert_true (tambour_test_shows (get_page (ui), "KI-88 Log rotation fills the disk"));
  tambour_test_assert_named (get_page (ui));
  tambour_test_picture (ui->window, "known-issues-narrow");
}

static void
test_the_filter_and_the_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  open_issues (ui);
  show (ui, "all");
  tambour_test_press (ui->window, "<Control>f");
  tambour_test_type (ui->window, "uplink");
  tambour_test_wait_no_text (get_page (ui), "KI-88 Log rotation fills the disk");
  g_assert_true (tambour_test_shows (get_page (ui), "KI-79 Forwarder drops large answers over one uplink"));
  tambour_test_type (ui->window, " nothing");
  tambour_test_wait_text (get_page (ui), "Nothing Like That");
  for (guint i = 0; i < 8; i++)
    tambour_test_press (ui->window, "BackSpace");
  tambour_test_wait_text (get_page (ui), "KI-79 Forwarder drops large answers over one uplink");

  gtk_widget_grab_focus (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL));
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (shows_issue, ui);
  tambour_test_wait_text (get_page (ui), "KI-79 Forwarder drops large answers over one uplink");
}

static void
test_none_is_written_down (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();

  open_issues (ui);
  g_assert_true (tambour_test_shows (get_page (ui), "No Known Issue Is Written Down"));
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "_New Known Issue…"), "clicked");
  tambour_test_wait (has_dialog, ui);
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();

  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE known_issues RENAME TO lost");
  open_issues (ui);
  g_assert_true (tambour_test_shows (get_page (ui), "The Known Issues Could Not Be Read"));
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO known_issues");
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  tambour_test_wait_text (get_page (ui), "KI-88 Log rotation fills the disk");
}

/* --- matching -------------------------------------------------------------- */

static void
test_matches_are_shown_before_they_are_recorded (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();

  open_issues (ui);
  tambour_test_wait_text (get_page (ui), "2 matches with components are not recorded");
  g_assert_true (gtk_widget_activate_action (get_page (ui), "issues.match", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "Skarvik Air");
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "1 new · 1 confirmed"));
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "KI-88 Log rotation fills the disk · Forwarder 4.1.0"));
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "match-issues");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_EXPOSURE, NULL), ==, 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (record_fixture_dialog (ui)), "match.record", NULL));
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_page (ui), "2 exposed");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_EXPOSURE, "state = exposed"), ==, 2);

  /* One change, which can be undone. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL));
  tambour_test_wait_text (get_page (ui), "1 suspected");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_EXPOSURE, NULL), ==, 1);
}

/* --- one of them ----------------------------------------------------------- */

static void
test_an_issue_and_whom_it_concerns (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();

  open_issue (ui);
  g_assert_true (tambour_test_shows (get_page (ui), "High · Forwarder · 4.1.0 to 4.1.3 · fixed in 4.2"));
  g_assert_true (tambour_test_shows (get_page (ui), "Rotate twice a day"));
  g_assert_true (tambour_test_shows (get_page (ui), "Saint Orla"));
  g_assert_true (tambour_test_shows (get_page (ui), "Suspected"));
  g_assert_cmpuint (tambour_test_count (get_page (ui), TAMBOUR_TYPE_EXPOSURE_ROW), ==, 1);
  tambour_test_assert_named (get_page (ui));
  tambour_test_pictures (ui->window, "known-issue");
}

static void
test_confirming_can_be_undone (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();

  open_issue (ui);
  g_assert_true (gtk_widget_activate_action (get_page (ui), "win.confirm-exposure", "s", "ex-1"));
  tambour_test_wait_text (get_page (ui), "Exposed");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL));
  tambour_test_wait_text (get_page (ui), "Suspected");
}

static void
test_a_safeguard_is_written_down (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();
  g_autoptr(TambourExposure) now = NULL;

  open_issue (ui);
  ask (ui, TAMBOUR_EXPOSURE_MOVE_MITIGATE);
  g_assert_true (TAMBOUR_IS_EXPOSURE_DIALOG (record_fixture_dialog (ui)));
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_picture (ui->window, "safeguard");
  type_text (ui, "");
  save (ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "Say what keeps the customer safe.");
  type_text (ui, "Tablets kept off the pair");
  save (ui);
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_page (ui), "Mitigated");
  now = get_exposure (ui, "ex-1");
  g_assert_cmpstr (now->safeguard, ==, "Tablets kept off the pair");
  g_assert_cmpuint (now->safeguard_on.julian, ==, tambour_date_new (2026, 11, 23).julian);
}

static void
test_a_risk_is_accepted (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();
  g_autoptr(TambourExposure) now = NULL;

  open_issue (ui);
  ask (ui, TAMBOUR_EXPOSURE_MOVE_ACCEPT);
  save (ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "Say who accepts it.");
  tambour_test_type (ui->window, "priya nair");
  save (ui);
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_page (ui), "Risk accepted");
  now = get_exposure (ui, "ex-1");
  g_assert_cmpstr (now->accepted_by, ==, "priya nair");
  g_assert_true (tambour_date_is_stated (now->accepted_until));
}

static void
test_an_action_is_created (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();
  g_autoptr(TambourRecord) action = NULL;

  open_issue (ui);
  ask (ui, TAMBOUR_EXPOSURE_MOVE_PLAN);
  save (ui);
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (ui->window, "Action created");
  action = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Rotate twice a day\"");
  g_assert_cmpstr (TAMBOUR_ACTION_ITEM (action)->exposure_id.id, ==, "ex-1");
}

/* --- at the account -------------------------------------------------------- */

static void
test_the_account_lists_its_safeguards (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();

  tambour_test_ui_present (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", "orla", "audits"));
  tambour_test_wait_text (get_page (ui), "KI-88 Log rotation fills the disk");
  g_assert_true (tambour_test_shows (get_page (ui), "1 open"));
  tambour_test_assert_named (get_page (ui));
  gtk_widget_activate (tambour_test_find (get_page (ui), TAMBOUR_TYPE_EXPOSURE_ROW, NULL));
  tambour_test_wait (shows_issue, ui);
}

/* --- on Today -------------------------------------------------------------- */

static void
test_today_says_what_is_new (void)
{
  g_autoptr(TambourTestUi) ui = new_small ();

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "1 known issue concerns Skarvik Air");
  g_assert_true (tambour_test_shows (ui->window, "KI-88 Log rotation fills the disk · not recorded yet"));
  g_assert_true (tambour_test_shows (ui->window, "1 known issue concerns Saint Orla"));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/issues/those-that-concern-somebody", test_those_that_concern_somebody);
  g_test_add_func ("/ui/issues/narrow", test_narrow);
  g_test_add_func ("/ui/issues/the-filter-and-the-keyboard", test_the_filter_and_the_keyboard);
  g_test_add_func ("/ui/issues/none-is-written-down", test_none_is_written_down);
  g_test_add_func ("/ui/issues/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/ui/issues/matches-are-shown-before-they-are-recorded", test_matches_are_shown_before_they_are_recorded);
  g_test_add_func ("/ui/issues/an-issue-and-whom-it-concerns", test_an_issue_and_whom_it_concerns);
  g_test_add_func ("/ui/issues/confirming-can-be-undone", test_confirming_can_be_undone);
  g_test_add_func ("/ui/issues/a-safeguard-is-written-down", test_a_safeguard_is_written_down);
  g_test_add_func ("/ui/issues/a-risk-is-accepted", test_a_risk_is_accepted);
  g_test_add_func ("/ui/issues/an-action-is-created", test_an_action_is_created);
  g_test_add_func ("/ui/issues/the-account-lists-its-safeguards", test_the_account_lists_its_safeguards);
  g_test_add_func ("/ui/issues/today-says-what-is-new", test_today_says_what_is_new);

  return g_test_run ();
}
