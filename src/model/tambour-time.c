/* tambour-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-time.h"

#include <string.h>

/* Exact integer arithmetic on the proleptic Gregorian calendar, since a clock
 * asks for dates millions of times. Day 1 of GDate's count is 1 January of
 * year 1.
 */
#define DAYS_TO_EPOCH 719163 /* the Julian day of 1970-01-01 as GDate counts */

/**
 * tambour_instant_parse:
 * @text: RFC 3339 with a zone, such as `2026-11-23T10:00:00Z`
 * @instant: (out): the instant, to the second
 *
 * Returns: %FALSE if @text is something else
 */
gboolean
tambour_instant_parse (const char     *text,
                       TambourInstant *instant)
{
  /* RFC 3339 lets T and Z be small letters, GLib does not. */
  g_autofree char *capital = g_ascii_strup (text, -1);
  g_autoptr(GDateTime) parsed = g_date_time_new_from_iso8601 (capital, NULL);

  if (parsed == NULL)
    return FALSE;

  instant->seconds = g_date_time_to_unix (parsed);

  return TRUE;
}

/**
 * tambour_instant_dup_text:
 * @instant: an instant
 *
 * Returns: (transfer full) (nullable): RFC 3339 in UTC, or %NULL if not stated
 */
char *
tambour_instant_dup_text (TambourInstant instant)
{
  gint64 days, rest;
  int year, month, day;

  if (instant.seconds == TAMBOUR_NEVER)
    return NULL;

  days = instant.seconds / TAMBOUR_DAY - (instant.seconds % TAMBOUR_DAY < 0);
  rest = instant.seconds - days * TAMBOUR_DAY;
  tambour_date_split ((TambourDate) { days + DAYS_TO_EPOCH }, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                          (int) (rest / 3600), (int) (rest / 60 % 60), (int) (rest % 60));
}

/**
 * tambour_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, not stated if there is no such day
 */
TambourDate
tambour_date_new (int year,
                  int month,
                  int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy (day, month, year))
    return (TambourDate) { 0 };

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return (TambourDate) { g_date_get_julian (&date) };
}

/**
 * tambour_date_split:
 * @date: a stated date
 * @year: (out): its year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 */
void
tambour_date_split (TambourDate  date,
                    int         *year,
                    int         *month,
                    int         *day)
{
  GDate split;

  g_date_clear (&split, 1);
  g_date_set_julian (&split, date.julian);

  *year = g_date_get_year (&split);
  *month = g_date_get_month (&split);
  *day = g_date_get_day (&split);
}

/**
 * tambour_date_weekday:
 * @date: a stated date
 *
 * Returns: 0 for Monday to 6 for Sunday
 */
int
tambour_date_weekday (TambourDate date)
{
  return (date.julian + 6) % 7;
}

/**
 * tambour_date_parse:
 * @text: `YYYY-MM-DD`
 * @date: (out): the date
 *
 * Returns: %FALSE if @text is something else, or no day of the calendar
 */
gboolean
tambour_date_parse (const char  *text,
                    TambourDate *date)
{
  TambourDate parsed;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;

  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  parsed = tambour_date_new (atoi (text), atoi (text + 5), atoi (text + 8));
  if (!tambour_date_is_stated (parsed))
    return FALSE;

  *date = parsed;

  return TRUE;
}

/**
 * tambour_date_dup_text:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, or %NULL if not stated
 */
char *
tambour_date_dup_text (TambourDate date)
{
  int year, month, day;

  if (!tambour_date_is_stated (date))
    return NULL;

  tambour_date_split (date, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The folder of the zones also holds tables that are none. */
static gboolean
holds_zone (const char *path)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL && g_mapped_file_get_length (file) > 44 &&
         memcmp (g_mapped_file_get_contents (file), "TZif", 4) == 0;
}

static gboolean
is_zone_name (const char *identifier)
{
  /* Whatever the host has made of them. */
  static const char * const no_names[] = { "localtime", "posixrules", "Factory", NULL };
  g_autofree char *path = NULL;
  const char *folder = g_getenv ("TZDIR");

  if (!g_ascii_isalpha (identifier[0]) || g_strv_contains (no_names, identifier))
    return FALSE;

  for (const char *c = identifier; *c; c++)
    if (!g_ascii_isalnum (*c) && !strchr ("_+-/", *c))
      return FALSE;

  path = g_build_filename (folder ? folder : "/usr/share/zoneinfo", identifier, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) && holds_zone (path);
}

/**
 * tambour_zone_lookup:
 * @identifier: an IANA zone name; never an offset, never `TZ` (RESPONSE-CLOCK.md)
 *
 * A zone that was read is kept: reading its file costs as much as ten thousand
 * conversions. A process that runs while the zones are updated keeps the old ones.
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL if there is none
 */
GTimeZone *
tambour_zone_lookup (const char *identifier)
{
  static GMutex lock;
  static GHashTable *zones;
  g_autoptr(GMutexLocker) locker = NULL;
  GTimeZone *zone;

  g_return_val_if_fail (identifier != NULL, NULL);

  locker = g_mutex_locker_new (&lock);
  if (zones == NULL)
    zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);

  zone = g_hash_table_lookup (zones, identifier);
  if (zone == NULL && is_zone_name (identifier) && (zone = g_time_zone_new_identifier (identifier)))
    g_hash_table_insert (zones, g_strdup (identifier), zone);

  return zone ? g_time_zone_ref (zone) : NULL;
}

/**
 * tambour_zone_local_of:
 * @zone: a zone
 * @instant: a stated instant
 *
 * Returns: the wall time, as the seconds that UTC clocks would show it at
 */
gint64
tambour_zone_local_of (GTimeZone      *zone,
                       TambourInstant  instant)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant.seconds);

  return instant.seconds + g_time_zone_get_offset (zone, interval);
}

/* The first second of the interval after @interval, which lies in (@low, @high]. */
static gint64
find_transition (GTimeZone *zone,
                 int        interval,
                 gint64     low,
                 gint64     high)
{
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) > interval)
        high = middle;
      else
        low = middle;
    }

  return high;
}

/**
 * tambour_zone_instant_of:
 * @zone: a zone
 * @local: a wall time, as tambour_zone_local_of() gives it
 *
 * A wall time that the clocks skip is the first instant after the gap; one that
 * occurs twice, its first occurrence (RESPONSE-CLOCK.md rule 3). The edges come
 * from the zone's transitions: g_date_time_new() answers otherwise.
 *
 * Returns: the instant
 */
TambourInstant
tambour_zone_instant_of (GTimeZone *zone,
                         gint64     local)
{
  int first = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, local - 2 * TAMBOUR_DAY);
  int last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, local + 2 * TAMBOUR_DAY);
  int before = first;

  for (int i = first; i <= last; i++)
    {
      gint64 seconds = local - g_time_zone_get_offset (zone, i);
      int found = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);

      if (found == i)
        return (TambourInstant) { seconds };

      if (found > i)
        before = i;
    }

  return (TambourInstant) { find_transition (zone, before,
                                             local - 2 * TAMBOUR_DAY,
                                             local - g_time_zone_get_offset (zone, before)) };
}

/**
 * tambour_zone_date_of:
 * @zone: a zone
 * @instant: a stated instant
 *
 * Returns: the local date
 */
TambourDate
tambour_zone_date_of (GTimeZone      *zone,
                      TambourInstant  instant)
{
  gint64 local = tambour_zone_local_of (zone, instant);
  gint64 days = local / TAMBOUR_DAY - (local % TAMBOUR_DAY < 0);

  return (TambourDate) { days + DAYS_TO_EPOCH };
}

/**
 * tambour_zone_start_of_day:
 * @zone: a zone
 * @date: a stated date
 *
 * Returns: the first instant of the day there
 */
TambourInstant
tambour_zone_start_of_day (GTimeZone   *zone,
                           TambourDate  date)
{
  return tambour_zone_instant_of (zone, ((gint64) date.julian - DAYS_TO_EPOCH) * TAMBOUR_DAY);
}
