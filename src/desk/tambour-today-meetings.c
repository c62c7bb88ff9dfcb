/* tambour-today-meetings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-calls.h"
#include "tambour-report.h"

/* How far ahead a meeting that needs preparing comes up, in days. */
#define DAYS_MEETINGS 30

/* How long the draft of a review belongs to the next meeting about it, in days. */
#define DAYS_REPORT 120

/**
 * tambour_today_call_free:
 * @self: (transfer full): a call
 */
void
tambour_today_call_free (TambourTodayCall *self)
{
  tambour_today_account_clear (&self->account);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_free (self);
}

static gboolean
needs_preparing (TambourEngagementKind kind)
{
  switch (kind)
    {
    case TAMBOUR_ENGAGEMENT_KIND_ONSITE:
    case TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW:
    case TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION:
    case TAMBOUR_ENGAGEMENT_KIND_TRAINING:
    case TAMBOUR_ENGAGEMENT_KIND_EBR:
    case TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL:
      return TRUE;
    case TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* The newest report that is about a year with the customer, of each account. */
static GHashTable *
load_reports (TambourScope  *scope,
              GError       **error)
{
  g_autofree char *since = tambour_instant_dup_text ((TambourInstant) { scope->at.seconds - DAYS_REPORT * TAMBOUR_DAY });
  g_autofree char *expression = g_strdup_printf ("updated_at >= %s", since);
  g_autoptr(GPtrArray) found = tambour_scope_list (scope, TAMBOUR_TYPE_REPORT, expression, error);
  GHashTable *reports;

  if (found == NULL)
    return NULL;

  reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *report = g_ptr_array_index (found, i);

      if (report->account_id.id != NULL && report->updated_at.seconds <= scope->at.seconds &&
          TAMBOUR_REPORT (report)->state != TAMBOUR_REPORT_STATE_SUPERSEDED)
        g_hash_table_replace (reports, g_strdup (report->account_id.id), g_object_ref (report));
    }

  return reports;
}

static TambourTodayReadiness
find_readiness (TambourEngagement *meeting,
                GHashTable        *reports)
{
  TambourReport *report = g_hash_table_lookup (reports, TAMBOUR_RECORD (meeting)->account_id.id);

  switch ((TambourEngagementKind) meeting->kind)
    {
    case TAMBOUR_ENGAGEMENT_KIND_EBR:
      if (report != NULL)
        return report->state == TAMBOUR_REPORT_STATE_FINAL ? TAMBOUR_TODAY_READY : TAMBOUR_TODAY_READY_DRAFT;
      return tambour_call_has_agenda (meeting) ? TAMBOUR_TODAY_READY_UNKNOWN : TAMBOUR_TODAY_READY_NOTHING;
    case TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW:
    case TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_ONSITE:
      return tambour_call_has_agenda (meeting) ? TAMBOUR_TODAY_READY_UNKNOWN : TAMBOUR_TODAY_READY_NOTHING;
    case TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION:
    case TAMBOUR_ENGAGEMENT_KIND_TRAINING:
    case TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL:
      return TAMBOUR_TODAY_READY_UNKNOWN;
    }

  g_return_val_if_reached (TAMBOUR_TODAY_READY_UNKNOWN);
}

/* The session of an audit that is already on the list is that audit. */
static gboolean
join_audit (TambourToday      *today,
            TambourEngagement *meeting,
            TambourDate        on)
{
  for (guint i = 0; i < today->coming->len; i++)
    {
      TambourTodayComing *coming = g_ptr_array_index (today->coming, i);

      if (meeting->kind == TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION && coming->kind == TAMBOUR_TODAY_AUDIT &&
          coming->on.julian == on.julian &&
          g_strcmp0 (coming->account.id, TAMBOUR_RECORD (meeting)->account_id.id) == 0)
        {
          g_set_str (&coming->text, meeting->channel);
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_meeting (TambourScope      *scope,
             TambourToday      *today,
             TambourEngagement *meeting,
             GHashTable        *reports)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (meeting));
  TambourDate on = tambour_zone_date_of (account->zone, meeting->planned_start);
  TambourTodayComing *coming;

  if (join_audit (today, meeting, on))
    return;

  coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_MEETING, TAMBOUR_RECORD (meeting), on);
  coming->at = meeting->planned_start;
  coming->meeting = meeting->kind;
  coming->readiness = find_readiness (meeting, reports);
  if (meeting->summary != NULL)
    coming->text = g_strndup (meeting->summary, strcspn (meeting->summary, "\n"));
}

static void
add_call (TambourScope      *scope,
          TambourToday      *today,
          TambourEngagement *meeting,
          gboolean           is_today)
{
  TambourTodayCall *call = g_new0 (TambourTodayCall, 1);

  tambour_today_name_account (scope, TAMBOUR_RECORD (meeting), &call->account);
  call->id = g_strdup (TAMBOUR_RECORD (meeting)->id);
  call->title = g_strdup (meeting->title);
  call->kind = meeting->kind;
  call->start = meeting->planned_start;
  call->is_today = is_today;
  if (tambour_instant_is_stated (meeting->planned_end))
    call->minutes = MAX (0, (meeting->planned_end.seconds - meeting->planned_start.seconds) / TAMBOUR_MINUTE);
  else if (meeting->minutes != TAMBOUR_NO_COUNT)
    call->minutes = MAX (0, meeting->minutes);

  g_ptr_array_add (today->calls, call);
}

/* All that is planned from half a day ago on. */
static GPtrArray *
list_planned (TambourScope    *scope,
              TambourInstant   day,
              GError         **error)
{
  g_autofree char *from = tambour_instant_dup_text ((TambourInstant) { MIN (day.seconds, scope->at.seconds - TAMBOUR_DAY / 2) });
  g_autofree char *to = tambour_instant_dup_text ((TambourInstant) { scope->at.seconds + DAYS_MEETINGS * TAMBOUR_DAY });
  g_autofree char *expression = g_strdup_printf ("status = planned and planned_start >= %s and planned_start < %s", from, to);

  return tambour_scope_list (scope, TAMBOUR_TYPE_ENGAGEMENT, expression, error);
}

static int
compare_calls (gconstpointer a,
               gconstpointer b)
{
  const TambourTodayCall *x = *(TambourTodayCall * const *) a;
  const TambourTodayCall *y = *(TambourTodayCall * const *) b;

  if (x->start.seconds != y->start.seconds)
    return x->start.seconds < y->start.seconds ? -1 : 1;

  return strcmp (x->id, y->id);
}

/**
 * tambour_today_list_meetings:
 * @scope: the accounts
 * @today: where to put them; has its audits already
 * @error: return location
 *
 * Finds the calls of today and the meetings to come that need preparing.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_meetings (TambourScope  *scope,
                             TambourToday  *today,
                             GError       **error)
{
  TambourInstant from = tambour_zone_start_of_day (scope->zone, today->date);
  TambourInstant to = tambour_zone_start_of_day (scope->zone, (TambourDate) { today->date.julian + 1 });
  g_autoptr(GPtrArray) planned = list_planned (scope, from, error);
  g_autoptr(GHashTable) reports = planned ? load_reports (scope, error) : NULL;

  if (reports == NULL)
    return FALSE;

  for (guint i = 0; i < planned->len; i++)
    {
      TambourEngagement *meeting = g_ptr_array_index (planned, i);
      gboolean is_today = meeting->planned_start.seconds >= from.seconds && meeting->planned_start.seconds < to.seconds;

      if (tambour_scope_find (scope, TAMBOUR_RECORD (meeting)) == NULL)
        continue;

      if (is_today || meeting->planned_start.seconds < scope->at.seconds + TAMBOUR_DAY)
        add_call (scope, today, meeting, is_today);

      if (!is_today && meeting->planned_start.seconds > scope->at.seconds && needs_preparing (meeting->kind))
        add_meeting (scope, today, meeting, reports);
    }

  g_ptr_array_sort (today->calls, compare_calls);

  return TRUE;
}
