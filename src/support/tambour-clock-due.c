/* tambour-clock-due.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-rules.h"
#include "tambour-coverage.h"
#include "tambour-pauses.h"

/* Days without a business date after which the search ends (rule 9). */
#define MAX_IDLE_DAYS 731

/* The last day that can be written, 9999-12-31, as GDate counts. */
#define LAST_JULIAN 3652059

static gboolean
step_business_date (TambourCalendar *calendar,
                    TambourDate     *date)
{
  TambourDate next = *date;

  for (guint i = 0; i < MAX_IDLE_DAYS && next.julian < LAST_JULIAN; i++)
    {
      next.julian++;
      if (tambour_calendar_is_business_date (calendar, next))
        {
          *date = next;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
step_business_dates (TambourCalendar *calendar,
                     gint64           n_days,
                     TambourDate     *date)
{
  for (gint64 i = 0; i < n_days; i++)
    if (!step_business_date (calendar, date))
      return FALSE;

  return TRUE;
}

/* Rule 3, same_time: the start's wall time on the date reached, or the next covered instant. */
static gboolean
find_same_time (const TambourTarget *target,
                TambourInstant       start,
                TambourInstant      *due)
{
  GTimeZone *zone = tambour_calendar_get_zone (target->calendar);
  TambourDate date = tambour_zone_date_of (zone, start);
  gint64 time_of_day = tambour_zone_local_of (zone, start) - tambour_midnight_of (date);

  return step_business_dates (target->calendar, target->amount, &date) &&
         tambour_calendar_next_covered (target->calendar,
                                        tambour_zone_instant_of (zone, tambour_midnight_of (date) + time_of_day),
                                        due);
}

/* Rule 3, end_of_day. A business date of which nothing is covered has no last
 * stretch; then the next one that has counts.
 */
static gboolean
find_end_of_day (const TambourTarget *target,
                 TambourInstant       start,
                 TambourInstant      *due)
{
  TambourDate date = tambour_zone_date_of (tambour_calendar_get_zone (target->calendar), start);

  if (!step_business_dates (target->calendar, target->amount, &date))
    return FALSE;

  for (guint i = 0; i < MAX_IDLE_DAYS; i++)
    {
      if (tambour_calendar_end_of_date (target->calendar, date, due))
        return TRUE;

      if (!step_business_date (target->calendar, &date))
        return FALSE;
    }

  return FALSE;
}

/* Rules 2, 3 `covered` and 4: the first instant at which @seconds of covered
 * time outside the pauses have passed; never if a pause is open.
 */
static gboolean
count_outside (TambourCalendar *calendar,
               TambourInstant   start,
               gint64           seconds,
               const GArray    *pauses,
               TambourInstant  *due)
{
  TambourInstant at = start;
  gint64 wanted = seconds;

  for (guint i = 0; i < pauses->len; i++)
    {
      const TambourPause *pause = &g_array_index (pauses, TambourPause, i);

      if (!tambour_calendar_advance (calendar, at, wanted, due))
        return FALSE;

      if (due->seconds <= pause->from.seconds)
        return TRUE;

      wanted -= tambour_calendar_covered_time (calendar, at, pause->from);
      at = pause->to;
      if (!tambour_instant_is_stated (at))
        {
          *due = at;
          return TRUE;
        }
    }

  return tambour_calendar_advance (calendar, at, wanted, due);
}

/* The due time that rule 3 gives without pauses, moved by rule 4. */
static gboolean
move_by_pauses (TambourCalendar *calendar,
                TambourInstant   start,
                const GArray    *pauses,
                TambourInstant  *due)
{
  if (tambour_pauses_covered_time (pauses, calendar, start, *due) == 0)
    return TRUE;

  return count_outside (calendar, start,
                        tambour_calendar_covered_time (calendar, start, *due), pauses, due);
}

static gboolean
find_due (const TambourTarget *target,
          TambourInstant       start,
          const GArray        *pauses,
          TambourInstant      *due)
{
  TambourCalendar *calendar = target->calendar;

  switch (target->rule)
    {
    case TAMBOUR_RULE_MINUTES:
      return count_outside (calendar, start, target->amount * TAMBOUR_MINUTE, pauses, due);
    case TAMBOUR_RULE_COVERED:
      return count_outside (calendar, start,
                            target->amount * tambour_calendar_get_day_minutes (calendar) * TAMBOUR_MINUTE,
                            pauses, due);
    case TAMBOUR_RULE_SAME_TIME:
      return find_same_time (target, start, due) && move_by_pauses (calendar, start, pauses, due);
    case TAMBOUR_RULE_END_OF_DAY:
      return find_end_of_day (target, start, due) && move_by_pauses (calendar, start, pauses, due);
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tambour_clock_due:
 * @target: a promise
 * @received: when the case came in
 * @pauses: (array length=n_pauses) (nullable): pauses in any order; they may overlap,
 *   be empty, begin before the start, and are open if `to` is not stated
 * @n_pauses: how many
 * @start: (out): when the clock starts (RESPONSE-CLOCK.md rule 1)
 * @due: (out): when it is due (rules 2 to 4); not stated if an open pause keeps it
 *   from ever being due
 * @error: return location
 *
 * Returns: %FALSE with %TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN if the calendar has no
 *   covered instant within two years (rule 9)
 */
gboolean
tambour_clock_due (const TambourTarget  *target,
                   TambourInstant        received,
                   const TambourPause   *pauses,
                   guint                 n_pauses,
                   TambourInstant       *start,
                   TambourInstant       *due,
                   GError              **error)
{
  g_autofree char *since = NULL;

  g_return_val_if_fail (target != NULL && target->calendar != NULL, FALSE);
  g_return_val_if_fail (tambour_instant_is_stated (received), FALSE);

  if (tambour_calendar_next_covered (target->calendar, received, start))
    {
      g_autoptr(GArray) merged = tambour_pauses_merge (pauses, n_pauses, *start);

      if (find_due (target, *start, merged, due))
        return TRUE;
    }

  since = tambour_instant_dup_text (received);
  g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN,
               _("The calendar “%s” has no covered time within two years, so a clock that was received at %s is never due."),
               target->calendar_name, since);

  return FALSE;
}
