/* test-today-cadence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "today-fixture.h"

/* What comes again and again, and is not planned. */

static void
put_call (TodayFixture *self,
          const char   *id,
          const char   *kind,
          const char   *status,
          const char   *start)
{
  today_put (self, "engagement", id, "title", id, "kind", kind, "status", status, "planned_start", start,
             "account_id", "kestrel", NULL);
}

static const TambourTodayComing *
find_coming (TambourToday *today,
             const char   *id)
{
  for (guint i = 0; i < today->coming->len; i++)
    {
      const TambourTodayComing *coming = g_ptr_array_index (today->coming, i);

      if (g_str_equal (coming->id, id))
        return coming;
    }

  return NULL;
}

static void
test_cadence (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourToday) in_time = NULL;
  g_autoptr(TambourToday) missed = NULL;
  g_autoptr(TambourToday) planned = NULL;

  today_put (self, "cadence", "weekly", "title", "Weekly call", "kind", "cadence_call", "interval_days", "7", "grace_days", "2",
             "account_id", "kestrel", NULL);
  put_call (self, "last", "cadence_call", "held", "2026-11-13T10:00:00Z");
  put_call (self, "off", "cadence_call", "cancelled_us", "2026-11-20T10:00:00Z");
  put_call (self, "another", "ad_hoc_call", "held", "2026-11-21T10:00:00Z");

  in_time = today_load (self, "mira", "2026-11-22T17:00:00Z");
  g_assert_null (find_coming (in_time, "weekly"));

  missed = today_load (self, "mira", TODAY_NOW);
  g_assert_nonnull (find_coming (missed, "weekly"));
  g_assert_cmpint (find_coming (missed, "weekly")->kind, ==, TAMBOUR_TODAY_CADENCE);
  g_assert_cmpuint (find_coming (missed, "weekly")->on.julian, ==, tambour_date_new (2026, 11, 20).julian);
  g_assert_cmpint (find_coming (missed, "weekly")->last.seconds, ==, today_instant ("2026-11-13T10:00:00Z").seconds);

  put_call (self, "next", "cadence_call", "planned", "2026-11-25T10:00:00Z");
  planned = today_load (self, "mira", TODAY_NOW);
  g_assert_null (find_coming (planned, "weekly"));
}

/* As long before as an audit that is planned; a session, and an audit without one, count. */
static void
test_audit_cadence (TodayFixture  *self,
                    gconstpointer  data)
{
  g_autoptr(TambourToday) far = NULL;
  g_autoptr(TambourToday) near = NULL;
  g_autoptr(TambourToday) in_grace = NULL;
  g_autoptr(TambourToday) missed = NULL;
  g_autoptr(TambourToday) audited = NULL;
  g_autoptr(TambourToday) planned = NULL;

  today_put (self, "cadence", "audits", "kind", "audit_session", "interval_days", "180", "grace_days", "10", "account_id", "kestrel", NULL);
  put_call (self, "last", "audit_session", "held", "2026-06-01T10:00:00Z");

  far = today_load (self, "mira", "2026-10-28T12:00:00Z");
  g_assert_null (find_coming (far, "audits"));

  near = today_load (self, "mira", "2026-10-30T12:00:00Z");
  g_assert_nonnull (find_coming (near, "audits"));
  g_assert_cmpint (find_coming (near, "audits")->kind, ==, TAMBOUR_TODAY_CADENCE);
  g_assert_cmpuint (find_coming (near, "audits")->on.julian, ==, tambour_date_new (2026, 11, 28).julian);
  g_assert_cmpint (find_coming (near, "audits")->at.seconds, >, near->at.seconds);

  in_grace = today_load (self, "mira", "2026-12-05T12:00:00Z");
  g_assert_cmpint (find_coming (in_grace, "audits")->at.seconds, >=, in_grace->at.seconds);

  missed = today_load (self, "mira", "2026-12-11T12:00:00Z");
  g_assert_cmpint (find_coming (missed, "audits")->at.seconds, <, missed->at.seconds);

  today_put (self, "audit", "made", "title", "Audit", "status", "final", "on", "2026-10-01", "account_id", "kestrel", NULL);
  audited = today_load (self, "mira", "2026-12-11T12:00:00Z");
  g_assert_null (find_coming (audited, "audits"));

  today_put (self, "audit", "to-come", "title", "Audit", "on", "2027-03-30", "account_id", "kestrel", NULL);
  planned = today_load (self, "mira", "2027-03-20T12:00:00Z");
  g_assert_null (find_coming (planned, "audits"));
  g_assert_nonnull (find_coming (planned, "to-come"));
}

/* The agreement on the cadence was written down on the first of November. */
static void
test_first_call (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourToday) early = NULL;
  g_autoptr(TambourToday) late = NULL;

  today_put (self, "cadence", "weekly", "kind", "cadence_call", "interval_days", "7", "account_id", "kestrel", NULL);
  early = today_load (self, "mira", "2026-11-07T12:00:00Z");
  late = today_load (self, "mira", "2026-11-09T12:00:00Z");
  g_assert_null (find_coming (early, "weekly"));
  g_assert_nonnull (find_coming (late, "weekly"));
  g_assert_false (tambour_instant_is_stated (find_coming (late, "weekly")->last));
}

#define ADD(path, func) g_test_add ("/today-cadence/" path, TodayFixture, NULL, today_fixture_set_up, func, today_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-regular-call-can-be-missed", test_cadence);
  ADD ("an-audit-comes-up-before-it-is-missed", test_audit_cadence);
  ADD ("the-first-regular-call-can-be-missed", test_first_call);

  return g_test_run ();
}
