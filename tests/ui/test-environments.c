/* test-environments.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-drafts-page.h"
#include "tambour-environment-pane.h"
#include "tambour-environment.h"
#include "tambour-note-page.h"
#include "tambour-note.h"

#define NAME "Hospitals and clinics"

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static TambourRecord *
find_environment (TambourTestUi *ui)
{
  return record_fixture_find (ui, TAMBOUR_TYPE_ENVIRONMENT, "name = \"" NAME "\"");
}

static TambourTestUi *
open_environment (int width,
                  int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "knowledge");
  tambour_test_wait_text (get_page (ui), NAME);
  tambour_test_settle ();
  gtk_widget_activate_action (tambour_test_find (get_page (ui), GTK_TYPE_LABEL, NAME), "list.select-item", "(ubb)", 9u, FALSE, FALSE);
  tambour_test_wait_text (get_page (ui), "Forwarder · Tambour demonstration");
  tambour_test_settle ();

  return ui;
}

static gboolean
has_dialog (gpointer data)
{
  return record_fixture_dialog (data) != NULL;
}

static void
begin_component (TambourTestUi *ui)
{
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Add Component…"), "clicked");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

static void
test_a_component_is_begun_in_its_environment (void)
{
  g_autoptr(TambourTestUi) ui = open_environment (1280, 820);
  g_autoptr(TambourRecord) environment = find_environment (ui);
  g_autoptr(TambourRecord) component = NULL;

  begin_component (ui);
  g_assert_true (g_str_has_prefix (record_fixture_text (record_fixture_dialog (ui), "environment_id"), environment->id));
  tambour_test_type (ui->window, "Edge collector");
  record_fixture_type (ui, "type", "Collector");
  record_fixture_save (ui);
  tambour_test_wait_text (get_page (ui), "Edge collector");

  component = record_fixture_find (ui, TAMBOUR_TYPE_COMPONENT, "product = \"Edge collector\"");
  g_assert_cmpstr (TAMBOUR_COMPONENT (component)->environment_id.id, ==, environment->id);
  g_assert_cmpstr (component->account_id.id, ==, environment->account_id.id);
}

/* It comes back where it was begun, and nowhere else. */
static void
test_its_draft_stays_in_its_environment (void)
{
  g_autoptr(TambourTestUi) ui = open_environment (1280, 820);
  g_autoptr(TambourRecord) environment = find_environment (ui);

  begin_component (ui);
  tambour_test_type (ui->window, "Edge collector");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  record_fixture_new (ui, "component", environment->account_id.id);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "product"), ==, "");
  g_assert_false (g_str_has_prefix (record_fixture_text (record_fixture_dialog (ui), "environment_id"), environment->id));
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (get_page (ui), "New Component");
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_DRAFTS_PAGE (get_page (ui)));
  gtk_widget_activate (tambour_test_find (get_page (ui), GTK_TYPE_LIST_BOX_ROW, NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "product"), ==, "Edge collector");
  g_assert_true (g_str_has_prefix (record_fixture_text (record_fixture_dialog (ui), "environment_id"), environment->id));
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
}

static void
test_what_has_a_link_to_it (void)
{
  g_autoptr(TambourTestUi) ui = open_environment (1280, 820);
  g_autoptr(TambourRecord) note = record_fixture_find (ui, TAMBOUR_TYPE_WORKFLOW_NOTE, "title = \"Who to call after hours\"");
  GtkWidget *pane = tambour_test_find (get_page (ui), TAMBOUR_TYPE_ENVIRONMENT_PANE, NULL);
  GtkWidget *label;

  g_assert_false (tambour_test_shows (get_page (ui), "Linked From"));
  tambour_note_set_body (note, "What runs there: [[hospitals and clinics]]");
  tambour_test_ui_put (ui, note);
  tambour_test_wait_text (get_page (ui), "Linked From");
  tambour_test_settle ();
  tambour_test_assert_named (get_page (ui));
  tambour_test_pictures (ui->window, "environment-linked");

  label = tambour_test_find (pane, GTK_TYPE_LABEL, "Who to call after hours");
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_NOTE_PAGE (get_page (ui)));
}

static gboolean
leads_to_the_old_town (gpointer data)
{
  g_autoptr(TambourRecord) note = record_fixture_find (data, TAMBOUR_TYPE_WORKFLOW_NOTE, "title = \"Who to call after hours\"");

  return g_str_equal (tambour_note_get_body (note), "What runs there: [[Old town]]");
}

static gboolean
leads_there (gpointer data)
{
  g_autoptr(TambourRecord) note = record_fixture_find (data, TAMBOUR_TYPE_WORKFLOW_NOTE, "title = \"Who to call after hours\"");

  return g_str_equal (tambour_note_get_body (note), "What runs there: [[" NAME "]]");
}

static void
test_links_follow_its_new_name (void)
{
  g_autoptr(TambourTestUi) ui = open_environment (1280, 820);
  g_autoptr(TambourRecord) environment = find_environment (ui);
  g_autoptr(TambourRecord) note = record_fixture_find (ui, TAMBOUR_TYPE_WORKFLOW_NOTE, "title = \"Who to call after hours\"");

  tambour_note_set_body (note, "What runs there: [[" NAME "]]");
  tambour_test_ui_put (ui, note);
  tambour_test_wait_text (get_page (ui), "Linked From");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.edit-record", "(ss)", "environment", environment->id);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  record_fixture_type (ui, "name", "Old town");
  record_fixture_save (ui);
  tambour_test_wait (leads_to_the_old_town, ui);
  tambour_test_wait_text (get_page (ui), "Old town");
  g_assert_true (tambour_test_shows (get_page (ui), "Linked From"));

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (leads_there, ui);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/environments/a-component-is-begun-in-its-environment", test_a_component_is_begun_in_its_environment);
  g_test_add_func ("/environments/its-draft-stays-in-its-environment", test_its_draft_stays_in_its_environment);
  g_test_add_func ("/environments/what-has-a-link-to-it", test_what_has_a_link_to_it);
  g_test_add_func ("/environments/links-follow-its-new-name", test_links_follow_its_new_name);

  return g_test_run ();
}
