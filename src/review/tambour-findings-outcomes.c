/* tambour-findings-outcomes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* What is worth saying of goals, commitments, protection, audits and requests. */

/**
 * tambour_statement_goal_value:
 * @value: start, target or result of a goal, or %NAN
 * @of: the whole that it is a count of, or %NAN
 * @unit: (nullable): what it is counted in
 *
 * Returns: (transfer full): such as “1 of 4”, “78%” or “187”; “–” if not stated
 */
char *
tambour_statement_goal_value (double      value,
                              double      of,
                              const char *unit)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup ("–");
  if (isfinite (of))
    return tambour_wording_of (llround (value), llround (of));
  if (g_strcmp0 (unit, "%") == 0)
    return tambour_wording_percent (value, value == floor (value) ? 0 : 1);

  return tambour_wording_decimal (value, value == floor (value) ? 0 : 1);
}

/**
 * tambour_statement_count_goals:
 * @facts: the facts
 * @outcome: how goals came out
 *
 * Returns: how many came out as @outcome
 */
gint64
tambour_statement_count_goals (TambourFacts       *facts,
                               TambourGoalOutcome  outcome)
{
  GArray *goals = facts->goals.goals;
  gint64 n = 0;

  for (guint i = 0; goals && i < goals->len; i++)
    n += g_array_index (goals, TambourGoalFact, i).outcome == outcome;

  return n;
}

/**
 * tambour_statement_first_goal:
 * @facts: the facts
 * @outcome: how a goal came out
 *
 * Returns: (nullable): the first that came out as @outcome, in the plan's order
 */
const TambourGoalFact *
tambour_statement_first_goal (TambourFacts       *facts,
                              TambourGoalOutcome  outcome)
{
  GArray *goals = facts->goals.goals;

  for (guint i = 0; goals && i < goals->len; i++)
    if (g_array_index (goals, TambourGoalFact, i).outcome == outcome)
      return &g_array_index (goals, TambourGoalFact, i);

  return NULL;
}

static void
add_missed_goals (TambourFacts *facts,
                  GPtrArray    *findings)
{
  gint64 n = tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_MISSED);
  const TambourGoalFact *goal = tambour_statement_first_goal (facts, TAMBOUR_GOAL_OUTCOME_MISSED);
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *first = tambour_wording_capital (spelled);
  g_autofree char *result = NULL;
  g_autofree char *target = NULL;

  if (goal == NULL)
    return;

  result = tambour_statement_goal_value (goal->result, goal->result_of, goal->unit);
  target = tambour_statement_goal_value (goal->target, goal->target_of, goal->unit);
  if (n > 1)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_GOALS, facts->goals.missed,
                           tambour_statement_say (_("<b>{0} goals were missed</b>, the first of them “{1}”."), first,
                                                  goal->statement, NULL),
                           tambour_wording_fill (_("{0} goals were missed"), first, NULL))
      ->must = TRUE;
  else
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_GOALS, goal->progress,
                           tambour_statement_say (_("<b>“{0}” was missed</b>: {1} against a target of {2}."), goal->statement,
                                                  result, target, NULL),
                           tambour_wording_fill (_("One goal was missed: “{0}”"), goal->statement, NULL))
      ->must = TRUE;
}

static void
add_near_goals (TambourFacts *facts,
                GPtrArray    *findings)
{
  gint64 n = tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_NEARLY);
  const TambourGoalFact *goal = tambour_statement_first_goal (facts, TAMBOUR_GOAL_OUTCOME_NEARLY);
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *first = tambour_wording_capital (spelled);
  g_autofree char *result = NULL;
  g_autofree char *target = NULL;

  if (goal == NULL)
    return;

  result = tambour_statement_goal_value (goal->result, goal->result_of, goal->unit);
  target = tambour_statement_goal_value (goal->target, goal->target_of, goal->unit);
  if (n > 1)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_GOALS, facts->goals.nearly,
                           tambour_statement_say (_("<b>{0} goals ended just short</b>, the first of them “{1}”."), first,
                                                  goal->statement, NULL),
                           NULL);
  else
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_GOALS, goal->progress,
                           tambour_statement_say (_("<b>“{0}” ended just short</b>: {1} against a target of {2}."),
                                                  goal->statement, result, target, NULL),
                           tambour_wording_fill (_("One goal ended just short: “{0}”"), goal->statement, NULL));
}

static void
add_met_goals (TambourFacts *facts,
               GPtrArray    *findings)
{
  gint64 n = tambour_statement_count_goals (facts, TAMBOUR_GOAL_OUTCOME_MET);
  guint of = facts->goals.goals ? facts->goals.goals->len : 0;
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *first = tambour_wording_capital (spelled);
  g_autofree char *all = tambour_wording_spelled (of);

  if (n == 0)
    return;

  if (n == of)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_GOALS, facts->goals.met,
                           tambour_statement_say (ngettext ("<b>The one goal was met.</b>", "<b>All {0} goals were met.</b>", of),
                                                  all, NULL),
                           tambour_wording_fill (ngettext ("The one goal was met", "All {0} goals were met", of), all, NULL));
  else
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_GOALS, facts->goals.met,
                           tambour_statement_say (ngettext ("<b>One of {1} goals was met.</b>",
                                                            "<b>{0} of {1} goals were met.</b>", n),
                                                  spelled, all, NULL),
                           tambour_wording_fill (ngettext ("One of {1} goals was met", "{0} of {1} goals were met", n),
                                                 first, all, NULL));
}

static void
add_commitments (TambourFacts *facts,
                 GPtrArray    *findings)
{
  TambourFact *kept = facts->goals.kept;
  GArray *commitments = facts->goals.commitments;
  const TambourCommitmentFact *broken = NULL;
  gint64 n_broken;
  g_autofree char *n = NULL;

  if (!tambour_fact_is_known (kept))
    return;

  for (guint i = 0; commitments && broken == NULL && i < commitments->len; i++)
    if (!g_array_index (commitments, TambourCommitmentFact, i).kept)
      broken = &g_array_index (commitments, TambourCommitmentFact, i);
  n_broken = kept->now.of - kept->now.n;
  n = tambour_wording_spelled (n_broken > 0 ? n_broken : kept->now.n);

  if (n_broken == 0)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_GOALS, kept,
                           tambour_statement_say (ngettext ("<b>The one commitment of the last review was kept.</b>",
                                                            "<b>All {0} commitments of the last review were kept.</b>",
                                                            kept->now.n),
                                                  n, NULL),
                           NULL);
  else if (broken)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_GOALS, kept,
                           tambour_statement_say (ngettext ("<b>One commitment was not kept</b>: “{1}”.",
                                                            "<b>{0} commitments were not kept</b>, one of them “{1}”.",
                                                            n_broken),
                                                  n, broken->text, NULL),
                           NULL);
}

static void
add_protection (TambourFacts *facts,
                GPtrArray    *findings)
{
  TambourFact *coverage = facts->usage.coverage_now;
  TambourFact *devices = facts->usage.devices_total;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (tambour_statement_direction (devices) == TAMBOUR_DIRECTION_FELL)
    {
      g_autofree char *change = tambour_wording_percent (fabs (tambour_fact_change (devices)) * 100, 0);
      g_autofree char *n = tambour_fact_now (devices);
      g_autofree char *was = tambour_fact_before (devices);

      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_USAGE, devices,
                             tambour_statement_say (_("<b>Infected devices fell {0}</b>, from {1} to {2}."), change, was, n,
                                                    NULL),
                             NULL);
    }
  else if (tambour_statement_direction (devices) == TAMBOUR_DIRECTION_ROSE)
    {
      g_autofree char *n = tambour_fact_now (devices);
      g_autofree char *was = tambour_fact_before (devices);

      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_USAGE, devices,
                             tambour_statement_say (_("<b>Infected devices rose</b> from {0} to {1}."), was, n, NULL), NULL);
    }
  if (!tambour_fact_is_known (coverage))
    return;

  now = tambour_fact_now (coverage);
  before = tambour_fact_before (coverage);
  if (tambour_statement_direction (coverage) == TAMBOUR_DIRECTION_FELL)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_USAGE, coverage,
                           tambour_statement_say (_("<b>Protection fell</b> to {0} of users, from {1}."), now, before, NULL),
                           tambour_wording_fill (_("Protection fell to {0} of users"), now, NULL))
      ->must = TRUE;
  else
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_USAGE, coverage,
                           tambour_statement_say (_("<b>{0} of users are protected.</b>"), now, NULL),
                           tambour_wording_fill (_("{0} of users are protected"), now, NULL))
      ->headline = TRUE;
}

static void
add_requests (TambourFacts *facts,
              GPtrArray    *findings)
{
  TambourFact *shipped = facts->requests.stages[TAMBOUR_STAGE_SHIPPED];
  gint64 n = tambour_fact_count (shipped);
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *before = NULL;

  if (n == 0)
    return;

  if (tambour_fact_has_prior (shipped) && shipped->prior.value > 0 && n > shipped->prior.value)
    {
      before = tambour_wording_spelled ((gint64) shipped->prior.value);
      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_REQUESTS, shipped,
                             tambour_statement_say (_("<b>{0} of your feature requests shipped</b>, up from {1}."), spelled,
                                                    before, NULL),
                             NULL);
    }
  else
    {
      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_REQUESTS, shipped,
                             tambour_statement_say (_("<b>{0} of your feature requests shipped.</b>"), spelled, NULL), NULL);
    }
}

static void
add_audits (TambourFacts *facts,
            GPtrArray    *findings)
{
  TambourFact *score = facts->audits.score;
  TambourFact *high = facts->audits.by_severity[TAMBOUR_SEVERITY_HIGH].open;
  GArray *open = facts->audits.open;
  TambourStatement *high_risk = NULL;
  gint64 n = tambour_fact_count (high);
  g_autofree char *spelled = tambour_wording_spelled (n);
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (n > 0 && open && open->len > 0)
    high_risk = tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_AUDITS, high,
                                       tambour_statement_say (ngettext ("<b>One audit finding of high severity is open</b>: {1}.",
                                                                        "<b>{0} audit findings of high severity are open</b>, one of them: {1}.",
                                                                        n),
                                                              spelled, g_array_index (open, TambourFindingFact, 0).title, NULL),
                                       tambour_wording_fill (ngettext ("One audit finding of high severity is open",
                                                                       "{0} audit findings of high severity are open", n),
                                                             spelled,
                                                             NULL));
  /* What the title says already comes last in the list. */
  if (high_risk)
    {
      high_risk->headline = tambour_findings_title_has_risk (facts);
      high_risk->must = !high_risk->headline;
    }
  if (!tambour_fact_is_known (score))
    return;

  now = tambour_fact_now (score);
  before = tambour_fact_before (score);
  if (tambour_statement_direction (score) == TAMBOUR_DIRECTION_FELL)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_AUDITS, score,
                           tambour_statement_say (_("<b>The audit score fell</b> from {0} to {1}."), before, now, NULL),
                           tambour_wording_fill (_("The audit score fell from {0} to {1}"), before, now, NULL));
  else if (tambour_statement_direction (score) == TAMBOUR_DIRECTION_ROSE)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_AUDITS, score,
                           tambour_statement_say (_("<b>The audit score rose</b> from {0} to {1}."), before, now, NULL),
                           tambour_wording_fill (_("The audit score rose from {0} to {1}"), before, now, NULL))
      ->headline = TRUE;
}

/**
 * tambour_findings_add_outcomes:
 * @facts: the facts
 * @findings: (element-type TambourStatement): what is added to
 *
 * Adds what is worth saying of everything but service.
 */
void
tambour_findings_add_outcomes (TambourFacts *facts,
                               GPtrArray    *findings)
{
  add_missed_goals (facts, findings);
  add_protection (facts, findings);
  add_requests (facts, findings);
  add_audits (facts, findings);
  add_near_goals (facts, findings);
  add_met_goals (facts, findings);
  add_commitments (facts, findings);
}
