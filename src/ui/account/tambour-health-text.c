/* tambour-health-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-clock-text.h"
#include "tambour-health-text.h"
#include "tambour-when.h"

/* Longer names of goals are cut. */
#define MAX_NAME 24

/* What the parts of an account's health say: short sentences without a full
 * stop (DESIGN.md section 9).
 */

static char *
say_cases (const TambourHealthPart *part)
{
  const char *priority = tambour_clock_text_priority (part->priority);
  int n = (int) part->count;
  int usual = isnan (part->usual) ? 0 : (int) (part->usual + .5);

  if (part->reason == TAMBOUR_HEALTH_CASES_USUAL)
    return n > 0 ? g_strdup_printf (ngettext ("%d case in 30 days, as usual", "%d cases in 30 days, as usual", n), n)
                 : g_strdup (_("No case in 30 days"));
  if (part->reason == TAMBOUR_HEALTH_CASES_FEWER)
    return n > 0 ? g_strdup_printf (ngettext ("%1$d case in 30 days, usually %2$d", "%1$d cases in 30 days, usually %2$d", n), n, usual)
                 : g_strdup_printf (_("No case in 30 days, usually %d"), usual);
  if (usual == 0)
    /* Translators: count and priority */
    return g_strdup_printf (ngettext ("%1$d %2$s case in 30 days, usually none", "%1$d %2$s cases in 30 days, usually none", n), n, priority);

  /* Translators: count, priority, and the usual count */
  return g_strdup_printf (ngettext ("%1$d %2$s case in 30 days, usually %3$d", "%1$d %2$s cases in 30 days, usually %3$d", n), n, priority, usual);
}

static char *
say_clocks (const TambourHealthPart *part)
{
  int n = (int) part->count;

  if (part->reason == TAMBOUR_HEALTH_OUTAGE_OPEN)
    return part->text ? g_strdup_printf (_("P1 case #%s is open"), part->text)
                      : g_strdup_printf (ngettext ("%d P1 case is open", "%d P1 cases are open", n), n);
  if (part->reason == TAMBOUR_HEALTH_CLOCKS_MET)
    return g_strdup_printf (ngettext ("%d promised answer, in time", "All %d promised answers in time", n), n);
  if (part->text != NULL)
    return g_strdup_printf (_("Case #%s was not answered in time"), part->text);

  return g_strdup_printf (ngettext ("%1$d of %2$d promised answers late", "%1$d of %2$d promised answers late", n), n, (int) part->of);
}

/* A long name would hide what is said of it. */
static char *
shorten (const char *name)
{
  g_autofree char *start = NULL;

  if (name == NULL || !g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) <= MAX_NAME)
    return g_strdup (name);

  start = g_utf8_substring (name, 0, MAX_NAME - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
say_goals (const TambourHealthPart *part)
{
  g_autofree char *name = shorten (part->text);
  int n = (int) part->count;

  if (part->reason == TAMBOUR_HEALTH_GOALS_ON_TRACK)
    return n == 1 && name ? g_strdup_printf (_("Goal “%s” is on track"), name)
                          : g_strdup_printf (ngettext ("%d goal on track", "All %d goals on track", n), n);
  if (part->reason == TAMBOUR_HEALTH_GOALS_MISSED)
    return n == 1 && name ? g_strdup_printf (_("Goal “%s” missed"), name)
                          : g_strdup_printf (ngettext ("%1$d of %2$d goals missed", "%1$d of %2$d goals missed", n), n, (int) part->of);

  return n == 1 && name ? g_strdup_printf (_("Goal “%s” slipped"), name)
                        : g_strdup_printf (ngettext ("%1$d of %2$d goals slipped", "%1$d of %2$d goals slipped", n), n, (int) part->of);
}

static char *
say_usage (const TambourHealthPart *part)
{
  const char *metric = tambour_account_text_metric (part->text);
  g_autofree char *month = tambour_account_text_month (part->date);
  g_autofree char *change = tambour_account_text_percent (round (ABS (part->change) * 100) / 100);

  if (part->reason == TAMBOUR_HEALTH_USAGE_UP)
    /* Translators: a metric, a percentage and a month: "Lookups up 6 % since October" */
    return g_strdup_printf (_("%1$s up %2$s since %3$s"), metric, change, month);
  if (part->reason == TAMBOUR_HEALTH_USAGE_DOWN)
    /* Translators: a metric, a percentage and a month: "Lookups down 6 % since October" */
    return g_strdup_printf (_("%1$s down %2$s since %3$s"), metric, change, month);

  /* Translators: a metric and a month: "Lookups as in October" */
  return g_strdup_printf (_("%1$s as in %2$s"), metric, month);
}

static char *
say_sponsor (const TambourHealthPart *part,
             TambourDate              today)
{
  g_autofree char *date = tambour_when_date (part->date, today);
  int n = (int) part->count;

  if (part->reason == TAMBOUR_HEALTH_SPONSOR_NEVER)
    return g_strdup (_("The sponsor has not joined a call yet"));
  if (part->reason == TAMBOUR_HEALTH_SPONSOR_SILENT)
    return g_strdup_printf (ngettext ("No contact with the sponsor for %d day", "No contact with the sponsor for %d days", n), n);

  return g_strdup_printf (_("Sponsor joined the call on %s"), date);
}

static char *
say_promises (const TambourHealthPart *part)
{
  int n = (int) part->count;

  if (part->reason == TAMBOUR_HEALTH_COMMITMENTS_KEPT)
    return g_strdup_printf (ngettext ("%d promise kept on time", "All %d promises kept on time", n), n);

  return g_strdup_printf (ngettext ("%1$d of %2$d promise kept on time", "%1$d of %2$d promises kept on time", (int) part->of), n, (int) part->of);
}

static char *
say_actions (const TambourHealthPart *part)
{
  int n = (int) part->count;

  if (part->reason == TAMBOUR_HEALTH_ACTIONS_ON_TIME)
    return g_strdup (_("No action is overdue"));
  if (part->reason == TAMBOUR_HEALTH_ACTIONS_OVERDUE)
    return g_strdup_printf (ngettext ("%d action of ours is overdue", "%d actions of ours are overdue", n), n);

  return g_strdup_printf (ngettext ("%d action of the customer is overdue", "%d actions of the customer are overdue", n), n);
}

static char *
say_calls (const TambourHealthPart *part,
           TambourDate              today)
{
  g_autofree char *date = tambour_when_date (part->date, today);
  int n = (int) part->count;

  if (part->reason == TAMBOUR_HEALTH_CALLS_KEPT)
    /* Translators: what a call is called, and a date: "Weekly call held on 19 Nov" */
    return g_strdup_printf (_("%1$s held on %2$s"), part->text ? part->text : _("Regular call"), date);

  /* Translators: what a call is called, and a count of days */
  return g_strdup_printf (ngettext ("%1$s: none for %2$d day", "%1$s: none for %2$d days", n), part->text ? part->text : _("Regular call"), n);
}

static char *
say_findings (const TambourHealthPart *part)
{
  int n = (int) part->count;

  return n > 0 ? g_strdup_printf (ngettext ("%d finding of high severity is open", "%d findings of high severity are open", n), n)
               : g_strdup (_("No finding of high severity is open"));
}

/* What people write is a code and a text. */
static char *
say_manual (const TambourHealthPart *part)
{
  g_autofree char *name = tambour_account_text_capital (part->code);

  if (part->text == NULL || *part->text == '\0')
    return g_steal_pointer (&name);

  /* Translators: what somebody judged, and from what: "Relationship: the tone of the last calls" */
  return g_strdup_printf (_("%1$s: %2$s"), name, part->text);
}

/**
 * tambour_health_text_reason:
 * @part: a part of an account's health
 * @today: the day that is today
 *
 * Returns: (transfer full): what it says, also when it says that nothing is known
 */
char *
tambour_health_text_reason (const TambourHealthPart *part,
                            TambourDate              today)
{
  switch (part->reason)
    {
    case TAMBOUR_HEALTH_MANUAL:
      return say_manual (part);
    case TAMBOUR_HEALTH_CASES_MORE:
    case TAMBOUR_HEALTH_CASES_USUAL:
    case TAMBOUR_HEALTH_CASES_FEWER:
      return say_cases (part);
    case TAMBOUR_HEALTH_CASES_UNKNOWN:
      return g_strdup (_("How many cases are usual is known after three months"));
    case TAMBOUR_HEALTH_OUTAGE_OPEN:
    case TAMBOUR_HEALTH_CLOCKS_MISSED:
    case TAMBOUR_HEALTH_CLOCKS_MET:
      return say_clocks (part);
    case TAMBOUR_HEALTH_CLOCKS_UNKNOWN:
      return g_strdup (_("No promised answer in 30 days"));
    case TAMBOUR_HEALTH_GOALS_MISSED:
    case TAMBOUR_HEALTH_GOALS_SLIPPED:
    case TAMBOUR_HEALTH_GOALS_ON_TRACK:
      return say_goals (part);
    case TAMBOUR_HEALTH_GOALS_UNKNOWN:
      return g_strdup (_("No goal is agreed"));
    case TAMBOUR_HEALTH_USAGE_UP:
    case TAMBOUR_HEALTH_USAGE_DOWN:
    case TAMBOUR_HEALTH_USAGE_SAME:
      return say_usage (part);
    case TAMBOUR_HEALTH_USAGE_UNKNOWN:
      return g_strdup (_("No usage of this month and the one before"));
    case TAMBOUR_HEALTH_SPONSOR_JOINED:
    case TAMBOUR_HEALTH_SPONSOR_SILENT:
    case TAMBOUR_HEALTH_SPONSOR_NEVER:
      return say_sponsor (part, today);
    case TAMBOUR_HEALTH_SPONSOR_UNKNOWN:
      return g_strdup (_("No sponsor is known"));
    case TAMBOUR_HEALTH_COMMITMENTS_KEPT:
    case TAMBOUR_HEALTH_COMMITMENTS_BROKEN:
      return say_promises (part);
    case TAMBOUR_HEALTH_COMMITMENTS_UNKNOWN:
      return g_strdup (_("No promise of ours was due in 90 days"));
    case TAMBOUR_HEALTH_ACTIONS_OVERDUE:
    case TAMBOUR_HEALTH_ACTIONS_AWAITED:
    case TAMBOUR_HEALTH_ACTIONS_ON_TIME:
      return say_actions (part);
    case TAMBOUR_HEALTH_ACTIONS_UNKNOWN:
      return g_strdup (_("No action is written down"));
    case TAMBOUR_HEALTH_CALLS_KEPT:
    case TAMBOUR_HEALTH_CALLS_LATE:
      return say_calls (part, today);
    case TAMBOUR_HEALTH_CALLS_UNKNOWN:
      return g_strdup (_("No regular call is agreed"));
    case TAMBOUR_HEALTH_FINDINGS_OPEN:
    case TAMBOUR_HEALTH_FINDINGS_CLOSED:
      return say_findings (part);
    case TAMBOUR_HEALTH_FINDINGS_UNKNOWN:
      return g_strdup (_("No audit is finished"));
    }

  g_return_val_if_reached (NULL);
}

static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [TAMBOUR_HEALTH_WORSE] = { "pan-down-symbolic", "warning" },
  [TAMBOUR_HEALTH_STEADY] = { "object-select-symbolic", "dimmed" },
  [TAMBOUR_HEALTH_BETTER] = { "pan-up-symbolic", "success" },
};

/**
 * tambour_health_text_icon:
 * @part: a part of an account's health
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
tambour_health_text_icon (const TambourHealthPart *part)
{
  return isnan (part->value) ? "tambour-health-none-symbolic" : looks[part->trend].icon;
}

/**
 * tambour_health_text_style:
 * @part: a part of an account's health
 *
 * Returns: (transfer none): the class of its icon
 */
const char *
tambour_health_text_style (const TambourHealthPart *part)
{
  return isnan (part->value) ? "dimmed" : looks[part->trend].style;
}

/**
 * tambour_health_text_weight:
 * @health: an account's health
 * @part: one of its parts
 *
 * Returns: (transfer full): what the part adds to the score, and how much it
 *   could: "12 of 20 points"
 */
char *
tambour_health_text_weight (const TambourHealth     *health,
                            const TambourHealthPart *part)
{
  double points = tambour_health_get_points (health, part);
  double most = health->weight > 0 ? 100 * part->weight / health->weight : 0;

  if (isnan (points))
    return g_strdup (_("Does not count: no data"));

  return g_strdup_printf (_("%1$.0f of %2$.0f points"), points, most);
}

static guint
count_missing (const TambourHealth *health)
{
  guint n = 0;

  for (guint i = 0; i < health->parts->len; i++)
    n += isnan (((TambourHealthPart *) g_ptr_array_index (health->parts, i))->value);

  return n;
}

/**
 * tambour_health_text_score:
 * @health: an account's health
 *
 * Returns: (transfer full): its score, and how many parts say nothing
 */
char *
tambour_health_text_score (const TambourHealth *health)
{
  guint n = count_missing (health);

  if (isnan (health->score))
    return g_strdup (_("Nothing is known yet"));
  if (n == 0)
    return g_strdup_printf (_("%.0f of 100 points"), health->score);

  /* Translators: points of 100, and how many parts of the health have no data */
  return g_strdup_printf (ngettext ("%1$.0f of 100 points · %2$u part without data", "%1$.0f of 100 points · %2$u parts without data", n),
                          health->score, n);
}
