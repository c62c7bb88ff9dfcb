/* tambour-calendar-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourCalendarWanted:
 * @account_id: (nullable): whose; everybody's if %NULL
 * @engagement_id: (nullable): the only one
 * @now: the time that is "now": what is over by then is left out
 * @only_audits: only the audits that are planned
 * @only_next: of each account, the next
 *
 * Which planned calls become events of a calendar.
 */
typedef struct
{
  const char     *account_id;
  const char     *engagement_id;
  TambourInstant  now;
  gboolean        only_audits;
  gboolean        only_next;
} TambourCalendarWanted;

char *tambour_calendar_export (TambourStore                 *store,
                               const TambourCalendarWanted  *wanted,
                               GCancellable                 *cancellable,
                               GError                      **error);

G_END_DECLS
