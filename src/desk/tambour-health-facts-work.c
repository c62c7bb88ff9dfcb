/* tambour-health-facts-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-health-facts-private.h"

#include "tambour-clock-replay.h"
#include "tambour-goal-progress.h"
#include "tambour-goals.h"
#include "tambour-kinds.h"
#include "tambour-plans.h"

/* Fewer stretches of thirty days than these say nothing of what is usual. */
#define LEAST_STRETCHES 3

#define STRETCH (TAMBOUR_HEALTH_CASE_DAYS * TAMBOUR_DAY)

/* --- what is usual -------------------------------------------------------- */

/* Over how many whole stretches before the last one cases were known. */
static gboolean
count_stretches (TambourHealthReading  *self,
                 const char            *account_id,
                 guint                 *stretches,
                 GError               **error)
{
  TambourAccountReading of = self->reading;
  g_autoptr(GPtrArray) first = NULL;
  TambourHealthFacts *facts = g_hash_table_lookup (self->facts, account_id);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 since = G_MAXINT64;

  of.account_id = account_id;
  if (!(first = tambour_account_reading_page (&of, TAMBOUR_TYPE_CASE, "exclusion = no", "opened_at", FALSE, 1, error)))
    return FALSE;

  if (first->len > 0)
    since = TAMBOUR_CASE (g_ptr_array_index (first, 0))->opened_at.seconds;
  if (tambour_date_is_stated (facts->since))
    since = MIN (since, tambour_zone_start_of_day (utc, facts->since).seconds);

  *stretches = since >= self->reading.at.seconds ? 0 : (self->reading.at.seconds - since) / STRETCH;
  *stretches = CLAMP ((int) *stretches - 1, 0, TAMBOUR_HEALTH_CASE_STRETCHES);

  return TRUE;
}

/* How many cases of each priority an account had in so many stretches. */
static gboolean
add_usual_of (TambourHealthReading  *self,
              const char            *account_id,
              TambourHealthFacts    *facts,
              GError               **error)
{
  const char * const fields[] = { "priority", NULL };
  TambourAccountReading of = self->reading;
  g_autofree char *expression = NULL;
  g_autoptr(TambourQuery) query = NULL;
  g_autoptr(GPtrArray) tallies = NULL;
  guint stretches = 0;

  if (!count_stretches (self, account_id, &stretches, error))
    return FALSE;
  if (stretches < LEAST_STRETCHES)
    return TRUE;

  of.account_id = account_id;
  expression = g_strdup_printf ("opened_at > {now-%u} and opened_at <= {now-%u} and exclusion = no",
                                (stretches + 1) * TAMBOUR_HEALTH_CASE_DAYS, TAMBOUR_HEALTH_CASE_DAYS);
  if (!(query = tambour_account_reading_query (&of, TAMBOUR_TYPE_CASE, expression, error)) ||
      !(tallies = tambour_store_tally (of.store, query, fields, of.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < TAMBOUR_HEALTH_N_PRIORITIES; i++)
    facts->usual_cases[i] = 0;
  for (guint i = 0; i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      guint priority;

      if (tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, tally->values[0], &priority))
        facts->usual_cases[priority] = (double) tally->count / stretches;
    }

  return TRUE;
}

/**
 * tambour_health_reading_add_usual:
 * @self: a reading
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_health_reading_add_usual (TambourHealthReading  *self,
                                  GError               **error)
{
  GHashTableIter iter;
  gpointer id, facts;

  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, &id, &facts))
    if (!add_usual_of (self, id, facts, error))
      return FALSE;

  return TRUE;
}

/* --- clocks --------------------------------------------------------------- */

static gboolean
add_clocks_of (TambourHealthReading  *self,
               TambourHealthFacts    *facts,
               const char            *plan,
               TambourCase           *support_case,
               GError               **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GPtrArray) clocks = NULL;

  if (!tambour_query_where (query, "case_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (support_case)), error) ||
      !tambour_query_order (query, "at", FALSE, error) ||
      !(events = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  /* A combination that the plan promises nothing for has no clock. */
  clocks = tambour_clock_replay_versions (self->plans, plan, support_case, events, self->reading.at, NULL);
  for (guint i = 0; clocks && i < clocks->len; i++)
    g_ptr_array_add (facts->clocks, g_object_ref (g_ptr_array_index (clocks, i)));

  return TRUE;
}

static gboolean
add_clocks_of_all (TambourHealthReading  *self,
                   TambourHealthFacts    *facts,
                   const char            *plan,
                   GError               **error)
{
  TambourInstant lately = { self->reading.at.seconds - STRETCH };

  for (guint i = 0; i < facts->recent_cases->len; i++)
    if (!add_clocks_of (self, facts, plan, g_ptr_array_index (facts->recent_cases, i), error))
      return FALSE;

  for (guint i = 0; i < facts->open_cases->len; i++)
    {
      TambourCase *open = g_ptr_array_index (facts->open_cases, i);

      if (open->opened_at.seconds <= lately.seconds && !add_clocks_of (self, facts, plan, open, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_health_reading_add_clocks:
 * @self: a reading that has its cases
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_health_reading_add_clocks (TambourHealthReading  *self,
                                   GError               **error)
{
  GHashTableIter iter;
  gpointer id, facts;

  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, &id, &facts))
    {
      g_autofree char *plan = tambour_plans_dup_code (self->reading.store, g_hash_table_lookup (self->accounts, id), NULL);

      if (plan != NULL && !add_clocks_of_all (self, facts, plan, error))
        return FALSE;
    }

  return TRUE;
}

/* --- goals ---------------------------------------------------------------- */

/**
 * tambour_health_reading_add_goals:
 * @self: a reading
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_health_reading_add_goals (TambourHealthReading  *self,
                                  GError               **error)
{
  g_autoptr(GPtrArray) goals = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_GOAL,
                                                             "status != draft and status != dropped", error);
  g_autoptr(GHashTable) readings = goals ? tambour_goals_read_readings (&self->reading, error) : NULL;

  if (readings == NULL)
    return FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (goals, i);
      TambourHealthFacts *facts = tambour_health_reading_of (self, goal);
      TambourGoalMeasure measure = tambour_goal_get_measure (goal, g_hash_table_lookup (readings, tambour_record_get_id (TAMBOUR_RECORD (goal))));
      TambourHealthGoal of = { goal, { 0 }, tambour_goal_progress (&measure) };

      if (facts == NULL)
        continue;
      if (!tambour_goal_find_first_due (self->reading.store, goal, &of.first_due, error))
        return FALSE;

      g_object_ref (goal);
      g_array_append_val (facts->goals, of);
    }

  return TRUE;
}
