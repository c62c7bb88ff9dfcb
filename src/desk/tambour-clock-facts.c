/* tambour-clock-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-facts.h"

#include "tambour-clock-rules.h"

static void
clear_facts (gpointer data)
{
  TambourClockFacts *self = data;

  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->account_name, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->pause_text, g_free);
  g_clear_pointer (&self->caller, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->next_step, g_free);
  g_clear_object (&self->catalogue);
}

/* The version that the clock was counted by. */
static TambourCatalogue *
find_catalogue (TambourCatalogueSet  *plans,
                TambourResponseClock *clock)
{
  TambourDate date = { 0 };

  if (clock->catalogue != NULL)
    tambour_date_parse (clock->catalogue, &date);

  if (tambour_date_is_stated (date))
    {
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

      return tambour_catalogue_set_find (plans, tambour_zone_start_of_day (utc, date));
    }

  return tambour_catalogue_set_find (plans, clock->start);
}

/* How much covered time the promise is, whatever pauses have done to the due time. */
static void
read_promise (TambourClockFacts    *self,
              const char           *plan,
              TambourResponseClock *clock)
{
  const TambourTarget *target = tambour_catalogue_find_target (self->catalogue, plan, clock->kind, clock->priority,
                                                               clock->channel, NULL);
  TambourInstant start, due;

  if (target == NULL)
    return;

  self->rule = target->rule;
  self->amount = target->amount;
  if (tambour_clock_due (target, clock->start, NULL, 0, &start, &due, NULL))
    self->total = tambour_calendar_covered_time (target->calendar, start, due);
}

/**
 * tambour_clock_facts_new:
 * @plans: the versions of the plans
 * @plan: the code of the account's plan
 * @clock: a clock of the case
 *
 * Returns: (transfer full): what the clock itself says; the case is for the
 *   caller to fill in before anybody else sees it
 */
TambourClockFacts *
tambour_clock_facts_new (TambourCatalogueSet  *plans,
                         const char           *plan,
                         TambourResponseClock *clock)
{
  TambourClockFacts *self = g_atomic_rc_box_new0 (TambourClockFacts);
  TambourCatalogue *catalogue = find_catalogue (plans, clock);

  self->case_id = g_strdup (clock->case_id.id);
  self->account_id = g_strdup (TAMBOUR_RECORD (clock)->account_id.id);
  self->priority = clock->priority;
  self->channel = clock->channel;
  self->kind = clock->kind;
  self->state = clock->state;
  self->start = clock->start;
  self->due = clock->due;
  self->stop = clock->stop;
  self->paused_since.seconds = TAMBOUR_NEVER;
  self->reason = g_strdup (clock->reason);
  self->used = clock->covered_seconds;

  if (catalogue != NULL)
    {
      self->catalogue = g_object_ref (catalogue);
      self->calendar = clock->calendar ? tambour_catalogue_get_calendar (catalogue, clock->calendar) : NULL;
      read_promise (self, plan, clock);
    }

  return self;
}

/**
 * tambour_clock_facts_ref:
 * @self: facts
 *
 * Returns: (transfer full): @self
 */
TambourClockFacts *
tambour_clock_facts_ref (TambourClockFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * tambour_clock_facts_unref:
 * @self: (transfer full): facts
 */
void
tambour_clock_facts_unref (TambourClockFacts *self)
{
  g_atomic_rc_box_release_full (self, clear_facts);
}

static double
share_of (const TambourClockFacts *self,
          gint64                   seconds)
{
  return self->total > 0 ? CLAMP ((double) seconds / self->total, 0, 1) : 0;
}

/**
 * tambour_clock_facts_measure:
 * @self: facts
 * @at: an instant, not before they were read
 * @measure: (out caller-allocates): how the clock stands then, if nothing has
 *   happened to its case
 */
void
tambour_clock_facts_measure (const TambourClockFacts *self,
                             TambourInstant           at,
                             TambourClockMeasure     *measure)
{
  *measure = (TambourClockMeasure) { .state = self->state };

  if (self->state == TAMBOUR_CLOCK_STATE_PAUSED)
    {
      measure->seconds = MAX (0, self->total - self->used);
      measure->left = share_of (self, measure->seconds);
      return;
    }

  if (!tambour_instant_is_stated (self->due))
    return;

  if (tambour_instant_is_stated (self->stop))
    {
      measure->seconds = self->due.seconds - self->stop.seconds;
      return;
    }

  measure->seconds = self->due.seconds - at.seconds;
  if (measure->seconds <= 0)
    measure->state = TAMBOUR_CLOCK_STATE_MISSED;
  else if (self->calendar != NULL)
    measure->left = share_of (self, tambour_calendar_covered_time (self->calendar, at, self->due));
}

/**
 * tambour_clock_facts_find_left:
 * @self: facts
 * @at: an instant, not before they were read
 * @percent: how much of the covered time is to be left
 * @reached: (out): when no more than that is, if nothing happens to its case
 *
 * Returns: %FALSE if that is so already, or the clock does not run
 */
gboolean
tambour_clock_facts_find_left (const TambourClockFacts *self,
                               TambourInstant           at,
                               guint                    percent,
                               TambourInstant          *reached)
{
  gint64 wanted = self->total * percent / 100;
  gint64 left;

  if (self->state != TAMBOUR_CLOCK_STATE_RUNNING || self->calendar == NULL || at.seconds >= self->due.seconds ||
      !tambour_instant_is_stated (self->due))
    return FALSE;

  left = tambour_calendar_covered_time (self->calendar, at, self->due);

  return left > wanted && tambour_calendar_advance (self->calendar, at, left - wanted, reached);
}

/**
 * tambour_clock_facts_is_urgent:
 * @self: facts
 * @at: an instant
 *
 * Returns: whether it is a P1 that nobody has answered yet
 */
gboolean
tambour_clock_facts_is_urgent (const TambourClockFacts *self,
                               TambourInstant           at)
{
  TambourClockMeasure measure;

  tambour_clock_facts_measure (self, at, &measure);

  return self->priority == TAMBOUR_PRIORITY_P1 && !tambour_instant_is_stated (self->stop) &&
         (measure.state == TAMBOUR_CLOCK_STATE_RUNNING || measure.state == TAMBOUR_CLOCK_STATE_MISSED);
}

/* First what somebody can still do something about, last what stands still. */
static int
rank_of (const TambourClockFacts *self)
{
  if (self->state == TAMBOUR_CLOCK_STATE_PAUSED)
    return 2;

  return tambour_instant_is_stated (self->stop) ? 1 : 0;
}

/**
 * tambour_clock_facts_compare:
 * @a: facts
 * @b: facts
 *
 * Returns: which comes first: by time left; after those that are open, those
 *   that were answered late, and what is paused last
 */
int
tambour_clock_facts_compare (const TambourClockFacts *a,
                             const TambourClockFacts *b)
{
  gint64 x = rank_of (a) == 2 ? a->total - a->used : a->due.seconds;
  gint64 y = rank_of (b) == 2 ? b->total - b->used : b->due.seconds;

  if (rank_of (a) != rank_of (b))
    return rank_of (a) - rank_of (b);

  if (x != y)
    return x < y ? -1 : 1;

  return g_strcmp0 (a->case_id, b->case_id);
}
