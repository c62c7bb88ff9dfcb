/* tambour-today-planned.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-notices.h"

/* How far ahead a change comes up, in days: so far always, and further if its
 * customer has to be told within the next ones.
 */
#define DAYS_CHANGES 14
#define DAYS_FURTHER 45
#define DAYS_TO_TELL 3

/* id → plan; there are few. */
static GHashTable *
list_plans (TambourScope  *scope,
            GError       **error)
{
  g_autoptr(GPtrArray) plans = tambour_scope_list (scope, TAMBOUR_TYPE_PLAN, NULL, error);
  GHashTable *by_id;

  if (plans == NULL)
    return NULL;

  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < plans->len; i++)
    {
      TambourRecord *plan = g_ptr_array_index (plans, i);

      g_hash_table_insert (by_id, plan->id, g_object_ref (plan));
    }

  return by_id;
}

static gboolean
comes_up (TambourScope          *scope,
          TambourScopeAccount   *account,
          TambourPlannedChange  *change,
          const TambourLeadTime *lead)
{
  TambourDate today = tambour_zone_date_of (account->zone, scope->at);
  gboolean is_to_tell = lead->state == TAMBOUR_LEAD_OPEN || lead->state == TAMBOUR_LEAD_MISSED;

  return change->window_start.seconds < scope->at.seconds + DAYS_CHANGES * TAMBOUR_DAY ||
         (is_to_tell && lead->tell_by.julian <= today.julian + DAYS_TO_TELL);
}

static void
add_change (TambourScope         *scope,
            TambourToday         *today,
            GHashTable           *plans,
            TambourPlannedChange *change)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (change));
  const char *plan_id = account ? account->account->plan_id.id : NULL;
  TambourTodayComing *coming;
  TambourLeadTime lead;

  if (account == NULL)
    return;

  tambour_notices_judge (scope->plans, plan_id ? g_hash_table_lookup (plans, plan_id) : NULL, account->zone, change, scope->at, &lead);
  if (!comes_up (scope, account, change, &lead))
    return;

  coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_CHANGE, TAMBOUR_RECORD (change),
                                     tambour_zone_date_of (account->zone, change->window_start));
  coming->at = change->window_start;
  coming->lead = lead;
}

/**
 * tambour_today_list_planned:
 * @scope: the accounts
 * @today: where to put them
 * @error: return location
 *
 * Finds the changes that come soon, and those whose customers have to be told soon.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_planned (TambourScope  *scope,
                            TambourToday  *today,
                            GError       **error)
{
  g_autofree char *from = tambour_instant_dup_text (scope->at);
  g_autofree char *until = tambour_instant_dup_text ((TambourInstant) { scope->at.seconds + DAYS_FURTHER * TAMBOUR_DAY });
  g_autofree char *expression = g_strdup_printf ("window_start >= %s and window_start <= %s and state = planned and outcome = \"\"", from, until);
  g_autoptr(GPtrArray) changes = tambour_scope_list (scope, TAMBOUR_TYPE_PLANNED_CHANGE, expression, error);
  g_autoptr(GHashTable) plans = changes ? list_plans (scope, error) : NULL;

  for (guint i = 0; plans != NULL && i < changes->len; i++)
    add_change (scope, today, plans, g_ptr_array_index (changes, i));

  return plans != NULL;
}
