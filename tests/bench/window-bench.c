/* window-bench.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: window-bench floor | start PORTFOLIO | use PORTFOLIO [PART] | idle PORTFOLIO
 *
 * Measures the window from inside, for run.py, which gives the instant at which
 * it started the process in TAMBOUR_BENCH_START (CLOCK_MONOTONIC, microseconds).
 * Rows are: work, value, unit, with tabs between.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <adwaita.h>

#include "tambour-account-row.h"
#include "tambour-action-row.h"
#include "tambour-actions-page.h"
#include "tambour-application.h"
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
#include "tambour-ui.h"

/* --- what is counted ------------------------------------------------------- */

static void
print (const char *work,
       double      value,
       const char *unit)
{
  printf ("%s\t%.2f\t%s\n", work, value, unit);
  fflush (stdout);
}

static double
since_start (void)
{
  const char *start = g_getenv ("TAMBOUR_BENCH_START");

  return (g_get_monotonic_time () - (start ? g_ascii_strtoll (start, NULL, 10) : 0)) / 1000.0;
}

/* A line of a file of /proc, such as "VmHWM:" of status, as a number. */
static gint64
read_proc (const char *file,
           const char *name)
{
  g_autofree char *path = g_build_filename ("/proc/self", file, NULL);
  g_autofree char *contents = NULL;
  const char *line;

  if (!g_file_get_contents (path, &contents, NULL, NULL) || !(line = strstr (contents, name)))
    return -1;

  return g_ascii_strtoll (line + strlen (name), NULL, 10);
}

static void
print_memory (const char *work)
{
  g_autofree char *peak = g_strconcat (work, ", peak", NULL);

  print (work, read_proc ("smaps_rollup", "Pss:") / 1024.0, "MiB");
  print (peak, read_proc ("status", "VmHWM:") / 1024.0, "MiB");
}

/* --- how long the main loop is busy ---------------------------------------- */

static guint n_wakeups;
static gint64 busy_since;
static gint64 longest_busy;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  gint64 now = g_get_monotonic_time ();
  int result;

  if (busy_since != 0)
    longest_busy = MAX (longest_busy, now - busy_since);

  result = g_poll (fds, n_fds, timeout);
  n_wakeups += timeout != 0 ? 1 : 0;
  busy_since = g_get_monotonic_time ();

  return result;
}

/* Of all threads, also those that have ended: how often one of them waited, be it
 * within one thing that it does.
 */
static gint64
count_waits (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_nvcsw;
}

/* --- starting -------------------------------------------------------------- */

static TambourWindow *window;
static gboolean is_floor;

static gboolean
is_drawn (void)
{
  return is_floor || tambour_test_find (window, g_type_from_name ("TambourClockRow"), NULL) != NULL;
}

static void
painted_cb (GdkFrameClock *frames,
            gpointer       user_data)
{
  static gboolean was_drawn;

  if (was_drawn || !is_drawn ())
    return;

  was_drawn = TRUE;
  print ("start", since_start (), "ms");
  print ("start, time of the processor", clock () * 1000.0 / CLOCKS_PER_SEC, "ms");
  print_memory ("memory after start");
  g_application_quit (g_application_get_default ());
}

static void
watch_frames (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
}

/* A header bar and a word, as in the floor of PERFORMANCE.md. */
static GtkWidget *
new_floor_window (GtkApplication *application)
{
  GtkWidget *widget = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), gtk_label_new ("Hello"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (widget), view);
  gtk_window_set_default_size (GTK_WINDOW (widget), 1280, 820);

  return widget;
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *added)
{
  window = TAMBOUR_WINDOW (added);
  g_signal_connect (added, "realize", G_CALLBACK (watch_frames), NULL);
}

static void
activate_floor_cb (GtkApplication *application)
{
  GtkWidget *widget = new_floor_window (application);

  g_signal_connect (widget, "realize", G_CALLBACK (watch_frames), NULL);
  gtk_window_present (GTK_WINDOW (widget));
}

static int
measure_floor (void)
{
  g_autoptr(AdwApplication) application = adw_application_new ("io.github.tambour.Bench", G_APPLICATION_NON_UNIQUE);

  is_floor = TRUE;
  g_signal_connect (application, "activate", G_CALLBACK (activate_floor_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* The whole program, as a person starts it whose own portfolio this is. */
static int
measure_start (const char *path)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr(TambourApplication) application = tambour_application_new (G_APPLICATION_NON_UNIQUE);
  char *words[] = { (char *) "tambour", NULL };

  g_settings_set_string (settings, "portfolio", absolute);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, words);
}

/* --- using ----------------------------------------------------------------- */

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
  print (work, elapsed, "ms");
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
      print (round == 0 ? "page switch to the cases, first" : "page switch to the cases", time_to_frame (shows_cases, NULL, since), "ms");
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
      print ("page switch to a case", time_to_frame (shows_case, NULL, since), "ms");
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
      print (round == 0 ? first : work, time_to_frame (condition, NULL, since), "ms");
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
      print (round == 0 ? "opening a prep sheet, first" : "opening a prep sheet", time_to_frame (shows_sheet, NULL, since), "ms");
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
      print (round == 0 ? "page switch to the actions, first" : "page switch to the actions", time_to_frame (shows_a_row, NULL, since), "ms");
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
      print ("page switch to a list", time_to_frame (shows_list, NULL, since), "ms");
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
  longest_busy = busy_since = 0;
  gtk_adjustment_set_value (adjustment, value);
  was_painted = FALSE;
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (list), GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!was_painted)
    g_main_context_iteration (NULL, TRUE);

  return MAX (longest_busy, g_get_monotonic_time () - busy_since);
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

  print ("longest stall while scrolling, once", longest / 1000.0, "ms");
  print ("longest stall while scrolling", longest_again / 1000.0, "ms");
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
  print ("longest list", g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), "rows");

  g_main_context_set_poll_func (NULL, poll_cb);
  scroll_through (list, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_main_context_set_poll_func (NULL, NULL);
  print_memory ("memory after use");
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
  { "lists", measure_lists },
  { "scroll", measure_scroll },
};

/* All parts, or @only one of them. */
static int
measure_use (const char *path,
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

static gboolean
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static int
measure_idle (const char *path)
{
  const guint seconds = 20;
  int argc = 1;
  char *words[] = { (char *) "window-bench", NULL };
  char **argv = words;
  gboolean is_over = FALSE;
  gint64 waits, reads;

  tambour_test_ui_init (&argc, &argv);
  open_window (path);
  for (guint i = 0; i < 5; i++)
    tambour_test_settle ();

  g_timeout_add_seconds (seconds, end_cb, &is_over);
  g_main_context_set_poll_func (NULL, poll_cb);
  n_wakeups = 0;
  waits = count_waits ();
  reads = read_proc ("io", "\nread_bytes:");
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);

  print ("idle, bytes read from disk", read_proc ("io", "\nread_bytes:") - reads, "B");
  /* One of them is the end of the measurement. */
  print ("idle, wakeups a second", (n_wakeups - 1) / (double) seconds, "");
  print ("idle, waits of all threads a second", (count_waits () - waits) / (double) seconds, "");

  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "floor"))
    return measure_floor ();
  if (argc == 3 && g_str_equal (argv[1], "start"))
    return measure_start (argv[2]);
  if ((argc == 3 || argc == 4) && g_str_equal (argv[1], "use"))
    return measure_use (argv[2], argc == 4 ? argv[3] : NULL);
  if (argc == 3 && g_str_equal (argv[1], "idle"))
    return measure_idle (argv[2]);

  fputs ("usage: window-bench floor | start PORTFOLIO | use PORTFOLIO [PART] | idle PORTFOLIO\n", stderr);

  return 2;
}
