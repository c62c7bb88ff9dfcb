/* tambour-value-formulas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-formulas.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* What the agreement was worth: the one place that counts it (METRICS.md M60 to M63). */

/**
 * tambour_value_get_currency:
 * @agreement: (nullable): the agreement of the period
 * @account: the customer
 *
 * Returns: (transfer none): the currency that value is counted in, or ""
 */
const char *
tambour_value_get_currency (TambourAgreement *agreement,
                            TambourAccount   *account)
{
  if (agreement != NULL && agreement->fee.minor != TAMBOUR_NO_COUNT)
    return agreement->fee.currency;

  return account->currency ? account->currency : "";
}

/* --- rates ---------------------------------------------------------------- */

static gboolean
is_written (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * tambour_value_is_rate_agreed:
 * @rate: a rate
 * @today: the day that is today
 *
 * A rate counts from the day it was agreed, with who agreed, to the day it lapses.
 *
 * Returns: whether anything may be counted with it
 */
gboolean
tambour_value_is_rate_agreed (TambourRate *rate,
                              TambourDate  today)
{
  if (!tambour_date_is_stated (rate->agreed_on) || rate->agreed_on.julian > today.julian)
    return FALSE;
  if (!is_written (rate->agreed_by) && rate->agreed_by_id.id == NULL)
    return FALSE;

  return !tambour_date_is_stated (rate->valid_until) || rate->valid_until.julian >= today.julian;
}

/**
 * tambour_value_find_rate:
 * @rates: (element-type TambourRate): of an account, by id
 * @code: what the rate is of
 * @today: the day that is today
 *
 * Returns: (transfer none) (nullable): the rate that was agreed last
 */
TambourRate *
tambour_value_find_rate (GPtrArray   *rates,
                         const char  *code,
                         TambourDate  today)
{
  TambourRate *found = NULL;

  for (guint i = 0; i < rates->len; i++)
    {
      TambourRate *rate = g_ptr_array_index (rates, i);

      if (g_strcmp0 (rate->code, code) == 0 && tambour_value_is_rate_agreed (rate, today) &&
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

/**
 * tambour_value_multiply:
 * @count: how much of it
 * @codes: the rates that it is multiplied by
 * @rates: (element-type TambourRate): of the account
 * @today: the day that is today
 *
 * Returns: the product, in minor units, or %NAN without one of the rates
 */
double
tambour_value_multiply (double              count,
                        const char * const *codes,
                        GPtrArray          *rates,
                        TambourDate         today)
{
  for (guint i = 0; codes[i] != NULL; i++)
    {
      TambourRate *rate = tambour_value_find_rate (rates, codes[i], today);

      count *= rate ? amount_of (rate) : NAN;
    }

  return count;
}

/* Returns: (transfer full) (nullable): the codes, if there is nothing else and at least one */
static GStrv
dup_codes (JsonNode *node)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (codes, json_node_get_string (element));
    }

  return g_strv_builder_end (codes);
}

/**
 * tambour_value_recompute:
 * @entry: an entry
 * @rates: (element-type TambourRate): of the account
 * @today: the day that is today
 *
 * Multiplies anew what the entry's inputs say, `{"count": 16.5, "rates":
 * ["outage_hour"]}`, with the rates of today.
 *
 * Returns: the gross effect in minor units; %NAN when they do not say so much
 */
double
tambour_value_recompute (TambourValueEntry *entry,
                         GPtrArray         *rates,
                         TambourDate        today)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_auto(GStrv) codes = NULL;
  JsonNode *root, *count;

  if (entry->inputs == NULL || !json_parser_load_from_data (parser, entry->inputs, -1, NULL))
    return NAN;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NAN;

  count = json_object_get_member (json_node_get_object (root), "count");
  codes = dup_codes (json_object_get_member (json_node_get_object (root), "rates"));
  if (count == NULL || codes == NULL || !JSON_NODE_HOLDS_VALUE (count))
    return NAN;

  return tambour_value_multiply (json_node_get_double (count), (const char * const *) codes, rates, today);
}

/* --- classes -------------------------------------------------------------- */

/**
 * tambour_value_class_max_share:
 * @klass: what kind of effect
 *
 * All of it where an invoice or a count alone proves it, half where the effect is
 * shared, never above (METRICS.md M60).
 *
 * Returns: the most of it that may be counted, from 0 to 1
 */
double
tambour_value_class_max_share (TambourValueClass klass)
{
  switch (klass)
    {
    case TAMBOUR_VALUE_CLASS_COST_AVOIDED:
    case TAMBOUR_VALUE_CLASS_RETIRED_ITEMS:
    case TAMBOUR_VALUE_CLASS_FEWER_CASES:
      return 1;

    case TAMBOUR_VALUE_CLASS_UNQUANTIFIED:
      return 0;

    case TAMBOUR_VALUE_CLASS_DOWNTIME_AVOIDED:
    case TAMBOUR_VALUE_CLASS_FASTER_RESTORE:
    case TAMBOUR_VALUE_CLASS_TIME_SAVED:
    case TAMBOUR_VALUE_CLASS_RISK_REDUCED:
    case TAMBOUR_VALUE_CLASS_REVENUE_ENABLED:
    case TAMBOUR_VALUE_CLASS_LESS_OUTAGE:
    case TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS:
    case TAMBOUR_VALUE_CLASS_ISSUES_AVOIDED:
      return TAMBOUR_VALUE_SHARED;
    }

  g_return_val_if_reached (0);
}

/**
 * tambour_value_class_is_difference:
 * @klass: what kind of effect
 *
 * Returns: whether it is what was better than the year before
 */
gboolean
tambour_value_class_is_difference (TambourValueClass klass)
{
  return klass == TAMBOUR_VALUE_CLASS_LESS_OUTAGE || klass == TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS ||
         klass == TAMBOUR_VALUE_CLASS_FEWER_CASES;
}

/**
 * tambour_value_take_share:
 * @gross: an effect, in minor units
 * @share: from 0 to 1
 *
 * Returns: what of it counts, in minor units
 */
gint64
tambour_value_take_share (gint64 gross,
                          double share)
{
  return (gint64) floor (gross * share + 0.5);
}

/* --- entries -------------------------------------------------------------- */

static gboolean
has_day (const TambourValueFrame *frame,
         TambourDate              day)
{
  return day.julian >= frame->from.julian && day.julian < frame->to.julian;
}

/**
 * tambour_value_is_accepted_in:
 * @entry: an entry
 * @frame: a period
 *
 * Returns: whether the customer accepted it in the period, by the cut-off
 */
gboolean
tambour_value_is_accepted_in (TambourValueEntry       *entry,
                              const TambourValueFrame *frame)
{
  if (entry->state != TAMBOUR_VALUE_STATE_ACCEPTED)
    return FALSE;
  if (tambour_instant_is_stated (entry->accepted_at))
    return entry->accepted_at.seconds >= frame->start.seconds && entry->accepted_at.seconds < frame->end.seconds &&
           entry->accepted_at.seconds <= frame->as_of.seconds;

  return has_day (frame, entry->on);
}

/* In the first agreement year there is no year before to be better than,
 * unless a baseline was agreed and dated. */
static gboolean
lacks_baseline (TambourValueEntry       *entry,
                const TambourValueFrame *frame)
{
  return tambour_value_class_is_difference (entry->class) && frame->first_year &&
         (entry->inputs == NULL || strstr (entry->inputs, "\"baseline_date\"") == NULL);
}

/* Why an accepted entry does not count; NULL if it does. */
static const char *
refusal_of (TambourValueEntry       *entry,
            const TambourValueFrame *frame)
{
  if (entry->class == TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
    return N_("Not quantified");
  if (entry->gross.minor == TAMBOUR_NO_COUNT)
    return N_("Without a rate, or without source data");
  if (isnan (entry->share) || entry->share < 0 || entry->share > 1)
    return N_("Without an agreed share between 0 and 100%");
  if (entry->share > tambour_value_class_max_share (entry->class))
    return N_("More than half of an effect in which others have a part");
  if (g_strcmp0 (entry->gross.currency, frame->currency) != 0)
    return N_("In another currency than the agreement");
  if (lacks_baseline (entry, frame))
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
gross_of (TambourValueEntry       *entry,
          GPtrArray               *rates,
          const TambourValueFrame *frame)
{
  double again = frame->is_earlier ? tambour_value_recompute (entry, rates, frame->today) : NAN;

  return isnan (again) ? entry->gross.minor : (gint64) floor (again + 0.5);
}

/**
 * tambour_value_count:
 * @entries: (element-type TambourValueEntry): of an account, by id
 * @rates: (element-type TambourRate): the same
 * @frame: a period
 *
 * Returns: (transfer full) (element-type TambourValueCount): those that were accepted
 *   in the period, in their order, with what counts of them or why nothing does
 */
GArray *
tambour_value_count (GPtrArray               *entries,
                     GPtrArray               *rates,
                     const TambourValueFrame *frame)
{
  g_autoptr(GHashTable) paid = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (TambourValueCount));

  for (guint i = 0; i < entries->len; i++)
    {
      TambourValueCount count = { g_ptr_array_index (entries, i), NULL, 0, 0 };

      if (!tambour_value_is_accepted_in (count.entry, frame))
        continue;

      count.refusal = refusal_of (count.entry, frame);
      if (count.refusal == NULL && is_counted_already (paid, count.entry))
        count.refusal = N_("Counted already for the same incident or project");
      if (count.refusal == NULL)
        {
          count.gross = gross_of (count.entry, rates, frame);
          count.counted = tambour_value_take_share (count.gross, count.entry->share);
        }
      g_array_append_val (counts, count);
    }

  return counts;
}

/**
 * tambour_value_waiting_reason:
 * @entry: an entry of a period
 * @frame: the period
 *
 * Returns: (transfer none) (nullable): N_() why it does not count (METRICS.md M63)
 */
const char *
tambour_value_waiting_reason (TambourValueEntry       *entry,
                              const TambourValueFrame *frame)
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

  return tambour_value_is_accepted_in (entry, frame) ? refusal_of (entry, frame) : N_("Not accepted within the period");
}

/* --- M62 ------------------------------------------------------------------ */

/**
 * tambour_value_prorate_fee:
 * @agreement: an agreement
 * @currency: the currency that is counted in
 * @from: the first day of a period
 * @to: the day after its last one
 *
 * Returns: what of its fee falls on the period by days, in minor units; %NAN for none,
 *   or in another currency
 */
double
tambour_value_prorate_fee (TambourAgreement *agreement,
                           const char       *currency,
                           TambourDate       from,
                           TambourDate       to)
{
  double first = MAX (agreement->start.julian, from.julian);
  double last = MIN (agreement->end.julian, to.julian - 1);

  if (agreement->fee.minor == TAMBOUR_NO_COUNT || !tambour_date_is_stated (agreement->start) ||
      !tambour_date_is_stated (agreement->end) || last < first || !g_str_equal (agreement->fee.currency, currency))
    return NAN;

  return agreement->fee.minor * (last - first + 1) / ((double) agreement->end.julian - agreement->start.julian + 1);
}

static gboolean
has_days (TambourAgreement *agreement,
          TambourDate       from,
          TambourDate       to)
{
  return tambour_date_is_stated (agreement->start) && tambour_date_is_stated (agreement->end) &&
         agreement->start.julian < to.julian && agreement->end.julian >= from.julian &&
         agreement->start.julian <= agreement->end.julian;
}

/**
 * tambour_value_fee_refusal:
 * @agreements: (element-type TambourAgreement): of an account
 * @currency: the currency that is counted in
 * @from: the first day of a period
 * @to: the day after its last one
 *
 * A fee that lacks a part would make the value look better than it is.
 *
 * Returns: (transfer none) (nullable): N_() why the fee of the period cannot be told
 */
const char *
tambour_value_fee_refusal (GPtrArray   *agreements,
                           const char  *currency,
                           TambourDate  from,
                           TambourDate  to)
{
  guint n = 0, n_without = 0;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);

      if (!has_days (agreement, from, to))
        continue;
      if (agreement->fee.minor != TAMBOUR_NO_COUNT && !g_str_equal (agreement->fee.currency, currency))
        return N_("The agreements of the period are in different currencies, which are not added");
      if (agreement->fee.minor == TAMBOUR_NO_COUNT)
        n_without++;
      else
        n++;
    }

  if (n == 0)
    return N_("No fee is stored for the period");

  return n_without > 0 ? N_("An agreement of the period has no fee") : NULL;
}

/**
 * tambour_value_sum_fee:
 * @agreements: (element-type TambourAgreement): of an account
 * @currency: the currency that is counted in
 * @from: the first day of a period
 * @to: the day after its last one
 *
 * Returns: the fee of the period, in minor units; %NAN if it cannot be told, see
 *   tambour_value_fee_refusal()
 */
double
tambour_value_sum_fee (GPtrArray   *agreements,
                       const char  *currency,
                       TambourDate  from,
                       TambourDate  to)
{
  double sum = 0;

  if (tambour_value_fee_refusal (agreements, currency, from, to) != NULL)
    return NAN;

  for (guint i = 0; i < agreements->len; i++)
    {
      double fee = tambour_value_prorate_fee (g_ptr_array_index (agreements, i), currency, from, to);

      if (!isnan (fee))
        sum += fee;
    }

  return sum;
}

/**
 * tambour_value_break_even:
 * @fee: the fee of a period
 * @full: the effects of it that count in full
 * @shared: the gross effects that are shared
 *
 * Returns: the share of the shared effects from which the fee is covered: at most 0 is
 *   "covered without shared effects", above 1 "not covered"; %NAN without shared effects
 */
double
tambour_value_break_even (double fee,
                          double full,
                          double shared)
{
  return shared > 0 ? (fee - full) / shared : NAN;
}
