/* tambour-trend-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <math.h>

#include "tambour-trend-chart.h"

#define HEIGHT    112
#define SIDE      16
#define TOP       22
#define FOOT      20
#define DOT       3.5f
#define LAST_DOT  5.f
#define AREA      .15f
#define LABEL     .68f
#define GRID      .1f
#define FONT_SIZE .78

/* More than these do not fit beside each other. */
#define MAX_VALUES 6

/**
 * TambourTrendChart:
 *
 * How a score of 0 to 100 went: a line with a dot and a figure for each, the last one
 * strong. Its text summary is for those who do not see it.
 */
struct _TambourTrendChart
{
  GtkWidget  parent_instance;

  GArray    *values;
  GStrv      labels;
};

G_DEFINE_FINAL_TYPE (TambourTrendChart, tambour_trend_chart, GTK_TYPE_WIDGET)

static double
value_at (TambourTrendChart *self,
          guint              i)
{
  return g_array_index (self->values, double, i);
}

/* The line uses the height that there is; its ends say what they are. */
static void
find_range (TambourTrendChart *self,
            double            *low,
            double            *high)
{
  *low = 100;
  *high = 0;
  for (guint i = 0; i < self->values->len; i++)
    {
      *low = MIN (*low, value_at (self, i));
      *high = MAX (*high, value_at (self, i));
    }

  *low = MAX (0, *low - 10);
  *high = MAX (*high, *low + 1);
}

static graphene_point_t
point_at (TambourTrendChart *self,
          guint              i)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget) - 2 * SIDE;
  float height = (float) gtk_widget_get_height (widget) - TOP - FOOT;
  guint n = self->values->len;
  float place = n > 1 ? (float) i / (float) (n - 1) : .5f;
  double low, high;

  find_range (self, &low, &high);

  return GRAPHENE_POINT_INIT (SIDE + width * (is_reversed ? 1 - place : place),
                              TOP + height * (float) (1 - (value_at (self, i) - low) / (high - low)));
}

static void
snapshot_text (TambourTrendChart *self,
               GtkSnapshot       *snapshot,
               const char        *text,
               float              x,
               float              y,
               gboolean           is_strong)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA colour;
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (FONT_SIZE));
  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  if (!is_strong)
    colour.alpha *= LABEL;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (x - (float) width / 2), y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static GskPath *
new_line (TambourTrendChart *self,
          float              foot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < self->values->len; i++)
    {
      graphene_point_t point = point_at (self, i);

      if (i == 0)
        gsk_path_builder_move_to (builder, point.x, point.y);
      else
        gsk_path_builder_line_to (builder, point.x, point.y);
    }

  if (foot > 0)
    {
      gsk_path_builder_line_to (builder, point_at (self, self->values->len - 1).x, foot);
      gsk_path_builder_line_to (builder, point_at (self, 0).x, foot);
      gsk_path_builder_close (builder);
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
snapshot_line (TambourTrendChart *self,
               GtkSnapshot       *snapshot,
               const GdkRGBA     *accent,
               float              foot)
{
  g_autoptr(GskPath) line = new_line (self, 0);
  g_autoptr(GskPath) area = new_line (self, foot);
  g_autoptr(GskStroke) stroke = gsk_stroke_new (2);
  GdkRGBA faint = *accent;

  faint.alpha *= AREA;
  gtk_snapshot_append_fill (snapshot, area, GSK_FILL_RULE_WINDING, &faint);
  gtk_snapshot_append_stroke (snapshot, line, stroke, accent);
}

static void
snapshot_dot (GtkSnapshot      *snapshot,
              graphene_point_t  point,
              float             radius,
              const GdkRGBA    *accent)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) dot = NULL;

  gsk_path_builder_add_circle (builder, &point, radius);
  dot = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, dot, GSK_FILL_RULE_WINDING, accent);
}

static void
tambour_trend_chart_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TambourTrendChart *self = TAMBOUR_TREND_CHART (widget);
  float foot = (float) gtk_widget_get_height (widget) - FOOT + 2;
  g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  GdkRGBA grid;

  gtk_widget_get_color (widget, &grid);
  grid.alpha *= GRID;
  gtk_snapshot_append_color (snapshot, &grid, &GRAPHENE_RECT_INIT (0, foot, (float) gtk_widget_get_width (widget), 1));
  if (self->values->len > 1)
    snapshot_line (self, snapshot, accent, foot);

  for (guint i = 0; i < self->values->len; i++)
    {
      gboolean is_last = i + 1 == self->values->len;
      graphene_point_t point = point_at (self, i);
      g_autofree char *figure = g_strdup_printf ("%.0f", value_at (self, i));

      snapshot_dot (snapshot, point, is_last ? LAST_DOT : DOT, accent);
      snapshot_text (self, snapshot, figure, point.x, point.y - 21, is_last);
      snapshot_text (self, snapshot, self->labels[i], point.x, foot + 3, FALSE);
    }
}

static void
tambour_trend_chart_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 4 * SIDE : HEIGHT;
}

static void
tambour_trend_chart_finalize (GObject *object)
{
  TambourTrendChart *self = TAMBOUR_TREND_CHART (object);

  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->labels, g_strfreev);

  G_OBJECT_CLASS (tambour_trend_chart_parent_class)->finalize (object);
}

static void
tambour_trend_chart_class_init (TambourTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_trend_chart_finalize;
  widget_class->snapshot = tambour_trend_chart_snapshot;
  widget_class->measure = tambour_trend_chart_measure;

  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tambour_trend_chart_init (TambourTrendChart *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->labels = g_new0 (char *, 1);
}

/**
 * tambour_trend_chart_set_values:
 * @self: a chart
 * @values: (array length=n_values): the scores, the oldest first; of many, the last ones
 *   are shown
 * @labels: (array length=n_values): when they were
 * @n_values: how many
 */
void
tambour_trend_chart_set_values (TambourTrendChart  *self,
                                const double       *values,
                                const char * const *labels,
                                guint               n_values)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint first = n_values > MAX_VALUES ? n_values - MAX_VALUES : 0;

  g_return_if_fail (TAMBOUR_IS_TREND_CHART (self));

  g_array_set_size (self->values, 0);
  for (guint i = first; i < n_values; i++)
    {
      g_array_append_val (self->values, values[i]);
      g_strv_builder_add (builder, labels[i]);
    }
  g_strfreev (self->labels);
  self->labels = g_strv_builder_end (builder);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_trend_chart_describe:
 * @self: a chart
 * @summary: what one sees in it, in a sentence
 */
void
tambour_trend_chart_describe (TambourTrendChart *self,
                              const char        *summary)
{
  g_return_if_fail (TAMBOUR_IS_TREND_CHART (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}
