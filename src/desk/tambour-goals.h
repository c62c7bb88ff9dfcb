/* tambour-goals.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-goal.h"

G_BEGIN_DECLS

/**
 * TambourGoalTag:
 *
 * How a goal stands, in a word.
 */
typedef enum
{
  TAMBOUR_GOAL_TAG_DRAFT,
  TAMBOUR_GOAL_TAG_AGREED,
  TAMBOUR_GOAL_TAG_ON_TRACK,
  TAMBOUR_GOAL_TAG_AT_RISK,
  TAMBOUR_GOAL_TAG_SLIPPED,  /* its date was moved */
  TAMBOUR_GOAL_TAG_NEARLY,   /* its day has passed, and 90 % are done */
  TAMBOUR_GOAL_TAG_MISSED,
  TAMBOUR_GOAL_TAG_MET,
} TambourGoalTag;

/**
 * TambourGoalView:
 * @reading: (nullable): the last measurement
 * @progress: METRICS.md M27, or %NAN
 * @first_due: when it was due before its date was moved; not stated if it was not
 *
 * A goal and how it stands.
 */
typedef struct
{
  TambourGoal        *goal;
  TambourGoalReading *reading;
  double              progress;
  TambourDate         first_due;
  TambourGoalTag      tag;
} TambourGoalView;

TambourGoalView *tambour_goal_view_new  (TambourGoal        *goal,
                                         TambourGoalReading *reading,
                                         TambourDate         first_due,
                                         TambourDate         today);
void             tambour_goal_view_free (TambourGoalView    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourGoalView, tambour_goal_view_free)

int        tambour_goal_compare (TambourGoal   *first,
                                 TambourGoal   *second);
gboolean   tambour_goal_is_open (TambourGoal   *goal);

GPtrArray *tambour_goals_view   (TambourStore  *store,
                                 GPtrArray     *goals,
                                 GHashTable    *readings,
                                 TambourDate    today,
                                 GError       **error);

/* What the health of an account is told from as well. */
GHashTable *tambour_goals_read_readings (const TambourAccountReading  *reading,
                                         GError                      **error);
gboolean    tambour_goal_find_first_due (TambourStore                 *store,
                                         TambourGoal                  *goal,
                                         TambourDate                  *first_due,
                                         GError                      **error);

G_END_DECLS
