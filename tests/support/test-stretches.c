/* test-stretches.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pauses.h"
#include "tambour-stretches.h"

#define TRIALS 3000
#define PROBES 40

static gint64
covered_of (const GArray   *stretches,
            TambourInstant  from,
            TambourInstant  to)
{
  gint64 at = from.seconds;

  for (guint i = 0; i < stretches->len; i++)
    {
      const TambourStretch *stretch = &g_array_index (stretches, TambourStretch, i);

      g_assert_cmpint (stretch->from.seconds, ==, at);
      g_assert_cmpint (stretch->to.seconds, >, at);
      g_assert_true (i == 0 || g_array_index (stretches, TambourStretch, i - 1).kind != stretch->kind);
      at = stretch->to.seconds;
    }
  g_assert_cmpint (at, ==, MAX (from.seconds, to.seconds));

  return tambour_stretches_time (stretches, TAMBOUR_STRETCH_OPEN);
}

static TambourStretchKind
kind_at (const GArray *stretches,
         gint64        at)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const TambourStretch *stretch = &g_array_index (stretches, TambourStretch, i);

      if (at >= stretch->from.seconds && at < stretch->to.seconds)
        return stretch->kind;
    }

  g_assert_not_reached ();
}

static TambourCalendar *
new_calendar (GRand *random)
{
  static const char * const zones[] = { "America/Los_Angeles", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia" };
  TambourCalendar *calendar = tambour_calendar_new ("random");
  guint at = 0;

  g_assert_true (tambour_calendar_set_zone (calendar, zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))]));
  while (at < TAMBOUR_WEEK_MINUTES)
    {
      guint opens = at + (guint) g_rand_int_range (random, 1, 2000);
      guint minutes = (guint) g_rand_int_range (random, 1, 3000);

      if (opens + minutes > TAMBOUR_WEEK_MINUTES)
        break;
      tambour_calendar_add_interval (calendar, opens, minutes);
      at = opens + minutes;
    }
  for (guint i = 0; i < 12; i++)
    tambour_calendar_add_holiday (calendar, tambour_date_new (2026, g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29)));

  return calendar;
}

static GArray *
new_pauses (GRand          *random,
            TambourInstant  from)
{
  TambourPause pauses[4];
  guint n = (guint) g_rand_int_range (random, 0, 5);

  for (guint i = 0; i < n; i++)
    {
      pauses[i].from.seconds = from.seconds + g_rand_int_range (random, -100000, 1500000);
      pauses[i].to.seconds = g_rand_int_range (random, 0, 6) == 0 ? TAMBOUR_NEVER : pauses[i].from.seconds + g_rand_int_range (random, 0, 400000);
    }

  return tambour_pauses_merge (pauses, n, from);
}

static gboolean
is_paused (const GArray *pauses,
           gint64        at)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      const TambourPause *pause = &g_array_index (pauses, TambourPause, i);

      if (at >= pause->from.seconds && (!tambour_instant_is_stated (pause->to) || at < pause->to.seconds))
        return TRUE;
    }

  return FALSE;
}

/* What a second was, asked of the calendar alone. */
static TambourStretchKind
expect_at (TambourCalendar *calendar,
           const GArray    *pauses,
           gint64           at)
{
  TambourInstant instant = { at };

  if (is_paused (pauses, at))
    return TAMBOUR_STRETCH_PAUSED;
  if (tambour_calendar_is_covered (calendar, instant))
    return TAMBOUR_STRETCH_OPEN;

  return tambour_calendar_is_holiday (calendar, tambour_zone_date_of (tambour_calendar_get_zone (calendar), instant)) ? TAMBOUR_STRETCH_HOLIDAY
                                                                                                                      : TAMBOUR_STRETCH_CLOSED;
}

/* Every second is told, once, and as the calendar has it (RESPONSE-CLOCK.md rule 8). */
static void
test_random (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint trial = 0; trial < TRIALS; trial++)
    {
      g_autoptr(TambourCalendar) calendar = new_calendar (random);
      TambourInstant from = { 1767225600 + (gint64) g_rand_int_range (random, 0, 31536000) };
      TambourInstant to = { from.seconds + g_rand_int_range (random, 0, 2000000) };
      g_autoptr(GArray) pauses = new_pauses (random, from);
      g_autoptr(GArray) stretches = tambour_stretches_list (calendar, pauses, from, to);

      g_assert_cmpint (covered_of (stretches, from, to), ==,
                       tambour_calendar_covered_time (calendar, from, to) - tambour_pauses_covered_time (pauses, calendar, from, to));

      for (guint i = 0; i < PROBES && to.seconds > from.seconds; i++)
        {
          gint64 at = from.seconds + g_rand_int_range (random, 0, (gint32) (to.seconds - from.seconds));

          g_assert_cmpint (kind_at (stretches, at), ==, expect_at (calendar, pauses, at));
        }
    }
}

/* Thanksgiving in a week of five days without a break. */
static void
test_holiday (void)
{
  g_autoptr(TambourCalendar) calendar = tambour_calendar_new ("24x5");
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (TambourPause));
  g_autoptr(GArray) stretches = NULL;
  TambourInstant from, to;

  tambour_calendar_set_zone (calendar, "America/Los_Angeles");
  tambour_calendar_add_interval (calendar, 6 * 1440 + 16 * 60, 121 * 60);
  tambour_calendar_add_holiday (calendar, tambour_date_new (2026, 11, 26));
  g_assert_true (tambour_instant_parse ("2026-11-25T20:00:00Z", &from));
  g_assert_true (tambour_instant_parse ("2026-11-28T20:00:00Z", &to));
  stretches = tambour_stretches_list (calendar, none, from, to);

  g_assert_cmpuint (stretches->len, ==, 4);
  g_assert_cmpint (g_array_index (stretches, TambourStretch, 0).kind, ==, TAMBOUR_STRETCH_OPEN);
  g_assert_cmpint (g_array_index (stretches, TambourStretch, 1).kind, ==, TAMBOUR_STRETCH_HOLIDAY);
  g_assert_cmpint (g_array_index (stretches, TambourStretch, 2).kind, ==, TAMBOUR_STRETCH_OPEN);
  g_assert_cmpint (g_array_index (stretches, TambourStretch, 3).kind, ==, TAMBOUR_STRETCH_CLOSED);
  g_assert_cmpint (tambour_stretches_time (stretches, TAMBOUR_STRETCH_HOLIDAY), ==, TAMBOUR_DAY);
}

/* Without a calendar somebody is always there. */
static void
test_always (void)
{
  const TambourPause noted = { { 1000 }, { TAMBOUR_NEVER } };
  g_autoptr(GArray) pauses = tambour_pauses_merge (&noted, 1, (TambourInstant) { 0 });
  g_autoptr(GArray) stretches = tambour_stretches_list (NULL, pauses, (TambourInstant) { 0 }, (TambourInstant) { 5000 });

  g_assert_cmpint (tambour_stretches_time (stretches, TAMBOUR_STRETCH_OPEN), ==, 1000);
  g_assert_cmpint (tambour_stretches_time (stretches, TAMBOUR_STRETCH_PAUSED), ==, 4000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stretches/random", test_random);
  g_test_add_func ("/stretches/holiday", test_holiday);
  g_test_add_func ("/stretches/always", test_always);

  return g_test_run ();
}
