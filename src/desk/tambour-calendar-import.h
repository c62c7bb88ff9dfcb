/* tambour-calendar-import.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-ical-events.h"
#include "tambour-import.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* What an event is external to, where nobody says which calendar it is of. */
#define TAMBOUR_CALENDAR_SYSTEM "icalendar"

/**
 * TambourCalendarOrder:
 * @system: (nullable): what the records are external to; %TAMBOUR_CALENDAR_SYSTEM if %NULL
 * @account_id: (nullable): whose the events are that name nobody who is known
 * @from: (type TambourInstant): of what ends before, nothing is wanted
 * @until: nor of what begins at or after that
 * @now: the time that is "now"
 * @zone: where the reader is
 * @rejects: (nullable): where a list of what cannot be imported goes
 * @dry_run: only count
 * @author: who imports
 * @change: (nullable): where the number of the change goes; 0 if there is none
 * @reject: (nullable): told of everything that cannot be imported, or not all of it
 * @reject_data: for @reject
 *
 * What becomes of a calendar's events.
 */
typedef struct
{
  const char              *system;
  const char              *account_id;
  TambourInstant           from;
  TambourInstant           until;
  TambourInstant           now;
  GTimeZone               *zone;
  const char              *rejects;
  gboolean                 dry_run;
  const char              *author;
  gint64                  *change;
  TambourImportRejectFunc  reject;
  gpointer                 reject_data;
} TambourCalendarOrder;

gboolean tambour_calendar_import      (TambourStore                *store,
                                       const TambourCalendarOrder  *order,
                                       const char                  *path,
                                       TambourImportCounts         *counts,
                                       GCancellable                *cancellable,
                                       GError                     **error);
gboolean tambour_calendar_import_text (TambourStore                *store,
                                       const TambourCalendarOrder  *order,
                                       const char                  *text,
                                       gsize                        length,
                                       TambourImportCounts         *counts,
                                       GCancellable                *cancellable,
                                       GError                     **error);
gboolean tambour_calendar_cancel      (TambourStore                *store,
                                       const TambourCalendarOrder  *order,
                                       const char * const          *uids,
                                       TambourImportCounts         *counts,
                                       GCancellable                *cancellable,
                                       GError                     **error);

G_END_DECLS
