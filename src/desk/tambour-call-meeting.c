/* tambour-call-meeting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account.h"
#include "tambour-call-private.h"

/* The call itself, the one that follows it, and what it uses of the agreement. */

typedef struct
{
  TambourCallMaking *making;
  TambourEngagement *found;
} Planned;

static gboolean
is_wanted (TambourCallMaking *making,
           TambourEngagement *engagement)
{
  return making->call->kind == TAMBOUR_CALL_AS_PLANNED || engagement->kind == (guint) making->call->kind;
}

/* The nearest of those that are planned for the day. */
static gboolean
look_at_planned (TambourRecord *record,
                 gpointer       user_data)
{
  Planned *planned = user_data;
  TambourEngagement *engagement = TAMBOUR_ENGAGEMENT (record);
  gint64 start = planned->making->call->start.seconds;

  if (is_wanted (planned->making, engagement) &&
      (planned->found == NULL ||
       ABS (engagement->planned_start.seconds - start) < ABS (planned->found->planned_start.seconds - start)))
    g_set_object (&planned->found, engagement);

  return TRUE;
}

/* The one that is told, on whatever day it was planned, if it is still to be held. */
static gboolean
find_told (TambourCallMaking  *making,
           TambourEngagement **found,
           GError            **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(GError) failure = NULL;
  g_autoptr(TambourRecord) record = tambour_store_get (making->store, klass, making->call->planned_id, &failure);

  if (record == NULL && !g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (record != NULL && TAMBOUR_ENGAGEMENT (record)->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED &&
      g_strcmp0 (record->account_id.id, making->call->account_id) == 0 && is_wanted (making, TAMBOUR_ENGAGEMENT (record)))
    *found = TAMBOUR_ENGAGEMENT (g_steal_pointer (&record));

  return TRUE;
}

static gboolean
find_planned (TambourCallMaking  *making,
              TambourEngagement **found,
              GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  TambourInstant from = tambour_zone_start_of_day (making->zone, making->day);
  TambourInstant to = tambour_zone_start_of_day (making->zone, (TambourDate) { making->day.julian + 1 });
  g_autofree char *first = tambour_instant_dup_text (from);
  g_autofree char *last = tambour_instant_dup_text (to);
  Planned planned = { making, NULL };

  tambour_query_account (query, making->call->account_id);
  if (!tambour_query_where (query, "status", TAMBOUR_IS, "planned", error) ||
      !tambour_query_where (query, "planned_start", TAMBOUR_AT_LEAST, first, error) ||
      !tambour_query_where (query, "planned_start", TAMBOUR_BELOW, last, error) ||
      !tambour_store_each (making->store, query, look_at_planned, &planned, making->cancellable, error))
    return FALSE;

  *found = planned.found;

  return TRUE;
}

static TambourEngagement *
new_engagement (TambourCallMaking *making)
{
  TambourEngagement *engagement = TAMBOUR_ENGAGEMENT (tambour_call_new_record (making, TAMBOUR_TYPE_ENGAGEMENT));

  engagement->kind = making->call->kind == TAMBOUR_CALL_AS_PLANNED ? TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL
                                                                   : (guint) making->call->kind;
  engagement->planned_start = making->call->start;
  if (making->call->minutes != TAMBOUR_NO_COUNT)
    engagement->planned_end.seconds = making->call->start.seconds + making->call->minutes * TAMBOUR_MINUTE;

  return engagement;
}

/* As long as it was planned, where nobody says. */
static gint64
get_planned_minutes (TambourEngagement *planned)
{
  if (planned == NULL || !tambour_instant_is_stated (planned->planned_end) ||
      planned->planned_end.seconds <= planned->planned_start.seconds)
    return TAMBOUR_NO_COUNT;

  return (planned->planned_end.seconds - planned->planned_start.seconds) / TAMBOUR_MINUTE;
}

/**
 * tambour_call_find_engagement:
 * @making: (inout): a call
 * @error: return location for a #TambourStoreError
 *
 * Takes what was planned for the day, or begins anew, and says of it what is told.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_call_find_engagement (TambourCallMaking  *making,
                              GError            **error)
{
  const TambourCall *call = making->call;
  g_autoptr(TambourEngagement) planned = NULL;

  if (making->call->planned_id != NULL && !find_told (making, &planned, error))
    return FALSE;
  if (planned == NULL && !find_planned (making, &planned, error))
    return FALSE;

  g_set_object (&making->plan->planned, planned);
  making->engagement = planned ? TAMBOUR_ENGAGEMENT (tambour_record_dup (TAMBOUR_RECORD (planned))) : new_engagement (making);
  making->engagement->status = call->status;
  if (call->title != NULL)
    g_set_str (&making->engagement->title, call->title);
  if (call->channel != NULL)
    g_set_str (&making->engagement->channel, call->channel);
  if (call->status != TAMBOUR_ENGAGEMENT_STATUS_HELD)
    return TRUE;

  making->engagement->actual_start = call->start;
  making->engagement->minutes = call->minutes != TAMBOUR_NO_COUNT ? call->minutes : get_planned_minutes (planned);

  return TRUE;
}

/* --- the next one ---------------------------------------------------------- */

/* Returns: %FALSE on error; @cadence stays %NULL if there is none of its kind */
static gboolean
find_cadence (TambourCallMaking  *making,
              TambourCadence    **cadence,
              GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CADENCE);
  g_autoptr(GPtrArray) cadences = NULL;
  const char *wanted = making->engagement->cadence_id.id;

  tambour_query_account (query, making->call->account_id);
  if (!(cadences = tambour_store_list (making->store, query, making->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < cadences->len && *cadence == NULL; i++)
    {
      TambourCadence *one = g_ptr_array_index (cadences, i);

      if (wanted ? g_strcmp0 (TAMBOUR_RECORD (one)->id, wanted) == 0 : one->kind == making->engagement->kind)
        *cadence = g_object_ref (one);
    }

  return TRUE;
}

/* Whether a later call of the cadence is planned already. */
typedef struct
{
  TambourCallMaking *making;
  TambourCadence    *cadence;
  gboolean           is_planned;
} Later;

static gboolean
look_at_later (TambourRecord *record,
               gpointer       user_data)
{
  Later *later = user_data;
  TambourEngagement *call = TAMBOUR_ENGAGEMENT (record);

  if (g_str_equal (record->id, TAMBOUR_RECORD (later->making->engagement)->id))
    return TRUE;

  later->is_planned = call->cadence_id.id ? g_str_equal (call->cadence_id.id, TAMBOUR_RECORD (later->cadence)->id)
                                          : call->kind == later->cadence->kind;

  return !later->is_planned;
}

static gboolean
find_later (TambourCallMaking  *making,
            Later              *later,
            GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  g_autofree char *from = tambour_instant_dup_text (making->engagement->planned_start);

  tambour_query_account (query, making->call->account_id);

  return tambour_query_where (query, "status", TAMBOUR_IS, "planned", error) &&
         tambour_query_where (query, "planned_start", TAMBOUR_AT_LEAST, from, error) &&
         tambour_store_each (making->store, query, look_at_later, later, making->cancellable, error);
}

/* At the same time of day, whatever the clocks do in between. */
static TambourInstant
later_by (TambourCallMaking *making,
          TambourInstant     instant,
          gint64             days)
{
  gint64 local = tambour_zone_local_of (making->zone, instant);

  return tambour_zone_instant_of (making->zone, local + days * TAMBOUR_DAY);
}

static void
plan_next (TambourCallMaking *making,
           TambourCadence    *cadence)
{
  TambourEngagement *last = making->engagement;
  TambourEngagement *next = TAMBOUR_ENGAGEMENT (tambour_call_new_record (making, TAMBOUR_TYPE_ENGAGEMENT));

  g_set_str (&next->title, last->title ? last->title : cadence->title);
  next->kind = cadence->kind;
  next->planned_start = later_by (making, last->planned_start, cadence->interval_days);
  if (tambour_instant_is_stated (last->planned_end))
    next->planned_end.seconds = next->planned_start.seconds + last->planned_end.seconds - last->planned_start.seconds;
  g_set_str (&next->channel, last->channel);
  g_set_str (&next->cadence_id.id, TAMBOUR_RECORD (cadence)->id);
  last->next_date = tambour_zone_date_of (making->zone, next->planned_start);
  tambour_call_add (making, -1, TAMBOUR_RECORD (next));
}

/**
 * tambour_call_add_next:
 * @making: (inout): a call
 * @error: return location for a #TambourStoreError
 *
 * A call of a cadence, held or not, is followed by the next, unless that is
 * planned already.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_call_add_next (TambourCallMaking  *making,
                       GError            **error)
{
  g_autoptr(TambourCadence) cadence = NULL;
  Later later = { making };

  if (!find_cadence (making, &cadence, error))
    return FALSE;
  if (cadence == NULL)
    return TRUE;

  g_set_str (&making->engagement->cadence_id.id, TAMBOUR_RECORD (cadence)->id);
  later.cadence = cadence;
  if (!find_later (making, &later, error))
    return FALSE;

  if (!later.is_planned && cadence->interval_days > 0)
    plan_next (making, cadence);

  return TRUE;
}

/* --- what it uses ---------------------------------------------------------- */

/* What a meeting of a kind uses, if the agreement grants it; audits and training
 * count their own.
 */
static gboolean
find_use (guint                   engagement,
          TambourEntitlementKind *kind)
{
  static const struct
  {
    TambourEngagementKind  engagement;
    TambourEntitlementKind entitlement;
  } uses[] = {
    { TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENTITLEMENT_KIND_CALL },
    { TAMBOUR_ENGAGEMENT_KIND_EBR, TAMBOUR_ENTITLEMENT_KIND_EBR },
    { TAMBOUR_ENGAGEMENT_KIND_ONSITE, TAMBOUR_ENTITLEMENT_KIND_ONSITE_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (uses[i].engagement == engagement)
      {
        *kind = uses[i].entitlement;
        return TRUE;
      }

  return FALSE;
}

static gboolean
covers (TambourCallMaking  *making,
        TambourEntitlement *entitlement)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_AGREEMENT);
  g_autoptr(TambourRecord) record = entitlement->agreement_id.id
                                      ? tambour_store_get (making->store, klass, entitlement->agreement_id.id, NULL)
                                      : NULL;
  TambourAgreement *agreement = record ? TAMBOUR_AGREEMENT (record) : NULL;

  return agreement != NULL && agreement->start.julian <= making->day.julian &&
         (!tambour_date_is_stated (agreement->end) || making->day.julian <= agreement->end.julian);
}

static void
add_use_of (TambourCallMaking  *making,
            TambourEntitlement *entitlement)
{
  TambourEntitlementUse *use = TAMBOUR_ENTITLEMENT_USE (tambour_call_new_record (making, TAMBOUR_TYPE_ENTITLEMENT_USE));

  g_set_str (&use->entitlement_id.id, TAMBOUR_RECORD (entitlement)->id);
  g_set_str (&use->source_record, TAMBOUR_RECORD (making->engagement)->id);
  use->on = making->day;
  use->amount = 1;
  tambour_call_add (making, -1, TAMBOUR_RECORD (use));
}

/**
 * tambour_call_add_use:
 * @making: (inout): a call
 * @error: return location for a #TambourStoreError
 *
 * A call that was held is one of those that the customer bought, if the agreement
 * of the day counts them (METRICS.md M26).
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_call_add_use (TambourCallMaking  *making,
                      GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENTITLEMENT);
  g_autoptr(GPtrArray) entitlements = NULL;
  TambourEntitlementKind kind;

  if (making->engagement->status != TAMBOUR_ENGAGEMENT_STATUS_HELD || !find_use (making->engagement->kind, &kind))
    return TRUE;

  tambour_query_account (query, making->call->account_id);
  if (!(entitlements = tambour_store_list (making->store, query, making->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < entitlements->len; i++)
    {
      TambourEntitlement *entitlement = g_ptr_array_index (entitlements, i);

      if (entitlement->kind != (guint) kind || !covers (making, entitlement))
        continue;

      add_use_of (making, entitlement);
      return TRUE;
    }

  return TRUE;
}
