/* shots-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shots.h"
#include "tambour-figure-text.h"
#include "tambour-review-part-row.h"
#include "tambour-review-side.h"
#include "tambour-review-window.h"
#include "tambour-test-ui.h"

/* A review while somebody composes it. */

static gboolean
has_window (gpointer data)
{
  return tambour_review_window_find (((Shots *) data)->portfolio, NULL) != NULL;
}

static gboolean
is_settled (gpointer window)
{
  return tambour_review_window_is_settled (window);
}

static gboolean
has_figures (gpointer window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (gtk_widget_get_template_child (window, TAMBOUR_TYPE_REVIEW_WINDOW, "status_page"))) ||
         tambour_review_window_is_settled (window);
}

static void
choose (TambourReviewWindow *window,
        TambourChapter       chapter)
{
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "parts_list"));
  GtkWidget *row = gtk_widget_get_first_child (list);

  while (tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)) != chapter)
    row = gtk_widget_get_next_sibling (row);
  gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
  tambour_test_settle ();
}

static TambourReviewWindow *
open_review (Shots *shots)
{
  g_autofree char *account = shots_dup_account (shots);
  TambourReviewWindow *window;
  int width, height;

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.make-review", "s", account);
  tambour_test_wait (has_window, shots);
  window = tambour_review_window_find (shots->portfolio, NULL);
  gtk_window_get_default_size (GTK_WINDOW (shots->window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  tambour_test_wait (has_figures, window);
  if (!tambour_review_window_is_settled (window))
    gtk_widget_activate_action (GTK_WIDGET (window), "review.refresh", NULL);
  tambour_test_wait (is_settled, window);
  tambour_test_settle ();

  return window;
}

static void
type_narrative (TambourReviewWindow *window)
{
  GtkWidget *narrative = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "side")), TAMBOUR_TYPE_REVIEW_SIDE, "narrative_text"));

  gtk_widget_grab_focus (narrative);
  tambour_test_type (window, "every case had one owner from start to finish. we handled ");
  tambour_figure_text_insert (TAMBOUR_FIGURE_TEXT (narrative), "cases.opened");
  tambour_test_type (window, " of them in the year.");
  tambour_test_wait (is_settled, window);
}

static gboolean
has_checks (gpointer window)
{
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (window, TAMBOUR_TYPE_REVIEW_WINDOW, "checks_list"));

  return gtk_widget_get_first_child (list) != NULL;
}

/* @what: "service", "narrative", "checks" or "report" */
void
shots_show_review (Shots      *shots,
                   const char *what)
{
  TambourReviewWindow *window = open_review (shots);

  shots->other = GTK_WINDOW (window);
  choose (window, TAMBOUR_CHAPTER_SERVICE);
  if (g_str_equal (what, "narrative"))
    type_narrative (window);
  if (g_str_equal (what, "report"))
    gtk_widget_activate_action (GTK_WIDGET (window), "review.layout", "s", "report");
  if (g_str_equal (what, "checks"))
    gtk_widget_activate_action (GTK_WIDGET (window), "review.show-checks", NULL);
  tambour_test_wait (has_checks, window);
  tambour_test_wait (is_settled, window);
  tambour_test_settle ();
}
