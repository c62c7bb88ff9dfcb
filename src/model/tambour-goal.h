/* tambour-goal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_GOAL_STATUS_DRAFT,
  TAMBOUR_GOAL_STATUS_AGREED,
  TAMBOUR_GOAL_STATUS_ON_TRACK,
  TAMBOUR_GOAL_STATUS_AT_RISK,
  TAMBOUR_GOAL_STATUS_MET,
  TAMBOUR_GOAL_STATUS_MISSED,
  TAMBOUR_GOAL_STATUS_DROPPED,
} TambourGoalStatus;

#define TAMBOUR_TYPE_GOAL_STATUS (tambour_goal_status_get_type ())
GType tambour_goal_status_get_type (void);

typedef enum
{
  TAMBOUR_GOAL_RULE_REACH,
  TAMBOUR_GOAL_RULE_AT_MOST,
  TAMBOUR_GOAL_RULE_KEEP_ALL,
} TambourGoalRule;

#define TAMBOUR_TYPE_GOAL_RULE (tambour_goal_rule_get_type ())
GType tambour_goal_rule_get_type (void);

/**
 * TambourGoal:
 *
 * A business objective with a measure (METRICS.md M27).
 */
#define TAMBOUR_TYPE_GOAL (tambour_goal_get_type ())
TAMBOUR_DECLARE_RECORD (TambourGoal, tambour_goal, GOAL)

struct _TambourGoal
{
  TambourRecord  parent_instance;

  char          *statement;
  TambourRef     owner_id;
  char          *owner_name;
  char          *metric;
  char          *unit;
  guint          rule;
  double         baseline;
  double         baseline_of;
  TambourDate    baseline_date;
  double         target;
  double         target_of;
  TambourDate    due;
  guint          status;
  gint64         position;
  TambourRef     agreed_by_id;
  TambourDate    agreed_at;
  char          *reason;
};

/**
 * TambourGoalReading:
 *
 * One measurement of a goal.
 */
#define TAMBOUR_TYPE_GOAL_READING (tambour_goal_reading_get_type ())
TAMBOUR_DECLARE_RECORD (TambourGoalReading, tambour_goal_reading, GOAL_READING)

struct _TambourGoalReading
{
  TambourRecord  parent_instance;

  TambourRef     goal_id;
  TambourDate    on;
  double         value;
  double         value_of;
  char          *evidence;
};

G_END_DECLS
