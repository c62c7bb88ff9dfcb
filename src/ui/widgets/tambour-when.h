/* tambour-when.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourWhenLength:
 * @TAMBOUR_WHEN_SHORT: one unit: "5 h"
 * @TAMBOUR_WHEN_FULL: two units: "5 h 28 min"
 */
typedef enum
{
  TAMBOUR_WHEN_SHORT,
  TAMBOUR_WHEN_FULL,
} TambourWhenLength;

char      *tambour_when_time        (TambourInstant     instant,
                                     GTimeZone         *zone);
char      *tambour_when_moment      (TambourInstant     instant,
                                     GTimeZone         *zone,
                                     TambourInstant     now);
char      *tambour_when_date        (TambourDate        date,
                                     TambourDate        today);
char      *tambour_when_day         (TambourDate        date,
                                     TambourDate        today);
char      *tambour_when_weekday     (TambourDate        date);
char      *tambour_when_month       (TambourDate        date);
char      *tambour_when_full_day    (TambourDate        date);
char      *tambour_when_duration    (gint64             seconds,
                                     TambourWhenLength  length);
char      *tambour_when_city        (const char        *zone);
GTimeZone *tambour_when_zone        (const char        *name);
char      *tambour_when_number      (gint64             n);
char      *tambour_when_edit_moment (TambourInstant     instant,
                                     GTimeZone         *zone);

G_END_DECLS
