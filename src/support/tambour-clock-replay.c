/* tambour-clock-replay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-replay.h"
#include "tambour-clock-run.h"
#include "tambour-moments.h"

/* Something that the customer waits for: it opens when the case or a message
 * comes in and closes when it is answered. Its clock is run by the priority of
 * the day, so that a changed priority gives it another one.
 */
typedef struct
{
  TambourClockKind kind;
  TambourChannel   channel;
  TambourInstant   received;
  gboolean         open;
} Promise;

typedef struct
{
  TambourCatalogueSet *catalogues;
  const char          *plan;
  TambourCase         *support_case;
  TambourInstant       opened;
  TambourPriority      priority;
  gboolean             responded;
  TambourInstant       called;
  GArray              *pauses;
  GArray              *promises;
  GArray              *runs;
  gint64               cycles[TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT + 1];
} Replay;

static void
clear_replay (Replay *self)
{
  g_clear_pointer (&self->pauses, g_array_unref);
  g_clear_pointer (&self->promises, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replay, clear_replay)

/* A clock that has run before for the same promise is not run twice. */
static gboolean
has_open_run (Replay              *self,
              const TambourTarget *target,
              const Promise       *promise)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const TambourRun *run = &g_array_index (self->runs, TambourRun, i);

      if (run->end == TAMBOUR_RUN_OPEN && run->target == target &&
          run->channel == promise->channel && run->received.seconds == promise->received.seconds)
        return TRUE;
    }

  return FALSE;
}

/* Runs a clock for the promise, if the plan has a target for it. */
static gboolean
run_clock (Replay         *self,
           const Promise  *promise,
           GError        **error)
{
  TambourCatalogue *catalogue = tambour_catalogue_set_find (self->catalogues, promise->received);
  const TambourTarget *target;
  TambourRun run = { 0 };

  if (catalogue == NULL)
    return TRUE;

  if (!tambour_catalogue_has_plan (catalogue, self->plan))
    return tambour_catalogue_find_target (catalogue, self->plan, promise->kind, self->priority,
                                          promise->channel, error) != NULL;

  target = tambour_catalogue_find_target (catalogue, self->plan, promise->kind, self->priority,
                                          promise->channel, NULL);
  if (target == NULL || has_open_run (self, target, promise))
    return TRUE;

  run.target = target;
  run.catalogue = catalogue;
  run.priority = self->priority;
  run.channel = promise->channel;
  run.cycle = ++self->cycles[promise->kind];
  run.received = promise->received;
  run.ended.seconds = TAMBOUR_NEVER;

  g_array_append_val (self->runs, run);

  return TRUE;
}

static gboolean
open_promise (Replay            *self,
              TambourClockKind   kind,
              TambourChannel     channel,
              TambourInstant     received,
              GError           **error)
{
  Promise promise = { kind, channel, received, TRUE };

  if (!run_clock (self, &promise, error))
    return FALSE;

  g_array_append_val (self->promises, promise);

  return TRUE;
}

static gboolean
is_promised (Replay           *self,
             TambourClockKind  kind)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      const Promise *promise = &g_array_index (self->promises, Promise, i);

      if (promise->open && promise->kind == kind)
        return TRUE;
    }

  return FALSE;
}

/* Everything that waited for this is answered, also what was missed before. */
static void
keep_promises (Replay           *self,
               TambourClockKind  kind,
               TambourInstant    at)
{
  for (guint i = 0; i < self->promises->len; i++)
    if (g_array_index (self->promises, Promise, i).kind == kind)
      g_array_index (self->promises, Promise, i).open = FALSE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      TambourRun *run = &g_array_index (self->runs, TambourRun, i);

      if (run->end == TAMBOUR_RUN_OPEN && run->target->kind == kind)
        {
          run->end = TAMBOUR_RUN_STOPPED;
          run->ended = at;
        }
    }
}

static void
merge_away (Replay         *self,
            TambourInstant  at)
{
  g_array_set_size (self->promises, 0);

  for (guint i = 0; i < self->runs->len; i++)
    {
      TambourRun *run = &g_array_index (self->runs, TambourRun, i);

      if (run->end == TAMBOUR_RUN_OPEN)
        {
          run->end = TAMBOUR_RUN_MERGED;
          run->ended = at;
        }
    }
}

/* A clock that was missed by then stays as it is: it is decided. */
static gboolean
cancel_clock (Replay           *self,
              TambourRun       *run,
              TambourInstant    at,
              TambourPriority   priority,
              GError          **error)
{
  gboolean decided = FALSE;

  if (!tambour_run_is_decided (run, self->pauses, at, &decided, error))
    return FALSE;

  if (!decided)
    {
      run->end = TAMBOUR_RUN_REPRIORITISED;
      run->ended = at;
      run->new_priority = priority;
    }

  return TRUE;
}

/* Rule 6: a P1 that came in another way and was then phoned in has a second
 * clock, from the call on.
 */
static gboolean
open_call (Replay  *self,
           GError **error)
{
  if (self->priority != TAMBOUR_PRIORITY_P1 || self->responded ||
      !tambour_instant_is_stated (self->called) ||
      self->support_case->channel == TAMBOUR_CHANNEL_PHONE)
    return TRUE;

  for (guint i = 0; i < self->promises->len; i++)
    {
      const Promise *promise = &g_array_index (self->promises, Promise, i);

      if (promise->kind == TAMBOUR_CLOCK_KIND_FIRST_RESPONSE && promise->channel == TAMBOUR_CHANNEL_PHONE)
        return TRUE;
    }

  return open_promise (self, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, TAMBOUR_CHANNEL_PHONE, self->called, error);
}

/* A second clock belongs to a P1 alone. */
static void
drop_call (Replay *self)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      const Promise *promise = &g_array_index (self->promises, Promise, i);

      if (promise->kind == TAMBOUR_CLOCK_KIND_FIRST_RESPONSE && i > 0 &&
          promise->channel == TAMBOUR_CHANNEL_PHONE && self->support_case->channel != TAMBOUR_CHANNEL_PHONE)
        {
          g_array_remove_index (self->promises, i);
          return;
        }
    }
}

/* Rule 6: cancels what runs and starts again from where it was opened. */
static gboolean
change_priority (Replay           *self,
                 TambourInstant    at,
                 TambourPriority   priority,
                 GError          **error)
{
  if (priority == self->priority)
    return TRUE;

  self->priority = priority;

  for (guint i = 0; i < self->runs->len; i++)
    {
      TambourRun *run = &g_array_index (self->runs, TambourRun, i);

      if (run->end == TAMBOUR_RUN_OPEN && !cancel_clock (self, run, at, priority, error))
        return FALSE;
    }

  drop_call (self);

  for (guint i = 0; i < self->promises->len; i++)
    {
      const Promise *promise = &g_array_index (self->promises, Promise, i);

      if (promise->open && !run_clock (self, promise, error))
        return FALSE;
    }

  return open_call (self, error);
}

/* The customer wrote or phoned; after the first response that asks for another. */
static gboolean
hear_customer (Replay          *self,
               TambourChannel   channel,
               TambourInstant   at,
               GError         **error)
{
  if (!self->responded || is_promised (self, TAMBOUR_CLOCK_KIND_NEXT_RESPONSE))
    return TRUE;

  return open_promise (self, TAMBOUR_CLOCK_KIND_NEXT_RESPONSE, channel, at, error);
}

static gboolean
hear_call (Replay          *self,
           TambourInstant   at,
           GError         **error)
{
  if (self->responded)
    return hear_customer (self, TAMBOUR_CHANNEL_PHONE, at, error);

  if (!tambour_instant_is_stated (self->called))
    self->called = at;

  return open_call (self, error);
}

static void
respond (Replay         *self,
         TambourInstant  at)
{
  self->responded = TRUE;
  keep_promises (self, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, at);
  keep_promises (self, TAMBOUR_CLOCK_KIND_NEXT_RESPONSE, at);
}

/* What the case was opened for is open again, in a new cycle. */
static gboolean
reopen (Replay          *self,
        TambourInstant   at,
        GError         **error)
{
  TambourChannel channel = self->support_case->channel;
  static const TambourClockKind kinds[] = {
    TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION, TAMBOUR_CLOCK_KIND_RESTORE
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!is_promised (self, kinds[i]) && !open_promise (self, kinds[i], channel, at, error))
      return FALSE;

  return hear_customer (self, channel, at, error);
}

static gboolean
replay_moment (Replay               *self,
               const TambourMoment  *moment,
               GError              **error)
{
  TambourInstant at = moment->at;

  switch (moment->kind)
    {
    case TAMBOUR_MOMENT_RESPONSE:
      respond (self, at);
      return TRUE;
    case TAMBOUR_MOMENT_CUSTOMER:
      return hear_customer (self, self->support_case->channel, at, error);
    case TAMBOUR_MOMENT_CALLED:
      return hear_call (self, at, error);
    case TAMBOUR_MOMENT_PRIORITY:
      return change_priority (self, at, moment->priority, error);
    case TAMBOUR_MOMENT_RESTORED:
      keep_promises (self, TAMBOUR_CLOCK_KIND_RESTORE, at);
      return TRUE;
    case TAMBOUR_MOMENT_AGREED:
      keep_promises (self, TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION, at);
      return TRUE;
    case TAMBOUR_MOMENT_RESOLVED:
      keep_promises (self, TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION, at);
      keep_promises (self, TAMBOUR_CLOCK_KIND_RESTORE, at);
      return TRUE;
    case TAMBOUR_MOMENT_REOPENED:
      return reopen (self, at, error);
    case TAMBOUR_MOMENT_MERGED:
      merge_away (self, at);
      return TRUE;
    case TAMBOUR_MOMENT_ACKNOWLEDGED:
      keep_promises (self, TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT, at);
      return TRUE;
    case TAMBOUR_MOMENT_PAUSED:
    case TAMBOUR_MOMENT_RESUMED:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
replay_opening (Replay  *self,
                GError **error)
{
  TambourChannel channel = self->support_case->channel;
  static const TambourClockKind kinds[] = {
    TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION,
    TAMBOUR_CLOCK_KIND_RESTORE, TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!open_promise (self, kinds[i], channel, self->opened, error))
      return FALSE;

  return TRUE;
}

static GPtrArray *
finish_runs (Replay          *self,
             TambourInstant   as_of,
             GError         **error)
{
  g_autoptr(GPtrArray) clocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->runs->len; i++)
    {
      TambourResponseClock *clock = tambour_run_finish (&g_array_index (self->runs, TambourRun, i),
                                                        self->support_case, self->pauses, as_of, error);

      if (clock == NULL)
        return NULL;

      g_ptr_array_add (clocks, clock);
    }

  return g_steal_pointer (&clocks);
}

/* One that outlasts a clock that has ended ends with it. */
static TambourClockPause *
make_pause (TambourResponseClock *clock,
            TambourCalendar      *calendar,
            const TambourPause   *pause,
            TambourInstant        end)
{
  TambourClockPause *record = TAMBOUR_CLOCK_PAUSE (tambour_record_new (TAMBOUR_TYPE_CLOCK_PAUSE, NULL));
  gboolean lasts = !tambour_instant_is_stated (pause->to);
  TambourInstant to = { lasts ? end.seconds : MIN (pause->to.seconds, end.seconds) };
  gboolean ended = tambour_instant_is_stated (clock->stop) || clock->state == TAMBOUR_CLOCK_STATE_CANCELLED;

  TAMBOUR_RECORD (record)->account_id.id = g_strdup (TAMBOUR_RECORD (clock)->account_id.id);
  TAMBOUR_RECORD (record)->origin = TAMBOUR_ORIGIN_DERIVED;
  record->clock_id.id = g_strdup (TAMBOUR_RECORD (clock)->id);
  record->from = pause->from;
  record->to.seconds = lasts && !ended ? TAMBOUR_NEVER : to.seconds;
  record->cause = g_strdup (tambour_choice_nick (TAMBOUR_TYPE_CASE_STATUS, TAMBOUR_CASE_STATUS_WAITING_CUSTOMER));
  record->covered_seconds = tambour_calendar_covered_time (calendar, pause->from, to);

  return record;
}

/**
 * tambour_clock_replay_versions:
 * @catalogues: the versions of the plan; a clock belongs to the one that was valid
 *   when it was opened, none if none was
 * @plan: the id of a plan
 * @support_case: a case with its opening stated
 * @events: (element-type TambourRecord) (nullable): its events, in any order, and its
 *   #TambourAcknowledgement records where the TAM's clock is wanted
 * @as_of: what happened or was recorded later is not known yet
 * @error: return location
 *
 * The clocks of a case (RESPONSE-CLOCK.md rules 5, 6 and 8), each with the one
 * sentence that says why it is as it is. Covered, paused and closed seconds add
 * up to the wall time from the start to the stop, to the cancelling, or to
 * @as_of. The same input gives the same records, with the same ids.
 *
 * Returns: (transfer full) (element-type TambourResponseClock): the clocks in the
 *   order in which they began; empty where the plan promises nothing; %NULL if a
 *   version does not know the plan (%TAMBOUR_CATALOGUE_ERROR_NO_TARGET) or a
 *   clock is never due (%TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN)
 */
GPtrArray *
tambour_clock_replay_versions (TambourCatalogueSet  *catalogues,
                               const char           *plan,
                               TambourCase          *support_case,
                               GPtrArray            *events,
                               TambourInstant        as_of,
                               GError              **error)
{
  g_autoptr(GArray) moments = tambour_moments_list (support_case, events, as_of);
  g_auto(Replay) self = {
    .catalogues = catalogues,
    .plan = plan,
    .support_case = support_case,
    .opened = support_case->opened_at,
    .priority = tambour_moments_first_priority (support_case, events),
    .called = { TAMBOUR_NEVER },
    .pauses = tambour_moments_list_pauses (moments),
    .promises = g_array_new (FALSE, FALSE, sizeof (Promise)),
    .runs = g_array_new (FALSE, TRUE, sizeof (TambourRun)),
  };

  g_return_val_if_fail (tambour_instant_is_stated (as_of), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  if (!tambour_instant_is_stated (self.opened) || self.opened.seconds > as_of.seconds)
    return g_ptr_array_new_with_free_func (g_object_unref);

  if (!replay_opening (&self, error))
    return NULL;

  for (guint i = 0; i < moments->len; i++)
    if (!replay_moment (&self, &g_array_index (moments, TambourMoment, i), error))
      return NULL;

  return finish_runs (&self, as_of, error);
}

/**
 * tambour_clock_replay:
 * @catalogue: the catalogue to replay with, whatever it is valid from: this is also
 *   how to ask "what if"
 * @plan: the id of a plan
 * @support_case: a case
 * @events: (element-type TambourRecord) (nullable): its events and acknowledgements
 * @as_of: what is known
 * @error: return location
 *
 * See tambour_clock_replay_versions().
 *
 * Returns: (transfer full) (element-type TambourResponseClock): the clocks
 */
GPtrArray *
tambour_clock_replay (TambourCatalogue  *catalogue,
                      const char        *plan,
                      TambourCase       *support_case,
                      GPtrArray         *events,
                      TambourInstant     as_of,
                      GError           **error)
{
  g_autoptr(TambourCatalogueSet) always = tambour_catalogue_set_new_always (catalogue);

  return tambour_clock_replay_versions (always, plan, support_case, events, as_of, error);
}

/**
 * tambour_clock_list_pauses:
 * @catalogue: the catalogue that @clock was replayed with
 * @clock: a clock of the case
 * @support_case: the case
 * @events: (element-type TambourRecord) (nullable): its events
 * @as_of: what was known when the clock was replayed
 *
 * When the clock stood still because the customer was waited for, between its
 * start and its end; one that lasts has no `to` (METRICS.md M09).
 *
 * Returns: (transfer full) (element-type TambourClockPause): the pauses, in order;
 *   their covered seconds add up to the clock's paused seconds
 */
GPtrArray *
tambour_clock_list_pauses (TambourCatalogue     *catalogue,
                           TambourResponseClock *clock,
                           TambourCase          *support_case,
                           GPtrArray            *events,
                           TambourInstant        as_of)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  TambourCalendar *calendar = tambour_catalogue_get_calendar (catalogue, clock->calendar);
  gint64 wall = clock->covered_seconds + clock->paused_seconds + clock->closed_seconds;
  TambourInstant end = { clock->start.seconds + wall };
  g_autoptr(GArray) moments = tambour_moments_list (support_case, events, as_of);
  g_autoptr(GArray) noted = tambour_moments_list_pauses (moments);
  g_autoptr(GArray) merged = tambour_pauses_merge ((const TambourPause *) (gpointer) noted->data,
                                                   noted->len, clock->start);

  g_return_val_if_fail (calendar != NULL, records);

  for (guint i = 0; i < merged->len; i++)
    {
      TambourPause *pause = &g_array_index (merged, TambourPause, i);

      if (pause->from.seconds < end.seconds)
        g_ptr_array_add (records, make_pause (clock, calendar, pause, end));
    }

  return records;
}
