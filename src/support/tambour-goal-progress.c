/* tambour-goal-progress.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-goal-progress.h"

/* Of a form "8 of 9" the share, else the value itself. */
static double
plain (double value,
       double of)
{
  return !isnan (of) && of != 0 ? value / of : value;
}

static gboolean
is_reached (TambourGoalRule rule,
            double          result,
            double          target)
{
  return rule == TAMBOUR_GOAL_RULE_AT_MOST ? result <= target : result >= target;
}

/* A goal to keep all: the gap to all of them that was closed. */
static double
progress_to_all (const TambourGoalMeasure *measure)
{
  double result = plain (measure->result, measure->result_of);
  double start = plain (measure->start, measure->start_of);

  if (result >= 1)
    return 1;

  return isnan (start) || start >= 1 ? 0 : (result - start) / (1 - start);
}

/**
 * tambour_goal_progress:
 * @measure: what is known of a goal
 *
 * METRICS.md M27: (result - start) / (target - start); where nothing had to be
 * gained, met or missed by comparison.
 *
 * Returns: the progress, 1 for all of it; %NAN if it cannot be told
 */
double
tambour_goal_progress (const TambourGoalMeasure *measure)
{
  double start = plain (measure->start, measure->start_of);
  double target = plain (measure->target, measure->target_of);
  double result = plain (measure->result, measure->result_of);

  if (isnan (result))
    return NAN;
  if (measure->rule == TAMBOUR_GOAL_RULE_KEEP_ALL && !isnan (measure->result_of))
    return progress_to_all (measure);
  if (isnan (target))
    return NAN;

  /* Nothing had to be gained, only kept. */
  if (isnan (start) || start == target || is_reached (measure->rule, start, target))
    return is_reached (measure->rule, result, target) ? 1 : 0;

  return (result - start) / (target - start);
}

/**
 * tambour_goal_get_measure:
 * @goal: a goal
 * @reading: (nullable): its last reading
 *
 * Returns: what the two say
 */
TambourGoalMeasure
tambour_goal_get_measure (TambourGoal        *goal,
                          TambourGoalReading *reading)
{
  return (TambourGoalMeasure) {
    .rule = goal->rule,
    .start = goal->baseline,
    .start_of = goal->baseline_of,
    .target = goal->target,
    .target_of = goal->target_of,
    .result = reading ? reading->value : NAN,
    .result_of = reading ? reading->value_of : NAN,
  };
}
