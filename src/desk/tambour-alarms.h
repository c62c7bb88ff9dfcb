/* tambour-alarms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-today.h"

G_BEGIN_DECLS

/**
 * TambourAlarms:
 *
 * What a person has been told of, and what to tell next: of clocks, at the shares
 * of their covered time that the plan catalogue names, or else of a P1 when 50, 75
 * and 90 % of it have passed and of a P2 when 75 % have (DESIGN.md section 5); of
 * cases that came in after hours, once they may be told (RESPONSE-CLOCK.md rule 7).
 * Everything once, also by a program that was started anew meanwhile.
 */
typedef struct _TambourAlarms TambourAlarms;

/**
 * TambourAlarmsTurn:
 * @clocks: (element-type TambourClockFacts): to warn of now
 * @clocks_id: (nullable): what that notification is called, if there are any
 * @arrivals: (element-type TambourTodayArrival): to tell of now
 * @arrivals_id: (nullable): what that notification is called, if there are any
 * @over: (element-type utf8): what notifications are called of which nothing
 *   waits any more
 * @next: when there is something to tell next, if nothing happens until then;
 *   may not be stated
 * @has_changed: whether what was told is something else, which is to be kept
 *
 * What there is to do at one instant.
 */
typedef struct
{
  GPtrArray      *clocks;
  char           *clocks_id;
  GPtrArray      *arrivals;
  char           *arrivals_id;
  GPtrArray      *over;
  TambourInstant  next;
  gboolean        has_changed;
} TambourAlarmsTurn;

void tambour_alarms_turn_free (TambourAlarmsTurn *turn);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAlarmsTurn, tambour_alarms_turn_free)

TambourAlarms *tambour_alarms_new  (const char    *told);
void           tambour_alarms_free (TambourAlarms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAlarms, tambour_alarms_free)

char              *tambour_alarms_dup_told     (TambourAlarms           *self);
TambourAlarmsTurn *tambour_alarms_update       (TambourAlarms           *self,
                                                GPtrArray               *clocks,
                                                GPtrArray               *arrivals,
                                                TambourInstant           at);
guint              tambour_alarms_find_warning (const TambourClockFacts *facts,
                                                TambourInstant           at);

G_END_DECLS
