/* tambour-annual-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include "tambour-chart-goals.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define NUMBER_WIDTH   14.0
#define GOAL_WIDTH     162.0
#define START_WIDTH    42.0
#define VALUE_WIDTH    48.0
#define RESULT_WIDTH   54.0
#define PROGRESS_WIDTH 116.0
#define TEXT_WIDTH     290.0
#define OUTCOME_WIDTH  110.0

/* Longer ones do not stand in a column. */
#define LONG_OUTCOME   60

/* --- goals ------------------------------------------------------------------ */

/* What is measured and who owns it. */
static char *
write_measure (const TambourGoalFact *goal)
{
  const char *metric = goal->metric && *goal->metric ? goal->metric : NULL;
  const char *owner = goal->owner && *goal->owner ? goal->owner : NULL;

  if (metric && owner)
    /* Translators: what is measured, and who owns the goal: “Cases opened. Declan Roux”. */
    return tambour_wording_fill (_("{0}. {1}"), metric, owner, NULL);

  return g_strdup (metric ? metric : owner);
}

static void
add_goal (TambourAnnual         *self,
          TambourTable          *table,
          const TambourGoalFact *goal,
          guint                  i)
{
  g_autofree char *number = tambour_wording_number (i + 1);
  g_autofree char *measure = write_measure (goal);
  g_autofree char *start = tambour_statement_goal_value (goal->start, goal->start_of, goal->unit);
  g_autofree char *target = tambour_pages_goal_target (goal);
  g_autofree char *result = tambour_statement_goal_value (goal->result, goal->result_of, goal->unit);
  TambourSign sign;
  const char *word = tambour_pages_goal_sign (goal->outcome, &sign);

  tambour_annual_use (self, goal->progress);
  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = number, .tone = TAMBOUR_TONE_INK3 });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = goal->statement, .weight = 600 });
  if (measure != NULL)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, measure);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, start);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, target);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = result, .weight = 600 });
  tambour_pages_goal_progress (table, goal);
  tambour_table_cell_sign (table, sign, word);
}

static TambourTable *
make_goals (TambourAnnual *self,
            GArray        *goals)
{
  const TambourColumn columns[] = {
    { NULL, NUMBER_WIDTH, 4, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Goal, measure and owner"), GOAL_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Start"), START_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Target"), VALUE_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Result"), RESULT_WIDTH, 10, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Progress, start to target"), PROGRESS_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Status"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < goals->len; i++)
    add_goal (self, table, &g_array_index (goals, TambourGoalFact, i), i);

  return table;
}

static void
draw_goals (TambourAnnual *self)
{
  GArray *goals = self->facts->goals.goals;
  g_autoptr(TambourTable) table = NULL;

  if (goals == NULL || goals->len == 0)
    {
      tambour_annual_text (self, TAMBOUR_ROLE_BODY,
                           _("No goals are recorded for this period, so there is no progress to report."));
      tambour_annual_text (self, TAMBOUR_ROLE_BODY,
                           _("With a start, a target, an owner and a date, the next review can show how far each goal has come."));
      return;
    }

  table = make_goals (self, goals);
  tambour_annual_use (self, self->facts->goals.met);
  tambour_annual_table (self, table,
                        _("Progress = (result − start) ÷ (target − start). Vertical black line: target. "
                          "Met: 100% or more; nearly: 90 to 99%; missed: below 90%."));
}

/* --- where we fell short ------------------------------------------------------- */

static TambourRich *
write_short (const TambourGoalFact *goal)
{
  const char *reason = goal->reason && *goal->reason ? goal->reason : _("No reason is recorded.");
  g_autofree char *result = tambour_statement_goal_value (goal->result, goal->result_of, goal->unit);
  g_autofree char *target = tambour_pages_goal_target (goal);

  if (goal->outcome == TAMBOUR_GOAL_OUTCOME_NOT_MEASURED)
    return tambour_statement_say (_("<b>{0}: not measured.</b> {1}"), goal->statement, reason, NULL);

  return tambour_statement_say (_("<b>{0}: {1} against {2}.</b> {3}"), goal->statement, result, target, reason, NULL);
}

/* Every goal that was not met, with the reason that is recorded for it. */
static void
draw_short (TambourAnnual *self)
{
  static const TambourGoalOutcome ORDER[] = {
    TAMBOUR_GOAL_OUTCOME_NEARLY, TAMBOUR_GOAL_OUTCOME_MISSED, TAMBOUR_GOAL_OUTCOME_NOT_MEASURED,
  };
  GArray *goals = self->facts->goals.goals;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_rich_free);

  for (guint outcome = 0; outcome < G_N_ELEMENTS (ORDER); outcome++)
    for (guint i = 0; goals && i < goals->len; i++)
      if (g_array_index (goals, TambourGoalFact, i).outcome == ORDER[outcome])
        g_ptr_array_add (texts, write_short (&g_array_index (goals, TambourGoalFact, i)));

  if (texts->len == 0)
    return;

  tambour_annual_head (self, _("Where we fell short, and why"), NULL,
                       tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, texts->pdata[0]));
  tambour_annual_columns (self, texts);
}

/* --- commitments ----------------------------------------------------------------- */

static char *
write_head (TambourFacts *facts)
{
  TambourFact *kept = facts->goals.kept;
  gint64 n = tambour_fact_is_known (kept) ? kept->now.of : 0;
  g_autofree char *part = NULL;
  g_autofree char *capital = NULL;
  g_autofree char *all = NULL;

  if (n == 0)
    return g_strdup (_("Commitments of the last review"));

  part = tambour_wording_spelled (kept->now.n);
  capital = tambour_wording_capital (part);
  all = tambour_wording_spelled (n);
  if (kept->now.n == 0)
    return tambour_wording_fill (ngettext ("The one commitment from the last review was not kept",
                                           "None of the {0} commitments from the last review was kept", n),
                                 all, NULL);
  if (kept->now.n == n)
    return tambour_wording_fill (ngettext ("The one commitment from the last review was kept",
                                           "All {0} commitments from the last review were kept", n),
                                 all, NULL);

  return tambour_wording_fill (ngettext ("One of {1} commitments from the last review was kept",
                                         "{0} of {1} commitments from the last review were kept", kept->now.n),
                               capital, all, NULL);
}

/* In a few words how it came out; a long reason stands below the commitment. */
static char *
write_outcome (const TambourCommitmentFact *commitment)
{
  g_autofree char *settled = tambour_wording_date (commitment->settled_on, TAMBOUR_DATE_FORM_SHORT);
  g_autofree char *due = tambour_wording_date (commitment->due, TAMBOUR_DATE_FORM_SHORT);

  if (commitment->reason && *commitment->reason && g_utf8_strlen (commitment->reason, -1) <= LONG_OUTCOME)
    return g_strdup (commitment->reason);
  if (tambour_date_is_stated (commitment->settled_on))
    return tambour_wording_fill (_("done {0}"), settled, NULL);

  return tambour_date_is_stated (commitment->due) ? tambour_wording_fill (_("open, due {0}"), due, NULL) : g_strdup (_("open"));
}

static void
add_commitment (TambourTable                *table,
                const TambourCommitmentFact *commitment)
{
  g_autofree char *outcome = write_outcome (commitment);
  gboolean told = commitment->reason && g_str_equal (outcome, commitment->reason);

  tambour_table_add_row (table);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, commitment->text);
  if (!commitment->kept && !told && commitment->reason && *commitment->reason)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, commitment->reason);
  if (!commitment->kept && commitment->carried && *commitment->carried)
    {
      g_autofree char *carried = tambour_wording_fill (_("Carried forward: {0}"), commitment->carried, NULL);

      tambour_table_more (table, TAMBOUR_ROLE_SECOND, carried);
    }
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, outcome);
  tambour_table_cell_sign (table, commitment->kept ? TAMBOUR_SIGN_MET : TAMBOUR_SIGN_MISSED,
                           commitment->kept ? _("Kept") : _("Not kept"));
}

static void
draw_commitments (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("Commitment"), TEXT_WIDTH, 12, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Outcome"), OUTCOME_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Status"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *commitments = self->facts->goals.commitments;
  g_autoptr(TambourTable) table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  g_autofree char *head = write_head (self->facts);

  for (guint i = 0; commitments && i < commitments->len; i++)
    add_commitment (table, &g_array_index (commitments, TambourCommitmentFact, i));

  if (tambour_table_get_n_rows (table) == 0)
    {
      tambour_annual_head (self, head, NULL, 13);
      tambour_annual_text (self, TAMBOUR_ROLE_BODY, _("No commitment was due in this period, or none is recorded."));
      return;
    }

  tambour_annual_head (self, head, NULL, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_use (self, self->facts->goals.kept);
  tambour_annual_table (self, table, NULL);
}

/**
 * tambour_annual_goals:
 * @self: a report
 *
 * Adds the goals, why some were not met, and what became of the commitments of
 * the last review.
 */
void
tambour_annual_goals (TambourAnnual *self)
{
  TambourPageWords words = {
    .label = _("Goals and commitments"),
    .title = tambour_findings_goals_title (self->facts, FALSE),
    .shorter = tambour_findings_goals_title (self->facts, TRUE),
    .source = g_strdup (_("Sources: goals, goal readings, commitments")),
  };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_GOALS, words);
  draw_goals (self);
  draw_short (self);
  draw_commitments (self);
}
