/* test-ical-events.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-ical-events.h"
#include "tambour-ical-write.h"
#include "tambour-ical.h"

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
#define END   "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nDTSTAMP:20200101T000000Z\r\n" lines "END:VEVENT\r\n"

static TambourIcalEvents *
read_window (const char *text,
             gsize       length,
             const char *from,
             const char *until)
{
  g_autoptr(GTimeZone) zone = tambour_zone_lookup ("Europe/Berlin");
  TambourIcalWindow window = { { TAMBOUR_NEVER }, { TAMBOUR_NEVER }, { TAMBOUR_NEVER }, zone };
  g_autoptr(GError) error = NULL;
  TambourIcalEvents *events;

  g_assert_true (tambour_instant_parse ("2026-11-23T10:00:00Z", &window.now));
  g_assert_true (from == NULL || tambour_instant_parse (from, &window.from));
  g_assert_true (until == NULL || tambour_instant_parse (until, &window.until));
  events = tambour_ical_events_parse (text, length, &window, &error);
  g_assert_no_error (error);

  return events;
}

static TambourIcalEvents *
read_all (const char *text)
{
  return read_window (text, strlen (text), NULL, NULL);
}

/* “05-04 08:00–08:30 Title”, in UTC, with what is special behind it. */
static void
append_event (GString                *shown,
              const TambourIcalEvent *event)
{
  g_autofree char *start = tambour_instant_dup_text (event->start);
  g_autofree char *end = tambour_instant_dup_text (event->end);

  g_string_append_printf (shown, "%s%.10s %.5s-%.5s %s", shown->len ? "\n" : "", start, start + 11, end + 11, event->title ? event->title : "?");
  if (event->is_all_day)
    g_string_append_printf (shown, " until %.10s", end);
  if (event->is_cancelled)
    g_string_append (shown, " cancelled");
}

static char *
show (const TambourIcalEvents *events)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < events->events->len; i++)
    append_event (shown, events->events->pdata[i]);

  return g_string_free_and_steal (shown);
}

static void
assert_shows (const TambourIcalEvents *events,
              const char              *expected)
{
  g_autofree char *shown = show (events);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_reads (const char *text,
              const char *expected)
{
  g_autoptr(TambourIcalEvents) events = read_all (text);

  assert_shows (events, expected);
  g_assert_cmpuint (events->faults->len, ==, 0);
}

static const TambourIcalFault *
fault_at (const TambourIcalEvents *events,
          guint                    i)
{
  g_assert_cmpuint (i, <, events->faults->len);

  return events->faults->pdata[i];
}

static void
test_words (void)
{
  g_autoptr(TambourIcalEvents) events = read_all (BEGIN EVENT ("UID:a\r\nDTSTART;TZID=Europe/Berlin:20260504T100000\r\nDURATION:PT45M\r\n"
                                                               "SUMMARY:Weekly call\\, all\r\n"
                                                               "DESCRIPTION:One\\nTwo\\; thr\r\n ee\r\nLOCATION:Room\\, 1\r\nSEQUENCE:3\r\nLAST-MODIFIED:20260102T030405Z\r\n"
                                                               "ORGANIZER;CN=\"Adler, Maya\":mailto:Maya@Tambour.Example\r\n"
                                                               "ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:MAILTO:anna@varnholt.example\r\n"
                                                               "ATTENDEE;PARTSTAT=DECLINED:mailto:bo@varnholt.example\r\n"
                                                               "ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@varnholt.example\r\n"
                                                               "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:no\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n") END);
  const TambourIcalEvent *event = events->events->pdata[0];
  const TambourEventPerson *person;
  g_autofree char *modified = tambour_instant_dup_text (event->modified);

  assert_shows (events, "2026-05-04 08:00-08:45 Weekly call, all");
  g_assert_cmpuint (events->faults->len, ==, 0);
  g_assert_cmpstr (event->uid, ==, "a");
  g_assert_null (event->instance);
  g_assert_cmpstr (event->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (event->description, ==, "One\nTwo; three");
  g_assert_cmpstr (event->location, ==, "Room, 1");
  g_assert_cmpint (event->sequence, ==, 3);
  g_assert_cmpstr (modified, ==, "2026-01-02T03:04:05Z");
  g_assert_cmpstr (event->organiser->name, ==, "Adler, Maya");
  g_assert_cmpstr (event->organiser->email, ==, "maya@tambour.example");
  g_assert_cmpuint (event->people->len, ==, 3);
  person = event->people->pdata[0];
  g_assert_cmpstr (person->name, ==, "Anna");
  g_assert_cmpint (person->answer, ==, TAMBOUR_EVENT_ANSWER_ACCEPTED);
  person = event->people->pdata[1];
  g_assert_null (person->name);
  g_assert_cmpint (person->answer, ==, TAMBOUR_EVENT_ANSWER_DECLINED);
  person = event->people->pdata[2];
  g_assert_true (person->is_thing);
}

static void
test_kinds_of_time (void)
{
  assert_reads (BEGIN EVENT ("UID:a\r\nSUMMARY:UTC\r\nDTSTART:20260504T100000Z\r\nDTEND:20260504T110000Z\r\n")
                  EVENT ("UID:b\r\nSUMMARY:Floating\r\nDTSTART:20260504T100000\r\nDTEND:20260504T113000\r\n")
                    EVENT ("UID:c\r\nSUMMARY:Days\r\nDTSTART;VALUE=DATE:20260505\r\nDTEND;VALUE=DATE:20260507\r\n")
                      EVENT ("UID:d\r\nSUMMARY:Day\r\nDTSTART;VALUE=DATE:20260508\r\n")
                        EVENT ("UID:e\r\nSUMMARY:Tokyo\r\nDTSTART;TZID=Asia/Tokyo:20260509T100000\r\nDTEND;TZID=Asia/Tokyo:20260509T110000\r\n")
                          EVENT ("UID:f\r\nSUMMARY:Moment\r\nDTSTART:20260510T100000Z\r\n")
                            EVENT ("UID:g\r\nSUMMARY:Outlook\r\nDTSTART;TZID=W. Europe Standard Time:20260511T100000\r\nDURATION:PT1H\r\n")
                              EVENT ("UID:h\r\nSUMMARY:Prefix\r\nDTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20260512T100000\r\nDURATION:PT1H\r\n") END,
                "2026-05-04 08:00-09:30 Floating\n"
                "2026-05-04 10:00-11:00 UTC\n"
                "2026-05-04 22:00-22:00 Days until 2026-05-06\n"
                "2026-05-07 22:00-22:00 Day until 2026-05-08\n"
                "2026-05-09 01:00-02:00 Tokyo\n"
                "2026-05-10 10:00-10:00 Moment\n"
                "2026-05-11 08:00-09:00 Outlook\n"
                "2026-05-12 14:00-15:00 Prefix");
}

/* A zone that the file alone knows: one hour ahead, two in summer, from May to September. */
#define TABLE(name) "BEGIN:VTIMEZONE\r\nTZID:" name "\r\n" \
                    "BEGIN:STANDARD\r\nDTSTART:16010901T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" \
                    "RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1\r\nEND:STANDARD\r\n" \
                    "BEGIN:DAYLIGHT\r\nDTSTART:16010501T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n" \
                    "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

static void
test_own_zone (void)
{
  /* The table stands behind the event that names it. */
  assert_reads (BEGIN EVENT ("UID:a\r\nSUMMARY:Own\r\nDTSTART;TZID=Ours:20260424T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")
                  TABLE ("Ours") END,
                "2026-04-24 09:00-10:00 Own\n2026-05-01 08:00-09:00 Own\n2026-05-08 08:00-09:00 Own");
}

static void
test_zone_that_never_rests (void)
{
  g_autoptr(TambourIcalEvents) events =
    read_all (BEGIN "BEGIN:VTIMEZONE\r\nTZID:Mad\r\nBEGIN:STANDARD\r\nDTSTART:16010901T030000\r\nTZOFFSETFROM:+0200\r\n"
                    "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT ("UID:a\r\nSUMMARY:Call\r\nDTSTART;TZID=Mad:20260424T100000\r\n") END);

  assert_shows (events, "2026-04-24 08:00-08:00 Call");
  g_assert_cmpuint (events->faults->len, ==, 2);
  g_assert_nonnull (strstr (fault_at (events, 1)->reason, "Mad"));
}

static void
test_clock_changes (void)
{
  assert_reads (BEGIN EVENT ("UID:a\r\nSUMMARY:Weekly\r\nDTSTART;TZID=Europe/Berlin:20260320T100000\r\nDTEND;TZID=Europe/Berlin:20260320T110000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")
                  EVENT ("UID:b\r\nSUMMARY:Night\r\nDTSTART;TZID=Europe/Berlin:20260328T023000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n") END,
                "2026-03-20 09:00-10:00 Weekly\n"
                "2026-03-27 09:00-10:00 Weekly\n"
                "2026-03-28 01:30-02:30 Night\n"
                "2026-03-29 01:00-02:00 Night\n"
                "2026-03-30 00:30-01:30 Night\n"
                "2026-04-03 08:00-09:00 Weekly");
}

static void
test_until (void)
{
  /* In UTC it is compared in UTC: the last is at 10:00 in Berlin, which is 08:00. */
  assert_reads (BEGIN EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/Berlin:20260504T100000\r\nRRULE:FREQ=DAILY;UNTIL=20260506T080000Z\r\n")
                  EVENT ("UID:b\r\nSUMMARY:B\r\nDTSTART;TZID=Europe/Berlin:20260601T233000\r\nRRULE:FREQ=DAILY;UNTIL=20260602\r\n")
                    EVENT ("UID:c\r\nSUMMARY:C\r\nDTSTART;VALUE=DATE:20260701\r\nRRULE:FREQ=DAILY;UNTIL=20260702\r\n") END,
                "2026-05-04 08:00-08:00 A\n2026-05-05 08:00-08:00 A\n2026-05-06 08:00-08:00 A\n"
                "2026-06-01 21:30-21:30 B\n2026-06-02 21:30-21:30 B\n"
                "2026-06-30 22:00-22:00 C until 2026-07-01\n2026-07-01 22:00-22:00 C until 2026-07-02");
}

static void
test_exceptions (void)
{
  g_autoptr(TambourIcalEvents) events =
    read_all (BEGIN EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/Berlin:20260504T100000\r\nRRULE:FREQ=DAILY;COUNT=5\r\n"
                           "EXDATE;TZID=Europe/Berlin:20260505T100000,20260506T100000\r\nEXDATE:20260507T080000Z\r\n"
                           "RDATE;TZID=Europe/Berlin:20260520T120000\r\nRDATE;VALUE=PERIOD:20260521T100000Z/PT2H\r\n") END);

  assert_shows (events, "2026-05-04 08:00-08:00 A\n2026-05-08 08:00-08:00 A\n2026-05-20 10:00-10:00 A\n2026-05-21 10:00-12:00 A");
  g_assert_cmpuint (g_hash_table_size (events->left_out), ==, 3);
  g_assert_true (g_hash_table_contains (events->left_out, "a/2026-05-05T08:00:00Z"));
  g_assert_true (g_hash_table_contains (events->whole, "a"));
}

static void
test_moved_and_cancelled (void)
{
  g_autoptr(TambourIcalEvents) events =
    read_all (BEGIN EVENT ("UID:a\r\nSUMMARY:Moved\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260505T100000\r\nDTSTART;TZID=Europe/Berlin:20260505T150000\r\nDURATION:PT2H\r\n")
                EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/Berlin:20260504T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n")
                  EVENT ("UID:a\r\nSUMMARY:A\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID:20260506T080000Z\r\nDTSTART;TZID=Europe/Berlin:20260506T100000\r\nDURATION:PT1H\r\n")
                    EVENT ("UID:b\r\nSUMMARY:Alone\r\nRECURRENCE-ID:20260506T080000Z\r\nDTSTART:20260507T080000Z\r\n") END);
  const TambourIcalEvent *moved = events->events->pdata[1];
  const TambourIcalEvent *alone = events->events->pdata[3];
  g_autofree char *key = tambour_ical_event_dup_key (alone);

  assert_shows (events, "2026-05-04 08:00-09:00 A\n2026-05-05 13:00-15:00 Moved\n2026-05-06 08:00-09:00 A cancelled\n2026-05-07 08:00-08:00 Alone");
  g_assert_cmpstr (moved->instance, ==, "2026-05-05T08:00:00Z");
  g_assert_cmpstr (key, ==, "b/2026-05-06T08:00:00Z");
  g_assert_false (g_hash_table_contains (events->whole, "b"));
}

static void
test_this_and_future (void)
{
  assert_reads (BEGIN EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/Berlin:20260504T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n")
                  EVENT ("UID:a\r\nSUMMARY:Later\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260505T100000\r\nDTSTART;TZID=Europe/Berlin:20260505T140000\r\nDURATION:PT30M\r\n")
                    EVENT ("UID:a\r\nSUMMARY:Once\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260506T100000\r\nDTSTART;TZID=Europe/Berlin:20260506T090000\r\nDURATION:PT30M\r\n") END,
                "2026-05-04 08:00-09:00 A\n2026-05-05 12:00-12:30 Later\n2026-05-06 07:00-07:30 Once\n2026-05-07 12:00-12:30 Later");
}

static void
test_window (void)
{
  const char *endless = BEGIN EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/Berlin:19990104T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;INTERVAL=2\r\n") END;
  g_autoptr(TambourIcalEvents) some = read_window (endless, strlen (endless), "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
  g_autoptr(TambourIcalEvents) usual = read_all (endless);
  const TambourIcalEvent *first = usual->events->pdata[0];
  const TambourIcalEvent *last = usual->events->pdata[usual->events->len - 1];
  g_autofree char *begins = tambour_instant_dup_text (first->start);
  g_autofree char *ends = tambour_instant_dup_text (last->start);

  /* 1999-01-04 and 2026-11-02 are 726 times two weeks apart. */
  assert_shows (some, "2026-11-02 09:00-10:00 A\n2026-11-16 09:00-10:00 A\n2026-11-30 09:00-10:00 A");
  g_assert_cmpstr (begins, ==, "2025-12-01T09:00:00Z");
  g_assert_cmpstr (ends, ==, "2027-12-27T09:00:00Z");
}

static void
test_endless_rules_end (void)
{
  static const char * const rules[] = {
    "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=-53SA", "FREQ=YEARLY;INTERVAL=3000", "FREQ=DAILY;COUNT=100000000", "FREQ=NEVER", "FREQ=", "",
    "FREQ=MINUTELY;INTERVAL=7;BYHOUR=3", "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=-1", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY;INTERVAL=0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *text = g_strdup_printf (BEGIN EVENT ("UID:a\r\nDTSTART:20200504T100000Z\r\nRRULE:%s\r\n") END, rules[i]);
      gint64 begun = g_get_monotonic_time ();
      g_autoptr(TambourIcalEvents) events = read_all (text);

      g_assert_cmpuint (events->events->len, >=, 1);
      g_assert_cmpuint (events->events->len, <=, 1001);
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourIcalEvents) events =
    read_all (BEGIN EVENT ("UID:a\r\nSUMMARY:No start\r\n")
                EVENT ("UID:b\r\nSUMMARY:No day\r\nDTSTART:20260231T100000Z\r\n")
                  EVENT ("UID:c\r\nSUMMARY:Good\r\nnothing at all\r\nDTSTART:20260504T100000Z\r\nRRULE:FREQ=SOMETIMES\r\n")
                    EVENT ("UID:d\r\nSUMMARY:Nowhere\r\nDTSTART;TZID=Atlantis:20260505T100000\r\n") "BEGIN:VEVENT\r\nUID:e\r\nSUMMARY:Cut\r\nDTSTART:20260506T100000Z\r\n");

  assert_shows (events, "2026-05-04 10:00-10:00 Good\n2026-05-05 08:00-08:00 Nowhere\n2026-05-06 10:00-10:00 Cut");
  g_assert_true (fault_at (events, 0)->is_lost);
  g_assert_cmpstr (fault_at (events, 0)->title, ==, "No start");
  g_assert_cmpuint (fault_at (events, 0)->line, ==, 4);
  g_assert_true (fault_at (events, 1)->is_lost);
  g_assert_cmpstr (fault_at (events, 1)->uid, ==, "b");
  for (guint i = 2; i < events->faults->len; i++)
    g_assert_false (fault_at (events, i)->is_lost);
  g_assert_cmpuint (events->faults->len, >=, 6);
}

static void
test_old_encodings (void)
{
  static const char old[] = "BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20260504T100000Z\n"
                            "SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=FC=DFe=\n an alle\nEND:VEVENT\n"
                            "BEGIN:VEVENT\nUID:b\nDTSTART:20260505T100000Z\nSUMMARY:M\xfcller\nEND:VEVENT\nEND:VCALENDAR\n";
  gsize length;
  g_autofree char *wide = g_convert (BEGIN EVENT ("UID:a\r\nDTSTART:20260504T100000Z\r\nSUMMARY:Grüße\r\n") END, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr(TambourIcalEvents) events = read_window (wide, length, NULL, NULL);

  assert_reads (old, "2026-05-04 10:00-10:00 Grüße an alle\n2026-05-05 10:00-10:00 Müller");
  assert_shows (events, "2026-05-04 10:00-10:00 Grüße");
}

static void
test_versions (void)
{
  g_autoptr(TambourIcalEvents) events =
    read_all (BEGIN EVENT ("UID:a\r\nSUMMARY:Newer\r\nSEQUENCE:2\r\nDTSTART:20260505T100000Z\r\n")
                EVENT ("UID:a\r\nSUMMARY:Older\r\nSEQUENCE:1\r\nDTSTART:20260504T100000Z\r\n") END);
  g_autoptr(TambourIcalEvents) cancelled = read_all (BEGIN "METHOD:CANCEL\r\n" EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART:20260505T100000Z\r\n") END);
  g_autoptr(TambourIcalEvents) answer = read_all (BEGIN "METHOD:REPLY\r\n" EVENT ("UID:a\r\nSUMMARY:A\r\nDTSTART:20260505T100000Z\r\n") END);

  assert_shows (events, "2026-05-05 10:00-10:00 Newer");
  g_assert_cmpuint (events->faults->len, ==, 1);
  g_assert_false (fault_at (events, 0)->is_lost);
  assert_reads (BEGIN EVENT ("UID:a\r\nSUMMARY:Same\r\nDTSTART:20260505T100000Z\r\n") EVENT ("UID:a\r\nSUMMARY:Same\r\nDTSTART:20260505T100000Z\r\n") END,
                "2026-05-05 10:00-10:00 Same");
  assert_shows (cancelled, "2026-05-05 10:00-10:00 A cancelled");
  assert_shows (answer, "");
  g_assert_true (fault_at (answer, 0)->is_lost);
}

static void
test_no_calendar (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  TambourIcalWindow window = { { TAMBOUR_NEVER }, { TAMBOUR_NEVER }, { 0 }, zone };
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_ical_events_parse ("name,email\n", 11, &window, &error));
  g_assert_error (error, TAMBOUR_ICAL_ERROR, TAMBOUR_ICAL_ERROR_SHAPE);
  g_assert_true (tambour_ical_looks_like_one ("\xef\xbb\xbf"
                                              "begin:vcalendar\n",
                                              19));
  g_assert_false (tambour_ical_looks_like_one ("name,email\n", 11));
}

/* What is written is read again as it was, and the same is written the same. */
static void
test_written (void)
{
  g_autoptr(TambourIcalEvents) events =
    read_all (BEGIN EVENT ("UID:a\r\nSUMMARY:Grüße\\, alle; und eine lange Zeile über alle Maßen, die gefaltet werden muß\r\nDESCRIPTION:One\\nTwo\r\n"
                           "ORGANIZER;CN=\"Adler, Maya\":mailto:maya@tambour.example\r\nATTENDEE;CN=Anna:mailto:anna@varnholt.example\r\n"
                           "DTSTART;TZID=Europe/Berlin:20260320T100000\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n")
                EVENT ("UID:b\r\nSUMMARY:UTC\r\nDTSTART:20260504T100000Z\r\n") EVENT ("UID:c\r\nSUMMARY:Day\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20260505\r\n") END);
  g_autofree char *text = tambour_ical_write (events->events);
  g_autofree char *second = tambour_ical_write (events->events);
  g_autoptr(TambourIcalEvents) again = read_all (text);
  g_autofree char *before = show (events);
  const TambourIcalEvent *first = again->events->pdata[0];

  g_assert_cmpstr (text, ==, second);
  g_assert_cmpuint (again->faults->len, ==, 0);
  g_assert_true (g_str_has_prefix (before, "2026-03-20 09:00-09:30 Grüße, alle"));
  g_assert_cmpuint (again->events->len, ==, 4);
  g_assert_cmpstr (first->title, ==, ((TambourIcalEvent *) events->events->pdata[0])->title);
  g_assert_cmpstr (first->instance, ==, "2026-03-20T09:00:00Z");
  g_assert_cmpstr (first->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (first->organiser->name, ==, "Adler, Maya");
  g_assert_cmpstr (((TambourEventPerson *) first->people->pdata[0])->email, ==, "anna@varnholt.example");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((TambourIcalEvent *) again->events->pdata[i])->start.seconds, ==, ((TambourIcalEvent *) events->events->pdata[i])->start.seconds);
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20260320T100000"));
  for (const char *line = text; *line; line += strcspn (line, "\n") + 1)
    g_assert_cmpuint (strcspn (line, "\n"), <=, 76);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ical-events/an-event-says-what-it-is-and-who-comes", test_words);
  g_test_add_func ("/ical-events/times-are-utc-floating-days-or-of-a-zone", test_kinds_of_time);
  g_test_add_func ("/ical-events/a-zone-of-the-file-counts", test_own_zone);
  g_test_add_func ("/ical-events/a-zone-that-never-rests-is-refused", test_zone_that_never_rests);
  g_test_add_func ("/ical-events/a-call-keeps-its-hour-when-clocks-change", test_clock_changes);
  g_test_add_func ("/ical-events/until-counts-in-its-own-zone", test_until);
  g_test_add_func ("/ical-events/exceptions-and-further-times", test_exceptions);
  g_test_add_func ("/ical-events/moved-and-cancelled-recurrences", test_moved_and_cancelled);
  g_test_add_func ("/ical-events/this-and-all-that-follow", test_this_and_future);
  g_test_add_func ("/ical-events/what-never-ends-is-read-near-now", test_window);
  g_test_add_func ("/ical-events/every-rule-comes-to-an-end", test_endless_rules_end);
  g_test_add_func ("/ical-events/what-cannot-be-read-is-listed", test_what_cannot_be_read);
  g_test_add_func ("/ical-events/old-encodings", test_old_encodings);
  g_test_add_func ("/ical-events/the-newest-version-counts", test_versions);
  g_test_add_func ("/ical-events/another-file-is-refused", test_no_calendar);

  g_test_add_func ("/ical-events/what-is-written-is-read-again", test_written);

  return g_test_run ();
}
