/* test-when.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tambour-test-ui.h"
#include "tambour-when.h"

static TambourInstant
at (const char *text)
{
  TambourInstant instant;

  g_assert_true (tambour_instant_parse (text, &instant));

  return instant;
}

static void
test_says_no_more_than_needed (void)
{
  static const struct
  {
    const char *instant;
    const char *zone;
    const char *expected;
  } rows[] = {
    { "2026-11-23T17:21:00Z", "America/Toronto", "12:21" },
    { "2026-11-24T14:40:00Z", "America/Chicago", "Tue 08:40" },
    { "2026-11-25T05:05:00Z", "America/Sao_Paulo", "Wed 02:05" },
    { "2026-11-30T17:12:00Z", "America/Los_Angeles", "30 Nov" },
    { "2026-11-16T17:12:00Z", "America/Los_Angeles", "16 Nov" },
    { "2026-11-17T17:12:00Z", "America/Los_Angeles", "Tue 09:12" },
    { "2027-01-02T17:12:00Z", "America/Los_Angeles", "2 Jan 2027" },
    /* Already tomorrow there, and still yesterday. */
    { "2026-11-23T17:12:00Z", "Pacific/Auckland", "06:12" },
    { "2026-11-23T09:00:00Z", "Pacific/Auckland", "Mon 22:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GTimeZone) zone = tambour_when_zone (rows[i].zone);
      g_autofree char *text = tambour_when_moment (at (rows[i].instant), zone, at ("2026-11-23T17:12:00Z"));

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_durations_have_two_units (void)
{
  static const struct
  {
    gint64 seconds;
    const char *full;
    const char *brief;
  } rows[] = {
    { 0, "0 min", "0 min" },
    { 9, "9 s", "9 s" },
    { 59, "59 s", "59 s" },
    { 60, "1 min", "1 min" },
    { 9 * 60 + 59, "9 min", "9 min" },
    { 5 * 3600 + 28 * 60, "5 h 28 min", "5 h" },
    { 24 * 3600, "1 d 0 h", "1 d" },
    { 36 * 3600 + 59 * 60, "1 d 12 h", "1 d" },
    { -12 * 60, "12 min", "12 min" },
    { 400LL * 86400, "400 d 0 h", "400 d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *full = tambour_when_duration (rows[i].seconds, TAMBOUR_WHEN_FULL);
      g_autofree char *brief = tambour_when_duration (rows[i].seconds, TAMBOUR_WHEN_SHORT);

      g_assert_cmpstr (full, ==, rows[i].full);
      g_assert_cmpstr (brief, ==, rows[i].brief);
    }
}

static void
test_cities_are_written_as_people_do (void)
{
  static const struct
  {
    const char *zone;
    const char *city;
  } rows[] = {
    { "America/Sao_Paulo", "Sao Paulo" }, /* as CLDR writes it in English */
    { "America/Chicago", "Chicago" },
    { "America/Argentina/Buenos_Aires", "Buenos Aires" },
    { "Europe/Oslo", "Oslo" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *city = tambour_when_city (rows[i].zone);

      g_assert_cmpstr (city, ==, rows[i].city);
    }
}

static void
test_what_is_not_stated_is_not_said (void)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);
  TambourDate none = { 0 };
  g_autofree char *moment = tambour_when_moment ((TambourInstant) { TAMBOUR_NEVER }, zone, at ("2026-11-23T17:12:00Z"));
  g_autofree char *time = tambour_when_time ((TambourInstant) { TAMBOUR_NEVER }, zone);
  g_autofree char *date = tambour_when_date (none, tambour_date_new (2026, 11, 23));
  g_autofree char *day = tambour_when_day (none, tambour_date_new (2026, 11, 23));
  g_autofree char *weekday = tambour_when_weekday (none);

  g_assert_cmpstr (moment, ==, "");
  g_assert_cmpstr (time, ==, "");
  g_assert_cmpstr (date, ==, "");
  g_assert_cmpstr (day, ==, "");
  g_assert_cmpstr (weekday, ==, "");
}

static void
test_follows_the_locale (void)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone ("America/New_York");
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *american = NULL;
  g_autofree char *german = NULL;
  g_autofree char *number = NULL;

  g_assert_nonnull (setlocale (LC_ALL, "en_US.UTF-8"));
  american = tambour_when_time (at ("2026-11-23T20:05:00Z"), zone);
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  german = tambour_when_time (at ("2026-11-23T20:05:00Z"), zone);
  number = tambour_when_number (1234567);
  g_assert_nonnull (setlocale (LC_ALL, before));

  g_assert_cmpstr (american, ==, "3:05 PM");
  g_assert_cmpstr (german, ==, "15:05");
  g_assert_cmpstr (number, ==, "1.234.567");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/when/says-no-more-than-needed", test_says_no_more_than_needed);
  g_test_add_func ("/when/durations-have-two-units", test_durations_have_two_units);
  g_test_add_func ("/when/cities-are-written-as-people-do", test_cities_are_written_as_people_do);
  g_test_add_func ("/when/what-is-not-stated-is-not-said", test_what_is_not_stated_is_not_said);
  g_test_add_func ("/when/follows-the-locale", test_follows_the_locale);

  return g_test_run ();
}
