/* tambour-coverage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

#define TAMBOUR_JULIAN_OF_EPOCH 719163 /* 1970-01-01 as GDate counts, a Thursday */

/**
 * TambourSpan:
 *
 * A part of a local day or a stretch of covered time, in seconds, half-open.
 */
typedef struct
{
  gint64 from;
  gint64 to;
} TambourSpan;

/**
 * TambourWeek:
 *
 * What is open in a local week: for each weekday, Monday first, the spans of
 * seconds since midnight, in order and apart.
 */
typedef struct
{
  GArray *days[7];
} TambourWeek;

void tambour_week_init     (TambourWeek       *self);
void tambour_week_clear    (TambourWeek       *self);
void tambour_week_add      (TambourWeek       *self,
                            guint              opens,
                            guint              minutes);

void tambour_coverage_list (const TambourWeek *week,
                            GHashTable        *holidays,
                            GTimeZone         *zone,
                            TambourSpan        utc,
                            TambourSpan        local,
                            GArray            *stretches);

/**
 * tambour_floor_day:
 * @seconds: seconds since the epoch
 *
 * Returns: days since the epoch, rounded down
 */
static inline gint64
tambour_floor_day (gint64 seconds)
{
  return seconds / TAMBOUR_DAY - (seconds % TAMBOUR_DAY < 0);
}

/**
 * tambour_midnight_of:
 * @date: a stated local date
 *
 * Returns: its midnight, as tambour_zone_local_of() gives wall times
 */
static inline gint64
tambour_midnight_of (TambourDate date)
{
  return ((gint64) date.julian - TAMBOUR_JULIAN_OF_EPOCH) * TAMBOUR_DAY;
}

G_END_DECLS
