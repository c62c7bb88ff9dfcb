/* tambour-today-cadence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-audit.h"

/* How far back one looks for the last call, in days. */
#define DAYS_LONGEST 400

/* How far ahead an audit that nobody has planned comes up, as one that is. */
#define DAYS_AUDITS 30

static gint64
grace_of (TambourCadence *cadence)
{
  return cadence->grace_days != TAMBOUR_NO_COUNT ? MAX (cadence->grace_days, 0) : 0;
}

static gint64
reach_of (TambourCadence *cadence)
{
  return CLAMP (cadence->interval_days + grace_of (cadence), 0, DAYS_LONGEST);
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

/* An audit without a session counts as well, be it made or planned. */
static gboolean
find_audit (TambourScope  *scope,
            Calls         *calls,
            GError       **error)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (calls->cadence));
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT);
  g_autoptr(GPtrArray) found = NULL;
  TambourInstant day;

  if (!tambour_query_order (query, "on", TRUE, error))
    return FALSE;

  tambour_query_account (query, TAMBOUR_RECORD (calls->cadence)->account_id.id);
  tambour_query_limit (query, 1, 0);
  if (!(found = tambour_store_list (scope->store, query, scope->cancellable, error)))
    return FALSE;
  if (found->len == 0)
    return TRUE;

  day = tambour_zone_start_of_day (account->zone, TAMBOUR_AUDIT (g_ptr_array_index (found, 0))->on);
  if (day.seconds >= calls->day.seconds)
    calls->is_planned = TRUE;
  else if (!tambour_instant_is_stated (calls->last) || day.seconds > calls->last.seconds)
    calls->last = day;

  return TRUE;
}

/* One that was never held is due since it was agreed. */
static TambourInstant
due_of (const Calls *calls)
{
  TambourInstant last = tambour_instant_is_stated (calls->last) ? calls->last : TAMBOUR_RECORD (calls->cadence)->created_at;

  return (TambourInstant) { last.seconds + calls->cadence->interval_days * TAMBOUR_DAY };
}

/* An audit takes its time to prepare: it comes up before it is missed. */
static gboolean
comes_up (const Calls *calls)
{
  gint64 days = MIN (DAYS_AUDITS, calls->cadence->interval_days);

  return calls->cadence->kind == TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION && due_of (calls).seconds < calls->now.seconds + days * TAMBOUR_DAY;
}

static gboolean
is_missed (const Calls *calls)
{
  gboolean is_long_ago = !tambour_instant_is_stated (calls->last) ||
                         calls->last.seconds < calls->day.seconds - reach_of (calls->cadence) * TAMBOUR_DAY;

  return is_long_ago && due_of (calls).seconds < calls->now.seconds;
}

/* What is due is not late before its days of grace are over. */
static void
add_due (TambourScope *scope,
         TambourToday *today,
         const Calls  *calls)
{
  TambourRecord *cadence = TAMBOUR_RECORD (calls->cadence);
  TambourScopeAccount *account = tambour_scope_find (scope, cadence);
  TambourInstant due = due_of (calls);
  TambourTodayComing *coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_CADENCE, cadence,
                                                         tambour_zone_date_of (account->zone, due));

  coming->at = due;
  if (!is_missed (calls))
    coming->at.seconds = MAX (due.seconds + grace_of (calls->cadence) * TAMBOUR_DAY, calls->now.seconds);
  coming->last = calls->last;
  coming->meeting = calls->cadence->kind;
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
  if (cadence->kind == TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION && !calls.is_planned && !find_audit (scope, &calls, error))
    return FALSE;

  if (!calls.is_planned && (is_missed (&calls) || comes_up (&calls)))
    add_due (scope, today, &calls);

  return TRUE;
}

/**
 * tambour_today_list_cadences:
 * @scope: the accounts
 * @today: where to put them
 * @error: return location
 *
 * Finds regular calls that were due, days of grace included, and were neither
 * held nor are planned; and audits that are due within a month.
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
