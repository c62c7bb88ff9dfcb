/* tambour-annual-opening.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define MEASURE_WIDTH 206.0
#define VALUE_WIDTH   80.0
#define CHANGE_WIDTH  76.0
#define ABOVE_TABLE   15.0
#define CONTENTS      95.0

#define MOST_LINES   9 /* of the table */
#define MOST_SAID    4 /* findings of a paragraph */
#define FEW_RESOLVED 3 /* of fewer there is no median */

static TambourDate
get_last_day (const TambourPeriod *period)
{
  return (TambourDate) { period->to.julian - 1 };
}

/* --- the band --------------------------------------------------------------- */

static const char *
get_year (guint year)
{
  static const char * const YEARS[] = {
    NULL,
    N_("first agreement year"),
    N_("second agreement year"),
    N_("third agreement year"),
    N_("fourth agreement year"),
    N_("fifth agreement year"),
    N_("sixth agreement year"),
    N_("seventh agreement year"),
    N_("eighth agreement year"),
    N_("ninth agreement year"),
    N_("tenth agreement year"),
  };

  return year > 0 && year < G_N_ELEMENTS (YEARS) ? _(YEARS[year]) : NULL;
}

static char *
write_period (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  const char *year = facts->part_year || facts->agreement == NULL ? NULL : get_year (facts->agreement_year);

  if (facts->agreement == NULL)
    return tambour_wording_fill (_("{0} · no agreement is recorded for this period"), self->period, NULL);
  if (facts->plan_name && year)
    return tambour_wording_fill (_("{0} · {1} plan · {2}"), self->period, facts->plan_name, year, NULL);
  if (facts->plan_name)
    return tambour_wording_fill (_("{0} · {1} plan"), self->period, facts->plan_name, NULL);

  return year ? tambour_wording_fill (_("{0} · {1}"), self->period, year, NULL) : g_strdup (self->period);
}

static char *
write_prepared (TambourFacts *facts)
{
  TambourContact *sponsor = facts->sponsor;
  const char *tam = facts->tam ? facts->tam->name : NULL;
  g_autofree char *name = NULL;

  if (sponsor && sponsor->name)
    name = sponsor->title && *sponsor->title ? tambour_wording_fill (_("{0}, {1}"), sponsor->name, sponsor->title, NULL)
                                             : g_strdup (sponsor->name);
  if (tam && name)
    return tambour_wording_fill (_("Prepared by {0}, technical account manager, for {1}"), tam, name, NULL);
  if (tam)
    return tambour_wording_fill (_("Prepared by {0}, technical account manager"), tam, NULL);

  return name ? tambour_wording_fill (_("Prepared for {0}"), name, NULL) : NULL;
}

static char *
write_foot (TambourFacts *facts)
{
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (facts->zone, facts->as_of), TAMBOUR_DATE_FORM_LONG);
  g_autofree char *name = tambour_wording_isolate (facts->account->name ? facts->account->name : "");

  return tambour_wording_fill (_("Confidential: prepared for {0}. Sources: agreement, cases, escalations, usage metrics, audits, "
                                 "feature requests. Data read on {1}."),
                               name, read, NULL);
}

static void
begin_page (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  g_autofree char *shorter = tambour_findings_year_title (facts, TRUE);
  g_autofree char *title = tambour_annual_take_title (self, TAMBOUR_ANNUAL_OPENING, tambour_findings_year_title (facts, FALSE),
                                                      &shorter);
  g_autofree char *period = write_period (self);
  g_autofree char *prepared = write_prepared (facts);
  g_autofree char *foot = write_foot (facts);
  TambourPageBand band = {
    .product = self->pages->product,
    .label = self->running,
    .name = facts->account->name ? facts->account->name : "",
    .period = period,
    .prepared = prepared,
    .title = title,
    .shorter = shorter,
    .footer = foot,
    .number = "1",
  };

  self->canvas = tambour_document_add_page (self->document, band.number, title);
  self->y = self->top = tambour_page_band (self->canvas, &band);
  tambour_page_body_origin (self->canvas, &self->x, &self->bottom);
  self->bottom += TAMBOUR_REPORT_HEIGHT;
}

/* --- what went well, what fell short ------------------------------------------ */

/* The weightiest findings of a side, those that must be said first. */
static GPtrArray *
list_said (TambourAnnual *self,
           gboolean       went_well)
{
  GPtrArray *findings = self->pages->findings;
  GPtrArray *said = g_ptr_array_new ();

  for (int must = TRUE; must >= FALSE; must--)
    for (guint i = 0; i < findings->len && said->len < MOST_SAID; i++)
      {
        TambourStatement *finding = findings->pdata[i];

        if (finding->went_well == went_well && finding->must == must)
          g_ptr_array_add (said, finding);
      }

  return said;
}

static TambourDate
find_last_due (GArray *decisions)
{
  TambourDate last = { 0 };

  for (guint i = 0; i < decisions->len; i++)
    {
      TambourDate due = g_array_index (decisions, TambourDecisionFact, i).due;

      if (!tambour_date_is_stated (due))
        return due;
      if (i == 0 || due.julian > last.julian)
        last = due;
    }

  return last;
}

/* What is asked for, with the page that tells it; %NULL if nothing is, or no page does. */
static char *
write_asked (TambourAnnual *self)
{
  GArray *decisions = self->facts->plans.decisions;
  guint n = decisions ? decisions->len : 0;
  g_autofree char *number = tambour_wording_spelled (n);
  g_autofree char *page = tambour_wording_number (self->starts[TAMBOUR_ANNUAL_PLANS]);
  g_autofree char *reference = NULL;
  g_autofree char *by = NULL;
  TambourDate last;

  if (n == 0 || self->starts[TAMBOUR_ANNUAL_PLANS] == 0 || !tambour_annual_tells (self, TAMBOUR_CHAPTER_DECISIONS))
    return NULL;

  last = find_last_due (decisions);
  by = tambour_wording_date (last, TAMBOUR_DATE_FORM_LONG);
  reference = tambour_wording_fill (_("page\302\240{0}"), page, NULL);
  if (!tambour_date_is_stated (last))
    return tambour_wording_fill (ngettext ("We ask for one decision ({1}).", "We ask for {0} decisions ({1}).", n), number,
                                 reference, NULL);

  return tambour_wording_fill (ngettext ("We ask for one decision by {1} ({2}).", "We ask for {0} decisions by {1} ({2}).", n),
                               number, by, reference, NULL);
}

static const char *
get_nothing (gboolean went_well)
{
  return went_well ? _("The records of this period hold no result to report yet.")
                   : _("Nothing that was measured in this period fell short.");
}

/* @n of @said as one paragraph. */
static TambourRich *
write_paragraph (TambourAnnual *self,
                 GPtrArray     *said,
                 guint          n,
                 gboolean       went_well)
{
  g_autofree char *asked = went_well ? NULL : write_asked (self);
  TambourRich *rich = tambour_rich_new (n == 0 ? get_nothing (went_well) : NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = tambour_rich_dup_text (((TambourStatement *) said->pdata[i])->text);
      g_autofree char *capital = tambour_wording_capital (sentence);

      tambour_rich_add (rich, i > 0 ? " " : "");
      tambour_rich_add (rich, capital);
    }
  if (asked != NULL)
    {
      tambour_rich_add (rich, " ");
      tambour_rich_add (rich, asked);
    }

  return rich;
}

/* As many findings as leave room for what follows; the weightier ones come first. */
static TambourRich *
fit_paragraph (TambourAnnual *self,
               gboolean       went_well,
               double         room)
{
  g_autoptr(GPtrArray) said = list_said (self, went_well);

  for (guint n = said->len;; n--)
    {
      g_autoptr(TambourRich) rich = write_paragraph (self, said, n, went_well);

      if (n > 1 && tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, rich) > room)
        continue;
      for (guint i = 0; i < n; i++)
        tambour_annual_use (self, ((TambourStatement *) said->pdata[i])->fact);

      return g_steal_pointer (&rich);
    }
}

static void
draw_paragraphs (TambourAnnual *self,
                 double         room)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_rich_free);

  g_ptr_array_add (texts, fit_paragraph (self, TRUE, room));
  g_ptr_array_add (texts, fit_paragraph (self, FALSE, room));
  tambour_annual_columns (self, texts);
}

/* --- the table ----------------------------------------------------------------- */

typedef struct
{
  TambourFact *fact;
  const char  *label;
  TambourAnnualPart part;
} Line;

static const char *
get_ratio_name (const char *currency)
{
  if (g_strcmp0 (currency, "EUR") == 0)
    return _("Value for each euro of the plan fee");
  if (g_strcmp0 (currency, "USD") == 0)
    return _("Value for each dollar of the plan fee");
  if (g_strcmp0 (currency, "GBP") == 0)
    return _("Value for each pound of the plan fee");

  return _("Value for each unit of the plan fee");
}

static void
add_line (GArray            *lines,
          TambourFact       *fact,
          const char        *label,
          TambourAnnualPart  part)
{
  Line line = { fact, label, part };

  if (tambour_fact_is_known (fact) && lines->len < MOST_LINES)
    g_array_append_val (lines, line);
}

static gboolean
had_outages (const TambourServiceFacts *service)
{
  return tambour_fact_count (service->opened[TAMBOUR_PRIORITY_P1]) > 0 ||
         (service->outage && tambour_fact_has_prior (service->outage) && service->outage->prior.value > 0);
}

/* Nine figures of a year; what is not measured makes room for what is. */
static GArray *
choose_lines (TambourFacts *facts)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const TambourServiceFacts *service = &facts->service;

  add_line (lines, facts->value.total, _("Value counted"), TAMBOUR_ANNUAL_VALUE);
  add_line (lines, facts->value.ratio, get_ratio_name (facts->value.currency), TAMBOUR_ANNUAL_VALUE);
  add_line (lines, service->met, _("Response targets met"), TAMBOUR_ANNUAL_SERVICE);
  if (had_outages (service))
    add_line (lines, service->outage, _("Outage time"), TAMBOUR_ANNUAL_CONTINUITY);
  add_line (lines, facts->usage.coverage_now, _("Users protected"), TAMBOUR_ANNUAL_PRODUCT);
  add_line (lines, facts->audits.score, _("Architecture audit score, of 100"), TAMBOUR_ANNUAL_PRODUCT);
  add_line (lines, service->total, _("Cases opened"), TAMBOUR_ANNUAL_SERVICE);
  add_line (lines, facts->continuity.count, _("Escalations"), TAMBOUR_ANNUAL_CONTINUITY);
  add_line (lines, facts->requests.stages[TAMBOUR_STAGE_SHIPPED], _("Feature requests shipped"), TAMBOUR_ANNUAL_LEARNING);
  if (service->resolve_all.hours && service->resolve_all.hours->len >= FEW_RESOLVED)
    add_line (lines, service->resolve_all.median, _("Time to resolve, median"), TAMBOUR_ANNUAL_SERVICE);
  add_line (lines, service->resolve_all.p90, _("9 in 10 resolved within"), TAMBOUR_ANNUAL_SERVICE);
  add_line (lines, service->open, _("Still open"), TAMBOUR_ANNUAL_SERVICE);
  add_line (lines, facts->continuity.stayed_closed, _("Stayed closed"), TAMBOUR_ANNUAL_CONTINUITY);

  return lines;
}

/* A ratio of money reads as money for each unit of it. */
static char *
write_amount (TambourFacts      *facts,
              const TambourFact *fact,
              gboolean           prior)
{
  const TambourMeasure *measure = prior ? &fact->prior : &fact->now;

  if (fact == facts->value.ratio && tambour_measure_is_known (measure))
    return tambour_wording_money_each (measure->value, facts->value.currency);
  if (fact == facts->service.met && tambour_measure_is_known (measure))
    return tambour_wording_of (measure->n, measure->of);

  return tambour_fact_text (fact, prior, NULL);
}

static char *
write_change (TambourFacts      *facts,
              const TambourFact *fact)
{
  double difference;
  g_autofree char *amount = NULL;

  if (!facts->has_prior || !tambour_fact_has_prior (fact))
    return g_strdup ("–");
  if (fact != facts->value.ratio)
    {
      char *change = tambour_fact_change_text (fact);

      return change ? change : g_strdup ("–");
    }

  difference = fact->now.value - fact->prior.value;
  amount = tambour_wording_money_each (fabs (difference), facts->value.currency);

  return g_strconcat (difference < 0 ? "−" : "+", amount, NULL);
}

static void
add_row (TambourAnnual *self,
         TambourTable  *table,
         const Line    *line,
         gboolean       first)
{
  TambourFacts *facts = self->facts;
  gboolean compared = facts->has_prior && tambour_fact_has_prior (line->fact);
  g_autofree char *now = write_amount (facts, line->fact, FALSE);
  g_autofree char *before = compared ? write_amount (facts, line->fact, TRUE) : g_strdup ("–");
  g_autofree char *change = write_change (facts, line->fact);
  guint start = self->starts[line->part];
  g_autofree char *page = start > 0 ? g_strdup_printf ("%u", start) : g_strdup ("–");
  TambourRich *link = tambour_rich_new (NULL);

  tambour_annual_use (self, line->fact);
  tambour_rich_add_span (link, (TambourSpan) { .text = page, .tone = TAMBOUR_TONE_INK3, .page = start });
  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = line->label, .weight = first ? 600 : 0 });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = now, .weight = 600 });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = before, .tone = TAMBOUR_TONE_INK3 });
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, change);
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, link);
}

static TambourTable *
make_table (TambourAnnual *self,
            GArray        *lines)
{
  const TambourColumn columns[] = {
    { _("Measure"), MEASURE_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { self->facts->part_year ? _("This period") : _("This year"), VALUE_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Last year"), VALUE_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Change"), CHANGE_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Page"), 0, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < lines->len; i++)
    add_row (self, table, &g_array_index (lines, Line, i), i == 0);

  return table;
}

/**
 * tambour_annual_agreed_on:
 * @facts: the facts
 *
 * Returns: the day on which the rates were agreed; not stated unless all were on the same one
 */
TambourDate
tambour_annual_agreed_on (TambourFacts *facts)
{
  GArray *rates = facts->value.rates;
  TambourDate day = { 0 };

  for (guint i = 0; rates && i < rates->len; i++)
    {
      TambourDate agreed = g_array_index (rates, TambourRateFact, i).agreed_on;

      if (!tambour_date_is_stated (agreed) || (i > 0 && agreed.julian != day.julian))
        return (TambourDate) { 0 };
      day = agreed;
    }

  return day;
}

static char *
write_compared (TambourFacts *facts)
{
  TambourDate agreed = tambour_annual_agreed_on (facts);
  g_autofree char *dates = tambour_wording_dates (facts->earlier.from, get_last_day (&facts->earlier));
  g_autofree char *day = tambour_wording_date (agreed, TAMBOUR_DATE_FORM_LONG);

  if (!facts->has_prior)
    return facts->prior_reason ? tambour_wording_fill (_("{0}."), _(facts->prior_reason), NULL) : NULL;
  if (tambour_fact_is_known (facts->value.total) && tambour_date_is_stated (agreed))
    return tambour_wording_fill (_("Last year: {0}. Value of both years computed with the rates agreed on {1}."), dates, day,
                                 NULL);

  return tambour_wording_fill (_("Last year: {0}."), dates, NULL);
}

/**
 * tambour_annual_opening:
 * @self: a report
 *
 * Adds the first page: whose year it was, what it came to, its nine figures,
 * and where each is told in full. All of it stands on one page.
 */
void
tambour_annual_opening (TambourAnnual *self)
{
  g_autoptr(GArray) lines = choose_lines (self->facts);
  g_autofree char *compared = write_compared (self->facts);
  g_autoptr(TambourTable) table = NULL;
  double rest;

  tambour_annual_begin (self, TAMBOUR_ANNUAL_OPENING, (TambourPageWords) { 0 });
  begin_page (self);
  if (tambour_annual_tells (self, TAMBOUR_CHAPTER_COVER))
    self->places[TAMBOUR_CHAPTER_COVER] = (TambourAnnualPlace) { 1, 1 };
  table = make_table (self, lines);
  rest = tambour_table_get_height (table, TAMBOUR_REPORT_WIDTH) + ABOVE_TABLE + CONTENTS;
  draw_paragraphs (self, self->bottom - self->y - rest);
  self->y += ABOVE_TABLE - 6.5;
  if (lines->len > 0)
    tambour_annual_table (self, table, compared);
  tambour_annual_contents (self);
  tambour_annual_words_of_year (self);
}
