/* tambour-line-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-announce.h"
#include "tambour-line-chart-private.h"

#define WIDTH  200
#define HEIGHT 240
#define WEEK   7

/**
 * TambourLineChart:
 *
 * The values of a metric over time: a line where there is one each day, points where
 * there is one a month. Where values are missing there is a gap. Its axis says where it
 * begins, a target is a line with its name, and the last value stands beside it. The
 * pointer and the arrow keys read out one day after the other; a summary is for those
 * who do not see it.
 */
G_DEFINE_FINAL_TYPE (TambourLineChart, tambour_line_chart, GTK_TYPE_WIDGET)

/**
 * tambour_line_chart_get_points:
 * @self: a chart
 *
 * Returns: (transfer none): its values, the oldest first
 */
const TambourSeriesPoint *
tambour_line_chart_get_points (TambourLineChart *self)
{
  return (const TambourSeriesPoint *) (gconstpointer) self->points->data;
}

/* --- reading out ------------------------------------------------------------- */

static double
value_on (TambourLineChart *self,
          guint32           day)
{
  const TambourSeriesPoint *points = tambour_line_chart_get_points (self);
  guint i = tambour_series_find (points, self->points->len, day);

  return i < self->points->len && points[i].day == day ? points[i].value : NAN;
}

static void
read_out (TambourLineChart *self,
          guint32           day)
{
  if (day == self->day)
    return;

  self->day = day;
  g_clear_pointer (&self->readout, g_free);
  if (day != 0 && self->words.readout != NULL)
    self->readout = self->words.readout ((TambourDate) { day }, value_on (self, day), self->words.data);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The day that a step leads to: the next one, or the next that has a value where there
 * is not one each day.
 */
static guint32
step_from (TambourLineChart *self,
           guint32           day,
           int               days)
{
  const TambourSeriesPoint *points = tambour_line_chart_get_points (self);
  guint n = self->points->len;
  guint at;

  if (self->pace == TAMBOUR_SERIES_DAYS)
    return (guint32) CLAMP ((gint64) day + days, (gint64) self->first, (gint64) self->last);

  at = tambour_series_find (points, n, days > 0 ? day + 1 : day);
  if (days > 0)
    return at < n && points[at].day <= self->last ? points[at].day : day;

  return at > 0 && points[at - 1].day >= self->first ? points[at - 1].day : day;
}

/* Where one begins to read: the last value. */
static guint32
find_begin (TambourLineChart *self)
{
  guint n = self->points->len;
  guint32 last = n > 0 ? tambour_line_chart_get_points (self)[n - 1].day : self->last;

  return CLAMP (last, self->first, self->last);
}

static gboolean
step (TambourLineChart *self,
      int               days)
{
  gboolean is_reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->points->len == 0)
    return GDK_EVENT_PROPAGATE;

  read_out (self, self->day == 0 ? find_begin (self) : step_from (self, self->day, is_reversed ? -days : days));
  if (self->readout != NULL)
    tambour_announce (GTK_WIDGET (self), self->readout, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  return GDK_EVENT_STOP;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  return step (TAMBOUR_LINE_CHART (widget), g_variant_get_int32 (arguments));
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  TambourLineChart *self = TAMBOUR_LINE_CHART (widget);

  if (self->points->len == 0)
    return GDK_EVENT_PROPAGATE;

  read_out (self, g_variant_get_boolean (arguments) ? find_begin (self) : MAX (self->first, tambour_line_chart_get_points (self)[0].day));
  if (self->readout != NULL)
    tambour_announce (widget, self->readout, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  return GDK_EVENT_STOP;
}

static gboolean
leave_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  TambourLineChart *self = TAMBOUR_LINE_CHART (widget);

  if (self->day == 0)
    return GDK_EVENT_PROPAGATE;

  read_out (self, 0);

  return GDK_EVENT_STOP;
}

static void
motion_cb (TambourLineChart *self,
           double            x,
           double            y)
{
  const TambourSeriesPoint *points = tambour_line_chart_get_points (self);
  TambourLineChartPlane plane = tambour_line_chart_find_plane (self);
  guint32 day = tambour_line_chart_day_at (&plane, x);
  guint n = self->points->len;
  guint at = tambour_series_find (points, n, day);

  if (n == 0)
    return;

  /* Where there is not one each day, the nearest that there is. */
  if (self->pace != TAMBOUR_SERIES_DAYS)
    {
      at = MIN (at, n - 1);
      if (at > 0 && points[at].day > day && day - points[at - 1].day < points[at].day - day)
        at--;
      day = CLAMP (points[at].day, self->first, self->last);
    }

  read_out (self, day);
}

static void
left_cb (TambourLineChart *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    read_out (self, 0);
}

static void
focus_left_cb (TambourLineChart *self)
{
  read_out (self, 0);
}

/* --- the widget ----------------------------------------------------------------- */

static void
tambour_line_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  tambour_line_chart_draw (TAMBOUR_LINE_CHART (widget), snapshot);
}

static void
tambour_line_chart_measure (GtkWidget      *widget,
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
tambour_line_chart_finalize (GObject *object)
{
  TambourLineChart *self = TAMBOUR_LINE_CHART (object);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->readout, g_free);

  G_OBJECT_CLASS (tambour_line_chart_parent_class)->finalize (object);
}

static void
tambour_line_chart_class_init (TambourLineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_line_chart_finalize;
  widget_class->snapshot = tambour_line_chart_snapshot;
  widget_class->measure = tambour_line_chart_measure;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step_cb, "i", -4 * WEEK);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step_cb, "i", 4 * WEEK);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "linechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tambour_line_chart_init (TambourLineChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->points = g_array_new (FALSE, FALSE, sizeof (TambourSeriesPoint));
  self->target.value = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tambour_line_chart_new:
 *
 * Returns: (transfer floating): a chart of nothing
 */
GtkWidget *
tambour_line_chart_new (void)
{
  return g_object_new (TAMBOUR_TYPE_LINE_CHART, NULL);
}

/**
 * tambour_line_chart_set_words:
 * @self: a chart
 * @words: how it says what it shows
 */
void
tambour_line_chart_set_words (TambourLineChart            *self,
                              const TambourLineChartWords *words)
{
  g_return_if_fail (TAMBOUR_IS_LINE_CHART (self));

  self->words = *words;
}

/**
 * tambour_line_chart_set_points:
 * @self: a chart
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @pace: how often there is a value
 * @target: what it should be
 */
void
tambour_line_chart_set_points (TambourLineChart         *self,
                               const TambourSeriesPoint *points,
                               guint                     n_points,
                               TambourSeriesPace         pace,
                               TambourInsightTarget      target)
{
  g_return_if_fail (TAMBOUR_IS_LINE_CHART (self));

  g_array_set_size (self->points, 0);
  if (n_points > 0)
    g_array_append_vals (self->points, points, n_points);
  self->pace = pace;
  self->target = target;
  read_out (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_line_chart_set_range:
 * @self: a chart
 * @first: the first day that it shows
 * @last: the last one
 */
void
tambour_line_chart_set_range (TambourLineChart *self,
                              TambourDate       first,
                              TambourDate       last)
{
  g_return_if_fail (TAMBOUR_IS_LINE_CHART (self));

  self->first = first.julian;
  self->last = MAX (first.julian, last.julian);
  read_out (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_line_chart_describe:
 * @self: a chart
 * @summary: what one sees in it, in a sentence
 */
void
tambour_line_chart_describe (TambourLineChart *self,
                             const char       *summary)
{
  g_return_if_fail (TAMBOUR_IS_LINE_CHART (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

/**
 * tambour_line_chart_get_day:
 * @self: a chart
 *
 * Returns: the day that it reads out; not stated if it reads out none
 */
TambourDate
tambour_line_chart_get_day (TambourLineChart *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LINE_CHART (self), (TambourDate) { 0 });

  return (TambourDate) { self->day };
}

/**
 * tambour_line_chart_get_readout:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it reads out
 */
const char *
tambour_line_chart_get_readout (TambourLineChart *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LINE_CHART (self), NULL);

  return self->readout;
}
