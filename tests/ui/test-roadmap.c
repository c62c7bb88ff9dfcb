/* test-roadmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
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

#define ORLA "Saint Orla Hospitals"

static GtkWidget *
get_section (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_ROADMAP_SECTION, NULL);
}

static TambourTestUi *
open_section (int         width,
              int         height,
              const char *name)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autofree char *expression = g_strdup_printf ("name = \"%s\"", name);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, expression);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "roadmap");
  tambour_test_wait_text (ui->window, "Value-Add Projects");
  tambour_test_settle ();

  return ui;
}

/* Returns: (nullable): the row of a list that says @text */
static GtkWidget *
find_row (TambourTestUi *ui,
          GType          type,
          const char    *text)
{
  GtkWidget *label = tambour_test_find (get_section (ui), GTK_TYPE_LABEL, text);

  return label ? gtk_widget_get_ancestor (label, type) : NULL;
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_ROADMAP_DIALOG (dialog);
}

/* Chooses the @position-th item of the menu of a row by keyboard. */
static void
choose (TambourTestUi *ui,
        GtkWidget     *row,
        guint          position)
{
  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Menu");
  tambour_test_settle ();
  for (guint i = 0; i < position; i++)
    tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
}

static void
type_into (TambourTestUi *ui,
           const char    *title,
           const char    *text)
{
  GtkWidget *row = tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
write_text (TambourTestUi *ui,
            const char    *text)
{
  GtkWidget *view = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);

  g_assert_true (gtk_widget_grab_focus (view));
  tambour_test_type (ui->window, text);
}

/* --- what it shows ----------------------------------------------------------- */

static void
test_the_roadmap_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 1180, ORLA);
  GtkWidget *section = get_section (ui);

  tambour_test_pictures (ui->window, "roadmap");
  g_assert_true (tambour_test_shows (section, "Cover every clinic network"));
  g_assert_true (tambour_test_shows (section, "12 of 14 sites · due 31 Dec"));
  g_assert_true (tambour_test_shows (section, "Change freeze · now 15 Jan 2027"));
  g_assert_true (tambour_test_shows (section, "FR-231 · new today · with 2 other accounts"));
  g_assert_true (tambour_test_shows (section, "Planned, Q1 2027"));
  g_assert_true (tambour_test_shows (section, "2 × 6"));
  g_assert_true (tambour_test_shows (section, "2 on track, 1 slipped, 1 added"));
  g_assert_true (tambour_test_shows (section, "Agenda has 5 points · 13:30 Chicago"));
  g_assert_true (tambour_test_shows (section, "Prep ready"));
  g_assert_true (tambour_test_shows (section, "Priya Raman · Dec 2026–Feb 2027 · impact 5, effort 2"));
  g_assert_true (tambour_test_shows (section, "Confidential"));
  tambour_test_assert_named (ui->window);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_section (360, 720, ORLA);

  g_assert_true (tambour_test_shows (get_section (ui), "Cover every clinic network"));
  g_assert_true (tambour_test_shows (get_section (ui), "27 Aug · 2 on track, 1 slipped, 1 added"));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "roadmap-narrow");
}

static void
test_rows_lead_to_their_records (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  GtkWidget *row = find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages");

  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Desmond Achebe");
}

static void
test_nothing_yet (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  TambourAccount *account = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));
  g_autoptr(TambourRecord) owned = TAMBOUR_RECORD (account);

  g_set_str (&account->name, "Harbour Rail");
  g_set_str (&account->short_code, "HR");
  tambour_test_ui_put (ui, TAMBOUR_RECORD (account));
  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", owned->id, "roadmap");

  tambour_test_wait_text (ui->window, "No goal is agreed");
  g_assert_true (tambour_test_shows (ui->window, "Nothing is asked for"));
  g_assert_true (tambour_test_shows (ui->window, "No roadmap review yet"));
  g_assert_true (tambour_test_shows (ui->window, "No project is proposed"));
  g_assert_null (tambour_test_find (ui->window, TAMBOUR_TYPE_PROJECT_MATRIX, NULL));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "roadmap-empty");
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE projects RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "roadmap");
  tambour_test_wait_text (ui->window, "The roadmap could not be read");
  tambour_test_assert_named (ui->window);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO projects");
  g_signal_emit_by_name (tambour_test_find (get_section (ui), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (get_section (ui), "Value-Add Projects");
  g_assert_false (tambour_test_shows (get_section (ui), "The roadmap could not be read"));
}

/* --- goals ---------------------------------------------------------------------- */

static void
test_a_reading_is_recorded (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);

  choose (ui, find_row (ui, TAMBOUR_TYPE_GOAL_ROW, "Cover every clinic network"), 0);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "roadmap-reading");

  type_into (ui, "Value (sites)", "many");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "This takes a number, such as 12.5"));

  type_into (ui, "Value (sites)", "13");
  write_text (ui, "Counted with Marcus");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_section (ui), "13 of 14 sites · due 31 Dec");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_GOAL_READING, "evidence = \"Counted with Marcus\""), ==, 1);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_section (ui), "12 of 14 sites · due 31 Dec");
}

/* What is typed stays when the dialog is closed, and stands there the next time. */
static void
test_what_is_typed_is_kept (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);

  g_assert_true (gtk_widget_activate_action (get_section (ui), "roadmap.ask-request", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  type_into (ui, "Feature", "Alerts by text message");
  write_text (ui, "Nobody reads mail at night.");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  g_assert_true (gtk_widget_activate_action (get_section (ui), "roadmap.ask-request", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "From your draft");
  g_assert_cmpstr (gtk_editable_get_text (tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_ENTRY_ROW, "Feature")), ==, "Alerts by text message");
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "roadmap-request");

  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_section (ui), "Alerts by text message");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "quote = \"Nobody reads mail at night.\""), ==, 1);
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_section (ui), "Alerts by text message");
}

/* What was typed and not saved is found with the other drafts, and goes on from there. */
static void
test_a_draft_is_found_again (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  GtkWidget *button;

  choose (ui, find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 2);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  write_text (ui, "The wrong clinic rings.");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (ui->window, "Add Evidence: Per-site block pages");
  button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft");
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "From your draft");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "quote = \"The wrong clinic rings.\""), ==, 1);
}

/* --- requests ---------------------------------------------------------------------- */

static void
test_a_request_goes_a_step_on (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, NULL);

  choose (ui, find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 0);
  tambour_test_wait_text (get_section (ui), "In work, Q2 2027");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, NULL), ==, n + 1);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_section (ui), "Planned, Q2 2027");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, NULL), ==, n);
}

static void
test_a_request_is_declined (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);

  choose (ui, find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 1);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say why it is declined.");
  write_text (ui, "One page for all does");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_section (ui), "Declined");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, "reason = \"One page for all does\" and status = declined"), ==, 1);
}

static void
test_evidence_is_added (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);

  choose (ui, find_row (ui, TAMBOUR_TYPE_REQUEST_ROW, "Per-site block pages"), 2);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  write_text (ui, "The wrong clinic rings.");
  type_into (ui, "Value at Stake", "20000");
  type_into (ui, "Where It Was Said", "Visit");
  adw_combo_row_set_selected (tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_COMBO_ROW, "Impact"), TAMBOUR_REQUEST_IMPACT_BLOCKER);
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);

  /* A fifth of the fee is more than two tenths. */
  tambour_test_wait_text (get_section (ui), "3 × 9");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "source = Visit and impact = blocker"), ==, 1);
}

/* Returns: (transfer full): a project of the account that is shown */
static TambourRecord *
find_project (TambourTestUi *ui,
              const char    *title)
{
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");
  g_autofree char *expression = g_strdup_printf ("title = \"%s\" and account_id = %s", title, account->id);

  return record_fixture_find (ui, TAMBOUR_TYPE_PROJECT, expression);
}

/* --- the matrix ------------------------------------------------------------------------ */

static TambourProjectMatrix *
get_matrix (TambourTestUi *ui)
{
  return TAMBOUR_PROJECT_MATRIX (tambour_test_find (get_section (ui), TAMBOUR_TYPE_PROJECT_MATRIX, NULL));
}

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
  GtkWidget *row = find_row (ui, TAMBOUR_TYPE_PLAN_ROW, title);

  return gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row));
}

static void
test_a_point_moves_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  g_autoptr(TambourRecord) project = find_project (ui, "Own block page per site");
  GtkWidget *point = tambour_project_matrix_get_point (get_matrix (ui), project->id);
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
  g_assert_true (gtk_widget_has_focus (tambour_project_matrix_get_point (get_matrix (ui), project->id)));

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (is_placed, &(Placed) { ui, project, 2, 4 });
}

/* Escape puts it back; keys that are left alone are written after a while. */
static void
test_a_move_can_be_left (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  g_autoptr(TambourRecord) project = find_project (ui, "Own block page per site");
  gint64 n = tambour_store_last_change (ui->store);

  g_assert_true (gtk_widget_grab_focus (tambour_project_matrix_get_point (get_matrix (ui), project->id)));
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Escape");
  tambour_test_press (ui->window, "Tab");
  tambour_test_settle ();
  g_assert_cmpint (tambour_store_last_change (ui->store), ==, n);

  g_assert_true (gtk_widget_grab_focus (tambour_project_matrix_get_point (get_matrix (ui), project->id)));
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
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  g_autoptr(TambourRecord) project = find_project (ui, "Own block page per site");
  g_autoptr(TambourRecord) best = find_project (ui, "Log export to own storage");
  GtkWidget *matrix = GTK_WIDGET (get_matrix (ui));
  graphene_point_t from = find_middle (matrix, tambour_project_matrix_get_point (get_matrix (ui), project->id));
  graphene_point_t to = find_middle (matrix, tambour_project_matrix_get_point (get_matrix (ui), best->id));
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
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  g_autoptr(TambourRecord) project = find_project (ui, "Policy by department");
  GtkWidget *row = find_row (ui, TAMBOUR_TYPE_PLAN_ROW, "Policy by department");
  GtkWidget *point = tambour_project_matrix_get_point (get_matrix (ui), project->id);

  g_assert_false (gtk_widget_has_css_class (point, "selected"));
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_true (gtk_widget_has_css_class (point, "selected"));

  g_assert_true (gtk_widget_grab_focus (point));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Largest cause of policy cases");
}

/* --- plans ------------------------------------------------------------------------------ */

static void
test_a_plan_is_released (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820, ORLA);
  g_autoptr(TambourRecord) item = record_fixture_find (ui, TAMBOUR_TYPE_ROADMAP_ITEM, "title = \"Failover drill from the console\"");
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");
  g_autoptr(TambourRecord) released = NULL;

  choose (ui, find_row (ui, TAMBOUR_TYPE_PLAN_ROW, "Failover drill from the console"), 0);
  tambour_test_wait_text (get_section (ui), "Released");
  released = record_fixture_get (ui, item);
  g_assert_true (tambour_roadmap_item_may_leave (TAMBOUR_ROADMAP_ITEM (released), account->id));
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_section (ui), "Released");
}

/* --- reading only ------------------------------------------------------------------------- */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TambourPortfolio **portfolio = user_data;
  g_autoptr(GError) error = NULL;

  *portfolio = tambour_portfolio_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Nothing is offered that would change something, and arrow keys move no point. */
static void
test_reading_only (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");
  g_autoptr(TambourRecord) project = find_project (ui, "Own block page per site");
  gint64 n = tambour_store_last_change (ui->store);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  tambour_portfolio_open_async (tambour_store_get_path (ui->store), TAMBOUR_STORE_READ_ONLY, NULL, opened_cb, &portfolio);
  tambour_test_wait (is_set, &portfolio);
  tambour_portfolio_set_now (portfolio, tambour_portfolio_now (ui->portfolio));
  tambour_test_ui_present (ui);
  tambour_window_set_portfolio (ui->window, portfolio);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "roadmap");
  tambour_test_wait_text (ui->window, "Value-Add Projects");

  g_assert_false (gtk_widget_is_sensitive (tambour_test_find (get_section (ui), GTK_TYPE_BUTTON, "Add Goal")));
  g_assert_null (tambour_test_find (find_row (ui, TAMBOUR_TYPE_GOAL_ROW, "Cover every clinic network"), GTK_TYPE_MENU_BUTTON, NULL));
  g_assert_true (gtk_widget_grab_focus (tambour_project_matrix_get_point (get_matrix (ui), project->id)));
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  g_assert_cmpint (tambour_store_last_change (ui->store), ==, n);

  tambour_window_set_portfolio (ui->window, ui->portfolio);
  tambour_test_settle ();
  tambour_portfolio_close (portfolio);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/roadmap/the-roadmap-of-an-account", test_the_roadmap_of_an_account);
  g_test_add_func ("/roadmap/narrow", test_narrow);
  g_test_add_func ("/roadmap/rows-lead-to-their-records", test_rows_lead_to_their_records);
  g_test_add_func ("/roadmap/nothing-yet", test_nothing_yet);
  g_test_add_func ("/roadmap/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/roadmap/a-reading-is-recorded", test_a_reading_is_recorded);
  g_test_add_func ("/roadmap/what-is-typed-is-kept", test_what_is_typed_is_kept);
  g_test_add_func ("/roadmap/a-draft-is-found-again", test_a_draft_is_found_again);
  g_test_add_func ("/roadmap/a-request-goes-a-step-on", test_a_request_goes_a_step_on);
  g_test_add_func ("/roadmap/a-request-is-declined", test_a_request_is_declined);
  g_test_add_func ("/roadmap/evidence-is-added", test_evidence_is_added);
  g_test_add_func ("/roadmap/every-place-is-found-again", test_every_place_is_found_again);
  g_test_add_func ("/roadmap/no-place-is-beyond-the-edge", test_no_place_is_beyond_the_edge);
  g_test_add_func ("/roadmap/a-point-moves-by-keyboard", test_a_point_moves_by_keyboard);
  g_test_add_func ("/roadmap/a-move-can-be-left", test_a_move_can_be_left);
  g_test_add_func ("/roadmap/a-point-is-dragged", test_a_point_is_dragged);
  g_test_add_func ("/roadmap/the-list-and-the-matrix-choose-together", test_the_list_and_the_matrix_choose_together);
  g_test_add_func ("/roadmap/a-plan-is-released", test_a_plan_is_released);
  g_test_add_func ("/roadmap/reading-only", test_reading_only);

  return g_test_run ();
}
