/* tambour-portal-time.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourPortalTime:
 * @TAMBOUR_PORTAL_TIME_RFC3339: `2026-11-23T10:00:00Z`
 * @TAMBOUR_PORTAL_TIME_EPOCH: seconds since 1970
 * @TAMBOUR_PORTAL_TIME_LOCAL: `2026-11-23 10:00:00` by the portal's zone
 * @TAMBOUR_PORTAL_TIME_MINUTE: `2026-11-23 10:00` by the portal's zone
 * @TAMBOUR_PORTAL_TIME_MINUTES_AGO: so many minutes before now, rounded up, in whatever zone
 * @TAMBOUR_PORTAL_TIME_DAY_BEFORE: the day before it, which is earlier in whatever zone
 *
 * How a portal wants to be told a time.
 */
typedef enum
{
  TAMBOUR_PORTAL_TIME_RFC3339,
  TAMBOUR_PORTAL_TIME_EPOCH,
  TAMBOUR_PORTAL_TIME_LOCAL,
  TAMBOUR_PORTAL_TIME_MINUTE,
  TAMBOUR_PORTAL_TIME_MINUTES_AGO,
  TAMBOUR_PORTAL_TIME_DAY_BEFORE,
} TambourPortalTime;

#define TAMBOUR_TYPE_PORTAL_TIME (tambour_portal_time_get_type ())
GType          tambour_portal_time_get_type (void);

gboolean       tambour_portal_time_parse    (const char        *text,
                                             GTimeZone         *zone,
                                             TambourInstant    *instant);
char          *tambour_portal_time_format   (TambourPortalTime  form,
                                             GTimeZone         *zone,
                                             TambourInstant     instant,
                                             gint64             now);
TambourInstant tambour_portal_time_round    (TambourPortalTime  form,
                                             TambourInstant     instant);

G_END_DECLS
