/* tambour-talks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-reading.h"
#include "tambour-calls-private.h"

/* Nobody looks further back on a page. */
#define MAX_CALLS    200
#define MAX_PROMISES 100

/**
 * tambour_talks_free:
 * @self: (transfer full): talks
 */
void
tambour_talks_free (TambourTalks *self)
{
  g_clear_object (&self->contact);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_free (self);
}

static int
compare_calls (gconstpointer a,
               gconstpointer b)
{
  gint64 first = tambour_call_time (*(TambourEngagement * const *) a).seconds;
  gint64 second = tambour_call_time (*(TambourEngagement * const *) b).seconds;

  return (first < second) - (first > second);
}

/* Somebody can be noted twice in one call. */
static gboolean
has_call (GPtrArray  *calls,
          const char *id)
{
  for (guint i = 0; i < calls->len; i++)
    if (g_str_equal (TAMBOUR_RECORD (g_ptr_array_index (calls, i))->id, id))
      return TRUE;

  return FALSE;
}

static void
add_call (GPtrArray      *calls,
          TambourStore   *store,
          const char     *id,
          TambourInstant  at)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(TambourRecord) record = id && !has_call (calls, id) ? tambour_store_get (store, klass, id, NULL) : NULL;
  TambourEngagement *call = record ? TAMBOUR_ENGAGEMENT (record) : NULL;

  if (call != NULL && !tambour_record_is_deleted (record) && call->status == TAMBOUR_ENGAGEMENT_STATUS_HELD &&
      tambour_call_time (call).seconds <= at.seconds)
    g_ptr_array_add (calls, g_object_ref (call));
}

static gboolean
read_calls (const TambourAccountReading  *reading,
            TambourTalks                 *self,
            GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) calls = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) attendances = NULL;

  tambour_query_limit (query, MAX_CALLS, 0);
  if (!tambour_query_where (query, "contact_id", TAMBOUR_IS, TAMBOUR_RECORD (self->contact)->id, error) ||
      !tambour_query_order (query, "row", TRUE, error) ||
      !(attendances = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < attendances->len; i++)
    add_call (calls, reading->store, ((TambourAttendance *) g_ptr_array_index (attendances, i))->engagement_id.id, reading->at);
  g_ptr_array_sort (calls, compare_calls);
  self->calls = tambour_calls_view (reading->store, calls, reading->cancellable, error);

  return self->calls != NULL;
}

/**
 * tambour_promise_is_open:
 * @promise: a #TambourCommitment or a #TambourActionItem
 *
 * Returns: whether it is still to be kept
 */
gboolean
tambour_promise_is_open (TambourRecord *promise)
{
  if (TAMBOUR_IS_COMMITMENT (promise))
    return TAMBOUR_COMMITMENT (promise)->status == TAMBOUR_COMMITMENT_STATUS_OPEN;

  return TAMBOUR_ACTION_ITEM (promise)->status == TAMBOUR_ACTION_STATUS_OPEN ||
         TAMBOUR_ACTION_ITEM (promise)->status == TAMBOUR_ACTION_STATUS_BLOCKED;
}

/**
 * tambour_promise_get_due:
 * @promise: a #TambourCommitment or a #TambourActionItem
 *
 * Returns: until when; not stated if that is open
 */
TambourDate
tambour_promise_get_due (TambourRecord *promise)
{
  return TAMBOUR_IS_COMMITMENT (promise) ? TAMBOUR_COMMITMENT (promise)->due : TAMBOUR_ACTION_ITEM (promise)->due;
}

/* What is open by its day, what has none last; then what is settled, the newest first. */
static int
compare_promises (gconstpointer a,
                  gconstpointer b)
{
  TambourRecord *first = *(TambourRecord * const *) a, *second = *(TambourRecord * const *) b;
  gboolean is_open = tambour_promise_is_open (first);
  TambourDate one = tambour_promise_get_due (first), other = tambour_promise_get_due (second);
  int order;

  if (is_open != tambour_promise_is_open (second))
    return is_open ? -1 : 1;
  if (tambour_date_is_stated (one) != tambour_date_is_stated (other))
    return tambour_date_is_stated (one) ? -1 : 1;

  order = (one.julian > other.julian) - (one.julian < other.julian);

  return is_open ? order : -order;
}

/* A promise of the customer is that of the contact whom it names (as in the handover
 * pack); an action names its owner.
 */
static gboolean
read_promises (const TambourAccountReading  *reading,
               TambourTalks                 *self,
               GError                      **error)
{
  g_autoptr(TambourQuery) commitments = tambour_query_new (TAMBOUR_TYPE_COMMITMENT);
  g_autoptr(TambourQuery) actions = tambour_query_new (TAMBOUR_TYPE_ACTION_ITEM);
  g_autoptr(GPtrArray) promised = NULL;
  g_autoptr(GPtrArray) owned = NULL;

  tambour_query_account (commitments, reading->account_id);
  tambour_query_account (actions, reading->account_id);
  tambour_query_limit (commitments, MAX_PROMISES, 0);
  tambour_query_limit (actions, MAX_PROMISES, 0);
  if (!tambour_query_where (commitments, "side", TAMBOUR_IS, "customer", error) ||
      !tambour_query_where (commitments, "to_contact_id", TAMBOUR_IS, TAMBOUR_RECORD (self->contact)->id, error) ||
      !tambour_query_order (commitments, "due", TRUE, error) ||
      !tambour_query_where (actions, "side", TAMBOUR_IS, "customer", error) ||
      !tambour_query_where (actions, "owner", TAMBOUR_IS, self->contact->name ? self->contact->name : "", error) ||
      !tambour_query_order (actions, "due", TRUE, error) ||
      !(promised = tambour_store_list (reading->store, commitments, reading->cancellable, error)) ||
      !(owned = tambour_store_list (reading->store, actions, reading->cancellable, error)))
    return FALSE;

  self->promises = g_steal_pointer (&promised);
  g_ptr_array_extend (self->promises, owned, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_sort (self->promises, compare_promises);

  return TRUE;
}

/**
 * tambour_talks_load:
 * @store: a store
 * @contact_id: somebody at a customer
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what they talked about with us
 */
TambourTalks *
tambour_talks_load (TambourStore    *store,
                    const char      *contact_id,
                    TambourInstant   at,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr(TambourTalks) self = g_new0 (TambourTalks, 1);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CONTACT);
  TambourAccountReading reading = { store, cancellable, NULL, at };

  if (!(self->contact = (TambourContact *) tambour_store_get (store, klass, contact_id, error)))
    return NULL;

  reading.account_id = TAMBOUR_RECORD (self->contact)->account_id.id;
  if (!read_calls (&reading, self, error) || !read_promises (&reading, self, error))
    return NULL;

  return g_steal_pointer (&self);
}
