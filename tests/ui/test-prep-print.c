/* test-prep-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "file-dialog-fixture.h"
#include "prep-fixture.h"
#include "record-fixture.h"
#include "tambour-engagement.h"
#include "tambour-prep-sheet-dialog.h"

static char *
run_tool (const char * const *command)
{
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

/* Returns: (transfer full): the text of the one page */
static char *
print_sheet (TambourTestUi *ui)
{
  g_autoptr(GtkPrintOperation) operation = tambour_prep_sheet_dialog_new_print (TAMBOUR_PREP_SHEET_DIALOG (prep_fixture_dialog (ui)));
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *path = g_build_filename (ui->folder, "sheet.pdf", NULL);
  g_autofree char *facts = NULL;
  g_autoptr(GError) error = NULL;
  char *text;

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (ui->window), &error);
  g_assert_no_error (error);

  facts = run_tool ((const char *[]) { "pdfinfo", path, NULL });
  g_assert_true (g_regex_match_simple ("Pages:\\s+1\\n", facts, 0, 0));
  text = run_tool ((const char *[]) { "pdftotext", "-layout", path, "-", NULL });
  if (g_getenv ("TAMBOUR_PICTURES") != NULL)
    {
      g_autofree char *picture = g_build_filename (g_getenv ("TAMBOUR_PICTURES"), "prep-sheet-paper", NULL);
      g_autofree char *ignored = run_tool ((const char *[]) { "pdftoppm", "-singlefile", "-r", "96", "-png", path, picture, NULL });
    }
  g_unlink (path);

  return text;
}

static void
test_it_prints_on_one_page (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (prep_fixture_dialog (ui)), "prep.add", NULL);
  tambour_test_settle ();
  tambour_test_type (ui->window, "Greet <b>Dana</b> & all");
  text = print_sheet (ui);
  g_assert_nonnull (strstr (text, PREP_FIXTURE_ACCOUNT " · Weekly call"));
  g_assert_nonnull (strstr (text, PREP_FIXTURE_P1));
  g_assert_nonnull (strstr (text, "Greet <b>Dana</b> & all"));
  g_assert_nonnull (strstr (text, "Who Joins"));
  g_assert_nonnull (strstr (text, "Last Minutes"));
  g_assert_null (strstr (text, " more"));
}

/* What does not fit on the page is counted, and nothing is cut. */
static void
test_what_does_not_fit_is_counted (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_today (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" PREP_FIXTURE_ACCOUNT "\"");
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 90; i++)
    {
      TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL);

      record->account_id.id = g_strdup (account->id);
      TAMBOUR_ACTION_ITEM (record)->title = g_strdup_printf ("Action number %u", i);
      g_ptr_array_add (records, record);
      tambour_change_put (change, record);
    }
  g_assert_true (tambour_store_commit (ui->store, change, NULL));
  tambour_test_settle ();

  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);
  text = print_sheet (ui);
  g_assert_true (g_regex_match_simple ("and \\d+ more", text, 0, 0));
  g_assert_nonnull (strstr (text, PREP_FIXTURE_P1));
  g_assert_nonnull (strstr (text, "Last Minutes"));
}

/* Others take the call into their calendars. */
static void
test_it_is_saved_for_a_calendar (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autofree char *path = g_build_filename (ui->folder, "Call.ics", NULL);
  g_autofree char *text = NULL;
  gpointer entry;
  g_autofree char *proposed = NULL;

  tambour_test_picture (ui->window, "prep-sheet-save");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (prep_fixture_dialog (ui)), "prep.save-calendar", NULL));
  entry = tambour_test_find (file_dialog_fixture_wait (), GTK_TYPE_EDITABLE, NULL);
  proposed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_assert_true (g_str_has_prefix (proposed, PREP_FIXTURE_ACCOUNT " 2026-11-"));
  g_assert_true (g_str_has_suffix (proposed, ".ics"));
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  file_dialog_fixture_answer ("_Save");
  tambour_test_wait_text (prep_fixture_dialog (ui), "Call.ics saved");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "SUMMARY:Weekly call"));
  g_assert_null (strstr (strstr (text, "BEGIN:VEVENT") + 1, "BEGIN:VEVENT"));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/prep-print/it-prints-on-one-page", test_it_prints_on_one_page);
  g_test_add_func ("/prep-print/what-does-not-fit-is-counted", test_what_does_not_fit_is_counted);
  g_test_add_func ("/prep-print/is-saved-for-a-calendar", test_it_is_saved_for_a_calendar);

  return g_test_run ();
}
