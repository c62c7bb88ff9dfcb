/* review-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review-fixture.h"

#include "tambour-figure-text.h"
#include "tambour-review-part-row.h"
#include "tambour-review-side.h"

#define ORLA "name = \"Saint Orla Hospitals\""

static gboolean
has_window (gpointer data)
{
  return tambour_review_window_find (((TambourTestUi *) data)->portfolio, NULL) != NULL;
}

static gboolean
is_settled (gpointer data)
{
  return tambour_review_window_is_settled (data);
}

/* The demonstration, whose own draft was begun elsewhere and makes room. */
TambourTestUi *
review_fixture_new (int width,
                    int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);

  return ui;
}

/* As “Make Review” does. */
TambourReviewWindow *
review_fixture_open (TambourTestUi *ui)
{
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, ORLA);
  TambourReviewWindow *window;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.make-review", "s", account->id));
  tambour_test_wait (has_window, ui);
  window = review_fixture_get (ui);
  tambour_test_settle ();

  /* What was begun elsewhere has no figures yet. */
  if (tambour_test_shows (window, "No Figures Yet"))
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.refresh", NULL));
  review_fixture_wait (window);

  return window;
}

TambourReviewWindow *
review_fixture_get (TambourTestUi *ui)
{
  return tambour_review_window_find (ui->portfolio, NULL);
}

void
review_fixture_wait (TambourReviewWindow *window)
{
  tambour_test_wait (is_settled, window);
  tambour_test_settle ();
}

TambourReport *
review_fixture_get_report (TambourTestUi       *ui,
                           TambourReviewWindow *window)
{
  g_autofree char *expression = g_strdup_printf ("id = \"%s\"", tambour_review_window_get_report (window));

  return TAMBOUR_REPORT (record_fixture_find (ui, TAMBOUR_TYPE_REPORT, expression));
}

/* What the record says. */
TambourOutline *
review_fixture_get_outline (TambourTestUi       *ui,
                            TambourReviewWindow *window)
{
  g_autoptr(TambourReport) report = review_fixture_get_report (ui, window);
  g_autoptr(GError) error = NULL;
  TambourOutline *outline = tambour_outline_parse (report->narrative, &error);

  g_assert_no_error (error);

  return outline;
}

void
review_fixture_choose (TambourReviewWindow *window,
                       TambourChapter       chapter)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_PART_ROW, NULL);

  while (row != NULL && tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)) != chapter)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  tambour_test_settle ();
}

GtkWidget *
review_fixture_narrative (TambourReviewWindow *window)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "side")), TAMBOUR_TYPE_REVIEW_SIDE, "narrative_text"));
}
