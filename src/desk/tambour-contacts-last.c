/* tambour-contacts-last.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-contacts-private.h"

/* Whoever was in none of so many calls, and reported none of so many cases, has
 * not been heard for long enough to say "never lately". */
#define MAX_CALLS 300
#define MAX_CASES 300

/* Who to tell when a contact was heard: id -> TambourContactView. */
static GHashTable *
new_by_id (TambourContacts *contacts)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < contacts->people->len; i++)
    {
      TambourContactView *view = g_ptr_array_index (contacts->people, i);

      g_hash_table_insert (by_id, TAMBOUR_RECORD (view->contact)->id, view);
    }

  return by_id;
}

static TambourInstant
time_of (TambourEngagement *call)
{
  return tambour_instant_is_stated (call->actual_start) ? call->actual_start : call->planned_start;
}

static gboolean
is_newer (TambourContactView *view,
          TambourInstant      at)
{
  return view != NULL && tambour_instant_is_stated (at) &&
         (!tambour_instant_is_stated (view->last_at) || at.seconds > view->last_at.seconds);
}

static void
note_attendances (GPtrArray  *attendances,
                  GHashTable *calls,
                  GHashTable *by_id)
{
  for (guint i = 0; i < attendances->len; i++)
    {
      TambourAttendance *attendance = g_ptr_array_index (attendances, i);
      TambourEngagement *call = attendance->engagement_id.id ? g_hash_table_lookup (calls, attendance->engagement_id.id) : NULL;
      TambourContactView *view = attendance->contact_id.id ? g_hash_table_lookup (by_id, attendance->contact_id.id) : NULL;

      if (call == NULL || !is_newer (view, time_of (call)))
        continue;

      view->last_at = time_of (call);
      view->last_call = call->kind;
      g_set_str (&view->last_id, TAMBOUR_RECORD (call)->id);
      g_clear_pointer (&view->last_case, g_free);
    }
}

static gboolean
add_calls (const TambourAccountReading  *reading,
           GHashTable                   *by_id,
           GError                      **error)
{
  g_autoptr(GPtrArray) calls = tambour_account_reading_page (reading, TAMBOUR_TYPE_ENGAGEMENT, "planned_start <= {now} and status = held",
                                                             "planned_start", TRUE, MAX_CALLS, error);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) attendances = NULL;

  for (guint i = 0; calls && i < calls->len; i++)
    {
      TambourRecord *call = g_ptr_array_index (calls, i);

      g_hash_table_insert (known, call->id, call);
      g_ptr_array_add (ids, call->id);
    }
  g_ptr_array_add (ids, NULL);

  if (calls == NULL || calls->len == 0)
    return calls != NULL;

  if (!tambour_query_where_any (query, "engagement_id", (const char * const *) ids->pdata, error) ||
      !(attendances = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  note_attendances (attendances, known, by_id);

  return TRUE;
}

static void
note_case (TambourContactView *view,
           TambourCase        *support_case,
           TambourInstant      at)
{
  view->last_at = at;
  g_set_str (&view->last_id, TAMBOUR_RECORD (support_case)->id);
  g_set_str (&view->last_case, support_case->number ? support_case->number : "");
}

/* What customers wrote in a case, its reporter wrote. */
static gboolean
add_messages (const TambourAccountReading  *reading,
              GHashTable                   *by_id,
              GHashTable                   *cases,
              GError                      **error)
{
  g_autoptr(GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (cases);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(GPtrArray) events = NULL;

  if (ids->len == 0)
    return TRUE;

  g_ptr_array_add (ids, NULL);
  if (!tambour_query_where_any (query, "case_id", (const char * const *) ids->pdata, error) ||
      !tambour_query_where (query, "kind", TAMBOUR_IS, "customer_msg", error) ||
      !(events = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);
      TambourCase *support_case = g_hash_table_lookup (cases, event->case_id.id);
      TambourContactView *view = g_hash_table_lookup (by_id, support_case->reporter_id.id);

      if (event->at.seconds <= reading->at.seconds && is_newer (view, event->at))
        note_case (view, support_case, event->at);
    }

  return TRUE;
}

static gboolean
add_cases (const TambourAccountReading  *reading,
           GHashTable                   *by_id,
           GError                      **error)
{
  g_autoptr(GPtrArray) cases = tambour_account_reading_page (reading, TAMBOUR_TYPE_CASE, "opened_at <= {now}",
                                                             "opened_at", TRUE, MAX_CASES, error);
  g_autoptr(GHashTable) reported = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; cases && i < cases->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases, i);
      TambourContactView *view = support_case->reporter_id.id ? g_hash_table_lookup (by_id, support_case->reporter_id.id) : NULL;

      if (view == NULL)
        continue;

      g_hash_table_insert (reported, TAMBOUR_RECORD (support_case)->id, support_case);
      if (is_newer (view, support_case->opened_at))
        note_case (view, support_case, support_case->opened_at);
    }

  return cases != NULL && add_messages (reading, by_id, reported, error);
}

/**
 * tambour_contacts_add_last:
 * @reading: an account
 * @contacts: its people
 * @error: return location
 *
 * When each of them was last heard: in a call that was held, or in a case.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_contacts_add_last (const TambourAccountReading  *reading,
                           TambourContacts              *contacts,
                           GError                      **error)
{
  g_autoptr(GHashTable) by_id = new_by_id (contacts);

  if (contacts->people->len == 0)
    return TRUE;

  return add_calls (reading, by_id, error) && add_cases (reading, by_id, error);
}
