/* tambour-today-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-text.h"
#include "tambour-today-text.h"

/**
 * tambour_today_text_join:
 * @first: (nullable): a fact
 * @...: more of them, then %NULL; a fact that is "" is left out
 *
 * Returns: (transfer full): the facts, with a dot between them
 */
char *
tambour_today_text_join (const char *first,
                         ...)
{
  g_autoptr(GString) text = g_string_new (first);
  const char *part;
  va_list parts;

  va_start (parts, first);
  while ((part = va_arg (parts, const char *)))
    {
      if (*part != '\0' && text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, part);
    }
  va_end (parts);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tambour_today_text_number:
 * @number: (nullable): what a case is called
 *
 * Returns: (transfer full): "#4127", "" if it has no number
 */
char *
tambour_today_text_number (const char *number)
{
  return number && *number ? g_strconcat ("#", number, NULL) : g_strdup ("");
}

/**
 * tambour_today_text_meeting:
 * @kind: a kind of meeting
 *
 * Returns: what one is called that has no title
 */
const char *
tambour_today_text_meeting (TambourEngagementKind kind)
{
  switch (kind)
    {
    case TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL:
      return _("Regular call");
    case TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL:
      return _("Call");
    case TAMBOUR_ENGAGEMENT_KIND_ONSITE:
      return _("Visit");
    case TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW:
      return _("Roadmap review");
    case TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION:
      return _("Audit session");
    case TAMBOUR_ENGAGEMENT_KIND_TRAINING:
      return _("Training");
    case TAMBOUR_ENGAGEMENT_KIND_EBR:
      return _("Executive business review");
    case TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL:
      return _("Executive call");
    }

  g_return_val_if_reached ("");
}

static TambourDate
day_of (TambourInstant instant)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_zone_date_of (here, instant);
}

/* "Fri 20 Nov": a day that one may have to count back to. */
static char *
dup_named_day (TambourDate date,
               TambourDate today)
{
  g_autofree char *weekday = tambour_when_weekday (date);
  g_autofree char *day = tambour_when_date (date, today);

  /* Translators: a weekday and a date: "Fri 20 Nov" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), weekday, day);
}

/* "P2", "P2 and P3", "P1, P2 and P3". */
static char *
list_priorities (guint priorities)
{
  const char *names[3];
  guint n = 0;

  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    if (priorities & 1u << priority)
      names[n++] = tambour_clock_text_priority (priority);

  if (n == 3)
    /* Translators: three priorities: "P1, P2 and P3" */
    return g_strdup_printf (_("%1$s, %2$s and %3$s"), names[0], names[1], names[2]);
  if (n == 2)
    /* Translators: two priorities: "P2 and P3" */
    return g_strdup_printf (_("%1$s and %2$s"), names[0], names[1]);

  return n == 1 ? g_strdup (names[0]) : NULL;
}

/**
 * tambour_today_text_holiday:
 * @today: what needs attention
 * @now: the time that is "now"
 *
 * Returns: (transfer full) (nullable): "P2 and P3 skip Thu 26 Nov, a support holiday"
 */
char *
tambour_today_text_holiday (const TambourToday *today,
                            TambourInstant      now)
{
  g_autofree char *priorities = list_priorities (today->holiday_priorities);
  g_autofree char *day = NULL;

  if (priorities == NULL || !tambour_date_is_stated (today->holiday))
    return NULL;

  day = dup_named_day (today->holiday, day_of (now));

  /* Translators: priorities whose clocks stand still on a day: "P2 and P3 skip Thu 26 Nov, a support holiday" */
  return g_strdup_printf (_("%1$s skip %2$s, a support holiday"), priorities, day);
}

/**
 * tambour_today_text_since:
 * @today: what needs attention
 * @now: the time that is "now"
 *
 * Returns: (transfer full) (nullable): "Since you left on Fri 20 Nov, 17:05"
 */
char *
tambour_today_text_since (const TambourToday *today,
                          TambourInstant      now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (!tambour_instant_is_stated (today->since))
    return NULL;

  day = dup_named_day (day_of (today->since), day_of (now));
  time = tambour_when_time (today->since, here);

  /* Translators: a day and a time */
  return g_strdup_printf (_("Since you left on %1$s, %2$s"), day, time);
}

/* "today, 16:00 Chicago". */
static char *
dup_promise (const TambourToday *today,
             TambourInstant      now)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (today->next_update_zone);
  g_autofree char *time = tambour_when_time (today->next_update, zone);
  g_autofree char *city = tambour_when_city (today->next_update_zone);
  TambourDate date = tambour_zone_date_of (zone, today->next_update);
  g_autofree char *day = dup_named_day (date, tambour_zone_date_of (zone, now));
  g_autofree char *place = *city ? g_strdup_printf (C_("time", "%1$s %2$s"), time, city) : g_strdup (time);

  if (date.julian == tambour_zone_date_of (zone, now).julian)
    /* Translators: %s is a time, and a city */
    return g_strdup_printf (_("The next update is promised for today, %s."), place);

  /* Translators: a day, and a time with a city */
  return g_strdup_printf (_("The next update is promised for %1$s, %2$s."), day, place);
}

/**
 * tambour_today_text_no_clock:
 * @today: what needs attention, without clocks
 * @now: the time that is "now"
 *
 * Returns: (transfer full): why there are none
 */
char *
tambour_today_text_no_clock (const TambourToday *today,
                             TambourInstant      now)
{
  g_autofree char *promise = NULL;

  if (today->n_open_cases == 0)
    return g_strdup (_("No case is open."));

  if (!tambour_instant_is_stated (today->next_update))
    return g_strdup (_("Every open case has its first answer."));

  promise = dup_promise (today, now);

  return g_strjoin (" ", _("Every open case has its first answer."), promise, NULL);
}

/* Who answered, and whose it is now. */
static char *
dup_holders (const TambourTodayArrival *arrival)
{
  g_autofree char *answered = NULL;

  if (arrival->answered_by == NULL)
    {
      g_autofree char *after = tambour_when_duration (arrival->answered_at.seconds - arrival->opened_at.seconds, TAMBOUR_WHEN_FULL);

      /* Translators: %s is a duration */
      answered = g_strdup_printf (_("answered in %s"), after);
    }
  else
    /* Translators: %s is a person or a team */
    answered = g_strdup_printf (_("answered by %s"), arrival->answered_by);

  if (arrival->is_mine)
    /* Translators: %s is "answered by Global Support" or "answered in 11 min" */
    return g_strdup_printf (_("%s, now with you"), answered);
  if (arrival->owner != NULL && *arrival->owner != '\0')
    /* Translators: "answered in 11 min", and a person */
    return g_strdup_printf (_("%1$s, now with %2$s"), answered, arrival->owner);

  return g_steal_pointer (&answered);
}

/**
 * tambour_today_text_arrival:
 * @arrival: a case that came in after hours
 * @now: the time that is "now"
 *
 * Returns: (transfer full): "answered in 11 min, solved Sun 01:20"
 */
char *
tambour_today_text_arrival (const TambourTodayArrival *arrival,
                            TambourInstant             now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *after = NULL;
  g_autofree char *solved = NULL;

  if (!tambour_instant_is_stated (arrival->answered_at) && !tambour_instant_is_stated (arrival->solved_at))
    return g_strdup (_("nobody has answered yet"));

  if (!tambour_instant_is_stated (arrival->solved_at))
    return dup_holders (arrival);

  solved = tambour_when_moment (arrival->solved_at, here, now);
  if (!tambour_instant_is_stated (arrival->answered_at))
    /* Translators: %s is a time */
    return g_strdup_printf (_("solved %s"), solved);

  after = tambour_when_duration (arrival->answered_at.seconds - arrival->opened_at.seconds, TAMBOUR_WHEN_FULL);

  /* Translators: a duration, and a time: "answered in 11 min, solved Sun 01:20" */
  return g_strdup_printf (_("answered in %1$s, solved %2$s"), after, solved);
}

/* The letters of a zone, where it has any: "EST". */
static char *
dup_letters (TambourInstant  instant,
             GTimeZone      *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant.seconds);
  const char *letters = interval >= 0 ? g_time_zone_get_abbreviation (zone, interval) : NULL;

  return g_strdup (letters && g_ascii_isalpha (*letters) ? letters : "");
}

/**
 * tambour_today_text_there:
 * @call: a call
 *
 * Returns: (transfer full): when it is at the customer's: "13:00 EST", with the
 *   weekday instead where that is another day; "" if it is the same time there
 */
char *
tambour_today_text_there (const TambourTodayCall *call)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autoptr(GTimeZone) zone = tambour_when_zone (call->account.zone);
  g_autofree char *time = tambour_when_time (call->start, zone);
  g_autofree char *word = NULL;
  TambourDate date = tambour_zone_date_of (zone, call->start);

  if (tambour_zone_local_of (zone, call->start) == tambour_zone_local_of (here, call->start))
    return g_strdup ("");

  if (date.julian != day_of (call->start).julian)
    {
      word = tambour_when_weekday (date);

      /* Translators: a weekday and a time: "Tue 08:40" */
      return g_strdup_printf (C_("time", "%1$s %2$s"), word, time);
    }

  word = dup_letters (call->start, zone);
  if (*word == '\0')
    return g_steal_pointer (&time);

  /* Translators: a time and the letters of a time zone: "13:00 EST" */
  return g_strdup_printf (C_("zone", "%1$s %2$s"), time, word);
}

/**
 * tambour_today_text_call:
 * @call: a call
 *
 * Returns: (transfer full): "Weekly call · 30 min"
 */
char *
tambour_today_text_call (const TambourTodayCall *call)
{
  const char *title = call->title && *call->title ? call->title : tambour_today_text_meeting (call->kind);
  g_autofree char *length = NULL;

  if (call->minutes <= 0)
    return g_strdup (title);

  /* Translators: minutes, shortened */
  length = g_strdup_printf (_("%d min"), (int) call->minutes);

  return tambour_today_text_join (title, length, NULL);
}

/**
 * tambour_today_text_due:
 * @work: something to do
 * @now: the time that is "now"
 *
 * Returns: (transfer full): "Fri, overdue", "Today", "Tue"; "" without a date
 */
char *
tambour_today_text_due (const TambourTodayWork *work,
                        TambourInstant          now)
{
  g_autofree char *day = tambour_when_day (work->due, day_of (now));

  if (!work->is_overdue)
    return g_steal_pointer (&day);

  /* Translators: %s is a day: "Fri, overdue" */
  return g_strdup_printf (_("%s, overdue"), day);
}

static char *
dup_held (const TambourTodayWork *work,
          TambourDate             today)
{
  g_autofree char *day = tambour_when_date (work->origin_on, today);

  switch (work->origin_kind)
    {
    case TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL:
      /* Translators: %s is a date */
      return g_strdup_printf (_("from call on %s"), day);
    case TAMBOUR_ENGAGEMENT_KIND_ONSITE:
      /* Translators: %s is a date */
      return g_strdup_printf (_("from visit on %s"), day);
    case TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW:
      /* Translators: %s is a date */
      return g_strdup_printf (_("from roadmap review on %s"), day);
    case TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION:
      /* Translators: %s is a date */
      return g_strdup_printf (_("from audit on %s"), day);
    case TAMBOUR_ENGAGEMENT_KIND_TRAINING:
      /* Translators: %s is a date */
      return g_strdup_printf (_("from training on %s"), day);
    case TAMBOUR_ENGAGEMENT_KIND_EBR:
      /* Translators: %s is a date */
      return g_strdup_printf (_("from review on %s"), day);
    }

  g_return_val_if_reached (g_strdup (""));
}

static char *
dup_planned (const TambourTodayWork *work,
             TambourDate             today)
{
  g_autofree char *day = tambour_when_date (work->origin_on, today);

  switch (work->origin_kind)
    {
    case TAMBOUR_ENGAGEMENT_KIND_EBR:
      return g_strdup (_("for the review"));
    case TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW:
      return g_strdup (_("for the roadmap review"));
    case TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION:
      return g_strdup (_("for the audit"));
    case TAMBOUR_ENGAGEMENT_KIND_TRAINING:
      return g_strdup (_("for the training"));
    case TAMBOUR_ENGAGEMENT_KIND_ONSITE:
      return g_strdup (_("for the visit"));
    case TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL:
    case TAMBOUR_ENGAGEMENT_KIND_EXEC_CALL:
      /* Translators: %s is a date */
      return g_strdup_printf (_("for the call on %s"), day);
    }

  g_return_val_if_reached (g_strdup (""));
}

/**
 * tambour_today_text_origin:
 * @work: something to do
 * @now: the time that is "now"
 *
 * Returns: (transfer full): where it comes from: "from call on 16 Nov"; "" if
 *   nobody wrote that down
 */
char *
tambour_today_text_origin (const TambourTodayWork *work,
                           TambourInstant          now)
{
  switch (work->origin)
    {
    case TAMBOUR_TODAY_ORIGIN_NONE:
      return g_strdup ("");
    case TAMBOUR_TODAY_ORIGIN_HELD:
      return dup_held (work, day_of (now));
    case TAMBOUR_TODAY_ORIGIN_PLANNED:
      return dup_planned (work, day_of (now));
    case TAMBOUR_TODAY_ORIGIN_CASE:
      /* Translators: %s is the number of a case */
      return g_strdup_printf (_("from case #%s"), work->origin_text);
    case TAMBOUR_TODAY_ORIGIN_FINDING:
    case TAMBOUR_TODAY_ORIGIN_INSIGHT:
    case TAMBOUR_TODAY_ORIGIN_NOTE:
      return g_strdup (work->origin_text);
    }

  g_return_val_if_reached (g_strdup (""));
}
