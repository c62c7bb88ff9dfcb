/* test-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-time.h"

#define WINDOW  (2 * TAMBOUR_DAY / TAMBOUR_MINUTE)

/* One zone of each sort: northern and southern summers, a half-hour shift, an
 * odd offset, a gap at midnight, a day that never was, none at all.
 */
static const char * const zones[] = {
  "America/Los_Angeles", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo",
  "Pacific/Apia", "Europe/Berlin", "Asia/Tokyo", "America/St_Johns", "Africa/Casablanca", "UTC",
};

static void
check_date (const char *text,
            gboolean    accepted)
{
  TambourDate date = { 4711 };
  g_autofree char *back = NULL;

  g_test_message ("%s", text);
  g_assert_true (tambour_date_parse (text, &date) == accepted);
  if (!accepted)
    {
      g_assert_cmpuint (date.julian, ==, 4711);
      return;
    }

  back = tambour_date_dup_text (date);
  g_assert_cmpstr (back, ==, text);
}

static void
test_dates_are_read_and_written (void)
{
  check_date ("2026-11-23", TRUE);
  check_date ("0001-01-01", TRUE);
  check_date ("9999-12-31", TRUE);
  check_date ("2024-02-29", TRUE);
  check_date ("2000-02-29", TRUE);

  check_date ("", FALSE);
  check_date ("2026-11-2", FALSE);
  check_date ("2026-11-231", FALSE);
  check_date ("2026/11/23", FALSE);
  check_date ("23.11.2026", FALSE);
  check_date ("2026-02-29", FALSE);
  check_date ("1900-02-29", FALSE);
  check_date ("2026-00-10", FALSE);
  check_date ("2026-13-10", FALSE);
  check_date ("0000-01-01", FALSE);
  check_date ("+026-01-01", FALSE);
  check_date ("2026-01- 1", FALSE);
}

static void
test_weekdays_start_with_monday (void)
{
  g_assert_cmpint (tambour_date_weekday (tambour_date_new (2026, 11, 23)), ==, 0);
  g_assert_cmpint (tambour_date_weekday (tambour_date_new (2026, 11, 29)), ==, 6);
  g_assert_cmpint (tambour_date_weekday (tambour_date_new (1970, 1, 1)), ==, 3);
}

static void
test_every_day_of_four_centuries_splits_and_joins (void)
{
  for (guint32 julian = tambour_date_new (1800, 1, 1).julian; julian <= tambour_date_new (2200, 1, 1).julian; julian++)
    {
      int year, month, day;

      tambour_date_split ((TambourDate) { julian }, &year, &month, &day);
      g_assert_cmpuint (tambour_date_new (year, month, day).julian, ==, julian);
    }
}

static void
check_instant (const char *text,
               const char *written)
{
  TambourInstant instant = { TAMBOUR_NEVER };
  g_autofree char *back = NULL;

  g_test_message ("%s", text);
  g_assert_true (tambour_instant_parse (text, &instant) == (written != NULL));
  back = tambour_instant_dup_text (instant);
  g_assert_cmpstr (back, ==, written);
}

static void
test_instants_are_read_and_written_in_utc (void)
{
  check_instant ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z");
  check_instant ("2026-11-23T10:00:00+05:45", "2026-11-23T04:15:00Z");
  check_instant ("2026-11-23T10:00:00-08:00", "2026-11-23T18:00:00Z");
  check_instant ("2026-11-23t10:00:00z", "2026-11-23T10:00:00Z");
  check_instant ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z");
  check_instant ("1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z");

  check_instant ("2026-11-23T10:00:00", NULL);
  check_instant ("2026-11-23", NULL);
  check_instant ("2026-11-23T25:00:00Z", NULL);
  check_instant ("yesterday", NULL);
  check_instant ("", NULL);
}

static void
test_only_iana_names_are_zones (void)
{
  static const char * const no_zones[] = {
    "", "TZ", "+02:00", "-08", "Europe/Atlantis", "Europe", "../../etc/passwd", "/etc/localtime", "UTC+1", "europe/berlin ",
    "Europe/Berlin/", ":Europe/Berlin", "zone.tab", "leapseconds", "localtime", "posixrules", "Factory",
  };

  for (guint i = 0; i < G_N_ELEMENTS (no_zones); i++)
    {
      g_test_message ("%s", no_zones[i]);
      g_assert_null (tambour_zone_lookup (no_zones[i]));
    }

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GTimeZone) zone = tambour_zone_lookup (zones[i]);

      g_assert_nonnull (zone);
    }
}

/* The slow way, minute by minute: the first minute that shows @local, else the
 * first that shows more.
 */
static gint64
search_instant (const gint64 *shown,
                gint64        first,
                gint64        local)
{
  for (int i = 0; i < 2 * WINDOW; i++)
    if (shown[i] == local)
      return first + i * TAMBOUR_MINUTE;

  for (int i = 1; i < 2 * WINDOW; i++)
    if (shown[i - 1] < local && shown[i] > local)
      return first + i * TAMBOUR_MINUTE;

  g_assert_not_reached ();
}

static void
check_around (GTimeZone *zone,
              gint64     middle)
{
  g_autofree gint64 *shown = g_new (gint64, 2 * WINDOW);
  gint64 first = middle - WINDOW * TAMBOUR_MINUTE;

  for (int i = 0; i < 2 * WINDOW; i++)
    shown[i] = tambour_zone_local_of (zone, (TambourInstant) { first + i * TAMBOUR_MINUTE });

  for (gint64 local = shown[WINDOW] - TAMBOUR_DAY; local < shown[WINDOW] + TAMBOUR_DAY; local += 10 * TAMBOUR_MINUTE)
    g_assert_cmpint (tambour_zone_instant_of (zone, local).seconds, ==, search_instant (shown, first, local));
}

static void
test_gaps_and_doubled_hours_agree_with_a_slow_search (void)
{
  const gint64 from = G_GINT64_CONSTANT (1262304000); /* 2010 */
  const gint64 to = G_GINT64_CONSTANT (1893456000);   /* 2030 */
  guint n_transitions = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GTimeZone) zone = tambour_zone_lookup (zones[i]);

      check_around (zone, from);
      for (gint64 at = from; at < to; at += TAMBOUR_DAY)
        {
          gint64 before = tambour_zone_local_of (zone, (TambourInstant) { at }) - at;
          gint64 after = tambour_zone_local_of (zone, (TambourInstant) { at + TAMBOUR_DAY }) - at - TAMBOUR_DAY;

          if (before == after)
            continue;

          check_around (zone, at);
          n_transitions++;
        }
    }

  g_assert_cmpuint (n_transitions, >, 150);
}

static void
check_day (const char *name,
           int         year,
           int         month,
           int         day,
           const char *start)
{
  g_autoptr(GTimeZone) zone = tambour_zone_lookup (name);
  TambourInstant instant = tambour_zone_start_of_day (zone, tambour_date_new (year, month, day));
  g_autofree char *text = tambour_instant_dup_text (instant);

  g_assert_cmpstr (text, ==, start);
  g_assert_cmpuint (tambour_zone_date_of (zone, instant).julian, ==, tambour_date_new (year, month, day).julian);
  instant.seconds--;
  g_assert_cmpuint (tambour_zone_date_of (zone, instant).julian, <, tambour_date_new (year, month, day).julian);
}

static void
test_days_start_when_the_clocks_say (void)
{
  check_day ("UTC", 2026, 11, 23, "2026-11-23T00:00:00Z");
  check_day ("Asia/Kathmandu", 2026, 11, 23, "2026-11-22T18:15:00Z");
  check_day ("America/Los_Angeles", 2026, 3, 9, "2026-03-09T07:00:00Z");
  check_day ("America/Los_Angeles", 2026, 3, 8, "2026-03-08T08:00:00Z");

  /* No midnight: the day starts at one o'clock. */
  check_day ("Africa/Cairo", 2026, 4, 24, "2026-04-23T22:00:00Z");
  check_day ("America/Sao_Paulo", 2018, 11, 4, "2018-11-04T03:00:00Z");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/time/dates-are-read-and-written", test_dates_are_read_and_written);
  g_test_add_func ("/time/weekdays-start-with-monday", test_weekdays_start_with_monday);
  g_test_add_func ("/time/every-day-of-four-centuries-splits-and-joins",
                   test_every_day_of_four_centuries_splits_and_joins);
  g_test_add_func ("/time/instants-are-read-and-written-in-utc", test_instants_are_read_and_written_in_utc);
  g_test_add_func ("/time/only-iana-names-are-zones", test_only_iana_names_are_zones);
  g_test_add_func ("/time/gaps-and-doubled-hours-agree-with-a-slow-search",
                   test_gaps_and_doubled_hours_agree_with_a_slow_search);
  g_test_add_func ("/time/days-start-when-the-clocks-say", test_days_start_when_the_clocks_say);

  return g_test_run ();
}
