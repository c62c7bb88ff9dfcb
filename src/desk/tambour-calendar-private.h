/* tambour-calendar-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-addresses.h"
#include "tambour-calendar-import.h"
#include "tambour-engagement.h"
#include "tambour-rejects.h"

G_BEGIN_DECLS

/* What the history calls it. */
#define TAMBOUR_CALENDAR_LABEL "Import calendar"

/**
 * TambourCalendarMerge:
 * @system: what its calls are external to
 * @known: key → TambourEngagement: what came from the calendar, removed or not
 * @waiting: account and time → TambourEngagement: what is planned by hand
 * @taken: what is not in @waiting any more, since an event is it
 * @told: the keys of what the calendar says now
 * @moved: key → TambourEngagement: what the event was before its series was changed
 * @rejects: (nullable): what cannot be imported
 *
 * A calendar's events while they become planned calls.
 */
typedef struct
{
  TambourStore               *store;
  const TambourCalendarOrder *order;
  const char                 *system;
  TambourAddresses           *addresses;
  TambourChange              *change;
  GHashTable                 *known;
  GHashTable                 *waiting;
  GPtrArray                  *taken;
  GHashTable                 *told;
  GHashTable                 *moved;
  TambourImportCounts        *counts;
  TambourRejects             *rejects;
  GCancellable               *cancellable;
} TambourCalendarMerge;

char    *tambour_calendar_dup_place     (const char              *account_id,
                                         TambourInstant           start);
gboolean tambour_calendar_is_removed    (TambourEngagement       *call);
void     tambour_calendar_cancel_call   (TambourCalendarMerge    *merge,
                                         TambourEngagement       *call);
gboolean tambour_calendar_settle_call   (TambourCalendarMerge    *merge,
                                         const TambourIcalEvent  *event,
                                         const char              *key,
                                         char                   **why,
                                         GError                 **error);
gboolean tambour_calendar_settle_people (TambourCalendarMerge    *merge,
                                         TambourEngagement       *call,
                                         const TambourIcalEvent  *event,
                                         const char              *key,
                                         gboolean                 is_new,
                                         gboolean                *is_changed,
                                         GError                 **error);

G_END_DECLS
