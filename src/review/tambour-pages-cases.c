/* tambour-pages-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-cases.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The left half of the page about cases: by month, and time to resolve. In points (REPORT-DESIGN
 * section 4).
 */
#define MOST_LABELS   170.0
#define LARGEST_UNIT  12.0
#define ROW_WORDS     20.0
#define MONTH_NAMES   20.0
#define RESOLVE_AXIS  18.0
#define FEW_RESOLVED  3
#define MOST_DOTS     120

static const char *
get_name (guint priority)
{
  static const char * const NAMES[TAMBOUR_N_PRIORITIES] = {
    N_("No priority"), N_("P1 Outage"), N_("P2 Technical issue"), N_("P3 Information"),
  };

  return _(NAMES[priority]);
}

static const char *
get_short_name (guint priority)
{
  static const char * const NAMES[TAMBOUR_N_PRIORITIES] = { N_("No priority"), N_("P1"), N_("P2"), N_("P3") };

  return _(NAMES[priority]);
}

/* P1 to P3, then what has no priority. */
static guint
get_priority (guint row)
{
  return (row + 1) % TAMBOUR_N_PRIORITIES;
}

/* --- by month --------------------------------------------------------------- */

typedef struct
{
  TambourMonthsRow  rows[TAMBOUR_N_PRIORITIES];
  const char       *names[24];
  guint             n_rows;
  guint             n_months;
  guint             first;
  double            tallest;
} Months;

static char *
write_opened (TambourPages *self,
              TambourFact  *opened)
{
  g_autofree char *now = tambour_fact_now (opened);
  g_autofree char *was = tambour_pages_prior (self, opened, _("was {0}"));

  if (tambour_fact_count (opened) == 0)
    return was ? tambour_wording_fill (_("none this year ({0})"), was, NULL) : g_strdup (_("none"));

  return was ? tambour_wording_fill (_("{0} ({1})"), now, was, NULL) : g_steal_pointer (&now);
}

static double *
list_values (GArray *months,
             guint   first,
             guint   priority,
             double *most)
{
  double *values = g_new0 (double, months->len - first);

  for (guint i = first; i < months->len; i++)
    {
      const TambourFact *fact = g_array_index (months, TambourMonthFact, i).opened[priority];

      values[i - first] = tambour_fact_is_known (fact) ? fact->now.value : -1;
      *most = MAX (*most, values[i - first]);
    }

  return values;
}

/* P1 to P3 always; cases without a priority if there are any. */
static void
add_months_row (TambourPages *self,
                GPtrArray    *owned,
                guint         priority,
                Months       *months)
{
  TambourFact *opened = self->facts->service.opened[priority];
  TambourMonthsRow row = { .name = get_name (priority) };
  double most = 0;

  if (!tambour_fact_is_known (opened) || (priority == TAMBOUR_PRIORITY_NONE && tambour_fact_count (opened) == 0))
    return;

  row.values = list_values (self->facts->service.months, months->first, priority, &most);
  row.note = write_opened (self, opened);
  g_ptr_array_add (owned, (gpointer) row.values);
  g_ptr_array_add (owned, (gpointer) row.note);
  months->tallest += most;
  months->rows[months->n_rows++] = row;
}

/* Names of priorities stand before the columns, longer ones in other languages. */
static double
measure_names (TambourCanvas *canvas,
               const Months  *months,
               double         least)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);
  double widest = least;

  style.weight = 600;
  for (guint i = 0; i < months->n_rows; i++)
    widest = MAX (widest, tambour_canvas_measure (canvas, &style, months->rows[i].name) + 10);

  return MIN (widest, MOST_LABELS);
}

/**
 * tambour_pages_months:
 * @self: pages
 * @canvas: the page about cases
 * @place: where it stands
 *
 * Draws how many cases were opened in each month, by priority, on one scale.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_months (TambourPages            *self,
                      TambourCanvas           *canvas,
                      const TambourPagesPlace *place)
{
  GArray *facts = self->facts->service.months;
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = tambour_findings_months_head (self->facts);
  Months months = { .first = facts->len > 12 ? facts->len - 12 : 0 };
  TambourMonthsChart chart;
  double room;

  for (guint row = 0; row < TAMBOUR_N_PRIORITIES; row++)
    add_months_row (self, owned, get_priority (row), &months);
  for (guint i = months.first; i < facts->len; i++)
    months.names[months.n_months++] = tambour_wording_month (g_array_index (facts, TambourMonthFact, i).month);

  room = place->height - MONTH_NAMES - ROW_WORDS * months.n_rows;
  chart = (TambourMonthsChart) {
    .alternative = head ? head : _("Cases opened, by month"),
    .months = months.names,
    .n_months = months.n_months,
    .rows = months.rows,
    .n_rows = months.n_rows,
    .label_width = measure_names (canvas, &months, place->labels),
    .unit = months.tallest > 0 ? MIN (LARGEST_UNIT, room / months.tallest) : LARGEST_UNIT,
  };
  tambour_pages_head (canvas, place->x, place->head, place->width, chart.alternative,
                      head ? _("cases opened, by month") : NULL);

  return tambour_chart_months (canvas, place->x, place->top, place->width, &chart);
}

/* --- time to resolve --------------------------------------------------------- */

static char *
write_resolve_name (const TambourResolveFact *resolve)
{
  g_autofree char *median = NULL;

  if (resolve->hours->len < FEW_RESOLVED || !tambour_fact_is_known (resolve->median))
    return g_strdup (get_short_name (resolve->priority));

  median = tambour_fact_now (resolve->median);

  return tambour_wording_fill (_("{0} median {1}"), get_short_name (resolve->priority), median, NULL);
}

static char *
write_resolve_note (TambourPages             *self,
                    const TambourResolveFact *resolve)
{
  g_autofree char *was = resolve->median ? tambour_pages_prior (self, resolve->median, _("was {0}")) : NULL;
  gint64 n_open = tambour_fact_count (resolve->open);
  g_autofree char *of_open = tambour_wording_number (n_open);
  g_autofree char *n = tambour_wording_number (resolve->hours->len);
  g_autofree char *open = tambour_wording_fill (ngettext ("{0} open", "{0} open", n_open), of_open, NULL);
  g_autofree char *resolved = tambour_wording_fill (ngettext ("{0} resolved", "{0} resolved", resolve->hours->len), n, NULL);

  if (n_open > 0)
    return tambour_wording_fill (_("{0}, {1}"), was ? was : resolved, open, NULL);

  return g_strdup (was ? was : resolved);
}

/* How many cases a dot stands for: one, until a row would have too many dots to tell apart. */
static guint
choose_each (TambourServiceFacts *service)
{
  static const guint STEPS[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
  guint most = 0, step = 0;

  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    if (service->resolve[priority].hours)
      most = MAX (most, service->resolve[priority].hours->len);
  while (step + 1 < G_N_ELEMENTS (STEPS) && most > MOST_DOTS * STEPS[step])
    step++;

  return STEPS[step];
}

/* One value for each @each of the sorted @hours, from the middle of its stretch, so that the
 * dots keep the shape of all of them.
 */
static double *
thin_out (GArray *hours,
          guint   each,
          guint  *n_values)
{
  double *values = g_new0 (double, hours->len / each + 2);
  guint n = 0;

  for (guint i = 0; i < hours->len; i += each)
    values[n++] = g_array_index (hours, double, MIN (i + each / 2, hours->len - 1));
  *n_values = n;

  return values;
}

static void
add_resolve_row (TambourPages             *self,
                 const TambourResolveFact *resolve,
                 guint                     each,
                 GPtrArray                *owned,
                 GArray                   *rows)
{
  TambourResolveRow row = { .median = NAN, .mark = NAN };
  g_autofree char *mark = NULL;

  if (resolve->hours == NULL || (resolve->hours->len == 0 && tambour_fact_count (resolve->open) == 0))
    return;

  row.name = write_resolve_name (resolve);
  row.note = write_resolve_note (self, resolve);
  row.hours = thin_out (resolve->hours, each, &row.n_hours);
  if (resolve->hours->len >= FEW_RESOLVED && tambour_fact_is_known (resolve->median))
    row.median = resolve->median->now.value;
  if (tambour_fact_is_known (resolve->p90))
    {
      mark = tambour_fact_now (resolve->p90);
      row.mark = resolve->p90->now.value;
      row.mark_label = tambour_wording_fill (_("9 in 10 by {0}"), mark, NULL);
    }
  else if (tambour_fact_is_known (resolve->longest))
    {
      mark = tambour_fact_now (resolve->longest);
      row.mark_label = tambour_wording_fill (_("longest {0}"), mark, NULL);
    }
  g_ptr_array_add (owned, (gpointer) row.name);
  g_ptr_array_add (owned, (gpointer) row.note);
  g_ptr_array_add (owned, (gpointer) row.mark_label);
  g_ptr_array_add (owned, (gpointer) row.hours);
  g_array_append_val (rows, row);
}

/* The deck says on its source line what a dot and a triangle are. */
static char *
write_dots (gint64   n_resolved,
            guint    each,
            gboolean deck)
{
  g_autofree char *n = tambour_wording_number (n_resolved);
  g_autofree char *of_each = tambour_wording_number (each);

  if (each == 1 && deck)
    return tambour_wording_fill (ngettext ("{0} resolved, one dot each", "{0} resolved, one dot each", n_resolved), n, NULL);
  if (each == 1)
    return tambour_wording_fill (ngettext ("{0} resolved, one dot each, log scale, ▲ median",
                                           "{0} resolved, one dot each, log scale, ▲ median", n_resolved),
                                 n, NULL);

  return tambour_wording_fill (deck ? _("one dot for {0} cases") : _("one dot for {0} cases, log scale, ▲ median"), of_each, NULL);
}

static void
draw_resolve_head (TambourPages            *self,
                   TambourCanvas           *canvas,
                   const TambourPagesPlace *place,
                   guint                    each)
{
  const TambourResolveFact *all = &self->facts->service.resolve_all;
  g_autofree char *head = tambour_findings_resolve_head (self->facts);
  g_autofree char *addition = write_dots (all->hours ? all->hours->len : 0, each,
                                          tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK);

  tambour_pages_head (canvas, place->x, place->head, place->width, head ? head : _("Time to resolve"), addition);
}

/**
 * tambour_pages_resolve:
 * @self: pages
 * @canvas: the page about cases
 * @place: where it stands
 *
 * Draws how long each case took, one dot a case, never a mean.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_resolve (TambourPages            *self,
                       TambourCanvas           *canvas,
                       const TambourPagesPlace *place)
{
  TambourServiceFacts *service = &self->facts->service;
  guint each = choose_each (service);
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TambourResolveRow));
  g_auto(GStrv) durations = tambour_pages_durations ();
  TambourResolveChart chart = { .durations = (const char * const *) durations, .label_width = place->labels };

  draw_resolve_head (self, canvas, place, each);
  for (guint row = 0; row < TAMBOUR_N_PRIORITIES; row++)
    add_resolve_row (self, &service->resolve[get_priority (row)], each, owned, rows);

  if (service->resolve_all.hours == NULL || service->resolve_all.hours->len == 0)
    return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, NULL,
                               _("No case of this period is resolved yet, so there is no time to show."), NULL);

  chart.alternative = _("Time to resolve, one dot for each case");
  chart.rows = (const TambourResolveRow *) rows->data;
  chart.n_rows = rows->len;
  chart.height = place->height - RESOLVE_AXIS;

  return tambour_chart_resolve (canvas, place->x, place->top, place->width, &chart);
}
