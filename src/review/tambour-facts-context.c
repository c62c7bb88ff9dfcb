/* tambour-facts-context.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <math.h>
#include <string.h>

/* What stands beside a figure where it is drawn: the goal that asks for it, what was rolled out
 * meanwhile, and when it will be counted again.
 */

/* A change that goes on for this many days or more is a rollout; a shorter one is a change window. */
#define ROLLOUT_DAYS 7

/* --- goals ---------------------------------------------------------------- */

static gboolean
is_called (const char *measure,
           const char *name)
{
  g_autofree char *one = measure ? g_utf8_casefold (measure, -1) : NULL;
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_strcmp0 (one, other) == 0;
}

static gboolean
rounds_to (double stated,
           double counted)
{
  return isfinite (stated) && isfinite (counted) && floor (stated + 0.5) == floor (counted + 0.5);
}

/* A goal names what it measures in the customer's words. Where they are not those of the figure,
 * its numbers tell: it began and ended where the figure did.
 */
static gboolean
is_about (const TambourGoalFact *goal,
          TambourFact           *fact,
          double                 scale,
          double                 start)
{
  if (!isfinite (goal->target) || isfinite (goal->target_of) || goal->rule != TAMBOUR_GOAL_RULE_REACH)
    return FALSE;
  if (is_called (goal->metric, fact->name))
    return TRUE;

  return rounds_to (goal->result, scale * fact->now.value) &&
         (rounds_to (goal->start, scale * fact->prior.value) || rounds_to (goal->start, scale * start));
}

static void
find_goals (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GArray *goals = facts->goals.goals;
  double start = facts->usage.coverage_start->now.value;

  for (guint i = goals->len; i-- > 0;)
    {
      const TambourGoalFact *goal = &g_array_index (goals, TambourGoalFact, i);

      if (g_strcmp0 (goal->unit, "%") == 0)
        {
          if (is_about (goal, facts->usage.coverage_now, 100, start) ||
              is_called (goal->metric, facts->usage.protected_users->name) ||
              is_called (goal->metric, TAMBOUR_METRIC_USERS_PROTECTED))
            facts->usage.goal = goal->target / 100;
        }
      else if (is_about (goal, facts->audits.score, 1, NAN))
        {
          facts->audits.goal = goal->target;
        }
    }
}

/* --- rollouts ------------------------------------------------------------- */

static gint
compare_rollouts (gconstpointer a,
                  gconstpointer b)
{
  const TambourRolloutFact *first = a;
  const TambourRolloutFact *second = b;
  gint order = tambour_compare_dates (first->from, second->from);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_rollouts (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *changes = tambour_reading_list (reading, TAMBOUR_TYPE_PLANNED_CHANGE);

  for (guint i = 0; i < changes->len; i++)
    {
      TambourPlannedChange *change = g_ptr_array_index (changes, i);
      TambourRolloutFact fact = { TAMBOUR_RECORD (change)->id, change->title };

      if (change->maintenance || change->state == TAMBOUR_CHANGE_STATE_CANCELLED ||
          !tambour_instant_is_stated (change->window_start) || !tambour_instant_is_stated (change->window_end) ||
          change->window_end.seconds - change->window_start.seconds < ROLLOUT_DAYS * TAMBOUR_DAY ||
          !tambour_reading_is_past (reading, change->window_start))
        continue;

      fact.from = tambour_zone_date_of (facts->zone, change->window_start);
      fact.to = tambour_zone_date_of (facts->zone, change->window_end);
      if (fact.from.julian < facts->period.to.julian && fact.to.julian >= facts->period.from.julian)
        g_array_append_val (facts->usage.rollouts, fact);
    }

  g_array_sort (facts->usage.rollouts, compare_rollouts);
}

/* --- the next audit ------------------------------------------------------- */

static void
plan_next (TambourReading *reading,
           TambourDate     on)
{
  TambourDate *next = &reading->facts->audits.next_on;

  if (tambour_date_is_stated (on) && on.julian > tambour_reading_today (reading).julian &&
      on.julian >= reading->facts->period.to.julian &&
      (!tambour_date_is_stated (*next) || on.julian < next->julian))
    *next = on;
}

/* A date that an unfinished audit has, or a session that is in the calendar. */
static void
find_next_audit (TambourReading *reading)
{
  GPtrArray *audits = tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT);
  GPtrArray *engagements = tambour_reading_list (reading, TAMBOUR_TYPE_ENGAGEMENT);

  for (guint i = 0; i < audits->len; i++)
    {
      TambourAudit *audit = g_ptr_array_index (audits, i);

      if (audit->status != TAMBOUR_AUDIT_STATUS_FINAL)
        plan_next (reading, audit->on);
    }

  for (guint i = 0; i < engagements->len; i++)
    {
      TambourEngagement *engagement = g_ptr_array_index (engagements, i);

      if (engagement->kind == TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION &&
          engagement->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED &&
          tambour_instant_is_stated (engagement->planned_start))
        plan_next (reading, tambour_zone_date_of (reading->facts->zone, engagement->planned_start));
    }
}

/**
 * tambour_facts_find_context:
 * @reading: a reading, whose figures are counted
 *
 * Finds what is drawn beside figures: goals, rollouts, the date of the next audit.
 */
void
tambour_facts_find_context (TambourReading *reading)
{
  find_goals (reading);
  list_rollouts (reading);
  find_next_audit (reading);
}
