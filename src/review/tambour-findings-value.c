/* tambour-findings-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>

#include "tambour-fact-text.h"
#include "tambour-value-formulas.h"

#include "tambour-wording.h"

/* The sentences about value and what it is worth against the fee (REPORT-DESIGN section 8). */

/* More lines than these are not told by name in a title. */
#define MOST_NAMED 3

/* --- the title -------------------------------------------------------------- */

/* Whether all that is shared counts by half. */
static gboolean
counts_half (TambourFacts *facts)
{
  GArray *lines = facts->value.lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const TambourValueLine *line = &g_array_index (lines, TambourValueLine, i);

      if (line->share < 1 && line->share != TAMBOUR_VALUE_SHARED)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the lines that wait for a year to compare with, by name */
static char *
list_for_year_two (TambourFacts *facts)
{
  GArray *waiting = facts->value.not_counted;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < waiting->len; i++)
    {
      const TambourNotCountedFact *line = &g_array_index (waiting, TambourNotCountedFact, i);

      if (g_strcmp0 (line->reason, N_("A difference to the year before can only be counted from year two")) == 0)
        g_ptr_array_add (names, tambour_wording_fill (_("“{0}”"), line->title, NULL));
    }
  if (names->len == 0 || names->len > MOST_NAMED)
    return NULL;

  g_ptr_array_add (names, NULL);

  return tambour_wording_list ((const char * const *) names->pdata);
}

static char *
title_first_year (TambourFacts *facts,
                  const char   *value,
                  gboolean      in_short)
{
  g_autofree char *lines = in_short ? NULL : list_for_year_two (facts);

  if (lines == NULL)
    return tambour_wording_fill (_("The first year shows {0} of counted value; "
                                   "what is a difference to the year before can only be counted from year two"),
                                 value, NULL);

  return tambour_wording_fill (_("The first year shows {0} of counted value; {1} can only be counted from year two"), value,
                               lines, NULL);
}

static char *
title_not_covered (TambourFacts *facts,
                   const char   *value,
                   gboolean      in_short)
{
  TambourFact *break_even = facts->value.break_even;
  g_autofree char *fee = tambour_fact_round (facts->value.fee, FALSE);

  if (!in_short && tambour_fact_is_known (break_even) && break_even->now.value > 0 && break_even->now.value <= 1)
    {
      g_autofree char *share = tambour_wording_percent (break_even->now.value * 100, 0);

      return tambour_wording_fill (_("The counted value of {0} does not cover the fee of {1}; it would from a share of {2}"),
                                   value, fee, share, NULL);
    }
  if (!in_short && facts->plans.projects->len > 0)
    return tambour_wording_fill (_("The counted value of {0} does not cover the fee of {1}; "
                                   "the projects of the next year show what would"),
                                 value, fee, NULL);

  return tambour_wording_fill (_("The counted value of {0} does not cover the fee of {1}"), value, fee, NULL);
}

static char *
title_covered (TambourFacts *facts,
               const char   *value)
{
  TambourFact *break_even = facts->value.break_even;
  g_autofree char *share = NULL;

  if (!tambour_fact_is_known (break_even))
    return tambour_wording_fill (_("We count {0}, every effect of it in full; the plan pays for itself"), value, NULL);
  if (break_even->now.value <= 0)
    return tambour_wording_fill (_("We count {0}; the fee is covered without shared effects"), value, NULL);

  share = tambour_wording_percent (break_even->now.value * 100, 0);

  return tambour_wording_fill (counts_half (facts)
                                 ? _("We count {0}, with half of every shared effect; the plan pays for itself from a share of {1}")
                                 : _("We count {0}, with a part of every shared effect; the plan pays for itself from a share of {1}"),
                               value, share, NULL);
}

/**
 * tambour_findings_value_title:
 * @facts: the facts
 * @in_short: without what would change it, for when the whole title is too long
 *
 * Returns: (transfer full): what was counted, and whether it covers the fee, in one sentence
 */
char *
tambour_findings_value_title (TambourFacts *facts,
                              gboolean      in_short)
{
  TambourValueFacts *value = &facts->value;
  g_autofree char *total = NULL;

  if (!tambour_fact_is_known (value->total))
    return g_strdup (value->not_counted->len > 0 ? _("No value is counted: none of the effects that were named has an accepted amount")
                                                 : _("No value is counted for this period"));

  total = tambour_fact_round (value->total, FALSE);
  if (facts->first_year)
    return title_first_year (facts, total, in_short);
  if (!tambour_fact_is_known (value->fee))
    return tambour_wording_fill (_("We count {0}; no fee is stored to compare it with"), total, NULL);
  if (value->total->now.value < value->fee->now.value)
    return title_not_covered (facts, total, in_short);

  return title_covered (facts, total);
}

/* --- heads ------------------------------------------------------------------ */

/**
 * tambour_findings_rates_head:
 * @facts: the facts
 *
 * Returns: (transfer full): what the assumptions are, and since when if all were agreed together
 */
char *
tambour_findings_rates_head (TambourFacts *facts)
{
  GArray *rates = facts->value.rates;
  g_autofree char *date = NULL;

  for (guint i = 0; i < rates->len; i++)
    if (g_array_index (rates, TambourRateFact, i).agreed_on.julian != g_array_index (rates, TambourRateFact, 0).agreed_on.julian)
      return g_strdup (_("Assumptions that were agreed"));
  if (rates->len == 0)
    return g_strdup (_("Assumptions"));

  date = tambour_wording_date (g_array_index (rates, TambourRateFact, 0).agreed_on, TAMBOUR_DATE_FORM_LONG);

  return tambour_wording_fill (_("Assumptions, agreed {0}"), date, NULL);
}

/**
 * tambour_findings_break_even_note:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): what the share from which on the fee is covered comes to,
 *   where no share between 0 and 100% does; else %NULL
 */
char *
tambour_findings_break_even_note (TambourFacts *facts)
{
  TambourFact *break_even = facts->value.break_even;

  if (!tambour_fact_is_known (facts->value.fee))
    return g_strdup (_("no fee is stored"));
  if (!tambour_fact_is_known (break_even))
    return NULL;
  if (break_even->now.value <= 0)
    return g_strdup (_("covered without shared effects"));

  return break_even->now.value > 1 ? g_strdup (_("not covered")) : NULL;
}

/* --- the lists of the year -------------------------------------------------- */

static void
add_worse_lines (TambourFacts *facts,
                 GPtrArray    *findings)
{
  GArray *lines = facts->value.lines;

  for (guint i = 0; lines && i < lines->len; i++)
    {
      const TambourValueLine *line = &g_array_index (lines, TambourValueLine, i);
      TambourMoney money = { .minor = -line->counted };
      g_autofree char *amount = NULL;

      if (line->counted >= 0)
        continue;

      g_strlcpy (money.currency, facts->value.currency, sizeof money.currency);
      amount = tambour_wording_money (money);
      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_VALUE, facts->value.total,
                             tambour_statement_say (_("<b>“{0}” got worse</b>: it takes {1} from the counted value."), line->title,
                                                    amount, NULL),
                             NULL);
    }
}

/**
 * tambour_findings_add_value:
 * @facts: the facts
 * @findings: (element-type TambourStatement): what is added to
 *
 * Adds what became of the counted value; a big figure tells its amount.
 */
void
tambour_findings_add_value (TambourFacts *facts,
                            GPtrArray    *findings)
{
  TambourFact *total = facts->value.total;
  TambourDirection direction = tambour_statement_direction (total);
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  g_autofree char *fee = NULL;

  if (!tambour_fact_is_known (total))
    return;

  now = tambour_fact_round (total, FALSE);
  before = tambour_fact_round (total, TRUE);
  add_worse_lines (facts, findings);
  if (tambour_fact_is_known (facts->value.fee) && !facts->first_year && total->now.value < facts->value.fee->now.value)
    {
      fee = tambour_fact_round (facts->value.fee, FALSE);
      tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_VALUE, total,
                             tambour_statement_say (_("<b>The counted value did not cover the fee</b>: {0} against {1}."), now,
                                                    fee, NULL),
                             NULL)
        ->headline = TRUE;
    }
  if (facts->has_prior && direction == TAMBOUR_DIRECTION_FELL)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_VALUE, total,
                           tambour_statement_say (_("<b>Counted value fell</b> from {0} to {1}."), before, now, NULL), NULL)
      ->headline = TRUE;
  else if (facts->has_prior && direction == TAMBOUR_DIRECTION_ROSE)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_VALUE, total,
                           tambour_statement_say (_("<b>Counted value rose</b> from {0} to {1}."), before, now, NULL), NULL)
      ->headline = TRUE;
}
