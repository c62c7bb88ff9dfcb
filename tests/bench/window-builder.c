/* window-builder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-builder.h"

#include "tambour-review-desk.h"
#include "tambour-review-part-row.h"
#include "tambour-review-side.h"
#include "tambour-review-window.h"
#include "tambour-test-ui.h"
#include "window-count.h"

/* How long it takes from a key in the narrative of a review to the frame that shows the page
 * with the letter, and for how long the main loop is busy with it.
 */

static const char words[] = "every case had one owner from start to finish, and the first answer came in time";

/* A key on its way to the screen. */
typedef struct
{
  gboolean is_drawn;      /* the page is drawn with it */
  gboolean is_painted;    /* and a frame shows that */
} Key;

static void
drawn_cb (Key *key)
{
  key->is_drawn = TRUE;
}

static void
painted_cb (Key *key)
{
  key->is_painted = key->is_drawn;
}

static gpointer
get_child (TambourReviewWindow *window,
           const char          *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, name);
}

/* A large portfolio takes its time to be counted, which is not what is measured. */
static TambourReviewWindow *
open_window (const WindowBench *bench,
             TambourPortfolio  *portfolio)
{
  TambourReviewWindow *window = NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (bench->window), "win.make-review", bench->account_at (0)));
  while (window == NULL || !tambour_review_window_is_settled (window))
    {
      g_main_context_iteration (NULL, TRUE);
      window = tambour_review_window_find (portfolio, NULL);
      if (window != NULL && gtk_widget_get_mapped (get_child (window, "status_page")))
        gtk_widget_activate_action (GTK_WIDGET (window), "review.refresh", NULL);
    }
  tambour_test_settle ();

  return window;
}

static void
choose (TambourReviewWindow *window)
{
  GtkWidget *row = gtk_widget_get_first_child (get_child (window, "parts_list"));

  while (tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)) != TAMBOUR_CHAPTER_SERVICE)
    row = gtk_widget_get_next_sibling (row);
  gtk_list_box_select_row (get_child (window, "parts_list"), GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_template_child (get_child (window, "side"), TAMBOUR_TYPE_REVIEW_SIDE, "narrative_text")));
  tambour_test_settle ();
}

static double
time_key (TambourReviewWindow *window,
          Key                 *key,
          char                 letter)
{
  char text[] = { letter, '\0' };
  gint64 since;

  key->is_drawn = key->is_painted = FALSE;
  since = g_get_monotonic_time ();
  tambour_test_send (window, text);
  while (!key->is_painted)
    g_main_context_iteration (NULL, TRUE);

  return (g_get_monotonic_time () - since) / 1000.0;
}

static gint
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_times (GArray *times)
{
  g_array_sort (times, compare_times);
  window_count_print ("from a key in a review to its page, half", g_array_index (times, double, times->len / 2), "ms");
  window_count_print ("from a key in a review to its page", g_array_index (times, double, times->len * 95 / 100), "ms");
}

/* window_builder_measure: what a key in the builder of a review takes. */
void
window_builder_measure (const WindowBench *bench,
                        TambourPortfolio  *portfolio)
{
  TambourReviewWindow *window = open_window (bench, portfolio);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Key key = { 0 };

  choose (window);
  g_signal_connect_swapped (tambour_review_desk_get_painter (get_child (window, "desk")), "painted", G_CALLBACK (drawn_cb), &key);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), &key);
  for (const char *letter = words; *letter; letter++)
    {
      double time = time_key (window, &key, *letter);

      g_array_append_val (times, time);
    }

  print_times (times);
  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_settle ();
}
