/* tambour-usage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"
#include "tambour-library.h"
#include "tambour-record.h"

G_BEGIN_DECLS

/* The metrics of a TambourUsageSample that the review reads; any other is kept and shown as it is. */
#define TAMBOUR_METRIC_LICENCES         "licences"         /* users licensed, on the day */
#define TAMBOUR_METRIC_USERS_PROTECTED  "users_protected"  /* users protected, each day */
#define TAMBOUR_METRIC_USERS_EXPOSED    "users_exposed"    /* dimension: group, on the day */
#define TAMBOUR_METRIC_INFECTED_DEVICES "infected_devices" /* newly infected, any day of the month */
#define TAMBOUR_METRIC_REQUESTS         "requests"         /* a day's requests */
#define TAMBOUR_METRIC_BLOCKED          "blocked"          /* a day's blocked requests */

typedef enum
{
  TAMBOUR_SURVEY_KIND_CSAT,
  TAMBOUR_SURVEY_KIND_NPS,
  TAMBOUR_SURVEY_KIND_EBR_FEEDBACK,
} TambourSurveyKind;

#define TAMBOUR_TYPE_SURVEY_KIND (tambour_survey_kind_get_type ())
GType tambour_survey_kind_get_type (void);

/**
 * TambourInsightState:
 * @TAMBOUR_INSIGHT_STATE_RAISED: somebody found it worth saying
 * @TAMBOUR_INSIGHT_STATE_DISMISSED: somebody did not; it is kept so that it is not
 *   proposed again, and counts nowhere
 */
typedef enum
{
  TAMBOUR_INSIGHT_STATE_RAISED,
  TAMBOUR_INSIGHT_STATE_DISMISSED,
} TambourInsightState;

#define TAMBOUR_TYPE_INSIGHT_STATE (tambour_insight_state_get_type ())
GType tambour_insight_state_get_type (void);

/* How an insight was found: a person noticed it, or by which rule. */
typedef enum
{
  TAMBOUR_INSIGHT_GROUND_NOTICED,
  TAMBOUR_INSIGHT_GROUND_LEVEL,
  TAMBOUR_INSIGHT_GROUND_TREND,
  TAMBOUR_INSIGHT_GROUND_GAP,
  TAMBOUR_INSIGHT_GROUND_THRESHOLD,
  TAMBOUR_INSIGHT_GROUND_RECORD,
} TambourInsightGround;

#define TAMBOUR_TYPE_INSIGHT_GROUND (tambour_insight_ground_get_type ())
GType tambour_insight_ground_get_type (void);

/* What the values of a metric are. */
typedef enum
{
  TAMBOUR_METRIC_KIND_PER_DAY,
  TAMBOUR_METRIC_KIND_LEVEL,
  TAMBOUR_METRIC_KIND_MONTH,
} TambourMetricKind;

#define TAMBOUR_TYPE_METRIC_KIND (tambour_metric_kind_get_type ())
GType tambour_metric_kind_get_type (void);

/**
 * TambourInsight:
 *
 * Something worth saying, found in the data (METRICS.md M33). What a rule found says
 * by which, in which metric, since when, and from what to what.
 */
#define TAMBOUR_TYPE_INSIGHT (tambour_insight_get_type ())
TAMBOUR_DECLARE_RECORD (TambourInsight, tambour_insight, INSIGHT)

struct _TambourInsight
{
  TambourRecord  parent_instance;

  char          *title;
  guint          severity;
  TambourDate    seen_on;
  char          *data;
  char          *done_together;
  char          *result;
  guint          state;
  guint          ground;
  char          *metric;
  char          *dimension;
  TambourDate    first_on;
  double         before;
  double         now;
};

/**
 * TambourUsageSample:
 *
 * One value of a metric on a day; unique by account, metric, dimension, date and source
 * (METRICS.md M30, M31).
 */
#define TAMBOUR_TYPE_USAGE_SAMPLE (tambour_usage_sample_get_type ())
TAMBOUR_DECLARE_RECORD (TambourUsageSample, tambour_usage_sample, USAGE_SAMPLE)

struct _TambourUsageSample
{
  TambourRecord  parent_instance;

  TambourDate    on;
  char          *metric;
  char          *dimension;
  double         value;
  char          *source_hash;
};

/**
 * TambourMetric:
 *
 * What the samples with a code are called and counted in, and what somebody wants
 * them to be; of one account, or of all that say nothing themselves.
 */
#define TAMBOUR_TYPE_METRIC (tambour_metric_get_type ())
TAMBOUR_DECLARE_RECORD (TambourMetric, tambour_metric, METRIC)

struct _TambourMetric
{
  TambourRecord  parent_instance;

  char          *code;
  char          *title;
  char          *unit;
  guint          kind;
  double         target;
  bool           target_is_most;
  char          *source;
};

/**
 * TambourFeatureAdoption:
 *
 * Whether something entitled is used (METRICS.md M32).
 */
#define TAMBOUR_TYPE_FEATURE_ADOPTION (tambour_feature_adoption_get_type ())
TAMBOUR_DECLARE_RECORD (TambourFeatureAdoption, tambour_feature_adoption, FEATURE_ADOPTION)

struct _TambourFeatureAdoption
{
  TambourRecord  parent_instance;

  char          *feature;
  bool           entitled;
  bool           relevant;
  bool           in_use;
  TambourDate    since;
};

/**
 * TambourTraining:
 *
 * Something taught (METRICS.md M24).
 */
#define TAMBOUR_TYPE_TRAINING (tambour_training_get_type ())
TAMBOUR_DECLARE_RECORD (TambourTraining, tambour_training, TRAINING)

struct _TambourTraining
{
  TambourRecord  parent_instance;

  char          *topic;
  TambourDate    on;
  double         hours;
  gint64         seats;
  gint64         attended;
  double         rating;
  GStrv          attendees;
  gint64         check_passed;
  TambourRef     library_item_id;
};

/**
 * TambourContentShare:
 *
 * Something to read or watch that was shared (METRICS.md M25).
 */
#define TAMBOUR_TYPE_CONTENT_SHARE (tambour_content_share_get_type ())
TAMBOUR_DECLARE_RECORD (TambourContentShare, tambour_content_share, CONTENT_SHARE)

struct _TambourContentShare
{
  TambourRecord  parent_instance;

  char          *title;
  char          *kind;
  char          *why;
  TambourDate    on;
  bool           opened;
  char          *reaction;
  TambourRef     library_item_id;
  TambourRef     contact_id;
  bool           discussed;
};

/**
 * TambourEarlyAccess:
 *
 * A product before it is out, that the customer was invited to try. Who has
 * accepted and has not joined waits for a seat.
 */
#define TAMBOUR_TYPE_EARLY_ACCESS (tambour_early_access_get_type ())
TAMBOUR_DECLARE_RECORD (TambourEarlyAccess, tambour_early_access, EARLY_ACCESS)

struct _TambourEarlyAccess
{
  TambourRecord  parent_instance;

  char          *programme;
  TambourDate    invited_on;
  TambourDate    joined_on;
  char          *feedback;
  TambourRef     programme_id;
  TambourRef     contact_id;
  gint64         priority;
  guint          answer;
  TambourDate    answered_on;
  char          *follow_up;
  TambourDate    follow_up_on;
  TambourDate    followed_up_on;
};

/**
 * TambourInvitation:
 *
 * An event that the customer was invited to. Who answers yes and is not accepted
 * waits for a seat.
 */
#define TAMBOUR_TYPE_INVITATION (tambour_invitation_get_type ())
TAMBOUR_DECLARE_RECORD (TambourInvitation, tambour_invitation, INVITATION)

struct _TambourInvitation
{
  TambourRecord  parent_instance;

  char          *event;
  TambourDate    invited_on;
  bool           accepted;
  bool           attended;
  TambourRef     programme_id;
  TambourRef     contact_id;
  gint64         priority;
  guint          answer;
  TambourDate    answered_on;
  char          *follow_up;
  TambourDate    follow_up_on;
  TambourDate    followed_up_on;
};

/**
 * TambourSurveyResponse:
 *
 * What the customer answered when asked (METRICS.md M16).
 */
#define TAMBOUR_TYPE_SURVEY_RESPONSE (tambour_survey_response_get_type ())
TAMBOUR_DECLARE_RECORD (TambourSurveyResponse, tambour_survey_response, SURVEY_RESPONSE)

struct _TambourSurveyResponse
{
  TambourRecord   parent_instance;

  guint           kind;
  double          score;
  char           *text;
  TambourInstant  asked_at;
  TambourInstant  answered_at;
  TambourRef      contact_id;
  TambourRef      case_id;
};

G_END_DECLS
