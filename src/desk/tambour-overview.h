/* tambour-overview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-case.h"
#include "tambour-catalogue.h"
#include "tambour-clock-facts.h"
#include "tambour-goals.h"
#include "tambour-health.h"
#include "tambour-people.h"
#include "tambour-timeline.h"

G_BEGIN_DECLS

/* How many of each list the overview shows. */
#define TAMBOUR_OVERVIEW_CASES    5
#define TAMBOUR_OVERVIEW_GOALS    3
#define TAMBOUR_OVERVIEW_NEXT     4
#define TAMBOUR_OVERVIEW_PEOPLE   4
#define TAMBOUR_OVERVIEW_TIMELINE 8
#define TAMBOUR_OVERVIEW_WEEKS    16

/**
 * TambourTerm:
 * @TAMBOUR_TERM_NONE: there is no agreement at all
 * @TAMBOUR_TERM_COMING: it has not begun
 * @TAMBOUR_TERM_CURRENT: it holds today
 * @TAMBOUR_TERM_ENDED: it is over, and there is no other
 *
 * Whether an agreement holds.
 */
typedef enum
{
  TAMBOUR_TERM_NONE,
  TAMBOUR_TERM_COMING,
  TAMBOUR_TERM_CURRENT,
  TAMBOUR_TERM_ENDED,
} TambourTerm;

/**
 * TambourOverviewAgreement:
 * @agreement: (nullable): the one that is shown
 * @elapsed: how much of its time has passed, from 0 to 1
 * @days_left: until it ends, today included; until it begins, if it is coming;
 *   since it ended, if it has
 * @renewal: (nullable): the agreement after it, if there is one
 * @renewal_months: how long that holds
 * @notice_by: until when it can be given notice of; not stated if nobody has said
 *
 * What was agreed with the customer, and until when.
 */
typedef struct
{
  TambourTerm       term;
  TambourAgreement *agreement;
  double            elapsed;
  int               days_left;
  TambourAgreement *renewal;
  int               renewal_months;
  TambourDate       notice_by;
} TambourOverviewAgreement;

/**
 * TambourOverviewMeter:
 * @granted: by the agreement
 * @used: until today; may be more
 * @ids: (element-type utf8): the records that say so
 *
 * One line of what was bought (METRICS.md M26).
 */
typedef struct
{
  TambourEntitlementKind  kind;
  gint64                  granted;
  gint64                  used;
  GPtrArray              *ids;
} TambourOverviewMeter;

/**
 * TambourOverviewUsage:
 * @metric: (nullable): the main metric; %NULL if nothing is measured
 * @first_week: the Monday of the first week
 * @weeks: the mean of a day of each week; %NAN where there is no data
 * @latest: the last of them that has data
 * @latest_week: its Monday
 * @blocked: how much of that week's requests were blocked, from 0 to 1, or %NAN
 * @imported_on: when the newest value came
 * @origin: how it came
 *
 * How much the customer uses what was bought (METRICS.md M31).
 */
typedef struct
{
  char          *metric;
  TambourDate    first_week;
  double         weeks[TAMBOUR_OVERVIEW_WEEKS];
  double         latest;
  TambourDate    latest_week;
  double         blocked;
  TambourDate    imported_on;
  TambourOrigin  origin;
} TambourOverviewUsage;

/**
 * TambourOverviewCase:
 * @clock: (nullable): the clock that matters most: one that runs, else the last one
 * @known_issue: (nullable): what the case is a part of
 *
 * An open case.
 */
typedef struct
{
  TambourCase       *record;
  TambourClockFacts *clock;
  char              *known_issue;
} TambourOverviewCase;

/**
 * TambourOverviewNext:
 * @record: a planned engagement, or an audit
 * @on: its day
 * @at: its time; not stated of what has only a day
 * @title: what it is called
 * @text: (nullable): what somebody wrote about it
 * @last_score: of an audit, what the one before it scored, in percent; or %NAN
 * @last_on: when that was
 *
 * What comes next.
 */
typedef struct
{
  TambourRecord  *record;
  TambourDate     on;
  TambourInstant  at;
  char           *title;
  char           *text;
  double          last_score;
  TambourDate     last_on;
} TambourOverviewNext;

/**
 * TambourOverviewPerson:
 * @is_named: whether they may open cases today
 * @last_contact: when they last joined a call; not stated if never
 *
 * Somebody at the customer.
 */
typedef struct
{
  TambourContact *contact;
  gboolean        is_named;
  TambourInstant  last_contact;
} TambourOverviewPerson;

/**
 * TambourOverview:
 * @at: when it was read
 * @plan: (nullable): the account's plan
 * @zone: the customer's time zone
 * @today: the day that it is there
 * @named: how many contacts may open cases; @named_limit: how many may, or %TAMBOUR_NO_COUNT
 * @calls_held: in the agreement's time; @reviews_held: of roadmap and business together
 * @meter: (element-type TambourOverviewMeter): what was bought and used
 * @health: internal: never in what is made for the customer
 * @cases: (element-type TambourOverviewCase): some open ones; @n_cases: how many there are
 * @goals: (element-type TambourGoalView): some open ones; @n_goals: how many there are
 * @timeline: (element-type TambourTimelineItem): the newest
 * @next: (element-type TambourOverviewNext): by time
 * @people: (element-type TambourOverviewPerson): the main contacts; @n_people: how many there are
 * @is_empty: whether nothing is recorded of the account yet
 *
 * An account at a glance, read at once. Nobody changes it.
 */
typedef struct
{
  TambourInstant            at;
  TambourAccount           *account;
  TambourPlan              *plan;
  GTimeZone                *zone;
  TambourDate               today;
  TambourOverviewAgreement  agreement;
  gint64                    named;
  gint64                    named_limit;
  gint64                    calls_held;
  gint64                    reviews_held;
  GPtrArray                *meter;
  TambourHealth            *health;
  TambourOverviewUsage      usage;
  GPtrArray                *cases;
  guint                     n_cases;
  GPtrArray                *goals;
  guint                     n_goals;
  GPtrArray                *timeline;
  GPtrArray                *next;
  GPtrArray                *people;
  guint                     n_people;
  gboolean                  is_empty;
} TambourOverview;

void tambour_overview_free (TambourOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourOverview, tambour_overview_free)

TambourOverview *tambour_overview_load       (TambourStore    *store,
                                              const char      *account_id,
                                              TambourInstant   at,
                                              GCancellable    *cancellable,
                                              GError         **error);
TambourOverview *tambour_overview_load_cases (TambourStore    *store,
                                              const char      *account_id,
                                              guint            most,
                                              TambourInstant   at,
                                              GCancellable    *cancellable,
                                              GError         **error);
TambourOverview *tambour_overview_load_terms (TambourStore    *store,
                                              const char      *account_id,
                                              TambourInstant   at,
                                              GCancellable    *cancellable,
                                              GError         **error);

G_END_DECLS
