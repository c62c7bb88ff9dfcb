/* tambour-alarms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-clock-facts.h"

G_BEGIN_DECLS

/**
 * TambourAlarms:
 *
 * Which clocks a person has been told about, and when to tell the next: of a P1
 * at 50, 25 and 10 % of its time, of a P2 at 25 % (DESIGN.md section 5).
 */
typedef struct _TambourAlarms TambourAlarms;

TambourAlarms *tambour_alarms_new  (void);
void           tambour_alarms_free (TambourAlarms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAlarms, tambour_alarms_free)

void tambour_alarms_update (TambourAlarms  *self,
                            GPtrArray      *clocks,
                            TambourInstant  at,
                            GPtrArray      *rings,
                            GPtrArray      *over);

G_END_DECLS
