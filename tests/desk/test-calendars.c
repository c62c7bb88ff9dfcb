/* test-calendars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dav-fixture.h"
#include "desk-portfolio.h"
#include "tambour-calendars.h"
#include "tambour-engagement.h"
#include "tambour-net-error.h"

#define EVENT(uid, title, who, day) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20260101T000000Z\r\n" \
                                    "SUMMARY:" title "\r\nATTENDEE:mailto:" who "\r\nDTSTART:202701" day "T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
#define CARD(uid, name, email) "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" uid "\r\nFN:" name "\r\nN:;" name ";;;\r\nEMAIL:" email "\r\nEND:VCARD\r\n"

typedef struct
{
  DeskPortfolio *portfolio;
  DavFixture    *dav;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TambourContact) anna = NULL;

  fixture->portfolio = desk_portfolio_new ();
  fixture->dav = dav_fixture_new ();
  anna = desk_portfolio_contact (fixture->portfolio, "Anna");
  desk_set (anna, "email", "anna@varnholt.example");
  desk_portfolio_put (fixture->portfolio, anna);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  dav_fixture_free (fixture->dav);
  desk_portfolio_free (fixture->portfolio);
}

static void
add_source (Fixture        *fixture,
            const char     *name,
            TambourDavKind  kind)
{
  g_autoptr(TambourDavSource) source = tambour_dav_source_new (name, kind, fixture->dav->address);
  g_autoptr(GError) error = NULL;

  source->user = g_strdup ("anna");
  tambour_calendars_put (fixture->portfolio->store, source, &error);
  g_assert_no_error (error);
}

static gboolean
run_with (Fixture              *fixture,
          const char           *name,
          const char           *secret,
          TambourImportCounts  *counts,
          GError              **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  TambourDavOrder order = { .secret = secret, .author = "Maya", .zone = zone };

  g_assert_true (tambour_instant_parse ("2026-11-23T10:00:00Z", &order.now));

  return tambour_calendars_run (fixture->portfolio->store, name, &order, counts, NULL, NULL, NULL, error);
}

static void
run (Fixture    *fixture,
     const char *name,
     guint       created,
     guint       updated,
     guint       unchanged,
     guint       rejected)
{
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;

  run_with (fixture, name, "secret", &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.created, ==, created);
  g_assert_cmpuint (counts.updated, ==, updated);
  g_assert_cmpuint (counts.unchanged, ==, unchanged);
  g_assert_cmpuint (counts.rejected, ==, rejected);
}

static void
assert_calls (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(GEnumClass) statuses = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT_STATUS);
  g_autoptr(GString) shown = g_string_new (NULL);
  g_autoptr(GPtrArray) calls = NULL;
  g_autoptr(GError) error = NULL;

  tambour_query_order (query, "planned_start", FALSE, NULL);
  calls = tambour_store_list (fixture->portfolio->store, query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < calls->len; i++)
    {
      TambourEngagement *call = calls->pdata[i];

      g_string_append_printf (shown, "%s%s %s", i ? ", " : "", call->title, g_enum_get_value (statuses, (int) call->status)->value_nick);
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TambourDavRun) last = NULL;
  g_autoptr(TambourContact) bo = NULL;

  add_source (fixture, "Mine", TAMBOUR_DAV_CALENDARS);
  dav_fixture_put (fixture->dav, "/anna/work/a.ics", EVENT ("a", "A", "anna@varnholt.example", "04"));
  dav_fixture_put (fixture->dav, "/anna/work/b.ics", EVENT ("b", "B", "anna@varnholt.example", "05"));
  dav_fixture_put (fixture->dav, "/anna/home/c.ics", EVENT ("c", "C", "bo@elsewhere.example", "06"));
  run (fixture, "Mine", 2, 0, 0, 1);
  run (fixture, "Mine", 0, 0, 0, 0);

  dav_fixture_put (fixture->dav, "/anna/work/a.ics", EVENT ("a", "A moved", "anna@varnholt.example", "07"));
  dav_fixture_remove (fixture->dav, "/anna/work/b.ics");
  run (fixture, "Mine", 0, 2, 0, 0);
  assert_calls (fixture, "B cancelled_us, A moved planned");

  /* Somebody becomes known: what named only them is looked at again. */
  bo = desk_portfolio_contact (fixture->portfolio, "Bo");
  desk_set (bo, "email", "bo@elsewhere.example");
  desk_portfolio_put (fixture->portfolio, bo);
  run (fixture, "Mine", 1, 0, 0, 0);
  assert_calls (fixture, "B cancelled_us, C planned, A moved planned");

  last = tambour_calendars_last_run (fixture->portfolio->store, "Mine");
  g_assert_true (tambour_instant_is_stated (last->finished_at));
  g_assert_cmpuint (last->counts.created, ==, 1);
  g_assert_null (last->error);
}

static void
test_address_book (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTACT);

  add_source (fixture, "People", TAMBOUR_DAV_ADDRESS_BOOKS);
  dav_fixture_put (fixture->dav, "/anna/people/d.vcf", CARD ("d", "Dora", "dora@varnholt.example"));
  run (fixture, "People", 1, 0, 0, 0);
  dav_fixture_put (fixture->dav, "/anna/people/d.vcf", CARD ("d", "Dora Diehl", "dora@varnholt.example"));
  run (fixture, "People", 0, 1, 0, 0);
  dav_fixture_remove (fixture->dav, "/anna/people/d.vcf");
  run (fixture, "People", 0, 0, 0, 0);
  g_assert_cmpint (tambour_store_count (fixture->portfolio->store, query, NULL), ==, 2);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TambourDavRun) last = NULL;
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) none = NULL;

  add_source (fixture, "Mine", TAMBOUR_DAV_CALENDARS);
  dav_fixture_put (fixture->dav, "/anna/work/a.ics", EVENT ("a", "A", "anna@varnholt.example", "04"));
  g_assert_false (run_with (fixture, "Mine", "wrong", &counts, &error));
  g_assert_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN);
  last = tambour_calendars_last_run (fixture->portfolio->store, "Mine");
  g_assert_cmpstr (last->error, ==, error->message);
  g_assert_false (tambour_instant_is_stated (last->finished_at));
  run (fixture, "Mine", 1, 0, 0, 0);

  g_assert_false (run_with (fixture, "None", "secret", &counts, &none));
  g_assert_error (none, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(GPtrArray) offered = NULL;
  g_autoptr(GError) error = NULL;

  add_source (fixture, "Mine", TAMBOUR_DAV_CALENDARS);
  add_source (fixture, "People", TAMBOUR_DAV_ADDRESS_BOOKS);
  sources = tambour_calendars_list (fixture->portfolio->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sources->len, ==, 2);
  offered = tambour_calendars_offer (sources->pdata[0], "secret", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offered->len, ==, 2);
  g_assert_true (tambour_calendars_remove (fixture->portfolio->store, "Mine", &error));
  g_assert_false (tambour_calendars_remove (fixture->portfolio->store, "Mine", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/calendars/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("what-changes-in-a-calendar-changes-here", test_calendar);
  ADD ("people-come-from-an-address-book-and-stay", test_address_book);
  ADD ("a-run-that-fails-says-why-and-is-done-again", test_failure);
  ADD ("what-is-read-is-kept-without-a-password", test_settings);
#undef ADD

  return g_test_run ();
}
