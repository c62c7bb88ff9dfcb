/* tambour-ical-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-content-lines.h"
#include "tambour-ical-events.h"
#include "tambour-ical-parts.h"

/* libical reads one event at a time: what is broken in one takes no other with it, and
 * its line is known.
 */

static void
part_free (gpointer data)
{
  TambourIcalPart *part = data;

  g_string_free (part->text, TRUE);
  g_ptr_array_unref (part->strange);
  g_free (part);
}

static void
calendar_free (gpointer data)
{
  TambourIcalCalendar *calendar = data;

  g_free (calendar->method);
  g_ptr_array_unref (calendar->parts);
  g_free (calendar);
}

static gboolean
says (const TambourContentLine *line,
      const char               *begin_or_end,
      const char               *name)
{
  gsize length = strlen (begin_or_end);

  if (g_ascii_strncasecmp (line->text, begin_or_end, length) != 0)
    return FALSE;

  return name == NULL || (g_ascii_strncasecmp (line->text + length, name, strlen (name)) == 0 &&
                          g_ascii_isspace (line->text[length + strlen (name)] ? line->text[length + strlen (name)] : ' '));
}

static void
append_escaped (GString    *text,
                const char *value)
{
  for (; *value; value++)
    if (*value == '\n')
      g_string_append (text, "\\n");
    else if (*value != '\r')
      g_string_append_c (text, *value);
}

/* What is quoted-printable, as in the calendars of long ago, libical does not undo. */
static void
append_line (TambourIcalPart          *part,
             const TambourContentLine *line)
{
  g_autoptr(TambourContentProperty) property = tambour_content_property_parse (line);

  if (property == NULL)
    {
      g_ptr_array_add (part->strange, GUINT_TO_POINTER (line->number));
      return;
    }

  if (tambour_content_property_says (property, "ENCODING", "QUOTED-PRINTABLE"))
    {
      g_string_append_printf (part->text, "%s:", property->name);
      append_escaped (part->text, property->value);
    }
  else
    g_string_append (part->text, line->text);
  g_string_append (part->text, "\r\n");
}

/* Whatever else begins here, this one is over. */
static gboolean
is_outside (const TambourContentLine *line)
{
  return says (line, "BEGIN:", "VEVENT") || says (line, "BEGIN:", "VTIMEZONE") || says (line, "BEGIN:", "VCALENDAR") ||
         says (line, "END:", "VCALENDAR");
}

/* Of an event, only what is its own: no alarms. Returns: the index of its last line. */
static guint
take_part (TambourIcalCalendar *calendar,
           GPtrArray           *lines,
           guint                begin,
           gboolean             is_zone)
{
  const char *name = is_zone ? "VTIMEZONE" : "VEVENT";
  TambourIcalPart *part = g_new0 (TambourIcalPart, 1);
  guint depth = 0, i = begin + 1;

  *part = (TambourIcalPart) { ((TambourContentLine *) lines->pdata[begin])->number, is_zone, TRUE, g_string_new (NULL), g_ptr_array_new () };
  g_string_append_printf (part->text, "BEGIN:%s\r\n", name);
  for (; i < lines->len && part->is_cut && !is_outside (lines->pdata[i]); i++)
    {
      const TambourContentLine *line = lines->pdata[i];
      gboolean is_inner = depth > 0;

      if (says (line, "END:", name))
        part->is_cut = FALSE;
      else if (says (line, "BEGIN:", NULL))
        depth++;
      else if (says (line, "END:", NULL))
        depth -= is_inner;
      else if (depth == 0)
        append_line (part, line);

      if (is_zone && part->is_cut && (is_inner || depth > 0))
        g_string_append_printf (part->text, "%s\r\n", line->text);
    }

  g_string_append_printf (part->text, "END:%s\r\n", name);
  g_ptr_array_add (calendar->parts, part);

  return i - 1;
}

static TambourIcalCalendar *
add_calendar (GPtrArray *calendars)
{
  TambourIcalCalendar *calendar = g_new0 (TambourIcalCalendar, 1);

  calendar->parts = g_ptr_array_new_with_free_func (part_free);
  g_ptr_array_add (calendars, calendar);

  return calendar;
}

/**
 * tambour_ical_calendars_read:
 * @text: an iCalendar file, in whatever encoding
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type TambourIcalCalendar): its calendars; none if it
 *   is something else
 */
GPtrArray *
tambour_ical_calendars_read (const char *text,
                             gsize       length)
{
  g_autoptr(GPtrArray) lines = tambour_content_lines_read (text, length);
  g_autoptr(GPtrArray) calendars = g_ptr_array_new_with_free_func (calendar_free);
  TambourIcalCalendar *calendar = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const TambourContentLine *line = lines->pdata[i];
      gboolean is_zone = says (line, "BEGIN:", "VTIMEZONE");

      if (says (line, "BEGIN:", "VCALENDAR"))
        calendar = add_calendar (calendars);
      else if (is_zone || says (line, "BEGIN:", "VEVENT"))
        i = take_part (calendar ? calendar : (calendar = add_calendar (calendars)), lines, i, is_zone);
      else if (calendar != NULL && calendar->method == NULL && says (line, "METHOD:", NULL))
        calendar->method = g_strstrip (g_ascii_strup (line->text + strlen ("METHOD:"), -1));
    }

  return g_steal_pointer (&calendars);
}

/**
 * tambour_ical_looks_like_one:
 * @text: the beginning of a file
 * @length: how much of it that is
 *
 * Returns: whether that is an iCalendar file
 */
gboolean
tambour_ical_looks_like_one (const char *text,
                             gsize       length)
{
  g_autoptr(GPtrArray) lines = tambour_content_lines_read (text, MIN (length, 1024));
  const TambourContentLine *first = lines->len > 0 ? lines->pdata[0] : NULL;

  return first != NULL && (says (first, "BEGIN:", "VCALENDAR") || says (first, "BEGIN:", "VEVENT"));
}
