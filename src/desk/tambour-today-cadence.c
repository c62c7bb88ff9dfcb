/* tambour-today-cadence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

/* How far back one looks for the last call, in days. */
#define DAYS_LONGEST 400

static gint64
reach_of (TambourCadence *cadence)
{
  gint64 grace = cadence->grace_days != TAMBOUR_NO_COUNT ? cadence->grace_days : 0;

  return CLAMP (cadence->interval_days + grace, 0, DAYS_LONGEST);
}

static gboolean
belongs_to (TambourEngagement *call,
            TambourCadence    *cadence)
{
  const char *id = TAMBOUR_RECORD (cadence)->id;

  if (g_strcmp0 (TAMBOUR_RECORD (call)->account_id.id, TAMBOUR_RECORD (cadence)->account_id.id) != 0)
    return FALSE;

  /* A call that names no cadence is one of its kind. */
  return call->cadence_id.id ? g_str_equal (call->cadence_id.id, id) : call->kind == cadence->kind;
}

/* What is known of a cadence's calls, the newest first. */
typedef struct
{
  TambourCadence *cadence;
  TambourInstant  day;      /* the beginning of today */
  TambourInstant  now;
  TambourInstant  last;     /* that was held */
  gboolean        is_planned;
} Calls;

static gboolean
look_at_call (TambourRecord *record,
              gpointer       user_data)
{
  TambourEngagement *call = TAMBOUR_ENGAGEMENT (record);
  Calls *calls = user_data;

  if (!belongs_to (call, calls->cadence))
    return TRUE;

  if (call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED && call->planned_start.seconds >= calls->day.seconds)
    calls->is_planned = TRUE;
  else if (call->status == TAMBOUR_ENGAGEMENT_STATUS_HELD && call->planned_start.seconds <= calls->now.seconds)
    calls->last = call->planned_start;

  return !calls->is_planned && !tambour_instant_is_stated (calls->last);
}

/* Reads backwards until the first that matters: an account's meetings are in
 * order, so that takes no longer with many years of them.
 */
static gboolean
find_calls (TambourScope  *scope,
            Calls         *calls,
            GError       **error)
{
  TambourInstant since = { scope->at.seconds - DAYS_LONGEST * TAMBOUR_DAY };
  g_autofree char *from = tambour_instant_dup_text (since);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);

  if (!tambour_query_where (query, "planned_start", TAMBOUR_AT_LEAST, from, error) ||
      !tambour_query_order (query, "planned_start", TRUE, error))
    return FALSE;

  tambour_query_account (query, TAMBOUR_RECORD (calls->cadence)->account_id.id);

  return tambour_store_each (scope->store, query, look_at_call, calls, scope->cancellable, error);
}

static void
add_missed (TambourScope   *scope,
            TambourToday   *today,
            TambourCadence *cadence,
            TambourInstant  last)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (cadence));
  TambourInstant due = tambour_instant_is_stated (last) ? last : TAMBOUR_RECORD (cadence)->created_at;
  TambourTodayComing *coming;

  /* One that was never held is due since it was agreed. */
  due.seconds += cadence->interval_days * TAMBOUR_DAY;
  if (due.seconds >= scope->at.seconds)
    return;

  coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_CADENCE, TAMBOUR_RECORD (cadence),
                                     tambour_zone_date_of (account->zone, due));
  coming->at = due;
  coming->last = last;
  coming->meeting = cadence->kind;
}

static gboolean
look_at_cadence (TambourScope    *scope,
                 TambourToday    *today,
                 TambourCadence  *cadence,
                 GError         **error)
{
  Calls calls = {
    .cadence = cadence,
    .day = tambour_zone_start_of_day (scope->zone, today->date),
    .now = scope->at,
    .last = { TAMBOUR_NEVER },
  };

  if (!find_calls (scope, &calls, error))
    return FALSE;

  if (!calls.is_planned &&
      (!tambour_instant_is_stated (calls.last) || calls.last.seconds < calls.day.seconds - reach_of (cadence) * TAMBOUR_DAY))
    add_missed (scope, today, cadence, calls.last);

  return TRUE;
}

/**
 * tambour_today_list_cadences:
 * @scope: the accounts
 * @today: where to put them
 * @error: return location
 *
 * Finds regular calls that were due, days of grace included, and were neither
 * held nor are planned.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_cadences (TambourScope  *scope,
                             TambourToday  *today,
                             GError       **error)
{
  g_autoptr(GPtrArray) cadences = tambour_scope_list (scope, TAMBOUR_TYPE_CADENCE, "interval_days > 0", error);

  if (cadences == NULL)
    return FALSE;

  for (guint i = 0; i < cadences->len; i++)
    {
      TambourCadence *cadence = g_ptr_array_index (cadences, i);

      if (tambour_scope_find (scope, TAMBOUR_RECORD (cadence)) != NULL && !look_at_cadence (scope, today, cadence, error))
        return FALSE;
    }

  return TRUE;
}
