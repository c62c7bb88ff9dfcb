/* usage-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-portfolio.h"
#include "tambour-insight-moves.h"
#include "tambour-insight-words.h"
#include "tambour-usage-sheet.h"

G_BEGIN_DECLS

/* Returns: what a metric has on a day; NAN for no value */
typedef double (*UsageValueFunc) (guint day);

TambourInstant          usage_at       (TambourDate                   day);
double                  usage_noise    (guint                         day);
void                    usage_fill     (DeskPortfolio                *desk,
                                        const char                   *metric,
                                        const char                   *dimension,
                                        TambourDate                   first,
                                        guint                         n_days,
                                        UsageValueFunc                value_on);
GPtrArray              *usage_propose  (DeskPortfolio                *desk);
TambourInsightProposal *usage_get_only (GPtrArray                    *proposals);
TambourChange          *usage_move     (DeskPortfolio                *desk,
                                        TambourInsightMoveKind        kind,
                                        const TambourInsightProposal *proposal,
                                        TambourDate                   day);
GPtrArray              *usage_list     (DeskPortfolio                *desk,
                                        GType                         type);

G_END_DECLS
