/* tambour-today-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-today.h"

G_BEGIN_DECLS

/* What the lists of Today say, in the language of the person. */
char       *tambour_today_text_join     (const char                 *first,
                                         ...) G_GNUC_NULL_TERMINATED;
char       *tambour_today_text_number   (const char                 *number);
const char *tambour_today_text_meeting  (TambourEngagementKind       kind);
char       *tambour_today_text_holiday  (const TambourToday         *today,
                                         TambourInstant              now);
char       *tambour_today_text_since    (const TambourToday         *today,
                                         TambourInstant              now);
char       *tambour_today_text_no_clock (const TambourToday         *today,
                                         TambourInstant              now);
char       *tambour_today_text_arrival  (const TambourTodayArrival  *arrival,
                                         TambourInstant              now);
char       *tambour_today_text_there    (const TambourTodayCall     *call);
char       *tambour_today_text_call     (const TambourTodayCall     *call);
char       *tambour_today_text_due      (const TambourTodayWork     *work,
                                         TambourInstant              now);
char       *tambour_today_text_origin   (const TambourTodayWork     *work,
                                         TambourInstant              now);
char       *tambour_today_text_coming   (const TambourTodayComing   *coming,
                                         TambourInstant              now);
char       *tambour_today_text_source   (const TambourTodayComing   *coming,
                                         TambourInstant              now);
char       *tambour_today_text_tag      (const TambourTodayComing   *coming,
                                         TambourInstant              now,
                                         const char                **style);

G_END_DECLS
