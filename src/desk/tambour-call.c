/* tambour-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-call-private.h"
#include "tambour-checks.h"
#include "tambour-people.h"

static void
entry_free (gpointer data)
{
  TambourCallEntry *entry = data;

  g_clear_pointer (&entry->records, g_ptr_array_unref);
  g_clear_object (&entry->about);
  g_clear_pointer (&entry->typed, g_free);
  g_free (entry);
}

/* @record is given away */
static TambourCallEntry *
entry_new (int            line,
           TambourRecord *record)
{
  TambourCallEntry *entry = g_new0 (TambourCallEntry, 1);

  entry->line = line;
  entry->records = g_ptr_array_new_with_free_func (g_object_unref);
  if (record != NULL)
    g_ptr_array_add (entry->records, record);

  return entry;
}

/**
 * tambour_call_plan_free:
 * @self: (transfer full): a plan
 */
void
tambour_call_plan_free (TambourCallPlan *self)
{
  g_clear_object (&self->planned);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->invited, g_strfreev);
  g_clear_pointer (&self->absent, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_call_making_clear:
 * @making: (inout): a call
 *
 * Forgets what its records were made of.
 */
void
tambour_call_making_clear (TambourCallMaking *making)
{
  g_clear_pointer (&making->contacts, g_ptr_array_unref);
  g_clear_pointer (&making->newcomers, g_ptr_array_unref);
  g_clear_pointer (&making->invited, g_ptr_array_unref);
  g_clear_pointer (&making->named, g_hash_table_unref);
  g_clear_pointer (&making->persons, g_ptr_array_unref);
  g_clear_object (&making->engagement);
  g_clear_pointer (&making->plan, tambour_call_plan_free);
}

/**
 * tambour_call_new_record:
 * @making: a call
 * @type: a kind of record
 *
 * Returns: (transfer full): a record of the account
 */
TambourRecord *
tambour_call_new_record (TambourCallMaking *making,
                         GType              type)
{
  TambourRecord *record = tambour_record_new (type, NULL);

  g_set_str (&record->account_id.id, making->call->account_id);

  return record;
}

/**
 * tambour_call_add:
 * @making: a call
 * @line: the line of the minutes, or -1
 * @record: (transfer full) (nullable): what is made or changed
 *
 * Returns: (transfer none): what is to be recorded, the last so far
 */
TambourCallEntry *
tambour_call_add (TambourCallMaking *making,
                  int                line,
                  TambourRecord     *record)
{
  TambourCallEntry *entry = entry_new (line, record);

  g_ptr_array_add (making->plan->entries, entry);

  return entry;
}

/**
 * tambour_call_doubt:
 * @entry: (inout): what is to be recorded
 * @doubt: what was not understood
 * @typed: what was typed there
 *
 * The first doubt of an entry is the one that is said.
 */
void
tambour_call_doubt (TambourCallEntry *entry,
                    TambourCallDoubt  doubt,
                    const char       *typed)
{
  if (doubt == TAMBOUR_CALL_SURE || entry->doubt != TAMBOUR_CALL_SURE)
    return;

  entry->doubt = doubt;
  entry->typed = g_strdup (typed);
}

static void
add_attendance (TambourCallMaking *making,
                const char        *typed,
                TambourRecord     *person,
                TambourCallDoubt   doubt)
{
  TambourAttendance *attendance = TAMBOUR_ATTENDANCE (tambour_call_new_record (making, TAMBOUR_TYPE_ATTENDANCE));
  TambourCallEntry *entry = tambour_call_add (making, -1, TAMBOUR_RECORD (attendance));

  g_set_str (&attendance->engagement_id.id, TAMBOUR_RECORD (making->engagement)->id);
  attendance->name = person ? tambour_record_dup_title (person) : g_strdup (typed);
  if (TAMBOUR_IS_CONTACT (person))
    {
      g_set_str (&attendance->contact_id.id, person->id);
      g_set_str (&attendance->role, TAMBOUR_CONTACT (person)->title);
    }
  else if (person != NULL)
    g_set_str (&attendance->person_id.id, person->id);

  entry->doubt = doubt;
  entry->typed = g_strdup (typed);
}

/* Whoever was asked is there already. */
static void
add_present (TambourCallMaking *making,
             const char        *typed,
             TambourRecord     *person,
             TambourCallDoubt   doubt)
{
  TambourRecord *invited = tambour_call_take_invited (making, typed, person);

  if (invited != NULL)
    tambour_call_add (making, -1, invited)->typed = g_strdup (typed);
  else
    add_attendance (making, typed, person, doubt);
}

/* Once each, however often they are named. */
static void
add_attendances (TambourCallMaking *making)
{
  g_autoptr(GHashTable) added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; making->call->attendees && making->call->attendees[i]; i++)
    {
      const char *typed = making->call->attendees[i];
      TambourCallDoubt doubt;
      TambourRecord *person = tambour_call_find_person (making, typed, &doubt);

      if (g_hash_table_add (added, person ? g_strdup (person->id) : g_utf8_casefold (typed, -1)))
        add_present (making, typed, person, doubt);
    }

  if (g_hash_table_size (added) > 0)
    tambour_call_leave_invited (making);
}

/* Whom the call made known is behind it: all else can refer to them. */
static void
add_newcomers (TambourCallMaking *making)
{
  for (guint i = making->newcomers->len; i-- > 0;)
    {
      TambourRecord *contact = g_ptr_array_index (making->newcomers, i);

      if (g_hash_table_contains (making->named, contact))
        g_ptr_array_insert (making->plan->entries, 1, entry_new (-1, g_object_ref (contact)));
    }
}

static gboolean
fill (TambourCallMaking  *making,
      GError            **error)
{
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse_prepared (making->call->text, making->call->agenda, making->day);

  if (!tambour_call_read_people (making, error) || !tambour_call_find_engagement (making, error) ||
      !tambour_call_read_invited (making, error))
    return FALSE;

  tambour_call_add (making, -1, g_object_ref (TAMBOUR_RECORD (making->engagement)));
  g_set_str (&making->engagement->body, *making->call->text ? making->call->text : NULL);
  g_set_str (&making->engagement->summary, minutes->summary ? minutes->summary : making->engagement->summary);
  add_attendances (making);
  for (guint i = 0; i < minutes->items->len; i++)
    if (!tambour_call_add_item (making, g_ptr_array_index (minutes->items, i), error))
      return FALSE;
  add_newcomers (making);

  return tambour_call_add_use (making, error) && tambour_call_add_next (making, error);
}

/**
 * tambour_call_plan:
 * @store: a store
 * @call: what somebody tells
 * @me: (nullable): the id of the person who tells it
 * @now: the time that is "now"
 * @zone: where that person is
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Finds out what logging a call records, and changes nothing yet. A call that was
 * planned for that day is the one that was held.
 *
 * Returns: (transfer full) (nullable): the records
 */
TambourCallPlan *
tambour_call_plan (TambourStore       *store,
                   const TambourCall  *call,
                   const char         *me,
                   TambourInstant      now,
                   GTimeZone          *zone,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_auto(TambourCallMaking) making = { store, call, me, now, zone, .cancellable = cancellable };

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), NULL);
  g_return_val_if_fail (call->account_id != NULL && call->text != NULL, NULL);

  making.day = tambour_zone_date_of (zone, call->start);
  making.plan = g_new0 (TambourCallPlan, 1);
  making.plan->entries = g_ptr_array_new_with_free_func (entry_free);

  return fill (&making, error) ? g_steal_pointer (&making.plan) : NULL;
}

/**
 * tambour_call_plan_check:
 * @self: a plan
 * @store: a store
 * @error: return location for what is wrong with one of its records
 *
 * Returns: %FALSE if it cannot be recorded
 */
gboolean
tambour_call_plan_check (TambourCallPlan  *self,
                         TambourStore     *store,
                         GError          **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      TambourCallEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint n = 0; n < entry->records->len; n++)
        if (!tambour_record_check (g_ptr_array_index (entry->records, n), error) ||
            !tambour_checks_run (store, g_ptr_array_index (entry->records, n), error))
          return FALSE;
    }

  return TRUE;
}

/**
 * tambour_call_plan_put:
 * @self: a plan
 * @change: (inout): the change that records it, all at once
 */
void
tambour_call_plan_put (TambourCallPlan *self,
                       TambourChange   *change)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      TambourCallEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint n = 0; n < entry->records->len; n++)
        tambour_change_put (change, g_ptr_array_index (entry->records, n));
    }

  for (guint i = 0; i < self->absent->len; i++)
    tambour_change_remove (change, g_ptr_array_index (self->absent, i));
}

/**
 * tambour_call_entry_dup_doubt:
 * @entry: what is to be recorded
 *
 * Returns: (transfer full) (nullable): what was not understood, and what became of
 *   it, as a sentence
 */
char *
tambour_call_entry_dup_doubt (const TambourCallEntry *entry)
{
  switch (entry->doubt)
    {
    case TAMBOUR_CALL_SURE:
      return NULL;
    case TAMBOUR_CALL_NOBODY:
      return g_strdup_printf (_("“%s” is not in People; the name is kept as it was typed."), entry->typed);
    case TAMBOUR_CALL_SEVERAL:
      return g_strdup_printf (_("“%s” can be more than one person; the name is kept as it was typed. Type more of it."), entry->typed);
    case TAMBOUR_CALL_NO_DATE:
      return g_strdup_printf (_("“%s” is no date; it is kept in the text. Type fri, +3d, 12-04 or 2026-12-04."), entry->typed);
    case TAMBOUR_CALL_NO_CASE:
      return g_strdup_printf (_("The account has no case #%s; only the minutes name it."), entry->typed);
    case TAMBOUR_CALL_NO_GOAL:
      return g_strdup_printf (_("The account has no goal “%s”; only the minutes name it."), entry->typed);
    }

  g_assert_not_reached ();
}
