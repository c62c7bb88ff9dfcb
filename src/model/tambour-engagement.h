/* tambour-engagement.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-people.h"
#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL,
  TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL,
  TAMBOUR_ENGAGEMENT_KIND_ONSITE,
  TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW,
  TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION,
  TAMBOUR_ENGAGEMENT_KIND_TRAINING,
  TAMBOUR_ENGAGEMENT_KIND_EBR,
  TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL,
} TambourEngagementKind;

#define TAMBOUR_TYPE_ENGAGEMENT_KIND (tambour_engagement_kind_get_type ())
GType tambour_engagement_kind_get_type (void);

typedef enum
{
  TAMBOUR_ENGAGEMENT_STATUS_PLANNED,
  TAMBOUR_ENGAGEMENT_STATUS_HELD,
  TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US,
  TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM,
  TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW,
} TambourEngagementStatus;

#define TAMBOUR_TYPE_ENGAGEMENT_STATUS (tambour_engagement_status_get_type ())
GType tambour_engagement_status_get_type (void);

typedef enum
{
  TAMBOUR_SIDE_US,
  TAMBOUR_SIDE_CUSTOMER,
} TambourSide;

#define TAMBOUR_TYPE_SIDE (tambour_side_get_type ())
GType tambour_side_get_type (void);

typedef enum
{
  TAMBOUR_ACTION_STATUS_OPEN,
  TAMBOUR_ACTION_STATUS_BLOCKED,
  TAMBOUR_ACTION_STATUS_DONE,
  TAMBOUR_ACTION_STATUS_DROPPED,
} TambourActionStatus;

#define TAMBOUR_TYPE_ACTION_STATUS (tambour_action_status_get_type ())
GType tambour_action_status_get_type (void);

typedef enum
{
  TAMBOUR_COMMITMENT_STATUS_OPEN,
  TAMBOUR_COMMITMENT_STATUS_KEPT,
  TAMBOUR_COMMITMENT_STATUS_LATE,
  TAMBOUR_COMMITMENT_STATUS_WITHDRAWN,
} TambourCommitmentStatus;

#define TAMBOUR_TYPE_COMMITMENT_STATUS (tambour_commitment_status_get_type ())
GType tambour_commitment_status_get_type (void);

/**
 * TambourEngagement:
 *
 * A call, a meeting or a visit (METRICS.md M20, M21).
 */
#define TAMBOUR_TYPE_ENGAGEMENT (tambour_engagement_get_type ())
TAMBOUR_DECLARE_RECORD (TambourEngagement, tambour_engagement, ENGAGEMENT)

struct _TambourEngagement
{
  TambourRecord   parent_instance;

  char           *title;
  guint           kind;
  TambourInstant  planned_start;
  TambourInstant  planned_end;
  TambourInstant  actual_start;
  gint64          minutes;
  guint           status;
  char           *channel;
  TambourRef      cadence_id;
  char           *summary;
  char           *body;
  guint           sentiment;
  TambourDate     next_date;
};

/**
 * TambourCadence:
 *
 * How often we meet.
 */
#define TAMBOUR_TYPE_CADENCE (tambour_cadence_get_type ())
TAMBOUR_DECLARE_RECORD (TambourCadence, tambour_cadence, CADENCE)

struct _TambourCadence
{
  TambourRecord  parent_instance;

  char          *title;
  guint          kind;
  gint64         interval_days;
  gint64         weekday;
  gint64         grace_days;
  TambourRef     owner_id;
};

/**
 * TambourAttendance:
 *
 * Who was at a meeting.
 */
#define TAMBOUR_TYPE_ATTENDANCE (tambour_attendance_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAttendance, tambour_attendance, ATTENDANCE)

struct _TambourAttendance
{
  TambourRecord  parent_instance;

  TambourRef     engagement_id;
  TambourRef     contact_id;
  TambourRef     person_id;
  char          *name;
  char          *role;
};

/**
 * TambourDecision:
 *
 * Something that was decided.
 */
#define TAMBOUR_TYPE_DECISION (tambour_decision_get_type ())
TAMBOUR_DECLARE_RECORD (TambourDecision, tambour_decision, DECISION)

struct _TambourDecision
{
  TambourRecord  parent_instance;

  TambourRef     engagement_id;
  char          *text;
  char          *decided_by;
  TambourDate    on;
  char          *choice;
  char          *waiting;
  TambourDate    due;
  gint64         position;
};

/**
 * TambourActionItem:
 *
 * Something that somebody has to do (METRICS.md M22).
 */
#define TAMBOUR_TYPE_ACTION_ITEM (tambour_action_item_get_type ())
TAMBOUR_DECLARE_RECORD (TambourActionItem, tambour_action_item, ACTION_ITEM)

struct _TambourActionItem
{
  TambourRecord   parent_instance;

  char           *title;
  guint           side;
  char           *owner;
  TambourDate     due;
  guint           status;
  TambourInstant  done_at;
  guint           priority;
  TambourRef      engagement_id;
  TambourRef      insight_id;
  TambourRef      finding_id;
  TambourRef      case_id;
  TambourRef      exposure_id;
  char           *result;
};

/**
 * TambourCommitment:
 *
 * A promise; its text never changes, it is only settled (METRICS.md M23).
 */
#define TAMBOUR_TYPE_COMMITMENT (tambour_commitment_get_type ())
TAMBOUR_DECLARE_RECORD (TambourCommitment, tambour_commitment, COMMITMENT)

struct _TambourCommitment
{
  TambourRecord  parent_instance;

  char          *text;
  TambourRef     to_contact_id;
  guint          side;
  TambourDate    made_on;
  TambourDate    due;
  guint          status;
  TambourDate    settled_on;
  char          *reason;
  char          *carried;
  TambourRef     engagement_id;
};

G_END_DECLS
