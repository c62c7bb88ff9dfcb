/* tambour-engagement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-engagement.h"

G_DEFINE_ENUM_TYPE (TambourEngagementKind, tambour_engagement_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, "cadence_call"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL, "ad_hoc_call"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_ONSITE, "onsite"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW, "roadmap_review"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION, "audit_session"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_TRAINING, "training"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_EBR, "ebr"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL, "exec_call"))

G_DEFINE_ENUM_TYPE (TambourEngagementStatus, tambour_engagement_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_STATUS_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_STATUS_HELD, "held"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US, "cancelled_us"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM, "cancelled_them"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW, "no_show"))

G_DEFINE_ENUM_TYPE (TambourSide, tambour_side,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SIDE_US, "us"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SIDE_CUSTOMER, "customer"))

G_DEFINE_ENUM_TYPE (TambourActionStatus, tambour_action_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTION_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTION_STATUS_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTION_STATUS_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACTION_STATUS_DROPPED, "dropped"))

G_DEFINE_ENUM_TYPE (TambourCommitmentStatus, tambour_commitment_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_COMMITMENT_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_COMMITMENT_STATUS_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_COMMITMENT_STATUS_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_COMMITMENT_STATUS_WITHDRAWN, "withdrawn"))

static const TambourField tambour_engagement_fields[] = {
  { TAMBOUR_FIELD (TambourEngagement, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEngagement, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_COUNTED, .choice = tambour_engagement_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEngagement, planned_start), .label = N_("Planned start"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_TIMELINE },
  { TAMBOUR_FIELD (TambourEngagement, planned_end), .label = N_("Planned end"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEngagement, actual_start), .label = N_("Actual start"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEngagement, minutes), .label = N_("Minutes"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEngagement, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_COUNTED, .choice = tambour_engagement_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEngagement, channel), .label = N_("Channel"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEngagement, cadence_id), .label = N_("Cadence"),
    .target = "cadence" },
  { TAMBOUR_FIELD (TambourEngagement, summary), .label = N_("Summary"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourEngagement, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourEngagement, sentiment), .label = N_("Sentiment"),
    .choice = tambour_sentiment_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEngagement, next_date), .label = N_("Next date"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourEngagement, tambour_engagement, 24, "engagement", "engagements", N_("Engagement"), 0)

static const TambourField tambour_cadence_fields[] = {
  { TAMBOUR_FIELD (TambourCadence, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCadence, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_engagement_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCadence, interval_days), .label = N_("Interval days"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCadence, weekday), .label = N_("Weekday"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCadence, grace_days), .label = N_("Grace days") },
  { TAMBOUR_FIELD (TambourCadence, owner_id), .label = N_("Owner"),
    .target = "person" },
};

TAMBOUR_DEFINE_RECORD (TambourCadence, tambour_cadence, 25, "cadence", "cadences", N_("Cadence"), 0)

static const TambourField tambour_attendance_fields[] = {
  { TAMBOUR_FIELD (TambourAttendance, engagement_id), .label = N_("Engagement"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "engagement" },
  { TAMBOUR_FIELD (TambourAttendance, contact_id), .label = N_("Contact"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourAttendance, person_id), .label = N_("Person"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "person" },
  { TAMBOUR_FIELD (TambourAttendance, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourAttendance, role), .label = N_("Role"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourAttendance, tambour_attendance, 26, "attendance", "attendances", N_("Attendance"), 0)

static const TambourField tambour_decision_fields[] = {
  { TAMBOUR_FIELD (TambourDecision, engagement_id), .label = N_("Engagement"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "engagement" },
  { TAMBOUR_FIELD (TambourDecision, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourDecision, decided_by), .label = N_("Decided by"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourDecision, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourDecision, choice), .label = N_("Recommended choice"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourDecision, waiting), .label = N_("If it waits"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourDecision, due), .label = N_("Due"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourDecision, position), .label = N_("Position"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourDecision, tambour_decision, 27, "decision", "decisions", N_("Decision"), 0)

static const TambourField tambour_action_item_fields[] = {
  { TAMBOUR_FIELD (TambourActionItem, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourActionItem, side), .label = N_("Side"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_side_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourActionItem, owner), .label = N_("Owner"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourActionItem, due), .label = N_("Due"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourActionItem, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_action_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourActionItem, done_at), .label = N_("Done"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourActionItem, priority), .label = N_("Priority"),
    .choice = tambour_priority_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourActionItem, engagement_id), .label = N_("Engagement"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "engagement" },
  { TAMBOUR_FIELD (TambourActionItem, insight_id), .label = N_("Insight"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "insight" },
  { TAMBOUR_FIELD (TambourActionItem, finding_id), .label = N_("Finding"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "finding" },
  { TAMBOUR_FIELD (TambourActionItem, case_id), .label = N_("Case"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "case" },
  { TAMBOUR_FIELD (TambourActionItem, exposure_id), .label = N_("Exposure"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "exposure" },
  { TAMBOUR_FIELD (TambourActionItem, result), .label = N_("Result"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourActionItem, tambour_action_item, 28, "action_item", "action_items", N_("Action"), 0)

static const TambourField tambour_commitment_fields[] = {
  { TAMBOUR_FIELD (TambourCommitment, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG | TAMBOUR_FIELD_FIXED },
  { TAMBOUR_FIELD (TambourCommitment, to_contact_id), .label = N_("To"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourCommitment, side), .label = N_("Side"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_side_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCommitment, made_on), .label = N_("Made on"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCommitment, due), .label = N_("Due"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCommitment, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_commitment_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourCommitment, settled_on), .label = N_("Settled on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourCommitment, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourCommitment, carried), .label = N_("Carried forward to"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourCommitment, engagement_id), .label = N_("Engagement"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "engagement" },
};

TAMBOUR_DEFINE_RECORD (TambourCommitment, tambour_commitment, 29, "commitment", "commitments", N_("Commitment"), 0)
