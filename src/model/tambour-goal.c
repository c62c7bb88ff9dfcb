/* tambour-goal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-goal.h"

G_DEFINE_ENUM_TYPE (TambourGoalStatus, tambour_goal_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_AGREED, "agreed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_ON_TRACK, "on_track"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_AT_RISK, "at_risk"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_MET, "met"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_MISSED, "missed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_STATUS_DROPPED, "dropped"))

G_DEFINE_ENUM_TYPE (TambourGoalRule, tambour_goal_rule,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_RULE_REACH, "reach"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_RULE_AT_MOST, "at_most"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_GOAL_RULE_KEEP_ALL, "keep_all"))

static const TambourField tambour_goal_fields[] = {
  { TAMBOUR_FIELD (TambourGoal, statement), .label = N_("Statement"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourGoal, owner_id), .label = N_("Owner"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourGoal, owner_name), .label = N_("Owner name"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, metric), .label = N_("Measure"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, unit), .label = N_("Unit"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, rule), .label = N_("Rule"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_goal_rule_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourGoal, baseline), .label = N_("Start"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, baseline_of), .label = N_("Start out of"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, baseline_date), .label = N_("Start date"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, target), .label = N_("Target"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, target_of), .label = N_("Target out of"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, due), .label = N_("Due"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_goal_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourGoal, position), .label = N_("Position"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, agreed_by_id), .label = N_("Agreed by"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourGoal, agreed_at), .label = N_("Agreed on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoal, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourGoal, tambour_goal, 9, "goal", "goals", N_("Goal"), 0)

static const TambourField tambour_goal_reading_fields[] = {
  { TAMBOUR_FIELD (TambourGoalReading, goal_id), .label = N_("Goal"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "goal" },
  { TAMBOUR_FIELD (TambourGoalReading, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoalReading, value), .label = N_("Value"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoalReading, value_of), .label = N_("Out of"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourGoalReading, evidence), .label = N_("Evidence"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourGoalReading, tambour_goal_reading, 10, "goal_reading", "goal_readings", N_("Goal reading"), TAMBOUR_RECORD_APPEND_ONLY)
