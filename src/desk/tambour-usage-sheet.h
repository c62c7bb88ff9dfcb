/* tambour-usage-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-usage-series.h"

G_BEGIN_DECLS

/* So many days before the account's last value are read of a metric that has one each
 * day; the chosen one is read in full.
 */
#define TAMBOUR_USAGE_DAYS 112

/**
 * TambourUsageState:
 * @TAMBOUR_USAGE_NO_TARGET: nobody said what it should be
 * @TAMBOUR_USAGE_MET: the last value is as it should be
 * @TAMBOUR_USAGE_MISSED: it is not
 */
typedef enum
{
  TAMBOUR_USAGE_NO_TARGET,
  TAMBOUR_USAGE_MET,
  TAMBOUR_USAGE_MISSED,
} TambourUsageState;

/**
 * TambourUsageLine:
 * @series: its last values
 * @settings: (nullable): how it is described
 * @is_own: whether @settings are the account's own
 * @target: what it should be
 * @change: what it is now, and was before
 * @n_values: how many values there are in all
 *
 * A metric of an account.
 */
typedef struct
{
  TambourUsageSeries   *series;
  TambourMetric        *settings;
  gboolean              is_own;
  TambourInsightTarget  target;
  TambourUsageState     state;
  TambourSeriesChange   change;
  guint                 n_values;
} TambourUsageLine;

/**
 * TambourUsageSheet:
 * @today: the day at the customer
 * @lines: (element-type TambourUsageLine): its metrics, those that the review reads first
 * @insights: (element-type TambourInsight): what was raised, the newest first
 * @n_dismissed: how many proposals were dismissed
 *
 * What is known of how an account uses what it has.
 */
typedef struct
{
  TambourAccount *account;
  TambourDate     today;
  GPtrArray      *lines;
  GPtrArray      *insights;
  guint           n_dismissed;
} TambourUsageSheet;

TambourUsageSheet *tambour_usage_sheet_load (TambourStore       *store,
                                             const char         *account_id,
                                             TambourInstant      at,
                                             GCancellable       *cancellable,
                                             GError            **error);
void               tambour_usage_sheet_free (TambourUsageSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourUsageSheet, tambour_usage_sheet_free)

G_END_DECLS
