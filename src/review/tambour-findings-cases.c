/* tambour-findings-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The sentences of the page about cases: its title and the heads of its four blocks. */

/**
 * tambour_findings_cause:
 * @facts: the facts
 *
 * Returns: (nullable): the cause that accounts for at least 30 % of the change
 *   of all cases, or %NULL
 */
const TambourCauseFact *
tambour_findings_cause (TambourFacts *facts)
{
  TambourFact *total = facts->service.total;
  GArray *causes = facts->service.causes;
  TambourDirection direction = tambour_statement_direction (total);
  const TambourCauseFact *found = NULL;
  double change, largest = 0;

  if (causes == NULL || (direction != TAMBOUR_DIRECTION_FELL && direction != TAMBOUR_DIRECTION_ROSE))
    return NULL;

  change = total->now.value - total->prior.value;
  for (guint i = 0; i < causes->len; i++)
    {
      const TambourCauseFact *cause = &g_array_index (causes, TambourCauseFact, i);
      double share;

      if (cause->is_other || cause->is_unknown || !tambour_fact_has_prior (cause->count))
        continue;
      share = (cause->count->now.value - cause->count->prior.value) / change;
      if (share > largest)
        {
          largest = share;
          found = cause;
        }
    }

  return largest >= 0.3 ? found : NULL;
}

/* The most frequent cause by name, or NULL when there are fewer than two. */
static const TambourCauseFact *
find_largest_cause (TambourFacts *facts)
{
  GArray *causes = facts->service.causes;

  for (guint i = 0; causes && causes->len > 1 && i < causes->len; i++)
    {
      const TambourCauseFact *cause = &g_array_index (causes, TambourCauseFact, i);

      if (!cause->is_other && !cause->is_unknown && tambour_fact_is_known (cause->count))
        return cause;
    }

  return NULL;
}

/* --- the title -------------------------------------------------------------- */

/* Cases changed by @change; @met is how many met their target. */
static char *
title_with_cause (TambourFacts           *facts,
                  const TambourCauseFact *cause,
                  const char             *change,
                  const char             *met)
{
  TambourFact *total = facts->service.total;
  double share = (cause->count->now.value - cause->count->prior.value) / (total->now.value - total->prior.value);
  g_autofree char *percent = tambour_wording_percent (share * 100, 0);
  gboolean fell = total->now.value < total->prior.value;

  if (share >= 0.5 && fell)
    return tambour_wording_fill (_("Cases fell {0} and {1} met their response target; {2} accounts for over half of the drop"),
                                 change, met, cause->title, NULL);
  if (share >= 0.5)
    return tambour_wording_fill (_("Cases rose {0} and {1} met their response target; {2} accounts for over half of the rise"),
                                 change, met, cause->title, NULL);
  if (fell)
    return tambour_wording_fill (_("Cases fell {0} and {1} met their response target; {2} accounts for {3} of the drop"),
                                 change, met, cause->title, percent, NULL);

  return tambour_wording_fill (_("Cases rose {0} and {1} met their response target; {2} accounts for {3} of the rise"),
                               change, met, cause->title, percent, NULL);
}

static char *
title_measured (TambourFacts *facts,
                gboolean      in_short)
{
  TambourFact *total = facts->service.total;
  const TambourCauseFact *cause = in_short ? NULL : tambour_findings_cause (facts);
  g_autofree char *met = tambour_fact_now (facts->service.met);
  g_autofree char *n = tambour_fact_now (total);
  g_autofree char *spelled = tambour_wording_spelled (tambour_fact_count (total));
  g_autofree char *first = tambour_wording_capital (spelled);
  g_autofree char *change = NULL;

  switch (tambour_statement_direction (total))
    {
    case TAMBOUR_DIRECTION_UNKNOWN:
      return tambour_wording_fill (ngettext ("One case was opened and {1} met its response target",
                                             "{0} cases were opened and {1} met their response target",
                                             tambour_fact_count (total)),
                                   first, met, NULL);
    case TAMBOUR_DIRECTION_HELD:
      return tambour_wording_fill (_("Case volume held at {0}; {1} met their response target"), n, met, NULL);
    case TAMBOUR_DIRECTION_FELL:
    case TAMBOUR_DIRECTION_ROSE:
      break;
    }

  change = total->prior.value > 0 ? tambour_wording_percent (fabs (tambour_fact_change (total)) * 100, 0) : g_strdup (n);
  if (cause)
    return title_with_cause (facts, cause, change, met);

  return tambour_wording_fill (tambour_statement_direction (total) == TAMBOUR_DIRECTION_FELL
                                 ? _("Cases fell {0} and {1} met their response target")
                                 : _("Cases rose {0} and {1} met their response target"),
                               change, met, NULL);
}

/* First responses were not measured: how many cases, and of which kind. */
static char *
title_unmeasured (TambourFacts *facts,
                  gboolean      in_short)
{
  const TambourCauseFact *largest = in_short ? NULL : find_largest_cause (facts);
  TambourFact *total = facts->service.total;
  g_autofree char *n = tambour_fact_now (total);
  g_autofree char *before = tambour_fact_before (total);
  g_autofree char *spelled = tambour_wording_spelled (tambour_fact_count (total));
  g_autofree char *first = tambour_wording_capital (spelled);
  g_autofree char *part = largest ? tambour_fact_now (largest->count) : NULL;

  switch (tambour_statement_direction (total))
    {
    case TAMBOUR_DIRECTION_FELL:
      return tambour_wording_fill (_("Cases fell from {0} to {1}; first responses were not measured"), before, n, NULL);
    case TAMBOUR_DIRECTION_ROSE:
      return tambour_wording_fill (_("Cases rose from {0} to {1}; first responses were not measured"), before, n, NULL);
    case TAMBOUR_DIRECTION_HELD:
      return tambour_wording_fill (_("Case volume held at {0}; first responses were not measured"), n, NULL);
    case TAMBOUR_DIRECTION_UNKNOWN:
      break;
    }

  if (largest && tambour_fact_count (total) >= 10)
    return tambour_wording_fill (_("{0} leads the causes with {1} of {2} cases; first responses were not measured"),
                                 largest->title, part, n, NULL);

  return tambour_wording_fill (ngettext ("One case was opened; its first response was not measured",
                                         "{0} cases were opened; first responses were not measured",
                                         tambour_fact_count (total)),
                               first, NULL);
}

/**
 * tambour_findings_service_title:
 * @facts: the facts
 * @in_short: without the name of a cause, for when the whole title is too long
 *
 * Returns: (transfer full): what became of cases, in one sentence
 */
char *
tambour_findings_service_title (TambourFacts *facts,
                                gboolean      in_short)
{
  if (!tambour_fact_is_known (facts->service.total))
    return g_strdup (_("Cases cannot be reported for this period: the records do not hold them"));
  if (tambour_fact_count (facts->service.total) == 0)
    return g_strdup (facts->part_year ? _("No case was opened in this period") : _("No case was opened this year"));

  return tambour_fact_is_known (facts->service.met) ? title_measured (facts, in_short)
                                                    : title_unmeasured (facts, in_short);
}

/* --- heads ------------------------------------------------------------------ */

static gint64
count_month (const TambourMonthFact *month)
{
  gint64 sum = 0;

  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    sum += tambour_fact_count (month->opened[priority]);

  return sum;
}

static const TambourMonthFact *
find_peak (GArray *months)
{
  const TambourMonthFact *peak = &g_array_index (months, TambourMonthFact, 0);

  for (guint i = 1; i < months->len; i++)
    if (count_month (&g_array_index (months, TambourMonthFact, i)) > count_month (peak))
      peak = &g_array_index (months, TambourMonthFact, i);

  return peak;
}

/**
 * tambour_findings_months_head:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): how cases developed over the months, or
 *   %NULL if there is nothing to say
 */
char *
tambour_findings_months_head (TambourFacts *facts)
{
  GArray *months = facts->service.months;
  const TambourMonthFact *first, *last, *peak;
  gint64 then, now;
  g_autofree char *n = NULL;

  if (months == NULL || months->len < 2 || tambour_fact_count (facts->service.total) < 10)
    return NULL;

  first = &g_array_index (months, TambourMonthFact, 0);
  last = &g_array_index (months, TambourMonthFact, months->len - 1);
  peak = find_peak (months);
  then = count_month (first);
  now = count_month (last);

  if (then >= 10 && 20 * now >= 9 * then && 20 * now <= 11 * then)
    return tambour_wording_fill (_("{0} brought half of {1}’s cases"), tambour_wording_month_long (last->month),
                                 tambour_wording_month_long (first->month), NULL);

  n = tambour_wording_number (count_month (peak));

  return tambour_wording_fill (_("{0} brought the most cases, {1}"), tambour_wording_month_long (peak->month), n, NULL);
}

typedef struct
{
  guint compared;
  guint improved;
  guint fell;
  int   worst; /* priority, 0 for none */
} Responses;

static Responses
compare_responses (TambourFacts *facts)
{
  Responses result = { 0 };
  double drop = 0;

  for (int priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    {
      const TambourFact *share = facts->service.response[priority].share;
      double change;

      if (share == NULL || !tambour_fact_has_prior (share))
        continue;

      change = share->now.value - share->prior.value;
      result.compared++;
      result.improved += change > 0;
      result.fell += change < 0;
      if (change < drop)
        {
          drop = change;
          result.worst = priority;
        }
    }

  return result;
}

/**
 * tambour_findings_response_head:
 * @facts: the facts
 *
 * Returns: (transfer full): what became of first responses
 */
char *
tambour_findings_response_head (TambourFacts *facts)
{
  Responses responses = compare_responses (facts);
  g_autofree char *share = NULL;
  g_autofree char *improved = NULL;
  g_autofree char *compared = NULL;
  g_autofree char *worst = NULL;

  if (!tambour_fact_is_known (facts->service.met))
    return g_strdup (_("First responses were not measured"));

  share = tambour_fact_now (facts->service.met);
  if (responses.compared == 0)
    return tambour_wording_fill (facts->service.met->now.of < TAMBOUR_FEW ? _("{0} first responses met their target")
                                                                          : _("{0} of first responses met their target"),
                                 share, NULL);
  if (responses.improved == responses.compared && responses.compared > 1)
    return g_strdup (_("First response improved at every priority"));

  improved = tambour_wording_spelled (responses.improved);
  compared = tambour_wording_spelled (responses.compared);
  worst = g_strdup_printf ("P%d", responses.worst);
  if (responses.fell > 0 && responses.improved == 0)
    return tambour_wording_fill (_("First response fell, most of all at {0}"), worst, NULL);
  if (responses.fell > 0)
    return tambour_wording_fill (_("First response fell at {0} and improved elsewhere"), worst, NULL);
  if (responses.improved > 0)
    return tambour_wording_fill (_("First response improved at {0} of {1} priorities"), improved, compared, NULL);

  return g_strdup (_("First response held at every priority"));
}

/**
 * tambour_findings_resolve_head:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): how soon cases were resolved, or %NULL
 *   if there are too few for a median
 */
char *
tambour_findings_resolve_head (TambourFacts *facts)
{
  TambourFact *median = facts->service.resolve_all.median;
  g_autofree char *half = NULL;

  if (!tambour_fact_is_known (median) || median->now.n < 3)
    return NULL;

  half = tambour_wording_duration_long (llround (median->now.value * TAMBOUR_HOUR));

  return tambour_wording_fill (_("Half of all cases close within {0}"), half, NULL);
}

/* The cause that rose or fell most, against or with all of them. */
static const TambourCauseFact *
find_moved (TambourFacts *facts,
            gboolean      fell)
{
  GArray *causes = facts->service.causes;
  const TambourCauseFact *found = NULL;
  double most = 1; /* a change of 2 or more counts */

  for (guint i = 0; i < causes->len; i++)
    {
      const TambourCauseFact *cause = &g_array_index (causes, TambourCauseFact, i);
      double change;

      if (cause->is_other || cause->is_unknown || !tambour_fact_has_prior (cause->count))
        continue;
      change = (cause->count->now.value - cause->count->prior.value) * (fell ? -1 : 1);
      if (change > most)
        {
          most = change;
          found = cause;
        }
    }

  return found;
}

static char *
write_moved (const TambourCauseFact *cause)
{
  return tambour_wording_number (llround (fabs (cause->count->now.value - cause->count->prior.value)));
}

/**
 * tambour_findings_causes_head:
 * @facts: the facts
 * @in_short: one cause only, for when two do not fit
 *
 * Returns: (transfer full) (nullable): which causes moved, or which leads; %NULL if neither
 */
char *
tambour_findings_causes_head (TambourFacts *facts,
                              gboolean      in_short)
{
  const TambourCauseFact *down, *up, *largest;
  g_autofree char *fewer = NULL;
  g_autofree char *more = NULL;
  g_autofree char *counts = NULL;

  if (facts->service.causes == NULL)
    return NULL;

  down = find_moved (facts, TRUE);
  up = find_moved (facts, FALSE);
  largest = find_largest_cause (facts);
  fewer = down ? write_moved (down) : NULL;
  more = up ? write_moved (up) : NULL;

  if (down && up && !in_short)
    return tambour_wording_fill (_("{0} fell by {1}, {2} rose by {3}"), down->title, fewer, up->title, more, NULL);
  if (down)
    return tambour_wording_fill (_("{0} fell by {1}"), down->title, fewer, NULL);
  if (up)
    return tambour_wording_fill (_("{0} rose by {1}"), up->title, more, NULL);
  if (largest == NULL)
    return NULL;

  counts = tambour_wording_of (tambour_fact_count (largest->count), tambour_fact_count (facts->service.total));

  return tambour_wording_fill (_("{0} leads with {1}"), largest->title, counts, NULL);
}
