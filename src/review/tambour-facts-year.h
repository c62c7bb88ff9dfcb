/* tambour-facts-year.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-figure.h"
#include "tambour-kinds.h"

G_BEGIN_DECLS

/* Arrays by entitlement are indexed by TambourEntitlementKind. */
#define TAMBOUR_N_ENTITLEMENTS 8

/* Arrays by severity are indexed by TambourSeverity. */
#define TAMBOUR_N_SEVERITIES 3

/* --- goals and commitments (page 3) --------------------------------------- */

/**
 * TambourGoalOutcome:
 *
 * M27: met from 100 %, nearly from 90 %, else missed.
 */
typedef enum
{
  TAMBOUR_GOAL_OUTCOME_MET,
  TAMBOUR_GOAL_OUTCOME_NEARLY,
  TAMBOUR_GOAL_OUTCOME_MISSED,
  TAMBOUR_GOAL_OUTCOME_NOT_MEASURED,
} TambourGoalOutcome;

/**
 * TambourGoalFact:
 * @id: the goal
 * @statement: in the customer's words
 * @metric: (nullable): what is measured
 * @unit: (nullable): of the values, such as "%"
 * @rule: how the result is compared with the target
 * @start: %NAN when not stated
 * @start_of: of a form "8 of 9", the 9; else %NAN
 * @owner: (nullable): who owns it
 * @reason: (nullable): why it was not met
 * @progress: M27, a ratio; not measured without a reading
 * @result_on: the date of the reading
 */
typedef struct
{
  const char         *id;
  const char         *statement;
  const char         *metric;
  const char         *unit;
  TambourGoalRule     rule;
  double              start;
  double              start_of;
  double              target;
  double              target_of;
  double              result;
  double              result_of;
  TambourDate         result_on;
  TambourGoalOutcome  outcome;
  const char         *owner;
  const char         *reason;
  TambourFact        *progress;
} TambourGoalFact;

/**
 * TambourCommitmentFact:
 * @kept: on time
 * @reason: (nullable): why it was not kept
 * @carried: (nullable): where it went
 */
typedef struct
{
  const char              *id;
  const char              *text;
  TambourDate              due;
  TambourDate              settled_on;
  TambourCommitmentStatus  status;
  gboolean                 kept;
  const char              *reason;
  const char              *carried;
} TambourCommitmentFact;

typedef struct
{
  GArray      *goals;       /* TambourGoalFact, in the plan's order */
  TambourFact *count;
  TambourFact *met;         /* a share: met of all */
  TambourFact *nearly;
  TambourFact *missed;
  TambourFact *not_measured;
  GArray      *commitments; /* TambourCommitmentFact, ours, by due date; the kept ones first */
  TambourFact *kept;        /* M23, ours */
  TambourFact *kept_theirs;
} TambourGoalFacts;

/* --- usage (page 6) ------------------------------------------------------- */

/* Users of a group that are not protected. */
typedef struct
{
  const char  *title;
  gboolean     is_other;
  TambourFact *count;
} TambourGroupFact;

typedef struct
{
  int          year;
  int          month;
  TambourFact *devices;
} TambourDevicesFact;

typedef struct
{
  const char      *id;
  const char      *title;
  const char      *done_together;
  const char      *result;
  TambourDate      seen_on;
  gboolean         acted_on;
  TambourSeverity  severity;
} TambourInsightFact;

/* A planned change that went on for days, such as a wave of a rollout; @to is its last day. */
typedef struct
{
  const char  *id;
  const char  *title;
  TambourDate  from;
  TambourDate  to;
} TambourRolloutFact;

typedef struct
{
  const char      *id;          /* of the exposure */
  const char      *title;
  TambourSeverity  severity;
  TambourDate      on;          /* of the safeguard, else since when */
  const char      *safeguard;
  gboolean         avoided;
} TambourKnownIssueFact;

typedef struct
{
  GArray      *coverage;    /* double: share protected each day of the period; NAN is no data */
  guint        n_days;      /* days of the period with data */
  guint        n_expected;  /* days of the period that are over */
  gboolean     lacks_licences; /* users are counted, and what they are a share of is not stored */
  TambourDate  last_day;    /* with data, or not stated */
  double       goal;        /* the share that a goal asks for; NAN is none */
  GArray      *rollouts;    /* TambourRolloutFact that reach into the period, by date */
  TambourFact *licences;
  TambourFact *protected_users;
  TambourFact *coverage_now;
  TambourFact *coverage_start; /* the first day with data */
  TambourFact *exposed;
  GArray      *groups;      /* TambourGroupFact, largest first, five and "other" at most */
  GArray      *devices;     /* TambourDevicesFact, one a month */
  TambourFact *devices_total;
  TambourFact *requests_a_day;
  TambourFact *blocked_share;
  GArray      *insights;    /* TambourInsightFact, those acted on first, then the severest, the newest */
  TambourFact *insights_acted_on;
  TambourFact *features_in_use;
  GArray      *known_issues; /* TambourKnownIssueFact of the period */
  TambourFact *issues_avoided;
  TambourFact *issues_high;
  TambourFact *issues_opened;
  TambourFact *issues_mitigated;
  TambourFact *issues_accepted;
  TambourFact *issues_mitigate_days;
} TambourUsageFacts;

/* --- audits (page 7) ------------------------------------------------------ */

#define TAMBOUR_N_AUDITS 4

/**
 * TambourSectionFact:
 * @title: of the section
 * @scores: M40 in each of TambourAuditFacts.audits; %NAN where it was not asked
 * @change: points, last audit of the period less the last one before the period
 */
typedef struct
{
  const char *title;
  double      scores[TAMBOUR_N_AUDITS];
  double      change;
} TambourSectionFact;

typedef struct
{
  const char  *id;
  TambourDate  on;
  double       score;     /* M40; NAN when nothing was verified */
  double       verified;  /* a share */
  gboolean     in_period;
} TambourAuditFact;

typedef struct
{
  const char      *id;
  const char      *title;
  const char      *section;
  TambourSeverity  severity;
  TambourDate      raised_on;
  gint64           open_days;
  const char      *owner;
  TambourDate      due;
  gboolean         accepted;       /* open, with the risk accepted */
  const char      *accepted_by;
  TambourDate      accepted_until;
  const char      *text;           /* what was found, in sentences */
} TambourFindingFact;

/* Open at start + raised - closed = open now. */
typedef struct
{
  TambourFact *start;
  TambourFact *raised;
  TambourFact *closed;
  TambourFact *accepted;
  TambourFact *open;
  gboolean     balances;
} TambourLedgerFact;

typedef struct
{
  GArray            *audits;   /* TambourAuditFact, four at most, oldest first */
  GArray            *sections; /* TambourSectionFact, last score descending */
  TambourFact       *score;
  TambourFact       *verified;
  TambourFact       *change;   /* M42 */
  TambourFact       *count;    /* audits in the period */
  TambourLedgerFact  by_severity[TAMBOUR_N_SEVERITIES];
  TambourLedgerFact  ledger;
  GArray            *open;     /* TambourFindingFact, high first, then oldest */
  double             goal;     /* the score that a goal asks for; NAN is none */
  TambourDate        next_on;  /* when the next audit is planned, or not stated */
} TambourAuditFacts;

/* --- requests, take-up, value, projects, decisions ------------------------ */

typedef enum
{
  TAMBOUR_STAGE_ASKED,
  TAMBOUR_STAGE_CHAMPIONED,
  TAMBOUR_STAGE_ACCEPTED,
  TAMBOUR_STAGE_SHIPPED,
} TambourStage;

#define TAMBOUR_N_STAGES 4

typedef struct
{
  const char           *id;
  const char           *title;
  TambourRequestStatus  status;
  TambourDate           reached[TAMBOUR_N_STAGES];
  TambourDate           declined_on;
  const char           *target_release;
  const char           *alternative;
} TambourRequestFact;

typedef struct
{
  GArray      *requests;   /* TambourRequestFact: shipped, roadmap, review, declined, logged; then date */
  TambourFact *stages[TAMBOUR_N_STAGES];
  TambourFact *declined;
  TambourFact *on_roadmap;
  TambourFact *days_to_answer;  /* M51 */
  TambourFact *months_to_ship;
} TambourRequestFacts;

typedef struct
{
  const char  *id;
  const char  *topic;
  TambourDate  on;
  gint64       seats;
  gint64       attended;
  double       rating;
} TambourTrainingFact;

/* A practice that was shared in the period; @reaction: (nullable): what the customer said. */
typedef struct
{
  const char  *id;
  const char  *title;
  TambourDate  on;
  gboolean     adopted;
  const char  *reaction;
} TambourPracticeFact;

/* A programme: used of offered. */
typedef struct
{
  TambourFact *share;
} TambourTakeUpFact;

typedef struct
{
  GArray      *take_up;    /* TambourTakeUpFact, offers descending */
  GArray      *trainings;  /* TambourTrainingFact, by date */
  GArray      *planned;    /* TambourTrainingFact after the period, by date */
  GArray      *practices;  /* TambourPracticeFact, by date */
  TambourFact *sessions;
  TambourFact *people;
  TambourFact *person_hours;
  TambourFact *rating;
  TambourFact *entitlements[TAMBOUR_N_ENTITLEMENTS]; /* M26, by TambourEntitlementKind */
} TambourEnablementFacts;

typedef struct
{
  const char        *id;
  const char        *title;
  const char        *formula;
  const char        *confidence;
  TambourValueClass  kind;
  gint64             gross;    /* minor units, of the agreement's currency */
  double             share;
  gint64             counted;
} TambourValueLine;

/* @note: (nullable): in the records' words why it has no amount. */
typedef struct
{
  const char *id;
  const char *title;
  const char *reason;     /* N_() */
  const char *note;
} TambourNotCountedFact;

typedef struct
{
  const char   *code;
  const char   *title;
  TambourMoney  amount;
  double        number;
  const char   *unit;
  TambourDate   agreed_on;
  const char   *agreed_by;
} TambourRateFact;

/**
 * TambourAgreementFact:
 * @plan: (nullable): what it is called
 * @start: its first day
 * @end: its last day
 * @from: its first day in the period
 * @to: the day after its last one in the period
 * @days: between these
 * @all_days: from its start to its end
 * @fee: for all its days
 * @counted: what of the fee falls on the period by days, minor units; %NAN without a fee
 *
 * An agreement that has days in the period.
 */
typedef struct
{
  const char   *id;
  const char   *title;
  const char   *plan;
  TambourDate   start;
  TambourDate   end;
  TambourDate   from;
  TambourDate   to;
  guint         days;
  guint         all_days;
  TambourMoney  fee;
  double        counted;
} TambourAgreementFact;

typedef struct
{
  GArray      *lines;        /* TambourValueLine, counted descending */
  GArray      *agreements;   /* TambourAgreementFact of the period, by its days in it */
  GArray      *not_counted;  /* TambourNotCountedFact */
  GArray      *rates;        /* TambourRateFact */
  char         currency[4];
  TambourFact *total;        /* M60 */
  TambourFact *gross;
  TambourFact *fee;
  TambourFact *ratio;
  TambourFact *break_even;   /* a share: <= 0 and > 1 have words of their own */
} TambourValueFacts;

typedef struct
{
  const char  *id;
  const char  *title;
  const char  *reason;
  const char  *owner;
  const char  *quarter;
  gint64       impact;
  gint64       effort;
  gint64       score;        /* M70; TAMBOUR_NO_COUNT when impact or effort is not stated */
  gboolean     pinned;       /* a fixed deadline, above the ranking */
  TambourDate  deadline;
  const char  *deadline_reason;
} TambourProjectFact;

typedef struct
{
  const char  *id;
  const char  *text;
  const char  *choice;
  const char  *waiting;
  const char  *who;
  TambourDate  due;
} TambourDecisionFact;

typedef struct
{
  const char  *id;
  const char  *title;
  const char  *owner;
  TambourDate  due;
} TambourStepFact;

typedef struct
{
  GArray      *projects;   /* TambourProjectFact, by rank */
  TambourFact *n_projects;
  GArray      *decisions;  /* TambourDecisionFact */
  TambourFact *n_decisions;
  GArray      *steps;      /* TambourStepFact, by due date */
  TambourDate  next_review; /* when the review after this one is, or not stated */
} TambourPlanFacts;

G_END_DECLS
