/* tambour-facts-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"
#include "tambour-value-formulas.h"

#include <string.h>

static const TambourDefinition TOTAL = {
  "value", "M60", TAMBOUR_UNIT_MONEY, N_("Value counted"),
  N_("Σ gross effect × share over the entries that the customer accepted in the period; last year is recomputed with this year’s rates"),
  N_("Value entries, rates"), 2,
};
static const TambourDefinition GROSS = {
  "value.gross", "M60", TAMBOUR_UNIT_MONEY, N_("Value before shares"),
  N_("Σ gross effect over the entries that the customer accepted in the period"), N_("Value entries, rates"),
};
static const TambourDefinition LINE = {
  "value.line", "M60", TAMBOUR_UNIT_MONEY, N_("Value of one effect"),
  N_("Gross effect × share"), N_("Value entries, rates"),
};
static const TambourDefinition FEE = {
  "value.fee", "M62", TAMBOUR_UNIT_MONEY, N_("Plan fee"),
  N_("Fee of each agreement × its days in the period ÷ its days"), N_("Agreements"),
};
static const TambourDefinition RATIO = {
  "value.ratio", "M62", TAMBOUR_UNIT_RATIO, N_("Value by fee"),
  N_("Value counted ÷ plan fee"), N_("Value entries, agreements"),
};
static const TambourDefinition BREAK_EVEN = {
  "value.break_even", "M62", TAMBOUR_UNIT_RATIO, N_("Break-even share"),
  N_("(fee − gross effects counted in full) ÷ gross shared effects"), N_("Value entries, agreements"),
};

static const char FREE[] = N_("The agreement of the period costs nothing");
static const char NO_ENTRY[] = N_("No value was accepted in the period");

/* --- entries -------------------------------------------------------------- */

static const char *
currency_of (TambourReading *reading)
{
  return tambour_value_get_currency (reading->facts->agreement, reading->facts->account);
}

static TambourValueFrame
frame_of (TambourReading      *reading,
          const TambourPeriod *period)
{
  return (TambourValueFrame) {
    .from = period->from,
    .to = period->to,
    .start = period->start,
    .end = period->end,
    .as_of = reading->facts->as_of,
    .today = tambour_reading_today (reading),
    .currency = currency_of (reading),
    .first_year = reading->facts->first_year,
    .is_earlier = period != &reading->facts->period,
  };
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourValueLine *first = a;
  const TambourValueLine *second = b;

  if (first->counted != second->counted)
    return first->counted < second->counted ? 1 : -1;

  return strcmp (first->id, second->id);
}

/* The lines that count in a period, the largest first. */
static GArray *
list_lines (TambourReading      *reading,
            const TambourPeriod *period,
            TambourMeasure      *measure)
{
  TambourValueFrame frame = frame_of (reading, period);
  g_autoptr(GArray) counts = tambour_value_count (tambour_reading_list (reading, TAMBOUR_TYPE_VALUE_ENTRY),
                                                  tambour_reading_list (reading, TAMBOUR_TYPE_RATE), &frame);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TambourValueLine));

  for (guint i = 0; i < counts->len; i++)
    {
      TambourValueCount *count = &g_array_index (counts, TambourValueCount, i);
      TambourValueEntry *entry = count->entry;
      TambourValueLine line = {
        TAMBOUR_RECORD (entry)->id, entry->title, entry->formula, entry->confidence, entry->class,
        count->gross, entry->share, count->counted,
      };

      if (count->refusal != NULL)
        {
          tambour_measure_exclude (measure, line.id, count->refusal);
          continue;
        }

      g_array_append_val (lines, line);
      tambour_measure_count (measure, line.id);
    }

  g_array_sort (lines, compare_lines);

  return lines;
}

static void
measure_value (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  g_autoptr(GArray) lines = list_lines (reading, period, measure);
  gint64 sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      TambourValueLine *line = &g_array_index (lines, TambourValueLine, i);

      sum += data == &GROSS ? line->gross : line->counted;
    }

  if (lines->len == 0)
    tambour_measure_refuse (measure, NO_ENTRY);
  else
    tambour_measure_set_money (measure, sum, currency_of (reading));
}

/* --- M62 ------------------------------------------------------------------ */

/* Every agreement that has days in the period; those in another currency are left out by name. */
static double
fee_of (TambourReading       *reading,
        const TambourPeriod  *period,
        TambourMeasure       *measure,
        const char          **refusal)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_AGREEMENT);
  const char *currency = currency_of (reading);

  for (guint i = 0; i < list->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (list, i);
      const char *id = TAMBOUR_RECORD (agreement)->id;

      if (!isnan (tambour_value_prorate_fee (agreement, currency, period->from, period->to)))
        tambour_measure_count (measure, id);
      else if (!isnan (tambour_value_prorate_fee (agreement, agreement->fee.currency, period->from, period->to)))
        tambour_measure_exclude (measure, id, N_("In another currency than the agreement"));
    }

  *refusal = tambour_value_fee_refusal (list, currency, period->from, period->to);

  return tambour_value_sum_fee (list, currency, period->from, period->to);
}

static void
measure_fee (TambourReading      *reading,
             const TambourPeriod *period,
             gconstpointer        data,
             TambourMeasure      *measure)
{
  const char *refusal;
  double fee = fee_of (reading, period, measure, &refusal);

  if (refusal != NULL)
    tambour_measure_refuse (measure, refusal);
  else
    tambour_measure_set_money (measure, floor (fee + 0.5), currency_of (reading));
}

static double
break_even (GArray *lines,
            double  fee)
{
  double full = 0, shared = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      TambourValueLine *line = &g_array_index (lines, TambourValueLine, i);

      if (line->share < 1)
        shared += line->gross;
      else
        full += line->gross;
    }

  return tambour_value_break_even (fee, full, shared);
}

static double
sum_counted (GArray *lines)
{
  double sum = 0;

  for (guint i = 0; i < lines->len; i++)
    sum += g_array_index (lines, TambourValueLine, i).counted;

  return sum;
}

static void
measure_return (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  g_autoptr(GArray) lines = list_lines (reading, period, measure);
  const char *refusal;
  double fee = fee_of (reading, period, measure, &refusal);

  if (lines->len == 0 || refusal != NULL || !(fee > 0))
    tambour_measure_refuse (measure, lines->len == 0 ? NO_ENTRY : refusal ? refusal
                                                                          : FREE);
  else
    tambour_measure_set_value (measure, data == &RATIO ? sum_counted (lines) / fee : break_even (lines, fee));
}

/* --- tables --------------------------------------------------------------- */

static void
measure_line (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  const TambourValueLine *line = data;

  if (period != &reading->facts->period)
    {
      tambour_measure_refuse (measure, N_("Last year’s effects are entries of their own"));
      return;
    }

  tambour_measure_count (measure, line->id);
  tambour_measure_set_money (measure, line->counted, currency_of (reading));
}

static void
count_lines (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  TambourMeasure unused;
  g_autoptr(GArray) lines = NULL;

  tambour_measure_init (&unused);
  lines = list_lines (reading, &facts->period, &unused);
  tambour_measure_clear (&unused);

  for (guint i = 0; i < lines->len; i++)
    {
      TambourValueLine *line = &g_array_index (lines, TambourValueLine, i);
      g_autofree char *variant = g_strdup_printf ("%u", i + 1);

      g_array_append_val (facts->value.lines, *line);
      tambour_reading_add (reading, &LINE, variant, line->title, measure_line, line);
    }
}

/* M63: by title alone, but for what no one puts an amount on. */
static void
list_not_counted (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_VALUE_ENTRY);
  TambourValueFrame frame = frame_of (reading, &facts->period);

  for (guint i = 0; i < list->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (list, i);
      TambourNotCountedFact fact = { TAMBOUR_RECORD (entry)->id, entry->title, tambour_value_waiting_reason (entry, &frame), NULL };

      /* What stands behind a claim that is not settled is not for the review: METRICS.md M63. */
      if (entry->class == TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
        fact.note = entry->evidence;
      if (fact.reason != NULL &&
          (tambour_reading_has_day (&facts->period, entry->on) || tambour_value_is_accepted_in (entry, &frame)))
        g_array_append_val (facts->value.not_counted, fact);
    }
}

static void
list_rates (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_RATE);

  for (guint i = 0; i < list->len; i++)
    {
      TambourRate *rate = g_ptr_array_index (list, i);
      TambourRateFact fact = { rate->code, rate->title, rate->amount, rate->number, rate->unit, rate->agreed_on, rate->agreed_by };

      if (tambour_value_find_rate (list, rate->code, tambour_reading_today (reading)) == rate)
        g_array_append_val (reading->facts->value.rates, fact);
    }
}

/**
 * tambour_facts_count_value:
 * @reading: a reading
 *
 * Counts the value that the customer accepted, the fee, and what they are to
 * each other (METRICS.md M60, M62, M63).
 */
void
tambour_facts_count_value (TambourReading *reading)
{
  TambourValueFacts *value = &reading->facts->value;

  g_strlcpy (value->currency, currency_of (reading), sizeof value->currency);
  value->total = tambour_reading_add (reading, &TOTAL, NULL, NULL, measure_value, &TOTAL);
  value->gross = tambour_reading_add (reading, &GROSS, NULL, NULL, measure_value, &GROSS);
  value->fee = tambour_reading_add (reading, &FEE, NULL, NULL, measure_fee, NULL);
  value->ratio = tambour_reading_add (reading, &RATIO, NULL, NULL, measure_return, &RATIO);
  value->break_even = tambour_reading_add (reading, &BREAK_EVEN, NULL, NULL, measure_return, &BREAK_EVEN);
  count_lines (reading);
  list_not_counted (reading);
  list_rates (reading);
  tambour_facts_list_agreements (reading);
}
