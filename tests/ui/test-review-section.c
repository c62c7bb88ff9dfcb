/* test-review-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-amount.h"
#include "tambour-report.h"
#include "tambour-review-window.h"
#include "tambour-test-sql.h"
#include "tambour-value-dialog.h"
#include "tambour-value-row.h"
#include "tambour-value-section.h"
#include "tambour-value.h"

#define ORLA "Saint Orla Hospitals"

static GtkWidget *
get_section (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_VALUE_SECTION, NULL);
}

static TambourTestUi *
open_section (int width,
              int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "review");
  tambour_test_wait_text (ui->window, "Awaiting Acceptance");
  tambour_test_settle ();

  return ui;
}

static GtkWidget *
find_row (TambourTestUi *ui,
          const char    *text)
{
  GtkWidget *label = tambour_test_find (get_section (ui), GTK_TYPE_LABEL, text);

  return label ? gtk_widget_get_ancestor (label, TAMBOUR_TYPE_VALUE_ROW) : NULL;
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_VALUE_DIALOG (dialog);
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

static TambourValueEntry *
get_entry (TambourTestUi *ui,
           const char    *title)
{
  g_autofree char *expression = g_strdup_printf ("title = \"%s\"", title);

  return TAMBOUR_VALUE_ENTRY (record_fixture_find (ui, TAMBOUR_TYPE_VALUE_ENTRY, expression));
}

static void
assert_amount (GtkWidget *section,
               gint64     minor)
{
  g_autofree char *text = tambour_amount_money_whole ((TambourMoney) { minor, "USD" });

  g_assert_true (tambour_test_shows (section, text));
}

/* --- what it shows ----------------------------------------------------------- */

static void
test_the_ledger_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180);
  GtkWidget *section = get_section (ui);

  tambour_test_pictures (ui->window, "review-section");
  g_assert_true (tambour_test_shows (section, "value counted"));
  g_assert_true (tambour_test_shows (section, "2 entries, not counted"));
  g_assert_true (tambour_test_shows (section, "Clinic appliance, retired"));
  assert_amount (section, 8667600);
  assert_amount (section, 1240000 + 738400 / 2);
  assert_amount (section, 882000);
  g_assert_true (tambour_test_shows (section, "Rejected: Nobody can check what did not happen"));
  g_assert_true (tambour_test_shows (section, "Executive business review"));
  g_assert_true (tambour_test_shows (section, "2 entries await acceptance"));
  assert_amount (section, 940000);
  tambour_test_assert_named (ui->window);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_section (360, 720);

  g_assert_true (tambour_test_shows (get_section (ui), "Policy groups kept in one place"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "review-section-narrow");
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
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", owned->id, "review");

  tambour_test_wait_text (ui->window, "Nothing is accepted yet");
  g_assert_true (tambour_test_shows (ui->window, "Nothing awaits acceptance"));
  g_assert_true (tambour_test_shows (ui->window, "No rate is agreed"));
  g_assert_true (tambour_test_shows (ui->window, "No review is planned"));
  g_assert_true (tambour_test_shows (ui->window, "nobody was asked, or nobody answered"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "review-section-empty");
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE value_entries RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "review");
  tambour_test_wait_text (ui->window, "The value ledger could not be read");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO value_entries");
  g_signal_emit_by_name (tambour_test_find (get_section (ui), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (get_section (ui), "Awaiting Acceptance");
  g_assert_false (tambour_test_shows (get_section (ui), "The value ledger could not be read"));
}

/* --- what is done --------------------------------------------------------------- */

/* Enter proposes what the program computed; it is recorded then, and not before. */
static void
test_computed_is_proposed (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_VALUE_ENTRY, NULL);

  g_assert_true (gtk_widget_grab_focus (find_row (ui, "Clinic appliance, retired")));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (get_section (ui), "3 entries, not counted");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_VALUE_ENTRY, NULL), ==, n + 1);
  g_assert_false (tambour_test_shows (get_section (ui), "Can Be Proposed"));

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_section (ui), "2 entries, not counted");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_VALUE_ENTRY, NULL), ==, n);
}

/* By keyboard alone: the menu of the row, the person, and Ctrl+Return. */
static void
accept (TambourTestUi *ui)
{
  choose (ui, find_row (ui, "Second log server not bought"), 0);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "review-accept");

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say who of the customer agreed to it.");
  tambour_test_press (ui->window, "space");
  tambour_test_settle ();
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
}

static void
test_accepted_by_a_contact (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);
  g_autoptr(TambourValueEntry) accepted = NULL;
  g_autoptr(TambourValueEntry) back = NULL;

  accept (ui);
  tambour_test_wait_text (get_section (ui), "1 entry, not counted");
  accepted = get_entry (ui, "Second log server not bought");
  g_assert_cmpint (accepted->state, ==, TAMBOUR_VALUE_STATE_ACCEPTED);
  g_assert_nonnull (accepted->accepted_by_id.id);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_section (ui), "2 entries, not counted");
  back = get_entry (ui, "Second log server not bought");
  g_assert_cmpint (back->state, ==, TAMBOUR_VALUE_STATE_PROPOSED);
}

static void
test_rejected_with_a_reason (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);

  choose (ui, find_row (ui, "Second log server not bought"), 1);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say why the customer rejects it.");
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL)));
  tambour_test_type (ui->window, "leased, not bought");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_section (ui), "Rejected: leased, not bought");
}

/* Once a finished review counts it, not even undo changes it. */
static void
test_a_finished_review_holds_it (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);
  g_autoptr(TambourValueEntry) still = NULL;
  g_autoptr(TambourRecord) report = record_fixture_find (ui, TAMBOUR_TYPE_REPORT, "state = draft");

  accept (ui);
  tambour_test_wait_text (get_section (ui), "1 entry, not counted");
  TAMBOUR_REPORT (report)->state = TAMBOUR_REPORT_STATE_FINAL;
  TAMBOUR_REPORT (report)->as_of = (TambourInstant) { TAMBOUR_NEVER };
  tambour_test_ui_put (ui, report);
  tambour_test_wait_text (get_section (ui), "In a review");

  still = get_entry (ui, "Second log server not bought");
  gtk_widget_activate_action (get_section (ui), "review.withdraw", "s", TAMBOUR_RECORD (still)->id);
  tambour_test_settle ();
  g_clear_object (&still);
  still = get_entry (ui, "Second log server not bought");
  g_assert_cmpint (still->state, ==, TAMBOUR_VALUE_STATE_ACCEPTED);
}

static void
test_a_rate_is_agreed (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_RATE, NULL);
  GtkWidget *dialog;

  gtk_widget_activate_action (get_section (ui), "review.ask-rate", "s", "");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = GTK_WIDGET (record_fixture_dialog (ui));
  tambour_test_assert_named (dialog);
  tambour_test_pictures (ui->window, "review-rate");
  adw_combo_row_set_selected (ADW_COMBO_ROW (tambour_test_find (dialog, ADW_TYPE_COMBO_ROW, "Rate")), 5);
  g_assert_nonnull (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Hours"));
  gtk_editable_set_text (GTK_EDITABLE (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Hours")), "many");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (dialog, "This takes a number, such as 12.5"));
  gtk_editable_set_text (GTK_EDITABLE (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Hours")), "4");
  adw_combo_row_set_selected (ADW_COMBO_ROW (tambour_test_find (dialog, ADW_TYPE_COMBO_ROW, "Agreed By")), 1);
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_section (ui), "Time to restore");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_RATE, NULL), ==, n + 1);
}

static gboolean
has_builder (gpointer data)
{
  return tambour_review_window_find (((TambourTestUi *) data)->portfolio, NULL) != NULL;
}

/* The review of the year is composed in a window of its own, and the list leads there again. */
static void
test_a_review_is_made (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);

  g_assert_true (gtk_widget_activate_action (get_section (ui), "review.make", NULL));
  tambour_test_wait (has_builder, ui);
  tambour_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/review-section/the-ledger-of-an-account", test_the_ledger_of_an_account);
  g_test_add_func ("/review-section/narrow", test_narrow);
  g_test_add_func ("/review-section/nothing-yet", test_nothing_yet);
  g_test_add_func ("/review-section/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/review-section/computed-is-proposed", test_computed_is_proposed);
  g_test_add_func ("/review-section/accepted-by-a-contact", test_accepted_by_a_contact);
  g_test_add_func ("/review-section/rejected-with-a-reason", test_rejected_with_a_reason);
  g_test_add_func ("/review-section/a-finished-review-holds-it", test_a_finished_review_holds_it);
  g_test_add_func ("/review-section/a-rate-is-agreed", test_a_rate_is_agreed);
  g_test_add_func ("/review-section/a-review-is-made", test_a_review_is_made);

  return g_test_run ();
}
