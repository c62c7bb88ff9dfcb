/* tambour-findings-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* What is worth saying of cases, responses and escalations: candidates for page 2, the weightiest
 * first (REPORT-DESIGN section 8).
 */

/* --- service --------------------------------------------------------------- */

static void
add_cases_compared (TambourFacts *facts,
                    GPtrArray    *findings)
{
  TambourFact *total = facts->service.total;
  const TambourCauseFact *cause = tambour_findings_cause (facts);
  TambourDirection direction = tambour_statement_direction (total);
  g_autofree char *change = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (direction != TAMBOUR_DIRECTION_FELL && direction != TAMBOUR_DIRECTION_ROSE)
    return;

  change = tambour_wording_percent (fabs (tambour_fact_change (total)) * 100, 0);
  now = tambour_fact_now (total);
  before = tambour_fact_before (total);

  if (direction == TAMBOUR_DIRECTION_ROSE)
    {
      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, total,
                             tambour_statement_say (_("<b>Cases rose {0}</b>, from {1} to {2}."), change, before, now, NULL),
                             tambour_wording_fill (_("Cases rose {0}"), change, NULL));
    }
  else if (cause == NULL)
    {
      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, total,
                             tambour_statement_say (_("<b>Cases fell {0}</b>, from {1} to {2}."), change, before, now, NULL),
                             tambour_wording_fill (_("Cases fell {0}"), change, NULL));
    }
  else
    {
      g_autofree char *part = tambour_wording_number (llround (cause->count->prior.value - cause->count->now.value));
      g_autofree char *whole = tambour_wording_number (llround (total->prior.value - total->now.value));

      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, total,
                             tambour_statement_say (_("<b>Cases fell {0}</b>, from {1} to {2}; {3} accounts for {4} of the {5} fewer."),
                                                    change, before, now, cause->title, part, whole, NULL),
                             tambour_wording_fill (_("Cases fell {0}"), change, NULL));
    }
}

/* Cases opened in a month of the period, of all priorities. */
static gint64
count_month (const TambourMonthFact *month)
{
  gint64 sum = 0;

  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    sum += tambour_fact_count (month->opened[priority]);

  return sum;
}

/* Without a year before, from the first month to the last. */
static void
add_cases_by_month (TambourFacts *facts,
                    GPtrArray    *findings)
{
  GArray *months = facts->service.months;
  const TambourMonthFact *first, *last;
  int year, month, day;
  gint64 then, now;
  g_autofree char *of_first = NULL;
  g_autofree char *of_last = NULL;
  g_autofree char *total = NULL;

  if (months == NULL || months->len < 6 || facts->part_year ||
      tambour_statement_direction (facts->service.total) != TAMBOUR_DIRECTION_UNKNOWN)
    return;

  /* A part of a month is not compared with a month. */
  tambour_date_split (facts->period.from, &year, &month, &day);
  if (day != 1)
    return;

  first = &g_array_index (months, TambourMonthFact, 0);
  last = &g_array_index (months, TambourMonthFact, months->len - 1);
  then = count_month (first);
  now = count_month (last);
  if (MAX (then, now) < 10 || ABS (now - then) * 5 < MAX (then, now))
    return;

  of_first = tambour_wording_number (then);
  of_last = tambour_wording_number (now);
  total = tambour_fact_now (facts->service.total);
  if (now < then)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, facts->service.total,
                           tambour_statement_say (_("<b>Cases fell from {0} in {1} to {2} in {3}</b>, {4} in the whole year."), of_first,
                                                  tambour_wording_month_long (first->month), of_last,
                                                  tambour_wording_month_long (last->month), total, NULL),
                           tambour_wording_fill (_("Cases fell from {0} in {1} to {2} in {3}"), of_first,
                                                 tambour_wording_month_long (first->month), of_last,
                                                 tambour_wording_month_long (last->month), NULL));
  else
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, facts->service.total,
                           tambour_statement_say (_("<b>Cases rose from {0} in {1} to {2} in {3}</b>, {4} in the whole year."), of_first,
                                                  tambour_wording_month_long (first->month), of_last,
                                                  tambour_wording_month_long (last->month), total, NULL),
                           tambour_wording_fill (_("Cases rose from {0} in {1} to {2} in {3}"), of_first,
                                                 tambour_wording_month_long (first->month), of_last,
                                                 tambour_wording_month_long (last->month), NULL));
}

static void
add_resolve (TambourFacts *facts,
             GPtrArray    *findings)
{
  TambourFact *median = facts->service.resolve_all.median;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (median))
    return;

  now = tambour_fact_long (median, FALSE);
  before = tambour_fact_long (median, TRUE);

  switch (tambour_statement_direction (median))
    {
    case TAMBOUR_DIRECTION_FELL:
      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, median,
                             tambour_statement_say (_("<b>Half of all cases closed within {0}</b>; last year it took {1}."), now, before, NULL),
                             tambour_wording_fill (_("Half of all cases closed within {0}"), now, NULL));
      break;

    case TAMBOUR_DIRECTION_ROSE:
      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, median,
                             tambour_statement_say (_("<b>Half of all cases took longer than {0}</b>; last year it was {1}."), now, before,
                                                    NULL),
                             tambour_wording_fill (_("Half of all cases took longer than {0}"), now, NULL));
      break;

    case TAMBOUR_DIRECTION_UNKNOWN:
      if (median->now.n >= 10)
        tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, median,
                               tambour_statement_say (_("<b>Half of all cases closed within {0}.</b>"), now, NULL),
                               tambour_wording_fill (_("Half of all cases closed within {0}"), now, NULL));
      break;

    case TAMBOUR_DIRECTION_HELD:
      break;
    }
}

static void
add_responses (TambourFacts *facts,
               GPtrArray    *findings)
{
  TambourFact *met = facts->service.met;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  gint64 late;

  if (!tambour_fact_is_known (met))
    return;

  now = tambour_fact_now (met);
  before = tambour_fact_before (met);
  late = met->now.of - met->now.n;

  if (met->now.of < TAMBOUR_FEW)
    {
      if (late == 0)
        tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, met,
                               tambour_statement_say (_("<b>{0} cases met their response target.</b>"), now, NULL),
                               tambour_wording_fill (_("{0} cases met their response target"), now, NULL))
          ->headline = TRUE;
    }
  else if (tambour_statement_direction (met) == TAMBOUR_DIRECTION_FELL)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, met,
                           tambour_statement_say (_("<b>Only {0} of cases met their response target</b>; last year it was {1}."), now, before,
                                                  NULL),
                           tambour_wording_fill (_("Only {0} of cases met their response target"), now, NULL))
      ->must = TRUE;
  else
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, met,
                           tambour_statement_say (_("<b>{0} of cases met their response target.</b>"), now, NULL),
                           tambour_wording_fill (_("{0} of cases met their response target"), now, NULL))
      ->headline = TRUE;

  if (late > 0)
    {
      g_autofree char *n = tambour_wording_number (late);
      g_autofree char *all = tambour_wording_number (met->now.of);

      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, met,
                             tambour_statement_say (ngettext ("<b>One first response missed its target</b>, of {1}.",
                                                              "<b>{0} first responses missed their target</b>, of {1}.", late),
                                                    n, all, NULL),
                             tambour_wording_fill (ngettext ("One first response missed its target",
                                                             "{0} first responses missed their target", late),
                                                   n, NULL))
        ->headline = TRUE;
    }
}

static void
add_outage (TambourFacts *facts,
            GPtrArray    *findings)
{
  TambourFact *outage = facts->service.outage;
  TambourFact *urgent = facts->service.opened[TAMBOUR_PRIORITY_P1];
  TambourDirection direction = tambour_statement_direction (outage);
  g_autofree char *change = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (tambour_statement_direction (urgent) == TAMBOUR_DIRECTION_ROSE)
    {
      g_autofree char *n = tambour_fact_now (urgent);
      g_autofree char *was = tambour_fact_before (urgent);

      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, urgent,
                             tambour_statement_say (_("<b>P1 cases rose</b> from {0} to {1}."), was, n, NULL),
                             tambour_wording_fill (_("P1 cases rose from {0} to {1}"), was, n, NULL))
        ->must = TRUE;
    }
  if (direction != TAMBOUR_DIRECTION_FELL && direction != TAMBOUR_DIRECTION_ROSE)
    return;

  change = outage->prior.value > 0 ? tambour_wording_percent (fabs (tambour_fact_change (outage)) * 100, 0) : NULL;
  now = tambour_fact_now (outage);
  before = tambour_fact_before (outage);
  if (direction == TAMBOUR_DIRECTION_FELL)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, outage,
                           tambour_statement_say (_("<b>Outage time fell {0}</b>, from {1} to {2}."), change, before, now, NULL),
                           tambour_wording_fill (_("Outage time fell {0}"), change, NULL))
      ->headline = TRUE;
  else
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, outage,
                           tambour_statement_say (_("<b>Outage time rose</b> from {0} to {1}."), before, now, NULL),
                           tambour_wording_fill (_("Outage time rose from {0} to {1}"), before, now, NULL));
}

/* Outages that cannot be compared, or did not become fewer hours, are told as they are. */
static void
add_outages (TambourFacts *facts,
             GPtrArray    *findings)
{
  TambourFact *outage = facts->service.outage;
  guint n = facts->service.outages ? facts->service.outages->len : 0;
  TambourDirection direction = tambour_statement_direction (outage);
  g_autofree char *number = tambour_wording_spelled (n);
  g_autofree char *hours = NULL;

  if (n == 0 || !tambour_fact_is_known (outage) || direction == TAMBOUR_DIRECTION_FELL || direction == TAMBOUR_DIRECTION_ROSE)
    return;

  hours = tambour_fact_now (outage);
  tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, outage,
                         tambour_statement_say (ngettext ("<b>One outage lasted {1}.</b>",
                                                          "<b>{0} outages took {1}</b>, overlaps counted once.", n),
                                                number, hours, NULL),
                         tambour_wording_fill (ngettext ("One outage lasted {1}", "{0} outages took {1}", n), number, hours,
                                               NULL));
}

/* The cause that rose most; against the trend if cases fell. */
static void
add_cause (TambourFacts *facts,
           GPtrArray    *findings)
{
  GArray *causes = facts->service.causes;
  const TambourCauseFact *worst = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  for (guint i = 0; causes && i < causes->len; i++)
    {
      const TambourCauseFact *cause = &g_array_index (causes, TambourCauseFact, i);
      double rise = tambour_fact_has_prior (cause->count) ? cause->count->now.value - cause->count->prior.value : 0;

      if (!cause->is_other && !cause->is_unknown && rise >= 2 &&
          (worst == NULL || rise > worst->count->now.value - worst->count->prior.value))
        worst = cause;
    }

  if (worst == NULL)
    return;

  now = tambour_fact_now (worst->count);
  before = tambour_fact_before (worst->count);
  tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, worst->count,
                         tambour_statement_say (tambour_statement_direction (facts->service.total) == TAMBOUR_DIRECTION_FELL
                                                  ? _("<b>{0}</b> rose from {1} to {2} cases, against the trend.")
                                                  : _("<b>{0}</b> rose from {1} to {2} cases."),
                                                worst->title, before, now, NULL),
                         NULL);
}

static void
add_resolved (TambourFacts *facts,
              GPtrArray    *findings)
{
  TambourFact *total = facts->service.total;
  GArray *hours = facts->service.resolve_all.hours;
  gint64 n = hours ? hours->len : 0;
  g_autofree char *resolved = tambour_wording_number (n);
  g_autofree char *all = NULL;

  if (tambour_fact_count (total) < 10 || 20 * n < 19 * tambour_fact_count (total))
    return;

  all = tambour_fact_now (total);
  tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_SERVICE, total,
                         tambour_statement_say (_("<b>{0} of {1} cases are resolved.</b>"), resolved, all, NULL),
                         tambour_wording_fill (_("{0} of {1} cases are resolved"), resolved, all, NULL));
}

static void
add_open (TambourFacts *facts,
          GPtrArray    *findings)
{
  TambourFact *open = facts->service.open;
  gint64 n = tambour_fact_count (open);
  g_autofree char *number = tambour_wording_spelled (n);
  g_autofree char *total = NULL;

  if (n == 0 || !tambour_fact_is_known (facts->service.total))
    return;

  total = tambour_fact_now (facts->service.total);
  tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, open,
                         tambour_statement_say (ngettext ("<b>One case is still open</b>, of {1} in the period.",
                                                          "<b>{0} cases are still open</b>, of {1} in the period.", n),
                                                number, total, NULL),
                         tambour_wording_fill (ngettext ("One case is still open", "{0} cases are still open", n), number, NULL));
}

static void
add_longest (TambourFacts *facts,
             GPtrArray    *findings)
{
  const TambourResolveFact *all = &facts->service.resolve_all;
  g_autofree char *longest = NULL;

  if (!tambour_fact_is_known (all->longest))
    return;

  longest = tambour_fact_long (all->longest, FALSE);
  if (tambour_fact_is_known (all->p90))
    {
      g_autofree char *most = tambour_fact_long (all->p90, FALSE);

      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, all->longest,
                             tambour_statement_say (_("<b>The longest case took {0}</b>; 9 in 10 were resolved within {1}."), longest, most,
                                                    NULL),
                             tambour_wording_fill (_("The longest case took {0}"), longest, NULL));
    }
  else
    {
      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_SERVICE, all->longest,
                             tambour_statement_say (_("<b>The longest case took {0}</b> to resolve."), longest, NULL),
                             tambour_wording_fill (_("The longest case took {0}"), longest, NULL));
    }
}

/* --- continuity ------------------------------------------------------------- */

static void
add_escalations (TambourFacts *facts,
                 GPtrArray    *findings)
{
  TambourFact *count = facts->continuity.count;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  TambourDirection direction = tambour_statement_direction (count);

  if (direction != TAMBOUR_DIRECTION_FELL && direction != TAMBOUR_DIRECTION_ROSE)
    return;

  now = tambour_fact_now (count);
  before = tambour_fact_before (count);
  if (direction == TAMBOUR_DIRECTION_FELL)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_CONTINUITY, count,
                           tambour_statement_say (_("<b>Escalations fell</b> from {0} to {1}."), before, now, NULL),
                           tambour_wording_fill (_("Escalations fell from {0} to {1}"), before, now, NULL));
  else
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_CONTINUITY, count,
                           tambour_statement_say (_("<b>Escalations rose</b> from {0} to {1}."), before, now, NULL),
                           tambour_wording_fill (_("Escalations rose from {0} to {1}"), before, now, NULL));
}

static void
add_stayed_closed (TambourFacts *facts,
                   GPtrArray    *findings)
{
  TambourFact *stayed = facts->continuity.stayed_closed;
  gint64 again;
  g_autofree char *n = NULL;
  g_autofree char *all = NULL;

  if (!tambour_fact_is_known (stayed) || stayed->now.of < 10)
    return;

  again = stayed->now.of - stayed->now.n;
  all = tambour_wording_number (stayed->now.of);
  if (again == 0)
    {
      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_CONTINUITY, stayed,
                             tambour_statement_say (_("<b>All {0} resolved cases stayed closed.</b>"), all, NULL),
                             tambour_wording_fill (_("All {0} resolved cases stayed closed"), all, NULL));
    }
  else if (again * 20 <= stayed->now.of)
    {
      n = tambour_wording_number (stayed->now.n);
      tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_CONTINUITY, stayed,
                             tambour_statement_say (_("<b>{0} of {1} resolved cases stayed closed.</b>"), n, all, NULL),
                             tambour_wording_fill (_("{0} of {1} resolved cases stayed closed"), n, all, NULL));
    }
  else
    {
      n = tambour_wording_number (again);
      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_CONTINUITY, stayed,
                             tambour_statement_say (_("<b>{0} resolved cases were opened again</b>, of {1}."), n, all, NULL),
                             tambour_wording_fill (_("{0} resolved cases were opened again"), n, NULL));
    }
}

/**
 * tambour_findings_add_volume:
 * @facts: the facts
 * @findings: (element-type TambourStatement): what is added to
 *
 * Adds what became of the number of cases and of the time lost to outages.
 */
void
tambour_findings_add_volume (TambourFacts *facts,
                             GPtrArray    *findings)
{
  add_cases_compared (facts, findings);
  add_cases_by_month (facts, findings);
  add_outage (facts, findings);
  add_outages (facts, findings);
}

/**
 * tambour_findings_add_service:
 * @facts: the facts
 * @findings: (element-type TambourStatement): what is added to
 *
 * Adds what is worth saying of responses, causes, times and escalations.
 */
void
tambour_findings_add_service (TambourFacts *facts,
                              GPtrArray    *findings)
{
  add_responses (facts, findings);
  add_escalations (facts, findings);
  add_cause (facts, findings);
  add_resolve (facts, findings);
  add_resolved (facts, findings);
  add_stayed_closed (facts, findings);
  add_open (facts, findings);
  add_longest (facts, findings);
}
