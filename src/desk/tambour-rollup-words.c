/* tambour-rollup-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-sum.h"

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* What managers are told of an account, in the language of the thread. */

static const char *
say_chapter (TambourChapter chapter)
{
  switch (chapter)
    {
    case TAMBOUR_CHAPTER_COVER:
      return _("Cover");
    case TAMBOUR_CHAPTER_YEAR:
      return _("The year");
    case TAMBOUR_CHAPTER_GOALS:
      return _("Goals");
    case TAMBOUR_CHAPTER_SERVICE:
      return _("Service");
    case TAMBOUR_CHAPTER_CONTINUITY:
      return _("Continuity");
    case TAMBOUR_CHAPTER_USAGE:
      return _("Usage");
    case TAMBOUR_CHAPTER_AUDITS:
      return _("Audits");
    case TAMBOUR_CHAPTER_REQUESTS:
      return _("Requests");
    case TAMBOUR_CHAPTER_ENABLEMENT:
      return _("Enablement");
    case TAMBOUR_CHAPTER_VALUE:
      return _("Value");
    case TAMBOUR_CHAPTER_PROJECTS:
      return _("Projects");
    case TAMBOUR_CHAPTER_DECISIONS:
      return _("Decisions");
    case TAMBOUR_CHAPTER_APPENDIX:
      return _("Appendix");
    }

  g_return_val_if_reached ("");
}

static char *
list_chapters (const gboolean is_said[TAMBOUR_N_CHAPTERS])
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (is_said[i])
      g_ptr_array_add (names, (gpointer) say_chapter (i));

  g_ptr_array_add (names, NULL);

  return names->len > 1 ? tambour_wording_list ((const char * const *) names->pdata) : g_strdup ("");
}

/**
 * tambour_rollup_say_figure:
 * @figure: a figure
 * @prior: whether the year before is meant
 *
 * Returns: (transfer full): how much it is, money in short; empty where it is not measured
 */
char *
tambour_rollup_say_figure (const TambourRollupFigure *figure,
                           gboolean                   prior)
{
  TambourFact fact = tambour_rollup_figure_fact (figure);

  return tambour_measure_is_known (prior ? &figure->prior : &figure->now) ? tambour_fact_big (&fact, prior) : g_strdup ("");
}

/**
 * tambour_rollup_say_health:
 * @health: how an account stands
 *
 * Returns: the word for it
 */
const char *
tambour_rollup_say_health (TambourHealthLevel health)
{
  switch (health)
    {
    case TAMBOUR_HEALTH_NONE:
      return _("Not known");
    case TAMBOUR_HEALTH_GOOD:
      return _("Good");
    case TAMBOUR_HEALTH_ATTENTION:
      return _("Attention");
    case TAMBOUR_HEALTH_RISK:
      return _("At risk");
    }

  g_return_val_if_reached ("");
}

/**
 * tambour_rollup_say_out:
 * @line: of an account
 *
 * Returns: (transfer full): the pages that are left out; empty if there are none
 */
char *
tambour_rollup_say_out (const TambourRollupLine *line)
{
  return list_chapters (line->is_out);
}

/**
 * tambour_rollup_say_titles:
 * @line: of an account
 *
 * Returns: (transfer full): the pages whose titles were typed; empty if there are none
 */
char *
tambour_rollup_say_titles (const TambourRollupLine *line)
{
  return list_chapters (line->is_retitled);
}

/**
 * tambour_rollup_say_sources:
 * @line: of an account
 *
 * Returns: (transfer full): the sources that are missing; empty if there are none
 */
char *
tambour_rollup_say_sources (const TambourRollupLine *line)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < line->sources->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", _((const char *) g_ptr_array_index (line->sources, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
