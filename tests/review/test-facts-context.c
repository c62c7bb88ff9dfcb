/* test-facts-context.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

/* --- goals -------------------------------------------------------------------- */

static void
add_coverage (TestPortfolio *portfolio)
{
  test_portfolio_add (portfolio, "usage_sample", "licences", "metric", "licences", "on", "2026-01-01", "value", "1000", NULL);
  test_portfolio_add (portfolio, "usage_sample", "first", "metric", "users_protected", "on", "2026-01-01", "value", "780", NULL);
  test_portfolio_add (portfolio, "usage_sample", "last", "metric", "users_protected", "on", "2026-12-30", "value", "938", NULL);
}

/* The goal that is drawn beside protection, for one goal. */
static double
goal_of (const char *metric,
         const char *unit,
         const char *rule,
         const char *baseline,
         const char *result)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_coverage (portfolio);
  test_portfolio_add (portfolio, "goal", "g", "statement", "Get better", "metric", metric, "unit", unit, "rule", rule, "baseline",
                      baseline, "target", "95", "due", "2026-12-31", "status", "agreed", NULL);
  if (*result)
    test_portfolio_add (portfolio, "goal_reading", "r", "goal_id", "g", "on", "2026-12-30", "value", result, NULL);
  facts = test_portfolio_read_2026 (portfolio);

  return facts->usage.goal;
}

static void
test_goals (void)
{
  /* By its name, whatever its numbers are; or by its numbers, whatever its name is. */
  g_assert_cmpfloat_with_epsilon (goal_of ("users PROTECTED", "%", "reach", "", ""), 0.95, 1e-9);
  g_assert_cmpfloat_with_epsilon (goal_of ("users_protected", "%", "reach", "", ""), 0.95, 1e-9);
  g_assert_cmpfloat_with_epsilon (goal_of ("Laptops under guard", "%", "reach", "78", "94"), 0.95, 1e-9);

  g_assert_true (isnan (goal_of ("Calls answered", "%", "reach", "78", "90")));
  g_assert_true (isnan (goal_of ("Calls answered", "%", "reach", "60", "94")));
  g_assert_true (isnan (goal_of ("Calls answered", "%", "reach", "78", "")));
  g_assert_true (isnan (goal_of ("Share of users protected", "users", "reach", "", "")));
  g_assert_true (isnan (goal_of ("Share of users protected", "%", "at_most", "78", "94")));
}

/* --- rollouts ------------------------------------------------------------------ */

static void
add_planned (TestPortfolio *portfolio,
             const char    *title,
             const char    *start,
             const char    *end,
             const char    *state,
             const char    *maintenance)
{
  test_portfolio_add (portfolio, "planned_change", title, "title", title, "window_start", start, "window_end", end, "state", state,
                      "maintenance", maintenance, NULL);
}

static void
test_rollouts (void)
{
  static const char * const expected[] = { "before", "second", "first" };
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_planned (portfolio, "first", "2026-05-01T08:00:00Z", "2026-05-31T16:00:00Z", "done", "false");
  add_planned (portfolio, "second", "2026-03-01T08:00:00Z", "2026-03-08T08:00:00Z", "done", "false");
  add_planned (portfolio, "before", "2025-12-01T08:00:00Z", "2026-01-10T08:00:00Z", "done", "false");
  add_planned (portfolio, "a-night", "2026-06-01T20:00:00Z", "2026-06-02T04:00:00Z", "done", "false");
  add_planned (portfolio, "cancelled", "2026-07-01T08:00:00Z", "2026-07-31T16:00:00Z", "cancelled", "false");
  add_planned (portfolio, "maintenance", "2026-08-01T08:00:00Z", "2026-08-31T16:00:00Z", "done", "true");
  add_planned (portfolio, "next-year", "2027-01-10T08:00:00Z", "2027-02-10T16:00:00Z", "planned", "false");
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->usage.rollouts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_array_index (facts->usage.rollouts, TambourRolloutFact, i).title, ==, expected[i]);
}

/* --- the next audit -------------------------------------------------------------- */

static void
test_next_audit (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "audit", "past", "on", "2026-05-01", "status", "draft", NULL);
  test_portfolio_add (portfolio, "audit", "later", "on", "2027-06-01", "status", "draft", NULL);
  test_portfolio_add (portfolio, "engagement", "session", "title", "Audit", "kind", "audit_session", "status", "planned",
                      "planned_start", "2027-04-12T22:30:00Z", NULL);
  test_portfolio_add (portfolio, "engagement", "off", "title", "Audit", "kind", "audit_session", "status", "cancelled_us",
                      "planned_start", "2027-03-12T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "engagement", "call", "title", "Call", "kind", "cadence_call", "status", "planned",
                      "planned_start", "2027-02-12T10:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  /* The day in the account's zone. */
  g_assert_cmpuint (facts->audits.next_on.julian, ==, tambour_date_new (2027, 4, 13).julian);
}

/* --- orders ------------------------------------------------------------------------ */

static void
add_request (TestPortfolio *portfolio,
             const char    *title,
             const char    *accepted,
             const char    *release)
{
  g_autofree char *evidence = g_strconcat (title, "-evidence", NULL);
  g_autofree char *event = g_strconcat (title, "-event", NULL);

  test_portfolio_add (portfolio, "feature_request", title, "title", title, "status", "planned", "target_release", release, NULL);
  test_portfolio_add (portfolio, "fr_evidence", evidence, "request_id", title, "on", "2026-02-01", NULL);
  test_portfolio_add (portfolio, "fr_event", event, "request_id", title, "status", "planned", "at", accepted, NULL);
}

/* By the quarter that is planned, then by when it was accepted. */
static void
test_roadmap_order (void)
{
  static const char * const expected[] = { "soon", "early", "late", "without" };
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_request (portfolio, "without", "2026-03-01", "Some day");
  add_request (portfolio, "late", "2026-05-01", "Q1 2027");
  add_request (portfolio, "early", "2026-04-01", "Q1 2027");
  add_request (portfolio, "soon", "2026-06-01", "Q4 2026");
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->requests.requests->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_array_index (facts->requests.requests, TambourRequestFact, i).title, ==, expected[i]);
}

static void
add_insight (TestPortfolio *portfolio,
             const char    *title,
             const char    *severity,
             const char    *on)
{
  test_portfolio_add (portfolio, "insight", title, "title", title, "severity", severity, "seen_on", on, NULL);
}

/* Those acted on first, then the severest, then the newest. */
static void
test_insight_order (void)
{
  static const char * const expected[] = { "done", "severe", "new", "old" };
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_insight (portfolio, "old", "medium", "2026-02-01");
  add_insight (portfolio, "new", "medium", "2026-08-01");
  add_insight (portfolio, "severe", "high", "2026-03-01");
  add_insight (portfolio, "done", "low", "2026-01-10");
  test_portfolio_add (portfolio, "action_item", "action", "title", "x", "side", "us", "status", "done", "insight_id", "done", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->usage.insights->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_array_index (facts->usage.insights, TambourInsightFact, i).title, ==, expected[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/context/a-goal-belongs-to-its-figure", test_goals);
  g_test_add_func ("/facts/context/a-change-of-a-week-is-a-rollout", test_rollouts);
  g_test_add_func ("/facts/context/the-next-audit-is-the-first-planned", test_next_audit);
  g_test_add_func ("/facts/context/the-roadmap-is-in-the-order-of-its-quarters", test_roadmap_order);
  g_test_add_func ("/facts/context/insights-that-led-to-something-come-first", test_insight_order);

  return g_test_run ();
}
