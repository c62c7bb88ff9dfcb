/* test-facts-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

static TestPortfolio *portfolio;
static TambourFacts *facts;

static void
open_fixture (void)
{
  g_autofree char *records = test_shared_path ("tests/fixtures/varnholt.jsonl");
  g_autofree char *catalogue = test_shared_path ("tests/fixtures/varnholt-catalogue.json");
  g_autofree char *account = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(GError) error = NULL;

  portfolio = test_portfolio_new_from (records, catalogue);
  tambour_store_commit (portfolio->store, portfolio->change, &error);
  g_assert_no_error (error);
  g_clear_object (&portfolio->change);
  portfolio->change = tambour_change_new ("test", "Go on");

  accounts = tambour_store_list (portfolio->store, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 1);
  account = g_strdup (TAMBOUR_RECORD (g_ptr_array_index (accounts, 0))->id);
  facts = test_portfolio_read (portfolio, account, "2025-10-01", "2026-10-01", "2026-10-02T06:00:00Z");
}

static void
test_cover (void)
{
  g_assert_cmpstr (facts->account->name, ==, "Varnholt Maritime Group");
  g_assert_cmpstr (facts->plan_name, ==, "Platinum");
  g_assert_cmpstr (facts->sponsor->name, ==, "Marguerite Delacroix-Oyelaran");
  g_assert_cmpstr (facts->tam->name, ==, "Ines Okafor-Lindqvist");
  g_assert_cmpuint (facts->review_on.julian, ==, tambour_date_new (2026, 10, 14).julian);
  g_assert_true (facts->has_prior);
  g_assert_false (facts->part_year);
  g_assert_cmpuint (facts->p1_days->len, ==, 4);
  g_assert_cmpuint (g_array_index (facts->p1_days, TambourDate, 0).julian, ==, tambour_date_new (2025, 11, 6).julian);
}

static void
test_cases (void)
{
  static const gint64 P2[] = { 8, 7, 4, 6, 7, 5, 4, 4, 4, 4, 2, 3 };
  static const gint64 P3[] = { 10, 9, 6, 8, 8, 7, 7, 6, 6, 6, 5, 6 };

  test_assert_value (facts, "cases.opened", 146);
  test_assert_prior (facts, "cases.opened", 187);
  test_assert_value (facts, "cases.opened.p1", 4);
  test_assert_prior (facts, "cases.opened.p1", 9);
  test_assert_value (facts, "cases.opened.p2", 58);
  test_assert_prior (facts, "cases.opened.p2", 81);
  test_assert_value (facts, "cases.opened.p3", 84);
  test_assert_prior (facts, "cases.opened.p3", 97);
  test_assert_value (facts, "cases.opened.none", 0);
  test_assert_value (facts, "cases.open", 5);
  test_assert_value (facts, "cases.open.p2", 2);
  test_assert_value (facts, "cases.open.p3", 3);

  g_assert_cmpuint (facts->service.months->len, ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      TambourMonthFact *month = &g_array_index (facts->service.months, TambourMonthFact, i);

      g_assert_cmpint (month->opened[TAMBOUR_PRIORITY_P2]->now.n, ==, P2[i]);
      g_assert_cmpint (month->opened[TAMBOUR_PRIORITY_P3]->now.n, ==, P3[i]);
    }
}

static void
test_responses (void)
{
  test_assert_share (facts, "response.met", 143, 146);
  test_assert_prior_share (facts, "response.met", 176, 187);
  test_assert_share (facts, "response.met.p1", 4, 4);
  test_assert_prior_share (facts, "response.met.p1", 8, 9);
  test_assert_share (facts, "response.met.p2", 56, 58);
  test_assert_prior_share (facts, "response.met.p2", 75, 81);
  test_assert_share (facts, "response.met.p3", 83, 84);
  test_assert_prior_share (facts, "response.met.p3", 93, 97);
  test_assert_value (facts, "response.waiting", 0);
}

/* The lower middle of an even set, where the drawing takes the mean of both. */
static void
test_times (void)
{
  test_assert_value (facts, "resolve.median.p1", 145 / 60.0);
  test_assert_prior (facts, "resolve.median.p1", 170 / 60.0);
  test_assert_value (facts, "resolve.longest.p1", 250 / 60.0);
  test_assert_state (facts, "resolve.p90.p1", TAMBOUR_FACT_EMPTY);
  g_assert_cmpuint (facts->service.resolve[TAMBOUR_PRIORITY_P2].hours->len, ==, 56);
  g_assert_cmpuint (facts->service.resolve[TAMBOUR_PRIORITY_P3].hours->len, ==, 81);
  g_assert_cmpuint (facts->service.resolve_all.hours->len, ==, 141);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "resolve.median")->now.value / 24, 1.7, 0.05);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "resolve.median.p2")->now.value / 24, 1.6, 0.05);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "resolve.median.p3")->now.value / 24, 1.9, 0.05);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "resolve.p90.p2")->now.value / 24, 6.5, 0.05);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "resolve.p90.p3")->now.value / 24, 6.7, 0.05);
}

static void
test_causes (void)
{
  static const struct
  {
    const char *title;
    gint64 now, prior;
  } CAUSES[] = {
    { "Policy and configuration questions", 41, 38 },
    { "Roaming client connectivity", 29, 52 },
    { "Directory and identity sync", 24, 31 },
    { "Access and account administration", 19, 24 },
    { "Slow resolution", 14, 18 },
    { "Category disputes", 11, 13 },
    { "Service outage", 4, 9 },
    { "Other", 4, 2 },
  };

  g_assert_cmpuint (facts->service.causes->len, ==, G_N_ELEMENTS (CAUSES));
  for (guint i = 0; i < G_N_ELEMENTS (CAUSES); i++)
    {
      TambourCauseFact *cause = &g_array_index (facts->service.causes, TambourCauseFact, i);

      g_assert_cmpstr (cause->title, ==, CAUSES[i].title);
      g_assert_cmpint (cause->count->now.n, ==, CAUSES[i].now);
      g_assert_cmpint (cause->count->prior.n, ==, CAUSES[i].prior);
      g_assert_cmpint (cause->is_other, ==, i == 7);
    }
}

static void
test_continuity (void)
{
  TambourEscalationFact *first;

  test_assert_value (facts, "outage.hours", 11);
  test_assert_prior (facts, "outage.hours", 27.5);
  test_assert_value (facts, "escalations", 7);
  test_assert_prior (facts, "escalations", 13);
  test_assert_share (facts, "escalations.by_tam", 5, 7);
  test_assert_share (facts, "after_hours.notified", 31, 31);
  test_assert_share (facts, "after_hours.reviewed", 30, 31);
  test_assert_share (facts, "calls.held", 46, 48);
  test_assert_share (facts, "calls.roadmap_reviews", 4, 4);
  test_assert_share (facts, "actions.closed", 109, 118);
  test_assert_share (facts, "cases.stayed_closed", 136, 141);

  g_assert_cmpuint (facts->continuity.escalations->len, ==, 7);
  first = &g_array_index (facts->continuity.escalations, TambourEscalationFact, 0);
  g_assert_cmpstr (first->number, ==, "10231");
  g_assert_cmpstr (first->outcome, ==, "Forwarder pair replaced");
  g_assert_cmpint (first->raised_by, ==, TAMBOUR_RAISED_BY_TAM);
  g_assert_cmpfloat_with_epsilon (first->hours_to_escalate, 9 / 60.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->hours_to_resolve, 145 / 60.0, 1e-9);
}

static void
test_goals (void)
{
  static const double PROGRESS[] = { 1, 41 / 37.0, 14 / 11.0, 1, 16 / 17.0, 0 };

  test_assert_share (facts, "goals.met", 4, 6);
  test_assert_share (facts, "goals.nearly", 1, 6);
  test_assert_share (facts, "goals.missed", 1, 6);
  test_assert_share (facts, "commitments.kept", 7, 8);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (facts->goals.goals, TambourGoalFact, i).progress->now.value, PROGRESS[i], 1e-9);
  g_assert_false (g_array_index (facts->goals.commitments, TambourCommitmentFact, 7).kept);
  g_assert_nonnull (g_array_index (facts->goals.commitments, TambourCommitmentFact, 7).carried);
}

static void
test_usage (void)
{
  test_assert_value (facts, "usage.coverage", 0.94);
  test_assert_prior (facts, "usage.coverage", 0.78);
  test_assert_value (facts, "usage.coverage.start", 0.78);
  test_assert_value (facts, "usage.licences", 18400);
  test_assert_value (facts, "usage.protected", 17296);
  test_assert_value (facts, "usage.exposed", 1104);
  test_assert_value (facts, "usage.infected", 108);
  test_assert_prior (facts, "usage.infected", 372);
  test_assert_value (facts, "issues.avoided", 5);
  test_assert_prior (facts, "issues.avoided", 3);
  test_assert_value (facts, "issues.avoided.high", 2);
  g_assert_cmpuint (facts->usage.coverage->len, ==, 365);
  g_assert_cmpuint (facts->usage.n_days, ==, 361);
  g_assert_cmpuint (facts->usage.n_expected, ==, 365);
  g_assert_false (facts->usage.lacks_licences);
  g_assert_cmpfloat_with_epsilon (facts->usage.goal, 0.95, 1e-9);
  g_assert_cmpuint (facts->usage.rollouts->len, ==, 3);
  g_assert_cmpstr (g_array_index (facts->usage.rollouts, TambourRolloutFact, 0).title, ==, "Wave 1");
  g_assert_true (isnan (g_array_index (facts->usage.coverage, double, 134)));
  g_assert_cmpuint (facts->usage.groups->len, ==, 3);
  g_assert_cmpint (g_array_index (facts->usage.groups, TambourGroupFact, 0).count->now.value, ==, 610);
}

static void
test_audits (void)
{
  static const gint64 LEDGER[][4] = { { 3, 7, 7, 3 }, { 5, 11, 12, 4 }, { 3, 5, 7, 1 } };
  TambourSectionFact *last;

  test_assert_value (facts, "audit.score", 78);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "audit.score")->prior.value, 64, 0.5);
  test_assert_value (facts, "findings.start", 11);
  test_assert_value (facts, "findings.raised", 23);
  test_assert_value (facts, "findings.closed", 26);
  test_assert_value (facts, "findings.open", 8);
  g_assert_true (facts->audits.ledger.balances);
  for (guint i = 0; i < 3; i++)
    {
      TambourLedgerFact *ledger = &facts->audits.by_severity[i];

      g_assert_cmpint (ledger->start->now.n, ==, LEDGER[i][0]);
      g_assert_cmpint (ledger->raised->now.n, ==, LEDGER[i][1]);
      g_assert_cmpint (ledger->closed->now.n, ==, LEDGER[i][2]);
      g_assert_cmpint (ledger->open->now.n, ==, LEDGER[i][3]);
      g_assert_true (ledger->balances);
    }

  g_assert_cmpfloat (facts->audits.goal, ==, 75);
  g_assert_false (tambour_date_is_stated (facts->audits.next_on));
  g_assert_cmpuint (facts->audits.audits->len, ==, 4);
  g_assert_cmpuint (facts->audits.sections->len, ==, 6);
  last = &g_array_index (facts->audits.sections, TambourSectionFact, 5);
  g_assert_cmpstr (last->title, ==, "Resilience and failover");
  g_assert_cmpfloat_with_epsilon (last->scores[3], 61, 1e-9);
  g_assert_cmpfloat_with_epsilon (last->change, -3, 1e-9);
}

static void
test_value (void)
{
  test_assert_value (facts, "value", 12355200);
  test_assert_prior (facts, "value", 8690000);
  test_assert_value (facts, "value.fee", 8400000);
  test_assert_value (facts, "value.ratio", 123552 / 84000.0);
  test_assert_value (facts, "value.break_even", (84000 - 33392) / 180320.0);
  g_assert_cmpuint (facts->value.lines->len, ==, 5);
  g_assert_cmpuint (facts->value.not_counted->len, ==, 3);
  g_assert_cmpstr (facts->value.currency, ==, "EUR");
}

static void
test_forward (void)
{
  static const gint64 SCORES[] = { 7, 7, 5, 5, 4, 2, 2 };

  test_assert_value (facts, "requests.asked", 14);
  test_assert_value (facts, "requests.championed", 12);
  test_assert_value (facts, "requests.accepted", 7);
  test_assert_value (facts, "requests.shipped", 4);
  test_assert_prior (facts, "requests.asked", 12);
  test_assert_prior (facts, "requests.championed", 8);
  test_assert_prior (facts, "requests.accepted", 4);
  test_assert_prior (facts, "requests.shipped", 1);
  test_assert_share (facts, "learning.seats", 84, 96);
  test_assert_prior_share (facts, "learning.seats", 52, 70);
  test_assert_share (facts, "learning.practices", 11, 17);
  test_assert_share (facts, "learning.reading", 15, 24);
  test_assert_share (facts, "learning.webinars", 6, 9);
  test_assert_share (facts, "learning.events", 3, 4);
  test_assert_share (facts, "learning.early_access", 2, 3);
  test_assert_share (facts, "entitlements.audit", 2, 2);
  g_assert_cmpfloat_with_epsilon (tambour_facts_find (facts, "learning.rating")->now.value, 4.6, 0.05);

  g_assert_cmpuint (facts->plans.projects->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (g_array_index (facts->plans.projects, TambourProjectFact, i).score, ==, SCORES[i]);
  g_assert_cmpuint (facts->plans.decisions->len, ==, 3);
  g_assert_cmpuint (facts->plans.steps->len, ==, 5);
}

/* Every share can be counted again from its ids, every count is how many there are. */
static void
test_ids (void)
{
  for (guint i = 0; i < facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (facts->all, i);

      g_assert_nonnull (fact->name);
      g_assert_nonnull (fact->formula);
      g_assert_nonnull (fact->source);
      g_assert_true (fact->metric[0] == 'M');
      g_assert_true ((fact->now.state == TAMBOUR_FACT_NOT_MEASURED) == (fact->now.reason != NULL));
      g_assert_true (isnan (fact->now.value) == (fact->now.state != TAMBOUR_FACT_MEASURED));
      for (guint j = 0; j < fact->now.ids->len; j++)
        g_assert_nonnull (g_ptr_array_index (fact->now.ids, j));
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  open_fixture ();

  g_test_add_func ("/facts/fixture/the-cover-knows-who-and-when", test_cover);
  g_test_add_func ("/facts/fixture/cases-by-priority-and-month", test_cases);
  g_test_add_func ("/facts/fixture/first-responses-met-their-targets", test_responses);
  g_test_add_func ("/facts/fixture/times-to-resolve-take-the-lower-middle", test_times);
  g_test_add_func ("/facts/fixture/causes-are-ordered-with-other-last", test_causes);
  g_test_add_func ("/facts/fixture/escalations-and-continuity", test_continuity);
  g_test_add_func ("/facts/fixture/goals-and-commitments", test_goals);
  g_test_add_func ("/facts/fixture/usage-and-known-issues", test_usage);
  g_test_add_func ("/facts/fixture/audits-and-findings-balance", test_audits);
  g_test_add_func ("/facts/fixture/value-ratio-and-break-even", test_value);
  g_test_add_func ("/facts/fixture/requests-learning-and-plans", test_forward);
  g_test_add_func ("/facts/fixture/every-figure-says-where-it-comes-from", test_ids);
  result = g_test_run ();

  tambour_facts_free (facts);
  test_portfolio_free (portfolio);

  return result;
}
