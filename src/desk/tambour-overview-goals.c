/* tambour-overview-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-goal-progress.h"

/**
 * tambour_overview_goal_free:
 * @self: a goal
 */
void
tambour_overview_goal_free (TambourOverviewGoal *self)
{
  g_clear_object (&self->goal);
  g_clear_object (&self->reading);
  g_free (self);
}

static gboolean
is_open (TambourGoal *goal)
{
  return goal->status == TAMBOUR_GOAL_STATUS_AGREED || goal->status == TAMBOUR_GOAL_STATUS_ON_TRACK ||
         goal->status == TAMBOUR_GOAL_STATUS_AT_RISK;
}

static gboolean
find_reading (TambourOverviewReading  *self,
              TambourOverviewGoal     *shown,
              GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_GOAL_READING);
  g_autoptr(GPtrArray) readings = NULL;
  g_autofree char *today = tambour_date_dup_text (self->overview->today);

  if (!tambour_query_where (query, "goal_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (shown->goal)), error) ||
      !tambour_query_where (query, "on", TAMBOUR_AT_MOST, today, error) ||
      !tambour_query_order (query, "on", TRUE, error))
    return FALSE;

  tambour_query_limit (query, 1, 0);
  if (!(readings = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  if (readings->len > 0)
    shown->reading = g_object_ref (g_ptr_array_index (readings, 0));

  return TRUE;
}

static TambourGoalTag
tag_of (const TambourOverviewGoal *shown,
        TambourDate                today)
{
  gboolean is_over = tambour_date_is_stated (shown->goal->due) && shown->goal->due.julian < today.julian;

  if (is_over)
    return shown->progress >= TAMBOUR_GOAL_NEARLY ? TAMBOUR_GOAL_TAG_NEARLY : TAMBOUR_GOAL_TAG_MISSED;
  if (shown->goal->status == TAMBOUR_GOAL_STATUS_ON_TRACK)
    return TAMBOUR_GOAL_TAG_ON_TRACK;
  if (shown->goal->status != TAMBOUR_GOAL_STATUS_AT_RISK)
    return TAMBOUR_GOAL_TAG_AGREED;

  return tambour_date_is_stated (shown->first_due) ? TAMBOUR_GOAL_TAG_SLIPPED : TAMBOUR_GOAL_TAG_AT_RISK;
}

static gboolean
add_goal (TambourOverviewReading   *self,
          const TambourHealthGoal  *goal,
          GError                  **error)
{
  TambourOverviewGoal *shown = g_new0 (TambourOverviewGoal, 1);

  shown->goal = g_object_ref (goal->goal);
  shown->progress = goal->progress;
  shown->first_due = goal->first_due;
  shown->tag = tag_of (shown, self->overview->today);
  g_ptr_array_add (self->overview->goals, shown);

  return find_reading (self, shown, error);
}

static gint64
position_of (const TambourHealthGoal *goal)
{
  return goal->goal->position == TAMBOUR_NO_COUNT ? G_MAXINT64 : goal->goal->position;
}

static gint
compare_goals (gconstpointer a,
               gconstpointer b)
{
  const TambourHealthGoal *first = *(const TambourHealthGoal * const *) a;
  const TambourHealthGoal *second = *(const TambourHealthGoal * const *) b;

  if (position_of (first) != position_of (second))
    return position_of (first) < position_of (second) ? -1 : 1;
  if (first->goal->due.julian != second->goal->due.julian)
    return first->goal->due.julian < second->goal->due.julian ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (first->goal)->id, TAMBOUR_RECORD (second->goal)->id);
}

/**
 * tambour_overview_add_goals:
 * @self: an overview that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_overview_add_goals (TambourOverviewReading  *self,
                            GError                 **error)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->goals->len; i++)
    {
      TambourHealthGoal *goal = &g_array_index (self->facts->goals, TambourHealthGoal, i);

      if (is_open (goal->goal))
        g_ptr_array_add (open, goal);
    }

  self->overview->n_goals = open->len;
  g_ptr_array_sort (open, compare_goals);
  for (guint i = 0; i < MIN (open->len, TAMBOUR_OVERVIEW_GOALS); i++)
    if (!add_goal (self, g_ptr_array_index (open, i), error))
      return FALSE;

  return TRUE;
}
