/* tambour-environment.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-environment.h"

G_DEFINE_ENUM_TYPE (TambourEnvironmentKind, tambour_environment_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENVIRONMENT_KIND_PRODUCTION, "production"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENVIRONMENT_KIND_STAGING, "staging"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENVIRONMENT_KIND_DR, "dr"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENVIRONMENT_KIND_LAB, "lab"))

G_DEFINE_ENUM_TYPE (TambourChangeState, tambour_change_state,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANGE_STATE_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANGE_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANGE_STATE_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANGE_STATE_ROLLED_BACK, "rolled_back"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANGE_STATE_CANCELLED, "cancelled"))

static const TambourField tambour_environment_fields[] = {
  { TAMBOUR_FIELD (TambourEnvironment, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEnvironment, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_environment_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEnvironment, site), .label = N_("Site"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEnvironment, tz), .label = N_("Time zone"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEnvironment, criticality), .label = N_("Criticality"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEnvironment, narrative), .label = N_("Narrative"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourEnvironment, diagram), .label = N_("Diagram"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourEnvironment, tambour_environment, 11, "environment", "environments", N_("Environment"), 0)

static const TambourField tambour_component_fields[] = {
  { TAMBOUR_FIELD (TambourComponent, environment_id), .label = N_("Environment"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "environment" },
  { TAMBOUR_FIELD (TambourComponent, type), .label = N_("Type"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, vendor), .label = N_("Vendor"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, product), .label = N_("Product"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, version), .label = N_("Version"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, count), .label = N_("Count"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, owner_id), .label = N_("Owner"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourComponent, config_notes), .label = N_("Configuration"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourComponent, verified_on), .label = N_("Verified on"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, end_of_support), .label = N_("End of support"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, retired_on), .label = N_("Retired on"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourComponent, retired_rate), .label = N_("Rate of its invoice") },
};

TAMBOUR_DEFINE_RECORD (TambourComponent, tambour_component, 12, "component", "components", N_("Component"), 0)

static const TambourField tambour_workflow_note_fields[] = {
  { TAMBOUR_FIELD (TambourWorkflowNote, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourWorkflowNote, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourWorkflowNote, systems), .label = N_("Systems"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourWorkflowNote, component_ids), .label = N_("Components"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourWorkflowNote, reviewed_on), .label = N_("Reviewed on"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourWorkflowNote, review_months), .label = N_("Review every months") },
};

TAMBOUR_DEFINE_RECORD (TambourWorkflowNote, tambour_workflow_note, 13, "workflow_note", "workflow_notes", N_("Workflow"), 0)

static const TambourField tambour_infra_note_fields[] = {
  { TAMBOUR_FIELD (TambourInfraNote, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInfraNote, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourInfraNote, tags), .label = N_("Tags"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourInfraNote, pinned), .label = N_("Pinned"),
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInfraNote, reviewed_on), .label = N_("Reviewed on"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourInfraNote, review_months), .label = N_("Review every months") },
};

TAMBOUR_DEFINE_RECORD (TambourInfraNote, tambour_infra_note, 14, "infra_note", "infra_notes", N_("Infrastructure note"), 0)

static const TambourField tambour_objective_note_fields[] = {
  { TAMBOUR_FIELD (TambourObjectiveNote, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourObjectiveNote, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourObjectiveNote, reviewed_on), .label = N_("Reviewed on"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourObjectiveNote, review_months), .label = N_("Review every months") },
};

TAMBOUR_DEFINE_RECORD (TambourObjectiveNote, tambour_objective_note, 61, "objective_note", "objective_notes", N_("Business objective"), 0)

static const TambourField tambour_planned_change_fields[] = {
  { TAMBOUR_FIELD (TambourPlannedChange, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlannedChange, window_start), .label = N_("Window start"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlannedChange, window_end), .label = N_("Window end"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlannedChange, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlannedChange, risk), .label = N_("Risk"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlannedChange, plan), .label = N_("Plan"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourPlannedChange, contact_id), .label = N_("Contact"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourPlannedChange, notified_on), .label = N_("Notified on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlannedChange, lead_days), .label = N_("Notice in working days") },
  { TAMBOUR_FIELD (TambourPlannedChange, maintenance), .label = N_("Agreed maintenance"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourPlannedChange, state), .label = N_("State"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_change_state_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourPlannedChange, outcome), .label = N_("Outcome"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourPlannedChange, tambour_planned_change, 45, "planned_change", "planned_changes", N_("Planned change"), 0)

/**
 * tambour_planned_change_is_over:
 * @self: a planned change
 *
 * One that says how it went is over, whatever its state says: portfolios that are
 * older than states have nothing else.
 *
 * Returns: whether nothing is to be done about it any more
 */
gboolean
tambour_planned_change_is_over (TambourPlannedChange *self)
{
  return self->state != TAMBOUR_CHANGE_STATE_PLANNED || (self->outcome != NULL && *self->outcome != '\0');
}
