/* tambour-calendar-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-calendar-read.h"

#include <glib/gi18n-lib.h>

#include "tambour-place.h"

#define MAX_DAY_MINUTES 1440

static const char * const weekday_names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static const char * const calendar_keys[] = {
  "always", "zone", "weekly", "holidays", "business_weekdays", "business_day_minutes", NULL
};

typedef struct
{
  guint opens;   /* minutes since Monday 00:00 */
  guint minutes; /* how long */
} Interval;

static gboolean
read_weekday (const char *text,
              guint      *weekday)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekday_names); i++)
    if (strncmp (text, weekday_names[i], 3) == 0)
      {
        *weekday = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
are_digits (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]);
}

/* `Mon 09:00`, and `Mon 24:00` where something closes; minutes since Monday 00:00. */
static gboolean
read_time (const char *text,
           gboolean    closing,
           guint      *minutes)
{
  guint weekday, hour, minute;

  if (strlen (text) != 9 || !read_weekday (text, &weekday) || text[3] != ' ' ||
      !are_digits (text + 4) || text[6] != ':' || !are_digits (text + 7))
    return FALSE;

  hour = (guint) g_ascii_digit_value (text[4]) * 10 + (guint) g_ascii_digit_value (text[5]);
  minute = (guint) g_ascii_digit_value (text[7]) * 10 + (guint) g_ascii_digit_value (text[8]);
  if (minute > 59 || hour > 24 || (hour == 24 && (minute > 0 || !closing)))
    return FALSE;

  *minutes = weekday * 1440 + hour * 60 + minute;

  return TRUE;
}

static gboolean
read_edge (JsonNode    *node,
           const char  *place,
           gboolean     closing,
           guint       *minutes,
           GError     **error)
{
  const char *text = tambour_place_string (node, place, error);

  if (text == NULL)
    return FALSE;

  if (read_time (text, closing, minutes))
    return TRUE;

  if (read_time (text, TRUE, minutes))
    return tambour_place_refuse (error, place, _("“%s” can close an interval, but nothing opens at 24:00."), text);

  return tambour_place_refuse (error, place, _("“%s” is no time of the week such as “Mon 09:00”."), text);
}

/* Closing before opening means closing a week later; both at the same minute is
 * a whole week only if the closing time says 24:00.
 */
static gboolean
read_interval (JsonNode    *node,
               const char  *place,
               Interval    *interval,
               GError     **error)
{
  g_autofree char *opening = tambour_place_element (place, 0);
  g_autofree char *closing = tambour_place_element (place, 1);
  guint closes = 0;
  JsonArray *pair;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
    return tambour_place_refuse (error, place, _("An opening and a closing time are expected here."));

  pair = json_node_get_array (node);
  if (!read_edge (json_array_get_element (pair, 0), opening, FALSE, &interval->opens, error) ||
      !read_edge (json_array_get_element (pair, 1), closing, TRUE, &closes, error))
    return FALSE;

  if (closes == interval->opens && strstr (json_array_get_string_element (pair, 1), "24:00") == NULL)
    return tambour_place_refuse (error, place, _("The interval closes when it opens."));

  if (closes <= interval->opens)
    closes += TAMBOUR_WEEK_MINUTES;

  interval->minutes = closes - interval->opens;

  return TRUE;
}

static gboolean
do_overlap (const Interval *one,
            const Interval *other)
{
  for (guint shift = 0; shift <= 2 * TAMBOUR_WEEK_MINUTES; shift += TAMBOUR_WEEK_MINUTES)
    if (one->opens + TAMBOUR_WEEK_MINUTES < other->opens + shift + other->minutes &&
        other->opens + shift < one->opens + TAMBOUR_WEEK_MINUTES + one->minutes)
      return TRUE;

  return FALSE;
}

static gboolean
read_weekly (TambourCalendar  *calendar,
             JsonArray        *weekly,
             const char       *place,
             GError          **error)
{
  g_autoptr(GArray) intervals = g_array_new (FALSE, FALSE, sizeof (Interval));

  for (guint i = 0; i < json_array_get_length (weekly); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.weekly[%u]", place, i);
      Interval interval = { 0, 0 };

      if (!read_interval (json_array_get_element (weekly, i), where, &interval, error))
        return FALSE;

      for (guint j = 0; j < intervals->len; j++)
        if (do_overlap (&interval, &g_array_index (intervals, Interval, j)))
          return tambour_place_refuse (error, where, _("The interval overlaps “%s.weekly[%u]”."), place, j);

      g_array_append_val (intervals, interval);
      tambour_calendar_add_interval (calendar, interval.opens, interval.minutes);
    }

  return TRUE;
}

static gboolean
read_holidays (TambourCalendar  *calendar,
               JsonArray        *holidays,
               const char       *place,
               GError          **error)
{
  for (guint i = 0; i < json_array_get_length (holidays); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.holidays[%u]", place, i);
      const char *text = tambour_place_string (json_array_get_element (holidays, i), where, error);
      TambourDate date;

      if (text == NULL)
        return FALSE;

      if (!tambour_date_parse (text, &date))
        return tambour_place_refuse (error, where, _("“%s” is no date such as “2026-11-26”."), text);

      tambour_calendar_add_holiday (calendar, date);
    }

  return TRUE;
}

static gboolean
read_weekdays (JsonArray   *weekdays,
               const char  *place,
               guint       *bits,
               GError     **error)
{
  *bits = 0;

  for (guint i = 0; i < json_array_get_length (weekdays); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.business_weekdays[%u]", place, i);
      const char *text = tambour_place_string (json_array_get_element (weekdays, i), where, error);
      guint weekday;

      if (text == NULL)
        return FALSE;

      if (strlen (text) != 3 || !read_weekday (text, &weekday))
        return tambour_place_refuse (error, where, _("“%s” is no weekday such as “Mon”."), text);

      if (*bits >> weekday & 1)
        return tambour_place_refuse (error, where, _("The weekday “%s” is there twice."), text);

      *bits |= 1u << weekday;
    }

  return TRUE;
}

static gboolean
read_business (TambourCalendar  *calendar,
               JsonObject       *object,
               const char       *place,
               GError          **error)
{
  gint64 minutes = tambour_calendar_get_day_minutes (calendar);
  JsonArray *weekdays;
  guint bits = 0x1f;

  if (!tambour_place_array (object, place, "business_weekdays", &weekdays, error) ||
      !tambour_place_count (object, place, "business_day_minutes", 1, MAX_DAY_MINUTES, &minutes, error) ||
      (weekdays != NULL && !read_weekdays (weekdays, place, &bits, error)))
    return FALSE;

  tambour_calendar_set_business (calendar, bits, minutes);

  return TRUE;
}

static gboolean
read_zone (TambourCalendar  *calendar,
           JsonObject       *object,
           const char       *place,
           GError          **error)
{
  const char *identifier = tambour_place_text (object, place, "zone", error);
  g_autofree char *where = tambour_place_member (place, "zone");

  if (identifier == NULL)
    return FALSE;

  if (!tambour_calendar_set_zone (calendar, identifier))
    return tambour_place_refuse (error, where, _("The time zone “%s” is unknown."), identifier);

  return TRUE;
}

static gboolean
read_opening (TambourCalendar  *calendar,
              JsonObject       *object,
              const char       *place,
              gboolean          always,
              GError          **error)
{
  JsonArray *weekly, *holidays;

  if (!tambour_place_array (object, place, "weekly", &weekly, error) ||
      !tambour_place_array (object, place, "holidays", &holidays, error))
    return FALSE;

  if (always && (weekly != NULL || holidays != NULL))
    return tambour_place_refuse (error, place, _("A calendar that is always open has neither intervals nor holidays."));

  if (always)
    tambour_calendar_set_always (calendar);

  return (weekly == NULL || read_weekly (calendar, weekly, place, error)) &&
         (holidays == NULL || read_holidays (calendar, holidays, place, error));
}

/**
 * tambour_calendar_read:
 * @name: what the catalogue calls it
 * @node: a calendar of a catalogue (RESPONSE-CLOCK.md, Catalogue format)
 * @place: where that is in the document
 * @error: return location
 *
 * Returns: (transfer full): the calendar, or %NULL with the place of the mistake
 */
TambourCalendar *
tambour_calendar_read (const char  *name,
                       JsonNode    *node,
                       const char  *place,
                       GError     **error)
{
  g_autoptr(TambourCalendar) calendar = tambour_calendar_new (name);
  JsonObject *object = tambour_place_object (node, place, calendar_keys, error);
  gboolean always = FALSE;

  if (object == NULL || !tambour_place_flag (object, place, "always", &always, error))
    return NULL;

  if ((!always || json_object_has_member (object, "zone")) &&
      !read_zone (calendar, object, place, error))
    return NULL;

  if (!read_opening (calendar, object, place, always, error) ||
      !read_business (calendar, object, place, error))
    return NULL;

  return g_steal_pointer (&calendar);
}
