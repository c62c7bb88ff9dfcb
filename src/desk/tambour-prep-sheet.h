/* tambour-prep-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-clock-facts.h"
#include "tambour-engagement.h"
#include "tambour-today.h"

G_BEGIN_DECLS

/* How many things there are to share at most. */
#define TAMBOUR_PREP_SHARES 4

/**
 * TambourPrepReason:
 * @TAMBOUR_PREP_CLOCK: a response clock waits for an answer, was missed or stands still
 * @TAMBOUR_PREP_HANDOVER: a case was handed over, and its note is not read yet
 * @TAMBOUR_PREP_PROMISE: a promise that is due or late, of ours or of theirs
 * @TAMBOUR_PREP_ACTION: an action that is due or late, of ours or of theirs
 * @TAMBOUR_PREP_SILENT: a case whose customer has not heard from us as promised, or for long
 * @TAMBOUR_PREP_CASE: an urgent case that is open
 * @TAMBOUR_PREP_GOAL: a goal is at risk, late or near its day
 * @TAMBOUR_PREP_PERSON: somebody who may open cases leaves
 * @TAMBOUR_PREP_RENEWAL: the agreement ends
 * @TAMBOUR_PREP_NOTICE: the agreement can be given notice of until soon
 * @TAMBOUR_PREP_REVIEW: the agreement is to be reviewed
 * @TAMBOUR_PREP_AUDIT: an audit comes up
 * @TAMBOUR_PREP_REQUEST: a feature request moved since the last call
 * @TAMBOUR_PREP_ISSUE: a known issue reaches the customer
 * @TAMBOUR_PREP_FINDING: a finding of an audit is severe, due or late
 * @TAMBOUR_PREP_OWN: what a person added
 *
 * Why something is to be raised; the words for it are written where it is shown.
 */
typedef enum
{
  TAMBOUR_PREP_CLOCK,
  TAMBOUR_PREP_HANDOVER,
  TAMBOUR_PREP_PROMISE,
  TAMBOUR_PREP_ACTION,
  TAMBOUR_PREP_SILENT,
  TAMBOUR_PREP_CASE,
  TAMBOUR_PREP_GOAL,
  TAMBOUR_PREP_PERSON,
  TAMBOUR_PREP_RENEWAL,
  TAMBOUR_PREP_NOTICE,
  TAMBOUR_PREP_REVIEW,
  TAMBOUR_PREP_AUDIT,
  TAMBOUR_PREP_REQUEST,
  TAMBOUR_PREP_ISSUE,
  TAMBOUR_PREP_FINDING,
  TAMBOUR_PREP_OWN,
} TambourPrepReason;

/**
 * TambourPrepPoint:
 * @rank: how urgent it is; 0 comes first
 * @key: what tells it from the others, also when it is read anew
 * @kind: (nullable): the kind of its record; %NULL if a person added it
 * @id: (nullable): its record
 * @title: what it is about
 * @number: (nullable): of a case
 * @text: (nullable): who has to do it, or what somebody wrote about it
 * @priority: of a case
 * @clock: (nullable): the clock that it is about
 * @on: its day; not stated if it has none
 * @since: when it was promised or written down; not stated otherwise
 * @at: when an update was promised; not stated otherwise
 * @is_theirs: whether the customer has to do it
 * @is_overdue: whether its day has passed
 * @status: of a goal, a request, an exposure or a finding: the record's own
 * @renews: of an agreement, whether it renews by itself
 *
 * Something to raise.
 */
typedef struct
{
  TambourPrepReason  reason;
  guint              rank;
  char              *key;
  const char        *kind;
  char              *id;
  char              *title;
  char              *number;
  char              *text;
  TambourPriority    priority;
  TambourClockFacts *clock;
  TambourDate        on;
  TambourDate        since;
  TambourInstant     at;
  gboolean           is_theirs;
  gboolean           is_overdue;
  guint              status;
  gboolean           renews;
} TambourPrepPoint;

/**
 * TambourPrepPerson:
 * @id: (nullable): the contact; %NULL of somebody who is only named
 * @role: (nullable): what they do
 * @leaves_on: not stated if they stay
 *
 * Somebody who joins the call.
 */
typedef struct
{
  char        *id;
  char        *name;
  char        *role;
  TambourDate  leaves_on;
} TambourPrepPerson;

/**
 * TambourPrepShare:
 * @id: (nullable): the record, if it is of no account
 * @kind: (nullable): such as "best_practice" or "webinar"
 * @on: when it takes place; not stated of what can be read at any time
 *
 * Something to read or to watch that this customer was not sent.
 */
typedef struct
{
  char        *id;
  char        *title;
  char        *kind;
  TambourDate  on;
} TambourPrepShare;

/**
 * TambourPrepSheet:
 * @at: when it was read
 * @me: (nullable): the name of who reads
 * @zone: the customer's time zone
 * @today: the day that it is there
 * @meeting: (nullable): the call that it prepares; %NULL if none is planned
 * @last: (nullable): the last call that was held
 * @since: since when changes are told: the last call, or thirty days ago
 * @n_opened: how many cases came in since then; @n_solved: how many were solved
 * @metric: (nullable): the main usage metric; @change: by how much it changed since
 *   then, as a share, or %NAN
 * @points: (element-type TambourPrepPoint): what to raise, the most urgent first
 * @work: (element-type TambourTodayWork): open actions and promises of both sides, by date
 * @n_ours: how many of them, from the first on, are ours
 * @people: (element-type TambourPrepPerson): who joins
 * @shares: (element-type TambourPrepShare): what they do not know yet
 * @minutes: (nullable): what the minutes of the last call say, shortened
 *
 * What one has to know before a call, from records only and read at once. Nobody
 * changes it.
 */
typedef struct
{
  TambourInstant     at;
  char              *me;
  TambourAccount    *account;
  GTimeZone         *zone;
  TambourDate        today;
  TambourEngagement *meeting;
  TambourEngagement *last;
  TambourInstant     since;
  guint              n_opened;
  guint              n_solved;
  char              *metric;
  double             change;
  GPtrArray         *points;
  GPtrArray         *work;
  guint              n_ours;
  GPtrArray         *people;
  GPtrArray         *shares;
  char              *minutes;
} TambourPrepSheet;

TambourPrepSheet *tambour_prep_sheet_load (TambourStore      *store,
                                           const char        *account_id,
                                           const char        *meeting_id,
                                           const char        *me,
                                           TambourInstant     at,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              tambour_prep_sheet_free (TambourPrepSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPrepSheet, tambour_prep_sheet_free)

TambourPrepPoint *tambour_prep_point_new  (TambourPrepReason  reason,
                                           const char        *key);
void              tambour_prep_point_free (TambourPrepPoint  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPrepPoint, tambour_prep_point_free)

G_END_DECLS
