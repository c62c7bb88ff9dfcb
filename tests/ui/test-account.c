/* test-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-account-page.h"
#include "tambour-account-sections.h"
#include "tambour-case-row.h"
#include "tambour-clock-row.h"
#include "tambour-goal-row.h"
#include "tambour-health-dialog.h"
#include "tambour-lookup.h"
#include "tambour-meter-row.h"
#include "tambour-record-list-page.h"
#include "tambour-record-page.h"
#include "tambour-test-sql.h"

#define ORLA "Saint Orla Hospitals"

static GtkWidget *
get_page (TambourTestUi *ui)
{
  return GTK_WIDGET (tambour_window_get_page (ui->window));
}

static void
open_account (TambourTestUi *ui,
              const char    *name)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (ui->store, name, NULL);

  g_assert_nonnull (account);
  tambour_window_open_account (ui->window, tambour_record_get_id (TAMBOUR_RECORD (account)));
  tambour_test_wait_text (get_page (ui), name);
  tambour_test_settle ();
}

static TambourTestUi *
open_orla (int width,
           int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  open_account (ui, ORLA);
  /* It comes back as the test before left it. */
  tambour_account_page_show_section (TAMBOUR_ACCOUNT_PAGE (get_page (ui)), "overview");
  tambour_test_wait_text (ui->window, "Sponsor joined the call on 4 Nov");

  return ui;
}

static gboolean
shows_list (gpointer data)
{
  return TAMBOUR_IS_RECORD_LIST_PAGE (get_page (data));
}

static gboolean
shows_other (gpointer data)
{
  return !TAMBOUR_IS_ACCOUNT_PAGE (get_page (data));
}

/* --- Open, empty, full, error --------------------------------------------- */

static void
test_an_account_at_a_glance (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);

  tambour_test_wait_text (ui->window, "8 days left · renewal agreed for 12 months");
  tambour_test_wait_text (ui->window, "3 P2 cases in 30 days, usually 1");
  tambour_test_wait_text (ui->window, "412 M");
  tambour_test_wait_text (ui->window, "Slow lookups on ward tablets");
  tambour_test_wait_text (ui->window, "Cover every clinic network");
  tambour_test_wait_text (ui->window, "Case #4126 opened, P2");
  tambour_test_wait_text (ui->window, "Ruth Adeyemi");
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_CLOCK_ROW), ==, 1);
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_CASE_ROW), ==, 2);
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_GOAL_ROW), ==, 3);
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "account");
}

/* What was bought, used and left is what the records of the agreement say. */
static void
test_what_was_bought (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);
  guint before = tambour_test_count (ui->window, TAMBOUR_TYPE_METER_ROW);
  g_autoptr(TambourAccount) account = tambour_lookup_account (ui->store, ORLA, NULL);
  g_autofree char *expression = g_strdup_printf ("account_id = \"%s\" and title = \"Platinum 2025/26\"",
                                                 tambour_record_get_id (TAMBOUR_RECORD (account)));
  g_autoptr(TambourRecord) agreement = record_fixture_find (ui, TAMBOUR_TYPE_AGREEMENT, expression);
  g_autoptr(TambourRecord) entitlement = tambour_record_new (TAMBOUR_TYPE_ENTITLEMENT, NULL);
  g_autoptr(GError) error = NULL;

  tambour_test_wait_text (ui->window, "24 of 48 · 24 left");
  g_assert_cmpuint (before, >, 1);

  tambour_record_set_text (entitlement, "agreement_id", agreement->id, &error);
  tambour_record_set_text (entitlement, "account_id", tambour_record_get_id (TAMBOUR_RECORD (account)), &error);
  g_assert_no_error (error);
  TAMBOUR_ENTITLEMENT (entitlement)->kind = TAMBOUR_ENTITLEMENT_KIND_TAM_HOUR;
  TAMBOUR_ENTITLEMENT (entitlement)->granted = 7;
  tambour_test_ui_put (ui, entitlement);
  tambour_test_wait_text (ui->window, "0 of 7 · 7 left");
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_METER_ROW), ==, before + 1);
}

static void
test_an_empty_account (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  g_set_str (&TAMBOUR_ACCOUNT (account)->name, "<b>%s & Sons</b>");
  tambour_test_ui_put (ui, account);
  tambour_test_ui_present (ui);
  open_account (ui, "<b>%s & Sons</b>");

  tambour_test_wait_text (ui->window, "No case is open");
  tambour_test_wait_text (ui->window, "No goal is agreed");
  tambour_test_wait_text (ui->window, "Nothing is planned");
  tambour_test_wait_text (ui->window, "Nobody is known here yet");
  tambour_test_wait_text (ui->window, "What was bought, until when, and what is left of it stands here");
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "account-empty");
}

static void
test_what_cannot_be_read_is_said (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE goals RENAME TO lost");
  open_account (ui, ORLA);
  tambour_test_wait_text (ui->window, "The account could not be read");
  tambour_test_picture (ui->window, "account-error");

  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO goals");
  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (ui->window, "Cover every clinic network");
  tambour_test_wait_no_text (ui->window, "The account could not be read");
}

static void
test_somebody_removes_it (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);
  g_autoptr(TambourAccount) account = tambour_lookup_account (ui->store, ORLA, NULL);
  g_autoptr(TambourChange) change = tambour_change_new ("Another", "Remove");
  g_autoptr(GError) error = NULL;

  tambour_change_remove (change, TAMBOUR_RECORD (account));
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
  tambour_test_wait_text (ui->window, "This Account Is Not Here Any More");
}

/* --- Health --------------------------------------------------------------- */

static void
test_health_leads_to_its_records (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);
  GtkWidget *label = tambour_test_find (ui->window, GTK_TYPE_LABEL, "3 P2 cases in 30 days, usually 1");
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_grab_focus (row);
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (shows_list, ui);
  tambour_test_wait_text (get_page (ui), "3 records · " ORLA);
  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_wait_text (ui->window, "Sponsor joined the call on 4 Nov");
}

static void
test_all_parts_of_the_health (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);
  AdwDialog *dialog;

  g_signal_emit_by_name (gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_LABEL, "Needs attention"), GTK_TYPE_BUTTON),
                         "clicked");
  tambour_test_settle ();
  dialog = record_fixture_dialog (ui);
  g_assert_true (TAMBOUR_IS_HEALTH_DIALOG (dialog));
  tambour_test_wait_text (dialog, "Sponsor joined the call on 4 Nov");
  tambour_test_assert_named (dialog);
  tambour_test_pictures (ui->window, "account-health");

  gtk_widget_grab_focus (gtk_widget_get_ancestor (tambour_test_find (dialog, GTK_TYPE_LABEL, "Sponsor joined the call on 4 Nov"),
                                                  GTK_TYPE_LIST_BOX_ROW));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (shows_other, ui);
  g_assert_null (record_fixture_dialog (ui));
}

/* --- Edit and undo --------------------------------------------------------- */

static void
test_is_edited_and_undone (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);

  tambour_test_press (ui->window, "<Control>e");
  record_fixture_type (ui, "name", "Saint Orla Group");
  record_fixture_save (ui);
  tambour_test_wait_text (get_page (ui), "Saint Orla Group");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_page (ui), ORLA);
  tambour_test_press (ui->window, "<Control><Shift>z");
  tambour_test_wait_text (get_page (ui), "Saint Orla Group");
}

static void
test_is_archived_and_restored (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);

  gtk_widget_activate_action (get_page (ui), "account.archive", NULL);
  tambour_test_wait_text (ui->window, "This account is archived");
  tambour_test_wait_text (ui->window, ORLA " archived");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (ui->window, "This account is archived");

  gtk_widget_activate_action (get_page (ui), "account.archive", NULL);
  tambour_test_wait_text (ui->window, "This account is archived");
  gtk_widget_activate_action (get_page (ui), "account.restore", NULL);
  tambour_test_wait_no_text (ui->window, "This account is archived");
}

/* --- Keys and room --------------------------------------------------------- */

static void
test_sections_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);
  TambourAccountPage *page = TAMBOUR_ACCOUNT_PAGE (get_page (ui));

  tambour_test_press (ui->window, "<Alt>2");
  tambour_test_wait_text (ui->window, "Clinic forwarders");
  g_assert_cmpstr (tambour_account_page_get_section (page), ==, "knowledge");
  tambour_test_press (ui->window, "<Alt>7");
  tambour_test_wait_text (ui->window, "Marcus Feld");
  g_assert_cmpstr (tambour_account_page_get_section (page), ==, "people");
  tambour_test_press (ui->window, "<Alt>3");
  tambour_test_wait_text (ui->window, "Last 12 Months");
  g_assert_cmpstr (tambour_account_page_get_section (page), ==, "calls");
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "account-calls");
  tambour_test_press (ui->window, "<Alt>8");
  tambour_test_wait_text (ui->window, "#4117 escalated to Appliance engineering");
  g_assert_cmpstr (tambour_account_page_get_section (page), ==, "timeline");
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "account-timeline");
  tambour_test_press (ui->window, "<Alt>9");
  tambour_test_wait_text (ui->window, "Infrastructure Notes");
  tambour_test_assert_named (ui->window);

  /* The account comes back as one left it. */
  open_account (ui, "Skarvik Air");
  g_assert_cmpstr (tambour_account_page_get_section (TAMBOUR_ACCOUNT_PAGE (get_page (ui))), ==, "overview");
  open_account (ui, ORLA);
  g_assert_cmpstr (tambour_account_page_get_section (TAMBOUR_ACCOUNT_PAGE (get_page (ui))), ==, "records");
  tambour_test_press (ui->window, "<Alt>1");
  g_assert_cmpstr (tambour_account_page_get_section (TAMBOUR_ACCOUNT_PAGE (get_page (ui))), ==, "overview");
}

static void
test_the_timeline_is_filtered (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);

  tambour_test_press (ui->window, "<Alt>8");
  tambour_test_wait_text (ui->window, "#4117 escalated to Appliance engineering");
  gtk_widget_activate (tambour_test_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "Calls"));
  tambour_test_wait_no_text (ui->window, "#4117 escalated to Appliance engineering");
  tambour_test_wait_text (ui->window, "Fortnightly call, 28 min");
  gtk_widget_activate (tambour_test_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "All"));
  tambour_test_wait_text (ui->window, "#4117 escalated to Appliance engineering");
}

static void
test_fits_a_telephone (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (360, 720);
  AdwBottomSheet *sheet = tambour_test_find (ui->window, ADW_TYPE_BOTTOM_SHEET, NULL);

  g_assert_true (adw_bottom_sheet_get_reveal_bottom_bar (sheet));
  adw_bottom_sheet_set_open (sheet, TRUE);
  tambour_test_settle ();
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "account-sheet");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (tambour_test_find (adw_bottom_sheet_get_sheet (sheet), GTK_TYPE_LABEL, "People"),
                                                  GTK_TYPE_LIST_BOX_ROW));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Sponsors and Decision Makers");
  g_assert_false (adw_bottom_sheet_get_open (sheet));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 360);
}

/* Wherever the focus is when the window becomes narrow. */
static void
test_leaves_nothing_behind (void)
{
  g_autoptr(TambourTestUi) ui = open_orla (1280, 820);
  const GType types[] = { TAMBOUR_TYPE_CASE_ROW, TAMBOUR_TYPE_GOAL_ROW, TAMBOUR_TYPE_METER_ROW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *row = tambour_test_find (ui->window, types[i], NULL);

      gtk_widget_grab_focus (GTK_IS_LIST_BOX_ROW (row) ? row : gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW));
      tambour_test_resize (ui->window);
    }
  for (guint i = 2; i <= tambour_account_sections_get_n (); i++)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i);

      tambour_test_press (ui->window, key);
      tambour_test_resize (ui->window);
    }
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/account/shows-an-account-at-a-glance", test_an_account_at_a_glance);
  g_test_add_func ("/account/says-what-was-bought-used-and-left", test_what_was_bought);
  g_test_add_func ("/account/says-what-an-empty-one-lacks", test_an_empty_account);
  g_test_add_func ("/account/what-cannot-be-read-is-said", test_what_cannot_be_read_is_said);
  g_test_add_func ("/account/says-that-somebody-removed-it", test_somebody_removes_it);
  g_test_add_func ("/account/health-leads-to-its-records", test_health_leads_to_its_records);
  g_test_add_func ("/account/shows-all-parts-of-the-health", test_all_parts_of_the_health);
  g_test_add_func ("/account/is-edited-and-undone", test_is_edited_and_undone);
  g_test_add_func ("/account/is-archived-and-restored", test_is_archived_and_restored);
  g_test_add_func ("/account/sections-by-keyboard", test_sections_by_keyboard);
  g_test_add_func ("/account/the-timeline-is-filtered", test_the_timeline_is_filtered);
  g_test_add_func ("/account/fits-a-telephone", test_fits_a_telephone);
  g_test_add_func ("/account/leaves-nothing-behind", test_leaves_nothing_behind);

  return g_test_run ();
}
