/* tambour-call-items.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-call-private.h"
#include "tambour-case.h"
#include "tambour-goal.h"
#include "tambour-people.h"
#include "tambour-roadmap.h"
#include "tambour-value.h"

/* What the lines of the minutes become. */

static const char *
engagement_id (TambourCallMaking *making)
{
  return TAMBOUR_RECORD (making->engagement)->id;
}

/* Who was named: their name and side. Whom nobody knows keeps the name that was
 * typed, and nobody at all is us.
 *
 * Returns: (transfer none) (nullable): who that is
 */
static TambourRecord *
take_owner (TambourCallMaking         *making,
            const TambourMinutesItem  *item,
            TambourCallEntry          *entry,
            char                     **name)
{
  TambourCallDoubt doubt;
  TambourRecord *person;

  if (item->owner == NULL)
    return NULL;

  person = tambour_call_find_person (making, item->owner, &doubt);
  tambour_call_doubt (entry, doubt, item->owner);
  g_free (*name);
  *name = person ? tambour_record_dup_title (person) : g_strdup (item->owner);

  return person;
}

static TambourSide
side_of (TambourRecord *person)
{
  return person != NULL && TAMBOUR_IS_CONTACT (person) ? TAMBOUR_SIDE_CUSTOMER : TAMBOUR_SIDE_US;
}

static void
doubt_date (const TambourMinutesItem *item,
            TambourCallEntry         *entry)
{
  tambour_call_doubt (entry, item->wrong_due ? TAMBOUR_CALL_NO_DATE : TAMBOUR_CALL_SURE, item->wrong_due);
}

static TambourCallEntry *
add_action (TambourCallMaking        *making,
            const TambourMinutesItem *item)
{
  TambourActionItem *action = TAMBOUR_ACTION_ITEM (tambour_call_new_record (making, TAMBOUR_TYPE_ACTION_ITEM));
  TambourCallEntry *entry = tambour_call_add (making, (int) item->line, TAMBOUR_RECORD (action));

  g_set_str (&action->title, item->text);
  g_set_str (&action->engagement_id.id, engagement_id (making));
  action->side = side_of (take_owner (making, item, entry, &action->owner));
  action->due = item->due;
  if (item->is_done)
    {
      action->status = TAMBOUR_ACTION_STATUS_DONE;
      action->done_at = making->call->start;
    }
  doubt_date (item, entry);

  return entry;
}

/* Returns: (transfer none) (nullable): the customer’s one person who was there */
static TambourRecord *
find_only_contact (TambourCallMaking *making)
{
  TambourRecord *only = NULL;

  for (guint i = 0; making->call->attendees && making->call->attendees[i]; i++)
    {
      TambourCallDoubt doubt;
      TambourRecord *person = tambour_call_find_person (making, making->call->attendees[i], &doubt);

      if (person == NULL || !TAMBOUR_IS_CONTACT (person) || person == only)
        continue;
      if (only != NULL)
        return NULL;
      only = person;
    }

  return only;
}

/* Who is named is who promises, and the customer's promise is that person's; a promise
 * of ours is made to who was there alone.
 */
static TambourCallEntry *
add_commitment (TambourCallMaking        *making,
                const TambourMinutesItem *item)
{
  TambourCommitment *commitment = TAMBOUR_COMMITMENT (tambour_call_new_record (making, TAMBOUR_TYPE_COMMITMENT));
  TambourCallEntry *entry = tambour_call_add (making, (int) item->line, TAMBOUR_RECORD (commitment));
  TambourRecord *only = find_only_contact (making);
  g_autofree char *name = NULL;
  TambourRecord *person;

  g_set_str (&commitment->text, item->text);
  g_set_str (&commitment->engagement_id.id, engagement_id (making));
  person = take_owner (making, item, entry, &name);
  commitment->side = side_of (person);
  if (commitment->side == TAMBOUR_SIDE_CUSTOMER)
    g_set_str (&commitment->to_contact_id.id, person->id);
  else if (only != NULL)
    g_set_str (&commitment->to_contact_id.id, only->id);
  commitment->made_on = making->day;
  commitment->due = item->due;
  doubt_date (item, entry);

  return entry;
}

static TambourCallEntry *
add_decision (TambourCallMaking        *making,
              const TambourMinutesItem *item)
{
  TambourDecision *decision = TAMBOUR_DECISION (tambour_call_new_record (making, TAMBOUR_TYPE_DECISION));
  TambourCallEntry *entry = tambour_call_add (making, (int) item->line, TAMBOUR_RECORD (decision));

  g_set_str (&decision->text, item->text);
  g_set_str (&decision->engagement_id.id, engagement_id (making));
  take_owner (making, item, entry, &decision->decided_by);
  decision->on = making->day;

  return entry;
}

/* A draft: what it is worth is agreed with the customer later. */
static TambourCallEntry *
add_value (TambourCallMaking        *making,
           const TambourMinutesItem *item)
{
  TambourValueEntry *value = TAMBOUR_VALUE_ENTRY (tambour_call_new_record (making, TAMBOUR_TYPE_VALUE_ENTRY));
  TambourCallEntry *entry = tambour_call_add (making, (int) item->line, TAMBOUR_RECORD (value));
  g_autofree char *name = NULL;

  g_set_str (&value->title, item->text);
  value->on = making->day;
  value->gross = item->amount;
  value->state = TAMBOUR_VALUE_STATE_DRAFT;
  take_owner (making, item, entry, &name);
  g_set_str (&value->evidence, name);

  return entry;
}

typedef struct
{
  const char    *title;
  TambourRecord *found;
} SameTitle;

static gboolean
is_same_title (TambourRecord *record,
               gpointer       user_data)
{
  SameTitle *same = user_data;
  g_autofree char *title = tambour_record_dup_title (record);
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_autofree char *wanted = g_utf8_casefold (same->title, -1);

  if (!g_str_equal (folded, wanted))
    return TRUE;

  same->found = g_object_ref (record);

  return FALSE;
}

/* Returns: %FALSE on error; @found stays %NULL if nothing is called so */
static gboolean
find_called (TambourCallMaking  *making,
             GType               type,
             const char         *account_id,
             const char         *title,
             TambourRecord     **found,
             GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  SameTitle same = { title, NULL };

  if (account_id != NULL)
    tambour_query_account (query, account_id);
  if (!tambour_store_each (making->store, query, is_same_title, &same, making->cancellable, error))
    return FALSE;

  *found = same.found;

  return TRUE;
}

static TambourRecord *
new_request (TambourCallMaking *making,
             const char        *title,
             TambourCallEntry  *entry)
{
  TambourFeatureRequest *request = TAMBOUR_FEATURE_REQUEST (tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL));
  TambourFrEvent *event = TAMBOUR_FR_EVENT (tambour_record_new (TAMBOUR_TYPE_FR_EVENT, NULL));

  g_set_str (&request->title, title);
  request->status = TAMBOUR_REQUEST_STATUS_CAPTURED;
  g_set_str (&event->request_id.id, TAMBOUR_RECORD (request)->id);
  event->status = TAMBOUR_REQUEST_STATUS_CAPTURED;
  event->at = making->day;
  g_ptr_array_add (entry->records, request);
  g_ptr_array_add (entry->records, event);

  return TAMBOUR_RECORD (request);
}

/* What one customer wants already is wanted by one more. */
static TambourCallEntry *
add_request (TambourCallMaking         *making,
             const TambourMinutesItem  *item,
             GError                   **error)
{
  g_autoptr(TambourRecord) known = NULL;
  g_autofree char *name = NULL;
  TambourFrEvidence *evidence;
  TambourRecord *person;
  TambourCallEntry *entry;

  if (!find_called (making, TAMBOUR_TYPE_FEATURE_REQUEST, NULL, item->text, &known, error))
    return NULL;

  entry = tambour_call_add (making, (int) item->line, NULL);
  evidence = TAMBOUR_FR_EVIDENCE (tambour_call_new_record (making, TAMBOUR_TYPE_FR_EVIDENCE));
  g_set_str (&evidence->request_id.id, known ? known->id : new_request (making, item->text, entry)->id);
  g_set_str (&evidence->quote, item->text);
  g_set_str (&evidence->source, "call");
  evidence->on = making->day;
  person = take_owner (making, item, entry, &name);
  if (person != NULL && TAMBOUR_IS_CONTACT (person))
    g_set_str (&evidence->contact_id.id, person->id);
  g_ptr_array_add (entry->records, evidence);

  return entry;
}

static gboolean
add_goal (TambourCallMaking         *making,
          const TambourMinutesItem  *item,
          GError                   **error)
{
  g_autoptr(TambourRecord) goal = NULL;
  TambourCallEntry *entry;

  if (!find_called (making, TAMBOUR_TYPE_GOAL, making->call->account_id, item->text, &goal, error))
    return FALSE;

  entry = tambour_call_add (making, (int) item->line, NULL);
  if (goal == NULL)
    tambour_call_doubt (entry, TAMBOUR_CALL_NO_GOAL, item->text);
  doubt_date (item, entry);
  if (goal == NULL || item->wrong_due != NULL)
    return TRUE;

  entry->about = g_object_ref (goal);
  g_ptr_array_add (entry->records, tambour_record_dup (goal));
  TAMBOUR_GOAL (g_ptr_array_index (entry->records, 0))->due = item->due;

  return TRUE;
}

static TambourRecord *
new_event (TambourCallMaking *making,
           TambourRecord     *of,
           const char        *text)
{
  TambourCaseEvent *event = TAMBOUR_CASE_EVENT (tambour_call_new_record (making, TAMBOUR_TYPE_CASE_EVENT));

  g_set_str (&event->case_id.id, of->id);
  g_set_str (&event->text, text);
  event->at = making->call->start;
  event->recorded_at = making->now;
  event->actor = TAMBOUR_ACTOR_US;
  event->kind = TAMBOUR_EVENT_KIND_INTERNAL_NOTE;

  return TAMBOUR_RECORD (event);
}

/* What was said about a case stands among its events. It starts no clock and stops
 * none (RESPONSE-CLOCK.md).
 */
static gboolean
add_case (TambourCallMaking         *making,
          const TambourMinutesItem  *item,
          const char                *number,
          GError                   **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) cases = NULL;
  TambourCallEntry *entry;

  tambour_query_account (query, making->call->account_id);
  tambour_query_limit (query, 1, 0);
  if (!tambour_query_where (query, "number", TAMBOUR_IS, number, error) ||
      !(cases = tambour_store_list (making->store, query, making->cancellable, error)))
    return FALSE;

  entry = tambour_call_add (making, (int) item->line, NULL);
  if (cases->len == 0)
    tambour_call_doubt (entry, TAMBOUR_CALL_NO_CASE, number);
  else
    {
      entry->about = g_object_ref (g_ptr_array_index (cases, 0));
      g_ptr_array_add (entry->records, new_event (making, entry->about, item->text));
    }

  return TRUE;
}

static gboolean
add_cases (TambourCallMaking         *making,
           const TambourMinutesItem  *item,
           GError                   **error)
{
  for (guint i = 0; i < item->cases->len; i++)
    if (!add_case (making, item, g_ptr_array_index (item->cases, i), error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_call_add_item:
 * @making: (inout): a call
 * @item: what a line of its minutes says
 * @error: return location for a #TambourStoreError
 *
 * Adds what is recorded of it, and to each case that it names.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_call_add_item (TambourCallMaking         *making,
                       const TambourMinutesItem  *item,
                       GError                   **error)
{
  switch (item->kind)
    {
    case TAMBOUR_MINUTES_ACTION:
      add_action (making, item);
      break;
    case TAMBOUR_MINUTES_COMMITMENT:
      add_commitment (making, item);
      break;
    case TAMBOUR_MINUTES_DECISION:
      add_decision (making, item);
      break;
    case TAMBOUR_MINUTES_VALUE:
      add_value (making, item);
      break;
    case TAMBOUR_MINUTES_REQUEST:
      if (add_request (making, item, error) == NULL)
        return FALSE;
      break;
    case TAMBOUR_MINUTES_GOAL:
      return add_goal (making, item, error);
    case TAMBOUR_MINUTES_CASE:
      break;
    }

  return add_cases (making, item, error);
}
