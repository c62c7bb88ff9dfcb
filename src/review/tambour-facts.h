/* tambour-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue-set.h"
#include "tambour-facts-service.h"
#include "tambour-facts-year.h"
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

/**
 * TambourFacts:
 * @account: the account
 * @agreement: (nullable): the one of the period's last day, else the last one that has a day in it
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
 * @first_year: no agreement is older than the period
 * @agreement_year: which year of its agreements the period ends in, from 1; 0 without an agreement
 * @part_year: the period is no whole year, or it is not over at the cut-off, or its agreements
 *   leave more than a month of it without one
 * @uncovered_days: days of the period without an agreement
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
  gboolean                first_year;
  guint                   agreement_year;
  gboolean                part_year;
  guint                   uncovered_days;
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
  GHashTable             *records_by_id;
  GPtrArray              *catalogues;
} TambourFacts;

typedef struct _TambourFrozen TambourFrozen;

TambourFacts  *tambour_facts_new           (TambourStore         *store,
                                            const char           *account_id,
                                            TambourDate           from,
                                            TambourDate           to,
                                            TambourInstant        as_of,
                                            TambourCatalogueSet  *plans,
                                            GCancellable         *cancellable,
                                            GError              **error);
TambourFacts  *tambour_facts_new_for_value (TambourStore         *store,
                                            const char           *account_id,
                                            TambourDate           from,
                                            TambourDate           to,
                                            TambourInstant        as_of,
                                            GCancellable         *cancellable,
                                            GError              **error);
TambourFacts  *tambour_facts_new_frozen    (TambourFrozen        *frozen,
                                            TambourDate           from,
                                            TambourDate           to,
                                            TambourInstant        as_of,
                                            TambourCatalogueSet  *plans,
                                            GError              **error);
void           tambour_facts_free          (TambourFacts         *self);
TambourFact   *tambour_facts_find          (TambourFacts         *self,
                                            const char           *key);
TambourRecord *tambour_facts_find_record   (TambourFacts         *self,
                                            const char           *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFacts, tambour_facts_free)

G_END_DECLS
