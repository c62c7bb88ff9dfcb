/* tambour-health-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-health-private.h"

/* Days since a sponsor was last met: still fresh, fair, and too long. */
#define SPONSOR_FRESH 60
#define SPONSOR_FAIR  120
#define SPONSOR_LONG  180

static gint64
days_since (const TambourHealthTime *time,
            TambourInstant           then)
{
  return (gint64) time->today.julian - tambour_zone_date_of (time->zone, then).julian;
}

static TambourInstant
start_of (TambourEngagement *call)
{
  return tambour_instant_is_stated (call->actual_start) ? call->actual_start : call->planned_start;
}

static void
judge_silence (const TambourHealthFacts *facts,
               const TambourHealthTime  *time,
               TambourHealthPart        *part)
{
  gint64 days = tambour_date_is_stated (facts->since) ? (gint64) time->today.julian - facts->since.julian : 0;

  for (guint i = 0; i < facts->sponsors->len; i++)
    tambour_health_part_count (part, g_ptr_array_index (facts->sponsors, i));

  if (days > TAMBOUR_HEALTH_PROMISE_DAYS)
    tambour_health_part_say (part, TAMBOUR_HEALTH_SPONSOR_NEVER, TAMBOUR_HEALTH_WORSE, 20);
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_SPONSOR_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
}

/**
 * tambour_health_judge_sponsor:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * How long ago the sponsor was met.
 */
void
tambour_health_judge_sponsor (const TambourHealthFacts *facts,
                              const TambourHealthTime  *time,
                              TambourHealthPart        *part)
{
  if (facts->sponsors->len == 0)
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_SPONSOR_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  if (facts->sponsor_call == NULL)
    {
      judge_silence (facts, time, part);
      return;
    }

  tambour_health_part_count (part, facts->sponsor_call);
  part->count = days_since (time, start_of (facts->sponsor_call));
  part->date = tambour_zone_date_of (time->zone, start_of (facts->sponsor_call));
  if (part->count <= SPONSOR_FRESH)
    tambour_health_part_say (part, TAMBOUR_HEALTH_SPONSOR_JOINED, TAMBOUR_HEALTH_BETTER, 95);
  else if (part->count <= SPONSOR_FAIR)
    tambour_health_part_say (part, TAMBOUR_HEALTH_SPONSOR_JOINED, TAMBOUR_HEALTH_STEADY, 75);
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_SPONSOR_SILENT, TAMBOUR_HEALTH_WORSE,
                             part->count <= SPONSOR_LONG ? 45 : 20);
}

/* On time, as METRICS.md M23 has it. */
static gboolean
is_kept (TambourCommitment *commitment)
{
  return commitment->status == TAMBOUR_COMMITMENT_STATUS_KEPT &&
         (!tambour_date_is_stated (commitment->settled_on) || commitment->settled_on.julian <= commitment->due.julian);
}

/**
 * tambour_health_judge_commitments:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * What we promised to have done by now.
 */
void
tambour_health_judge_commitments (const TambourHealthFacts *facts,
                                  const TambourHealthTime  *time,
                                  TambourHealthPart        *part)
{
  guint kept = 0, due = 0;

  for (guint i = 0; i < facts->commitments->len; i++)
    {
      TambourCommitment *commitment = g_ptr_array_index (facts->commitments, i);

      if (commitment->side != TAMBOUR_SIDE_US || commitment->status == TAMBOUR_COMMITMENT_STATUS_WITHDRAWN ||
          commitment->due.julian >= time->today.julian)
        continue;

      due++;
      kept += is_kept (commitment);
      tambour_health_part_count (part, commitment);
    }

  part->count = kept;
  part->of = due;
  if (due == 0)
    tambour_health_part_say (part, TAMBOUR_HEALTH_COMMITMENTS_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
  else if (kept == due)
    tambour_health_part_say (part, TAMBOUR_HEALTH_COMMITMENTS_KEPT, TAMBOUR_HEALTH_STEADY, 100);
  else if (kept + 1 == due)
    tambour_health_part_say (part, TAMBOUR_HEALTH_COMMITMENTS_BROKEN, TAMBOUR_HEALTH_STEADY, MAX (62, 95.0 * kept / due));
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_COMMITMENTS_BROKEN, TAMBOUR_HEALTH_WORSE, 20 + 65.0 * kept / due);
}

static guint
count_overdue (const TambourHealthFacts *facts,
               const TambourHealthTime  *time,
               TambourSide               side,
               TambourHealthPart        *part)
{
  guint count = 0;

  for (guint i = 0; i < facts->actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (facts->actions, i);

      if (action->side != side || !tambour_date_is_stated (action->due) || action->due.julian >= time->today.julian)
        continue;

      count++;
      if (part != NULL)
        tambour_health_part_count (part, action);
    }

  return count;
}

/**
 * tambour_health_judge_actions:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * Actions whose day has passed; those of the customer weigh half.
 */
void
tambour_health_judge_actions (const TambourHealthFacts *facts,
                              const TambourHealthTime  *time,
                              TambourHealthPart        *part)
{
  guint ours = count_overdue (facts, time, TAMBOUR_SIDE_US, NULL);
  guint theirs = count_overdue (facts, time, TAMBOUR_SIDE_CUSTOMER, NULL);
  double value = 100 - 20.0 * ours - 10.0 * theirs;

  if (!facts->has_actions)
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_ACTIONS_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  if (ours > 0)
    {
      part->count = count_overdue (facts, time, TAMBOUR_SIDE_US, part);
      tambour_health_part_say (part, TAMBOUR_HEALTH_ACTIONS_OVERDUE, ours > 1 ? TAMBOUR_HEALTH_WORSE : TAMBOUR_HEALTH_STEADY, value);
    }
  else if (theirs > 0)
    {
      part->count = count_overdue (facts, time, TAMBOUR_SIDE_CUSTOMER, part);
      tambour_health_part_say (part, TAMBOUR_HEALTH_ACTIONS_AWAITED, theirs > 3 ? TAMBOUR_HEALTH_WORSE : TAMBOUR_HEALTH_STEADY, value);
    }
  else
    {
      for (guint i = 0; i < facts->actions->len; i++)
        tambour_health_part_count (part, g_ptr_array_index (facts->actions, i));
      tambour_health_part_say (part, TAMBOUR_HEALTH_ACTIONS_ON_TIME, TAMBOUR_HEALTH_STEADY, 100);
    }
}

/* How many days a cadence is behind; less than nothing if it is not. */
static gint64
days_behind (const TambourHealthFacts *facts,
             const TambourHealthTime  *time,
             TambourCadence           *cadence,
             TambourEngagement        *last)
{
  gint64 interval = cadence->interval_days == TAMBOUR_NO_COUNT ? 0 : cadence->interval_days;
  gint64 grace = cadence->grace_days == TAMBOUR_NO_COUNT ? 0 : cadence->grace_days;
  TambourDate since = last ? tambour_zone_date_of (time->zone, start_of (last)) : facts->since;

  if (interval <= 0 || !tambour_date_is_stated (since))
    return G_MININT64;

  return (gint64) time->today.julian - since.julian - interval - grace;
}

/**
 * tambour_health_judge_calls:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * Whether we meet as often as we said; the cadence that is furthest behind.
 */
void
tambour_health_judge_calls (const TambourHealthFacts *facts,
                            const TambourHealthTime  *time,
                            TambourHealthPart        *part)
{
  TambourCadence *worst = NULL;
  TambourEngagement *last = NULL;
  gint64 behind = G_MININT64;

  for (guint i = 0; i < facts->cadences->len; i++)
    {
      TambourEngagement *call = g_ptr_array_index (facts->last_calls, i);
      gint64 days = days_behind (facts, time, g_ptr_array_index (facts->cadences, i), call);

      if (days <= behind)
        continue;

      behind = days;
      last = call;
      worst = g_ptr_array_index (facts->cadences, i);
    }

  if (worst == NULL || (last == NULL && behind <= 0))
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_CALLS_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  part->text = g_strdup (worst->title);
  part->date = last ? tambour_zone_date_of (time->zone, start_of (last)) : facts->since;
  part->count = (gint64) time->today.julian - part->date.julian;
  if (last != NULL)
    tambour_health_part_count (part, last);
  else
    tambour_health_part_count (part, worst);

  if (behind <= 0)
    tambour_health_part_say (part, TAMBOUR_HEALTH_CALLS_KEPT, TAMBOUR_HEALTH_STEADY, 100);
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_CALLS_LATE, TAMBOUR_HEALTH_WORSE,
                             MAX (10, 60 - 50.0 * behind / worst->interval_days));
}
