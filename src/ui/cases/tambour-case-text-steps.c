/* tambour-case-text-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-text.h"
#include "tambour-choice-words.h"
#include "tambour-record-words.h"
#include "tambour-when.h"

/* What is said of what happened to a case. */

typedef struct
{
  const char *icon;
  const char *style;
} Look;

static const Look looks[] = {
  [TAMBOUR_EVENT_KIND_OPENED] = { "list-add-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_CUSTOMER_MSG] = { "mail-unread-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_OUR_MSG] = { "mail-unread-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_INTERNAL_NOTE] = { "tambour-note-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_STATUS] = { "go-next-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_PRIORITY] = { "dialog-warning-symbolic", "warning" },
  [TAMBOUR_EVENT_KIND_OWNER] = { "tambour-handover-symbolic", "accent" },
  [TAMBOUR_EVENT_KIND_PAUSED] = { "media-playback-pause-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_RESUMED] = { "media-playback-start-symbolic", "success" },
  [TAMBOUR_EVENT_KIND_RESTORED] = { "object-select-symbolic", "success" },
  [TAMBOUR_EVENT_KIND_PLAN_PROPOSED] = { "tambour-goal-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_PLAN_AGREED] = { "tambour-goal-symbolic", "success" },
  [TAMBOUR_EVENT_KIND_RESOLVED] = { "object-select-symbolic", "success" },
  [TAMBOUR_EVENT_KIND_CLOSED] = { "object-select-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_REOPENED] = { "list-add-symbolic", "warning" },
  [TAMBOUR_EVENT_KIND_MERGED] = { "tambour-link-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_CALLED_IN] = { "tambour-call-symbolic", "error" },
  [TAMBOUR_EVENT_KIND_HANDOVER_NOTE] = { "tambour-note-symbolic", "accent" },
  [TAMBOUR_EVENT_KIND_HANDOVER_READ] = { "object-select-symbolic", "accent" },
  [TAMBOUR_EVENT_KIND_LINKED] = { "tambour-link-symbolic", NULL },
  [TAMBOUR_EVENT_KIND_KNOWN_ISSUE] = { "tambour-issue-symbolic", "warning" },
  [TAMBOUR_EVENT_KIND_PROMISED] = { "alarm-symbolic", "accent" },
  [TAMBOUR_EVENT_KIND_ROOT_CAUSE] = { "tambour-issue-symbolic", "accent" },
};

static Look
look_of (const TambourCaseStep *step)
{
  if (step->kind == TAMBOUR_CASE_STEP_ESCALATED)
    return (Look) { "tambour-escalate-symbolic", "error" };
  if (step->kind == TAMBOUR_CASE_STEP_DEESCALATED)
    return (Look) { "object-select-symbolic", "success" };

  return looks[step->event->kind];
}

/**
 * tambour_case_text_step_icon:
 * @step: a step
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
tambour_case_text_step_icon (const TambourCaseStep *step)
{
  return look_of (step).icon;
}

/**
 * tambour_case_text_step_style:
 * @step: a step
 *
 * Returns: (transfer none) (nullable): the class of its dot
 */
const char *
tambour_case_text_step_style (const TambourCaseStep *step)
{
  return look_of (step).style;
}

/* A code that a later version knows is shown as it is. */
static const char *
say_choice (GType       choice,
            const char *nick)
{
  guint value;

  return nick != NULL && tambour_choice_from_nick (choice, nick, &value) ? _(tambour_choice_get_words (choice, value)) : nick;
}

static char *
say_opened (const TambourCaseStep *step,
            TambourChannel         channel)
{
  const char *priority = step->event->to;

  if (priority == NULL || *priority == '\0')
    return g_strdup (_("Opened"));

  switch (channel)
    {
    case TAMBOUR_CHANNEL_PHONE:
      /* Translators: %s is a priority, such as "P2" */
      return g_strdup_printf (_("Opened as %s by phone"), priority);
    case TAMBOUR_CHANNEL_EMAIL:
      return g_strdup_printf (_("Opened as %s by email"), priority);
    case TAMBOUR_CHANNEL_PORTAL:
      return g_strdup_printf (_("Opened as %s in the portal"), priority);
    case TAMBOUR_CHANNEL_CHAT:
      return g_strdup_printf (_("Opened as %s in chat"), priority);
    case TAMBOUR_CHANNEL_TAM:
      return g_strdup_printf (_("Opened as %s with the TAM"), priority);
    case TAMBOUR_CHANNEL_UNKNOWN:
      break;
    }

  return g_strdup_printf (_("Opened as %s"), priority);
}

static char *
say_owner (const TambourCaseStep *step,
           const char            *me)
{
  const char *from = tambour_words_who (step->from, me);
  const char *to = tambour_words_who (step->event->to, me);

  if (to == NULL)
    return g_strdup (_("Owner changed"));

  if (from == NULL || g_str_equal (from, to))
    return g_strdup_printf (_("Owner: %s"), to);

  /* Translators: who had a case and who has it now: "Owner: Tomas Reyl → you" */
  return g_strdup_printf (_("Owner: %1$s → %2$s"), from, to);
}

static char *
say_link (const TambourCaseStep *step)
{
  const char *number = step->event->to ? step->event->to : "";

  if (step->other_account != NULL)
    /* Translators: the number of another case, and whose it is */
    return g_strdup_printf (_("Linked to #%1$s, %2$s"), number, step->other_account);

  return g_strdup_printf (_("Linked to #%s"), number);
}

static char *
say_promise (const TambourCaseStep *step)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *when = NULL;
  TambourInstant due;

  if (step->event->to == NULL || !tambour_instant_parse (step->event->to, &due))
    return g_strdup (_("Next update promised"));

  when = tambour_when_moment (due, here, step->at);

  /* Translators: %s is a moment: "Tue 16:00" */
  return g_strdup_printf (_("Next update promised for %s"), when);
}

static char *
say_event (const TambourCaseStep *step,
           const char            *me)
{
  TambourCaseEvent *event = step->event;

  switch ((TambourEventKind) event->kind)
    {
    case TAMBOUR_EVENT_KIND_OPENED:
      return say_opened (step, step->channel);
    case TAMBOUR_EVENT_KIND_OWNER:
      return say_owner (step, me);
    case TAMBOUR_EVENT_KIND_LINKED:
      return say_link (step);
    case TAMBOUR_EVENT_KIND_PROMISED:
      return say_promise (step);
    case TAMBOUR_EVENT_KIND_KNOWN_ISSUE:
      return event->to ? g_strdup_printf (_("Known issue %s"), event->to) : g_strdup (_("Known issue"));
    case TAMBOUR_EVENT_KIND_ROOT_CAUSE:
      return event->to ? g_strdup_printf (_("Root cause: %s"), event->to) : g_strdup (_("Root cause"));
    case TAMBOUR_EVENT_KIND_HANDOVER_NOTE:
      return event->from ? g_strdup_printf (_("Handover note by %s"), tambour_words_who (event->from, me)) : g_strdup (_("Handover note"));
    case TAMBOUR_EVENT_KIND_HANDOVER_READ:
      return event->to ? g_strdup_printf (_("Handover note read by %s"), tambour_words_who (event->to, me)) : g_strdup (_("Handover note read"));
    case TAMBOUR_EVENT_KIND_PAUSED:
      return g_strdup (_("Clock paused"));
    case TAMBOUR_EVENT_KIND_RESUMED:
      return g_strdup (_("Clock resumed"));
    case TAMBOUR_EVENT_KIND_PRIORITY:
      return event->from ? g_strdup_printf (_("Priority: %1$s → %2$s"), event->from, event->to ? event->to : "")
                         : g_strdup_printf (_("Priority: %s"), event->to ? event->to : "");
    case TAMBOUR_EVENT_KIND_STATUS:
      return g_strdup_printf (_("Status: %s"), event->to ? say_choice (TAMBOUR_TYPE_CASE_STATUS, event->to) : "");
    case TAMBOUR_EVENT_KIND_CUSTOMER_MSG:
    case TAMBOUR_EVENT_KIND_OUR_MSG:
    case TAMBOUR_EVENT_KIND_INTERNAL_NOTE:
    case TAMBOUR_EVENT_KIND_RESTORED:
    case TAMBOUR_EVENT_KIND_PLAN_PROPOSED:
    case TAMBOUR_EVENT_KIND_PLAN_AGREED:
    case TAMBOUR_EVENT_KIND_RESOLVED:
    case TAMBOUR_EVENT_KIND_CLOSED:
    case TAMBOUR_EVENT_KIND_REOPENED:
    case TAMBOUR_EVENT_KIND_MERGED:
    case TAMBOUR_EVENT_KIND_CALLED_IN:
      break;
    }

  return g_strdup (_(tambour_choice_get_words (TAMBOUR_TYPE_EVENT_KIND, event->kind)));
}

/**
 * tambour_case_text_step_title:
 * @step: a step
 * @me: (nullable): the name of the person who reads
 *
 * Returns: (transfer full): what happened: "Owner: Tomas Reyl → you"
 */
char *
tambour_case_text_step_title (const TambourCaseStep *step,
                              const char            *me)
{
  TambourEscalation *escalation = step->escalation;

  if (step->kind == TAMBOUR_CASE_STEP_EVENT)
    return say_event (step, me);

  if (step->kind == TAMBOUR_CASE_STEP_DEESCALATED)
    return g_strdup (_("Escalation is over"));

  if (escalation->owner == NULL || *escalation->owner == '\0')
    return g_strdup_printf (_("Escalated, level %d"), (int) escalation->level);

  /* Translators: %s is who has to help now */
  return g_strdup_printf (_("Escalated to %s"), escalation->owner);
}

static char *
join (char *first,
      char *second)
{
  g_autofree char *one = first;
  g_autofree char *two = second;

  if (one == NULL || *one == '\0')
    return two ? g_steal_pointer (&two) : g_strdup ("");
  if (two == NULL || *two == '\0')
    return g_steal_pointer (&one);

  return g_strjoin (" · ", one, two, NULL);
}

static char *
say_escalation (TambourEscalation *escalation,
                const char        *me)
{
  g_autofree char *by = escalation->declared_by ? g_strdup_printf (_("By %s"), tambour_words_who (escalation->declared_by, me)) : NULL;
  g_autofree char *seen = NULL;

  if (tambour_instant_is_stated (escalation->acknowledged_at))
    {
      g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
      g_autofree char *when = tambour_when_moment (escalation->acknowledged_at, here, escalation->declared_at);

      /* Translators: when somebody took an escalation: "taken 17:25" */
      seen = g_strdup_printf (_("taken %s"), when);
    }
  else
    seen = g_strdup (_("nobody has taken it yet"));

  return join (join (g_steal_pointer (&by), g_strdup (escalation->reason)), g_steal_pointer (&seen));
}

/* How long it took: what an opening and a resumption add. */
static char *
say_seconds (const TambourCaseStep *step)
{
  g_autofree char *length = NULL;

  if (step->seconds < 0)
    return NULL;

  length = tambour_when_duration (step->seconds, TAMBOUR_WHEN_FULL);
  if (step->event->kind == TAMBOUR_EVENT_KIND_OPENED)
    /* Translators: %s is a length of time */
    return g_strdup_printf (_("First answer in %s"), length);

  return g_strdup_printf (_("paused %s"), length);
}

/* What was written for a new owner, and that they have read it. */
static char *
say_handover (const TambourCaseStep *step,
              gboolean               is_above)
{
  const char *note = step->note != NULL && !is_above ? step->note->text : NULL;

  return join (g_strdup (note), step->is_read ? g_strdup (_("handover note read")) : NULL);
}

/**
 * tambour_case_text_step_line:
 * @step: a step
 * @me: (nullable): the name of the person who reads
 * @above: (nullable): the handover note that is shown elsewhere
 *
 * Returns: (transfer full): more about it; may be empty
 */
char *
tambour_case_text_step_line (const TambourCaseStep  *step,
                             const char             *me,
                             const TambourCaseEvent *above)
{
  if (step->kind == TAMBOUR_CASE_STEP_ESCALATED)
    return say_escalation (step->escalation, me);
  if (step->kind == TAMBOUR_CASE_STEP_DEESCALATED)
    return g_strdup (step->escalation->outcome ? step->escalation->outcome : "");

  /* What the customer wrote stays in the portal. */
  if (step->event->kind == TAMBOUR_EVENT_KIND_OPENED)
    return join (NULL, say_seconds (step));
  if (step->event == above)
    return g_strdup ("");
  if (step->event->kind == TAMBOUR_EVENT_KIND_OWNER)
    return join (g_strdup (step->event->text), say_handover (step, step->note == above));

  return join (g_strdup (step->event->text), say_seconds (step));
}

/**
 * tambour_case_text_day:
 * @at: an instant
 * @now: the time that is "now"
 *
 * Returns: (transfer full): its day here, within a sentence: "today", "Fri 20 Nov"
 */
char *
tambour_case_text_day (TambourInstant at,
                       TambourInstant now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourDate date = tambour_zone_date_of (here, at);

  return date.julian == tambour_zone_date_of (here, now).julian ? g_strdup (_("today")) : tambour_words_weekday (date, now);
}

/**
 * tambour_case_text_step_when:
 * @step: a step
 * @now: the time that is "now"
 *
 * Returns: (transfer full): when it happened here: "Today 07:55", "Fri 20 Nov"
 */
char *
tambour_case_text_step_when (const TambourCaseStep *step,
                             TambourInstant         now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *time = NULL;

  if (tambour_zone_date_of (here, step->at).julian != tambour_zone_date_of (here, now).julian)
    return tambour_case_text_day (step->at, now);

  time = tambour_when_time (step->at, here);

  /* Translators: %s is a time */
  return g_strdup_printf (_("Today %s"), time);
}
