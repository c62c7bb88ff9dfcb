/* tambour-answers-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include <math.h>

#include "tambour-answers-chart.h"

#include "tambour-case.h"
#include "tambour-chart-label.h"
#include "tambour-reports-text.h"

#define HEIGHT    150
#define MIN_WIDTH 200
#define TOP       12.f
#define FOOT      22.f
#define AXIS      30.f   /* for the figures of the axis */
#define NAMES     34.f   /* for the names of the lines */
#define DOT       3.f
#define GRID      .1f
#define WIDTH     1.6f
#define BELOW     14.f   /* from a point to its remark */
#define LINE      13.f
#define CROWD     32.f   /* that a remark below needs */

#define USUAL_LOW 90
#define STEP      10

/**
 * TambourAnswersChart:
 *
 * How many of the first answers came in time, by quarter: a line for each priority with its name
 * at the end, and at each point that is not all of them how many came late. A quarter in which
 * none was due is a gap. Its text summary is for those who do not see it.
 */
struct _TambourAnswersChart
{
  GtkWidget           parent_instance;

  TambourReportsTally tally;
  char               *quarters[TAMBOUR_REPORTS_QUARTERS];
};

/* While it is drawn. */
typedef struct
{
  TambourAnswersChart *self;
  GtkWidget           *widget;
  GtkSnapshot         *snapshot;
  gboolean             is_reversed;
  float                width;
  float                foot;
  double               low;
} Drawing;

G_DEFINE_FINAL_TYPE (TambourAnswersChart, tambour_answers_chart, GTK_TYPE_WIDGET)

/* NAN where none was due. */
static double
value_of (TambourAnswersChart *self,
          guint                quarter,
          guint                priority)
{
  guint decided = self->tally.decided[quarter][priority];

  return decided > 0 ? 100.0 * self->tally.met[quarter][priority] / decided : NAN;
}

static double
find_low (TambourAnswersChart *self)
{
  double low = USUAL_LOW;

  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
      if (!isnan (value_of (self, quarter, priority)))
        low = MIN (low, floor (value_of (self, quarter, priority) / STEP) * STEP);

  return low;
}

static float
mirror (const Drawing *drawing,
        float          x)
{
  return drawing->is_reversed ? (float) gtk_widget_get_width (drawing->widget) - x : x;
}

static float
place_of (const Drawing *drawing,
          guint          quarter)
{
  return AXIS + drawing->width * ((float) quarter + .5f) / TAMBOUR_REPORTS_QUARTERS;
}

static float
height_of (const Drawing *drawing,
           double         value)
{
  return drawing->foot - (drawing->foot - TOP) * (float) ((value - drawing->low) / (100 - drawing->low));
}

static graphene_point_t
point_of (const Drawing *drawing,
          guint          quarter,
          guint          priority)
{
  return GRAPHENE_POINT_INIT (mirror (drawing, place_of (drawing, quarter)),
                              height_of (drawing, value_of (drawing->self, quarter, priority)));
}

/* --- the plane ------------------------------------------------------------------- */

static void
draw_grid (const Drawing *drawing)
{
  GdkRGBA grid;

  gtk_widget_get_color (drawing->widget, &grid);
  grid.alpha *= GRID;
  for (guint i = 0; i < 3; i++)
    {
      double value = drawing->low + (100 - drawing->low) * i / 2;
      float y = roundf (height_of (drawing, value));
      g_autofree char *figure = g_strdup_printf ("%.0f", value);
      TambourChartLabel label = { figure, mirror (drawing, AXIS - 8), y, drawing->is_reversed ? 0 : 1, 0, FALSE };

      gtk_snapshot_append_color (drawing->snapshot, &grid,
                                 &GRAPHENE_RECT_INIT (drawing->is_reversed ? NAMES : AXIS, y, drawing->width, 1));
      tambour_chart_label_draw (drawing->widget, drawing->snapshot, &label);
    }
}

static void
draw_quarters (const Drawing *drawing)
{
  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    {
      TambourChartLabel label = { drawing->self->quarters[quarter], mirror (drawing, place_of (drawing, quarter)),
                                  drawing->foot + FOOT / 2 + 2, .5f, drawing->width / TAMBOUR_REPORTS_QUARTERS, FALSE };

      if (label.text != NULL)
        tambour_chart_label_draw (drawing->widget, drawing->snapshot, &label);
    }
}

/* --- lines ------------------------------------------------------------------------ */

static void
draw_line (const Drawing *drawing,
           guint          priority,
           const GdkRGBA *colour)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskStroke) stroke = gsk_stroke_new (WIDTH);
  g_autoptr(GskPath) path = NULL;
  gboolean is_begun = FALSE;

  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    {
      graphene_point_t point = point_of (drawing, quarter, priority);

      if (isnan (value_of (drawing->self, quarter, priority)))
        is_begun = FALSE;
      else if (is_begun)
        gsk_path_builder_line_to (builder, point.x, point.y);
      else
        {
          gsk_path_builder_move_to (builder, point.x, point.y);
          is_begun = TRUE;
        }
    }

  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (drawing->snapshot, path, stroke, colour);
}

static void
draw_dot (const Drawing          *drawing,
          const graphene_point_t *point,
          const GdkRGBA          *colour)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) dot = NULL;

  gsk_path_builder_add_circle (builder, point, DOT);
  dot = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (drawing->snapshot, dot, GSK_FILL_RULE_WINDING, colour);
}

/* Whether the point of another priority stands close below. */
static gboolean
is_crowded (const Drawing *drawing,
            guint          quarter,
            guint          priority)
{
  float y = point_of (drawing, quarter, priority).y;

  for (guint other = TAMBOUR_PRIORITY_P1; other <= TAMBOUR_PRIORITY_P3; other++)
    if (other != priority && !isnan (value_of (drawing->self, quarter, other)))
      {
        float apart = point_of (drawing, quarter, other).y - y;

        if (apart > 0 && apart < CROWD)
          return TRUE;
      }

  return FALSE;
}

/* What came late is said below its point, or above it where another one stands below. */
static void
draw_remark (const Drawing *drawing,
             guint          quarter,
             guint          priority)
{
  guint decided = drawing->self->tally.decided[quarter][priority];
  guint late = decided - drawing->self->tally.met[quarter][priority];
  graphene_point_t point = point_of (drawing, quarter, priority);
  gboolean is_below = point.y + BELOW + LINE / 2 < drawing->foot && !is_crowded (drawing, quarter, priority);
  float width = drawing->width / TAMBOUR_REPORTS_QUARTERS;
  g_autofree char *text = NULL;
  TambourChartLabel label = { .hold = .5f };

  if (late == 0)
    return;

  /* Translators: how many of how many answers came late */
  text = g_strdup_printf (_("%u of %u late"), late, decided);
  if (tambour_chart_label_measure (drawing->widget, text, NULL) > width)
    {
      g_free (text);
      /* Translators: how many answers came late */
      text = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
    }

  label.text = text;
  label.x = point.x;
  label.y = is_below ? point.y + BELOW : point.y - BELOW;
  tambour_chart_label_draw (drawing->widget, drawing->snapshot, &label);
}

static void
draw_remarks (const Drawing *drawing)
{
  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
      if (!isnan (value_of (drawing->self, quarter, priority)))
        draw_remark (drawing, quarter, priority);
}

/* The last quarter that has a value. */
static gboolean
find_end (TambourAnswersChart *self,
          guint                priority,
          guint               *quarter)
{
  for (guint i = TAMBOUR_REPORTS_QUARTERS; i > 0; i--)
    if (!isnan (value_of (self, i - 1, priority)))
      {
        *quarter = i - 1;
        return TRUE;
      }

  return FALSE;
}

/* Lines that end together share their names. */
static void
draw_names (const Drawing *drawing)
{
  gboolean is_said[TAMBOUR_N_PRIORITIES] = { FALSE };

  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    {
      g_autoptr(GString) names = g_string_new (NULL);
      guint quarter, other_quarter;
      graphene_point_t point;
      TambourChartLabel label = { .hold = drawing->is_reversed ? 1 : 0, .is_strong = TRUE };

      if (is_said[priority] || !find_end (drawing->self, priority, &quarter))
        continue;

      point = point_of (drawing, quarter, priority);
      for (guint other = priority; other <= TAMBOUR_PRIORITY_P3; other++)
        if (find_end (drawing->self, other, &other_quarter) && other_quarter == quarter &&
            fabsf (point_of (drawing, quarter, other).y - point.y) < LINE)
          {
            g_string_append_printf (names, "%sP%u", names->len > 0 ? " " : "", other);
            is_said[other] = TRUE;
          }

      label.text = names->str;
      label.x = mirror (drawing, place_of (drawing, quarter) + DOT + 5);
      label.y = point.y;
      tambour_chart_label_draw (drawing->widget, drawing->snapshot, &label);
    }
}

static void
tambour_answers_chart_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  TambourAnswersChart *self = TAMBOUR_ANSWERS_CHART (widget);
  Drawing drawing = { .self = self, .widget = widget, .snapshot = snapshot, .low = find_low (self) };

  drawing.is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  drawing.width = MAX (1, (float) gtk_widget_get_width (widget) - AXIS - NAMES);
  drawing.foot = (float) gtk_widget_get_height (widget) - FOOT;

  draw_grid (&drawing);
  draw_quarters (&drawing);
  for (guint priority = TAMBOUR_PRIORITY_P3; priority >= TAMBOUR_PRIORITY_P1; priority--)
    {
      GdkRGBA colour;

      tambour_chart_priority (widget, priority, &colour);
      draw_line (&drawing, priority, &colour);
      for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
        {
          graphene_point_t point = point_of (&drawing, quarter, priority);

          if (isnan (value_of (self, quarter, priority)))
            continue;

          draw_dot (&drawing, &point, &colour);
        }
    }

  draw_remarks (&drawing);
  draw_names (&drawing);
}

static void
tambour_answers_chart_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
clear_quarters (TambourAnswersChart *self)
{
  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    g_clear_pointer (&self->quarters[quarter], g_free);
}

static void
tambour_answers_chart_finalize (GObject *object)
{
  clear_quarters (TAMBOUR_ANSWERS_CHART (object));

  G_OBJECT_CLASS (tambour_answers_chart_parent_class)->finalize (object);
}

static void
tambour_answers_chart_class_init (TambourAnswersChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_answers_chart_finalize;
  widget_class->snapshot = tambour_answers_chart_snapshot;
  widget_class->measure = tambour_answers_chart_measure;

  gtk_widget_class_set_css_name (widget_class, "answerschart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tambour_answers_chart_init (TambourAnswersChart *self)
{
}

/**
 * tambour_answers_chart_show:
 * @self: a chart
 * @tally: figures
 * @from: the first day of their period
 * @to: the day after its last one
 *
 * Has it show them.
 */
void
tambour_answers_chart_show (TambourAnswersChart       *self,
                            const TambourReportsTally *tally,
                            TambourDate                from,
                            TambourDate                to)
{
  g_return_if_fail (TAMBOUR_IS_ANSWERS_CHART (self));

  self->tally = *tally;
  clear_quarters (self);
  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    self->quarters[quarter] = tambour_reports_text_quarter (from, to, quarter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_answers_chart_describe:
 * @self: a chart
 * @summary: what one sees in it, in a sentence
 */
void
tambour_answers_chart_describe (TambourAnswersChart *self,
                                const char          *summary)
{
  g_return_if_fail (TAMBOUR_IS_ANSWERS_CHART (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}
