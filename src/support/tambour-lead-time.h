/* tambour-lead-time.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-calendar.h"
#include "tambour-environment.h"

G_BEGIN_DECLS

/* Business days of notice where neither the change nor the plan says a number. */
#define TAMBOUR_LEAD_DAYS_HIGH   10
#define TAMBOUR_LEAD_DAYS_MEDIUM 5
#define TAMBOUR_LEAD_DAYS_LOW    2

/**
 * TambourLeadState:
 * @TAMBOUR_LEAD_NONE: nobody has to be told
 * @TAMBOUR_LEAD_OK: the customer was told in time
 * @TAMBOUR_LEAD_LATE: they were told too late
 * @TAMBOUR_LEAD_OPEN: they are not told yet, and there is time
 * @TAMBOUR_LEAD_MISSED: they are not told, and it would be too late now
 *
 * Whether notice of a change came early enough.
 */
typedef enum
{
  TAMBOUR_LEAD_NONE,
  TAMBOUR_LEAD_OK,
  TAMBOUR_LEAD_LATE,
  TAMBOUR_LEAD_OPEN,
  TAMBOUR_LEAD_MISSED,
} TambourLeadState;

/**
 * TambourLeadTime:
 * @needed: the business days of notice that it needs
 * @given: those that there were, or would be if the customer was told today
 * @tell_by: the last day on which telling is in time; not stated if nobody has to be told
 *
 * The notice of a change.
 */
typedef struct
{
  TambourLeadState state;
  gint64           needed;
  gint64           given;
  TambourDate      tell_by;
} TambourLeadTime;

gint64   tambour_lead_time_days      (TambourPlannedChange *change,
                                      gint64                plan_days);
gboolean tambour_lead_time_is_freeze (TambourPlannedChange *change);
void     tambour_lead_time_judge     (TambourPlannedChange *change,
                                      gint64                plan_days,
                                      TambourCalendar      *calendar,
                                      GTimeZone            *zone,
                                      TambourInstant        at,
                                      TambourLeadTime      *lead);

G_END_DECLS
