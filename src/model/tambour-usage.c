/* tambour-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-usage.h"

G_DEFINE_ENUM_TYPE (TambourSurveyKind, tambour_survey_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SURVEY_KIND_CSAT, "csat"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SURVEY_KIND_NPS, "nps"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_SURVEY_KIND_EBR_FEEDBACK, "ebr_feedback"))

G_DEFINE_ENUM_TYPE (TambourInsightState, tambour_insight_state,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_STATE_RAISED, "raised"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_STATE_DISMISSED, "dismissed"))

G_DEFINE_ENUM_TYPE (TambourInsightGround, tambour_insight_ground,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_GROUND_NOTICED, "noticed"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_GROUND_LEVEL, "level"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_GROUND_TREND, "trend"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_GROUND_GAP, "gap"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_GROUND_THRESHOLD, "threshold"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_INSIGHT_GROUND_RECORD, "record"))

G_DEFINE_ENUM_TYPE (TambourMetricKind, tambour_metric_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_METRIC_KIND_PER_DAY, "per_day"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_METRIC_KIND_LEVEL, "level"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_METRIC_KIND_MONTH, "month"))

static const TambourField tambour_insight_fields[] = {
  { TAMBOUR_FIELD (TambourInsight, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourInsight, severity), .label = N_("Severity"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_severity_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInsight, seen_on), .label = N_("Seen on"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInsight, data), .label = N_("Data"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourInsight, done_together), .label = N_("Done together"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourInsight, result), .label = N_("Result"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourInsight, state), .label = N_("State"),
    .choice = tambour_insight_state_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInsight, ground), .label = N_("Found by"),
    .choice = tambour_insight_ground_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInsight, metric), .label = N_("Metric"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInsight, dimension), .label = N_("Dimension"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInsight, first_on), .label = N_("Since"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInsight, before), .label = N_("Before"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInsight, now), .label = N_("Now"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourInsight, tambour_insight, 42, "insight", "insights", N_("Insight"), 0)

static const TambourField tambour_usage_sample_fields[] = {
  { TAMBOUR_FIELD (TambourUsageSample, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_TIMELINE },
  { TAMBOUR_FIELD (TambourUsageSample, metric), .label = N_("Metric"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_SERIES },
  { TAMBOUR_FIELD (TambourUsageSample, dimension), .label = N_("Dimension"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_SERIES },
  { TAMBOUR_FIELD (TambourUsageSample, value), .label = N_("Value"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_SERIES },
  { TAMBOUR_FIELD (TambourUsageSample, source_hash), .label = N_("Source hash") },
};

TAMBOUR_DEFINE_RECORD (TambourUsageSample, tambour_usage_sample, 43, "usage_sample", "usage_samples", N_("Usage sample"), 0)

static const TambourField tambour_metric_fields[] = {
  { TAMBOUR_FIELD (TambourMetric, code), .label = N_("Code"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourMetric, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourMetric, unit), .label = N_("Unit"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourMetric, kind), .label = N_("Values"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_metric_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourMetric, target), .label = N_("Target"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourMetric, target_is_most), .label = N_("The target is the most"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourMetric, source), .label = N_("Source"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourMetric, tambour_metric, 64, "metric", "metrics", N_("Metric"), 0)

static const TambourField tambour_feature_adoption_fields[] = {
  { TAMBOUR_FIELD (TambourFeatureAdoption, feature), .label = N_("Feature"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFeatureAdoption, entitled), .label = N_("Entitled"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFeatureAdoption, relevant), .label = N_("Relevant"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFeatureAdoption, in_use), .label = N_("In use"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFeatureAdoption, since), .label = N_("Since"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourFeatureAdoption, tambour_feature_adoption, 44, "feature_adoption", "feature_adoptions", N_("Feature adoption"), 0)

static const TambourField tambour_training_fields[] = {
  { TAMBOUR_FIELD (TambourTraining, topic), .label = N_("Topic"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, hours), .label = N_("Hours"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, seats), .label = N_("Seats"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, attended), .label = N_("Attended"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, rating), .label = N_("Rating"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, attendees), .label = N_("Attendees"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourTraining, check_passed), .label = N_("Check passed"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourTraining, library_item_id), .label = N_("Library item"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "library_item" },
};

TAMBOUR_DEFINE_RECORD (TambourTraining, tambour_training, 46, "training", "trainings", N_("Training"), 0)

static const TambourField tambour_content_share_fields[] = {
  { TAMBOUR_FIELD (TambourContentShare, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourContentShare, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourContentShare, why), .label = N_("Why"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourContentShare, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourContentShare, opened), .label = N_("Opened"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourContentShare, reaction), .label = N_("Reaction"),
    .flags = TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourContentShare, library_item_id), .label = N_("Library item"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "library_item" },
  { TAMBOUR_FIELD (TambourContentShare, contact_id), .label = N_("Shared with"),
    .target = "contact" },
  { TAMBOUR_FIELD (TambourContentShare, discussed), .label = N_("Discussed"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
};

TAMBOUR_DEFINE_RECORD (TambourContentShare, tambour_content_share, 47, "content_share", "content_shares", N_("Shared content"), 0)

static const TambourField tambour_early_access_fields[] = {
  { TAMBOUR_FIELD (TambourEarlyAccess, programme), .label = N_("Programme"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEarlyAccess, invited_on), .label = N_("Invited on"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEarlyAccess, joined_on), .label = N_("Joined on"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEarlyAccess, feedback), .label = N_("Feedback"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourEarlyAccess, programme_id), .label = N_("Programme in the library"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "programme" },
  { TAMBOUR_FIELD (TambourEarlyAccess, contact_id), .label = N_("Contact"),
    .target = "contact" },
  { TAMBOUR_FIELD (TambourEarlyAccess, priority), .label = N_("Priority") },
  { TAMBOUR_FIELD (TambourEarlyAccess, answer), .label = N_("Answer"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_reply_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEarlyAccess, answered_on), .label = N_("Answered on"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEarlyAccess, follow_up), .label = N_("Follow-up") },
  { TAMBOUR_FIELD (TambourEarlyAccess, follow_up_on), .label = N_("Follow up on"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourEarlyAccess, followed_up_on), .label = N_("Followed up on") },
};

TAMBOUR_DEFINE_RECORD (TambourEarlyAccess, tambour_early_access, 48, "early_access", "early_accesses", N_("Early access"), 0)

static const TambourField tambour_invitation_fields[] = {
  { TAMBOUR_FIELD (TambourInvitation, event), .label = N_("Event"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInvitation, invited_on), .label = N_("Invited on"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourInvitation, accepted), .label = N_("Accepted"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInvitation, attended), .label = N_("Attended"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInvitation, programme_id), .label = N_("Programme in the library"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "programme" },
  { TAMBOUR_FIELD (TambourInvitation, contact_id), .label = N_("Contact"),
    .target = "contact" },
  { TAMBOUR_FIELD (TambourInvitation, priority), .label = N_("Priority") },
  { TAMBOUR_FIELD (TambourInvitation, answer), .label = N_("Answer"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_reply_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInvitation, answered_on), .label = N_("Answered on"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourInvitation, follow_up), .label = N_("Follow-up") },
  { TAMBOUR_FIELD (TambourInvitation, follow_up_on), .label = N_("Follow up on"),
    .flags = TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourInvitation, followed_up_on), .label = N_("Followed up on") },
};

TAMBOUR_DEFINE_RECORD (TambourInvitation, tambour_invitation, 49, "invitation", "invitations", N_("Invitation"), 0)

static const TambourField tambour_survey_response_fields[] = {
  { TAMBOUR_FIELD (TambourSurveyResponse, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_survey_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourSurveyResponse, score), .label = N_("Score"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourSurveyResponse, text), .label = N_("Text"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourSurveyResponse, asked_at), .label = N_("Asked at"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourSurveyResponse, answered_at), .label = N_("Answered at"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourSurveyResponse, contact_id), .label = N_("Contact"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourSurveyResponse, case_id), .label = N_("Case"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "case" },
};

TAMBOUR_DEFINE_RECORD (TambourSurveyResponse, tambour_survey_response, 52, "survey_response", "survey_responses", N_("Survey response"), 0)
