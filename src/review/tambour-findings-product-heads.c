/* tambour-findings-product-heads.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The heads and sentences of the blocks about the product, for the deck and the annual report:
 * protection, audits and requests.
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

/* --- audits ----------------------------------------------------------------- */

/**
 * tambour_findings_sections_head:
 * @facts: the facts
 *
 * Returns: (transfer full): what the small charts of sections show
 */
char *
tambour_findings_sections_head (TambourFacts *facts)
{
  guint n = facts->audits.audits->len;
  g_autofree char *audits = tambour_wording_spelled (n);

  return tambour_wording_fill (ngettext ("Score by section, one audit", "Score by section, {0} audits", n), audits, NULL);
}

/**
 * tambour_findings_scores:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): the score of each audit shown: “overall 60, 64, 72, 78 of 100”
 */
char *
tambour_findings_scores (TambourFacts *facts)
{
  g_autoptr(GString) scores = g_string_new (NULL);

  for (guint i = 0; i < facts->audits.audits->len; i++)
    {
      double score = g_array_index (facts->audits.audits, TambourAuditFact, i).score;
      g_autofree char *number = isfinite (score) ? tambour_wording_decimal (score, 0) : g_strdup ("–");

      g_string_append_printf (scores, "%s%s", i > 0 ? ", " : "", number);
    }
  if (scores->len == 0)
    return NULL;

  return tambour_wording_fill (_("overall {0} of 100"), scores->str, NULL);
}

/* What was found in @section, in sentences; NULL if nobody wrote any. */
static char *
list_reasons (TambourFacts *facts,
              const char   *section)
{
  GArray *open = facts->audits.open;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < open->len; i++)
    {
      const TambourFindingFact *finding = &g_array_index (open, TambourFindingFact, i);

      if (g_strcmp0 (finding->section, section) == 0 && finding->text && *finding->text)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", finding->text);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
list_titles (TambourFacts *facts,
             const char   *section)
{
  GArray *open = facts->audits.open;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < open->len; i++)
    {
      const TambourFindingFact *finding = &g_array_index (open, TambourFindingFact, i);

      if (g_strcmp0 (finding->section, section) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", finding->title);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* “The other five sections rose by 9 to 31 points.” */
static char *
write_others (TambourFacts *facts)
{
  GArray *sections = facts->audits.sections;
  guint n = sections->len - 1;
  double least = INFINITY, most = -INFINITY;
  g_autofree char *others = tambour_wording_spelled (n);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  for (guint i = 0; i < n; i++)
    {
      double change = g_array_index (sections, TambourSectionFact, i).change;

      least = isfinite (change) ? MIN (least, change) : -INFINITY;
      most = MAX (most, change);
    }
  if (tambour_statement_count_fallen (facts) != 1 || n < 2 || !(least >= 0.5))
    return NULL;

  low = tambour_wording_decimal (least, 0);
  high = tambour_wording_decimal (most, 0);

  return tambour_wording_fill (_("The other {0} sections rose by {1} to {2} points."), others, low, high, NULL);
}

/* The section that fell most, or was found lowest, with what the auditor wrote there. */
static TambourRich *
write_fallen (TambourFacts             *facts,
              const TambourSectionFact *section)
{
  g_autofree char *reasons = list_reasons (facts, section->title);
  g_autofree char *titles = list_titles (facts, section->title);
  g_autofree char *points = tambour_wording_decimal (-section->change, 0);

  if (reasons)
    return tambour_statement_say (_("<b>Why “{0}” fell:</b> {1}"), section->title, reasons, NULL);
  if (titles)
    return tambour_statement_say (_("<b>“{0}” fell by {1}.</b> Open there: {2}."), section->title, points, titles, NULL);

  return tambour_statement_say (_("<b>“{0}” fell by {1}.</b> No finding is open there."), section->title, points, NULL);
}

/**
 * tambour_findings_fallen_text:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): why the section that fell most did so, as far as the
 *   findings say; %NULL if none fell
 */
TambourRich *
tambour_findings_fallen_text (TambourFacts *facts)
{
  const TambourSectionFact *fallen = tambour_statement_find_fallen (facts);
  g_autofree char *others = NULL;
  TambourRich *text;

  if (fallen == NULL)
    return NULL;

  text = write_fallen (facts, fallen);
  others = write_others (facts);
  if (others)
    {
      tambour_rich_add (text, " ");
      tambour_rich_add (text, others);
    }

  return text;
}

/**
 * tambour_findings_ledger_head:
 * @facts: the facts
 *
 * Returns: (transfer full): how many findings were closed and are open
 */
char *
tambour_findings_ledger_head (TambourFacts *facts)
{
  const TambourLedgerFact *ledger = &facts->audits.ledger;
  gint64 n_open = tambour_fact_count (ledger->open);
  gint64 n_closed = tambour_fact_count (ledger->closed);
  gint64 n_high = tambour_fact_count (facts->audits.by_severity[TAMBOUR_SEVERITY_HIGH].open);
  g_autofree char *closed = tambour_wording_number (n_closed);
  g_autofree char *open = tambour_wording_number (n_open);
  g_autofree char *high = tambour_wording_number (n_high);

  if (!tambour_fact_is_known (ledger->open))
    return g_strdup (_("Audit findings"));
  if (n_open == 0 && n_closed == 0)
    return g_strdup (_("No finding is open"));
  if (n_open == 0)
    return tambour_wording_fill (ngettext ("{0} finding closed, none open", "{0} findings closed, none open", n_closed), closed,
                                 NULL);
  if (n_high == 0)
    return tambour_wording_fill (ngettext ("{0} finding closed, {1} open, none of them high",
                                           "{0} findings closed, {1} open, none of them high", n_closed),
                                 closed, open, NULL);

  return tambour_wording_fill (ngettext ("{0} finding closed, {1} open, {2} of them high",
                                         "{0} findings closed, {1} open, {2} of them high", n_closed),
                               closed, open, high, NULL);
}

/**
 * tambour_findings_open_head:
 * @facts: the facts
 *
 * Returns: (transfer full): what the boxes of open findings show
 */
char *
tambour_findings_open_head (TambourFacts *facts)
{
  guint n = facts->audits.open->len;
  g_autofree char *spelled = tambour_wording_spelled (n);

  return n == 0 ? g_strdup (_("All findings are closed"))
                : tambour_wording_fill (ngettext ("Where the one open finding is", "Where the {0} open findings are", n), spelled,
                                        NULL);
}

static const char *
get_severity (TambourSeverity severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_LOW:
      return _("Low");
    case TAMBOUR_SEVERITY_MEDIUM:
      return _("Medium");
    case TAMBOUR_SEVERITY_HIGH:
      return _("High");
    }

  g_assert_not_reached ();
}

/* Who answers for it, and until when. */
static void
add_owner (TambourRich              *text,
           const TambourFindingFact *finding)
{
  g_autofree char *due = tambour_wording_date (finding->due, TAMBOUR_DATE_FORM_SHORT);
  g_autofree char *until = tambour_wording_date (finding->accepted_until, TAMBOUR_DATE_FORM_SHORT);
  gboolean owned = finding->owner && *finding->owner;
  gboolean dated = tambour_date_is_stated (finding->due);
  g_autofree char *sentence = NULL;

  if (finding->accepted && tambour_date_is_stated (finding->accepted_until))
    sentence = tambour_wording_fill (_("The risk is accepted until {0}."), until, NULL);
  else if (finding->accepted)
    sentence = g_strdup (_("The risk is accepted, without an end."));
  else if (owned && dated)
    sentence = tambour_wording_fill (_("Owner {0}, due {1}."), finding->owner, due, NULL);
  else if (owned)
    sentence = tambour_wording_fill (_("Owner {0}, without a date."), finding->owner, NULL);
  else if (dated)
    sentence = tambour_wording_fill (_("No owner yet, due {0}."), due, NULL);
  else
    sentence = g_strdup (_("No owner and no date yet."));

  tambour_rich_add (text, " ");
  tambour_rich_add (text, sentence);
}

/**
 * tambour_findings_oldest_text:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): the oldest of the severest open findings, with its owner
 *   and date; %NULL if all are closed
 */
TambourRich *
tambour_findings_oldest_text (TambourFacts *facts)
{
  const TambourFindingFact *finding;
  g_autofree char *days = NULL;
  TambourRich *text;

  if (facts->audits.open->len == 0)
    return NULL;

  finding = &g_array_index (facts->audits.open, TambourFindingFact, 0);
  days = tambour_wording_number (MAX (finding->open_days, 0));
  text = tambour_statement_say (ngettext ("<b>{0}, open one day:</b> {2}.", "<b>{0}, open {1} days:</b> {2}.",
                                          MAX (finding->open_days, 0)),
                                get_severity (finding->severity), days, finding->title, NULL);
  add_owner (text, finding);

  return text;
}

/* --- requests --------------------------------------------------------------- */

/**
 * tambour_findings_requests_text:
 * @facts: the facts
 *
 * Returns: (transfer full): how many requests were open, and how long those took that shipped
 */
char *
tambour_findings_requests_text (TambourFacts *facts)
{
  GArray *requests = facts->requests.requests;
  TambourFact *months = facts->requests.months_to_ship;
  guint carried = 0;
  g_autofree char *all = tambour_wording_number (requests->len);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *took = NULL;
  g_autofree char *half = NULL;

  for (guint i = 0; i < requests->len; i++)
    carried += g_array_index (requests, TambourRequestFact, i).reached[TAMBOUR_STAGE_ASKED].julian < facts->period.from.julian;

  old = tambour_wording_number (carried);
  new = tambour_wording_number (requests->len - carried);
  counts = tambour_wording_fill (ngettext ("One request open at any time in the period: {1} carried in, {2} new.",
                                           "{0} requests open at any time in the period: {1} carried in, {2} new.",
                                           requests->len),
                                 all, old, new, NULL);
  if (!tambour_fact_is_known (months) || months->now.n < 2)
    return g_steal_pointer (&counts);

  took = tambour_fact_now (months);
  half = tambour_wording_fill (_("Half of the shipped ones took {0} months or less from asked to shipped."), took, NULL);

  return g_strjoin (" ", counts, half, NULL);
}
