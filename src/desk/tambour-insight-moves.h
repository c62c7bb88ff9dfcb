/* tambour-insight-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-insights.h"

G_BEGIN_DECLS

/**
 * TambourInsightMoveKind:
 * @TAMBOUR_INSIGHT_MOVE_ACCEPT: it is worth saying: it becomes an insight
 * @TAMBOUR_INSIGHT_MOVE_DISMISS: it is not, and is not proposed again
 * @TAMBOUR_INSIGHT_MOVE_ACT: it becomes an insight, and something is done about it
 *
 * What a person makes of what a rule found.
 */
typedef enum
{
  TAMBOUR_INSIGHT_MOVE_ACCEPT,
  TAMBOUR_INSIGHT_MOVE_DISMISS,
  TAMBOUR_INSIGHT_MOVE_ACT,
} TambourInsightMoveKind;

typedef struct
{
  TambourInsightMoveKind  kind;
  TambourInsightProposal *proposal;
  char                   *owner;
} TambourInsightMove;

TambourInsightMove *tambour_insight_move_new  (TambourInsightMoveKind        kind,
                                               const TambourInsightProposal *proposal,
                                               const char                   *owner);
void                tambour_insight_move_free (TambourInsightMove           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourInsightMove, tambour_insight_move_free)

gboolean tambour_insight_move_fill (const TambourInsightMove  *self,
                                    TambourStore              *store,
                                    TambourInstant             at,
                                    TambourChange             *change,
                                    GError                   **error);

G_END_DECLS
