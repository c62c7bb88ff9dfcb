/* tambour-when.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <unicode/udat.h>

#include "tambour-when.h"
#include "tambour-when-parse.h"

/* How times, dates and durations are written in the window (DESIGN.md section 9):
 * by the person's locale, and no more of them than is needed.
 */

#define DAYS_AS_WEEKDAY 7

static GDateTime *
local_of (TambourInstant  instant,
          GTimeZone      *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant.seconds);

  return utc ? g_date_time_to_timezone (utc, zone) : NULL;
}

static GDateTime *
noon_of (TambourDate date)
{
  int year, month, day;

  if (!tambour_date_is_stated (date))
    return NULL;

  tambour_date_split (date, &year, &month, &day);

  return g_date_time_new_utc (year, month, day, 12, 0, 0);
}

static char *
format (GDateTime  *moment,
        const char *pattern)
{
  return moment ? g_date_time_format (moment, pattern) : g_strdup ("");
}

/* Whether the locale's own time has no half of the day, as "%X" shows. */
static gboolean
is_24_hours (void)
{
  g_autoptr(GDateTime) afternoon = g_date_time_new_utc (2000, 1, 1, 13, 0, 0);
  g_autofree char *text = g_date_time_format (afternoon, "%X");

  return text == NULL || strstr (text, "13") != NULL;
}

/**
 * tambour_when_time:
 * @instant: an instant
 * @zone: where
 *
 * Returns: (transfer full): its time of day there, such as "08:40"
 */
char *
tambour_when_time (TambourInstant  instant,
                   GTimeZone      *zone)
{
  g_autoptr(GDateTime) moment = NULL;

  if (!tambour_instant_is_stated (instant))
    return g_strdup ("");

  moment = local_of (instant, zone);

  /* Translators: a time of day with and without am and pm; see strftime(3) */
  return format (moment, is_24_hours () ? C_("time", "%H:%M") : C_("time", "%-l:%M %p"));
}

/**
 * tambour_when_moment:
 * @instant: an instant
 * @zone: where
 * @now: the time that is "now"
 *
 * Returns: (transfer full): "08:40" today, "Tue 08:40" within a week, else a date
 */
char *
tambour_when_moment (TambourInstant  instant,
                     GTimeZone      *zone,
                     TambourInstant  now)
{
  TambourDate date, today;
  g_autofree char *time = NULL;
  g_autofree char *weekday = NULL;
  gint64 apart;

  if (!tambour_instant_is_stated (instant))
    return g_strdup ("");

  date = tambour_zone_date_of (zone, instant);
  today = tambour_zone_date_of (zone, now);
  apart = (gint64) date.julian - today.julian;
  time = tambour_when_time (instant, zone);

  if (apart == 0)
    return g_steal_pointer (&time);

  if (ABS (apart) >= DAYS_AS_WEEKDAY)
    return tambour_when_date (date, today);

  weekday = tambour_when_weekday (date);

  /* Translators: a weekday and a time: "Tue 08:40" */
  return g_strdup_printf (C_("time", "%1$s %2$s"), weekday, time);
}

/**
 * tambour_when_date:
 * @date: a date
 * @today: the day that is today
 *
 * Returns: (transfer full): "30 Nov", with the year where that is another
 */
char *
tambour_when_date (TambourDate date,
                   TambourDate today)
{
  g_autoptr(GDateTime) moment = noon_of (date);
  g_autoptr(GDateTime) now = noon_of (today);

  if (moment == NULL)
    return g_strdup ("");

  if (now != NULL && g_date_time_get_year (moment) == g_date_time_get_year (now))
    /* Translators: day and short month; see strftime(3) */
    return format (moment, C_("date", "%-d %b"));

  /* Translators: day, short month and year; see strftime(3) */
  return format (moment, C_("date", "%-d %b %Y"));
}

/**
 * tambour_when_day:
 * @date: a date
 * @today: the day that is today
 *
 * Returns: (transfer full): "Today", "Tue" within the week to come, else a date
 */
char *
tambour_when_day (TambourDate date,
                  TambourDate today)
{
  gint64 apart = (gint64) date.julian - today.julian;

  if (!tambour_date_is_stated (date))
    return g_strdup ("");

  if (apart == 0)
    return g_strdup (_("Today"));

  if (ABS (apart) < DAYS_AS_WEEKDAY)
    return tambour_when_weekday (date);

  return tambour_when_date (date, today);
}

/**
 * tambour_when_weekday:
 * @date: a date
 *
 * Returns: (transfer full): its weekday, such as "Tue"
 */
char *
tambour_when_weekday (TambourDate date)
{
  g_autoptr(GDateTime) moment = noon_of (date);

  return format (moment, "%a");
}

/**
 * tambour_when_month:
 * @date: a date
 *
 * Returns: (transfer full): its month, such as "Nov"
 */
char *
tambour_when_month (TambourDate date)
{
  g_autoptr(GDateTime) moment = noon_of (date);

  return format (moment, "%b");
}

/**
 * tambour_when_full_day:
 * @date: a date
 *
 * Returns: (transfer full): "Monday 23 November"
 */
char *
tambour_when_full_day (TambourDate date)
{
  g_autoptr(GDateTime) moment = noon_of (date);

  /* Translators: weekday, day and month in full; see strftime(3) */
  return format (moment, C_("date", "%A %-d %B"));
}

/**
 * tambour_when_duration:
 * @seconds: how long; a negative length is written without its sign
 * @length: how many units
 *
 * Returns: (transfer full): "1 d 12 h", "5 h 28 min" or "9 min"
 */
char *
tambour_when_duration (gint64            seconds,
                       TambourWhenLength length)
{
  gint64 minutes = ABS (seconds) / TAMBOUR_MINUTE;
  int days = minutes / (24 * 60);
  int hours = minutes / 60;
  int rest = minutes % 60;

  if (days > 0)
    {
      if (length == TAMBOUR_WHEN_SHORT)
        /* Translators: days, shortened */
        return g_strdup_printf (_("%d d"), days);
      /* Translators: days and hours, shortened */
      return g_strdup_printf (_("%d d %d h"), days, hours % 24);
    }

  if (hours > 0)
    {
      if (length == TAMBOUR_WHEN_SHORT)
        /* Translators: hours, shortened */
        return g_strdup_printf (_("%d h"), hours);
      /* Translators: hours and minutes, shortened */
      return g_strdup_printf (_("%d h %d min"), hours, rest);
    }

  if (minutes == 0 && seconds != 0)
    /* Translators: seconds, shortened */
    return g_strdup_printf (_("%d s"), (int) ABS (seconds));

  /* Translators: minutes, shortened */
  return g_strdup_printf (_("%d min"), rest);
}

/* The part behind the last slash, which is how the zone's own file is called. */
static char *
dup_plain_city (const char *zone)
{
  const char *slash = strrchr (zone, '/');

  return g_strdelimit (g_strdup (slash ? slash + 1 : zone), "_", ' ');
}

/**
 * tambour_when_city:
 * @zone: the IANA name of a time zone
 *
 * Returns: (transfer full): its city as CLDR writes it in the person’s language
 */
char *
tambour_when_city (const char *zone)
{
  static const UChar pattern[] = { 'V', 'V', 'V', 0 };
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *id = NULL;
  UChar city[128];
  UDateFormat *formatter;
  int length;

  if (zone == NULL || *zone == '\0')
    return g_strdup ("");

  id = g_utf8_to_utf16 (zone, -1, NULL, NULL, NULL);
  if (id == NULL)
    return dup_plain_city (zone);

  formatter = udat_open (UDAT_PATTERN, UDAT_PATTERN, NULL, id, -1, pattern, -1, &status);
  if (U_FAILURE (status))
    return dup_plain_city (zone);

  length = udat_format (formatter, 0, city, G_N_ELEMENTS (city), NULL, &status);
  udat_close (formatter);

  return U_SUCCESS (status) ? g_utf16_to_utf8 (city, length, NULL, NULL, NULL) : dup_plain_city (zone);
}

/**
 * tambour_when_zone:
 * @name: (nullable): the IANA name of a time zone
 *
 * Returns: (transfer full): that zone, or the one of this computer where there is none
 */
GTimeZone *
tambour_when_zone (const char *name)
{
  GTimeZone *zone = name && *name ? tambour_zone_lookup (name) : NULL;

  return zone ? zone : g_time_zone_new_local ();
}

/**
 * tambour_when_number:
 * @n: a count
 *
 * Returns: (transfer full): it with the locale's groups: "10 000"
 */
char *
tambour_when_number (gint64 n)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, n);
}

/**
 * tambour_when_edit_moment:
 * @instant: an instant
 * @zone: where
 *
 * Returns: (transfer full): it as it is edited, to the minute
 */
char *
tambour_when_edit_moment (TambourInstant  instant,
                          GTimeZone      *zone)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (!tambour_instant_is_stated (instant))
    return g_strdup ("");

  date = tambour_when_edit_date (tambour_zone_date_of (zone, instant));
  time = tambour_when_time (instant, zone);

  return g_strdup_printf ("%s %s", date, time);
}
