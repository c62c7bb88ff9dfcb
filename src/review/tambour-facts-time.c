/* tambour-facts-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

/* --- time ----------------------------------------------------------------- */

/**
 * tambour_compare_instants:
 * @a: an instant
 * @b: another
 *
 * Returns: below, at or above 0; an instant that is not stated comes first
 */
gint
tambour_compare_instants (TambourInstant a,
                          TambourInstant b)
{
  return (a.seconds > b.seconds) - (a.seconds < b.seconds);
}

/**
 * tambour_compare_dates:
 * @a: a date
 * @b: another
 *
 * Returns: below, at or above 0; a date that is not stated comes first
 */
gint
tambour_compare_dates (TambourDate a,
                       TambourDate b)
{
  return (a.julian > b.julian) - (a.julian < b.julian);
}

/**
 * tambour_compare_numbers:
 * @a: (type double): a number
 * @b: (type double): another
 *
 * A #GCompareFunc for arrays of numbers.
 *
 * Returns: below, at or above 0
 */
gint
tambour_compare_numbers (gconstpointer a,
                         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * tambour_reading_is_in:
 * @period: a period
 * @instant: an instant, or not stated
 *
 * Returns: whether it lies in [p0, p1)
 */
gboolean
tambour_reading_is_in (const TambourPeriod *period,
                       TambourInstant       instant)
{
  return tambour_instant_is_stated (instant) &&
         instant.seconds >= period->start.seconds && instant.seconds < period->end.seconds;
}

/**
 * tambour_reading_has_day:
 * @period: a period
 * @date: a date, or not stated
 *
 * Returns: whether it is a day of the period
 */
gboolean
tambour_reading_has_day (const TambourPeriod *period,
                         TambourDate          date)
{
  return date.julian >= period->from.julian && date.julian < period->to.julian;
}

/**
 * tambour_reading_is_past:
 * @self: a reading
 * @instant: an instant, or not stated
 *
 * Returns: whether it had come by the cut-off
 */
gboolean
tambour_reading_is_past (TambourReading *self,
                         TambourInstant  instant)
{
  return tambour_instant_is_stated (instant) && instant.seconds <= self->facts->as_of.seconds;
}

/**
 * tambour_reading_today:
 * @self: a reading
 *
 * Returns: the date of the cut-off, in the account's zone
 */
TambourDate
tambour_reading_today (TambourReading *self)
{
  return tambour_zone_date_of (self->facts->zone, self->facts->as_of);
}

/**
 * tambour_reading_is_past_day:
 * @self: a reading
 * @date: a date, or not stated
 *
 * Returns: whether it had come by the cut-off
 */
gboolean
tambour_reading_is_past_day (TambourReading *self,
                             TambourDate     date)
{
  return tambour_date_is_stated (date) && date.julian <= tambour_reading_today (self).julian;
}

/**
 * tambour_reading_end:
 * @self: a reading
 * @period: a period
 *
 * Returns: its end, or the cut-off if that is earlier
 */
TambourInstant
tambour_reading_end (TambourReading      *self,
                     const TambourPeriod *period)
{
  return (TambourInstant) { MIN (period->end.seconds, self->facts->as_of.seconds) };
}

/* --- who and which plan --------------------------------------------------- */

static gboolean
covers (TambourDate from,
        TambourDate to,
        TambourDate date)
{
  return from.julian <= date.julian && (!tambour_date_is_stated (to) || date.julian <= to.julian);
}

/**
 * tambour_reading_agreement_on:
 * @self: a reading
 * @date: a date
 *
 * Returns: (transfer none) (nullable): the agreement of that day, the latest if there are several
 */
TambourAgreement *
tambour_reading_agreement_on (TambourReading *self,
                              TambourDate     date)
{
  GPtrArray *list = tambour_reading_list (self, TAMBOUR_TYPE_AGREEMENT);
  TambourAgreement *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (list, i);

      if (covers (agreement->start, agreement->end, date) &&
          (found == NULL || agreement->start.julian > found->start.julian))
        found = agreement;
    }

  return found;
}

/**
 * tambour_reading_plan_on:
 * @self: a reading
 * @date: a date
 *
 * The plan that was valid that day: the agreement's, else the account's. Where there are agreements,
 * a day outside all of them has no plan.
 *
 * Returns: (transfer none) (nullable): its code
 */
const char *
tambour_reading_plan_on (TambourReading *self,
                         TambourDate     date)
{
  TambourAgreement *agreement = tambour_reading_agreement_on (self, date);
  TambourPlan *plan = NULL;

  if (agreement == NULL && tambour_reading_list (self, TAMBOUR_TYPE_AGREEMENT)->len > 0)
    return NULL;

  if (agreement != NULL)
    plan = tambour_reading_find (self, TAMBOUR_TYPE_PLAN, agreement->plan_id.id);
  if (plan == NULL)
    plan = tambour_reading_find (self, TAMBOUR_TYPE_PLAN, self->facts->account->plan_id.id);

  return plan ? plan->code : NULL;
}

/**
 * tambour_reading_tam_on:
 * @self: a reading
 * @date: a date
 *
 * Returns: (transfer none) (nullable): who was the account's TAM that day
 */
TambourPerson *
tambour_reading_tam_on (TambourReading *self,
                        TambourDate     date)
{
  GPtrArray *list = tambour_reading_list (self, TAMBOUR_TYPE_TEAM_ROLE);
  TambourTeamRole *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (list, i);

      if (role->role == TAMBOUR_PERSON_ROLE_TAM && covers (role->from, role->to, date) &&
          (found == NULL || role->from.julian > found->from.julian))
        found = role;
    }

  return found ? tambour_reading_find (self, TAMBOUR_TYPE_PERSON, found->person_id.id) : NULL;
}

/**
 * tambour_reading_catalogue_at:
 * @self: a reading
 * @at: an instant
 *
 * Returns: (transfer none) (nullable): the version of the plans that was valid
 *   then; the facts keep it, since targets belong to it
 */
TambourCatalogue *
tambour_reading_catalogue_at (TambourReading *self,
                              TambourInstant  at)
{
  GPtrArray *kept = self->facts->catalogues;
  TambourCatalogue *catalogue = self->plans ? tambour_catalogue_set_find (self->plans, at) : NULL;

  if (catalogue != NULL && !g_ptr_array_find (kept, catalogue, NULL))
    g_ptr_array_add (kept, g_object_ref (catalogue));

  return catalogue;
}
