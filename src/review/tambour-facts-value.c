/* tambour-facts-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

static const TambourDefinition TOTAL = {
  "value", "M60", TAMBOUR_UNIT_MONEY, N_("Value counted"),
  N_("Σ gross effect × share over the entries that the customer accepted in the period; last year is recomputed with this year’s rates"),
  N_("Value entries, rates"),
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

static const char NO_ENTRY[] = N_("No value was accepted in the period");
static const char NO_FEE[] = N_("No fee is stored for the period");

/* --- rates ---------------------------------------------------------------- */

/* The rate that was agreed last by the cut-off. */
static TambourRate *
find_rate (TambourReading *reading,
           const char     *code)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_RATE);
  TambourRate *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      TambourRate *rate = g_ptr_array_index (list, i);

      if (g_strcmp0 (rate->code, code) == 0 &&
          (!tambour_date_is_stated (rate->agreed_on) || tambour_reading_is_past_day (reading, rate->agreed_on)) &&
          (found == NULL || rate->agreed_on.julian >= found->agreed_on.julian))
        found = rate;
    }

  return found;
}

static double
amount_of (TambourRate *rate)
{
  return rate->amount.minor != TAMBOUR_NO_COUNT ? (double) rate->amount.minor : rate->number;
}

static double
multiply (TambourReading *reading,
          double          count,
          JsonArray      *codes)
{
  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      JsonNode *node = json_array_get_element (codes, i);
      TambourRate *rate = JSON_NODE_HOLDS_VALUE (node) ? find_rate (reading, json_node_get_string (node)) : NULL;

      count *= rate ? amount_of (rate) : NAN;
    }

  return count;
}

/* The gross effect anew from the entry's inputs, {"count": 16.5, "rates":
 * ["outage_hour"]}; %NAN when they do not say so much.
 */
static double
recompute (TambourReading    *reading,
           TambourValueEntry *entry)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root, *count, *codes;

  if (entry->inputs == NULL || !json_parser_load_from_data (parser, entry->inputs, -1, NULL))
    return NAN;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NAN;

  count = json_object_get_member (json_node_get_object (root), "count");
  codes = json_object_get_member (json_node_get_object (root), "rates");
  if (count == NULL || codes == NULL || !JSON_NODE_HOLDS_VALUE (count) || !JSON_NODE_HOLDS_ARRAY (codes) ||
      json_array_get_length (json_node_get_array (codes)) == 0)
    return NAN;

  return multiply (reading, json_node_get_double (count), json_node_get_array (codes));
}

/* --- entries -------------------------------------------------------------- */

static const char *
currency_of (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;

  if (facts->agreement != NULL && facts->agreement->fee.minor != TAMBOUR_NO_COUNT)
    return facts->agreement->fee.currency;

  return facts->account->currency ? facts->account->currency : "";
}

static gboolean
is_accepted_in (TambourReading      *reading,
                const TambourPeriod *period,
                TambourValueEntry   *entry)
{
  if (entry->state != TAMBOUR_VALUE_STATE_ACCEPTED)
    return FALSE;
  if (tambour_instant_is_stated (entry->accepted_at))
    return tambour_reading_is_in (period, entry->accepted_at) && tambour_reading_is_past (reading, entry->accepted_at);

  return tambour_reading_has_day (period, entry->on);
}

static gboolean
is_difference (TambourValueEntry *entry)
{
  return entry->class == TAMBOUR_VALUE_CLASS_LESS_OUTAGE || entry->class == TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS ||
         entry->class == TAMBOUR_VALUE_CLASS_FEWER_CASES;
}

/* In the first agreement year there is no year before to be better than,
 * unless a baseline was agreed and dated. */
static gboolean
lacks_baseline (TambourReading    *reading,
                TambourValueEntry *entry)
{
  return is_difference (entry) && reading->facts->first_year &&
         (entry->inputs == NULL || strstr (entry->inputs, "\"baseline_date\"") == NULL);
}

/* Why an accepted entry does not count; NULL if it does. */
static const char *
refusal_of (TambourReading    *reading,
            TambourValueEntry *entry)
{
  if (entry->class == TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
    return N_("Not quantified");
  if (entry->gross.minor == TAMBOUR_NO_COUNT)
    return N_("Without a rate, or without source data");
  if (isnan (entry->share) || entry->share < 0 || entry->share > 1)
    return N_("Without an agreed share between 0 and 100%");
  if (g_strcmp0 (entry->gross.currency, currency_of (reading)) != 0)
    return N_("In another currency than the agreement");
  if (lacks_baseline (reading, entry))
    return N_("A difference to the year before can only be counted from year two");

  return NULL;
}

/* One incident or project pays once. */
static gboolean
is_counted_already (GHashTable        *paid,
                    TambourValueEntry *entry)
{
  gboolean is_first = TRUE;

  if (entry->incident_id.id != NULL)
    is_first = g_hash_table_add (paid, entry->incident_id.id) && is_first;
  if (entry->project_id.id != NULL)
    is_first = g_hash_table_add (paid, entry->project_id.id) && is_first;

  return !is_first;
}

static gint64
gross_of (TambourReading      *reading,
          const TambourPeriod *period,
          TambourValueEntry   *entry)
{
  double again = period == &reading->facts->period ? NAN : recompute (reading, entry);

  return isnan (again) ? entry->gross.minor : (gint64) floor (again + 0.5);
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
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_VALUE_ENTRY);
  g_autoptr(GHashTable) paid = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TambourValueLine));

  for (guint i = 0; i < list->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (list, i);
      TambourValueLine line = {
        TAMBOUR_RECORD (entry)->id, entry->title, entry->formula, entry->confidence, entry->class, 0, entry->share, 0,
      };
      const char *refusal;

      if (!is_accepted_in (reading, period, entry))
        continue;

      refusal = refusal_of (reading, entry);
      if (refusal == NULL && is_counted_already (paid, entry))
        refusal = N_("Counted already for the same incident or project");
      if (refusal != NULL)
        {
          tambour_measure_exclude (measure, line.id, refusal);
          continue;
        }

      line.gross = gross_of (reading, period, entry);
      line.counted = (gint64) floor (line.gross * line.share + 0.5);
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

static double
fee_of (TambourReading      *reading,
        const TambourPeriod *period,
        TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_AGREEMENT);
  double fee = NAN;

  for (guint i = 0; i < list->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (list, i);
      double first = MAX (agreement->start.julian, period->from.julian);
      double last = MIN (agreement->end.julian, period->to.julian - 1);

      if (agreement->fee.minor == TAMBOUR_NO_COUNT || !tambour_date_is_stated (agreement->start) ||
          !tambour_date_is_stated (agreement->end) || last < first)
        continue;
      if (strcmp (agreement->fee.currency, currency_of (reading)) != 0)
        {
          tambour_measure_exclude (measure, TAMBOUR_RECORD (agreement)->id, N_("In another currency than the agreement"));
          continue;
        }

      fee = (isnan (fee) ? 0 : fee) +
            agreement->fee.minor * (last - first + 1) / ((double) agreement->end.julian - agreement->start.julian + 1);
      tambour_measure_count (measure, TAMBOUR_RECORD (agreement)->id);
    }

  return fee;
}

static void
measure_fee (TambourReading      *reading,
             const TambourPeriod *period,
             gconstpointer        data,
             TambourMeasure      *measure)
{
  double fee = fee_of (reading, period, measure);

  if (isnan (fee))
    tambour_measure_refuse (measure, NO_FEE);
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

  return shared > 0 ? (fee - full) / shared : NAN;
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
  double fee = fee_of (reading, period, measure);

  if (lines->len == 0 || !(fee > 0))
    tambour_measure_refuse (measure, lines->len == 0 ? NO_ENTRY : NO_FEE);
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

static const char *
waiting_reason (TambourReading    *reading,
                TambourValueEntry *entry)
{
  if (entry->class == TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
    return N_("Not quantified");

  switch ((TambourValueState) entry->state)
    {
    case TAMBOUR_VALUE_STATE_DRAFT:
    case TAMBOUR_VALUE_STATE_PROPOSED:
      return N_("Awaiting acceptance");

    case TAMBOUR_VALUE_STATE_REJECTED:
      return N_("Rejected");

    case TAMBOUR_VALUE_STATE_ACCEPTED:
      break;
    }

  return is_accepted_in (reading, &reading->facts->period, entry) ? refusal_of (reading, entry) :
                                                                    N_("Not accepted within the period");
}

/* M63: by title alone. */
static void
list_not_counted (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_VALUE_ENTRY);

  for (guint i = 0; i < list->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (list, i);
      TambourNotCountedFact fact = { TAMBOUR_RECORD (entry)->id, entry->title, waiting_reason (reading, entry) };

      if (fact.reason != NULL &&
          (tambour_reading_has_day (&facts->period, entry->on) || is_accepted_in (reading, &facts->period, entry)))
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
      TambourRateFact fact = { rate->code, rate->title, rate->amount, rate->number, rate->unit, rate->agreed_on };

      if (find_rate (reading, rate->code) == rate)
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
}
