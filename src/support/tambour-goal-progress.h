/* tambour-goal-progress.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-goal.h"

G_BEGIN_DECLS

/* Met and nearly met from here (METRICS.md M27); a little less than said, so
 * that 90% computed as 0.8999999999999999 is 90%. */
#define TAMBOUR_GOAL_MET    (1 - 1e-9)
#define TAMBOUR_GOAL_NEARLY (0.9 - 1e-9)

/**
 * TambourGoalMeasure:
 *
 * What the progress of a goal follows from. A value with an "of" is a share:
 * 12 of 14 sites. %NAN is not measured, and never 0.
 */
typedef struct
{
  TambourGoalRule rule;
  double          start, start_of;
  double          target, target_of;
  double          result, result_of;
} TambourGoalMeasure;

double             tambour_goal_progress    (const TambourGoalMeasure *measure);
TambourGoalMeasure tambour_goal_get_measure (TambourGoal              *goal,
                                             TambourGoalReading       *reading);

G_END_DECLS
