/* tambour-alarm-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-alarm-text.h"
#include "tambour-clock-text.h"
#include "tambour-today-text.h"

/* A desktop shows no more lines than these, and how many more there are. */
#define MAX_LINES 3

/**
 * tambour_alarm_text_clear:
 * @self: what a notification says
 */
void
tambour_alarm_text_clear (TambourAlarmText *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->body, g_free);
}

static const char *
get_title (const char *title)
{
  return title && *title ? title : _("Untitled case");
}

static const char *
get_priority (TambourPriority priority)
{
  return priority == TAMBOUR_PRIORITY_NONE ? "" : tambour_clock_text_priority (priority);
}

static const char *
get_text (const char *text)
{
  return text ? text : "";
}

static void
add_line (GString *body,
          guint    i,
          guint    n,
          char    *line)
{
  g_autofree char *owned = line;

  if (i < MAX_LINES)
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", owned);
  else if (i == MAX_LINES)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", n - i), n - i);
    }
}

static void
fill_clock (TambourAlarmText        *self,
            const TambourClockFacts *facts,
            TambourInstant           now)
{
  g_autofree char *city = facts->zone ? tambour_when_city (facts->zone) : NULL;
  g_autofree char *source = tambour_clock_text_source (facts, TRUE);
  g_auto(TambourClockText) text = { 0 };

  tambour_clock_text_fill (&text, facts, now, city, TAMBOUR_WHEN_FULL);
  self->title = g_strdup (get_title (facts->title));
  self->body = tambour_today_text_join (text.left, text.due, source, NULL);
}

/* "P1 · 9 min left · Kestrel Rail · Signal box offline" */
static char *
dup_clock_line (const TambourClockFacts *facts,
                TambourInstant           now)
{
  g_auto(TambourClockText) text = { 0 };

  tambour_clock_text_fill (&text, facts, now, NULL, TAMBOUR_WHEN_FULL);

  return tambour_today_text_join (get_priority (facts->priority), text.left, get_text (facts->account_name),
                                  get_title (facts->title), NULL);
}

/**
 * tambour_alarm_text_clocks:
 * @self: (out caller-allocates): what a notification says
 * @clocks: (element-type TambourClockFacts): what it warns of, the most urgent
 *   first; at least one
 * @now: the time that is "now"
 */
void
tambour_alarm_text_clocks (TambourAlarmText *self,
                           GPtrArray        *clocks,
                           TambourInstant    now)
{
  g_autoptr(GString) body = NULL;

  g_return_if_fail (clocks->len > 0);

  *self = (TambourAlarmText) { 0 };
  if (clocks->len == 1)
    {
      fill_clock (self, g_ptr_array_index (clocks, 0), now);
      return;
    }

  body = g_string_new (NULL);
  for (guint i = 0; i < clocks->len; i++)
    add_line (body, i, clocks->len, dup_clock_line (g_ptr_array_index (clocks, i), now));

  self->title = g_strdup_printf (ngettext ("%u case waits for an answer", "%u cases wait for an answer", clocks->len), clocks->len);
  self->body = g_string_free (g_steal_pointer (&body), FALSE);
}

static void
fill_arrival (TambourAlarmText          *self,
              const TambourTodayArrival *arrival,
              TambourInstant             now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *number = tambour_today_text_number (arrival->number);
  g_autofree char *moment = tambour_when_moment (arrival->opened_at, here, now);
  /* Translators: %s is a time: "came in Sat 03:00" */
  g_autofree char *came = g_strdup_printf (_("came in %s"), moment);

  self->title = g_strdup (get_title (arrival->title));
  self->body = tambour_today_text_join (get_priority (arrival->priority), number, get_text (arrival->account.name), came, NULL);
}

/**
 * tambour_alarm_text_arrivals:
 * @self: (out caller-allocates): what a notification says
 * @arrivals: (element-type TambourTodayArrival): what it tells of, the most urgent
 *   first; at least one
 * @now: the time that is "now"
 */
void
tambour_alarm_text_arrivals (TambourAlarmText *self,
                             GPtrArray        *arrivals,
                             TambourInstant    now)
{
  g_autoptr(GString) body = NULL;

  g_return_if_fail (arrivals->len > 0);

  *self = (TambourAlarmText) { 0 };
  if (arrivals->len == 1)
    {
      fill_arrival (self, g_ptr_array_index (arrivals, 0), now);
      return;
    }

  body = g_string_new (NULL);
  for (guint i = 0; i < arrivals->len; i++)
    {
      const TambourTodayArrival *arrival = g_ptr_array_index (arrivals, i);

      add_line (body, i, arrivals->len,
                tambour_today_text_join (get_priority (arrival->priority), get_text (arrival->account.name),
                                         get_title (arrival->title), NULL));
    }

  self->title = g_strdup_printf (ngettext ("%u case came in", "%u cases came in", arrivals->len), arrivals->len);
  self->body = g_string_free (g_steal_pointer (&body), FALSE);
}
