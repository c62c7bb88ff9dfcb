/* tambour-account-text-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-audit.h"
#include "tambour-clock-text.h"
#include "tambour-engagement.h"
#include "tambour-people-text.h"
#include "tambour-when.h"

/* What the rows of the overview say. */

/* --- cases ---------------------------------------------------------------- */

/**
 * tambour_account_text_case_source:
 * @shown: an open case
 *
 * Returns: (transfer full): its number and what it waits for
 */
char *
tambour_account_text_case_source (const TambourOverviewCase *shown)
{
  const char *texts[] = { shown->known_issue, shown->record->next_step, shown->record->product };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      /* Translators: the number of a case, and what it waits for */
      return g_strdup_printf (_("#%1$s · %2$s"), shown->record->number, texts[i]);

  return g_strdup_printf ("#%s", shown->record->number);
}

/**
 * tambour_account_text_case_state:
 * @shown: an open case without a clock that is open
 *
 * Returns: (transfer full): what was promised and happened
 */
char *
tambour_account_text_case_state (const TambourOverviewCase *shown)
{
  if (shown->clock == NULL)
    return g_strdup (_("Opened"));

  switch (shown->clock->kind)
    {
    case TAMBOUR_CLOCK_KIND_FIRST_RESPONSE:
    case TAMBOUR_CLOCK_KIND_NEXT_RESPONSE:
      return g_strdup (_("Answered"));
    case TAMBOUR_CLOCK_KIND_PLAN_OR_RESOLUTION:
      return g_strdup (_("Plan agreed"));
    case TAMBOUR_CLOCK_KIND_RESTORE:
      return g_strdup (_("Restored"));
    case TAMBOUR_CLOCK_KIND_TAM_ACKNOWLEDGEMENT:
      return g_strdup (_("Acknowledged"));
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_account_text_case_time:
 * @shown: an open case without a clock that is open
 * @today: the day that is today
 *
 * Returns: (transfer full): how long the answer took, and how long it might
 *   have: "in 42 min, target 1 day"
 */
char *
tambour_account_text_case_time (const TambourOverviewCase *shown,
                                TambourDate                today)
{
  g_autofree char *taken = NULL;
  g_autofree char *target = NULL;

  if (shown->clock == NULL)
    {
      g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

      return tambour_when_date (tambour_zone_date_of (here, shown->record->opened_at), today);
    }

  taken = tambour_when_duration (shown->clock->stop.seconds - shown->record->opened_at.seconds, TAMBOUR_WHEN_SHORT);
  target = tambour_clock_text_promise (shown->clock, TAMBOUR_WHEN_SHORT);

  /* Translators: how long an answer took, and how long it might have: "in 42 min, target 1 day" */
  return *target ? g_strdup_printf (_("in %1$s, target %2$s"), taken, target) : g_strdup_printf (_("in %s"), taken);
}

/* --- goals ---------------------------------------------------------------- */

static char *
say_measure (const TambourGoalView *goal)
{
  const TambourGoalReading *reading = goal->reading;
  const char *unit = goal->goal->unit ? goal->goal->unit : "";
  g_autofree char *value = NULL;
  g_autofree char *of = NULL;
  g_autofree char *target = NULL;

  if (reading == NULL || isnan (reading->value))
    return g_strdup (_("not measured yet"));

  value = tambour_account_text_compact (reading->value);
  of = tambour_account_text_compact (reading->value_of);
  target = tambour_account_text_compact (goal->goal->target);

  if (!isnan (reading->value_of))
    /* Translators: a value, out of how many, and of what: "12 of 14 sites" */
    return g_strdup_printf (_("%1$s of %2$s %3$s"), value, of, unit);
  if (isnan (goal->goal->target))
    return g_strdup_printf ("%s %s", value, unit);

  /* Translators: a value, the value that is aimed at, and their unit: "54 of 50 ms" does not do */
  return g_strdup_printf (_("%1$s %3$s, target %2$s"), value, target, unit);
}

/**
 * tambour_account_text_goal_line:
 * @goal: a goal
 * @today: the day that is today
 *
 * Returns: (transfer full): how far it is, or why it slipped, and when it is due
 */
char *
tambour_account_text_goal_line (const TambourGoalView *goal,
                                TambourDate            today)
{
  gboolean says_why = (goal->tag == TAMBOUR_GOAL_TAG_SLIPPED || goal->tag == TAMBOUR_GOAL_TAG_AT_RISK) &&
                      goal->goal->reason != NULL && *goal->goal->reason != '\0';
  g_autofree char *measure = says_why ? g_strdup (goal->goal->reason) : say_measure (goal);
  g_autofree char *due = tambour_when_date (goal->goal->due, today);
  g_autofree char *first_due = tambour_when_date (goal->first_due, today);

  if (*due == '\0')
    return g_steal_pointer (&measure);
  if (goal->tag == TAMBOUR_GOAL_TAG_SLIPPED && !says_why)
    /* Translators: when a goal was due, and when it is due now: "was 30 Sep, now 15 Jan" */
    return g_strdup_printf (_("was %1$s, now %2$s"), first_due, due);
  if (goal->tag == TAMBOUR_GOAL_TAG_SLIPPED)
    /* Translators: why a goal slipped, and when it is due now: "Change freeze · now 15 Jan" */
    return g_strdup_printf (_("%1$s · now %2$s"), measure, due);
  if (goal->tag == TAMBOUR_GOAL_TAG_NEARLY || goal->tag == TAMBOUR_GOAL_TAG_MISSED || goal->tag == TAMBOUR_GOAL_TAG_MET)
    return g_strdup_printf (_("%1$s · was due %2$s"), measure, due);

  /* Translators: how far a goal is, and when it is due: "12 of 14 sites · due 31 Dec" */
  return g_strdup_printf (_("%1$s · due %2$s"), measure, due);
}

static const struct
{
  const char *text;
  const char *style;
  const char *bar;
} tags[] = {
  [TAMBOUR_GOAL_TAG_DRAFT] = { N_("Draft"), NULL, "idle" },
  [TAMBOUR_GOAL_TAG_AGREED] = { N_("Agreed"), NULL, NULL },
  [TAMBOUR_GOAL_TAG_ON_TRACK] = { N_("On track"), "success", NULL },
  [TAMBOUR_GOAL_TAG_AT_RISK] = { N_("At risk"), "warning", "warn" },
  [TAMBOUR_GOAL_TAG_SLIPPED] = { N_("Slipped"), "warning", "warn" },
  [TAMBOUR_GOAL_TAG_NEARLY] = { N_("Nearly met"), "warning", "warn" },
  [TAMBOUR_GOAL_TAG_MISSED] = { N_("Missed"), "error", "err" },
  [TAMBOUR_GOAL_TAG_MET] = { N_("Met"), "success", "ok" },
};

/**
 * tambour_account_text_goal_tag:
 * @tag: how a goal stands
 *
 * Returns: (transfer none): in a word
 */
const char *
tambour_account_text_goal_tag (TambourGoalTag tag)
{
  return _(tags[tag].text);
}

/**
 * tambour_account_text_goal_style:
 * @tag: how a goal stands
 *
 * Returns: (transfer none) (nullable): the class of its tag
 */
const char *
tambour_account_text_goal_style (TambourGoalTag tag)
{
  return tags[tag].style;
}

/**
 * tambour_account_text_goal_bar:
 * @tag: how a goal stands
 *
 * Returns: (transfer none) (nullable): the class of its bar
 */
const char *
tambour_account_text_goal_bar (TambourGoalTag tag)
{
  return tags[tag].bar;
}

/* --- what comes next ------------------------------------------------------ */

static char *
say_last_audit (const TambourOverviewNext *next)
{
  g_autofree char *month = tambour_account_text_month (next->last_on);

  /* Translators: what the last audit scored, and in which month */
  return g_strdup_printf (_("Last: %1$.0f of 100 in %2$s"), next->last_score, month);
}

/* On the day itself the time matters more than anything else. */
static char *
say_today (const TambourOverviewNext *next,
           const TambourOverview     *overview)
{
  g_autofree char *time = tambour_when_time (next->at, overview->zone);
  g_autofree char *city = tambour_when_city (overview->account->report_tz ? overview->account->report_tz : "");

  if (*time == '\0')
    return g_strdup (_("Today"));

  /* Translators: a time and a city */
  return *city ? g_strdup_printf (_("Today, %1$s %2$s"), time, city) : g_strdup_printf (_("Today, %s"), time);
}

/**
 * tambour_account_text_next_line:
 * @next: something that comes
 * @overview: the overview that it is in
 *
 * Returns: (transfer full): when it is, or how far it is prepared
 */
char *
tambour_account_text_next_line (const TambourOverviewNext *next,
                                const TambourOverview     *overview)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (next->on.julian == overview->today.julian)
    return say_today (next, overview);
  if (next->text != NULL && *next->text != '\0')
    return g_strdup (next->text);
  if (!isnan (next->last_score))
    return say_last_audit (next);

  day = tambour_when_day (next->on, overview->today);
  time = tambour_when_time (next->at, overview->zone);

  return *time ? g_strdup_printf ("%s, %s", day, time) : g_steal_pointer (&day);
}

/**
 * tambour_account_text_person_line:
 * @person: somebody at the customer
 *
 * Returns: (transfer full): what they do, and what they are to us
 */
char *
tambour_account_text_person_line (const TambourOverviewPerson *person)
{
  gboolean is_sponsor = person->contact->role == TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR;
  const char *role = person->is_named && !is_sponsor ? _("named contact") : tambour_people_text_role (person->contact->role);

  if (person->contact->title == NULL || *person->contact->title == '\0')
    return tambour_account_text_capital (role);

  /* Translators: what somebody does, and what they are to us: "Network lead · named contact" */
  return g_strdup_printf (_("%1$s · %2$s"), person->contact->title, role);
}
