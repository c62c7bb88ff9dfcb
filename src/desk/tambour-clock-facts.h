/* tambour-clock-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue-set.h"
#include "tambour-clock.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourClockFacts:
 * @case_id: the case that it runs for
 * @number: (nullable): what the case is called
 * @title: (nullable): what the case is about
 * @account_id: whose case it is
 * @account_name: (nullable): what that account is called
 * @zone: (nullable): the customer's time zone
 * @priority: the priority that it was promised for
 * @channel: the channel that it was promised for
 * @kind: what was promised
 * @state: as it was when this was read; tambour_clock_facts_measure() knows better
 * @start: when it began
 * @due: when it is due; not stated while it is paused
 * @stop: when the promise was kept; not stated while it is open
 * @paused_since: since when the customer is waited for; not stated otherwise
 * @pause_text: (nullable): why, as somebody wrote it down
 * @caller: (nullable): who reported the case
 * @phone: (nullable): the caller's telephone; only read for a P1
 * @reason: in one sentence, how it stands
 * @rule: how its promise counts
 * @amount: of minutes or business days; 0 if the plan no longer says
 * @next_step: (nullable): what the case waits for
 *
 * One response clock and its case, as they are shown: read once, measured as
 * often as the time is shown anew. It never changes and may be used on any thread.
 */
typedef struct
{
  char              *case_id;
  char              *number;
  char              *title;
  char              *account_id;
  char              *account_name;
  char              *zone;
  TambourPriority    priority;
  TambourChannel     channel;
  TambourClockKind   kind;
  TambourClockState  state;
  TambourInstant     start;
  TambourInstant     due;
  TambourInstant     stop;
  TambourInstant     paused_since;
  char              *pause_text;
  char              *caller;
  char              *phone;
  char              *reason;
  char              *next_step;
  TambourTargetRule  rule;
  gint64             amount;

  /*< private >*/
  TambourCatalogue  *catalogue;
  TambourCalendar   *calendar;
  gint64             total;  /* covered seconds from the start until it is due */
  gint64             used;   /* of them, those that had passed */
} TambourClockFacts;

/**
 * TambourClockMeasure:
 * @state: how it stands: one that runs is missed once it is due
 * @seconds: until it is due, on the wall; negative once it is late: by how much,
 *   up to now or to the answer. Of one that is paused, the covered seconds that it
 *   will still have
 * @left: how much of the covered time is left, from 1 to 0
 *
 * How a clock stands at one instant.
 */
typedef struct
{
  TambourClockState state;
  gint64            seconds;
  double            left;
} TambourClockMeasure;

TambourClockFacts *tambour_clock_facts_new   (TambourCatalogueSet  *plans,
                                              const char           *plan,
                                              TambourResponseClock *clock);
TambourClockFacts *tambour_clock_facts_ref   (TambourClockFacts    *self);
void               tambour_clock_facts_unref (TambourClockFacts    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourClockFacts, tambour_clock_facts_unref)

void       tambour_clock_facts_measure   (const TambourClockFacts  *self,
                                          TambourInstant            at,
                                          TambourClockMeasure      *measure);
gboolean   tambour_clock_facts_find_left (const TambourClockFacts  *self,
                                          TambourInstant            at,
                                          guint                     percent,
                                          TambourInstant           *reached);
gboolean   tambour_clock_facts_is_urgent (const TambourClockFacts  *self,
                                          TambourInstant            at);
int        tambour_clock_facts_compare   (const TambourClockFacts  *a,
                                          const TambourClockFacts  *b);
GPtrArray *tambour_clock_facts_list      (TambourStore             *store,
                                          const char               *account_id,
                                          TambourInstant            at,
                                          GCancellable             *cancellable,
                                          GError                  **error);

G_END_DECLS
