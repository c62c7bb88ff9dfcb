/* tambour-clock-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-clock-facts.h"
#include "tambour-when.h"

G_BEGIN_DECLS

/**
 * TambourClockText:
 * @left: how much time is left: "5 h 28 min", or "12 min late"
 * @due: when it is due at the customer's: "23:40 Oslo"
 * @yours: the same in one's own time, or why it stands still
 * @style: (nullable): the class of its bar: "warn", "err" or "idle"
 * @passed: how much of its time has passed, from 0 to 1
 *
 * What a clock says at one instant (DESIGN.md section 4).
 */
typedef struct
{
  char       *left;
  char       *due;
  char       *yours;
  const char *style;
  double      passed;
} TambourClockText;

void tambour_clock_text_clear (TambourClockText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourClockText, tambour_clock_text_clear)

void        tambour_clock_text_fill     (TambourClockText        *self,
                                         const TambourClockFacts *facts,
                                         TambourInstant           now,
                                         const char              *city,
                                         TambourWhenLength        length);

gboolean    tambour_clock_text_is_short (const TambourClockFacts *facts,
                                         TambourInstant           now);
char       *tambour_clock_text_source   (const TambourClockFacts *facts,
                                         gboolean                 with_account);
char       *tambour_clock_text_promise  (const TambourClockFacts *facts,
                                         TambourWhenLength        length);
char       *tambour_clock_text_caller   (const TambourClockFacts *facts);
const char *tambour_clock_text_channel  (TambourChannel           channel);
const char *tambour_clock_text_priority (TambourPriority          priority);

G_END_DECLS
