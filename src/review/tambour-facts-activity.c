/* tambour-facts-activity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TambourDefinition DEVICES = {
  "usage.infected", "M31", TAMBOUR_UNIT_COUNT, N_("Infected devices"),
  N_("Devices by month of their first call to a known malicious host; each counted once a year"), N_("Usage samples"),
};
static const TambourDefinition DEVICES_BY_MONTH = {
  "usage.infected.month", "M31", TAMBOUR_UNIT_COUNT, N_("Infected devices in a month"),
  N_("Devices whose first call to a known malicious host was in the month"), N_("Usage samples"),
};
static const TambourDefinition REQUESTS = {
  "usage.requests", "M31", TAMBOUR_UNIT_NUMBER, N_("Requests a day"),
  N_("Mean of the days with data"), N_("Usage samples"),
};
static const TambourDefinition BLOCKED = {
  "usage.blocked", "M31", TAMBOUR_UNIT_SHARE, N_("Blocked requests"),
  N_("Blocked requests ÷ requests, on days that have both; activity, not value"), N_("Usage samples"),
};
static const TambourDefinition FEATURES = {
  "usage.features", "M32", TAMBOUR_UNIT_SHARE, N_("Features in use"),
  N_("Features in use ÷ features entitled and agreed to be relevant"), N_("Feature adoption"),
};
static const TambourDefinition INSIGHTS = {
  "usage.insights", "M33", TAMBOUR_UNIT_SHARE, N_("Insights acted on"),
  N_("Insights of the period with an action that is done ÷ insights raised in the period"), N_("Insights, actions"),
};

/* --- M31 ------------------------------------------------------------------ */

static void
sum_devices (TambourReading      *reading,
             const TambourPeriod *period,
             TambourMeasure      *measure)
{
  g_autoptr(GArray) days = tambour_usage_days (reading, period, TAMBOUR_METRIC_INFECTED_DEVICES);
  double sum = 0;

  for (guint i = 0; i < days->len; i++)
    {
      TambourUsageDay *day = &g_array_index (days, TambourUsageDay, i);

      if (isnan (tambour_usage_day_value (day)))
        continue;
      sum += tambour_usage_day_value (day);
      tambour_measure_count (measure, day->id);
    }

  if (measure->n == 0)
    tambour_measure_refuse (measure, tambour_no_samples);
  else
    tambour_measure_set_value (measure, sum);
}

static void
measure_devices (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  const guint *month = data;
  int year, number;
  TambourPeriod part = *period;

  if (month != NULL)
    part = tambour_month_of (reading->facts->zone, period, *month, &year, &number);

  sum_devices (reading, &part, measure);
}

static void
count_devices (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  TambourPeriod part;
  guint i = 0;

  facts->usage.devices_total = tambour_reading_add (reading, &DEVICES, NULL, NULL, measure_devices, NULL);
  do
    {
      TambourDevicesFact fact = { 0 };
      g_autofree char *variant = NULL;

      part = tambour_month_of (facts->zone, &facts->period, i, &fact.year, &fact.month);
      variant = g_strdup_printf ("%04d-%02d", fact.year, fact.month);
      fact.devices = tambour_reading_add (reading, &DEVICES_BY_MONTH, variant, NULL, measure_devices, &i);
      g_array_append_val (facts->usage.devices, fact);
      i++;
    }
  while (part.to.julian < facts->period.to.julian);
}

static void
measure_requests (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  g_autoptr(GArray) requests = tambour_usage_days (reading, period, TAMBOUR_METRIC_REQUESTS);
  g_autoptr(GArray) blocked = tambour_usage_days (reading, period, TAMBOUR_METRIC_BLOCKED);
  double sum = 0, part = 0;

  for (guint i = 0; i < requests->len; i++)
    {
      TambourUsageDay *day = &g_array_index (requests, TambourUsageDay, i);
      double stopped = tambour_usage_day_value (&g_array_index (blocked, TambourUsageDay, i));

      if (isnan (tambour_usage_day_value (day)) || (data == &BLOCKED && isnan (stopped)))
        continue;
      sum += tambour_usage_day_value (day);
      part += stopped;
      tambour_measure_count (measure, day->id);
    }

  if (measure->n == 0)
    tambour_measure_refuse (measure, tambour_no_samples);
  else if (data == &BLOCKED)
    tambour_measure_set_value (measure, sum > 0 ? part / sum : NAN);
  else
    tambour_measure_set_value (measure, sum / measure->n);
}

/* --- M32, M33 ------------------------------------------------------------- */

/* Adoption is a state, not a history: it is known for now alone. */
static void
measure_features (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_FEATURE_ADOPTION);

  if (list->len == 0 || period != &reading->facts->period)
    {
      tambour_measure_refuse (measure, list->len == 0 ? N_("Feature adoption is not recorded") :
                                                        N_("Feature adoption is not kept for earlier periods"));
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      TambourFeatureAdoption *feature = g_ptr_array_index (list, i);
      const char *id = TAMBOUR_RECORD (feature)->id;

      if (!feature->entitled || !feature->relevant)
        tambour_measure_exclude (measure, id, N_("Not entitled, or agreed not to be relevant"));
      else
        tambour_measure_decide (measure, id, feature->in_use);
    }

  tambour_measure_set_share (measure);
}

static gboolean
is_acted_on (TambourReading *reading,
             const char     *insight)
{
  GPtrArray *actions = tambour_reading_list (reading, TAMBOUR_TYPE_ACTION_ITEM);

  for (guint i = 0; i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);

      if (action->status == TAMBOUR_ACTION_STATUS_DONE && g_strcmp0 (action->insight_id.id, insight) == 0 &&
          (!tambour_instant_is_stated (action->done_at) || tambour_reading_is_past (reading, action->done_at)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
takes_insight (TambourReading      *reading,
               const TambourPeriod *period,
               TambourInsight      *insight)
{
  return insight->state == TAMBOUR_INSIGHT_STATE_RAISED && tambour_reading_has_day (period, insight->seen_on) &&
         tambour_reading_is_past_day (reading, insight->seen_on);
}

static void
measure_insights (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_INSIGHT);

  for (guint i = 0; i < list->len; i++)
    {
      TambourInsight *insight = g_ptr_array_index (list, i);
      const char *id = TAMBOUR_RECORD (insight)->id;

      if (takes_insight (reading, period, insight))
        tambour_measure_decide (measure, id, is_acted_on (reading, id));
    }

  tambour_measure_set_share (measure);
}

static gint
compare_insights (gconstpointer a,
                  gconstpointer b)
{
  const TambourInsightFact *first = a;
  const TambourInsightFact *second = b;
  gint order = second->acted_on - first->acted_on;

  if (order == 0)
    order = (gint) second->severity - (gint) first->severity;
  if (order == 0)
    order = tambour_compare_dates (second->seen_on, first->seen_on);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_insights (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_INSIGHT);
  GArray *insights = reading->facts->usage.insights;

  for (guint i = 0; i < list->len; i++)
    {
      TambourInsight *insight = g_ptr_array_index (list, i);
      const char *id = TAMBOUR_RECORD (insight)->id;
      TambourInsightFact fact = {
        id, insight->title, insight->done_together, insight->result, insight->seen_on, is_acted_on (reading, id),
        insight->severity,
      };

      if (takes_insight (reading, &reading->facts->period, insight))
        g_array_append_val (insights, fact);
    }

  g_array_sort (insights, compare_insights);
}

/**
 * tambour_facts_count_activity:
 * @reading: a reading
 *
 * Counts infected devices, requests, adoption and insights (METRICS.md M31 to M33).
 */
void
tambour_facts_count_activity (TambourReading *reading)
{
  TambourUsageFacts *usage = &reading->facts->usage;

  count_devices (reading);
  usage->requests_a_day = tambour_reading_add (reading, &REQUESTS, NULL, NULL, measure_requests, &REQUESTS);
  usage->blocked_share = tambour_reading_add (reading, &BLOCKED, NULL, NULL, measure_requests, &BLOCKED);
  usage->features_in_use = tambour_reading_add (reading, &FEATURES, NULL, NULL, measure_features, NULL);
  usage->insights_acted_on = tambour_reading_add (reading, &INSIGHTS, NULL, NULL, measure_insights, NULL);
  list_insights (reading);
}
