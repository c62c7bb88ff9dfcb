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
#include <time.h>

#include <adwaita.h>

#include "tambour-application.h"
#include "tambour-test-ui.h"
#include "window-count.h"
#include "window-use.h"

static double
since_start (void)
{
  const char *start = g_getenv ("TAMBOUR_BENCH_START");

  return (g_get_monotonic_time () - (start ? g_ascii_strtoll (start, NULL, 10) : 0)) / 1000.0;
}

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
  window_count_print ("start", since_start (), "ms");
  window_count_print ("start, time of the processor", clock () * 1000.0 / CLOCKS_PER_SEC, "ms");
  window_count_memory ("memory after start");
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

int
main (int    argc,
      char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "floor"))
    return measure_floor ();
  if (argc == 3 && g_str_equal (argv[1], "start"))
    return measure_start (argv[2]);
  if ((argc == 3 || argc == 4) && g_str_equal (argv[1], "use"))
    return window_use (argv[2], argc == 4 ? argv[3] : NULL);
  if (argc == 3 && g_str_equal (argv[1], "idle"))
    return window_idle (argv[2]);

  fputs ("usage: window-bench floor | start PORTFOLIO | use PORTFOLIO [PART] | idle PORTFOLIO\n", stderr);

  return 2;
}
