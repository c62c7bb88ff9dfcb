/* tambour-calendar-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-calendar-private.h"
#include "tambour-hand.h"

/* A description may be a whole conversation; what is behind that is not read. */
#define LONGEST_NOTE 20000

/**
 * tambour_calendar_dup_place:
 * @account_id: an account
 * @start: when
 *
 * Returns: (transfer full): what a call that is planned by hand is found by
 */
char *
tambour_calendar_dup_place (const char     *account_id,
                            TambourInstant  start)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", start.seconds, account_id ? account_id : "");
}

/**
 * tambour_calendar_is_removed:
 * @call: a call
 *
 * Returns: whether somebody removed it here
 */
gboolean
tambour_calendar_is_removed (TambourEngagement *call)
{
  return tambour_record_is_deleted (TAMBOUR_RECORD (call));
}

static gboolean
is_cancelled (TambourEngagement *call)
{
  return call->status == TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US || call->status == TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM;
}

/**
 * tambour_calendar_cancel_call:
 * @merge: (inout): a calendar
 * @call: a planned call that the calendar does not have any more
 */
void
tambour_calendar_cancel_call (TambourCalendarMerge *merge,
                              TambourEngagement    *call)
{
  g_autoptr(TambourRecord) changed = tambour_record_dup (TAMBOUR_RECORD (call));

  TAMBOUR_ENGAGEMENT (changed)->status = TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US;
  tambour_change_put (merge->change, changed);
  merge->counts->read++;
  merge->counts->updated++;
}

/* --- whose it is ----------------------------------------------------------- */

static const char *
find_account (TambourCalendarMerge    *merge,
              const TambourIcalEvent  *event,
              char                   **why)
{
  g_autoptr(GPtrArray) emails = g_ptr_array_new ();
  const char *account_id;

  if (event->organiser != NULL && event->organiser->email != NULL)
    g_ptr_array_add (emails, event->organiser->email);
  for (guint i = 0; i < event->people->len; i++)
    {
      TambourEventPerson *person = event->people->pdata[i];

      if (person->email != NULL && !person->is_thing)
        g_ptr_array_add (emails, person->email);
    }
  g_ptr_array_add (emails, NULL);

  account_id = tambour_addresses_find_account (merge->addresses, (const char * const *) emails->pdata, why);
  if (account_id == NULL && merge->order->account_id != NULL)
    {
      g_clear_pointer (why, g_free);
      account_id = merge->order->account_id;
    }

  return account_id;
}

/* --- what it says ---------------------------------------------------------- */

static gboolean
names_any (const char         *text,
           const char * const *words)
{
  g_autofree char *folded = text ? g_utf8_strdown (text, -1) : NULL;

  for (guint i = 0; folded && words[i]; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_number (const char *text)
{
  guint n = 0;

  for (; text && *text; text++)
    if (g_ascii_isdigit (*text))
      n++;
    else if (!strchr ("+-/() .", *text))
      return FALSE;

  return n >= 6;
}

/* By which way, if the place tells; the words are those that Log Call keeps. */
static const char *
find_channel (const TambourIcalEvent *event)
{
  static const char * const links[] = { "teams.microsoft.", "zoom.us", "meet.google.", "webex.com", "meet.jit.si", "gotomeeting.", "whereby.com",
                                        "teams meeting", "teams-besprechung", "bluejeans.com", NULL };
  static const char * const phones[] = { "tel:", NULL };

  if (names_any (event->location, links) || names_any (event->description, links))
    return "Video";
  if (is_number (event->location) || names_any (event->location, phones))
    return "Phone";

  return NULL;
}

static char *
dup_note (const TambourIcalEvent *event)
{
  g_autofree char *all = NULL;

  if (event->location == NULL && event->description == NULL)
    return NULL;

  all = g_strdup_printf ("%s%s%s", event->location ? event->location : "", event->location && event->description ? "\n\n" : "",
                         event->description ? event->description : "");

  return g_utf8_strlen (all, -1) > LONGEST_NOTE ? g_utf8_substring (all, 0, LONGEST_NOTE) : g_steal_pointer (&all);
}

/* Not over what a person wrote. */
static gboolean
say (TambourCalendarMerge  *merge,
     TambourEngagement     *before,
     char                 **member,
     const char            *field,
     const char            *text,
     GError               **error)
{
  gboolean by_hand = FALSE;

  if (g_strcmp0 (*member, text) == 0)
    return TRUE;
  if (before != NULL && !tambour_hand_wrote (merge->store, TAMBOUR_RECORD (before), field, TAMBOUR_CALENDAR_LABEL, &by_hand, error))
    return FALSE;
  if (!by_hand)
    g_set_str (member, text);

  return TRUE;
}

static gboolean
say_all (TambourCalendarMerge    *merge,
         TambourEngagement       *before,
         TambourEngagement       *call,
         const TambourIcalEvent  *event,
         GError                 **error)
{
  TambourRecord *record = TAMBOUR_RECORD (call);
  const char *channel = find_channel (event);
  const char *organiser = event->organiser ? event->organiser->email : NULL;
  g_autofree char *note = dup_note (event);

  /* Whoever cancels a recurrence may say any time for it. */
  if (before == NULL || !event->is_cancelled)
    {
      call->planned_start = event->start;
      call->planned_end = event->end.seconds > event->start.seconds ? event->end : (TambourInstant) { TAMBOUR_NEVER };
    }
  call->status = !event->is_cancelled                                                                     ? TAMBOUR_ENGAGEMENT_STATUS_PLANNED
                 : tambour_addresses_is_customer (merge->addresses, organiser, record->account_id.id) ? TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM
                                                                                                      : TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US;

  return say (merge, before, &call->title, "title", event->title, error) &&
         say (merge, before, &call->channel, "channel", channel ? channel : call->channel, error) &&
         say (merge, before, &record->note, "note", note, error);
}

/* What was held, or told otherwise by a person, stays as it is; what the calendar
 * cancelled comes back with it.
 */
static gboolean
may_change (TambourCalendarMerge    *merge,
            TambourEngagement       *before,
            const TambourIcalEvent  *event,
            gboolean                *may,
            GError                 **error)
{
  gboolean by_hand = FALSE;

  *may = !tambour_calendar_is_removed (before) && before->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED;
  if (tambour_calendar_is_removed (before) || !is_cancelled (before) || event->is_cancelled)
    return TRUE;
  if (!tambour_hand_wrote (merge->store, TAMBOUR_RECORD (before), "status", TAMBOUR_CALENDAR_LABEL, &by_hand, error))
    return FALSE;

  *may = !by_hand;

  return TRUE;
}

/* --- the call -------------------------------------------------------------- */

static TambourEngagement *
call_new (TambourCalendarMerge   *merge,
          const TambourIcalEvent *event,
          const char             *account_id,
          const char             *key)
{
  TambourEngagement *call = TAMBOUR_ENGAGEMENT (tambour_record_new (TAMBOUR_TYPE_ENGAGEMENT, NULL));
  TambourRecord *record = TAMBOUR_RECORD (call);

  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->account_id.id, account_id);
  g_set_str (&record->external_system, merge->system);
  g_set_str (&record->external_id, key);
  call->kind = event->instance ? TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL : TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL;

  return call;
}

/* The call that stands for the event already: by its name, by the name that it had
 * before the series was changed, or as planned here by hand for the same time.
 */
static TambourEngagement *
find_before (TambourCalendarMerge   *merge,
             const TambourIcalEvent *event,
             const char             *account_id,
             const char             *key)
{
  g_autofree char *place = NULL;
  g_autofree char *waited_for = NULL;
  TambourEngagement *found = g_hash_table_lookup (merge->known, key);

  if (found == NULL)
    found = g_hash_table_lookup (merge->moved, key);
  if (found != NULL || account_id == NULL)
    return found;

  /* It is nobody else's from now on. */
  place = tambour_calendar_dup_place (account_id, event->start);
  if (g_hash_table_steal_extended (merge->waiting, place, (gpointer *) &waited_for, (gpointer *) &found))
    g_ptr_array_add (merge->taken, found);

  return found;
}

/* Puts the call if it is new or says something else; @is_changed is of its people. */
static void
put (TambourCalendarMerge *merge,
     TambourEngagement    *before,
     TambourEngagement    *call,
     gboolean              is_changed)
{
  gboolean is_same = before != NULL && tambour_record_equal (TAMBOUR_RECORD (before), TAMBOUR_RECORD (call));

  if (!is_same)
    tambour_change_put (merge->change, TAMBOUR_RECORD (call));

  if (before == NULL)
    merge->counts->created++;
  else if (is_same && !is_changed)
    merge->counts->unchanged++;
  else
    merge->counts->updated++;
}

/**
 * tambour_calendar_settle_call:
 * @merge: (inout): a calendar
 * @event: one of its events
 * @key: what it is known by
 * @why: (out): a sentence's part: why it cannot become a call
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_calendar_settle_call (TambourCalendarMerge    *merge,
                              const TambourIcalEvent  *event,
                              const char              *key,
                              char                   **why,
                              GError                 **error)
{
  TambourEngagement *before = find_before (merge, event, NULL, key);
  const char *account_id = before ? TAMBOUR_RECORD (before)->account_id.id : find_account (merge, event, why);
  g_autoptr(TambourEngagement) call = NULL;
  gboolean may = TRUE, is_changed = FALSE;

  if (account_id == NULL)
    return TRUE;
  if (before == NULL)
    before = find_before (merge, event, account_id, key);
  if (before != NULL && !may_change (merge, before, event, &may, error))
    return FALSE;
  if (!may)
    {
      merge->counts->unchanged++;
      return TRUE;
    }

  call = before ? TAMBOUR_ENGAGEMENT (tambour_record_dup (TAMBOUR_RECORD (before))) : call_new (merge, event, account_id, key);
  g_set_str (&TAMBOUR_RECORD (call)->external_system, merge->system);
  g_set_str (&TAMBOUR_RECORD (call)->external_id, key);
  if (!say_all (merge, before, call, event, error) ||
      (!event->is_cancelled && !tambour_calendar_settle_people (merge, call, event, key, before == NULL, &is_changed, error)))
    return FALSE;

  put (merge, before, call, is_changed);

  return TRUE;
}
