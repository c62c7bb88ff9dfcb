/* test-reports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "reports-fixture.h"
#include "tambour-report-card.h"
#include "tambour-reports-sheet.h"
#include "tambour-reports-state.h"
#include "tambour-reports-text.h"
#include "tambour-reviews.h"

/* --- the place --------------------------------------------------------------------- */

/* Counted by the reviews of the accounts, one by one. */
static void
count_all (TambourTestUi       *ui,
           TambourReportsTally *sum)
{
  TambourReviewsOrder order = {
    .from = tambour_date_new (2025, 11, 1), .to = tambour_date_new (2026, 11, 1), .as_of = { TAMBOUR_NEVER },
  };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = tambour_store_list (ui->store, query, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < accounts->len; i++)
    {
      g_autoptr(TambourFacts) facts = tambour_reviews_read (ui->store, g_ptr_array_index (accounts, i), &order, NULL, &error);

      g_assert_no_error (error);
      tambour_reports_tally_take (sum, facts);
    }
}

static void
test_figures_are_those_of_the_reviews (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  TambourReportsTally sum = { 0 };
  g_autofree char *cases = NULL;
  g_autofree char *priorities = NULL;
  g_autofree char *late = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *slipped = NULL;
  g_autofree char *goals = NULL;

  count_all (ui, &sum);
  cases = g_strdup_printf ("%u", tambour_reports_text_cases (&sum));
  priorities = tambour_reports_text_priorities (&sum);
  answers = tambour_reports_text_answers (&sum, &late);
  goals = tambour_reports_text_goals (&sum, &slipped);
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), cases));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), priorities));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), answers));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), late));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), goals));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), slipped));
  g_assert_true (tambour_test_shows (ui->window, REPORTS_FIXTURE_MONTHS));
}

static void
test_the_place (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);

  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "reports");
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Not in Gold"));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "2 to Finish"));
  g_assert_cmpstr (tambour_reports_item_get_name (reports_fixture_find (ui, "Cobalto Varejo")), ==, "Cobalto Varejo");
  g_assert_false (tambour_reports_item_get_chosen (reports_fixture_find (ui, "Cobalto Varejo")));
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (360, 1400);

  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "reports-narrow");
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Narrative: No narrative yet"));
  g_assert_nonnull (tambour_test_find (reports_fixture_get_page (ui), TAMBOUR_TYPE_REPORT_CARD, NULL));
}

static void
test_no_account_has_a_report (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>5");
  tambour_test_wait_text (ui->window, "No Account Has a Report");
  tambour_test_assert_named (ui->window);
}

static void
test_whose_accounts (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  g_autoptr(TambourRecord) person = record_fixture_find (ui, TAMBOUR_TYPE_PERSON, "name = \"Tomas Reyl\"");

  g_assert_cmpuint (g_list_model_get_n_items (reports_fixture_get_items (ui)), ==, 8);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "choice.tam", "s", person->id));
  tambour_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (reports_fixture_get_items (ui)), ==, 2);
  g_assert_true (tambour_test_shows (ui->window, "76"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "choice.tam", "s", "all"));
  tambour_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (reports_fixture_get_items (ui)), ==, 8);
}

static void
test_another_period (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "choice.period", "s", "2025-12-01..2026-12-01"));
  tambour_test_wait_text (ui->window, "12 months to 30 Nov 2026");
  tambour_test_wait_no_text (ui->window, "is being counted");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "choice.period", "s", ""));
  tambour_test_wait_text (ui->window, REPORTS_FIXTURE_MONTHS);
}

/* --- what is chosen ------------------------------------------------------------------ */

static void
test_chosen_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  GtkColumnView *view = tambour_test_find (reports_fixture_get_page (ui), GTK_TYPE_COLUMN_VIEW, NULL);

  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "None chosen; 6 need work first"));
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (reports_fixture_get_items (ui)), 0);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  tambour_test_settle ();
  tambour_test_press (ui->window, "space");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "1 chosen; 6 need work first"));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Export 1 Report"));
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Export 6 Reports"));
  tambour_test_press (ui->window, "<Control><Shift>a");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "None chosen; 6 need work first"));
}

/* What is to be finished leads to where that is done. */
static void
test_finish_leads_there (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  const char *id = tambour_reports_item_get_id (reports_fixture_find (ui, "Saint Orla Hospitals"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "reports.finish", "s", id));
  tambour_test_wait_text (ui->window, "Saint Orla Hospitals");
  g_assert_cmpstr (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (tambour_window_get_page (ui->window))), !=, "reports");
}

/* --- a batch ---------------------------------------------------------------------------- */

static gboolean
is_done (gpointer data)
{
  return !tambour_reports_page_is_exporting (data);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_str_has_suffix (name, ".pdf") && g_file_test (path, G_FILE_TEST_IS_REGULAR);
    }

  return n;
}

/* One that cannot be written stops no other, and says why. */
static void
test_one_failure_stops_no_other (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  g_autofree char *folder = reports_fixture_new_folder (ui);
  g_autofree char *taken = g_build_filename (folder, "skarvik-air-2025-11-01-report.pdf", "x", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  TambourReportsItem *skarvik = reports_fixture_find (ui, "Skarvik Air");

  g_assert_cmpint (g_mkdir_with_parents (taken, 0700), ==, 0);
  reports_fixture_choose_all (ui);
  tambour_reports_page_export (reports_fixture_get_page (ui), file);
  g_assert_true (tambour_reports_page_is_exporting (reports_fixture_get_page (ui)));
  tambour_test_wait (is_done, reports_fixture_get_page (ui));
  tambour_test_settle ();

  g_assert_cmpuint (count_files (folder), ==, 5);
  g_assert_cmpint (tambour_reports_item_get_stage (skarvik), ==, TAMBOUR_REPORT_STAGE_FAILED);
  g_assert_nonnull (tambour_reports_item_get_reason (skarvik));
  g_assert_cmpint (tambour_reports_item_get_stage (reports_fixture_find (ui, "Ostermühl Pumpen")), ==, TAMBOUR_REPORT_STAGE_EXPORTED);
  g_assert_cmpint (tambour_reports_item_get_stage (reports_fixture_find (ui, "Cobalto Varejo")), ==, TAMBOUR_REPORT_STAGE_NONE);
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Failed"));
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Exported"));
  g_assert_nonnull (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Open Folder"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "reports-exported");
}

static gboolean
has_one (gpointer data)
{
  TambourTestUi *ui = data;
  GListModel *model = reports_fixture_get_items (ui);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (model, i);

      if (tambour_reports_item_get_stage (item) == TAMBOUR_REPORT_STAGE_EXPORTED)
        return TRUE;
    }

  return FALSE;
}

/* Pages go up one by one, and the bar never goes back. */
static void
page_cb (TambourReportsItem *item,
         GParamSpec         *pspec,
         gpointer            user_data)
{
  guint n_pages;
  guint page = tambour_reports_item_get_page (item, &n_pages);

  if (page > 0)
    g_ptr_array_add (user_data, g_strdup_printf ("%s, page %u of %u", tambour_reports_item_get_name (item), page, n_pages));
}

static void
bar_cb (GtkProgressBar *bar,
        GParamSpec     *pspec,
        gpointer        user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (gtk_progress_bar_get_fraction (bar), >=, *last);
  *last = gtk_progress_bar_get_fraction (bar);
}

/* The one of the batch, before it is on the screen: it stands in no row. */
static GtkProgressBar *
find_bar (GtkWidget *root)
{
  if (GTK_IS_PROGRESS_BAR (root) && gtk_widget_get_ancestor (root, TAMBOUR_TYPE_REPORTS_STATE) == NULL)
    return GTK_PROGRESS_BAR (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkProgressBar *found = find_bar (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_pages_are_told (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  g_autofree char *folder = reports_fixture_new_folder (ui);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  TambourReportsItem *item = reports_fixture_find (ui, "Ostermühl Pumpen");
  GtkProgressBar *bar;
  double last = 0;

  reports_fixture_choose_all (ui);
  g_signal_connect (item, "notify::page", G_CALLBACK (page_cb), told);
  tambour_reports_page_export (reports_fixture_get_page (ui), file);
  bar = find_bar (GTK_WIDGET (reports_fixture_get_page (ui)));
  g_assert_nonnull (bar);
  g_signal_connect (bar, "notify::fraction", G_CALLBACK (bar_cb), &last);
  tambour_test_wait (is_done, reports_fixture_get_page (ui));
  g_signal_handlers_disconnect_by_data (bar, &last);
  g_signal_handlers_disconnect_by_data (item, told);

  g_assert_cmpuint (told->len, >, 3);
  for (guint i = 0; i < told->len; i++)
    {
      g_autofree char *expected = g_strdup_printf ("Ostermühl Pumpen, page %u of %u", i + 1, told->len);

      g_assert_cmpstr (told->pdata[i], ==, expected);
    }
  g_assert_cmpfloat (last, >, 0.9);
}

/* What is shown of a page, in the row. */
static void
test_a_row_shows_its_page (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  TambourReportsItem *item = reports_fixture_find (ui, "Ostermühl Pumpen");

  tambour_reports_item_set_stage (item, TAMBOUR_REPORT_STAGE_WRITING, NULL);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Writing"));
  tambour_reports_item_set_page (item, 7, 12);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (reports_fixture_get_page (ui), "Page 7 of 12"));
  tambour_test_pictures (ui->window, "reports-writing");
  tambour_reports_item_set_stage (item, TAMBOUR_REPORT_STAGE_EXPORTED, NULL);
  tambour_test_settle ();
  g_assert_false (tambour_test_shows (reports_fixture_get_page (ui), "Page 7 of 12"));
}

static void
test_cancel_keeps_what_is_there (void)
{
  g_autoptr(TambourTestUi) ui = reports_fixture_open (1280, 900);
  g_autofree char *folder = reports_fixture_new_folder (ui);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  guint n;

  reports_fixture_choose_all (ui);
  tambour_reports_page_export (reports_fixture_get_page (ui), file);
  tambour_test_wait (has_one, ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "reports.cancel", NULL));
  tambour_test_wait (is_done, reports_fixture_get_page (ui));
  tambour_test_settle ();

  n = count_files (folder);
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, 6);
  g_assert_false (tambour_test_shows (reports_fixture_get_page (ui), "Waiting"));
  g_assert_false (tambour_test_shows (reports_fixture_get_page (ui), "Writing"));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/reports/the-place", test_the_place);
  g_test_add_func ("/reports/figures-are-those-of-the-reviews", test_figures_are_those_of_the_reviews);
  g_test_add_func ("/reports/narrow", test_narrow);
  g_test_add_func ("/reports/no-account-has-a-report", test_no_account_has_a_report);
  g_test_add_func ("/reports/whose-accounts", test_whose_accounts);
  g_test_add_func ("/reports/another-period", test_another_period);
  g_test_add_func ("/reports/chosen-by-keyboard", test_chosen_by_keyboard);
  g_test_add_func ("/reports/finish-leads-there", test_finish_leads_there);
  g_test_add_func ("/reports/one-failure-stops-no-other", test_one_failure_stops_no_other);
  g_test_add_func ("/reports/pages-are-told-as-they-are-written", test_pages_are_told);
  g_test_add_func ("/reports/a-row-shows-its-page", test_a_row_shows_its_page);
  g_test_add_func ("/reports/cancel-keeps-what-is-there", test_cancel_keeps_what_is_there);

  return g_test_run ();
}
