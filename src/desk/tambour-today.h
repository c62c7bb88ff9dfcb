/* tambour-today.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-clock-facts.h"
#include "tambour-engagement.h"
#include "tambour-lead-time.h"

G_BEGIN_DECLS

/**
 * TambourTodayAccount:
 * @id: its id
 * @name: (nullable): what it is called
 * @zone: (nullable): the customer's time zone
 *
 * Whose something is.
 */
typedef struct
{
  char *id;
  char *name;
  char *zone;
} TambourTodayAccount;

/**
 * TambourTodayArrival:
 * @tell_at: from when on the person is told of it: at once of a P1, of others
 *   when their hours begin
 * @answered_at: not stated while nobody has answered
 * @answered_by: (nullable): who did, where that was written down
 * @solved_at: not stated while it is not
 * @owner: (nullable): whose it is now
 * @is_mine: whether that is the person who looks
 *
 * A case that came in while its TAM was not there, and that nobody of us has
 * acknowledged (RESPONSE-CLOCK.md rule 7, METRICS.md M14). It never changes.
 */
typedef struct
{
  TambourTodayAccount  account;
  char                *case_id;
  char                *number;
  char                *title;
  TambourPriority      priority;
  TambourInstant       opened_at;
  TambourInstant       tell_at;
  TambourInstant       answered_at;
  char                *answered_by;
  TambourInstant       solved_at;
  char                *owner;
  gboolean             is_mine;
} TambourTodayArrival;

/**
 * TambourTodayCall:
 * @minutes: how long it is planned to be; 0 if that is not said
 * @is_today: whether it is on the day of the person who looks
 *
 * A call or a meeting that is planned for about now.
 */
typedef struct
{
  TambourTodayAccount    account;
  char                  *id;
  char                  *title;
  TambourEngagementKind  kind;
  TambourInstant         start;
  gint64                 minutes;
  gboolean               is_today;
} TambourTodayCall;

/**
 * TambourTodayOrigin:
 * @TAMBOUR_TODAY_ORIGIN_NONE: it is not written down
 * @TAMBOUR_TODAY_ORIGIN_HELD: from a meeting that was held
 * @TAMBOUR_TODAY_ORIGIN_PLANNED: for a meeting that is to come
 * @TAMBOUR_TODAY_ORIGIN_FINDING: from a finding of an audit
 * @TAMBOUR_TODAY_ORIGIN_INSIGHT: from an insight
 * @TAMBOUR_TODAY_ORIGIN_CASE: from a case
 * @TAMBOUR_TODAY_ORIGIN_NOTE: there is a note instead
 *
 * Where something to do comes from.
 */
typedef enum
{
  TAMBOUR_TODAY_ORIGIN_NONE,
  TAMBOUR_TODAY_ORIGIN_HELD,
  TAMBOUR_TODAY_ORIGIN_PLANNED,
  TAMBOUR_TODAY_ORIGIN_FINDING,
  TAMBOUR_TODAY_ORIGIN_INSIGHT,
  TAMBOUR_TODAY_ORIGIN_CASE,
  TAMBOUR_TODAY_ORIGIN_NOTE,
} TambourTodayOrigin;

/**
 * TambourTodayWork:
 * @is_commitment: a promise, not an action
 * @owner: (nullable): who has to do it, where that was written down
 * @since: when it was promised, or written down
 * @due: not stated if there is no date
 * @due_end: when that day is over at the customer's
 * @is_overdue: whether it is
 * @origin_kind: what kind of meeting
 * @origin_on: when that is or was; not stated otherwise
 * @origin_text: (nullable): the finding, insight or note
 *
 * Something that one side has to do and has not done.
 */
typedef struct
{
  TambourTodayAccount    account;
  gboolean               is_commitment;
  char                  *id;
  char                  *title;
  char                  *owner;
  TambourDate            since;
  TambourDate            due;
  TambourInstant         due_end;
  gboolean               is_overdue;
  TambourTodayOrigin     origin;
  TambourEngagementKind  origin_kind;
  TambourDate            origin_on;
  char                  *origin_text;
} TambourTodayWork;

/**
 * TambourTodayComingKind:
 * @TAMBOUR_TODAY_AUDIT: an audit that is not final, on its date
 * @TAMBOUR_TODAY_MEETING: a planned meeting that needs preparing
 * @TAMBOUR_TODAY_REVIEW: the agreement is to be reviewed
 * @TAMBOUR_TODAY_RENEWAL: the agreement ends
 * @TAMBOUR_TODAY_CADENCE: a regular call that was due and was neither held nor planned,
 *   or an audit that will be
 * @TAMBOUR_TODAY_SILENT: an open case whose customer has not heard from us as
 *   promised, or for long (METRICS.md M15)
 * @TAMBOUR_TODAY_UPDATE: an update that was promised for the next hours
 * @TAMBOUR_TODAY_CHANGE: a planned change
 * @TAMBOUR_TODAY_FOLLOW_UP: somebody who was invited to something is to be looked after
 */
typedef enum
{
  TAMBOUR_TODAY_AUDIT,
  TAMBOUR_TODAY_MEETING,
  TAMBOUR_TODAY_REVIEW,
  TAMBOUR_TODAY_RENEWAL,
  TAMBOUR_TODAY_CADENCE,
  TAMBOUR_TODAY_SILENT,
  TAMBOUR_TODAY_UPDATE,
  TAMBOUR_TODAY_CHANGE,
  TAMBOUR_TODAY_FOLLOW_UP,
} TambourTodayComingKind;

/**
 * TambourTodayReadiness:
 * @TAMBOUR_TODAY_READY_UNKNOWN: no record says
 * @TAMBOUR_TODAY_READY_DRAFT: it is being prepared
 * @TAMBOUR_TODAY_READY: it is prepared; the next agreement is made
 * @TAMBOUR_TODAY_READY_NOTHING: nothing is: no agenda, no checklist, no agreement
 *
 * How far something to come is, as far as records say it.
 */
typedef enum
{
  TAMBOUR_TODAY_READY_UNKNOWN,
  TAMBOUR_TODAY_READY_DRAFT,
  TAMBOUR_TODAY_READY,
  TAMBOUR_TODAY_READY_NOTHING,
} TambourTodayReadiness;

/**
 * TambourTodayComing:
 * @record: the kind of record that it is about
 * @on: its day at the customer's; for what was missed, the day on which it was due
 * @at: the instant by which it is judged
 * @meeting: what kind of meeting
 * @text: (nullable): what somebody wrote about it
 * @checks: how many questions the checklist of an audit has
 * @renews: whether the agreement renews by itself
 * @last: when we last met or wrote; not stated if never
 * @was_promised: whether an update was promised for @at
 * @lead: whether the customer was told of a planned change in time
 *
 * Something that comes, or that should have.
 */
typedef struct
{
  TambourTodayAccount     account;
  TambourTodayComingKind  kind;
  const char             *record;
  char                   *id;
  char                   *number;
  char                   *title;
  TambourDate             on;
  TambourInstant          at;
  TambourTodayReadiness   readiness;
  TambourEngagementKind   meeting;
  char                   *text;
  guint                   checks;
  gboolean                renews;
  TambourInstant          last;
  gboolean                was_promised;
  TambourLeadTime         lead;
} TambourTodayComing;

/**
 * TambourTodayPart:
 * @TAMBOUR_TODAY_PART_CASES: clocks and arrivals
 * @TAMBOUR_TODAY_PART_CALLS: calls
 * @TAMBOUR_TODAY_PART_WORK: what is to do
 * @TAMBOUR_TODAY_PART_COMING: what comes up
 *
 * What is read on its own: one part that cannot be read does not hide the others.
 */
typedef enum
{
  TAMBOUR_TODAY_PART_CASES,
  TAMBOUR_TODAY_PART_CALLS,
  TAMBOUR_TODAY_PART_WORK,
  TAMBOUR_TODAY_PART_COMING,
} TambourTodayPart;

#define TAMBOUR_TODAY_N_PARTS (TAMBOUR_TODAY_PART_COMING + 1)

/**
 * TambourToday:
 * @at: the time that was "now"
 * @date: the day that it is where the person is who looks
 * @since: when that person left before the first arrival, or before now if
 *   nothing came in; not stated if nobody knows
 * @holiday: the next day of this week on which clocks of the list stand still; may be none
 * @holiday_priorities: bits `1 << TambourPriority`: which of them do
 * @n_urgent: how many P1 wait for their answer
 * @n_open_cases: how many cases are open
 * @next_update: when the next update is promised; may not be stated
 * @next_update_zone: (nullable): the zone of the customer it is promised to
 * @clocks: (element-type TambourClockFacts): by time left, paused last
 * @arrivals: (element-type TambourTodayArrival): by priority, then the newest first
 * @calls: (element-type TambourTodayCall): by time
 * @work: (element-type TambourTodayWork): all that is ours to do, by date
 * @theirs: (element-type TambourTodayWork): what is the customers', by date
 * @coming: (element-type TambourTodayComing): by date
 * @failures: why a part could not be read, %NULL for those that were
 *
 * What needs attention, read at once. Nobody changes it.
 */
typedef struct
{
  TambourInstant  at;
  TambourDate     date;
  TambourInstant  since;
  TambourDate     holiday;
  guint           holiday_priorities;
  guint           n_urgent;
  guint           n_open_cases;
  TambourInstant  next_update;
  char           *next_update_zone;
  GPtrArray      *clocks;
  GPtrArray      *arrivals;
  GPtrArray      *calls;
  GPtrArray      *work;
  GPtrArray      *theirs;
  GPtrArray      *coming;
  GError         *failures[TAMBOUR_TODAY_N_PARTS];
} TambourToday;

TambourTodayArrival *tambour_today_arrival_ref   (TambourTodayArrival *self);
void                 tambour_today_arrival_unref (TambourTodayArrival *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTodayArrival, tambour_today_arrival_unref)

void tambour_today_free (TambourToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourToday, tambour_today_free)

TambourToday *tambour_today_load (TambourStore    *store,
                                  const char      *me,
                                  GTimeZone       *zone,
                                  TambourInstant   at,
                                  GCancellable    *cancellable,
                                  GError         **error);

/* tambour-today-changes.c */
void     tambour_today_acknowledge  (TambourChange              *change,
                                     const TambourTodayArrival  *arrival,
                                     const char                 *me,
                                     TambourInstant              at);
gboolean tambour_today_settle       (TambourChange              *change,
                                     TambourStore               *store,
                                     const TambourTodayWork     *work,
                                     TambourInstant              at,
                                     GError                    **error);
gboolean tambour_today_log_response (TambourChange              *change,
                                     TambourStore               *store,
                                     const char                 *case_id,
                                     const char                 *by,
                                     TambourInstant              at,
                                     GError                    **error);

G_END_DECLS
