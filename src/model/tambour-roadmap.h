/* tambour-roadmap.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_CONFIDENCE_IDEA,
  TAMBOUR_CONFIDENCE_PLANNED,
  TAMBOUR_CONFIDENCE_IN_WORK,
  TAMBOUR_CONFIDENCE_SHIPPED,
} TambourConfidence;

#define TAMBOUR_TYPE_CONFIDENCE (tambour_confidence_get_type ())
GType tambour_confidence_get_type (void);

typedef enum
{
  TAMBOUR_REQUEST_STATUS_CAPTURED,
  TAMBOUR_REQUEST_STATUS_SUBMITTED,
  TAMBOUR_REQUEST_STATUS_UNDER_REVIEW,
  TAMBOUR_REQUEST_STATUS_PLANNED,
  TAMBOUR_REQUEST_STATUS_IN_WORK,
  TAMBOUR_REQUEST_STATUS_SHIPPED,
  TAMBOUR_REQUEST_STATUS_DECLINED,
  TAMBOUR_REQUEST_STATUS_DUPLICATE,
} TambourRequestStatus;

#define TAMBOUR_TYPE_REQUEST_STATUS (tambour_request_status_get_type ())
GType tambour_request_status_get_type (void);

typedef enum
{
  TAMBOUR_REQUEST_IMPACT_NICE,
  TAMBOUR_REQUEST_IMPACT_COSTLY,
  TAMBOUR_REQUEST_IMPACT_BLOCKER,
} TambourRequestImpact;

#define TAMBOUR_TYPE_REQUEST_IMPACT (tambour_request_impact_get_type ())
GType tambour_request_impact_get_type (void);

/**
 * TambourRoadmapItem:
 *
 * A plan of the product; a confidential one never leaves unless released.
 */
#define TAMBOUR_TYPE_ROADMAP_ITEM (tambour_roadmap_item_get_type ())
TAMBOUR_DECLARE_RECORD (TambourRoadmapItem, tambour_roadmap_item, ROADMAP_ITEM)

struct _TambourRoadmapItem
{
  TambourRecord  parent_instance;

  char          *title;
  char          *product;
  char          *quarter;
  guint          confidence;
  bool           nda;
  GStrv          released_to;
};

/**
 * TambourRoadmapReview:
 *
 * A call in which the roadmap was shown.
 */
#define TAMBOUR_TYPE_ROADMAP_REVIEW (tambour_roadmap_review_get_type ())
TAMBOUR_DECLARE_RECORD (TambourRoadmapReview, tambour_roadmap_review, ROADMAP_REVIEW)

struct _TambourRoadmapReview
{
  TambourRecord  parent_instance;

  TambourRef     engagement_id;
  TambourDate    on;
  GStrv          items_shown;
  char          *reactions;
};

/**
 * TambourFeatureRequest:
 *
 * One request to the product, in the product's words (METRICS.md M50). @portal_said is what
 * the tracker that it is linked to said of it last: what differs from that was changed here.
 */
#define TAMBOUR_TYPE_FEATURE_REQUEST (tambour_feature_request_get_type ())
TAMBOUR_DECLARE_RECORD (TambourFeatureRequest, tambour_feature_request, FEATURE_REQUEST)

struct _TambourFeatureRequest
{
  TambourRecord  parent_instance;

  char          *title;
  char          *product_area;
  guint          status;
  TambourRef     duplicate_of_id;
  GStrv          also_called;
  char          *product_owner;
  char          *target_release;
  char          *alternative;
  char          *body;
  gint64         votes;
  char          *portal_said;
};

/**
 * TambourFrEvidence:
 *
 * What one account said about a request; merging requests keeps every quote: it
 * moves, and remembers what it was asked as. Who said it is told when the request
 * comes further: the last time with @told_status, on @told_on, unless that is not
 * stated.
 */
#define TAMBOUR_TYPE_FR_EVIDENCE (tambour_fr_evidence_get_type ())
TAMBOUR_DECLARE_RECORD (TambourFrEvidence, tambour_fr_evidence, FR_EVIDENCE)

struct _TambourFrEvidence
{
  TambourRecord  parent_instance;

  TambourRef     request_id;
  char          *quote;
  TambourRef     contact_id;
  TambourDate    on;
  char          *source;
  guint          impact;
  TambourMoney   value_at_stake;
  TambourRef     asked_as_id;
  guint          told_status;
  TambourDate    told_on;
  TambourRef     told_by_id;
};

/**
 * TambourFrEvent:
 *
 * A step of a request (METRICS.md M51).
 */
#define TAMBOUR_TYPE_FR_EVENT (tambour_fr_event_get_type ())
TAMBOUR_DECLARE_RECORD (TambourFrEvent, tambour_fr_event, FR_EVENT)

struct _TambourFrEvent
{
  TambourRecord  parent_instance;

  TambourRef     request_id;
  guint          status;
  char          *reason;
  TambourDate    at;
};

gboolean tambour_roadmap_item_may_leave (TambourRoadmapItem   *item,
                                         const char           *account_id);
int      tambour_quarter_parse          (const char           *text);

gboolean tambour_request_get_next       (TambourRequestStatus  status,
                                         TambourRequestStatus *next);
guint    tambour_request_count_steps    (TambourRequestStatus  status);

G_END_DECLS
