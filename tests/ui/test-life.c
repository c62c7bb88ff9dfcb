/* test-life.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-case.h"
#include "tambour-life-axis.h"

/* Returns: how many labels of the axis are seen; none of them touches another */
static guint
count_clear (GtkWidget *axis)
{
  guint n = 0;

  for (GtkWidget *one = gtk_widget_get_first_child (axis); one; one = gtk_widget_get_next_sibling (one))
    {
      graphene_rect_t bounds, other;

      if (!gtk_widget_get_child_visible (one) || !gtk_widget_get_mapped (one))
        continue;

      n++;
      g_assert_true (gtk_widget_compute_bounds (one, axis, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (axis));
      for (GtkWidget *next = gtk_widget_get_next_sibling (one); next; next = gtk_widget_get_next_sibling (next))
        if (gtk_widget_get_child_visible (next) && gtk_widget_get_mapped (next))
          {
            g_assert_true (gtk_widget_compute_bounds (next, axis, &other));
            g_assert_false (graphene_rect_intersection (&bounds, &other, NULL));
          }
    }

  return n;
}

/* Where the clock stood still is said below the bar, if there is room. */
static void
test_pauses_are_said_where_there_is_room (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 1000);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  GtkWidget *axis;

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "case", record->id);
  tambour_test_wait_text (ui->window, "Clinic appliance restarts nightly");
  tambour_test_settle ();
  axis = tambour_test_find (ui->window, TAMBOUR_TYPE_LIFE_AXIS, NULL);
  g_assert_true (tambour_test_shows (axis, "Paused"));
  g_assert_cmpuint (count_clear (axis), ==, 3);
  gtk_widget_set_direction (axis, GTK_TEXT_DIR_RTL);
  gtk_widget_queue_resize (axis);
  tambour_test_settle ();
  g_assert_cmpuint (count_clear (axis), ==, 3);

  /* Where there is none, only the ends are. */
  gtk_widget_set_size_request (axis, 60, -1);
  gtk_widget_set_halign (axis, GTK_ALIGN_START);
  tambour_test_settle ();
  g_assert_cmpuint (count_clear (axis), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/life/pauses-are-said-where-there-is-room", test_pauses_are_said_where_there_is_room);

  return g_test_run ();
}
