/* tambour-moment-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "tambour-time.h"
#include "tambour-when-parse.h"

/* Moments as people type them: a date as in tambour-when-parse.c, and a time:
 * "today 11:30", "fri 9 am", "+2h".
 */

/* A time of day, and what is left of the text without it. */
typedef struct
{
  gint64  seconds;
  char   *rest;
} Clock;

static gboolean
is_half (const char *text,
         const char *english,
         nl_item     item,
         gsize      *length)
{
  const char *local = nl_langinfo (item);

  *length = 0;
  if (g_ascii_strncasecmp (text, english, strlen (english)) == 0)
    *length = strlen (english);
  else if (*local != '\0' && g_str_has_prefix (text, local))
    *length = strlen (local);

  /* Not the beginning of a longer word. */
  return *length > 0 && !g_unichar_isalpha (g_utf8_get_char (text + *length));
}

/* "am" or "pm" behind the digits. */
static int
take_half (const char **at,
           int          hour)
{
  const char *text = *at + strspn (*at, " ");
  gsize length;

  if (is_half (text, "am", AM_STR, &length))
    {
      *at = text + length;
      return hour == 12 ? 0 : hour;
    }

  if (is_half (text, "pm", PM_STR, &length))
    {
      *at = text + length;
      return hour < 12 ? hour + 12 : hour;
    }

  return hour;
}

/* Digits of any script as ASCII, and spaces as spaces. */
static char *
fold_digits (const char *text)
{
  g_autoptr(GString) folded = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (folded, '0' + g_unichar_digit_value (c));
      else if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else
        g_string_append_unichar (folded, c);
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
read_clock (const char  *start,
            const char **end,
            gint64      *seconds)
{
  char *after;
  int hour = strtol (start, &after, 10);
  int minute = 0;
  int half;

  if (after - start > 2)
    return FALSE;

  *end = after;
  if ((*after == ':' || *after == 'h') && g_ascii_isdigit (after[1]) && g_ascii_isdigit (after[2]) && !g_ascii_isdigit (after[3]))
    {
      minute = atoi (after + 1);
      *end = after + 3;
    }

  half = take_half (end, hour);
  if (*end == after && *after != ':')
    return FALSE;

  *seconds = half * TAMBOUR_HOUR + minute * TAMBOUR_MINUTE;

  return half < 24 && minute < 60 && *end != after;
}

static gboolean
find_clock (const char *text,
            Clock      *clock)
{
  for (const char *at = text; *at; at++)
    {
      const char *end;

      if (!g_ascii_isdigit (*at) || (at > text && (g_ascii_isdigit (at[-1]) || strchr ("-./", at[-1]))))
        continue;

      if (read_clock (at, &end, &clock->seconds))
        {
          g_autofree char *before = g_strndup (text, at - text);

          clock->rest = g_strdup_printf ("%s %s", before, end);
          g_strdelimit (clock->rest, ",", ' ');
          g_strstrip (clock->rest);
          return TRUE;
        }
    }

  return FALSE;
}

/* "+2h", "-30min" */
static gboolean
parse_distance (const char     *text,
                TambourInstant  now,
                TambourInstant *instant)
{
  char *unit;
  gint64 n;

  if ((*text != '+' && *text != '-') || !g_ascii_isdigit (text[1]))
    return FALSE;

  n = strtol (text, &unit, 10);
  while (*unit == ' ')
    unit++;
  if (ABS (n) > 100000)
    return FALSE;

  if (g_str_equal (unit, "h"))
    instant->seconds = now.seconds + n * TAMBOUR_HOUR;
  else if (g_str_equal (unit, "min"))
    instant->seconds = now.seconds + n * TAMBOUR_MINUTE;
  else
    return FALSE;

  return TRUE;
}

/**
 * tambour_when_local_start:
 * @date: a date
 *
 * Returns: the wall time at its beginning, as tambour_zone_local_of() counts
 */
gint64
tambour_when_local_start (TambourDate date)
{
  return ((gint64) date.julian - tambour_date_new (1970, 1, 1).julian) * TAMBOUR_DAY;
}

/**
 * tambour_when_parse_moment:
 * @text: what somebody typed
 * @zone: where they are
 * @now: the time that is "now"
 * @instant: (out): the instant
 * @has_time: (out): %FALSE if @text is a date without a time
 *
 * A time alone is one of today.
 *
 * Returns: %FALSE if @text is no moment
 */
gboolean
tambour_when_parse_moment (const char     *text,
                           GTimeZone      *zone,
                           TambourInstant  now,
                           TambourInstant *instant,
                           gboolean       *has_time)
{
  g_autofree char *folded = fold_digits (text);
  TambourDate date = tambour_zone_date_of (zone, now);
  TambourDate unused;
  Clock clock = { 0 };
  g_autofree char *rest = NULL;

  *has_time = TRUE;
  g_strstrip (folded);
  if (tambour_instant_parse (folded, instant) || parse_distance (folded, now, instant))
    return TRUE;

  /* Translators: what people type for this very moment; small letters */
  if (g_ascii_strcasecmp (folded, "now") == 0 || g_strcmp0 (folded, C_("typed", "now")) == 0)
    {
      *instant = now;
      return TRUE;
    }

  if (!find_clock (folded, &clock))
    {
      *has_time = !tambour_when_parse_date (folded, date, &unused);
      return FALSE;
    }

  rest = clock.rest;
  if (*rest != '\0' && !tambour_when_parse_date (rest, date, &date))
    return FALSE;

  *instant = tambour_zone_instant_of (zone, tambour_when_local_start (date) + clock.seconds);

  return TRUE;
}
