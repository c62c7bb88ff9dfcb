/* tambour-life-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-life-bar.h"

#include "tambour-tooltip.h"

#define BAR_HEIGHT 12
#define MARK_SIZE  14
#define STRIPE     3

/**
 * TambourLifeBar:
 *
 * What the time of a case or of a clock was: solid where the clock ran, hatched
 * where it stood still, empty where nobody was there, dotted where that was for a
 * holiday. Marks on it say what happened; the keyboard reaches each.
 */
struct _TambourLifeBar
{
  GtkWidget  parent_instance;

  GArray    *stretches;
  GPtrArray *marks;      /* of Mark */
};

G_DEFINE_FINAL_TYPE (TambourLifeBar, tambour_life_bar, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget      *widget;
  TambourInstant  at;
} Mark;

static void
mark_free (Mark *mark)
{
  gtk_widget_unparent (mark->widget);
  g_free (mark);
}

/**
 * tambour_life_bar_find_place:
 * @stretches: (element-type TambourStretch) (nullable): what the time was, in order
 * @at: an instant
 * @width: how wide the bar is
 * @is_rtl: whether time goes from right to left
 *
 * Returns: where the instant stands, from 0 to the width
 */
float
tambour_life_bar_find_place (GArray         *stretches,
                             TambourInstant  at,
                             int             width,
                             gboolean        is_rtl)
{
  guint n = stretches ? stretches->len : 0;
  gint64 from, to;
  double part;

  if (n == 0)
    return 0;

  from = g_array_index (stretches, TambourStretch, 0).from.seconds;
  to = g_array_index (stretches, TambourStretch, n - 1).to.seconds;
  part = to > from ? CLAMP ((double) (at.seconds - from) / (to - from), 0, 1) : 0;
  if (is_rtl)
    part = 1 - part;

  return (float) (part * width);
}

static float
place_of (TambourLifeBar *self,
          TambourInstant  at)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return tambour_life_bar_find_place (self->stretches, at, gtk_widget_get_width (widget),
                                      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static void
append_hatch (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              const GdkRGBA         *colour)
{
  const GdkRGBA dark = { colour->red, colour->green, colour->blue, colour->alpha * .5f };
  const GdkRGBA light = { colour->red, colour->green, colour->blue, colour->alpha * .18f };
  const GskColorStop stops[] = { { 0, dark }, { .5f, dark }, { .5f, light }, { 1, light } };

  gtk_snapshot_append_repeating_linear_gradient (snapshot, bounds, &bounds->origin,
                                                 &GRAPHENE_POINT_INIT (bounds->origin.x + STRIPE, bounds->origin.y + STRIPE),
                                                 stops, G_N_ELEMENTS (stops));
}

static void
append_dots (GtkSnapshot           *snapshot,
             const graphene_rect_t *bounds,
             const GdkRGBA         *colour)
{
  const GdkRGBA dark = { colour->red, colour->green, colour->blue, colour->alpha * .4f };
  const GdkRGBA none = { 0, 0, 0, 0 };
  const GskColorStop stops[] = { { 0, dark }, { .34f, dark }, { .34f, none }, { 1, none } };

  gtk_snapshot_append_repeating_linear_gradient (snapshot, bounds, &bounds->origin,
                                                 &GRAPHENE_POINT_INIT (bounds->origin.x + 2 * STRIPE, bounds->origin.y),
                                                 stops, G_N_ELEMENTS (stops));
}

static void
append_stretch (TambourLifeBar       *self,
                GtkSnapshot          *snapshot,
                const TambourStretch *stretch,
                float                 top)
{
  float from = place_of (self, stretch->from);
  float to = place_of (self, stretch->to);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (MIN (from, to), top, ABS (to - from), BAR_HEIGHT);
  GdkRGBA solid, text;

  gtk_widget_get_color (GTK_WIDGET (self), &solid);
  gtk_widget_get_color (gtk_widget_get_parent (GTK_WIDGET (self)), &text);

  switch (stretch->kind)
    {
    case TAMBOUR_STRETCH_OPEN:
      gtk_snapshot_append_color (snapshot, &solid, &bounds);
      break;
    case TAMBOUR_STRETCH_PAUSED:
      append_hatch (snapshot, &bounds, &text);
      break;
    case TAMBOUR_STRETCH_HOLIDAY:
      append_dots (snapshot, &bounds, &text);
      break;
    case TAMBOUR_STRETCH_CLOSED:
      break;
    }
}

static void
tambour_life_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TambourLifeBar *self = TAMBOUR_LIFE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float top = (float) (gtk_widget_get_height (widget) - BAR_HEIGHT) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, top, width, BAR_HEIGHT);
  GskRoundedRect shape;
  GdkRGBA text;

  gtk_widget_get_color (gtk_widget_get_parent (widget), &text);
  text.alpha *= .12f;
  gsk_rounded_rect_init_from_rect (&shape, &bounds, BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &text, &bounds);
  for (guint i = 0; self->stretches != NULL && i < self->stretches->len; i++)
    append_stretch (self, snapshot, &g_array_index (self->stretches, TambourStretch, i), top);
  gtk_snapshot_pop (snapshot);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_snapshot_child (widget, ((Mark *) g_ptr_array_index (self->marks, i))->widget, snapshot);
}

static void
tambour_life_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MARK_SIZE : 2 * MARK_SIZE;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? MARK_SIZE : 200;

  for (guint i = 0; i < TAMBOUR_LIFE_BAR (widget)->marks->len; i++)
    gtk_widget_measure (((Mark *) g_ptr_array_index (TAMBOUR_LIFE_BAR (widget)->marks, i))->widget, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
tambour_life_bar_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TambourLifeBar *self = TAMBOUR_LIFE_BAR (widget);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = g_ptr_array_index (self->marks, i);
      int x = (int) place_of (self, mark->at) - MARK_SIZE / 2;

      gtk_widget_size_allocate (mark->widget,
                                &(GtkAllocation) { CLAMP (x, 0, MAX (0, width - MARK_SIZE)), (height - MARK_SIZE) / 2, MARK_SIZE, MARK_SIZE },
                                -1);
    }
}

static void
tambour_life_bar_dispose (GObject *object)
{
  TambourLifeBar *self = TAMBOUR_LIFE_BAR (object);

  g_clear_pointer (&self->stretches, g_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_life_bar_parent_class)->dispose (object);
}

static void
tambour_life_bar_class_init (TambourLifeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_life_bar_dispose;

  widget_class->snapshot = tambour_life_bar_snapshot;
  widget_class->measure = tambour_life_bar_measure;
  widget_class->size_allocate = tambour_life_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "lifebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tambour_life_bar_init (TambourLifeBar *self)
{
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
}

/**
 * tambour_life_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
tambour_life_bar_new (void)
{
  return g_object_new (TAMBOUR_TYPE_LIFE_BAR, NULL);
}

/**
 * tambour_life_bar_set_stretches:
 * @self: a bar
 * @stretches: (element-type TambourStretch): what the time was, in order
 */
void
tambour_life_bar_set_stretches (TambourLifeBar *self,
                                GArray         *stretches)
{
  g_return_if_fail (TAMBOUR_IS_LIFE_BAR (self));

  g_array_ref (stretches);
  g_clear_pointer (&self->stretches, g_array_unref);
  self->stretches = stretches;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_life_bar_describe:
 * @self: a bar
 * @summary: what it shows, in words, for who cannot see it
 */
void
tambour_life_bar_describe (TambourLifeBar *self,
                           const char     *summary)
{
  g_return_if_fail (TAMBOUR_IS_LIFE_BAR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  tambour_tooltip_set (self, summary);
}

/**
 * tambour_life_bar_clear_marks:
 * @self: a bar
 */
void
tambour_life_bar_clear_marks (TambourLifeBar *self)
{
  g_return_if_fail (TAMBOUR_IS_LIFE_BAR (self));

  g_ptr_array_set_size (self->marks, 0);
}

/**
 * tambour_life_bar_add_mark:
 * @self: a bar
 * @at: when something happened
 * @text: what
 */
void
tambour_life_bar_add_mark (TambourLifeBar *self,
                           TambourInstant  at,
                           const char     *text)
{
  Mark *mark = g_new0 (Mark, 1);

  g_return_if_fail (TAMBOUR_IS_LIFE_BAR (self));

  mark->at = at;
  mark->widget = g_object_new (GTK_TYPE_BOX, "focusable", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                               "css-classes", (const char *[]) { "lifemark", NULL }, NULL);
  tambour_tooltip_set (mark->widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_parent (mark->widget, GTK_WIDGET (self));
  g_ptr_array_add (self->marks, mark);
}
