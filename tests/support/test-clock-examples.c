/* test-clock-examples.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tambour-clock-rules.h"

/* The examples of RESPONSE-CLOCK.md, and what follows from its rules in other
 * zones, as tables. Times are given as wall time and offset, the way that the
 * page gives them.
 */
typedef struct
{
  const char *calendar;  /* as JSON */
  const char *target;    /* the promise, as JSON members */
  const char *received;
  const char *pauses[4]; /* from, to, from, to */
  const char *due;
} Example;

#define SHIPPED "{\"zone\":\"America/Los_Angeles\",\"weekly\":[[\"Sun 16:00\",\"Fri 17:00\"]]}"
#define THANKS  "{\"zone\":\"America/Los_Angeles\",\"weekly\":[[\"Sun 16:00\",\"Fri 17:00\"]]," \
                "\"holidays\":[\"2026-11-26\",\"2026-11-27\"]}"
#define ALWAYS  "{\"always\":true}"
#define WHOLE(zone) "{\"zone\":\"" zone "\",\"weekly\":[[\"Mon 00:00\",\"Sun 24:00\"]]," \
                    "\"business_weekdays\":[\"Mon\",\"Tue\",\"Wed\",\"Thu\",\"Fri\",\"Sat\",\"Sun\"]}"
#define LONDON  "{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"],[\"Tue 09:00\",\"Tue 17:00\"]," \
                "[\"Wed 09:00\",\"Wed 17:00\"],[\"Thu 09:00\",\"Thu 17:00\"],[\"Fri 09:00\",\"Fri 17:00\"]]," \
                "\"holidays\":[\"2026-12-25\",\"2026-12-28\"],\"business_day_minutes\":480}"
#define NIGHTS  "{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 22:00\",\"Tue 06:00\"],[\"Tue 22:00\",\"Wed 06:00\"]," \
                "[\"Wed 22:00\",\"Thu 06:00\"]],\"holidays\":[\"2026-11-24\"]}"

static const Example examples[] = {
  /* The table of the page. */
  { ALWAYS, "\"minutes\":30", "2026-11-21T03:00:00-08:00", { NULL }, "2026-11-21T03:30:00-08:00" },
  { ALWAYS, "\"minutes\":30", "2026-11-01T01:45:00-07:00", { NULL }, "2026-11-01T01:15:00-08:00" },
  { SHIPPED, "\"minutes\":120", "2026-11-21T03:00:00-08:00", { NULL }, "2026-11-22T18:00:00-08:00" },
  { SHIPPED, "\"minutes\":120", "2026-11-20T16:00:00-08:00", { NULL }, "2026-11-22T17:00:00-08:00" },
  { SHIPPED, "\"minutes\":120", "2026-11-20T15:00:00-08:00", { NULL }, "2026-11-20T17:00:00-08:00" },
  { SHIPPED, "\"business_days\":1", "2026-11-19T10:00:00-08:00", { NULL }, "2026-11-20T10:00:00-08:00" },
  { SHIPPED, "\"business_days\":1", "2026-11-20T16:30:00-08:00", { NULL }, "2026-11-23T16:30:00-08:00" },
  { SHIPPED, "\"business_days\":1", "2026-11-20T18:00:00-08:00", { NULL }, "2026-11-23T16:00:00-08:00" },
  { THANKS, "\"business_days\":2", "2026-11-25T09:00:00-08:00", { NULL }, "2026-12-01T09:00:00-08:00" },
  { SHIPPED, "\"business_days\":1,\"rule\":\"covered\"", "2026-02-06T16:00:00-08:00", { NULL }, "2026-02-09T15:00:00-08:00" },
  { SHIPPED, "\"business_days\":1,\"rule\":\"end_of_day\"", "2026-02-06T16:00:00-08:00", { NULL }, "2026-02-10T00:00:00-08:00" },
  { SHIPPED, "\"business_days\":1,\"rule\":\"covered\"", "2026-02-06T10:00:00-08:00", { "2026-02-06T12:00:00-08:00", "2026-02-09T09:00:00-08:00" }, "2026-02-10T07:00:00-08:00" },

  /* same_time that begins when rule 1 says, over a week's end and over holidays. */
  { SHIPPED, "\"business_days\":1", "2026-11-22T12:00:00-08:00", { NULL }, "2026-11-23T16:00:00-08:00" },
  { THANKS, "\"business_days\":1", "2026-11-26T12:00:00-08:00", { NULL }, "2026-11-30T16:00:00-08:00" },
  { THANKS, "\"business_days\":1", "2026-11-25T23:59:59-08:00", { NULL }, "2026-11-30T23:59:59-08:00" },
  { LONDON, "\"business_days\":1", "2026-12-24T16:59:00Z", { NULL }, "2026-12-29T16:59:00Z" },
  { LONDON, "\"business_days\":1", "2026-12-24T17:00:00Z", { NULL }, "2026-12-30T09:00:00Z" },
  { LONDON, "\"business_days\":1,\"rule\":\"end_of_day\"", "2026-12-24T10:00:00Z", { NULL }, "2026-12-29T17:00:00Z" },
  { LONDON, "\"business_days\":1,\"rule\":\"covered\"", "2026-12-24T10:00:00Z", { NULL }, "2026-12-29T10:00:00Z" },
  { LONDON, "\"minutes\":480", "2026-12-24T09:00:00Z", { NULL }, "2026-12-24T17:00:00Z" },
  { LONDON, "\"minutes\":481", "2026-12-24T09:00:00Z", { NULL }, "2026-12-29T09:01:00Z" },

  /* Each instant's own date says whether it is a holiday: the Monday night ends at midnight. */
  { NIGHTS, "\"minutes\":120", "2026-11-23T12:00:00Z", { NULL }, "2026-11-24T00:00:00Z" },
  { NIGHTS, "\"minutes\":121", "2026-11-23T12:00:00Z", { NULL }, "2026-11-25T00:01:00Z" },
  { NIGHTS, "\"business_days\":1,\"rule\":\"end_of_day\"", "2026-11-23T23:00:00Z", { NULL }, "2026-11-26T00:00:00Z" },

  /* Cairo skips midnight on Friday, 24 April 2026, and goes back at midnight on 29 October. */
  { WHOLE ("Africa/Cairo"), "\"business_days\":1", "2026-04-23T00:30:00+02:00", { NULL }, "2026-04-24T01:00:00+03:00" },
  { WHOLE ("Africa/Cairo"), "\"business_days\":1", "2026-10-28T23:30:00+03:00", { NULL }, "2026-10-29T23:30:00+03:00" },
  { WHOLE ("Africa/Cairo"), "\"business_days\":1,\"rule\":\"end_of_day\"", "2026-10-28T12:00:00+03:00", { NULL }, "2026-10-30T00:00:00+02:00" },
  { WHOLE ("Africa/Cairo"), "\"business_days\":1,\"rule\":\"covered\"", "2026-10-29T12:00:00+03:00", { NULL }, "2026-10-30T11:00:00+02:00" },

  /* A skipped 02:30 is 03:00 in summer time, a doubled 01:30 its first occurrence. */
  { WHOLE ("America/Los_Angeles"), "\"business_days\":1", "2026-03-07T02:30:00-08:00", { NULL }, "2026-03-08T03:00:00-07:00" },
  { WHOLE ("America/Los_Angeles"), "\"business_days\":1", "2026-10-31T01:30:00-07:00", { NULL }, "2026-11-01T01:30:00-07:00" },
  { WHOLE ("America/Los_Angeles"), "\"business_days\":1", "2026-11-01T01:30:00-08:00", { NULL }, "2026-11-02T01:30:00-08:00" },

  /* Lord Howe shifts by half an hour. */
  { WHOLE ("Australia/Lord_Howe"), "\"business_days\":1", "2026-10-03T02:15:00+10:30", { NULL }, "2026-10-04T02:30:00+11:00" },
  { WHOLE ("Australia/Lord_Howe"), "\"business_days\":1", "2026-04-04T01:45:00+11:00", { NULL }, "2026-04-05T01:45:00+11:00" },
  { WHOLE ("Australia/Lord_Howe"), "\"business_days\":1,\"rule\":\"covered\"", "2026-04-04T12:00:00+11:00", { NULL }, "2026-04-05T11:30:00+10:30" },
  { WHOLE ("Asia/Kathmandu"), "\"business_days\":1", "2026-11-23T10:00:00+05:45", { NULL }, "2026-11-24T10:00:00+05:45" },

  /* Samoa had no 30 December 2011. */
  { WHOLE ("Pacific/Apia"), "\"business_days\":1", "2011-12-29T10:00:00-10:00", { NULL }, "2011-12-31T00:00:00+14:00" },

  /* Pauses: over closing time, overlapping, before the start, at the due time, open. */
  { LONDON, "\"minutes\":60", "2026-11-23T16:30:00Z", { "2026-11-23T16:45:00Z", "2026-11-23T17:00:00Z" }, "2026-11-24T09:45:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T16:30:00Z", { "2026-11-23T16:45:00Z", "2026-11-24T09:00:00Z" }, "2026-11-24T09:45:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-23T10:30:00Z", "2026-11-23T11:30:00Z", "2026-11-23T11:00:00Z", "2026-11-23T12:00:00Z" }, "2026-11-23T12:30:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z", "2026-11-23T10:30:00Z", "2026-11-23T11:45:00Z" }, "2026-11-23T13:15:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-22T10:00:00Z", "2026-11-23T10:20:00Z" }, "2026-11-23T11:20:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-23T11:00:00Z", "2026-11-23T12:00:00Z" }, "2026-11-23T11:00:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T16:00:00Z", { "2026-11-23T17:00:00Z", "2026-11-24T12:00:00Z" }, "2026-11-23T17:00:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-23T10:30:00Z", "2026-11-23T10:30:00Z" }, "2026-11-23T11:00:00Z" },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-23T10:30:00Z", NULL }, NULL },
  { LONDON, "\"minutes\":60", "2026-11-23T10:00:00Z", { "2026-11-23T11:00:00Z", NULL }, "2026-11-23T11:00:00Z" },
  { LONDON, "\"business_days\":1", "2026-11-23T10:00:00Z", { "2026-11-23T18:00:00Z", "2026-11-24T08:00:00Z" }, "2026-11-24T10:00:00Z" },
  { LONDON, "\"business_days\":1", "2026-11-23T10:00:00Z", { "2026-11-23T16:00:00Z", "2026-11-24T09:30:00Z" }, "2026-11-24T11:30:00Z" },
  { LONDON, "\"business_days\":1", "2026-11-23T10:00:00Z", { "2026-11-24T10:00:00Z", "2026-11-24T12:00:00Z" }, "2026-11-24T10:00:00Z" },
  { LONDON, "\"business_days\":1", "2026-11-23T10:00:00Z", { "2026-11-24T09:30:00Z", "2026-11-24T10:00:00Z", "2026-11-24T10:15:00Z", "2026-11-24T10:45:00Z" }, "2026-11-24T11:00:00Z" },
  { LONDON, "\"business_days\":1,\"rule\":\"end_of_day\"", "2026-11-23T10:00:00Z", { "2026-11-23T16:00:00Z", "2026-11-23T17:00:00Z" }, "2026-11-25T10:00:00Z" },
};

static TambourInstant
parse (const char *text)
{
  TambourInstant instant = { TAMBOUR_NEVER };

  if (text != NULL)
    g_assert_true (tambour_instant_parse (text, &instant));

  return instant;
}

static const TambourTarget *
load_target (const Example     *example,
             TambourCatalogue **catalogue)
{
  g_autofree char *document = g_strdup_printf (
    "{\"calendars\":{\"c\":%s},\"plans\":[{\"id\":\"p\",\"targets\":["
    "{\"kind\":\"first_response\",\"priority\":\"P1\",\"calendar\":\"c\",%s}]}]}",
    example->calendar, example->target);
  g_autoptr(GError) error = NULL;
  const TambourTarget *target;

  *catalogue = tambour_catalogue_new (document, &error);
  g_assert_no_error (error);
  target = tambour_catalogue_find_target (*catalogue, "p", TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                          TAMBOUR_PRIORITY_P1, TAMBOUR_CHANNEL_PHONE, &error);
  g_assert_no_error (error);

  return target;
}

static void
check_example (const Example *example)
{
  g_autoptr(TambourCatalogue) catalogue = NULL;
  const TambourTarget *target = load_target (example, &catalogue);
  TambourInstant start, due;
  TambourPause pauses[2];
  guint n_pauses = 0;
  g_autofree char *due_text = NULL;
  g_autofree char *expected = tambour_instant_dup_text (parse (example->due));
  g_autoptr(GError) error = NULL;

  for (; n_pauses < 2 && example->pauses[2 * n_pauses]; n_pauses++)
    pauses[n_pauses] = (TambourPause) { parse (example->pauses[2 * n_pauses]), parse (example->pauses[2 * n_pauses + 1]) };

  g_assert_true (tambour_clock_due (target, parse (example->received), pauses, n_pauses, &start, &due, &error));
  g_assert_no_error (error);
  g_test_message ("%s of %s at %s", example->target, example->calendar, example->received);
  due_text = tambour_instant_dup_text (due);
  g_assert_cmpstr (due_text, ==, expected);
}

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    check_example (&examples[i]);
}

/* Two years without covered time are too long, a week less is not. */
static void
test_two_years (void)
{
  for (guint n_weeks = 104; n_weeks <= 105; n_weeks++)
    {
      GString *calendar = g_string_new ("{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"]],\"holidays\":[\"2020-01-01\"");
      Example example = { NULL, "\"minutes\":30", NULL, { NULL }, NULL };
      g_autoptr(TambourCatalogue) catalogue = NULL;
      const TambourTarget *target;
      TambourInstant start, due;

      for (guint i = 1; i < n_weeks; i++)
        {
          g_autofree char *text = tambour_date_dup_text ((TambourDate) { tambour_date_new (2026, 1, 5).julian + 7 * i });

          g_string_append_printf (calendar, ",\"%s\"", text);
        }

      g_string_append (calendar, "]}");
      example.calendar = calendar->str;
      target = load_target (&example, &catalogue);
      g_assert_cmpint (tambour_clock_due (target, parse ("2026-01-05T16:45:00Z"), NULL, 0, &start, &due, NULL), ==, n_weeks == 104);
      g_assert_cmpint (tambour_clock_due (target, parse ("2026-01-05T17:00:00Z"), NULL, 0, &start, &due, NULL), ==, n_weeks == 104);
      g_string_free (calendar, TRUE);
    }
}

/* Rule 9. */
static void
test_never_open (void)
{
  GString *calendar = g_string_new ("{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"]],\"holidays\":[\"2026-01-05\"");
  Example example = { NULL, "\"minutes\":30", NULL, { NULL }, NULL };
  g_autoptr(TambourCatalogue) catalogue = NULL;
  g_autoptr(GError) error = NULL;
  const TambourTarget *target;
  TambourInstant start, due;

  for (guint32 day = tambour_date_new (2026, 1, 12).julian; day < tambour_date_new (2029, 1, 1).julian; day += 7)
    {
      g_autofree char *text = tambour_date_dup_text ((TambourDate) { day });

      g_string_append_printf (calendar, ",\"%s\"", text);
    }

  g_string_append (calendar, "]}");
  example.calendar = calendar->str;
  target = load_target (&example, &catalogue);
  g_assert_false (tambour_clock_due (target, parse ("2026-01-01T00:00:00Z"), NULL, 0, &start, &due, &error));
  g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN);
  g_assert_nonnull (strstr (error->message, "“c”"));
  g_clear_error (&error);

  /* It opens again within two years of 2027-06-01. */
  g_assert_true (tambour_clock_due (target, parse ("2027-06-01T00:00:00Z"), NULL, 0, &start, &due, &error));
  g_assert_cmpint (start.seconds, ==, parse ("2029-01-01T09:00:00Z").seconds);

  /* A clock that has begun before the long closure is never due either. */
  g_assert_false (tambour_clock_due (target, parse ("2025-12-29T16:45:00Z"), NULL, 0, &start, &due, &error));
  g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN);
  g_string_free (calendar, TRUE);
}

static void
test_end_of_the_calendar (void)
{
  Example example = { ALWAYS, "\"minutes\":100000", NULL, { NULL }, NULL };
  g_autoptr(TambourCatalogue) catalogue = NULL;
  const TambourTarget *target = load_target (&example, &catalogue);
  g_autoptr(GError) error = NULL;
  TambourInstant start, due;

  g_assert_false (tambour_clock_due (target, parse ("9999-12-30T00:00:00Z"), NULL, 0, &start, &due, &error));
  g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/is-due-when-the-rules-say", test_examples);
  g_test_add_func ("/clock/a-calendar-that-never-opens-gives-an-error", test_never_open);
  g_test_add_func ("/clock/a-search-ends-after-two-years", test_two_years);
  g_test_add_func ("/clock/nothing-is-due-after-the-year-9999", test_end_of_the_calendar);

  return g_test_run ();
}
