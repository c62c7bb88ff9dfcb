/* test-review-layouts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "review-fixture.h"
#include "tambour-figure-row.h"
#include "tambour-report-moves.h"
#include "tambour-review-part-row.h"
#include "tambour-review-sheet.h"

/* Deck and annual value report are two documents of the same sections and words. */

static gpointer
get_child (TambourReviewWindow *window,
           const char          *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, name);
}

/* The one that is looked at. */
static gboolean
has_drawn_page (gpointer window)
{
  GtkWidget *sheet = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_SHEET, NULL);

  while (sheet != NULL && tambour_review_sheet_get_texture (TAMBOUR_REVIEW_SHEET (sheet)) == NULL)
    sheet = gtk_widget_get_next_sibling (sheet);

  return sheet != NULL;
}

static void
show_as (TambourReviewWindow *window,
         const char          *layout)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.layout", "s", layout));
  review_fixture_wait (window);
}

static guint
count_pages (TambourReviewWindow *window)
{
  return tambour_test_count (window, TAMBOUR_TYPE_REVIEW_SHEET);
}

/* Of the sheets: the deck lies, the report stands. */
static double
measure_shape (TambourReviewWindow *window)
{
  GtkWidget *sheet = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_SHEET, NULL);

  return (double) gtk_widget_get_height (sheet) / gtk_widget_get_width (sheet);
}

/* All that is said of the pages to those who do not see them. */
static char *
dup_pages (TambourReviewWindow *window)
{
  GtkWidget *sheet = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_SHEET, NULL);
  GString *all = g_string_new (NULL);

  for (; sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    {
      g_autofree char *text =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

      g_string_append (all, text ? text : "");
    }

  return g_string_free (all, FALSE);
}

static void
assert_pages_say (TambourReviewWindow *window,
                  const char          *text,
                  gboolean             says)
{
  g_autofree char *pages = dup_pages (window);

  g_assert_cmpint (strstr (pages, text) != NULL, ==, says);
}

/* --- the choice ---------------------------------------------------------------------- */

static void
test_the_same_sections_are_shown_as_either (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourReport) before = review_fixture_get_report (ui, window);
  g_autoptr(TambourReport) after = NULL;
  guint n_deck = count_pages (window);
  AdwToggleGroup *toggles = get_child (window, "layout_toggles");

  g_assert_cmpfloat (measure_shape (window), <, 1);
  g_assert_false (gtk_widget_get_visible (get_child (window, "paper_box")));
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  adw_toggle_group_set_active_name (toggles, "report");
  review_fixture_wait (window);
  tambour_test_wait (has_drawn_page, window);
  g_assert_cmpfloat (measure_shape (window), >, 1.2);
  g_assert_cmpuint (count_pages (window), !=, n_deck);
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_REVIEW_PART_ROW), ==, TAMBOUR_N_CHAPTERS);
  g_assert_true (gtk_widget_get_visible (get_child (window, "paper_box")));
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_FIGURE_ROW), >, 1);
  assert_pages_say (window, "Annual value report", TRUE);
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "review-layout-report");

  adw_toggle_group_set_active_name (toggles, "deck");
  review_fixture_wait (window);
  g_assert_cmpuint (count_pages (window), ==, n_deck);
  g_assert_cmpfloat (measure_shape (window), <, 1);
  assert_pages_say (window, "Annual value report", FALSE);

  /* To look at the other is no change of the review. */
  after = review_fixture_get_report (ui, window);
  g_assert_cmpstr (before->narrative, ==, after->narrative);
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "undo_button")));
}

static void
test_by_keys_and_menu (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  AdwToggleGroup *toggles = get_child (window, "layout_toggles");

  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_press (window, "<Control>2");
  review_fixture_wait (window);
  g_assert_cmpstr (adw_toggle_group_get_active_name (toggles), ==, "report");
  g_assert_cmpfloat (measure_shape (window), >, 1);
  tambour_test_press (window, "<Control>1");
  review_fixture_wait (window);
  g_assert_cmpstr (adw_toggle_group_get_active_name (toggles), ==, "deck");
  g_assert_cmpfloat (measure_shape (window), <, 1);
  show_as (window, "report");
  g_assert_cmpstr (adw_toggle_group_get_active_name (toggles), ==, "report");
}

static gboolean
is_on_page (gpointer window)
{
  const char *place = gtk_label_get_text (get_child (window, "page_label"));

  return !g_str_has_prefix (place, "Page 1 ");
}

/* Who looks at a section goes on looking at it. */
static void
test_the_section_stays_in_sight (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkListBoxRow *row;

  review_fixture_choose (window, TAMBOUR_CHAPTER_VALUE);
  show_as (window, "report");
  tambour_test_wait (is_on_page, window);
  row = gtk_list_box_get_selected_row (get_child (window, "parts_list"));
  g_assert_cmpint (tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)), ==, TAMBOUR_CHAPTER_VALUE);
  review_fixture_choose (window, TAMBOUR_CHAPTER_DECISIONS);
  review_fixture_choose (window, TAMBOUR_CHAPTER_YEAR);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (get_child (window, "page_label")), "Page 1 "));
}

/* --- what is composed ---------------------------------------------------------------- */

static void
test_words_are_in_both (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  show_as (window, "report");
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "nobody waited");
  review_fixture_wait (window);
  assert_pages_say (window, "nobody waited", TRUE);
  tambour_test_picture (window, "review-layout-narrative");
  show_as (window, "deck");
  assert_pages_say (window, "nobody waited", TRUE);

  /* What was typed for one is taken back in the other. */
  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  assert_pages_say (window, "nobody waited", FALSE);
  show_as (window, "report");
  assert_pages_say (window, "nobody waited", FALSE);
  tambour_test_press (window, "<Control><Shift>z");
  review_fixture_wait (window);
  assert_pages_say (window, "nobody waited", TRUE);
}

static GtkWidget *
find_part_row (TambourReviewWindow *window,
               TambourChapter       chapter)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_PART_ROW, NULL);

  while (row != NULL && tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)) != chapter)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
test_sections_are_left_out_of_both (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourOutline) outline = NULL;

  show_as (window, "report");
  assert_pages_say (window, "Goals and commitments", TRUE);
  gtk_check_button_set_active (tambour_test_find (find_part_row (window, TAMBOUR_CHAPTER_GOALS), GTK_TYPE_CHECK_BUTTON, NULL), FALSE);
  review_fixture_wait (window);
  assert_pages_say (window, "Goals and commitments", FALSE);
  outline = review_fixture_get_outline (ui, window);
  g_assert_true (tambour_outline_find (outline, TAMBOUR_CHAPTER_GOALS)->is_out);
  show_as (window, "deck");
  g_assert_true (tambour_test_shows (window, "Left out"));
}

/* Nobody presses a button: what was typed in the report is there after a crash. */
static void
test_a_crash_takes_nothing_of_a_report (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *id = g_strdup (tambour_review_window_get_report (window));

  show_as (window, "report");
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "half a sent");
  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", id);
  window = review_fixture_get (ui);
  review_fixture_wait (window);
  assert_pages_say (window, "half a sent", TRUE);
}

/* --- paper ---------------------------------------------------------------------------- */

static void
test_the_paper_of_the_report (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  AdwToggleGroup *papers = get_child (window, "paper_toggles");
  const char *usual = NULL, *other = NULL;
  g_autoptr(TambourOutline) outline = NULL;
  g_autoptr(TambourOutline) back = NULL;
  double shape;

  show_as (window, "report");
  usual = g_intern_string (adw_toggle_group_get_active_name (papers));
  other = g_str_equal (usual, "a4") ? "letter" : "a4";
  shape = measure_shape (window);
  adw_toggle_group_set_active_name (papers, other);
  review_fixture_wait (window);
  g_assert_cmpfloat (ABS (measure_shape (window) - shape), >, 0.1);
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpint (outline->paper, ==, g_str_equal (other, "letter") ? TAMBOUR_REVIEW_PAPER_LETTER : TAMBOUR_REVIEW_PAPER_A4);
  tambour_test_picture (window, "review-layout-paper");

  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  g_assert_cmpstr (adw_toggle_group_get_active_name (papers), ==, usual);
  g_assert_cmpfloat (ABS (measure_shape (window) - shape), <, 0.02);
  back = review_fixture_get_outline (ui, window);
  g_assert_cmpint (back->paper, ==, TAMBOUR_REVIEW_PAPER_USUAL);
}

/* --- it leaves ------------------------------------------------------------------------- */

static gboolean
is_written (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

/* Returns: (transfer full): what another program reads on its first page */
static char *
read_pdf (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  const char *arguments[] = { "pdftotext", "-l", "1", path, "-", NULL };
  char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_what_is_shown_leaves (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *folder = g_dir_make_tmp ("tambour-review-XXXXXX", NULL);
  g_autoptr(GFile) deck = g_file_new_build_filename (folder, "deck.pdf", NULL);
  g_autoptr(GFile) report = g_file_new_build_filename (folder, "report.pdf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  tambour_review_window_save_as (window, "pdf", deck);
  tambour_test_wait (is_written, deck);
  tambour_test_wait_text (window, "deck.pdf saved");
  show_as (window, "report");
  tambour_review_window_save_as (window, "pdf", report);
  tambour_test_wait (is_written, report);
  tambour_test_wait_text (window, "report.pdf saved");
  first = read_pdf (deck);
  second = read_pdf (report);
  g_assert_null (strstr (first, "Annual value report"));
  g_assert_nonnull (strstr (second, "Annual value report"));
  tambour_test_remove_folder (folder);
}

static gboolean
offers (TambourReviewWindow *window,
        const char          *text)
{
  gboolean is_offered;

  adw_split_button_popup (get_child (window, "export_button"));
  tambour_test_settle ();
  is_offered = tambour_test_shows (window, text);
  adw_split_button_popdown (get_child (window, "export_button"));
  tambour_test_settle ();

  return is_offered;
}

/* A presentation is a deck. */
static void
test_a_report_is_no_presentation (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GtkPageSetup) setup = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (offers (window, "Presentation (.pptx)"));
  show_as (window, "report");
  g_assert_false (offers (window, "Presentation (.pptx)"));
  g_assert_true (offers (window, "Web Page (.html)"));

  operation = tambour_review_window_new_print (window, &error);
  g_assert_no_error (error);
  setup = g_object_ref (gtk_print_operation_get_default_page_setup (operation));
  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* What is final can be looked at and leave as either; its paper stays. */
static void
test_a_final_review (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (ui->portfolio, "Finish review");
  g_autoptr(TambourReportMove) move = tambour_report_move_new (TAMBOUR_REPORT_MOVE_FINISH, tambour_review_window_get_report (window));
  g_autoptr(GError) error = NULL;

  tambour_report_move_fill (move, ui->store, tambour_portfolio_now (ui->portfolio), change, NULL, &error);
  g_assert_no_error (error);
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
  tambour_test_wait_text (window, "This review is final and stays as it is");
  show_as (window, "report");
  g_assert_cmpfloat (measure_shape (window), >, 1.2);
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "paper_toggles")));
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "layout_toggles")));
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "export_button")));
  tambour_test_picture (window, "review-layout-final");
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (360, 720);
  TambourReviewWindow *window = review_fixture_open (ui);

  show_as (window, "report");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  tambour_test_settle ();
  tambour_test_resize (window);
  tambour_test_settle ();
  tambour_test_assert_named (window);
  tambour_test_picture (window, "review-layout-narrow");

  adw_overlay_split_view_set_show_sidebar (get_child (window, "rail_view"), TRUE);
  tambour_test_settle ();
  g_assert_true (gtk_widget_get_mapped (get_child (window, "layout_toggles")));
  tambour_test_assert_named (window);
  tambour_test_picture (window, "review-layout-narrow-sections");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/review-layouts/the-same-sections-are-shown-as-either", test_the_same_sections_are_shown_as_either);
  g_test_add_func ("/review-layouts/by-keys-and-menu", test_by_keys_and_menu);
  g_test_add_func ("/review-layouts/the-section-stays-in-sight", test_the_section_stays_in_sight);
  g_test_add_func ("/review-layouts/words-are-in-both", test_words_are_in_both);
  g_test_add_func ("/review-layouts/sections-are-left-out-of-both", test_sections_are_left_out_of_both);
  g_test_add_func ("/review-layouts/a-crash-takes-nothing-of-a-report", test_a_crash_takes_nothing_of_a_report);
  g_test_add_func ("/review-layouts/the-paper-of-the-report", test_the_paper_of_the_report);
  g_test_add_func ("/review-layouts/what-is-shown-leaves", test_what_is_shown_leaves);
  g_test_add_func ("/review-layouts/a-report-is-no-presentation", test_a_report_is_no_presentation);
  g_test_add_func ("/review-layouts/a-final-review", test_a_final_review);
  g_test_add_func ("/review-layouts/narrow", test_narrow);

  return g_test_run ();
}
