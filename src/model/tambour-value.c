/* tambour-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-value.h"

G_DEFINE_ENUM_TYPE (TambourValueClass, tambour_value_class,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_UNQUANTIFIED, "unquantified"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_DOWNTIME_AVOIDED, "downtime_avoided"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_FASTER_RESTORE, "faster_restore"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_TIME_SAVED, "time_saved"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_COST_AVOIDED, "cost_avoided"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_RISK_REDUCED, "risk_reduced"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_REVENUE_ENABLED, "revenue_enabled"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_LESS_OUTAGE, "less_outage"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_RETIRED_ITEMS, "retired_items"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS, "fewer_infections"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_ISSUES_AVOIDED, "issues_avoided"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_CLASS_FEWER_CASES, "fewer_cases"))

G_DEFINE_ENUM_TYPE (TambourValueState, tambour_value_state,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_STATE_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_STATE_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_VALUE_STATE_REJECTED, "rejected"))

G_DEFINE_ENUM_TYPE (TambourProjectStatus, tambour_project_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROJECT_STATUS_IDEA, "idea"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROJECT_STATUS_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROJECT_STATUS_AGREED, "agreed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROJECT_STATUS_IN_WORK, "in_work"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROJECT_STATUS_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PROJECT_STATUS_DROPPED, "dropped"))

static const TambourField tambour_value_entry_fields[] = {
  { TAMBOUR_FIELD (TambourValueEntry, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, class), .label = N_("Class"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_value_class_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourValueEntry, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, gross), .label = N_("Gross"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, low), .label = N_("Lower bound") },
  { TAMBOUR_FIELD (TambourValueEntry, high), .label = N_("Upper bound") },
  { TAMBOUR_FIELD (TambourValueEntry, share), .label = N_("Share"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, formula), .label = N_("Formula"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, formula_version), .label = N_("Formula version") },
  { TAMBOUR_FIELD (TambourValueEntry, inputs), .label = N_("Inputs") },
  { TAMBOUR_FIELD (TambourValueEntry, evidence), .label = N_("Evidence"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourValueEntry, confidence), .label = N_("Confidence"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, state), .label = N_("State"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_value_state_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourValueEntry, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourValueEntry, accepted_by_id), .label = N_("Accepted by"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourValueEntry, accepted_at), .label = N_("Accepted at"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourValueEntry, project_id), .label = N_("Project"),
    .target = "project" },
  { TAMBOUR_FIELD (TambourValueEntry, incident_id), .label = N_("Incident"),
    .target = "incident" },
  { TAMBOUR_FIELD (TambourValueEntry, goal_id), .label = N_("Goal"),
    .target = "goal" },
};

TAMBOUR_DEFINE_RECORD (TambourValueEntry, tambour_value_entry, 50, "value_entry", "value_entries", N_("Value entry"), 0)

static const TambourField tambour_project_fields[] = {
  { TAMBOUR_FIELD (TambourProject, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, outcome), .label = N_("Outcome"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourProject, objective), .label = N_("Objective"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourProject, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourProject, impact), .label = N_("Impact"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, effort), .label = N_("Effort"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, value_low), .label = N_("Value low") },
  { TAMBOUR_FIELD (TambourProject, value_high), .label = N_("Value high") },
  { TAMBOUR_FIELD (TambourProject, confidence), .label = N_("Confidence") },
  { TAMBOUR_FIELD (TambourProject, effort_us), .label = N_("Our days") },
  { TAMBOUR_FIELD (TambourProject, effort_them), .label = N_("Your days"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, owner_us), .label = N_("Our owner"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, owner_them), .label = N_("Your owner"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, earliest), .label = N_("Earliest"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, quarter), .label = N_("Quarter"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, deadline), .label = N_("Deadline"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, deadline_reason), .label = N_("Deadline reason"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_project_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourProject, year), .label = N_("Year"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourProject, goal_id), .label = N_("Goal"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "goal" },
};

TAMBOUR_DEFINE_RECORD (TambourProject, tambour_project, 51, "project", "projects", N_("Project"), 0)

static const TambourField tambour_rate_fields[] = {
  { TAMBOUR_FIELD (TambourRate, code), .label = N_("Code"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, amount), .label = N_("Amount"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, number), .label = N_("Number"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, unit), .label = N_("Unit"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, agreed_on), .label = N_("Agreed on"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, agreed_by), .label = N_("Agreed by"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRate, agreed_by_id), .label = N_("Agreed by contact"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourRate, valid_until), .label = N_("Valid until"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourRate, tambour_rate, 59, "rate", "rates", N_("Agreed rate"), 0)
