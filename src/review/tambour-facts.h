/* tambour-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"
#include "tambour-figure.h"
#include "tambour-kinds.h"
#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_FACTS_ERROR (tambour_facts_error_quark ())

/**
 * TambourFactsError:
 * @TAMBOUR_FACTS_ERROR_ACCOUNT: there is no such account
 * @TAMBOUR_FACTS_ERROR_PERIOD: the period is empty, or begins after the cut-off
 * @TAMBOUR_FACTS_ERROR_ZONE: the account's zone is unknown
 * @TAMBOUR_FACTS_ERROR_BUSY: the portfolio changed each time that it was read
 */
typedef enum
{
  TAMBOUR_FACTS_ERROR_ACCOUNT,
  TAMBOUR_FACTS_ERROR_PERIOD,
  TAMBOUR_FACTS_ERROR_ZONE,
  TAMBOUR_FACTS_ERROR_BUSY,
} TambourFactsError;

GQuark tambour_facts_error_quark (void);

/* Arrays by priority are indexed by TambourPriority: 0 is "no priority". */
#define TAMBOUR_N_PRIORITIES 4
#define TAMBOUR_N_SEVERITIES 3

/**
 * TambourPeriod:
 * @from: the first day
 * @to: the day after the last one
 * @start: the first instant, in the account's zone
 * @end: the instant after the last one
 *
 * [start, end).
 */
typedef struct
{
  TambourDate    from;
  TambourDate    to;
  TambourInstant start;
  TambourInstant end;
} TambourPeriod;

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
  const char  *id;
  const char  *title;
  const char  *done_together;
  const char  *result;
  TambourDate  seen_on;
  gboolean     acted_on;
} TambourInsightFact;

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
  TambourDate  last_day;    /* with data, or not stated */
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
  GArray      *insights;    /* TambourInsightFact */
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

/* A programme: used of offered. */
typedef struct
{
  TambourFact *share;
} TambourTakeUpFact;

typedef struct
{
  GArray      *take_up;    /* TambourTakeUpFact, offers descending */
  GArray      *trainings;  /* TambourTrainingFact, by date */
  TambourFact *sessions;
  TambourFact *people;
  TambourFact *person_hours;
  TambourFact *rating;
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

typedef struct
{
  const char *id;
  const char *title;
  const char *reason;     /* N_() */
} TambourNotCountedFact;

typedef struct
{
  const char   *code;
  const char   *title;
  TambourMoney  amount;
  double        number;
  const char   *unit;
  TambourDate   agreed_on;
} TambourRateFact;

typedef struct
{
  GArray      *lines;        /* TambourValueLine, counted descending */
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
} TambourPlanFacts;

/* -------------------------------------------------------------------------- */

/**
 * TambourFacts:
 * @account: the account
 * @agreement: (nullable): the one that covers the period (its last day)
 * @plan: (nullable): of the agreement, else of the account
 * @plan_name: (nullable): as the catalogue calls it, else as the plan does
 * @sponsor: (nullable): the executive sponsor
 * @tam: (nullable): the technical account manager at the end of the period
 * @product: (nullable): the product that most of its cases are about
 * @review_on: the date of the review, or not stated
 * @zone: the account's
 * @period: what the review is about
 * @earlier: the same a year before
 * @has_prior: there is a year before to compare with
 * @prior_reason: (nullable): N_() why not
 * @part_year: the period is no whole year, or it is not over at the cut-off
 * @p1_days: (element-type TambourDate): days on which an outage began, for the cover
 * @all: (element-type TambourFact): every figure in a fixed order
 *
 * Everything that a review says, counted from one consistent read of the
 * records as of one instant. Texts belong to the records that it holds.
 */
typedef struct
{
  TambourAccount         *account;
  TambourAgreement       *agreement;
  TambourPlan            *plan;
  const char             *plan_name;
  TambourContact         *sponsor;
  TambourPerson          *tam;
  const char             *product;
  TambourDate             review_on;
  GTimeZone              *zone;

  TambourInstant          as_of;
  TambourPeriod           period;
  TambourPeriod           earlier;
  gboolean                has_prior;
  const char             *prior_reason;
  gboolean                part_year;
  GArray                 *p1_days;

  TambourServiceFacts     service;
  TambourContinuityFacts  continuity;
  TambourGoalFacts        goals;
  TambourUsageFacts       usage;
  TambourAuditFacts       audits;
  TambourRequestFacts     requests;
  TambourEnablementFacts  enablement;
  TambourValueFacts       value;
  TambourPlanFacts        plans;

  GPtrArray              *all;

  /*< private >*/
  GHashTable             *by_key;
  GPtrArray              *records;
  TambourCatalogue       *catalogue;
} TambourFacts;

TambourFacts *tambour_facts_new  (TambourStore      *store,
                                  const char        *account_id,
                                  TambourDate        from,
                                  TambourDate        to,
                                  TambourInstant     as_of,
                                  TambourCatalogue  *catalogue,
                                  GCancellable      *cancellable,
                                  GError           **error);
void          tambour_facts_free (TambourFacts      *self);
TambourFact  *tambour_facts_find (TambourFacts      *self,
                                  const char        *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFacts, tambour_facts_free)

G_END_DECLS
