/* tambour-findings-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-findings-private.h"

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The sentences about take-up and about what comes next: projects and decisions (REPORT-DESIGN section 8). */

/* Of fewer cases no cause stands out, and fewer of one cause are no need. */
#define FEW_OF_A_CAUSE 3

/* More projects than these share a first place without their names. */
#define MOST_FIRST 3

static guint
get_length (GArray *array)
{
  return array ? array->len : 0;
}

/* --- take-up ---------------------------------------------------------------- */

typedef struct
{
  guint n;
  guint compared;
  guint rose;
  guint fell;
} TakeUp;

/* Shares of any size are compared as they are: no percentage is told of them. */
static TakeUp
compare_take_up (TambourFacts *facts)
{
  GArray *programmes = facts->enablement.take_up;
  TakeUp result = { .n = get_length (programmes) };

  for (guint i = 0; i < result.n; i++)
    {
      const TambourFact *share = g_array_index (programmes, TambourTakeUpFact, i).share;
      gint64 now, before;

      if (!facts->has_prior || !tambour_fact_has_prior (share) || share->prior.of <= 0)
        continue;

      now = share->now.n * share->prior.of;
      before = share->prior.n * share->now.of;
      result.compared++;
      result.rose += now > before;
      result.fell += now < before;
    }

  return result;
}

/* Whether another cause had more cases the year before. */
static gboolean
was_behind (GArray                 *causes,
            const TambourCauseFact *need)
{
  if (!tambour_fact_has_prior (need->count))
    return FALSE;

  for (guint i = 0; i < causes->len; i++)
    {
      const TambourCauseFact *cause = &g_array_index (causes, TambourCauseFact, i);

      if (!cause->is_other && !cause->is_unknown && tambour_fact_has_prior (cause->count) &&
          cause->count->prior.value > need->count->prior.value)
        return TRUE;
    }

  return FALSE;
}

/**
 * tambour_findings_next_need:
 * @facts: the facts
 * @is_new: (out): whether it was not the largest the year before
 *
 * Returns: (nullable): the largest cause of cases, which the next training is about; %NULL if
 *   no cause stands out, or most cases have none
 */
const TambourCauseFact *
tambour_findings_next_need (TambourFacts *facts,
                            gboolean     *is_new)
{
  GArray *causes = facts->service.causes;
  const TambourCauseFact *need = NULL;
  gint64 n_unknown = 0;

  *is_new = FALSE;
  if (tambour_fact_count (facts->service.total) < TAMBOUR_FEW)
    return NULL;

  for (guint i = 0; i < get_length (causes); i++)
    {
      const TambourCauseFact *cause = &g_array_index (causes, TambourCauseFact, i);

      if (cause->is_unknown)
        n_unknown = tambour_fact_count (cause->count);
      else if (!cause->is_other && need == NULL)
        need = cause;
    }
  if (need == NULL || tambour_fact_count (need->count) < FEW_OF_A_CAUSE || n_unknown > tambour_fact_count (need->count))
    return NULL;

  *is_new = facts->has_prior && was_behind (causes, need);

  return need;
}

/* Nothing can be compared: how many were reached. */
static char *
title_reached (TambourFacts           *facts,
               const TambourCauseFact *need)
{
  gint64 n = tambour_fact_count (facts->enablement.sessions);
  g_autofree char *sessions = tambour_statement_spelled (n);
  g_autofree char *people = n > 0 ? tambour_wording_spelled (tambour_fact_count (facts->enablement.people)) : NULL;
  g_autofree char *programmes = tambour_statement_spelled (facts->enablement.take_up->len);

  if (n == 0 && need)
    return tambour_wording_fill (ngettext ("One programme was offered; “{1}” is the largest cause of cases and the next training need",
                                           "{0} programmes were offered; “{1}” is the largest cause of cases and the next training need",
                                           facts->enablement.take_up->len),
                                 programmes, need->title, NULL);
  if (n == 0)
    return tambour_wording_fill (ngettext ("One programme was offered", "{0} programmes were offered",
                                           facts->enablement.take_up->len),
                                 programmes, NULL);
  if (!tambour_fact_is_known (facts->enablement.people) || facts->enablement.people->now.value < 2)
    return tambour_wording_fill (ngettext ("One training was held", "{0} trainings were held", n), sessions, NULL);
  if (need)
    return tambour_wording_fill (ngettext ("One training reached {1} people; “{2}” is the largest cause of cases and the next training need",
                                           "{0} trainings reached {1} people; “{2}” is the largest cause of cases and the next training need",
                                           n),
                                 sessions, people, need->title, NULL);

  return tambour_wording_fill (ngettext ("One training reached {1} people", "{0} trainings reached {1} people", n), sessions,
                               people, NULL);
}

/* Rose in {0} of {1} programmes, fell in {3}; {2} is the largest cause of cases. */
static const char *
choose_take_up (const TakeUp *take_up,
                gboolean      with_need,
                gboolean      is_new)
{
  if (take_up->rose == take_up->n)
    return !with_need ? _("Take-up rose in every programme")
           : is_new   ? _("Take-up rose in every programme; “{2}” is now the largest cause of cases and the next training need")
                      : _("Take-up rose in every programme; “{2}” is the largest cause of cases and the next training need");
  if (take_up->fell == take_up->n)
    return !with_need ? _("Take-up fell in every programme")
           : is_new   ? _("Take-up fell in every programme; “{2}” is now the largest cause of cases and the next training need")
                      : _("Take-up fell in every programme; “{2}” is the largest cause of cases and the next training need");
  if (take_up->rose + take_up->fell == 0)
    return !with_need ? _("Take-up held in every programme that was offered before")
                      : _("Take-up held; “{2}” is the largest cause of cases and the next training need");

  if (take_up->fell > take_up->rose)
    return !with_need ? _("Take-up fell in {3} of {1} programmes")
           : is_new   ? _("Take-up fell in {3} of {1} programmes; “{2}” is now the largest cause of cases and the next training need")
                      : _("Take-up fell in {3} of {1} programmes; “{2}” is the largest cause of cases and the next training need");

  return !with_need ? _("Take-up rose in {0} of {1} programmes")
         : is_new   ? _("Take-up rose in {0} of {1} programmes; “{2}” is now the largest cause of cases and the next training need")
                    : _("Take-up rose in {0} of {1} programmes; “{2}” is the largest cause of cases and the next training need");
}

/**
 * tambour_findings_enablement_title:
 * @facts: the facts
 * @in_short: without the largest cause of cases, for when the whole title is too long
 *
 * Returns: (transfer full): what became of all that was offered, in one sentence
 */
char *
tambour_findings_enablement_title (TambourFacts *facts,
                                   gboolean      in_short)
{
  TakeUp take_up = compare_take_up (facts);
  gboolean is_new = FALSE;
  const TambourCauseFact *need = in_short ? NULL : tambour_findings_next_need (facts, &is_new);
  g_autofree char *rose = tambour_wording_spelled (take_up.rose);
  g_autofree char *fell = tambour_wording_spelled (take_up.fell);
  g_autofree char *n = tambour_wording_spelled (take_up.n);

  if (take_up.n == 0 && tambour_fact_count (facts->enablement.sessions) == 0)
    return g_strdup (_("Nothing was offered in this period"));
  if (take_up.compared == 0)
    return title_reached (facts, need);

  return tambour_wording_fill (choose_take_up (&take_up, need != NULL, is_new), rose, n, need ? need->title : "", fell, NULL);
}

/**
 * tambour_findings_trainings_head:
 * @facts: the facts
 *
 * Returns: (transfer full): how many trainings, for how many, and how they were rated
 */
char *
tambour_findings_trainings_head (TambourFacts *facts)
{
  TambourEnablementFacts *enablement = &facts->enablement;
  gint64 n = tambour_fact_count (enablement->sessions);
  g_autofree char *sessions = tambour_statement_spelled (n);
  g_autofree char *people = NULL;
  g_autofree char *rating = NULL;

  if (n == 0)
    return g_strdup (_("No training was held in this period"));
  if (!tambour_fact_is_known (enablement->people) || enablement->people->now.value < 2)
    return tambour_wording_fill (ngettext ("One training", "{0} trainings", n), sessions, NULL);

  people = tambour_fact_now (enablement->people);
  if (!tambour_fact_is_known (enablement->rating))
    return tambour_wording_fill (ngettext ("One training, {1} people", "{0} trainings, {1} people", n), sessions, people, NULL);

  rating = tambour_fact_now (enablement->rating);

  return tambour_wording_fill (ngettext ("One training, {1} people, rated {2} of 5", "{0} trainings, {1} people, rated {2} of 5",
                                         n),
                               sessions, people, rating, NULL);
}

/**
 * tambour_findings_need_head:
 * @facts: the facts
 *
 * Returns: (transfer full) (nullable): the next training need in numbers; %NULL if there is none
 */
char *
tambour_findings_need_head (TambourFacts *facts)
{
  gboolean is_new;
  const TambourCauseFact *need = tambour_findings_next_need (facts, &is_new);
  g_autofree char *n = NULL;
  g_autofree char *share = NULL;

  if (need == NULL)
    return NULL;

  n = tambour_fact_now (need->count);
  share = tambour_wording_share (tambour_fact_count (need->count), tambour_fact_count (facts->service.total));

  return tambour_wording_fill (facts->has_prior ? _("The next need: {0}, {1} cases, now {2} of all")
                                                : _("The next need: {0}, {1} cases, {2} of all"),
                               need->title, n, share, NULL);
}

/**
 * tambour_findings_add_enablement:
 * @facts: the facts
 * @findings: (element-type TambourStatement): what is added to
 *
 * Adds what became of take-up where it moved as a whole, or fell in some programmes.
 */
void
tambour_findings_add_enablement (TambourFacts *facts,
                                 GPtrArray    *findings)
{
  TakeUp take_up = compare_take_up (facts);
  g_autofree char *fell = tambour_wording_spelled (take_up.fell);
  g_autofree char *n = tambour_wording_spelled (take_up.n);
  TambourFact *first;

  if (take_up.n < 2 || take_up.compared == 0)
    return;

  first = g_array_index (facts->enablement.take_up, TambourTakeUpFact, 0).share;
  if (take_up.rose == take_up.n)
    tambour_statement_add (findings, TRUE, TAMBOUR_CHAPTER_ENABLEMENT, first,
                           tambour_statement_say (_("<b>Take-up rose in every programme.</b>"), NULL), NULL);
  else if (take_up.fell > 0)
    tambour_statement_add (findings, FALSE, TAMBOUR_CHAPTER_ENABLEMENT, first,
                           tambour_statement_say (_("<b>Take-up fell in {0} of {1} programmes.</b>"), fell, n, NULL), NULL);
}

/* --- projects --------------------------------------------------------------- */

/**
 * tambour_findings_first_projects:
 * @facts: the facts
 * @n_first: (out): how many have the highest score
 *
 * Returns: (nullable) (array length=n_first): those, in the order of their rank; fixed deadlines
 *   stand above the ranking
 */
const TambourProjectFact *
tambour_findings_first_projects (TambourFacts *facts,
                                 guint        *n_first)
{
  GArray *projects = facts->plans.projects;
  const TambourProjectFact *first = NULL;

  *n_first = 0;
  for (guint i = 0; i < get_length (projects); i++)
    {
      const TambourProjectFact *project = &g_array_index (projects, TambourProjectFact, i);

      if (project->pinned || project->score == TAMBOUR_NO_COUNT)
        continue;
      if (first == NULL)
        first = project;
      *n_first += project->score == first->score;
    }

  return first;
}

/* @first: (nullable): the highest score below the fixed deadlines, if one alone has it */
static char *
title_pinned (TambourFacts             *facts,
              gint64                    n_pinned,
              const TambourProjectFact *first)
{
  const TambourProjectFact *pinned = &g_array_index (facts->plans.projects, TambourProjectFact, 0);
  g_autofree char *n = tambour_statement_spelled (n_pinned);
  g_autofree char *deadline = tambour_wording_date (pinned->deadline, TAMBOUR_DATE_FORM_LONG);

  if (first)
    return tambour_wording_fill (ngettext ("“{1}” is due by {2}; “{3}” comes first of the others",
                                           "{0} projects have fixed deadlines, “{1}” by {2}; “{3}” comes first of the others",
                                           n_pinned),
                                 n, pinned->title, deadline, first->title, NULL);

  return tambour_wording_fill (ngettext ("“{1}” is due by {2}", "{0} projects have fixed deadlines, “{1}” by {2}", n_pinned), n,
                               pinned->title, deadline, NULL);
}

static char *
title_first (const TambourProjectFact *first,
             guint                     n_first,
             guint                     n)
{
  g_autofree char *spelled = tambour_statement_spelled (n_first);
  g_autofree char *all = tambour_wording_spelled (n);

  if (n == 1)
    return tambour_wording_fill (_("One project is proposed: “{0}”"), first->title, NULL);
  if (n_first == 1)
    return tambour_wording_fill (_("“{0}” comes first of {1} projects"), first->title, all, NULL);
  if (n_first == 2)
    return tambour_wording_fill (_("Two projects come first: “{0}” and “{1}”"), first[0].title, first[1].title, NULL);
  if (n_first == MOST_FIRST)
    return tambour_wording_fill (_("Three projects come first: “{0}”, “{1}” and “{2}”"), first[0].title, first[1].title,
                                 first[2].title, NULL);

  return tambour_wording_fill (_("{0} projects share the first place, “{1}” is the first of them by title"), spelled,
                               first->title, NULL);
}

/**
 * tambour_findings_projects_title:
 * @facts: the facts
 * @in_short: without the names of projects, for when the whole title is too long
 *
 * Returns: (transfer full): which projects come first, in one sentence
 */
char *
tambour_findings_projects_title (TambourFacts *facts,
                                 gboolean      in_short)
{
  GArray *projects = facts->plans.projects;
  gint64 n_pinned = 0;
  guint n_first;
  const TambourProjectFact *first = tambour_findings_first_projects (facts, &n_first);
  g_autofree char *all = tambour_statement_spelled (projects->len);
  g_autofree char *of = tambour_wording_spelled (projects->len);
  g_autofree char *spelled = tambour_statement_spelled (n_first);

  for (guint i = 0; i < projects->len; i++)
    n_pinned += g_array_index (projects, TambourProjectFact, i).pinned;

  if (projects->len == 0)
    return g_strdup (_("No project is proposed for the next year"));
  if (in_short)
    return n_first > 0 && n_pinned == 0
             ? tambour_wording_fill (ngettext ("One project comes first of {1}", "{0} of {1} projects come first", n_first),
                                     spelled, of, NULL)
             : tambour_wording_fill (ngettext ("One project is proposed for the next year",
                                               "{0} projects are proposed for the next year", projects->len),
                                     all, NULL);
  if (n_pinned > 0)
    return title_pinned (facts, n_pinned, n_first == 1 ? first : NULL);
  if (n_first == 0)
    return tambour_wording_fill (ngettext ("One project is proposed; it has not been scored yet",
                                           "{0} projects are proposed; none of them has been scored yet", projects->len),
                                 all, NULL);

  return title_first (first, n_first, projects->len);
}

/* --- decisions -------------------------------------------------------------- */

static TambourDate
find_last_due (GArray *decisions)
{
  TambourDate last = g_array_index (decisions, TambourDecisionFact, 0).due;

  for (guint i = 0; i < decisions->len; i++)
    {
      TambourDate due = g_array_index (decisions, TambourDecisionFact, i).due;

      if (tambour_date_is_stated (due) && (!tambour_date_is_stated (last) || due.julian > last.julian))
        last = due;
    }

  return last;
}

/* The step that comes next after the day of the first decision. */
static const TambourStepFact *
find_step_after (TambourFacts *facts)
{
  TambourDate due = g_array_index (facts->plans.decisions, TambourDecisionFact, 0).due;
  GArray *steps = facts->plans.steps;

  for (guint i = 0; tambour_date_is_stated (due) && i < steps->len; i++)
    {
      const TambourStepFact *step = &g_array_index (steps, TambourStepFact, i);

      if (tambour_date_is_stated (step->due) && step->due.julian > due.julian)
        return step;
    }

  return NULL;
}

/* In a title the year is plain, unless it is a later one than the next. */
static char *
write_day (TambourFacts *facts,
           TambourDate   day)
{
  gboolean is_near = day.julian < facts->period.to.julian + 365;

  return tambour_wording_date (day, is_near ? TAMBOUR_DATE_FORM_DAY_LONG : TAMBOUR_DATE_FORM_LONG);
}

/**
 * tambour_findings_decisions_title:
 * @facts: the facts
 * @in_short: without what follows, for when the whole title is too long
 *
 * Returns: (transfer full): what is asked for, by when, and what follows, in one sentence
 */
char *
tambour_findings_decisions_title (TambourFacts *facts,
                                  gboolean      in_short)
{
  GArray *decisions = facts->plans.decisions;
  const TambourStepFact *step;
  TambourDate last;
  g_autofree char *n = tambour_wording_spelled (decisions->len);
  g_autofree char *by = NULL;
  g_autofree char *on = NULL;

  if (decisions->len == 0)
    return g_strdup (_("No decision is needed; we confirm the next steps"));

  last = find_last_due (decisions);
  if (!tambour_date_is_stated (last))
    return tambour_wording_fill (ngettext ("We ask for one decision", "We ask for {0} decisions", decisions->len), n, NULL);

  by = write_day (facts, last);
  step = in_short ? NULL : find_step_after (facts);
  if (step == NULL)
    return tambour_wording_fill (ngettext ("We ask for one decision by {1}", "We ask for {0} decisions by {1}", decisions->len), n,
                                 by, NULL);

  on = write_day (facts, step->due);

  return tambour_wording_fill (ngettext ("We ask for one decision by {1}; after it, “{2}” follows on {3}",
                                         "We ask for {0} decisions by {1}; after the first, “{2}” follows on {3}",
                                         decisions->len),
                               n, by, step->title, on, NULL);
}
