/* tambour-annual-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <math.h>

#include "tambour-fact-text.h"
#include "tambour-value-formulas.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define EFFECT_WIDTH      116.0
#define COMPUTATION_WIDTH 146.0
#define GROSS_WIDTH       54.0
#define SHARE_WIDTH       40.0
#define COUNTED_WIDTH     62.0
#define CURVE_HEIGHT      138.0
#define RATE_WIDTH        122.0
#define RATE_VALUE        46.0
#define HEAD              19.5
#define BELOW_TEXT        6.5

/* --- what was counted ------------------------------------------------------------- */

/* How a line comes about, and why it can be believed. */
static char *
write_intro (TambourFacts *facts)
{
  TambourDate agreed = tambour_annual_agreed_on (facts);
  g_autofree char *day = tambour_wording_date (agreed, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *full = tambour_wording_percent (100, 0);
  g_autofree char *shared = tambour_wording_percent (100 * TAMBOUR_VALUE_SHARED, 0);

  if (tambour_date_is_stated (agreed))
    return tambour_wording_fill (_("A value figure is only worth printing if your finance team can recompute it. Each line below is "
                                   "a count from the stored data, times a rate agreed with them on {0}, times a share. The share is "
                                   "{1} where an invoice or a case count shows the effect by itself, and {2} where your own team "
                                   "did part of the work."),
                                 day, full, shared, NULL);

  return tambour_wording_fill (_("A value figure is only worth printing if your finance team can recompute it. Each line below is "
                                 "a count from the stored data, times a rate, times a share. The share is {0} where an invoice or a "
                                 "case count shows the effect by itself, and {1} where your own team did part of the work."),
                               full, shared, NULL);
}

/* @gross and @counted are the heads of two columns, kept by the caller. */
static TambourTable *
make_lines (TambourAnnual *self,
            const char    *gross,
            const char    *counted)
{
  const TambourColumn columns[] = {
    { _("Effect"), EFFECT_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Computation"), COMPUTATION_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { gross, GROSS_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Share"), SHARE_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { counted, COUNTED_WIDTH, 10, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Basis"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *lines = self->facts->value.lines;
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < lines->len; i++)
    {
      const TambourValueLine *line = &g_array_index (lines, TambourValueLine, i);

      tambour_pages_value_line (table, self->facts, line);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, line->confidence ? line->confidence : "–");
    }
  tambour_pages_value_total (table, self->facts);

  return table;
}

static char *
write_fee (TambourFacts *facts)
{
  TambourFact *fee = facts->value.fee;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (fee))
    return g_strdup (_("No plan fee is stored for this period."));

  now = tambour_fact_now (fee);
  if (!facts->has_prior || !tambour_fact_has_prior (fee))
    return tambour_wording_fill (_("Plan fee: {0}."), now, NULL);
  if (fee->now.value == fee->prior.value)
    return tambour_wording_fill (_("Plan fee: {0} in both years."), now, NULL);

  before = tambour_fact_before (fee);

  return tambour_wording_fill (_("Plan fee: {0}, last year {1}."), now, before, NULL);
}

static void
draw_lines (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  const char *sign = tambour_wording_currency (facts->value.currency);
  g_autofree char *gross = tambour_wording_fill (_("Gross {0}"), sign, NULL);
  g_autofree char *counted = tambour_wording_fill (_("Counted {0}"), sign, NULL);
  g_autofree char *intro = write_intro (facts);
  g_autofree char *fee = write_fee (facts);
  g_autoptr(TambourTable) table = NULL;

  tambour_annual_text (self, TAMBOUR_ROLE_BODY, intro);
  if (!tambour_fact_is_known (facts->value.total))
    {
      tambour_annual_text (self, TAMBOUR_ROLE_BODY,
                           _("Nothing is counted: an effect counts when its amount, its share and its acceptance are recorded."));
      return;
    }

  table = make_lines (self, gross, counted);
  tambour_annual_table (self, table, fee);
}

/* --- from which share on it pays for itself ------------------------------------------ */

static gboolean
breaks_even (TambourFacts *facts)
{
  TambourFact *even = facts->value.break_even;

  return tambour_fact_is_known (even) && even->now.value > 0 && even->now.value <= 1;
}

/* @counted: the share of shared effects that is counted, 0 to 1 */
static char *
write_head (TambourFacts *facts,
            double        counted)
{
  g_autofree char *even = NULL;
  g_autofree char *share = tambour_wording_percent (100 * counted, 0);

  if (!breaks_even (facts))
    return g_strdup (_("Total value, by share of shared effects"));

  even = tambour_wording_percent (100 * facts->value.break_even->now.value, 0);

  return tambour_wording_fill (_("The plan pays for itself from a share of {0}; we count {1}"), even, share, NULL);
}

/* The same as a sum that can be checked. */
static char *
write_sum (TambourFacts *facts,
           double        full,
           double        shared)
{
  g_autofree char *fee = NULL;
  g_autofree char *in_full = NULL;
  g_autofree char *by_share = NULL;
  g_autofree char *even = NULL;
  g_autofree char *most = NULL;

  if (!breaks_even (facts))
    return NULL;

  fee = tambour_wording_amount (tambour_pages_money (facts, facts->value.fee->now.value));
  in_full = tambour_wording_amount (tambour_pages_money (facts, full));
  by_share = tambour_wording_amount (tambour_pages_money (facts, shared));
  even = tambour_wording_percent (100 * facts->value.break_even->now.value, 0);
  most = tambour_wording_money (tambour_pages_money (facts, full + shared));

  return tambour_wording_fill (_("Break-even share = ({0} − {1}) ÷ {2} = {3}. At 100% the plan would return {4}."), fee, in_full,
                               by_share, even, most, NULL);
}

static void
draw_curve (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourPagesPlace place = { .width = TAMBOUR_REPORT_WIDTH, .height = CURVE_HEIGHT };
  double full, shared;
  g_autofree char *head = NULL;
  g_autofree char *note = tambour_findings_break_even_note (facts);
  g_autofree char *sum = NULL;

  if (!tambour_pages_has_curve (facts))
    return;

  tambour_pages_value_parts (facts, &full, &shared);
  head = write_head (facts, (facts->value.total->now.value - full) / shared);
  sum = write_sum (facts, full, shared);
  tambour_annual_head (self, head, breaks_even (facts) ? _("total value, by share counted") : note, CURVE_HEIGHT + 26);
  place.x = self->x;
  place.head = place.top = self->y;
  self->y += tambour_pages_curve (self->pages, self->canvas, &place, head);
  tambour_annual_caption (self, sum);
}

/* --- assumptions, and what was not counted --------------------------------------------- */

static TambourTable *
make_rates (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("Rate"), RATE_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Value"), RATE_VALUE, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("From"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *rates = self->facts->value.rates;
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rates->len; i++)
    {
      const TambourRateFact *rate = &g_array_index (rates, TambourRateFact, i);
      g_autofree char *value = tambour_pages_rate (rate);
      g_autofree char *day = tambour_wording_date (rate->agreed_on, TAMBOUR_DATE_FORM_SHORT);
      const char *from = rate->agreed_by && *rate->agreed_by ? rate->agreed_by : day;

      tambour_table_add_row (table);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, rate->title ? rate->title : rate->code);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, value);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = from, .tone = TAMBOUR_TONE_INK3 });
    }

  return table;
}

static double
measure_texts (TambourAnnual *self,
               GPtrArray     *texts)
{
  double height = 0;

  for (guint i = 0; i < texts->len; i++)
    height += tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, texts->pdata[i]) + BELOW_TEXT;

  return height;
}

/* As many paragraphs as the page has room for. */
static guint
draw_texts (TambourAnnual *self,
            GPtrArray     *texts,
            double        *end)
{
  double y = tambour_annual_column_head (self, TAMBOUR_ANNUAL_SECOND, self->y, TAMBOUR_ANNUAL_COLUMN, _("What we did not count"));
  guint i;

  for (i = 0; i < texts->len; i++)
    {
      double height = tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, texts->pdata[i]);

      if (y + height > self->bottom)
        break;
      tambour_page_paragraph (self->canvas, self->x + TAMBOUR_ANNUAL_SECOND, y, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY,
                              texts->pdata[i]);
      y += height + BELOW_TEXT;
    }
  *end = y;

  return i;
}

static void
draw_rates (TambourAnnual *self,
            TambourTable  *table)
{
  g_autofree char *head = tambour_findings_rates_head (self->facts);
  double y = tambour_annual_column_head (self, 0, self->y, TAMBOUR_ANNUAL_COLUMN, head);

  if (tambour_table_get_n_rows (table) > 0)
    tambour_annual_column_table (self, table, y, TAMBOUR_ANNUAL_COLUMN);
  else
    self->y = y + tambour_page_text (self->canvas, self->x, y, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY,
                                     _("No rate is agreed. What needs one is not counted; it is never an estimate of ours."));
}

/* Rates on the left, what was left out on the right; what has no room there goes on below. */
static void
draw_basis (TambourAnnual *self)
{
  g_autoptr(TambourTable) table = make_rates (self);
  g_autoptr(GPtrArray) texts = tambour_pages_list_not_counted (self->facts);
  TambourCanvas *page;
  double height, end;
  guint n;

  if (texts->len == 0)
    g_ptr_array_add (texts, tambour_rich_new (_("Every effect that was named is counted.")));
  height = HEAD + MAX (tambour_table_get_height (table, TAMBOUR_ANNUAL_COLUMN), measure_texts (self, texts));

  tambour_annual_need (self, TAMBOUR_ANNUAL_ABOVE_TWO + MIN (height, TAMBOUR_REPORT_HEIGHT / 2));
  if (self->y > self->top)
    self->y += TAMBOUR_ANNUAL_ABOVE_TWO;
  page = self->canvas;
  n = draw_texts (self, texts, &end);
  draw_rates (self, table);
  if (self->canvas == page)
    self->y = MAX (self->y, end);
  for (; n < texts->len; n++)
    tambour_annual_rich (self, texts->pdata[n]);
}

/**
 * tambour_annual_value:
 * @self: a report
 *
 * Adds the value: what was counted and how, from which share on the plan pays for itself, the
 * assumptions, and what was not counted.
 */
void
tambour_annual_value (TambourAnnual *self)
{
  TambourValueFacts *value = &self->facts->value;
  TambourPageWords words = {
    .label = _("Value statement"),
    .title = tambour_findings_value_title (self->facts, FALSE),
    .shorter = tambour_findings_value_title (self->facts, TRUE),
    .source = g_strdup (_("Last year is recomputed with this year’s rates. Sources: value entries, rates, agreements")),
  };
  TambourFact *told[] = { value->total, value->gross, value->fee, value->ratio, value->break_even };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_VALUE, words);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (tambour_fact_is_known (told[i]))
      tambour_annual_use (self, told[i]);
  draw_lines (self);
  draw_curve (self);
  draw_basis (self);
}
