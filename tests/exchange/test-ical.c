/* test-ical.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-ical.h"

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
#define END   "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nDTSTAMP:20200101T000000Z\r\n" lines "END:VEVENT\r\n"

static char *
show (const char *text,
      int         first,
      int         last)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) holidays = tambour_ical_parse_holidays (text, -1, first, last, &error);
  g_autoptr(GString) shown = g_string_new (NULL);

  if (holidays == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, TAMBOUR_ICAL_ERROR);
      return g_strconcat ("! ", error->message, NULL);
    }

  g_assert_no_error (error);
  for (guint i = 0; i < holidays->len; i++)
    {
      TambourHoliday *holiday = holidays->pdata[i];
      g_autofree char *date = tambour_date_dup_text (holiday->date);

      g_string_append_printf (shown, "%s%s %s", i ? ", " : "", date, holiday->name);
    }

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
assert_shows (const char *text,
              const char *expected)
{
  g_autofree char *shown = show (text, 2025, 2027);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_refused (const char *text,
                const char *word)
{
  g_autofree char *shown = show (text, 2025, 2027);

  if (*shown != '!' || strstr (shown, word) == NULL)
    g_error ("“%s” does not name %s", shown, word);
}

static void
test_days_are_read (void)
{
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\r\n")
                  EVENT ("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year\\, at last\r\n")
                    EVENT ("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260501\r\n")
                      EVENT ("DTSTART;VALUE=DATE:20260601\r\nDURATION:P2D\r\nSUMMARY:Two\r\n") END,
                "2026-01-01 New Year, at last, 2026-05-01 , 2026-06-01 Two, 2026-06-02 Two, "
                "2026-12-25 Christmas, 2026-12-26 Christmas");
}

static void
test_recurrences_fill_the_years (void)
{
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20001003\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Unity\r\n") END,
                "2025-10-03 Unity, 2026-10-03 Unity, 2027-10-03 Unity");
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20251127\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2\r\nSUMMARY:T\r\n") END,
                "2025-11-27 T, 2026-11-26 T");
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20001231\r\nDTEND;VALUE=DATE:20010102\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Turn\r\n") END,
                "2025-01-01 Turn, 2025-12-31 Turn, 2026-01-01 Turn, 2026-12-31 Turn, 2027-01-01 Turn, 2027-12-31 Turn");
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20250101\r\nRDATE;VALUE=DATE:20260105\r\nSUMMARY:R\r\n") END,
                "2025-01-01 R, 2026-01-05 R");
}

static void
test_exceptions_are_left_out (void)
{
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20001003\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20261003\r\nSUMMARY:U\r\n") END,
                "2025-10-03 U, 2027-10-03 U");
  assert_shows (BEGIN EVENT ("UID:u\r\nDTSTART;VALUE=DATE:20001003\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:U\r\n")
                  EVENT ("UID:u\r\nRECURRENCE-ID;VALUE=DATE:20251003\r\nDTSTART;VALUE=DATE:20251006\r\nSUMMARY:Moved\r\n")
                    EVENT ("UID:u\r\nRECURRENCE-ID;VALUE=DATE:20261003\r\nDTSTART;VALUE=DATE:20261003\r\nSTATUS:CANCELLED\r\n") END,
                "2025-10-06 Moved, 2027-10-03 U");
  assert_shows (BEGIN EVENT ("DTSTART;VALUE=DATE:20260101\r\nSTATUS:CANCELLED\r\nSUMMARY:No\r\n")
                  EVENT ("DTSTART:20260101T090000Z\r\nDTEND:20260101T100000Z\r\nSUMMARY:Meeting\r\n") END,
                "");
}

static void
test_broken_files_are_refused (void)
{
  assert_refused ("", "VCALENDAR");
  assert_refused ("name,date\nx,y\n", "VCALENDAR");
  assert_refused (BEGIN EVENT ("SUMMARY:Nowhen\r\n") END, "Nowhen");
  assert_refused (BEGIN EVENT ("SUMMARY:Odd\r\nDTSTART;VALUE=DATE:2026-13-45\r\n") END, "Odd");
  assert_refused (BEGIN EVENT ("SUMMARY:Rule\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=SOMETIMES\r\n") END, "Rule");
  assert_refused (BEGIN EVENT ("SUMMARY:Fast\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=SECONDLY\r\n") END, "Fast");
  assert_refused (BEGIN "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:Cut\r\n", "");
  assert_refused ("BEGIN:VCALENDAR\r\nSUMMARY:\xff\xfe\r\n" END, "UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ical/days-are-read", test_days_are_read);
  g_test_add_func ("/ical/recurrences-fill-the-years", test_recurrences_fill_the_years);
  g_test_add_func ("/ical/exceptions-are-left-out", test_exceptions_are_left_out);
  g_test_add_func ("/ical/broken-files-are-refused", test_broken_files_are_refused);

  return g_test_run ();
}
