/* tambour-coverage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-coverage.h"

/* Which stretches of UTC a local week covers, straight from the definition in
 * RESPONSE-CLOCK.md: wherever the zone's offset stays the same, wall time and
 * UTC run together, so each such part is looked at by itself and what happens
 * around a clock change needs no rule of its own.
 */
#define WEEKDAY_OF_EPOCH 3

/**
 * tambour_week_init:
 * @self: a week
 *
 * Makes a week in which nothing is open.
 */
void
tambour_week_init (TambourWeek *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    self->days[i] = g_array_new (FALSE, FALSE, sizeof (TambourSpan));
}

/**
 * tambour_week_clear:
 * @self: a week
 *
 * Frees what the week holds.
 */
void
tambour_week_clear (TambourWeek *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_clear_pointer (&self->days[i], g_array_unref);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const TambourSpan *one = a;
  const TambourSpan *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/**
 * tambour_week_add:
 * @self: a week
 * @opens: minutes since Monday 00:00
 * @minutes: how long it stays open, at most a week
 *
 * Opens an interval, which may run over midnight, over several days and over
 * the end of the week. It must not overlap one that is there.
 */
void
tambour_week_add (TambourWeek *self,
                  guint        opens,
                  guint        minutes)
{
  guint at = opens;
  guint closes = opens + minutes;

  while (at < closes)
    {
      guint midnight = (at / 1440 + 1) * 1440;
      guint end = MIN (closes, midnight);
      GArray *day = self->days[at / 1440 % 7];
      TambourSpan span = { at % 1440 * TAMBOUR_MINUTE, (at % 1440 + end - at) * TAMBOUR_MINUTE };

      g_array_append_val (day, span);
      g_array_sort (day, compare_spans);
      at = end;
    }
}

/* Adds [from, to), or lengthens the last stretch where that ends at from. */
static void
add_stretch (GArray *stretches,
             gint64  from,
             gint64  to)
{
  TambourSpan stretch = { from, to };

  if (from >= to)
    return;

  if (stretches->len > 0)
    {
      TambourSpan *last = &g_array_index (stretches, TambourSpan, stretches->len - 1);

      if (last->to == from)
        {
          last->to = to;
          return;
        }
    }

  g_array_append_val (stretches, stretch);
}

/* Wall times in [from, to), at one offset from UTC. */
static void
add_local (const TambourWeek *week,
           GHashTable        *holidays,
           TambourSpan        local,
           gint64             offset,
           GArray            *stretches)
{
  for (gint64 day = tambour_floor_day (local.from); day * TAMBOUR_DAY < local.to; day++)
    {
      gint64 midnight = day * TAMBOUR_DAY;
      gint64 weekday = ((day + WEEKDAY_OF_EPOCH) % 7 + 7) % 7;
      GArray *spans = week->days[weekday];

      if (g_hash_table_contains (holidays, GUINT_TO_POINTER ((guint) (day + TAMBOUR_JULIAN_OF_EPOCH))))
        continue;

      for (guint i = 0; i < spans->len; i++)
        {
          const TambourSpan *span = &g_array_index (spans, TambourSpan, i);

          add_stretch (stretches,
                       MAX (local.from, midnight + span->from) - offset,
                       MIN (local.to, midnight + span->to) - offset);
        }
    }
}

/* The first second from @from on whose interval is not @interval, at most @to. */
static gint64
find_change (GTimeZone *zone,
             int        interval,
             gint64     from,
             gint64     to)
{
  gint64 low = from;
  gint64 high = to;

  if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, to - 1) == interval)
    return to;

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) == interval)
        low = middle;
      else
        high = middle;
    }

  return high;
}

/**
 * tambour_coverage_list:
 * @week: what is open in a local week
 * @holidays: a set of julian days as #TambourDate counts them
 * @zone: the zone of the wall times
 * @utc: the seconds since the epoch to look at
 * @local: only wall times within this span, as tambour_zone_local_of() gives them
 * @stretches: an array of #TambourSpan to add to, in UTC, in order, apart
 *
 * An instant is covered if its wall time lies in an interval of the week and
 * its local date is no holiday (RESPONSE-CLOCK.md, Words).
 */
void
tambour_coverage_list (const TambourWeek *week,
                       GHashTable        *holidays,
                       GTimeZone         *zone,
                       TambourSpan        utc,
                       TambourSpan        local,
                       GArray            *stretches)
{
  gint64 at = utc.from;

  while (at < utc.to)
    {
      int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
      gint64 offset = g_time_zone_get_offset (zone, interval);
      gint64 change = find_change (zone, interval, at, utc.to);
      TambourSpan part = { MAX (at + offset, local.from), MIN (change + offset, local.to) };

      if (part.from < part.to)
        add_local (week, holidays, part, offset, stretches);

      at = change;
    }
}
