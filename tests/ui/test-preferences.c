/* test-preferences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-about.h"
#include "tambour-appearance.h"
#include "tambour-autostart.h"
#include "tambour-people.h"
#include "tambour-preferences.h"
#include "tambour-test-ui.h"

static AdwDialog *
get_dialog (TambourTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

static AdwComboRow *
get_row (TambourTestUi *ui,
         const char    *title)
{
  AdwComboRow *row = tambour_test_find (get_dialog (ui), ADW_TYPE_COMBO_ROW, title);

  g_assert_nonnull (row);

  return row;
}

static gboolean
is_loaded (gpointer data)
{
  GtkWidget *row = tambour_test_find (get_dialog (data), ADW_TYPE_COMBO_ROW, "You are");

  return row != NULL && gtk_widget_is_sensitive (row);
}

static void
open_preferences (TambourTestUi *ui)
{
  tambour_test_ui_present (ui);
  tambour_preferences_present (GTK_WIDGET (ui->window), ui->portfolio);
  tambour_test_wait (is_loaded, ui);
}

static const char *
get_choice (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static gboolean
is_somebody (gpointer data)
{
  TambourTestUi *ui = data;

  return tambour_portfolio_get_me (ui->portfolio) != NULL && tambour_test_find (get_dialog (ui), ADW_TYPE_ENTRY_ROW, NULL) != NULL;
}

static void
test_says_who_works_here (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  open_preferences (ui);
  g_assert_cmpstr (get_choice (get_row (ui, "You are")), ==, "Mira Solberg");
  g_assert_cmpstr (get_choice (get_row (ui, "Role")), ==, "TAM");
  g_assert_cmpstr (get_choice (get_row (ui, "Working hours")), !=, "Not stated");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_picture (ui->window, "preferences");
}

static void
test_another_can_work_here (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  AdwComboRow *row;

  open_preferences (ui);
  row = get_row (ui, "You are");
  adw_combo_row_set_selected (row, 0);
  tambour_test_settle ();
  g_assert_null (tambour_portfolio_get_me (ui->portfolio));
  g_assert_null (tambour_test_find (get_dialog (ui), ADW_TYPE_ENTRY_ROW, NULL));

  adw_combo_row_set_selected (row, 1);
  tambour_test_wait (is_somebody, ui);
  g_assert_cmpstr (tambour_portfolio_get_author (ui->portfolio), ==, get_choice (row));
}

static void
test_somebody_new_can_work_here (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  GtkEditable *name;

  open_preferences (ui);
  g_assert_cmpstr (get_choice (get_row (ui, "You are")), ==, "Nobody in particular");
  adw_combo_row_set_selected (get_row (ui, "You are"), 1);
  tambour_test_wait (is_somebody, ui);

  name = tambour_test_find (get_dialog (ui), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (name, "<b>Ada</b> & %s");
  g_signal_emit_by_name (name, "apply");
  tambour_test_wait_text (get_dialog (ui), "<b>Ada</b> & %s");
  g_assert_cmpstr (tambour_portfolio_get_author (ui->portfolio), ==, "<b>Ada</b> & %s");
  g_assert_true (tambour_portfolio_can_undo (ui->portfolio));
}

static TambourPerson *
get_person (TambourTestUi *ui)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);
  g_autoptr(GError) error = NULL;
  TambourRecord *person = tambour_store_get (ui->store, klass, tambour_portfolio_get_me (ui->portfolio), &error);

  g_assert_no_error (error);

  return TAMBOUR_PERSON (person);
}

static void
test_hours_and_role_are_kept (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourPerson) person = NULL;

  open_preferences (ui);
  adw_combo_row_set_selected (get_row (ui, "Role"), TAMBOUR_PERSON_ROLE_MANAGER);
  tambour_test_settle ();
  adw_combo_row_set_selected (get_row (ui, "Working hours"), 0);
  tambour_test_settle ();

  person = get_person (ui);
  g_assert_cmpuint (person->role, ==, TAMBOUR_PERSON_ROLE_MANAGER);
  g_assert_null (person->calendar);
}

static void
test_colours_are_kept (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");

  tambour_appearance_follow (settings);
  open_preferences (ui);
  adw_combo_row_set_selected (get_row (ui, "Colours"), 2);
  tambour_test_settle ();
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  tambour_test_picture (ui->window, "preferences-dark");

  adw_combo_row_set_selected (get_row (ui, "Colours"), 0);
  tambour_test_settle ();
  g_assert_cmpuint (tambour_appearance_get (settings), ==, 0);
}

static void
test_another_portfolio_opens_at_the_start (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (380, 720);
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");
  g_autofree char *path = NULL;

  open_preferences (ui);
  adw_combo_row_set_selected (get_row (ui, "Open"), 1);
  path = g_settings_get_string (settings, "portfolio");
  g_assert_cmpstr (path, ==, tambour_portfolio_get_path (ui->portfolio));
  tambour_test_picture (ui->window, "preferences-narrow");
  g_settings_reset (settings, "portfolio");
}

static gboolean
is_wanted (gpointer data)
{
  return g_settings_get_boolean (data, "tell-when-closed");
}

static gboolean
is_not_wanted (gpointer data)
{
  return !is_wanted (data);
}

static void
test_new_cases_are_told_when_it_is_closed (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");
  g_autofree char *path = tambour_autostart_dup_path ();
  AdwSwitchRow *row;

  open_preferences (ui);
  row = tambour_test_find (get_dialog (ui), ADW_TYPE_SWITCH_ROW, "Tell me of new cases when the window is closed");
  g_assert_nonnull (row);
  g_assert_false (adw_switch_row_get_active (row));
  adw_switch_row_set_active (row, TRUE);
  tambour_test_wait (is_wanted, settings);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  adw_switch_row_set_active (row, FALSE);
  tambour_test_wait (is_not_wanted, settings);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A file where the folder should be. */
static void
test_what_cannot_be_is_not_chosen (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autofree char *path = tambour_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *message = NULL;
  AdwSwitchRow *row;

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  open_preferences (ui);
  row = tambour_test_find (get_dialog (ui), ADW_TYPE_SWITCH_ROW, "Tell me of new cases when the window is closed");
  adw_switch_row_set_active (row, TRUE);
  message = g_strdup_printf ("Tambour cannot start with your session, since the folder “%s” cannot be made.", folder);
  tambour_test_wait_text (get_dialog (ui), message);
  g_assert_false (adw_switch_row_get_active (row));
  g_unlink (folder);
}

static void
test_says_what_it_is (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  tambour_test_ui_present (ui);
  tambour_about_present (GTK_WIDGET (ui->window), ui->portfolio);
  tambour_test_wait_text (get_dialog (ui), "Tambour");
  tambour_test_picture (ui->window, "about");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("tambour-config-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/preferences/says-who-works-here", test_says_who_works_here);
  g_test_add_func ("/preferences/another-can-work-here", test_another_can_work_here);
  g_test_add_func ("/preferences/somebody-new-can-work-here", test_somebody_new_can_work_here);
  g_test_add_func ("/preferences/hours-and-role-are-kept", test_hours_and_role_are_kept);
  g_test_add_func ("/preferences/colours-are-kept", test_colours_are_kept);
  g_test_add_func ("/preferences/another-portfolio-opens-at-the-start", test_another_portfolio_opens_at_the_start);
  g_test_add_func ("/preferences/new-cases-are-told-when-it-is-closed", test_new_cases_are_told_when_it_is_closed);
  g_test_add_func ("/preferences/what-cannot-be-is-not-chosen", test_what_cannot_be_is_not_chosen);
  g_test_add_func ("/preferences/says-what-it-is", test_says_what_it_is);

  status = g_test_run ();
  tambour_test_remove_folder (config);

  return status;
}
