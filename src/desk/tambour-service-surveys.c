/* tambour-service-surveys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-service-sheet-private.h"

#include "tambour-people.h"

/* Out of ten, from and up to which somebody recommends us or does not. */
#define HIGH 9
#define LOW  6

/**
 * tambour_service_survey_free:
 * @self: (transfer full): what somebody was asked
 */
void
tambour_service_survey_free (TambourServiceSurvey *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->contact);
  g_clear_pointer (&self->number, g_free);
  g_free (self);
}

/* As the review counts it (METRICS.md M16): an answer is a score. */
static gboolean
has_score (const TambourAccountReading *reading,
           TambourSurveyResponse       *survey)
{
  return !isnan (survey->score) && tambour_instant_is_stated (survey->answered_at) && survey->answered_at.seconds <= reading->at.seconds;
}

/* Feedback may be words alone. */
static gboolean
is_answered (const TambourAccountReading *reading,
             TambourSurveyResponse       *survey)
{
  return tambour_instant_is_stated (survey->answered_at) && survey->answered_at.seconds <= reading->at.seconds;
}

static void
count (TambourServiceScore   *score,
       TambourSurveyResponse *survey,
       gboolean               is_scored)
{
  score->asked++;
  if (!is_scored)
    return;

  score->mean = (score->answered > 0 ? score->mean * score->answered : 0) + survey->score;
  score->answered++;
  score->mean /= score->answered;
  score->n_high += survey->score >= HIGH;
  score->n_low += survey->score <= LOW;
}

static gboolean
add_survey (TambourServiceSheet          *self,
            const TambourAccountReading  *reading,
            TambourSurveyResponse        *record,
            GError                      **error)
{
  TambourServiceSurvey *survey = g_new0 (TambourServiceSurvey, 1);
  g_autoptr(TambourCase) support_case = NULL;
  const char *who;

  survey->record = g_object_ref (record);
  survey->is_answered = is_answered (reading, record);
  survey->is_late = !survey->is_answered && record->asked_at.seconds + TAMBOUR_SERVICE_REMIND_DAYS * TAMBOUR_DAY <= reading->at.seconds;
  g_ptr_array_add (self->surveys, survey);
  if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_CASE, record->case_id.id, &support_case, error))
    return FALSE;

  survey->number = support_case ? g_strdup (support_case->number) : NULL;
  who = record->contact_id.id == NULL && support_case != NULL ? support_case->reporter_id.id : record->contact_id.id;

  return tambour_account_reading_get (reading, TAMBOUR_TYPE_CONTACT, who, &survey->contact, error);
}

/* Those that wait, the longest first. */
static gboolean
add_waiting (TambourServiceSheet          *self,
             const TambourAccountReading  *reading,
             GPtrArray                    *all,
             GError                      **error)
{
  for (guint i = all->len; i > 0 && self->surveys->len < TAMBOUR_SERVICE_WAITING; i--)
    {
      TambourSurveyResponse *survey = g_ptr_array_index (all, i - 1);

      if (!is_answered (reading, survey) && survey->asked_at.seconds > reading->at.seconds - TAMBOUR_SERVICE_ASKED_DAYS * TAMBOUR_DAY &&
          !add_survey (self, reading, survey, error))
        return FALSE;
    }

  return TRUE;
}

static gint
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  TambourSurveyResponse *first = *(TambourSurveyResponse * const *) a;
  TambourSurveyResponse *second = *(TambourSurveyResponse * const *) b;

  return (first->answered_at.seconds < second->answered_at.seconds) - (first->answered_at.seconds > second->answered_at.seconds);
}

static gboolean
add_answers (TambourServiceSheet          *self,
             const TambourAccountReading  *reading,
             GPtrArray                    *all,
             GError                      **error)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_answered (reading, g_ptr_array_index (all, i)))
      g_ptr_array_add (answers, g_ptr_array_index (all, i));

  g_ptr_array_sort (answers, compare_answers);
  for (guint i = 0; i < MIN (answers->len, TAMBOUR_SERVICE_ANSWERS); i++)
    if (!add_survey (self, reading, g_ptr_array_index (answers, i), error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_service_sheet_add_surveys:
 * @self: a sheet
 * @reading: of its account
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_service_sheet_add_surveys (TambourServiceSheet          *self,
                                   const TambourAccountReading  *reading,
                                   GError                      **error)
{
  g_autoptr(GPtrArray) all = tambour_account_reading_page (reading, TAMBOUR_TYPE_SURVEY_RESPONSE, "asked_at >= {now-365} and asked_at <= {now}",
                                                           "asked_at", TRUE, -1, error);

  self->surveys = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_service_survey_free);
  for (guint i = 0; i < TAMBOUR_SERVICE_N_SURVEYS; i++)
    self->scores[i].mean = NAN;
  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      TambourSurveyResponse *survey = g_ptr_array_index (all, i);

      count (&self->scores[survey->kind], survey, has_score (reading, survey));
    }

  return add_waiting (self, reading, all, error) && add_answers (self, reading, all, error);
}
