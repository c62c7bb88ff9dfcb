/* tambour-line-chart-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tambour-line-chart-private.h"
#include "tambour-when.h"

/* How a chart is drawn: the axis and its lines, the gaps, the values, the target and the
 * day that is read out.
 */

#define TOP        26
#define FOOT       22
#define SPACE      6
#define N_STEPS    5
#define FONT_SIZE  .78
#define GRID       .1f
#define LABEL      .68f
#define GAP        .05f
#define AREA       .12f
#define FAINT      .4f
#define TARGET     .75f
#define DOT        3.f
#define LAST_DOT   4.f

typedef enum
{
  STEP_WEEKS,
  STEP_MONTHS,
  STEP_YEARS,
} StepUnit;

typedef struct
{
  TambourLineChart      *chart;
  GtkSnapshot           *snapshot;
  TambourLineChartPlane  plane;
  GdkRGBA                colour;
  GdkRGBA                accent;
} Drawing;

/* --- text ---------------------------------------------------------------------- */

static PangoLayout *
new_layout (TambourLineChart *self,
            const char       *text,
            gboolean          is_strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (FONT_SIZE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static int
measure_text (TambourLineChart *self,
              const char       *text,
              gboolean          is_strong)
{
  g_autoptr(PangoLayout) layout = new_layout (self, text, is_strong);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* @align is 0 for a text that begins at @x, 1 for one that ends there; it is above @y. */
static void
draw_text (Drawing    *self,
           const char *text,
           float       x,
           float       y,
           float       align,
           float       alpha,
           gboolean    is_strong)
{
  g_autoptr(PangoLayout) layout = new_layout (self->chart, text, is_strong);
  GdkRGBA colour = self->colour;
  int width, height;

  colour.alpha *= alpha;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (roundf (x - align * (float) width), roundf (y - (float) height)));
  gtk_snapshot_append_layout (self->snapshot, layout, &colour);
  gtk_snapshot_restore (self->snapshot);
}

static char *
dup_value (TambourLineChart *self,
           double            value)
{
  return self->words.value ? self->words.value (value, self->words.data) : g_strdup_printf ("%g", value);
}

/* --- where things are ----------------------------------------------------------- */

static void
find_ends (TambourLineChart *self,
           double           *least,
           double           *most)
{
  const TambourSeriesPoint *points = tambour_line_chart_get_points (self);

  *least = INFINITY;
  *most = -INFINITY;
  for (guint i = tambour_series_find (points, self->points->len, self->first); i < self->points->len && points[i].day <= self->last; i++)
    {
      *least = MIN (*least, points[i].value);
      *most = MAX (*most, points[i].value);
    }

  if (!isnan (self->target.value) && isfinite (*least))
    {
      *least = MIN (*least, self->target.value);
      *most = MAX (*most, self->target.value);
    }
}

/**
 * tambour_line_chart_find_plane:
 * @self: a chart
 *
 * Returns: where it draws its values
 */
TambourLineChartPlane
tambour_line_chart_find_plane (TambourLineChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TambourLineChartPlane plane = { .first = self->first, .last = self->last };
  guint n = self->points->len;
  g_autofree char *last = n > 0 ? dup_value (self, tambour_line_chart_get_points (self)[n - 1].value) : g_strdup ("");
  double least, most;
  int labels = 0, end = measure_text (self, last, TRUE);

  find_ends (self, &least, &most);
  plane.axis = tambour_series_find_axis (least, most, N_STEPS);
  for (double value = plane.axis.low; value <= plane.axis.high + plane.axis.step / 2; value += plane.axis.step)
    {
      g_autofree char *text = dup_value (self, value);

      labels = MAX (labels, measure_text (self, text, FALSE));
    }

  plane.is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  plane.left = (float) (plane.is_reversed ? end : labels) + 2 * SPACE;
  plane.top = TOP;
  plane.width = MAX (1, (float) gtk_widget_get_width (widget) - (float) (labels + end) - 4 * SPACE);
  plane.height = MAX (1, (float) gtk_widget_get_height (widget) - TOP - FOOT);

  return plane;
}

static float
x_of (const TambourLineChartPlane *plane,
      double                       day)
{
  double place = plane->last > plane->first ? (day - plane->first) / (plane->last - plane->first) : .5;

  return plane->left + plane->width * (float) (plane->is_reversed ? 1 - place : place);
}

static float
x_of_column (const TambourLineChartPlane *plane,
             guint                        column,
             guint                        n_columns)
{
  float place = n_columns > 1 ? (float) column / (float) (n_columns - 1) : .5f;

  return plane->left + plane->width * (plane->is_reversed ? 1 - place : place);
}

static float
y_of (const TambourLineChartPlane *plane,
      double                       value)
{
  return plane->top + plane->height * (float) (1 - (value - plane->axis.low) / (plane->axis.high - plane->axis.low));
}

/**
 * tambour_line_chart_day_at:
 * @plane: where a chart draws its values
 * @x: a place in it
 *
 * Returns: the day that is there
 */
guint32
tambour_line_chart_day_at (const TambourLineChartPlane *plane,
                           double                       x)
{
  double place = CLAMP ((x - plane->left) / plane->width, 0, 1);

  return plane->first + (guint32) round ((plane->is_reversed ? 1 - place : place) * (plane->last - plane->first));
}

/* --- the axes -------------------------------------------------------------------- */

static void
draw_levels (Drawing *self)
{
  const TambourLineChartPlane *plane = &self->plane;
  float edge = plane->is_reversed ? plane->left + plane->width + SPACE : plane->left - SPACE;
  GdkRGBA grid = self->colour;

  grid.alpha *= GRID;
  for (double value = plane->axis.low; value <= plane->axis.high + plane->axis.step / 2; value += plane->axis.step)
    {
      float y = roundf (y_of (plane, value));
      g_autofree char *text = dup_value (self->chart, fabs (value) < plane->axis.step / 1e6 ? 0 : value);

      gtk_snapshot_append_color (self->snapshot, &grid, &GRAPHENE_RECT_INIT (plane->left, y, plane->width, 1));
      draw_text (self, text, edge, y + 8, plane->is_reversed ? 0 : 1, LABEL, FALSE);
    }
}

/* Where it begins elsewhere than at nothing, differences look larger than they are. */
static void
draw_begin (Drawing *self)
{
  const TambourLineChartPlane *plane = &self->plane;
  g_autofree char *value = dup_value (self->chart, plane->axis.low);
  /* Translators: %s is a value */
  g_autofree char *text = g_strdup_printf (_("The axis begins at %s"), value);

  draw_text (self, text, plane->is_reversed ? plane->left : plane->left + plane->width, plane->top - 8, plane->is_reversed ? 0 : 1, LABEL, FALSE);
}

static StepUnit
find_unit (guint32 n_days)
{
  return n_days <= 62 ? STEP_WEEKS : n_days <= 800 ? STEP_MONTHS
                                                   : STEP_YEARS;
}

/* What stands below a day, or %NULL if nothing does. */
static char *
dup_mark (TambourDate date,
          StepUnit    unit)
{
  int year, month, day;
  g_autofree char *name = NULL;

  tambour_date_split (date, &year, &month, &day);
  if (unit == STEP_WEEKS)
    return tambour_date_weekday (date) == 0 ? tambour_when_date (date, date) : NULL;
  if (day != 1 || (unit == STEP_YEARS && month != 1))
    return NULL;

  name = unit == STEP_MONTHS ? tambour_when_month (date) : NULL;

  return month == 1 ? g_strdup_printf ("%d", year) : g_steal_pointer (&name);
}

/* As many as there is room for. */
static void
draw_days (Drawing *self)
{
  const TambourLineChartPlane *plane = &self->plane;
  StepUnit unit = find_unit (plane->last - plane->first);
  float y = plane->top + plane->height + FOOT - 2;
  float last = -G_MAXFLOAT;

  for (guint32 day = plane->first; day <= plane->last; day++)
    {
      g_autofree char *text = dup_mark ((TambourDate) { day }, unit);
      float x = x_of (plane, day), half;

      if (text == NULL)
        continue;

      half = (float) measure_text (self->chart, text, FALSE) / 2;
      if (fabsf (x - last) < 2 * half + 1.5 * SPACE || x - half < 0 || x + half > (float) gtk_widget_get_width (GTK_WIDGET (self->chart)))
        continue;

      draw_text (self, text, x, y, .5f, LABEL, FALSE);
      last = x;
    }
}

/* --- the values ------------------------------------------------------------------- */

static void
draw_gaps (Drawing *self)
{
  TambourLineChart *chart = self->chart;
  const TambourSeriesPoint *points = tambour_line_chart_get_points (chart);
  GdkRGBA shade = self->colour;

  shade.alpha *= GAP;
  for (guint i = 1; i < chart->points->len; i++)
    {
      float from, to;

      if (points[i].day < self->plane.first || points[i - 1].day > self->plane.last ||
          !tambour_series_is_gap (points, chart->points->len, i, chart->pace))
        continue;

      from = x_of (&self->plane, MAX (points[i - 1].day, self->plane.first));
      to = x_of (&self->plane, MIN (points[i].day, self->plane.last));
      gtk_snapshot_append_color (self->snapshot, &shade, &GRAPHENE_RECT_INIT (MIN (from, to), self->plane.top, fabsf (to - from), self->plane.height));
    }
}

static void
draw_dot (Drawing *self,
          float    x,
          float    y,
          float    radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) dot = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  dot = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (self->snapshot, dot, GSK_FILL_RULE_WINDING, &self->accent);
}

static gboolean
stands_alone (GArray *columns,
              guint   i)
{
  return g_array_index (columns, TambourSeriesColumn, i).is_apart &&
         (i + 1 == columns->len || g_array_index (columns, TambourSeriesColumn, i + 1).is_apart);
}

/* The line through all columns; where a pixel has many days, from its lowest to its
 * highest value. With a foot, the area below it.
 */
static GskPath *
new_line (Drawing  *self,
          GArray   *columns,
          guint     n_columns,
          gboolean  has_foot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float foot = self->plane.top + self->plane.height;
  float x = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      TambourSeriesColumn column = g_array_index (columns, TambourSeriesColumn, i);
      float before = x;

      x = x_of_column (&self->plane, column.column, n_columns);
      if (has_foot && column.is_apart && i > 0)
        gsk_path_builder_line_to (builder, before, foot);
      if (has_foot && column.is_apart)
        gsk_path_builder_move_to (builder, x, foot);
      if (column.is_apart && !has_foot)
        gsk_path_builder_move_to (builder, x, y_of (&self->plane, column.first));
      else
        gsk_path_builder_line_to (builder, x, y_of (&self->plane, column.first));
      if (column.least < column.most)
        {
          gsk_path_builder_line_to (builder, x, y_of (&self->plane, column.most));
          gsk_path_builder_line_to (builder, x, y_of (&self->plane, column.least));
          gsk_path_builder_line_to (builder, x, y_of (&self->plane, column.last));
        }
    }
  if (has_foot && columns->len > 0)
    gsk_path_builder_line_to (builder, x, foot);

  return gsk_path_builder_free_to_path (builder);
}

static void
draw_values (Drawing *self)
{
  TambourLineChart *chart = self->chart;
  gboolean are_days = chart->pace == TAMBOUR_SERIES_DAYS;
  guint n_columns = (guint) self->plane.width;
  g_autoptr(GArray) columns = tambour_series_resample (tambour_line_chart_get_points (chart), chart->points->len, self->plane.first,
                                                       self->plane.last, n_columns, chart->pace);
  g_autoptr(GskPath) line = new_line (self, columns, n_columns, FALSE);
  g_autoptr(GskPath) area = new_line (self, columns, n_columns, TRUE);
  g_autoptr(GskStroke) stroke = gsk_stroke_new (are_days ? 1.75f : 1.25f);
  GdkRGBA shade = self->accent, stripe = self->accent;

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  shade.alpha *= AREA;
  stripe.alpha *= are_days ? 1 : FAINT;
  if (are_days && self->plane.axis.low >= 0 && self->plane.axis.low < self->plane.axis.step / 2)
    gtk_snapshot_append_fill (self->snapshot, area, GSK_FILL_RULE_WINDING, &shade);
  gtk_snapshot_append_stroke (self->snapshot, line, stroke, &stripe);

  for (guint i = 0; i < columns->len; i++)
    if (!are_days || stands_alone (columns, i))
      draw_dot (self, x_of_column (&self->plane, g_array_index (columns, TambourSeriesColumn, i).column, n_columns),
                y_of (&self->plane, g_array_index (columns, TambourSeriesColumn, i).last), are_days ? 1.5f : DOT);
}

/* The last value stands beside the line. */
static void
draw_last (Drawing *self)
{
  TambourLineChart *chart = self->chart;
  const TambourSeriesPoint *points = tambour_line_chart_get_points (chart);
  guint n = chart->points->len;
  g_autofree char *text = NULL;
  float x, y;

  if (n == 0 || points[n - 1].day < self->plane.first || points[n - 1].day > self->plane.last)
    return;

  x = x_of (&self->plane, points[n - 1].day);
  y = y_of (&self->plane, points[n - 1].value);
  text = dup_value (chart, points[n - 1].value);
  draw_dot (self, x, y, LAST_DOT);
  draw_text (self, text, self->plane.is_reversed ? x - 2 * SPACE + 2 : x + 2 * SPACE - 2, y + 8, self->plane.is_reversed ? 1 : 0, 1, TRUE);
}

/* --- the target and the readout ----------------------------------------------------- */

static void
draw_target (Drawing *self)
{
  TambourLineChart *chart = self->chart;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1.5f);
  g_autoptr(GskPath) line = NULL;
  g_autofree char *text = NULL;
  GskPathBuilder *builder = gsk_path_builder_new ();
  float y = y_of (&self->plane, chart->target.value);
  GdkRGBA colour = self->colour;

  gsk_path_builder_move_to (builder, self->plane.left, y);
  gsk_path_builder_line_to (builder, self->plane.left + self->plane.width, y);
  line = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_dash (stroke, (const float[]) { 5, 4 }, 2);
  colour.alpha *= TARGET;
  gtk_snapshot_append_stroke (self->snapshot, line, stroke, &colour);

  text = chart->words.target ? chart->words.target (chart->target, chart->words.data) : NULL;
  if (text != NULL)
    draw_text (self, text, self->plane.is_reversed ? self->plane.left + self->plane.width - 4 : self->plane.left + 4, y - 2,
               self->plane.is_reversed ? 1 : 0, TARGET, FALSE);
}

static void
draw_readout (Drawing *self)
{
  TambourLineChart *chart = self->chart;
  const TambourSeriesPoint *points = tambour_line_chart_get_points (chart);
  guint i = tambour_series_find (points, chart->points->len, chart->day);
  float x = x_of (&self->plane, chart->day);
  float width = (float) measure_text (chart, chart->readout, TRUE);
  float centre = CLAMP (x, width / 2, MAX (width / 2, (float) gtk_widget_get_width (GTK_WIDGET (chart)) - width / 2));
  GdkRGBA line = self->colour;

  line.alpha *= FAINT;
  gtk_snapshot_append_color (self->snapshot, &line, &GRAPHENE_RECT_INIT (roundf (x), self->plane.top - 4, 1, self->plane.height + 4));
  if (i < chart->points->len && points[i].day == chart->day)
    draw_dot (self, x, y_of (&self->plane, points[i].value), LAST_DOT);
  draw_text (self, chart->readout, centre, self->plane.top - 8, .5f, 1, TRUE);
}

/**
 * tambour_line_chart_draw:
 * @self: a chart
 * @snapshot: where to
 */
void
tambour_line_chart_draw (TambourLineChart *self,
                         GtkSnapshot      *snapshot)
{
  g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  Drawing drawing = { self, snapshot, tambour_line_chart_find_plane (self), { 0 }, *accent };

  if (self->last == 0 || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &drawing.colour);
  draw_levels (&drawing);
  draw_days (&drawing);
  draw_gaps (&drawing);
  draw_values (&drawing);
  if (!isnan (self->target.value))
    draw_target (&drawing);
  draw_last (&drawing);
  if (self->readout != NULL)
    draw_readout (&drawing);
  else if (fabs (drawing.plane.axis.low) > drawing.plane.axis.step / 2)
    draw_begin (&drawing);
}
