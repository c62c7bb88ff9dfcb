/* tambour-findings-protection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The heads and sentences of the blocks about protection and known issues, for the deck and the
 * annual report.
 */

/* A trend needs 330 of 365 days, and as many of a part of a year (REPORT-DESIGN section 6). */
#define NEEDED_DAYS  330
#define ALL_DAYS     365

/* What changed by less than a point in so many days is flat. */
#define FLAT_DAYS    30
#define FLAT_SHARE   0.01

static char *
get_spelled (gint64 n)
{
  g_autofree char *spelled = tambour_wording_spelled (n);

  return tambour_wording_capital (spelled);
}

/* --- protection ------------------------------------------------------------- */

/**
 * tambour_findings_has_trend:
 * @facts: the facts
 *
 * Returns: whether enough days have data to draw protection as a line
 */
gboolean
tambour_findings_has_trend (TambourFacts *facts)
{
  return facts->usage.n_days > 1 && facts->usage.n_days * ALL_DAYS >= NEEDED_DAYS * facts->usage.n_expected;
}

static double
get_last_share (TambourFacts *facts)
{
  return facts->usage.coverage_now->now.value;
}

/* How much the share changed in the last days that have data. */
static gboolean
is_flat (TambourFacts *facts)
{
  GArray *days = facts->usage.coverage;
  guint last = facts->usage.last_day.julian - facts->period.from.julian;

  for (guint i = last - MIN (last, FLAT_DAYS); i < last; i++)
    if (isfinite (g_array_index (days, double, i)))
      return fabs (get_last_share (facts) - g_array_index (days, double, i)) < FLAT_SHARE;

  return FALSE;
}

/* Below the goal by less than what is shown. */
static gboolean
is_just_short (TambourFacts *facts)
{
  double now = get_last_share (facts), goal = facts->usage.goal;

  return isfinite (goal) && now < goal && floor (100 * now + 0.5) >= floor (100 * goal + 0.5);
}

/* With what was rolled out, and whether that was enough. */
static char *
write_waves (TambourFacts *facts)
{
  guint n = facts->usage.rollouts->len;
  g_autofree char *waves = tambour_wording_spelled (n);

  if (!isfinite (facts->usage.goal))
    return tambour_wording_fill (ngettext ("Users protected rose in one rollout", "Users protected rose in {0} waves", n), waves,
                                 NULL);
  if (get_last_share (facts) >= facts->usage.goal)
    return tambour_wording_fill (ngettext ("Users protected rose in one rollout and reached the goal",
                                           "Users protected rose in {0} waves and reached the goal", n),
                                 waves, NULL);
  if (is_just_short (facts))
    return tambour_wording_fill (ngettext ("Users protected rose in one rollout and are just short of the goal",
                                           "Users protected rose in {0} waves and are just short of the goal", n),
                                 waves, NULL);
  if (is_flat (facts))
    return tambour_wording_fill (ngettext ("Users protected rose in one rollout and now flatten below the goal",
                                           "Users protected rose in {0} waves and now flatten below the goal", n),
                                 waves, NULL);

  return tambour_wording_fill (ngettext ("Users protected rose in one rollout and are still below the goal",
                                         "Users protected rose in {0} waves and are still below the goal", n),
                               waves, NULL);
}

/**
 * tambour_findings_coverage_head:
 * @facts: the facts
 *
 * Returns: (transfer full): what the line of protection shows
 */
char *
tambour_findings_coverage_head (TambourFacts *facts)
{
  double change;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!tambour_findings_has_trend (facts) || !tambour_fact_is_known (facts->usage.coverage_start))
    return g_strdup (_("Share of licensed users protected"));

  change = get_last_share (facts) - facts->usage.coverage_start->now.value;
  first = tambour_fact_now (facts->usage.coverage_start);
  last = tambour_fact_now (facts->usage.coverage_now);
  if (change >= 0.02 && facts->usage.rollouts->len > 0)
    return write_waves (facts);
  if (change >= 0.02 && is_just_short (facts))
    return tambour_wording_fill (_("Users protected rose from {0} to {1} and are just short of the goal"), first, last, NULL);
  if (change >= 0.02 && isfinite (facts->usage.goal) && get_last_share (facts) < facts->usage.goal)
    return tambour_wording_fill (_("Users protected rose from {0} to {1} and are still below the goal"), first, last, NULL);
  if (change >= 0.02)
    return tambour_wording_fill (_("Users protected rose from {0} to {1}"), first, last, NULL);
  if (change <= -0.02)
    return tambour_wording_fill (_("Users protected fell from {0} to {1}"), first, last, NULL);

  return tambour_wording_fill (_("Users protected held at {0}"), last, NULL);
}

/**
 * tambour_findings_devices_head:
 * @facts: the facts
 *
 * Returns: (transfer full): how many devices called malicious hosts
 */
char *
tambour_findings_devices_head (TambourFacts *facts)
{
  TambourFact *devices = facts->usage.devices_total;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (devices))
    return g_strdup (_("Devices calling known malicious hosts"));

  now = tambour_fact_now (devices);
  if (!tambour_fact_has_prior (devices))
    return tambour_wording_fill (_("Devices calling known malicious hosts: {0}"), now, NULL);

  before = tambour_fact_before (devices);

  return tambour_wording_fill (_("Devices calling known malicious hosts: {0}, from {1}"), now, before, NULL);
}

/**
 * tambour_findings_exposed_head:
 * @facts: the facts
 *
 * Returns: (transfer full): how many users are not protected
 */
char *
tambour_findings_exposed_head (TambourFacts *facts)
{
  gint64 n = tambour_fact_count (facts->usage.exposed);
  g_autofree char *rest = tambour_wording_number (n);

  if (!tambour_fact_is_known (facts->usage.exposed))
    return g_strdup (_("Users still exposed"));
  if (n <= 0)
    return g_strdup (_("No user is exposed"));

  return tambour_wording_fill (ngettext ("One user is still exposed", "{0} users are still exposed", n), rest, NULL);
}

/* --- known issues ----------------------------------------------------------- */

/**
 * tambour_findings_issues_head:
 * @facts: the facts
 *
 * Returns: (transfer full): how many known issues were avoided
 */
char *
tambour_findings_issues_head (TambourFacts *facts)
{
  TambourFact *avoided = facts->usage.issues_avoided;
  gint64 n = tambour_fact_count (avoided);
  g_autofree char *first = get_spelled (n);
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (avoided))
    return g_strdup (_("Known issues"));
  if (n == 0)
    return g_strdup (_("No known issue was avoided in this period"));
  if (!tambour_fact_has_prior (avoided) || avoided->prior.value == 0)
    return tambour_wording_fill (ngettext ("One known issue avoided", "{0} known issues avoided", n), first, NULL);

  before = tambour_wording_spelled ((gint64) avoided->prior.value);

  return tambour_wording_fill (ngettext ("One known issue avoided, {1} last year", "{0} known issues avoided, {1} last year", n),
                               first, before, NULL);
}

/* “Title” and what kept it off, of those avoided with a high impact. */
static GPtrArray *
list_high_issues (TambourFacts *facts,
                  gboolean      with_safeguards)
{
  GArray *issues = facts->usage.known_issues;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < issues->len; i++)
    {
      const TambourKnownIssueFact *issue = &g_array_index (issues, TambourKnownIssueFact, i);

      if (!issue->avoided || issue->severity != TAMBOUR_SEVERITY_HIGH)
        continue;
      if (with_safeguards && issue->safeguard && *issue->safeguard)
        /* Translators: a known issue and how it was kept off. */
        g_ptr_array_add (names, tambour_wording_fill (_("“{0}” ({1})"), issue->title, issue->safeguard, NULL));
      else
        g_ptr_array_add (names, tambour_wording_fill (_("“{0}”"), issue->title, NULL));
    }

  return names;
}

/* Those avoided that mattered most. */
static char *
write_high (TambourFacts      *facts,
            TambourIssuesForm  form)
{
  g_autoptr(GPtrArray) names = list_high_issues (facts, form == TAMBOUR_ISSUES_FORM_SAFEGUARDS);
  guint n = names->len;
  g_autofree char *spelled = get_spelled (n);
  g_autofree char *listed = NULL;

  if (tambour_fact_count (facts->usage.issues_avoided) == 0)
    return NULL;
  if (n == 0)
    return g_strdup (_("None of them had a high impact."));
  if (form == TAMBOUR_ISSUES_FORM_COUNT)
    return tambour_wording_fill (ngettext ("One of them had a high impact.", "{0} of them had a high impact.", n), spelled, NULL);

  g_ptr_array_add (names, NULL);
  listed = tambour_wording_list ((const char * const *) names->pdata);

  return tambour_wording_fill (_("High impact: {0}."), listed, NULL);
}

/* Those that took effect before there was a safeguard. */
static char *
write_hit (TambourFacts *facts)
{
  gint64 n = tambour_fact_count (facts->usage.issues_opened);
  g_autofree char *first = get_spelled (n);

  if (n == 0)
    return NULL;

  return tambour_wording_fill (ngettext ("One known issue was not avoided.", "{0} known issues were not avoided.", n), first,
                               NULL);
}

/**
 * tambour_findings_issues_text:
 * @facts: the facts
 * @form: how much is said
 *
 * Returns: (transfer full): which of them had a high impact, and what was not avoided
 */
TambourRich *
tambour_findings_issues_text (TambourFacts      *facts,
                              TambourIssuesForm  form)
{
  g_autofree char *named = write_high (facts, form);
  g_autofree char *hit = write_hit (facts);
  TambourRich *text;

  if (!tambour_fact_is_known (facts->usage.issues_avoided))
    return tambour_rich_new (_("Known issues have not been matched with your setup in this period."));
  if (!named && !hit)
    return tambour_rich_new (_("No published issue matched your setup."));

  text = tambour_rich_new (named ? named : hit);
  if (named && hit)
    {
      tambour_rich_add (text, " ");
      tambour_rich_add (text, hit);
    }

  return text;
}
