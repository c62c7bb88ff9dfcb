/* window-typing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include "bench-corpus.h"
#include "tambour-find.h"
#include "tambour-search-dialog.h"
#include "tambour-test-ui.h"

/* usage: window-typing PORTFOLIO
 *
 * Types words into the search of a window, letter by letter, and takes the time
 * from the key to the frame that shows the rows. Says as well how much of it was
 * the search itself. Needs a display.
 */

static const char * const words[] = {
  "orla", "lookups", "slow", "policy", "forwarder", "clinic", "4126", "guest wifi", "saint", "resolver",
  "marcus", "review", "appliance restarts", "quarterly", "@anna", "#41", "dns", "zzxyzzy", "upgrade", "licence",
};

typedef struct
{
  TambourStore     *store;
  TambourPortfolio *portfolio;
  TambourWindow    *window;
  GListModel       *rows;
  double            filled;       /* when the list was filled since the key, or 0 */
  gboolean          is_painted;   /* and a frame was drawn since */
} Bench;

static void
open_bench (Bench      *self,
            const char *path)
{
  g_autoptr(GError) error = NULL;

  self->store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  if (self->store == NULL)
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      exit (EXIT_FAILURE);
    }

  self->portfolio = tambour_portfolio_new (self->store);
  self->window = tambour_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 820);
  tambour_window_set_portfolio (self->window, self->portfolio);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  tambour_test_settle ();
}

static void
rows_changed_cb (Bench *self)
{
  self->filled = bench_now ();
  self->is_painted = FALSE;
}

static void
painted_cb (Bench *self)
{
  self->is_painted = self->filled > 0;
}

static void
open_search (Bench *self)
{
  AdwDialog *dialog;

  tambour_test_press (self->window, "<Control>k");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  self->rows = tambour_search_dialog_get_rows (TAMBOUR_SEARCH_DIALOG (dialog));
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (painted_cb), self);
}

/* Milliseconds from the key until its rows are in the list, and until the frame
 * that shows them.
 */
static void
time_key (Bench  *self,
          char    letter,
          double *to_rows,
          double *to_frame)
{
  char text[] = { letter, '\0' };
  double start;

  self->filled = 0;
  self->is_painted = FALSE;
  start = bench_now ();
  tambour_test_send (self->window, text);
  while (!self->is_painted)
    g_main_context_iteration (NULL, TRUE);

  *to_rows = self->filled - start;
  *to_frame = bench_now () - start;
}

static void
print_times (const char *what,
             GArray     *times)
{
  double *all = (double *) times->data;

  printf ("%s, median\t%.2f\tms\n", what, bench_percentile (all, times->len, 0.5));
  printf ("%s, 95th percentile\t%.2f\tms\n", what, bench_percentile (all, times->len, 0.95));
}

static void
type_words (Bench *self)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));

  open_search (self);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      tambour_test_press (self->window, "<Control>a");
      tambour_test_press (self->window, "BackSpace");
      for (const char *letter = words[i]; *letter; letter++)
        {
          double to_rows, to_frame;

          time_key (self, *letter, &to_rows, &to_frame);
          g_array_append_val (rows, to_rows);
          g_array_append_val (frames, to_frame);
          tambour_test_settle ();
        }
    }

  print_times ("from the key to its rows", rows);
  print_times ("from the key to the frame with rows", frames);
}

static void
find_words (Bench *self)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (gsize length = 1; length <= strlen (words[i]); length++)
      {
        g_autofree char *query = g_strndup (words[i], length);
        double start = bench_now (), time;
        g_autoptr(GPtrArray) found = tambour_find (self->store, query, NULL, NULL, NULL, NULL);

        time = bench_now () - start;
        g_array_append_val (times, time);
        if (g_getenv ("TAMBOUR_VERBOSE"))
          printf ("%s\t%.2f\t%u\n", query, time, found ? found->len : 0);
      }

  print_times ("tambour_find", times);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };

  if (argc != 2)
    {
      fputs ("usage: window-typing PORTFOLIO\n", stderr);
      return EXIT_FAILURE;
    }

  tambour_test_ui_init (&argc, &argv);
  open_bench (&bench, argv[1]);
  find_words (&bench);
  type_words (&bench);

  return EXIT_SUCCESS;
}
