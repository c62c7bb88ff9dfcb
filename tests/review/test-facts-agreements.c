/* test-facts-agreements.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

/* A year whose agreements do not fit it; all amounts were computed by hand. */

static void
add_agreement (TestPortfolio *portfolio,
               const char    *id,
               const char    *plan,
               const char    *start,
               const char    *end,
               const char    *fee)
{
  test_portfolio_add (portfolio, "agreement", id, "title", id, "start", start, "end", end, "fee", fee, "plan_id", plan, NULL);
}

static void
add_gold (TestPortfolio *portfolio)
{
  test_portfolio_add (portfolio, "plan", "gold", "code", "gold", "name", "Gold", NULL);
}

/* A P2 case by phone, with a first response. */
static void
add_case (TestPortfolio *portfolio,
          const char    *id,
          const char    *opened,
          const char    *answer)
{
  g_autofree char *event = g_strconcat (id, "-answer", NULL);

  test_portfolio_add (portfolio, "case", id, "number", id, "title", id, "priority", "P2", "channel", "phone",
                      "opened_at", opened, NULL);
  test_portfolio_add (portfolio, "case_event", event, "case_id", id, "at", answer, "kind", "our_msg", "actor", "us",
                      "public_update", "true", NULL);
}

static void
add_line (TestPortfolio *portfolio,
          const char    *id,
          const char    *agreement,
          const char    *kind,
          const char    *granted,
          const char    *term)
{
  test_portfolio_add (portfolio, "entitlement", id, "agreement_id", agreement, "kind", kind, "granted", granted, "period", term, NULL);
}

static void
add_use (TestPortfolio *portfolio,
         const char    *id,
         const char    *line,
         const char    *on,
         const char    *amount)
{
  test_portfolio_add (portfolio, "entitlement_use", id, "entitlement_id", line, "on", on, "amount", amount, NULL);
}

static void
add_value (TestPortfolio *portfolio)
{
  test_portfolio_add (portfolio, "value_entry", "v", "title", "v", "class", "retired_items", "on", "2026-07-01", "gross", "1000.00 EUR",
                      "share", "1", "state", "accepted", "accepted_at", "2026-07-02T00:00:00Z", NULL);
}

static const TambourAgreementFact *
agreement_of (TambourFacts *facts,
              guint         i)
{
  g_assert_cmpuint (i, <, facts->value.agreements->len);

  return &g_array_index (facts->value.agreements, TambourAgreementFact, i);
}

static void
assert_reason (TambourFacts *facts,
               const char   *key,
               const char   *reason)
{
  const TambourFact *fact = tambour_facts_find (facts, key);

  g_assert_nonnull (fact);
  g_assert_cmpint (fact->now.state, ==, TAMBOUR_FACT_NOT_MEASURED);
  g_assert_cmpstr (fact->now.reason, ==, reason);
}

/* Who was left out of the response targets, and why. */
static const char *
reason_of (TambourFacts *facts,
           const char   *id)
{
  const TambourFact *fact = tambour_facts_find (facts, "response.met");

  for (guint i = 0; i < fact->now.excluded->len; i++)
    if (g_str_equal (g_array_index (fact->now.excluded, TambourExcluded, i).id, id))
      return g_array_index (fact->now.excluded, TambourExcluded, i).reason;

  return NULL;
}

/* --- tests ---------------------------------------------------------------- */

/* 181 of 365 days of Gold, then 184 of 365 of Platinum; ten hours keep Gold's promise of
 * sixteen, not Platinum's of eight. */
static void
test_plan_changed (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_gold (portfolio);
  add_agreement (portfolio, "a1", "gold", "2025-07-01", "2026-06-30", "36500.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-07-01", "2027-06-30", "73000.00 EUR");
  add_case (portfolio, "march", "2026-03-02T08:00:00Z", "2026-03-02T18:00:00Z");
  add_case (portfolio, "june", "2026-06-30T21:59:00Z", "2026-07-01T08:00:00Z");
  add_case (portfolio, "july", "2026-06-30T22:00:00Z", "2026-07-01T08:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "value.fee", 1810000 + 3680000);
  test_assert_share (facts, "response.met.p2", 2, 3);
  g_assert_cmpstr (facts->plan_name, ==, "Platinum");
  g_assert_cmpuint (facts->value.agreements->len, ==, 2);
  g_assert_cmpstr (agreement_of (facts, 0)->plan, ==, "Gold");
  g_assert_cmpuint (agreement_of (facts, 0)->days, ==, 181);
  g_assert_cmpuint (agreement_of (facts, 0)->all_days, ==, 365);
  g_assert_cmpfloat_with_epsilon (agreement_of (facts, 0)->counted, 1810000, 1e-6);
  g_assert_cmpuint (agreement_of (facts, 1)->from.julian, ==, tambour_date_new (2026, 7, 1).julian);
  g_assert_cmpuint (agreement_of (facts, 1)->to.julian, ==, tambour_date_new (2027, 1, 1).julian);
  g_assert_cmpuint (agreement_of (facts, 1)->days, ==, 184);
  g_assert_cmpuint (facts->uncovered_days, ==, 0);
  g_assert_false (facts->part_year);
}

/* 48 × 181/365 + 24 × 184/365 = 35.9 calls; 20 of an agreement of 365 days are 9.9 for 181. */
static void
test_entitlements (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_gold (portfolio);
  add_agreement (portfolio, "a1", "gold", "2025-07-01", "2026-06-30", "1.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-07-01", "2027-06-30", "1.00 EUR");
  add_line (portfolio, "c1", "a1", "call", "48", "year");
  add_line (portfolio, "c2", "a2", "call", "24", "year");
  add_line (portfolio, "t1", "a1", "training_hour", "20", "");
  add_line (portfolio, "q2", "a2", "audit", "1", "quarter");
  add_line (portfolio, "n1", "a1", "named_contact", "3", "year");
  add_line (portfolio, "n2", "a2", "named_contact", "5", "year");
  add_use (portfolio, "before", "c1", "2025-12-31", "100");
  add_use (portfolio, "first", "c1", "2026-01-01", "10");
  add_use (portfolio, "last", "c2", "2026-12-31", "5");
  add_use (portfolio, "after", "c2", "2027-01-01", "100");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "entitlements.call", 15, 36);
  test_assert_share (facts, "entitlements.training_hour", 0, 10);
  test_assert_share (facts, "entitlements.audit", 0, 2);
  test_assert_share (facts, "entitlements.named_contact", 0, 5);
  test_assert_state (facts, "entitlements.ebr", TAMBOUR_FACT_NOT_MEASURED);
}

/* From 15 March, 292 of 365 days. What was opened before had no plan. */
static void
test_began_late (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a", "platinum", "2026-03-15", "2027-03-14", "36500.00 EUR");
  add_case (portfolio, "before", "2026-02-02T08:00:00Z", "2026-02-02T09:00:00Z");
  add_case (portfolio, "within", "2026-04-01T08:00:00Z", "2026-04-01T09:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "value.fee", 2920000);
  test_assert_share (facts, "response.met", 1, 1);
  g_assert_cmpstr (reason_of (facts, "before"), ==, "No support plan was in force when the case was opened");
  g_assert_cmpuint (facts->uncovered_days, ==, 73);
  g_assert_true (facts->first_year);
  g_assert_true (facts->part_year);
  g_assert_false (facts->has_prior);
  g_assert_cmpstr (facts->prior_reason, ==, "First agreement year: no earlier figure to compare");
}

/* All 243 days lie in the year: the whole fee, and no more than that. */
static void
test_ended_early (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "platinum", "2025-01-01", "2025-12-31", "36500.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-01-01", "2026-08-31", "24300.00 EUR");
  add_value (portfolio);
  add_case (portfolio, "after", "2026-10-01T08:00:00Z", "2026-10-01T09:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "value.fee", 2430000);
  test_assert_value (facts, "value.ratio", 1000 / 24300.0);
  g_assert_cmpstr (TAMBOUR_RECORD (facts->agreement)->id, ==, "a2");
  g_assert_cmpstr (reason_of (facts, "after"), ==, "No support plan was in force when the case was opened");
  g_assert_cmpuint (facts->uncovered_days, ==, 122);
  g_assert_true (facts->part_year);
  g_assert_false (facts->first_year);
  g_assert_false (facts->has_prior);
  g_assert_cmpstr (facts->prior_reason, ==, "No agreement covers the whole period: it is not compared with a year");
}

/* A fortnight between two is no part of a year; two months are. 100 € a day. */
static void
test_gap (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TestPortfolio) longer = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourFacts) part = NULL;

  add_agreement (portfolio, "a1", "platinum", "2025-01-01", "2026-05-31", "51600.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-06-15", "2026-12-31", "20000.00 EUR");
  add_case (portfolio, "between", "2026-06-05T08:00:00Z", "2026-06-05T09:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);
  test_assert_value (facts, "value.fee", 1510000 + 2000000);
  test_assert_prior (facts, "value.fee", 3650000);
  g_assert_cmpstr (reason_of (facts, "between"), ==, "No support plan was in force when the case was opened");
  g_assert_cmpuint (facts->uncovered_days, ==, 14);
  g_assert_false (facts->part_year);
  g_assert_true (facts->has_prior);

  add_agreement (longer, "a1", "platinum", "2025-01-01", "2026-05-31", "51600.00 EUR");
  add_agreement (longer, "a2", "platinum", "2026-08-01", "2026-12-31", "15300.00 EUR");
  part = test_portfolio_read_2026 (longer);
  test_assert_value (part, "value.fee", 1510000 + 1530000);
  g_assert_cmpuint (part->uncovered_days, ==, 61);
  g_assert_true (part->part_year);
  g_assert_false (part->has_prior);
}

static void
test_gap_before (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "platinum", "2025-01-01", "2025-06-30", "18100.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-01-01", "2026-12-31", "36500.00 EUR");
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->uncovered_days, ==, 0);
  g_assert_false (facts->part_year);
  g_assert_false (facts->has_prior);
  g_assert_cmpstr (facts->prior_reason, ==, "No agreement covers the whole year before the period");
}

/* 182 of 366 days and 184 of 365, at 100 € a day; ten a year are ten in a year of 366 days. */
static void
test_leap_year (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TestPortfolio) february = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourFacts) leap_day = NULL;

  add_agreement (portfolio, "a1", "platinum", "2023-07-01", "2024-06-30", "36600.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2024-07-01", "2025-06-30", "36500.00 EUR");
  add_line (portfolio, "c1", "a1", "call", "10", "year");
  add_line (portfolio, "c2", "a2", "call", "10", "year");
  facts = test_portfolio_read (portfolio, "acme", "2024-01-01", "2025-01-01", "2025-01-08T12:00:00Z");
  test_assert_value (facts, "value.fee", 1820000 + 1840000);
  test_assert_share (facts, "entitlements.call", 0, 10);
  g_assert_cmpuint (agreement_of (facts, 0)->days, ==, 182);
  g_assert_cmpuint (facts->uncovered_days, ==, 0);
  g_assert_false (facts->part_year);

  add_agreement (february, "a", "platinum", "2024-02-29", "2025-02-28", "366.00 EUR");
  leap_day = test_portfolio_read (february, "acme", "2024-02-29", "2025-03-01", "2025-03-08T12:00:00Z");
  test_assert_value (leap_day, "value.fee", 36600);
  g_assert_cmpuint (agreement_of (leap_day, 0)->days, ==, 366);
}

static void
test_two_currencies (void)
{
  static const char REFUSED[] = "The agreements of the period are in different currencies, which are not added";
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "platinum", "2025-07-01", "2026-06-30", "36500.00 USD");
  add_agreement (portfolio, "a2", "platinum", "2026-07-01", "2027-06-30", "36500.00 EUR");
  add_value (portfolio);
  facts = test_portfolio_read_2026 (portfolio);

  assert_reason (facts, "value.fee", REFUSED);
  assert_reason (facts, "value.ratio", REFUSED);
  assert_reason (facts, "value.break_even", REFUSED);
  test_assert_value (facts, "value", 100000);
  g_assert_cmpuint (facts->value.fee->now.excluded->len, ==, 1);
  g_assert_cmpstr (g_array_index (facts->value.fee->now.excluded, TambourExcluded, 0).id, ==, "a1");
  g_assert_cmpfloat_with_epsilon (agreement_of (facts, 0)->counted, 1810000, 1e-6);
}

/* Half a fee would make the value twice what it is. */
static void
test_fee_missing (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "platinum", "2025-07-01", "2026-06-30", "36500.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-07-01", "2027-06-30", "");
  add_value (portfolio);
  facts = test_portfolio_read_2026 (portfolio);

  assert_reason (facts, "value.fee", "An agreement of the period has no fee");
  assert_reason (facts, "value.ratio", "An agreement of the period has no fee");
  g_assert_true (isnan (agreement_of (facts, 1)->counted));
}

/* A day that two agreements cover is covered once, and paid twice. */
static void
test_overlap (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "platinum", "2026-01-01", "2026-12-31", "36500.00 EUR");
  add_agreement (portfolio, "a2", "platinum", "2026-12-01", "2027-11-30", "36500.00 EUR");
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->uncovered_days, ==, 0);
  test_assert_value (facts, "value.fee", 3650000 + 310000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/agreements/each-case-has-the-promise-of-its-day", test_plan_changed);
  g_test_add_func ("/facts/agreements/what-is-granted-follows-the-days", test_entitlements);
  g_test_add_func ("/facts/agreements/one-that-began-late-is-a-part-of-a-year", test_began_late);
  g_test_add_func ("/facts/agreements/one-that-ended-early-is-not-extended", test_ended_early);
  g_test_add_func ("/facts/agreements/a-gap-has-no-promise-and-no-fee", test_gap);
  g_test_add_func ("/facts/agreements/a-gap-in-the-year-before-is-not-compared", test_gap_before);
  g_test_add_func ("/facts/agreements/a-leap-year-has-all-its-days", test_leap_year);
  g_test_add_func ("/facts/agreements/two-currencies-are-never-added", test_two_currencies);
  g_test_add_func ("/facts/agreements/a-missing-fee-is-no-zero", test_fee_missing);
  g_test_add_func ("/facts/agreements/a-day-of-two-agreements-is-one-day", test_overlap);

  return g_test_run ();
}
