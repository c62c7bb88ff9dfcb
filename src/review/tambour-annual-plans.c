/* tambour-annual-plans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <string.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define NUMBER_WIDTH   14.0
#define PROJECT_WIDTH  232.0
#define OWNER_WIDTH    110.0
#define QUARTER_WIDTH  70.0
#define IMPACT_WIDTH   34.0
#define CHOICE_WIDTH   198.0
#define WAITING_WIDTH  154.0
#define WHO_WIDTH      88.0
#define DATE_WIDTH     70.0
#define STEP_WIDTH     262.0
#define FIGURE_WIDTH   60.0
#define DEFINED_BEYOND 1.5
#define ROW_BEYOND     2.6

/* So many steps stand in the deck; only more of them need the report. */
#define STEPS_OF_DECK 6

/* --- projects --------------------------------------------------------------------- */

static void
draw_projects (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { NULL, NUMBER_WIDTH, 2, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Project and reason, ranked by 2 × impact − effort"), PROJECT_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Owner"), OWNER_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Quarter"), QUARTER_WIDTH, 4, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Impact"), IMPACT_WIDTH, 4, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Effort"), 0, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  GArray *projects = self->facts->plans.projects;
  g_autoptr(TambourTable) table = NULL;

  if (projects->len == 0)
    return;

  table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  tambour_table_set_padding (table, ROW_BEYOND, ROW_BEYOND);
  for (guint i = 0; i < projects->len; i++)
    {
      const TambourProjectFact *project = &g_array_index (projects, TambourProjectFact, i);
      g_autofree char *number = tambour_wording_number (i + 1);

      tambour_table_add_row (table);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = number, .weight = 600 });
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = project->title, .weight = 600 });
      tambour_pages_project_reason (table, project);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, project->owner ? project->owner : "–");
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, project->quarter ? project->quarter : "–");
      tambour_pages_grade (table, project->impact, FALSE);
      tambour_pages_grade (table, project->effort, FALSE);
    }

  tambour_annual_use (self, self->facts->plans.n_projects);
  tambour_annual_table (self, table, NULL);
}

/* --- decisions --------------------------------------------------------------------- */

/* “Name, role”: the name alone. */
static char *
dup_name (const char *who)
{
  const char *comma = who ? strstr (who, ", ") : NULL;

  return comma ? g_strndup (who, comma - who) : g_strdup (who && *who ? who : "–");
}

/* The year of a date that is within a year of the review is plain. */
static char *
write_due (TambourFacts *facts,
           TambourDate   due)
{
  gboolean near = due.julian < facts->period.to.julian + 365;

  if (!tambour_date_is_stated (due))
    return g_strdup ("–");

  return tambour_wording_date (due, near ? TAMBOUR_DATE_FORM_DAY : TAMBOUR_DATE_FORM_SHORT);
}

static void
add_decision (TambourAnnual             *self,
              TambourTable              *table,
              const TambourDecisionFact *decision,
              guint                      i)
{
  g_autofree char *number = tambour_wording_number (i + 1);
  g_autofree char *who = dup_name (decision->who);
  g_autofree char *due = write_due (self->facts, decision->due);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = number, .weight = 600, .tone = TAMBOUR_TONE_ACCENT });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = decision->text, .weight = 600 });
  if (decision->choice && *decision->choice)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, decision->choice);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, decision->waiting && *decision->waiting ? decision->waiting : "–");
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, who);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = due, .weight = 600 });
}

static void
draw_decisions (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { NULL, NUMBER_WIDTH, 2, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Decision and recommended choice"), CHOICE_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("If it waits"), WAITING_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Who decides"), WHO_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("By"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *decisions = self->facts->plans.decisions;
  g_autoptr(TambourTable) table = NULL;
  g_autofree char *spelled = tambour_wording_spelled (decisions->len);
  g_autofree char *n = tambour_wording_capital (spelled);
  g_autofree char *head = NULL;

  if (decisions->len == 0)
    return;

  table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  tambour_table_set_padding (table, ROW_BEYOND, ROW_BEYOND);
  for (guint i = 0; i < decisions->len; i++)
    add_decision (self, table, &g_array_index (decisions, TambourDecisionFact, i), i);

  head = tambour_wording_fill (ngettext ("One decision we ask for", "{0} decisions we ask for", decisions->len), n, NULL);
  head = tambour_annual_take_head (self, TAMBOUR_CHAPTER_DECISIONS, head);
  tambour_annual_head (self, head, NULL, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_use (self, self->facts->plans.n_decisions);
  tambour_annual_table (self, table, NULL);
}

/* --- next steps, where the deck has no room for all -------------------------------------- */

static void
draw_steps (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("By"), DATE_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Step"), STEP_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Owner"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *steps = self->facts->plans.steps;
  g_autoptr(TambourTable) table = NULL;

  if (steps->len < STEPS_OF_DECK)
    return;

  table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < steps->len; i++)
    {
      const TambourStepFact *step = &g_array_index (steps, TambourStepFact, i);
      g_autofree char *due = tambour_date_is_stated (step->due) ? tambour_wording_date (step->due, TAMBOUR_DATE_FORM_SHORT)
                                                                : g_strdup ("–");

      tambour_table_add_row (table);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, due);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, step->title);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, step->owner ? step->owner : "–");
    }

  tambour_annual_head (self, _("Next steps"), NULL, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_table (self, table, NULL);
}

/* --- definitions ---------------------------------------------------------------------- */

/* “[Cases; p. 1, 3]” */
static char *
write_source (TambourAnnual     *self,
              const TambourFact *fact)
{
  g_autofree char *numbers = tambour_pages_dup_numbers (self->pages, fact->name);
  g_autofree char *filled = tambour_wording_fill (_("p. {0}"), numbers, NULL);
  g_autofree char *pages = tambour_wording_unbroken (filled);

  /* Translators: where a figure comes from, and the pages that tell it. */
  return tambour_wording_fill (_("[{0}; {1}]"), _(fact->source), pages, NULL);
}

static void
add_definition (TambourAnnual     *self,
                TambourTable      *table,
                const TambourFact *fact)
{
  g_autofree char *source = write_source (self, fact);
  g_autofree char *formula = g_strconcat (_(fact->formula), " ", NULL);
  TambourRich *definition = tambour_rich_new (NULL);

  tambour_rich_add_span (definition, (TambourSpan) { .text = formula, .tone = TAMBOUR_TONE_INK2 });
  tambour_rich_add_grey (definition, source);
  tambour_table_add_row (table);
  tambour_table_set_anchor (table, tambour_pages_anchor (self->pages, fact));
  tambour_table_cell_span (table, TAMBOUR_ROLE_DEFINITION, (TambourSpan) { .text = _(fact->name), .weight = 600 });
  tambour_table_cell_rich (table, TAMBOUR_ROLE_DEFINITION, definition);
}

static TambourTable *
make_definitions (TambourAnnual *self,
                  GPtrArray     *defined)
{
  const TambourColumn columns[] = {
    { NULL, FIGURE_WIDTH, 5, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_padding (table, DEFINED_BEYOND, DEFINED_BEYOND);
  for (guint i = 0; i < defined->len; i++)
    add_definition (self, table, defined->pdata[i]);

  return table;
}

/* The figures that carry the report, in the order of its pages; others are defined where they stand. */
static GPtrArray *
list_defined (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  TambourFact *carrying[] = {
    facts->service.total,
    facts->service.met,
    facts->service.resolve_all.median,
    facts->service.outage,
    facts->usage.coverage_now,
    facts->usage.devices_total,
    facts->usage.issues_avoided,
    facts->audits.score,
    facts->audits.ledger.open,
    facts->value.total,
    facts->value.break_even,
  };
  g_autoptr(GPtrArray) used = tambour_pages_list_used (self->pages);
  GPtrArray *defined = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (carrying); i++)
    for (guint j = 0; carrying[i] && j < used->len; j++)
      if (g_strcmp0 (carrying[i]->name, ((TambourFact *) used->pdata[j])->name) == 0)
        g_ptr_array_add (defined, used->pdata[j]);

  return defined;
}

/* @head: below another part; one of their own has a title */
static void
draw_definitions (TambourAnnual *self,
                  gboolean       head)
{
  g_autoptr(GPtrArray) defined = list_defined (self);
  g_autoptr(TambourTable) table = make_definitions (self, defined);
  double height = tambour_table_get_half (table, TAMBOUR_ANNUAL_COLUMN);
  guint row;

  if (defined->len == 0)
    return;

  if (head)
    {
      tambour_annual_head (self, _("How each figure is defined"), NULL, height);
      tambour_annual_words (self, TAMBOUR_ANNUAL_DEFINITIONS);
    }
  tambour_annual_need (self, height);
  row = tambour_table_draw (table, self->canvas, self->x, self->y, TAMBOUR_ANNUAL_COLUMN, height, 0, NULL);
  tambour_table_draw (table, self->canvas, self->x + TAMBOUR_ANNUAL_SECOND, self->y, TAMBOUR_ANNUAL_COLUMN, height, row, NULL);
  self->y += height;
}

/* --- the part ---------------------------------------------------------------------------- */

static gboolean
has_projects (TambourAnnual *self)
{
  return self->facts->plans.projects->len > 0 && tambour_annual_tells (self, TAMBOUR_CHAPTER_PROJECTS);
}

static gboolean
has_decisions (TambourAnnual *self)
{
  return self->facts->plans.decisions->len > 0 && tambour_annual_tells (self, TAMBOUR_CHAPTER_DECISIONS);
}

/**
 * tambour_annual_has_plans:
 * @self: a report
 *
 * Returns: whether the last part tells more than definitions
 */
gboolean
tambour_annual_has_plans (TambourAnnual *self)
{
  return has_projects (self) || has_decisions (self);
}

static char *
write_title (TambourAnnual *self,
             gboolean       in_short)
{
  return has_projects (self) ? tambour_findings_projects_title (self->facts, in_short)
                             : tambour_findings_decisions_title (self->facts, in_short);
}

static char *
write_sources (TambourFacts *facts)
{
  g_autofree char *next = tambour_wording_date (facts->plans.next_review, TAMBOUR_DATE_FORM_LONG);

  if (!tambour_date_is_stated (facts->plans.next_review))
    return g_strdup (_("Square brackets: source and page. Sources: value-add projects, decisions, actions"));

  return tambour_wording_fill (_("Square brackets: source and page. Sources: value-add projects, decisions, actions. Next review: {0}"),
                               next, NULL);
}

/**
 * tambour_annual_plans:
 * @self: a report
 *
 * Adds the projects of the next year, the decisions that are asked for, and, if nothing else
 * comes, how the figures of the report are defined.
 */
void
tambour_annual_plans (TambourAnnual *self)
{
  TambourPageWords words = {
    .label = _("Next year"),
    .title = write_title (self, FALSE),
    .shorter = write_title (self, TRUE),
    .source = write_sources (self->facts),
  };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_PLANS, words);
  if (has_projects (self))
    draw_projects (self);
  if (tambour_annual_tells (self, TAMBOUR_CHAPTER_DECISIONS))
    {
      tambour_annual_tell (self, TAMBOUR_CHAPTER_DECISIONS);
      draw_decisions (self);
      draw_steps (self);
    }
  if (self->defines_in_plans)
    {
      tambour_annual_tell (self, TAMBOUR_CHAPTER_APPENDIX);
      draw_definitions (self, TRUE);
    }
}

/**
 * tambour_annual_definitions:
 * @self: a report
 *
 * Adds how the figures of the report are defined, as a part of its own.
 */
void
tambour_annual_definitions (TambourAnnual *self)
{
  TambourPageWords words = {
    .label = _("Definitions"),
    .title = g_strdup (_("Every figure in this report, how it is computed and where it comes from")),
    .source = write_sources (self->facts),
  };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_DEFINITIONS, words);
  draw_definitions (self, FALSE);
}
