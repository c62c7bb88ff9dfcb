/* tambour-project-matrix.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tambour-project-matrix-private.h"
#include "tambour-roadmap-text.h"
#include "tambour-tooltip.h"

#define WIDTH     330
#define MIN_WIDTH 220
#define HEIGHT    270

/* Below the words beside the plane. */
#define MARGIN 6

/**
 * TambourProjectMatrix:
 *
 * Projects by their impact and their effort: four quadrants, in which each project
 * is a point with its number. A point can be dragged, or moved by arrow keys; where
 * it was put is told when the move is over. Beside it belongs a list that says the
 * same.
 *
 * Points are the options of a list for who cannot see them.
 */
G_DEFINE_FINAL_TYPE (TambourProjectMatrix, tambour_project_matrix, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  MOVED,
  OPENED,
} TambourProjectMatrixSignals;

static guint signals[OPENED + 1];

static void
point_free (TambourMatrixPoint *point)
{
  gtk_widget_unparent (point->widget);
  g_clear_object (&point->project);
  g_free (point);
}

static int
measure_words (TambourProjectMatrix *self,
               gboolean              is_bold)
{
  g_autoptr(PangoLayout) layout = tambour_project_matrix_new_layout (self, "M", is_bold);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/**
 * tambour_project_matrix_get_plane:
 * @self: a matrix
 *
 * Returns: where impact and effort are in it
 */
TambourMatrixPlane
tambour_project_matrix_get_plane (TambourProjectMatrix *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int words = measure_words (self, FALSE) + MARGIN;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - words;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - words;

  return (TambourMatrixPlane) {
    .bounds = GRAPHENE_RECT_INIT (is_rtl ? 0 : words, 0, MAX (width, 1), MAX (height, 1)),
    .strip = measure_words (self, TRUE) + MARGIN,
    .is_rtl = is_rtl,
  };
}

/* --- points ----------------------------------------------------------------- */

static TambourMatrixPoint *
find_point (TambourProjectMatrix *self,
            const char           *id)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      TambourMatrixPoint *point = g_ptr_array_index (self->points, i);

      if (g_strcmp0 (TAMBOUR_RECORD (point->project)->id, id) == 0)
        return point;
    }

  return NULL;
}

static TambourQuadrant
quadrant_of (const TambourMatrixPoint *point)
{
  g_autoptr(TambourProject) there = TAMBOUR_PROJECT (tambour_record_new (TAMBOUR_TYPE_PROJECT, NULL));

  there->impact = point->impact;
  there->effort = point->effort;

  return tambour_project_get_quadrant (there);
}

/**
 * tambour_project_matrix_describe:
 * @self: a matrix
 * @point: one of its points
 *
 * Says where the point is, in its look and in words.
 */
void
tambour_project_matrix_describe (TambourProjectMatrix *self,
                                 TambourMatrixPoint   *point)
{
  TambourQuadrant quadrant = quadrant_of (point);
  gboolean is_selected = g_strcmp0 (self->selected, TAMBOUR_RECORD (point->project)->id) == 0;
  const char *classes[] = { "matrixpoint", "numeric", quadrant == TAMBOUR_QUADRANT_DO_NEXT ? "next" : "later", is_selected ? "selected" : NULL, NULL };
  g_autofree char *number = g_strdup_printf ("%u", point->number);
  g_autofree char *name = NULL;

  /* Translators: the number and the title of a project, from 1 to 5 its impact and its effort, and what should be done with it */
  name = g_strdup_printf (_("%1$u, %2$s: impact %3$d, effort %4$d, %5$s"), point->number, point->project->title ? point->project->title : "",
                          point->impact, point->effort, tambour_roadmap_text_quadrant (quadrant));
  gtk_label_set_text (GTK_LABEL (adw_bin_get_child (ADW_BIN (point->widget))), number);
  gtk_widget_set_css_classes (point->widget, classes);
  tambour_tooltip_set (point->widget, point->project->title ? point->project->title : number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (point->widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->is_editable ? _("Arrow keys move it, Return opens it") : _("Return opens it"),
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (point->widget), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

/* What the whole matrix says: each quadrant and what is in it. */
static void
describe_all (TambourProjectMatrix *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (TambourQuadrant quadrant = TAMBOUR_QUADRANT_DO_NEXT; quadrant <= TAMBOUR_QUADRANT_LEAVE; quadrant++)
    {
      guint n = 0;

      for (guint i = 0; i < self->points->len; i++)
        {
          TambourMatrixPoint *point = g_ptr_array_index (self->points, i);

          if (quadrant_of (point) != quadrant)
            continue;
          if (n++ == 0)
            g_string_append_printf (words, "%s%s: ", words->len > 0 ? " · " : "", tambour_roadmap_text_quadrant (quadrant));
          g_string_append_printf (words, "%s%u", n > 1 ? ", " : "", point->number);
        }
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

static TambourMatrixPoint *
new_point (TambourProjectMatrix *self,
           TambourProject       *project)
{
  TambourMatrixPoint *point = g_new0 (TambourMatrixPoint, 1);

  point->project = g_object_ref (project);
  point->widget = g_object_new (ADW_TYPE_BIN,
                                "focusable", TRUE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_OPTION,
                                "child", g_object_new (GTK_TYPE_LABEL, "can-target", FALSE, NULL),
                                NULL);
  gtk_widget_set_parent (point->widget, GTK_WIDGET (self));

  return point;
}

/**
 * tambour_project_matrix_choose:
 * @self: a matrix
 * @point: one of its points
 *
 * A person chose it.
 */
void
tambour_project_matrix_choose (TambourProjectMatrix *self,
                               TambourMatrixPoint   *point)
{
  const char *id = TAMBOUR_RECORD (point->project)->id;

  if (g_strcmp0 (self->selected, id) == 0)
    return;

  tambour_project_matrix_select (self, id);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

/**
 * tambour_project_matrix_emit_moved:
 * @self: a matrix
 * @point: one of its points
 *
 * A person moved it.
 */
void
tambour_project_matrix_emit_moved (TambourProjectMatrix *self,
                                   TambourMatrixPoint   *point)
{
  describe_all (self);
  g_signal_emit (self, signals[MOVED], 0, TAMBOUR_RECORD (point->project)->id, point->impact, point->effort);
}

/**
 * tambour_project_matrix_emit_opened:
 * @self: a matrix
 * @point: one of its points
 *
 * A person wants to see it.
 */
void
tambour_project_matrix_emit_opened (TambourProjectMatrix *self,
                                    TambourMatrixPoint   *point)
{
  g_signal_emit (self, signals[OPENED], 0, TAMBOUR_RECORD (point->project)->id);
}

/* --- the widget -------------------------------------------------------------- */

static void
count_there (TambourProjectMatrix     *self,
             const TambourMatrixPoint *point,
             guint                    *position,
             guint                    *n_there)
{
  *position = *n_there = 0;
  for (guint i = 0; i < self->points->len; i++)
    {
      const TambourMatrixPoint *other = g_ptr_array_index (self->points, i);

      if (other->impact != point->impact || other->effort != point->effort)
        continue;
      if (other == point)
        *position = *n_there;
      (*n_there)++;
    }
}

static void
allocate_point (TambourProjectMatrix     *self,
                TambourMatrixPoint       *point,
                const TambourMatrixPlane *plane)
{
  guint position, n_there;
  int width, height, size;

  gtk_widget_measure (point->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (point->widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  size = MAX (MAX (width, height), TAMBOUR_MATRIX_POINT);
  count_there (self, point, &position, &n_there);
  if (point == self->moving && self->is_dragged)
    point->at = self->dragged;
  else
    point->at = tambour_matrix_plane_find_place (plane, point->impact, point->effort, position, n_there, (float) size + 6);

  gtk_widget_size_allocate (point->widget, &(GtkAllocation) { (int) point->at.x - size / 2, (int) point->at.y - size / 2, size, size }, -1);
}

static void
tambour_project_matrix_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  TambourProjectMatrix *self = TAMBOUR_PROJECT_MATRIX (widget);
  const TambourMatrixPlane plane = tambour_project_matrix_get_plane (self);

  for (guint i = 0; i < self->points->len; i++)
    allocate_point (self, g_ptr_array_index (self->points, i), &plane);
}

static void
tambour_project_matrix_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  TambourProjectMatrix *self = TAMBOUR_PROJECT_MATRIX (widget);

  for (guint i = 0; i < self->points->len; i++)
    gtk_widget_measure (((TambourMatrixPoint *) g_ptr_array_index (self->points, i))->widget, orientation, -1, NULL, NULL, NULL, NULL);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT + measure_words (self, FALSE);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT + measure_words (self, FALSE);
}

static void
tambour_project_matrix_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  TambourProjectMatrix *self = TAMBOUR_PROJECT_MATRIX (widget);

  tambour_project_matrix_draw (self, snapshot);
  for (guint i = 0; i < self->points->len; i++)
    if (g_ptr_array_index (self->points, i) != self->moving)
      gtk_widget_snapshot_child (widget, ((TambourMatrixPoint *) g_ptr_array_index (self->points, i))->widget, snapshot);

  if (self->moving != NULL)
    gtk_widget_snapshot_child (widget, self->moving->widget, snapshot);
}

static void
tambour_project_matrix_set_focus_child (GtkWidget *widget,
                                        GtkWidget *child)
{
  GTK_WIDGET_CLASS (tambour_project_matrix_parent_class)->set_focus_child (widget, child);
  tambour_project_matrix_focus_moved (TAMBOUR_PROJECT_MATRIX (widget));
}

/* What was moved last is not lost with the page. */
static void
tambour_project_matrix_unmap (GtkWidget *widget)
{
  tambour_project_matrix_settle (TAMBOUR_PROJECT_MATRIX (widget));

  GTK_WIDGET_CLASS (tambour_project_matrix_parent_class)->unmap (widget);
}

static void
tambour_project_matrix_dispose (GObject *object)
{
  TambourProjectMatrix *self = TAMBOUR_PROJECT_MATRIX (object);
  g_autoptr(GPtrArray) points = g_steal_pointer (&self->points);

  /* The keyboard leaves each point as it goes, and looks for the others. */
  self->points = g_ptr_array_new ();
  self->moving = NULL;
  g_clear_handle_id (&self->settling, g_source_remove);

  G_OBJECT_CLASS (tambour_project_matrix_parent_class)->dispose (object);
}

static void
tambour_project_matrix_finalize (GObject *object)
{
  TambourProjectMatrix *self = TAMBOUR_PROJECT_MATRIX (object);

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (tambour_project_matrix_parent_class)->finalize (object);
}

static void
install_signals (TambourProjectMatrixClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * TambourProjectMatrix::chosen:
   * @id: of a project
   *
   * A person chose its point.
   */
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TambourProjectMatrix::moved:
   * @id: of a project
   * @impact: its impact now
   * @effort: its effort now
   *
   * A person moved its point; to be written.
   */
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);

  /**
   * TambourProjectMatrix::opened:
   * @id: of a project
   *
   * A person wants to see the record.
   */
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tambour_project_matrix_class_init (TambourProjectMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_project_matrix_dispose;
  object_class->finalize = tambour_project_matrix_finalize;

  widget_class->snapshot = tambour_project_matrix_snapshot;
  widget_class->measure = tambour_project_matrix_measure;
  widget_class->size_allocate = tambour_project_matrix_size_allocate;
  widget_class->unmap = tambour_project_matrix_unmap;
  widget_class->set_focus_child = tambour_project_matrix_set_focus_child;

  install_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_BOX);
}

static void
tambour_project_matrix_init (TambourProjectMatrix *self)
{
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Projects by impact and effort"), -1);
  tambour_project_matrix_add_controllers (self);
}

/* The point of before, with its keyboard, or a new one. */
static TambourMatrixPoint *
take_point (TambourProjectMatrix *self,
            TambourProject       *project)
{
  TambourMatrixPoint *known = find_point (self, TAMBOUR_RECORD (project)->id);
  guint i;

  if (known == NULL)
    return new_point (self, project);

  g_ptr_array_find (self->points, known, &i);
  g_set_object (&known->project, project);

  return g_ptr_array_steal_index (self->points, i);
}

/**
 * tambour_project_matrix_show:
 * @self: a matrix
 * @projects: (element-type TambourProject): by rank: their numbers are their places.
 *   What has no impact or no effort yet is left out
 *
 * A point that a person is moving stays where the person has it.
 */
void
tambour_project_matrix_show (TambourProjectMatrix *self,
                             GPtrArray            *projects)
{
  g_autoptr(GPtrArray) before = NULL;
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);

  g_return_if_fail (TAMBOUR_IS_PROJECT_MATRIX (self));

  for (guint i = 0; i < projects->len; i++)
    {
      TambourProject *project = g_ptr_array_index (projects, i);
      TambourMatrixPoint *point;

      if (!tambour_project_is_scored (project))
        continue;

      point = take_point (self, project);
      point->number = i + 1;
      if (point != self->moving)
        {
          point->impact = (int) project->impact;
          point->effort = (int) project->effort;
        }
      g_ptr_array_add (points, point);
    }

  before = g_steal_pointer (&self->points);
  self->points = points;
  if (self->moving != NULL && !g_ptr_array_find (points, self->moving, NULL))
    {
      self->moving = NULL;
      self->is_dragged = FALSE;
      g_clear_handle_id (&self->settling, g_source_remove);
    }

  tambour_project_matrix_select (self, self->selected);
  describe_all (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tambour_project_matrix_select:
 * @self: a matrix
 * @id: (nullable): of a project
 *
 * Rings its point, if it has one.
 */
void
tambour_project_matrix_select (TambourProjectMatrix *self,
                               const char           *id)
{
  g_return_if_fail (TAMBOUR_IS_PROJECT_MATRIX (self));

  g_set_str (&self->selected, id);
  for (guint i = 0; i < self->points->len; i++)
    tambour_project_matrix_describe (self, g_ptr_array_index (self->points, i));
}

/**
 * tambour_project_matrix_set_editable:
 * @self: a matrix
 * @is_editable: whether its points can be moved
 */
void
tambour_project_matrix_set_editable (TambourProjectMatrix *self,
                                     gboolean              is_editable)
{
  g_return_if_fail (TAMBOUR_IS_PROJECT_MATRIX (self));

  self->is_editable = is_editable;
}

/**
 * tambour_project_matrix_get_point:
 * @self: a matrix
 * @id: of a project
 *
 * Returns: (transfer none) (nullable): its point
 */
GtkWidget *
tambour_project_matrix_get_point (TambourProjectMatrix *self,
                                  const char           *id)
{
  TambourMatrixPoint *point = find_point (self, id);

  return point ? point->widget : NULL;
}
