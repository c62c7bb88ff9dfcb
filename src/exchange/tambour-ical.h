/* tambour-ical.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-time.h"

G_BEGIN_DECLS

#define TAMBOUR_ICAL_ERROR (tambour_ical_error_quark ())

/**
 * TambourIcalError:
 * @TAMBOUR_ICAL_ERROR_SHAPE: this is no iCalendar file, or a broken one
 * @TAMBOUR_ICAL_ERROR_EVENT: an event whose days cannot be told
 */
typedef enum
{
  TAMBOUR_ICAL_ERROR_SHAPE,
  TAMBOUR_ICAL_ERROR_EVENT,
} TambourIcalError;

GQuark tambour_ical_error_quark (void);

/**
 * TambourHoliday:
 * @date: the day
 * @name: what it is called, "" if it has no name
 *
 * One day of a calendar of holidays.
 */
typedef struct
{
  TambourDate  date;
  char        *name;
} TambourHoliday;

void       tambour_holiday_free        (TambourHoliday  *self);

GPtrArray *tambour_ical_parse_holidays (const char      *text,
                                        gssize           length,
                                        int              first_year,
                                        int              last_year,
                                        GError         **error);
GPtrArray *tambour_ical_load_holidays  (GFile           *file,
                                        int              first_year,
                                        int              last_year,
                                        GCancellable    *cancellable,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourHoliday, tambour_holiday_free)

G_END_DECLS
