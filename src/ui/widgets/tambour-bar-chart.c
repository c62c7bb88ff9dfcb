/* tambour-bar-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-bar-chart.h"

#define HEIGHT 50
#define GAP    3
#define RADIUS 2

/* How high a bar of nothing is, and the mark of a value that is missing. */
#define LEAST 1

/* The last bar is solid, the ones before it are not (DESIGN.md section 4). */
#define ALPHA_BEFORE  .4
#define ALPHA_MISSING .3

/**
 * TambourBarChart:
 *
 * A row of bars from zero up, the last one solid. A value that is missing is a
 * gap with a faint mark at its foot, never a bar of nothing. Its text summary
 * is for those who do not see it.
 */
struct _TambourBarChart
{
  GtkWidget  parent_instance;

  GArray    *values;
};

G_DEFINE_FINAL_TYPE (TambourBarChart, tambour_bar_chart, GTK_TYPE_WIDGET)

static double
find_largest (TambourBarChart *self)
{
  double largest = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      double value = g_array_index (self->values, double, i);

      if (!isnan (value))
        largest = MAX (largest, value);
    }

  return largest;
}

/* The last one that has a value stands for now. */
static guint
find_last (TambourBarChart *self)
{
  for (guint i = self->values->len; i > 0; i--)
    if (!isnan (g_array_index (self->values, double, i - 1)))
      return i - 1;

  return 0;
}

static void
snapshot_bar (TambourBarChart *self,
              GtkSnapshot     *snapshot,
              guint            i,
              double           largest,
              graphene_rect_t  slot)
{
  double value = g_array_index (self->values, double, i);
  double height = isnan (value) || largest <= 0 ? LEAST : MAX (LEAST, round (slot.size.height * MAX (value, 0) / largest));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (slot.origin.x, slot.size.height - (float) height, slot.size.width, (float) height);
  float radius = MIN (RADIUS, (float) height / 2);
  GskRoundedRect bar;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  if (isnan (value))
    colour.alpha *= ALPHA_MISSING;
  else if (i != find_last (self))
    colour.alpha *= ALPHA_BEFORE;

  gsk_rounded_rect_init_from_rect (&bar, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
tambour_bar_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TambourBarChart *self = TAMBOUR_BAR_CHART (widget);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double largest = find_largest (self);
  guint n = self->values->len;
  double step = n > 0 ? (double) (gtk_widget_get_width (widget) + GAP) / n : 0;

  for (guint i = 0; i < n; i++)
    {
      guint place = is_reversed ? n - 1 - i : i;
      double from = round (place * step);
      double to = round ((place + 1) * step) - GAP;
      graphene_rect_t slot = GRAPHENE_RECT_INIT ((float) from, 0, (float) MAX (1, to - from), gtk_widget_get_height (widget));

      snapshot_bar (self, snapshot, i, largest, slot);
    }
}

static void
tambour_bar_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  int bars = MAX (1, TAMBOUR_BAR_CHART (widget)->values->len) * (GAP + 1);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? bars : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? bars * 4 : HEIGHT;
}

static void
tambour_bar_chart_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_BAR_CHART (object)->values, g_array_unref);

  G_OBJECT_CLASS (tambour_bar_chart_parent_class)->finalize (object);
}

static void
tambour_bar_chart_class_init (TambourBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_bar_chart_finalize;
  widget_class->snapshot = tambour_bar_chart_snapshot;
  widget_class->measure = tambour_bar_chart_measure;

  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tambour_bar_chart_init (TambourBarChart *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * tambour_bar_chart_new:
 *
 * Returns: (transfer floating): a chart without values
 */
GtkWidget *
tambour_bar_chart_new (void)
{
  return g_object_new (TAMBOUR_TYPE_BAR_CHART, NULL);
}

/**
 * tambour_bar_chart_set_values:
 * @self: a bar chart
 * @values: (array length=n_values): what it shows; %NAN for what is missing
 * @n_values: how many
 */
void
tambour_bar_chart_set_values (TambourBarChart *self,
                              const double    *values,
                              guint            n_values)
{
  g_return_if_fail (TAMBOUR_IS_BAR_CHART (self));

  if (n_values != self->values->len)
    gtk_widget_queue_resize (GTK_WIDGET (self));

  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, values, n_values);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_bar_chart_describe:
 * @self: a bar chart
 * @summary: what one sees in it, in a sentence
 */
void
tambour_bar_chart_describe (TambourBarChart *self,
                            const char      *summary)
{
  g_return_if_fail (TAMBOUR_IS_BAR_CHART (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}
