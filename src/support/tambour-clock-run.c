/* tambour-clock-run.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-run.h"

/* The pauses as they were known at @at: what came later does not exist, and one
 * that lasts is open unless @close says that it ends there.
 */
static GArray *
dup_pauses_until (const GArray   *pauses,
                  TambourInstant  at,
                  gboolean        close)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (TambourPause));

  for (guint i = 0; i < pauses->len; i++)
    {
      TambourPause pause = g_array_index (pauses, TambourPause, i);

      if (pause.from.seconds >= at.seconds)
        break;

      if (!tambour_instant_is_stated (pause.to) || pause.to.seconds > at.seconds)
        pause.to.seconds = close ? at.seconds : TAMBOUR_NEVER;

      g_array_append_val (known, pause);
    }

  return known;
}

static gboolean
find_times (const TambourRun  *self,
            const GArray      *pauses,
            TambourInstant    *start,
            TambourInstant    *due,
            GError           **error)
{
  return tambour_clock_due (self->target, self->received,
                            (const TambourPause *) (gpointer) pauses->data, pauses->len,
                            start, due, error);
}

/**
 * tambour_run_is_decided: (skip)
 * @self: an open run
 * @pauses: (element-type TambourPause): the pauses of the case
 * @at: an instant
 * @decided: (out): whether it was missed by then
 * @error: return location
 *
 * A clock that is decided is never rewritten (RESPONSE-CLOCK.md, Catalogue format).
 *
 * Returns: %FALSE if it is never due (rule 9)
 */
gboolean
tambour_run_is_decided (const TambourRun  *self,
                        const GArray      *pauses,
                        TambourInstant     at,
                        gboolean          *decided,
                        GError           **error)
{
  g_autoptr(GArray) known = dup_pauses_until (pauses, at, FALSE);
  TambourInstant start, due;

  if (!find_times (self, known, &start, &due, error))
    return FALSE;

  *decided = tambour_instant_is_stated (due) && due.seconds <= at.seconds;

  return TRUE;
}

/* Rule 5. */
static TambourClockState
find_state (const TambourRun *self,
            TambourInstant    due,
            const GArray     *pauses,
            TambourInstant    as_of)
{
  const TambourPause *last = pauses->len ? &g_array_index (pauses, TambourPause, pauses->len - 1) : NULL;

  switch (self->end)
    {
    case TAMBOUR_RUN_REPRIORITISED:
    case TAMBOUR_RUN_MERGED:
      return TAMBOUR_CLOCK_STATE_CANCELLED;
    case TAMBOUR_RUN_STOPPED:
      return self->ended.seconds <= due.seconds ? TAMBOUR_CLOCK_STATE_MET : TAMBOUR_CLOCK_STATE_MISSED;
    case TAMBOUR_RUN_OPEN:
      if (tambour_instant_is_stated (due) && due.seconds <= as_of.seconds)
        return TAMBOUR_CLOCK_STATE_MISSED;
      return last && !tambour_instant_is_stated (last->to) ? TAMBOUR_CLOCK_STATE_PAUSED : TAMBOUR_CLOCK_STATE_RUNNING;
    }

  g_return_val_if_reached (TAMBOUR_CLOCK_STATE_RUNNING);
}

/* Covered, paused and closed time add up to the wall time from the start to the
 * end (rule 8); paused is the covered time that pauses took, since closed time
 * costs nothing (rule 4).
 */
static void
measure (const TambourRun     *self,
         TambourResponseClock *clock,
         const GArray         *pauses,
         TambourInstant        end)
{
  TambourCalendar *calendar = self->target->calendar;
  g_autoptr(GArray) merged = tambour_pauses_merge ((const TambourPause *) (gpointer) pauses->data,
                                                   pauses->len, clock->start);
  gint64 wall = MAX (0, end.seconds - clock->start.seconds);
  gint64 covered = tambour_calendar_covered_time (calendar, clock->start, end);

  clock->paused_seconds = tambour_pauses_covered_time (merged, calendar, clock->start, end);
  clock->covered_seconds = covered - clock->paused_seconds;
  clock->closed_seconds = wall - covered;
}

/* The same case replayed again has clocks of the same ids. */
static char *
make_id (const TambourRun *self,
         TambourCase      *support_case)
{
  const guint32 seed[] = {
    g_str_hash (TAMBOUR_RECORD (support_case)->id), self->target->kind, (guint32) self->cycle
  };
  g_autoptr(GRand) random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));

  return tambour_id_new_at (self->received.seconds * 1000, random);
}

static TambourResponseClock *
make_clock (const TambourRun *self,
            TambourCase      *support_case)
{
  g_autofree char *id = make_id (self, support_case);
  TambourResponseClock *clock = TAMBOUR_RESPONSE_CLOCK (tambour_record_new (TAMBOUR_TYPE_RESPONSE_CLOCK, id));
  TambourRecord *record = TAMBOUR_RECORD (clock);

  record->account_id.id = g_strdup (TAMBOUR_RECORD (support_case)->account_id.id);
  record->origin = TAMBOUR_ORIGIN_DERIVED;
  clock->case_id.id = g_strdup (TAMBOUR_RECORD (support_case)->id);
  clock->kind = self->target->kind;
  clock->cycle = self->cycle;
  clock->priority = self->priority;
  clock->channel = self->channel;
  clock->catalogue = tambour_date_dup_text (tambour_catalogue_valid_from (self->catalogue));
  clock->calendar = g_strdup (self->target->calendar_name);
  clock->stop.seconds = self->end == TAMBOUR_RUN_STOPPED ? self->ended.seconds : TAMBOUR_NEVER;

  return clock;
}

/**
 * tambour_run_finish: (skip)
 * @self: a run
 * @support_case: its case
 * @pauses: (element-type TambourPause): the pauses of the case
 * @as_of: what is known
 * @error: return location
 *
 * The clock that the run has come to: due, state, measures and the reason.
 *
 * Returns: (transfer full) (nullable): the record; %NULL if it is never due (rule 9)
 */
TambourResponseClock *
tambour_run_finish (const TambourRun  *self,
                    TambourCase       *support_case,
                    const GArray      *pauses,
                    TambourInstant     as_of,
                    GError           **error)
{
  TambourInstant end = self->end == TAMBOUR_RUN_OPEN ? as_of : self->ended;
  g_autoptr(GArray) known = dup_pauses_until (pauses, end, self->end != TAMBOUR_RUN_OPEN);
  g_autoptr(TambourResponseClock) clock = make_clock (self, support_case);
  TambourInstant paused_since = { TAMBOUR_NEVER };

  if (!find_times (self, known, &clock->start, &clock->due, error))
    return NULL;

  clock->state = find_state (self, clock->due, known, as_of);
  measure (self, clock, known, end);

  if (clock->state == TAMBOUR_CLOCK_STATE_PAUSED)
    paused_since = g_array_index (known, TambourPause, known->len - 1).from;

  clock->reason = tambour_run_dup_reason (self, clock, paused_since);

  return g_steal_pointer (&clock);
}
