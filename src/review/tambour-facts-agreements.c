/* tambour-facts-agreements.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"
#include "tambour-value-formulas.h"

#include <string.h>

/* The agreements that a period is made of: a plan that changed in the middle, one that began late
 * or ended early, and the days between two.
 */

/**
 * tambour_agreement_overlap:
 * @agreement: an agreement
 * @period: a period
 * @from: (out): the first day of it in the period
 * @to: (out): the day after its last one in the period
 *
 * Returns: %FALSE if it has no day in the period
 */
gboolean
tambour_agreement_overlap (TambourAgreement    *agreement,
                           const TambourPeriod *period,
                           TambourDate         *from,
                           TambourDate         *to)
{
  if (!tambour_date_is_stated (agreement->start) || !tambour_date_is_stated (agreement->end))
    return FALSE;

  from->julian = MAX (agreement->start.julian, period->from.julian);
  to->julian = MIN (agreement->end.julian + 1, period->to.julian);

  return from->julian < to->julian;
}

static gint
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const TambourAgreementFact *first = a;
  const TambourAgreementFact *second = b;
  gint order = tambour_compare_dates (first->from, second->from);

  if (order == 0)
    order = tambour_compare_dates (first->to, second->to);

  return order ? order : strcmp (first->id, second->id);
}

/* As the catalogue of its last day in the period calls it, else as the plan does. */
static const char *
name_plan (TambourReading   *reading,
           TambourAgreement *agreement,
           TambourDate       to)
{
  TambourPlan *plan = tambour_reading_find (reading, TAMBOUR_TYPE_PLAN, agreement->plan_id.id);
  TambourInstant last = tambour_zone_start_of_day (reading->facts->zone, (TambourDate) { to.julian - 1 });
  TambourCatalogue *catalogue = tambour_reading_catalogue_at (reading, last);
  const char *name = NULL;

  if (plan == NULL)
    return NULL;
  if (catalogue != NULL && plan->code != NULL)
    name = tambour_catalogue_plan_name (catalogue, plan->code);

  return name ? name : plan->name;
}

/**
 * tambour_facts_list_agreements:
 * @reading: a reading
 *
 * Lists the agreements that have days in the period, the first one first, with what of
 * the fee of each falls on it (METRICS.md M62).
 */
void
tambour_facts_list_agreements (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_AGREEMENT);

  for (guint i = 0; i < list->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (list, i);
      TambourAgreementFact fact = {
        .id = TAMBOUR_RECORD (agreement)->id,
        .title = agreement->title,
        .start = agreement->start,
        .end = agreement->end,
        .fee = agreement->fee,
      };

      if (!tambour_agreement_overlap (agreement, &facts->period, &fact.from, &fact.to))
        continue;

      fact.plan = name_plan (reading, agreement, fact.to);
      fact.days = fact.to.julian - fact.from.julian;
      fact.all_days = fact.end.julian + 1 - fact.start.julian;
      fact.counted = tambour_value_prorate_fee (agreement, fact.fee.currency, facts->period.from, facts->period.to);
      g_array_append_val (facts->value.agreements, fact);
    }

  g_array_sort (facts->value.agreements, compare_facts);
}

static gint
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const TambourAgreement *first = *(TambourAgreement * const *) a;
  const TambourAgreement *second = *(TambourAgreement * const *) b;

  return tambour_compare_dates (first->start, second->start);
}

/**
 * tambour_reading_uncovered_days:
 * @self: a reading
 * @period: a period
 *
 * Returns: how many days of it no agreement covers; two that overlap cover a day once
 */
guint
tambour_reading_uncovered_days (TambourReading      *self,
                                const TambourPeriod *period)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_copy (tambour_reading_list (self, TAMBOUR_TYPE_AGREEMENT), NULL, NULL);
  guint32 covered_to = period->from.julian;
  guint n = 0;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_starts);

  for (guint i = 0; i < sorted->len; i++)
    {
      TambourDate from, to;

      if (!tambour_agreement_overlap (g_ptr_array_index (sorted, i), period, &from, &to))
        continue;
      if (from.julian > covered_to)
        n += from.julian - covered_to;
      covered_to = MAX (covered_to, to.julian);
    }

  return n + period->to.julian - covered_to;
}

/**
 * tambour_reading_agreement_of:
 * @self: a reading
 * @period: a period
 *
 * Returns: (transfer none) (nullable): the agreement of its last day, else the last one that
 *   has a day in it: one that ended early
 */
TambourAgreement *
tambour_reading_agreement_of (TambourReading      *self,
                              const TambourPeriod *period)
{
  GPtrArray *list = tambour_reading_list (self, TAMBOUR_TYPE_AGREEMENT);
  TambourAgreement *found = tambour_reading_agreement_on (self, (TambourDate) { period->to.julian - 1 });
  guint32 latest = 0;

  for (guint i = 0; found == NULL && i < list->len; i++)
    {
      TambourDate from, to;

      if (tambour_agreement_overlap (g_ptr_array_index (list, i), period, &from, &to))
        latest = MAX (latest, to.julian);
    }

  return found != NULL || latest == 0 ? found : tambour_reading_agreement_on (self, (TambourDate) { latest - 1 });
}
