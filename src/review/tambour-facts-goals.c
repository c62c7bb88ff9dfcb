/* tambour-facts-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-goal-progress.h"

static const TambourDefinition PROGRESS = {
  "goals.progress", "M27", TAMBOUR_UNIT_RATIO, N_("Goal progress"),
  N_("(result − start) ÷ (target − start); met from 100%, nearly from 90%, else missed; start = target: met or missed by comparison; “keep all”: 100% when nothing was missed, else what of the gap to all was gained"),
  N_("Goals, goal readings"),
};
static const TambourDefinition COUNT = {
  "goals", "M27", TAMBOUR_UNIT_COUNT, N_("Goals"),
  N_("Agreed goals due in the period, or running through all of it"), N_("Goals"),
};
static const TambourDefinition OUTCOMES[] = {
  [TAMBOUR_GOAL_OUTCOME_MET] = {
    "goals.met", "M27", TAMBOUR_UNIT_SHARE, N_("Goals met"),
    N_("Goals with progress of 100% or more ÷ all goals"), N_("Goals, goal readings"),
  },
  [TAMBOUR_GOAL_OUTCOME_NEARLY] = {
    "goals.nearly", "M27", TAMBOUR_UNIT_SHARE, N_("Goals nearly met"),
    N_("Goals with progress of 90 to 99% ÷ all goals"), N_("Goals, goal readings"),
  },
  [TAMBOUR_GOAL_OUTCOME_MISSED] = {
    "goals.missed", "M27", TAMBOUR_UNIT_SHARE, N_("Goals missed"),
    N_("Goals with progress below 90% ÷ all goals"), N_("Goals, goal readings"),
  },
  [TAMBOUR_GOAL_OUTCOME_NOT_MEASURED] = {
    "goals.not_measured", "M27", TAMBOUR_UNIT_SHARE, N_("Goals not measured"),
    N_("Goals without a reading ÷ all goals"), N_("Goals, goal readings"),
  },
};
static const TambourDefinition KEPT = {
  "commitments.kept", "M23", TAMBOUR_UNIT_SHARE, N_("Commitments kept"),
  N_("Our commitments due in the period that were kept on time ÷ all of them; late and withdrawn ones are listed"),
  N_("Commitments"),
};
static const TambourDefinition KEPT_THEIRS = {
  "commitments.kept.customer", "M23", TAMBOUR_UNIT_SHARE, N_("Your commitments kept"),
  N_("Your commitments due in the period that were kept on time ÷ all of them"), N_("Commitments"),
};

/* --- M27 ------------------------------------------------------------------ */

static gboolean
is_agreed (TambourGoal *goal)
{
  return goal->status != TAMBOUR_GOAL_STATUS_DRAFT && goal->status != TAMBOUR_GOAL_STATUS_DROPPED;
}

static gboolean
belongs (TambourReading      *reading,
         const TambourPeriod *period,
         TambourGoal         *goal)
{
  if (tambour_date_is_stated (goal->agreed_at) &&
      (goal->agreed_at.julian >= period->to.julian || !tambour_reading_is_past_day (reading, goal->agreed_at)))
    return FALSE;
  if (tambour_reading_has_day (period, goal->due))
    return TRUE;
  if (tambour_date_is_stated (goal->due) && goal->due.julian < period->from.julian)
    return FALSE;

  return tambour_date_is_stated (goal->agreed_at) || goal->baseline_date.julian < period->from.julian;
}

/* The last reading of the period, or one that was taken after it for it. */
static TambourGoalReading *
find_reading (TambourReading      *reading,
              const TambourPeriod *period,
              TambourGoal         *goal)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_GOAL_READING);
  TambourGoalReading *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      TambourGoalReading *candidate = g_ptr_array_index (list, i);

      if (g_strcmp0 (candidate->goal_id.id, TAMBOUR_RECORD (goal)->id) != 0 || isnan (candidate->value) ||
          !tambour_reading_has_day (period, candidate->on) || !tambour_reading_is_past_day (reading, candidate->on))
        continue;
      if (found == NULL || candidate->on.julian >= found->on.julian)
        found = candidate;
    }

  return found;
}

static double
progress_of (const TambourGoalFact *fact)
{
  TambourGoalMeasure measure = {
    .rule = fact->rule,
    .start = fact->start,
    .start_of = fact->start_of,
    .target = fact->target,
    .target_of = fact->target_of,
    .result = fact->result,
    .result_of = fact->result_of,
  };

  return tambour_goal_progress (&measure);
}

static TambourGoalOutcome
outcome_of (double progress)
{
  if (isnan (progress))
    return TAMBOUR_GOAL_OUTCOME_NOT_MEASURED;
  if (progress >= TAMBOUR_GOAL_MET)
    return TAMBOUR_GOAL_OUTCOME_MET;

  return progress >= TAMBOUR_GOAL_NEARLY ? TAMBOUR_GOAL_OUTCOME_NEARLY : TAMBOUR_GOAL_OUTCOME_MISSED;
}

static TambourGoalFact
make_goal (TambourReading      *reading,
           const TambourPeriod *period,
           TambourGoal         *goal)
{
  TambourGoalReading *found = find_reading (reading, period, goal);
  TambourContact *owner = tambour_reading_find (reading, TAMBOUR_TYPE_CONTACT, goal->owner_id.id);
  TambourGoalFact fact = {
    .id = TAMBOUR_RECORD (goal)->id,
    .statement = goal->statement,
    .metric = goal->metric,
    .unit = goal->unit,
    .rule = goal->rule,
    .start = goal->baseline,
    .start_of = goal->baseline_of,
    .target = goal->target,
    .target_of = goal->target_of,
    .result = found ? found->value : NAN,
    .result_of = found ? found->value_of : NAN,
    .result_on = found ? found->on : (TambourDate) { 0 },
    .owner = goal->owner_name ? goal->owner_name : owner ? owner->name : NULL,
    .reason = goal->reason,
  };

  fact.outcome = outcome_of (progress_of (&fact));

  return fact;
}

static void
measure_progress (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  TambourGoal *goal = (TambourGoal *) data;
  TambourGoalReading *found = find_reading (reading, period, goal);
  TambourGoalFact fact = make_goal (reading, period, goal);

  if (found == NULL)
    {
      tambour_measure_refuse (measure, N_("There is no reading of the goal in the period"));
      return;
    }

  tambour_measure_count (measure, fact.id);
  tambour_measure_count (measure, TAMBOUR_RECORD (found)->id);
  if (isnan (progress_of (&fact)))
    tambour_measure_refuse (measure, N_("The goal has no target"));
  else
    tambour_measure_set_value (measure, progress_of (&fact));
}

static void
measure_goals (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_GOAL);

  if (!tambour_reading_is_kept (reading))
    {
      tambour_measure_refuse (measure, N_("No goals are recorded"));
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (list, i);

      if (!belongs (reading, period, goal))
        continue;
      if (is_agreed (goal))
        tambour_measure_count (measure, TAMBOUR_RECORD (goal)->id);
      else
        tambour_measure_exclude (measure, TAMBOUR_RECORD (goal)->id,
                                 goal->status == TAMBOUR_GOAL_STATUS_DRAFT ? N_("Not agreed") : N_("Dropped"));
    }

  tambour_measure_set_count (measure);
}

static void
measure_outcome (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_GOAL);
  const TambourDefinition *definition = data;
  TambourGoalOutcome outcome = definition - OUTCOMES;

  for (guint i = 0; i < list->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (list, i);

      if (belongs (reading, period, goal) && is_agreed (goal))
        tambour_measure_decide (measure, TAMBOUR_RECORD (goal)->id, make_goal (reading, period, goal).outcome == outcome);
    }

  tambour_measure_set_share (measure);
}

static gint
compare_goals (gconstpointer a,
               gconstpointer b)
{
  const TambourGoal *first = *(const TambourGoal * const *) a;
  const TambourGoal *second = *(const TambourGoal * const *) b;
  gint64 one = first->position == TAMBOUR_NO_COUNT ? G_MAXINT64 : first->position;
  gint64 two = second->position == TAMBOUR_NO_COUNT ? G_MAXINT64 : second->position;
  gint order = (one > two) - (one < two);

  return order ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static void
list_goals (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_GOAL);
  g_autoptr(GPtrArray) goals = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (list, i);

      if (is_agreed (goal) && belongs (reading, &facts->period, goal))
        g_ptr_array_add (goals, goal);
    }

  g_ptr_array_sort (goals, compare_goals);
  for (guint i = 0; i < goals->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (goals, i);
      TambourGoalFact fact = make_goal (reading, &facts->period, goal);
      g_autofree char *variant = g_strdup_printf ("%u", i + 1);

      fact.progress = tambour_reading_add (reading, &PROGRESS, variant, goal->statement, measure_progress, goal);
      g_array_append_val (facts->goals.goals, fact);
    }
}

/* --- M23 ------------------------------------------------------------------ */

static gboolean
is_kept (TambourReading    *reading,
         TambourCommitment *commitment)
{
  if (commitment->status != TAMBOUR_COMMITMENT_STATUS_KEPT)
    return FALSE;
  if (!tambour_date_is_stated (commitment->settled_on))
    return TRUE;

  return commitment->settled_on.julian <= commitment->due.julian &&
         tambour_reading_is_past_day (reading, commitment->settled_on);
}

static gboolean
is_due (TambourReading      *reading,
        const TambourPeriod *period,
        TambourCommitment   *commitment,
        TambourSide          side)
{
  return commitment->side == side && tambour_reading_has_day (period, commitment->due) &&
         tambour_reading_is_past_day (reading, commitment->due);
}

static void
measure_kept (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_COMMITMENT);
  TambourSide side = data == &KEPT ? TAMBOUR_SIDE_US : TAMBOUR_SIDE_CUSTOMER;

  if (list->len == 0)
    {
      tambour_measure_refuse (measure, N_("No commitments are recorded"));
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      TambourCommitment *commitment = g_ptr_array_index (list, i);

      if (is_due (reading, period, commitment, side))
        tambour_measure_decide (measure, TAMBOUR_RECORD (commitment)->id, is_kept (reading, commitment));
    }

  tambour_measure_set_share (measure);
}

static gint
compare_commitments (gconstpointer a,
                     gconstpointer b)
{
  const TambourCommitmentFact *first = a;
  const TambourCommitmentFact *second = b;
  gint order = second->kept - first->kept;

  if (order == 0)
    order = tambour_compare_dates (first->due, second->due);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_commitments (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_COMMITMENT);

  for (guint i = 0; i < list->len; i++)
    {
      TambourCommitment *commitment = g_ptr_array_index (list, i);
      TambourCommitmentFact fact = {
        TAMBOUR_RECORD (commitment)->id, commitment->text, commitment->due, commitment->settled_on,
        commitment->status, is_kept (reading, commitment), commitment->reason, commitment->carried,
      };

      if (is_due (reading, &facts->period, commitment, TAMBOUR_SIDE_US))
        g_array_append_val (facts->goals.commitments, fact);
    }

  g_array_sort (facts->goals.commitments, compare_commitments);
}

/**
 * tambour_facts_count_goals:
 * @reading: a reading
 *
 * Counts goals and commitments (METRICS.md M27, M23).
 */
void
tambour_facts_count_goals (TambourReading *reading)
{
  TambourGoalFacts *goals = &reading->facts->goals;
  TambourFact **outcomes[] = { &goals->met, &goals->nearly, &goals->missed, &goals->not_measured };

  goals->count = tambour_reading_add (reading, &COUNT, NULL, NULL, measure_goals, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    *outcomes[i] = tambour_reading_add (reading, &OUTCOMES[i], NULL, NULL, measure_outcome, &OUTCOMES[i]);

  list_goals (reading);
  goals->kept = tambour_reading_add (reading, &KEPT, NULL, NULL, measure_kept, &KEPT);
  goals->kept_theirs = tambour_reading_add (reading, &KEPT_THEIRS, NULL, NULL, measure_kept, &KEPT_THEIRS);
  list_commitments (reading);
}
