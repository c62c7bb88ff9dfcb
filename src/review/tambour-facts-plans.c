/* tambour-facts-plans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

#include "tambour-project-rank.h"

static const TambourDefinition PROJECTS = {
  "projects", "M70", TAMBOUR_UNIT_COUNT, N_("Value-add projects"),
  N_("Projects proposed, agreed or in work for the coming year"), N_("Value-add projects"),
};
static const TambourDefinition SCORE = {
  "projects.score", "M70", TAMBOUR_UNIT_NUMBER, N_("Rank score of a project"),
  N_("2 × impact − effort, each 1 to 5; ties go to the lower effort, then by title; fixed deadlines stand above"),
  N_("Value-add projects"),
};
static const TambourDefinition DECISIONS = {
  "decisions", "M70", TAMBOUR_UNIT_COUNT, N_("Decisions asked for"),
  N_("Decisions prepared for the review that have not been taken"), N_("Decisions"),
};

/* --- projects ------------------------------------------------------------- */

/* The year that the day before the end of the period is in. */
static int
find_year (TambourReading *reading)
{
  int year, month, day;

  tambour_date_split ((TambourDate) { reading->facts->period.to.julian - 1 }, &year, &month, &day);

  return year;
}

static TambourProjectFact
tell_project (TambourProject *project)
{
  return (TambourProjectFact) {
    .id = TAMBOUR_RECORD (project)->id,
    .title = project->title,
    .reason = project->reason,
    .owner = project->owner_them ? project->owner_them : project->owner_us,
    .quarter = project->quarter,
    .impact = project->impact,
    .effort = project->effort,
    .score = tambour_project_get_score (project),
    .pinned = tambour_project_is_pinned (project),
    .deadline = project->deadline,
    .deadline_reason = project->deadline_reason,
  };
}

static void
list_projects (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_PROJECT);
  g_autoptr(GPtrArray) coming = g_ptr_array_new ();
  int year = find_year (reading);

  for (guint i = 0; i < list->len; i++)
    if (tambour_project_is_coming (g_ptr_array_index (list, i), year))
      g_ptr_array_add (coming, g_ptr_array_index (list, i));

  g_ptr_array_sort (coming, tambour_project_compare);
  for (guint i = 0; i < coming->len; i++)
    {
      TambourProjectFact fact = tell_project (g_ptr_array_index (coming, i));

      g_array_append_val (reading->facts->plans.projects, fact);
    }
}

static void
measure_score (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  const TambourProjectFact *project = data;

  tambour_measure_count (measure, project->id);
  if (period != &reading->facts->period)
    tambour_measure_refuse (measure, N_("Projects are ranked for the coming year alone"));
  else if (project->score == TAMBOUR_NO_COUNT)
    tambour_measure_refuse (measure, N_("Impact and effort have not been scored"));
  else
    tambour_measure_set_value (measure, project->score);
}

static void
measure_projects (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  GArray *projects = reading->facts->plans.projects;

  if (period != &reading->facts->period)
    {
      tambour_measure_refuse (measure, N_("Projects are ranked for the coming year alone"));
      return;
    }

  if (projects->len == 0 && !tambour_reading_is_kept (reading))
    {
      tambour_measure_refuse (measure, N_("No projects are recorded"));
      return;
    }

  for (guint i = 0; i < projects->len; i++)
    tambour_measure_count (measure, g_array_index (projects, TambourProjectFact, i).id);

  tambour_measure_set_count (measure);
}

/* --- decisions and steps -------------------------------------------------- */

/* The review meeting that comes first after the period, or after the cut-off where the period
 * still runs: reviews are held in its last days too. */
static TambourEngagement *
find_review (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ENGAGEMENT);
  gint64 from = MIN (reading->facts->period.end.seconds, reading->facts->as_of.seconds);
  TambourEngagement *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEngagement *engagement = g_ptr_array_index (list, i);

      if (engagement->kind == TAMBOUR_ENGAGEMENT_KIND_EBR && engagement->planned_start.seconds >= from &&
          (found == NULL || engagement->planned_start.seconds < found->planned_start.seconds))
        found = engagement;
    }

  return found;
}

/* What belongs to the review meeting; without one, what is due after the period. */
static gboolean
is_asked (TambourReading    *reading,
          TambourEngagement *review,
          TambourRef         engagement,
          TambourDate        due)
{
  if (review != NULL)
    return g_strcmp0 (engagement.id, TAMBOUR_RECORD (review)->id) == 0;

  return tambour_date_is_stated (due) && due.julian >= reading->facts->period.to.julian;
}

typedef struct
{
  gint64              position;
  TambourDecisionFact fact;
} Placed;

static gint
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *first = a;
  const Placed *second = b;
  gint order;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  order = tambour_compare_dates (first->fact.due, second->fact.due);

  return order ? order : strcmp (first->fact.id, second->fact.id);
}

static void
list_decisions (TambourReading    *reading,
                TambourEngagement *review)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_DECISION);
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < list->len; i++)
    {
      TambourDecision *decision = g_ptr_array_index (list, i);
      Placed entry = {
        decision->position == TAMBOUR_NO_COUNT ? G_MAXINT64 : decision->position,
        { TAMBOUR_RECORD (decision)->id, decision->text, decision->choice, decision->waiting, decision->decided_by, decision->due },
      };

      if (!tambour_reading_is_past_day (reading, decision->on) &&
          is_asked (reading, review, decision->engagement_id, decision->due))
        g_array_append_val (placed, entry);
    }

  g_array_sort (placed, compare_placed);
  for (guint i = 0; i < placed->len; i++)
    g_array_append_val (reading->facts->plans.decisions, g_array_index (placed, Placed, i).fact);
}

static gint
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const TambourStepFact *first = a;
  const TambourStepFact *second = b;
  gint order = tambour_compare_dates (first->due, second->due);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_steps (TambourReading    *reading,
            TambourEngagement *review)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ACTION_ITEM);
  GArray *steps = reading->facts->plans.steps;

  for (guint i = 0; i < list->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (list, i);
      TambourStepFact fact = { TAMBOUR_RECORD (action)->id, action->title, action->owner, action->due };

      if ((action->status == TAMBOUR_ACTION_STATUS_OPEN || action->status == TAMBOUR_ACTION_STATUS_BLOCKED) &&
          is_asked (reading, review, action->engagement_id, action->due))
        g_array_append_val (steps, fact);
    }

  g_array_sort (steps, compare_steps);
}

static void
measure_decisions (TambourReading      *reading,
                   const TambourPeriod *period,
                   gconstpointer        data,
                   TambourMeasure      *measure)
{
  GArray *decisions = reading->facts->plans.decisions;

  if (period != &reading->facts->period)
    {
      tambour_measure_refuse (measure, N_("Decisions are asked for in the coming review alone"));
      return;
    }

  if (decisions->len == 0 && !tambour_reading_is_kept (reading))
    {
      tambour_measure_refuse (measure, N_("No decisions are recorded"));
      return;
    }

  for (guint i = 0; i < decisions->len; i++)
    tambour_measure_count (measure, g_array_index (decisions, TambourDecisionFact, i).id);

  tambour_measure_set_count (measure);
}

/**
 * tambour_facts_count_plans:
 * @reading: a reading
 *
 * Ranks the projects of the coming year (METRICS.md M70) and lists what the
 * review is to decide and the next steps.
 */
void
tambour_facts_count_plans (TambourReading *reading)
{
  TambourPlanFacts *plans = &reading->facts->plans;
  TambourEngagement *review = find_review (reading);

  if (review != NULL)
    {
      plans->next_review = review->next_date;
      if (!tambour_date_is_stated (reading->facts->review_on))
        reading->facts->review_on = tambour_zone_date_of (reading->facts->zone, review->planned_start);
    }

  list_projects (reading);
  plans->n_projects = tambour_reading_add (reading, &PROJECTS, NULL, NULL, measure_projects, NULL);
  for (guint i = 0; i < plans->projects->len; i++)
    {
      TambourProjectFact *project = &g_array_index (plans->projects, TambourProjectFact, i);
      g_autofree char *variant = g_strdup_printf ("%u", i + 1);

      tambour_reading_add (reading, &SCORE, variant, project->title, measure_score, project);
    }

  list_decisions (reading, review);
  plans->n_decisions = tambour_reading_add (reading, &DECISIONS, NULL, NULL, measure_decisions, NULL);
  list_steps (reading, review);
}
