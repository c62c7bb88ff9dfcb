/* tambour-overview-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

static gboolean
find_reading (TambourOverviewReading  *self,
              TambourGoal             *goal,
              TambourGoalReading     **reading,
              GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_GOAL_READING);
  g_autoptr(GPtrArray) readings = NULL;
  g_autofree char *today = tambour_date_dup_text (self->overview->today);

  if (!tambour_query_where (query, "goal_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (goal)), error) ||
      !tambour_query_where (query, "on", TAMBOUR_AT_MOST, today, error) ||
      !tambour_query_order (query, "on", TRUE, error))
    return FALSE;

  tambour_query_limit (query, 1, 0);
  if (!(readings = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  *reading = readings->len > 0 ? g_object_ref (g_ptr_array_index (readings, 0)) : NULL;

  return TRUE;
}

static gboolean
add_goal (TambourOverviewReading   *self,
          const TambourHealthGoal  *goal,
          GError                  **error)
{
  g_autoptr(TambourGoalReading) reading = NULL;

  if (!find_reading (self, goal->goal, &reading, error))
    return FALSE;

  g_ptr_array_add (self->overview->goals, tambour_goal_view_new (goal->goal, reading, goal->first_due, self->overview->today));

  return TRUE;
}

static gint
compare_goals (gconstpointer a,
               gconstpointer b)
{
  return tambour_goal_compare ((*(const TambourHealthGoal * const *) a)->goal, (*(const TambourHealthGoal * const *) b)->goal);
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

      if (tambour_goal_is_open (goal->goal))
        g_ptr_array_add (open, goal);
    }

  self->overview->n_goals = open->len;
  g_ptr_array_sort (open, compare_goals);
  for (guint i = 0; i < MIN (open->len, TAMBOUR_OVERVIEW_GOALS); i++)
    if (!add_goal (self, g_ptr_array_index (open, i), error))
      return FALSE;

  return TRUE;
}
