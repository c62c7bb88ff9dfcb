/* tambour-findings-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The heads and sentences of the blocks about audits and requests, for the deck and the annual
 * report.
 */

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
