/* tambour-findings-product.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The titles of the pages about the product: protection, audits and requests (REPORT-DESIGN
 * section 8).
 */

static char *
get_spelled (gint64 n)
{
  g_autofree char *spelled = tambour_wording_spelled (n);

  return tambour_wording_capital (spelled);
}

/* --- usage ------------------------------------------------------------------ */

/* The group that holds more than half of who is exposed. */
static const char *
get_largest_group (TambourFacts *facts)
{
  GArray *groups = facts->usage.groups;
  const TambourGroupFact *largest = groups->len > 0 ? &g_array_index (groups, TambourGroupFact, 0) : NULL;

  if (largest == NULL || largest->is_other || !tambour_fact_is_known (largest->count) ||
      !tambour_fact_is_known (facts->usage.exposed) || facts->usage.exposed->now.value < TAMBOUR_FEW ||
      2 * largest->count->now.value <= facts->usage.exposed->now.value)
    return NULL;

  return largest->title;
}

static char *
title_unknown_usage (TambourFacts *facts)
{
  if (facts->usage.lacks_licences)
    return g_strdup (_("Protection cannot be reported for this period: the number of licences is not stored"));
  if (tambour_fact_is_known (facts->usage.devices_total))
    return g_strdup (_("Protection cannot be reported for this period: the daily count of protected users is missing"));

  return g_strdup (_("Protection cannot be reported for this period: the usage export is missing"));
}

/* @now of users are protected, and the rest has a @group to look for. */
static char *
title_exposed_in_group (TambourDirection  direction,
                        const char       *now,
                        const char       *rest,
                        const char       *group)
{
  if (direction == TAMBOUR_DIRECTION_FELL)
    return tambour_wording_fill (_("Protection fell to {0}; {1} users are exposed, more than half of them in “{2}”"), now,
                                 rest, group, NULL);
  if (direction == TAMBOUR_DIRECTION_HELD)
    return tambour_wording_fill (_("Protection held at {0}; {1} users remain, more than half of them in “{2}”"), now, rest,
                                 group, NULL);

  return tambour_wording_fill (_("{0} of users are now protected; {1} remain, more than half of them in “{2}”"), now, rest,
                               group, NULL);
}

static char *
title_exposed (TambourDirection  direction,
               gint64            n,
               const char       *now,
               const char       *rest)
{
  if (direction == TAMBOUR_DIRECTION_FELL)
    return tambour_wording_fill (ngettext ("Protection fell to {0}; one user is exposed",
                                           "Protection fell to {0}; {1} users are exposed", n),
                                 now, rest, NULL);
  if (direction == TAMBOUR_DIRECTION_HELD)
    return tambour_wording_fill (ngettext ("Protection held at {0}; one user remains",
                                           "Protection held at {0}; {1} users remain", n),
                                 now, rest, NULL);

  return tambour_wording_fill (ngettext ("{0} of users are now protected; one remains",
                                         "{0} of users are now protected; {1} remain", n),
                               now, rest, NULL);
}

/**
 * tambour_findings_usage_title:
 * @facts: the facts
 * @in_short: without the name of a group, for when the whole title is too long
 *
 * Returns: (transfer full): how many users are protected and who is not, in one sentence
 */
char *
tambour_findings_usage_title (TambourFacts *facts,
                              gboolean      in_short)
{
  TambourFact *coverage = facts->usage.coverage_now;
  TambourDirection direction = tambour_statement_direction (coverage);
  const char *group = get_largest_group (facts);
  gint64 n = tambour_fact_count (facts->usage.exposed);
  g_autofree char *now = NULL;
  g_autofree char *rest = tambour_wording_number (n);

  if (!tambour_fact_is_known (coverage))
    return title_unknown_usage (facts);
  if (n <= 0)
    return g_strdup (_("Every licensed user is now protected"));

  now = tambour_fact_now (coverage);

  return group && !in_short ? title_exposed_in_group (direction, now, rest, group)
                            : title_exposed (direction, n, now, rest);
}

/* --- audits ----------------------------------------------------------------- */

/**
 * tambour_statement_count_fallen:
 * @facts: the facts
 *
 * Returns: how many sections of the audit ended lower than the period began; they are the
 *   last of the list
 */
guint
tambour_statement_count_fallen (TambourFacts *facts)
{
  GArray *sections = facts->audits.sections;
  guint n = 0;

  for (guint i = 0; facts->has_prior && i < sections->len; i++)
    n += g_array_index (sections, TambourSectionFact, i).change <= -0.5;

  return n;
}

static guint
count_risen (TambourFacts *facts)
{
  GArray *sections = facts->audits.sections;
  guint n = 0;

  for (guint i = 0; facts->has_prior && i < sections->len; i++)
    n += g_array_index (sections, TambourSectionFact, i).change >= 0.5;

  return n;
}

static char *
title_no_audit (TambourFacts *facts)
{
  g_autofree char *next = tambour_wording_date (facts->audits.next_on, TAMBOUR_DATE_FORM_LONG);

  if (tambour_date_is_stated (facts->audits.next_on))
    return tambour_wording_fill (_("No audit was made in this period; the next one is planned for {0}"), next, NULL);

  return g_strdup (_("No audit was made in this period and none is planned yet"));
}

/* Nothing to compare with: the score, and where it is lowest. */
static char *
title_one_audit (TambourFacts *facts,
                 const char   *score)
{
  const TambourSectionFact *lowest = NULL;
  guint last = facts->audits.audits->len - 1;
  g_autofree char *low = NULL;

  for (guint i = 0; i < facts->audits.sections->len; i++)
    {
      const TambourSectionFact *section = &g_array_index (facts->audits.sections, TambourSectionFact, i);

      if (isfinite (section->scores[last]) && (lowest == NULL || section->scores[last] <= lowest->scores[last]))
        lowest = section;
    }
  if (lowest == NULL || facts->audits.sections->len < 2)
    return tambour_wording_fill (_("The audit score is {0} of 100"), score, NULL);

  low = tambour_wording_decimal (lowest->scores[last], 0);

  return tambour_wording_fill (_("The audit score is {0} of 100; “{1}” has the lowest of its sections, {2}"), score,
                               lowest->title, low, NULL);
}

static char *
title_rise (TambourFacts *facts,
            const char   *points,
            gint64        n_points,
            const char   *score,
            const char   *section)
{
  guint fallen = tambour_statement_count_fallen (facts);
  g_autofree char *n = tambour_wording_spelled (fallen);

  if (fallen == 1 && section)
    return tambour_wording_fill (ngettext ("The audit score rose {0} point to {1}; “{2}” is the only section that fell",
                                           "The audit score rose {0} points to {1}; “{2}” is the only section that fell",
                                           n_points),
                                 points, score, section, NULL);
  if (fallen > 0)
    return tambour_wording_fill (ngettext ("The audit score rose to {0}, while one section fell",
                                           "The audit score rose to {0}, while {1} sections fell", fallen),
                                 score, n, NULL);
  if (count_risen (facts) == facts->audits.sections->len)
    return tambour_wording_fill (ngettext ("The audit score rose {0} point to {1} and every section rose",
                                           "The audit score rose {0} points to {1} and every section rose", n_points),
                                 points, score, NULL);

  return tambour_wording_fill (ngettext ("The audit score rose {0} point to {1} and no section fell",
                                         "The audit score rose {0} points to {1} and no section fell", n_points),
                               points, score, NULL);
}

static char *
title_fall (TambourFacts *facts,
            const char   *points,
            gint64        n_points,
            const char   *score,
            const char   *section)
{
  guint risen = count_risen (facts);
  g_autofree char *n = tambour_wording_spelled (risen);

  if (section)
    return tambour_wording_fill (ngettext ("The audit score fell {0} point to {1}; “{2}” fell most",
                                           "The audit score fell {0} points to {1}; “{2}” fell most", n_points),
                                 points, score, section, NULL);
  if (risen > 0)
    return tambour_wording_fill (ngettext ("The audit score fell to {0}, while one section rose",
                                           "The audit score fell to {0}, while {1} sections rose", risen),
                                 score, n, NULL);

  return tambour_wording_fill (ngettext ("The audit score fell {0} point to {1}", "The audit score fell {0} points to {1}",
                                         n_points),
                               points, score, NULL);
}

static char *
title_held (TambourFacts *facts,
            const char   *score,
            const char   *section)
{
  guint fallen = tambour_statement_count_fallen (facts);
  g_autofree char *n = tambour_wording_spelled (fallen);

  if (fallen == 1 && section)
    return tambour_wording_fill (_("The audit score held at {0}; “{1}” is the only section that fell"), score, section, NULL);
  if (fallen > 0)
    return tambour_wording_fill (ngettext ("The audit score held at {0}, while one section fell",
                                           "The audit score held at {0}, while {1} sections fell", fallen),
                                 score, n, NULL);

  return tambour_wording_fill (_("The audit score held at {0} and no section fell"), score, NULL);
}

/**
 * tambour_statement_find_fallen:
 * @facts: the facts
 *
 * Returns: (nullable): the section of the audit that fell most
 */
const TambourSectionFact *
tambour_statement_find_fallen (TambourFacts *facts)
{
  const TambourSectionFact *lowest = NULL;

  for (guint i = 0; facts->has_prior && i < facts->audits.sections->len; i++)
    {
      const TambourSectionFact *section = &g_array_index (facts->audits.sections, TambourSectionFact, i);

      if (section->change <= -0.5 && (lowest == NULL || section->change < lowest->change))
        lowest = section;
    }

  return lowest;
}

/* As on the page of the year, where both years had an audit; else over the items in common. */
static double
get_change (TambourFacts *facts)
{
  TambourFact *score = facts->audits.score;

  if (tambour_fact_has_prior (score))
    return score->now.value - score->prior.value;
  if (facts->has_prior && tambour_fact_is_known (facts->audits.change))
    return facts->audits.change->now.value;

  return NAN;
}

/**
 * tambour_findings_audits_title:
 * @facts: the facts
 * @in_short: without the name of a section, for when the whole title is too long
 *
 * Returns: (transfer full): what became of the audit score, in one sentence
 */
char *
tambour_findings_audits_title (TambourFacts *facts,
                               gboolean      in_short)
{
  TambourFact *score = facts->audits.score;
  double change = get_change (facts);
  gint64 n_points = (gint64) floor (fabs (change) + 0.5);
  const TambourSectionFact *fallen = in_short ? NULL : tambour_statement_find_fallen (facts);
  const char *section = fallen ? fallen->title : NULL;
  g_autofree char *points = NULL;
  g_autofree char *now = NULL;

  if (!tambour_fact_is_known (score))
    return tambour_fact_count (facts->audits.count) > 0
             ? g_strdup (_("The audit of this period has no score: nothing in it was verified"))
             : title_no_audit (facts);

  now = tambour_fact_now (score);
  if (!isfinite (change))
    return in_short ? tambour_wording_fill (_("The audit score is {0} of 100"), now, NULL) : title_one_audit (facts, now);
  if (n_points == 0)
    return title_held (facts, now, section);

  points = tambour_wording_number (n_points);

  return change > 0 ? title_rise (facts, points, n_points, now, section)
                    : title_fall (facts, points, n_points, now, section);
}

/* --- requests --------------------------------------------------------------- */

/* The first quarter in which something on the roadmap is planned. */
static const char *
get_first_quarter (TambourFacts *facts)
{
  GArray *requests = facts->requests.requests;

  for (guint i = 0; i < requests->len; i++)
    {
      const TambourRequestFact *request = &g_array_index (requests, TambourRequestFact, i);

      if (tambour_date_is_stated (request->reached[TAMBOUR_STAGE_ACCEPTED]) && request->target_release &&
          *request->target_release && !tambour_date_is_stated (request->reached[TAMBOUR_STAGE_SHIPPED]) &&
          !tambour_date_is_stated (request->declined_on))
        return request->target_release;
    }

  return NULL;
}

static char *
title_none_shipped (TambourFacts *facts,
                    gint64        n_planned,
                    gboolean      in_short)
{
  const char *quarter = in_short ? NULL : get_first_quarter (facts);
  g_autofree char *planned = tambour_wording_spelled (n_planned);

  if (n_planned == 0)
    return g_strdup (_("No request shipped in this period and none is on the roadmap yet"));
  if (quarter)
    return tambour_wording_fill (ngettext ("No request shipped in this period; one is on the roadmap for {1}",
                                           "No request shipped in this period; {0} are on the roadmap, the first for {1}",
                                           n_planned),
                                 planned, quarter, NULL);

  return tambour_wording_fill (ngettext ("No request shipped in this period; one is on the roadmap",
                                         "No request shipped in this period; {0} are on the roadmap", n_planned),
                               planned, NULL);
}

/* @n requests shipped, and nothing more is planned. */
static char *
title_all_shipped (gint64      n,
                   const char *shipped,
                   const char *before,
                   gboolean    up)
{
  if (before && up)
    return tambour_wording_fill (ngettext ("One of your requests shipped this year, up from {1}",
                                           "{0} of your requests shipped this year, up from {1}", n),
                                 shipped, before, NULL);
  if (before)
    return tambour_wording_fill (ngettext ("One of your requests shipped this year, down from {1}",
                                           "{0} of your requests shipped this year, down from {1}", n),
                                 shipped, before, NULL);

  return tambour_wording_fill (ngettext ("One of your requests shipped in this period",
                                         "{0} of your requests shipped in this period", n),
                               shipped, NULL);
}

/* The same, and one more is on the roadmap. */
static char *
title_one_planned (gint64      n,
                   const char *shipped,
                   const char *before,
                   gboolean    up)
{
  if (before && up)
    return tambour_wording_fill (ngettext ("One of your requests shipped this year, up from {1}; one more is on the roadmap",
                                           "{0} of your requests shipped this year, up from {1}; one more is on the roadmap",
                                           n),
                                 shipped, before, NULL);
  if (before)
    return tambour_wording_fill (ngettext ("One of your requests shipped this year, down from {1}; one more is on the roadmap",
                                           "{0} of your requests shipped this year, down from {1}; one more is on the roadmap",
                                           n),
                                 shipped, before, NULL);

  return tambour_wording_fill (ngettext ("One of your requests shipped in this period; one more is on the roadmap",
                                         "{0} of your requests shipped in this period; one more is on the roadmap", n),
                               shipped, NULL);
}

/* The same, and @planned more are on the roadmap. */
static char *
title_some_planned (gint64      n,
                    const char *shipped,
                    const char *before,
                    gboolean    up,
                    const char *planned)
{
  if (before && up)
    return tambour_wording_fill (ngettext ("One of your requests shipped this year, up from {1}; {2} more are on the roadmap",
                                           "{0} of your requests shipped this year, up from {1}; {2} more are on the roadmap",
                                           n),
                                 shipped, before, planned, NULL);
  if (before)
    return tambour_wording_fill (ngettext ("One of your requests shipped this year, down from {1}; {2} more are on the roadmap",
                                           "{0} of your requests shipped this year, down from {1}; {2} more are on the roadmap",
                                           n),
                                 shipped, before, planned, NULL);

  return tambour_wording_fill (ngettext ("One of your requests shipped in this period; {1} more are on the roadmap",
                                         "{0} of your requests shipped in this period; {1} more are on the roadmap", n),
                               shipped, planned, NULL);
}

/**
 * tambour_findings_requests_title:
 * @facts: the facts
 * @in_short: without the quarter, for when the whole title is too long
 *
 * Returns: (transfer full): what became of the requests to the product, in one sentence
 */
char *
tambour_findings_requests_title (TambourFacts *facts,
                                 gboolean      in_short)
{
  TambourFact *shipped = facts->requests.stages[TAMBOUR_STAGE_SHIPPED];
  gint64 n = tambour_fact_count (shipped), n_planned = tambour_fact_count (facts->requests.on_roadmap);
  gboolean compared = tambour_fact_has_prior (shipped) && shipped->prior.value > 0 && shipped->prior.value != n;
  g_autofree char *first = get_spelled (n);
  g_autofree char *planned = tambour_wording_spelled (n_planned);
  g_autofree char *before = compared ? tambour_wording_spelled ((gint64) shipped->prior.value) : NULL;
  gboolean up = compared && n > shipped->prior.value;

  if (tambour_fact_count (facts->requests.stages[TAMBOUR_STAGE_ASKED]) == 0)
    return g_strdup (_("No request to the product was open in this period"));
  if (n == 0)
    return title_none_shipped (facts, n_planned, in_short);
  if (n_planned == 0)
    return title_all_shipped (n, first, before, up);
  if (n_planned == 1)
    return title_one_planned (n, first, before, up);

  return title_some_planned (n, first, before, up, planned);
}
