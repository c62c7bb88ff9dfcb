/* test-roadmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "roadmap-fixture.h"
#include "tambour-account-page.h"
#include "tambour-goal-row.h"
#include "tambour-goal.h"
#include "tambour-matrix-plane.h"
#include "tambour-plan-row.h"
#include "tambour-project-matrix.h"
#include "tambour-request-row.h"
#include "tambour-roadmap-dialog.h"
#include "tambour-roadmap-section.h"
#include "tambour-roadmap.h"
#include "tambour-test-sql.h"
#include "tambour-value.h"

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_ROADMAP_DIALOG (dialog);
}

/* Chooses the @position-th item of the menu of a row by keyboard. */
static void
choose (TambourTestUi *ui,
        GtkWidget     *row,
        guint          position)
{
  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Menu");
  tambour_test_settle ();
  for (guint i = 0; i < position; i++)
    tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
}

static void
type_into (TambourTestUi *ui,
           const char    *title,
           const char    *text)
{
  GtkWidget *row = tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
write_text (TambourTestUi *ui,
            const char    *text)
{
  GtkWidget *view = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);

  g_assert_true (gtk_widget_grab_focus (view));
  tambour_test_type (ui->window, text);
}

/* --- what it shows ----------------------------------------------------------- */

static void
test_the_roadmap_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 1180, ROADMAP_FIXTURE_ORLA);
  GtkWidget *section = roadmap_fixture_get_section (ui);

  tambour_test_pictures (ui->window, "roadmap");
  g_assert_true (tambour_test_shows (section, "Cover every clinic network"));
  g_assert_true (tambour_test_shows (section, "12 of 14 sites · due 31 Dec"));
  g_assert_true (tambour_test_shows (section, "Change freeze · now 15 Jan 2027"));
  g_assert_true (tambour_test_shows (section, "FR-231 · new today · with 2 other accounts"));
  g_assert_true (tambour_test_shows (section, "Planned, Q1 2027"));
  g_assert_true (tambour_test_shows (section, "2 × 6"));
  g_assert_true (tambour_test_shows (section, "2 on track, 1 slipped, 1 added"));
  g_assert_true (tambour_test_shows (section, "Agenda has 5 points · 13:30 Chicago"));
  g_assert_true (tambour_test_shows (section, "Prep ready"));
  g_assert_true (tambour_test_shows (section, "Priya Raman · Dec 2026–Feb 2027 · impact 5, effort 2"));
  g_assert_true (tambour_test_shows (section, "Confidential"));
  tambour_test_assert_named (ui->window);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (360, 720, ROADMAP_FIXTURE_ORLA);

  g_assert_true (tambour_test_shows (roadmap_fixture_get_section (ui), "Cover every clinic network"));
  g_assert_true (tambour_test_shows (roadmap_fixture_get_section (ui), "27 Aug · 2 on track, 1 slipped, 1 added"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "roadmap-narrow");
}

static void
test_rows_lead_to_their_records (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  GtkWidget *row = roadmap_fixture_find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages");

  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Desmond Achebe");
}

static void
test_nothing_yet (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  TambourAccount *account = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));
  g_autoptr(TambourRecord) owned = TAMBOUR_RECORD (account);

  g_set_str (&account->name, "Harbour Rail");
  g_set_str (&account->short_code, "HR");
  tambour_test_ui_put (ui, TAMBOUR_RECORD (account));
  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", owned->id, "roadmap");

  tambour_test_wait_text (ui->window, "No goal is agreed");
  g_assert_true (tambour_test_shows (ui->window, "Nothing is asked for"));
  g_assert_true (tambour_test_shows (ui->window, "No roadmap review yet"));
  g_assert_true (tambour_test_shows (ui->window, "No project is proposed"));
  g_assert_null (tambour_test_find (ui->window, TAMBOUR_TYPE_PROJECT_MATRIX, NULL));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "roadmap-empty");
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ROADMAP_FIXTURE_ORLA "\"");

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE projects RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "roadmap");
  tambour_test_wait_text (ui->window, "The roadmap could not be read");
  tambour_test_assert_named (ui->window);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO projects");
  g_signal_emit_by_name (tambour_test_find (roadmap_fixture_get_section (ui), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "Value-Add Projects");
  g_assert_false (tambour_test_shows (roadmap_fixture_get_section (ui), "The roadmap could not be read"));
}

/* --- goals ---------------------------------------------------------------------- */

static void
test_a_reading_is_recorded (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);

  choose (ui, roadmap_fixture_find_row (ui, TAMBOUR_TYPE_GOAL_ROW, "Cover every clinic network"), 0);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "roadmap-reading");

  type_into (ui, "Value (sites)", "many");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "This takes a number, such as 12.5"));

  type_into (ui, "Value (sites)", "13");
  write_text (ui, "Counted with Marcus");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "13 of 14 sites · due 31 Dec");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_GOAL_READING, "evidence = \"Counted with Marcus\""), ==, 1);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "12 of 14 sites · due 31 Dec");
}

/* What is typed stays when the dialog is closed, and stands there the next time. */
static void
test_what_is_typed_is_kept (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);

  g_assert_true (gtk_widget_activate_action (roadmap_fixture_get_section (ui), "roadmap.ask-request", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  type_into (ui, "Feature", "Alerts by text message");
  write_text (ui, "Nobody reads mail at night.");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  g_assert_true (gtk_widget_activate_action (roadmap_fixture_get_section (ui), "roadmap.ask-request", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "From your draft");
  g_assert_cmpstr (gtk_editable_get_text (tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_ENTRY_ROW, "Feature")), ==, "Alerts by text message");
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "roadmap-request");

  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "Alerts by text message");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "quote = \"Nobody reads mail at night.\""), ==, 1);
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (roadmap_fixture_get_section (ui), "Alerts by text message");
}

/* What was typed and not saved is found with the other drafts, and goes on from there. */
static void
test_a_draft_is_found_again (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  GtkWidget *button;

  choose (ui, roadmap_fixture_find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 2);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  write_text (ui, "The wrong clinic rings.");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (ui->window, "Add Evidence: Per-site block pages");
  button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft");
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "From your draft");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "quote = \"The wrong clinic rings.\""), ==, 1);
}

/* --- reviews ----------------------------------------------------------------------- */

/* What is planned there is a review, whatever else one can plan. */
static void
test_a_review_is_planned (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);

  g_assert_true (gtk_widget_activate_action (roadmap_fixture_get_section (ui), "roadmap.plan", NULL));
  tambour_test_settle ();
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "kind"), ==, "roadmap_review");
}

/* --- requests ---------------------------------------------------------------------- */

static void
test_a_request_goes_a_step_on (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, NULL);

  choose (ui, roadmap_fixture_find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 0);
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "In work, Q2 2027");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, NULL), ==, n + 1);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "Planned, Q2 2027");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, NULL), ==, n);
}

static void
test_a_request_is_declined (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);

  choose (ui, roadmap_fixture_find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 1);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say why it is declined.");
  write_text (ui, "One page for all does");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "Declined");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, "reason = \"One page for all does\" and status = declined"), ==, 1);
}

static void
test_evidence_is_added (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);

  choose (ui, roadmap_fixture_find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 2);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  write_text (ui, "The wrong clinic rings.");
  type_into (ui, "Value at Stake", "20000");
  type_into (ui, "Where It Was Said", "Visit");
  adw_combo_row_set_selected (tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_COMBO_ROW, "Impact"), TAMBOUR_REQUEST_IMPACT_BLOCKER);
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);

  /* A fifth of the fee is more than two tenths. */
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "3 × 9");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "source = Visit and impact = blocker"), ==, 1);
}

/* --- the matrix ------------------------------------------------------------------------ */

/* --- plans ------------------------------------------------------------------------------ */

static void
test_a_plan_is_released (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  g_autoptr(TambourRecord) item = record_fixture_find (ui, TAMBOUR_TYPE_ROADMAP_ITEM, "title = \"Failover drill from the console\"");
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ROADMAP_FIXTURE_ORLA "\"");
  g_autoptr(TambourRecord) released = NULL;

  choose (ui, roadmap_fixture_find_row (ui, TAMBOUR_TYPE_PLAN_ROW, "Failover drill from the console"), 0);
  tambour_test_wait_text (roadmap_fixture_get_section (ui), "Released");
  released = record_fixture_get (ui, item);
  g_assert_true (tambour_roadmap_item_may_leave (TAMBOUR_ROADMAP_ITEM (released), account->id));
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (roadmap_fixture_get_section (ui), "Released");
}

/* --- reading only ------------------------------------------------------------------------- */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TambourPortfolio **portfolio = user_data;
  g_autoptr(GError) error = NULL;

  *portfolio = tambour_portfolio_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Nothing is offered that would change something, and arrow keys move no point. */
static void
test_reading_only (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ROADMAP_FIXTURE_ORLA "\"");
  g_autoptr(TambourRecord) project = roadmap_fixture_find_project (ui, "Own block page per site");
  gint64 n = tambour_store_last_change (ui->store);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  tambour_portfolio_open_async (tambour_store_get_path (ui->store), TAMBOUR_STORE_READ_ONLY, NULL, opened_cb, &portfolio);
  tambour_test_wait (is_set, &portfolio);
  tambour_portfolio_set_now (portfolio, tambour_portfolio_now (ui->portfolio));
  tambour_test_ui_present (ui);
  tambour_window_set_portfolio (ui->window, portfolio);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "roadmap");
  tambour_test_wait_text (ui->window, "Value-Add Projects");

  g_assert_false (gtk_widget_is_sensitive (tambour_test_find (roadmap_fixture_get_section (ui), GTK_TYPE_BUTTON, "Add Goal")));
  g_assert_null (tambour_test_find (roadmap_fixture_find_row (ui, TAMBOUR_TYPE_GOAL_ROW, "Cover every clinic network"), GTK_TYPE_MENU_BUTTON, NULL));
  g_assert_true (gtk_widget_grab_focus (tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id)));
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  g_assert_cmpint (tambour_store_last_change (ui->store), ==, n);

  tambour_window_set_portfolio (ui->window, ui->portfolio);
  tambour_test_settle ();
  tambour_portfolio_close (portfolio);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/roadmap/the-roadmap-of-an-account", test_the_roadmap_of_an_account);
  g_test_add_func ("/roadmap/narrow", test_narrow);
  g_test_add_func ("/roadmap/rows-lead-to-their-records", test_rows_lead_to_their_records);
  g_test_add_func ("/roadmap/nothing-yet", test_nothing_yet);
  g_test_add_func ("/roadmap/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/roadmap/a-reading-is-recorded", test_a_reading_is_recorded);
  g_test_add_func ("/roadmap/what-is-typed-is-kept", test_what_is_typed_is_kept);
  g_test_add_func ("/roadmap/a-draft-is-found-again", test_a_draft_is_found_again);
  g_test_add_func ("/roadmap/a-review-is-planned", test_a_review_is_planned);
  g_test_add_func ("/roadmap/a-request-goes-a-step-on", test_a_request_goes_a_step_on);
  g_test_add_func ("/roadmap/a-request-is-declined", test_a_request_is_declined);
  g_test_add_func ("/roadmap/evidence-is-added", test_evidence_is_added);
  g_test_add_func ("/roadmap/a-plan-is-released", test_a_plan_is_released);
  g_test_add_func ("/roadmap/reading-only", test_reading_only);

  return g_test_run ();
}
