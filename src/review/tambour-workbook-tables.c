/* tambour-workbook-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-private.h"

#include "tambour-choice-words.h"

#include "tambour-wording.h"

/* The sheets of goals, of cases by month and of findings by severity: what the pages draw, as
 * numbers that add up by formulas.
 */

/* --- goals ---------------------------------------------------------------- */

#define START  4
#define TARGET 6
#define RESULT 8

static const char *
get_outcome (TambourGoalOutcome outcome)
{
  switch (outcome)
    {
    case TAMBOUR_GOAL_OUTCOME_MET:
      return _("Met");
    case TAMBOUR_GOAL_OUTCOME_NEARLY:
      return _("Nearly");
    case TAMBOUR_GOAL_OUTCOME_MISSED:
      return _("Missed");
    case TAMBOUR_GOAL_OUTCOME_NOT_MEASURED:
      return _("Not measured");
    }

  g_assert_not_reached ();
}

/* By the values alone; a goal that keeps all of something is measured otherwise. */
static gboolean
follows_from_values (const TambourGoalFact *goal)
{
  double progress = (goal->result - goal->start) / (goal->target - goal->start);

  return isfinite (progress) && fabs (progress - goal->progress->now.value) < 1e-9;
}

static void
add_progress (const TambourWorkbookReview *self,
              const TambourGoalFact       *goal)
{
  guint row = tambour_workbook_get_row (self->workbook);
  g_autofree char *start = tambour_workbook_dup_cell (row, START);
  g_autofree char *target = tambour_workbook_dup_cell (row, TARGET);
  g_autofree char *result = tambour_workbook_dup_cell (row, RESULT);
  g_autofree char *formula = g_strdup_printf ("=(%s-%s)/(%s-%s)", result, start, target, start);
  g_autofree char *format = tambour_workbook_part_format ();

  if (follows_from_values (goal))
    tambour_workbook_add_formula (self->workbook, formula, goal->progress->now.value, format);
  else
    tambour_workbook_add_number (self->workbook, goal->progress->now.value, format);
}

static void
add_goal (const TambourWorkbookReview *self,
          const TambourGoalFact       *goal,
          guint                        number)
{
  TambourWorkbook *workbook = self->workbook;
  const double values[] = { goal->start, goal->start_of, goal->target, goal->target_of, goal->result, goal->result_of };

  tambour_workbook_add_number (workbook, number, TAMBOUR_FORMAT_COUNT);
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_LONG);
  tambour_workbook_add_text (workbook, goal->statement);
  tambour_workbook_add_text (workbook, goal->metric);
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_PLAIN);
  tambour_workbook_add_text (workbook, goal->unit);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    tambour_workbook_add_number (workbook, values[i], NULL);
  tambour_workbook_add_date (workbook, goal->result_on);
  add_progress (self, goal);
  tambour_workbook_add_text (workbook, get_outcome (goal->outcome));
  tambour_workbook_add_text (workbook, goal->owner);
  tambour_workbook_set_style (workbook, TAMBOUR_CELL_LONG);
  tambour_workbook_add_text (workbook, goal->reason);
  tambour_workbook_end_row (workbook);
}

/**
 * tambour_workbook_write_goals:
 * @self: a workbook
 *
 * Adds the sheet of goals and how far each came, if there are any.
 */
void
tambour_workbook_write_goals (const TambourWorkbookReview *self)
{
  const char *heads[] = {
    _("Number"), _("Goal"), _("Measure"), _("Unit"), _("Start"), _("Start out of"), _("Target"), _("Target out of"),
    _("Result"), _("Result out of"), _("Date"), _("Progress"), _("Outcome"), _("Owner"), _("Reason"), NULL
  };
  GArray *goals = self->facts->goals.goals;

  if (goals->len == 0)
    return;

  /* Translators: a sheet of a workbook; the next one lists the goals’ other fields. */
  tambour_workbook_begin_sheet (self->workbook, _("Progress of goals"));
  tambour_workbook_add_heads (self->workbook, heads);
  for (guint i = 0; i < goals->len; i++)
    add_goal (self, &g_array_index (goals, TambourGoalFact, i), i + 1);
}

/* --- totals --------------------------------------------------------------- */

/* Numbers side by side, and their sum behind them. */
static void
add_counts (const TambourWorkbookReview *self,
            TambourFact * const         *facts,
            guint                        n)
{
  guint row = tambour_workbook_get_row (self->workbook);
  guint first = tambour_workbook_get_column (self->workbook);
  g_autofree char *from = tambour_workbook_dup_cell (row, first);
  g_autofree char *to = tambour_workbook_dup_cell (row, first + n - 1);
  g_autofree char *formula = g_strdup_printf ("=SUM(%s:%s)", from, to);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double value = tambour_workbook_amount (facts[i], &facts[i]->now);

      tambour_workbook_add_number (self->workbook, value, TAMBOUR_FORMAT_COUNT);
      sum += isnan (value) ? 0 : value;
    }

  tambour_workbook_add_formula (self->workbook, formula, sum, TAMBOUR_FORMAT_COUNT);
}

/* The sum of each of @n columns from @first to the row above. */
static void
add_column_sums (const TambourWorkbookReview *self,
                 guint                        first,
                 const double                *sums,
                 guint                        n)
{
  guint row = tambour_workbook_get_row (self->workbook);

  for (guint i = 0; i < n; i++)
    {
      guint column = tambour_workbook_get_column (self->workbook);
      g_autofree char *from = tambour_workbook_dup_cell (first, column);
      g_autofree char *to = tambour_workbook_dup_cell (row - 1, column);
      g_autofree char *formula = g_strdup_printf ("=SUM(%s:%s)", from, to);

      tambour_workbook_add_formula (self->workbook, formula, sums[i], TAMBOUR_FORMAT_COUNT);
    }
}

/**
 * tambour_workbook_write_months:
 * @self: a workbook
 *
 * Adds the sheet of cases opened by month and priority, if any was.
 */
void
tambour_workbook_write_months (const TambourWorkbookReview *self)
{
  const char *labels[] = { _("Month"), _("Without priority"), "P1", "P2", "P3", _("Cases opened"), NULL };
  GArray *months = self->facts->service.months;
  double sums[TAMBOUR_N_PRIORITIES + 1] = { 0 };
  guint first;

  if (months->len == 0 || !tambour_measure_is_known (&self->facts->service.total->now) || self->facts->service.total->now.value == 0)
    return;

  tambour_workbook_begin_sheet (self->workbook, _("Cases by month"));
  tambour_workbook_add_labels (self->workbook, labels);
  first = tambour_workbook_get_row (self->workbook);
  for (guint i = 0; i < months->len; i++)
    {
      TambourMonthFact *month = &g_array_index (months, TambourMonthFact, i);
      g_autofree char *name = tambour_wording_date (tambour_date_new (month->year, month->month, 1), TAMBOUR_DATE_FORM_MONTH);

      tambour_workbook_add_text (self->workbook, name);
      add_counts (self, month->opened, TAMBOUR_N_PRIORITIES);
      tambour_workbook_end_row (self->workbook);
      for (guint j = 0; j < TAMBOUR_N_PRIORITIES; j++)
        {
          double value = month->opened[j]->now.value;

          sums[j] += isnan (value) ? 0 : value;
          sums[TAMBOUR_N_PRIORITIES] += isnan (value) ? 0 : value;
        }
    }

  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_TOTAL);
  tambour_workbook_add_text (self->workbook, _("Total"));
  add_column_sums (self, first, sums, G_N_ELEMENTS (sums));
  tambour_workbook_end_row (self->workbook);
}

/* --- findings ------------------------------------------------------------- */

#define N_COLUMNS 5

/* What is open follows from the rest where the ledger balances; the risk that is accepted is a
 * part of what is open or closed. */
static void
add_open (const TambourWorkbookReview *self,
          const TambourLedgerFact     *ledger)
{
  guint row = tambour_workbook_get_row (self->workbook);
  g_autofree char *start = tambour_workbook_dup_cell (row, 1);
  g_autofree char *raised = tambour_workbook_dup_cell (row, 2);
  g_autofree char *closed = tambour_workbook_dup_cell (row, 3);
  g_autofree char *formula = g_strdup_printf ("=%s+%s-%s", start, raised, closed);
  double open = ledger->open->now.value;

  if (ledger->balances)
    tambour_workbook_add_formula (self->workbook, formula, open, TAMBOUR_FORMAT_COUNT);
  else
    tambour_workbook_add_number (self->workbook, open, TAMBOUR_FORMAT_COUNT);
}

static void
add_ledger (const TambourWorkbookReview *self,
            const TambourLedgerFact     *ledger,
            const char                  *label,
            double                       sums[N_COLUMNS])
{
  const TambourFact *facts[N_COLUMNS] = { ledger->start, ledger->raised, ledger->closed, ledger->open, ledger->accepted };

  tambour_workbook_add_text (self->workbook, label);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (facts[i] == ledger->open)
        add_open (self, ledger);
      else
        tambour_workbook_add_number (self->workbook, facts[i]->now.value, TAMBOUR_FORMAT_COUNT);
      sums[i] += facts[i]->now.value;
    }
  tambour_workbook_end_row (self->workbook);
}

/**
 * tambour_workbook_write_findings:
 * @self: a workbook
 *
 * Adds the sheet of findings by severity, if audits are recorded.
 */
void
tambour_workbook_write_findings (const TambourWorkbookReview *self)
{
  const char *labels[] = {
    _("Severity"), _("Open at the start"), _("Raised"), _("Closed"), _("Open at the end"), _("Risk accepted"), NULL
  };
  TambourAuditFacts *audits = &self->facts->audits;
  double sums[N_COLUMNS] = { 0 };
  guint first;

  if (!tambour_measure_is_known (&audits->ledger.open->now))
    return;

  tambour_workbook_begin_sheet (self->workbook, _("Findings by severity"));
  tambour_workbook_add_labels (self->workbook, labels);
  first = tambour_workbook_get_row (self->workbook);
  for (guint i = TAMBOUR_N_SEVERITIES; i > 0; i--)
    add_ledger (self, &audits->by_severity[i - 1], _(tambour_choice_get_words (TAMBOUR_TYPE_SEVERITY, i - 1)), sums);

  tambour_workbook_set_style (self->workbook, TAMBOUR_CELL_TOTAL);
  tambour_workbook_add_text (self->workbook, _("Total"));
  add_column_sums (self, first, sums, N_COLUMNS);
  tambour_workbook_end_row (self->workbook);
}
