/* tambour-facts-service.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"
#include "tambour-figure.h"
#include "tambour-kinds.h"

G_BEGIN_DECLS

/* Arrays by priority are indexed by TambourPriority: 0 is "no priority". */
#define TAMBOUR_N_PRIORITIES 4

/* --- service (page 4) ----------------------------------------------------- */

/**
 * TambourMonthFact:
 * @year: the calendar year
 * @month: 1 to 12
 * @opened: cases opened in the part of the month that lies in the period
 */
typedef struct
{
  int          year;
  int          month;
  TambourFact *opened[TAMBOUR_N_PRIORITIES];
} TambourMonthFact;

/**
 * TambourResponseFact:
 * @priority: of the clocks
 * @channel: %TAMBOUR_CHANNEL_UNKNOWN when all channels are taken together
 * @target: (nullable): the promise, for its words; of a row of all channels,
 *   that of its most frequent channel
 * @n_targets: how many different promises the clocks were held to
 * @share: M04, met of decided
 * @median: M05, covered hours
 * @p90: M05
 * @longest: M05
 * @waiting: clocks not yet due, left out of both sides
 *
 * First responses of one priority, or of one priority and channel.
 */
typedef struct
{
  TambourPriority      priority;
  TambourChannel       channel;
  const TambourTarget *target;
  guint                n_targets;
  TambourFact         *share;
  TambourFact         *median;
  TambourFact         *p90;
  TambourFact         *longest;
  TambourFact         *waiting;
} TambourResponseFact;

/**
 * TambourResolveFact:
 * @priority: of the cases
 * @median: M17, hours from opened to resolved
 * @p90: M17, empty below ten resolved cases
 * @longest: M17
 * @open: cases of the period that are not resolved at the cut-off
 * @hours: (element-type double): one for each resolved case, shortest first
 * @case_ids: (element-type utf8): in the order of @hours
 */
typedef struct
{
  TambourPriority  priority;
  TambourFact     *median;
  TambourFact     *p90;
  TambourFact     *longest;
  TambourFact     *open;
  GArray          *hours;
  GPtrArray       *case_ids;
} TambourResolveFact;

/**
 * TambourCauseFact:
 * @title: (nullable): from the records; %NULL for the row of all others
 * @is_other: the row of all others, always last
 * @is_unknown: cases without a recorded cause
 * @count: M01 by cause
 */
typedef struct
{
  const char  *title;
  gboolean     is_other;
  gboolean     is_unknown;
  TambourFact *count;
} TambourCauseFact;

/**
 * TambourOutageFact:
 * @id: the case, or the incident that has none
 * @title: what it was
 * @number: (nullable): of the case
 * @start: impact start, else opened
 * @end: restored, else resolved, else closed; %TAMBOUR_NEVER while it lasts
 * @restore_hours: M08, wall time from start to restored; %NAN when it is not known
 */
typedef struct
{
  const char     *id;
  const char     *title;
  const char     *number;
  TambourInstant  start;
  TambourInstant  end;
  double          restore_hours;
} TambourOutageFact;

typedef struct
{
  GArray      *months;      /* TambourMonthFact */
  TambourFact *opened[TAMBOUR_N_PRIORITIES];
  TambourFact *total;
  GArray      *channels;    /* TambourFact *, by TambourChannel; cases opened */
  TambourFact *excluded;    /* duplicates, merged, spam, test: counted apart */

  TambourFact *met;         /* M04 over all priorities */
  TambourResponseFact response_all;
  TambourResponseFact response[TAMBOUR_N_PRIORITIES];
  GArray      *by_channel;  /* TambourResponseFact, priority then channel */
  TambourFact *next_response;
  TambourFact *plan_agreed;
  TambourFact *plan_median;

  TambourResolveFact resolve[TAMBOUR_N_PRIORITIES];
  TambourResolveFact resolve_all;
  TambourFact *open;        /* cases of the period not resolved at the cut-off */

  GArray      *causes;      /* TambourCauseFact, eight at most */
  TambourFact *root_cause_known;
  TambourFact *repeat_cause;

  TambourFact *backlog;
  TambourFact *backlog_age[4]; /* 0-7, 8-30, 31-90, 90+ days */
  TambourFact *closed;
  TambourFact *waiting_on_customer;
  TambourFact *reopened;
  TambourFact *silent;
  TambourFact *satisfaction;
  TambourFact *survey_replies;

  TambourFact *outage;      /* M13, hours */
  TambourFact *availability;
  TambourFact *restore_median;
  GArray      *outages;     /* TambourOutageFact of the period, by start */
} TambourServiceFacts;

/* --- continuity and escalations (page 5) ---------------------------------- */

/**
 * TambourEscalationFact:
 * @id: the escalation
 * @case_id: (nullable): its case
 * @number: (nullable): of the case
 * @title: its own, else the case's
 * @hours_to_escalate: from the opening of the case; %NAN when it has none
 * @hours_to_resolve: from the opening to resolved; %NAN while it is open
 * @outcome: (nullable): in words
 * @owner: (nullable): who answers for it
 */
typedef struct
{
  const char      *id;
  const char      *case_id;
  const char      *number;
  const char      *title;
  TambourPriority  priority;
  TambourInstant   opened_at;
  TambourInstant   declared_at;
  TambourInstant   resolved_at;
  double           hours_to_escalate;
  double           hours_to_resolve;
  TambourRaisedBy  raised_by;
  const char      *outcome;
  const char      *owner;
} TambourEscalationFact;

typedef struct
{
  GArray      *escalations; /* TambourEscalationFact, by opening of the case */
  TambourFact *count;
  TambourFact *by_tam;
  TambourFact *acknowledge_median;
  TambourFact *deescalate_median;

  TambourFact *after_hours_notified;
  TambourFact *after_hours_reviewed;
  TambourFact *calls_held;
  TambourFact *calls_cancelled_us;
  TambourFact *calls_cancelled_them;
  TambourFact *calls_no_show;
  TambourFact *roadmap_reviews;
  TambourFact *actions_closed;
  TambourFact *actions_on_time[2];  /* by TambourSide */
  TambourFact *stayed_closed;
  TambourFact *executive_contact;

  /* The case without an escalation that took longest, for the page when there
   * was none; NULL when there is none either. */
  const char  *closest_id;
  const char  *closest_number;
  const char  *closest_title;
  TambourPriority closest_priority;
  double       closest_hours;
} TambourContinuityFacts;

G_END_DECLS
