/* tambour-case.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case.h"

G_DEFINE_ENUM_TYPE (TambourPriority, tambour_priority,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PRIORITY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PRIORITY_P1, "P1"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PRIORITY_P2, "P2"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PRIORITY_P3, "P3"))

G_DEFINE_ENUM_TYPE (TambourChannel, tambour_channel,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANNEL_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANNEL_PHONE, "phone"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANNEL_EMAIL, "email"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANNEL_PORTAL, "portal"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANNEL_CHAT, "chat"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CHANNEL_TAM, "tam"))

G_DEFINE_ENUM_TYPE (TambourCaseStatus, tambour_case_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_WAITING_CUSTOMER, "waiting_customer"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_WAITING_ENGINEERING, "waiting_engineering"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_WAITING_VENDOR, "waiting_vendor"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_RESTORED, "restored"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_PLAN_AGREED, "plan_agreed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_RESOLVED, "resolved"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_STATUS_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (TambourCaseExclusion, tambour_case_exclusion,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_EXCLUSION_NO, "no"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_EXCLUSION_DUPLICATE, "duplicate"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_EXCLUSION_MERGED, "merged"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_EXCLUSION_SPAM, "spam"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_EXCLUSION_TEST, "test"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CASE_EXCLUSION_DELETED, "deleted"))

G_DEFINE_ENUM_TYPE (TambourActor, tambour_actor,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTOR_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTOR_CUSTOMER, "customer"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTOR_US, "us"))

G_DEFINE_ENUM_TYPE (TambourEventKind, tambour_event_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_OPENED, "opened"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_CUSTOMER_MSG, "customer_msg"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_OUR_MSG, "our_msg"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_INTERNAL_NOTE, "internal_note"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_STATUS, "status"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_PRIORITY, "priority"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_OWNER, "owner"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_RESUMED, "resumed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_RESTORED, "restored"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_PLAN_PROPOSED, "plan_proposed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_PLAN_AGREED, "plan_agreed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_RESOLVED, "resolved"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_REOPENED, "reopened"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_MERGED, "merged"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_CALLED_IN, "called_in"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_HANDOVER_NOTE, "handover_note"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_HANDOVER_READ, "handover_read"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_LINKED, "linked"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_KNOWN_ISSUE, "known_issue"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_PROMISED, "promised"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_EVENT_KIND_ROOT_CAUSE, "root_cause"))

G_DEFINE_ENUM_TYPE (TambourCauseClass, tambour_cause_class,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CAUSE_CLASS_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CAUSE_CLASS_PRODUCT_DEFECT, "product_defect"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CAUSE_CLASS_CONFIG, "config"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CAUSE_CLASS_CAPACITY, "capacity"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CAUSE_CLASS_THIRD_PARTY, "third_party"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CAUSE_CLASS_HUMAN, "human"))

G_DEFINE_ENUM_TYPE (TambourRaisedBy, tambour_raised_by,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_RAISED_BY_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_RAISED_BY_TAM, "tam"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_RAISED_BY_CUSTOMER, "customer"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_RAISED_BY_SUPPORT, "support"))

static const TambourField tambour_case_fields[] = {
  { TAMBOUR_FIELD (TambourCase, number), .label = N_("Number"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, product), .label = N_("Product"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, component_id), .label = N_("Component"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "component" },
  { TAMBOUR_FIELD (TambourCase, priority), .label = N_("Priority"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_COUNTED, .choice = tambour_priority_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCase, channel), .label = N_("Channel"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_channel_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCase, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_case_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCase, category), .label = N_("Cause area"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, opened_at), .label = N_("Opened at"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_TIMELINE },
  { TAMBOUR_FIELD (TambourCase, first_response_at), .label = N_("First response"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, restored_at), .label = N_("Restored"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, plan_agreed_at), .label = N_("Plan agreed"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, resolved_at), .label = N_("Resolved"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_TIMELINE },
  { TAMBOUR_FIELD (TambourCase, closed_at), .label = N_("Closed"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCase, reporter_id), .label = N_("Reporter"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourCase, reporter_name), .label = N_("Reporter name"),
    .flags = TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourCase, owner_id), .label = N_("Owner"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "person" },
  { TAMBOUR_FIELD (TambourCase, owner_name), .label = N_("Owner name"),
    .flags = TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourCase, impact), .label = N_("Impact"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourCase, root_cause_id), .label = N_("Root cause"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "root_cause" },
  { TAMBOUR_FIELD (TambourCase, incident_id), .label = N_("Incident"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "incident" },
  { TAMBOUR_FIELD (TambourCase, known_issue_id), .label = N_("Known issue"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "known_issue" },
  { TAMBOUR_FIELD (TambourCase, resolution), .label = N_("Resolution"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourCase, next_step), .label = N_("Next step"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourCase, next_update_due), .label = N_("Next update due"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourCase, reopened_count), .label = N_("Times reopened"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LARGEST },
  { TAMBOUR_FIELD (TambourCase, engineering_items), .label = N_("Engineering items"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourCase, exclusion), .label = N_("Exclusion"),
    .flags = TAMBOUR_FIELD_COUNTED, .choice = tambour_case_exclusion_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCase, merged_into_id), .label = N_("Merged into"),
    .target = "case" },
  { TAMBOUR_FIELD (TambourCase, portal_said), .merge = TAMBOUR_MERGE_LATEST },
};

TAMBOUR_DEFINE_RECORD (TambourCase, tambour_case, 15, "case", "cases", N_("Case"), 0)

static const TambourField tambour_case_event_fields[] = {
  { TAMBOUR_FIELD (TambourCaseEvent, case_id), .label = N_("Case"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "case" },
  { TAMBOUR_FIELD (TambourCaseEvent, at), .label = N_("At"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCaseEvent, recorded_at), .label = N_("Recorded at") },
  { TAMBOUR_FIELD (TambourCaseEvent, actor), .label = N_("Actor"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_actor_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCaseEvent, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_event_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCaseEvent, from), .label = N_("From"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCaseEvent, to), .label = N_("To"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCaseEvent, other_id), .label = N_("Other case"),
    .target = "case" },
  { TAMBOUR_FIELD (TambourCaseEvent, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourCaseEvent, automatic), .label = N_("Automatic reply"),
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCaseEvent, public_update), .label = N_("Visible to the customer"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
};

TAMBOUR_DEFINE_RECORD (TambourCaseEvent, tambour_case_event, 16, "case_event", "case_events", N_("Case event"), TAMBOUR_RECORD_APPEND_ONLY)

static const TambourField tambour_incident_fields[] = {
  { TAMBOUR_FIELD (TambourIncident, service), .label = N_("Service"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourIncident, impact_start), .label = N_("Impact start"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourIncident, detected_at), .label = N_("Detected at"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourIncident, restored_at), .label = N_("Restored at"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourIncident, scope), .label = N_("Scope"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourIncident, summary), .label = N_("Summary"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourIncident, rca), .label = N_("Root cause analysis"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourIncident, cost_per_hour), .label = N_("Cost per hour"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourIncident, tambour_incident, 17, "incident", "incidents", N_("Incident"), 0)

static const TambourField tambour_root_cause_fields[] = {
  { TAMBOUR_FIELD (TambourRootCause, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRootCause, cause_class), .label = N_("Cause class"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_cause_class_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRootCause, fix), .label = N_("Fix"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourRootCause, fixed_on), .label = N_("Fixed on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourRootCause, prevention), .label = N_("Prevention"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourRootCause, tambour_root_cause, 18, "root_cause", "root_causes", N_("Root cause"), 0)

static const TambourField tambour_escalation_fields[] = {
  { TAMBOUR_FIELD (TambourEscalation, case_id), .label = N_("Case"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "case" },
  { TAMBOUR_FIELD (TambourEscalation, other_case_ids), .label = N_("Other cases"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourEscalation, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEscalation, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourEscalation, level), .label = N_("Level") },
  { TAMBOUR_FIELD (TambourEscalation, declared_at), .label = N_("Declared at"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEscalation, declared_by), .label = N_("Declared by") },
  { TAMBOUR_FIELD (TambourEscalation, raised_by), .label = N_("Raised by"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_raised_by_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEscalation, acknowledged_at), .label = N_("Acknowledged at"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEscalation, owner), .label = N_("Owner"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEscalation, ask), .label = N_("Ask"),
    .flags = TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourEscalation, deescalated_at), .label = N_("Deescalated at"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEscalation, outcome), .label = N_("Outcome"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourEscalation, tambour_escalation, 19, "escalation", "escalations", N_("Escalation"), 0)

static const TambourField tambour_acknowledgement_fields[] = {
  { TAMBOUR_FIELD (TambourAcknowledgement, case_id), .label = N_("Case"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "case" },
  { TAMBOUR_FIELD (TambourAcknowledgement, person_id), .label = N_("Person"),
    .target = "person" },
  { TAMBOUR_FIELD (TambourAcknowledgement, notified_at), .label = N_("Notified"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAcknowledgement, at), .label = N_("Reviewed"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourAcknowledgement, tambour_acknowledgement, 23, "acknowledgement", "acknowledgements", N_("Acknowledgement"), TAMBOUR_RECORD_APPEND_ONLY)
