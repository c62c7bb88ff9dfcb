/* tambour-today-clocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-clock-replay.h"
#include "tambour-people.h"

/* How long a clock that was missed stays on the list at most, in days: until
 * then the next meeting with the customer has been, and it was spoken about.
 */
#define DAYS_MISSED 7

static const TambourCaseEvent *
find_pause (GPtrArray      *events,
            TambourInstant  at)
{
  TambourCaseEvent *last = NULL;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_CASE_EVENT (event) && event->at.seconds <= at.seconds &&
          (event->kind == TAMBOUR_EVENT_KIND_PAUSED ||
           (event->kind == TAMBOUR_EVENT_KIND_STATUS && g_strcmp0 (event->to, "waiting_customer") == 0)))
        last = event;
    }

  return last;
}

static void
name_caller (TambourClockFacts *facts,
             TambourTodayCases *cases,
             TambourCase       *support_case)
{
  GPtrArray *found = support_case->reporter_id.id ? g_hash_table_lookup (cases->reporters, support_case->reporter_id.id) : NULL;
  TambourContact *contact = found ? g_ptr_array_index (found, 0) : NULL;

  facts->caller = g_strdup (contact && contact->name ? contact->name : support_case->reporter_name);
  facts->phone = g_strdup (contact ? contact->phone : NULL);
}

static TambourClockFacts *
make_facts (TambourScope         *scope,
            TambourTodayCases    *cases,
            TambourCase          *support_case,
            TambourResponseClock *clock)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));
  TambourClockFacts *facts = tambour_clock_facts_new (scope->plans, account->plan, clock);

  facts->number = g_strdup (support_case->number);
  facts->title = g_strdup (support_case->title);
  facts->account_name = g_strdup (account->account->name);
  facts->zone = g_strdup (account->account->report_tz);
  facts->next_step = g_strdup (support_case->next_step);
  name_caller (facts, cases, support_case);

  if (clock->state == TAMBOUR_CLOCK_STATE_PAUSED)
    {
      const TambourCaseEvent *pause = find_pause (g_hash_table_lookup (cases->events, facts->case_id), scope->at);

      facts->paused_since = pause ? pause->at : clock->start;
      facts->pause_text = pause ? g_strdup (pause->text) : NULL;
    }

  return facts;
}

/* What runs, stands still, was missed and not answered yet, or answered late
 * and not long ago.
 */
static gboolean
is_shown (TambourResponseClock *clock,
          TambourInstant        at)
{
  switch ((TambourClockState) clock->state)
    {
    case TAMBOUR_CLOCK_STATE_RUNNING:
    case TAMBOUR_CLOCK_STATE_PAUSED:
      return TRUE;
    case TAMBOUR_CLOCK_STATE_MISSED:
      return !tambour_instant_is_stated (clock->stop) || clock->stop.seconds >= at.seconds - DAYS_MISSED * TAMBOUR_DAY;
    case TAMBOUR_CLOCK_STATE_MET:
    case TAMBOUR_CLOCK_STATE_CANCELLED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static void
add_clocks (TambourScope      *scope,
            TambourTodayCases *cases,
            TambourCase       *support_case,
            gboolean           answered_only,
            GPtrArray         *clocks)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));
  GPtrArray *events = g_hash_table_lookup (cases->events, TAMBOUR_RECORD (support_case)->id);
  g_autoptr(GPtrArray) replayed = NULL;

  /* A combination that the plan promises nothing for has no clock. */
  if (account->plan != NULL)
    replayed = tambour_clock_replay_versions (scope->plans, account->plan, support_case, events, scope->at, NULL);

  for (guint i = 0; replayed != NULL && i < replayed->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (replayed, i);

      if (is_shown (clock, scope->at) && (!answered_only || tambour_instant_is_stated (clock->stop)))
        g_ptr_array_add (clocks, make_facts (scope, cases, support_case, clock));
    }
}

/* Accounts → when we last met them, since @since. */
static GHashTable *
list_meetings (TambourScope    *scope,
               TambourInstant   since,
               GError         **error)
{
  g_autofree char *from = tambour_instant_dup_text (since);
  g_autofree char *to = tambour_instant_dup_text (scope->at);
  g_autofree char *expression = g_strdup_printf ("status = held and planned_start >= %s and planned_start <= %s", from, to);
  g_autoptr(GPtrArray) held = tambour_scope_list (scope, TAMBOUR_TYPE_ENGAGEMENT, expression, error);
  GHashTable *meetings;

  if (held == NULL)
    return NULL;

  meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < held->len; i++)
    {
      TambourEngagement *meeting = g_ptr_array_index (held, i);
      const char *account_id = TAMBOUR_RECORD (meeting)->account_id.id;
      gint64 *last = account_id ? g_hash_table_lookup (meetings, account_id) : NULL;

      if (last != NULL)
        *last = MAX (*last, meeting->planned_start.seconds);
      else if (account_id != NULL)
        g_hash_table_insert (meetings, g_strdup (account_id), g_memdup2 (&meeting->planned_start.seconds, sizeof (gint64)));
    }

  return meetings;
}

/* One that was answered late stays until we have met the customer (DESIGN.md section 4). */
static gboolean
drop_spoken_about (TambourScope  *scope,
                   GPtrArray     *clocks,
                   GError       **error)
{
  g_autoptr(GHashTable) meetings = NULL;
  TambourInstant since = scope->at;

  for (guint i = 0; i < clocks->len; i++)
    {
      const TambourClockFacts *facts = g_ptr_array_index (clocks, i);

      if (tambour_instant_is_stated (facts->stop))
        since.seconds = MIN (since.seconds, facts->stop.seconds);
    }

  if (since.seconds == scope->at.seconds)
    return TRUE;

  if (!(meetings = list_meetings (scope, since, error)))
    return FALSE;

  for (guint i = clocks->len; i > 0; i--)
    {
      const TambourClockFacts *facts = g_ptr_array_index (clocks, i - 1);
      const gint64 *met = g_hash_table_lookup (meetings, facts->account_id);

      if (tambour_instant_is_stated (facts->stop) && met != NULL && *met >= facts->stop.seconds)
        g_ptr_array_remove_index (clocks, i - 1);
    }

  return TRUE;
}

static int
compare_clocks (gconstpointer a,
                gconstpointer b)
{
  return tambour_clock_facts_compare (*(TambourClockFacts * const *) a, *(TambourClockFacts * const *) b);
}

/**
 * tambour_today_list_clocks:
 * @scope: the accounts
 * @cases: their cases
 * @clocks: (element-type TambourClockFacts): where to put them
 * @error: return location
 *
 * Finds the clocks that run, stand still, were missed, or were answered late and
 * not spoken about since.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_clocks (TambourScope       *scope,
                           TambourTodayCases  *cases,
                           GPtrArray          *clocks,
                           GError            **error)
{
  for (guint i = 0; i < cases->open->len; i++)
    add_clocks (scope, cases, g_ptr_array_index (cases->open, i), FALSE, clocks);

  for (guint i = 0; i < cases->recent->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases->recent, i);

      if (tambour_instant_is_stated (support_case->resolved_at) || tambour_instant_is_stated (support_case->closed_at))
        add_clocks (scope, cases, support_case, TRUE, clocks);
    }

  if (!drop_spoken_about (scope, clocks, error))
    return FALSE;

  g_ptr_array_sort (clocks, compare_clocks);

  return TRUE;
}

/**
 * tambour_clock_facts_list:
 * @store: a store
 * @account_id: the id of an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourClockFacts): the
 *   clocks of one account, as Today has those of all
 */
GPtrArray *
tambour_clock_facts_list (TambourStore    *store,
                          const char      *account_id,
                          TambourInstant   at,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr(TambourScope) scope = tambour_scope_new (store, NULL, TAMBOUR_SCOPE_ALL, NULL, at, cancellable, error);
  g_autoptr(GPtrArray) clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  g_autoptr(TambourTodayCases) cases = NULL;

  if (scope == NULL)
    return NULL;

  tambour_scope_keep (scope, account_id);
  if (!(cases = tambour_today_cases_load (scope, error)) ||
      !tambour_today_list_clocks (scope, cases, clocks, error))
    return NULL;

  return g_steal_pointer (&clocks);
}
