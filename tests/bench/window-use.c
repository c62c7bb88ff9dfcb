/* window-use.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "tambour-account-row.h"
#include "tambour-action-row.h"
#include "tambour-actions-page.h"
#include "tambour-calls-section.h"
#include "tambour-case-line-row.h"
#include "tambour-case-page.h"
#include "tambour-cases-page.h"
#include "tambour-note-line-row.h"
#include "tambour-prep-sheet-row.h"
#include "tambour-record-list-page.h"
#include "tambour-record-row.h"
#include "tambour-step-row.h"
#include "tambour-test-ui.h"
#include "window-builder.h"
#include "window-count.h"
#include "window-sections.h"
#include "window-use.h"

static TambourWindow *window;
static TambourPortfolio *portfolio;

static void
open_window (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);

  g_assert_no_error (error);
  portfolio = tambour_portfolio_new (store);
  window = tambour_window_new (NULL);
  tambour_window_set_portfolio (window, portfolio);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  tambour_test_settle ();
}

static gboolean was_painted;

static void
mark_painted (GdkFrameClock *clock)
{
  was_painted = TRUE;
}

/* Milliseconds from now to the first frame for which @condition holds. */
static double
time_to_frame (TambourTestCondition condition,
               gpointer             data,
               gint64               since)
{
  do
    {
      was_painted = FALSE;
      while (!was_painted)
        g_main_context_iteration (NULL, TRUE);
    }
  while (!condition (data));

  return (g_get_monotonic_time () - since) / 1000.0;
}

static gboolean
shows_page (gpointer data)
{
  return tambour_test_shows (window, data);
}

static void
measure_switch (const char *work,
                const char *action,
                GVariant   *target,
                const char *text)
{
  gint64 since = g_get_monotonic_time ();
  double elapsed;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target));
  elapsed = time_to_frame (shows_page, (gpointer) text, since);
  window_count_print (work, elapsed, "ms");
  tambour_test_settle ();
}

static GVariant *
account_at (guint n)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_ACCOUNT_ROW, NULL);

  for (guint i = 0; i < n; i++)
    row = gtk_widget_get_next_sibling (row);

  return g_variant_new_string (tambour_account_row_get_summary (TAMBOUR_ACCOUNT_ROW (row))->account_id);
}

static const char *
name_at (guint n)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_ACCOUNT_ROW, NULL);

  for (guint i = 0; i < n; i++)
    row = gtk_widget_get_next_sibling (row);

  return tambour_account_row_get_summary (TAMBOUR_ACCOUNT_ROW (row))->name;
}

static void
measure_switches (void)
{
  /* The first account builds the page; what matters is every time after that. */
  for (guint round = 0; round < 6; round++)
    {
      measure_switch ("page switch to an account", "win.open-account", account_at (round % 3), name_at (round % 3));
      measure_switch ("page switch to Today", "win.go-place", g_variant_new_string ("today"), "Response Clocks");
    }
}

static gboolean
shows_cases (gpointer data)
{
  GtkWidget *page = GTK_WIDGET (tambour_window_get_page (window));

  return TAMBOUR_IS_CASES_PAGE (page) && tambour_test_find (page, TAMBOUR_TYPE_CASE_LINE_ROW, NULL) != NULL;
}

static gboolean
shows_case (gpointer data)
{
  GtkWidget *page = GTK_WIDGET (tambour_window_get_page (window));

  return TAMBOUR_IS_CASE_PAGE (page) && tambour_test_find (page, TAMBOUR_TYPE_STEP_ROW, NULL) != NULL;
}

static void
measure_cases (void)
{
  g_autofree char *id = NULL;
  gint64 since;

  /* The first time it reads them; then it shows what it has and reads behind it. */
  for (guint round = 0; round < 4; round++)
    {
      since = g_get_monotonic_time ();
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.go-place", "s", "cases"));
      window_count_print (round == 0 ? "page switch to the cases, first" : "page switch to the cases", time_to_frame (shows_cases, NULL, since), "ms");
      tambour_test_settle ();
      gtk_widget_activate_action (GTK_WIDGET (window), "win.go-place", "s", "today");
      tambour_test_settle ();
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-place", "s", "cases");
  tambour_test_settle ();
  id = g_strdup (tambour_case_page_get_case (tambour_test_find (tambour_window_get_page (window), TAMBOUR_TYPE_CASE_PAGE, NULL)));
  for (guint round = 0; round < 5; round++)
    {
      since = g_get_monotonic_time ();
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-record", "(ss)", "case", id));
      window_count_print ("page switch to a case", time_to_frame (shows_case, NULL, since), "ms");
      tambour_test_settle ();
      gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
      tambour_test_settle ();
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-place", "s", "today");
  tambour_test_settle ();
}

static gboolean
shows_notes (gpointer data)
{
  return tambour_test_find (tambour_window_get_page (window), TAMBOUR_TYPE_NOTE_LINE_ROW, NULL) != NULL;
}

/* The rows of a section that is not read are none, whatever its headings say. */
static gboolean
shows_calls (gpointer data)
{
  GtkWidget *section = tambour_test_find (tambour_window_get_page (window), TAMBOUR_TYPE_CALLS_SECTION, NULL);

  return section != NULL && tambour_test_find (section, GTK_TYPE_LIST_BOX_ROW, NULL) != NULL;
}

static gboolean
shows_a_row (gpointer data)
{
  GtkWidget *page = GTK_WIDGET (tambour_window_get_page (window));

  return TAMBOUR_IS_ACTIONS_PAGE (page) && tambour_test_find (page, TAMBOUR_TYPE_ACTION_ROW, NULL) != NULL;
}

/* Each of another account, so that what it shows is read. */
static void
measure_section (const char           *section,
                 TambourTestCondition  condition,
                 const char           *work)
{
  g_autofree char *first = g_strconcat (work, ", first", NULL);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr(GVariant) account = g_variant_ref_sink (account_at (round));
      gint64 since = g_get_monotonic_time ();

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-section", "(ss)", g_variant_get_string (account, NULL), section));
      window_count_print (round == 0 ? first : work, time_to_frame (condition, NULL, since), "ms");
      tambour_test_settle ();
      gtk_widget_activate_action (GTK_WIDGET (window), "win.go-place", "s", "today");
      tambour_test_settle ();
    }
}

static void
measure_notes (void)
{
  measure_section ("knowledge", shows_notes, "page switch to the notes");
}

static void
measure_calls (void)
{
  measure_section ("calls", shows_calls, "page switch to the calls");
}

static gboolean
shows_sheet (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return dialog != NULL && tambour_test_find (dialog, TAMBOUR_TYPE_PREP_SHEET_ROW, NULL) != NULL;
}

static gboolean
shows_no_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

static void
measure_sheets (void)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr(GVariant) account = g_variant_ref_sink (account_at (round));
      gint64 since = g_get_monotonic_time ();

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.prep-sheet", "(ss)", g_variant_get_string (account, NULL), ""));
      window_count_print (round == 0 ? "opening a prep sheet, first" : "opening a prep sheet", time_to_frame (shows_sheet, NULL, since), "ms");
      tambour_test_settle ();
      adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
      tambour_test_wait (shows_no_dialog, NULL);
      tambour_test_settle ();
    }
}

static void
measure_actions (void)
{
  for (guint round = 0; round < 4; round++)
    {
      gint64 since = g_get_monotonic_time ();

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-actions", NULL));
      window_count_print (round == 0 ? "page switch to the actions, first" : "page switch to the actions", time_to_frame (shows_a_row, NULL, since), "ms");
      tambour_test_settle ();
      gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
      tambour_test_settle ();
    }
}

/* The list of the page on top. */
static GtkWidget *
find_list (void)
{
  return tambour_test_find (tambour_window_get_page (window), GTK_TYPE_LIST_VIEW, NULL);
}

static gboolean
shows_list (gpointer kind)
{
  GtkWidget *list = TAMBOUR_IS_RECORD_LIST_PAGE (tambour_window_get_page (window)) ? find_list () : NULL;

  return list != NULL && tambour_test_find (list, TAMBOUR_TYPE_RECORD_ROW, NULL) != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0;
}

static void
open_list (const char *kind)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-list", "(sss)", kind, "", ""));
}

static void
measure_lists (void)
{
  static const char * const kinds[] = { "case_event", "case", "case_event" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 since = g_get_monotonic_time ();

      open_list (kinds[i]);
      window_count_print ("page switch to a list", time_to_frame (shows_list, NULL, since), "ms");
      tambour_test_settle ();
      gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
      tambour_test_settle ();
    }
}

#define N_SCROLLS 300
#define N_PASSES  3

/* How long the main loop is busy at most until what it scrolled to is drawn. */
static gint64
scroll_to (GtkWidget     *list,
           GtkAdjustment *adjustment,
           double         value)
{
  window_counts.longest_busy = window_counts.busy_since = 0;
  gtk_adjustment_set_value (adjustment, value);
  was_painted = FALSE;
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (list), GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!was_painted)
    g_main_context_iteration (NULL, TRUE);

  return MAX (window_counts.longest_busy, g_get_monotonic_time () - window_counts.busy_since);
}

/* By the wheel, then by great leaps. Where the machine does something else meanwhile,
 * one pass is disturbed: what the window itself takes is what takes as long each time.
 */
static void
scroll_through (GtkWidget     *list,
                GtkAdjustment *adjustment)
{
  double upper = gtk_adjustment_get_upper (adjustment);
  gint64 least[N_SCROLLS];
  gint64 longest = 0, longest_again = 0;

  for (guint pass = 0; pass < N_PASSES; pass++)
    for (guint i = 0; i < N_SCROLLS; i++)
      {
        gint64 busy = scroll_to (list, adjustment, i < 200 ? i * 120.0 : upper * ((i * 37) % 100) / 100);

        least[i] = pass == 0 ? busy : MIN (least[i], busy);
        longest = MAX (longest, busy);
      }

  for (guint i = 0; i < N_SCROLLS; i++)
    longest_again = MAX (longest_again, least[i]);

  window_count_print ("longest stall while scrolling, once", longest / 1000.0, "ms");
  window_count_print ("longest stall while scrolling", longest_again / 1000.0, "ms");
}

/* The longest list. */
static void
measure_scroll (void)
{
  GtkWidget *list, *scroller;

  open_list ("case_event");
  tambour_test_wait (shows_list, NULL);
  tambour_test_settle ();
  list = find_list ();
  scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  window_count_print ("longest list", g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), "rows");

  g_main_context_set_poll_func (NULL, window_count_poll);
  scroll_through (list, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_main_context_set_poll_func (NULL, NULL);
  window_count_memory ("memory after use");
}

static void
measure_sections (void)
{
  const WindowBench bench = { window, account_at, time_to_frame };

  window_sections_measure (&bench);
}

static gboolean
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* The main loop, and nothing else. */
static void
run_for (guint seconds)
{
  gboolean is_over = FALSE;

  g_timeout_add_seconds (seconds, end_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_builder (void)
{
  const WindowBench bench = { window, account_at, time_to_frame };

  window_builder_measure (&bench, portfolio);
  run_for (1);
  window_count_memory ("memory after a review was open");
}

typedef struct
{
  const char  *name;
  void       (*measure) (void);
} Part;

static const Part parts[] = {
  { "switches", measure_switches },
  { "cases", measure_cases },
  { "actions", measure_actions },
  { "notes", measure_notes },
  { "calls", measure_calls },
  { "sheets", measure_sheets },
  { "sections", measure_sections },
  { "lists", measure_lists },
  { "scroll", measure_scroll },
  { "builder", measure_builder },
};

/* All parts, or @only one of them. */
int
window_use (const char *path,
            const char *only)
{
  int argc = 1;
  char *words[] = { (char *) "window-bench", NULL };
  char **argv = words;

  tambour_test_ui_init (&argc, &argv);
  open_window (path);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (mark_painted), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (only == NULL || g_str_equal (only, parts[i].name))
      parts[i].measure ();

  return 0;
}

int
window_idle (const char *path)
{
  const guint seconds = 20, late_seconds = 4;
  int argc = 1;
  char *words[] = { (char *) "window-bench", NULL };
  char **argv = words;
  gint64 waits, reads;

  tambour_test_ui_init (&argc, &argv);
  open_window (path);
  for (guint i = 0; i < 5; i++)
    tambour_test_settle ();

  /* What Today has looked at later, for what is new, is work that it does once: it has a line of its own. */
  reads = window_count_read ("io", "\nread_bytes:");
  run_for (late_seconds);
  window_count_print ("after the start, bytes read from disk once", window_count_read ("io", "\nread_bytes:") - reads, "B");

  g_main_context_set_poll_func (NULL, window_count_poll);
  window_counts.n_wakeups = 0;
  waits = window_count_waits ();
  reads = window_count_read ("io", "\nread_bytes:");
  run_for (seconds);

  window_count_print ("idle, bytes read from disk", window_count_read ("io", "\nread_bytes:") - reads, "B");
  /* One of them is the end of the measurement. */
  window_count_print ("idle, wakeups a second", (window_counts.n_wakeups - 1) / (double) seconds, "");
  window_count_print ("idle, waits of all threads a second", (window_count_waits () - waits) / (double) seconds, "");

  return 0;
}
