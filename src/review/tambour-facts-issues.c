/* tambour-facts-issues.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

static const TambourDefinition AVOIDED = {
  "issues.avoided", "M43", TAMBOUR_UNIT_COUNT, N_("Known issues avoided"),
  N_("Known issues that match the account’s setup with a safeguard dated in the period and before the exposure"),
  N_("Known issues, exposures"),
};
static const TambourDefinition AVOIDED_HIGH = {
  "issues.avoided.high", "M43", TAMBOUR_UNIT_COUNT, N_("High-impact known issues avoided"),
  N_("Known issues avoided whose severity is high"), N_("Known issues, exposures"),
};
static const TambourDefinition OPENED = {
  "issues.opened", "M43", TAMBOUR_UNIT_COUNT, N_("Known-issue exposures opened"),
  N_("Exposures that began in the period and were not avoided"), N_("Known issues, exposures"),
};
static const TambourDefinition MITIGATED = {
  "issues.mitigated", "M43", TAMBOUR_UNIT_COUNT, N_("Known-issue exposures mitigated"),
  N_("Exposures mitigated in the period after they had begun"), N_("Known issues, exposures"),
};
static const TambourDefinition ACCEPTED = {
  "issues.accepted", "M43", TAMBOUR_UNIT_COUNT, N_("Known-issue exposures accepted"),
  N_("Exposures that began in the period and were accepted"), N_("Known issues, exposures"),
};
static const TambourDefinition DAYS = {
  "issues.mitigate_days", "M43", TAMBOUR_UNIT_DAYS, N_("Days to mitigate a known issue, median"),
  N_("Days from the beginning of an exposure to its mitigation, of those mitigated in the period: the middle value, of an even number the lower one"),
  N_("Known issues, exposures"),
};

static TambourDate
safeguard_day (TambourExposure *exposure)
{
  return tambour_date_is_stated (exposure->safeguard_on) ? exposure->safeguard_on : exposure->until;
}

/* Safe before it could have been hit. */
static gboolean
is_avoided (TambourExposure *exposure)
{
  if (!tambour_date_is_stated (exposure->safeguard_on))
    return FALSE;

  return !tambour_date_is_stated (exposure->since) || exposure->safeguard_on.julian <= exposure->since.julian;
}

static gboolean
falls (TambourReading      *reading,
       const TambourPeriod *period,
       TambourDate          day)
{
  return tambour_reading_has_day (period, day) && tambour_reading_is_past_day (reading, day);
}

static TambourSeverity
severity_of (TambourReading  *reading,
             TambourExposure *exposure)
{
  TambourKnownIssue *issue = tambour_reading_find (reading, TAMBOUR_TYPE_KNOWN_ISSUE, exposure->known_issue_id.id);

  return issue ? issue->severity : TAMBOUR_SEVERITY_LOW;
}

static gboolean
takes (TambourReading      *reading,
       const TambourPeriod *period,
       TambourExposure     *exposure,
       gconstpointer        definition)
{
  gboolean is_real = !is_avoided (exposure) && exposure->state != TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED;

  if (definition == &AVOIDED)
    return is_avoided (exposure) && falls (reading, period, exposure->safeguard_on);
  if (definition == &AVOIDED_HIGH)
    return is_avoided (exposure) && falls (reading, period, exposure->safeguard_on) &&
           severity_of (reading, exposure) == TAMBOUR_SEVERITY_HIGH;
  if (definition == &OPENED)
    return is_real && falls (reading, period, exposure->since);
  if (definition == &ACCEPTED)
    return is_real && exposure->state == TAMBOUR_EXPOSURE_STATE_ACCEPTED && falls (reading, period, exposure->since);

  return is_real && exposure->state == TAMBOUR_EXPOSURE_STATE_MITIGATED &&
         falls (reading, period, safeguard_day (exposure));
}

static gboolean
refuses (TambourReading *reading,
         TambourMeasure *measure)
{
  if (tambour_reading_list (reading, TAMBOUR_TYPE_EXPOSURE)->len > 0)
    return FALSE;

  tambour_measure_refuse (measure, N_("Known issues have not been matched with the account’s setup"));

  return TRUE;
}

static void
measure_count (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_EXPOSURE);

  if (refuses (reading, measure))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (list, i);

      if (takes (reading, period, exposure, data))
        tambour_measure_count (measure, TAMBOUR_RECORD (exposure)->id);
    }

  tambour_measure_set_count (measure);
}

static void
measure_days (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_EXPOSURE);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  if (refuses (reading, measure))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (list, i);
      double value = (double) safeguard_day (exposure).julian - exposure->since.julian;

      if (!takes (reading, period, exposure, &MITIGATED) || !tambour_date_is_stated (exposure->since))
        continue;
      g_array_append_val (days, value);
      tambour_measure_count (measure, TAMBOUR_RECORD (exposure)->id);
    }

  g_array_sort (days, tambour_compare_numbers);
  tambour_measure_set_value (measure, tambour_median ((const double *) days->data, days->len));
}

static gint
compare_issues (gconstpointer a,
                gconstpointer b)
{
  const TambourKnownIssueFact *first = a;
  const TambourKnownIssueFact *second = b;
  gint order = tambour_compare_dates (first->on, second->on);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_issues (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_EXPOSURE);

  for (guint i = 0; i < list->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (list, i);
      TambourKnownIssue *issue = tambour_reading_find (reading, TAMBOUR_TYPE_KNOWN_ISSUE, exposure->known_issue_id.id);
      TambourKnownIssueFact fact = {
        .id = TAMBOUR_RECORD (exposure)->id,
        .severity = severity_of (reading, exposure),
        .on = tambour_date_is_stated (exposure->safeguard_on) ? exposure->safeguard_on : exposure->since,
        .safeguard = exposure->safeguard,
        .avoided = is_avoided (exposure),
      };

      if (issue == NULL || exposure->state == TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED ||
          !falls (reading, &facts->period, fact.on))
        continue;
      fact.title = issue->title;
      g_array_append_val (facts->usage.known_issues, fact);
    }

  g_array_sort (facts->usage.known_issues, compare_issues);
}

/**
 * tambour_facts_count_issues:
 * @reading: a reading
 *
 * Counts known issues: avoided, opened, mitigated, accepted (METRICS.md M43).
 */
void
tambour_facts_count_issues (TambourReading *reading)
{
  TambourUsageFacts *usage = &reading->facts->usage;

  usage->issues_avoided = tambour_reading_add (reading, &AVOIDED, NULL, NULL, measure_count, &AVOIDED);
  usage->issues_high = tambour_reading_add (reading, &AVOIDED_HIGH, NULL, NULL, measure_count, &AVOIDED_HIGH);
  usage->issues_opened = tambour_reading_add (reading, &OPENED, NULL, NULL, measure_count, &OPENED);
  usage->issues_mitigated = tambour_reading_add (reading, &MITIGATED, NULL, NULL, measure_count, &MITIGATED);
  usage->issues_accepted = tambour_reading_add (reading, &ACCEPTED, NULL, NULL, measure_count, &ACCEPTED);
  usage->issues_mitigate_days = tambour_reading_add (reading, &DAYS, NULL, NULL, measure_days, NULL);
  list_issues (reading);
}
