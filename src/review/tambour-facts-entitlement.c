/* tambour-facts-entitlement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

static const TambourDefinition USED = {
  "entitlements", "M26", TAMBOUR_UNIT_RATIO, N_("Entitlement used"),
  N_("Used in the period ÷ granted by the agreements of the period, per line, each by its days in it; services received are no value"),
  N_("Entitlements, entitlement use"), 2,
};

/* How many lines of a term make a year; what is granted for another term is granted for all
 * days of its agreement. */
static guint
terms_a_year (TambourEntitlement *entitlement)
{
  static const struct
  {
    const char *term;
    guint       n;
  } TERMS[] = { { "year", 1 }, { "half_year", 2 }, { "quarter", 4 }, { "month", 12 } };

  for (guint i = 0; i < G_N_ELEMENTS (TERMS); i++)
    if (g_strcmp0 (entitlement->period, TERMS[i].term) == 0)
      return TERMS[i].n;

  return 0;
}

/* Days from the first one of the period to the same day a year later. */
static double
days_of_year (const TambourPeriod *period)
{
  int year, month, day;

  tambour_date_split (period->from, &year, &month, &day);
  if (month == 2 && day == 29)
    return 366;

  return (double) tambour_date_new (year + 1, month, day).julian - period->from.julian;
}

/* A limit is no supply: five named contacts are five on every day. */
static gboolean
is_limit (TambourEntitlement *entitlement)
{
  return entitlement->kind == TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT;
}

/* What the line grants for the days of its agreement in the period; %NAN if it has none there. */
static double
grant_of (TambourReading      *reading,
          TambourEntitlement  *entitlement,
          const TambourPeriod *period)
{
  TambourAgreement *agreement = tambour_reading_find (reading, TAMBOUR_TYPE_AGREEMENT, entitlement->agreement_id.id);
  guint terms = terms_a_year (entitlement);
  TambourDate from, to;

  if (agreement == NULL || !tambour_agreement_overlap (agreement, period, &from, &to))
    return NAN;
  if (is_limit (entitlement))
    return agreement == tambour_reading_agreement_of (reading, period) ? (double) entitlement->granted : NAN;
  if (terms > 0)
    return entitlement->granted * terms * ((double) to.julian - from.julian) / days_of_year (period);

  return entitlement->granted * ((double) to.julian - from.julian) /
         ((double) agreement->end.julian + 1 - agreement->start.julian);
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
  double granted = 0;
  guint n_lines = 0;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEntitlement *entitlement = g_ptr_array_index (list, i);
      double grant = entitlement->kind == *kind && entitlement->granted > 0 ? grant_of (reading, entitlement, period) : NAN;

      if (isnan (grant))
        continue;

      n_lines++;
      granted += grant;
      g_ptr_array_add (measure->ids, TAMBOUR_RECORD (entitlement)->id);
      take_use (reading, period, entitlement, measure);
    }

  measure->of = (gint64) floor (granted + 0.5 + 1e-9);
  if (n_lines == 0)
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
