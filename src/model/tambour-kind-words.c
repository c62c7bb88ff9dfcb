/* tambour-kind-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-kind-words.h"

static const TambourKindWords kinds[] = {
  { "account", N_("Account"), N_("Accounts"), N_("New Account") },
  { "agreement", N_("Agreement"), N_("Agreements"), N_("New Agreement") },
  { "plan", N_("Plan"), N_("Plans"), N_("New Plan") },
  { "entitlement", N_("Entitlement"), N_("Entitlements"), N_("New Entitlement") },
  { "entitlement_use", N_("Entitlement Use"), N_("Entitlement Uses"), N_("New Entitlement Use") },
  { "contact", N_("Contact"), N_("Contacts"), N_("New Contact") },
  { "person", N_("Person"), N_("Our People"), N_("New Person") },
  { "team_role", N_("Account Team Role"), N_("Account Team"), N_("New Account Team Role") },
  { "goal", N_("Goal"), N_("Goals"), N_("New Goal") },
  { "goal_reading", N_("Goal Reading"), N_("Goal Readings"), N_("New Goal Reading") },
  { "environment", N_("Environment"), N_("Environments"), N_("New Environment") },
  { "component", N_("Component"), N_("Components"), N_("New Component") },
  { "workflow_note", N_("Workflow"), N_("Workflows"), N_("New Workflow") },
  { "infra_note", N_("Infrastructure Note"), N_("Infrastructure Notes"), N_("New Infrastructure Note") },
  { "objective_note", N_("Business Objective"), N_("Business Objectives"), N_("New Business Objective") },
  { "case", N_("Case"), N_("Cases"), N_("New Case") },
  { "case_event", N_("Case Event"), N_("Case Events"), N_("New Case Event") },
  { "incident", N_("Incident"), N_("Incidents"), N_("New Incident") },
  { "root_cause", N_("Root Cause"), N_("Root Causes"), N_("New Root Cause") },
  { "escalation", N_("Escalation"), N_("Escalations"), N_("New Escalation") },
  { "plan_catalogue", N_("Plan Catalogue"), N_("Plan Catalogues"), N_("New Plan Catalogue") },
  { "response_clock", N_("Response Clock"), N_("Response Clocks"), N_("New Response Clock") },
  { "clock_pause", N_("Clock Pause"), N_("Clock Pauses"), N_("New Clock Pause") },
  { "acknowledgement", N_("Acknowledgement"), N_("Acknowledgements"), N_("New Acknowledgement") },
  { "engagement", N_("Engagement"), N_("Engagements"), N_("New Engagement") },
  { "cadence", N_("Cadence"), N_("Cadences"), N_("New Cadence") },
  { "attendance", N_("Attendance"), N_("Attendances"), N_("New Attendance") },
  { "decision", N_("Decision"), N_("Decisions"), N_("New Decision") },
  { "action_item", N_("Action"), N_("Actions"), N_("New Action") },
  { "commitment", N_("Commitment"), N_("Commitments"), N_("New Commitment") },
  { "roadmap_item", N_("Roadmap Item"), N_("Roadmap Items"), N_("New Roadmap Item") },
  { "roadmap_review", N_("Roadmap Review"), N_("Roadmap Reviews"), N_("New Roadmap Review") },
  { "audit_template", N_("Checklist"), N_("Checklists"), N_("New Checklist") },
  { "template_item", N_("Checklist Item"), N_("Checklist Items"), N_("New Checklist Item") },
  { "audit", N_("Audit"), N_("Audits"), N_("New Audit") },
  { "audit_answer", N_("Audit Answer"), N_("Audit Answers"), N_("New Audit Answer") },
  { "finding", N_("Finding"), N_("Findings"), N_("New Finding") },
  { "known_issue", N_("Known Issue"), N_("Known Issues"), N_("New Known Issue") },
  { "exposure", N_("Exposure"), N_("Exposures"), N_("New Exposure") },
  { "feature_request", N_("Feature Request"), N_("Feature Requests"), N_("New Feature Request") },
  { "fr_evidence", N_("Request Evidence"), N_("Request Evidence"), N_("New Request Evidence") },
  { "fr_event", N_("Request Step"), N_("Request Steps"), N_("New Request Step") },
  { "insight", N_("Insight"), N_("Insights"), N_("New Insight") },
  { "usage_sample", N_("Usage Sample"), N_("Usage Samples"), N_("New Usage Sample") },
  { "metric", N_("Metric"), N_("Metrics"), N_("New Metric") },
  { "feature_adoption", N_("Feature Adoption"), N_("Feature Adoption"), N_("New Feature Adoption") },
  { "planned_change", N_("Planned Change"), N_("Planned Changes"), N_("New Planned Change") },
  { "training", N_("Training"), N_("Trainings"), N_("New Training") },
  { "content_share", N_("Shared Content"), N_("Shared Content"), N_("New Shared Content") },
  { "early_access", N_("Early Access"), N_("Early Access"), N_("New Early Access") },
  { "invitation", N_("Invitation"), N_("Invitations"), N_("New Invitation") },
  { "library_item", N_("Library Item"), N_("Library Items"), N_("New Library Item") },
  { "programme", N_("Programme"), N_("Programmes"), N_("New Programme") },
  { "value_entry", N_("Value Entry"), N_("Value Entries"), N_("New Value Entry") },
  { "project", N_("Project"), N_("Projects"), N_("New Project") },
  { "survey_response", N_("Survey Response"), N_("Survey Responses"), N_("New Survey Response") },
  { "health_component", N_("Health Component"), N_("Health Components"), N_("New Health Component") },
  { "time_entry", N_("Time Entry"), N_("Time Entries"), N_("New Time Entry") },
  { "report", N_("Report"), N_("Reports"), N_("New Report") },
  { "snapshot", N_("Snapshot"), N_("Snapshots"), N_("New Snapshot") },
  { "figure", N_("Figure"), N_("Figures"), N_("New Figure") },
  { "attachment", N_("Attachment"), N_("Attachments"), N_("New Attachment") },
  { "rate", N_("Rate"), N_("Rates"), N_("New Rate") },
  { "conflict", N_("Conflict"), N_("Conflicts"), N_("New Conflict") },
};

/**
 * tambour_kind_get_words:
 * @klass: a kind of record
 *
 * Returns: (transfer none): what it is called in titles, untranslated
 */
const TambourKindWords *
tambour_kind_get_words (TambourRecordClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, klass->kind))
      return &kinds[i];

  g_assert_not_reached ();
}
