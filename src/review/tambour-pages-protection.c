/* tambour-pages-protection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-usage.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The left part of the page about usage: who is protected, day by day, and infected devices by
 * month. In points (REPORT-DESIGN section 4).
 */
#define COVERAGE_TOP    138.0
#define COVERAGE_HEIGHT 166.0
#define DEVICES_HEAD    316.0
#define DEVICES_TOP     338.0
#define DEVICES_HEIGHT  138.0
#define AXIS_ROOM       96.0

/* Longer gaps are named first; more names than these would cover the line. */
#define MOST_GAPS       3

typedef struct
{
  TambourCoverageChart  chart;
  GArray               *months;
  GArray               *bands;
  GArray               *gaps;
  GPtrArray            *owned;
} Coverage;

static void
coverage_clear (Coverage *self)
{
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->owned, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

/* --- coverage --------------------------------------------------------------- */

static void
set_values (Coverage     *self,
            TambourFacts *facts)
{
  self->chart.values = (const double *) facts->usage.coverage->data;
  self->chart.n_values = facts->usage.coverage->len;
  self->chart.goal = facts->usage.goal;
}

/**
 * tambour_pages_protection_start:
 * @facts: the facts
 *
 * Returns: the percentage that the axis of protection starts at; the source line says it
 */
double
tambour_pages_protection_start (TambourFacts *facts)
{
  Coverage coverage = { 0 };

  set_values (&coverage, facts);

  return tambour_chart_coverage_start (&coverage.chart);
}

/* The day of the period, cut to it. */
static guint
get_day (TambourFacts *facts,
         guint32       julian)
{
  return CLAMP (julian, facts->period.from.julian, facts->period.to.julian) - facts->period.from.julian;
}

static void
add_stretch (GArray     *stretches,
             guint       start,
             guint       end,
             const char *label)
{
  TambourStretch stretch = { start, end, label };

  g_array_append_val (stretches, stretch);
}

static void
list_months (Coverage     *self,
             TambourFacts *facts)
{
  GArray *months = facts->usage.devices;

  for (guint i = 0; i < months->len; i++)
    {
      const TambourDevicesFact *month = &g_array_index (months, TambourDevicesFact, i);
      TambourDate first = tambour_date_new (month->year, month->month, 1);
      TambourDate next = month->month == 12 ? tambour_date_new (month->year + 1, 1, 1)
                                            : tambour_date_new (month->year, month->month + 1, 1);

      add_stretch (self->months, get_day (facts, first.julian), get_day (facts, next.julian),
                   tambour_wording_month (month->month));
    }
}

/* A name that is wider than its band is left out: the head counts the bands. */
static void
list_bands (Coverage      *self,
            TambourFacts  *facts,
            TambourCanvas *canvas,
            double         width)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_AXIS);
  double day = (width - AXIS_ROOM) / MAX (self->chart.n_values, 1);

  for (guint i = 0; i < facts->usage.rollouts->len; i++)
    {
      const TambourRolloutFact *rollout = &g_array_index (facts->usage.rollouts, TambourRolloutFact, i);
      guint start = get_day (facts, rollout->from.julian), end = get_day (facts, rollout->to.julian + 1);
      gboolean fits = tambour_canvas_measure (canvas, style, rollout->title) < day * (end - start);

      add_stretch (self->bands, start, end, fits ? rollout->title : NULL);
    }
}

/* “no data 12–15 Feb” */
static char *
write_gap (TambourDate first,
           TambourDate last)
{
  int first_month, last_month, year, day;
  g_autofree char *from = tambour_wording_date (first, TAMBOUR_DATE_FORM_DAY);
  g_autofree char *to = tambour_wording_date (last, TAMBOUR_DATE_FORM_DAY);
  g_autofree char *number = NULL;

  tambour_date_split (last, &year, &last_month, &day);
  tambour_date_split (first, &year, &first_month, &day);
  number = tambour_wording_number (day);
  if (first.julian == last.julian)
    return tambour_wording_fill (_("no data {0}"), from, NULL);
  if (first_month == last_month)
    /* Translators: days of one month without data: a number, and a date such as “15 Feb”. */
    return tambour_wording_fill (_("no data {0}–{1}"), number, to, NULL);

  return tambour_wording_fill (_("no data {0} – {1}"), from, to, NULL);
}

static gint
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const TambourStretch *first = a;
  const TambourStretch *second = b;
  guint one = first->end - first->start, other = second->end - second->start;

  if (one != other)
    return one < other ? 1 : -1;

  return first->start < second->start ? -1 : 1;
}

/* Days without data that are over; what is still to come is no gap. */
static void
list_gaps (Coverage     *self,
           TambourFacts *facts)
{
  guint n = MIN (self->chart.n_values, facts->usage.n_expected);

  for (guint i = 0; i < n; i++)
    {
      guint start = i;

      while (i < n && !isfinite (self->chart.values[i]))
        i++;
      if (i > start)
        add_stretch (self->gaps, start, i, NULL);
    }

  g_array_sort (self->gaps, compare_gaps);
  if (self->gaps->len > MOST_GAPS)
    g_array_set_size (self->gaps, MOST_GAPS);
  for (guint i = 0; i < self->gaps->len; i++)
    {
      TambourStretch *gap = &g_array_index (self->gaps, TambourStretch, i);
      TambourDate first = { facts->period.from.julian + gap->start }, last = { facts->period.from.julian + gap->end - 1 };

      gap->label = write_gap (first, last);
      g_ptr_array_add (self->owned, (gpointer) gap->label);
    }
}

static char *
write_last (TambourFacts *facts)
{
  g_autofree char *share = tambour_fact_now (facts->usage.coverage_now);
  g_autofree char *on = tambour_wording_date (facts->usage.last_day, TAMBOUR_DATE_FORM_DAY);

  if (facts->usage.last_day.julian + 1 - facts->period.from.julian >= facts->usage.n_expected)
    return tambour_wording_fill (_("{0} now"), share, NULL);

  return tambour_wording_fill (_("{0} on {1}"), share, on, NULL);
}

static void
set_labels (Coverage     *self,
            TambourFacts *facts)
{
  g_autofree char *target = isfinite (facts->usage.goal) ? tambour_wording_percent (100 * facts->usage.goal, 0) : NULL;

  self->chart.first_label = tambour_fact_now (facts->usage.coverage_start);
  self->chart.last_label = write_last (facts);
  self->chart.goal_label = target ? tambour_wording_fill (_("goal {0}"), target, NULL) : NULL;
  g_ptr_array_add (self->owned, (gpointer) self->chart.first_label);
  g_ptr_array_add (self->owned, (gpointer) self->chart.last_label);
  g_ptr_array_add (self->owned, (gpointer) self->chart.goal_label);
}

static double
draw_coverage (TambourPages            *self,
               TambourCanvas           *canvas,
               const TambourPagesPlace *place,
               const char              *addition)
{
  TambourFacts *facts = self->facts;
  g_autofree char *head = tambour_findings_coverage_head (facts);
  g_auto(Coverage) coverage = {
    .months = g_array_new (FALSE, FALSE, sizeof (TambourStretch)),
    .bands = g_array_new (FALSE, FALSE, sizeof (TambourStretch)),
    .gaps = g_array_new (FALSE, FALSE, sizeof (TambourStretch)),
    .owned = g_ptr_array_new_with_free_func (g_free),
  };

  set_values (&coverage, facts);
  list_months (&coverage, facts);
  list_bands (&coverage, facts, canvas, place->width);
  list_gaps (&coverage, facts);
  set_labels (&coverage, facts);
  coverage.chart.alternative = head;
  coverage.chart.from = self->facts->period.from;
  coverage.chart.months = (const TambourStretch *) coverage.months->data;
  coverage.chart.n_months = coverage.months->len;
  coverage.chart.bands = (const TambourStretch *) coverage.bands->data;
  coverage.chart.n_bands = coverage.bands->len;
  coverage.chart.gaps = (const TambourStretch *) coverage.gaps->data;
  coverage.chart.n_gaps = coverage.gaps->len;

  tambour_pages_head (canvas, place->x, place->head, place->width, head, addition);

  return tambour_chart_coverage (canvas, place->x, place->top, place->width, place->height, &coverage.chart);
}

/* Too few days for a line: the last value stands alone. */
static double
draw_few_days (TambourPages            *self,
               TambourCanvas           *canvas,
               const TambourPagesPlace *place)
{
  TambourUsageFacts *usage = &self->facts->usage;
  g_autofree char *head = tambour_findings_coverage_head (self->facts);
  g_autofree char *share = tambour_fact_now (usage->coverage_now);
  g_autofree char *n = tambour_wording_number (usage->n_days);
  g_autofree char *all = tambour_wording_number (usage->n_expected);
  g_autofree char *needed = tambour_wording_number ((usage->n_expected * 330 + 364) / 365);
  g_autofree char *on = tambour_wording_date (usage->last_day, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *text = tambour_wording_fill (_("Protected on {0}, the last day with data."), on, NULL);
  g_autofree char *note = tambour_wording_fill (_("{0} of {1} days have data. A trend needs {2}, and no gap is filled with an "
                                                  "estimate."),
                                                n, all, needed, NULL);

  tambour_pages_head (canvas, place->x, place->head, place->width, head, _("no trend"));

  return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, share, text, note);
}

static double
draw_no_coverage (TambourPages            *self,
                  TambourCanvas           *canvas,
                  const TambourPagesPlace *place)
{
  const char *text = self->facts->usage.lacks_licences
                       ? _("Protected users are counted in this period, but not how many are licensed.")
                       : _("No usage metrics of protected users are stored for this period.");

  tambour_pages_head (canvas, place->x, place->head, place->width, _("Share of licensed users protected"), _("not available"));

  return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, NULL, text,
                             _("This page states no trend, and the page of the year leaves the figure out."));
}

/* --- devices ---------------------------------------------------------------- */

typedef struct
{
  GPtrArray *names;
  GPtrArray *initials;
  GArray    *now;
  GArray    *before;
  gboolean   compared;
} Devices;

static void
devices_clear (Devices *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->initials, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_array_unref);
  g_clear_pointer (&self->before, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Devices, devices_clear)

/* Last year is drawn where each of its months is known. */
static void
list_devices (Devices      *self,
              TambourFacts *facts)
{
  self->names = g_ptr_array_new ();
  self->initials = g_ptr_array_new_with_free_func (g_free);
  self->now = g_array_new (FALSE, FALSE, sizeof (double));
  self->before = g_array_new (FALSE, FALSE, sizeof (double));
  self->compared = facts->has_prior;

  for (guint i = 0; i < facts->usage.devices->len; i++)
    {
      const TambourDevicesFact *month = &g_array_index (facts->usage.devices, TambourDevicesFact, i);
      const char *name = tambour_wording_month (month->month);
      double now = tambour_fact_is_known (month->devices) ? month->devices->now.value : -1;
      double before = month->devices->prior.value;

      g_ptr_array_add (self->names, (gpointer) name);
      g_ptr_array_add (self->initials, g_utf8_substring (name, 0, 1));
      g_array_append_val (self->now, now);
      g_array_append_val (self->before, before);
      self->compared &= tambour_measure_is_known (&month->devices->prior);
    }
}

static double
draw_columns (TambourPages            *self,
              TambourCanvas           *canvas,
              const TambourPagesPlace *place,
              const char              *head)
{
  TambourFact *total = self->facts->usage.devices_total;
  g_auto(Devices) devices = { 0 };
  g_autofree char *now = tambour_fact_now (total);
  g_autofree char *this_year = tambour_wording_fill (self->facts->part_year ? _("this period, {0}") : _("this year, {0}"), now,
                                                     NULL);
  g_autofree char *before = tambour_fact_before (total);
  g_autofree char *last_year = tambour_wording_fill (_("last year, {0}"), before, NULL);
  TambourColumnsChart chart = { .alternative = head, .current_label = this_year };

  list_devices (&devices, self->facts);
  chart.months = (const char * const *) devices.names->pdata;
  chart.initials = (const char * const *) devices.initials->pdata;
  chart.n_months = devices.names->len;
  chart.current = (const double *) devices.now->data;
  if (devices.compared)
    {
      chart.earlier = (const double *) devices.before->data;
      chart.earlier_label = last_year;
    }

  return tambour_chart_columns (canvas, place->x, place->top, place->width, place->height, &chart);
}

static double
draw_no_device (TambourPages            *self,
                TambourCanvas           *canvas,
                const TambourPagesPlace *place)
{
  g_autofree char *before = tambour_pages_prior (self, self->facts->usage.devices_total, _("Last year there were {0}."));

  return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, "0",
                             _("No device called a known malicious host in this period."), before);
}

/**
 * tambour_pages_devices:
 * @self: pages
 * @canvas: a page
 * @place: where it stands
 * @head: what stands above it
 *
 * Draws infected devices by month; what has no data is said.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_devices (TambourPages            *self,
                       TambourCanvas           *canvas,
                       const TambourPagesPlace *place,
                       const char              *head)
{
  TambourFact *total = self->facts->usage.devices_total;
  gboolean known = tambour_fact_is_known (total);

  tambour_pages_head (canvas, place->x, place->head, place->width, head, known ? _("per month") : _("not available"));
  if (!known)
    return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, NULL,
                               _("No usage metrics of infected devices are stored for this period."), NULL);

  return total->now.value == 0 ? draw_no_device (self, canvas, place) : draw_columns (self, canvas, place, head);
}

/**
 * tambour_pages_coverage:
 * @self: pages
 * @canvas: a page
 * @place: where it stands
 * @addition: what stands after its head
 *
 * Draws who is protected, day by day; what has no data is said, and a gap stays one.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_coverage (TambourPages            *self,
                        TambourCanvas           *canvas,
                        const TambourPagesPlace *place,
                        const char              *addition)
{
  if (!tambour_fact_is_known (self->facts->usage.coverage_now))
    return draw_no_coverage (self, canvas, place);

  return tambour_findings_has_trend (self->facts) ? draw_coverage (self, canvas, place, addition)
                                                  : draw_few_days (self, canvas, place);
}

/**
 * tambour_pages_protection:
 * @self: pages
 * @canvas: the page about usage
 *
 * Draws who is protected, day by day, and infected devices by month.
 */
void
tambour_pages_protection (TambourPages  *self,
                          TambourCanvas *canvas)
{
  g_autofree char *devices = tambour_findings_devices_head (self->facts);

  tambour_pages_coverage (self, canvas, &(TambourPagesPlace) { TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, COVERAGE_TOP,
                                                                tambour_deck_w (7), COVERAGE_HEIGHT, 0 },
                          _("daily"));
  tambour_pages_devices (self, canvas, &(TambourPagesPlace) { TAMBOUR_DECK_MARGIN, DEVICES_HEAD, DEVICES_TOP, tambour_deck_w (7),
                                                               DEVICES_HEIGHT, 0 },
                         devices);
}
