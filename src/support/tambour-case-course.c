/* tambour-case-course.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case-course.h"

#include <string.h>

#include "tambour-moments.h"

static gboolean
is_settled (const char *status)
{
  return g_strcmp0 (status, "resolved") == 0 || g_strcmp0 (status, "closed") == 0;
}

static gboolean
leads_to (TambourCaseEvent *event,
          TambourEventKind  kind,
          const char       *status)
{
  return event->kind == kind ||
         (event->kind == TAMBOUR_EVENT_KIND_STATUS && g_strcmp0 (event->to, status) == 0);
}

static gboolean
is_reopening (TambourCaseEvent *event)
{
  return event->kind == TAMBOUR_EVENT_KIND_REOPENED ||
         (event->kind == TAMBOUR_EVENT_KIND_STATUS && event->to != NULL &&
          is_settled (event->from) && !is_settled (event->to));
}

/**
 * tambour_case_course_init:
 * @self: (out caller-allocates): a course
 *
 * Makes it that of a case to which nothing has happened.
 */
void
tambour_case_course_init (TambourCaseCourse *self)
{
  const TambourInstant never = { TAMBOUR_NEVER };

  *self = (TambourCaseCourse) { never, never, never, never, never, 0 };
}

/**
 * tambour_case_course_follow:
 * @self: a course
 * @event: what happened next
 *
 * A resolved case that is opened again is resolved when it is resolved for the
 * last time; a status that is set twice counts once. The first response is not
 * followed: which replies count, tambour_case_course_read() knows.
 *
 * Returns: whether the case was reopened
 */
gboolean
tambour_case_course_follow (TambourCaseCourse *self,
                            TambourCaseEvent  *event)
{
  if (is_reopening (event))
    {
      self->n_reopened++;
      self->resolved.seconds = TAMBOUR_NEVER;
      self->closed.seconds = TAMBOUR_NEVER;
      return TRUE;
    }

  if (leads_to (event, TAMBOUR_EVENT_KIND_RESTORED, "restored"))
    self->restored = event->at;
  else if (leads_to (event, TAMBOUR_EVENT_KIND_PLAN_AGREED, "plan_agreed"))
    self->plan_agreed = event->at;
  else if (leads_to (event, TAMBOUR_EVENT_KIND_RESOLVED, "resolved") && !tambour_instant_is_stated (self->resolved))
    self->resolved = event->at;
  else if (leads_to (event, TAMBOUR_EVENT_KIND_CLOSED, "closed") && !tambour_instant_is_stated (self->closed))
    self->closed = event->at;

  return FALSE;
}

/**
 * tambour_case_course_compare:
 * @a: a pointer to a #TambourCaseEvent
 * @b: another
 *
 * Who knows how often a case was reopened, but not when, notes it at the last
 * resolution (data/maps): that resolution stands.
 *
 * Returns: which comes first in the course of a case
 */
int
tambour_case_course_compare (gconstpointer a,
                             gconstpointer b)
{
  TambourCaseEvent *first = *(TambourCaseEvent * const *) a;
  TambourCaseEvent *second = *(TambourCaseEvent * const *) b;
  int order = (first->at.seconds > second->at.seconds) - (first->at.seconds < second->at.seconds);

  if (order == 0)
    order = is_reopening (second) - is_reopening (first);

  return order ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static TambourInstant
find_first_response (TambourCase *support_case,
                     GPtrArray   *events)
{
  g_autoptr(GArray) moments = tambour_moments_list (support_case, events, (TambourInstant) { G_MAXINT64 });

  for (guint i = 0; i < moments->len; i++)
    if (g_array_index (moments, TambourMoment, i).kind == TAMBOUR_MOMENT_RESPONSE)
      return g_array_index (moments, TambourMoment, i).at;

  return (TambourInstant) { TAMBOUR_NEVER };
}

/**
 * tambour_case_course_read:
 * @self: (out caller-allocates): where the course goes
 * @support_case: a case; what its events do not tell, its own fields do
 * @events: (element-type TambourCaseEvent): all of its events, in any order
 *
 * Reads the whole course of a case.
 */
void
tambour_case_course_read (TambourCaseCourse *self,
                          TambourCase       *support_case,
                          GPtrArray         *events)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_copy (events, (GCopyFunc) g_object_ref, NULL);

  g_ptr_array_set_free_func (sorted, g_object_unref);
  g_ptr_array_sort (sorted, tambour_case_course_compare);
  tambour_case_course_init (self);
  for (guint i = 0; i < sorted->len; i++)
    tambour_case_course_follow (self, g_ptr_array_index (sorted, i));

  self->first_response = find_first_response (support_case, events);
  if (!tambour_instant_is_stated (self->restored))
    self->restored = support_case->restored_at;
  if (!tambour_instant_is_stated (self->plan_agreed))
    self->plan_agreed = support_case->plan_agreed_at;
  if (!tambour_instant_is_stated (self->resolved) && self->n_reopened == 0)
    self->resolved = support_case->resolved_at;
  if (!tambour_instant_is_stated (self->closed) && self->n_reopened == 0)
    self->closed = support_case->closed_at;
}

static TambourCaseStatus
read_status (TambourCaseEvent *event)
{
  guint status = TAMBOUR_CASE_STATUS_OPEN;

  if (event->to != NULL)
    tambour_choice_from_nick (TAMBOUR_TYPE_CASE_STATUS, event->to, &status);

  return status;
}

/**
 * tambour_case_event_get_new_status:
 * @event: something that happened to a case
 * @status: (out): where it left the case
 *
 * Returns: %FALSE if it left the status as it was
 */
gboolean
tambour_case_event_get_new_status (TambourCaseEvent  *event,
                                   TambourCaseStatus *status)
{
  switch ((TambourEventKind) event->kind)
    {
    case TAMBOUR_EVENT_KIND_OPENED:
      *status = TAMBOUR_CASE_STATUS_NEW;
      return TRUE;
    case TAMBOUR_EVENT_KIND_PAUSED:
      *status = TAMBOUR_CASE_STATUS_WAITING_CUSTOMER;
      return TRUE;
    case TAMBOUR_EVENT_KIND_STATUS:
    case TAMBOUR_EVENT_KIND_RESUMED:
    case TAMBOUR_EVENT_KIND_REOPENED:
      *status = read_status (event);
      return TRUE;
    case TAMBOUR_EVENT_KIND_RESTORED:
      *status = TAMBOUR_CASE_STATUS_RESTORED;
      return TRUE;
    case TAMBOUR_EVENT_KIND_PLAN_AGREED:
      *status = TAMBOUR_CASE_STATUS_PLAN_AGREED;
      return TRUE;
    case TAMBOUR_EVENT_KIND_RESOLVED:
      *status = TAMBOUR_CASE_STATUS_RESOLVED;
      return TRUE;
    case TAMBOUR_EVENT_KIND_CLOSED:
      *status = TAMBOUR_CASE_STATUS_CLOSED;
      return TRUE;
    case TAMBOUR_EVENT_KIND_CUSTOMER_MSG:
    case TAMBOUR_EVENT_KIND_OUR_MSG:
    case TAMBOUR_EVENT_KIND_INTERNAL_NOTE:
    case TAMBOUR_EVENT_KIND_PRIORITY:
    case TAMBOUR_EVENT_KIND_OWNER:
    case TAMBOUR_EVENT_KIND_PLAN_PROPOSED:
    case TAMBOUR_EVENT_KIND_MERGED:
    case TAMBOUR_EVENT_KIND_CALLED_IN:
    case TAMBOUR_EVENT_KIND_HANDOVER_NOTE:
    case TAMBOUR_EVENT_KIND_HANDOVER_READ:
    case TAMBOUR_EVENT_KIND_LINKED:
    case TAMBOUR_EVENT_KIND_KNOWN_ISSUE:
    case TAMBOUR_EVENT_KIND_PROMISED:
    case TAMBOUR_EVENT_KIND_ROOT_CAUSE:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}
