/* tambour-rollup-sum.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-rollup.h"

G_BEGIN_DECLS

/**
 * TambourRollupSum:
 * @fact: the figure, in the period, of all accounts in which it was measured
 * @alike: the same of those in which it was measured in the year before too: only they can be compared
 * @n: of how many accounts @fact is
 * @n_alike: of how many @alike is
 * @is_mixed: amounts of several currencies, which are not added up
 *
 * A figure of several accounts together. Its texts belong to the facts' definitions.
 */
typedef struct
{
  TambourFact fact;
  TambourFact alike;
  guint       n;
  guint       n_alike;
  gboolean    is_mixed;
} TambourRollupSum;

/* tambour-rollup-sum.c */
void                       tambour_rollup_add_up      (const TambourRollup       *self,
                                                       const char                *key,
                                                       TambourRollupSum          *sum);
gboolean                   tambour_rollup_sum_is_told (const TambourRollupSum    *sum);
const TambourRollupFigure *tambour_rollup_line_find   (const TambourRollupLine   *line,
                                                       const char                *key);
TambourFact                tambour_rollup_figure_fact (const TambourRollupFigure *figure);

G_END_DECLS
