/* tambour-findings-titles.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The titles of the pages: whole sentences chosen by what the figures say (REPORT-DESIGN section 8). */

/* Of fewer there is no median (REPORT-DESIGN section 6). */
#define FEW_RESOLVED 3

/**
 * tambour_statement_spelled:
 * @n: a count
 *
 * Returns: (transfer full): the count in words, to begin a sentence with
 */
char *
tambour_statement_spelled (gint64 n)
{
  g_autofree char *spelled = tambour_wording_spelled (n);

  return tambour_wording_capital (spelled);
}

/* --- the year -------------------------------------------------------------- */

static gboolean
counts_value (TambourFacts *facts)
{
  return !facts->part_year && tambour_fact_is_known (facts->value.total) && tambour_fact_is_known (facts->value.fee);
}

/**
 * tambour_findings_title_has_risk:
 * @facts: the facts
 *
 * Returns: whether the title of the year says that a risk is open
 */
gboolean
tambour_findings_title_has_risk (TambourFacts *facts)
{
  return counts_value (facts) && !facts->first_year &&
         facts->value.total->now.value >= facts->value.fee->now.value;
}

/* What comes first in the next year is what can change it. */
static char *
title_short_of_fee (TambourFacts *facts,
                    const char   *value,
                    const char   *fee,
                    gboolean      in_short)
{
  guint n_first;
  const TambourProjectFact *first = tambour_findings_first_projects (facts, &n_first);

  if (n_first > 0 && !in_short)
    return tambour_wording_fill (_("The plan cost {0} and returned {1} of counted value; “{2}” comes first next year"), fee,
                                 value, first->title, NULL);

  return tambour_wording_fill (_("The plan cost {0} and returned {1} of counted value"), fee, value, NULL);
}

/* @value and @fee in words; what it left open, if there is room for that. */
static char *
title_value (TambourFacts *facts,
             gboolean      in_short)
{
  GArray *open = facts->audits.open;
  gint64 n_risks = tambour_fact_count (facts->audits.by_severity[TAMBOUR_SEVERITY_HIGH].open);
  g_autofree char *value = tambour_fact_round (facts->value.total, FALSE);
  g_autofree char *fee = tambour_fact_round (facts->value.fee, FALSE);
  g_autofree char *risks = tambour_wording_spelled (n_risks);

  if (facts->first_year)
    return tambour_wording_fill (_("The first year shows {0} of counted value; "
                                   "what is a difference to the year before can only be counted from year two"),
                                 value, NULL);
  if (facts->value.total->now.value < facts->value.fee->now.value)
    return title_short_of_fee (facts, value, fee, in_short);
  if (n_risks == 1 && open && open->len > 0 && !in_short)
    return tambour_wording_fill (_("The year returned {0} of counted value on a plan of {1} and left one risk open: {2}"),
                                 value, fee, g_array_index (open, TambourFindingFact, 0).title, NULL);
  if (n_risks > 0)
    return tambour_wording_fill (ngettext ("The year returned {0} of counted value on a plan of {1} and left one risk open",
                                           "The year returned {0} of counted value on a plan of {1} and left {2} risks open",
                                           n_risks),
                                 value, fee, risks, NULL);

  return tambour_wording_fill (_("The year returned {0} of counted value on a plan of {1}"), value, fee, NULL);
}

static char *
title_attainment (TambourFacts *facts)
{
  g_autofree char *attainment = tambour_fact_now (facts->service.met);
  guint n_goals = facts->goals.goals ? facts->goals.goals->len : 0;
  g_autofree char *met = tambour_wording_spelled (tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_MET));
  g_autofree char *goals = tambour_wording_spelled (n_goals);
  g_autofree char *total = tambour_fact_is_known (facts->service.total) ? tambour_fact_now (facts->service.total) : NULL;

  if (facts->service.met->now.of < TAMBOUR_FEW)
    return n_goals > 0
             ? tambour_wording_fill (_("{0} cases met their response target and {1} of {2} goals were met"), attainment, met, goals, NULL)
             : tambour_wording_fill (_("{0} cases met their response target"), attainment, NULL);

  if (n_goals > 0)
    return tambour_wording_fill (_("{0} of cases met their response target and {1} of {2} goals were met"), attainment, met,
                                 goals, NULL);

  return tambour_wording_fill (_("{0} of cases met their response target in a period of {1} cases"), attainment, total, NULL);
}

/* How many cases, and how soon half of them were resolved. */
static char *
title_cases (TambourFacts *facts)
{
  TambourFact *total = facts->service.total;
  TambourFact *median = facts->service.resolve_all.median;
  TambourDirection direction = tambour_statement_direction (total);
  gboolean some = tambour_fact_is_known (median);
  g_autofree char *n = tambour_fact_now (total);
  g_autofree char *first = tambour_statement_spelled (tambour_fact_count (total));
  g_autofree char *before = tambour_fact_before (total);
  g_autofree char *half = some ? tambour_fact_long (median, FALSE) : NULL;

  if (tambour_fact_count (total) == 0)
    return g_strdup (facts->part_year ? _("No case was opened in this period") : _("No case was opened this year"));
  if (!some)
    return tambour_wording_fill (ngettext ("One case was opened and is not resolved yet",
                                           "{0} cases were opened; none of them is resolved yet",
                                           tambour_fact_count (total)),
                                 first, NULL);
  if (median->now.n < FEW_RESOLVED)
    return tambour_wording_fill (ngettext ("One case was opened in this period", "{0} cases were opened in this period",
                                           tambour_fact_count (total)),
                                 first, NULL);

  switch (direction)
    {
    case TAMBOUR_DIRECTION_FELL:
      return tambour_wording_fill (_("Cases fell from {0} to {1}, and half of them were resolved within {2}"), before, n, half,
                                   NULL);
    case TAMBOUR_DIRECTION_ROSE:
      return tambour_wording_fill (_("Cases rose from {0} to {1}, and half of them were resolved within {2}"), before, n, half,
                                   NULL);
    case TAMBOUR_DIRECTION_HELD:
      return tambour_wording_fill (_("Case volume held at {0}, and half of the cases were resolved within {1}"), n, half, NULL);
    case TAMBOUR_DIRECTION_UNKNOWN:
      break;
    }

  return tambour_wording_fill (ngettext ("One case was opened and resolved within {1}",
                                         "{0} cases were opened and half of them were resolved within {1}",
                                         tambour_fact_count (total)),
                               first, half, NULL);
}

/**
 * tambour_findings_year_title:
 * @facts: the facts
 * @in_short: without the name of the open risk, for when the whole title is too long
 *
 * Returns: (transfer full): what the year came to, in one sentence
 */
char *
tambour_findings_year_title (TambourFacts *facts,
                             gboolean      in_short)
{
  if (counts_value (facts))
    return title_value (facts, in_short);
  if (tambour_fact_is_known (facts->service.met))
    return title_attainment (facts);
  if (tambour_fact_is_known (facts->service.total))
    return title_cases (facts);

  return g_strdup (_("The records of this period do not hold any cases yet"));
}

/* --- goals ------------------------------------------------------------------ */

static char *
title_goals_in_short (gint64 n_met,
                      gint64 n_near,
                      gint64 n_missed,
                      gint64 n)
{
  g_autofree char *met = tambour_statement_spelled (n_met);
  g_autofree char *near = tambour_wording_spelled (n_near);
  g_autofree char *missed = tambour_wording_spelled (n_missed);
  g_autofree char *all = tambour_wording_spelled (n);

  if (n_near > 0 && n_missed > 0)
    return tambour_wording_fill (_("{0} of {1} goals were met; {2} ended just short and {3} did not get there"), met, all,
                                 near, missed, NULL);
  if (n_near > 0)
    return tambour_wording_fill (_("{0} of {1} goals were met; {2} ended just short"), met, all, near, NULL);
  if (n_missed > 0)
    return tambour_wording_fill (_("{0} of {1} goals were met; {2} did not get there"), met, all, missed, NULL);

  return tambour_wording_fill (_("{0} of {1} goals were met; the others were not measured"), met, all, NULL);
}

/* With the goals that were not met by name; for one of each kind at most. */
static char *
title_goals_by_name (TambourFacts *facts,
                     gint64        n_met,
                     gint64        n)
{
  const TambourGoalFact *near = tambour_statement_first_goal (facts, TAMBOUR_GOAL_OUTCOME_NEARLY);
  const TambourGoalFact *missed = tambour_statement_first_goal (facts, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_autofree char *met = tambour_statement_spelled (n_met);
  g_autofree char *all = tambour_wording_spelled (n);

  if (near && missed)
    return tambour_wording_fill (_("{0} of {1} goals were met; “{2}” ended just short and “{3}” was missed"), met, all,
                                 near->statement, missed->statement, NULL);
  if (near)
    return tambour_wording_fill (_("{0} of {1} goals were met; “{2}” ended just short"), met, all, near->statement, NULL);

  return tambour_wording_fill (_("{0} of {1} goals were met; “{2}” was missed"), met, all, missed->statement, NULL);
}

/* Names the goal that came furthest. */
static char *
title_no_goal_met (TambourFacts *facts)
{
  const TambourGoalFact *closest = NULL;
  g_autofree char *progress = NULL;

  for (guint i = 0; i < facts->goals.goals->len; i++)
    {
      const TambourGoalFact *goal = &g_array_index (facts->goals.goals, TambourGoalFact, i);

      if (tambour_fact_is_known (goal->progress) &&
          (closest == NULL || goal->progress->now.value > closest->progress->now.value))
        closest = goal;
    }
  if (closest == NULL)
    return g_strdup (_("No goal was met"));

  progress = tambour_fact_now (closest->progress);

  return tambour_wording_fill (_("No goal was met; “{0}” came closest with {1}"), closest->statement, progress, NULL);
}

/**
 * tambour_findings_goals_title:
 * @facts: the facts
 * @in_short: without the names of goals, for when the whole title is too long
 *
 * Returns: (transfer full): how the goals ended, in one sentence
 */
char *
tambour_findings_goals_title (TambourFacts *facts,
                              gboolean      in_short)
{
  gint64 n = facts->goals.goals ? facts->goals.goals->len : 0;
  gint64 n_met = tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_MET);
  gint64 n_near = tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_NEARLY);
  gint64 n_missed = tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_autofree char *all = tambour_wording_spelled (n);

  if (n == 0)
    return g_strdup (facts->part_year ? _("No goals were set for this period") : _("No goals were set for this year"));
  if (n_met == n)
    return tambour_wording_fill (ngettext ("The one goal was met", "All {0} goals were met", n), all, NULL);
  if (n_met + n_near + n_missed == 0)
    return tambour_wording_fill (ngettext ("The one goal was not measured", "None of the {0} goals was measured", n), all,
                                 NULL);
  if (n_met == 0 && n_missed > 0)
    return title_no_goal_met (facts);
  if (n_met == 0)
    return g_strdup (_("No goal was met in full; what was measured ended just short"));

  return in_short || n_near > 1 || n_missed > 1 || n_near + n_missed == 0
           ? title_goals_in_short (n_met, n_near, n_missed, n)
           : title_goals_by_name (facts, n_met, n);
}

/* --- continuity ------------------------------------------------------------- */

static char *
title_no_escalation (TambourFacts *facts)
{
  TambourFact *count = facts->continuity.count;
  g_autofree char *before = NULL;

  if (!tambour_fact_has_prior (count) || count->prior.value == 0)
    return g_strdup (facts->part_year ? _("No case needed escalation in this period")
                                      : _("No case needed escalation this year"));

  before = tambour_wording_spelled ((gint64) count->prior.value);

  return tambour_wording_fill (_("No case needed escalation this year; {0} did the year before"), before, NULL);
}

static char *
title_unknown_escalations (TambourFacts *facts)
{
  TambourFact *stayed = facts->continuity.stayed_closed;
  g_autofree char *counts = NULL;
  g_autofree char *all = NULL;

  if (!tambour_fact_is_known (stayed))
    return g_strdup (_("Escalations cannot be reported for this period: the records do not hold them"));

  counts = tambour_wording_of (stayed->now.n, stayed->now.of);
  all = tambour_wording_number (stayed->now.of);
  if (stayed->now.n == stayed->now.of && stayed->now.of > 1)
    return tambour_wording_fill (_("All {0} resolved cases stayed closed; escalations cannot be reported for this period"), all,
                                 NULL);

  return tambour_wording_fill (_("{0} resolved cases stayed closed; escalations cannot be reported for this period"), counts,
                               NULL);
}

/* All @n escalations, more than one, were raised by the TAM. */
static char *
title_all_by_tam (const char        *now,
                  const char        *before,
                  gint64             n,
                  const TambourFact *count)
{
  if (before && n < count->prior.value)
    return tambour_wording_fill (_("{0} escalations, down from {1}; your TAM raised all of them before you had to ask"), now,
                                 before, NULL);
  if (before && n > count->prior.value)
    return tambour_wording_fill (_("{0} escalations, up from {1}; your TAM raised all of them before you had to ask"), now,
                                 before, NULL);

  return tambour_wording_fill (_("{0} escalations; your TAM raised all of them before you had to ask"), now, NULL);
}

/* Two escalations, of which the TAM raised one: other languages say which one “one” is. */
static char *
title_one_of_two (const char        *now,
                  const char        *before,
                  const TambourFact *count)
{
  if (before == NULL)
    return tambour_wording_fill (_("{0} escalations; your TAM raised one of them before you had to ask"), now, NULL);
  if (count->prior.value > 2)
    return tambour_wording_fill (_("{0} escalations, down from {1}; your TAM raised one of them before you had to ask"), now, before,
                                 NULL);
  if (count->prior.value < 2)
    return tambour_wording_fill (_("{0} escalations, up from {1}; your TAM raised one of them before you had to ask"), now, before,
                                 NULL);

  return tambour_wording_fill (_("{0} escalations, as many as the year before; your TAM raised one of them before you had to ask"),
                               now, NULL);
}

/* @now escalations against @before, when the TAM raised at least half of them. */
static char *
title_by_tam (TambourFacts *facts,
              char         *raised)
{
  TambourFact *count = facts->continuity.count;
  gint64 n = tambour_fact_count (count);
  g_autofree char *now = tambour_statement_spelled (n);
  g_autofree char *lower = tambour_wording_spelled (n);
  g_autofree char *before = tambour_fact_has_prior (count) ? tambour_wording_spelled ((gint64) count->prior.value) : NULL;

  if (n > 1 && facts->continuity.by_tam->now.n == n)
    return title_all_by_tam (now, before, n, count);
  if (n == 2 && facts->continuity.by_tam->now.n == 1)
    return title_one_of_two (now, before, count);
  if (before == NULL)
    return tambour_wording_fill (ngettext ("One escalation; your TAM raised it before you had to ask",
                                           "{0} escalations; your TAM raised {1} of them before you had to ask", n),
                                 now, raised, NULL);
  if (n < count->prior.value)
    return tambour_wording_fill (ngettext ("One escalation, down from {2}; your TAM raised it before you had to ask",
                                           "{0} escalations, down from {2}; your TAM raised {1} of them before you had to ask",
                                           n),
                                 now, raised, before, NULL);
  if (n > count->prior.value)
    return tambour_wording_fill (_("Escalations rose from {1} to {0}; your TAM raised {2} of them before you had to ask"), lower,
                                 before, raised, NULL);

  return tambour_wording_fill (ngettext ("One escalation, as in the year before; your TAM raised it before you had to ask",
                                         "{0} escalations, as many as the year before; your TAM raised {1} of them "
                                         "before you had to ask",
                                         n),
                               now, raised, NULL);
}

/**
 * tambour_findings_continuity_title:
 * @facts: the facts
 *
 * Returns: (transfer full): what became of escalations, in one sentence
 */
char *
tambour_findings_continuity_title (TambourFacts *facts)
{
  TambourFact *count = facts->continuity.count;
  gint64 n = tambour_fact_count (count);
  gint64 by_tam = tambour_fact_is_known (facts->continuity.by_tam) ? facts->continuity.by_tam->now.n : 0;
  g_autofree char *raised = tambour_wording_spelled (by_tam);
  g_autofree char *now = tambour_wording_spelled (n);
  g_autofree char *first = tambour_statement_spelled (n);
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (count))
    return title_unknown_escalations (facts);
  if (n == 0)
    return title_no_escalation (facts);
  if (2 * by_tam >= n)
    return title_by_tam (facts, raised);
  if (!tambour_fact_has_prior (count))
    return tambour_wording_fill (ngettext ("One case needed escalation", "{0} cases needed escalation", n), first, NULL);

  before = tambour_wording_spelled ((gint64) count->prior.value);
  if (n == count->prior.value)
    return tambour_wording_fill (ngettext ("One case needed escalation, as in the year before",
                                           "{0} cases needed escalation, as many as the year before", n),
                                 first, NULL);

  return tambour_wording_fill (n < count->prior.value ? _("Escalations fell from {0} to {1}")
                                                      : _("Escalations rose from {0} to {1}"),
                               before, now, NULL);
}
