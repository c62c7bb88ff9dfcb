/* tambour-preflight.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-report-file.h"
#include "tambour-review.h"

G_BEGIN_DECLS

/**
 * TambourPreflightWeight:
 * @TAMBOUR_PREFLIGHT_MUST: the review would say something wrong
 * @TAMBOUR_PREFLIGHT_SHOULD: it would leave out what was asked of it
 * @TAMBOUR_PREFLIGHT_HINT: it is good to know
 */
typedef enum
{
  TAMBOUR_PREFLIGHT_MUST,
  TAMBOUR_PREFLIGHT_SHOULD,
  TAMBOUR_PREFLIGHT_HINT,
} TambourPreflightWeight;

/**
 * TambourPreflightCheck:
 *
 * What is looked at before a review leaves.
 */
typedef enum
{
  TAMBOUR_PREFLIGHT_AGREEMENT,
  TAMBOUR_PREFLIGHT_FEE,
  TAMBOUR_PREFLIGHT_RATES,
  TAMBOUR_PREFLIGHT_REVIEW_DATE,
  TAMBOUR_PREFLIGHT_SPONSOR,
  TAMBOUR_PREFLIGHT_BASELINES,
  TAMBOUR_PREFLIGHT_VALUE,
  TAMBOUR_PREFLIGHT_OWNERS,
  TAMBOUR_PREFLIGHT_LEDGER,
  TAMBOUR_PREFLIGHT_SOURCES,
  TAMBOUR_PREFLIGHT_FEW,
  TAMBOUR_PREFLIGHT_TITLES,
  TAMBOUR_PREFLIGHT_FIGURES,
  TAMBOUR_PREFLIGHT_CHECKED,
  TAMBOUR_PREFLIGHT_STALE,
} TambourPreflightCheck;

#define TAMBOUR_N_PREFLIGHT_CHECKS (TAMBOUR_PREFLIGHT_STALE + 1)

/**
 * TambourPreflightLine:
 * @sentence: for people, translated
 * @type: the kind of @record_id, or %G_TYPE_NONE
 * @record_id: (nullable): the record to go to
 * @chapter: the chapter to go to, or -1
 * @key: (nullable): the figure that it is about
 */
typedef struct
{
  TambourPreflightCheck   check;
  TambourPreflightWeight  weight;
  char                   *sentence;
  GType                   type;
  char                   *record_id;
  int                     chapter;
  char                   *key;
} TambourPreflightLine;

GPtrArray *tambour_preflight_list (TambourReportFile            *file,
                                   const TambourReviewSettings  *settings,
                                   GError                      **error);

/**
 * TambourReadinessColumn:
 *
 * What the table of all accounts shows.
 */
typedef enum
{
  TAMBOUR_READINESS_GOALS,
  TAMBOUR_READINESS_AUDIT,
  TAMBOUR_READINESS_USAGE,
  TAMBOUR_READINESS_VALUE,
  TAMBOUR_READINESS_NARRATIVE,
  TAMBOUR_READINESS_SPONSOR,
} TambourReadinessColumn;

#define TAMBOUR_N_READINESS_COLUMNS (TAMBOUR_READINESS_SPONSOR + 1)

/**
 * TambourReadinessCell:
 * @done: how many are there
 * @needed: how many there should be; none is "–"
 * @sentence: (nullable): what is missing, translated
 */
typedef struct
{
  guint  done;
  guint  needed;
  char  *sentence;
} TambourReadinessCell;

/**
 * TambourReadiness:
 * @account: whose review
 * @plan: (nullable): its plan
 * @in_plan: the plan has a technical account manager, and so a review
 * @n_cases: opened in the period
 * @report: (nullable): the newest report about the period
 * @n_missing: how many of the cells lack something
 */
typedef struct
{
  TambourAccount       *account;
  TambourPlan          *plan;
  gboolean              in_plan;
  gint64                n_cases;
  TambourReport        *report;
  TambourReadinessCell  cells[TAMBOUR_N_READINESS_COLUMNS];
  guint                 n_missing;
} TambourReadiness;

GPtrArray *tambour_readiness_list (TambourStore  *store,
                                   TambourDate    from,
                                   TambourDate    to,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
