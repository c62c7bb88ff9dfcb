/* tambour-spark-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <math.h>

#include "tambour-spark-line.h"

#define WIDTH  60
#define HEIGHT 24
#define INSET  3
#define DOT    2.5f
#define LINE   .55f
#define DAYS   112   /* sixteen weeks, as on the overview */

/**
 * TambourSparkLine:
 *
 * How a metric went, as a line without figures: the row beside which it stands says
 * them. Gaps are gaps; the last value has a dot.
 */
struct _TambourSparkLine
{
  GtkWidget          parent_instance;

  GArray            *points;
  TambourSeriesPace  pace;
};

G_DEFINE_FINAL_TYPE (TambourSparkLine, tambour_spark_line, GTK_TYPE_WIDGET)

static const TambourSeriesPoint *
get_points (TambourSparkLine *self)
{
  return (const TambourSeriesPoint *) (gconstpointer) self->points->data;
}

static void
find_range (GArray *columns,
            double *low,
            double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < columns->len; i++)
    {
      *low = MIN (*low, g_array_index (columns, TambourSeriesColumn, i).least);
      *high = MAX (*high, g_array_index (columns, TambourSeriesColumn, i).most);
    }

  if (*high - *low < fabs (*high) * .02)
    {
      *low -= fabs (*high) * .01 + 1e-9;
      *high += fabs (*high) * .01 + 1e-9;
    }
}

static void
tambour_spark_line_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TambourSparkLine *self = TAMBOUR_SPARK_LINE (widget);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = self->points->len;
  guint width = (guint) MAX (gtk_widget_get_width (widget) - 2 * INSET, 1);
  float height = (float) gtk_widget_get_height (widget) - 2 * INSET;
  g_autoptr(GArray) columns = n > 0 ? tambour_series_resample (get_points (self), n, get_points (self)[0].day, get_points (self)[n - 1].day, width, self->pace) : NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1.5f);
  g_autoptr(GskPath) line = NULL;
  g_autoptr(GskPath) dot = NULL;
  g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskPathBuilder *end = gsk_path_builder_new ();
  double low, high;
  GdkRGBA colour;

  if (columns != NULL && columns->len > 0)
    {
      find_range (columns, &low, &high);
      for (guint i = 0; i < columns->len; i++)
        {
          TambourSeriesColumn column = g_array_index (columns, TambourSeriesColumn, i);
          float x = INSET + (is_reversed ? (float) (width - 1 - column.column) : (float) column.column);
          float y = INSET + height * (float) (1 - (column.last - low) / (high - low));

          if (column.is_apart)
            gsk_path_builder_move_to (builder, x, y);
          else
            gsk_path_builder_line_to (builder, x, y);
          if (i + 1 == columns->len)
            gsk_path_builder_add_circle (end, &GRAPHENE_POINT_INIT (x, y), DOT);
        }
    }

  line = gsk_path_builder_free_to_path (builder);
  dot = gsk_path_builder_free_to_path (end);
  gtk_widget_get_color (widget, &colour);
  colour.alpha *= LINE;
  gtk_snapshot_append_stroke (snapshot, line, stroke, &colour);
  gtk_snapshot_append_fill (snapshot, dot, GSK_FILL_RULE_WINDING, accent);
}

static void
tambour_spark_line_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
tambour_spark_line_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_SPARK_LINE (object)->points, g_array_unref);

  G_OBJECT_CLASS (tambour_spark_line_parent_class)->finalize (object);
}

static void
tambour_spark_line_class_init (TambourSparkLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_spark_line_finalize;
  widget_class->snapshot = tambour_spark_line_snapshot;
  widget_class->measure = tambour_spark_line_measure;

  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tambour_spark_line_init (TambourSparkLine *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (TambourSeriesPoint));
}

/**
 * tambour_spark_line_new:
 *
 * Returns: (transfer floating): a line of nothing
 */
GtkWidget *
tambour_spark_line_new (void)
{
  return g_object_new (TAMBOUR_TYPE_SPARK_LINE, NULL);
}

/**
 * tambour_spark_line_set_points:
 * @self: a spark line
 * @points: (array length=n_points): a series, of which the last sixteen weeks are shown,
 *   and all where there is no value each day
 * @n_points: how many
 * @pace: how often there is a value
 */
void
tambour_spark_line_set_points (TambourSparkLine         *self,
                               const TambourSeriesPoint *points,
                               guint                     n_points,
                               TambourSeriesPace         pace)
{
  guint32 last = n_points > 0 ? points[n_points - 1].day : 0;
  guint first = pace == TAMBOUR_SERIES_DAYS ? tambour_series_find (points, n_points, last - MIN (last, DAYS - 1)) : 0;

  g_return_if_fail (TAMBOUR_IS_SPARK_LINE (self));

  g_array_set_size (self->points, 0);
  if (n_points > first)
    g_array_append_vals (self->points, points + first, n_points - first);
  self->pace = pace;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
