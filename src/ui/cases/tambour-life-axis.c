/* tambour-life-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-life-axis.h"
#include "tambour-life-bar.h"

#define GAP 6

/**
 * TambourLifeAxis:
 *
 * What stands below a life bar: its first and its last day, and “Paused” where the
 * clock stood still, as far as there is room.
 */
struct _TambourLifeAxis
{
  GtkWidget  parent_instance;

  GtkWidget *from_label;
  GtkWidget *to_label;
  GArray    *stretches;
  GPtrArray *pauses;      /* of Pause */
};

G_DEFINE_FINAL_TYPE (TambourLifeAxis, tambour_life_axis, GTK_TYPE_WIDGET)

/* A stretch in which the clock stood still, and the label that says so. */
typedef struct
{
  GtkWidget *label;
  guint      stretch;
} Pause;

static void
pause_free (gpointer data)
{
  Pause *pause = data;

  gtk_widget_unparent (pause->label);
  g_free (pause);
}

static GtkWidget *
new_label (TambourLifeAxis *self,
           const char      *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "css-classes", (const char *[]) { "axis", "numeric", NULL }, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static int
width_of (GtkWidget *label)
{
  int width;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

static void
tambour_life_axis_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TambourLifeAxis *self = TAMBOUR_LIFE_AXIS (widget);
  int from, to;

  gtk_widget_measure (self->from_label, orientation, -1, NULL, &from, NULL, NULL);
  gtk_widget_measure (self->to_label, orientation, -1, NULL, &to, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? MAX (from, to) : from + GAP + to;
}

/* From the left, whatever the direction. */
static void
place (GtkWidget *label,
       int        x,
       int        width,
       int        height)
{
  gtk_widget_size_allocate (label, &(GtkAllocation) { x, 0, width, height }, -1);
}

/* In the middle of its stretch, if it stands clear of what is @from and @to. */
static void
place_pause (TambourLifeAxis *self,
             const Pause     *pause,
             int              width,
             int              height,
             int             *from,
             int             *to)
{
  const TambourStretch *stretch = &g_array_index (self->stretches, TambourStretch, pause->stretch);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float begin = tambour_life_bar_find_place (self->stretches, stretch->from, width, is_rtl);
  float end = tambour_life_bar_find_place (self->stretches, stretch->to, width, is_rtl);
  int room = width_of (pause->label);
  int x = (int) (begin + end - room) / 2;
  gboolean has_room = x >= *from + GAP && x + room + GAP <= *to;

  gtk_widget_set_child_visible (pause->label, has_room);
  if (!has_room)
    return;

  place (pause->label, x, room, height);
  if (is_rtl)
    *to = x;
  else
    *from = x + room;
}

static void
tambour_life_axis_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TambourLifeAxis *self = TAMBOUR_LIFE_AXIS (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *left = is_rtl ? self->to_label : self->from_label;
  GtkWidget *right = is_rtl ? self->from_label : self->to_label;
  int from = width_of (left);
  int to = width - width_of (right);

  place (left, 0, from, height);
  place (right, to, width - to, height);
  for (guint i = 0; i < self->pauses->len; i++)
    place_pause (self, g_ptr_array_index (self->pauses, i), width, height, &from, &to);
}

static void
tambour_life_axis_dispose (GObject *object)
{
  TambourLifeAxis *self = TAMBOUR_LIFE_AXIS (object);

  g_clear_pointer (&self->pauses, g_ptr_array_unref);
  g_clear_pointer (&self->from_label, gtk_widget_unparent);
  g_clear_pointer (&self->to_label, gtk_widget_unparent);
  g_clear_pointer (&self->stretches, g_array_unref);

  G_OBJECT_CLASS (tambour_life_axis_parent_class)->dispose (object);
}

static void
tambour_life_axis_class_init (TambourLifeAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_life_axis_dispose;

  widget_class->measure = tambour_life_axis_measure;
  widget_class->size_allocate = tambour_life_axis_size_allocate;
}

static void
tambour_life_axis_init (TambourLifeAxis *self)
{
  self->pauses = g_ptr_array_new_with_free_func (pause_free);
  self->from_label = new_label (self, "");
  self->to_label = new_label (self, "");
}

/**
 * tambour_life_axis_show:
 * @self: an axis
 * @stretches: (element-type TambourStretch): what the time was, in order
 * @from: its first day
 * @to: its last
 */
void
tambour_life_axis_show (TambourLifeAxis *self,
                        GArray          *stretches,
                        const char      *from,
                        const char      *to)
{
  g_return_if_fail (TAMBOUR_IS_LIFE_AXIS (self));

  g_array_ref (stretches);
  g_clear_pointer (&self->stretches, g_array_unref);
  self->stretches = stretches;
  gtk_label_set_text (GTK_LABEL (self->from_label), from);
  gtk_label_set_text (GTK_LABEL (self->to_label), to);

  g_ptr_array_set_size (self->pauses, 0);
  for (guint i = 0; i < stretches->len; i++)
    if (g_array_index (stretches, TambourStretch, i).kind == TAMBOUR_STRETCH_PAUSED)
      {
        Pause *pause = g_new0 (Pause, 1);

        pause->label = new_label (self, C_("clock", "Paused"));
        pause->stretch = i;
        g_ptr_array_add (self->pauses, pause);
      }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
