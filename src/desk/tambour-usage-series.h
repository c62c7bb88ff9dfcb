/* tambour-usage-series.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-insight-rules.h"
#include "tambour-progress.h"
#include "tambour-series.h"
#include "tambour-usage.h"

G_BEGIN_DECLS

/**
 * TambourUsageSeries:
 * @account_id: (nullable): whose; %NULL for what belongs to no account
 * @dimension: (nullable): what of the metric, such as a site
 * @points: (element-type TambourSeriesPoint): its values, the oldest first
 * @pace: how often there is one
 *
 * The values of a metric.
 */
typedef struct
{
  char              *account_id;
  char              *metric;
  char              *dimension;
  GArray            *points;
  TambourSeriesPace  pace;
} TambourUsageSeries;

void tambour_usage_series_free (TambourUsageSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourUsageSeries, tambour_usage_series_free)

GPtrArray                *tambour_usage_series_read       (const TambourAccountReading  *reading,
                                                           TambourQuery                 *query,
                                                           GError                      **error);
GPtrArray                *tambour_usage_series_read_one   (const TambourAccountReading  *reading,
                                                           const char                   *metric,
                                                           const char                   *dimension,
                                                           GError                      **error);
const TambourSeriesPoint *tambour_usage_series_get_points (const TambourUsageSeries     *self);
TambourDate               tambour_usage_series_get_last   (const TambourUsageSeries     *self);

GPtrArray                *tambour_metrics_read            (const TambourAccountReading  *reading,
                                                           GError                      **error);
TambourMetric            *tambour_metrics_find            (GPtrArray                    *metrics,
                                                           const char                   *account_id,
                                                           const char                   *code);
TambourInsightTarget      tambour_metric_get_target       (TambourMetric                *self);

G_END_DECLS
