/* test-reports-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "file-dialog-fixture.h"
#include "record-fixture.h"
#include "reports-fixture.h"
#include "tambour-test-sql.h"

/* What leaves the place of reports, by the dialogs that a person sees, and when it cannot. */

static void
ask_roll_up (TambourTestUi *ui,
             const char    *extension)
{
  if (g_str_equal (extension, "pdf"))
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "reports.roll-up", NULL));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "reports.roll-up-as", "s", extension));
}

/* --- the roll-up --------------------------------------------------------------------------- */

/* What is saved is what its name says, and is said to be there. */
static void
test_roll_up (void)
{
  static const struct
  {
    const char *extension;
    const char *begins;
  } EXPECTED[] = { { "pdf", "%PDF-" }, { "xlsx", "PK" }, { "csv", "" } };
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  g_autofree char *folder = reports_fixture_new_folder (ui);

  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      g_autofree char *name = g_strdup_printf ("everything.%s", EXPECTED[i].extension);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *said = g_strdup_printf ("%s saved", name);
      g_autofree char *contents = NULL;
      gsize length;

      ask_roll_up (ui, EXPECTED[i].extension);
      file_dialog_fixture_save_as (path);
      tambour_test_wait_text (ui->window, said);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 200);
      g_assert_true (g_str_has_prefix (contents, EXPECTED[i].begins));
    }
}

/* The table tells of the accounts that are shown, and of no other. */
static void
test_roll_up_of_what_is_shown (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  g_autofree char *folder = reports_fixture_new_folder (ui);
  g_autofree char *path = g_build_filename (folder, "mine.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(TambourRecord) person = record_fixture_find (ui, TAMBOUR_TYPE_PERSON, "name = \"Tomas Reyl\"");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "choice.tam", "s", person->id));
  tambour_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (reports_fixture_get_items (ui)), ==, 2);
  ask_roll_up (ui, "csv");
  file_dialog_fixture_save_as (path);
  tambour_test_wait_text (ui->window, "mine.csv saved");

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (reports_fixture_get_items (ui), i);

      g_assert_nonnull (strstr (contents, tambour_reports_item_get_name (item)));
    }
  g_assert_null (strstr (contents, "Saint Orla"));
}

static void
test_roll_up_nowhere (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);

  ask_roll_up (ui, "pdf");
  file_dialog_fixture_answer ("_Cancel");
  g_assert_false (tambour_test_shows (ui->window, "Roll-Up to 2026-10-31.pdf saved"));
  ask_roll_up (ui, "pdf");
  file_dialog_fixture_answer ("_Cancel");
}

/* --- a batch --------------------------------------------------------------------------------- */

/* Whoever closes the dialog has exported nothing, and can begin again. */
static void
test_no_folder_was_chosen (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  TambourReportsPage *page = reports_fixture_get_page (ui);

  reports_fixture_choose_all (ui);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "reports.export", NULL));
      file_dialog_fixture_answer ("_Cancel");
      g_assert_false (tambour_reports_page_is_exporting (page));
      g_assert_cmpint (tambour_reports_item_get_stage (reports_fixture_find (ui, "Skarvik Air")), ==, TAMBOUR_REPORT_STAGE_NONE);
      g_assert_true (tambour_test_shows (page, "Export 6 Reports"));
    }
}

/* --- when it cannot be read, or only read -------------------------------------------------------- */

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 900);

  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE agreements RENAME TO lost");
  tambour_test_ui_present (ui);
  reports_fixture_go (ui);
  tambour_test_wait_text (ui->window, "The Reports Could Not Be Read");
  tambour_test_assert_named (ui->window);
  ask_roll_up (ui, "pdf");
  tambour_test_settle ();
  g_assert_null (file_dialog_fixture_find ());

  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO agreements");
  g_signal_emit_by_name (tambour_test_find (reports_fixture_get_page (ui), GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  reports_fixture_wait (ui);
  g_assert_true (tambour_test_shows (ui->window, REPORTS_FIXTURE_MONTHS));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(TambourPortfolio **) user_data = tambour_portfolio_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
is_over (gpointer data)
{
  return !tambour_reports_page_is_exporting (data);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

/* What only can be read can be reported all the same: a report changes no record. */
static void
test_reading_only (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 900);
  gint64 n = tambour_store_last_change (ui->store);
  g_autofree char *folder = reports_fixture_new_folder (ui);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  tambour_portfolio_open_async (tambour_store_get_path (ui->store), TAMBOUR_STORE_READ_ONLY, NULL, opened_cb, &portfolio);
  tambour_test_wait (is_set, &portfolio);
  tambour_portfolio_set_now (portfolio, tambour_portfolio_now (ui->portfolio));
  tambour_test_ui_present (ui);
  tambour_window_set_portfolio (ui->window, portfolio);
  tambour_test_settle ();
  reports_fixture_go (ui);
  reports_fixture_wait (ui);

  reports_fixture_choose_all (ui);
  tambour_reports_page_export (reports_fixture_get_page (ui), file);
  tambour_test_wait (is_over, reports_fixture_get_page (ui));
  g_assert_cmpuint (count_files (folder), ==, 6);
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

  g_test_add_func ("/reports-out/the-roll-up-in-each-format", test_roll_up);
  g_test_add_func ("/reports-out/the-roll-up-tells-what-is-shown", test_roll_up_of_what_is_shown);
  g_test_add_func ("/reports-out/a-roll-up-goes-nowhere", test_roll_up_nowhere);
  g_test_add_func ("/reports-out/no-folder-was-chosen", test_no_folder_was_chosen);
  g_test_add_func ("/reports-out/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/reports-out/reading-only", test_reading_only);

  return g_test_run ();
}
