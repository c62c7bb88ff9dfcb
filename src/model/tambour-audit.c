/* tambour-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit.h"

G_DEFINE_ENUM_TYPE (TambourSeverity, tambour_severity,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SEVERITY_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SEVERITY_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SEVERITY_HIGH, "high"))

G_DEFINE_ENUM_TYPE (TambourAuditStatus, tambour_audit_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AUDIT_STATUS_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AUDIT_STATUS_IN_REVIEW, "in_review"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_AUDIT_STATUS_FINAL, "final"))

G_DEFINE_ENUM_TYPE (TambourAnswer, tambour_answer,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ANSWER_NOT_VERIFIED, "not_verified"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ANSWER_MET, "met"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ANSWER_PARTIAL, "partial"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ANSWER_GAP, "gap"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ANSWER_NOT_REQUIRED, "not_required"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ANSWER_NA, "na"))

G_DEFINE_ENUM_TYPE (TambourFindingStatus, tambour_finding_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_FINDING_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_FINDING_STATUS_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_FINDING_STATUS_FIXED, "fixed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_FINDING_STATUS_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_FINDING_STATUS_INVALID, "invalid"))

G_DEFINE_ENUM_TYPE (TambourRemedy, tambour_remedy,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REMEDY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REMEDY_ACTION, "action"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REMEDY_PROJECT, "project"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REMEDY_CASE, "case"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REMEDY_ACCEPT, "accept"))

G_DEFINE_ENUM_TYPE (TambourExposureState, tambour_exposure_state,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EXPOSURE_STATE_SUSPECTED, "suspected"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EXPOSURE_STATE_EXPOSED, "exposed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EXPOSURE_STATE_MITIGATED, "mitigated"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EXPOSURE_STATE_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED, "not_affected"))

static const TambourField tambour_audit_template_fields[] = {
  { TAMBOUR_FIELD (TambourAuditTemplate, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAuditTemplate, version), .label = N_("Version"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAuditTemplate, domain), .label = N_("Domain"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAuditTemplate, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourAuditTemplate, replaced_by_id), .label = N_("Replaced by"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "audit_template" },
};

TAMBOUR_DEFINE_RECORD (TambourAuditTemplate, tambour_audit_template, 32, "audit_template", "audit_templates", N_("Checklist"), 0)

static const TambourField tambour_template_item_fields[] = {
  { TAMBOUR_FIELD (TambourTemplateItem, template_id), .label = N_("Template"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "audit_template" },
  { TAMBOUR_FIELD (TambourTemplateItem, item_key), .label = N_("Item key"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTemplateItem, revision), .label = N_("Revision"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTemplateItem, section), .label = N_("Section"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTemplateItem, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourTemplateItem, why), .label = N_("Why"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourTemplateItem, severity), .label = N_("Severity"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_severity_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourTemplateItem, weight), .label = N_("Weight"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTemplateItem, evidence_hint), .label = N_("Evidence hint"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourTemplateItem, link), .label = N_("Link") },
  { TAMBOUR_FIELD (TambourTemplateItem, position), .label = N_("Position") },
};

TAMBOUR_DEFINE_RECORD (TambourTemplateItem, tambour_template_item, 33, "template_item", "template_items", N_("Checklist item"), 0)

static const TambourField tambour_audit_fields[] = {
  { TAMBOUR_FIELD (TambourAudit, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAudit, template_id), .label = N_("Template"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "audit_template" },
  { TAMBOUR_FIELD (TambourAudit, environment_id), .label = N_("Environment"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "environment" },
  { TAMBOUR_FIELD (TambourAudit, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAudit, auditor), .label = N_("Auditor"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAudit, reviewer), .label = N_("Reviewer"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAudit, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_audit_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourAudit, hash), .label = N_("Hash") },
};

TAMBOUR_DEFINE_RECORD (TambourAudit, tambour_audit, 34, "audit", "audits", N_("Audit"), 0)

static const TambourField tambour_audit_answer_fields[] = {
  { TAMBOUR_FIELD (TambourAuditAnswer, audit_id), .label = N_("Audit"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "audit" },
  { TAMBOUR_FIELD (TambourAuditAnswer, item_id), .label = N_("Item"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED, .target = "template_item" },
  { TAMBOUR_FIELD (TambourAuditAnswer, item_key), .label = N_("Item key"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAuditAnswer, revision), .label = N_("Revision"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAuditAnswer, section), .label = N_("Section"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAuditAnswer, severity), .label = N_("Severity"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_severity_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourAuditAnswer, answer), .label = N_("Answer"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_answer_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourAuditAnswer, comment), .label = N_("Comment"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourAuditAnswer, evidence), .label = N_("Evidence"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourAuditAnswer, answered_by), .label = N_("Answered by") },
  { TAMBOUR_FIELD (TambourAuditAnswer, answered_at), .label = N_("Answered at") },
};

TAMBOUR_DEFINE_RECORD (TambourAuditAnswer, tambour_audit_answer, 35, "audit_answer", "audit_answers", N_("Audit answer"), 0)

static const TambourField tambour_finding_fields[] = {
  { TAMBOUR_FIELD (TambourFinding, audit_id), .label = N_("Audit"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "audit" },
  { TAMBOUR_FIELD (TambourFinding, answer_id), .label = N_("Answer"),
    .target = "audit_answer" },
  { TAMBOUR_FIELD (TambourFinding, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, section), .label = N_("Section"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, severity), .label = N_("Severity"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_severity_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFinding, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_finding_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFinding, raised_on), .label = N_("Raised on"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, closed_on), .label = N_("Closed on"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, remedy), .label = N_("Remedy"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_remedy_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFinding, owner), .label = N_("Owner"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, due), .label = N_("Due"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, accepted_by), .label = N_("Accepted by"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, accepted_until), .label = N_("Accepted until"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFinding, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourFinding, advice), .label = N_("Advice"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourFinding, tambour_finding, 36, "finding", "findings", N_("Finding"), 0)

static const TambourField tambour_known_issue_fields[] = {
  { TAMBOUR_FIELD (TambourKnownIssue, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourKnownIssue, product), .label = N_("Product"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourKnownIssue, version_range), .label = N_("Version range"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourKnownIssue, condition), .label = N_("Condition"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourKnownIssue, severity), .label = N_("Severity"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_severity_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourKnownIssue, workaround), .label = N_("Workaround"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourKnownIssue, fixed_in), .label = N_("Fixed in"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourKnownIssue, published), .label = N_("Published"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourKnownIssue, tambour_known_issue, 37, "known_issue", "known_issues", N_("Known issue"), 0)

static const TambourField tambour_exposure_fields[] = {
  { TAMBOUR_FIELD (TambourExposure, known_issue_id), .label = N_("Known issue"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "known_issue" },
  { TAMBOUR_FIELD (TambourExposure, component_id), .label = N_("Component"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "component" },
  { TAMBOUR_FIELD (TambourExposure, state), .label = N_("State"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_exposure_state_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourExposure, since), .label = N_("Since"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourExposure, until), .label = N_("Until"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourExposure, safeguard), .label = N_("Safeguard"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourExposure, safeguard_on), .label = N_("Safeguard on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourExposure, accepted_by), .label = N_("Accepted by"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourExposure, accepted_until), .label = N_("Accepted until"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourExposure, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourExposure, tambour_exposure, 38, "exposure", "exposures", N_("Exposure"), 0)
