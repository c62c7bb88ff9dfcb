/* test-roadmap-matrix.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "roadmap-fixture.h"
#include "tambour-account-page.h"
#include "tambour-goal-row.h"
#include "tambour-goal.h"
#include "tambour-matrix-plane.h"
#include "tambour-plan-row.h"
#include "tambour-project-matrix.h"
#include "tambour-request-row.h"
#include "tambour-roadmap-dialog.h"
#include "tambour-roadmap-section.h"
#include "tambour-roadmap.h"
#include "tambour-test-sql.h"
#include "tambour-value.h"

/* Wherever a project stands, that is where a pointer finds it, whichever way lines
 * go; and it stands in the quadrant that it belongs to.
 */
static void
test_every_place_is_found_again (void)
{
  g_autoptr(TambourProject) project = TAMBOUR_PROJECT (tambour_record_new (TAMBOUR_TYPE_PROJECT, NULL));

  for (int i = 0; i < 2 * TAMBOUR_PROJECT_STEPS * TAMBOUR_PROJECT_STEPS; i++)
    {
      const TambourMatrixPlane plane = { GRAPHENE_RECT_INIT (20, 3, 317, 261), 18, i % 2 };
      graphene_rect_t quadrant;
      graphene_point_t place;
      int impact, effort;

      project->impact = 1 + i / 2 % TAMBOUR_PROJECT_STEPS;
      project->effort = 1 + i / 2 / TAMBOUR_PROJECT_STEPS;
      quadrant = tambour_matrix_plane_get_quadrant (&plane, tambour_project_get_quadrant (project));
      place = tambour_matrix_plane_find_place (&plane, (int) project->impact, (int) project->effort, 0, 1, 24);
      g_assert_true (graphene_rect_contains_point (&quadrant, &place));
      tambour_matrix_plane_find_cell (&plane, place.x, place.y, &impact, &effort);
      g_assert_cmpint (impact, ==, project->impact);
      g_assert_cmpint (effort, ==, project->effort);
    }
}

/* What is far away is at the edge. */
static void
test_no_place_is_beyond_the_edge (void)
{
  const TambourMatrixPlane plane = { GRAPHENE_RECT_INIT (20, 3, 317, 261), 18, FALSE };
  int impact, effort;

  tambour_matrix_plane_find_cell (&plane, -500, -500, &impact, &effort);
  g_assert_cmpint (impact, ==, TAMBOUR_PROJECT_STEPS);
  g_assert_cmpint (effort, ==, 1);
  tambour_matrix_plane_find_cell (&plane, 5000, 5000, &impact, &effort);
  g_assert_cmpint (impact, ==, 1);
  g_assert_cmpint (effort, ==, TAMBOUR_PROJECT_STEPS);
}

/* A project of the demonstration, and where it should be. */
typedef struct
{
  TambourTestUi *ui;
  TambourRecord *project;
  gint64         impact;
  gint64         effort;
} Placed;

static gboolean
is_placed (gpointer data)
{
  Placed *placed = data;
  g_autoptr(TambourRecord) now = record_fixture_get (placed->ui, placed->project);

  return TAMBOUR_PROJECT (now)->impact == placed->impact && TAMBOUR_PROJECT (now)->effort == placed->effort;
}

static gboolean
is_selected (TambourTestUi *ui,
             const char    *title)
{
  GtkWidget *row = roadmap_fixture_find_row (ui, TAMBOUR_TYPE_PLAN_ROW, title);

  return gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row));
}

static void
test_a_point_moves_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  g_autoptr(TambourRecord) project = roadmap_fixture_find_project (ui, "Own block page per site");
  GtkWidget *point = tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id);
  guint n = (guint) tambour_store_last_change (ui->store);

  g_assert_true (gtk_widget_grab_focus (point));
  g_assert_true (gtk_widget_has_css_class (point, "selected"));
  g_assert_true (is_selected (ui, "Own block page per site"));

  /* However many keys, it is one change; below the lowest there is nothing. */
  tambour_test_press (ui->window, "Left");
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (is_placed, &(Placed) { ui, project, 4, 3 });
  tambour_test_settle ();
  g_assert_cmpuint ((guint) tambour_store_last_change (ui->store), ==, n + 1);
  g_assert_true (gtk_widget_has_focus (tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id)));

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (is_placed, &(Placed) { ui, project, 2, 4 });
}

/* Escape puts it back; keys that are left alone are written after a while. */
static void
test_a_move_can_be_left (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  g_autoptr(TambourRecord) project = roadmap_fixture_find_project (ui, "Own block page per site");
  gint64 n = tambour_store_last_change (ui->store);

  g_assert_true (gtk_widget_grab_focus (tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id)));
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Escape");
  tambour_test_press (ui->window, "Tab");
  tambour_test_settle ();
  g_assert_cmpint (tambour_store_last_change (ui->store), ==, n);

  g_assert_true (gtk_widget_grab_focus (tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id)));
  tambour_test_press (ui->window, "Right");
  tambour_test_wait (is_placed, &(Placed) { ui, project, 2, 5 });
}

static GtkGesture *
find_drag (GtkWidget *matrix)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (matrix);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

static graphene_point_t
find_middle (GtkWidget *matrix,
             GtkWidget *point)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (point, matrix, &bounds));

  return GRAPHENE_POINT_INIT (bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

static void
test_a_point_is_dragged (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  g_autoptr(TambourRecord) project = roadmap_fixture_find_project (ui, "Own block page per site");
  g_autoptr(TambourRecord) best = roadmap_fixture_find_project (ui, "Log export to own storage");
  GtkWidget *matrix = GTK_WIDGET (roadmap_fixture_get_matrix (ui));
  graphene_point_t from = find_middle (matrix, tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id));
  graphene_point_t to = find_middle (matrix, tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), best->id));
  GtkGesture *drag = find_drag (matrix);

  g_signal_emit_by_name (drag, "drag-begin", (double) from.x, (double) from.y);
  g_assert_true (is_selected (ui, "Own block page per site"));
  g_signal_emit_by_name (drag, "drag-update", (double) (to.x - from.x) / 2, (double) (to.y - from.y) / 2);
  g_signal_emit_by_name (drag, "drag-update", (double) (to.x - from.x), (double) (to.y - from.y));
  g_signal_emit_by_name (drag, "drag-end", (double) (to.x - from.x), (double) (to.y - from.y));
  tambour_test_wait (is_placed, &(Placed) { ui, project, 5, 2 });
  tambour_test_settle ();
  tambour_test_pictures (ui->window, "roadmap-moved");

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (is_placed, &(Placed) { ui, project, 2, 4 });
}

/* What is chosen in the list is ringed in the matrix; Return leads to the record. */
static void
test_the_list_and_the_matrix_choose_together (void)
{
  g_autoptr(TambourTestUi) ui = roadmap_fixture_open_section (1280, 820, ROADMAP_FIXTURE_ORLA);
  g_autoptr(TambourRecord) project = roadmap_fixture_find_project (ui, "Policy by department");
  GtkWidget *row = roadmap_fixture_find_row (ui, TAMBOUR_TYPE_PLAN_ROW, "Policy by department");
  GtkWidget *point = tambour_project_matrix_get_point (roadmap_fixture_get_matrix (ui), project->id);

  g_assert_false (gtk_widget_has_css_class (point, "selected"));
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_true (gtk_widget_has_css_class (point, "selected"));

  g_assert_true (gtk_widget_grab_focus (point));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Largest cause of policy cases");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/roadmap/every-place-is-found-again", test_every_place_is_found_again);
  g_test_add_func ("/roadmap/no-place-is-beyond-the-edge", test_no_place_is_beyond_the_edge);
  g_test_add_func ("/roadmap/a-point-moves-by-keyboard", test_a_point_moves_by_keyboard);
  g_test_add_func ("/roadmap/a-move-can-be-left", test_a_move_can_be_left);
  g_test_add_func ("/roadmap/a-point-is-dragged", test_a_point_is_dragged);
  g_test_add_func ("/roadmap/the-list-and-the-matrix-choose-together", test_the_list_and_the_matrix_choose_together);

  return g_test_run ();
}
