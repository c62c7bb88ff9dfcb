/* tambour-clock-alarm.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"
#include "tambour-today.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CLOCK_ALARM (tambour_clock_alarm_get_type ())
G_DECLARE_FINAL_TYPE (TambourClockAlarm, tambour_clock_alarm, TAMBOUR, CLOCK_ALARM, GObject)

TambourClockAlarm *tambour_clock_alarm_get  (TambourPortfolio   *portfolio);
void               tambour_clock_alarm_join (TambourClockAlarm  *self,
                                             GtkWidget          *page);
void               tambour_clock_alarm_stay (TambourClockAlarm  *self,
                                             gboolean            is_staying);
void               tambour_clock_alarm_feed (TambourClockAlarm  *self,
                                             const TambourToday *today);

G_END_DECLS
