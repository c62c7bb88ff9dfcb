/* tambour-service-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-lead-time.h"
#include "tambour-overview.h"
#include "tambour-usage.h"

G_BEGIN_DECLS

/* How many of each list are read: as many as one reads through. */
#define TAMBOUR_SERVICE_CASES   12
#define TAMBOUR_SERVICE_PAST    5
#define TAMBOUR_SERVICE_WAITING 6
#define TAMBOUR_SERVICE_ANSWERS 5

/* What is open so many days before a change may be open then. */
#define TAMBOUR_SERVICE_TROUBLE_DAYS 7

/* Who has not answered for so many days may be asked again; who was asked so many
 * days ago will not answer any more.
 */
#define TAMBOUR_SERVICE_REMIND_DAYS 14
#define TAMBOUR_SERVICE_ASKED_DAYS  45

/**
 * TambourServiceEscalation:
 * @support_case: (nullable): the case that it began with
 * @others: (element-type TambourCase): the other cases that it joins
 *
 * An escalation of the account.
 */
typedef struct
{
  TambourEscalation *record;
  TambourCase       *support_case;
  GPtrArray         *others;
} TambourServiceEscalation;

/**
 * TambourServiceChange:
 * @has_passed: whether its window is over while nobody says how it went
 * @clash: (nullable): another change of the account in the same time
 * @is_frozen: whether that is a time in which nothing is to be changed
 * @outage: (nullable): an open P1 case, shortly before it
 * @escalation: (nullable): an open escalation, shortly before it
 *
 * A planned change of the account.
 */
typedef struct
{
  TambourPlannedChange *record;
  TambourLeadTime       lead;
  gboolean              has_passed;
  TambourPlannedChange *clash;
  gboolean              is_frozen;
  TambourCase          *outage;
  TambourEscalation    *escalation;
} TambourServiceChange;

/**
 * TambourServiceSurvey:
 * @contact: (nullable): who was asked, else who reported the case
 * @number: (nullable): of the case that it is about
 * @is_answered: whether they answered
 * @is_late: whether they may be asked again
 *
 * What somebody was asked.
 */
typedef struct
{
  TambourSurveyResponse *record;
  TambourContact        *contact;
  char                  *number;
  gboolean               is_answered;
  gboolean               is_late;
} TambourServiceSurvey;

/**
 * TambourServiceScore:
 * @asked: how many were asked within a year
 * @answered: how many of them gave a score
 * @mean: of these; %NAN of none
 * @n_high: how many gave nine or ten; @n_low: six or less
 *
 * What one kind of survey says (METRICS.md M16).
 */
typedef struct
{
  guint  asked;
  guint  answered;
  double mean;
  guint  n_high;
  guint  n_low;
} TambourServiceScore;

#define TAMBOUR_SERVICE_N_SURVEYS (TAMBOUR_SURVEY_KIND_EBR_FEEDBACK + 1)

/**
 * TambourServiceOutages:
 * @n: how many outages touched the last year
 * @seconds: how long, overlaps once and agreed maintenance not at all
 * @availability: the share of the year without, or %NAN
 * @is_on: whether one lasts
 *
 * What did not work within a year (METRICS.md M13).
 */
typedef struct
{
  guint    n;
  gint64   seconds;
  double   availability;
  gboolean is_on;
} TambourServiceOutages;

/**
 * TambourServiceSheet:
 * @overview: the account, its plan and its open cases
 * @escalations: (element-type TambourServiceEscalation): the open ones first, the
 *   highest and oldest of them first; then the last ones that are over
 * @n_escalated: how many are open
 * @changes: (element-type TambourServiceChange): those that are not over by time,
 *   then the last ones that are
 * @n_planned: how many are not over
 * @surveys: (element-type TambourServiceSurvey): who is still asked, the longest
 *   first, then the last answers
 *
 * The service that an account gets: what is open, what comes, what they say of it.
 */
typedef struct
{
  TambourOverview       *overview;
  GPtrArray             *escalations;
  guint                  n_escalated;
  GPtrArray             *changes;
  guint                  n_planned;
  GPtrArray             *surveys;
  TambourServiceScore    scores[TAMBOUR_SERVICE_N_SURVEYS];
  TambourServiceOutages  outages;
} TambourServiceSheet;

TambourServiceSheet *tambour_service_sheet_load (TambourStore         *store,
                                                 const char           *account_id,
                                                 TambourInstant        at,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 tambour_service_sheet_free (TambourServiceSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourServiceSheet, tambour_service_sheet_free)

G_END_DECLS
