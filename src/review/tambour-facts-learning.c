/* tambour-facts-learning.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

typedef enum
{
  PROGRAMME_SEATS,
  PROGRAMME_PRACTICES,
  PROGRAMME_READING,
  PROGRAMME_WEBINARS,
  PROGRAMME_EVENTS,
  PROGRAMME_EARLY_ACCESS,
} Programme;

static const TambourDefinition PROGRAMMES[] = {
  [PROGRAMME_SEATS] = {
    "learning.seats", "M24", TAMBOUR_UNIT_SHARE, N_("Training seats filled"),
    N_("Seats filled ÷ seats offered in the trainings of the period"), N_("Trainings"),
  },
  [PROGRAMME_PRACTICES] = {
    "learning.practices", "M25", TAMBOUR_UNIT_SHARE, N_("Shared practices adopted"),
    N_("Practices adopted or discussed ÷ practices shared in the period"), N_("Shared content"),
  },
  [PROGRAMME_READING] = {
    "learning.reading", "M25", TAMBOUR_UNIT_SHARE, N_("Papers and posts opened"),
    N_("Papers and posts opened ÷ those shared in the period"), N_("Shared content"),
  },
  [PROGRAMME_WEBINARS] = {
    "learning.webinars", "M25", TAMBOUR_UNIT_SHARE, N_("Webinars attended"),
    N_("Webinars attended ÷ webinars offered in the period"), N_("Shared content"),
  },
  [PROGRAMME_EVENTS] = {
    "learning.events", "M25", TAMBOUR_UNIT_SHARE, N_("Event invitations accepted"),
    N_("Invitations accepted ÷ invitations of the period"), N_("Invitations"),
  },
  [PROGRAMME_EARLY_ACCESS] = {
    "learning.early_access", "M25", TAMBOUR_UNIT_SHARE, N_("Early-access invitations accepted"),
    N_("Programmes joined ÷ programmes offered in the period"), N_("Early access"),
  },
};
static const TambourDefinition SESSIONS = {
  "learning.sessions", "M24", TAMBOUR_UNIT_COUNT, N_("Trainings"),
  N_("Trainings held in the period"), N_("Trainings"),
};
static const TambourDefinition PEOPLE = {
  "learning.people", "M24", TAMBOUR_UNIT_COUNT, N_("People trained"),
  N_("Seats filled in the trainings of the period; distinct people where every training names all who came"), N_("Trainings"), 2,
};
static const TambourDefinition PERSON_HOURS = {
  "learning.person_hours", "M24", TAMBOUR_UNIT_HOURS, N_("Person-hours of training"),
  N_("Σ hours × people over the trainings of the period"), N_("Trainings"),
};
static const TambourDefinition RATING = {
  "learning.rating", "M24", TAMBOUR_UNIT_RATING, N_("Training rating"),
  N_("Σ rating × attendees ÷ Σ attendees over the trainings of the period that were rated"), N_("Trainings"),
};

static gboolean
falls (TambourReading      *reading,
       const TambourPeriod *period,
       TambourDate          day)
{
  return tambour_reading_has_day (period, day) && tambour_reading_is_past_day (reading, day);
}

/* --- what was offered and taken up ---------------------------------------- */

static gboolean
is_of_programme (Programme   programme,
                 const char *kind)
{
  switch (programme)
    {
    case PROGRAMME_PRACTICES:
      return g_strcmp0 (kind, "best_practice") == 0;

    case PROGRAMME_READING:
      return g_strcmp0 (kind, "blog") == 0 || g_strcmp0 (kind, "article") == 0 || g_strcmp0 (kind, "white_paper") == 0;

    case PROGRAMME_WEBINARS:
      return g_strcmp0 (kind, "webinar") == 0;

    case PROGRAMME_SEATS:
    case PROGRAMME_EVENTS:
    case PROGRAMME_EARLY_ACCESS:
      break;
    }

  return FALSE;
}

static void
measure_content (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_CONTENT_SHARE);
  Programme programme = (const TambourDefinition *) data - PROGRAMMES;

  for (guint i = 0; i < list->len; i++)
    {
      TambourContentShare *share = g_ptr_array_index (list, i);

      if (is_of_programme (programme, share->kind) && falls (reading, period, share->on))
        tambour_measure_decide (measure, TAMBOUR_RECORD (share)->id, share->opened);
    }

  tambour_measure_set_share (measure);
}

static void
measure_events (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_INVITATION);

  for (guint i = 0; i < list->len; i++)
    {
      TambourInvitation *invitation = g_ptr_array_index (list, i);

      if (falls (reading, period, invitation->invited_on))
        tambour_measure_decide (measure, TAMBOUR_RECORD (invitation)->id, invitation->accepted);
    }

  tambour_measure_set_share (measure);
}

static void
measure_early_access (TambourReading      *reading,
                      const TambourPeriod *period,
                      gconstpointer        data,
                      TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_EARLY_ACCESS);

  for (guint i = 0; i < list->len; i++)
    {
      TambourEarlyAccess *access = g_ptr_array_index (list, i);

      if (falls (reading, period, access->invited_on))
        tambour_measure_decide (measure, TAMBOUR_RECORD (access)->id,
                                tambour_reading_is_past_day (reading, access->joined_on));
    }

  tambour_measure_set_share (measure);
}

static void
measure_seats (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_TRAINING);

  measure->of = 0;
  for (guint i = 0; i < list->len; i++)
    {
      TambourTraining *training = g_ptr_array_index (list, i);

      if (!falls (reading, period, training->on))
        continue;
      if (training->seats == TAMBOUR_NO_COUNT || training->attended == TAMBOUR_NO_COUNT)
        {
          tambour_measure_exclude (measure, TAMBOUR_RECORD (training)->id, N_("Seats or attendance are not recorded"));
          continue;
        }
      g_ptr_array_add (measure->ids, TAMBOUR_RECORD (training)->id);
      measure->of += training->seats;
      measure->n += training->attended;
    }

  tambour_measure_set_share (measure);
}

/* --- M24 ------------------------------------------------------------------ */

/* How many came: counted, else those who are named. */
static gint64
people_of (TambourTraining *training)
{
  if (training->attended != TAMBOUR_NO_COUNT)
    return training->attended;

  return training->attendees ? g_strv_length (training->attendees) : 0;
}

typedef struct
{
  gint64      people;
  double      hours;
  double      rating;
  gint64      rated;
  gboolean    all_named;
  GHashTable *names;
} Sum;

static void
add_training (Sum             *sum,
              TambourTraining *training)
{
  gint64 people = people_of (training);

  sum->people += people;
  sum->hours += isnan (training->hours) ? 0 : training->hours * people;
  if (!isnan (training->rating))
    {
      sum->rating += training->rating * people;
      sum->rated += people;
    }

  sum->all_named = sum->all_named && training->attendees != NULL && (gint64) g_strv_length (training->attendees) >= people;
  for (guint i = 0; training->attendees && training->attendees[i]; i++)
    g_hash_table_add (sum->names, training->attendees[i]);
}

static double
read_sum (const Sum     *sum,
          gconstpointer  definition)
{
  if (definition == &PEOPLE)
    return sum->all_named && g_hash_table_size (sum->names) > 0 ? g_hash_table_size (sum->names) : sum->people;
  if (definition == &PERSON_HOURS)
    return sum->hours;

  return sum->rated > 0 ? sum->rating / sum->rated : NAN;
}

static void
measure_trainings (TambourReading      *reading,
                   const TambourPeriod *period,
                   gconstpointer        data,
                   TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_TRAINING);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Sum sum = { .all_named = TRUE, .names = names };

  if (list->len == 0 && !tambour_reading_is_kept (reading))
    {
      tambour_measure_refuse (measure, N_("No trainings are recorded"));
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      TambourTraining *training = g_ptr_array_index (list, i);

      if (!falls (reading, period, training->on))
        continue;
      add_training (&sum, training);
      tambour_measure_count (measure, TAMBOUR_RECORD (training)->id);
    }

  if (data == &SESSIONS)
    tambour_measure_set_count (measure);
  else
    tambour_measure_set_value (measure, read_sum (&sum, data));
}

static gint
compare_trainings (gconstpointer a,
                   gconstpointer b)
{
  const TambourTrainingFact *first = a;
  const TambourTrainingFact *second = b;
  gint order = tambour_compare_dates (first->on, second->on);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_trainings (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_TRAINING);

  for (guint i = 0; i < list->len; i++)
    {
      TambourTraining *training = g_ptr_array_index (list, i);
      TambourTrainingFact fact = {
        TAMBOUR_RECORD (training)->id, training->topic, training->on, training->seats, training->attended, training->rating,
      };

      if (falls (reading, &facts->period, training->on))
        g_array_append_val (facts->enablement.trainings, fact);
      else if (tambour_date_is_stated (training->on) && training->on.julian >= facts->period.to.julian &&
               !tambour_reading_is_past_day (reading, training->on))
        g_array_append_val (facts->enablement.planned, fact);
    }

  g_array_sort (facts->enablement.trainings, compare_trainings);
  g_array_sort (facts->enablement.planned, compare_trainings);
}

static gint
compare_practices (gconstpointer a,
                   gconstpointer b)
{
  const TambourPracticeFact *first = a;
  const TambourPracticeFact *second = b;
  gint order = tambour_compare_dates (first->on, second->on);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_practices (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_CONTENT_SHARE);
  GArray *practices = reading->facts->enablement.practices;

  for (guint i = 0; i < list->len; i++)
    {
      TambourContentShare *share = g_ptr_array_index (list, i);
      TambourPracticeFact fact = { TAMBOUR_RECORD (share)->id, share->title, share->on, share->opened, share->reaction };

      if (is_of_programme (PROGRAMME_PRACTICES, share->kind) && falls (reading, &reading->facts->period, share->on))
        g_array_append_val (practices, fact);
    }

  g_array_sort (practices, compare_practices);
}

static gint
compare_take_up (gconstpointer a,
                 gconstpointer b)
{
  const TambourTakeUpFact *first = a;
  const TambourTakeUpFact *second = b;

  if (first->share->now.of != second->share->now.of)
    return first->share->now.of < second->share->now.of ? 1 : -1;

  return strcmp (first->share->key, second->share->key);
}

/**
 * tambour_facts_count_learning:
 * @reading: a reading
 *
 * Counts trainings and what of all that was offered was taken up (METRICS.md
 * M24, M25).
 */
void
tambour_facts_count_learning (TambourReading *reading)
{
  static const TambourMeasureFunc FUNCS[] = {
    measure_seats, measure_content, measure_content, measure_content, measure_events, measure_early_access,
  };
  TambourEnablementFacts *enablement = &reading->facts->enablement;

  for (guint i = 0; i < G_N_ELEMENTS (PROGRAMMES); i++)
    {
      TambourTakeUpFact fact = { tambour_reading_add (reading, &PROGRAMMES[i], NULL, NULL, FUNCS[i], &PROGRAMMES[i]) };

      if (fact.share->now.of > 0)
        g_array_append_val (enablement->take_up, fact);
    }
  g_array_sort (enablement->take_up, compare_take_up);

  enablement->sessions = tambour_reading_add (reading, &SESSIONS, NULL, NULL, measure_trainings, &SESSIONS);
  enablement->people = tambour_reading_add (reading, &PEOPLE, NULL, NULL, measure_trainings, &PEOPLE);
  enablement->person_hours = tambour_reading_add (reading, &PERSON_HOURS, NULL, NULL, measure_trainings, &PERSON_HOURS);
  enablement->rating = tambour_reading_add (reading, &RATING, NULL, NULL, measure_trainings, &RATING);
  list_trainings (reading);
  list_practices (reading);
}
