/* test-enablement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-enablement-section.h"
#include "tambour-library-dialog.h"
#include "tambour-plan-row.h"
#include "tambour-test-sql.h"
#include "tambour-usage.h"

#define ORLA "Saint Orla Hospitals"

static GtkWidget *
get_section (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_ENABLEMENT_SECTION, NULL);
}

static TambourTestUi *
open_section (int         width,
              int         height,
              const char *name)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autofree char *expression = g_strdup_printf ("name = \"%s\"", name);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, expression);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "enablement");
  tambour_test_wait_text (ui->window, "Feature Adoption");
  tambour_test_settle ();

  return ui;
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_LIBRARY_DIALOG (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window)) == NULL;
}

static GtkWidget *
find_row (TambourTestUi *ui,
          const char    *text)
{
  GtkWidget *label = tambour_test_find (get_section (ui), GTK_TYPE_LABEL, text);

  return label ? gtk_widget_get_ancestor (label, TAMBOUR_TYPE_PLAN_ROW) : NULL;
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
test_what_an_account_learns (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180, ORLA);
  GtkWidget *section = get_section (ui);

  tambour_test_pictures (ui->window, "enablement");
  g_assert_true (tambour_test_shows (section, "Suggested"));
  g_assert_true (tambour_test_shows (section, "Training Sessions"));
  g_assert_true (tambour_test_shows (section, "Guest networks of clinics"));
  g_assert_true (tambour_test_shows (section, "Policy from directory groups"));
  g_assert_true (tambour_test_shows (section, "1 to follow up now"));
  tambour_test_assert_named (ui->window);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_section (360, 720, ORLA);

  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "enablement-narrow");
}

static void
test_a_suggestion_is_shared (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180, ORLA);
  GtkWidget *row = find_row (ui, "Guest networks of clinics");
  AdwDialog *dialog;

  g_assert_nonnull (row);
  choose (ui, row, 0);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
  adw_combo_row_set_selected (ADW_COMBO_ROW (tambour_test_find (dialog, ADW_TYPE_COMBO_ROW, "Contact")), 1);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_section (ui), "23 Nov");

  {
    g_autoptr(TambourRecord) share = record_fixture_find (ui, TAMBOUR_TYPE_CONTENT_SHARE, "title = \"Guest networks of clinics\"");

    g_assert_nonnull (TAMBOUR_CONTENT_SHARE (share)->contact_id.id);
    g_assert_nonnull (TAMBOUR_CONTENT_SHARE (share)->why);
  }
}

static void
test_a_suggestion_is_left_out (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180, ORLA);

  choose (ui, find_row (ui, "Guest networks of clinics"), 1);
  tambour_test_wait_no_text (get_section (ui), "Guest networks of clinics");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (get_section (ui), "Guest networks of clinics");
}

static void
test_a_follow_up_ends (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180, ORLA);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");
  g_autofree char *expression = g_strdup_printf ("follow_up_on = 2026-11-23 and account_id = %s", account->id);
  g_autoptr(TambourRecord) guest = record_fixture_find (ui, TAMBOUR_TYPE_EARLY_ACCESS, expression);

  gtk_widget_activate_action (get_section (ui), "enablement.followed-up", "s", guest->id);
  tambour_test_wait_no_text (get_section (ui), "1 to follow up now");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (get_section (ui), "1 to follow up now");
}

static void
test_a_feature_comes_into_use (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180, "Skarvik Air");
  GtkWidget *label = tambour_test_find (get_section (ui), GTK_TYPE_LABEL, "Not in use");
  guint before = tambour_test_count (get_section (ui), TAMBOUR_TYPE_PLAN_ROW);
  GtkWidget *row;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, TAMBOUR_TYPE_PLAN_ROW);
  choose (ui, row, 0);
  tambour_test_wait_text (get_section (ui), "since 23 Nov");
  g_assert_cmpuint (tambour_test_count (get_section (ui), TAMBOUR_TYPE_PLAN_ROW), ==, before);
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
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", owned->id, "enablement");

  tambour_test_wait_text (ui->window, "Nothing is suggested");
  g_assert_true (tambour_test_shows (ui->window, "Nothing was shared yet"));
  g_assert_true (tambour_test_shows (ui->window, "They are invited to nothing"));
  g_assert_true (tambour_test_shows (ui->window, "Nobody was taught yet"));
  g_assert_true (tambour_test_shows (ui->window, "No feature is written down"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "enablement-empty");
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE trainings RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "enablement");
  tambour_test_wait_text (ui->window, "What they learn could not be read");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO trainings");
  g_signal_emit_by_name (tambour_test_find (get_section (ui), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (get_section (ui), "Feature Adoption");
  g_assert_false (tambour_test_shows (get_section (ui), "What they learn could not be read"));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/enablement/what-an-account-learns", test_what_an_account_learns);
  g_test_add_func ("/enablement/narrow", test_narrow);
  g_test_add_func ("/enablement/a-suggestion-is-shared", test_a_suggestion_is_shared);
  g_test_add_func ("/enablement/a-suggestion-is-left-out", test_a_suggestion_is_left_out);
  g_test_add_func ("/enablement/a-follow-up-ends", test_a_follow_up_ends);
  g_test_add_func ("/enablement/a-feature-comes-into-use", test_a_feature_comes_into_use);
  g_test_add_func ("/enablement/nothing-yet", test_nothing_yet);
  g_test_add_func ("/enablement/what-cannot-be-read", test_what_cannot_be_read);

  return g_test_run ();
}
