/* tambour-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-reading.h"
#include "tambour-calls-private.h"

/* As many as one reads through; a list has the rest. */
#define MAX_PLANNED 30
#define MAX_PAST    40

static void
cadence_view_free (gpointer data)
{
  TambourCadenceView *view = data;

  g_clear_object (&view->cadence);
  g_free (view);
}

static void
call_view_free (gpointer data)
{
  TambourCallView *view = data;

  g_clear_object (&view->call);
  g_clear_pointer (&view->attendees, g_strfreev);
  g_free (view);
}

/**
 * tambour_calls_free:
 * @self: (transfer full): calls
 */
void
tambour_calls_free (TambourCalls *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->cadences, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_call_time:
 * @call: a call
 *
 * Returns: when it was held, or was to be
 */
TambourInstant
tambour_call_time (TambourEngagement *call)
{
  return tambour_instant_is_stated (call->actual_start) ? call->actual_start : call->planned_start;
}

/**
 * tambour_call_has_agenda:
 * @call: a call
 *
 * Returns: whether somebody has written down what it is about
 */
gboolean
tambour_call_has_agenda (TambourEngagement *call)
{
  return (call->summary != NULL && *call->summary != '\0') || (call->body != NULL && *call->body != '\0');
}

/* Returns: (transfer full): the ids of the calls, as a query takes them */
static GPtrArray *
list_ids (GPtrArray *calls)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < calls->len; i++)
    g_ptr_array_add (ids, TAMBOUR_RECORD (g_ptr_array_index (calls, i))->id);
  g_ptr_array_add (ids, NULL);

  return ids;
}

/* Who was there, by call. Theirs come before ours. */
static GHashTable *
read_attendees (TambourStore  *store,
                GPtrArray     *calls,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) ids = list_ids (calls);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) attendances = NULL;

  if (calls->len == 0)
    return g_steal_pointer (&names);

  if (!tambour_query_where_any (query, "engagement_id", (const char * const *) ids->pdata, error) ||
      !(attendances = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  for (guint i = 0; i < attendances->len; i++)
    {
      TambourAttendance *attendance = g_ptr_array_index (attendances, i);
      GPtrArray *there = g_hash_table_lookup (names, attendance->engagement_id.id);

      if (there == NULL)
        {
          there = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (names, g_strdup (attendance->engagement_id.id), there);
        }
      g_ptr_array_insert (there, attendance->person_id.id ? -1 : 0, g_strdup (attendance->name ? attendance->name : ""));
    }

  return g_steal_pointer (&names);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(char * const *) a, *(char * const *) b);
}

static GStrv
dup_names (GPtrArray *there)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  if (there != NULL)
    g_ptr_array_sort (there, compare_names);
  for (guint i = 0; there && i < there->len; i++)
    g_strv_builder_add (names, g_ptr_array_index (there, i));

  return g_strv_builder_end (names);
}

/**
 * tambour_calls_view:
 * @store: a store
 * @calls: (element-type TambourEngagement): calls
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourCallView): with who was there
 */
GPtrArray *
tambour_calls_view (TambourStore  *store,
                    GPtrArray     *calls,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GHashTable) names = read_attendees (store, calls, cancellable, error);
  GPtrArray *views;

  if (names == NULL)
    return NULL;

  views = g_ptr_array_new_with_free_func (call_view_free);
  for (guint i = 0; i < calls->len; i++)
    {
      TambourCallView *view = g_new0 (TambourCallView, 1);

      view->call = g_object_ref (g_ptr_array_index (calls, i));
      view->attendees = dup_names (g_hash_table_lookup (names, TAMBOUR_RECORD (view->call)->id));
      g_ptr_array_add (views, view);
    }

  return views;
}

static gboolean
read_calls (const TambourAccountReading  *reading,
            TambourCalls                 *self,
            GError                      **error)
{
  g_autoptr(GPtrArray) planned = tambour_account_reading_page (reading, TAMBOUR_TYPE_ENGAGEMENT, "status = planned", "planned_start", FALSE,
                                                               MAX_PLANNED, error);
  g_autoptr(GPtrArray) past = planned ? tambour_account_reading_page (reading, TAMBOUR_TYPE_ENGAGEMENT, "status != planned", "planned_start",
                                                                      TRUE, MAX_PAST, error)
                                      : NULL;

  if (past == NULL)
    return FALSE;

  self->planned = tambour_calls_view (reading->store, planned, reading->cancellable, error);
  self->past = self->planned ? tambour_calls_view (reading->store, past, reading->cancellable, error) : NULL;
  self->n_past = tambour_account_reading_count (reading, TAMBOUR_TYPE_ENGAGEMENT, "status != planned", error);

  return self->past != NULL && self->n_past >= 0;
}

static gboolean
count_lately (const TambourAccountReading  *reading,
              TambourCalls                 *self,
              GError                      **error)
{
  g_autoptr(GEnumClass) statuses = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT_STATUS);

  for (guint i = 0; i < TAMBOUR_N_ENGAGEMENT_STATUSES; i++)
    {
      g_autofree char *expression = g_strdup_printf ("status = %s and planned_start >= {now-365} and planned_start <= {now}",
                                                     statuses->values[i].value_nick);

      self->n_lately[i] = tambour_account_reading_count (reading, TAMBOUR_TYPE_ENGAGEMENT, expression, error);
      if (self->n_lately[i] < 0)
        return FALSE;
    }

  return TRUE;
}

/* A call that names no cadence is one of its kind. */
static gboolean
belongs_to (TambourEngagement *call,
            TambourCadence    *cadence)
{
  return call->cadence_id.id ? g_str_equal (call->cadence_id.id, TAMBOUR_RECORD (cadence)->id) : call->kind == cadence->kind;
}

/* The lists are in order, so the first that fits is the one. */
static TambourInstant
find_call (GPtrArray               *calls,
           TambourCadence          *cadence,
           TambourEngagementStatus  status,
           TambourInstant           from)
{
  for (guint i = 0; i < calls->len; i++)
    {
      TambourEngagement *call = ((TambourCallView *) g_ptr_array_index (calls, i))->call;

      if (call->status == status && call->planned_start.seconds >= from.seconds && belongs_to (call, cadence))
        return tambour_call_time (call);
    }

  return (TambourInstant) { TAMBOUR_NEVER };
}

static gboolean
read_cadences (const TambourAccountReading  *reading,
               TambourCalls                 *self,
               GError                      **error)
{
  g_autoptr(GPtrArray) cadences = tambour_account_reading_list (reading, TAMBOUR_TYPE_CADENCE, "interval_days > 0", error);
  TambourInstant today = tambour_zone_start_of_day (self->zone, tambour_zone_date_of (self->zone, reading->at));

  self->cadences = g_ptr_array_new_with_free_func (cadence_view_free);
  for (guint i = 0; cadences && i < cadences->len; i++)
    {
      TambourCadenceView *view = g_new0 (TambourCadenceView, 1);

      view->cadence = g_object_ref (g_ptr_array_index (cadences, i));
      view->next = find_call (self->planned, view->cadence, TAMBOUR_ENGAGEMENT_STATUS_PLANNED, today);
      view->last = find_call (self->past, view->cadence, TAMBOUR_ENGAGEMENT_STATUS_HELD, (TambourInstant) { 0 });
      g_ptr_array_add (self->cadences, view);
    }

  return cadences != NULL;
}

/**
 * tambour_calls_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): its calls
 */
TambourCalls *
tambour_calls_load (TambourStore    *store,
                    const char      *account_id,
                    TambourInstant   at,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr(TambourCalls) self = g_new0 (TambourCalls, 1);
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);

  if (!(self->account = (TambourAccount *) tambour_store_get (store, klass, account_id, error)))
    return NULL;

  self->zone = tambour_account_dup_zone (self->account);
  if (!read_calls (&reading, self, error) || !count_lately (&reading, self, error) || !read_cadences (&reading, self, error))
    return NULL;

  return g_steal_pointer (&self);
}
