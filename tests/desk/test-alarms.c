/* test-alarms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-alarms.h"
#include "today-fixture.h"

/* What rings at @at, and behind a bar what is over. */
static char *
update (TodayFixture  *self,
        TambourAlarms *alarms,
        const char    *at)
{
  g_autoptr(TambourToday) today = today_load (self, "mira", at);
  g_autoptr(GPtrArray) rings = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  g_autoptr(GPtrArray) over = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  tambour_alarms_update (alarms, today->clocks, today_instant (at), rings, over);
  for (guint i = 0; i < rings->len; i++)
    g_string_append (text, ((TambourClockFacts *) g_ptr_array_index (rings, i))->case_id);
  for (guint i = 0; i < over->len; i++)
    g_string_append_printf (text, "|%s", (char *) g_ptr_array_index (over, i));

  return g_string_free (text, FALSE);
}

static void
test_once_each (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new ();

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
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new ();

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:28:00Z"), "1");
  today_assert (update (self, alarms, "2026-11-23T17:29:00Z"), "");
}

static void
test_priorities (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new ();

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
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new ();

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T17:00:00Z");
  today_put_case (self, "9", "kestrel", "P1", "phone", "2026-11-23T17:15:00Z");
  today_assert (update (self, alarms, "2026-11-23T17:16:00Z"), "1");
  today_put_event (self, "1", "our_msg", "2026-11-23T17:17:00Z", "actor", "us", "public_update", "true", NULL);
  today_put_event (self, "9", "our_msg", "2026-11-23T17:17:00Z", "actor", "us", "public_update", "true", NULL);
  today_assert (update (self, alarms, "2026-11-23T17:18:00Z"), "|1");
  today_assert (update (self, alarms, "2026-11-23T17:19:00Z"), "");
}

static void
test_paused (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourAlarms) alarms = tambour_alarms_new ();

  today_put_case (self, "2", "kestrel", "P2", "email", "2026-11-23T17:00:00Z");
  today_put_event (self, "2", "paused", "2026-11-24T16:30:00Z", "actor", "us", "to", "waiting_customer", NULL);
  today_assert (update (self, alarms, "2026-11-24T16:31:00Z"), "");
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

  return g_test_run ();
}
