/* tambour-facts-entitlement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

static const TambourDefinition USED = {
  "entitlements", "M26", TAMBOUR_UNIT_RATIO, N_("Entitlement used"),
  N_("Used in the period ÷ granted by the agreement of the period, per line; services received are no value"),
  N_("Entitlements, entitlement use"),
};

/* Lines of the agreement that covers the last day of the period. */
static gboolean
is_granted (TambourReading     *reading,
            TambourEntitlement *entitlement,
            TambourDate         to,
            guint               kind)
{
  TambourAgreement *agreement = tambour_reading_agreement_on (reading, (TambourDate) { to.julian - 1 });

  return agreement != NULL && entitlement->kind == kind && entitlement->granted > 0 &&
         g_strcmp0 (entitlement->agreement_id.id, TAMBOUR_RECORD (agreement)->id) == 0;
}

static void
take_use (TambourReading      *reading,
          const TambourPeriod *period,
          TambourEntitlement  *entitlement,
          TambourMeasure      *measure)
{
  GPtrArray *uses = tambour_reading_list (reading, TAMBOUR_TYPE_ENTITLEMENT_USE);

  for (guint i = 0; i < uses->len; i++)
    {
      TambourEntitlementUse *use = g_ptr_array_index (uses, i);

      if (g_strcmp0 (use->entitlement_id.id, TAMBOUR_RECORD (entitlement)->id) != 0 || use->amount == TAMBOUR_NO_COUNT ||
          !tambour_reading_has_day (period, use->on) || !tambour_reading_is_past_day (reading, use->on))
        continue;
      measure->n += use->amount;
      g_ptr_array_add (measure->ids, TAMBOUR_RECORD (use)->id);
    }
}

/* More than was granted can be used; then the ratio is above one. */
static void
measure_used (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ENTITLEMENT);
  const guint *kind = data;

  measure->of = 0;
  for (guint i = 0; i < list->len; i++)
    {
      TambourEntitlement *entitlement = g_ptr_array_index (list, i);

      if (!is_granted (reading, entitlement, period->to, *kind))
        continue;
      measure->of += entitlement->granted;
      g_ptr_array_add (measure->ids, TAMBOUR_RECORD (entitlement)->id);
      take_use (reading, period, entitlement, measure);
    }

  if (measure->of == 0)
    tambour_measure_refuse (measure, N_("The agreement has no such line"));
  else
    tambour_measure_set_share (measure);
}

/**
 * tambour_facts_count_entitlements:
 * @reading: a reading
 *
 * Counts what was used of what the agreement grants (METRICS.md M26).
 */
void
tambour_facts_count_entitlements (TambourReading *reading)
{
  TambourEnablementFacts *enablement = &reading->facts->enablement;

  for (guint kind = 0; kind < TAMBOUR_N_ENTITLEMENTS; kind++)
    enablement->entitlements[kind] = tambour_reading_add (reading, &USED,
                                                          tambour_choice_nick (TAMBOUR_TYPE_ENTITLEMENT_KIND, kind), NULL,
                                                          measure_used, &kind);
}
