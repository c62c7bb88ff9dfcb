/* health-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-health.h"
#include "tambour-kinds.h"

#define NOW "2026-11-23T17:12:00Z"

typedef struct
{
  TambourHealthFacts *facts;
  GTimeZone          *zone;
  TambourInstant      now;
} Fixture;

void                     set_up        (Fixture             *fixture,
                                        gconstpointer        data);
void                     tear_down     (Fixture             *fixture,
                                        gconstpointer        data);
TambourHealth           *judge         (Fixture             *fixture);
const TambourHealthPart *find_part     (const TambourHealth *health,
                                        const char          *code);
TambourDate              days_from_now (int                  days);
gpointer                 add           (GPtrArray           *array,
                                        GType                type);
void                     add_cases     (Fixture             *fixture,
                                        TambourPriority      priority,
                                        guint                n);
void                     set_usual     (Fixture             *fixture,
                                        double               p1,
                                        double               p2,
                                        double               p3);
TambourGoal             *add_goal      (Fixture             *fixture,
                                        TambourGoalStatus    status,
                                        TambourDate          due,
                                        double               progress);
void                     add_stored    (Fixture             *fixture,
                                        const char          *code,
                                        double               weight,
                                        double               value,
                                        int                  days);
void                     add_sample    (Fixture             *fixture,
                                        const char          *on,
                                        double               value);
TambourResponseClock    *add_clock     (Fixture             *fixture,
                                        TambourCase         *of,
                                        TambourClockState    state);
