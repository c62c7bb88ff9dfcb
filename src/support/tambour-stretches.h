/* tambour-stretches.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-calendar.h"

G_BEGIN_DECLS

/**
 * TambourStretchKind:
 * @TAMBOUR_STRETCH_OPEN: somebody is there, and the clock runs
 * @TAMBOUR_STRETCH_PAUSED: the customer is waited for
 * @TAMBOUR_STRETCH_CLOSED: nobody is there
 * @TAMBOUR_STRETCH_HOLIDAY: nobody is there, since it is a holiday
 */
typedef enum
{
  TAMBOUR_STRETCH_OPEN,
  TAMBOUR_STRETCH_PAUSED,
  TAMBOUR_STRETCH_CLOSED,
  TAMBOUR_STRETCH_HOLIDAY,
} TambourStretchKind;

/**
 * TambourStretch:
 *
 * A part of the time of a case or of a clock, [from, to).
 */
typedef struct
{
  TambourInstant     from;
  TambourInstant     to;
  TambourStretchKind kind;
} TambourStretch;

GArray *tambour_stretches_list (TambourCalendar    *calendar,
                                const GArray       *pauses,
                                TambourInstant      from,
                                TambourInstant      to);
gint64  tambour_stretches_time (const GArray       *stretches,
                                TambourStretchKind  kind);

G_END_DECLS
