/* test-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "desk-portfolio.h"
#include "tambour-calendar-import.h"
#include "tambour-call.h"
#include "tambour-engagement.h"

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define END   "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"
#define INVITED "ORGANIZER;CN=Maya:mailto:maya@tambour.example\r\nATTENDEE;CN=Anna:mailto:Anna@varnholt.example\r\n"
#define SERIES "UID:s\r\nSUMMARY:Weekly\r\n" INVITED "DTSTART;TZID=Europe/Berlin:20270104T100000\r\nDURATION:PT30M\r\n"

typedef struct
{
  DeskPortfolio       *portfolio;
  TambourImportCounts  counts;
  GString             *rejects;
  const char          *account_id;
} Fixture;

static void
reject_cb (guint64     line,
           const char *reason,
           gpointer    user_data)
{
  g_string_append_printf (user_data, "%d %s\n", (int) line, reason);
}

/* A portfolio in which Anna is the customer's and Maya ours. */
static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TambourContact) anna = NULL;
  g_autoptr(TambourPerson) maya = NULL;

  fixture->portfolio = desk_portfolio_new ();
  fixture->rejects = g_string_new (NULL);
  anna = desk_portfolio_contact (fixture->portfolio, "Anna Varnholt");
  desk_set (anna, "email", "anna@varnholt.example");
  desk_set (anna, "title", "Head of IT");
  desk_portfolio_put (fixture->portfolio, anna);
  maya = desk_portfolio_person (fixture->portfolio, "Maya Adler");
  desk_set (maya, "email", "maya@tambour.example");
  desk_portfolio_put (fixture->portfolio, maya);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_string_free (fixture->rejects, TRUE);
  desk_portfolio_free (fixture->portfolio);
}

static void
import (Fixture    *fixture,
        const char *text,
        guint       created,
        guint       updated,
        guint       unchanged,
        guint       rejected)
{
  g_autoptr(GTimeZone) zone = tambour_zone_lookup ("Europe/Berlin");
  TambourCalendarOrder order = {
    .account_id = fixture->account_id,
    .from = { TAMBOUR_NEVER },
    .until = { TAMBOUR_NEVER },
    .zone = zone,
    .author = "Maya",
    .reject = reject_cb,
    .reject_data = fixture->rejects,
  };
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_instant_parse ("2026-11-23T10:00:00Z", &order.now));
  g_string_truncate (fixture->rejects, 0);
  fixture->counts = (TambourImportCounts) { 0 };
  tambour_calendar_import_text (fixture->portfolio->store, &order, text, strlen (text), &fixture->counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->counts.created, ==, created);
  g_assert_cmpuint (fixture->counts.updated, ==, updated);
  g_assert_cmpuint (fixture->counts.unchanged, ==, unchanged);
  g_assert_cmpuint (fixture->counts.rejected, ==, rejected);
  g_assert_cmpuint (fixture->counts.read, ==, created + updated + unchanged + rejected);
}

static GPtrArray *
list (Fixture    *fixture,
      GType       type,
      const char *order)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  GPtrArray *found;

  tambour_query_order (query, order, FALSE, &error);
  g_assert_no_error (error);
  found = tambour_store_list (fixture->portfolio->store, query, NULL, &error);
  g_assert_no_error (error);

  return found;
}

/* “01-04 09:00 Weekly planned”, one a line. */
static void
assert_calls (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GPtrArray) calls = list (fixture, TAMBOUR_TYPE_ENGAGEMENT, "planned_start");
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < calls->len; i++)
    {
      TambourEngagement *call = calls->pdata[i];
      g_autofree char *start = tambour_instant_dup_text (call->planned_start);
      g_autoptr(GEnumClass) statuses = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT_STATUS);

      g_string_append_printf (shown, "%s%.5s %.5s %s %s", i ? "\n" : "", start + 5, start + 11, call->title ? call->title : "?",
                              g_enum_get_value (statuses, (int) call->status)->value_nick);
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static TambourEngagement *
get_call (Fixture *fixture,
          guint    i)
{
  g_autoptr(GPtrArray) calls = list (fixture, TAMBOUR_TYPE_ENGAGEMENT, "planned_start");

  g_assert_cmpuint (i, <, calls->len);

  return g_object_ref (calls->pdata[i]);
}

static void
test_planned (Fixture       *fixture,
              gconstpointer  data)
{
  const char *text = BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=2\r\nLOCATION:https://meet.google.com/abc\r\nDESCRIPTION:Agenda\r\n")
    EVENT ("UID:o\r\nSUMMARY:Once\r\nATTENDEE:mailto:bo@varnholt.example\r\nATTENDEE;PARTSTAT=DECLINED:mailto:anna@varnholt.example\r\nDTSTART:20270105T100000Z\r\n")
      EVENT ("UID:u\r\nSUMMARY:Dentist\r\nDTSTART:20270106T100000Z\r\n") END;
  g_autoptr(GPtrArray) there = NULL;
  g_autoptr(TambourEngagement) call = NULL;
  TambourAttendance *attendance;

  import (fixture, text, 3, 0, 0, 1);
  assert_calls (fixture, "01-04 09:00 Weekly planned\n01-05 10:00 Once planned\n01-11 09:00 Weekly planned");
  g_assert_nonnull (strstr (fixture->rejects->str, "Dentist"));
  call = get_call (fixture, 0);
  g_assert_cmpstr (TAMBOUR_RECORD (call)->external_id, ==, "s/2027-01-04T09:00:00Z");
  g_assert_cmpstr (TAMBOUR_RECORD (call)->external_system, ==, "icalendar");
  g_assert_cmpint (call->kind, ==, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL);
  g_assert_cmpstr (call->channel, ==, "Video");
  g_assert_cmpstr (TAMBOUR_RECORD (call)->note, ==, "https://meet.google.com/abc\n\nAgenda");
  g_assert_cmpint (call->planned_end.seconds - call->planned_start.seconds, ==, 30 * TAMBOUR_MINUTE);

  there = list (fixture, TAMBOUR_TYPE_ATTENDANCE, "name");
  g_assert_cmpuint (there->len, ==, 5);
  attendance = there->pdata[0];
  g_assert_cmpstr (attendance->name, ==, "Anna Varnholt");
  g_assert_cmpstr (attendance->role, ==, "Head of IT");
  g_assert_nonnull (attendance->contact_id.id);
  attendance = there->pdata[2];
  g_assert_cmpstr (attendance->name, ==, "Maya Adler");
  g_assert_nonnull (attendance->person_id.id);
  attendance = there->pdata[4];
  g_assert_cmpstr (attendance->name, ==, "bo@varnholt.example");

  import (fixture, text, 0, 0, 3, 1);
}

static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=4\r\n") END, 4, 0, 0, 0);
  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Europe/Berlin:20270111T100000\r\n")
            EVENT ("UID:s\r\nSUMMARY:Moved\r\n" INVITED "RECURRENCE-ID;TZID=Europe/Berlin:20270118T100000\r\nDTSTART;TZID=Europe/Berlin:20270119T110000\r\n")
              EVENT (SERIES "STATUS:CANCELLED\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270125T100000\r\n") END,
          0, 3, 1, 0);
  assert_calls (fixture, "01-04 09:00 Weekly planned\n01-11 09:00 Weekly cancelled_us\n01-19 10:00 Moved planned\n01-25 09:00 Weekly cancelled_us");

  /* And back again. */
  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=4\r\n") END, 0, 3, 1, 0);
  assert_calls (fixture, "01-04 09:00 Weekly planned\n01-11 09:00 Weekly planned\n01-18 09:00 Weekly planned\n01-25 09:00 Weekly planned");
}

static void
test_changed_rule (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TambourEngagement) before = NULL;
  g_autoptr(TambourEngagement) after = NULL;

  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=3\r\n") END, 3, 0, 0, 0);
  before = get_call (fixture, 1);
  import (fixture, BEGIN EVENT ("UID:s\r\nSUMMARY:Weekly\r\n" INVITED "DTSTART;TZID=Europe/Berlin:20270105T110000\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n") END, 0, 3, 0, 0);
  assert_calls (fixture, "01-05 10:00 Weekly planned\n01-12 10:00 Weekly planned\n01-18 09:00 Weekly cancelled_us");
  after = get_call (fixture, 1);
  g_assert_cmpstr (TAMBOUR_RECORD (after)->id, ==, TAMBOUR_RECORD (before)->id);
}

/* What a person says of a call stays. */
static void
test_by_hand (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TambourEngagement) held = NULL;
  g_autoptr(TambourEngagement) named = NULL;
  g_autoptr(TambourEngagement) cancelled = NULL;
  g_autoptr(TambourEngagement) removed = NULL;
  g_autoptr(TambourChange) change = tambour_change_new ("Maya", "Remove");
  g_autoptr(GError) error = NULL;

  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=4\r\n") END, 4, 0, 0, 0);
  held = get_call (fixture, 0);
  named = get_call (fixture, 1);
  cancelled = get_call (fixture, 2);
  removed = get_call (fixture, 3);
  desk_set (held, "status", "held");
  desk_set (held, "body", "They are happy.");
  desk_set (named, "title", "My name for it");
  desk_set (named, "note", "Bring cake");
  desk_set (cancelled, "status", "cancelled_them");
  desk_portfolio_put (fixture->portfolio, held);
  desk_portfolio_put (fixture->portfolio, named);
  desk_portfolio_put (fixture->portfolio, cancelled);
  tambour_change_remove (change, TAMBOUR_RECORD (removed));
  g_assert_true (tambour_store_commit (fixture->portfolio->store, change, &error));

  import (fixture, BEGIN EVENT ("UID:s\r\nSUMMARY:Other\r\nDESCRIPTION:Text\r\n" INVITED "DTSTART;TZID=Europe/Berlin:20270104T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n") END, 0, 1, 3, 0);
  assert_calls (fixture, "01-04 09:00 Weekly held\n01-11 09:00 My name for it planned\n01-18 09:00 Weekly cancelled_them");
  g_clear_object (&named);
  named = get_call (fixture, 1);
  g_assert_cmpstr (TAMBOUR_RECORD (named)->note, ==, "Bring cake");
  g_assert_cmpint (named->planned_end.seconds - named->planned_start.seconds, ==, TAMBOUR_HOUR);

  import (fixture, BEGIN "METHOD:CANCEL\r\n" EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=4\r\n") END, 0, 1, 3, 0);
  assert_calls (fixture, "01-04 09:00 Weekly held\n01-11 09:00 My name for it cancelled_us\n01-18 09:00 Weekly cancelled_them");
}

static void
test_adopted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TambourEngagement) planned = desk_portfolio_own (fixture->portfolio, TAMBOUR_TYPE_ENGAGEMENT);

  desk_set (planned, "title", "Planned here");
  desk_set (planned, "kind", "exec_call");
  desk_set (planned, "planned_start", "2027-01-04T09:00:00Z");
  desk_portfolio_put (fixture->portfolio, planned);
  import (fixture, BEGIN EVENT (SERIES) END, 0, 1, 0, 0);
  assert_calls (fixture, "01-04 09:00 Planned here planned");
}

static void
test_accounts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TambourAccount) other = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));
  g_autoptr(TambourContact) contact = TAMBOUR_CONTACT (tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL));
  const char *both = BEGIN EVENT ("UID:b\r\nSUMMARY:Both\r\nATTENDEE:mailto:anna@varnholt.example\r\nATTENDEE:mailto:cem@other.example\r\nDTSTART:20270104T090000Z\r\n") END;
  const char *domain = BEGIN EVENT ("UID:d\r\nSUMMARY:Domain\r\nATTENDEE:mailto:dora@varnholt.example\r\nDTSTART:20270105T090000Z\r\n") END;
  const char *none = BEGIN EVENT ("UID:n\r\nSUMMARY:None\r\nATTENDEE:mailto:x@gmail.com\r\nDTSTART:20270106T090000Z\r\n") END;

  desk_set (other, "name", "Other");
  desk_set (other, "short_code", "OT");
  desk_portfolio_put (fixture->portfolio, other);
  desk_set (contact, "account_id", TAMBOUR_RECORD (other)->id);
  desk_set (contact, "name", "Cem");
  desk_set (contact, "email", "cem@other.example");
  desk_portfolio_put (fixture->portfolio, contact);

  import (fixture, domain, 1, 0, 0, 0);
  import (fixture, none, 0, 0, 0, 1);
  import (fixture, both, 0, 0, 0, 1);
  g_assert_nonnull (strstr (fixture->rejects->str, "Other"));
  fixture->account_id = TAMBOUR_RECORD (other)->id;
  import (fixture, both, 1, 0, 0, 0);
  import (fixture, none, 1, 0, 0, 0);
  import (fixture, domain, 0, 0, 1, 0);
}

/* Title, time, length and people come from the event; nobody is there twice. */
static void
test_logged (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const attendees[] = { "Anna", "Dora", NULL };
  g_autoptr(GTimeZone) zone = tambour_zone_lookup ("Europe/Berlin");
  TambourCall call = { .account_id = TAMBOUR_RECORD (fixture->portfolio->account)->id, .kind = TAMBOUR_CALL_AS_PLANNED,
                       .minutes = TAMBOUR_NO_COUNT, .status = TAMBOUR_ENGAGEMENT_STATUS_HELD, .text = "All is well." };
  g_autoptr(TambourChange) change = tambour_change_new ("Maya", "Log call");
  g_autoptr(TambourChange) another = tambour_change_new ("Maya", "Log call");
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourCallPlan) second = NULL;
  g_autoptr(TambourEngagement) held = NULL;
  g_autoptr(GPtrArray) there = NULL;
  g_autoptr(GError) error = NULL;

  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=2\r\n") END, 2, 0, 0, 0);
  g_assert_true (tambour_instant_parse ("2027-01-04T09:02:00Z", &call.start));

  /* Who was there is not said: whoever was asked. */
  plan = tambour_call_plan (fixture->portfolio->store, &call, NULL, call.start, zone, NULL, &error);
  g_assert_no_error (error);
  tambour_call_plan_put (plan, change);
  g_assert_true (tambour_store_commit (fixture->portfolio->store, change, &error));
  held = get_call (fixture, 0);
  g_assert_cmpstr (held->title, ==, "Weekly");
  g_assert_cmpint (held->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  g_assert_cmpint (held->minutes, ==, 30);
  there = list (fixture, TAMBOUR_TYPE_ATTENDANCE, "name");
  g_assert_cmpuint (there->len, ==, 4);

  /* It is said: those alone. */
  g_assert_true (tambour_instant_parse ("2027-01-11T09:00:00Z", &call.start));
  call.attendees = attendees;
  call.minutes = 20;
  second = tambour_call_plan (fixture->portfolio->store, &call, NULL, call.start, zone, NULL, &error);
  g_assert_no_error (error);
  tambour_call_plan_put (second, another);
  g_assert_true (tambour_store_commit (fixture->portfolio->store, another, &error));
  g_clear_pointer (&there, g_ptr_array_unref);
  there = list (fixture, TAMBOUR_TYPE_ATTENDANCE, "name");
  g_assert_cmpuint (there->len, ==, 4);
  g_assert_cmpstr (((TambourAttendance *) there->pdata[2])->name, ==, "Dora");

  import (fixture, BEGIN EVENT (SERIES "RRULE:FREQ=WEEKLY;COUNT=2\r\n") END, 0, 0, 2, 0);
  assert_calls (fixture, "01-04 09:00 Weekly held\n01-11 09:00 Weekly held");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/calendar/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("events-become-planned-calls-once", test_planned);
  ADD ("moved-and-cancelled-events-move-and-cancel-their-calls", test_moved);
  ADD ("a-changed-rule-moves-what-is-planned", test_changed_rule);
  ADD ("what-a-person-wrote-stays", test_by_hand);
  ADD ("a-call-that-was-planned-here-is-the-event", test_adopted);
  ADD ("the-account-is-whose-people-are-asked", test_accounts);
  ADD ("a-held-call-is-logged-from-its-event", test_logged);
#undef ADD

  return g_test_run ();
}
