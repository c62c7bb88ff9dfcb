/* test-overview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview-fixture.h"

static void
test_an_empty_account_has_nothing (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(TambourOverview) overview = NULL;

  /* What another account has is not this one's. */
  add_agreement (fixture, fixture->other, tambour_date_new (2026, 1, 1), tambour_date_new (2026, 12, 31));
  add_case (fixture, fixture->other, "1", 2, NAN);
  add_call (fixture, fixture->other, 3, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  add_call (fixture, fixture->other, -3, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);
  add_contact (fixture, fixture->other, "Somebody Else", TRUE);
  commit (fixture);

  overview = load (fixture, fixture->account);
  g_assert_true (overview->is_empty);
  g_assert_cmpint (overview->agreement.term, ==, TAMBOUR_TERM_NONE);
  g_assert_cmpuint (overview->meter->len, ==, 0);
  g_assert_cmpuint (overview->n_cases, ==, 0);
  g_assert_cmpuint (overview->n_goals, ==, 0);
  g_assert_cmpuint (overview->timeline->len, ==, 0);
  g_assert_cmpuint (overview->next->len, ==, 0);
  g_assert_cmpuint (overview->n_people, ==, 0);
  g_assert_cmpint (overview->named, ==, 0);
  g_assert_cmpint (overview->named_limit, ==, 5);

  /* Missing is missing, not nothing. */
  g_assert_null (overview->usage.metric);
  g_assert_true (isnan (overview->usage.latest));
  for (guint i = 0; i < TAMBOUR_OVERVIEW_WEEKS; i++)
    g_assert_true (isnan (overview->usage.weeks[i]));
  g_assert_cmpint (overview->health->level, ==, TAMBOUR_HEALTH_NONE);
}

static void
test_no_such_account_is_an_error (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_overview_load (fixture->store, "nobody", fixture->now, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

static void
test_a_renewal_in_eight_days (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(TambourOverview) before = NULL;
  g_autoptr(TambourOverview) after = NULL;
  TambourAgreement *agreement;

  add_agreement (fixture, fixture->account, tambour_date_new (2024, 12, 1), tambour_date_new (2025, 11, 30));
  agreement = add_agreement (fixture, fixture->account, tambour_date_new (2025, 12, 1), tambour_date_new (2026, 11, 30));
  agreement->notice_days = 60;
  commit (fixture);

  before = load (fixture, fixture->account);
  g_assert_cmpint (before->agreement.term, ==, TAMBOUR_TERM_CURRENT);
  g_assert_cmpint (before->agreement.days_left, ==, 8);
  g_assert_cmpfloat_with_epsilon (before->agreement.elapsed, 358 / 365.0, 1e-9);
  g_assert_null (before->agreement.renewal);
  g_assert_cmpuint (before->agreement.notice_by.julian, ==, tambour_date_new (2026, 10, 1).julian);

  add_agreement (fixture, fixture->account, tambour_date_new (2026, 12, 1), tambour_date_new (2027, 11, 30));
  commit (fixture);
  after = load (fixture, fixture->account);
  g_assert_cmpint (after->agreement.days_left, ==, 8);
  g_assert_nonnull (after->agreement.renewal);
  g_assert_cmpint (after->agreement.renewal_months, ==, 12);
}

static void
test_an_agreement_that_comes_or_is_over (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(TambourOverview) coming = NULL;
  g_autoptr(TambourOverview) ended = NULL;

  add_agreement (fixture, fixture->account, tambour_date_new (2026, 12, 1), tambour_date_new (2027, 11, 30));
  add_agreement (fixture, fixture->other, tambour_date_new (2025, 11, 1), tambour_date_new (2026, 10, 31));
  commit (fixture);

  coming = load (fixture, fixture->account);
  g_assert_cmpint (coming->agreement.term, ==, TAMBOUR_TERM_COMING);
  g_assert_cmpint (coming->agreement.days_left, ==, 8);
  g_assert_cmpfloat (coming->agreement.elapsed, ==, 0);

  ended = load (fixture, fixture->other);
  g_assert_cmpint (ended->agreement.term, ==, TAMBOUR_TERM_ENDED);
  g_assert_cmpint (ended->agreement.days_left, ==, 23);
  g_assert_cmpfloat (ended->agreement.elapsed, ==, 1);
}

static void
add_use (Fixture            *fixture,
         TambourEntitlement *line,
         TambourDate         on,
         gint64              amount)
{
  TambourEntitlementUse *use = add (fixture, fixture->account, TAMBOUR_TYPE_ENTITLEMENT_USE);

  use->entitlement_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (line)));
  use->on = on;
  use->amount = amount;
}

static void
test_what_was_bought_used_and_is_left (Fixture       *fixture,
                                       gconstpointer  data)
{
  TambourAgreement *agreement = add_agreement (fixture, fixture->account, tambour_date_new (2026, 1, 1), tambour_date_new (2026, 12, 31));
  TambourAgreement *old = add_agreement (fixture, fixture->account, tambour_date_new (2025, 1, 1), tambour_date_new (2025, 12, 31));
  TambourEntitlement *calls = add (fixture, fixture->account, TAMBOUR_TYPE_ENTITLEMENT);
  TambourEntitlement *more = add (fixture, fixture->account, TAMBOUR_TYPE_ENTITLEMENT);
  TambourEntitlement *before = add (fixture, fixture->account, TAMBOUR_TYPE_ENTITLEMENT);
  g_autoptr(TambourOverview) overview = NULL;
  const TambourOverviewMeter *line;

  calls->kind = more->kind = before->kind = TAMBOUR_ENTITLEMENT_KIND_TRAINING_HOUR;
  calls->granted = 16;
  more->granted = 4;
  before->granted = 100;
  calls->agreement_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (agreement)));
  before->agreement_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (old)));
  add_use (fixture, calls, tambour_date_new (2026, 3, 1), 3);
  add_use (fixture, more, tambour_date_new (2026, 4, 1), 2);
  add_use (fixture, calls, tambour_date_new (2025, 12, 31), 50);
  add_use (fixture, calls, tambour_date_new (2026, 11, 24), 50);
  add_use (fixture, before, tambour_date_new (2026, 4, 1), 50);
  commit (fixture);

  overview = load (fixture, fixture->account);
  g_assert_cmpuint (overview->meter->len, ==, 1);
  line = g_ptr_array_index (overview->meter, 0);
  g_assert_cmpint (line->granted, ==, 20);
  g_assert_cmpint (line->used, ==, 5);
  g_assert_cmpuint (line->ids->len, ==, 4);
}

static void
test_people_calls_and_last_contact (Fixture       *fixture,
                                    gconstpointer  data)
{
  TambourContact *ruth = add_contact (fixture, fixture->account, "Ruth Adeyemi", TRUE);
  TambourContact *marcus = add_contact (fixture, fixture->account, "Marcus Feld", TRUE);
  TambourContact *gone = add_contact (fixture, fixture->account, "Gone", TRUE);
  TambourContact *later = add_contact (fixture, fixture->account, "Later", TRUE);
  TambourEngagement *call;
  g_autoptr(TambourOverview) overview = NULL;
  const TambourOverviewPerson *first;

  ruth->role = TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR;
  marcus->influence = 5;
  gone->left_on = tambour_date_new (2026, 10, 1);
  later->named_from = tambour_date_new (2026, 12, 1);
  add_agreement (fixture, fixture->account, tambour_date_new (2026, 1, 1), tambour_date_new (2026, 12, 31));

  call = add_call (fixture, fixture->account, 19, TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  add_attendance (fixture, call, ruth);
  call = add_call (fixture, fixture->account, 40, TAMBOUR_ENGAGEMENT_KIND_EBR, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  add_attendance (fixture, call, ruth);
  call = add_call (fixture, fixture->account, 2, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW);
  add_attendance (fixture, call, ruth);
  add_call (fixture, fixture->account, 400, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  commit (fixture);

  overview = load (fixture, fixture->account);
  g_assert_cmpuint (overview->n_people, ==, 3);
  g_assert_cmpint (overview->named, ==, 2);
  g_assert_cmpint (overview->calls_held, ==, 1);
  g_assert_cmpint (overview->reviews_held, ==, 1);

  first = g_ptr_array_index (overview->people, 0);
  g_assert_cmpstr (first->contact->name, ==, "Ruth Adeyemi");
  g_assert_cmpint (first->last_contact.seconds, ==, days_ago (fixture, 19).seconds);
  first = g_ptr_array_index (overview->people, 1);
  g_assert_cmpstr (first->contact->name, ==, "Marcus Feld");
  g_assert_false (tambour_instant_is_stated (first->last_contact));

  g_assert_nonnull (overview->health);
}

static void
add_sample (Fixture    *fixture,
            const char *metric,
            const char *dimension,
            int         days,
            double      value)
{
  TambourUsageSample *sample = add (fixture, fixture->account, TAMBOUR_TYPE_USAGE_SAMPLE);

  sample->metric = g_strdup (metric);
  sample->dimension = g_strdup (dimension);
  sample->on = (TambourDate) { tambour_date_new (2026, 11, 23).julian - days };
  sample->value = value;
  TAMBOUR_RECORD (sample)->origin = TAMBOUR_ORIGIN_IMPORT;
  TAMBOUR_RECORD (sample)->created_at = days_ago (fixture, days);
}

static void
test_weeks_of_usage_with_gaps (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(TambourOverview) overview = NULL;
  const TambourOverviewUsage *usage;

  /* 23 November is a Monday: the last whole week ends on the 22nd. */
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, NULL, 1, 100);
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, NULL, 2, 300);
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, NULL, 0, 9999);
  add_sample (fixture, TAMBOUR_METRIC_BLOCKED, NULL, 1, 4);
  add_sample (fixture, TAMBOUR_METRIC_BLOCKED, NULL, 3, 50);
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, "north", 16, 10);
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, "south", 16, 20);
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, NULL, 112, 7);
  add_sample (fixture, TAMBOUR_METRIC_REQUESTS, NULL, 113, 7777);
  add_sample (fixture, TAMBOUR_METRIC_USERS_PROTECTED, NULL, 1, 5);
  commit (fixture);

  overview = load (fixture, fixture->account);
  usage = &overview->usage;
  g_assert_cmpstr (usage->metric, ==, TAMBOUR_METRIC_REQUESTS);
  g_assert_cmpuint (usage->first_week.julian, ==, tambour_date_new (2026, 8, 3).julian);
  g_assert_cmpfloat (usage->weeks[15], ==, 200);
  g_assert_true (isnan (usage->weeks[14]));
  g_assert_cmpfloat (usage->weeks[13], ==, 30);
  g_assert_cmpfloat (usage->weeks[0], ==, 7);
  g_assert_cmpfloat (usage->latest, ==, 200);
  g_assert_cmpuint (usage->latest_week.julian, ==, tambour_date_new (2026, 11, 16).julian);
  g_assert_cmpfloat_with_epsilon (usage->blocked, .04, 1e-9);
  g_assert_cmpuint (usage->imported_on.julian, ==, tambour_date_new (2026, 11, 22).julian);
  g_assert_cmpint (usage->origin, ==, TAMBOUR_ORIGIN_IMPORT);
}

static void
add_event (Fixture          *fixture,
           TambourCase      *of,
           TambourActor      actor,
           TambourEventKind  kind,
           double            days)
{
  TambourCaseEvent *event = add (fixture, fixture->account, TAMBOUR_TYPE_CASE_EVENT);

  event->case_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (of)));
  event->at = days_ago (fixture, days);
  event->actor = actor;
  event->kind = kind;
  event->public_update = TRUE;
}

static void
test_open_cases_and_their_clocks (Fixture       *fixture,
                                  gconstpointer  data)
{
  TambourCase *answered = add_case (fixture, fixture->account, "1", 5, NAN);
  TambourCase *waiting = add_case (fixture, fixture->account, "2", .1, NAN);
  g_autoptr(TambourCase) late = g_object_ref (add_case (fixture, fixture->account, "3", 6, NAN));
  g_autoptr(TambourOverview) overview = NULL;
  const TambourOverviewCase *shown;

  answered->first_response_at = days_ago (fixture, 4.9);
  add_event (fixture, answered, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_OPENED, 5);
  add_event (fixture, answered, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_OUR_MSG, 4.9);
  add_event (fixture, waiting, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_OPENED, .1);
  add_event (fixture, late, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_OPENED, 6);
  add_case (fixture, fixture->account, "4", 60, 50);
  add_case (fixture, fixture->account, "5", 6, NAN)->exclusion = TAMBOUR_CASE_EXCLUSION_TEST;
  commit (fixture);

  overview = load (fixture, fixture->account);
  g_assert_cmpuint (overview->n_cases, ==, 3);
  g_assert_cmpuint (overview->cases->len, ==, 3);

  shown = g_ptr_array_index (overview->cases, 0);
  g_assert_cmpstr (shown->record->number, ==, "3");
  g_assert_cmpint (shown->clock->state, ==, TAMBOUR_CLOCK_STATE_MISSED);
  shown = g_ptr_array_index (overview->cases, 1);
  g_assert_cmpstr (shown->record->number, ==, "2");
  g_assert_cmpint (shown->clock->state, ==, TAMBOUR_CLOCK_STATE_RUNNING);
  g_assert_cmpint (shown->clock->rule, ==, TAMBOUR_RULE_SAME_TIME);
  g_assert_cmpint (shown->clock->amount, ==, 1);
  shown = g_ptr_array_index (overview->cases, 2);
  g_assert_cmpstr (shown->record->number, ==, "1");
  g_assert_cmpint (shown->clock->state, ==, TAMBOUR_CLOCK_STATE_MET);

  /* A missed answer is a reason, and leads to its case. */
  {
    const TambourHealthPart *worst = g_ptr_array_index (overview->health->parts, 0);

    g_assert_cmpstr (worst->code, ==, "clocks");
    g_assert_cmpint (worst->reason, ==, TAMBOUR_HEALTH_CLOCKS_MISSED);
    g_assert_cmpuint (worst->ids->len, ==, 1);
    g_assert_cmpstr (g_ptr_array_index (worst->ids, 0), ==, tambour_record_get_id (TAMBOUR_RECORD (late)));
  }
}

static void
test_a_goal_whose_date_was_moved (Fixture       *fixture,
                                  gconstpointer  data)
{
  TambourGoal *goal = add (fixture, fixture->account, TAMBOUR_TYPE_GOAL);
  g_autoptr(TambourGoal) kept = g_object_ref (goal);
  g_autoptr(TambourOverview) before = NULL;
  g_autoptr(TambourOverview) after = NULL;
  TambourGoalReading *reading;
  const TambourGoalView *shown;

  goal->statement = g_strdup ("Guest Wi-Fi on its own policy");
  goal->status = TAMBOUR_GOAL_STATUS_ON_TRACK;
  goal->baseline = 0;
  goal->target = 100;
  goal->due = tambour_date_new (2026, 12, 1);
  reading = add (fixture, fixture->account, TAMBOUR_TYPE_GOAL_READING);
  reading->goal_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (goal)));
  reading->on = tambour_date_new (2026, 9, 30);
  reading->value = 40;
  commit (fixture);

  before = load (fixture, fixture->account);
  shown = g_ptr_array_index (before->goals, 0);
  g_assert_cmpint (shown->tag, ==, TAMBOUR_GOAL_TAG_ON_TRACK);
  g_assert_cmpfloat_with_epsilon (shown->progress, .4, 1e-9);
  g_assert_cmpfloat (shown->reading->value, ==, 40);

  kept->due = tambour_date_new (2027, 1, 15);
  kept->status = TAMBOUR_GOAL_STATUS_AT_RISK;
  tambour_change_put (fixture->change, TAMBOUR_RECORD (kept));
  commit (fixture);
  after = load (fixture, fixture->account);
  shown = g_ptr_array_index (after->goals, 0);
  g_assert_cmpint (shown->tag, ==, TAMBOUR_GOAL_TAG_SLIPPED);
  g_assert_cmpuint (shown->first_due.julian, ==, tambour_date_new (2026, 12, 1).julian);
}

static void
test_what_comes_next_is_in_order (Fixture       *fixture,
                                  gconstpointer  data)
{
  TambourAudit *audit = add (fixture, fixture->account, TAMBOUR_TYPE_AUDIT);
  g_autoptr(TambourOverview) overview = NULL;
  const TambourOverviewNext *next;

  audit->title = g_strdup ("Architecture audit");
  audit->on = tambour_date_new (2026, 12, 1);
  add_call (fixture, fixture->account, -20, TAMBOUR_ENGAGEMENT_KIND_EBR, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);
  add_call (fixture, fixture->account, .2, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);
  add_call (fixture, fixture->account, 3, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);
  add_call (fixture, fixture->account, -3, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US);
  commit (fixture);

  overview = load (fixture, fixture->account);
  g_assert_cmpuint (overview->next->len, ==, 3);
  next = g_ptr_array_index (overview->next, 0);
  g_assert_cmpuint (next->on.julian, ==, overview->today.julian);
  next = g_ptr_array_index (overview->next, 1);
  g_assert_true (TAMBOUR_IS_AUDIT (next->record));
  g_assert_true (isnan (next->last_score));
  g_assert_false (tambour_instant_is_stated (next->at));
  next = g_ptr_array_index (overview->next, 2);
  g_assert_cmpint (TAMBOUR_ENGAGEMENT (next->record)->kind, ==, TAMBOUR_ENGAGEMENT_KIND_EBR);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/overview/an-empty-account-has-nothing", test_an_empty_account_has_nothing);
  ADD ("/overview/no-such-account-is-an-error", test_no_such_account_is_an_error);
  ADD ("/overview/a-renewal-in-eight-days-is-agreed-or-not", test_a_renewal_in_eight_days);
  ADD ("/overview/an-agreement-comes-or-is-over", test_an_agreement_that_comes_or_is_over);
  ADD ("/overview/what-was-bought-is-used-and-left", test_what_was_bought_used_and_is_left);
  ADD ("/overview/people-have-a-last-contact", test_people_calls_and_last_contact);
  ADD ("/overview/weeks-of-usage-have-gaps", test_weeks_of_usage_with_gaps);
  ADD ("/overview/open-cases-have-their-clocks", test_open_cases_and_their_clocks);
  ADD ("/overview/a-goal-whose-date-was-moved-slipped", test_a_goal_whose_date_was_moved);
  ADD ("/overview/what-comes-next-is-in-order", test_what_comes_next_is_in_order);

  return g_test_run ();
}
