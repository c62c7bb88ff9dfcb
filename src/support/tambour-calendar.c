/* tambour-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-calendar.h"

#include "tambour-blocks.h"

/* No wall time is further from UTC than this. */
#define WIDEST_OFFSET (26 * TAMBOUR_HOUR)

/* The years that a date can be written for, 1 to 9999, a day short at each end. */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135510400)
#define LAST_SECOND  G_GINT64_CONSTANT (253402214400)

#define WORKING_WEEK 0x1f
#define DAY_MINUTES  1440

struct _TambourCalendar
{
  char        *name;
  char        *zone_name;
  GTimeZone   *zone;
  gboolean     always;
  gboolean     open;
  TambourWeek  week;
  GHashTable  *holidays;
  guint        business_weekdays;
  gint64       day_minutes;

  GMutex       lock;   /* of the blocks */
  GHashTable  *blocks;
};

/* Lent until the next call; the lock is held. */
static const TambourBlock *
get_block (TambourCalendar *self,
           gint64           number)
{
  return tambour_blocks_get (self->blocks, number, &self->week, self->holidays, self->zone);
}

static gboolean
is_in_range (gint64 seconds)
{
  return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
}

/**
 * tambour_calendar_new:
 * @name: what a catalogue calls it
 *
 * Returns: (transfer full): a calendar that is never open, Monday to Friday being
 *   its business weekdays
 */
TambourCalendar *
tambour_calendar_new (const char *name)
{
  TambourCalendar *self = g_new0 (TambourCalendar, 1);

  self->name = g_strdup (name);
  self->business_weekdays = WORKING_WEEK;
  self->day_minutes = DAY_MINUTES;
  self->holidays = g_hash_table_new (NULL, NULL);
  self->blocks = tambour_blocks_new ();
  tambour_week_init (&self->week);
  g_mutex_init (&self->lock);

  return self;
}

/**
 * tambour_calendar_free:
 * @self: (transfer full): a calendar
 *
 * Frees the calendar.
 */
void
tambour_calendar_free (TambourCalendar *self)
{
  g_free (self->name);
  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_hash_table_unref (self->holidays);
  g_hash_table_unref (self->blocks);
  tambour_week_clear (&self->week);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * tambour_calendar_set_always:
 * @self: a calendar
 *
 * Every instant is covered from now on.
 */
void
tambour_calendar_set_always (TambourCalendar *self)
{
  g_return_if_fail (!self->always && !self->open);

  self->always = TRUE;
  self->open = TRUE;
  tambour_week_add (&self->week, 0, TAMBOUR_WEEK_MINUTES);
}

/**
 * tambour_calendar_set_zone:
 * @self: a calendar
 * @identifier: an IANA zone name
 *
 * Returns: %FALSE if there is no such zone
 */
gboolean
tambour_calendar_set_zone (TambourCalendar *self,
                           const char      *identifier)
{
  g_autoptr(GTimeZone) zone = tambour_zone_lookup (identifier);

  if (zone == NULL)
    return FALSE;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_steal_pointer (&zone);
  g_set_str (&self->zone_name, identifier);

  return TRUE;
}

/**
 * tambour_calendar_add_interval:
 * @self: a calendar with a zone
 * @opens: minutes since Monday 00:00, below %TAMBOUR_WEEK_MINUTES
 * @minutes: how long it stays open, at most a week
 *
 * Intervals of one calendar must not overlap.
 */
void
tambour_calendar_add_interval (TambourCalendar *self,
                               guint            opens,
                               guint            minutes)
{
  g_return_if_fail (self->zone != NULL);
  g_return_if_fail (opens < TAMBOUR_WEEK_MINUTES && minutes <= TAMBOUR_WEEK_MINUTES);

  tambour_week_add (&self->week, opens, minutes);
  self->open = self->open || minutes > 0;
}

/**
 * tambour_calendar_add_holiday:
 * @self: a calendar
 * @date: a local date on which nothing is covered
 */
void
tambour_calendar_add_holiday (TambourCalendar *self,
                              TambourDate      date)
{
  g_hash_table_add (self->holidays, GUINT_TO_POINTER (date.julian));
}

/**
 * tambour_calendar_set_business:
 * @self: a calendar
 * @weekdays: bits, 1 for Monday to 64 for Sunday
 * @day_minutes: the covered minutes of a business day under the rule `covered`
 */
void
tambour_calendar_set_business (TambourCalendar *self,
                               guint            weekdays,
                               gint64           day_minutes)
{
  self->business_weekdays = weekdays;
  self->day_minutes = day_minutes;
}

/**
 * tambour_calendar_get_name:
 * @self: a calendar
 *
 * Returns: what its catalogue calls it
 */
const char *
tambour_calendar_get_name (TambourCalendar *self)
{
  return self->name;
}

/**
 * tambour_calendar_get_zone_name:
 * @self: a calendar
 *
 * Returns: (nullable): its IANA zone, %NULL if it is always open and has none
 */
const char *
tambour_calendar_get_zone_name (TambourCalendar *self)
{
  return self->zone_name;
}

/**
 * tambour_calendar_get_zone:
 * @self: a calendar
 *
 * Returns: (nullable) (transfer none): its zone, %NULL if it is always open and has none
 */
GTimeZone *
tambour_calendar_get_zone (TambourCalendar *self)
{
  return self->zone;
}

/**
 * tambour_calendar_get_day_minutes:
 * @self: a calendar
 *
 * Returns: the covered minutes of a business day (RESPONSE-CLOCK.md rule 3, `covered`)
 */
gint64
tambour_calendar_get_day_minutes (TambourCalendar *self)
{
  return self->day_minutes;
}

/**
 * tambour_calendar_is_always:
 * @self: a calendar
 *
 * Returns: whether every instant is covered
 */
gboolean
tambour_calendar_is_always (TambourCalendar *self)
{
  return self->always;
}

/**
 * tambour_calendar_is_empty:
 * @self: a calendar
 *
 * Returns: whether it has no interval at all
 */
gboolean
tambour_calendar_is_empty (TambourCalendar *self)
{
  return !self->open;
}

/**
 * tambour_calendar_has_business_weekday:
 * @self: a calendar
 *
 * Returns: whether any weekday is a business weekday
 */
gboolean
tambour_calendar_has_business_weekday (TambourCalendar *self)
{
  return self->business_weekdays != 0;
}

/**
 * tambour_calendar_is_holiday:
 * @self: a calendar
 * @date: a local date
 *
 * Returns: whether the date is one of its holidays
 */
gboolean
tambour_calendar_is_holiday (TambourCalendar *self,
                             TambourDate      date)
{
  return g_hash_table_contains (self->holidays, GUINT_TO_POINTER (date.julian));
}

/**
 * tambour_calendar_is_business_date:
 * @self: a calendar
 * @date: a stated local date
 *
 * Returns: whether the weekday is a business weekday and the date no holiday
 */
gboolean
tambour_calendar_is_business_date (TambourCalendar *self,
                                   TambourDate      date)
{
  return self->business_weekdays >> tambour_date_weekday (date) & 1 &&
         !tambour_calendar_is_holiday (self, date);
}

/**
 * tambour_calendar_is_covered:
 * @self: a calendar
 * @instant: a stated instant
 *
 * Returns: whether somebody is there at that second (RESPONSE-CLOCK.md, Words)
 */
gboolean
tambour_calendar_is_covered (TambourCalendar *self,
                             TambourInstant   instant)
{
  g_autoptr(GMutexLocker) locker = NULL;
  const TambourBlock *block;
  guint i;

  if (self->always || tambour_calendar_is_empty (self) || !is_in_range (instant.seconds))
    return self->always;

  locker = g_mutex_locker_new (&self->lock);
  block = get_block (self, tambour_block_of (instant.seconds));
  i = tambour_block_find (block, instant.seconds);

  return i < block->stretches->len &&
         g_array_index (block->stretches, TambourSpan, i).from <= instant.seconds;
}

/**
 * tambour_calendar_covered_time:
 * @self: a calendar
 * @from: a stated instant
 * @to: a stated instant
 *
 * Elapsed time is counted in UTC, so that an hour is an hour on the day that the
 * clocks change (RESPONSE-CLOCK.md, Words).
 *
 * Returns: the covered seconds of [@from, @to), 0 if @to is not after @from
 */
gint64
tambour_calendar_covered_time (TambourCalendar *self,
                               TambourInstant   from,
                               TambourInstant   to)
{
  gint64 start = CLAMP (from.seconds, FIRST_SECOND, LAST_SECOND);
  gint64 end = CLAMP (to.seconds, FIRST_SECOND, LAST_SECOND);
  gint64 covered = 0;
  g_autoptr(GMutexLocker) locker = NULL;

  if (start >= end || tambour_calendar_is_empty (self))
    return 0;

  if (self->always)
    return end - start;

  locker = g_mutex_locker_new (&self->lock);
  for (gint64 number = tambour_block_of (start); number < tambour_block_of (end); number++)
    covered += get_block (self, number)->total;

  covered += tambour_block_covered_before (get_block (self, tambour_block_of (end)), end);
  covered -= tambour_block_covered_before (get_block (self, tambour_block_of (start)), start);

  return covered;
}

/* Blocks are cut in the middle of what is covered. */
static void
append_span (GArray      *spans,
             TambourSpan  span)
{
  TambourSpan *last = spans->len > 0 ? &g_array_index (spans, TambourSpan, spans->len - 1) : NULL;

  if (span.from >= span.to)
    return;

  if (last != NULL && last->to == span.from)
    last->to = span.to;
  else
    g_array_append_val (spans, span);
}

/**
 * tambour_calendar_list_covered:
 * @self: a calendar
 * @from: a stated instant
 * @to: a stated instant
 * @spans: (element-type TambourSpan): where what is covered of [@from, @to) is
 *   added, in order and apart
 */
void
tambour_calendar_list_covered (TambourCalendar *self,
                               TambourInstant   from,
                               TambourInstant   to,
                               GArray          *spans)
{
  gint64 start = CLAMP (from.seconds, FIRST_SECOND, LAST_SECOND);
  gint64 end = CLAMP (to.seconds, FIRST_SECOND, LAST_SECOND);
  g_autoptr(GMutexLocker) locker = NULL;

  if (start >= end || tambour_calendar_is_empty (self))
    return;

  if (self->always)
    {
      append_span (spans, (TambourSpan) { start, end });
      return;
    }

  locker = g_mutex_locker_new (&self->lock);
  for (gint64 number = tambour_block_of (start); number <= tambour_block_of (end); number++)
    {
      const TambourBlock *block = get_block (self, number);

      for (guint i = 0; i < block->stretches->len; i++)
        {
          const TambourSpan *span = &g_array_index (block->stretches, TambourSpan, i);

          append_span (spans, (TambourSpan) { MAX (span->from, start), MIN (span->to, end) });
        }
    }
}

/**
 * tambour_calendar_next_covered:
 * @self: a calendar
 * @from: a stated instant
 * @covered: (out): @from if that is covered, else the next instant that is
 *
 * Returns: %FALSE if there is none within two years (RESPONSE-CLOCK.md rule 9)
 */
gboolean
tambour_calendar_next_covered (TambourCalendar *self,
                               TambourInstant   from,
                               TambourInstant  *covered)
{
  g_autoptr(GMutexLocker) locker = NULL;
  gint64 limit = from.seconds + TAMBOUR_CALENDAR_HORIZON;

  if (!is_in_range (from.seconds) || tambour_calendar_is_empty (self))
    return FALSE;

  *covered = from;
  if (self->always)
    return TRUE;

  locker = g_mutex_locker_new (&self->lock);
  for (gint64 number = tambour_block_of (from.seconds); number <= tambour_block_of (MIN (limit, LAST_SECOND)); number++)
    {
      const TambourBlock *block = get_block (self, number);
      guint i = tambour_block_find (block, from.seconds);

      if (i == block->stretches->len)
        continue;

      covered->seconds = MAX (from.seconds, g_array_index (block->stretches, TambourSpan, i).from);

      return covered->seconds <= limit;
    }

  return FALSE;
}

/**
 * tambour_calendar_advance:
 * @self: a calendar
 * @from: a stated instant
 * @seconds: covered seconds to let pass, at least 1
 * @reached: (out): the first instant at which they have passed
 *
 * Where the last of them ends exactly as coverage closes, that instant is reached
 * (RESPONSE-CLOCK.md rule 2).
 *
 * Returns: %FALSE if two years go by without covered time (rule 9), or the
 *   calendar ends (year 9999)
 */
gboolean
tambour_calendar_advance (TambourCalendar *self,
                          TambourInstant   from,
                          gint64           seconds,
                          TambourInstant  *reached)
{
  g_autoptr(GMutexLocker) locker = NULL;
  gint64 wanted = seconds;
  gint64 last = from.seconds;

  if (!is_in_range (from.seconds) || tambour_calendar_is_empty (self))
    return FALSE;

  if (self->always)
    {
      reached->seconds = from.seconds + seconds;
      return reached->seconds <= LAST_SECOND;
    }

  locker = g_mutex_locker_new (&self->lock);
  wanted += tambour_block_covered_before (get_block (self, tambour_block_of (from.seconds)), from.seconds);

  for (gint64 number = tambour_block_of (from.seconds); number <= tambour_block_of (LAST_SECOND); number++)
    {
      const TambourBlock *block = get_block (self, number);

      if (tambour_block_first (block, number) > last + TAMBOUR_CALENDAR_HORIZON)
        return FALSE;

      if (wanted <= block->total)
        {
          reached->seconds = tambour_block_reach (block, wanted);
          return TRUE;
        }

      wanted -= block->total;
      last = MAX (last, tambour_block_last (block));
    }

  return FALSE;
}

/**
 * tambour_calendar_end_of_date:
 * @self: a calendar with a zone
 * @date: a stated local date
 * @end: (out): where the last covered stretch of the date ends: 24:00 where it
 *   runs over midnight (RESPONSE-CLOCK.md rule 3, `end_of_day`)
 *
 * Returns: %FALSE if nothing of the date is covered
 */
gboolean
tambour_calendar_end_of_date (TambourCalendar *self,
                              TambourDate      date,
                              TambourInstant  *end)
{
  g_autoptr(GArray) stretches = g_array_new (FALSE, FALSE, sizeof (TambourSpan));
  gint64 midnight = tambour_midnight_of (date);
  TambourSpan local = { midnight, midnight + TAMBOUR_DAY };
  TambourSpan utc = { local.from - WIDEST_OFFSET, local.to + WIDEST_OFFSET };

  g_return_val_if_fail (self->zone != NULL, FALSE);

  tambour_coverage_list (&self->week, self->holidays, self->zone, utc, local, stretches);
  if (stretches->len == 0)
    return FALSE;

  end->seconds = g_array_index (stretches, TambourSpan, stretches->len - 1).to;

  return TRUE;
}
