/* tambour-pauses.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-calendar.h"

G_BEGIN_DECLS

/**
 * TambourPause:
 *
 * A stretch in which the customer was waited for, [from, to); open while `to`
 * is not stated.
 */
typedef struct
{
  TambourInstant from;
  TambourInstant to;
} TambourPause;

GArray *tambour_pauses_merge        (const TambourPause *pauses,
                                     guint               n_pauses,
                                     TambourInstant      start);
gint64  tambour_pauses_covered_time (const GArray       *merged,
                                     TambourCalendar    *calendar,
                                     TambourInstant      from,
                                     TambourInstant      to);

G_END_DECLS
