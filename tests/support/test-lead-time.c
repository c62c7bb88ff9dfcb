/* test-lead-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-lead-time.h"

static TambourPlannedChange *
change_new (const char *window,
            const char *told,
            gint64      days)
{
  TambourPlannedChange *change = TAMBOUR_PLANNED_CHANGE (tambour_record_new (TAMBOUR_TYPE_PLANNED_CHANGE, NULL));

  g_assert_true (tambour_instant_parse (window, &change->window_start));
  if (told != NULL)
    g_assert_true (tambour_date_parse (told, &change->notified_on));
  change->lead_days = days;

  return change;
}

static void
judge (TambourPlannedChange *change,
       TambourCalendar      *calendar,
       const char           *zone,
       const char           *now,
       TambourLeadTime      *lead)
{
  g_autoptr(GTimeZone) place = g_time_zone_new_identifier (zone);
  TambourInstant at;

  g_assert_nonnull (place);
  g_assert_true (tambour_instant_parse (now, &at));
  tambour_lead_time_judge (change, TAMBOUR_NO_COUNT, calendar, place, at, lead);
}

static void
assert_tell_by (const TambourLeadTime *lead,
                int                    year,
                int                    month,
                int                    day)
{
  g_assert_cmpuint (lead->tell_by.julian, ==, tambour_date_new (year, month, day).julian);
}

/* The day of telling does not count, the day of the change does. */
static void
test_working_days_count (void)
{
  static const struct
  {
    const char       *told;
    TambourLeadState  state;
    gint64            given;
  } rows[] = {
    { "2026-11-19", TAMBOUR_LEAD_OK, 6 },
    { "2026-11-20", TAMBOUR_LEAD_OK, 5 },
    { "2026-11-22", TAMBOUR_LEAD_OK, 5 },
    { "2026-11-23", TAMBOUR_LEAD_LATE, 4 },
    { "2026-11-27", TAMBOUR_LEAD_LATE, 0 },
    { "2026-12-01", TAMBOUR_LEAD_LATE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* A Friday at noon. */
      g_autoptr(TambourPlannedChange) change = change_new ("2026-11-27T12:00:00Z", rows[i].told, 5);
      TambourLeadTime lead;

      judge (change, NULL, "UTC", "2026-11-01T00:00:00Z", &lead);
      g_assert_cmpint (lead.state, ==, rows[i].state);
      g_assert_cmpint (lead.given, ==, rows[i].given);
      g_assert_cmpint (lead.needed, ==, 5);
      assert_tell_by (&lead, 2026, 11, 20);
    }
}

/* A change at the weekend has had the whole week before, and no more. */
static void
test_weekends_do_not_count (void)
{
  g_autoptr(TambourPlannedChange) late = change_new ("2026-11-28T22:00:00Z", "2026-11-23", 5);
  g_autoptr(TambourPlannedChange) early = change_new ("2026-11-29T22:00:00Z", "2026-11-20", 5);
  TambourLeadTime lead;

  judge (late, NULL, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_LATE);
  g_assert_cmpint (lead.needed - lead.given, ==, 1);
  assert_tell_by (&lead, 2026, 11, 20);
  judge (early, NULL, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_OK);
}

static void
test_holidays_do_not_count (void)
{
  g_autoptr(TambourCalendar) calendar = tambour_calendar_new ("support");
  g_autoptr(TambourPlannedChange) change = change_new ("2026-12-01T12:00:00Z", "2026-11-24", 4);
  TambourLeadTime lead;

  g_assert_true (tambour_calendar_set_zone (calendar, "America/Los_Angeles"));
  judge (change, calendar, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_OK);
  g_assert_cmpint (lead.given, ==, 5);

  tambour_calendar_add_holiday (calendar, tambour_date_new (2026, 11, 26));
  tambour_calendar_add_holiday (calendar, tambour_date_new (2026, 11, 27));
  judge (change, calendar, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_LATE);
  g_assert_cmpint (lead.given, ==, 3);
  assert_tell_by (&lead, 2026, 11, 23);
}

/* Where Friday and Saturday are free, Sunday is a day like any other. */
static void
test_other_working_weeks (void)
{
  g_autoptr(TambourCalendar) calendar = tambour_calendar_new ("support");
  g_autoptr(TambourPlannedChange) change = change_new ("2026-11-29T09:00:00Z", "2026-11-26", 1);
  TambourLeadTime lead;

  g_assert_true (tambour_calendar_set_zone (calendar, "Africa/Cairo"));
  tambour_calendar_set_business (calendar, 1 << 6 | 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3, 480);
  judge (change, calendar, "Africa/Cairo", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_OK);
  g_assert_cmpint (lead.given, ==, 1);
  assert_tell_by (&lead, 2026, 11, 26);
}

/* The same instant is another day elsewhere. */
static void
test_days_are_those_of_the_customer (void)
{
  g_autoptr(TambourPlannedChange) change = change_new ("2026-11-27T05:00:00Z", "2026-11-25", 2);
  TambourLeadTime lead;

  judge (change, NULL, "Europe/Oslo", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_OK);
  judge (change, NULL, "America/Los_Angeles", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_LATE);
  g_assert_cmpint (lead.given, ==, 1);
}

/* The day of 25 hours is one day, and midnight stays midnight on either side of it. */
static void
test_clock_changes (void)
{
  g_autoptr(TambourPlannedChange) before = change_new ("2026-10-25T22:59:59Z", "2026-10-23", 1);
  g_autoptr(TambourPlannedChange) after = change_new ("2026-10-25T23:00:00Z", "2026-10-23", 1);
  g_autoptr(TambourPlannedChange) summer = change_new ("2026-03-29T22:00:00Z", "2026-03-27", 1);
  TambourLeadTime lead;

  judge (before, NULL, "Europe/Oslo", "2026-10-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.given, ==, 0);
  judge (after, NULL, "Europe/Oslo", "2026-10-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.given, ==, 1);
  judge (summer, NULL, "Europe/Oslo", "2026-03-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.given, ==, 1);
}

static void
test_what_nobody_was_told (void)
{
  g_autoptr(TambourPlannedChange) change = change_new ("2026-11-27T12:00:00Z", NULL, 3);
  TambourLeadTime lead;

  judge (change, NULL, "UTC", "2026-11-24T23:59:59Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_OPEN);
  assert_tell_by (&lead, 2026, 11, 24);
  judge (change, NULL, "UTC", "2026-11-25T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_MISSED);
  g_assert_cmpint (lead.needed - lead.given, ==, 1);
}

static void
assert_days (const char *kind,
             const char *risk,
             gint64      own,
             gint64      plan,
             gint64      expected)
{
  g_autoptr(TambourPlannedChange) change = change_new ("2026-11-27T12:00:00Z", NULL, own);

  g_set_str (&change->kind, kind);
  g_set_str (&change->risk, risk);
  g_assert_cmpint (tambour_lead_time_days (change, plan), ==, expected);
}

static void
test_how_many_days (void)
{
  const gint64 none = TAMBOUR_NO_COUNT;

  assert_days ("Upgrade", "High", none, none, TAMBOUR_LEAD_DAYS_HIGH);
  assert_days (NULL, " high ", none, none, TAMBOUR_LEAD_DAYS_HIGH);
  assert_days ("Upgrade", "Medium", none, none, TAMBOUR_LEAD_DAYS_MEDIUM);
  assert_days ("Upgrade", "who knows", none, none, TAMBOUR_LEAD_DAYS_MEDIUM);
  assert_days ("Upgrade", NULL, none, none, TAMBOUR_LEAD_DAYS_MEDIUM);
  assert_days ("Upgrade", "LOW", none, none, TAMBOUR_LEAD_DAYS_LOW);
  assert_days ("Upgrade", "High", none, 7, 7);
  assert_days ("Upgrade", "High", 3, 7, 3);
  assert_days ("Emergency", "High", none, 7, 0);
  assert_days ("Freeze", NULL, none, 7, 0);
  assert_days ("Emergency", "High", 1, 7, 1);
  assert_days ("Upgrade", "High", -4, 7, 0);
}

/* Neither a change without a window nor one in a far future ends in a long count. */
static void
test_the_edges (void)
{
  g_autoptr(TambourPlannedChange) never = TAMBOUR_PLANNED_CHANGE (tambour_record_new (TAMBOUR_TYPE_PLANNED_CHANGE, NULL));
  g_autoptr(TambourPlannedChange) far = change_new ("9999-12-31T12:00:00Z", "0001-01-01", 5);
  g_autoptr(TambourPlannedChange) none = change_new ("2026-11-27T12:00:00Z", "2026-11-27", 0);
  TambourLeadTime lead;

  judge (never, NULL, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_NONE);
  judge (far, NULL, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_OK);
  judge (none, NULL, "UTC", "2026-11-01T00:00:00Z", &lead);
  g_assert_cmpint (lead.state, ==, TAMBOUR_LEAD_NONE);
  g_assert_false (tambour_date_is_stated (lead.tell_by));
}

/* What says how it went is over, also where it says no more than that. */
static void
test_what_is_over (void)
{
  g_autoptr(TambourPlannedChange) change = change_new ("2026-11-27T12:00:00Z", NULL, 0);

  g_assert_false (tambour_planned_change_is_over (change));
  g_set_str (&change->outcome, "");
  g_assert_false (tambour_planned_change_is_over (change));
  g_set_str (&change->outcome, "Done, no lookups lost.");
  g_assert_true (tambour_planned_change_is_over (change));
  g_set_str (&change->outcome, NULL);
  change->state = TAMBOUR_CHANGE_STATE_CANCELLED;
  g_assert_true (tambour_planned_change_is_over (change));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lead-time/working-days-count", test_working_days_count);
  g_test_add_func ("/lead-time/weekends-do-not-count", test_weekends_do_not_count);
  g_test_add_func ("/lead-time/holidays-do-not-count", test_holidays_do_not_count);
  g_test_add_func ("/lead-time/other-working-weeks", test_other_working_weeks);
  g_test_add_func ("/lead-time/days-are-those-of-the-customer", test_days_are_those_of_the_customer);
  g_test_add_func ("/lead-time/clock-changes", test_clock_changes);
  g_test_add_func ("/lead-time/what-nobody-was-told", test_what_nobody_was_told);
  g_test_add_func ("/lead-time/how-many-days", test_how_many_days);
  g_test_add_func ("/lead-time/the-edges", test_the_edges);
  g_test_add_func ("/lead-time/what-is-over", test_what_is_over);

  return g_test_run ();
}
