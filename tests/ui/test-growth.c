/* test-growth.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-growth.h"
#include "tambour-test-ui.h"

#define MANY 500

typedef struct
{
  GtkWidget         *window;
  GtkListView       *view;
  GtkStringList     *strings;
  GtkSliceListModel *slice;
  guint              n_made;    /* rows */
  guint              n_first;   /* of those, before the first frame */
} Fixture;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Fixture                  *fixture)
{
  fixture->n_made++;
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
painted_cb (Fixture *fixture)
{
  if (fixture->n_first == 0)
    fixture->n_first = fixture->n_made;
}

static void
fill (Fixture *fixture)
{
  tambour_growth_begin (fixture->slice, fixture->view);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("Row %u", i);

      gtk_string_list_append (fixture->strings, text);
    }
}

static void
set_up (Fixture *fixture)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), fixture);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  fixture->strings = gtk_string_list_new (NULL);
  fixture->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (fixture->strings)), 0, G_MAXUINT);
  fixture->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (fixture->slice)))), factory));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", fixture->view, NULL));
  fill (fixture);
  gtk_widget_realize (fixture->window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture->window), "after-paint", G_CALLBACK (painted_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (fixture->window), fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tambour_test_settle ();
  g_assert_finalize_object (fixture->slice);
  g_assert_finalize_object (fixture->strings);
}

static guint
count_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->slice));
}

static void
test_what_is_seen_is_drawn_first (void)
{
  Fixture fixture = { NULL };

  set_up (&fixture);
  g_assert_cmpuint (fixture.n_first, >, 0);
  g_assert_cmpuint (fixture.n_first, <, 40);
  tambour_test_settle ();
  g_assert_cmpuint (count_items (&fixture), ==, MANY);
  g_assert_cmpuint (fixture.n_made, >, 100);

  /* What comes later is there at once. */
  gtk_string_list_append (fixture.strings, "One more");
  g_assert_cmpuint (count_items (&fixture), ==, MANY + 1);
  tear_down (&fixture);
}

static void
test_what_is_asked_for_is_there (void)
{
  Fixture fixture = { NULL };

  set_up (&fixture);
  g_assert_cmpuint (count_items (&fixture), <, 400);
  tambour_growth_reach (fixture.slice, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (count_items (&fixture), <, 400);
  tambour_growth_reach (fixture.slice, 450);
  g_assert_cmpuint (count_items (&fixture), >, 450);
  gtk_list_view_scroll_to (fixture.view, 450, GTK_LIST_SCROLL_SELECT, NULL);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (fixture.view, "Row 450"));
  g_assert_cmpuint (count_items (&fixture), ==, MANY);
  tear_down (&fixture);
}

/* A list that is filled anew begins again, and one that goes ends it. */
static void
test_it_begins_again_and_ends (void)
{
  Fixture fixture = { NULL };

  set_up (&fixture);
  tambour_test_settle ();
  gtk_string_list_splice (fixture.strings, 0, MANY, NULL);
  fill (&fixture);
  g_assert_cmpuint (count_items (&fixture), <, 40);
  tambour_test_settle ();
  g_assert_cmpuint (count_items (&fixture), ==, MANY);
  gtk_string_list_splice (fixture.strings, 0, MANY, NULL);
  fill (&fixture);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/growth/what-is-seen-is-drawn-first", test_what_is_seen_is_drawn_first);
  g_test_add_func ("/growth/what-is-asked-for-is-there", test_what_is_asked_for_is_there);
  g_test_add_func ("/growth/it-begins-again-and-ends", test_it_begins_again_and_ends);

  return g_test_run ();
}
