/* tambour-facts-outage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-spans.h"

/* A median of fewer is an anecdote (METRICS.md M08). */
#define MIN_FOR_MEDIAN 5

static const TambourDefinition OUTAGE = {
  "outage.hours", "M13", TAMBOUR_UNIT_HOURS, N_("Outage time"),
  N_("Union of the P1 intervals in the period, from impact start or opened to restored, else resolved or closed, else the cut-off; overlaps count once, agreed maintenance not at all"),
  N_("Incidents, cases, planned changes"),
};
static const TambourDefinition AVAILABILITY = {
  "outage.availability", "M13", TAMBOUR_UNIT_SHARE, N_("Availability"),
  N_("1 − outage time ÷ (time of the period − agreed maintenance)"), N_("Incidents, cases, planned changes"),
};
static const TambourDefinition RESTORE = {
  "outage.restore.median", "M08", TAMBOUR_UNIT_HOURS, N_("P1 time to restore, median"),
  N_("Restored − impact start, elapsed, of the outages that began in the period: each is listed, the median from five"),
  N_("Incidents, cases"),
};
static const TambourDefinition RESTORE_ONE = {
  "outage.restore", "M08", TAMBOUR_UNIT_HOURS, N_("P1 time to restore"),
  N_("Restored − impact start, elapsed"), N_("Incidents, cases"),
};

/* --- the outages, cases and incidents together ---------------------------- */

static TambourInstant
first_stated (TambourInstant a,
              TambourInstant b)
{
  return tambour_instant_is_stated (a) ? a : b;
}

static TambourInstant
known_by (TambourReading *reading,
          TambourInstant  instant)
{
  return tambour_reading_is_past (reading, instant) ? instant : (TambourInstant) { TAMBOUR_NEVER };
}

static double
hours_between (TambourInstant from,
               TambourInstant to)
{
  return tambour_instant_is_stated (to) ? (to.seconds - from.seconds) / (double) TAMBOUR_HOUR : NAN;
}

static void
add_case (TambourReading   *reading,
          TambourCaseState *state,
          GArray           *list)
{
  TambourCase *record = state->support_case;
  TambourIncident *incident = tambour_reading_find (reading, TAMBOUR_TYPE_INCIDENT, record->incident_id.id);
  TambourInstant restored = state->restored;
  TambourOutageFact fact = { state->id, record->title, record->number, record->opened_at };

  if (incident != NULL)
    {
      fact.start = first_stated (incident->impact_start, record->opened_at);
      restored = first_stated (known_by (reading, incident->restored_at), restored);
    }

  fact.end = first_stated (restored, tambour_case_state_end (state));
  fact.restore_hours = hours_between (fact.start, fact.end);
  g_array_append_val (list, fact);
}

static void
add_incident (TambourReading  *reading,
              TambourIncident *incident,
              GArray          *list)
{
  TambourOutageFact fact = { TAMBOUR_RECORD (incident)->id, incident->service, NULL, incident->impact_start };

  fact.end = known_by (reading, incident->restored_at);
  fact.restore_hours = hours_between (fact.start, fact.end);
  g_array_append_val (list, fact);
}

static gint
compare_outages (gconstpointer a,
                 gconstpointer b)
{
  const TambourOutageFact *first = a;
  const TambourOutageFact *second = b;
  gint order = tambour_compare_instants (first->start, second->start);

  return order ? order : strcmp (first->id, second->id);
}

/* Every P1 case, and every incident that no P1 case tells of. */
static GArray *
list_outages (TambourReading *reading)
{
  g_autoptr(GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *incidents = tambour_reading_list (reading, TAMBOUR_TYPE_INCIDENT);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TambourOutageFact));

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (state->support_case->priority != TAMBOUR_PRIORITY_P1)
        continue;
      add_case (reading, state, list);
      if (state->support_case->incident_id.id != NULL)
        g_hash_table_add (told, state->support_case->incident_id.id);
    }

  for (guint i = 0; i < incidents->len; i++)
    {
      TambourIncident *incident = g_ptr_array_index (incidents, i);

      if (tambour_reading_is_past (reading, incident->impact_start) &&
          !g_hash_table_contains (told, TAMBOUR_RECORD (incident)->id))
        add_incident (reading, incident, list);
    }

  g_array_sort (list, compare_outages);

  return list;
}

/* --- M13 ------------------------------------------------------------------ */

static GArray *
list_maintenance (TambourReading      *reading,
                  const TambourPeriod *period)
{
  GPtrArray *changes = tambour_reading_list (reading, TAMBOUR_TYPE_PLANNED_CHANGE);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TambourSpan));

  for (guint i = 0; i < changes->len; i++)
    {
      TambourPlannedChange *change = g_ptr_array_index (changes, i);
      TambourSpan span = { change->window_start.seconds, change->window_end.seconds };

      if (change->maintenance && tambour_instant_is_stated (change->window_start) &&
          tambour_instant_is_stated (change->window_end) &&
          tambour_span_clip (&span, period->start.seconds, tambour_reading_end (reading, period).seconds))
        g_array_append_val (spans, span);
    }

  tambour_spans_unite (spans);

  return spans;
}

/* The outage of the period in seconds without maintenance; counts its records. */
static gint64
measure_seconds (TambourReading      *reading,
                 const TambourPeriod *period,
                 GArray              *maintenance,
                 TambourMeasure      *measure)
{
  g_autoptr(GArray) outages = list_outages (reading);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TambourSpan));

  for (guint i = 0; i < outages->len; i++)
    {
      TambourOutageFact *outage = &g_array_index (outages, TambourOutageFact, i);
      TambourInstant end = first_stated (outage->end, reading->facts->as_of);
      TambourSpan span = { outage->start.seconds, end.seconds };

      if (!tambour_span_clip (&span, period->start.seconds, tambour_reading_end (reading, period).seconds))
        continue;
      g_array_append_val (spans, span);
      tambour_measure_count (measure, outage->id);
    }

  tambour_spans_unite (spans);

  return tambour_spans_length (spans) - tambour_spans_common_length (spans, maintenance);
}

static gboolean
refuses (TambourReading      *reading,
         const TambourPeriod *period,
         TambourMeasure      *measure)
{
  return tambour_reading_list (reading, TAMBOUR_TYPE_INCIDENT)->len == 0 &&
         tambour_reading_refuses_cases (reading, period, measure);
}

static void
measure_outage (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  g_autoptr(GArray) maintenance = list_maintenance (reading, period);

  if (!refuses (reading, period, measure))
    tambour_measure_set_value (measure, measure_seconds (reading, period, maintenance, measure) /
                                          (double) TAMBOUR_HOUR);
}

static void
measure_availability (TambourReading      *reading,
                      const TambourPeriod *period,
                      gconstpointer        data,
                      TambourMeasure      *measure)
{
  g_autoptr(GArray) maintenance = list_maintenance (reading, period);
  gint64 whole = tambour_reading_end (reading, period).seconds - period->start.seconds - tambour_spans_length (maintenance);
  gint64 outage;

  if (refuses (reading, period, measure))
    return;

  outage = measure_seconds (reading, period, maintenance, measure);
  tambour_measure_set_value (measure, whole > 0 ? 1 - outage / (double) whole : NAN);
}

/* --- M08 ------------------------------------------------------------------ */

static void
measure_restore (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  g_autoptr(GArray) outages = NULL;
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (double));

  if (refuses (reading, period, measure))
    return;

  outages = list_outages (reading);
  for (guint i = 0; i < outages->len; i++)
    {
      TambourOutageFact *outage = &g_array_index (outages, TambourOutageFact, i);

      if (!tambour_reading_is_in (period, outage->start))
        continue;
      if (isnan (outage->restore_hours))
        {
          tambour_measure_exclude (measure, outage->id, N_("Not restored by the cut-off"));
          continue;
        }
      g_array_append_val (hours, outage->restore_hours);
      tambour_measure_count (measure, outage->id);
    }

  g_array_sort (hours, tambour_compare_numbers);
  tambour_measure_set_value (measure, hours->len < MIN_FOR_MEDIAN ? NAN :
                                                                    tambour_median ((const double *) hours->data, hours->len));
}

/* One outage; there is no such thing a year before. */
static void
measure_one (TambourReading      *reading,
             const TambourPeriod *period,
             gconstpointer        data,
             TambourMeasure      *measure)
{
  const TambourOutageFact *outage = data;

  if (!tambour_reading_is_in (period, outage->start))
    {
      tambour_measure_refuse (measure, N_("The outage was in another period"));
      return;
    }

  tambour_measure_count (measure, outage->id);
  if (isnan (outage->restore_hours))
    tambour_measure_refuse (measure, N_("Not restored by the cut-off"));
  else
    tambour_measure_set_value (measure, outage->restore_hours);
}

static void
list_period (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  g_autoptr(GArray) outages = list_outages (reading);

  for (guint i = 0; i < outages->len; i++)
    {
      TambourOutageFact *outage = &g_array_index (outages, TambourOutageFact, i);
      TambourDate day = tambour_zone_date_of (facts->zone, outage->start);
      g_autofree char *variant = NULL;

      if (!tambour_reading_is_in (&facts->period, outage->start))
        continue;

      g_array_append_val (facts->service.outages, *outage);
      g_array_append_val (facts->p1_days, day);
      variant = g_strdup_printf ("%u", facts->service.outages->len);
      tambour_reading_add (reading, &RESTORE_ONE, variant, outage->title, measure_one, outage);
    }
}

/**
 * tambour_facts_count_outages:
 * @reading: a reading
 *
 * Counts outage time and lists each outage (METRICS.md M08, M13). A P1 case
 * that was closed without a resolution time ended at the latest when it was
 * closed.
 */
void
tambour_facts_count_outages (TambourReading *reading)
{
  TambourServiceFacts *service = &reading->facts->service;

  service->outage = tambour_reading_add (reading, &OUTAGE, NULL, NULL, measure_outage, NULL);
  service->availability = tambour_reading_add (reading, &AVAILABILITY, NULL, NULL, measure_availability, NULL);
  service->restore_median = tambour_reading_add (reading, &RESTORE, NULL, NULL, measure_restore, NULL);
  list_period (reading);
}
