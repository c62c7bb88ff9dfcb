/* tambour-roadmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-roadmap.h"

G_DEFINE_ENUM_TYPE (TambourConfidence, tambour_confidence,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONFIDENCE_IDEA, "idea"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONFIDENCE_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONFIDENCE_IN_WORK, "in_work"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_CONFIDENCE_SHIPPED, "shipped"))

G_DEFINE_ENUM_TYPE (TambourRequestStatus, tambour_request_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_CAPTURED, "captured"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_SUBMITTED, "submitted"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_UNDER_REVIEW, "under_review"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_IN_WORK, "in_work"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_SHIPPED, "shipped"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_DECLINED, "declined"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_STATUS_DUPLICATE, "duplicate"))

G_DEFINE_ENUM_TYPE (TambourRequestImpact, tambour_request_impact,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_IMPACT_NICE, "nice"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_IMPACT_COSTLY, "costly"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_REQUEST_IMPACT_BLOCKER, "blocker"))

static const TambourField tambour_roadmap_item_fields[] = {
  { TAMBOUR_FIELD (TambourRoadmapItem, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourRoadmapItem, product), .label = N_("Product"),
    .flags = TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourRoadmapItem, quarter), .label = N_("Quarter") },
  { TAMBOUR_FIELD (TambourRoadmapItem, confidence), .label = N_("Confidence"),
    .choice = tambour_confidence_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRoadmapItem, nda), .label = N_("Confidential"),
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourRoadmapItem, released_to), .label = N_("Released to"),
    .merge = TAMBOUR_MERGE_UNION },
};

TAMBOUR_DEFINE_RECORD (TambourRoadmapItem, tambour_roadmap_item, 30, "roadmap_item", "roadmap_items", N_("Roadmap item"), 0)

static const TambourField tambour_roadmap_review_fields[] = {
  { TAMBOUR_FIELD (TambourRoadmapReview, engagement_id), .label = N_("Engagement"),
    .flags = TAMBOUR_FIELD_INDEXED, .target = "engagement" },
  { TAMBOUR_FIELD (TambourRoadmapReview, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED },
  { TAMBOUR_FIELD (TambourRoadmapReview, items_shown), .label = N_("Items shown"),
    .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourRoadmapReview, reactions), .label = N_("Reactions"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourRoadmapReview, tambour_roadmap_review, 31, "roadmap_review", "roadmap_reviews", N_("Roadmap review"), 0)

static const TambourField tambour_feature_request_fields[] = {
  { TAMBOUR_FIELD (TambourFeatureRequest, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFeatureRequest, product_area), .label = N_("Product area"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFeatureRequest, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_request_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFeatureRequest, duplicate_of_id), .label = N_("Duplicate of"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "feature_request" },
  { TAMBOUR_FIELD (TambourFeatureRequest, also_called), .label = N_("Also called"),
    .flags = TAMBOUR_FIELD_SEARCHED, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourFeatureRequest, product_owner), .label = N_("Product owner"),
    .flags = TAMBOUR_FIELD_SEARCHED },
  { TAMBOUR_FIELD (TambourFeatureRequest, target_release), .label = N_("Target release"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFeatureRequest, alternative), .label = N_("Alternative"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourFeatureRequest, body), .label = N_("Body"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourFeatureRequest, votes), .label = N_("Votes") },
  { TAMBOUR_FIELD (TambourFeatureRequest, portal_said), .merge = TAMBOUR_MERGE_LATEST },
};

TAMBOUR_DEFINE_RECORD (TambourFeatureRequest, tambour_feature_request, 39, "feature_request", "feature_requests", N_("Feature request"), 0)

static const TambourField tambour_fr_evidence_fields[] = {
  { TAMBOUR_FIELD (TambourFrEvidence, request_id), .label = N_("Request"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "feature_request" },
  { TAMBOUR_FIELD (TambourFrEvidence, quote), .label = N_("Quote"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourFrEvidence, contact_id), .label = N_("Contact"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourFrEvidence, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFrEvidence, source), .label = N_("Source"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourFrEvidence, impact), .label = N_("Impact"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .choice = tambour_request_impact_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFrEvidence, value_at_stake), .label = N_("Value at stake") },
  { TAMBOUR_FIELD (TambourFrEvidence, asked_as_id), .label = N_("Asked as"),
    .target = "feature_request" },
  { TAMBOUR_FIELD (TambourFrEvidence, told_status), .label = N_("Told status"),
    .choice = tambour_request_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFrEvidence, told_on), .label = N_("Told on"),
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFrEvidence, told_by_id), .label = N_("Told by"),
    .target = "person", .merge = TAMBOUR_MERGE_LATEST },
};

TAMBOUR_DEFINE_RECORD (TambourFrEvidence, tambour_fr_evidence, 40, "fr_evidence", "fr_evidences", N_("Request evidence"), 0)

static const TambourField tambour_fr_event_fields[] = {
  { TAMBOUR_FIELD (TambourFrEvent, request_id), .label = N_("Request"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "feature_request" },
  { TAMBOUR_FIELD (TambourFrEvent, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_request_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourFrEvent, reason), .label = N_("Reason"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
  { TAMBOUR_FIELD (TambourFrEvent, at), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourFrEvent, tambour_fr_event, 41, "fr_event", "fr_events", N_("Request step"), TAMBOUR_RECORD_APPEND_ONLY)

/**
 * tambour_roadmap_item_may_leave:
 * @item: a plan of the product
 * @account_id: (nullable): a customer
 *
 * The one rule of what a customer may see of the roadmap: whatever is made for a
 * customer asks here.
 *
 * Returns: whether the plan is not confidential, or was released to that customer
 */
gboolean
tambour_roadmap_item_may_leave (TambourRoadmapItem *item,
                                const char         *account_id)
{
  if (!item->nda)
    return TRUE;

  return account_id != NULL && item->released_to != NULL && g_strv_contains ((const char * const *) item->released_to, account_id);
}

/**
 * tambour_quarter_parse:
 * @text: (nullable): such as "Q1 2027"
 *
 * Returns: a number that grows by one with every quarter; %G_MAXINT if the text
 *   names none
 */
int
tambour_quarter_parse (const char *text)
{
  gint64 year;

  if (text == NULL || text[0] != 'Q' || text[1] < '1' || text[1] > '4' || text[2] != ' ')
    return G_MAXINT;

  year = g_ascii_strtoll (text + 3, NULL, 10);

  return year >= 1900 && year < 10000 ? (int) year * 4 + text[1] - '1' : G_MAXINT;
}

/**
 * tambour_request_get_next:
 * @status: how a request stands
 * @next: (out): the step that comes then
 *
 * Returns: %FALSE if none comes: it is shipped, declined or another one
 */
gboolean
tambour_request_get_next (TambourRequestStatus  status,
                          TambourRequestStatus *next)
{
  switch (status)
    {
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
      *next = TAMBOUR_REQUEST_STATUS_SUBMITTED;
      return TRUE;
    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
      *next = TAMBOUR_REQUEST_STATUS_UNDER_REVIEW;
      return TRUE;
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
      *next = TAMBOUR_REQUEST_STATUS_PLANNED;
      return TRUE;
    case TAMBOUR_REQUEST_STATUS_PLANNED:
      *next = TAMBOUR_REQUEST_STATUS_IN_WORK;
      return TRUE;
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
      *next = TAMBOUR_REQUEST_STATUS_SHIPPED;
      return TRUE;
    case TAMBOUR_REQUEST_STATUS_SHIPPED:
    case TAMBOUR_REQUEST_STATUS_DECLINED:
    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      break;
    }

  return FALSE;
}

/**
 * tambour_request_count_steps:
 * @status: how a request stands
 *
 * Returns: how many of the four steps it has taken: submitted, looked at, planned,
 *   shipped
 */
guint
tambour_request_count_steps (TambourRequestStatus status)
{
  switch (status)
    {
    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
      return 1;
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
      return 2;
    case TAMBOUR_REQUEST_STATUS_PLANNED:
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
      return 3;
    case TAMBOUR_REQUEST_STATUS_SHIPPED:
      return 4;
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
    case TAMBOUR_REQUEST_STATUS_DECLINED:
    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      break;
    }

  return 0;
}
