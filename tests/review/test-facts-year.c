/* test-facts-year.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

static TambourGoalOutcome
outcome_of (const char *rule,
            const char *start,
            const char *target,
            const char *result,
            const char *of)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "goal", "g", "statement", "Get better", "rule", rule, "baseline", start, "baseline_of", of,
                      "target", target, "target_of", of, "due", "2026-12-31", "status", "agreed", NULL);
  if (*result)
    test_portfolio_add (portfolio, "goal_reading", "r", "goal_id", "g", "on", "2026-12-30", "value", result, "value_of", of, NULL);
  test_portfolio_add (portfolio, "goal_reading", "later", "goal_id", "g", "on", "2027-01-02", "value", "99", NULL);
  facts = test_portfolio_read_2026 (portfolio);
  g_assert_cmpuint (facts->goals.goals->len, ==, 1);

  return g_array_index (facts->goals.goals, TambourGoalFact, 0).outcome;
}

static void
test_goals (void)
{
  g_assert_cmpint (outcome_of ("reach", "0", "100", "100", ""), ==, TAMBOUR_GOAL_OUTCOME_MET);
  g_assert_cmpint (outcome_of ("reach", "0", "100", "99.9", ""), ==, TAMBOUR_GOAL_OUTCOME_NEARLY);
  g_assert_cmpint (outcome_of ("reach", "0", "100", "90", ""), ==, TAMBOUR_GOAL_OUTCOME_NEARLY);
  g_assert_cmpint (outcome_of ("reach", "0", "100", "89.9", ""), ==, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_assert_cmpint (outcome_of ("reach", "0.7", "0.8", "0.79", ""), ==, TAMBOUR_GOAL_OUTCOME_NEARLY);
  g_assert_cmpint (outcome_of ("at_most", "200", "100", "100", ""), ==, TAMBOUR_GOAL_OUTCOME_MET);
  g_assert_cmpint (outcome_of ("at_most", "200", "100", "111", ""), ==, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_assert_cmpint (outcome_of ("reach", "50", "50", "50", ""), ==, TAMBOUR_GOAL_OUTCOME_MET);
  g_assert_cmpint (outcome_of ("reach", "50", "50", "49", ""), ==, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_assert_cmpint (outcome_of ("at_most", "50", "60", "55", ""), ==, TAMBOUR_GOAL_OUTCOME_MET);
  g_assert_cmpint (outcome_of ("keep_all", "8", "", "9", "9"), ==, TAMBOUR_GOAL_OUTCOME_MET);
  g_assert_cmpint (outcome_of ("keep_all", "5", "", "8", "9"), ==, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_assert_cmpint (outcome_of ("keep_all", "9", "", "8", "9"), ==, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_assert_cmpint (outcome_of ("reach", "0", "100", "", ""), ==, TAMBOUR_GOAL_OUTCOME_NOT_MEASURED);
}

static void
add_commitment (TestPortfolio *portfolio,
                const char    *id,
                const char    *due,
                const char    *status,
                const char    *settled)
{
  test_portfolio_add (portfolio, "commitment", id, "text", id, "side", "us", "made_on", "2025-12-01", "due", due,
                      "status", status, "settled_on", settled, NULL);
}

static void
test_commitments (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_commitment (portfolio, "on-the-day", "2026-03-01", "kept", "2026-03-01");
  add_commitment (portfolio, "a-day-late", "2026-03-01", "kept", "2026-03-02");
  add_commitment (portfolio, "late", "2026-04-01", "late", "2026-05-01");
  add_commitment (portfolio, "withdrawn", "2026-05-01", "withdrawn", "2026-04-01");
  add_commitment (portfolio, "open", "2026-12-31", "open", "");
  add_commitment (portfolio, "next-year", "2027-01-01", "kept", "2026-12-01");
  add_commitment (portfolio, "last-year", "2025-12-31", "kept", "2025-12-30");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "commitments.kept", 1, 5);
  g_assert_cmpuint (facts->goals.commitments->len, ==, 5);
  g_assert_cmpstr (g_array_index (facts->goals.commitments, TambourCommitmentFact, 0).text, ==, "on-the-day");
}

static void
add_call (TestPortfolio *portfolio,
          const char    *id,
          const char    *status,
          const char    *start)
{
  test_portfolio_add (portfolio, "engagement", id, "title", "Call", "kind", "cadence_call", "status", status, "planned_start", start,
                      NULL);
}

static void
test_calls (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_call (portfolio, "held", "held", "2026-03-01T10:00:00Z");
  add_call (portfolio, "by-us", "cancelled_us", "2026-03-08T10:00:00Z");
  add_call (portfolio, "by-them", "cancelled_them", "2026-03-15T10:00:00Z");
  add_call (portfolio, "nobody", "no_show", "2026-03-22T10:00:00Z");
  add_call (portfolio, "forgotten", "planned", "2026-03-29T10:00:00Z");
  test_portfolio_add (portfolio, "contact", "boss", "name", "Boss", "role", "exec_sponsor", NULL);
  test_portfolio_add (portfolio, "attendance", "there", "engagement_id", "held", "contact_id", "boss", NULL);
  test_portfolio_add (portfolio, "action_item", "done", "title", "x", "side", "us", "status", "done", "due", "2026-03-05",
                      "done_at", "2026-03-05T22:30:00Z", "engagement_id", "held", NULL);
  test_portfolio_add (portfolio, "action_item", "open", "title", "y", "side", "us", "status", "open", "due", "2026-03-05",
                      "engagement_id", "held", NULL);
  test_portfolio_add (portfolio, "action_item", "late", "title", "z", "side", "us", "status", "done", "due", "2026-03-05",
                      "done_at", "2026-03-05T23:00:00Z", "engagement_id", "held", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "calls.held", 1, 5);
  test_assert_value (facts, "calls.not_held.us", 1);
  test_assert_value (facts, "calls.not_held.customer", 1);
  test_assert_value (facts, "calls.not_held.no_show", 1);
  test_assert_state (facts, "calls.roadmap_reviews", TAMBOUR_FACT_EMPTY);
  test_assert_value (facts, "calls.executive", 1);
  test_assert_share (facts, "actions.closed", 2, 3);
  test_assert_share (facts, "actions.on_time.us", 1, 3);
  test_assert_state (facts, "actions.on_time.customer", TAMBOUR_FACT_EMPTY);
}

static void
add_sample (TestPortfolio *portfolio,
            const char    *id,
            const char    *metric,
            const char    *on,
            const char    *value)
{
  test_portfolio_add (portfolio, "usage_sample", id, "metric", metric, "on", on, "value", value, NULL);
}

/* A missing day stays missing, and the figure is that of the last day with data. */
static void
test_coverage (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_sample (portfolio, "l1", "licences", "2026-01-01", "100");
  add_sample (portfolio, "l2", "licences", "2026-06-01", "200");
  add_sample (portfolio, "p1", "users_protected", "2026-01-01", "80");
  add_sample (portfolio, "p3", "users_protected", "2026-01-03", "82");
  add_sample (portfolio, "p4", "users_protected", "2026-11-30", "150");
  add_sample (portfolio, "p5", "users_protected", "2027-01-02", "199");
  add_sample (portfolio, "d1", "infected_devices", "2026-01-31", "3");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "usage.coverage.start", 0.8);
  test_assert_value (facts, "usage.coverage", 0.75);
  test_assert_value (facts, "usage.exposed", 50);
  g_assert_cmpuint (facts->usage.n_days, ==, 3);
  g_assert_true (isnan (g_array_index (facts->usage.coverage, double, 1)));
  g_assert_cmpuint (facts->usage.last_day.julian, ==, tambour_date_new (2026, 11, 30).julian);
  test_assert_value (facts, "usage.infected", 3);
  test_assert_value (facts, "usage.infected.month.2026-01", 3);
  test_assert_state (facts, "usage.infected.month.2026-02", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "usage.requests", TAMBOUR_FACT_NOT_MEASURED);
}

static void
add_insight (TestPortfolio *portfolio,
             const char    *id,
             const char    *seen_on,
             const char    *state)
{
  test_portfolio_add (portfolio, "insight", id, "title", id, "seen_on", seen_on, "state", state, NULL);
}

/* What was dismissed was never raised, also when something was done about it. */
static void
test_insights (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_insight (portfolio, "done", "2026-03-01", "raised");
  add_insight (portfolio, "open", "2026-03-02", "raised");
  add_insight (portfolio, "before", "2025-03-02", "raised");
  add_insight (portfolio, "dismissed", "2026-03-03", "dismissed");
  test_portfolio_add (portfolio, "action_item", "a1", "title", "x", "side", "us", "status", "done", "due", "2026-04-01",
                      "done_at", "2026-04-01T10:00:00Z", "insight_id", "done", NULL);
  test_portfolio_add (portfolio, "action_item", "a2", "title", "y", "side", "us", "status", "done", "due", "2026-04-01",
                      "done_at", "2026-04-01T10:00:00Z", "insight_id", "dismissed", NULL);
  test_portfolio_add (portfolio, "action_item", "a3", "title", "z", "side", "us", "status", "open", "due", "2026-04-01",
                      "insight_id", "open", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "usage.insights", 1, 2);
  g_assert_cmpuint (facts->usage.insights->len, ==, 2);
}

static void
add_answer (TestPortfolio *portfolio,
            const char    *audit,
            const char    *key,
            const char    *revision,
            const char    *severity,
            const char    *answer)
{
  g_autofree char *id = g_strconcat (audit, "-", key, NULL);

  test_portfolio_add (portfolio, "audit_answer", id, "audit_id", audit, "item_id", key, "item_key", key, "revision", revision, "section", "All",
                      "severity", severity, "answer", answer, NULL);
}

/* High 5, medium 3, low 1; not applicable and not verified are left out; the
 * change takes the items that are the same in both.
 */
static void
test_audit (void)
{
  static const char * const ITEMS[] = { "a", "b", "c", "d", "e" };
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "audit_template", "list", "name", "Checklist", "version", "1", NULL);
  for (guint i = 0; i < 5; i++)
    test_portfolio_add (portfolio, "template_item", ITEMS[i], "template_id", "list", "item_key", ITEMS[i], "text", "Is it so?", NULL);
  test_portfolio_add (portfolio, "audit", "then", "title", "Audit", "template_id", "list", "on", "2025-06-01", "status", "final", NULL);
  test_portfolio_add (portfolio, "audit", "now", "title", "Audit", "template_id", "list", "on", "2026-06-01", "status", "final", NULL);
  test_portfolio_add (portfolio, "audit", "draft", "title", "Audit", "template_id", "list", "on", "2026-12-01", "status", "draft", NULL);
  add_answer (portfolio, "then", "a", "1", "high", "gap");
  add_answer (portfolio, "then", "b", "1", "medium", "met");
  add_answer (portfolio, "then", "c", "1", "low", "met");
  add_answer (portfolio, "now", "a", "1", "high", "met");
  add_answer (portfolio, "now", "b", "2", "medium", "partial");
  add_answer (portfolio, "now", "c", "1", "low", "gap");
  add_answer (portfolio, "now", "d", "1", "high", "na");
  add_answer (portfolio, "now", "e", "1", "high", "not_verified");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "audit.score", 6.5 / 9 * 100);
  test_assert_share (facts, "audit.verified", 3, 4);
  test_assert_value (facts, "audit.change", 5 / 6.0 * 100 - 1 / 6.0 * 100);
  test_assert_value (facts, "audit.count", 1);
  g_assert_cmpuint (facts->audits.audits->len, ==, 2);
}

static void
add_finding (TestPortfolio *portfolio,
             const char    *id,
             const char    *raised,
             const char    *closed,
             const char    *status)
{
  test_portfolio_add (portfolio, "finding", id, "title", id, "severity", "high", "raised_on", raised, "closed_on", closed,
                      "status", status, NULL);
}

static void
test_ledger (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_finding (portfolio, "old", "2025-06-01", "", "open");
  add_finding (portfolio, "closed-before", "2025-06-01", "2025-12-31", "fixed");
  add_finding (portfolio, "closed-first-day", "2025-06-01", "2026-01-01", "fixed");
  add_finding (portfolio, "accepted", "2026-02-01", "2026-03-01", "accepted");
  add_finding (portfolio, "closed-after", "2026-02-01", "2027-01-02", "fixed");
  add_finding (portfolio, "wrong", "2026-02-01", "", "invalid");
  add_finding (portfolio, "lived-with", "2026-02-02", "", "accepted");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "findings.start", 2);
  test_assert_value (facts, "findings.raised", 3);
  test_assert_value (facts, "findings.closed", 2);
  test_assert_value (facts, "findings.accepted", 2);
  test_assert_value (facts, "findings.open", 3);
  g_assert_true (facts->audits.ledger.balances);
  g_assert_cmpuint (facts->audits.open->len, ==, 3);
  g_assert_true (g_array_index (facts->audits.open, TambourFindingFact, 2).accepted);
  g_clear_pointer (&facts, tambour_facts_free);

  add_finding (portfolio, "fixed-some-day", "2026-02-01", "", "fixed");
  facts = test_portfolio_read_2026 (portfolio);
  g_assert_false (facts->audits.ledger.balances);
}

static void
add_agreement (TestPortfolio *portfolio,
               const char    *id,
               const char    *start,
               const char    *end,
               const char    *fee)
{
  test_portfolio_add (portfolio, "agreement", id, "title", id, "start", start, "end", end, "fee", fee, "plan_id", "platinum", NULL);
}

static void
add_value (TestPortfolio *portfolio,
           const char    *id,
           const char    *class,
           const char    *gross,
           const char    *share,
           const char    *state,
           const char    *accepted)
{
  test_portfolio_add (portfolio, "value_entry", id, "title", id, "class", class, "on", "2026-12-01", "gross", gross, "share", share,
                      "state", state, "accepted_at", accepted, NULL);
}

/* A line that got worse is negative; without a sum, in another currency, not
 * accepted or accepted later, it is listed and not counted.
 */
static void
test_value (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "2025-07-01", "2026-06-30", "36500.00 EUR");
  add_agreement (portfolio, "a2", "2026-07-01", "2027-06-30", "73000.00 EUR");
  add_value (portfolio, "good", "less_outage", "1000.01 EUR", "0.5", "accepted", "2026-12-02T00:00:00Z");
  add_value (portfolio, "worse", "fewer_cases", "-300.00 EUR", "1", "accepted", "2026-12-02T00:00:00Z");
  add_value (portfolio, "no-rate", "retired_items", "", "1", "accepted", "2026-12-02T00:00:00Z");
  add_value (portfolio, "dollars", "retired_items", "10.00 USD", "1", "accepted", "2026-12-02T00:00:00Z");
  add_value (portfolio, "above", "retired_items", "10.00 EUR", "1.5", "accepted", "2026-12-02T00:00:00Z");
  add_value (portfolio, "waiting", "retired_items", "10.00 EUR", "1", "proposed", "");
  add_value (portfolio, "later", "retired_items", "10.00 EUR", "1", "accepted", "2027-01-01T00:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "value", 50001 - 30000);
  test_assert_value (facts, "value.gross", 100001 - 30000);
  g_assert_cmpuint (facts->value.not_counted->len, ==, 5);
  test_assert_value (facts, "value.fee", 181 * 10000 + 184 * 20000);
  test_assert_value (facts, "value.break_even", (5490000 + 30000) / 100001.0);
}

static void
test_recomputed (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "2025-01-01", "2025-12-31", "1000.00 EUR");
  add_agreement (portfolio, "a2", "2026-01-01", "2026-12-31", "1000.00 EUR");
  test_portfolio_add (portfolio, "rate", "r1", "code", "outage_hour", "title", "Hour", "amount", "100.00 EUR", "agreed_on", "2025-12-01", "agreed_by", "Finance", NULL);
  test_portfolio_add (portfolio, "rate", "r2", "code", "outage_hour", "title", "Hour", "amount", "150.00 EUR", "agreed_on", "2026-12-01", "agreed_by", "Finance", NULL);
  test_portfolio_add (portfolio, "rate", "r3", "code", "hours", "title", "Hours", "number", "2", "agreed_on", "2026-12-01", "agreed_by", "Finance", NULL);
  test_portfolio_add (portfolio, "value_entry", "then", "title", "Less outage", "class", "less_outage", "on", "2025-12-31",
                      "gross", "1000.00 EUR", "share", "0.5", "state", "accepted", "accepted_at", "2025-12-02T00:00:00Z",
                      "inputs", "{\"count\": 5, \"rates\": [\"hours\", \"outage_hour\"]}", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_state (facts, "value", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_prior (facts, "value", 5 * 2 * 15000 * 0.5);
  g_assert_cmpuint (facts->value.rates->len, ==, 2);
}

static void
test_entitlements (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a", "2026-01-01", "2026-12-31", "1000.00 EUR");
  test_portfolio_add (portfolio, "entitlement", "hours", "agreement_id", "a", "kind", "training_hour", "granted", "10", "period", "year", NULL);
  test_portfolio_add (portfolio, "entitlement_use", "u1", "entitlement_id", "hours", "on", "2026-01-01", "amount", "3", NULL);
  test_portfolio_add (portfolio, "entitlement_use", "u2", "entitlement_id", "hours", "on", "2026-12-31", "amount", "8", NULL);
  test_portfolio_add (portfolio, "entitlement_use", "u3", "entitlement_id", "hours", "on", "2027-01-01", "amount", "1", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "entitlements.training_hour", 11, 10);
  test_assert_state (facts, "entitlements.audit", TAMBOUR_FACT_NOT_MEASURED);
}

/* Nothing to be better than yet. */
static void
test_first_year (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a", "2026-01-01", "2026-12-31", "1000.00 EUR");
  add_value (portfolio, "difference", "less_outage", "1000.00 EUR", "0.5", "accepted", "2026-12-02T00:00:00Z");
  add_value (portfolio, "count", "retired_items", "10.00 EUR", "1", "accepted", "2026-12-02T00:00:00Z");
  test_portfolio_add (portfolio, "case", "c", "number", "c", "title", "c", "priority", "P2", "opened_at", "2026-02-01T10:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_false (facts->has_prior);
  g_assert_nonnull (facts->prior_reason);
  test_assert_value (facts, "value", 1000);
  g_assert_cmpint (tambour_facts_find (facts, "cases.opened")->prior.state, ==, TAMBOUR_FACT_NOT_MEASURED);
  g_assert_true (isnan (tambour_fact_change (tambour_facts_find (facts, "cases.opened"))));
}

static void
test_records_begin (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "2025-01-01", "2025-12-31", "1000.00 EUR");
  add_agreement (portfolio, "a2", "2026-01-01", "2026-12-31", "1000.00 EUR");
  test_portfolio_add (portfolio, "case", "c", "number", "c", "title", "c", "priority", "P2", "opened_at", "2026-02-01T10:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_true (facts->has_prior);
  g_assert_cmpint (tambour_facts_find (facts, "cases.opened")->prior.state, ==, TAMBOUR_FACT_NOT_MEASURED);
}

/* A year that still runs is reviewed in its last days; one that is over, after it. */
static void
test_the_day_of_the_review (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) running = NULL;
  g_autoptr(TambourFacts) over = NULL;

  add_agreement (portfolio, "a", "2026-01-01", "2026-12-31", "1000.00 EUR");
  test_portfolio_add (portfolio, "engagement", "last", "title", "Review", "kind", "ebr", "status", "held",
                      "planned_start", "2026-01-20T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "engagement", "this", "title", "Review", "kind", "ebr", "status", "planned",
                      "planned_start", "2026-12-30T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "engagement", "next", "title", "Review", "kind", "ebr", "status", "planned",
                      "planned_start", "2027-01-20T10:00:00Z", NULL);
  running = test_portfolio_read (portfolio, "acme", "2026-01-01", "2027-01-01", "2026-12-20T00:00:00Z");
  over = test_portfolio_read (portfolio, "acme", "2026-01-01", "2027-01-01", "2027-01-10T00:00:00Z");

  g_assert_cmpuint (running->review_on.julian, ==, tambour_date_new (2026, 12, 30).julian);
  g_assert_cmpuint (over->review_on.julian, ==, tambour_date_new (2027, 1, 20).julian);
}

/* Half a year is no year to compare with. */
static void
test_half_year_before (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a", "2025-07-01", "2026-12-31", "1000.00 EUR");
  facts = test_portfolio_read_2026 (portfolio);
  g_assert_false (facts->has_prior);
  g_assert_false (facts->first_year);
}

static void
test_part_year (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_agreement (portfolio, "a1", "2025-01-01", "2026-12-31", "1000.00 EUR");
  facts = test_portfolio_read (portfolio, "acme", "2026-01-01", "2026-04-01", "2026-05-01T00:00:00Z");
  g_assert_true (facts->part_year);
  g_assert_false (facts->has_prior);
  g_assert_cmpuint (facts->service.months->len, ==, 3);
  g_clear_pointer (&facts, tambour_facts_free);

  facts = test_portfolio_read (portfolio, "acme", "2024-02-29", "2025-02-28", "2026-05-01T00:00:00Z");
  g_assert_cmpuint (facts->earlier.from.julian, ==, tambour_date_new (2023, 2, 28).julian);
}

static void
assert_refused (TestPortfolio     *portfolio,
                const char        *account,
                const char        *from,
                const char        *to,
                TambourFactsError  code)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_catalogue_set_new_always (portfolio->catalogue);
  g_autoptr(GError) error = NULL;
  TambourDate first, last;
  TambourInstant as_of;

  g_assert_true (tambour_date_parse (from, &first));
  g_assert_true (tambour_date_parse (to, &last));
  g_assert_true (tambour_instant_parse ("2027-01-08T00:00:00Z", &as_of));
  g_assert_null (tambour_facts_new (portfolio->store, account, first, last, as_of, plans, NULL, &error));
  g_assert_error (error, TAMBOUR_FACTS_ERROR, (gint) code);
}

static void
test_refusals (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "account", "lost", "name", "Lost", "short_code", "LST", "report_tz", "Moon/Crater", NULL);
  facts = test_portfolio_read_2026 (portfolio);
  assert_refused (portfolio, "nobody", "2026-01-01", "2027-01-01", TAMBOUR_FACTS_ERROR_ACCOUNT);
  assert_refused (portfolio, "acme", "2026-01-01", "2026-01-01", TAMBOUR_FACTS_ERROR_PERIOD);
  assert_refused (portfolio, "acme", "2027-01-01", "2026-01-01", TAMBOUR_FACTS_ERROR_PERIOD);
  assert_refused (portfolio, "acme", "2028-01-01", "2029-01-01", TAMBOUR_FACTS_ERROR_PERIOD);
  assert_refused (portfolio, "lost", "2026-01-01", "2027-01-01", TAMBOUR_FACTS_ERROR_ZONE);
}

static void
add_project (TestPortfolio *portfolio,
             const char    *title,
             const char    *impact,
             const char    *effort,
             const char    *deadline)
{
  test_portfolio_add (portfolio, "project", title, "title", title, "impact", impact, "effort", effort, "status", "proposed", "year", "2027",
                      "deadline", deadline, "deadline_reason", *deadline ? "End of support" : "", NULL);
}

static void
test_rank (void)
{
  static const char * const ORDER[] = { "fixed", "best", "easy", "hard a", "hard b", "unscored" };
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_project (portfolio, "unscored", "", "", "");
  add_project (portfolio, "hard b", "4", "4", "");
  add_project (portfolio, "hard a", "4", "4", "");
  add_project (portfolio, "easy", "3", "2", "");
  add_project (portfolio, "best", "5", "1", "");
  add_project (portfolio, "fixed", "1", "5", "2027-03-31");
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->plans.projects->len, ==, G_N_ELEMENTS (ORDER));
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    g_assert_cmpstr (g_array_index (facts->plans.projects, TambourProjectFact, i).title, ==, ORDER[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/year/goals-are-met-nearly-or-missed", test_goals);
  g_test_add_func ("/facts/year/a-commitment-is-kept-on-its-day", test_commitments);
  g_test_add_func ("/facts/year/calls-not-held-say-by-whom", test_calls);
  g_test_add_func ("/facts/year/days-without-data-stay-without", test_coverage);
  g_test_add_func ("/facts/year/what-was-dismissed-was-never-raised", test_insights);
  g_test_add_func ("/facts/year/an-audit-is-weighed", test_audit);
  g_test_add_func ("/facts/year/a-ledger-that-fails-to-balance-says-so", test_ledger);
  g_test_add_func ("/facts/year/value-is-what-was-accepted", test_value);
  g_test_add_func ("/facts/year/last-years-value-takes-this-years-rates", test_recomputed);
  g_test_add_func ("/facts/year/more-can-be-used-than-was-granted", test_entitlements);
  g_test_add_func ("/facts/year/the-first-year-has-no-year-before", test_first_year);
  g_test_add_func ("/facts/year/the-day-of-the-review", test_the_day_of_the_review);
  g_test_add_func ("/facts/year/records-that-begin-later-are-no-zero", test_records_begin);
  g_test_add_func ("/facts/year/half-a-year-before-is-not-compared", test_half_year_before);
  g_test_add_func ("/facts/year/a-part-of-a-year-is-not-compared", test_part_year);
  g_test_add_func ("/facts/year/nonsense-is-refused", test_refusals);
  g_test_add_func ("/facts/year/projects-rank-below-deadlines", test_rank);

  return g_test_run ();
}
