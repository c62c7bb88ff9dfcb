/* tambour-today-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today.h"

#include "tambour-case-moves.h"
#include "tambour-kinds.h"

/**
 * tambour_today_acknowledge:
 * @change: where to put it
 * @arrival: a case that came in while its TAM was not there
 * @me: (nullable): the id of who has seen it
 * @at: when
 *
 * Notes that we have seen the case (METRICS.md M14).
 */
void
tambour_today_acknowledge (TambourChange             *change,
                           const TambourTodayArrival *arrival,
                           const char                *me,
                           TambourInstant             at)
{
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ACKNOWLEDGEMENT, NULL);
  TambourAcknowledgement *seen = TAMBOUR_ACKNOWLEDGEMENT (record);

  g_return_if_fail (TAMBOUR_IS_CHANGE (change));

  record->account_id.id = g_strdup (arrival->account.id);
  seen->case_id.id = g_strdup (arrival->case_id);
  seen->person_id.id = g_strdup (me);
  seen->at = at;
  tambour_change_put (change, record);
}

static void
finish_action (TambourActionItem *action,
               TambourInstant     at)
{
  action->status = TAMBOUR_ACTION_STATUS_DONE;
  action->done_at = at;
}

/* A promise that is kept after its day was kept late (METRICS.md M23). */
static void
keep_commitment (TambourCommitment *commitment,
                 TambourDate        on)
{
  gboolean is_late = tambour_date_is_stated (commitment->due) && on.julian > commitment->due.julian;

  commitment->status = is_late ? TAMBOUR_COMMITMENT_STATUS_LATE : TAMBOUR_COMMITMENT_STATUS_KEPT;
  commitment->settled_on = on;
}

/**
 * tambour_today_settle:
 * @change: where to put it
 * @store: a store
 * @work: an action or a commitment
 * @at: when
 * @error: return location
 *
 * Marks an action as done, a commitment as kept or kept late, on the customer's day. Reads
 * the record anew; blocks.
 *
 * Returns: %FALSE if it is not there any more
 */
gboolean
tambour_today_settle (TambourChange           *change,
                      TambourStore            *store,
                      const TambourTodayWork  *work,
                      TambourInstant           at,
                      GError                 **error)
{
  TambourRecordClass *klass = tambour_kinds_find (work->is_commitment ? "commitment" : "action_item");
  g_autoptr(TambourRecord) record = tambour_store_get (store, klass, work->id, error);
  g_autoptr(GTimeZone) zone = work->account.zone ? tambour_zone_lookup (work->account.zone) : NULL;

  if (record == NULL)
    return FALSE;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  if (work->is_commitment)
    keep_commitment (TAMBOUR_COMMITMENT (record), tambour_zone_date_of (zone, at));
  else
    finish_action (TAMBOUR_ACTION_ITEM (record), at);

  tambour_change_put (change, record);

  return TRUE;
}

/**
 * tambour_today_log_response:
 * @change: where to put it
 * @store: a store
 * @case_id: the id of a case
 * @by: (nullable): the name of who answered
 * @at: when
 * @error: return location
 *
 * Notes that one of us has answered the customer, which stops the clocks that
 * wait for that. Reads the case anew; blocks.
 *
 * Returns: %FALSE if it is not there any more
 */
gboolean
tambour_today_log_response (TambourChange   *change,
                            TambourStore    *store,
                            const char      *case_id,
                            const char      *by,
                            TambourInstant   at,
                            GError         **error)
{
  g_autoptr(TambourRecord) found = tambour_store_get (store, tambour_kinds_find ("case"), case_id, error);
  g_autoptr(TambourCaseEvent) event = NULL;

  if (found == NULL)
    return FALSE;

  event = tambour_case_event_new (TAMBOUR_CASE (found), TAMBOUR_EVENT_KIND_OUR_MSG, at);
  TAMBOUR_RECORD (event)->visibility = TAMBOUR_VISIBILITY_CUSTOMER;
  event->from = g_strdup (by);
  event->public_update = TRUE;
  tambour_change_put (change, TAMBOUR_RECORD (event));

  if (!tambour_instant_is_stated (TAMBOUR_CASE (found)->first_response_at))
    {
      TAMBOUR_CASE (found)->first_response_at = at;
      tambour_change_put (change, found);
    }

  return TRUE;
}
