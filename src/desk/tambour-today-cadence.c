/* tambour-today-cadence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

/* Of a cadence that is longer than this, in days, nobody waits for the next day. */
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

/* All meetings of the kinds that have a cadence, as far back as one can reach. */
static GPtrArray *
list_calls (TambourScope  *scope,
            GPtrArray     *cadences,
            GError       **error)
{
  g_autoptr(GString) kinds = g_string_new (NULL);
  g_autofree char *since = NULL;
  g_autofree char *expression = NULL;
  gint64 reach = 0;
  guint seen = 0;

  for (guint i = 0; i < cadences->len; i++)
    {
      TambourCadence *cadence = g_ptr_array_index (cadences, i);

      reach = MAX (reach, reach_of (cadence));
      if (seen & 1u << cadence->kind)
        continue;

      seen |= 1u << cadence->kind;
      g_string_append_printf (kinds, "%skind = %s", kinds->len > 0 ? " or " : "",
                              tambour_choice_nick (TAMBOUR_TYPE_ENGAGEMENT_KIND, cadence->kind));
    }

  since = tambour_instant_dup_text ((TambourInstant) { scope->at.seconds - (reach + 1) * TAMBOUR_DAY });
  expression = g_strdup_printf ("planned_start >= %s and (status = held or status = planned) and (%s)", since, kinds->str);

  return tambour_scope_list (scope, TAMBOUR_TYPE_ENGAGEMENT, expression, error);
}

/* Whether one was held lately, or is planned for today or later. */
static gboolean
is_kept (TambourScope   *scope,
         TambourToday   *today,
         TambourCadence *cadence,
         GPtrArray      *calls)
{
  TambourInstant day = tambour_zone_start_of_day (scope->zone, today->date);
  TambourInstant earliest = { day.seconds - reach_of (cadence) * TAMBOUR_DAY };

  for (guint i = 0; i < calls->len; i++)
    {
      TambourEngagement *call = g_ptr_array_index (calls, i);

      if (belongs_to (call, cadence) &&
          call->planned_start.seconds >= (call->status == TAMBOUR_ENGAGEMENT_STATUS_HELD ? earliest.seconds : day.seconds))
        return TRUE;
    }

  return FALSE;
}

/* The last one that was held, however long ago. */
static gboolean
find_last (TambourScope    *scope,
           TambourCadence  *cadence,
           TambourInstant  *last,
           GError         **error)
{
  g_autofree char *at = tambour_instant_dup_text (scope->at);
  g_autofree char *expression = g_strdup_printf ("status = held and planned_start <= %s and kind = %s", at,
                                                 tambour_choice_nick (TAMBOUR_TYPE_ENGAGEMENT_KIND, cadence->kind));
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(GPtrArray) found = NULL;

  if (!tambour_query_parse (query, expression, error) ||
      !tambour_query_order (query, "planned_start", TRUE, error))
    return FALSE;

  tambour_query_account (query, TAMBOUR_RECORD (cadence)->account_id.id);
  tambour_query_limit (query, 1, 0);
  if (!(found = tambour_store_list (scope->store, query, scope->cancellable, error)))
    return FALSE;

  last->seconds = TAMBOUR_NEVER;
  if (found->len > 0)
    *last = TAMBOUR_ENGAGEMENT (g_ptr_array_index (found, 0))->planned_start;

  return TRUE;
}

static gboolean
add_missed (TambourScope    *scope,
            TambourToday    *today,
            TambourCadence  *cadence,
            GError         **error)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (cadence));
  TambourInstant from, last;
  TambourTodayComing *coming;

  if (!find_last (scope, cadence, &last, error))
    return FALSE;

  /* One that was never held is due since it was agreed. */
  from = tambour_instant_is_stated (last) ? last : TAMBOUR_RECORD (cadence)->created_at;
  from.seconds += cadence->interval_days * TAMBOUR_DAY;
  if (from.seconds >= scope->at.seconds)
    return TRUE;

  coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_CADENCE, TAMBOUR_RECORD (cadence),
                                     tambour_zone_date_of (account->zone, from));
  coming->at = from;
  coming->last = last;
  coming->meeting = cadence->kind;

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
  g_autoptr(GPtrArray) calls = NULL;

  if (cadences == NULL)
    return FALSE;

  if (cadences->len == 0)
    return TRUE;

  if (!(calls = list_calls (scope, cadences, error)))
    return FALSE;

  for (guint i = 0; i < cadences->len; i++)
    {
      TambourCadence *cadence = g_ptr_array_index (cadences, i);

      if (tambour_scope_find (scope, TAMBOUR_RECORD (cadence)) != NULL && !is_kept (scope, today, cadence, calls) &&
          !add_missed (scope, today, cadence, error))
        return FALSE;
    }

  return TRUE;
}
