/* tambour-rollup-sum.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-sum.h"

#include <math.h>
#include <string.h>

#include "tambour-reviews.h"

static void
begin (TambourMeasure *sum,
       TambourUnit     unit)
{
  sum->state = TAMBOUR_FACT_NOT_MEASURED;
  sum->of = unit == TAMBOUR_UNIT_SHARE ? 0 : TAMBOUR_NO_COUNT;
}

/* A share of several accounts is the share of all that they count, never a mean of shares. */
static void
add (TambourMeasure       *sum,
     const TambourMeasure *measure,
     TambourUnit           unit)
{
  sum->state = TAMBOUR_FACT_MEASURED;
  sum->n += measure->n;
  memcpy (sum->currency, measure->currency, sizeof sum->currency);
  if (unit != TAMBOUR_UNIT_SHARE)
    {
      sum->value += measure->value;
      return;
    }

  sum->of += measure->of;
  sum->value = sum->of > 0 ? (double) sum->n / sum->of : 0;
}

static gboolean
can_add (const TambourRollupFigure *figure,
         const TambourMeasure      *measure)
{
  return figure->adds_up && tambour_measure_is_known (measure) && isfinite (measure->value) &&
         (figure->unit != TAMBOUR_UNIT_SHARE || measure->of > 0);
}

static void
add_figure (TambourRollupSum          *sum,
            const TambourRollupFigure *figure)
{
  if (sum->fact.name == NULL && figure->name != NULL)
    {
      sum->fact = tambour_rollup_figure_fact (figure);
      memset (&sum->fact.now, 0, sizeof sum->fact.now);
      memset (&sum->fact.prior, 0, sizeof sum->fact.prior);
      begin (&sum->fact.now, figure->unit);
      begin (&sum->fact.prior, figure->unit);
      sum->alike = sum->fact;
    }
  if (!can_add (figure, &figure->now))
    return;

  sum->is_mixed |= sum->n > 0 && strcmp (sum->fact.now.currency, figure->now.currency) != 0;
  add (&sum->fact.now, &figure->now, figure->unit);
  sum->n++;
  if (!can_add (figure, &figure->prior))
    return;

  sum->is_mixed |= strcmp (figure->now.currency, figure->prior.currency) != 0;
  add (&sum->alike.now, &figure->now, figure->unit);
  add (&sum->alike.prior, &figure->prior, figure->unit);
  sum->n_alike++;
}

/**
 * tambour_rollup_add_up:
 * @self: what became of all accounts
 * @key: of a figure
 * @sum: (out): that figure of all of them together
 *
 * Adds up what was measured: an account without the figure is in no sum. The year before is added
 * up, and compared with, over the accounts that were measured in both.
 */
void
tambour_rollup_add_up (const TambourRollup *self,
                       const char          *key,
                       TambourRollupSum    *sum)
{
  *sum = (TambourRollupSum) { 0 };
  for (guint i = 0; i < self->all->len; i++)
    {
      const TambourReviewsDone *done = g_ptr_array_index (self->all, i);
      const TambourRollupFigure *figure = done->line ? tambour_rollup_line_find (done->line, key) : NULL;

      if (figure != NULL)
        add_figure (sum, figure);
    }
}

/**
 * tambour_rollup_sum_is_told:
 * @sum: a figure of all accounts together
 *
 * Returns: whether there is something to tell: an account in which it was measured, in one currency
 */
gboolean
tambour_rollup_sum_is_told (const TambourRollupSum *sum)
{
  return sum->n > 0 && !sum->is_mixed;
}

/**
 * tambour_rollup_line_find:
 * @line: of an account
 * @key: of a figure
 *
 * Returns: (transfer none) (nullable): that figure
 */
const TambourRollupFigure *
tambour_rollup_line_find (const TambourRollupLine *line,
                          const char              *key)
{
  for (guint i = 0; i < line->figures->len; i++)
    {
      const TambourRollupFigure *figure = &g_array_index (line->figures, TambourRollupFigure, i);

      if (g_str_equal (figure->key, key))
        return figure;
    }

  return NULL;
}

/**
 * tambour_rollup_figure_fact:
 * @figure: a figure
 *
 * Returns: the same as the pages of a review have it, so that both read alike; nothing in it needs
 *   to be freed
 */
TambourFact
tambour_rollup_figure_fact (const TambourRollupFigure *figure)
{
  return (TambourFact) {
    .key = (char *) figure->key, .name = figure->name, .metric = figure->metric, .unit = figure->unit,
    .formula = figure->formula, .source = figure->source, .now = figure->now, .prior = figure->prior,
  };
}
