/* tambour-calendar-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-calendar-private.h"
#include "tambour-move.h"

/* A calendar that is larger is none. */
#define LARGEST (256 * 1024 * 1024)

/* --- what is there --------------------------------------------------------- */

static void
note_known (TambourCalendarMerge *merge,
            TambourEngagement    *call)
{
  TambourRecord *record = TAMBOUR_RECORD (call);

  if (record->external_id != NULL)
    g_hash_table_replace (merge->known, record->external_id, g_object_ref (call));
}

static gboolean
read_known (TambourCalendarMerge  *merge,
            GError               **error)
{
  g_autoptr(TambourQuery) known = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(TambourQuery) waiting = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(GPtrArray) ours = NULL;
  g_autoptr(GPtrArray) others = NULL;

  tambour_query_with_deleted (known);
  if (!tambour_query_where (known, "external_system", TAMBOUR_IS, merge->system, error) ||
      !tambour_query_where (waiting, "status", TAMBOUR_IS, "planned", error) ||
      !(ours = tambour_store_list (merge->store, known, merge->cancellable, error)) ||
      !(others = tambour_store_list (merge->store, waiting, merge->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < ours->len; i++)
    note_known (merge, ours->pdata[i]);
  for (guint i = 0; i < others->len; i++)
    {
      TambourRecord *record = others->pdata[i];

      if (record->external_id == NULL)
        g_hash_table_replace (merge->waiting, tambour_calendar_dup_place (record->account_id.id, TAMBOUR_ENGAGEMENT (record)->planned_start),
                              g_object_ref (record));
    }

  return TRUE;
}

static void
merge_clear (TambourCalendarMerge *merge)
{
  g_clear_pointer (&merge->addresses, tambour_addresses_free);
  g_clear_object (&merge->change);
  g_clear_pointer (&merge->known, g_hash_table_unref);
  g_clear_pointer (&merge->waiting, g_hash_table_unref);
  g_clear_pointer (&merge->taken, g_ptr_array_unref);
  g_clear_pointer (&merge->told, g_hash_table_unref);
  g_clear_pointer (&merge->moved, g_hash_table_unref);
  g_clear_pointer (&merge->rejects, tambour_rejects_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourCalendarMerge, merge_clear)

static gboolean
merge_begin (TambourCalendarMerge        *merge,
             TambourStore                *store,
             const TambourCalendarOrder  *order,
             TambourImportCounts         *counts,
             GCancellable                *cancellable,
             GError                     **error)
{
  merge->store = store;
  merge->order = order;
  merge->system = order->system ? order->system : TAMBOUR_CALENDAR_SYSTEM;
  merge->counts = counts;
  merge->cancellable = cancellable;
  merge->change = tambour_change_new (order->author, TAMBOUR_CALENDAR_LABEL);
  merge->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  merge->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  merge->taken = g_ptr_array_new_with_free_func (g_object_unref);
  merge->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge->addresses = tambour_addresses_load (store, cancellable, error);

  return merge->addresses != NULL && read_known (merge, error);
}

/* --- what cannot be imported ----------------------------------------------- */

static gboolean
list_faults (TambourCalendarMerge     *merge,
             const TambourIcalEvents  *events,
             GError                  **error)
{
  for (guint i = 0; i < events->faults->len; i++)
    {
      const TambourIcalFault *fault = events->faults->pdata[i];

      merge->counts->read += fault->is_lost;
      merge->counts->rejected += fault->is_lost;
      if (!tambour_rejects_add (merge->rejects, fault->line, fault->uid, fault->title, fault->reason, error))
        return FALSE;
    }

  return TRUE;
}

/* --- what is no more ------------------------------------------------------- */

/* The uid of a key: what stands before the recurrence, if that is one. */
static char *
dup_uid (const char *key)
{
  const char *slash = strrchr (key, '/');
  TambourInstant instant;
  TambourDate date;

  if (slash != NULL && (tambour_instant_parse (slash + 1, &instant) || tambour_date_parse (slash + 1, &date)))
    return g_strndup (key, slash - key);

  return g_strdup (key);
}

static gboolean
is_within (TambourCalendarMerge *merge,
           TambourEngagement    *call)
{
  const TambourCalendarOrder *order = merge->order;
  gint64 from = tambour_instant_is_stated (order->from) ? MAX (order->from.seconds, order->now.seconds) : order->now.seconds;

  return call->planned_start.seconds >= from &&
         (!tambour_instant_is_stated (order->until) || call->planned_start.seconds < order->until.seconds);
}

static gboolean
is_waiting (TambourEngagement *call)
{
  return !tambour_calendar_is_removed (call) && call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED;
}

static int
compare_calls (gconstpointer a,
               gconstpointer b)
{
  const TambourEngagement *one = *(TambourEngagement * const *) a, *other = *(TambourEngagement * const *) b;

  return one->planned_start.seconds < other->planned_start.seconds ? -1 : one->planned_start.seconds > other->planned_start.seconds;
}

/* The calls that are planned still, of events that do not have them any more: uid → calls. */
static GHashTable *
list_lost (TambourCalendarMerge    *merge,
           const TambourIcalEvents *events)
{
  GHashTable *lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer key, call;

  g_hash_table_iter_init (&iter, merge->known);
  while (g_hash_table_iter_next (&iter, &key, &call))
    {
      g_autofree char *uid = dup_uid (key);
      GPtrArray *calls = g_hash_table_lookup (lost, uid);

      if (!is_waiting (call) || g_hash_table_contains (merge->told, key) || g_hash_table_contains (events->left_out, key) ||
          !g_hash_table_contains (events->whole, uid) || !is_within (merge, call))
        continue;

      if (calls == NULL)
        g_hash_table_insert (lost, g_steal_pointer (&uid), (calls = g_ptr_array_new ()));
      g_ptr_array_add (calls, call);
    }

  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, NULL, &call))
    g_ptr_array_sort (call, compare_calls);

  return lost;
}

/* When the rule of a series is changed, all its recurrences have other names: what is
 * planned follows them in their order.
 */
static void
follow_moved (TambourCalendarMerge    *merge,
              const TambourIcalEvents *events,
              GHashTable              *lost)
{
  for (guint i = 0; i < events->events->len; i++)
    {
      const TambourIcalEvent *event = events->events->pdata[i];
      GPtrArray *calls = g_hash_table_lookup (lost, event->uid);
      g_autofree char *key = tambour_ical_event_dup_key (event);

      if (calls == NULL || calls->len == 0 || event->is_cancelled || event->start.seconds < merge->order->now.seconds ||
          g_hash_table_contains (merge->known, key))
        continue;

      g_hash_table_insert (merge->moved, g_steal_pointer (&key), calls->pdata[0]);
      g_ptr_array_remove_index (calls, 0);
    }
}

static void
cancel_lost (TambourCalendarMerge    *merge,
             const TambourIcalEvents *events,
             GHashTable              *lost)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = 0; i < ((GPtrArray *) value)->len; i++)
      tambour_calendar_cancel_call (merge, ((GPtrArray *) value)->pdata[i]);

  g_hash_table_iter_init (&iter, merge->known);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (is_waiting (value) && !g_hash_table_contains (merge->told, key) && g_hash_table_contains (events->left_out, key))
      tambour_calendar_cancel_call (merge, value);
}

/* --- all of it ------------------------------------------------------------- */

static gboolean
settle_event (TambourCalendarMerge    *merge,
              const TambourIcalEvent  *event,
              GError                 **error)
{
  g_autofree char *key = tambour_ical_event_dup_key (event);
  g_autofree char *why = NULL;

  merge->counts->read++;
  if (!tambour_calendar_settle_call (merge, event, key, &why, error))
    return FALSE;
  if (why == NULL)
    return TRUE;

  merge->counts->rejected++;

  return tambour_rejects_add (merge->rejects, event->line, event->uid, event->title, why, error);
}

static gboolean
settle (TambourCalendarMerge     *merge,
        const TambourIcalEvents  *events,
        GError                  **error)
{
  g_autoptr(GHashTable) lost = NULL;

  for (guint i = 0; i < events->events->len; i++)
    g_hash_table_add (merge->told, tambour_ical_event_dup_key (events->events->pdata[i]));
  lost = list_lost (merge, events);
  follow_moved (merge, events, lost);

  for (guint i = 0; i < events->events->len; i++)
    if (g_cancellable_set_error_if_cancelled (merge->cancellable, error) || !settle_event (merge, events->events->pdata[i], error))
      return FALSE;

  cancel_lost (merge, events, lost);

  return list_faults (merge, events, error);
}

/**
 * tambour_calendar_import_text:
 * @store: a portfolio
 * @order: what becomes of the events
 * @text: an iCalendar file
 * @length: its length in bytes
 * @counts: (inout): what became of the events is added to it
 * @cancellable: (nullable): a cancellable; then nothing is imported
 * @error: return location for a #TambourIcalError or a #TambourStoreError
 *
 * Each time at which an event takes place becomes a planned call, of the account whose
 * people are invited, with who is invited. What is there already is moved, renamed and
 * cancelled with the calendar as long as it is planned; what was held never changes, and
 * neither does what a person wrote. Running it twice changes nothing.
 *
 * Returns: %FALSE if nothing was imported
 */
gboolean
tambour_calendar_import_text (TambourStore                *store,
                              const TambourCalendarOrder  *order,
                              const char                  *text,
                              gsize                        length,
                              TambourImportCounts         *counts,
                              GCancellable                *cancellable,
                              GError                     **error)
{
  const TambourIcalWindow window = { order->from, order->until, order->now, order->zone };
  g_autoptr(TambourIcalEvents) events = tambour_ical_events_parse (text, length, &window, error);
  g_auto(TambourCalendarMerge) merge = { 0 };

  if (order->change != NULL)
    *order->change = 0;
  if (events == NULL || !merge_begin (&merge, store, order, counts, cancellable, error))
    return FALSE;

  merge.rejects = tambour_rejects_open (order->rejects, order->reject, order->reject_data, error);

  return merge.rejects != NULL && settle (&merge, events, error) && tambour_rejects_close (merge.rejects, error) &&
         (order->dry_run || tambour_move_commit (store, merge.change, order->change, error));
}

/**
 * tambour_calendar_import:
 * @store: a portfolio
 * @order: what becomes of the events
 * @path: an iCalendar file
 * @counts: (inout): what became of the events is added to it
 * @cancellable: (nullable): a cancellable; then nothing is imported
 * @error: return location for a #TambourIcalError, a #GIOErrorEnum or a #TambourStoreError
 *
 * As tambour_calendar_import_text(), for a file.
 *
 * Returns: %FALSE if nothing was imported
 */
gboolean
tambour_calendar_import (TambourStore                *store,
                         const TambourCalendarOrder  *order,
                         const char                  *path,
                         TambourImportCounts         *counts,
                         GCancellable                *cancellable,
                         GError                     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *text = NULL;
  gsize length;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) > LARGEST)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s is larger than 256 MiB: is this the right file?"), path);
      return FALSE;
    }

  return g_file_load_contents (file, cancellable, &text, &length, NULL, error) &&
         tambour_calendar_import_text (store, order, text, length, counts, cancellable, error);
}

/**
 * tambour_calendar_cancel:
 * @store: a portfolio
 * @order: what the calls are of
 * @uids: events that the calendar does not have any more
 * @counts: (inout): what became of them is added to it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Cancels what is still planned of them. What is past stays: many calendars forget that
 * by themselves.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_calendar_cancel (TambourStore                *store,
                         const TambourCalendarOrder  *order,
                         const char * const          *uids,
                         TambourImportCounts         *counts,
                         GCancellable                *cancellable,
                         GError                     **error)
{
  g_auto(TambourCalendarMerge) merge = { 0 };
  GHashTableIter iter;
  gpointer key, call;

  if (!merge_begin (&merge, store, order, counts, cancellable, error))
    return FALSE;

  g_hash_table_iter_init (&iter, merge.known);
  while (g_hash_table_iter_next (&iter, &key, &call))
    {
      g_autofree char *uid = dup_uid (key);

      if (g_strv_contains (uids, uid) && is_waiting (call) && is_within (&merge, call))
        tambour_calendar_cancel_call (&merge, call);
    }

  return order->dry_run || tambour_move_commit (store, merge.change, order->change, error);
}
