/* tambour-today-arrivals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-calendar.h"

/* What the customer first heard from us, where that was written down. */
static const TambourCaseEvent *
find_answer (GPtrArray      *events,
             TambourInstant  at)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_CASE_EVENT (event) && event->kind == TAMBOUR_EVENT_KIND_OUR_MSG &&
          event->actor == TAMBOUR_ACTOR_US && event->public_update && !event->automatic && event->at.seconds <= at.seconds)
        return event;
    }

  return NULL;
}

static TambourInstant
known_by (TambourInstant instant,
          TambourInstant at)
{
  if (tambour_instant_is_stated (instant) && instant.seconds > at.seconds)
    instant.seconds = TAMBOUR_NEVER;

  return instant;
}

/* A case need not say itself when it was answered. */
static void
find_answered (TambourTodayArrival *arrival,
               TambourScope        *scope,
               TambourTodayCases   *cases,
               TambourCase         *support_case)
{
  const TambourCaseEvent *answer = find_answer (g_hash_table_lookup (cases->events, arrival->case_id), scope->at);

  arrival->answered_at = known_by (support_case->first_response_at, scope->at);
  if (answer != NULL && !tambour_instant_is_stated (support_case->first_response_at))
    arrival->answered_at = answer->at;
  if (answer != NULL && tambour_instant_is_stated (arrival->answered_at))
    arrival->answered_by = g_strdup (answer->from);
}

static gboolean
is_me (TambourScope     *scope,
       const TambourRef *person)
{
  return scope->me != NULL && g_strcmp0 (person->id, TAMBOUR_RECORD (scope->me)->id) == 0;
}

/* An outage is told of at once, the rest when somebody is there: who looks, or
 * the TAM of the account.
 */
static TambourInstant
find_telling (TambourScope *scope,
              TambourCase  *support_case)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (support_case));
  TambourCalendar *hours = scope->hours ? scope->hours : account->tam_hours;
  TambourInstant opens;

  if (support_case->priority == TAMBOUR_PRIORITY_P1 || hours == NULL ||
      !tambour_calendar_next_covered (hours, scope->at, &opens))
    return scope->at;

  return opens;
}

static TambourTodayArrival *
make_arrival (TambourScope      *scope,
              TambourTodayCases *cases,
              TambourCase       *support_case)
{
  TambourTodayArrival *arrival = g_atomic_rc_box_new0 (TambourTodayArrival);
  TambourRecord *record = TAMBOUR_RECORD (support_case);
  TambourPerson *owner = support_case->owner_id.id ? g_hash_table_lookup (scope->people, support_case->owner_id.id) : NULL;

  tambour_today_name_account (scope, record, &arrival->account);
  arrival->case_id = g_strdup (record->id);
  arrival->number = g_strdup (support_case->number);
  arrival->title = g_strdup (support_case->title);
  arrival->priority = support_case->priority;
  arrival->opened_at = support_case->opened_at;
  arrival->tell_at = find_telling (scope, support_case);
  find_answered (arrival, scope, cases, support_case);
  arrival->solved_at = known_by (tambour_instant_is_stated (support_case->resolved_at) ? support_case->resolved_at
                                                                                       : support_case->closed_at,
                                 scope->at);
  arrival->owner = g_strdup (owner && owner->name ? owner->name : support_case->owner_name);
  arrival->is_mine = is_me (scope, &support_case->owner_id);

  return arrival;
}

static void
clear_arrival (gpointer data)
{
  TambourTodayArrival *self = data;

  tambour_today_account_clear (&self->account);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->answered_by, g_free);
  g_clear_pointer (&self->owner, g_free);
}

/**
 * tambour_today_arrival_ref:
 * @self: an arrival
 *
 * Returns: (transfer full): @self
 */
TambourTodayArrival *
tambour_today_arrival_ref (TambourTodayArrival *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * tambour_today_arrival_unref:
 * @self: (transfer full): an arrival
 */
void
tambour_today_arrival_unref (TambourTodayArrival *self)
{
  g_atomic_rc_box_release_full (self, clear_arrival);
}

/* What has no priority comes last. */
static guint
rank_of (const TambourTodayArrival *arrival)
{
  return arrival->priority == TAMBOUR_PRIORITY_NONE ? G_MAXUINT : arrival->priority;
}

static int
compare_arrivals (gconstpointer a,
                  gconstpointer b)
{
  const TambourTodayArrival *x = *(TambourTodayArrival * const *) a;
  const TambourTodayArrival *y = *(TambourTodayArrival * const *) b;

  if (rank_of (x) != rank_of (y))
    return rank_of (x) < rank_of (y) ? -1 : 1;

  if (x->opened_at.seconds != y->opened_at.seconds)
    return x->opened_at.seconds > y->opened_at.seconds ? -1 : 1;

  return strcmp (x->case_id, y->case_id);
}

/**
 * tambour_today_list_arrivals:
 * @scope: the accounts
 * @cases: their cases
 * @arrivals: (element-type TambourTodayArrival): where to put them
 *
 * Finds what came in while its TAM was not there and nobody has acknowledged,
 * the most urgent and then the newest first.
 */
void
tambour_today_list_arrivals (TambourScope      *scope,
                             TambourTodayCases *cases,
                             GPtrArray         *arrivals)
{
  for (guint i = 0; i < cases->recent->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases->recent, i);

      if (tambour_today_is_unseen (scope, cases, support_case))
        g_ptr_array_add (arrivals, make_arrival (scope, cases, support_case));
    }

  g_ptr_array_sort (arrivals, compare_arrivals);
}
