/* tambour-facts-quality.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>

static const TambourDefinition SILENT = {
  "cases.silent", "M15", TAMBOUR_UNIT_COUNT, N_("Silent cases"),
  N_("Stretches without a word that the customer could see, of open cases opened in the period: longer than one day for P1, than seven days for others, or past the next update that was promised"),
  N_("Cases, case events"),
};
static const TambourDefinition SATISFACTION = {
  "survey.csat", "M16", TAMBOUR_UNIT_RATING, N_("Satisfaction"),
  N_("Mean of the answers to surveys sent in the period"), N_("Survey responses"),
};
static const TambourDefinition REPLIES = {
  "survey.replies", "M16", TAMBOUR_UNIT_SHARE, N_("Surveys answered"),
  N_("Surveys answered ÷ surveys sent in the period"), N_("Survey responses"),
};

static gboolean
is_update (TambourCaseEvent *event)
{
  return event->actor == TAMBOUR_ACTOR_US && !event->automatic &&
         (event->kind == TAMBOUR_EVENT_KIND_OUR_MSG || event->public_update);
}

static gint64
limit_of (TambourCase *record)
{
  return record->priority == TAMBOUR_PRIORITY_P1 ? TAMBOUR_DAY : 7 * TAMBOUR_DAY;
}

/* How often the customer heard nothing for too long. */
static guint
count_gaps (TambourReading   *reading,
            TambourCaseState *state)
{
  TambourCase *record = state->support_case;
  TambourInstant last = record->opened_at;
  TambourInstant end = tambour_case_state_end (state);
  guint gaps = 0;

  if (!tambour_instant_is_stated (end))
    end = reading->facts->as_of;

  for (guint i = 0; i < state->events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (state->events, i);

      if (!is_update (event) || event->at.seconds > end.seconds)
        continue;
      gaps += event->at.seconds - last.seconds > limit_of (record);
      last = event->at;
    }

  if (end.seconds - last.seconds > limit_of (record))
    return gaps + 1;

  return gaps + (tambour_instant_is_stated (record->next_update_due) &&
                 record->next_update_due.seconds < end.seconds &&
                 record->next_update_due.seconds > last.seconds);
}

static void
measure_silent (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  guint gaps = 0, n_known = 0;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      guint found;

      if (!tambour_case_state_opened_in (state, period))
        continue;
      if (!tambour_reading_speaks (reading, state))
        {
          tambour_measure_exclude (measure, state->id, N_("The source of the case does not record messages"));
          continue;
        }

      n_known++;
      found = count_gaps (reading, state);
      gaps += found;
      if (found > 0)
        tambour_measure_count (measure, state->id);
    }

  if (n_known == 0 && measure->excluded->len > 0)
    tambour_measure_refuse (measure, N_("The source of these cases does not record messages"));
  else
    tambour_measure_set_value (measure, gaps);
}

static gboolean
takes_survey (TambourReading        *reading,
              const TambourPeriod   *period,
              TambourSurveyResponse *survey)
{
  return survey->kind == TAMBOUR_SURVEY_KIND_CSAT && tambour_reading_is_in (period, survey->asked_at) &&
         tambour_reading_is_past (reading, survey->asked_at);
}

static gboolean
is_answered (TambourReading        *reading,
             TambourSurveyResponse *survey)
{
  return !isnan (survey->score) && tambour_reading_is_past (reading, survey->answered_at);
}

static void
measure_satisfaction (TambourReading      *reading,
                      const TambourPeriod *period,
                      gconstpointer        data,
                      TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_SURVEY_RESPONSE);
  double sum = 0;

  for (guint i = 0; i < list->len; i++)
    {
      TambourSurveyResponse *survey = g_ptr_array_index (list, i);

      if (!takes_survey (reading, period, survey) || !is_answered (reading, survey))
        continue;
      sum += survey->score;
      tambour_measure_count (measure, TAMBOUR_RECORD (survey)->id);
    }

  if (list->len == 0)
    tambour_measure_refuse (measure, N_("No surveys are recorded"));
  else
    tambour_measure_set_value (measure, measure->n > 0 ? sum / measure->n : NAN);
}

static void
measure_replies (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_SURVEY_RESPONSE);

  for (guint i = 0; i < list->len; i++)
    {
      TambourSurveyResponse *survey = g_ptr_array_index (list, i);

      if (takes_survey (reading, period, survey))
        tambour_measure_decide (measure, TAMBOUR_RECORD (survey)->id, is_answered (reading, survey));
    }

  if (list->len == 0)
    tambour_measure_refuse (measure, N_("No surveys are recorded"));
  else
    tambour_measure_set_share (measure);
}

/**
 * tambour_facts_count_surveys:
 * @reading: a reading
 *
 * Counts what customers said (METRICS.md M16).
 */
void
tambour_facts_count_surveys (TambourReading *reading)
{
  TambourServiceFacts *service = &reading->facts->service;

  service->satisfaction = tambour_reading_add (reading, &SATISFACTION, NULL, NULL, measure_satisfaction, NULL);
  service->survey_replies = tambour_reading_add (reading, &REPLIES, NULL, NULL, measure_replies, NULL);
}

/**
 * tambour_facts_count_quality:
 * @reading: a reading
 *
 * Counts silent cases and what customers said (METRICS.md M15, M16).
 */
void
tambour_facts_count_quality (TambourReading *reading)
{
  reading->facts->service.silent = tambour_reading_add (reading, &SILENT, NULL, NULL, measure_silent, NULL);
  tambour_facts_count_surveys (reading);
}
