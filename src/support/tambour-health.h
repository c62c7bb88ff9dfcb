/* tambour-health.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-engagement.h"
#include "tambour-goal.h"
#include "tambour-people.h"
#include "tambour-record.h"

G_BEGIN_DECLS

/* How many days the cases, promises and sponsors of "lately" go back. */
#define TAMBOUR_HEALTH_CASE_DAYS    30
#define TAMBOUR_HEALTH_PROMISE_DAYS 90

/* How many stretches of that many days before say what is usual. */
#define TAMBOUR_HEALTH_CASE_STRETCHES 12

#define TAMBOUR_HEALTH_N_PRIORITIES (TAMBOUR_PRIORITY_P3 + 1)

/**
 * TambourHealthLevel:
 * @TAMBOUR_HEALTH_NONE: nothing is known that it could be told from
 * @TAMBOUR_HEALTH_GOOD: nothing asks for attention
 * @TAMBOUR_HEALTH_ATTENTION: something does
 * @TAMBOUR_HEALTH_RISK: the account is at risk
 *
 * How an account stands (METRICS.md M80). Internal: never in what is made for
 * the customer.
 */
typedef enum
{
  TAMBOUR_HEALTH_NONE,
  TAMBOUR_HEALTH_GOOD,
  TAMBOUR_HEALTH_ATTENTION,
  TAMBOUR_HEALTH_RISK,
} TambourHealthLevel;

/**
 * TambourHealthTrend:
 *
 * Whether a part speaks against the account, for it, or neither.
 */
typedef enum
{
  TAMBOUR_HEALTH_WORSE,
  TAMBOUR_HEALTH_STEADY,
  TAMBOUR_HEALTH_BETTER,
} TambourHealthTrend;

/**
 * TambourHealthReason:
 *
 * What a part says; the words for it are written where it is shown.
 */
typedef enum
{
  TAMBOUR_HEALTH_MANUAL,              /* text: what a person wrote */
  TAMBOUR_HEALTH_CASES_MORE,          /* count, priority, usual */
  TAMBOUR_HEALTH_CASES_USUAL,         /* count */
  TAMBOUR_HEALTH_CASES_FEWER,         /* count, usual */
  TAMBOUR_HEALTH_CASES_UNKNOWN,
  TAMBOUR_HEALTH_OUTAGE_OPEN,         /* count; text: the number of the only one */
  TAMBOUR_HEALTH_CLOCKS_MISSED,       /* count, of; text: the number of the only one */
  TAMBOUR_HEALTH_CLOCKS_MET,          /* count */
  TAMBOUR_HEALTH_CLOCKS_UNKNOWN,
  TAMBOUR_HEALTH_GOALS_MISSED,        /* count; text: what the only one is called */
  TAMBOUR_HEALTH_GOALS_SLIPPED,       /* count; text: what the only one is called */
  TAMBOUR_HEALTH_GOALS_ON_TRACK,      /* count */
  TAMBOUR_HEALTH_GOALS_UNKNOWN,
  TAMBOUR_HEALTH_USAGE_UP,            /* change; date: a day of the month before; text: the metric */
  TAMBOUR_HEALTH_USAGE_DOWN,          /* the same */
  TAMBOUR_HEALTH_USAGE_SAME,          /* the same */
  TAMBOUR_HEALTH_USAGE_UNKNOWN,
  TAMBOUR_HEALTH_SPONSOR_JOINED,      /* date */
  TAMBOUR_HEALTH_SPONSOR_SILENT,      /* count: days */
  TAMBOUR_HEALTH_SPONSOR_NEVER,
  TAMBOUR_HEALTH_SPONSOR_UNKNOWN,
  TAMBOUR_HEALTH_COMMITMENTS_KEPT,    /* count, of */
  TAMBOUR_HEALTH_COMMITMENTS_BROKEN,  /* count, of */
  TAMBOUR_HEALTH_COMMITMENTS_UNKNOWN,
  TAMBOUR_HEALTH_ACTIONS_OVERDUE,     /* count: ours */
  TAMBOUR_HEALTH_ACTIONS_AWAITED,     /* count: the customer's */
  TAMBOUR_HEALTH_ACTIONS_ON_TIME,
  TAMBOUR_HEALTH_ACTIONS_UNKNOWN,
  TAMBOUR_HEALTH_CALLS_KEPT,          /* date; text: what the cadence is called */
  TAMBOUR_HEALTH_CALLS_LATE,          /* count: days; text: what the cadence is called */
  TAMBOUR_HEALTH_CALLS_UNKNOWN,
  TAMBOUR_HEALTH_FINDINGS_OPEN,       /* count */
  TAMBOUR_HEALTH_FINDINGS_CLOSED,
  TAMBOUR_HEALTH_FINDINGS_UNKNOWN,
} TambourHealthReason;

/**
 * TambourHealthGoal:
 * @goal: a goal
 * @first_due: when it was due before its date was moved; not stated if it was not
 * @progress: METRICS.md M27, or %NAN
 */
typedef struct
{
  TambourGoal *goal;
  TambourDate  first_due;
  double       progress;
} TambourHealthGoal;

/**
 * TambourHealthSample:
 *
 * A day's value of the main usage metric.
 */
typedef struct
{
  TambourDate on;
  double      value;
  char       *id;
} TambourHealthSample;

/**
 * TambourHealthFacts:
 * @since: since when the account is looked after; not stated if unknown
 * @year_start: since when today's agreement holds; not stated without one
 * @recent_cases: (element-type TambourCase): opened lately
 * @usual_cases: of each priority, how many are usual; %NAN if nobody can know yet
 * @open_cases: (element-type TambourCase): neither resolved nor closed
 * @clocks: (element-type TambourResponseClock): of those two
 * @goals: (element-type TambourHealthGoal): agreed ones
 * @metric: (nullable): which metric @usage is of
 * @usage: (element-type TambourHealthSample): of this month and the two before
 * @sponsors: (element-type TambourContact): who is there
 * @sponsor_call: (nullable): the last call that one of them joined
 * @commitments: (element-type TambourCommitment): ours, due lately
 * @has_actions: whether actions are kept at all
 * @actions: (element-type TambourActionItem): open ones
 * @cadences: (element-type TambourCadence): how often we meet
 * @last_calls: (element-type TambourEngagement): the last held call of each, or %NULL
 * @was_audited: whether there is a finished audit
 * @findings: (element-type TambourFinding): open ones
 * @stored: (element-type TambourHealthComponent): what people judged
 *
 * What health is told from, of one account.
 */
typedef struct
{
  TambourDate        since;
  TambourDate        year_start;

  GPtrArray         *recent_cases;
  double             usual_cases[TAMBOUR_HEALTH_N_PRIORITIES];
  GPtrArray         *open_cases;
  GPtrArray         *clocks;

  GArray            *goals;

  char              *metric;
  GArray            *usage;

  GPtrArray         *sponsors;
  TambourEngagement *sponsor_call;
  GPtrArray         *commitments;
  gboolean           has_actions;
  GPtrArray         *actions;
  GPtrArray         *cadences;
  GPtrArray         *last_calls;

  gboolean           was_audited;
  GPtrArray         *findings;
  GPtrArray         *stored;
} TambourHealthFacts;

TambourHealthFacts *tambour_health_facts_new  (void);
void                tambour_health_facts_free (TambourHealthFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourHealthFacts, tambour_health_facts_free)

/**
 * TambourHealthPart:
 * @code: which part, such as "cases"
 * @is_manual: whether a person judged it
 * @weight: how much it counts
 * @value: from 0 to 100; %NAN if there is no data
 * @record: (nullable): the kind of the records that it was counted from
 * @ids: (nullable) (element-type utf8): those records
 *
 * One part of an account's health, and what it was counted from.
 */
typedef struct
{
  char                *code;
  gboolean             is_manual;
  double               weight;
  double               value;
  TambourHealthTrend   trend;

  TambourHealthReason  reason;
  gint64               count;
  gint64               of;
  double               usual;
  double               change;
  TambourPriority      priority;
  TambourDate          date;
  char                *text;

  const char          *record;
  GPtrArray           *ids;
} TambourHealthPart;

/**
 * TambourHealth:
 * @level: how the account stands
 * @score: from 0 to 100; %NAN if no part has data
 * @weight: of the parts that have data, together
 * @parts: (element-type TambourHealthPart): what speaks against the account,
 *   the worst first; what speaks for it; the others; those without data
 *
 * The health of one account (METRICS.md M80).
 */
typedef struct
{
  TambourHealthLevel  level;
  double              score;
  double              weight;
  GPtrArray          *parts;
} TambourHealth;

TambourHealth *tambour_health_judge      (const TambourHealthFacts *facts,
                                          GTimeZone                *zone,
                                          TambourInstant            at);
void           tambour_health_free       (TambourHealth            *self);
double         tambour_health_get_points (const TambourHealth      *self,
                                          const TambourHealthPart  *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourHealth, tambour_health_free)

G_END_DECLS
