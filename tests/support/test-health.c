/* test-health.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "health-fixture.h"

static void
test_nothing_known_is_no_health (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(TambourHealth) health = judge (fixture);

  g_assert_cmpint (health->level, ==, TAMBOUR_HEALTH_NONE);
  g_assert_true (isnan (health->score));
  g_assert_cmpfloat (health->weight, ==, 0);

  /* Every part is listed as missing, and none is 0. */
  g_assert_cmpuint (health->parts->len, ==, 9);
  for (guint i = 0; i < health->parts->len; i++)
    {
      const TambourHealthPart *part = g_ptr_array_index (health->parts, i);

      g_assert_true (isnan (part->value));
      g_assert_true (isnan (tambour_health_get_points (health, part)));
      g_assert_cmpuint (part->ids->len, ==, 0);
    }
}

static void
test_the_score_is_the_weighted_mean (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;
  double points = 0;

  add_stored (fixture, "cases", 3, 90, -1);
  add_stored (fixture, "goals", 1, 50, -1);
  add_stored (fixture, "sponsor", 2, 80, -1);
  health = judge (fixture);

  g_assert_cmpfloat (health->weight, ==, 6);
  g_assert_cmpfloat_with_epsilon (health->score, (3 * 90 + 50 + 2 * 80) / 6.0, 1e-9);
  for (guint i = 0; i < health->parts->len; i++)
    {
      double some = tambour_health_get_points (health, g_ptr_array_index (health->parts, i));

      points += isnan (some) ? 0 : some;
    }
  g_assert_cmpfloat_with_epsilon (points, health->score, 1e-9);

  /* What is missing comes last. */
  g_assert_false (isnan (((TambourHealthPart *) g_ptr_array_index (health->parts, 2))->value));
  g_assert_true (isnan (((TambourHealthPart *) g_ptr_array_index (health->parts, 3))->value));
}

static void
test_a_person_wins_over_what_is_computed (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;
  const TambourHealthPart *part;

  set_usual (fixture, 0, 1, 2);
  add_cases (fixture, TAMBOUR_PRIORITY_P2, 6);
  add_stored (fixture, "cases", 3, 40, -200);
  add_stored (fixture, "cases", 3, 90, -1);
  add_stored (fixture, "cases", 3, 10, 3);
  add_stored (fixture, "relationship", 1, 30, -1);
  health = judge (fixture);

  part = find_part (health, "cases");
  g_assert_true (part->is_manual);
  g_assert_cmpfloat (part->value, ==, 90);
  g_assert_cmpstr (part->record, ==, "health_component");
  g_assert_cmpuint (part->ids->len, ==, 1);
  g_assert_cmpstr (part->text, ==, "The tone of the last calls");

  part = g_ptr_array_index (health->parts, 0);
  g_assert_cmpstr (part->code, ==, "relationship");
  g_assert_cmpint (part->trend, ==, TAMBOUR_HEALTH_WORSE);
}

static void
test_bad_parts_add_up_to_a_risk (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(TambourHealth) good = NULL;
  g_autoptr(TambourHealth) attention = NULL;
  g_autoptr(TambourHealth) risk = NULL;

  add_stored (fixture, "clocks", 4, 100, -3);
  add_stored (fixture, "usage", 20, 100, -3);
  good = judge (fixture);
  g_assert_cmpint (good->level, ==, TAMBOUR_HEALTH_GOOD);

  add_stored (fixture, "cases", 3, 30, -2);
  attention = judge (fixture);
  g_assert_cmpint (attention->level, ==, TAMBOUR_HEALTH_ATTENTION);

  add_stored (fixture, "goals", 3, 30, -2);
  risk = judge (fixture);
  g_assert_cmpint (risk->level, ==, TAMBOUR_HEALTH_RISK);
  g_assert_cmpfloat (risk->score, >, 75);
}

static void
test_little_known_is_not_good (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(TambourHealth) little = NULL;
  g_autoptr(TambourHealth) bad = NULL;

  fixture->facts->has_actions = TRUE;
  little = judge (fixture);
  g_assert_cmpint (little->level, ==, TAMBOUR_HEALTH_NONE);
  g_assert_cmpfloat (little->score, ==, 100);

  /* What is bad is worth saying, however little else is known. */
  add_goal (fixture, TAMBOUR_GOAL_STATUS_MISSED, days_from_now (-5), .2);
  bad = judge (fixture);
  g_assert_cmpint (bad->level, ==, TAMBOUR_HEALTH_RISK);
}

/* --- its parts ------------------------------------------------------------ */

static void
test_more_cases_than_usual (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;
  const TambourHealthPart *part;

  set_usual (fixture, 0.1, 1.08, 2);
  add_cases (fixture, TAMBOUR_PRIORITY_P2, 3);
  add_cases (fixture, TAMBOUR_PRIORITY_P3, 2);
  health = judge (fixture);
  part = find_part (health, "cases");

  g_assert_cmpint (part->reason, ==, TAMBOUR_HEALTH_CASES_MORE);
  g_assert_cmpint (part->trend, ==, TAMBOUR_HEALTH_WORSE);
  g_assert_cmpint (part->priority, ==, TAMBOUR_PRIORITY_P2);
  g_assert_cmpint (part->count, ==, 3);
  g_assert_cmpfloat_with_epsilon (part->usual, 1.08, 1e-9);
  g_assert_cmpstr (part->record, ==, "case");
  g_assert_cmpuint (part->ids->len, ==, 3);
}

static void
test_as_many_cases_as_usual (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(TambourHealth) usual = NULL;
  g_autoptr(TambourHealth) fewer = NULL;

  set_usual (fixture, 0.1, 1, 5);
  add_cases (fixture, TAMBOUR_PRIORITY_P1, 1);
  add_cases (fixture, TAMBOUR_PRIORITY_P3, 5);
  usual = judge (fixture);
  g_assert_cmpint (find_part (usual, "cases")->reason, ==, TAMBOUR_HEALTH_CASES_USUAL);
  g_assert_cmpuint (find_part (usual, "cases")->ids->len, ==, 6);

  g_ptr_array_set_size (fixture->facts->recent_cases, 0);
  fewer = judge (fixture);
  g_assert_cmpint (find_part (fewer, "cases")->reason, ==, TAMBOUR_HEALTH_CASES_FEWER);
  g_assert_cmpint (find_part (fewer, "cases")->trend, ==, TAMBOUR_HEALTH_BETTER);
}

static void
test_a_first_year_knows_no_usual (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;

  add_cases (fixture, TAMBOUR_PRIORITY_P2, 30);
  health = judge (fixture);
  g_assert_cmpint (find_part (health, "cases")->reason, ==, TAMBOUR_HEALTH_CASES_UNKNOWN);
  g_assert_true (isnan (find_part (health, "cases")->value));
}

static void
test_an_outage_that_goes_on (Fixture       *fixture,
                             gconstpointer  data)
{
  TambourCase *outage = add (fixture->facts->open_cases, TAMBOUR_TYPE_CASE);
  g_autoptr(TambourHealth) fresh = NULL;
  g_autoptr(TambourHealth) missed = NULL;
  g_autoptr(TambourHealth) restored = NULL;

  outage->number = g_strdup ("4127");
  outage->priority = TAMBOUR_PRIORITY_P1;
  outage->opened_at = (TambourInstant) { fixture->now.seconds - TAMBOUR_HOUR };
  fresh = judge (fixture);
  g_assert_cmpint (find_part (fresh, "clocks")->reason, ==, TAMBOUR_HEALTH_OUTAGE_OPEN);
  g_assert_cmpstr (find_part (fresh, "clocks")->text, ==, "4127");
  g_assert_cmpint (fresh->level, ==, TAMBOUR_HEALTH_RISK);

  add_stored (fixture, "usage", 20, 100, -3);
  g_clear_pointer (&fresh, tambour_health_free);
  fresh = judge (fixture);
  g_assert_cmpint (fresh->level, ==, TAMBOUR_HEALTH_ATTENTION);

  add_clock (fixture, outage, TAMBOUR_CLOCK_STATE_MISSED);
  missed = judge (fixture);
  g_assert_cmpint (missed->level, ==, TAMBOUR_HEALTH_RISK);

  outage->restored_at = fixture->now;
  restored = judge (fixture);
  g_assert_cmpint (find_part (restored, "clocks")->reason, ==, TAMBOUR_HEALTH_CLOCKS_MISSED);
}

static void
test_missed_and_met_answers (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(TambourHealth) met = NULL;
  g_autoptr(TambourHealth) missed = NULL;
  const TambourHealthPart *part;

  add_cases (fixture, TAMBOUR_PRIORITY_P2, 3);
  TAMBOUR_CASE (g_ptr_array_index (fixture->facts->recent_cases, 0))->number = g_strdup ("1");
  for (guint i = 1; i < 3; i++)
    add_clock (fixture, g_ptr_array_index (fixture->facts->recent_cases, i), TAMBOUR_CLOCK_STATE_MET);
  add_clock (fixture, g_ptr_array_index (fixture->facts->recent_cases, 0), TAMBOUR_CLOCK_STATE_RUNNING);
  met = judge (fixture);
  part = find_part (met, "clocks");
  g_assert_cmpint (part->reason, ==, TAMBOUR_HEALTH_CLOCKS_MET);
  g_assert_cmpint (part->count, ==, 2);
  g_assert_cmpuint (part->ids->len, ==, 2);

  /* Two late clocks of one case are one case to look at. */
  add_clock (fixture, g_ptr_array_index (fixture->facts->recent_cases, 0), TAMBOUR_CLOCK_STATE_MISSED);
  add_clock (fixture, g_ptr_array_index (fixture->facts->recent_cases, 0), TAMBOUR_CLOCK_STATE_MISSED);
  missed = judge (fixture);
  part = find_part (missed, "clocks");
  g_assert_cmpint (part->reason, ==, TAMBOUR_HEALTH_CLOCKS_MISSED);
  g_assert_cmpint (part->count, ==, 2);
  g_assert_cmpint (part->of, ==, 4);
  g_assert_cmpuint (part->ids->len, ==, 1);
  g_assert_cmpstr (part->text, ==, "1");
  g_assert_cmpint (part->trend, ==, TAMBOUR_HEALTH_WORSE);
}

static void
test_goals_slip_and_are_missed (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(TambourHealth) on_track = NULL;
  g_autoptr(TambourHealth) slipped = NULL;
  g_autoptr(TambourHealth) missed = NULL;

  add_goal (fixture, TAMBOUR_GOAL_STATUS_ON_TRACK, days_from_now (40), .7);
  add_goal (fixture, TAMBOUR_GOAL_STATUS_MISSED, days_from_now (-20), .94);
  add_goal (fixture, TAMBOUR_GOAL_STATUS_MISSED, days_from_now (-200), .1);
  add_goal (fixture, TAMBOUR_GOAL_STATUS_DROPPED, days_from_now (-10), .1);
  on_track = judge (fixture);
  g_assert_cmpint (find_part (on_track, "goals")->reason, ==, TAMBOUR_HEALTH_GOALS_ON_TRACK);
  g_assert_cmpint (find_part (on_track, "goals")->count, ==, 2);

  add_goal (fixture, TAMBOUR_GOAL_STATUS_AT_RISK, days_from_now (50), .4);
  slipped = judge (fixture);
  g_assert_cmpint (find_part (slipped, "goals")->reason, ==, TAMBOUR_HEALTH_GOALS_SLIPPED);
  g_assert_cmpstr (find_part (slipped, "goals")->text, ==, "Guest Wi-Fi on its own policy");
  g_assert_cmpuint (find_part (slipped, "goals")->ids->len, ==, 1);

  /* Its day has passed and nobody has said what became of it. */
  add_goal (fixture, TAMBOUR_GOAL_STATUS_AGREED, days_from_now (-1), NAN);
  missed = judge (fixture);
  g_assert_cmpint (find_part (missed, "goals")->reason, ==, TAMBOUR_HEALTH_GOALS_MISSED);
  g_assert_cmpint (find_part (missed, "goals")->count, ==, 1);
}

static void
test_last_years_goals_are_no_news (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;

  add_goal (fixture, TAMBOUR_GOAL_STATUS_MISSED, days_from_now (-30), .2);
  fixture->facts->year_start = days_from_now (-20);
  health = judge (fixture);
  g_assert_cmpint (find_part (health, "goals")->reason, ==, TAMBOUR_HEALTH_GOALS_UNKNOWN);
}

static const struct
{
  double              now;
  TambourHealthReason reason;
  TambourHealthTrend  trend;
} usages[] = {
  { 106, TAMBOUR_HEALTH_USAGE_UP, TAMBOUR_HEALTH_BETTER },
  { 102, TAMBOUR_HEALTH_USAGE_SAME, TAMBOUR_HEALTH_STEADY },
  { 94, TAMBOUR_HEALTH_USAGE_DOWN, TAMBOUR_HEALTH_STEADY },
  { 60, TAMBOUR_HEALTH_USAGE_DOWN, TAMBOUR_HEALTH_WORSE },
};

static void
test_usage_against_the_month_before (Fixture       *fixture,
                                     gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (usages); i++)
    {
      g_autoptr(TambourHealth) health = NULL;
      const TambourHealthPart *part;

      g_array_set_size (fixture->facts->usage, 0);
      add_sample (fixture, "2026-09-30", 1000);
      add_sample (fixture, "2026-10-02", 90);
      add_sample (fixture, "2026-10-03", 110);
      add_sample (fixture, "2026-10-04", NAN);
      /* Two parts of one day are one day. */
      add_sample (fixture, "2026-11-03", usages[i].now / 2);
      add_sample (fixture, "2026-11-03", usages[i].now / 2);
      health = judge (fixture);
      part = find_part (health, "usage");

      g_assert_cmpint (part->reason, ==, usages[i].reason);
      g_assert_cmpint (part->trend, ==, usages[i].trend);
      g_assert_cmpfloat_with_epsilon (part->change, usages[i].now / 100 - 1, 1e-9);
      g_assert_cmpuint (part->date.julian, ==, tambour_date_new (2026, 10, 1).julian);
      g_assert_cmpuint (part->ids->len, ==, 4);
      g_assert_cmpstr (part->record, ==, "usage_sample");
    }
}

static void
test_usage_early_in_a_month_and_over_new_year (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;
  const TambourHealthPart *part;

  g_assert_true (tambour_instant_parse ("2027-01-03T12:00:00Z", &fixture->now));
  add_sample (fixture, "2026-11-10", 100);
  add_sample (fixture, "2026-12-10", 120);
  add_sample (fixture, "2027-01-02", 5);
  health = judge (fixture);
  part = find_part (health, "usage");
  g_assert_cmpfloat_with_epsilon (part->change, .2, 1e-9);
  g_assert_cmpuint (part->date.julian, ==, tambour_date_new (2026, 11, 1).julian);
}

static void
test_a_sponsor_who_is_met_or_not (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const struct
  {
    int days;
    TambourHealthReason reason;
    TambourHealthTrend trend;
  } calls[] = {
    { 19, TAMBOUR_HEALTH_SPONSOR_JOINED, TAMBOUR_HEALTH_BETTER },
    { 100, TAMBOUR_HEALTH_SPONSOR_JOINED, TAMBOUR_HEALTH_STEADY },
    { 150, TAMBOUR_HEALTH_SPONSOR_SILENT, TAMBOUR_HEALTH_WORSE },
  };
  g_autoptr(TambourHealth) nobody = judge (fixture);
  g_autoptr(TambourHealth) never = NULL;
  g_autoptr(TambourHealth) young = NULL;

  g_assert_cmpint (find_part (nobody, "sponsor")->reason, ==, TAMBOUR_HEALTH_SPONSOR_UNKNOWN);

  add (fixture->facts->sponsors, TAMBOUR_TYPE_CONTACT);
  never = judge (fixture);
  g_assert_cmpint (find_part (never, "sponsor")->reason, ==, TAMBOUR_HEALTH_SPONSOR_NEVER);
  g_assert_cmpstr (find_part (never, "sponsor")->record, ==, "contact");

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr(TambourHealth) health = NULL;

      g_clear_object (&fixture->facts->sponsor_call);
      fixture->facts->sponsor_call = TAMBOUR_ENGAGEMENT (tambour_record_new (TAMBOUR_TYPE_ENGAGEMENT, NULL));
      fixture->facts->sponsor_call->planned_start = (TambourInstant) { fixture->now.seconds - calls[i].days * TAMBOUR_DAY };
      health = judge (fixture);
      g_assert_cmpint (find_part (health, "sponsor")->reason, ==, calls[i].reason);
      g_assert_cmpint (find_part (health, "sponsor")->trend, ==, calls[i].trend);
      g_assert_cmpint (find_part (health, "sponsor")->count, ==, calls[i].days);
      g_assert_cmpuint (find_part (health, "sponsor")->date.julian, ==, days_from_now (-calls[i].days).julian);
    }

  /* Nobody can be met before the first call. */
  g_clear_object (&fixture->facts->sponsor_call);
  fixture->facts->since = days_from_now (-10);
  young = judge (fixture);
  g_assert_true (isnan (find_part (young, "sponsor")->value));
}

static TambourCommitment *
add_commitment (Fixture                 *fixture,
                TambourCommitmentStatus  status,
                int                      due,
                int                      settled)
{
  TambourCommitment *commitment = add (fixture->facts->commitments, TAMBOUR_TYPE_COMMITMENT);

  commitment->status = status;
  commitment->due = days_from_now (due);
  commitment->settled_on = days_from_now (settled);

  return commitment;
}

static void
test_promises_are_kept_on_time (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(TambourHealth) kept = NULL;
  g_autoptr(TambourHealth) broken = NULL;
  const TambourHealthPart *part;

  add_commitment (fixture, TAMBOUR_COMMITMENT_STATUS_KEPT, -5, -6);
  add_commitment (fixture, TAMBOUR_COMMITMENT_STATUS_OPEN, 0, 0);
  add_commitment (fixture, TAMBOUR_COMMITMENT_STATUS_WITHDRAWN, -5, 0);
  add_commitment (fixture, TAMBOUR_COMMITMENT_STATUS_LATE, -5, 0)->side = TAMBOUR_SIDE_CUSTOMER;
  kept = judge (fixture);
  g_assert_cmpint (find_part (kept, "commitments")->reason, ==, TAMBOUR_HEALTH_COMMITMENTS_KEPT);
  g_assert_cmpint (find_part (kept, "commitments")->of, ==, 1);

  /* Too late is not kept, whatever its status says. */
  add_commitment (fixture, TAMBOUR_COMMITMENT_STATUS_KEPT, -5, -2);
  add_commitment (fixture, TAMBOUR_COMMITMENT_STATUS_OPEN, -1, 0);
  broken = judge (fixture);
  part = find_part (broken, "commitments");
  g_assert_cmpint (part->reason, ==, TAMBOUR_HEALTH_COMMITMENTS_BROKEN);
  g_assert_cmpint (part->count, ==, 1);
  g_assert_cmpint (part->of, ==, 3);
  g_assert_cmpint (part->trend, ==, TAMBOUR_HEALTH_WORSE);
}

static void
test_actions_are_overdue (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(TambourHealth) health = NULL;
  const int due[] = { -1, -3, 0, 5 };

  fixture->facts->has_actions = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (due); i++)
    ((TambourActionItem *) add (fixture->facts->actions, TAMBOUR_TYPE_ACTION_ITEM))->due = days_from_now (due[i]);
  health = judge (fixture);

  g_assert_cmpint (find_part (health, "actions")->reason, ==, TAMBOUR_HEALTH_ACTIONS_OVERDUE);
  g_assert_cmpint (find_part (health, "actions")->count, ==, 2);
  g_assert_cmpuint (find_part (health, "actions")->ids->len, ==, 2);
}

static void
test_calls_keep_their_cadence (Fixture       *fixture,
                               gconstpointer  data)
{
  TambourCadence *cadence = add (fixture->facts->cadences, TAMBOUR_TYPE_CADENCE);
  TambourEngagement *call = TAMBOUR_ENGAGEMENT (tambour_record_new (TAMBOUR_TYPE_ENGAGEMENT, NULL));
  g_autoptr(TambourHealth) kept = NULL;
  g_autoptr(TambourHealth) late = NULL;

  cadence->title = g_strdup ("Fortnightly call");
  cadence->interval_days = 14;
  cadence->grace_days = 2;
  g_ptr_array_add (fixture->facts->last_calls, call);

  call->planned_start = (TambourInstant) { fixture->now.seconds - 16 * TAMBOUR_DAY };
  kept = judge (fixture);
  g_assert_cmpint (find_part (kept, "calls")->reason, ==, TAMBOUR_HEALTH_CALLS_KEPT);

  call->planned_start = (TambourInstant) { fixture->now.seconds - 17 * TAMBOUR_DAY };
  late = judge (fixture);
  g_assert_cmpint (find_part (late, "calls")->reason, ==, TAMBOUR_HEALTH_CALLS_LATE);
  g_assert_cmpint (find_part (late, "calls")->count, ==, 17);
  g_assert_cmpstr (find_part (late, "calls")->text, ==, "Fortnightly call");
}

static void
test_findings_without_an_audit_are_unknown (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(TambourHealth) unknown = judge (fixture);
  g_autoptr(TambourHealth) clean = NULL;
  g_autoptr(TambourHealth) open = NULL;

  g_assert_true (isnan (find_part (unknown, "findings")->value));

  fixture->facts->was_audited = TRUE;
  clean = judge (fixture);
  g_assert_cmpfloat (find_part (clean, "findings")->value, ==, 100);

  for (guint i = 0; i < 3; i++)
    ((TambourFinding *) add (fixture->facts->findings, TAMBOUR_TYPE_FINDING))->severity = TAMBOUR_SEVERITY_HIGH;
  add (fixture->facts->findings, TAMBOUR_TYPE_FINDING);
  open = judge (fixture);
  g_assert_cmpint (find_part (open, "findings")->count, ==, 3);
  g_assert_cmpint (find_part (open, "findings")->trend, ==, TAMBOUR_HEALTH_WORSE);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/health/nothing-known-is-no-health", test_nothing_known_is_no_health);
  ADD ("/health/the-score-is-the-weighted-mean", test_the_score_is_the_weighted_mean);
  ADD ("/health/a-person-wins-over-what-is-computed", test_a_person_wins_over_what_is_computed);
  ADD ("/health/bad-parts-add-up-to-a-risk", test_bad_parts_add_up_to_a_risk);
  ADD ("/health/little-known-is-not-good", test_little_known_is_not_good);
  ADD ("/health/more-cases-than-usual-ask-for-attention", test_more_cases_than_usual);
  ADD ("/health/as-many-cases-as-usual-do-not", test_as_many_cases_as_usual);
  ADD ("/health/a-first-year-knows-no-usual", test_a_first_year_knows_no_usual);
  ADD ("/health/an-outage-that-goes-on-comes-first", test_an_outage_that_goes_on);
  ADD ("/health/missed-and-met-answers-are-told-apart", test_missed_and_met_answers);
  ADD ("/health/goals-slip-and-are-missed", test_goals_slip_and_are_missed);
  ADD ("/health/last-years-goals-are-no-news", test_last_years_goals_are_no_news);
  ADD ("/health/usage-is-held-against-the-month-before", test_usage_against_the_month_before);
  ADD ("/health/usage-is-known-early-in-a-month", test_usage_early_in_a_month_and_over_new_year);
  ADD ("/health/a-sponsor-is-met-or-not", test_a_sponsor_who_is_met_or_not);
  ADD ("/health/promises-are-kept-on-time", test_promises_are_kept_on_time);
  ADD ("/health/actions-are-overdue", test_actions_are_overdue);
  ADD ("/health/calls-keep-their-cadence", test_calls_keep_their_cadence);
  ADD ("/health/findings-without-an-audit-are-unknown", test_findings_without_an_audit_are_unknown);

  return g_test_run ();
}
