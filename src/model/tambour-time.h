/* tambour-time.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field.h"

G_BEGIN_DECLS

#define TAMBOUR_MINUTE G_GINT64_CONSTANT (60)
#define TAMBOUR_HOUR   (60 * TAMBOUR_MINUTE)
#define TAMBOUR_DAY    (24 * TAMBOUR_HOUR)

/**
 * tambour_instant_is_stated:
 * @instant: an instant
 *
 * Returns: %FALSE for %TAMBOUR_NEVER
 */
static inline gboolean
tambour_instant_is_stated (TambourInstant instant)
{
  return instant.seconds != TAMBOUR_NEVER;
}

/**
 * tambour_date_is_stated:
 * @date: a date
 *
 * Returns: %FALSE if there is none
 */
static inline gboolean
tambour_date_is_stated (TambourDate date)
{
  return date.julian != 0;
}

gboolean       tambour_instant_parse     (const char     *text,
                                          TambourInstant *instant);
char          *tambour_instant_dup_text  (TambourInstant  instant);
gboolean       tambour_date_parse        (const char     *text,
                                          TambourDate    *date);
char          *tambour_date_dup_text     (TambourDate     date);
TambourDate    tambour_date_new          (int             year,
                                          int             month,
                                          int             day);
void           tambour_date_split        (TambourDate     date,
                                          int            *year,
                                          int            *month,
                                          int            *day);
int            tambour_date_weekday      (TambourDate     date);

GTimeZone     *tambour_zone_lookup       (const char     *identifier);
TambourInstant tambour_zone_start_of_day (GTimeZone      *zone,
                                          TambourDate     date);
TambourDate    tambour_zone_date_of      (GTimeZone      *zone,
                                          TambourInstant  instant);
gint64         tambour_zone_local_of     (GTimeZone      *zone,
                                          TambourInstant  instant);
TambourInstant tambour_zone_instant_of   (GTimeZone      *zone,
                                          gint64          local);

gboolean       tambour_money_parse       (const char     *text,
                                          TambourMoney   *money);
char          *tambour_money_dup_text    (TambourMoney    money);

G_END_DECLS
