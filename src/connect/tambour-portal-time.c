/* tambour-portal-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-time.h"

#include <stdio.h>
#include <string.h>

/* What is more than this many seconds after 1970, which is after the year 5000, is milliseconds. */
#define FIRST_MILLISECOND G_GINT64_CONSTANT (100000000000)

/* Before the year 1 and after 9999 nothing happens. */
#define EARLIEST G_GINT64_CONSTANT (-62135596800)
#define LATEST   G_GINT64_CONSTANT (253402300799)

G_DEFINE_ENUM_TYPE (TambourPortalTime, tambour_portal_time,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_TIME_RFC3339, "rfc3339"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_TIME_EPOCH, "epoch"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_TIME_LOCAL, "local"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_TIME_MINUTE, "minute"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_TIME_MINUTES_AGO, "minutes_ago"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_PORTAL_TIME_DAY_BEFORE, "day_before"))

static gboolean
parse_epoch (const char     *text,
             TambourInstant *instant)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return FALSE;

  instant->seconds = number >= FIRST_MILLISECOND ? number / 1000 : number;

  return TRUE;
}

/* Nothing, or “:59”, or “:59.123”. */
static gboolean
parse_seconds (const char *text,
               int        *second)
{
  int length = 0;

  if (*text == '\0')
    return TRUE;
  if (sscanf (text, ":%2d%n", second, &length) != 1)
    return FALSE;
  if (text[length] == '.')
    length += 1 + (int) strspn (text + length + 1, "0123456789");

  return text[length] == '\0';
}

/* “2026-11-23 10:00:00”, with a T or a blank, with seconds or without; no zone. */
static gboolean
parse_local (const char     *text,
             GTimeZone      *zone,
             TambourInstant *instant)
{
  const TambourDate epoch = tambour_date_new (1970, 1, 1);
  int year, month, day, hour, minute, second = 0, length = 0;
  TambourDate date;

  if (sscanf (text, "%4d-%2d-%2d%*1[T ]%2d:%2d%n", &year, &month, &day, &hour, &minute, &length) != 5 || length == 0)
    return FALSE;
  if (!parse_seconds (text + length, &second))
    return FALSE;

  date = tambour_date_new (year, month, day);
  if (!tambour_date_is_stated (date) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
    return FALSE;

  *instant = tambour_zone_instant_of (zone, ((gint64) date.julian - epoch.julian) * TAMBOUR_DAY +
                                              hour * TAMBOUR_HOUR + minute * TAMBOUR_MINUTE + second);

  return TRUE;
}

static gboolean
parse_day (const char     *text,
           GTimeZone      *zone,
           TambourInstant *instant)
{
  TambourDate date;

  if (!tambour_date_parse (text, &date) || !tambour_date_is_stated (date))
    return FALSE;

  *instant = tambour_zone_start_of_day (zone, date);

  return TRUE;
}

/**
 * tambour_portal_time_parse:
 * @text: a time as portals write it: with a zone, without one, a day, or a number of
 *   seconds or milliseconds
 * @zone: the portal's, for a time that names none
 * @instant: (out): the instant, to the second
 *
 * Returns: %FALSE if it is none
 */
gboolean
tambour_portal_time_parse (const char     *text,
                           GTimeZone      *zone,
                           TambourInstant *instant)
{
  g_autoptr(GString) joined = NULL;
  const char *rest = strlen (text) > 10 ? text + 10 : "";

  if (strlen (text) > 64)
    return FALSE;
  if (parse_epoch (text, instant))
    return instant->seconds >= EARLIEST && instant->seconds <= LATEST;
  if (strpbrk (rest, "ZzU+-") == NULL)
    return parse_local (text, zone, instant) || parse_day (text, zone, instant);

  /* “2026-11-23 10:00:00 UTC”, or “… +0000” */
  joined = g_string_new (text);
  if (joined->str[10] == ' ')
    joined->str[10] = 'T';
  g_string_replace (joined, " ", "", 0);
  g_string_replace (joined, "UTC", "Z", 1);

  return tambour_instant_parse (joined->str, instant);
}

/**
 * tambour_portal_time_round:
 * @form: a form
 * @instant: a stated instant
 *
 * Returns: the latest instant that is not after it and that @form can say
 */
TambourInstant
tambour_portal_time_round (TambourPortalTime form,
                           TambourInstant    instant)
{
  gint64 rest = instant.seconds % TAMBOUR_MINUTE;

  if (form == TAMBOUR_PORTAL_TIME_MINUTE || form == TAMBOUR_PORTAL_TIME_MINUTES_AGO)
    instant.seconds -= rest < 0 ? rest + TAMBOUR_MINUTE : rest;

  return instant;
}

/**
 * tambour_portal_time_format:
 * @form: how the portal wants it
 * @zone: the portal's
 * @instant: a stated instant
 * @now: what time it is there, in seconds since 1970
 *
 * Returns: (transfer full): it, as the portal reads it
 */
char *
tambour_portal_time_format (TambourPortalTime  form,
                            GTimeZone         *zone,
                            TambourInstant     instant,
                            gint64             now)
{
  g_autofree char *local = NULL;

  switch (form)
    {
    case TAMBOUR_PORTAL_TIME_RFC3339:
      return tambour_instant_dup_text (instant);
    case TAMBOUR_PORTAL_TIME_EPOCH:
      return g_strdup_printf ("%" G_GINT64_FORMAT, instant.seconds);
    case TAMBOUR_PORTAL_TIME_DAY_BEFORE:
      local = tambour_instant_dup_text ((TambourInstant) { instant.seconds - TAMBOUR_DAY });
      return g_strndup (local, strlen ("2026-11-23"));
    case TAMBOUR_PORTAL_TIME_MINUTES_AGO:
      return g_strdup_printf ("%" G_GINT64_FORMAT, MAX (now - instant.seconds, 0) / TAMBOUR_MINUTE + 2);
    case TAMBOUR_PORTAL_TIME_LOCAL:
    case TAMBOUR_PORTAL_TIME_MINUTE:
      break;
    }

  /* The wall time reads like UTC's. */
  local = tambour_instant_dup_text ((TambourInstant) { tambour_zone_local_of (zone, instant) });
  g_strdelimit (local, "TZ", ' ');

  return g_strndup (local, form == TAMBOUR_PORTAL_TIME_LOCAL ? strlen ("2026-11-23 10:00:00") : strlen ("2026-11-23 10:00"));
}
