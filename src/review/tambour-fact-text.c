/* tambour-fact-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-fact-text.h"

#include <math.h>

#include "tambour-wording.h"

/* How a figure reads wherever it stands: pages, appendix and evidence ask here, so that they
 * cannot disagree (REPORT-DESIGN sections 7 and 10).
 */

static const TambourMeasure *
get_measure (const TambourFact *self,
             gboolean           prior)
{
  return prior ? &self->prior : &self->now;
}

static TambourMoney
get_money (const TambourMeasure *measure)
{
  TambourMoney money = { .minor = llround (measure->value) };

  g_strlcpy (money.currency, measure->currency, sizeof money.currency);

  return money;
}

/* First and next responses are told to one decimal (REPORT-DESIGN section 7). */
static gboolean
is_attainment (const TambourFact *self)
{
  return g_strcmp0 (self->metric, "M04") == 0 || g_strcmp0 (self->metric, "M06") == 0;
}

/* A sum of hours is told in hours with one decimal, a duration in its own units. */
static gboolean
is_sum_of_hours (const TambourFact *self)
{
  return g_strcmp0 (self->metric, "M13") == 0;
}

static char *
write_share (const TambourFact    *self,
             const TambourMeasure *measure)
{
  if (measure->of == TAMBOUR_NO_COUNT)
    return tambour_wording_percent (measure->value * 100, 0);

  return is_attainment (self) ? tambour_wording_attainment (measure->n, measure->of)
                              : tambour_wording_share (measure->n, measure->of);
}

/* Progress towards a goal and the share at which a plan pays are ratios that read as percentages. */
static char *
write_ratio (const TambourFact *self,
             double             value)
{
  g_autofree char *number = tambour_wording_decimal (value, 1);

  if (g_strcmp0 (self->metric, "M27") == 0 || g_strcmp0 (self->key, "value.break_even") == 0)
    return tambour_wording_percent (value * 100, 0);

  return g_strconcat (number, TAMBOUR_NBSP "×", NULL);
}

static char *
write_value (const TambourFact    *self,
             const TambourMeasure *measure)
{
  switch (self->unit)
    {
    case TAMBOUR_UNIT_COUNT:
      return tambour_wording_number ((gint64) measure->value);
    case TAMBOUR_UNIT_SHARE:
      return write_share (self, measure);
    case TAMBOUR_UNIT_HOURS:
      return is_sum_of_hours (self) ? tambour_wording_hours (llround (measure->value * TAMBOUR_HOUR))
                                    : tambour_wording_duration (llround (measure->value * TAMBOUR_HOUR));
    case TAMBOUR_UNIT_DAYS:
      return tambour_wording_duration (llround (measure->value * TAMBOUR_DAY));
    case TAMBOUR_UNIT_MONEY:
      return tambour_wording_money (get_money (measure));
    case TAMBOUR_UNIT_SCORE:
      return tambour_wording_decimal (measure->value, 0);
    case TAMBOUR_UNIT_POINTS:
      return tambour_wording_points (measure->value, 0);
    case TAMBOUR_UNIT_RATIO:
      return write_ratio (self, measure->value);
    case TAMBOUR_UNIT_RATING:
      return tambour_wording_decimal (measure->value, 1);
    case TAMBOUR_UNIT_NUMBER:
      return tambour_wording_decimal (measure->value, measure->value == floor (measure->value) ? 0 : 1);
    }

  g_assert_not_reached ();
}

/**
 * tambour_fact_is_known:
 * @self: (nullable): a figure
 *
 * Returns: whether it has a value in the period
 */
gboolean
tambour_fact_is_known (const TambourFact *self)
{
  return self != NULL && tambour_measure_is_known (&self->now);
}

/**
 * tambour_fact_count:
 * @self: (nullable): a count
 *
 * Returns: its value in the period, 0 if it has none
 */
gint64
tambour_fact_count (const TambourFact *self)
{
  return tambour_fact_is_known (self) ? (gint64) self->now.value : 0;
}

/**
 * tambour_fact_text:
 * @self: a figure
 * @prior: whether its value in the year before is meant
 * @user_data: not used; a #TambourFactTextFunc has it
 *
 * Returns: (transfer full): the figure as pages show it; “not measured” and “n/a” in words
 */
char *
tambour_fact_text (const TambourFact *self,
                   gboolean           prior,
                   gpointer           user_data)
{
  const TambourMeasure *measure = get_measure (self, prior);

  switch (measure->state)
    {
    case TAMBOUR_FACT_MEASURED:
      return write_value (self, measure);
    case TAMBOUR_FACT_EMPTY:
      /* Translators: a figure that there was nothing to compute from; not applicable. */
      return g_strdup (_("n/a"));
    case TAMBOUR_FACT_NOT_MEASURED:
      return g_strdup (_("not measured"));
    }

  g_assert_not_reached ();
}

/**
 * tambour_fact_now:
 * @self: a figure
 *
 * Returns: (transfer full): its text in the period
 */
char *
tambour_fact_now (const TambourFact *self)
{
  return tambour_fact_text (self, FALSE, NULL);
}

/**
 * tambour_fact_before:
 * @self: a figure
 *
 * Returns: (transfer full): its text in the year before
 */
char *
tambour_fact_before (const TambourFact *self)
{
  return tambour_fact_text (self, TRUE, NULL);
}

/**
 * tambour_fact_long:
 * @self: a figure
 * @prior: whether its value in the year before is meant
 *
 * Returns: (transfer full): its text in a sentence: a duration says “days”
 */
char *
tambour_fact_long (const TambourFact *self,
                   gboolean           prior)
{
  const TambourMeasure *measure = get_measure (self, prior);

  if (self->unit == TAMBOUR_UNIT_HOURS && tambour_measure_is_known (measure) && !is_sum_of_hours (self))
    return tambour_wording_duration_long (llround (measure->value * TAMBOUR_HOUR));

  return tambour_fact_text (self, prior, NULL);
}

/**
 * tambour_fact_big:
 * @self: a figure
 * @prior: whether its value in the year before is meant
 *
 * Returns: (transfer full): its text as a big figure: money is shortened
 */
char *
tambour_fact_big (const TambourFact *self,
                  gboolean           prior)
{
  const TambourMeasure *measure = get_measure (self, prior);

  if (self->unit == TAMBOUR_UNIT_MONEY && tambour_measure_is_known (measure))
    return tambour_wording_money_short (get_money (measure));

  return tambour_fact_text (self, prior, NULL);
}

/**
 * tambour_fact_round:
 * @self: a figure
 * @prior: whether its value in the year before is meant
 *
 * Returns: (transfer full): its text in a sentence: money in thousands, “€124 thousand”
 */
char *
tambour_fact_round (const TambourFact *self,
                    gboolean           prior)
{
  const TambourMeasure *measure = get_measure (self, prior);

  if (self->unit == TAMBOUR_UNIT_MONEY && tambour_measure_is_known (measure))
    return tambour_wording_money_round (get_money (measure));

  return tambour_fact_text (self, prior, NULL);
}

/**
 * tambour_fact_full:
 * @self: a figure
 * @prior: whether its value in the year before is meant
 *
 * Returns: (transfer full): its text in the appendix: a share with its counts
 */
char *
tambour_fact_full (const TambourFact *self,
                   gboolean           prior)
{
  const TambourMeasure *measure = get_measure (self, prior);
  g_autofree char *share = tambour_fact_text (self, prior, NULL);
  g_autofree char *counts = NULL;

  if (self->unit != TAMBOUR_UNIT_SHARE || !tambour_measure_is_known (measure) || measure->of < 10)
    return g_steal_pointer (&share);

  counts = tambour_wording_of (measure->n, measure->of);

  /* Translators: a share with its counts, such as “143 of 146, 97.9%”. */
  return tambour_wording_fill (_("{0}, {1}"), counts, share, NULL);
}

static char *
write_share_change (const TambourFact *self)
{
  double now = self->now.value * 100;
  double before = self->prior.value * 100;

  if ((self->now.of != TAMBOUR_NO_COUNT && self->now.of < 10) ||
      (self->prior.of != TAMBOUR_NO_COUNT && self->prior.of < 10))
    return NULL;

  return tambour_wording_points (now - before, is_attainment (self) && MAX (now, before) >= 90 ? 1 : 0);
}

/**
 * tambour_fact_change_text:
 * @self: a figure
 *
 * Computed before anything is rounded: of shares and scores in points, of
 * counts below ten as a difference, of all others in % of last year.
 *
 * Returns: (transfer full) (nullable): such as “−60%”; %NULL if there is nothing to compare
 */
char *
tambour_fact_change_text (const TambourFact *self)
{
  if (!tambour_fact_has_prior (self))
    return NULL;

  switch (self->unit)
    {
    case TAMBOUR_UNIT_COUNT:
      return tambour_wording_change_counts ((gint64) self->now.value, (gint64) self->prior.value);
    case TAMBOUR_UNIT_SHARE:
      return write_share_change (self);
    case TAMBOUR_UNIT_SCORE:
    case TAMBOUR_UNIT_POINTS:
      return tambour_wording_points (self->now.value - self->prior.value, 0);
    case TAMBOUR_UNIT_HOURS:
    case TAMBOUR_UNIT_DAYS:
    case TAMBOUR_UNIT_MONEY:
      return self->prior.value > 0 ? tambour_wording_change (self->now.value, self->prior.value) : NULL;
    case TAMBOUR_UNIT_RATIO:
    case TAMBOUR_UNIT_RATING:
    case TAMBOUR_UNIT_NUMBER:
      return tambour_wording_signed (self->now.value - self->prior.value, 1);
    }

  g_assert_not_reached ();
}
