/* test-review-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "review-fixture.h"
#include "tambour-figure-row.h"
#include "tambour-figure-text.h"
#include "tambour-live.h"
#include "tambour-record-list-page.h"
#include "tambour-report-moves.h"
#include "tambour-review-draft.h"
#include "tambour-review-part-row.h"
#include "tambour-review-side.h"
#include "tambour-review-sheet.h"
#include "tambour-test-sql.h"

static GtkWidget *
find_part_row (TambourReviewWindow *window,
               TambourChapter       chapter)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_PART_ROW, NULL);

  while (row != NULL && tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)) != chapter)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static char *
dup_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static guint
count_pages (TambourReviewWindow *window)
{
  return tambour_test_count (window, TAMBOUR_TYPE_REVIEW_SHEET);
}

static gboolean
has_drawn_page (gpointer window)
{
  TambourReviewSheet *sheet = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_SHEET, NULL);

  return sheet != NULL && tambour_review_sheet_get_texture (sheet) != NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL;
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

/* --- what it shows ------------------------------------------------------------------ */

static void
test_sections_pages_and_figures (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  tambour_test_wait (has_drawn_page, window);
  g_assert_cmpuint (count_pages (window), >, 4);
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_REVIEW_PART_ROW), ==, TAMBOUR_N_CHAPTERS);
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  review_fixture_wait (window);
  g_assert_true (tambour_test_shows (window, "Service and cases"));
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_FIGURE_ROW), >, 2);
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "review-window");
}

/* What somebody reads first: a title of two lines is seen whole. */
static void
test_a_title_is_seen_whole (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkTextView *title = GTK_TEXT_VIEW (gtk_widget_get_template_child (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "side")), TAMBOUR_TYPE_REVIEW_SIDE, "title_text"));
  GtkTextIter end;
  GdkRectangle last;
  int x, y;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (title), &end);
  gtk_text_view_get_iter_location (title, &end, &last);
  gtk_text_view_buffer_to_window_coords (title, GTK_TEXT_WINDOW_WIDGET, last.x, last.y + last.height, &x, &y);
  g_assert_cmpint (last.y, >, 0);
  g_assert_cmpint (y, <=, gtk_widget_get_height (GTK_WIDGET (title)));
  tambour_test_picture (window, "review-window-first");
}

/* The one that is open is shown again, not another. */
static void
test_one_window_for_one_review (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", tambour_review_window_get_report (window));
  tambour_test_settle ();
  g_assert_true (review_fixture_get (ui) == window);
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *id = g_strdup (tambour_review_window_get_report (window));

  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_settle ();
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE snapshots RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", id);
  window = review_fixture_get (ui);
  tambour_test_wait_text (window, "This Review Cannot Be Shown");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO snapshots");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.try-again", NULL));
  review_fixture_wait (window);
  g_assert_cmpuint (count_pages (window), >, 4);
}

/* An annual value report is shown as one to begin with; its sections can be composed as well. */
static void
test_the_annual_value_report (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (ui->portfolio, "Begin review");
  g_autofree char *id = tambour_id_new ();
  g_autofree char *shown_as = NULL;
  g_autoptr(TambourReportMove) move = tambour_report_move_new (TAMBOUR_REPORT_MOVE_BEGIN, id);
  g_autoptr(GError) error = NULL;
  TambourReviewWindow *window;

  move->account_id = g_strdup (account->id);
  move->report_kind = TAMBOUR_REPORT_KIND_ANNUAL;
  g_assert_true (tambour_date_parse ("2025-12-01", &move->from));
  g_assert_true (tambour_date_parse ("2026-12-01", &move->to));
  tambour_report_move_fill (move, ui->store, tambour_portfolio_now (ui->portfolio), change, NULL, &error);
  g_assert_no_error (error);
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", id);
  window = review_fixture_get (ui);
  review_fixture_wait (window);
  tambour_test_wait (has_drawn_page, window);
  g_assert_cmpuint (count_pages (window), >, 4);
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_REVIEW_PART_ROW), ==, TAMBOUR_N_CHAPTERS);
  g_object_get (window, "shown-as", &shown_as, NULL);
  g_assert_cmpstr (shown_as, ==, "report");
  tambour_test_pictures (window, "review-annual");
}

/* --- what is composed ---------------------------------------------------------------- */

static void
test_a_narrative_is_kept_and_taken_back (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourOutline) outline = NULL;
  g_autoptr(TambourOutline) back = NULL;
  g_autofree char *text = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "Fewer cases than last year.");
  review_fixture_wait (window);
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find (outline, TAMBOUR_CHAPTER_SERVICE)->narrative, ==, "Fewer cases than last year.");

  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  text = dup_text (review_fixture_narrative (window));
  g_assert_cmpstr (text, ==, "");
  back = review_fixture_get_outline (ui, window);
  g_assert_null (tambour_outline_find (back, TAMBOUR_CHAPTER_SERVICE)->narrative);
}

/* Nobody presses a button: a crash takes at most a second. */
static void
test_a_crash_takes_nothing (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *id = g_strdup (tambour_review_window_get_report (window));
  g_autofree char *text = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "Half a sent");
  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_settle ();

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", id);
  window = review_fixture_get (ui);
  review_fixture_wait (window);
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  text = dup_text (review_fixture_narrative (window));
  g_assert_cmpstr (text, ==, "Half a sent");
}

static void
test_a_typed_title (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkWidget *title = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "side")), TAMBOUR_TYPE_REVIEW_SIDE, "title_text"));
  g_autoptr(TambourOutline) outline = NULL;
  g_autoptr(TambourOutline) back = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (title);
  tambour_test_press (window, "<Control>a");
  tambour_test_type (window, "Quiet year");
  review_fixture_wait (window);
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find (outline, TAMBOUR_CHAPTER_SERVICE)->title, ==, "Quiet year");
  g_assert_true (tambour_test_shows (window, "Edited title"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.use-written", NULL));
  review_fixture_wait (window);
  back = review_fixture_get_outline (ui, window);
  g_assert_null (tambour_outline_find (back, TAMBOUR_CHAPTER_SERVICE)->title);
}

/* A figure is a tinted word, never a code; it goes as a whole. */
static void
test_a_live_figure (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkWidget *narrative = review_fixture_narrative (window);
  g_autoptr(TambourOutline) outline = NULL;
  g_autofree char *text = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *without = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (narrative);
  tambour_test_type (window, "we had ");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.insert-figure", NULL));
  tambour_test_wait (has_dialog, window);
  tambour_test_settle ();
  tambour_test_assert_named (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  tambour_test_type (window, "cases opened");
  tambour_test_settle ();
  tambour_test_press (window, "Return");
  tambour_test_wait (has_no_dialog, window);
  review_fixture_wait (window);

  typed = tambour_figure_text_dup_typed (TAMBOUR_FIGURE_TEXT (narrative));
  g_assert_cmpstr (typed, ==, "we had {cases.opened}");
  text = dup_text (narrative);
  g_assert_true (g_str_has_prefix (text, "we had "));
  g_assert_null (strchr (text, '{'));
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find (outline, TAMBOUR_CHAPTER_SERVICE)->narrative, ==, "we had {cases.opened}");
  tambour_test_pictures (window, "review-live-figure");

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == narrative);
  tambour_test_press (window, "BackSpace");
  tambour_test_settle ();
  without = tambour_figure_text_dup_typed (TAMBOUR_FIGURE_TEXT (narrative));
  g_assert_cmpstr (without, ==, "we had ");
}

static void
test_order_and_left_out (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  guint n_pages = count_pages (window);
  g_autoptr(TambourOutline) moved = NULL;
  g_autoptr(TambourOutline) without = NULL;
  g_autoptr(TambourOutline) back = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (find_part_row (window, TAMBOUR_CHAPTER_SERVICE));
  tambour_test_press (window, "<Alt>Up");
  review_fixture_wait (window);
  moved = review_fixture_get_outline (ui, window);
  g_assert_cmpint (moved->parts[2].chapter, ==, TAMBOUR_CHAPTER_SERVICE);
  g_assert_cmpint (moved->parts[3].chapter, ==, TAMBOUR_CHAPTER_GOALS);

  gtk_check_button_set_active (tambour_test_find (find_part_row (window, TAMBOUR_CHAPTER_SERVICE), GTK_TYPE_CHECK_BUTTON, NULL), FALSE);
  review_fixture_wait (window);
  without = review_fixture_get_outline (ui, window);
  g_assert_true (tambour_outline_find (without, TAMBOUR_CHAPTER_SERVICE)->is_out);
  g_assert_cmpuint (count_pages (window), <, n_pages);
  g_assert_true (tambour_test_shows (window, "Left out"));

  tambour_test_press (window, "<Control>z");
  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  back = review_fixture_get_outline (ui, window);
  g_assert_false (tambour_outline_find (back, TAMBOUR_CHAPTER_SERVICE)->is_out);
  g_assert_cmpint (back->parts[2].chapter, ==, TAMBOUR_CHAPTER_GOALS);
  g_assert_cmpuint (count_pages (window), ==, n_pages);

  tambour_test_press (window, "<Control><Shift>z");
  review_fixture_wait (window);
  g_assert_cmpuint (count_pages (window), ==, n_pages);
}

/* As GTK does when somebody lets a row go over the list. */
static gboolean
drop_at (TambourReviewWindow *window,
         TambourChapter       dragged,
         TambourChapter       over,
         double               part)
{
  GtkWidget *row = find_part_row (window, dragged);
  GtkWidget *list = gtk_widget_get_parent (row);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (list);
  g_auto(GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  gboolean is_taken = FALSE;

  g_assert_true (gtk_widget_compute_bounds (find_part_row (window, over), list, &bounds));
  g_value_init (&value, TAMBOUR_TYPE_REVIEW_PART_ROW);
  g_value_set_object (&value, row);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10., bounds.origin.y + part * bounds.size.height, &is_taken);
    }
  review_fixture_wait (window);

  return is_taken;
}

static void
assert_order (TambourTestUi       *ui,
              TambourReviewWindow *window,
              guint                position,
              TambourChapter       chapter)
{
  g_autoptr(TambourOutline) outline = review_fixture_get_outline (ui, window);

  g_assert_cmpint (outline->parts[position].chapter, ==, chapter);
}

/* Above the middle of a row is before it, below is behind it; the cover stays first and cannot be dragged. */
static void
test_dragged (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  g_assert_true (drop_at (window, TAMBOUR_CHAPTER_SERVICE, TAMBOUR_CHAPTER_YEAR, 0.2));
  assert_order (ui, window, 1, TAMBOUR_CHAPTER_SERVICE);
  g_assert_true (drop_at (window, TAMBOUR_CHAPTER_SERVICE, TAMBOUR_CHAPTER_GOALS, 0.8));
  assert_order (ui, window, 1, TAMBOUR_CHAPTER_YEAR);
  assert_order (ui, window, 2, TAMBOUR_CHAPTER_GOALS);
  assert_order (ui, window, 3, TAMBOUR_CHAPTER_SERVICE);
  g_assert_true (drop_at (window, TAMBOUR_CHAPTER_SERVICE, TAMBOUR_CHAPTER_COVER, 0.2));
  assert_order (ui, window, 0, TAMBOUR_CHAPTER_COVER);
  assert_order (ui, window, 1, TAMBOUR_CHAPTER_SERVICE);
  drop_at (window, TAMBOUR_CHAPTER_COVER, TAMBOUR_CHAPTER_GOALS, 0.8);
  assert_order (ui, window, 0, TAMBOUR_CHAPTER_COVER);

  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  assert_order (ui, window, 3, TAMBOUR_CHAPTER_SERVICE);
}

/* --- figures ---------------------------------------------------------------------------- */

static GtkWidget *
find_figure_row (TambourReviewWindow *window,
                 const char          *key)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_FIGURE_ROW, NULL);

  while (row != NULL && !g_str_equal (tambour_figure_row_get_key (TAMBOUR_FIGURE_ROW (row)), key))
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static gboolean
shows_a_list (gpointer data)
{
  return TAMBOUR_IS_RECORD_LIST_PAGE (tambour_window_get_page (((TambourTestUi *) data)->window));
}

static void
test_the_records_of_a_figure (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkWidget *row;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  review_fixture_wait (window);
  row = find_figure_row (window, "cases.opened");
  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.show-records", NULL));
  tambour_test_wait (shows_a_list, ui);
  tambour_test_settle ();
  tambour_test_pictures (ui->window, "review-records");
}

/* What somebody looked at and is another value now says what it was. */
static void
test_a_figure_that_changed (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourReport) report = review_fixture_get_report (ui, window);
  g_autoptr(TambourOutline) outline = review_fixture_get_outline (ui, window);
  g_autoptr(TambourOutline) after = NULL;
  TambourInstant then;

  g_assert_true (tambour_instant_parse ("2026-11-18T09:00:00Z", &then));
  tambour_outline_check (outline, "cases.opened", "3", then, "Mira Solberg");
  g_free (report->narrative);
  report->narrative = tambour_outline_write (outline);
  tambour_test_ui_put (ui, TAMBOUR_RECORD (report));
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  tambour_test_wait_text (window, "was 3 on 18 Nov");
  g_assert_true (tambour_test_shows (window, "1 figure changed"));
  tambour_test_pictures (window, "review-changed");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.check", "s", "cases.opened"));
  tambour_test_wait_no_text (window, "1 figure changed");
  review_fixture_wait (window);
  after = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find_check (after, "cases.opened")->text, !=, "3");
}

/* --- narrow ------------------------------------------------------------------------------------------ */

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (360, 720);
  TambourReviewWindow *window = review_fixture_open (ui);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  tambour_test_settle ();
  tambour_test_resize (window);
  tambour_test_settle ();
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "review-window-narrow");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/review-window/sections-pages-and-figures", test_sections_pages_and_figures);
  g_test_add_func ("/review-window/a-title-is-seen-whole", test_a_title_is_seen_whole);
  g_test_add_func ("/review-window/one-window-for-one-review", test_one_window_for_one_review);
  g_test_add_func ("/review-window/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/review-window/the-annual-value-report", test_the_annual_value_report);
  g_test_add_func ("/review-window/a-narrative-is-kept-and-taken-back", test_a_narrative_is_kept_and_taken_back);
  g_test_add_func ("/review-window/a-crash-takes-nothing", test_a_crash_takes_nothing);
  g_test_add_func ("/review-window/a-typed-title", test_a_typed_title);
  g_test_add_func ("/review-window/a-live-figure", test_a_live_figure);
  g_test_add_func ("/review-window/order-and-left-out", test_order_and_left_out);
  g_test_add_func ("/review-window/a-section-is-dragged-to-its-place", test_dragged);
  g_test_add_func ("/review-window/the-records-of-a-figure", test_the_records_of_a_figure);
  g_test_add_func ("/review-window/a-figure-that-changed", test_a_figure_that_changed);
  g_test_add_func ("/review-window/narrow", test_narrow);

  return g_test_run ();
}
