/* tambour-lead-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-lead-time.h"

/* Notice is not counted further than this, nor is anybody told longer before. */
#define MAX_DAYS 731

/* Kinds and risks are words that people type: these, or what they are called in
 * the language of the window.
 */
static gboolean
is_word (const char *text,
         const char *word)
{
  g_autofree char *typed = g_utf8_casefold (text ? text : "", -1);
  g_autofree char *plain = g_utf8_casefold (word, -1);
  g_autofree char *translated = g_utf8_casefold (_(word), -1);

  return g_str_equal (g_strstrip (typed), plain) || g_str_equal (typed, translated);
}

/**
 * tambour_lead_time_is_freeze:
 * @change: a planned change
 *
 * Returns: whether it is a time in which nothing is to be changed
 */
gboolean
tambour_lead_time_is_freeze (TambourPlannedChange *change)
{
  return is_word (change->kind, N_("Freeze"));
}

/**
 * tambour_lead_time_days:
 * @change: a planned change
 * @plan_days: what the customer's plan says, or %TAMBOUR_NO_COUNT
 *
 * What the change says itself counts first, then what the plan says, then what is
 * usual for its risk. An emergency and a freeze need no notice.
 *
 * Returns: the business days of notice that it needs
 */
gint64
tambour_lead_time_days (TambourPlannedChange *change,
                        gint64                plan_days)
{
  if (change->lead_days != TAMBOUR_NO_COUNT)
    return CLAMP (change->lead_days, 0, MAX_DAYS);
  if (tambour_lead_time_is_freeze (change) || is_word (change->kind, N_("Emergency")))
    return 0;
  if (plan_days != TAMBOUR_NO_COUNT)
    return CLAMP (plan_days, 0, MAX_DAYS);
  if (is_word (change->risk, N_("High")))
    return TAMBOUR_LEAD_DAYS_HIGH;

  return is_word (change->risk, N_("Low")) ? TAMBOUR_LEAD_DAYS_LOW : TAMBOUR_LEAD_DAYS_MEDIUM;
}

static gboolean
is_business_date (TambourCalendar *calendar,
                  TambourDate      date)
{
  return calendar ? tambour_calendar_is_business_date (calendar, date) : tambour_date_weekday (date) < 5;
}

/* As business days are counted everywhere (RESPONSE-CLOCK.md rule 3): the day on
 * which somebody is told does not count, the day of the change does.
 */
static gint64
count_given (TambourCalendar *calendar,
             TambourDate      told,
             TambourDate      window)
{
  gint64 n = 0;

  for (guint32 julian = window.julian; julian > told.julian && window.julian - julian < MAX_DAYS; julian--)
    n += is_business_date (calendar, (TambourDate) { julian });

  return n;
}

/* The last business date from which there are @days until @window. */
static TambourDate
find_tell_by (TambourCalendar *calendar,
              TambourDate      window,
              gint64           days)
{
  TambourDate date = window;

  for (guint i = 0; i < 2 * MAX_DAYS && date.julian > 1 && days > 0; i++)
    {
      days -= is_business_date (calendar, date);
      date.julian--;
    }

  for (guint i = 0; i < MAX_DAYS && date.julian > 1 && !is_business_date (calendar, date); i++)
    date.julian--;

  return date;
}

/**
 * tambour_lead_time_judge:
 * @change: a planned change
 * @plan_days: what the customer's plan says, or %TAMBOUR_NO_COUNT
 * @calendar: (nullable): the support calendar, whose business dates count; without
 *   one, Monday to Friday
 * @zone: the customer's time zone, in which both days are told
 * @at: the time that is "now"
 * @lead: (out caller-allocates): the notice
 */
void
tambour_lead_time_judge (TambourPlannedChange *change,
                         gint64                plan_days,
                         TambourCalendar      *calendar,
                         GTimeZone            *zone,
                         TambourInstant        at,
                         TambourLeadTime      *lead)
{
  gboolean is_told = tambour_date_is_stated (change->notified_on);
  TambourDate window, told;

  *lead = (TambourLeadTime) { .needed = tambour_lead_time_days (change, plan_days) };
  if (!tambour_instant_is_stated (change->window_start) || lead->needed == 0)
    return;

  window = tambour_zone_date_of (zone, change->window_start);
  told = is_told ? change->notified_on : tambour_zone_date_of (zone, at);
  lead->given = count_given (calendar, told, window);
  lead->tell_by = find_tell_by (calendar, window, lead->needed);
  if (lead->given >= lead->needed)
    lead->state = is_told ? TAMBOUR_LEAD_OK : TAMBOUR_LEAD_OPEN;
  else
    lead->state = is_told ? TAMBOUR_LEAD_LATE : TAMBOUR_LEAD_MISSED;
}
