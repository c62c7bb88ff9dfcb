/* tambour-usage-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-insights.h"
#include "tambour-usage-sheet.h"

G_BEGIN_DECLS

char       *tambour_usage_text_name      (const char                   *title,
                                          const char                   *code,
                                          const char                   *dimension);
char       *tambour_usage_text_line_name (const TambourUsageLine       *line);
char       *tambour_usage_text_value     (double                        value,
                                          const char                   *unit);
char       *tambour_usage_text_exact     (double                        value,
                                          const char                   *unit);
char       *tambour_usage_text_change    (const TambourUsageLine       *line,
                                          TambourDate                   today);
const char *tambour_usage_text_state     (TambourUsageState             state);
const char *tambour_usage_text_style     (TambourUsageState             state);
char       *tambour_usage_text_target    (TambourInsightTarget          target,
                                          const char                   *unit);
char       *tambour_usage_text_facts     (const TambourUsageLine       *line,
                                          const TambourUsageSeries     *series,
                                          TambourDate                   today);
char       *tambour_usage_text_day       (TambourDate                   date,
                                          TambourDate                   today);
char       *tambour_usage_text_readout   (TambourDate                   date,
                                          double                        value,
                                          const char                   *unit,
                                          TambourDate                   today);
char       *tambour_usage_text_summary   (const char                   *name,
                                          const char                   *unit,
                                          const TambourSeriesPoint     *points,
                                          guint                         n_points,
                                          TambourSeriesPace             pace,
                                          TambourDate                   today);
char       *tambour_usage_text_proposal  (const TambourInsightProposal *proposal);
char       *tambour_usage_text_found     (const TambourInsightProposal *proposal);
char       *tambour_usage_text_insight   (TambourInsight               *insight,
                                          TambourDate                   today);
const char *tambour_usage_text_ground    (TambourInsightGround          ground);

G_END_DECLS
