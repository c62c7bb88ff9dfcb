/* tambour-annual-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <string.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define PRIORITY_WIDTH  102.0
#define TARGET_WIDTH    72.0
#define CASES_WIDTH     30.0
#define BEFORE_WIDTH    27.0
#define MET_WIDTH       82.0
#define MEDIAN_WIDTH    51.0
#define FIRST_CASES     60.0
#define FIRST_MET       110.0
#define MONTHS_HEIGHT   150.0
#define MONTHS_LABELS   112.0
#define RESOLVE_HEIGHT  118.0
#define RESOLVE_LABELS  112.0
#define CAUSE_ROW       13.8
#define CAUSES_LABELS   178.0
#define EMPTY_HEIGHT    60.0

/* More are counted, not listed. */
#define MOST_MISSED  12
#define FEW_RESOLVED 3

/* --- by priority ------------------------------------------------------------- */

static const char *
get_name (guint priority)
{
  static const char * const NAMES[TAMBOUR_N_PRIORITIES] = {
    N_("No priority"), N_("P1 Service outage"), N_("P2 Technical issue"), N_("P3 Information request"),
  };

  return _(NAMES[priority]);
}

/* Counts, and from ten on the share of them. */
static void
add_met (TambourTable         *table,
         const TambourMeasure *measure,
         int                   weight,
         TambourTone           tone)
{
  TambourRich *rich = tambour_rich_new (NULL);

  if (measure == NULL || !tambour_measure_is_known (measure))
    {
      tambour_rich_add_grey (rich, "–");
    }
  else
    {
      g_autofree char *counts = tambour_wording_of (measure->n, measure->of);

      tambour_rich_add_span (rich, (TambourSpan) { .text = counts, .weight = weight, .tone = tone });
      if (measure->of >= 10)
        {
          g_autofree char *share = tambour_wording_attainment (measure->n, measure->of);
          g_autofree char *after = g_strconcat (" ", share, NULL);

          tambour_rich_add_grey (rich, after);
        }
    }

  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, rich);
}

static void
add_value (TambourTable      *table,
           const TambourFact *fact,
           gboolean           prior,
           int                weight)
{
  gboolean known = fact && tambour_measure_is_known (prior ? &fact->prior : &fact->now);
  g_autofree char *text = known ? tambour_fact_text (fact, prior, NULL) : g_strdup ("–");

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = text,
                                                       .weight = weight,
                                                       .tone = prior ? TAMBOUR_TONE_INK3 : TAMBOUR_TONE_NONE,
                                                     });
}

static TambourFact *
get_median (const TambourResolveFact *resolve)
{
  return resolve->hours && resolve->hours->len >= FEW_RESOLVED ? resolve->median : NULL;
}

/* @weight: of the figures: those of all cases are bold. */
static void
add_row (TambourAnnual             *self,
         TambourTable              *table,
         const char                *name,
         TambourFact               *opened,
         const TambourResponseFact *response,
         const TambourResolveFact  *resolve,
         int                        weight)
{
  gboolean compared = self->facts->has_prior;
  g_autofree char *target = weight ? NULL : tambour_pages_target (response->target);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = name, .weight = 600 });
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, target);
  add_value (table, opened, FALSE, weight);
  if (compared)
    add_value (table, opened, TRUE, 0);
  add_met (table, response->share ? &response->share->now : NULL, weight, TAMBOUR_TONE_INK);
  if (compared)
    add_met (table, response->share ? &response->share->prior : NULL, 0, TAMBOUR_TONE_INK2);
  add_value (table, get_median (resolve), FALSE, weight);
  if (compared)
    add_value (table, get_median (resolve), TRUE, 0);
}

static TambourTable *
make_table (TambourAnnual *self)
{
  TambourServiceFacts *service = &self->facts->service;
  const TambourColumn compared[] = {
    { _("Priority"), PRIORITY_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Response target"), TARGET_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Cases"), CASES_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("last year"), BEFORE_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("In target"), MET_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("last year"), MET_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Median to resolve"), MEDIAN_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("last year"), 0, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  const TambourColumn first[] = {
    { _("Priority"), PRIORITY_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Response target"), 0, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Cases"), FIRST_CASES, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("In target"), FIRST_MET, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Median to resolve"), FIRST_MET, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = self->facts->has_prior ? tambour_table_new (self->canvas, compared, G_N_ELEMENTS (compared))
                                               : tambour_table_new (self->canvas, first, G_N_ELEMENTS (first));

  for (guint i = 1; i <= TAMBOUR_N_PRIORITIES; i++)
    {
      guint priority = i % TAMBOUR_N_PRIORITIES;

      if (priority == TAMBOUR_PRIORITY_NONE && tambour_fact_count (service->opened[priority]) == 0)
        continue;
      tambour_table_add_row (table);
      add_row (self, table, get_name (priority), service->opened[priority], &service->response[priority],
               &service->resolve[priority], 0);
    }
  tambour_table_add_total (table);
  add_row (self, table, _("All"), service->total, &service->response_all, &service->resolve_all, 600);

  return table;
}

/* --- what missed its target ---------------------------------------------------- */

static gboolean
is_hit (const TambourMeasure *measure,
        const char           *id)
{
  for (guint i = 0; measure->hits && i < measure->hits->len; i++)
    if (strcmp (measure->hits->pdata[i], id) == 0)
      return TRUE;

  return FALSE;
}

/* “P2 cases 10255 and 10371”; %NULL if none missed, or one has no number. */
static char *
write_missed_of (TambourAnnual *self,
                 guint          priority)
{
  const TambourFact *share = self->facts->service.response[priority].share;
  const TambourMeasure *measure = share ? &share->now : NULL;
  g_autoptr(GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; measure && measure->ids && i < measure->ids->len; i++)
    {
      TambourCase *support_case = is_hit (measure, measure->ids->pdata[i])
                                    ? NULL
                                    : tambour_pages_find_case (self->pages, measure->ids->pdata[i]);

      if (support_case && support_case->number)
        g_ptr_array_add (numbers, support_case->number);
    }
  if (numbers->len == 0 || numbers->len > MOST_MISSED)
    return NULL;

  g_ptr_array_sort_values (numbers, (GCompareFunc) strcmp);
  g_ptr_array_add (numbers, NULL);
  list = tambour_wording_list ((const char * const *) numbers->pdata);

  return tambour_wording_fill (ngettext ("{0} case {1}", "{0} cases {1}", numbers->len - 1), tambour_pages_priority (priority),
                               list, NULL);
}

/* Names every case that missed its target, or says how many did. */
static char *
write_missed (TambourAnnual *self)
{
  const TambourFact *met = self->facts->service.met;
  gint64 n = tambour_fact_is_known (met) ? met->now.of - met->now.n : 0;
  g_autofree char *number = tambour_wording_number (n);
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (!tambour_fact_is_known (met))
    return tambour_pages_reason (met);
  if (n == 0)
    return g_strdup (_("No first response missed its target."));

  for (guint priority = TAMBOUR_PRIORITY_P1; n <= MOST_MISSED && priority <= TAMBOUR_PRIORITY_P3; priority++)
    {
      char *group = write_missed_of (self, priority);

      if (group != NULL)
        g_ptr_array_add (groups, group);
    }
  if (groups->len == 0)
    return tambour_wording_fill (ngettext ("One first response missed its target.", "{0} first responses missed their target.", n),
                                 number, NULL);

  g_ptr_array_add (groups, NULL);
  all = g_strjoinv (", ", (GStrv) groups->pdata);

  return tambour_wording_fill (_("Missed: {0}."), all, NULL);
}

/* --- charts --------------------------------------------------------------------- */

/* Makes room for a head and @height below it. */
static TambourPagesPlace
place (TambourAnnual *self,
       double         height,
       double         labels)
{
  double line = tambour_canvas_style (self->canvas, TAMBOUR_ROLE_HEAD)->line;
  TambourPagesPlace place = { .width = TAMBOUR_REPORT_WIDTH, .height = height, .labels = labels };

  tambour_annual_need (self, TAMBOUR_ANNUAL_ABOVE_HEAD + line + TAMBOUR_ANNUAL_BELOW_HEAD + height);
  if (self->y > self->top)
    self->y += TAMBOUR_ANNUAL_ABOVE_HEAD;
  place.x = self->x;
  place.head = self->y;
  place.top = self->y + line + TAMBOUR_ANNUAL_BELOW_HEAD;
  self->y = place.top;

  return place;
}

static void
draw_charts (TambourAnnual *self)
{
  const TambourServiceFacts *service = &self->facts->service;
  guint n_causes = service->causes ? MIN (service->causes->len, 8) : 0;
  gboolean resolved = service->resolve_all.hours && service->resolve_all.hours->len > 0;
  TambourPagesPlace where = place (self, MONTHS_HEIGHT, MONTHS_LABELS);

  self->y += tambour_pages_months (self->pages, self->canvas, &where);
  where = place (self, resolved ? RESOLVE_HEIGHT : EMPTY_HEIGHT, RESOLVE_LABELS);
  self->y += tambour_pages_resolve (self->pages, self->canvas, &where);
  tambour_annual_use (self, service->resolve_all.median);
  where = place (self, n_causes > 1 ? n_causes * CAUSE_ROW : EMPTY_HEIGHT, CAUSES_LABELS);
  self->y += tambour_pages_causes (self->pages, self->canvas, &where);
}

/* --- the part --------------------------------------------------------------------- */

static char *
write_source (TambourFacts *facts)
{
  gint64 n = tambour_fact_count (facts->service.open);
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (facts->zone, facts->as_of), TAMBOUR_DATE_FORM_LONG);

  if (n == 0)
    return g_strdup (_("Cases opened in the period. Source: cases"));

  return tambour_wording_fill (ngettext ("Cases opened in the period; one still open on {1} is left out of times to resolve. "
                                         "Source: cases",
                                         "Cases opened in the period; {0} still open on {1} are left out of times to resolve. "
                                         "Source: cases",
                                         n),
                               spelled, read, NULL);
}

static void
draw_nothing (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  g_autofree char *from = tambour_wording_date (facts->period.from, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *to = tambour_wording_date ((TambourDate) { facts->period.to.julian - 1 }, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (facts->zone, facts->as_of), TAMBOUR_DATE_FORM_LONG);
  g_autofree char *none = tambour_wording_fill (_("No case was opened between {0} and {1}."), from, to, NULL);
  g_autofree char *checked = tambour_wording_fill (_("Checked on {0}."), read, NULL);
  g_autofree char *reason = tambour_pages_reason (facts->service.total);

  if (!tambour_fact_is_known (facts->service.total))
    {
      tambour_annual_text (self, TAMBOUR_ROLE_BODY, reason);
      return;
    }

  tambour_annual_text (self, TAMBOUR_ROLE_BODY, none);
  tambour_annual_text (self, TAMBOUR_ROLE_SECOND, checked);
}

/**
 * tambour_annual_service:
 * @self: a report
 *
 * Adds the cases: how many, how soon answered, how soon resolved, and what about.
 */
void
tambour_annual_service (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourPageWords words = {
    .label = _("Service and cases"),
    .title = tambour_findings_service_title (facts, FALSE),
    .shorter = tambour_findings_service_title (facts, TRUE),
    .source = write_source (facts),
  };
  g_autofree char *missed = write_missed (self);
  g_autoptr(TambourTable) table = NULL;

  tambour_annual_begin (self, TAMBOUR_ANNUAL_SERVICE, words);
  tambour_annual_use (self, facts->service.total);
  tambour_annual_use (self, facts->service.met);
  if (tambour_fact_count (facts->service.total) == 0)
    {
      draw_nothing (self);
      return;
    }

  table = make_table (self);
  tambour_annual_table (self, table, missed);
  draw_charts (self);
}
