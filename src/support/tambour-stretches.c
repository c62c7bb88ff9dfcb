/* tambour-stretches.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-stretches.h"

#include "tambour-coverage.h"
#include "tambour-pauses.h"

/* Time is told from one end to the other: @at is how far. */
typedef struct
{
  TambourCalendar *calendar;
  GArray          *stretches;
  gint64           at;
} Telling;

static void
tell (Telling            *self,
      gint64              to,
      TambourStretchKind  kind)
{
  TambourStretch *last = self->stretches->len > 0 ? &g_array_index (self->stretches, TambourStretch, self->stretches->len - 1) : NULL;
  TambourStretch stretch = { { self->at }, { to }, kind };

  if (to <= self->at)
    return;

  if (last != NULL && last->kind == kind)
    last->to.seconds = to;
  else
    g_array_append_val (self->stretches, stretch);
  self->at = to;
}

/* What is closed belongs to the day that it is there: a holiday, or another. */
static void
tell_closed (Telling *self,
             gint64   to)
{
  GTimeZone *zone = tambour_calendar_get_zone (self->calendar);

  while (self->at < to)
    {
      TambourDate date = { 0 };
      gint64 end = to;

      if (zone != NULL)
        {
          date = tambour_zone_date_of (zone, (TambourInstant) { self->at });
          end = MIN (to, tambour_zone_start_of_day (zone, (TambourDate) { date.julian + 1 }).seconds);
        }

      /* A zone can repeat the end of a day: then the rest is told as it began. */
      tell (self, end > self->at ? end : to,
            zone != NULL && tambour_calendar_is_holiday (self->calendar, date) ? TAMBOUR_STRETCH_HOLIDAY : TAMBOUR_STRETCH_CLOSED);
    }
}

static void
tell_running (Telling      *self,
              const GArray *spans,
              gint64        to)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const TambourSpan *span = &g_array_index (spans, TambourSpan, i);

      if (span->to <= self->at || span->from >= to)
        continue;

      tell_closed (self, MIN (MAX (span->from, self->at), to));
      tell (self, MIN (span->to, to), TAMBOUR_STRETCH_OPEN);
    }

  tell_closed (self, to);
}

/**
 * tambour_stretches_list:
 * @calendar: (nullable): when somebody is there; %NULL for always
 * @pauses: (element-type TambourPause): what tambour_pauses_merge() gave
 * @from: a stated instant
 * @to: a stated instant
 *
 * Tells what every second of [@from, @to) was: nothing is left out, nothing told
 * twice (RESPONSE-CLOCK.md rule 8). A pause counts whether somebody is there or not.
 *
 * Returns: (transfer full) (element-type TambourStretch): in order
 */
GArray *
tambour_stretches_list (TambourCalendar *calendar,
                        const GArray    *pauses,
                        TambourInstant   from,
                        TambourInstant   to)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TambourSpan));
  g_autoptr(TambourCalendar) always = calendar ? NULL : tambour_calendar_new ("always");
  Telling self = { calendar ? calendar : always, g_array_new (FALSE, FALSE, sizeof (TambourStretch)), from.seconds };

  if (always != NULL)
    tambour_calendar_set_always (always);

  tambour_calendar_list_covered (self.calendar, from, to, spans);
  for (guint i = 0; i < pauses->len; i++)
    {
      const TambourPause *pause = &g_array_index (pauses, TambourPause, i);
      gint64 end = tambour_instant_is_stated (pause->to) ? MIN (pause->to.seconds, to.seconds) : to.seconds;

      tell_running (&self, spans, MIN (pause->from.seconds, to.seconds));
      tell (&self, end, TAMBOUR_STRETCH_PAUSED);
    }
  tell_running (&self, spans, to.seconds);

  return self.stretches;
}

/**
 * tambour_stretches_time:
 * @stretches: (element-type TambourStretch): stretches
 * @kind: a kind of them
 *
 * Returns: how many seconds they are together
 */
gint64
tambour_stretches_time (const GArray       *stretches,
                        TambourStretchKind  kind)
{
  gint64 seconds = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const TambourStretch *stretch = &g_array_index (stretches, TambourStretch, i);

      if (stretch->kind == kind)
        seconds += stretch->to.seconds - stretch->from.seconds;
    }

  return seconds;
}
