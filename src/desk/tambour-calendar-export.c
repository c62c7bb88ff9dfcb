/* tambour-calendar-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-calendar-export.h"

#include "tambour-account.h"
#include "tambour-calendar-import.h"
#include "tambour-engagement.h"
#include "tambour-ical-write.h"

typedef struct
{
  TambourStore                *store;
  const TambourCalendarWanted *wanted;
  GCancellable                *cancellable;
  GHashTable                  *accounts;  /* of which the next is there */
  GPtrArray                   *events;
} Export;

static void
person_free (gpointer data)
{
  TambourEventPerson *person = data;

  g_free (person->name);
  g_free (person->email);
  g_free (person);
}

static void
event_free (gpointer data)
{
  TambourIcalEvent *event = data;

  g_free (event->uid);
  g_free (event->instance);
  g_free (event->zone);
  g_free (event->title);
  g_clear_pointer (&event->people, g_ptr_array_unref);
  g_free (event);
}

static TambourRecord *
get (Export     *export,
     GType       type,
     const char *id)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);

  return id ? tambour_store_get (export->store, klass, id, NULL) : NULL;
}

/* Whoever has an address can be asked. */
static void
add_person (Export            *export,
            TambourIcalEvent  *event,
            TambourAttendance *attendance)
{
  g_autoptr(TambourRecord) contact = get (export, TAMBOUR_TYPE_CONTACT, attendance->contact_id.id);
  g_autoptr(TambourRecord) ours = get (export, TAMBOUR_TYPE_PERSON, attendance->person_id.id);
  const char *email = contact ? TAMBOUR_CONTACT (contact)->email : ours ? TAMBOUR_PERSON (ours)->email
                                                                        : NULL;
  TambourEventPerson *person;

  if (email == NULL || *email == '\0')
    return;

  person = g_new0 (TambourEventPerson, 1);
  person->name = g_strdup (attendance->name);
  person->email = g_strdup (email);
  g_ptr_array_add (event->people, person);
}

static gboolean
add_people (Export            *export,
            TambourIcalEvent  *event,
            const char        *engagement_id,
            GError           **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) there = NULL;

  event->people = g_ptr_array_new_with_free_func (person_free);
  if (!tambour_query_where (query, "engagement_id", TAMBOUR_IS, engagement_id, error) ||
      !tambour_query_order (query, "name", FALSE, error) ||
      !(there = tambour_store_list (export->store, query, export->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < there->len; i++)
    add_person (export, event, there->pdata[i]);

  return TRUE;
}

/* What came from a calendar is that event; what is planned here is known by its id. */
static void
name_event (TambourIcalEvent *event,
            TambourRecord    *record)
{
  gboolean is_events = record->external_id != NULL && g_strcmp0 (record->external_system, TAMBOUR_CALENDAR_SYSTEM) == 0;
  const char *slash = is_events ? strrchr (record->external_id, '/') : NULL;
  TambourInstant instant;

  if (slash != NULL && tambour_instant_parse (slash + 1, &instant))
    {
      event->uid = g_strndup (record->external_id, slash - record->external_id);
      event->instance = g_strdup (slash + 1);
    }
  else
    event->uid = is_events ? g_strdup (record->external_id) : g_strconcat (record->id, "@tambour", NULL);
}

static gboolean
add_call (Export             *export,
          TambourEngagement  *call,
          GError            **error)
{
  TambourRecord *record = TAMBOUR_RECORD (call);
  g_autoptr(TambourRecord) account = get (export, TAMBOUR_TYPE_ACCOUNT, record->account_id.id);
  TambourIcalEvent *event = g_new0 (TambourIcalEvent, 1);

  g_ptr_array_add (export->events, event);
  name_event (event, record);
  event->title = g_strdup (call->title ? call->title : account ? TAMBOUR_ACCOUNT (account)->name
                                                               : NULL);
  event->zone = account ? g_strdup (TAMBOUR_ACCOUNT (account)->report_tz) : NULL;
  event->start = call->planned_start;
  event->end = tambour_instant_is_stated (call->planned_end) ? call->planned_end : call->planned_start;
  event->modified = record->updated_at;

  return add_people (export, event, record->id, error);
}

static gboolean
is_wanted (Export            *export,
           TambourEngagement *call)
{
  const TambourCalendarWanted *wanted = export->wanted;
  TambourInstant end = tambour_instant_is_stated (call->planned_end) ? call->planned_end : call->planned_start;
  const char *account_id = TAMBOUR_RECORD (call)->account_id.id;

  if (wanted->engagement_id != NULL)
    return g_str_equal (TAMBOUR_RECORD (call)->id, wanted->engagement_id);

  return end.seconds >= wanted->now.seconds &&
         (!wanted->only_audits || call->kind == TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION) &&
         (!wanted->only_next || g_hash_table_add (export->accounts, g_strdup (account_id ? account_id : "")));
}

/**
 * tambour_calendar_export:
 * @store: a portfolio
 * @wanted: which planned calls
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Planned calls as the customer may see them: when, what they are called, and who is
 * asked; nothing that was noted of them.
 *
 * Returns: (transfer full) (nullable): an iCalendar file
 */
char *
tambour_calendar_export (TambourStore                 *store,
                         const TambourCalendarWanted  *wanted,
                         GCancellable                 *cancellable,
                         GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(GHashTable) accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr(GPtrArray) calls = NULL;
  Export export = { store, wanted, cancellable, accounts, events };

  if (wanted->account_id != NULL)
    tambour_query_account (query, wanted->account_id);
  if (!tambour_query_where (query, "status", TAMBOUR_IS, "planned", error) ||
      !tambour_query_order (query, "planned_start", FALSE, error) ||
      !(calls = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  for (guint i = 0; i < calls->len; i++)
    if (is_wanted (&export, calls->pdata[i]) && !add_call (&export, calls->pdata[i], error))
      return NULL;

  return tambour_ical_write (events);
}
