/* tambour-health-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-health.h"

G_BEGIN_DECLS

/**
 * TambourHealthTime:
 *
 * When an account is looked at, and where.
 */
typedef struct
{
  GTimeZone      *zone;
  TambourInstant  at;
  TambourDate     today;
} TambourHealthTime;

/* Each says what one part of @facts amounts to; a part that keeps %NAN has no data. */
typedef void (*TambourHealthJudge) (const TambourHealthFacts *facts,
                                    const TambourHealthTime  *time,
                                    TambourHealthPart        *part);

void tambour_health_judge_cases       (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_clocks      (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_goals       (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_usage       (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_findings    (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_sponsor     (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_commitments (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_actions     (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);
void tambour_health_judge_calls       (const TambourHealthFacts *facts,
                                       const TambourHealthTime  *time,
                                       TambourHealthPart        *part);

void tambour_health_part_say          (TambourHealthPart        *self,
                                       TambourHealthReason       reason,
                                       TambourHealthTrend        trend,
                                       double                    value);
void tambour_health_part_count        (TambourHealthPart        *self,
                                       gpointer                  record);
void tambour_health_part_forget       (TambourHealthPart        *self);

G_END_DECLS
