/* test-alarms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-alarms.h"
#include "today-fixture.h"

static TambourAlarmsTurn *
take_turn (TodayFixture  *self,
           TambourAlarms *alarms,
           const char    *at)
{
  g_autoptr(TambourToday) today = today_load (self, "mira", at);

  return tambour_alarms_update (alarms, today->clocks, today->arrivals, today_instant (at));
}

/* Of which clocks one is warned at @at, after a plus of which arrivals one is told, and
 * behind a bar what is over.
 */
static char *
update (TodayFixture  *self,
        TambourAlarms *alarms,
        const char    *at)
{
  g_autoptr(TambourAlarmsTurn) turn = take_turn (self, alarms, at);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < turn->clocks->len; i++)
    g_string_append (text, ((TambourClockFacts *) g_ptr_array_index (turn->clocks, i))->case_id);
  for (guint i = 0; i < turn->arrivals->len; i++)
    g_string_append_printf (text, "+%s", ((TambourTodayArrival *) g_ptr_array_index (turn->arrivals, i))->case_id);
  for (guint i = 0; i < turn->over->len; i++)
    g_string_append_printf (text, "|%s", (char *) g_ptr_array_index (turn->over, i));

  return g_string_free (text, FALSE);
}

/* When to ask again, after @at. */
static char *
next (TodayFixture  *self,
      TambourAlarms *alarms,
      const char    *at)
{
  g_autoptr(TambourAlarmsTurn) turn = take_turn (self, alarms, at);

  return tambour_instant_dup_text (turn->next);
}

/* As a program that was ended and started again. */
static TambourAlarms *
start_anew (TambourAlarms *alarms)
{
  g_autofree char *told = tambour_alarms_dup_told (alarms);

  return tambour_alarms_new (told);
}

static void
test_once_each (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:01:00Z"), "");
  today_assert (update (self, alarms, "2026-11-23T17:14:59Z"), "");
  today_assert (update (self, alarms, "2026-11-23T17:15:00Z"), "1");
  today_assert (update (self, alarms, "2026-11-23T17:16:00Z"), "");
  today_assert (update (self, alarms, "2026-11-23T17:23:00Z"), "1");
  today_assert (update (self, alarms, "2026-11-23T17:24:00Z"), "");
  today_assert (update (self, alarms, "2026-11-23T17:27:00Z"), "1");
  today_assert (update (self, alarms, "2026-11-23T17:29:00Z"), "");
  today_assert (update (self, alarms, "2026-11-23T17:40:00Z"), "");
}

static void
test_late_start (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:28:00Z"), "1");
  today_assert (update (self, alarms, "2026-11-23T17:29:00Z"), "");
}

static void
test_priorities (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-23T17:00:00Z");
  today_put_case (self, "3", "kestrel", "P3", "email", "2026-11-23T17:00:00Z");
  today_assert (update (self, alarms, "2026-11-24T05:00:00Z"), "");
  today_assert (update (self, alarms, "2026-11-24T11:00:00Z"), "2");
  today_assert (update (self, alarms, "2026-11-24T16:00:00Z"), "");
}

static void
test_answered (TodayFixture  *self,
               gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "9", "kestrel", "P1", "phone", "2026-11-23T17:15:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:16:00Z"), "1");
  today_put_event (self, "1", "our_msg", "2026-11-23T17:17:00Z", "actor", "us", "public_update", "true", NULL);
  today_put_event (self, "9", "our_msg", "2026-11-23T17:17:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, alarms, "2026-11-23T17:18:00Z"), "|clock-1");
  today_assert (update (self, alarms, "2026-11-23T17:19:00Z"), "");
}

static void
test_paused (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-23T17:00:00Z");
  today_put_event (self, "2", "paused", "2026-11-24T16:30:00Z", "actor", "us", "to", "waiting_customer", NULL);
  today_assert (update (self, alarms, "2026-11-24T16:31:00Z"), "");
}

static void
test_sleeps (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_assert (next (self, alarms, "2026-11-23T17:01:00Z"), NULL);
  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-20T21:00:00Z");
  today_assert (next (self, alarms, "2026-11-23T17:01:00Z"), "2026-11-23T17:15:00Z");
  today_assert (next (self, alarms, "2026-11-23T17:15:00Z"), "2026-11-23T17:22:30Z");
  today_assert (next (self, alarms, "2026-11-23T17:22:30Z"), "2026-11-23T17:27:00Z");
  today_put_event (self, "1", "our_msg", "2026-11-23T17:28:00Z", "actor", "us", "public_update", "true", NULL);
  today_put_event (self, "2", "our_msg", "2026-11-23T17:28:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (next (self, alarms, "2026-11-23T17:29:00Z"), NULL);
}

static void
test_weekend (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  /* A business day that the weekend is in the middle of: three quarters of it are Monday 10:00. */
  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-20T18:00:00Z");
  today_assert (next (self, alarms, "2026-11-20T18:01:00Z"), "2026-11-23T11:45:00Z");
  today_assert (update (self, alarms, "2026-11-23T11:44:59Z"), "");
  today_assert (update (self, alarms, "2026-11-23T11:45:00Z"), "2");
}

static void
put_warnings (TodayFixture *self,
              const char   *warn_at)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PLAN_CATALOGUE);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) plans = tambour_store_get (self->store, klass, "plans", &error);
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Test");

  g_assert_no_error (error);
  g_assert_true (tambour_record_set_text (plans, "warn_at", warn_at, NULL));
  tambour_change_put (change, plans);
  today_commit (self, change);
}

static void
test_catalogue (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  put_warnings (self, "90 %\n20\nsoon\n0\n100\n-5");
  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "3", "kestrel", "P3", "email", "2026-11-23T17:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:05:59Z"), "");
  today_assert (next (self, alarms, "2026-11-23T17:05:59Z"), "2026-11-23T17:06:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:06:00Z"), "1");
  today_assert (update (self, alarms, "2026-11-23T17:26:59Z"), "");
  today_assert (update (self, alarms, "2026-11-23T17:27:00Z"), "1");

  /* Two business days, of which a fifth has passed. */
  today_assert (update (self, alarms, "2026-11-24T02:36:00Z"), "3");
}

static void
test_restart (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);
  g_autoptr(TambourAlarms) second = NULL;
  g_autoptr(TambourAlarms) third = NULL;

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-22T11:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:16:00Z"), "1+2");
  second = start_anew (alarms);
  today_assert (update (self, second, "2026-11-23T17:17:00Z"), "");
  today_assert (update (self, second, "2026-11-23T17:23:00Z"), "1");

  /* What was answered while the program was not there is over when it comes back. */
  third = start_anew (second);
  today_put_event (self, "1", "our_msg", "2026-11-23T17:24:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, third, "2026-11-23T17:25:00Z"), "|clock-1");
}

static void
test_kept (TodayFixture  *self,
           gconstpointer  data)
{
  static const char * const damaged[] = { "", "[", "[('', '', 1)]", "{}", "[('clock 1', 'x', 4294967296, 0)]" };
  g_autoptr(GString) endless = g_string_new ("[");
  g_autoptr(TambourAlarms) many = NULL;
  g_autofree char *told = NULL;
  g_autoptr(GVariant) kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr(TambourAlarms) alarms = tambour_alarms_new (damaged[i]);

      today_assert (tambour_alarms_dup_told (alarms), "[]");
    }

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (endless, "%s('arrival %u', '', 1, %u)", i > 0 ? ", " : "", i, i);
  g_string_append_c (endless, ']');
  many = tambour_alarms_new (endless->str);
  told = tambour_alarms_dup_told (many);
  kept = g_variant_parse (G_VARIANT_TYPE ("a(ssux)"), told, NULL, NULL, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpuint (g_variant_n_children (kept), ==, 1000);
}

/* Saturday morning in Seattle, and Monday before eight. */
static void
test_arrivals (TodayFixture  *self,
               gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-21T18:00:00Z");
  today_assert (update (self, alarms, "2026-11-21T18:01:00Z"), "");
  today_assert (next (self, alarms, "2026-11-21T18:01:00Z"), "2026-11-23T16:00:00Z");
  today_put_case (self, "1", "kestrel", "P1", "email", "2026-11-21T18:05:00Z");
  today_assert (update (self, alarms, "2026-11-21T18:06:00Z"), "+1");
  today_put_case (self, "3", "kestrel", "P3", "email", "2026-11-22T09:00:00Z");
  today_assert (update (self, alarms, "2026-11-22T10:00:00Z"), "");
  today_put_event (self, "3", "our_msg", "2026-11-22T11:00:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, alarms, "2026-11-23T16:00:00Z"), "+2");
  today_assert (update (self, alarms, "2026-11-23T16:01:00Z"), "");

  /* During the day at once; what comes in while one is there is no arrival. */
  today_put_case (self, "5", "kestrel", "P2", "email", "2026-11-23T15:59:00Z");
  today_put_case (self, "6", "kestrel", "P2", "email", "2026-11-23T16:30:00Z");
  today_assert (update (self, alarms, "2026-11-23T16:31:00Z"), "+5");

  /* Somebody else's account. */
  today_put_case (self, "7", "alba", "P1", "phone", "2026-11-22T18:05:00Z");
  today_put_event (self, "7", "our_msg", "2026-11-22T18:06:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, alarms, "2026-11-23T16:32:00Z"), "");
}

static void
test_seen (TodayFixture  *self,
           gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  put_warnings (self, "99");
  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-22T11:00:00Z");
  today_put_case (self, "3", "kestrel", "P3", "email", "2026-11-22T12:00:00Z");
  today_put_case (self, "4", "kestrel", "P3", "email", "2026-11-22T13:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T16:00:00Z"), "+2+4+3");

  /* One notification, which stays while somebody in it waits. */
  today_put (self, "acknowledgement", "seen", "case_id", "2", "person_id", "mira", "at", "2026-11-23T16:05:00Z", "account_id", "kestrel", NULL);
  today_assert (update (self, alarms, "2026-11-23T16:06:00Z"), "");
  today_put_event (self, "3", "our_msg", "2026-11-23T16:07:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, alarms, "2026-11-23T16:08:00Z"), "");
  today_put_event (self, "4", "our_msg", "2026-11-23T16:08:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, alarms, "2026-11-23T16:09:00Z"), "|arrivals-2");
  today_assert (update (self, alarms, "2026-11-23T16:10:00Z"), "");
}

static void
test_pause_withdraws (TodayFixture  *self,
                      gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:16:00Z"), "1");
  today_put_event (self, "1", "paused", "2026-11-23T17:17:00Z", "actor", "us", "to", "waiting_customer", NULL);
  today_assert (update (self, alarms, "2026-11-23T17:18:00Z"), "|clock-1");
}

static void
test_priority_rises (TodayFixture  *self,
                     gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new (NULL);

  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-22T11:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T19:00:00Z"), "2+2");
  today_put_event (self, "2", "priority", "2026-11-23T19:01:00Z", "from", "P2", "to", "P1", "actor", "customer", NULL);
  today_assert (update (self, alarms, "2026-11-23T19:02:00Z"), "|clock-2");
}

#define ADD(path, func) g_test_add ("/alarms/" path, TodayFixture, NULL, today_fixture_set_up, func, today_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-outage-rings-three-times", test_once_each);
  ADD ("what-went-by-unseen-rings-once", test_late_start);
  ADD ("others-ring-once-or-never", test_priorities);
  ADD ("what-is-answered-is-over", test_answered);
  ADD ("what-stands-still-is-quiet", test_paused);
  ADD ("what-stands-still-is-withdrawn", test_pause_withdraws);
  ADD ("one-sleeps-until-there-is-something-to-tell", test_sleeps);
  ADD ("the-weekend-is-no-time-that-passes", test_weekend);
  ADD ("the-catalogue-says-when-to-warn", test_catalogue);
  ADD ("another-priority-is-another-clock", test_priority_rises);
  ADD ("a-new-start-tells-nothing-twice", test_restart);
  ADD ("what-is-kept-is-bounded-and-may-be-damaged", test_kept);
  ADD ("arrivals-are-told-when-somebody-is-there", test_arrivals);
  ADD ("many-are-one-notification-until-all-are-seen", test_seen);

  return g_test_run ();
}
