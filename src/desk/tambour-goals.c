/* tambour-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-goals.h"

#include "tambour-goal-progress.h"

/* Goals and how they stand: told once, for every place that shows them. */

/**
 * tambour_goal_is_open:
 * @goal: a goal
 *
 * Returns: whether it is agreed, and not settled
 */
gboolean
tambour_goal_is_open (TambourGoal *goal)
{
  switch ((TambourGoalStatus) goal->status)
    {
    case TAMBOUR_GOAL_STATUS_AGREED:
    case TAMBOUR_GOAL_STATUS_ON_TRACK:
    case TAMBOUR_GOAL_STATUS_AT_RISK:
      return TRUE;
    case TAMBOUR_GOAL_STATUS_DRAFT:
    case TAMBOUR_GOAL_STATUS_MET:
    case TAMBOUR_GOAL_STATUS_MISSED:
    case TAMBOUR_GOAL_STATUS_DROPPED:
      break;
    }

  return FALSE;
}

/* The day of a goal that nobody has settled is over. */
static TambourGoalTag
judge_end (double progress)
{
  if (progress >= TAMBOUR_GOAL_MET)
    return TAMBOUR_GOAL_TAG_MET;

  return progress >= TAMBOUR_GOAL_NEARLY ? TAMBOUR_GOAL_TAG_NEARLY : TAMBOUR_GOAL_TAG_MISSED;
}

static TambourGoalTag
judge (const TambourGoalView *self,
       TambourDate            today)
{
  if (tambour_goal_is_open (self->goal) && tambour_date_is_stated (self->goal->due) && self->goal->due.julian < today.julian)
    return judge_end (self->progress);

  switch ((TambourGoalStatus) self->goal->status)
    {
    case TAMBOUR_GOAL_STATUS_ON_TRACK:
      return TAMBOUR_GOAL_TAG_ON_TRACK;
    case TAMBOUR_GOAL_STATUS_AT_RISK:
      return tambour_date_is_stated (self->first_due) ? TAMBOUR_GOAL_TAG_SLIPPED : TAMBOUR_GOAL_TAG_AT_RISK;
    case TAMBOUR_GOAL_STATUS_MET:
      return TAMBOUR_GOAL_TAG_MET;
    case TAMBOUR_GOAL_STATUS_MISSED:
      return TAMBOUR_GOAL_TAG_MISSED;
    case TAMBOUR_GOAL_STATUS_AGREED:
      return TAMBOUR_GOAL_TAG_AGREED;
    case TAMBOUR_GOAL_STATUS_DRAFT:
    case TAMBOUR_GOAL_STATUS_DROPPED:
      break;
    }

  return TAMBOUR_GOAL_TAG_DRAFT;
}

/**
 * tambour_goal_view_new:
 * @goal: a goal
 * @reading: (nullable): its last measurement
 * @first_due: when it was due before its date was moved; not stated if it was not
 * @today: the customer's day
 *
 * Returns: (transfer full): how the goal stands
 */
TambourGoalView *
tambour_goal_view_new (TambourGoal        *goal,
                       TambourGoalReading *reading,
                       TambourDate         first_due,
                       TambourDate         today)
{
  TambourGoalView *self = g_new0 (TambourGoalView, 1);
  TambourGoalMeasure measure = tambour_goal_get_measure (goal, reading);

  self->goal = g_object_ref (goal);
  g_set_object (&self->reading, reading);
  self->progress = tambour_goal_progress (&measure);
  self->first_due = first_due;
  self->tag = judge (self, today);

  return self;
}

/**
 * tambour_goal_view_free:
 * @self: (transfer full): a goal
 */
void
tambour_goal_view_free (TambourGoalView *self)
{
  g_clear_object (&self->goal);
  g_clear_object (&self->reading);
  g_free (self);
}

static gint64
position_of (TambourGoal *goal)
{
  return goal->position == TAMBOUR_NO_COUNT ? G_MAXINT64 : goal->position;
}

/**
 * tambour_goal_compare:
 * @first: a goal
 * @second: another
 *
 * Returns: less than 0 if @first comes first: as they are numbered, then by the
 *   day that they are due
 */
int
tambour_goal_compare (TambourGoal *first,
                      TambourGoal *second)
{
  if (position_of (first) != position_of (second))
    return position_of (first) < position_of (second) ? -1 : 1;
  if (first->due.julian != second->due.julian)
    return first->due.julian < second->due.julian ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static int
compare_views (gconstpointer a,
               gconstpointer b)
{
  return tambour_goal_compare ((*(TambourGoalView * const *) a)->goal, (*(TambourGoalView * const *) b)->goal);
}

/**
 * tambour_goal_find_first_due:
 * @store: a store
 * @goal: a goal
 * @first_due: (out): when it was due before its date was moved, as its history
 *   says; not stated if it was not
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_goal_find_first_due (TambourStore  *store,
                             TambourGoal   *goal,
                             TambourDate   *first_due,
                             GError       **error)
{
  g_autoptr(GPtrArray) history = NULL;

  first_due->julian = 0;
  if (goal->status != TAMBOUR_GOAL_STATUS_AT_RISK)
    return TRUE;
  if (!(history = tambour_store_history_of (store, TAMBOUR_RECORD (goal), error)))
    return FALSE;

  for (guint i = 0; i < history->len; i++)
    {
      const TambourHistoryEntry *entry = g_ptr_array_index (history, i);
      TambourDate due;

      if (entry->before != NULL && json_object_has_member (entry->before, "due") &&
          tambour_date_parse (json_object_get_string_member_with_default (entry->before, "due", ""), &due) &&
          due.julian < goal->due.julian)
        {
          *first_due = due;
          break;
        }
    }

  return TRUE;
}

/**
 * tambour_goals_read_readings:
 * @reading: a reading of an account, or of all of them
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8 TambourGoalReading): the
 *   last measurement of each goal, by the goal's id
 */
GHashTable *
tambour_goals_read_readings (const TambourAccountReading  *reading,
                             GError                      **error)
{
  g_autoptr(GPtrArray) list = tambour_account_reading_page (reading, TAMBOUR_TYPE_GOAL_READING,
                                                            "on <= {today}", "on", FALSE, -1, error);
  GHashTable *readings;

  if (list == NULL)
    return NULL;

  readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < list->len; i++)
    {
      TambourGoalReading *measured = g_ptr_array_index (list, i);

      if (measured->goal_id.id != NULL && !isnan (measured->value))
        g_hash_table_replace (readings, g_strdup (measured->goal_id.id), g_object_ref (measured));
    }

  return readings;
}

/**
 * tambour_goals_view:
 * @store: a store
 * @goals: (element-type TambourGoal): goals of one account
 * @readings: (element-type utf8 TambourGoalReading): see tambour_goals_read_readings()
 * @today: the customer's day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourGoalView): how they
 *   stand, in order
 */
GPtrArray *
tambour_goals_view (TambourStore  *store,
                    GPtrArray     *goals,
                    GHashTable    *readings,
                    TambourDate    today,
                    GError       **error)
{
  g_autoptr(GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_goal_view_free);

  for (guint i = 0; i < goals->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (goals, i);
      TambourDate first_due;

      if (!tambour_goal_find_first_due (store, goal, &first_due, error))
        return NULL;

      g_ptr_array_add (views, tambour_goal_view_new (goal, g_hash_table_lookup (readings, TAMBOUR_RECORD (goal)->id), first_due, today));
    }

  g_ptr_array_sort (views, compare_views);

  return g_steal_pointer (&views);
}
