/* test-library.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-guests.h"
#include "tambour-item-page.h"
#include "tambour-library-dialog.h"
#include "tambour-library-page.h"
#include "tambour-library-row.h"
#include "tambour-plan-row.h"
#include "tambour-programme-page.h"
#include "tambour-test-sql.h"

#define FAILOVER "Failover tests that people dare to run"
#define GROUPS   "Policy from directory groups"

static TambourTestUi *
open_library (int width,
              int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  tambour_window_go_place (ui->window, "library");
  tambour_test_wait_text (ui->window, "Staged client rollout");
  tambour_test_settle ();

  return ui;
}

static GtkWidget *
get_page (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_LIBRARY_PAGE, NULL);
}

static AdwToggleGroup *
get_toggles (TambourTestUi *ui)
{
  return ADW_TOGGLE_GROUP (tambour_test_find (get_page (ui), ADW_TYPE_TOGGLE_GROUP, NULL));
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

/* Opens a record of its own, pushed. */
static void
open_record (TambourTestUi *ui,
             GType          type,
             const char    *title)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  g_autofree char *expression = g_strdup_printf ("title = \"%s\"", title);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, type, expression);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", klass->kind, record->id);
}

static GtkWidget *
find_row (gpointer    root,
          const char *text)
{
  GtkWidget *label = tambour_test_find (root, GTK_TYPE_LABEL, text);

  return label ? gtk_widget_get_ancestor (label, TAMBOUR_TYPE_PLAN_ROW) : NULL;
}

/* --- the list -------------------------------------------------------------------- */

static void
test_the_library (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);

  g_assert_true (tambour_test_shows (get_page (ui), "28 items"));
  g_assert_nonnull (tambour_test_find (get_page (ui), TAMBOUR_TYPE_ITEM_PAGE, NULL));
  g_assert_true (tambour_test_shows (get_page (ui), "Suggested For"));
  g_assert_cmpuint (tambour_test_count (get_page (ui), TAMBOUR_TYPE_LIBRARY_ROW), >, 10);
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "library");
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_library (360, 720);

  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "library-narrow");
}

static void
test_the_filter_and_the_kind (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);
  GtkWidget *entry;

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_settle ();
  entry = tambour_test_find (get_page (ui), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "playbook");
  tambour_test_wait_no_text (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL), "Staged client rollout");
  g_assert_true (tambour_test_shows (get_page (ui), "A playbook for a malicious host"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "xyzzy");
  tambour_test_wait_text (get_page (ui), "Nothing Like That");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  tambour_test_wait_no_text (get_page (ui), "Nothing Like That");

  gtk_widget_activate_action (get_page (ui), "library.kind", "s", "white_paper");
  tambour_test_wait_no_text (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL), "Staged client rollout");
  g_assert_true (tambour_test_shows (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL), "Guest networks of clinics"));
}

static void
test_an_empty_library_says_how_to_begin (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  tambour_test_ui_present (ui);
  tambour_window_go_place (ui->window, "library");
  tambour_test_wait_text (ui->window, "The Library Is Empty");
  g_assert_nonnull (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "_New Item…"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "library-empty");

  adw_toggle_group_set_active_name (get_toggles (ui), "programmes");
  tambour_test_wait_text (ui->window, "No Programme Yet");
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE programmes RENAME TO lost");
  tambour_window_go_place (ui->window, "library");
  tambour_test_wait_text (ui->window, "The Library Could Not Be Read");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO programmes");
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  tambour_test_wait_text (ui->window, "Staged client rollout");
}

/* --- an item ----------------------------------------------------------------------- */

static void
test_an_item_is_shared_and_taken_back (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 1000);
  GtkWidget *page, *row, *fits;
  AdwDialog *dialog;

  open_record (ui, TAMBOUR_TYPE_LIBRARY_ITEM, FAILOVER);
  tambour_test_wait_text (ui->window, "Nobody has it yet");
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  g_assert_true (TAMBOUR_IS_ITEM_PAGE (page));
  tambour_test_assert_named (ui->window);
  fits = tambour_test_find (page, TAMBOUR_TYPE_PLAN_ROW, NULL);
  row = find_row (page, "Saint Orla Hospitals");
  g_assert_nonnull (row ? row : fits);
  row = row ? row : fits;

  /* The first item of the menu of the row. */
  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Menu");
  tambour_test_settle ();
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
  g_assert_true (tambour_test_shows (dialog, FAILOVER));
  tambour_test_assert_named (dialog);
  tambour_test_pictures (ui->window, "library-share");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (page, "Not opened");
  g_assert_false (tambour_test_shows (page, "Nobody has it yet"));

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (page, "Nobody has it yet");
}

static void
test_sharing_needs_an_account (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);
  AdwDialog *dialog;

  open_record (ui, TAMBOUR_TYPE_LIBRARY_ITEM, FAILOVER);
  tambour_test_wait_text (ui->window, "Nobody has it yet");
  gtk_widget_activate_action (GTK_WIDGET (tambour_window_get_page (ui->window)), "item.share", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (dialog, "Say which account.");
  adw_combo_row_set_selected (ADW_COMBO_ROW (tambour_test_find (dialog, ADW_TYPE_COMBO_ROW, "Account")), 1);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (tambour_window_get_page (ui->window), "Not opened");
}

/* A question that was not answered is in the list of drafts, and opens from there. */
static void
test_what_was_typed_comes_back (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autoptr(TambourRecord) item = record_fixture_find (ui, TAMBOUR_TYPE_LIBRARY_ITEM, "title = \"" FAILOVER "\"");
  GtkWidget *row, *view;

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.ask-library", "(uss)", (guint) TAMBOUR_LIBRARY_MOVE_SHARE, item->id, account->id);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  view = tambour_test_find (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "They asked for it", -1);
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (ui->window, "Share With a Customer: " FAILOVER);
  row = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  view = tambour_test_find (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)), GTK_TYPE_TEXT_VIEW, NULL);
  {
    g_autofree char *text = NULL;

    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
    g_assert_cmpstr (text, ==, "They asked for it");
  }
}

static void
test_a_suggestion_is_not_for_them (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 1000);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  GtkWidget *page;

  open_record (ui, TAMBOUR_TYPE_LIBRARY_ITEM, "Guest networks of clinics");
  tambour_test_wait_text (ui->window, "Nobody has it yet");
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  g_assert_true (tambour_test_shows (page, "Saint Orla Hospitals"));
  gtk_widget_activate_action (page, "item.leave-out", "s", account->id);
  tambour_test_wait_no_text (page, "Saint Orla Hospitals");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (page, "Saint Orla Hospitals");
}

/* --- programmes ---------------------------------------------------------------------- */

static void
test_programmes_stand_beside_the_items (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);

  adw_toggle_group_set_active_name (get_toggles (ui), "programmes");
  tambour_test_wait_text (get_page (ui), "3 of 3 seats taken");
  g_assert_true (tambour_test_shows (get_page (ui), GROUPS));
  g_assert_nonnull (tambour_test_find (get_page (ui), TAMBOUR_TYPE_PROGRAMME_PAGE, NULL));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "programmes");

  /* Back to what was shown of the items. */
  adw_toggle_group_set_active_name (get_toggles (ui), "items");
  tambour_test_wait_text (get_page (ui), "Staged client rollout");
  g_assert_nonnull (tambour_test_find (get_page (ui), TAMBOUR_TYPE_ITEM_PAGE, NULL));
}

/* By keyboard: who has a seat declines, who waits longest by priority gets it. */
static void
test_answers_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);
  GtkWidget *page;

  open_record (ui, TAMBOUR_TYPE_PROGRAMME, GROUPS);
  tambour_test_wait_text (ui->window, "3 of 3 seats taken");
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  g_assert_true (tambour_test_shows (page, "No seat is free: who accepts now waits, by priority"));
  g_assert_true (tambour_test_shows (page, "Waiting, 1"));
  tambour_test_assert_named (ui->window);

  g_assert_true (gtk_widget_grab_focus (find_row (page, "Ellery & Marsh Bank")));
  tambour_test_press (ui->window, "d");
  tambour_test_wait_text (page, "2 of 3 seats taken");
  g_assert_true (tambour_test_shows (page, "A seat is free: Kestrel Bay University is next in line"));

  g_assert_true (gtk_widget_grab_focus (find_row (page, "Kestrel Bay University")));
  tambour_test_press (ui->window, "a");
  tambour_test_wait_text (page, "3 of 3 seats taken");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (page, "2 of 3 seats taken");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (page, "3 of 3 seats taken");
}

static void
test_somebody_is_invited (void)
{
  g_autoptr(TambourTestUi) ui = open_library (1280, 820);
  GtkWidget *page;
  AdwDialog *dialog;

  open_record (ui, TAMBOUR_TYPE_PROGRAMME, "User group, autumn");
  tambour_test_wait_text (ui->window, "Nobody is invited yet");
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  gtk_widget_activate_action (page, "programme.invite", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
  tambour_test_assert_named (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (tambour_test_find (dialog, ADW_TYPE_COMBO_ROW, "Account")), 2);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_no_text (page, "Nobody is invited yet");
  g_assert_true (tambour_test_shows (page, "No answer"));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/library/what-there-is", test_the_library);
  g_test_add_func ("/library/narrow", test_narrow);
  g_test_add_func ("/library/the-filter-and-the-kind", test_the_filter_and_the_kind);
  g_test_add_func ("/library/an-empty-library-says-how-to-begin", test_an_empty_library_says_how_to_begin);
  g_test_add_func ("/library/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/library/an-item-is-shared-and-taken-back", test_an_item_is_shared_and_taken_back);
  g_test_add_func ("/library/sharing-needs-an-account", test_sharing_needs_an_account);
  g_test_add_func ("/library/what-was-typed-comes-back", test_what_was_typed_comes_back);
  g_test_add_func ("/library/a-suggestion-is-not-for-them", test_a_suggestion_is_not_for_them);
  g_test_add_func ("/library/programmes-stand-beside-the-items", test_programmes_stand_beside_the_items);
  g_test_add_func ("/library/answers-by-keyboard", test_answers_by_keyboard);
  g_test_add_func ("/library/somebody-is-invited", test_somebody_is_invited);

  return g_test_run ();
}
