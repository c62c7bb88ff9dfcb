/* tambour-project-matrix-move.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-announce.h"
#include "tambour-project-matrix-private.h"
#include "tambour-roadmap-text.h"

/* How points are moved: dragged, or by arrow keys. */

/* So long after the last arrow key, the move is written. */
#define SETTLE_MS 900

static TambourMatrixPoint *
find_point_of (TambourProjectMatrix *self,
               GtkWidget            *widget)
{
  for (guint i = 0; widget != NULL && i < self->points->len; i++)
    {
      TambourMatrixPoint *point = g_ptr_array_index (self->points, i);

      if (point->widget == widget)
        return point;
    }

  return NULL;
}

static TambourMatrixPoint *
pick (TambourProjectMatrix *self,
      double                x,
      double                y)
{
  return find_point_of (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
}

static gboolean
has_moved (const TambourMatrixPoint *point)
{
  return point->impact != point->project->impact || point->effort != point->project->effort;
}

static void
redraw (TambourProjectMatrix *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_move (TambourProjectMatrix *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->moving = NULL;
  self->is_dragged = FALSE;
  redraw (self);
}

/**
 * tambour_project_matrix_settle:
 * @self: a matrix
 *
 * Has what was moved be written, if something was.
 */
void
tambour_project_matrix_settle (TambourProjectMatrix *self)
{
  TambourMatrixPoint *point = self->moving;

  end_move (self);
  if (point != NULL && has_moved (point))
    tambour_project_matrix_emit_moved (self, point);
}

/**
 * tambour_project_matrix_forget:
 * @self: a matrix
 *
 * Puts what is moved back where it was.
 */
void
tambour_project_matrix_forget (TambourProjectMatrix *self)
{
  TambourMatrixPoint *point = self->moving;

  end_move (self);
  if (point == NULL)
    return;

  point->impact = (int) point->project->impact;
  point->effort = (int) point->project->effort;
  tambour_project_matrix_describe (self, point);
}

static void
put (TambourProjectMatrix *self,
     TambourMatrixPoint   *point,
     int                   impact,
     int                   effort)
{
  self->moving = point;
  point->impact = CLAMP (impact, 1, TAMBOUR_PROJECT_STEPS);
  point->effort = CLAMP (effort, 1, TAMBOUR_PROJECT_STEPS);
  tambour_project_matrix_describe (self, point);
  redraw (self);
}

/* --- the pointer ----------------------------------------------------------- */

static void
drag_begin_cb (TambourProjectMatrix *self,
               double                x,
               double                y,
               GtkGesture           *gesture)
{
  TambourMatrixPoint *point = pick (self, x, y);

  tambour_project_matrix_settle (self);
  if (point == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_widget_grab_focus (point->widget);
  tambour_project_matrix_choose (self, point);
  self->grabbed = point->at;
  if (self->is_editable)
    self->moving = point;
}

static void
drag_update_cb (TambourProjectMatrix *self,
                double                x,
                double                y,
                GtkGesture           *gesture)
{
  const TambourMatrixPlane plane = tambour_project_matrix_get_plane (self);
  int impact, effort;

  if (self->moving == NULL || (!self->is_dragged && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y)))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->is_dragged = TRUE;
  self->dragged = GRAPHENE_POINT_INIT (self->grabbed.x + (float) x, self->grabbed.y + (float) y);
  tambour_matrix_plane_find_cell (&plane, self->dragged.x, self->dragged.y, &impact, &effort);
  put (self, self->moving, impact, effort);
}

static void
drag_end_cb (TambourProjectMatrix *self)
{
  tambour_project_matrix_settle (self);
}

static void
cancel_cb (TambourProjectMatrix *self)
{
  tambour_project_matrix_forget (self);
}

static void
released_cb (TambourProjectMatrix *self,
             int                   n_press,
             double                x,
             double                y)
{
  TambourMatrixPoint *point = pick (self, x, y);

  if (n_press == 2 && point != NULL)
    tambour_project_matrix_emit_opened (self, point);
}

/* --- the keyboard ----------------------------------------------------------- */

static gboolean
settle_cb (gpointer data)
{
  TambourProjectMatrix *self = data;

  self->settling = 0;
  tambour_project_matrix_settle (self);

  return G_SOURCE_REMOVE;
}

static void
nudge (TambourProjectMatrix *self,
       TambourMatrixPoint   *point,
       int                   impact,
       int                   effort)
{
  g_autofree char *words = NULL;

  if (self->moving != NULL && self->moving != point)
    tambour_project_matrix_settle (self);

  put (self, point, point->impact + impact, point->effort + effort);
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MS, settle_cb, self);

  /* Translators: where a project was moved to; each from 1 to 5 */
  words = g_strdup_printf (_("Impact %1$d, effort %2$d"), point->impact, point->effort);
  tambour_announce (point->widget, words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Returns: whether the key is an arrow */
static gboolean
read_arrow (TambourProjectMatrix *self,
            guint                 key,
            int                  *impact,
            int                  *effort)
{
  int ahead = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  *impact = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? 1 : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? -1
                                                                                                          : 0;
  *effort = key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? ahead : key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -ahead
                                                                                                                    : 0;

  return *impact != 0 || *effort != 0;
}

static gboolean
key_pressed_cb (TambourProjectMatrix *self,
                guint                 key,
                guint                 code,
                GdkModifierType       state)
{
  TambourMatrixPoint *point = find_point_of (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
  gboolean is_plain = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
  int impact, effort;

  if (point == NULL || !is_plain)
    return GDK_EVENT_PROPAGATE;

  if (read_arrow (self, key, &impact, &effort) && self->is_editable)
    {
      nudge (self, point, impact, effort);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && self->moving != NULL)
    {
      tambour_project_matrix_forget (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;

  if (self->moving != NULL)
    tambour_project_matrix_settle (self);
  else if (key != GDK_KEY_space)
    tambour_project_matrix_emit_opened (self, point);

  return GDK_EVENT_STOP;
}

/**
 * tambour_project_matrix_focus_moved:
 * @self: a matrix
 *
 * The keyboard came to a point, or left: it chooses as it goes.
 */
void
tambour_project_matrix_focus_moved (TambourProjectMatrix *self)
{
  TambourMatrixPoint *point = find_point_of (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));

  if (self->moving != NULL && self->moving != point && !self->is_dragged)
    tambour_project_matrix_settle (self);
  if (point != NULL)
    tambour_project_matrix_choose (self, point);
}

/**
 * tambour_project_matrix_add_controllers:
 * @self: a matrix
 *
 * Has it listen to the pointer and the keyboard.
 */
void
tambour_project_matrix_add_controllers (TambourProjectMatrix *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
