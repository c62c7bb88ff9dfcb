/* tambour-notices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-notices.h"

/* The calendar that support works by: that of the plan's answers that may wait
 * longest, since a P1 is answered around the clock.
 */
static TambourCalendar *
find_calendar (TambourCatalogue *catalogue,
               const char       *plan)
{
  static const TambourChannel channels[] = { TAMBOUR_CHANNEL_PORTAL, TAMBOUR_CHANNEL_EMAIL, TAMBOUR_CHANNEL_PHONE };

  if (catalogue == NULL || plan == NULL || !tambour_catalogue_has_plan (catalogue, plan))
    return NULL;

  for (guint priority = TAMBOUR_PRIORITY_P3; priority >= TAMBOUR_PRIORITY_P1; priority--)
    for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
      {
        const TambourTarget *target = tambour_catalogue_find_target (catalogue, plan, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, priority, channels[i], NULL);

        if (target != NULL)
          return target->calendar;
      }

  return NULL;
}

/**
 * tambour_notices_judge:
 * @plans: the versions of the plans
 * @plan: (nullable): the plan of the customer
 * @zone: the customer's time zone
 * @change: a planned change of the customer
 * @at: the time that is "now"
 * @lead: (out caller-allocates): whether the customer was told in time
 *
 * Counts in the support calendar of the plan, with its holidays, as it is valid
 * when the change is made.
 */
void
tambour_notices_judge (TambourCatalogueSet  *plans,
                       TambourPlan          *plan,
                       GTimeZone            *zone,
                       TambourPlannedChange *change,
                       TambourInstant        at,
                       TambourLeadTime      *lead)
{
  TambourInstant when = tambour_instant_is_stated (change->window_start) ? change->window_start : at;
  TambourCalendar *calendar = find_calendar (tambour_catalogue_set_find (plans, when), plan ? plan->code : NULL);

  tambour_lead_time_judge (change, plan ? plan->lead_days : TAMBOUR_NO_COUNT, calendar, zone, at, lead);
}
