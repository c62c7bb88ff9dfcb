/* tambour-figure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-figure.h"

#include <string.h>

/**
 * tambour_fact_new:
 * @key: stable key
 *
 * A figure that nothing has been counted for yet: not measured, in both
 * periods, without a reason.
 *
 * Returns: (transfer full): the figure
 */
TambourFact *
tambour_fact_new (const char *key)
{
  TambourFact *self = g_new0 (TambourFact, 1);

  self->key = g_strdup (key);
  self->version = 1;
  tambour_measure_init (&self->now);
  tambour_measure_init (&self->prior);

  return self;
}

/**
 * tambour_fact_free:
 * @self: a figure
 *
 * Frees @self; the texts and ids that it lends stay with their records.
 */
void
tambour_fact_free (TambourFact *self)
{
  g_clear_pointer (&self->key, g_free);
  tambour_measure_clear (&self->now);
  tambour_measure_clear (&self->prior);
  g_free (self);
}

/**
 * tambour_fact_has_prior:
 * @self: a figure
 *
 * Returns: whether it can be compared with the year before
 */
gboolean
tambour_fact_has_prior (const TambourFact *self)
{
  return tambour_measure_is_known (&self->now) && tambour_measure_is_known (&self->prior);
}

/**
 * tambour_fact_change:
 * @self: a figure
 *
 * The change to the year before, before anything is rounded (REPORT-DESIGN.md
 * section 5): of shares and scores the difference in points, of all others
 * the part of last year's value, such as -0.22.
 *
 * Returns: the change; %NAN when there is nothing to compare with
 */
double
tambour_fact_change (const TambourFact *self)
{
  if (!tambour_fact_has_prior (self))
    return NAN;

  switch (self->unit)
    {
    case TAMBOUR_UNIT_SHARE:
      return (self->now.value - self->prior.value) * 100;

    case TAMBOUR_UNIT_SCORE:
    case TAMBOUR_UNIT_POINTS:
    case TAMBOUR_UNIT_RATING:
      return self->now.value - self->prior.value;

    case TAMBOUR_UNIT_COUNT:
    case TAMBOUR_UNIT_HOURS:
    case TAMBOUR_UNIT_DAYS:
    case TAMBOUR_UNIT_MONEY:
    case TAMBOUR_UNIT_RATIO:
    case TAMBOUR_UNIT_NUMBER:
      break;
    }

  return self->prior.value != 0 ? self->now.value / self->prior.value - 1 : NAN;
}

/**
 * tambour_measure_init:
 * @self: a measure
 *
 * Makes @self not measured.
 */
void
tambour_measure_init (TambourMeasure *self)
{
  *self = (TambourMeasure) {
    .state = TAMBOUR_FACT_NOT_MEASURED,
    .value = NAN,
    .of = TAMBOUR_NO_COUNT,
    .ids = g_ptr_array_new (),
    .hits = g_ptr_array_new (),
    .excluded = g_array_new (FALSE, FALSE, sizeof (TambourExcluded)),
  };
}

/**
 * tambour_measure_clear:
 * @self: a measure
 *
 * Frees what @self holds.
 */
void
tambour_measure_clear (TambourMeasure *self)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->excluded, g_array_unref);
}

/**
 * tambour_measure_count:
 * @self: a measure
 * @id: a record; must outlive @self
 *
 * Counts one record.
 */
void
tambour_measure_count (TambourMeasure *self,
                       const char     *id)
{
  g_ptr_array_add (self->ids, (gpointer) id);
  self->n++;
}

/**
 * tambour_measure_decide:
 * @self: a measure of a share
 * @id: a record; must outlive @self
 * @hit: whether it belongs to the numerator
 *
 * Counts one record in the denominator, and if @hit also in the numerator.
 */
void
tambour_measure_decide (TambourMeasure *self,
                        const char     *id,
                        gboolean        hit)
{
  self->of = self->of == TAMBOUR_NO_COUNT ? 1 : self->of + 1;
  g_ptr_array_add (self->ids, (gpointer) id);

  if (hit)
    {
      g_ptr_array_add (self->hits, (gpointer) id);
      self->n++;
    }
}

/**
 * tambour_measure_exclude:
 * @self: a measure
 * @id: a record; must outlive @self
 * @reason: N_() why it does not count
 *
 * Notes that a record was left out, so that nothing disappears unseen.
 */
void
tambour_measure_exclude (TambourMeasure *self,
                         const char     *id,
                         const char     *reason)
{
  TambourExcluded excluded = { id, reason };

  g_array_append_val (self->excluded, excluded);
}

/**
 * tambour_measure_set_value:
 * @self: a measure
 * @value: the value; %NAN when there was nothing to compute it from
 *
 * Sets what was measured; %NAN makes it empty: "n/a", never 0.
 */
void
tambour_measure_set_value (TambourMeasure *self,
                           double          value)
{
  self->state = isnan (value) ? TAMBOUR_FACT_EMPTY : TAMBOUR_FACT_MEASURED;
  self->value = value;
}

/**
 * tambour_measure_set_count:
 * @self: a measure
 *
 * Sets the value to the number of records that were counted; none is 0.
 */
void
tambour_measure_set_count (TambourMeasure *self)
{
  tambour_measure_set_value (self, self->n);
}

/**
 * tambour_measure_set_share:
 * @self: a measure
 *
 * Sets the value to numerator by denominator. Without a denominator it is
 * empty, never 0 or 100 % (METRICS.md, Conventions).
 */
void
tambour_measure_set_share (TambourMeasure *self)
{
  if (self->of == TAMBOUR_NO_COUNT)
    self->of = 0;

  tambour_measure_set_value (self, self->of > 0 ? (double) self->n / self->of : NAN);
}

/**
 * tambour_measure_set_money:
 * @self: a measure
 * @minor: minor units
 * @currency: ISO 4217
 *
 * Sets an amount.
 */
void
tambour_measure_set_money (TambourMeasure *self,
                           double          minor,
                           const char     *currency)
{
  tambour_measure_set_value (self, minor);
  g_strlcpy (self->currency, currency, sizeof self->currency);
}

/**
 * tambour_measure_refuse:
 * @self: a measure
 * @reason: N_() why the records cannot tell
 *
 * Makes @self "not measured", and drops what was counted on the way.
 */
void
tambour_measure_refuse (TambourMeasure *self,
                        const char     *reason)
{
  self->state = TAMBOUR_FACT_NOT_MEASURED;
  self->reason = reason;
  self->value = NAN;
  self->n = 0;
  self->of = TAMBOUR_NO_COUNT;
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->hits, 0);
}

/**
 * tambour_measure_is_known:
 * @self: a measure
 *
 * Returns: whether it has a value
 */
gboolean
tambour_measure_is_known (const TambourMeasure *self)
{
  return self->state == TAMBOUR_FACT_MEASURED;
}

/**
 * tambour_unit_name:
 * @unit: a unit
 *
 * Returns: its name in the evidence
 */
const char *
tambour_unit_name (TambourUnit unit)
{
  switch (unit)
    {
    case TAMBOUR_UNIT_COUNT:
      return "count";

    case TAMBOUR_UNIT_SHARE:
      return "share";

    case TAMBOUR_UNIT_HOURS:
      return "hours";

    case TAMBOUR_UNIT_DAYS:
      return "days";

    case TAMBOUR_UNIT_MONEY:
      return "money";

    case TAMBOUR_UNIT_SCORE:
      return "score";

    case TAMBOUR_UNIT_POINTS:
      return "points";

    case TAMBOUR_UNIT_RATIO:
      return "ratio";

    case TAMBOUR_UNIT_RATING:
      return "rating";

    case TAMBOUR_UNIT_NUMBER:
      return "number";
    }

  g_assert_not_reached ();
}

/**
 * tambour_percentile:
 * @sorted: values, smallest first
 * @n: how many
 * @share: 0 to 1, such as 0.9
 *
 * The nearest rank (METRICS.md, Conventions): the smallest value that at least
 * @share of all values do not exceed.
 *
 * Returns: one of the values; %NAN when there is none
 */
double
tambour_percentile (const double *sorted,
                    guint         n,
                    double        share)
{
  /* A share such as 0.9 is a little more than it says; ten values have a ninth. */
  double rank = ceil (share * n - 1e-9);

  if (n == 0)
    return NAN;

  return sorted[(guint) CLAMP (rank, 1, n) - 1];
}

/**
 * tambour_median:
 * @sorted: values, smallest first
 * @n: how many
 *
 * The middle value; of an even set the lower middle (METRICS.md, Conventions).
 *
 * Returns: one of the values; %NAN when there is none
 */
double
tambour_median (const double *sorted,
                guint         n)
{
  return n > 0 ? sorted[(n - 1) / 2] : NAN;
}
