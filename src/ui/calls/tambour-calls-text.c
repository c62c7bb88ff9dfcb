/* tambour-calls-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calls-text.h"
#include "tambour-choice-words.h"
#include "tambour-marked-row.h"
#include "tambour-when.h"

/* More names than these are counted. */
#define MAX_NAMES 3

/* What is said of a call in a list. */

static gboolean
is_planned (TambourEngagement *call)
{
  return call->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED;
}

/* The day is over, and nobody has said whether it was held. */
static gboolean
is_untold (TambourEngagement *call,
           TambourInstant     now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  return is_planned (call) && call->planned_start.seconds < tambour_zone_start_of_day (zone, tambour_zone_date_of (zone, now)).seconds;
}

/**
 * tambour_calls_text_name:
 * @call: a call
 *
 * Returns: (transfer full): what it is called, or its kind, and how long it was
 */
char *
tambour_calls_text_name (TambourEngagement *call)
{
  const char *name = call->title && *call->title ? call->title
                                                 : _(tambour_choice_get_words (TAMBOUR_TYPE_ENGAGEMENT_KIND, call->kind));

  if (call->status == TAMBOUR_ENGAGEMENT_STATUS_HELD && call->minutes != TAMBOUR_NO_COUNT)
    return g_strdup_printf (_("%s, %d min"), name, (int) call->minutes);

  return g_strdup (name);
}

static char *
join_names (char **names)
{
  g_autoptr(GString) joined = g_string_new (NULL);
  guint n = g_strv_length (names);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", names[i]);
  if (n > MAX_NAMES)
    /* Translators: some names, and how many more people were there: “Ruth Adeyemi, Gil Navarro and 2 more” */
    return g_strdup_printf (ngettext ("%1$s and %2$d more", "%1$s and %2$d more", n - MAX_NAMES), joined->str, (int) (n - MAX_NAMES));

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
append (GString    *line,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/**
 * tambour_calls_text_line:
 * @view: a call
 * @now: the time that is "now"
 *
 * Returns: (transfer full): why it was not held, the first line of its minutes, and
 *   who was there
 */
char *
tambour_calls_text_line (const TambourCallView *view,
                         TambourInstant         now)
{
  TambourEngagement *call = view->call;
  g_autofree char *names = join_names (view->attendees);
  GString *line = g_string_new (NULL);

  if (is_untold (call, now))
    append (line, _("Not logged yet"));
  else if (!is_planned (call) && call->status != TAMBOUR_ENGAGEMENT_STATUS_HELD)
    append (line, _(tambour_choice_get_words (TAMBOUR_TYPE_ENGAGEMENT_STATUS, call->status)));
  append (line, call->summary);
  append (line, names);
  if (line->len == 0)
    append (line, call->channel);

  return g_string_free (line, FALSE);
}

static char *
dup_when (TambourEngagement *call,
          TambourInstant     now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TambourInstant at = tambour_call_time (call);

  if (!tambour_instant_is_stated (at))
    return g_strdup ("");
  if (is_planned (call) && !is_untold (call, now))
    return tambour_when_moment (at, zone, now);

  return tambour_when_day (tambour_zone_date_of (zone, at), tambour_zone_date_of (zone, now));
}

static const char *
find_icon (TambourEngagement  *call,
           gboolean            untold,
           const char        **style)
{
  *style = NULL;
  switch ((TambourEngagementStatus) call->status)
    {
    case TAMBOUR_ENGAGEMENT_STATUS_PLANNED:
      *style = untold ? "warning" : "accent";
      return "x-office-calendar-symbolic";
    case TAMBOUR_ENGAGEMENT_STATUS_HELD:
      return "tambour-call-symbolic";
    case TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US:
    case TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM:
      *style = "warning";
      return "window-close-symbolic";
    case TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW:
      *style = "error";
      return "dialog-warning-symbolic";
    }

  return "tambour-call-symbolic";
}

/**
 * tambour_calls_text_cadence:
 * @view: how often we meet
 * @now: the time that is "now"
 *
 * Returns: (transfer full): how often, and when next
 */
char *
tambour_calls_text_cadence (const TambourCadenceView *view,
                            TambourInstant            now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *often = g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) view->cadence->interval_days),
                                            (int) view->cadence->interval_days);
  g_autofree char *next = tambour_instant_is_stated (view->next) ? tambour_when_moment (view->next, zone, now) : NULL;

  if (next == NULL)
    return g_strdup_printf (_("%s · nothing planned"), often);

  return g_strdup_printf (_("%1$s · next %2$s"), often, next);
}

/**
 * tambour_calls_text_new_row:
 * @view: a call
 * @now: the time that is "now"
 *
 * Returns: (transfer floating): a row of a list box, which leads to it
 */
GtkWidget *
tambour_calls_text_new_row (const TambourCallView *view,
                            TambourInstant         now)
{
  g_autofree char *name = tambour_calls_text_name (view->call);
  g_autofree char *line = tambour_calls_text_line (view, now);
  g_autofree char *when = dup_when (view->call, now);
  const char *style;
  const char *icon = find_icon (view->call, is_untold (view->call, now), &style);
  GtkWidget *row = tambour_marked_row_new (icon, style, name, line, when);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "engagement", TAMBOUR_RECORD (view->call)->id);

  return row;
}
