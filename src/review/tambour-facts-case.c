/* tambour-facts-case.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

#include "tambour-case-course.h"

/* --- a case as it was known at the cut-off -------------------------------- */

static TambourInstant
known_by (TambourReading *reading,
          TambourInstant  instant)
{
  return tambour_reading_is_past (reading, instant) ? instant : (TambourInstant) { TAMBOUR_NEVER };
}

static void
follow (TambourCaseState *self,
        TambourCaseEvent *event)
{
  TambourCaseCourse course = { .restored = self->restored, .plan_agreed = self->plan_agreed, .resolved = self->resolved, .closed = self->closed };

  if (tambour_case_course_follow (&course, event))
    {
      g_array_append_val (self->reopened_at, event->at);
      self->was_reopened = TRUE;
    }

  self->restored = course.restored;
  self->plan_agreed = course.plan_agreed;
  self->resolved = course.resolved;
  self->closed = course.closed;
}

/* What the events do not tell, the case's own fields do. */
static void
fall_back (TambourReading   *reading,
           TambourCaseState *self)
{
  TambourCase *record = self->support_case;
  gboolean is_known = self->reopened_at->len > 0;

  if (!tambour_instant_is_stated (self->restored))
    self->restored = known_by (reading, record->restored_at);
  if (!tambour_instant_is_stated (self->plan_agreed))
    self->plan_agreed = known_by (reading, record->plan_agreed_at);
  if (!tambour_instant_is_stated (self->resolved) && !is_known)
    self->resolved = known_by (reading, record->resolved_at);
  if (!tambour_instant_is_stated (self->closed) && !is_known)
    self->closed = known_by (reading, record->closed_at);
  if (record->reopened_count > 0 && !is_known)
    self->was_reopened = tambour_instant_is_stated (self->resolved) || tambour_instant_is_stated (self->closed);
}

static gint
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const TambourCaseState *first = *(const TambourCaseState * const *) a;
  const TambourCaseState *second = *(const TambourCaseState * const *) b;
  gint order = tambour_compare_instants (first->support_case->opened_at, second->support_case->opened_at);

  return order ? order : strcmp (first->id, second->id);
}

/**
 * tambour_case_state_free:
 * @self: a case
 *
 * Frees @self, not the record.
 */
void
tambour_case_state_free (TambourCaseState *self)
{
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_clear_pointer (&self->reopened_at, g_array_unref);
  g_free (self);
}

static TambourCaseState *
take_case (TambourReading *reading,
           TambourCase    *record)
{
  TambourCaseState *state = g_new0 (TambourCaseState, 1);

  state->support_case = record;
  state->id = TAMBOUR_RECORD (record)->id;
  state->events = g_ptr_array_new ();
  state->reopened_at = g_array_new (FALSE, FALSE, sizeof (TambourInstant));
  state->restored.seconds = state->plan_agreed.seconds = TAMBOUR_NEVER;
  state->resolved.seconds = state->closed.seconds = TAMBOUR_NEVER;

  g_hash_table_insert (reading->by_id, (gpointer) state->id, state);
  g_ptr_array_add (record->exclusion == TAMBOUR_CASE_EXCLUSION_NO ? reading->cases : reading->left_out, state);

  return state;
}

static gboolean
is_recorded (TambourReading   *reading,
             TambourCaseEvent *event)
{
  if (!tambour_reading_is_past (reading, event->at))
    return FALSE;

  return !tambour_instant_is_stated (event->recorded_at) || tambour_reading_is_past (reading, event->recorded_at);
}

static gboolean
is_our_word (TambourCaseEvent *event)
{
  return event->actor == TAMBOUR_ACTOR_US && !event->automatic &&
         (event->kind == TAMBOUR_EVENT_KIND_OUR_MSG || event->public_update);
}

static const char *
system_of (TambourCaseState *state)
{
  TambourRecord *record = TAMBOUR_RECORD (state->support_case);

  return record->external_system ? record->external_system : "";
}

static gboolean
is_imported (TambourCaseState *state)
{
  TambourRecord *record = TAMBOUR_RECORD (state->support_case);

  return record->origin == TAMBOUR_ORIGIN_IMPORT || record->origin == TAMBOUR_ORIGIN_SYNC ||
         record->external_system != NULL;
}

static void
finish_case (TambourReading   *reading,
             TambourCaseState *state)
{
  gboolean speaks = known_by (reading, state->support_case->first_response_at).seconds != TAMBOUR_NEVER;

  g_ptr_array_sort (state->events, tambour_case_course_compare);
  for (guint i = 0; i < state->events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (state->events, i);

      follow (state, event);
      speaks = speaks || is_our_word (event);
    }

  fall_back (reading, state);
  state->plan = tambour_reading_plan_on (reading, tambour_zone_date_of (reading->facts->zone,
                                                                        state->support_case->opened_at));
  if (speaks)
    g_hash_table_add (reading->speaking_systems, (gpointer) system_of (state));
  reading->all_imported = reading->all_imported && is_imported (state);
}

/**
 * tambour_reading_take_cases:
 * @self: a reading
 *
 * Makes the cases as they were known at the cut-off: opened by then, with the
 * events that had been recorded by then (METRICS.md, Conventions).
 */
void
tambour_reading_take_cases (TambourReading *self)
{
  GPtrArray *records = tambour_reading_list (self, TAMBOUR_TYPE_CASE);
  GPtrArray *events = tambour_reading_list (self, TAMBOUR_TYPE_CASE_EVENT);

  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_case_state_free);
  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_case_state_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->speaking_systems = g_hash_table_new (g_str_hash, g_str_equal);
  self->all_imported = TRUE;

  for (guint i = 0; i < records->len; i++)
    {
      TambourCase *record = g_ptr_array_index (records, i);

      if (tambour_reading_is_past (self, record->opened_at))
        take_case (self, record);
    }

  for (guint i = 0; i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);
      TambourCaseState *state = tambour_reading_find_case (self, event->case_id.id);

      if (state != NULL && is_recorded (self, event))
        g_ptr_array_add (state->events, event);
    }

  self->by_opening = g_ptr_array_copy (self->cases, NULL, NULL);
  g_ptr_array_set_free_func (self->by_opening, NULL);
  g_ptr_array_sort (self->by_opening, compare_cases);

  for (guint i = 0; i < self->cases->len; i++)
    finish_case (self, g_ptr_array_index (self->cases, i));
  for (guint i = 0; i < self->left_out->len; i++)
    finish_case (self, g_ptr_array_index (self->left_out, i));
}

/**
 * tambour_reading_speaks:
 * @self: a reading
 * @state: a case
 *
 * Whether the place that the case comes from records what we answered: a case
 * that was entered here does; an imported one does if any case of the same
 * system has a first response or a message of ours. Of the others no response
 * can be measured, which is not the same as missed.
 *
 * Returns: whether responses are recorded
 */
gboolean
tambour_reading_speaks (TambourReading   *self,
                        TambourCaseState *state)
{
  return !is_imported (state) || g_hash_table_contains (self->speaking_systems, system_of (state));
}

/**
 * tambour_case_state_opened_in:
 * @self: a case
 * @period: a period
 *
 * Returns: whether it was opened in the period
 */
gboolean
tambour_case_state_opened_in (TambourCaseState    *self,
                              const TambourPeriod *period)
{
  return tambour_reading_is_in (period, self->support_case->opened_at);
}

/**
 * tambour_case_state_closed_in:
 * @self: a case
 * @period: a period
 *
 * Returns: whether it was closed in the period
 */
gboolean
tambour_case_state_closed_in (TambourCaseState    *self,
                              const TambourPeriod *period)
{
  return tambour_reading_is_in (period, self->closed);
}

/**
 * tambour_case_state_end:
 * @self: a case
 *
 * When the work on it ended: resolved, or where that was not recorded, closed.
 *
 * Returns: the instant, or %TAMBOUR_NEVER while it is open
 */
TambourInstant
tambour_case_state_end (TambourCaseState *self)
{
  return tambour_instant_is_stated (self->resolved) ? self->resolved : self->closed;
}

/**
 * tambour_reading_first_opening:
 * @self: a reading
 *
 * Returns: when the first case of the account was opened, or %TAMBOUR_NEVER
 */
TambourInstant
tambour_reading_first_opening (TambourReading *self)
{
  TambourCaseState *first = self->by_opening->len > 0 ? g_ptr_array_index (self->by_opening, 0) : NULL;

  return first ? first->support_case->opened_at : (TambourInstant) { TAMBOUR_NEVER };
}

/**
 * tambour_reading_is_kept:
 * @self: a reading
 *
 * Whether somebody keeps records of this account here. Where there are but
 * imported cases, that there is no goal, call or request says nothing.
 *
 * Returns: whether a zero can be taken for a zero
 */
gboolean
tambour_reading_is_kept (TambourReading *self)
{
  return (!self->all_imported && self->cases->len > 0) ||
         tambour_reading_list (self, TAMBOUR_TYPE_AGREEMENT)->len > 0 ||
         tambour_reading_list (self, TAMBOUR_TYPE_ENGAGEMENT)->len > 0 ||
         tambour_reading_list (self, TAMBOUR_TYPE_GOAL)->len > 0;
}
