/* tambour-calls.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-engagement.h"
#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_N_ENGAGEMENT_STATUSES (TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW + 1)

/**
 * TambourCallView:
 * @attendees: names of who was there
 *
 * A call and who was there.
 */
typedef struct
{
  TambourEngagement *call;
  GStrv              attendees;
} TambourCallView;

/**
 * TambourCadenceView:
 * @next: the next call that is planned; not stated if there is none
 * @last: the last one that was held; not stated if there was none
 *
 * How often we meet, and when next.
 */
typedef struct
{
  TambourCadence *cadence;
  TambourInstant  next;
  TambourInstant  last;
} TambourCadenceView;

/**
 * TambourCalls:
 * @zone: the customer's time zone
 * @planned: (element-type TambourCallView): what is planned, the next first; what was
 *   planned and is not logged yet comes before
 * @past: (element-type TambourCallView): the newest of what was, the newest first
 * @n_past: how many there are of those in all
 * @n_lately: by #TambourEngagementStatus, how many there were in the last year
 * @cadences: (element-type TambourCadenceView): how often we meet
 *
 * The calls of an account: held or not, and planned.
 */
typedef struct
{
  TambourAccount *account;
  GTimeZone      *zone;
  GPtrArray      *planned;
  GPtrArray      *past;
  gint64          n_past;
  gint64          n_lately[TAMBOUR_N_ENGAGEMENT_STATUSES];
  GPtrArray      *cadences;
} TambourCalls;

TambourCalls *tambour_calls_load (TambourStore    *store,
                                  const char      *account_id,
                                  TambourInstant   at,
                                  GCancellable    *cancellable,
                                  GError         **error);
void          tambour_calls_free (TambourCalls    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCalls, tambour_calls_free)

/**
 * TambourTalks:
 * @calls: (element-type TambourCallView): the calls in which they were, the newest
 *   first; only those that were held
 * @promises: (element-type TambourRecord): what they promised, a #TambourCommitment or
 *   a #TambourActionItem: what is open first, then the newest
 *
 * What somebody at the customer talked about with us.
 */
typedef struct
{
  TambourContact *contact;
  GPtrArray      *calls;
  GPtrArray      *promises;
} TambourTalks;

TambourTalks *tambour_talks_load (TambourStore    *store,
                                  const char      *contact_id,
                                  TambourInstant   at,
                                  GCancellable    *cancellable,
                                  GError         **error);
void          tambour_talks_free (TambourTalks    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTalks, tambour_talks_free)

TambourInstant tambour_call_time       (TambourEngagement *call);
gboolean       tambour_call_has_agenda (TambourEngagement *call);
gboolean       tambour_promise_is_open (TambourRecord     *promise);
TambourDate    tambour_promise_get_due (TambourRecord     *promise);

G_END_DECLS
