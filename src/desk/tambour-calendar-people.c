/* tambour-calendar-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-calendar-private.h"

/* Who is asked to a planned call: those of the calendar come and go with it, those who
 * were entered here stay.
 */

static TambourAttendance *
attendance_new (TambourCalendarMerge     *merge,
                TambourEngagement        *call,
                const TambourEventPerson *person,
                const char               *id)
{
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_ATTENDANCE, NULL);
  TambourAttendance *attendance = TAMBOUR_ATTENDANCE (record);
  const char *account_id = TAMBOUR_RECORD (call)->account_id.id;
  TambourContact *contact = tambour_addresses_find_contact (merge->addresses, person->email, account_id);
  TambourPerson *ours = contact ? NULL : tambour_addresses_find_person (merge->addresses, person->email);

  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->account_id.id, account_id);
  g_set_str (&record->external_system, merge->system);
  g_set_str (&record->external_id, id);
  g_set_str (&attendance->engagement_id.id, TAMBOUR_RECORD (call)->id);
  g_set_str (&attendance->name, person->name ? person->name : person->email);
  if (contact != NULL)
    {
      g_set_str (&attendance->contact_id.id, TAMBOUR_RECORD (contact)->id);
      g_set_str (&attendance->name, contact->name);
      g_set_str (&attendance->role, contact->title);
    }
  else if (ours != NULL)
    {
      g_set_str (&attendance->person_id.id, TAMBOUR_RECORD (ours)->id);
      g_set_str (&attendance->name, ours->name);
    }

  return attendance;
}

static GPtrArray *
list_attendances (TambourCalendarMerge  *merge,
                  TambourEngagement     *call,
                  gboolean               is_new,
                  GError               **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);

  if (is_new)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return tambour_query_where (query, "engagement_id", TAMBOUR_IS, TAMBOUR_RECORD (call)->id, error)
           ? tambour_store_list (merge->store, query, merge->cancellable, error)
           : NULL;
}

static gboolean
is_of_calendar (TambourCalendarMerge *merge,
                TambourRecord        *attendance)
{
  return attendance->external_id != NULL && g_strcmp0 (attendance->external_system, merge->system) == 0;
}

static gboolean
is_same_person (TambourAttendance *one,
                TambourAttendance *other)
{
  if (one->contact_id.id != NULL || other->contact_id.id != NULL)
    return g_strcmp0 (one->contact_id.id, other->contact_id.id) == 0;
  if (one->person_id.id != NULL || other->person_id.id != NULL)
    return g_strcmp0 (one->person_id.id, other->person_id.id) == 0;

  return g_strcmp0 (one->name, other->name) == 0;
}

static gboolean
is_known (TambourAttendance *attendance)
{
  return attendance->contact_id.id != NULL || attendance->person_id.id != NULL;
}

/* Takes from @there what stands for @attendance already. Returns: whether anything does. */
static gboolean
take_there (TambourCalendarMerge *merge,
            GPtrArray            *there,
            TambourAttendance    *attendance,
            gboolean             *is_changed)
{
  for (guint i = 0; i < there->len; i++)
    {
      TambourRecord *one = there->pdata[i];
      gboolean is_same = is_same_person (TAMBOUR_ATTENDANCE (one), attendance);

      if (!is_same && !(is_of_calendar (merge, one) && g_str_equal (one->external_id, TAMBOUR_RECORD (attendance)->external_id)))
        continue;

      /* Somebody became a contact meanwhile. */
      if (!is_same && (is_known (attendance) || !is_known (TAMBOUR_ATTENDANCE (one))))
        {
          g_autoptr(TambourRecord) changed = tambour_record_dup (one);

          g_set_str (&TAMBOUR_ATTENDANCE (changed)->contact_id.id, attendance->contact_id.id);
          g_set_str (&TAMBOUR_ATTENDANCE (changed)->person_id.id, attendance->person_id.id);
          g_set_str (&TAMBOUR_ATTENDANCE (changed)->name, attendance->name);
          tambour_change_put (merge->change, changed);
          *is_changed = TRUE;
        }
      g_ptr_array_remove_index (there, i);
      return TRUE;
    }

  return FALSE;
}

static void
settle_person (TambourCalendarMerge     *merge,
               TambourEngagement        *call,
               const TambourEventPerson *person,
               const char               *key,
               GPtrArray                *there,
               GHashTable               *done,
               gboolean                 *is_changed)
{
  const char *who = person->email ? person->email : person->name;
  g_autofree char *id = who ? g_strdup_printf ("%s|%s", key, who) : NULL;
  g_autoptr(TambourAttendance) attendance = NULL;

  if (id == NULL || person->is_thing || person->answer == TAMBOUR_EVENT_ANSWER_DECLINED || !g_hash_table_add (done, g_strdup (who)))
    return;

  attendance = attendance_new (merge, call, person, id);
  if (take_there (merge, there, attendance, is_changed))
    return;

  tambour_change_put (merge->change, TAMBOUR_RECORD (attendance));
  *is_changed = TRUE;
}

/**
 * tambour_calendar_settle_people:
 * @merge: (inout): a calendar
 * @call: a planned call
 * @event: what the calendar says of it
 * @key: what it is known by
 * @is_new: whether the call is not stored yet
 * @is_changed: (inout): set if anybody comes or goes
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_calendar_settle_people (TambourCalendarMerge    *merge,
                                TambourEngagement       *call,
                                const TambourIcalEvent  *event,
                                const char              *key,
                                gboolean                 is_new,
                                gboolean                *is_changed,
                                GError                 **error)
{
  g_autoptr(GPtrArray) there = list_attendances (merge, call, is_new, error);
  g_autoptr(GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (there == NULL)
    return FALSE;

  if (event->organiser != NULL)
    settle_person (merge, call, event->organiser, key, there, done, is_changed);
  for (guint i = 0; i < event->people->len; i++)
    settle_person (merge, call, event->people->pdata[i], key, there, done, is_changed);

  for (guint i = 0; i < there->len; i++)
    if (is_of_calendar (merge, there->pdata[i]))
      {
        tambour_change_remove (merge->change, there->pdata[i]);
        *is_changed = TRUE;
      }

  return TRUE;
}
