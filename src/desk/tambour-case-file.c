/* tambour-case-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case-file.h"
#include "tambour-case-file-private.h"

#include "tambour-account-reading.h"
#include "tambour-audit.h"
#include "tambour-clock-replay.h"
#include "tambour-linking.h"
#include "tambour-moments.h"
#include "tambour-people.h"
#include "tambour-plans.h"

/* More notes than these are not looked for. */
#define MOST_NOTES 4

/* A case while it is read. */
typedef struct
{
  TambourCaseFile       *file;
  TambourAccountReading  reading;
  TambourCatalogueSet   *plans;
  char                  *plan;
  GPtrArray             *records;  /* its events and acknowledgements, in order */
  GArray                *pauses;   /* of TambourPause */
  const char            *owner;    /* as far as its events have been read */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->plans, tambour_catalogue_set_free);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
step_free (TambourCaseStep *self)
{
  g_clear_object (&self->event);
  g_clear_object (&self->escalation);
  g_clear_object (&self->other);
  g_clear_pointer (&self->other_account, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_object (&self->note);
  g_free (self);
}

static void
clock_free (TambourCaseClock *self)
{
  g_clear_pointer (&self->facts, tambour_clock_facts_unref);
  g_clear_pointer (&self->stretches, g_array_unref);
  g_free (self);
}

/**
 * tambour_case_file_free:
 * @self: a case with all that belongs to it
 */
void
tambour_case_file_free (TambourCaseFile *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->reporter, g_free);
  g_clear_object (&self->known_issue);
  g_clear_object (&self->root_cause);
  g_clear_object (&self->incident);
  g_clear_object (&self->escalation);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->handover.note);
  g_clear_pointer (&self->life, g_array_unref);
  g_free (self);
}

/**
 * tambour_case_is_over:
 * @support_case: a case
 *
 * Returns: whether nobody waits for anything any more
 */
gboolean
tambour_case_is_over (TambourCase *support_case)
{
  return tambour_instant_is_stated (support_case->resolved_at) || tambour_instant_is_stated (support_case->closed_at) ||
         support_case->status == TAMBOUR_CASE_STATUS_RESOLVED || support_case->status == TAMBOUR_CASE_STATUS_CLOSED;
}

/* --- steps ---------------------------------------------------------------- */

static TambourCaseStep *
add_step (Reading             *self,
          TambourCaseStepKind  kind,
          TambourInstant       at)
{
  TambourCaseStep *step = g_new0 (TambourCaseStep, 1);

  step->kind = kind;
  step->at = at;
  step->seconds = TAMBOUR_NEVER;
  g_ptr_array_add (self->file->steps, step);

  return step;
}

static gboolean
is_conversation (TambourCaseEvent *event)
{
  switch ((TambourEventKind) event->kind)
    {
    case TAMBOUR_EVENT_KIND_CUSTOMER_MSG:
    case TAMBOUR_EVENT_KIND_OUR_MSG:
      return TRUE;
    case TAMBOUR_EVENT_KIND_OPENED:
    case TAMBOUR_EVENT_KIND_INTERNAL_NOTE:
    case TAMBOUR_EVENT_KIND_STATUS:
    case TAMBOUR_EVENT_KIND_PRIORITY:
    case TAMBOUR_EVENT_KIND_OWNER:
    case TAMBOUR_EVENT_KIND_PAUSED:
    case TAMBOUR_EVENT_KIND_RESUMED:
    case TAMBOUR_EVENT_KIND_RESTORED:
    case TAMBOUR_EVENT_KIND_PLAN_PROPOSED:
    case TAMBOUR_EVENT_KIND_PLAN_AGREED:
    case TAMBOUR_EVENT_KIND_RESOLVED:
    case TAMBOUR_EVENT_KIND_CLOSED:
    case TAMBOUR_EVENT_KIND_REOPENED:
    case TAMBOUR_EVENT_KIND_MERGED:
    case TAMBOUR_EVENT_KIND_CALLED_IN:
    case TAMBOUR_EVENT_KIND_HANDOVER_NOTE:
    case TAMBOUR_EVENT_KIND_HANDOVER_READ:
    case TAMBOUR_EVENT_KIND_LINKED:
    case TAMBOUR_EVENT_KIND_KNOWN_ISSUE:
    case TAMBOUR_EVENT_KIND_PROMISED:
    case TAMBOUR_EVENT_KIND_ROOT_CAUSE:
      break;
    }

  return FALSE;
}

/* How long the pause was that ended with an event. */
static gint64
find_pause (Reading        *self,
            TambourInstant  ended)
{
  for (guint i = 0; i < self->pauses->len; i++)
    {
      const TambourPause *pause = &g_array_index (self->pauses, TambourPause, i);

      if (tambour_instant_is_stated (pause->to) && pause->to.seconds == ended.seconds)
        return ended.seconds - pause->from.seconds;
    }

  return TAMBOUR_NEVER;
}

/* What came from elsewhere knows the number alone. */
static gboolean
find_other (Reading          *self,
            TambourCaseStep  *step,
            GError          **error)
{
  g_autoptr(TambourQuery) query = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (step->event->other_id.id != NULL || step->event->to == NULL)
    return tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_CASE, step->event->other_id.id, &step->other, error);

  query = tambour_query_new (TAMBOUR_TYPE_CASE);
  tambour_query_limit (query, 1, 0);
  if (!tambour_query_where (query, "number", TAMBOUR_IS, step->event->to, error) ||
      !(found = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  if (found->len > 0)
    step->other = g_object_ref (g_ptr_array_index (found, 0));

  return TRUE;
}

static gboolean
add_link (Reading          *self,
          TambourCaseStep  *step,
          GError          **error)
{
  g_autoptr(TambourAccount) account = NULL;

  if (!find_other (self, step, error))
    return FALSE;

  if (step->other == NULL)
    return TRUE;

  g_ptr_array_add (self->file->links, g_object_ref (step->other));
  if (g_strcmp0 (TAMBOUR_RECORD (step->other)->account_id.id, self->reading.account_id) == 0)
    return TRUE;

  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_ACCOUNT, TAMBOUR_RECORD (step->other)->account_id.id, &account, error))
    return FALSE;

  step->other_account = account ? g_strdup (account->name) : NULL;

  return TRUE;
}

static gboolean
add_event (Reading           *self,
           TambourCaseEvent  *event,
           GError           **error)
{
  TambourCase *record = self->file->record;
  TambourCaseStep *step;

  if (is_conversation (event) || event->at.seconds > self->reading.at.seconds)
    return TRUE;

  step = add_step (self, TAMBOUR_CASE_STEP_EVENT, event->at);
  step->event = g_object_ref (event);
  step->channel = record->channel;
  if (event->kind == TAMBOUR_EVENT_KIND_OPENED && tambour_instant_is_stated (record->first_response_at))
    step->seconds = record->first_response_at.seconds - event->at.seconds;
  else if (event->kind == TAMBOUR_EVENT_KIND_RESUMED)
    step->seconds = find_pause (self, event->at);
  else if (event->kind == TAMBOUR_EVENT_KIND_OWNER)
    {
      step->from = g_strdup (event->from ? event->from : self->owner);
      self->owner = event->to;
      self->file->owner_since = event->at;
    }

  return event->kind != TAMBOUR_EVENT_KIND_LINKED || add_link (self, step, error);
}

static gboolean
add_escalations (Reading  *self,
                 GError  **error)
{
  const char *id = TAMBOUR_RECORD (self->file->record)->id;
  g_autofree char *expression = g_strdup_printf ("(case_id = %s or other_case_ids ~ %s) and declared_at <= {now}", id, id);
  g_autoptr(GPtrArray) escalations = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ESCALATION, expression,
                                                                   "declared_at", FALSE, -1, error);

  for (guint i = 0; escalations != NULL && i < escalations->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (escalations, i);
      gboolean is_over = tambour_instant_is_stated (escalation->deescalated_at) &&
                         escalation->deescalated_at.seconds <= self->reading.at.seconds;

      add_step (self, TAMBOUR_CASE_STEP_ESCALATED, escalation->declared_at)->escalation = g_object_ref (escalation);
      if (is_over)
        add_step (self, TAMBOUR_CASE_STEP_DEESCALATED, escalation->deescalated_at)->escalation = g_object_ref (escalation);
      g_clear_object (&self->file->escalation);
      if (!is_over)
        self->file->escalation = g_object_ref (escalation);
    }

  return escalations != NULL;
}

static gint
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const TambourCaseStep *first = *(const TambourCaseStep * const *) a;
  const TambourCaseStep *second = *(const TambourCaseStep * const *) b;

  return (first->at.seconds < second->at.seconds) - (first->at.seconds > second->at.seconds);
}

/* A note for the next owner belongs to whoever got the case after it; what is
 * written for an owner who is gone is history.
 */
static void
find_handover (Reading *self)
{
  TambourCaseHandover *handover = &self->file->handover;

  handover->read_at.seconds = TAMBOUR_NEVER;
  for (guint i = 0; i < self->file->steps->len; i++)
    {
      const TambourCaseStep *step = g_ptr_array_index (self->file->steps, i);

      if (step->event == NULL)
        continue;

      if (step->event->kind == TAMBOUR_EVENT_KIND_HANDOVER_READ)
        handover->read_at = step->at;
      if (step->event->kind != TAMBOUR_EVENT_KIND_HANDOVER_NOTE)
        continue;

      g_set_object (&handover->note, step->event);
      return;
    }

  handover->read_at.seconds = TAMBOUR_NEVER;
}

static gboolean
read_steps (Reading  *self,
            GError  **error)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      gpointer record = g_ptr_array_index (self->records, i);

      if (TAMBOUR_IS_CASE_EVENT (record) && !add_event (self, record, error))
        return FALSE;
    }

  if (!add_escalations (self, error))
    return FALSE;

  /* Stable, since of two things at one time the later line came later. */
  for (guint i = 0; i < self->file->steps->len / 2; i++)
    {
      gpointer *steps = self->file->steps->pdata;
      guint last = self->file->steps->len - 1 - i;
      gpointer step = steps[i];

      steps[i] = steps[last];
      steps[last] = step;
    }
  g_ptr_array_sort (self->file->steps, compare_steps);
  find_handover (self);
  tambour_case_file_join_handovers (self->file);

  return TRUE;
}

/* --- clocks and life ------------------------------------------------------ */

static TambourInstant
end_of (TambourResponseClock *clock)
{
  gint64 wall = clock->covered_seconds + clock->paused_seconds + clock->closed_seconds;

  return (TambourInstant) { clock->start.seconds + wall };
}

static void
add_clock (Reading              *self,
           TambourResponseClock *clock)
{
  TambourCaseFile *file = self->file;
  TambourCaseClock *shown = g_new0 (TambourCaseClock, 1);
  TambourClockFacts *facts = tambour_clock_facts_new (self->plans, self->plan, clock);
  g_autoptr(GArray) pauses = tambour_pauses_merge ((const TambourPause *) (gpointer) self->pauses->data, self->pauses->len, clock->start);

  facts->number = g_strdup (file->record->number);
  facts->title = g_strdup (file->record->title);
  facts->account_name = g_strdup (file->account ? file->account->name : NULL);
  facts->zone = g_strdup (file->account ? file->account->report_tz : NULL);
  facts->next_step = g_strdup (file->record->next_step);
  facts->caller = g_strdup (file->reporter);
  shown->facts = facts;
  shown->stretches = tambour_stretches_list (facts->calendar, pauses, clock->start, end_of (clock));
  g_ptr_array_add (file->clocks, shown);
}

static gint
compare_clocks (gconstpointer a,
                gconstpointer b)
{
  const TambourCaseClock *first = *(const TambourCaseClock * const *) a;
  const TambourCaseClock *second = *(const TambourCaseClock * const *) b;

  return (first->facts->start.seconds < second->facts->start.seconds) - (first->facts->start.seconds > second->facts->start.seconds);
}

/* A combination that the plan promises nothing for has no clock. */
static void
read_clocks (Reading *self)
{
  g_autoptr(GPtrArray) clocks = NULL;

  if (self->plan != NULL)
    clocks = tambour_clock_replay_versions (self->plans, self->plan, self->file->record, self->records, self->reading.at, NULL);

  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    add_clock (self, g_ptr_array_index (clocks, i));

  g_ptr_array_sort (self->file->clocks, compare_clocks);
}

static TambourInstant
find_end (TambourCase    *record,
          TambourInstant  now)
{
  TambourInstant end = now;

  if (tambour_instant_is_stated (record->closed_at))
    end.seconds = MIN (end.seconds, record->closed_at.seconds);
  if (tambour_instant_is_stated (record->resolved_at))
    end.seconds = MIN (end.seconds, record->resolved_at.seconds);

  return end;
}

/* By the hours in which its first answer was promised. */
static void
read_life (Reading *self)
{
  TambourCaseFile *file = self->file;
  const TambourCaseClock *first = file->clocks->len > 0 ? g_ptr_array_index (file->clocks, file->clocks->len - 1) : NULL;
  g_autoptr(GArray) pauses = tambour_pauses_merge ((const TambourPause *) (gpointer) self->pauses->data, self->pauses->len,
                                                   file->record->opened_at);
  const TambourPause *last = pauses->len > 0 ? &g_array_index (pauses, TambourPause, pauses->len - 1) : NULL;

  file->until = find_end (file->record, self->reading.at);
  file->life = tambour_stretches_list (first ? first->facts->calendar : NULL, pauses, file->record->opened_at, file->until);
  file->is_paused = last != NULL && !tambour_instant_is_stated (last->to) && !tambour_case_is_over (file->record);
}

/* --- what belongs to it --------------------------------------------------- */

static gboolean
read_people (Reading     *self,
             const char  *me,
             GError     **error)
{
  TambourCaseFile *file = self->file;
  g_autoptr(TambourPerson) owner = NULL;
  g_autoptr(TambourContact) reporter = NULL;

  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_PERSON, file->record->owner_id.id, &owner, error) ||
      !tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_CONTACT, file->record->reporter_id.id, &reporter, error))
    return FALSE;

  file->owner = g_strdup (owner && owner->name ? owner->name : file->record->owner_name);
  file->is_mine = me != NULL && g_strcmp0 (file->record->owner_id.id, me) == 0;
  file->reporter = g_strdup (reporter && reporter->name ? reporter->name : file->record->reporter_name);

  return TRUE;
}

/* Notes of the account that speak of "#4117". */
static gboolean
read_notes (Reading  *self,
            GError  **error)
{
  const char *number = self->file->record->number;
  g_autoptr(GPtrArray) found = NULL;

  if (self->reading.account_id == NULL || number == NULL)
    return TRUE;

  found = tambour_linking_notes (self->reading.store, self->reading.account_id, TAMBOUR_LINK_CASE, number, MOST_NOTES,
                                 self->reading.cancellable, error);
  if (found != NULL)
    g_ptr_array_extend (self->file->notes, found, (GCopyFunc) g_object_ref, NULL);

  return found != NULL;
}

static gboolean
read_records (Reading  *self,
              GError  **error)
{
  g_autofree char *expression = g_strdup_printf ("case_id = %s", TAMBOUR_RECORD (self->file->record)->id);
  g_autoptr(GPtrArray) seen = NULL;
  g_autoptr(GArray) moments = NULL;

  if (!(self->records = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_CASE_EVENT, expression, "at", FALSE, -1, error)) ||
      !(seen = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ACKNOWLEDGEMENT, expression, "at", FALSE, -1, error)))
    return FALSE;

  g_ptr_array_extend (self->records, seen, (GCopyFunc) g_object_ref, NULL);
  moments = tambour_moments_list (self->file->record, self->records, self->reading.at);
  self->pauses = tambour_moments_list_pauses (moments);

  return TRUE;
}

static gboolean
read_account (Reading  *self,
              GError  **error)
{
  TambourCaseFile *file = self->file;

  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_ACCOUNT, TAMBOUR_RECORD (file->record)->account_id.id, &file->account, error) ||
      !(self->plans = tambour_plans_load (self->reading.store, error)))
    return FALSE;

  file->zone = file->account ? tambour_account_dup_zone (file->account) : g_time_zone_new_utc ();
  if (file->account != NULL)
    {
      g_autoptr(GError) failure = NULL;

      self->plan = tambour_plans_dup_code (self->reading.store, file->account, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

static TambourCaseFile *
new_file (TambourInstant at)
{
  TambourCaseFile *self = g_new0 (TambourCaseFile, 1);

  self->at = at;
  self->owner_since.seconds = TAMBOUR_NEVER;
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) clock_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  return self;
}

/**
 * tambour_case_file_load:
 * @store: a store
 * @case_id: the id of a case
 * @me: (nullable): the id of the person who reads
 * @at: the time that is "now": what comes later has not happened
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the case with all that belongs to it
 */
TambourCaseFile *
tambour_case_file_load (TambourStore    *store,
                        const char      *case_id,
                        const char      *me,
                        TambourInstant   at,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CASE);
  g_autoptr(TambourCaseFile) file = new_file (at);
  g_auto(Reading) self = { file, { store, cancellable, NULL, at } };

  if (!(file->record = (TambourCase *) tambour_store_get (store, klass, case_id, error)))
    return NULL;

  self.reading.account_id = TAMBOUR_RECORD (file->record)->account_id.id;
  if (!read_account (&self, error) ||
      !read_people (&self, me, error) ||
      !read_records (&self, error) ||
      !read_steps (&self, error) ||
      !tambour_account_reading_get (&self.reading, TAMBOUR_TYPE_KNOWN_ISSUE, file->record->known_issue_id.id, &file->known_issue, error) ||
      !tambour_account_reading_get (&self.reading, TAMBOUR_TYPE_ROOT_CAUSE, file->record->root_cause_id.id, &file->root_cause, error) ||
      !tambour_account_reading_get (&self.reading, TAMBOUR_TYPE_INCIDENT, file->record->incident_id.id, &file->incident, error) ||
      !read_notes (&self, error))
    return NULL;

  read_clocks (&self);
  read_life (&self);

  return g_steal_pointer (&file);
}
