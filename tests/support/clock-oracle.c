/* clock-oracle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "clock-oracle.h"

#define TWO_YEARS (731 * 1440)
#define EPOCH_JULIAN 719163

typedef struct
{
  gint64 julian;
  int    weekday;   /* Monday is 0 */
  int    minute;    /* of the day */
} Wall;

static Wall
look_at_wall (const Oracle *self,
              gint64        seconds)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, self->zone);
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return (Wall) {
    g_date_get_julian (&date),
    g_date_time_get_day_of_week (local) - 1,
    g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local)
  };
}

gboolean
oracle_is_covered (const Oracle *self,
                   gint64        seconds)
{
  Wall wall = look_at_wall (self, seconds);
  gint64 minute = wall.weekday * 1440 + wall.minute;

  if (g_hash_table_contains (self->holidays, GINT_TO_POINTER (wall.julian)))
    return FALSE;

  for (guint i = 0; i < self->n_weekly; i++)
    for (int week = 0; week <= 1; week++)
      if (self->weekly[i].from <= minute + week * 10080 && minute + week * 10080 < self->weekly[i].to)
        return TRUE;

  return FALSE;
}

static gboolean
is_paused (const Oracle *self,
           gint64        seconds)
{
  for (guint i = 0; i < self->n_pauses; i++)
    if (self->pauses[i].from <= seconds &&
        (self->pauses[i].to == ORACLE_NEVER || seconds < self->pauses[i].to))
      return TRUE;

  return FALSE;
}

static gboolean
has_open_pause (const Oracle *self,
                gint64        seconds)
{
  for (guint i = 0; i < self->n_pauses; i++)
    if (self->pauses[i].to == ORACLE_NEVER && self->pauses[i].from <= seconds)
      return TRUE;

  return FALSE;
}

static gboolean
walk_to_covered (const Oracle *self,
                 gint64        from,
                 gint64       *covered)
{
  for (int i = 0; i <= TWO_YEARS; i++)
    if (oracle_is_covered (self, from + i * ORACLE_MINUTE))
      {
        *covered = from + i * ORACLE_MINUTE;
        return TRUE;
      }

  return FALSE;
}

/* Counts covered minutes outside pauses until there are enough. */
static gboolean
count_minutes (const Oracle *self,
               gint64        start,
               gint64        minutes,
               gint64       *due)
{
  gint64 at = start;
  gint64 idle = 0;

  for (gint64 counted = 0; counted < minutes; at += ORACLE_MINUTE)
    {
      if (has_open_pause (self, at))
        {
          *due = ORACLE_NEVER;
          return TRUE;
        }

      if (!oracle_is_covered (self, at))
        {
          if (++idle > TWO_YEARS)
            return FALSE;
          continue;
        }

      idle = 0;
      if (!is_paused (self, at))
        counted++;
    }

  *due = at;

  return TRUE;
}

static gint64
find_business_date (const Oracle *self,
                    gint64        julian)
{
  gint64 date = julian;

  for (gint64 i = 0; i < self->amount;)
    {
      date++;
      if (self->business[(date + 6) % 7] && !g_hash_table_contains (self->holidays, GINT_TO_POINTER (date)))
        i++;
    }

  return date;
}

/* The first minute at which the wall shows that date and minute, or has gone past it. */
static gint64
find_wall (const Oracle *self,
           gint64        julian,
           int           minute)
{
  gint64 wanted = julian * 1440 + minute;
  gint64 at = (julian - EPOCH_JULIAN) * 86400 + minute * 60 - 27 * 3600;

  while (TRUE)
    {
      Wall wall = look_at_wall (self, at);

      if (wall.julian * 1440 + wall.minute >= wanted)
        return at;

      at += ORACLE_MINUTE;
    }
}

static gboolean
find_end_of_date (const Oracle *self,
                  gint64        julian,
                  gint64       *due)
{
  gint64 first = (julian - EPOCH_JULIAN) * 86400 - 27 * 3600;
  gboolean found = FALSE;

  for (gint64 at = first; at < first + 78 * 3600; at += ORACLE_MINUTE)
    if (look_at_wall (self, at).julian == julian && oracle_is_covered (self, at))
      {
        *due = at + ORACLE_MINUTE;
        found = TRUE;
      }

  return found;
}

static gboolean
find_by_date (const Oracle *self,
              gint64        start,
              gint64       *due)
{
  Wall wall = look_at_wall (self, start);
  gint64 date = find_business_date (self, wall.julian);
  Oracle one = *self;

  if (self->rule == ORACLE_SAME_TIME)
    return walk_to_covered (self, find_wall (self, date, wall.minute), due);

  one.amount = 1;
  for (int i = 0; i < 731; i++)
    {
      if (find_end_of_date (self, date, due))
        return TRUE;

      date = find_business_date (&one, date);
    }

  return FALSE;
}

/* Rule 4: what the pauses took before the due time is added after it. */
static gboolean
add_pauses (const Oracle *self,
            gint64        start,
            gint64       *due)
{
  gint64 covered = 0;
  gint64 taken = 0;

  for (gint64 at = start; at < *due; at += ORACLE_MINUTE)
    if (oracle_is_covered (self, at))
      {
        covered++;
        taken += is_paused (self, at);
      }

  return taken == 0 || count_minutes (self, start, covered, due);
}

gboolean
oracle_find_due (const Oracle *self,
                 gint64        received,
                 gint64       *start,
                 gint64       *due)
{
  if (!walk_to_covered (self, received, start))
    return FALSE;

  switch (self->rule)
    {
    case ORACLE_MINUTES:
      return count_minutes (self, *start, self->amount, due);
    case ORACLE_COVERED:
      return count_minutes (self, *start, self->amount * self->day_minutes, due);
    case ORACLE_SAME_TIME:
    case ORACLE_END_OF_DAY:
      return find_by_date (self, *start, due) && add_pauses (self, *start, due);
    }

  g_return_val_if_reached (FALSE);
}
