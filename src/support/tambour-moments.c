/* tambour-moments.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-moments.h"

/* A case as it was known at one time, while its moments are gathered. */
typedef struct
{
  TambourCase    *support_case;
  TambourInstant  as_of;
  GArray         *moments;
  guint           order;
} Reading;

static void
add_moment (Reading           *reading,
            TambourInstant     at,
            TambourMomentKind  kind)
{
  TambourMoment moment = { at, reading->order, kind, TAMBOUR_PRIORITY_NONE };

  g_array_append_val (reading->moments, moment);
}

static void
add_priority (Reading          *reading,
              TambourCaseEvent *event)
{
  TambourMoment moment = { event->at, reading->order, TAMBOUR_MOMENT_PRIORITY, TAMBOUR_PRIORITY_NONE };
  guint priority;

  if (event->to == NULL || !tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, event->to, &priority))
    return;

  moment.priority = priority;
  g_array_append_val (reading->moments, moment);
}

/* Any status but waiting_customer means that the customer is not waited for. */
static void
add_status (Reading          *reading,
            TambourCaseEvent *event)
{
  guint status = TAMBOUR_CASE_STATUS_OPEN;

  if (event->to != NULL)
    tambour_choice_from_nick (TAMBOUR_TYPE_CASE_STATUS, event->to, &status);

  switch ((TambourCaseStatus) status)
    {
    case TAMBOUR_CASE_STATUS_WAITING_CUSTOMER:
      add_moment (reading, event->at, TAMBOUR_MOMENT_PAUSED);
      return;
    case TAMBOUR_CASE_STATUS_RESTORED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_RESTORED);
      break;
    case TAMBOUR_CASE_STATUS_PLAN_AGREED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_AGREED);
      break;
    case TAMBOUR_CASE_STATUS_RESOLVED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_RESOLVED);
      break;
    case TAMBOUR_CASE_STATUS_NEW:
    case TAMBOUR_CASE_STATUS_OPEN:
    case TAMBOUR_CASE_STATUS_WAITING_ENGINEERING:
    case TAMBOUR_CASE_STATUS_WAITING_VENDOR:
    case TAMBOUR_CASE_STATUS_CLOSED:
      break;
    }

  add_moment (reading, event->at, TAMBOUR_MOMENT_RESUMED);
}

static gboolean
is_by_a_person (TambourCaseEvent *event)
{
  return event->actor == TAMBOUR_ACTOR_US && !event->automatic;
}

/* A call that one of us noted was answered; one that the customer or the
 * system noted rang.
 */
static void
add_call (Reading          *reading,
          TambourCaseEvent *event)
{
  add_moment (reading, event->at, TAMBOUR_MOMENT_RESUMED);
  add_moment (reading, event->at, TAMBOUR_MOMENT_CALLED);
  if (is_by_a_person (event))
    add_moment (reading, event->at, TAMBOUR_MOMENT_RESPONSE);
}

/* The customer has come back: nobody waits for them any more. */
static void
add_customer (Reading           *reading,
              TambourInstant     at,
              TambourMomentKind  kind)
{
  add_moment (reading, at, TAMBOUR_MOMENT_RESUMED);
  add_moment (reading, at, kind);
}

static void
add_event (Reading          *reading,
           TambourCaseEvent *event)
{
  switch ((TambourEventKind) event->kind)
    {
    case TAMBOUR_EVENT_KIND_CUSTOMER_MSG:
      if (!event->automatic)
        add_customer (reading, event->at, TAMBOUR_MOMENT_CUSTOMER);
      break;
    case TAMBOUR_EVENT_KIND_OUR_MSG:
      if (is_by_a_person (event) && event->public_update)
        add_moment (reading, event->at, TAMBOUR_MOMENT_RESPONSE);
      break;
    case TAMBOUR_EVENT_KIND_STATUS:
      add_status (reading, event);
      break;
    case TAMBOUR_EVENT_KIND_PRIORITY:
      add_priority (reading, event);
      break;
    case TAMBOUR_EVENT_KIND_PAUSED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_PAUSED);
      break;
    case TAMBOUR_EVENT_KIND_CLOSED:
    case TAMBOUR_EVENT_KIND_RESUMED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_RESUMED);
      break;
    case TAMBOUR_EVENT_KIND_RESTORED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_RESTORED);
      break;
    case TAMBOUR_EVENT_KIND_PLAN_AGREED:
      add_moment (reading, event->at, TAMBOUR_MOMENT_AGREED);
      break;
    case TAMBOUR_EVENT_KIND_RESOLVED:
      add_customer (reading, event->at, TAMBOUR_MOMENT_RESOLVED);
      break;
    case TAMBOUR_EVENT_KIND_REOPENED:
      add_customer (reading, event->at, TAMBOUR_MOMENT_REOPENED);
      break;
    case TAMBOUR_EVENT_KIND_MERGED:
      if (reading->support_case->merged_into_id.id != NULL ||
          reading->support_case->exclusion == TAMBOUR_CASE_EXCLUSION_MERGED)
        add_moment (reading, event->at, TAMBOUR_MOMENT_MERGED);
      break;
    case TAMBOUR_EVENT_KIND_CALLED_IN:
      add_call (reading, event);
      break;
    case TAMBOUR_EVENT_KIND_OPENED:
    case TAMBOUR_EVENT_KIND_INTERNAL_NOTE:
    case TAMBOUR_EVENT_KIND_OWNER:
    case TAMBOUR_EVENT_KIND_PLAN_PROPOSED:
    case TAMBOUR_EVENT_KIND_HANDOVER_NOTE:
    case TAMBOUR_EVENT_KIND_HANDOVER_READ:
    case TAMBOUR_EVENT_KIND_LINKED:
    case TAMBOUR_EVENT_KIND_KNOWN_ISSUE:
    case TAMBOUR_EVENT_KIND_PROMISED:
    case TAMBOUR_EVENT_KIND_ROOT_CAUSE:
      break;
    }
}

static gboolean
is_known (Reading        *reading,
          TambourInstant  at)
{
  return tambour_instant_is_stated (at) && at.seconds <= reading->as_of.seconds;
}

/* A late entry counts at the time that it was for, once it has been recorded. */
static void
add_record (Reading       *reading,
            TambourRecord *record)
{
  reading->order++;

  if (TAMBOUR_IS_CASE_EVENT (record))
    {
      TambourCaseEvent *event = TAMBOUR_CASE_EVENT (record);

      if (is_known (reading, event->at) &&
          (!tambour_instant_is_stated (event->recorded_at) || is_known (reading, event->recorded_at)))
        add_event (reading, event);
    }
  else if (TAMBOUR_IS_ACKNOWLEDGEMENT (record))
    {
      TambourAcknowledgement *acknowledgement = TAMBOUR_ACKNOWLEDGEMENT (record);

      if (is_known (reading, acknowledgement->at))
        add_moment (reading, acknowledgement->at, TAMBOUR_MOMENT_ACKNOWLEDGED);
    }
}

static gboolean
has_moment (const GArray      *moments,
            TambourMomentKind  kind)
{
  for (guint i = 0; i < moments->len; i++)
    if (g_array_index (moments, TambourMoment, i).kind == kind)
      return TRUE;

  return FALSE;
}

/* Whether what a portal calls the first response was an automatic reply. */
static gboolean
was_automatic (GPtrArray      *events,
               TambourInstant  at)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_CASE_EVENT (event) && event->at.seconds == at.seconds &&
          event->kind == TAMBOUR_EVENT_KIND_OUR_MSG && !is_by_a_person (event))
        return TRUE;
    }

  return FALSE;
}

/* Where a tool gives the case's own times and no event for them, those count. */
static void
add_own_times (Reading   *reading,
               GPtrArray *events)
{
  TambourCase *support_case = reading->support_case;
  const struct
  {
    TambourInstant     at;
    TambourMomentKind  kind;
  } times[] = {
    { support_case->first_response_at, TAMBOUR_MOMENT_RESPONSE },
    { support_case->restored_at, TAMBOUR_MOMENT_RESTORED },
    { support_case->plan_agreed_at, TAMBOUR_MOMENT_AGREED },
    { support_case->resolved_at, TAMBOUR_MOMENT_RESOLVED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (!is_known (reading, times[i].at) || has_moment (reading->moments, times[i].kind) ||
          (times[i].kind == TAMBOUR_MOMENT_RESPONSE && was_automatic (events, times[i].at)))
        continue;

      reading->order++;
      if (times[i].kind == TAMBOUR_MOMENT_RESOLVED)
        add_moment (reading, times[i].at, TAMBOUR_MOMENT_RESUMED);
      add_moment (reading, times[i].at, times[i].kind);
    }
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const TambourMoment *one = a;
  const TambourMoment *other = b;

  if (one->at.seconds != other->at.seconds)
    return one->at.seconds < other->at.seconds ? -1 : 1;

  return (one->order > other->order) - (one->order < other->order);
}

/**
 * tambour_moments_list:
 * @support_case: a case
 * @events: (element-type TambourRecord) (nullable): its events, in any order, and its
 *   acknowledgements; other records are passed over
 * @as_of: what happened or was recorded later is not known yet
 *
 * Automatic replies, notes and closing are no moments: they are no response
 * (RESPONSE-CLOCK.md rule 5).
 *
 * Returns: (transfer full) (element-type TambourMoment): what happened, in order
 */
GArray *
tambour_moments_list (TambourCase    *support_case,
                      GPtrArray      *events,
                      TambourInstant  as_of)
{
  g_autoptr(GArray) moments = g_array_new (FALSE, FALSE, sizeof (TambourMoment));
  Reading reading = { support_case, as_of, moments, 0 };

  for (guint i = 0; events != NULL && i < events->len; i++)
    add_record (&reading, g_ptr_array_index (events, i));

  add_own_times (&reading, events);
  g_array_sort (moments, compare_moments);

  return g_steal_pointer (&moments);
}

/**
 * tambour_moments_list_pauses:
 * @moments: (element-type TambourMoment): what tambour_moments_list() gave
 *
 * Returns: (transfer full) (element-type TambourPause): when the customer was
 *   waited for; the last one is open if they still are (RESPONSE-CLOCK.md rule 4)
 */
GArray *
tambour_moments_list_pauses (const GArray *moments)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (TambourPause));
  TambourPause *open = NULL;

  for (guint i = 0; i < moments->len; i++)
    {
      const TambourMoment *moment = &g_array_index (moments, TambourMoment, i);

      if (moment->kind == TAMBOUR_MOMENT_PAUSED && open == NULL)
        {
          TambourPause pause = { moment->at, { TAMBOUR_NEVER } };

          g_array_append_val (pauses, pause);
          open = &g_array_index (pauses, TambourPause, pauses->len - 1);
        }
      else if (moment->kind == TAMBOUR_MOMENT_RESUMED && open != NULL)
        {
          open->to = moment->at;
          open = NULL;
        }
    }

  return pauses;
}

/**
 * tambour_moments_first_priority:
 * @support_case: a case
 * @events: (element-type TambourRecord) (nullable): its events
 *
 * Returns: the priority that the case was opened with: what the first change of
 *   priority changed, else the case's own
 */
TambourPriority
tambour_moments_first_priority (TambourCase *support_case,
                                GPtrArray   *events)
{
  TambourCaseEvent *first = NULL;
  guint priority = TAMBOUR_PRIORITY_NONE;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_CASE_EVENT (event) && event->kind == TAMBOUR_EVENT_KIND_PRIORITY &&
          (first == NULL || event->at.seconds < first->at.seconds))
        first = event;
    }

  if (first == NULL)
    return support_case->priority;

  if (first->from != NULL && tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, first->from, &priority))
    return priority;

  /* One that came with the case was its first. */
  if (first->at.seconds <= support_case->opened_at.seconds && first->to != NULL)
    tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, first->to, &priority);

  return priority;
}
