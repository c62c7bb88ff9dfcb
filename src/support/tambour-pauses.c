/* tambour-pauses.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pauses.h"

static int
compare_pauses (gconstpointer a,
                gconstpointer b)
{
  const TambourPause *one = a;
  const TambourPause *other = b;

  return (one->from.seconds > other->from.seconds) - (one->from.seconds < other->from.seconds);
}

static gboolean
is_open (const TambourPause *pause)
{
  return !tambour_instant_is_stated (pause->to);
}

/* Makes @last reach as far as @pause does. */
static void
lengthen (TambourPause       *last,
          const TambourPause *pause)
{
  if (is_open (pause) || is_open (last))
    last->to.seconds = TAMBOUR_NEVER;
  else
    last->to.seconds = MAX (last->to.seconds, pause->to.seconds);
}

/**
 * tambour_pauses_merge:
 * @pauses: (array length=n_pauses) (nullable): pauses as they were noted
 * @n_pauses: how many
 * @start: when the clock starts: nothing before it is a pause of it
 *
 * Returns: (transfer full) (element-type TambourPause): the same time in pauses
 *   that are in order, apart and not empty; only the last can be open
 */
GArray *
tambour_pauses_merge (const TambourPause *pauses,
                      guint               n_pauses,
                      TambourInstant      start)
{
  g_autoptr(GArray) clipped = g_array_new (FALSE, FALSE, sizeof (TambourPause));
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (TambourPause));

  for (guint i = 0; i < n_pauses; i++)
    {
      TambourPause pause = pauses[i];

      pause.from.seconds = MAX (pause.from.seconds, start.seconds);
      if (is_open (&pause) || pause.to.seconds > pause.from.seconds)
        g_array_append_val (clipped, pause);
    }

  g_array_sort (clipped, compare_pauses);

  for (guint i = 0; i < clipped->len; i++)
    {
      TambourPause *pause = &g_array_index (clipped, TambourPause, i);
      TambourPause *last = merged->len ? &g_array_index (merged, TambourPause, merged->len - 1) : NULL;

      if (last != NULL && (is_open (last) || pause->from.seconds <= last->to.seconds))
        lengthen (last, pause);
      else
        g_array_append_val (merged, *pause);
    }

  return merged;
}

/**
 * tambour_pauses_covered_time:
 * @merged: (element-type TambourPause): what tambour_pauses_merge() gave
 * @calendar: a calendar
 * @from: a stated instant
 * @to: a stated instant
 *
 * Returns: the covered seconds of [@from, @to) that the pauses took
 *   (RESPONSE-CLOCK.md rule 4)
 */
gint64
tambour_pauses_covered_time (const GArray    *merged,
                             TambourCalendar *calendar,
                             TambourInstant   from,
                             TambourInstant   to)
{
  gint64 covered = 0;

  for (guint i = 0; i < merged->len; i++)
    {
      const TambourPause *pause = &g_array_index (merged, TambourPause, i);
      TambourInstant begin = { MAX (pause->from.seconds, from.seconds) };
      TambourInstant end = { is_open (pause) ? to.seconds : MIN (pause->to.seconds, to.seconds) };

      covered += tambour_calendar_covered_time (calendar, begin, end);
    }

  return covered;
}
