/* tambour-calendar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourCalendar:
 *
 * When somebody is there: always, or weekly intervals in one zone minus
 * holidays (RESPONSE-CLOCK.md, Words).
 */
typedef struct _TambourCalendar TambourCalendar;

gboolean tambour_calendar_is_covered   (TambourCalendar  *self,
                                        TambourInstant    instant);
gint64   tambour_calendar_covered_time (TambourCalendar  *self,
                                        TambourInstant    from,
                                        TambourInstant    to);

G_END_DECLS
