/* tambour-facts-escalation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The TAM has that many minutes of own hours after the next opening (METRICS.md M14). */
#define AFTER_HOURS_MINUTES 120

static const TambourDefinition ESCALATIONS = {
  "escalations", "M12", TAMBOUR_UNIT_COUNT, N_("Escalations"),
  N_("Escalations declared in the period"), N_("Escalations"),
};
static const TambourDefinition BY_TAM = {
  "escalations.by_tam", "M12", TAMBOUR_UNIT_SHARE, N_("Raised by your TAM"),
  N_("Escalations entered by the TAM before a customer request for one ÷ all of them"), N_("Escalations"),
};
static const TambourDefinition ACKNOWLEDGED = {
  "escalations.acknowledged", "M12", TAMBOUR_UNIT_HOURS, N_("Escalation acknowledged, median"),
  N_("Acknowledged − declared, in support hours: the middle value, of an even number the lower one"),
  N_("Escalations, plan catalogue"),
};
static const TambourDefinition DEESCALATED = {
  "escalations.deescalated", "M12", TAMBOUR_UNIT_HOURS, N_("Escalation ended, median"),
  N_("De-escalated − declared, elapsed: the middle value, of an even number the lower one"), N_("Escalations"),
};
static const TambourDefinition NOTIFIED = {
  "after_hours.notified", "M14", TAMBOUR_UNIT_SHARE, N_("After-hours cases with TAM notified"),
  N_("Cases opened outside the TAM’s hours with a notice to the TAM ÷ such cases"), N_("Cases, acknowledgements, plan catalogue"),
};
static const TambourDefinition REVIEWED = {
  "after_hours.reviewed", "M14", TAMBOUR_UNIT_SHARE, N_("After-hours cases reviewed the next business morning"),
  N_("Cases opened outside the TAM’s hours that the TAM acknowledged within 120 minutes of the TAM’s next opening ÷ such cases"),
  N_("Cases, acknowledgements, plan catalogue"),
};
static const TambourDefinition STAYED_CLOSED = {
  "cases.stayed_closed", "M10", TAMBOUR_UNIT_SHARE, N_("Resolved cases that stayed closed"),
  N_("Resolved cases opened in the period that were not reopened by the cut-off ÷ those resolved"), N_("Cases, case events"),
};

static gboolean
takes (TambourReading      *reading,
       const TambourPeriod *period,
       TambourEscalation   *escalation)
{
  return tambour_reading_is_in (period, escalation->declared_at) &&
         tambour_reading_is_past (reading, escalation->declared_at);
}

/* Imported cases without a single escalation come from a place that does not
 * record them; there a zero would be made up.
 */
static gboolean
refuses (TambourReading      *reading,
         const TambourPeriod *period,
         TambourMeasure      *measure)
{
  if (tambour_reading_list (reading, TAMBOUR_TYPE_ESCALATION)->len > 0)
    return FALSE;

  if (tambour_reading_refuses_cases (reading, period, measure))
    return TRUE;
  if (reading->all_imported)
    tambour_measure_refuse (measure, N_("The source of these cases does not record escalations"));

  return reading->all_imported;
}

static void
measure_count (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ESCALATION);

  if (refuses (reading, period, measure))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (list, i);

      if (takes (reading, period, escalation))
        tambour_measure_count (measure, TAMBOUR_RECORD (escalation)->id);
    }

  tambour_measure_set_count (measure);
}

static void
measure_by_tam (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ESCALATION);

  if (refuses (reading, period, measure))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (list, i);

      if (takes (reading, period, escalation))
        tambour_measure_decide (measure, TAMBOUR_RECORD (escalation)->id,
                                escalation->raised_by == TAMBOUR_RAISED_BY_TAM);
    }

  tambour_measure_set_share (measure);
}

/* --- M12, times ----------------------------------------------------------- */

/* The hours that the plan promises support in for the case of an escalation;
 * without one, always.
 */
static TambourCalendar *
support_hours (TambourReading    *reading,
               TambourEscalation *escalation)
{
  TambourCaseState *state = tambour_reading_find_case (reading, escalation->case_id.id);
  TambourCatalogue *catalogue = tambour_reading_catalogue_at (reading, escalation->declared_at);
  const TambourTarget *target = NULL;

  if (state != NULL && state->plan != NULL && catalogue != NULL)
    target = tambour_catalogue_find_target (catalogue, state->plan, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                            state->support_case->priority, state->support_case->channel, NULL);

  return target ? target->calendar : NULL;
}

static double
hours_until (TambourReading    *reading,
             TambourEscalation *escalation,
             gboolean           acknowledged)
{
  TambourInstant end = acknowledged ? escalation->acknowledged_at : escalation->deescalated_at;
  TambourCalendar *calendar = acknowledged ? support_hours (reading, escalation) : NULL;

  if (!tambour_reading_is_past (reading, end))
    return NAN;
  if (calendar != NULL)
    return tambour_calendar_covered_time (calendar, escalation->declared_at, end) / (double) TAMBOUR_HOUR;

  return (end.seconds - escalation->declared_at.seconds) / (double) TAMBOUR_HOUR;
}

static void
measure_time (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ESCALATION);
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (double));

  if (refuses (reading, period, measure))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (list, i);
      double value;

      if (!takes (reading, period, escalation))
        continue;

      value = hours_until (reading, escalation, data == &ACKNOWLEDGED);
      if (isnan (value))
        {
          tambour_measure_exclude (measure, TAMBOUR_RECORD (escalation)->id, N_("Not recorded by the cut-off"));
          continue;
        }
      g_array_append_val (hours, value);
      tambour_measure_count (measure, TAMBOUR_RECORD (escalation)->id);
    }

  g_array_sort (hours, tambour_compare_numbers);
  tambour_measure_set_value (measure, tambour_median ((const double *) hours->data, hours->len));
}

/* --- M14 ------------------------------------------------------------------ */

static TambourCalendar *
tam_hours (TambourReading   *reading,
           TambourCaseState *state)
{
  TambourDate day = tambour_zone_date_of (reading->facts->zone, state->support_case->opened_at);
  TambourPerson *tam = tambour_reading_tam_on (reading, day);
  TambourCatalogue *catalogue = tambour_reading_catalogue_at (reading, state->support_case->opened_at);

  if (tam == NULL || tam->calendar == NULL || catalogue == NULL)
    return NULL;

  return tambour_catalogue_get_calendar (catalogue, tam->calendar);
}

/* No TAM hour passes before the next opening, so what counts until the
 * acknowledgement has passed since then.
 */
static gboolean
is_seen (TambourReading         *reading,
         TambourCalendar        *calendar,
         TambourInstant          opened,
         TambourAcknowledgement *seen,
         gboolean                reviewed)
{
  if (!reviewed)
    return tambour_reading_is_past (reading, seen->notified_at);

  return tambour_reading_is_past (reading, seen->at) &&
         tambour_calendar_covered_time (calendar, opened, seen->at) <= AFTER_HOURS_MINUTES * TAMBOUR_MINUTE;
}

static GHashTable *
list_seen (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ACKNOWLEDGEMENT);
  GHashTable *by_case = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < list->len; i++)
    {
      TambourAcknowledgement *seen = g_ptr_array_index (list, i);
      GPtrArray *of_case;

      if (seen->case_id.id == NULL)
        continue;
      of_case = g_hash_table_lookup (by_case, seen->case_id.id);
      if (of_case == NULL)
        {
          of_case = g_ptr_array_new ();
          g_hash_table_insert (by_case, seen->case_id.id, of_case);
        }
      g_ptr_array_add (of_case, seen);
    }

  return by_case;
}

static void
measure_after_hours (TambourReading      *reading,
                     const TambourPeriod *period,
                     gconstpointer        data,
                     TambourMeasure      *measure)
{
  g_autoptr(GHashTable) by_case = list_seen (reading);
  guint n_without = 0;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      TambourInstant opened = state->support_case->opened_at;
      TambourCalendar *calendar;
      GPtrArray *of_case;
      gboolean hit = FALSE;

      if (!tambour_case_state_opened_in (state, period))
        continue;

      calendar = tam_hours (reading, state);
      n_without += calendar == NULL;
      if (calendar == NULL || tambour_calendar_is_covered (calendar, opened))
        continue;

      of_case = g_hash_table_lookup (by_case, state->id);
      for (guint j = 0; of_case && j < of_case->len; j++)
        hit = hit || is_seen (reading, calendar, opened, g_ptr_array_index (of_case, j), data == &REVIEWED);
      tambour_measure_decide (measure, state->id, hit);
    }

  if (measure->of == TAMBOUR_NO_COUNT && n_without > 0)
    tambour_measure_refuse (measure, N_("The hours of a TAM are not recorded for this account"));
  else
    tambour_measure_set_share (measure);
}

static void
measure_stayed_closed (TambourReading      *reading,
                       const TambourPeriod *period,
                       gconstpointer        data,
                       TambourMeasure      *measure)
{
  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_opened_in (state, period) &&
          (tambour_instant_is_stated (tambour_case_state_end (state)) || state->was_reopened))
        tambour_measure_decide (measure, state->id, !state->was_reopened);
    }

  tambour_measure_set_share (measure);
}

/* --- the table ------------------------------------------------------------ */

static gint
compare_escalations (gconstpointer a,
                     gconstpointer b)
{
  const TambourEscalationFact *first = a;
  const TambourEscalationFact *second = b;
  gint order = tambour_compare_instants (first->opened_at, second->opened_at);

  return order ? order : strcmp (first->id, second->id);
}

static void
take_case (TambourCaseState      *state,
           TambourEscalationFact *fact)
{
  TambourCase *record = state->support_case;

  fact->case_id = state->id;
  fact->number = record->number;
  fact->title = fact->title ? fact->title : record->title;
  fact->priority = record->priority;
  fact->opened_at = record->opened_at;
  fact->resolved_at = state->resolved;
  fact->hours_to_escalate = (fact->declared_at.seconds - record->opened_at.seconds) / (double) TAMBOUR_HOUR;
  if (tambour_instant_is_stated (state->resolved))
    fact->hours_to_resolve = (state->resolved.seconds - record->opened_at.seconds) / (double) TAMBOUR_HOUR;
}

static void
list_escalations (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ESCALATION);

  for (guint i = 0; i < list->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (list, i);
      TambourCaseState *state = tambour_reading_find_case (reading, escalation->case_id.id);
      TambourEscalationFact fact = {
        .id = TAMBOUR_RECORD (escalation)->id,
        .title = escalation->title,
        .opened_at = escalation->declared_at,
        .declared_at = escalation->declared_at,
        .resolved_at = { TAMBOUR_NEVER },
        .hours_to_escalate = NAN,
        .hours_to_resolve = NAN,
        .raised_by = escalation->raised_by,
        .outcome = escalation->outcome,
        .owner = escalation->owner,
      };

      if (!takes (reading, &facts->period, escalation))
        continue;
      if (state != NULL)
        take_case (state, &fact);
      g_array_append_val (facts->continuity.escalations, fact);
    }

  g_array_sort (facts->continuity.escalations, compare_escalations);
}

static void
find_closest (TambourReading *reading)
{
  TambourContinuityFacts *continuity = &reading->facts->continuity;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      TambourCase *record = state->support_case;
      double hours = (state->resolved.seconds - record->opened_at.seconds) / (double) TAMBOUR_HOUR;

      if (!tambour_case_state_opened_in (state, &reading->facts->period) ||
          !tambour_instant_is_stated (state->resolved) ||
          (continuity->closest_id != NULL && hours <= continuity->closest_hours))
        continue;

      continuity->closest_id = state->id;
      continuity->closest_number = record->number;
      continuity->closest_title = record->title;
      continuity->closest_priority = record->priority;
      continuity->closest_hours = hours;
    }
}

/**
 * tambour_facts_count_continuity:
 * @reading: a reading
 *
 * Counts escalations, the after-hours promise and what stayed closed
 * (METRICS.md M12, M14, M10).
 */
void
tambour_facts_count_continuity (TambourReading *reading)
{
  TambourContinuityFacts *continuity = &reading->facts->continuity;

  continuity->count = tambour_reading_add (reading, &ESCALATIONS, NULL, NULL, measure_count, NULL);
  continuity->by_tam = tambour_reading_add (reading, &BY_TAM, NULL, NULL, measure_by_tam, NULL);
  continuity->acknowledge_median = tambour_reading_add (reading, &ACKNOWLEDGED, NULL, NULL, measure_time, &ACKNOWLEDGED);
  continuity->deescalate_median = tambour_reading_add (reading, &DEESCALATED, NULL, NULL, measure_time, &DEESCALATED);
  continuity->after_hours_notified = tambour_reading_add (reading, &NOTIFIED, NULL, NULL, measure_after_hours, &NOTIFIED);
  continuity->after_hours_reviewed = tambour_reading_add (reading, &REVIEWED, NULL, NULL, measure_after_hours, &REVIEWED);
  continuity->stayed_closed = tambour_reading_add (reading, &STAYED_CLOSED, NULL, NULL, measure_stayed_closed, NULL);

  list_escalations (reading);
  if (continuity->escalations->len == 0)
    find_closest (reading);
}
