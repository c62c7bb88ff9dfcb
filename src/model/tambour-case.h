/* tambour-case.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_PRIORITY_NONE,
  TAMBOUR_PRIORITY_P1,
  TAMBOUR_PRIORITY_P2,
  TAMBOUR_PRIORITY_P3,
} TambourPriority;

#define TAMBOUR_TYPE_PRIORITY (tambour_priority_get_type ())
GType tambour_priority_get_type (void);

typedef enum
{
  TAMBOUR_CHANNEL_UNKNOWN,
  TAMBOUR_CHANNEL_PHONE,
  TAMBOUR_CHANNEL_EMAIL,
  TAMBOUR_CHANNEL_PORTAL,
  TAMBOUR_CHANNEL_CHAT,
  TAMBOUR_CHANNEL_TAM,
} TambourChannel;

#define TAMBOUR_TYPE_CHANNEL (tambour_channel_get_type ())
GType tambour_channel_get_type (void);

typedef enum
{
  TAMBOUR_CASE_STATUS_NEW,
  TAMBOUR_CASE_STATUS_OPEN,
  TAMBOUR_CASE_STATUS_WAITING_CUSTOMER,
  TAMBOUR_CASE_STATUS_WAITING_ENGINEERING,
  TAMBOUR_CASE_STATUS_WAITING_VENDOR,
  TAMBOUR_CASE_STATUS_RESTORED,
  TAMBOUR_CASE_STATUS_PLAN_AGREED,
  TAMBOUR_CASE_STATUS_RESOLVED,
  TAMBOUR_CASE_STATUS_CLOSED,
} TambourCaseStatus;

#define TAMBOUR_TYPE_CASE_STATUS (tambour_case_status_get_type ())
GType tambour_case_status_get_type (void);

typedef enum
{
  TAMBOUR_CASE_EXCLUSION_NO,
  TAMBOUR_CASE_EXCLUSION_DUPLICATE,
  TAMBOUR_CASE_EXCLUSION_MERGED,
  TAMBOUR_CASE_EXCLUSION_SPAM,
  TAMBOUR_CASE_EXCLUSION_TEST,
  TAMBOUR_CASE_EXCLUSION_DELETED, /* in the portal */
} TambourCaseExclusion;

#define TAMBOUR_TYPE_CASE_EXCLUSION (tambour_case_exclusion_get_type ())
GType tambour_case_exclusion_get_type (void);

typedef enum
{
  TAMBOUR_ACTOR_SYSTEM,
  TAMBOUR_ACTOR_CUSTOMER,
  TAMBOUR_ACTOR_US,
} TambourActor;

#define TAMBOUR_TYPE_ACTOR (tambour_actor_get_type ())
GType tambour_actor_get_type (void);

typedef enum
{
  TAMBOUR_EVENT_KIND_OPENED,
  TAMBOUR_EVENT_KIND_CUSTOMER_MSG,
  TAMBOUR_EVENT_KIND_OUR_MSG,
  TAMBOUR_EVENT_KIND_INTERNAL_NOTE,
  TAMBOUR_EVENT_KIND_STATUS,
  TAMBOUR_EVENT_KIND_PRIORITY,
  TAMBOUR_EVENT_KIND_OWNER,
  TAMBOUR_EVENT_KIND_PAUSED,
  TAMBOUR_EVENT_KIND_RESUMED,
  TAMBOUR_EVENT_KIND_RESTORED,
  TAMBOUR_EVENT_KIND_PLAN_PROPOSED,
  TAMBOUR_EVENT_KIND_PLAN_AGREED,
  TAMBOUR_EVENT_KIND_RESOLVED,
  TAMBOUR_EVENT_KIND_CLOSED,
  TAMBOUR_EVENT_KIND_REOPENED,
  TAMBOUR_EVENT_KIND_MERGED,
  TAMBOUR_EVENT_KIND_CALLED_IN,
  TAMBOUR_EVENT_KIND_HANDOVER_NOTE, /* what the next owner should know */
  TAMBOUR_EVENT_KIND_HANDOVER_READ, /* and that they have read it */
  TAMBOUR_EVENT_KIND_LINKED,        /* to another case */
  TAMBOUR_EVENT_KIND_KNOWN_ISSUE,   /* it is a part of one */
  TAMBOUR_EVENT_KIND_PROMISED,      /* the next update: until when */
  TAMBOUR_EVENT_KIND_ROOT_CAUSE,    /* what it came from */
} TambourEventKind;

#define TAMBOUR_TYPE_EVENT_KIND (tambour_event_kind_get_type ())
GType tambour_event_kind_get_type (void);

typedef enum
{
  TAMBOUR_CAUSE_CLASS_UNKNOWN,
  TAMBOUR_CAUSE_CLASS_PRODUCT_DEFECT,
  TAMBOUR_CAUSE_CLASS_CONFIG,
  TAMBOUR_CAUSE_CLASS_CAPACITY,
  TAMBOUR_CAUSE_CLASS_THIRD_PARTY,
  TAMBOUR_CAUSE_CLASS_HUMAN,
} TambourCauseClass;

#define TAMBOUR_TYPE_CAUSE_CLASS (tambour_cause_class_get_type ())
GType tambour_cause_class_get_type (void);

typedef enum
{
  TAMBOUR_RAISED_BY_UNKNOWN,
  TAMBOUR_RAISED_BY_TAM,
  TAMBOUR_RAISED_BY_CUSTOMER,
  TAMBOUR_RAISED_BY_SUPPORT,
} TambourRaisedBy;

#define TAMBOUR_TYPE_RAISED_BY (tambour_raised_by_get_type ())
GType tambour_raised_by_get_type (void);

/**
 * TambourCase:
 *
 * A support case. Its status and times follow from its events (RESPONSE-CLOCK.md rule 8).
 * @portal_said is what a case portal said of it last: what differs from that was changed here.
 */
#define TAMBOUR_TYPE_CASE (tambour_case_get_type ())
TAMBOUR_DECLARE_RECORD (TambourCase, tambour_case, CASE)

struct _TambourCase
{
  TambourRecord   parent_instance;

  char           *number;
  char           *title;
  char           *product;
  TambourRef      component_id;
  guint           priority;
  guint           channel;
  guint           status;
  char           *category;
  TambourInstant  opened_at;
  TambourInstant  first_response_at;
  TambourInstant  restored_at;
  TambourInstant  plan_agreed_at;
  TambourInstant  resolved_at;
  TambourInstant  closed_at;
  TambourRef      reporter_id;
  char           *reporter_name;
  TambourRef      owner_id;
  char           *owner_name;
  char           *impact;
  TambourRef      root_cause_id;
  TambourRef      incident_id;
  TambourRef      known_issue_id;
  char           *resolution;
  char           *next_step;
  TambourInstant  next_update_due;
  gint64          reopened_count;
  GStrv           engineering_items;
  guint           exclusion;
  TambourRef      merged_into_id;
  char           *portal_said;
};

/**
 * TambourCaseEvent:
 *
 * Something that happened to a case. Clocks are replayed from these; a late entry keeps both its
 * times.
 */
#define TAMBOUR_TYPE_CASE_EVENT (tambour_case_event_get_type ())
TAMBOUR_DECLARE_RECORD (TambourCaseEvent, tambour_case_event, CASE_EVENT)

struct _TambourCaseEvent
{
  TambourRecord   parent_instance;

  TambourRef      case_id;
  TambourInstant  at;
  TambourInstant  recorded_at;
  guint           actor;
  guint           kind;
  char           *from;
  char           *to;
  TambourRef      other_id;
  char           *text;
  bool            automatic;
  bool            public_update;
};

/**
 * TambourIncident:
 *
 * An outage as the customer saw it (METRICS.md M08, M13).
 */
#define TAMBOUR_TYPE_INCIDENT (tambour_incident_get_type ())
TAMBOUR_DECLARE_RECORD (TambourIncident, tambour_incident, INCIDENT)

struct _TambourIncident
{
  TambourRecord   parent_instance;

  char           *service;
  TambourInstant  impact_start;
  TambourInstant  detected_at;
  TambourInstant  restored_at;
  char           *scope;
  char           *summary;
  char           *rca;
  TambourMoney    cost_per_hour;
};

/**
 * TambourRootCause:
 *
 * Why cases happened; one for many cases (METRICS.md M11).
 */
#define TAMBOUR_TYPE_ROOT_CAUSE (tambour_root_cause_get_type ())
TAMBOUR_DECLARE_RECORD (TambourRootCause, tambour_root_cause, ROOT_CAUSE)

struct _TambourRootCause
{
  TambourRecord  parent_instance;

  char          *title;
  guint          cause_class;
  char          *fix;
  TambourDate    fixed_on;
  char          *prevention;
};

/**
 * TambourEscalation:
 *
 * A case that was moved up, with a reason and somebody who answers for it (METRICS.md M12).
 * It may join several cases of an account: @case_id is the one that it began with.
 */
#define TAMBOUR_TYPE_ESCALATION (tambour_escalation_get_type ())
TAMBOUR_DECLARE_RECORD (TambourEscalation, tambour_escalation, ESCALATION)

struct _TambourEscalation
{
  TambourRecord   parent_instance;

  TambourRef      case_id;
  GStrv           other_case_ids;
  char           *title;
  char           *reason;
  gint64          level;
  TambourInstant  declared_at;
  char           *declared_by;
  guint           raised_by;
  TambourInstant  acknowledged_at;
  char           *owner;
  char           *ask;
  TambourInstant  deescalated_at;
  char           *outcome;
};

/**
 * TambourAcknowledgement:
 *
 * The TAM has seen a case that came after hours (METRICS.md M14).
 */
#define TAMBOUR_TYPE_ACKNOWLEDGEMENT (tambour_acknowledgement_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAcknowledgement, tambour_acknowledgement, ACKNOWLEDGEMENT)

struct _TambourAcknowledgement
{
  TambourRecord  parent_instance;

  TambourRef     case_id;
  TambourRef     person_id;
  TambourInstant notified_at;
  TambourInstant at;
};

G_END_DECLS
