/* tambour-after-hours.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-after-hours.h"

/* How far back a person can have left, in days: leave and a holiday or two. */
#define DAYS_BACK 60

/**
 * tambour_case_is_after_hours:
 * @support_case: a case
 * @tam: the TAM's own calendar
 *
 * Another question than whether global support is there: that works P1 around the
 * clock (RESPONSE-CLOCK.md rule 7).
 *
 * Returns: whether the case came in when the TAM was not there
 */
gboolean
tambour_case_is_after_hours (TambourCase     *support_case,
                             TambourCalendar *tam)
{
  g_return_val_if_fail (TAMBOUR_IS_CASE (support_case), FALSE);
  g_return_val_if_fail (tam != NULL, FALSE);

  return tambour_instant_is_stated (support_case->opened_at) &&
         !tambour_calendar_is_covered (tam, support_case->opened_at);
}

/**
 * tambour_case_acknowledgement_due:
 * @support_case: a case
 * @tam: the TAM's own calendar
 * @minutes: how many of the TAM's minutes the TAM has, at least 1; 120 unless
 *   something else is agreed (METRICS.md M14)
 * @due: (out): when the TAM has to have acknowledged the case
 *
 * Counts from when the case came in, or from when the TAM is there next.
 *
 * Returns: %FALSE if the opening is not stated, or the TAM is not there within
 *   two years (RESPONSE-CLOCK.md rule 9)
 */
gboolean
tambour_case_acknowledgement_due (TambourCase     *support_case,
                                  TambourCalendar *tam,
                                  gint64           minutes,
                                  TambourInstant  *due)
{
  g_return_val_if_fail (TAMBOUR_IS_CASE (support_case), FALSE);
  g_return_val_if_fail (tam != NULL && minutes > 0, FALSE);

  return tambour_instant_is_stated (support_case->opened_at) &&
         tambour_calendar_advance (tam, support_case->opened_at, minutes * TAMBOUR_MINUTE, due);
}

/* Where the stretch begins that reaches up to @at. */
static TambourInstant
find_opening (TambourCalendar *self,
              TambourInstant   at,
              TambourInstant   earliest)
{
  TambourInstant low = earliest;
  TambourInstant high = at;

  while (low.seconds < high.seconds)
    {
      TambourInstant middle = { low.seconds + (high.seconds - low.seconds) / 2 };

      if (tambour_calendar_covered_time (self, middle, at) == at.seconds - middle.seconds)
        high = middle;
      else
        low.seconds = middle.seconds + 1;
    }

  return high;
}

/**
 * tambour_calendar_last_closing:
 * @self: a person's own calendar
 * @at: a stated instant
 * @closed: (out): when the person left before @at; of one who is there, before
 *   they came
 *
 * Returns: %FALSE if the person is always there, or was not there for long
 */
gboolean
tambour_calendar_last_closing (TambourCalendar *self,
                               TambourInstant   at,
                               TambourInstant  *closed)
{
  TambourInstant earliest = { at.seconds - DAYS_BACK * TAMBOUR_DAY };
  TambourInstant opening = tambour_calendar_is_covered (self, at) ? find_opening (self, at, earliest) : at;
  gint64 covered = tambour_calendar_covered_time (self, earliest, opening);

  g_return_val_if_fail (tambour_instant_is_stated (at), FALSE);

  return covered > 0 && tambour_calendar_advance (self, earliest, covered, closed);
}
