/* tambour-cases-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-cases-chart.h"

#include "tambour-case.h"
#include "tambour-chart-label.h"

#define ROW       18.f
#define BAR       10.f
#define RADIUS    2.f
#define GAP       1.f
#define LABEL_GAP 10.f
#define NAMES     .4f    /* of the width, at most */
#define MIN_WIDTH 160

/**
 * TambourCasesChart:
 *
 * How many cases each account opened: a bar for each, from zero, of one part for each priority,
 * with its number beside it. Its text summary is for those who do not see it.
 */
struct _TambourCasesChart
{
  GtkWidget  parent_instance;

  GArray    *rows;
};

typedef struct
{
  char  *name;
  guint  cases[TAMBOUR_N_PRIORITIES];
  guint  total;
} Row;

/* Where the chart draws: names end at @names, bars are @width at most. */
typedef struct
{
  GtkWidget   *widget;
  GtkSnapshot *snapshot;
  gboolean     is_reversed;
  float        names;
  float        width;
  guint        most;
} Plane;

G_DEFINE_FINAL_TYPE (TambourCasesChart, tambour_cases_chart, GTK_TYPE_WIDGET)

/* What cannot wait comes first, what has no priority last. */
static const guint ORDER[TAMBOUR_N_PRIORITIES] = { TAMBOUR_PRIORITY_P1, TAMBOUR_PRIORITY_P2, TAMBOUR_PRIORITY_P3, 0 };

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((Row *) data)->name, g_free);
}

static Plane
find_plane (TambourCasesChart *self,
            GtkSnapshot       *snapshot)
{
  Plane plane = { .widget = GTK_WIDGET (self), .snapshot = snapshot };
  float full = (float) gtk_widget_get_width (plane.widget);
  float number = 0;

  plane.is_reversed = gtk_widget_get_direction (plane.widget) == GTK_TEXT_DIR_RTL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      g_autofree char *total = g_strdup_printf ("%u", row->total);

      plane.names = MAX (plane.names, tambour_chart_label_measure (plane.widget, row->name, NULL));
      number = MAX (number, tambour_chart_label_measure (plane.widget, total, NULL));
      plane.most = MAX (plane.most, row->total);
    }

  plane.names = MIN (plane.names, full * NAMES);
  plane.width = MAX (1, full - plane.names - LABEL_GAP - number - LABEL_GAP);

  return plane;
}

/* From the left edge, or from the right one. */
static float
mirror (const Plane *plane,
        float        x)
{
  return plane->is_reversed ? (float) gtk_widget_get_width (plane->widget) - x : x;
}

static void
draw_part (const Plane *plane,
           float        x,
           float        y,
           float        width,
           guint        priority)
{
  float left = plane->is_reversed ? mirror (plane, x) - width : x;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (left, y - BAR / 2, width, BAR);
  GskRoundedRect rounded;
  GdkRGBA colour;

  tambour_chart_priority (plane->widget, priority, &colour);
  gsk_rounded_rect_init_from_rect (&rounded, &bounds, MIN (RADIUS, width / 2));
  gtk_snapshot_push_rounded_clip (plane->snapshot, &rounded);
  gtk_snapshot_append_color (plane->snapshot, &colour, &bounds);
  gtk_snapshot_pop (plane->snapshot);
}

static void
draw_row (const Plane *plane,
          const Row   *row,
          float        y)
{
  g_autofree char *total = g_strdup_printf ("%u", row->total);
  float end = plane->is_reversed ? 1 : 0;
  float x = plane->names + LABEL_GAP;
  TambourChartLabel name = { row->name, mirror (plane, plane->names), y, 1 - end, plane->names, FALSE };
  TambourChartLabel number = { total, 0, y, end, 0, TRUE };

  tambour_chart_label_draw (plane->widget, plane->snapshot, &name);
  for (guint i = 0; i < TAMBOUR_N_PRIORITIES; i++)
    {
      float width = plane->most > 0 ? plane->width * (float) row->cases[ORDER[i]] / (float) plane->most : 0;

      if (row->cases[ORDER[i]] == 0)
        continue;

      draw_part (plane, x, y, MAX (1, width - GAP), ORDER[i]);
      x += MAX (1 + GAP, width);
    }

  number.x = mirror (plane, x + LABEL_GAP / 2);
  tambour_chart_label_draw (plane->widget, plane->snapshot, &number);
}

static void
tambour_cases_chart_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TambourCasesChart *self = TAMBOUR_CASES_CHART (widget);
  Plane plane = find_plane (self, snapshot);
  float step = self->rows->len > 0 ? MAX (ROW, (float) gtk_widget_get_height (widget) / (float) MAX (self->rows->len, 8)) : ROW;

  for (guint i = 0; i < self->rows->len; i++)
    draw_row (&plane, &g_array_index (self->rows, Row, i), step * ((float) i + .5f));
}

static void
tambour_cases_chart_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : (int) ROW * (int) MAX (1, TAMBOUR_CASES_CHART (widget)->rows->len);
  *natural = *minimum;
}

static void
tambour_cases_chart_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_CASES_CHART (object)->rows, g_array_unref);

  G_OBJECT_CLASS (tambour_cases_chart_parent_class)->finalize (object);
}

static void
tambour_cases_chart_class_init (TambourCasesChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_cases_chart_finalize;
  widget_class->snapshot = tambour_cases_chart_snapshot;
  widget_class->measure = tambour_cases_chart_measure;

  gtk_widget_class_set_css_name (widget_class, "caseschart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tambour_cases_chart_init (TambourCasesChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
}

/**
 * tambour_cases_chart_clear:
 * @self: a chart
 *
 * Has it show nothing.
 */
void
tambour_cases_chart_clear (TambourCasesChart *self)
{
  g_return_if_fail (TAMBOUR_IS_CASES_CHART (self));

  g_array_set_size (self->rows, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tambour_cases_chart_add:
 * @self: a chart
 * @name: whose cases
 * @cases: how many, by priority
 *
 * Adds a bar below the others.
 */
void
tambour_cases_chart_add (TambourCasesChart *self,
                         const char        *name,
                         const guint        cases[TAMBOUR_N_PRIORITIES])
{
  Row row = { .name = g_strdup (name) };

  g_return_if_fail (TAMBOUR_IS_CASES_CHART (self));

  for (guint i = 0; i < TAMBOUR_N_PRIORITIES; i++)
    {
      row.cases[i] = cases[i];
      row.total += cases[i];
    }

  g_array_append_val (self->rows, row);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tambour_cases_chart_describe:
 * @self: a chart
 * @summary: what one sees in it, in a sentence
 */
void
tambour_cases_chart_describe (TambourCasesChart *self,
                              const char        *summary)
{
  g_return_if_fail (TAMBOUR_IS_CASES_CHART (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}
