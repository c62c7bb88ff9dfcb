/* test-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-account-page.h"
#include "tambour-case.h"
#include "tambour-environment.h"
#include "tambour-plan-row.h"
#include "tambour-service-dialog.h"
#include "tambour-service-section.h"
#include "tambour-test-sql.h"
#include "tambour-usage.h"

#define ORLA "Saint Orla Hospitals"

/* So wide that no menu opens where the pointer rests, which would choose in it. */
#define WIDE 1500

static GtkWidget *
get_section (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_SERVICE_SECTION, NULL);
}

static TambourTestUi *
open_section (int width,
              int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "cases");
  tambour_test_wait_text (ui->window, "Planned Changes");
  tambour_test_settle ();

  return ui;
}

static GtkWidget *
find_row (TambourTestUi *ui,
          const char    *text)
{
  GtkWidget *label = tambour_test_find (get_section (ui), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, TAMBOUR_TYPE_PLAN_ROW);
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_SERVICE_DIALOG (dialog);
}

/* Chooses the @position-th item of the menu of a row by keyboard. */
static void
choose (TambourTestUi *ui,
        const char    *text,
        guint          position)
{
  g_assert_true (gtk_widget_grab_focus (find_row (ui, text)));
  tambour_test_press (ui->window, "Menu");
  tambour_test_settle ();
  for (guint i = 0; i < position; i++)
    tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
}

static void
ask (TambourTestUi *ui,
     const char    *text,
     guint          position)
{
  choose (ui, text, position);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_assert_named (record_fixture_dialog (ui));
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
select_in (TambourTestUi *ui,
           const char    *title,
           guint          position)
{
  GtkWidget *row = tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_COMBO_ROW, title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

static void
write_text (TambourTestUi *ui,
            const char    *text)
{
  GtkWidget *view = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);

  g_assert_true (gtk_widget_grab_focus (view));
  tambour_test_type (ui->window, text);
}

static void
save (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
}

/* --- what it shows ----------------------------------------------------------- */

static void
test_the_service_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1100);
  GtkWidget *section = get_section (ui);

  tambour_test_pictures (ui->window, "account-cases");
  g_assert_true (tambour_test_shows (section, "Slow lookups on ward tablets"));
  g_assert_true (tambour_test_shows (section, "Level 2 · #4117 · with Appliance engineering"));
  g_assert_true (tambour_test_shows (section, "Taken"));
  g_assert_true (tambour_test_shows (section, "New certificate on the block page"));
  g_assert_true (tambour_test_shows (section, "22:00–22:30 Chicago · 20:00 your time · Renewal · risk: Medium"));
  g_assert_true (tambour_test_shows (section, "Told 1 day late"));
  g_assert_true (tambour_test_shows (section, "falls into “No changes over the holidays”"));
  g_assert_true (tambour_test_shows (section, "“Clinic appliance restarts nightly” is escalated"));
  g_assert_true (tambour_test_shows (section, "until 4 Jan 2027 · Freeze"));
  g_assert_true (tambour_test_shows (section, "Rolled back"));
  g_assert_true (tambour_test_shows (section, "Ask again"));
  g_assert_true (tambour_test_shows (section, "Tomas called before I had to ask."));
  g_assert_true (tambour_test_shows (section, "4 of 5"));
  tambour_test_assert_named (ui->window);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_section (360, 720);

  g_assert_true (tambour_test_shows (get_section (ui), "New certificate on the block page"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "account-cases-narrow");
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
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", owned->id, "cases");

  tambour_test_wait_text (ui->window, "No change is planned");
  g_assert_true (tambour_test_shows (ui->window, "No case is open"));
  g_assert_true (tambour_test_shows (ui->window, "Nothing was escalated within a year"));
  g_assert_true (tambour_test_shows (ui->window, "nobody was asked within a year"));
  g_assert_true (tambour_test_shows (ui->window, "no outage within a year · 100.00 % available"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "account-cases-empty");
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE survey_responses RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "cases");
  tambour_test_wait_text (ui->window, "The service could not be read");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO survey_responses");
  g_signal_emit_by_name (tambour_test_find (get_section (ui), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (get_section (ui), "Planned Changes");
  g_assert_false (tambour_test_shows (get_section (ui), "The service could not be read"));
}

static void
test_rows_lead_to_their_records (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);

  g_assert_true (gtk_widget_grab_focus (find_row (ui, "New certificate on the block page")));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Both appliances of a pair, one after the other.");
}

/* --- planned changes ------------------------------------------------------------ */

static void
test_what_is_no_day (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);

  ask (ui, "Second forwarder pair at Old Mill", 0);
  type_into (ui, "Told On", "some day");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "This takes a day, such as 20 nov");
  tambour_test_pictures (ui->window, "account-cases-told");
  g_assert_true (has_dialog (ui));
}

static void
test_the_customer_is_told (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);

  ask (ui, "Second forwarder pair at Old Mill", 0);
  type_into (ui, "Told On", "2026-11-20");
  save (ui);
  tambour_test_wait_no_text (find_row (ui, "Second forwarder pair at Old Mill"), "Tell by 4 Dec");
  g_assert_true (tambour_test_shows (find_row (ui, "Second forwarder pair at Old Mill"), "Told in time"));
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (find_row (ui, "Second forwarder pair at Old Mill"), "Tell by 4 Dec");
}

static void
test_an_outcome_is_recorded (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);

  ask (ui, "New certificate on the block page", 1);
  tambour_test_pictures (ui->window, "account-cases-outcome");
  select_in (ui, "How It Went", 1);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say what came of it.");
  write_text (ui, "Browsers refused it");
  save (ui);
  tambour_test_wait_text (get_section (ui), "Failed");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_PLANNED_CHANGE, "outcome = \"Browsers refused it\" and state = failed"), ==, 1);
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_section (ui), "Failed");
}

/* What was told of the old time does not count for the new one. */
static void
test_a_change_is_postponed (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);

  ask (ui, "New certificate on the block page", 2);
  type_into (ui, "Begins at the Customer’s", "2026-12-09 21:00");
  tambour_test_pictures (ui->window, "account-cases-postpone");
  save (ui);
  tambour_test_wait_text (find_row (ui, "New certificate on the block page"), "21:00–21:30 Chicago · 19:00 your time · Renewal · risk: Medium");
  g_assert_true (tambour_test_shows (find_row (ui, "New certificate on the block page"), "Tell by 2 Dec"));
}

/* --- escalations ------------------------------------------------------------------ */

static void
test_an_escalation_is_assigned_and_ends (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);

  ask (ui, "Level 2 · #4117 · with Appliance engineering", 0);
  type_into (ui, "Answered for By", "Priscilla Oduya");
  save (ui);
  tambour_test_wait_text (get_section (ui), "Level 2 · #4117 · with Priscilla Oduya");

  ask (ui, "Level 2 · #4117 · with Priscilla Oduya", 1);
  write_text (ui, "Fixed in build 4.2");
  save (ui);
  tambour_test_wait_text (get_section (ui), "Fixed in build 4.2");
  g_assert_false (tambour_test_shows (get_section (ui), "Taken"));
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_section (ui), "Taken");
}

static void
test_an_escalation_is_taken (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);
  g_autoptr(TambourRecord) escalation = record_fixture_find (ui, TAMBOUR_TYPE_ESCALATION, "owner = \"Appliance engineering\" and deescalated_at = \"\"");

  TAMBOUR_ESCALATION (escalation)->acknowledged_at.seconds = TAMBOUR_NEVER;
  tambour_test_ui_put (ui, escalation);
  tambour_test_wait_text (get_section (ui), "Not taken");
  choose (ui, "Level 2 · #4117 · with Appliance engineering", 0);
  tambour_test_wait_text (get_section (ui), "Taken");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_section (ui), "Not taken");
}

/* --- surveys ------------------------------------------------------------------------ */

static void
test_an_answer_is_recorded (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);

  ask (ui, "Priya Raman", 0);
  type_into (ui, "Score from 1 to 5", "6");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "This score goes from 1 to 5.");
  type_into (ui, "Score from 1 to 5", "3");
  write_text (ui, "It took two calls");
  save (ui);
  tambour_test_wait_text (get_section (ui), "#4086 · It took two calls");
  g_assert_true (tambour_test_shows (find_row (ui, "#4086 · It took two calls"), "3 of 5"));
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_section (ui), "#4086 · It took two calls");
  g_assert_true (tambour_test_shows (find_row (ui, "Priya Raman"), "Ask again"));
}

static void
test_somebody_is_asked (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_SURVEY_RESPONSE, "kind = nps");

  gtk_widget_activate_action (get_section (ui), "service.ask", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  select_in (ui, "What Was Asked", TAMBOUR_SURVEY_KIND_NPS);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say who is asked.");
  select_in (ui, "Contact", 1);
  save (ui);
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_SURVEY_RESPONSE, "kind = nps"), ==, n + 1);
}

/* What is typed stays when the dialog is closed, and stands with the drafts. */
static void
test_what_is_typed_is_kept (void)
{
  g_autoptr(TambourTestUi) ui = open_section (WIDE, 1100);
  GtkWidget *button;

  gtk_widget_activate_action (get_section (ui), "service.add-answer", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  write_text (ui, "You answer at night.");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (ui->window, "Record Answer: " ORLA);
  button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft");
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "From your draft");
  type_into (ui, "Score from 1 to 5", "5");
  save (ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_SURVEY_RESPONSE, "text = \"You answer at night.\" and score = 5"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/service/the-service-of-an-account", test_the_service_of_an_account);
  g_test_add_func ("/service/narrow", test_narrow);
  g_test_add_func ("/service/nothing-yet", test_nothing_yet);
  g_test_add_func ("/service/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/service/rows-lead-to-their-records", test_rows_lead_to_their_records);
  g_test_add_func ("/service/what-is-no-day", test_what_is_no_day);
  g_test_add_func ("/service/the-customer-is-told", test_the_customer_is_told);
  g_test_add_func ("/service/an-outcome-is-recorded", test_an_outcome_is_recorded);
  g_test_add_func ("/service/a-change-is-postponed", test_a_change_is_postponed);
  g_test_add_func ("/service/an-escalation-is-assigned-and-ends", test_an_escalation_is_assigned_and_ends);
  g_test_add_func ("/service/an-escalation-is-taken", test_an_escalation_is_taken);
  g_test_add_func ("/service/an-answer-is-recorded", test_an_answer_is_recorded);
  g_test_add_func ("/service/somebody-is-asked", test_somebody_is_asked);
  g_test_add_func ("/service/what-is-typed-is-kept", test_what_is_typed_is_kept);

  return g_test_run ();
}
