/* tambour-insight-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourInsightRule:
 * @TAMBOUR_INSIGHT_LEVEL: what is usual has changed, and stays so
 * @TAMBOUR_INSIGHT_TREND: it has risen or fallen for half a year
 * @TAMBOUR_INSIGHT_GAP: days without a value where there used to be one each day
 * @TAMBOUR_INSIGHT_THRESHOLD: it has come to the wrong side of a target
 * @TAMBOUR_INSIGHT_RECORD: it has never been so high or so low
 *
 * What makes something in the data worth saying.
 */
typedef enum
{
  TAMBOUR_INSIGHT_LEVEL,
  TAMBOUR_INSIGHT_TREND,
  TAMBOUR_INSIGHT_GAP,
  TAMBOUR_INSIGHT_THRESHOLD,
  TAMBOUR_INSIGHT_RECORD,
} TambourInsightRule;

/**
 * TambourInsightSign:
 * @first: the day that it began, counted from the first day of the series
 * @last: the last day of it
 * @before: what was usual before; the target of a threshold; the record before
 * @now: what is usual since; the last value; the record. %NAN for a gap, as @before is
 *
 * Something worth saying.
 */
typedef struct
{
  TambourInsightRule rule;
  guint              first;
  guint              last;
  double             before;
  double             now;
} TambourInsightSign;

/**
 * TambourInsightTarget:
 * @value: the target, or %NAN for none
 * @is_most: whether the values should stay below it
 *
 * What somebody wants a metric to be.
 */
typedef struct
{
  double   value;
  gboolean is_most;
} TambourInsightTarget;

GArray *tambour_insight_rules_find (const double         *days,
                                    guint                 n_days,
                                    TambourInsightTarget  target);

G_END_DECLS
