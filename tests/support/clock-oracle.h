/* clock-oracle.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ORACLE_MINUTE 60
#define ORACLE_NEVER  G_MININT64

typedef enum
{
  ORACLE_MINUTES,
  ORACLE_SAME_TIME,
  ORACLE_COVERED,
  ORACLE_END_OF_DAY,
} OracleRule;

typedef struct
{
  gint64 from;
  gint64 to;
} OracleRange;

/**
 * Oracle:
 *
 * RESPONSE-CLOCK.md read slowly: it walks through UTC minute by minute and looks
 * at the wall clock. It shares no code with src/support. Everything is at whole
 * minutes.
 */
typedef struct
{
  GTimeZone   *zone;
  OracleRange  weekly[8];      /* minutes since Monday 00:00; `to` may pass the week's end */
  guint        n_weekly;
  GHashTable  *holidays;       /* julian days */
  gboolean     business[7];    /* Monday first */
  gint64       day_minutes;
  OracleRule   rule;
  gint64       amount;
  OracleRange  pauses[8];      /* seconds; `to` is ORACLE_NEVER while open */
  guint        n_pauses;
} Oracle;

gboolean oracle_is_covered (const Oracle *self,
                            gint64        seconds);
gboolean oracle_find_due   (const Oracle *self,
                            gint64        received,
                            gint64       *start,
                            gint64       *due);

G_END_DECLS
