/* tambour-timeline-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-clock-text.h"
#include "tambour-engagement.h"
#include "tambour-people-text.h"
#include "tambour-record-words.h"
#include "tambour-roadmap.h"
#include "tambour-timeline-text.h"
#include "tambour-when.h"

/* What the timeline says of what happened. */

static const char *
get_channel (guint channel)
{
  switch ((TambourChannel) channel)
    {
    case TAMBOUR_CHANNEL_UNKNOWN:
      return NULL;
    case TAMBOUR_CHANNEL_PHONE:
      return _("phone");
    case TAMBOUR_CHANNEL_EMAIL:
      return _("email");
    case TAMBOUR_CHANNEL_PORTAL:
      return _("portal");
    case TAMBOUR_CHANNEL_CHAT:
      return _("chat");
    case TAMBOUR_CHANNEL_TAM:
      return _("through the TAM");
    }

  return NULL;
}

static const char *
get_outcome (guint status)
{
  switch ((TambourEngagementStatus) status)
    {
    case TAMBOUR_ENGAGEMENT_STATUS_PLANNED:
    case TAMBOUR_ENGAGEMENT_STATUS_HELD:
      break;
    case TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US:
      return _("cancelled by us");
    case TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM:
      return _("cancelled by the customer");
    case TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW:
      return _("nobody came");
    }

  return _("not held");
}

static char *
say_request (const TambourTimelineItem *item)
{
  switch ((TambourRequestStatus) item->status)
    {
    case TAMBOUR_REQUEST_STATUS_PLANNED:
      return g_strdup_printf (_("“%s” is planned"), item->title);
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
      return g_strdup_printf (_("“%s” is being built"), item->title);
    case TAMBOUR_REQUEST_STATUS_SHIPPED:
      return g_strdup_printf (_("“%s” has shipped"), item->title);
    case TAMBOUR_REQUEST_STATUS_DECLINED:
      return g_strdup_printf (_("“%s” was declined"), item->title);
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      break;
    }

  return g_strdup_printf (_("“%s” moved on"), item->title);
}

static char *
say_case (const TambourTimelineItem *item)
{
  const char *number = item->title ? item->title : "";

  if (item->event == TAMBOUR_TIMELINE_CASE_RESOLVED)
    return g_strdup_printf (_("Case #%s resolved"), number);
  if (item->event == TAMBOUR_TIMELINE_CASE_ESCALATED)
    /* Translators: the number of a case, and who it was escalated to */
    return item->names && *item->names ? g_strdup_printf (_("#%1$s escalated to %2$s"), number, item->names)
                                       : g_strdup_printf (_("#%s escalated"), number);
  if (item->priority == TAMBOUR_PRIORITY_NONE)
    return g_strdup_printf (_("Case #%s opened"), number);

  /* Translators: the number and the priority of a case */
  return g_strdup_printf (_("Case #%1$s opened, %2$s"), number, tambour_clock_text_priority (item->priority));
}

static char *
say_call (const TambourTimelineItem *item)
{
  if (item->event == TAMBOUR_TIMELINE_CALL_NOT_HELD)
    /* Translators: what a call is called, and why it was not held */
    return g_strdup_printf (_("%1$s, %2$s"), item->title, get_outcome (item->status));
  if (item->minutes == TAMBOUR_NO_COUNT || item->minutes <= 0)
    return g_strdup (item->title);

  /* Translators: what a call is called, and how many minutes it took */
  return g_strdup_printf (_("%1$s, %2$d min"), item->title, (int) item->minutes);
}

static char *
say_measured (const TambourTimelineItem *item)
{
  g_autofree char *value = tambour_account_text_compact (item->value);
  g_autofree char *of = isnan (item->of) ? NULL : tambour_account_text_compact (item->of);
  const char *unit = item->unit ? item->unit : "";

  if (of != NULL)
    return g_strdup_printf (_("“%1$s”: %2$s of %3$s %4$s"), item->title, value, of, unit);

  return g_strdup_printf (_("“%1$s”: %2$s %3$s"), item->title, value, unit);
}

/**
 * tambour_timeline_text_title:
 * @item: something that happened
 *
 * Returns: (transfer full): what happened
 */
char *
tambour_timeline_text_title (const TambourTimelineItem *item)
{
  const char *title = item->title ? item->title : "";

  switch (item->event)
    {
    case TAMBOUR_TIMELINE_CASE_OPENED:
    case TAMBOUR_TIMELINE_CASE_RESOLVED:
    case TAMBOUR_TIMELINE_CASE_ESCALATED:
      return say_case (item);
    case TAMBOUR_TIMELINE_OUTAGE:
      return item->minutes == TAMBOUR_NO_COUNT ? g_strdup_printf (_("Outage of %s, not restored yet"), title)
                                               : g_strdup_printf (_("Outage of %1$s, %2$d min"), title, (int) item->minutes);
    case TAMBOUR_TIMELINE_CALL_HELD:
    case TAMBOUR_TIMELINE_CALL_NOT_HELD:
      return say_call (item);
    case TAMBOUR_TIMELINE_NOTE_WRITTEN:
      return g_strdup_printf (_("“%s” written"), title);
    case TAMBOUR_TIMELINE_NOTE_CHANGED:
      return g_strdup_printf (_("“%1$s” changed, revision %2$u"), title, item->revision);
    case TAMBOUR_TIMELINE_AUDIT_DONE:
      return isnan (item->value) ? g_strdup (title) : g_strdup_printf (_("%1$s, %2$.0f of 100"), title, item->value * 100);
    case TAMBOUR_TIMELINE_GOAL_AGREED:
      return g_strdup_printf (_("Goal “%s” agreed"), title);
    case TAMBOUR_TIMELINE_GOAL_MEASURED:
      return say_measured (item);
    case TAMBOUR_TIMELINE_REQUEST_RAISED:
      return g_strdup_printf (_("Asked for “%s”"), title);
    case TAMBOUR_TIMELINE_REQUEST_MOVED:
      return say_request (item);
    case TAMBOUR_TIMELINE_CONTACT_ADDED:
      return g_strdup_printf (_("%s is known here"), title);
    case TAMBOUR_TIMELINE_CONTACT_LEFT:
      return g_strdup_printf (_("%s left"), title);
    case TAMBOUR_TIMELINE_TEAM_JOINED:
      return g_strdup_printf (_("%s joined our team"), title);
    case TAMBOUR_TIMELINE_TEAM_LEFT:
      return g_strdup_printf (_("%s left our team"), title);
    case TAMBOUR_TIMELINE_AGREEMENT_MADE:
      return g_strdup_printf (_("Agreement “%s” written down"), title);
    case TAMBOUR_TIMELINE_CHANGE_MADE:
      return g_strdup (title);
    }

  g_return_val_if_reached (NULL);
}

/* Adds a fact behind " · ". */
static void
join (GString    *line,
      const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

static void
join_opened (GString                   *line,
             const TambourTimelineItem *item)
{
  const char *channel = get_channel (item->channel);
  g_autofree char *who = NULL;

  if (item->names != NULL && *item->names != '\0')
    /* Translators: who opened a case, and by what */
    who = channel ? g_strdup_printf (_("by %1$s, %2$s"), item->names, channel) : g_strdup_printf (_("by %s"), item->names);

  join (line, who ? who : channel);
  join (line, item->text);
}

static void
join_call (GString                   *line,
           const TambourTimelineItem *item)
{
  g_autofree char *actions = g_strdup_printf (ngettext ("%u action", "%u actions", item->actions), item->actions);
  g_autofree char *requests = g_strdup_printf (ngettext ("%u request", "%u requests", item->requests), item->requests);
  g_autofree char *both = item->actions > 0 && item->requests > 0 ? g_strdup_printf ("%s, %s", actions, requests) : NULL;

  join (line, item->names);
  join (line, both ? both : item->actions > 0  ? actions
                          : item->requests > 0 ? requests
                                               : item->text);
}

/**
 * tambour_timeline_text_line:
 * @item: something that happened
 * @me: (nullable): the name of the person who looks
 *
 * Returns: (transfer full): by whom, and what came of it
 */
char *
tambour_timeline_text_line (const TambourTimelineItem *item,
                            const char                *me)
{
  g_autoptr(GString) line = g_string_new (NULL);

  switch (item->event)
    {
    case TAMBOUR_TIMELINE_CASE_OPENED:
      join_opened (line, item);
      break;
    case TAMBOUR_TIMELINE_CALL_HELD:
      join_call (line, item);
      break;
    case TAMBOUR_TIMELINE_CASE_RESOLVED:
    case TAMBOUR_TIMELINE_CASE_ESCALATED:
    case TAMBOUR_TIMELINE_OUTAGE:
    case TAMBOUR_TIMELINE_CALL_NOT_HELD:
    case TAMBOUR_TIMELINE_REQUEST_MOVED:
    case TAMBOUR_TIMELINE_CONTACT_ADDED:
    case TAMBOUR_TIMELINE_CONTACT_LEFT:
    case TAMBOUR_TIMELINE_CHANGE_MADE:
      join (line, item->text);
      break;
    case TAMBOUR_TIMELINE_NOTE_WRITTEN:
    case TAMBOUR_TIMELINE_NOTE_CHANGED:
    case TAMBOUR_TIMELINE_AUDIT_DONE:
    case TAMBOUR_TIMELINE_AGREEMENT_MADE:
      join (line, tambour_words_who (item->by, me));
      join (line, item->text);
      break;
    case TAMBOUR_TIMELINE_GOAL_AGREED:
    case TAMBOUR_TIMELINE_REQUEST_RAISED:
      join (line, item->names);
      join (line, item->text);
      break;
    case TAMBOUR_TIMELINE_TEAM_JOINED:
    case TAMBOUR_TIMELINE_TEAM_LEFT:
      join (line, tambour_people_text_team_role (item->status));
      break;
    case TAMBOUR_TIMELINE_GOAL_MEASURED:
      break;
    }

  return g_strdelimit (g_string_free (g_steal_pointer (&line), FALSE), "\n", ' ');
}

/**
 * tambour_timeline_text_day:
 * @item: something that happened
 * @zone: where one is
 *
 * Returns: the day on which it happened: where one is, or if only the day is
 *   known, where the account is
 */
TambourDate
tambour_timeline_text_day (const TambourTimelineItem *item,
                           GTimeZone                 *zone)
{
  return item->has_time ? tambour_zone_date_of (zone, item->at) : item->on;
}

/**
 * tambour_timeline_text_when:
 * @item: something that happened
 * @zone: where one is
 * @now: the time that is "now"
 *
 * Returns: (transfer full): "Today 06:40", "Thu 19 Nov", or a date of another year
 */
char *
tambour_timeline_text_when (const TambourTimelineItem *item,
                            GTimeZone                 *zone,
                            TambourInstant             now)
{
  TambourDate today = tambour_zone_date_of (zone, now);
  TambourDate on = tambour_timeline_text_day (item, zone);
  g_autofree char *date = tambour_when_date (on, today);
  g_autofree char *time = tambour_when_time (item->at, zone);
  g_autofree char *weekday = tambour_when_weekday (on);
  int year, this_year, month, day;

  if (on.julian == today.julian)
    /* Translators: a time of today */
    return item->has_time ? g_strdup_printf (_("Today %s"), time) : g_strdup (_("Today"));

  tambour_date_split (on, &year, &month, &day);
  tambour_date_split (today, &this_year, &month, &day);
  if (year != this_year)
    return g_steal_pointer (&date);

  /* Translators: a weekday and a date: "Thu 19 Nov" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), weekday, date);
}

static const struct
{
  TambourTimelineKinds  kind;
  const char           *icon;
  const char           *text;
} kinds[] = {
  { TAMBOUR_TIMELINE_CASES, "tambour-cases-symbolic", N_("Cases") },
  { TAMBOUR_TIMELINE_CALLS, "tambour-call-symbolic", N_("Calls") },
  { TAMBOUR_TIMELINE_NOTES, "tambour-note-symbolic", N_("Notes") },
  { TAMBOUR_TIMELINE_AUDITS, "tambour-audit-symbolic", N_("Audits") },
  { TAMBOUR_TIMELINE_GOALS, "tambour-goal-symbolic", N_("Goals") },
  { TAMBOUR_TIMELINE_REQUESTS, "tambour-requests-symbolic", N_("Requests") },
  { TAMBOUR_TIMELINE_PEOPLE, "tambour-people-symbolic", N_("People") },
  { TAMBOUR_TIMELINE_AGREEMENTS, "x-office-calendar-symbolic", N_("Agreements") },
  { TAMBOUR_TIMELINE_CHANGES, "tambour-handover-symbolic", N_("Changes") },
};

/**
 * tambour_timeline_text_icon:
 * @item: something that happened
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
tambour_timeline_text_icon (const TambourTimelineItem *item)
{
  if (item->event == TAMBOUR_TIMELINE_CASE_ESCALATED)
    return "tambour-escalate-symbolic";
  if (item->event == TAMBOUR_TIMELINE_OUTAGE)
    return "tambour-issue-symbolic";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == item->kind)
      return kinds[i].icon;

  g_return_val_if_reached (NULL);
}

/**
 * tambour_timeline_text_style:
 * @item: something that happened
 *
 * Returns: (transfer none) (nullable): the class of its dot
 */
const char *
tambour_timeline_text_style (const TambourTimelineItem *item)
{
  switch (item->event)
    {
    case TAMBOUR_TIMELINE_CASE_OPENED:
      return item->priority == TAMBOUR_PRIORITY_P1 ? "error" : "warning";
    case TAMBOUR_TIMELINE_CASE_ESCALATED:
    case TAMBOUR_TIMELINE_OUTAGE:
      return "error";
    case TAMBOUR_TIMELINE_CASE_RESOLVED:
      return "success";
    case TAMBOUR_TIMELINE_CALL_HELD:
      return "accent";
    case TAMBOUR_TIMELINE_REQUEST_MOVED:
      return item->status == TAMBOUR_REQUEST_STATUS_SHIPPED ? "success" : NULL;
    case TAMBOUR_TIMELINE_CALL_NOT_HELD:
    case TAMBOUR_TIMELINE_NOTE_WRITTEN:
    case TAMBOUR_TIMELINE_NOTE_CHANGED:
    case TAMBOUR_TIMELINE_AUDIT_DONE:
    case TAMBOUR_TIMELINE_GOAL_AGREED:
    case TAMBOUR_TIMELINE_GOAL_MEASURED:
    case TAMBOUR_TIMELINE_REQUEST_RAISED:
    case TAMBOUR_TIMELINE_CONTACT_ADDED:
    case TAMBOUR_TIMELINE_CONTACT_LEFT:
    case TAMBOUR_TIMELINE_TEAM_JOINED:
    case TAMBOUR_TIMELINE_TEAM_LEFT:
    case TAMBOUR_TIMELINE_AGREEMENT_MADE:
    case TAMBOUR_TIMELINE_CHANGE_MADE:
      break;
    }

  return NULL;
}

/**
 * tambour_timeline_text_kind:
 * @kind: one kind
 *
 * Returns: (transfer none): what people call it
 */
const char *
tambour_timeline_text_kind (TambourTimelineKinds kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return _(kinds[i].text);

  g_return_val_if_reached ("");
}
