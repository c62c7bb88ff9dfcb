/* tambour-calendar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/* How far a search for the next covered instant goes (RESPONSE-CLOCK.md rule 9). */
#define TAMBOUR_CALENDAR_HORIZON (731 * TAMBOUR_DAY)

/* Minutes of a local week, from Monday 00:00. */
#define TAMBOUR_WEEK_MINUTES 10080

/**
 * TambourCalendar:
 *
 * When somebody is there: always, or weekly intervals in one zone minus
 * holidays (RESPONSE-CLOCK.md, Words). Once in use it never changes, and its
 * questions may be asked from any thread.
 */
typedef struct _TambourCalendar TambourCalendar;

TambourCalendar *tambour_calendar_new  (const char      *name);
void             tambour_calendar_free (TambourCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCalendar, tambour_calendar_free)

void        tambour_calendar_set_always           (TambourCalendar *self);
gboolean    tambour_calendar_set_zone             (TambourCalendar *self,
                                                   const char      *identifier);
void        tambour_calendar_add_interval         (TambourCalendar *self,
                                                   guint            opens,
                                                   guint            minutes);
void        tambour_calendar_add_holiday          (TambourCalendar *self,
                                                   TambourDate      date);
void        tambour_calendar_set_business         (TambourCalendar *self,
                                                   guint            weekdays,
                                                   gint64           day_minutes);

const char *tambour_calendar_get_name             (TambourCalendar *self);
const char *tambour_calendar_get_zone_name        (TambourCalendar *self);
GTimeZone  *tambour_calendar_get_zone             (TambourCalendar *self);
gint64      tambour_calendar_get_day_minutes      (TambourCalendar *self);
gboolean    tambour_calendar_is_always            (TambourCalendar *self);
gboolean    tambour_calendar_is_empty             (TambourCalendar *self);
gboolean    tambour_calendar_has_business_weekday (TambourCalendar *self);
gboolean    tambour_calendar_is_holiday           (TambourCalendar *self,
                                                   TambourDate      date);
gboolean    tambour_calendar_is_business_date     (TambourCalendar *self,
                                                   TambourDate      date);

gboolean    tambour_calendar_is_covered           (TambourCalendar *self,
                                                   TambourInstant   instant);
gint64      tambour_calendar_covered_time         (TambourCalendar *self,
                                                   TambourInstant   from,
                                                   TambourInstant   to);
void        tambour_calendar_list_covered         (TambourCalendar *self,
                                                   TambourInstant   from,
                                                   TambourInstant   to,
                                                   GArray          *spans);
gboolean    tambour_calendar_next_covered         (TambourCalendar *self,
                                                   TambourInstant   from,
                                                   TambourInstant  *covered);
gboolean    tambour_calendar_advance              (TambourCalendar *self,
                                                   TambourInstant   from,
                                                   gint64           seconds,
                                                   TambourInstant  *reached);
gboolean    tambour_calendar_end_of_date          (TambourCalendar *self,
                                                   TambourDate      date,
                                                   TambourInstant  *end);

G_END_DECLS
