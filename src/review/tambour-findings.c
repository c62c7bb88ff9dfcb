/* tambour-findings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include <math.h>
#include <string.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/**
 * tambour_statement_free:
 * @self: a finding
 *
 * Frees @self; its figure stays with the facts.
 */
void
tambour_statement_free (TambourStatement *self)
{
  g_clear_pointer (&self->text, tambour_rich_free);
  g_clear_pointer (&self->brief, g_free);
  g_free (self);
}

static TambourDirection
compare (double change,
         double threshold)
{
  /* What a double lacks must not move a figure over the threshold. */
  if (change >= threshold - 1e-9)
    return TAMBOUR_DIRECTION_ROSE;

  return change <= -threshold + 1e-9 ? TAMBOUR_DIRECTION_FELL : TAMBOUR_DIRECTION_HELD;
}

static gboolean
is_small_share (const TambourMeasure *measure)
{
  return measure->of != TAMBOUR_NO_COUNT && measure->of < 10;
}

/**
 * tambour_statement_direction:
 * @fact: (nullable): a figure
 *
 * Returns: what became of it since last year
 */
TambourDirection
tambour_statement_direction (const TambourFact *fact)
{
  double now, before;

  if (fact == NULL || !tambour_fact_has_prior (fact))
    return TAMBOUR_DIRECTION_UNKNOWN;

  now = fact->now.value;
  before = fact->prior.value;

  switch (fact->unit)
    {
    case TAMBOUR_UNIT_COUNT:
      if (MAX (now, before) < 10)
        return compare (now - before, 2);
      break;

    case TAMBOUR_UNIT_SHARE:
      if (is_small_share (&fact->now) || is_small_share (&fact->prior))
        return TAMBOUR_DIRECTION_HELD;
      return compare ((now - before) * 100, 2);

    case TAMBOUR_UNIT_SCORE:
    case TAMBOUR_UNIT_POINTS:
      return compare (now - before, 2);

    case TAMBOUR_UNIT_HOURS:
    case TAMBOUR_UNIT_DAYS:
    case TAMBOUR_UNIT_MONEY:
    case TAMBOUR_UNIT_RATIO:
    case TAMBOUR_UNIT_RATING:
    case TAMBOUR_UNIT_NUMBER:
      break;
    }

  return before > 0 ? compare (now / before - 1, 0.05) : compare (now - before, 2);
}

/* Adds what has been gathered and starts again. */
static void
flush (TambourRich *rich,
       GString     *text,
       gboolean     bold)
{
  if (text->len > 0)
    tambour_rich_add_span (rich, (TambourSpan) {
                                   .text = text->str,
                                   .weight = bold ? 600 : 0,
                                   .tone = bold ? TAMBOUR_TONE_INK : TAMBOUR_TONE_NONE,
                                 });
  g_string_truncate (text, 0);
}

static const char *
take_value (const char  *at,
            const char **values,
            guint        n_values)
{
  int place = at[0] == '{' && at[1] != '\0' && at[2] == '}' ? g_ascii_digit_value (at[1]) : -1;

  return place >= 0 && (guint) place < n_values ? values[place] : NULL;
}

static TambourRich *
mark_up (const char  *sentence,
         const char **values,
         guint        n_values)
{
  TambourRich *rich = tambour_rich_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean bold = FALSE;

  for (const char *at = sentence; *at; at++)
    {
      const char *value = take_value (at, values, n_values);

      if (value)
        {
          g_string_append (text, value);
          at += 2;
        }
      else if (g_str_has_prefix (at, bold ? "</b>" : "<b>"))
        {
          flush (rich, text, bold);
          at += bold ? 3 : 2;
          bold = !bold;
        }
      else
        {
          g_string_append_c (text, *at);
        }
    }
  flush (rich, text, bold);

  return rich;
}

/**
 * tambour_statement_say:
 * @sentence: a whole translated sentence; `{0}` to `{9}` are places, `<b>` and `</b>` surround
 *   its main clause
 * @...: what stands in the places, ended by %NULL; nothing in it is read as markup
 *
 * Returns: (transfer full): the sentence, beginning with a capital
 */
TambourRich *
tambour_statement_say (const char *sentence,
                       ...)
{
  const char *values[10] = { NULL };
  g_autofree char *first = NULL;
  guint n_values = 0;
  va_list arguments;

  va_start (arguments, sentence);
  while (n_values < G_N_ELEMENTS (values) && (values[n_values] = va_arg (arguments, const char *)) != NULL)
    n_values++;
  va_end (arguments);

  /* The value that the sentence begins with begins with a capital. */
  for (guint i = 0; i < n_values; i++)
    {
      const char *begin = g_str_has_prefix (sentence, "<b>") ? sentence + 3 : sentence;

      if (take_value (begin, values, n_values) == values[i])
        {
          first = tambour_wording_capital (values[i]);
          values[i] = first;
          break;
        }
    }

  return mark_up (sentence, values, n_values);
}

/**
 * tambour_statement_add:
 * @findings: (element-type TambourStatement): what is added to
 * @went_well: which list it belongs to
 * @chapter: where it is told in full
 * @fact: (nullable): the figure that it tells
 * @text: (transfer full): the sentence
 * @brief: (transfer full) (nullable): the same in short
 *
 * Returns: (transfer none): the new statement, so that its rank can be said
 */
TambourStatement *
tambour_statement_add (GPtrArray      *findings,
                       gboolean        went_well,
                       TambourChapter  chapter,
                       TambourFact    *fact,
                       TambourRich    *text,
                       char           *brief)
{
  TambourStatement *finding = g_new0 (TambourStatement, 1);

  finding->went_well = went_well;
  finding->chapter = chapter;
  finding->fact = fact;
  finding->text = text;
  finding->brief = brief;
  g_ptr_array_add (findings, finding);

  return finding;
}

/**
 * tambour_findings_of_year:
 * @facts: the facts
 *
 * Returns: (transfer full) (element-type TambourStatement): everything worth
 *   saying of the period, the weightiest first
 */
GPtrArray *
tambour_findings_of_year (TambourFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_statement_free);

  tambour_findings_add_volume (facts, findings);
  tambour_findings_add_outcomes (facts, findings);
  tambour_findings_add_service (facts, findings);
  tambour_findings_add_value (facts, findings);
  tambour_findings_add_enablement (facts, findings);

  return findings;
}

/* What must be said first, what a big figure says already last. */
static guint
get_rank (const TambourStatement *finding)
{
  if (finding->must)
    return 0;

  return finding->headline ? 2 : 1;
}

/**
 * tambour_findings_pick:
 * @findings: (element-type TambourStatement): in the order of their weight
 * @went_well: which list
 * @most: how many there is room for
 *
 * Takes what has to be said, then the weightiest, and puts them in the order
 * of the pages.
 *
 * Returns: (transfer container) (element-type TambourStatement): the list
 */
GPtrArray *
tambour_findings_pick (GPtrArray *findings,
                       gboolean   went_well,
                       guint      most)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint rank = 0; rank < 3; rank++)
    for (guint i = 0; i < findings->len && chosen->len < most; i++)
      {
        TambourStatement *finding = g_ptr_array_index (findings, i);

        if (finding->went_well == went_well && get_rank (finding) == rank)
          g_ptr_array_add (chosen, finding);
      }

  for (guint chapter = 0; chapter < TAMBOUR_N_CHAPTERS; chapter++)
    for (guint i = 0; i < chosen->len; i++)
      {
        TambourStatement *finding = g_ptr_array_index (chosen, i);

        if (finding->chapter == chapter)
          g_ptr_array_add (ordered, finding);
      }

  return ordered;
}

/* The first findings of a side that can be said in short. */
static void
add_briefs (GPtrArray *findings,
            gboolean   went_well,
            gboolean   headline,
            guint      most,
            GPtrArray *briefs)
{
  for (int must = TRUE; must >= FALSE; must--)
    for (guint i = 0; i < findings->len && briefs->len < most; i++)
      {
        TambourStatement *finding = g_ptr_array_index (findings, i);

        if (finding->went_well == went_well && finding->headline == headline && finding->must == must && finding->brief)
          g_ptr_array_add (briefs, tambour_wording_capital (finding->brief));
      }
}

/**
 * tambour_findings_verdict:
 * @facts: the facts
 * @findings: (element-type TambourStatement): those of the year
 *
 * The two strongest results and the most important exception, for the cover.
 *
 * Returns: (transfer full): one to three sentences
 */
char *
tambour_findings_verdict (TambourFacts *facts,
                          GPtrArray    *findings)
{
  g_autoptr(GPtrArray) briefs = g_ptr_array_new_with_free_func (g_free);
  guint n_good;

  add_briefs (findings, TRUE, TRUE, 2, briefs);
  add_briefs (findings, TRUE, FALSE, 2, briefs);
  n_good = briefs->len;
  add_briefs (findings, FALSE, FALSE, n_good + 1, briefs);
  add_briefs (findings, FALSE, TRUE, n_good + 1, briefs);

  if (briefs->len == 0)
    return tambour_findings_year_title (facts, FALSE);
  if (briefs->len == 1)
    return tambour_wording_fill (_("{0}."), briefs->pdata[0], NULL);
  if (briefs->len == 2)
    return tambour_wording_fill (_("{0}. {1}."), briefs->pdata[0], briefs->pdata[1], NULL);

  return tambour_wording_fill (_("{0}. {1}. {2}."), briefs->pdata[0], briefs->pdata[1], briefs->pdata[2], NULL);
}
