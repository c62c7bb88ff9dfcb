/* test-today.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo.h"
#include "tambour-test-sql.h"
#include "today-fixture.h"

static const TambourClockFacts *
get_clock (TambourToday *today,
           guint         i)
{
  g_assert_cmpuint (i, <, today->clocks->len);

  return g_ptr_array_index (today->clocks, i);
}

static TambourClockMeasure
measure_at (const TambourClockFacts *facts,
            const char              *at)
{
  TambourClockMeasure measure;

  tambour_clock_facts_measure (facts, today_instant (at), &measure);

  return measure;
}

static void
test_empty (TodayFixture  *self,
            gconstpointer  data)
{
  g_autoptr(TambourToday) today = today_load (self, "mira", TODAY_NOW);
  g_autofree char *since = tambour_instant_dup_text (today->since);

  g_assert_cmpuint (today->clocks->len, ==, 0);
  g_assert_cmpuint (today->arrivals->len, ==, 0);
  g_assert_cmpuint (today->calls->len, ==, 0);
  g_assert_cmpuint (today->work->len, ==, 0);
  g_assert_cmpuint (today->theirs->len, ==, 0);
  g_assert_cmpuint (today->coming->len, ==, 0);
  g_assert_cmpuint (today->n_urgent, ==, 0);
  g_assert_cmpuint (today->n_open_cases, ==, 0);
  g_assert_false (tambour_instant_is_stated (today->next_update));
  g_assert_cmpstr (since, ==, "2026-11-21T01:00:00Z");
}

/* Whoever looks, a clock counts down by itself once it is read. */
static void
test_nearly_due (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  const TambourClockFacts *facts;

  today_put (self, "contact", "dana", "name", "Dana Whitlock", "phone", "555 0142", "account_id", "kestrel", NULL);
  today_put (self, "case", "1", "number", "4127", "title", "Outage", "account_id", "kestrel", "priority", "P1",
             "channel", "phone", "reporter_id", "dana", "reporter_name", "D. Whitlock", "opened_at", "2026-11-23T16:51:00Z", NULL);
  today_put_event (self, "1", "opened", "2026-11-23T16:51:00Z", "actor", "customer", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  facts = get_clock (today, 0);
  g_assert_cmpstr (facts->number, ==, "4127");
  g_assert_cmpstr (facts->account_name, ==, "Kestrel Rail");
  g_assert_cmpstr (facts->zone, ==, "Europe/London");
  g_assert_cmpstr (facts->caller, ==, "Dana Whitlock");
  g_assert_cmpstr (facts->phone, ==, "555 0142");
  g_assert_cmpint (facts->channel, ==, TAMBOUR_CHANNEL_PHONE);
  g_assert_cmpint (facts->due.seconds, ==, today_instant ("2026-11-23T17:21:00Z").seconds);
  g_assert_nonnull (facts->reason);
  g_assert_cmpuint (today->n_urgent, ==, 1);

  g_assert_cmpint (measure_at (facts, TODAY_NOW).seconds, ==, 9 * 60);
  g_assert_cmpfloat_with_epsilon (measure_at (facts, TODAY_NOW).left, .3, 1e-9);
  g_assert_cmpint (measure_at (facts, "2026-11-23T17:20:59Z").state, ==, TAMBOUR_CLOCK_STATE_RUNNING);
  g_assert_cmpint (measure_at (facts, "2026-11-23T17:21:00Z").state, ==, TAMBOUR_CLOCK_STATE_MISSED);
  g_assert_cmpint (measure_at (facts, "2026-11-23T17:33:00Z").seconds, ==, -12 * 60);
  g_assert_cmpfloat (measure_at (facts, "2026-11-23T17:33:00Z").left, ==, 0);
  g_assert_true (tambour_clock_facts_is_urgent (facts, today_instant ("2026-11-23T17:33:00Z")));
}

/* Covered time, not time on the wall, says how much is left. */
static void
test_covered (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  TambourClockMeasure measure;

  today_put_case (self, "1", "kestrel", "P2", "portal", "2026-11-20T22:40:00Z");
  today = today_load (self, "mira", TODAY_NOW);
  measure = measure_at (get_clock (today, 0), TODAY_NOW);
  g_assert_cmpint (measure.seconds, ==, (5 * 60 + 28) * 60);
  g_assert_cmpfloat_with_epsilon (measure.left, 5.4667 / 25, 1e-3);
  g_assert_cmpfloat_with_epsilon (measure_at (get_clock (today, 0), "2026-11-22T20:00:00Z").left,
                                  measure_at (get_clock (today, 0), "2026-11-21T20:00:00Z").left, 1e-9);
  g_assert_cmpuint (today->n_urgent, ==, 0);
}

static void
test_paused (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  const TambourClockFacts *facts;
  TambourClockMeasure measure;

  today_put_case (self, "paused", "kestrel", "P2", "email", "2026-11-19T09:20:00Z");
  today_put_event (self, "paused", "paused", "2026-11-19T15:30:00Z", "actor", "us", "to", "waiting_customer",
                   "text", "At sea until Wednesday", "public_update", "true", NULL);
  today_put_case (self, "later", "kestrel", "P3", "email", "2026-11-23T16:00:00Z");
  today_put_case (self, "sooner", "kestrel", "P2", "email", "2026-11-23T14:00:00Z");

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_clocks (today), "sooner later paused");

  facts = get_clock (today, 2);
  measure = measure_at (facts, "2026-12-24T12:00:00Z");
  g_assert_cmpint (measure.state, ==, TAMBOUR_CLOCK_STATE_PAUSED);
  g_assert_cmpint (measure.seconds, ==, (17 * 60 + 50) * 60);
  g_assert_cmpfloat_with_epsilon (measure.left, 17.8333 / 24, 1e-3);
  g_assert_cmpstr (facts->pause_text, ==, "At sea until Wednesday");
  g_assert_cmpint (facts->paused_since.seconds, ==, today_instant ("2026-11-19T15:30:00Z").seconds);
  g_assert_false (tambour_instant_is_stated (facts->due));
}

/* One that was missed stays until the customer has been met. */
static void
test_missed (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(TambourToday) later = NULL;
  TambourClockMeasure measure;

  today_put_case (self, "unanswered", "kestrel", "P1", "phone", "2026-11-23T16:00:00Z");
  today_put_case (self, "met", "kestrel", "P1", "phone", "2026-11-23T15:00:00Z");
  today_put_event (self, "met", "our_msg", "2026-11-23T15:10:00Z", "actor", "us", "public_update", "true", NULL);
  today_put (self, "case", "late", "number", "9", "account_id", "kestrel", "priority", "P1", "channel", "phone",
             "opened_at", "2026-11-20T18:00:00Z", "first_response_at", "2026-11-20T18:42:00Z",
             "resolved_at", "2026-11-20T20:00:00Z", NULL);
  today_put_event (self, "late", "our_msg", "2026-11-20T18:42:00Z", "actor", "us", "public_update", "true", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_clocks (today), "unanswered late");
  g_assert_cmpuint (today->n_urgent, ==, 1);
  measure = measure_at (get_clock (today, 1), "2026-11-24T00:00:00Z");
  g_assert_cmpint (measure.state, ==, TAMBOUR_CLOCK_STATE_MISSED);
  g_assert_cmpint (measure.seconds, ==, -12 * 60);

  today_put (self, "engagement", "call", "title", "Weekly call", "kind", "cadence_call", "status", "held",
             "planned_start", "2026-11-23T16:30:00Z", "account_id", "kestrel", NULL);
  later = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_clocks (later), "unanswered");
}

static void
test_holiday (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(TambourToday) after = NULL;

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-23T17:00:00Z");
  today_put_case (self, "3", "kestrel", "P3", "email", "2026-11-23T17:00:00Z");
  today = today_load (self, "mira", TODAY_NOW);
  g_assert_cmpuint (today->holiday.julian, ==, tambour_date_new (2026, 11, 26).julian);
  g_assert_cmpuint (today->holiday_priorities, ==, 1u << TAMBOUR_PRIORITY_P2 | 1u << TAMBOUR_PRIORITY_P3);

  after = today_load (self, "mira", "2026-11-28T17:00:00Z");
  g_assert_cmpuint (after->holiday_priorities, ==, 0);
}

static const struct
{
  const char *id;
  const char *opened;
} arrivals[] = {
  { "friday-in-time", "2026-11-21T00:59:59Z" },
  { "friday-closing", "2026-11-21T01:00:00Z" },
  { "saturday", "2026-11-21T20:00:00Z" },
  { "monday-early", "2026-11-23T15:59:59Z" },
  { "monday-open", "2026-11-23T16:00:00Z" },
  { "long-ago", "2026-11-08T05:00:00Z" },
};

static void
test_after_hours (TodayFixture  *self,
                  gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  g_autofree char *since = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (arrivals); i++)
    today_put_case (self, arrivals[i].id, "kestrel", "P3", "email", arrivals[i].opened);
  today_put_case (self, "urgent", "kestrel", "P1", "email", "2026-11-22T05:00:00Z");
  today_put_case (self, "seen", "kestrel", "P2", "email", "2026-11-22T06:00:00Z");
  today_put (self, "acknowledgement", NULL, "case_id", "seen", "person_id", "tomas", "at", "2026-11-23T16:30:00Z", NULL);
  today_put_case (self, "notified", "kestrel", "P2", "email", "2026-11-22T07:00:00Z");
  today_put (self, "acknowledgement", NULL, "case_id", "notified", "person_id", "mira", "notified_at", "2026-11-22T07:05:00Z", NULL);
  today_put (self, "case", "spam", "number", "0", "title", "Spam", "account_id", "kestrel", "exclusion", "spam", "opened_at", "2026-11-22T08:00:00Z", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_arrivals (today), "urgent notified monday-early saturday friday-closing");
  since = tambour_instant_dup_text (today->since);
  g_assert_cmpstr (since, ==, "2026-11-21T01:00:00Z");
}

static void
test_answered (TodayFixture  *self,
               gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  const TambourTodayArrival *arrival;

  today_put (self, "case", "1", "number", "4120", "title", "Export stops", "account_id", "kestrel", "priority", "P3",
             "opened_at", "2026-11-21T03:32:00Z", "first_response_at", "2026-11-22T20:15:00Z", "owner_id", "mira", NULL);
  today_put_event (self, "1", "our_msg", "2026-11-21T03:33:00Z", "actor", "system", "automatic", "true", "from", "Robot", NULL);
  today_put_event (self, "1", "our_msg", "2026-11-22T20:15:00Z", "actor", "us", "public_update", "true", "from", "Global Support", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  g_assert_cmpuint (today->arrivals->len, ==, 1);
  arrival = g_ptr_array_index (today->arrivals, 0);
  g_assert_cmpstr (arrival->answered_by, ==, "Global Support");
  g_assert_cmpstr (arrival->owner, ==, "Mira Solberg");
  g_assert_true (arrival->is_mine);
  g_assert_false (tambour_instant_is_stated (arrival->solved_at));

  {
    g_autoptr(TambourToday) before = today_load (self, "tomas", "2026-11-21T18:00:00Z");

    g_assert_cmpuint (before->arrivals->len, ==, 0);
  }
  {
    g_autoptr(TambourToday) before = today_load (self, NULL, "2026-11-21T18:00:00Z");

    arrival = g_ptr_array_index (before->arrivals, 0);
    g_assert_false (tambour_instant_is_stated (arrival->answered_at));
    g_assert_false (arrival->is_mine);
  }
}

/* Mine, and nobody's; somebody who is gone looks at everything. */
static void
test_accounts (TodayFixture  *self,
               gconstpointer  data)
{
  g_autoptr(TambourToday) mine = NULL;
  g_autoptr(TambourToday) theirs = NULL;
  g_autoptr(TambourToday) all = NULL;
  g_autoptr(TambourToday) gone = NULL;

  today_put (self, "account", "new", "name", "Nobody’s yet", "plan_id", "platinum", NULL);
  today_put (self, "account", "closed", "name", "Gone", "plan_id", "platinum", "status", "closed", NULL);
  today_put (self, "account", "plain", "name", "Without a plan", NULL);
  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "2", "alba", "P1", "phone", "2026-11-23T17:01:00Z");
  today_put_case (self, "3", "new", "P1", "phone", "2026-11-23T17:02:00Z");
  today_put_case (self, "4", "closed", "P1", "phone", "2026-11-23T17:03:00Z");
  today_put_case (self, "5", "plain", "P1", "phone", "2026-11-23T17:04:00Z");

  mine = today_load (self, "mira", TODAY_NOW);
  theirs = today_load (self, "tomas", TODAY_NOW);
  all = today_load (self, NULL, TODAY_NOW);
  gone = today_load (self, "nobody", TODAY_NOW);
  today_assert (today_list_clocks (mine), "1 3");
  today_assert (today_list_clocks (theirs), "2 3");
  today_assert (today_list_clocks (all), "1 2 3");
  today_assert (today_list_clocks (gone), "1 2 3");
  g_assert_cmpuint (mine->n_open_cases, ==, 3);
}

static void
test_one_account (TodayFixture  *self,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) clocks = NULL;
  g_autoptr(GError) error = NULL;

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "2", "alba", "P1", "phone", "2026-11-23T17:01:00Z");
  clocks = tambour_clock_facts_list (self->store, "alba", today_instant (TODAY_NOW), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clocks->len, ==, 1);
  g_assert_cmpstr (((TambourClockFacts *) g_ptr_array_index (clocks, 0))->case_id, ==, "2");
}

static void
test_next_update (TodayFixture  *self,
                  gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  today_put (self, "case", "past", "number", "1", "account_id", "kestrel", "opened_at", "2026-11-20T18:00:00Z", "next_update_due", "2026-11-23T17:00:00Z", NULL);
  today_put (self, "case", "next", "number", "2", "account_id", "kestrel", "opened_at", "2026-11-20T18:00:00Z", "next_update_due", "2026-11-23T22:00:00Z", NULL);
  today_put (self, "case", "later", "number", "3", "account_id", "kestrel", "opened_at", "2026-11-20T18:00:00Z", "next_update_due", "2026-11-24T22:00:00Z", NULL);
  today = today_load (self, "mira", TODAY_NOW);
  g_assert_cmpint (today->next_update.seconds, ==, today_instant ("2026-11-23T22:00:00Z").seconds);
  g_assert_cmpstr (today->next_update_zone, ==, "Europe/London");
}

/* A portfolio of which one table is lost still shows the rest. */
static void
test_failure (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(GError) error = NULL;

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  tambour_test_sql (self->path, "DROP TABLE commitments");

  today = tambour_today_load (self->store, "mira", NULL, today_instant (TODAY_NOW), NULL, &error);
  g_assert_no_error (error);
  today_assert (today_list_clocks (today), "1");
  g_assert_null (today->failures[TAMBOUR_TODAY_PART_CASES]);
  g_assert_nonnull (today->failures[TAMBOUR_TODAY_PART_WORK]);
  g_assert_null (today->failures[TAMBOUR_TODAY_PART_COMING]);
}

static void
test_cancelled (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tambour_today_load (self->store, "mira", NULL, today_instant (TODAY_NOW), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The demonstration tells what the design's first picture shows. */
static void
test_demonstration (void)
{
  TodayFixture self = { 0 };
  const TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(GString) numbers = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  self.folder = g_dir_make_tmp ("tambour-today-XXXXXX", NULL);
  self.path = g_build_filename (self.folder, "demo.tambour", NULL);
  self.store = tambour_store_open (self.path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (tambour_demo_write (self.store, &settings, NULL, NULL, NULL, &error));

  today = today_load (&self, NULL, TODAY_NOW);
  for (guint i = 0; i < today->clocks->len; i++)
    g_string_append_printf (numbers, "%s ", get_clock (today, i)->number);
  g_assert_cmpstr (numbers->str, ==, "4127 4119 4126 4122 4124 4108 ");

  g_string_truncate (numbers, 0);
  for (guint i = 0; i < today->arrivals->len; i++)
    g_string_append_printf (numbers, "%s ", ((TambourTodayArrival *) g_ptr_array_index (today->arrivals, i))->number);
  g_assert_cmpstr (numbers->str, ==, "4125 4126 4124 4120 ");

  g_assert_cmpuint (today->calls->len, ==, 4);
  g_assert_cmpstr (((TambourTodayWork *) g_ptr_array_index (today->work, 0))->title, ==, "Confirm cut-over window");
  g_assert_cmpuint (today->n_urgent, ==, 1);
  g_clear_pointer (&today, tambour_today_free);
  today_fixture_tear_down (&self, NULL);
}

#define ADD(path, func) g_test_add ("/today/" path, TodayFixture, NULL, today_fixture_set_up, func, today_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-empty-portfolio-needs-nothing", test_empty);
  ADD ("a-clock-counts-down-by-itself", test_nearly_due);
  ADD ("only-covered-time-counts", test_covered);
  ADD ("what-is-paused-comes-last", test_paused);
  ADD ("what-was-missed-stays-until-we-met", test_missed);
  ADD ("a-support-holiday-is-announced", test_holiday);
  ADD ("what-came-after-hours-is-told", test_after_hours);
  ADD ("who-answered-is-told", test_answered);
  ADD ("accounts-of-others-are-not-mine", test_accounts);
  ADD ("one-account-has-its-own-clocks", test_one_account);
  ADD ("the-next-promised-update-is-known", test_next_update);
  ADD ("a-lost-part-hides-no-other", test_failure);
  ADD ("cancelling-reads-nothing", test_cancelled);
  g_test_add_func ("/today/the-demonstration-is-as-designed", test_demonstration);

  return g_test_run ();
}
