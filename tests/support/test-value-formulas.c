/* test-value-formulas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-formulas.h"

#include "tambour-value-formula-text.h"

#define DAY 86400

/* A year of a customer in Greenwich. */
static TambourValueFrame
new_frame (int year)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  TambourValueFrame frame = { .from = tambour_date_new (year, 1, 1), .to = tambour_date_new (year + 1, 1, 1), .currency = "EUR" };

  frame.start = tambour_zone_start_of_day (zone, frame.from);
  frame.end = tambour_zone_start_of_day (zone, frame.to);
  frame.as_of = frame.end;
  frame.today = frame.to;

  return frame;
}

static TambourValueEntry *
add_entry (GPtrArray         *entries,
           TambourValueClass  klass,
           gint64             gross,
           double             share)
{
  TambourValueEntry *entry = TAMBOUR_VALUE_ENTRY (tambour_record_new (TAMBOUR_TYPE_VALUE_ENTRY, NULL));

  entry->class = klass;
  entry->on = tambour_date_new (2026, 6, 1);
  entry->gross.minor = gross;
  g_strlcpy (entry->gross.currency, "EUR", sizeof entry->gross.currency);
  entry->share = share;
  entry->state = TAMBOUR_VALUE_STATE_ACCEPTED;
  g_ptr_array_add (entries, entry);

  return entry;
}

static TambourRate *
add_rate (GPtrArray  *rates,
          const char *code,
          gint64      minor,
          double      number,
          int         month)
{
  TambourRate *rate = TAMBOUR_RATE (tambour_record_new (TAMBOUR_TYPE_RATE, NULL));

  g_set_str (&rate->code, code);
  rate->amount.minor = minor;
  rate->number = number;
  rate->agreed_on = tambour_date_new (2026, month, 1);
  g_set_str (&rate->agreed_by, "Finance");
  g_ptr_array_add (rates, rate);

  return rate;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static TambourValueState
random_state (void)
{
  return g_test_rand_int_range (0, TAMBOUR_VALUE_STATE_REJECTED + 1);
}

/* Whatever is in the ledger: only what was accepted counts, at most all of it, and the sum is
 * the sum of its lines.
 */
static void
test_counted_is_at_most_gross (void)
{
  TambourValueFrame frame = new_frame (2026);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(GPtrArray) entries = new_list ();
      g_autoptr(GPtrArray) rates = new_list ();
      g_autoptr(GArray) counts = NULL;
      guint n_accepted = 0;

      for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
        {
          TambourValueEntry *entry = add_entry (entries, g_test_rand_int_range (0, TAMBOUR_VALUE_CLASS_FEWER_CASES + 1),
                                                g_test_rand_int_range (0, 10000000), g_test_rand_double_range (-.2, 1.2));

          entry->state = random_state ();
          n_accepted += entry->state == TAMBOUR_VALUE_STATE_ACCEPTED;
        }

      counts = tambour_value_count (entries, rates, &frame);
      g_assert_cmpuint (counts->len, ==, n_accepted);
      for (guint i = 0; i < counts->len; i++)
        {
          TambourValueCount *count = &g_array_index (counts, TambourValueCount, i);

          g_assert_cmpint (count->entry->state, ==, TAMBOUR_VALUE_STATE_ACCEPTED);
          g_assert_true (count->refusal == NULL || (count->gross == 0 && count->counted == 0));
          g_assert_cmpint (count->counted, <=, count->gross);
          g_assert_cmpint (count->counted, >=, 0);
          if (count->refusal == NULL)
            g_assert_true (count->entry->share >= 0 && count->entry->share <= tambour_value_class_max_share (count->entry->class));
        }
    }
}

/* What got worse is below zero, and takes away. */
static void
test_what_got_worse_is_negative (void)
{
  TambourValueFrame frame = new_frame (2026);
  g_autoptr(GPtrArray) entries = new_list ();
  g_autoptr(GPtrArray) rates = new_list ();
  g_autoptr(GArray) counts = NULL;

  add_entry (entries, TAMBOUR_VALUE_CLASS_FEWER_CASES, -30001, .5);
  counts = tambour_value_count (entries, rates, &frame);
  g_assert_cmpint (g_array_index (counts, TambourValueCount, 0).counted, ==, -15000);
}

static void
test_one_incident_pays_once (void)
{
  TambourValueFrame frame = new_frame (2026);
  g_autoptr(GPtrArray) entries = new_list ();
  g_autoptr(GPtrArray) rates = new_list ();
  g_autoptr(GArray) counts = NULL;

  g_set_str (&add_entry (entries, TAMBOUR_VALUE_CLASS_FASTER_RESTORE, 100, .5)->incident_id.id, "i");
  g_set_str (&add_entry (entries, TAMBOUR_VALUE_CLASS_DOWNTIME_AVOIDED, 500, .5)->incident_id.id, "i");
  g_set_str (&add_entry (entries, TAMBOUR_VALUE_CLASS_TIME_SAVED, 700, .5)->project_id.id, "p");
  counts = tambour_value_count (entries, rates, &frame);
  g_assert_null (g_array_index (counts, TambourValueCount, 0).refusal);
  g_assert_nonnull (g_array_index (counts, TambourValueCount, 1).refusal);
  g_assert_null (g_array_index (counts, TambourValueCount, 2).refusal);
}

/* Accepted on the last day of the year is of the year, and after the cut-off not at all. */
static void
test_the_year_is_that_of_acceptance (void)
{
  TambourValueFrame frame = new_frame (2026);
  g_autoptr(GPtrArray) entries = new_list ();
  TambourValueEntry *entry = add_entry (entries, TAMBOUR_VALUE_CLASS_COST_AVOIDED, 100, 1);

  entry->accepted_at.seconds = frame.end.seconds - 1;
  g_assert_true (tambour_value_is_accepted_in (entry, &frame));
  entry->accepted_at.seconds = frame.end.seconds;
  g_assert_false (tambour_value_is_accepted_in (entry, &frame));
  entry->accepted_at.seconds = frame.start.seconds;
  g_assert_true (tambour_value_is_accepted_in (entry, &frame));
  frame.as_of.seconds = frame.start.seconds - DAY;
  g_assert_false (tambour_value_is_accepted_in (entry, &frame));
  g_assert_cmpstr (tambour_value_waiting_reason (entry, &frame), ==, "Not accepted within the period");
}

/* The last agreement by the day holds; without who agreed, or after it has lapsed, none. */
static void
test_rates_hold_from_agreement (void)
{
  g_autoptr(GPtrArray) rates = new_list ();
  TambourRate *old = add_rate (rates, "hour", 10000, NAN, 1);
  TambourRate *current = add_rate (rates, "hour", 15000, NAN, 6);

  g_assert_null (tambour_value_find_rate (rates, "hour", tambour_date_new (2025, 12, 31)));
  g_assert_true (tambour_value_find_rate (rates, "hour", tambour_date_new (2026, 5, 31)) == old);
  g_assert_true (tambour_value_find_rate (rates, "hour", tambour_date_new (2026, 6, 1)) == current);
  g_assert_null (tambour_value_find_rate (rates, "day", tambour_date_new (2026, 6, 1)));

  current->valid_until = tambour_date_new (2026, 8, 31);
  g_assert_true (tambour_value_find_rate (rates, "hour", tambour_date_new (2026, 8, 31)) == current);
  g_assert_true (tambour_value_find_rate (rates, "hour", tambour_date_new (2026, 9, 1)) == old);

  g_clear_pointer (&old->agreed_by, g_free);
  g_assert_null (tambour_value_find_rate (rates, "hour", tambour_date_new (2026, 9, 1)));
  g_set_str (&old->agreed_by_id.id, "ruth");
  g_assert_true (tambour_value_find_rate (rates, "hour", tambour_date_new (2026, 9, 1)) == old);
}

static void
assert_recomputed (const char *inputs,
                   double      expected)
{
  g_autoptr(GPtrArray) entries = new_list ();
  g_autoptr(GPtrArray) rates = new_list ();
  TambourValueEntry *entry = add_entry (entries, TAMBOUR_VALUE_CLASS_LESS_OUTAGE, 1, .5);
  double found;

  add_rate (rates, "hours", TAMBOUR_NO_COUNT, 2.5, 1);
  add_rate (rates, "hour", 6200, NAN, 1);
  g_set_str (&entry->inputs, inputs);
  found = tambour_value_recompute (entry, rates, tambour_date_new (2026, 12, 1));
  g_assert_true (isnan (expected) ? isnan (found) : fabs (found - expected) < 1e-6);
}

/* Inputs are text from outside: they say all of it, or nothing. */
static void
test_recomputed_from_inputs (void)
{
  assert_recomputed ("{\"count\": 264, \"rates\": [\"hours\", \"hour\"]}", 264 * 2.5 * 6200);
  assert_recomputed ("{\"count\": -3, \"rates\": [\"hour\"]}", -3 * 6200);
  assert_recomputed ("{\"count\": 3, \"rates\": [\"day\"]}", NAN);
  assert_recomputed ("{\"count\": 3, \"rates\": []}", NAN);
  assert_recomputed ("{\"count\": 3, \"rates\": [3]}", NAN);
  assert_recomputed ("{\"count\": [], \"rates\": [\"hour\"]}", NAN);
  assert_recomputed ("{\"rates\": [\"hour\"]}", NAN);
  assert_recomputed ("[]", NAN);
  assert_recomputed ("no more than a word", NAN);
  assert_recomputed (NULL, NAN);
}

/* The parts of a year are the fee of the year, wherever it is cut. */
static void
test_fees_add_up (void)
{
  g_autoptr(GPtrArray) agreements = new_list ();
  TambourAgreement *agreement = TAMBOUR_AGREEMENT (tambour_record_new (TAMBOUR_TYPE_AGREEMENT, NULL));
  TambourDate from = tambour_date_new (2026, 1, 1), to = tambour_date_new (2027, 1, 1);

  g_ptr_array_add (agreements, agreement);
  agreement->start = from;
  agreement->end.julian = to.julian - 1;
  agreement->fee.minor = 8400000;
  g_strlcpy (agreement->fee.currency, "EUR", sizeof agreement->fee.currency);

  for (guint round = 0; round < 100; round++)
    {
      TambourDate cut = { from.julian + g_test_rand_int_range (1, 365) };
      double first = tambour_value_sum_fee (agreements, "EUR", from, cut);
      double second = tambour_value_sum_fee (agreements, "EUR", cut, to);

      g_assert_cmpfloat_with_epsilon (first + second, 8400000, 1e-3);
      g_assert_true (first > 0 && second > 0);
    }

  g_assert_true (isnan (tambour_value_sum_fee (agreements, "USD", from, to)));
  g_assert_null (tambour_value_fee_refusal (agreements, "EUR", from, to));
  g_assert_nonnull (tambour_value_fee_refusal (agreements, "USD", from, to));
  g_assert_nonnull (tambour_value_fee_refusal (agreements, "EUR", to, (TambourDate) { to.julian + 1 }));
  g_assert_true (isnan (tambour_value_sum_fee (agreements, "EUR", to, (TambourDate) { to.julian + 1 })));
}

static void
test_break_even (void)
{
  g_assert_cmpfloat (tambour_value_break_even (84000, 33392, 180320), ==, (84000 - 33392) / 180320.0);
  g_assert_cmpfloat (tambour_value_break_even (100, 200, 50), <, 0);
  g_assert_cmpfloat (tambour_value_break_even (100, 20, 50), >, 1);
  g_assert_true (isnan (tambour_value_break_even (100, 200, 0)));
}

/* Half of what others have a part in, never more; nothing of what nobody can price. */
static void
test_shares_have_a_limit (void)
{
  for (guint klass = 0; klass <= TAMBOUR_VALUE_CLASS_FEWER_CASES; klass++)
    {
      double most = tambour_value_class_max_share (klass);
      gboolean is_proven = klass == TAMBOUR_VALUE_CLASS_COST_AVOIDED || klass == TAMBOUR_VALUE_CLASS_RETIRED_ITEMS ||
                           klass == TAMBOUR_VALUE_CLASS_FEWER_CASES;

      g_assert_cmpfloat (most, ==, klass == TAMBOUR_VALUE_CLASS_UNQUANTIFIED ? 0 : is_proven ? 1
                                                                                             : .5);
    }
}

static char *
mark_number (double value,
             guint  decimals)
{
  return g_strdup_printf ("<%.*f>", (int) decimals, value);
}

static char *
mark_money (TambourMoney money)
{
  return g_strdup_printf ("[%s %" G_GINT64_FORMAT "]", money.currency, money.minor);
}

static void
test_figures_of_a_formula_are_written_anew (void)
{
  static const char * const rows[][2] = {
    { "11 h × 12400.00 USD", "<11> h × [USD 1240000]" },
    { "(1627.5 − 11) h × 12400 EUR", "(<1627.5> − <11>) h × [EUR 1240000]" },
    { "(372 − 108) × 2.5 h × 6200 JPY", "(<372> − <108>) × <2.5> h × [JPY 6200]" },
    { "2 × 1.250 KWD", "<2> × [KWD 1250]" },
    { "71 port-months × €345", "<71> port-months × €345" },
    { "1.200 h × 12,400 EUR", "1.200 h × 12,400 EUR" },
    { "since 2026, by 3.5%", "since 2026, by 3.5%" },
    { "2026-11-03", "2026-11-03" },
    { "5 × hours_per_case × 3 EUROS", "<5> × hours_per_case × <3> EUROS" },
    { "", "" },
  };
  static const TambourFormulaWords words = { mark_number, mark_money };

  g_assert_null (tambour_value_write_formula (NULL, &words));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *written = tambour_value_write_formula (rows[i][0], &words);

      g_assert_cmpstr (written, ==, rows[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-formulas/counted-is-at-most-gross", test_counted_is_at_most_gross);
  g_test_add_func ("/value-formulas/what-got-worse-is-negative", test_what_got_worse_is_negative);
  g_test_add_func ("/value-formulas/one-incident-pays-once", test_one_incident_pays_once);
  g_test_add_func ("/value-formulas/the-year-is-that-of-acceptance", test_the_year_is_that_of_acceptance);
  g_test_add_func ("/value-formulas/rates-hold-from-agreement", test_rates_hold_from_agreement);
  g_test_add_func ("/value-formulas/recomputed-from-inputs", test_recomputed_from_inputs);
  g_test_add_func ("/value-formulas/fees-add-up", test_fees_add_up);
  g_test_add_func ("/value-formulas/break-even", test_break_even);
  g_test_add_func ("/value-formulas/shares-have-a-limit", test_shares_have_a_limit);
  g_test_add_func ("/value-formulas/figures-are-written-anew", test_figures_of_a_formula_are_written_anew);

  return g_test_run ();
}
