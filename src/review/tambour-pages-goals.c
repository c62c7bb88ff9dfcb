/* tambour-pages-goals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-goals.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define MOST_GOALS       7
#define ROW_HEIGHT       40.7
#define TIGHT_ROW        36.0
#define HEAD_HEIGHT      26.0
#define COMMITMENTS_TOP  416.0
#define TABLE_ROOM       298.0
#define EMPTY_HEIGHT     230.0

typedef struct
{
  TambourProgressChart chart;
  char                *label;
} Progress;

static void
free_progress (gpointer data)
{
  Progress *progress = data;

  g_clear_pointer (&progress->label, g_free);
  g_free (progress);
}

static void
draw_progress (TambourCanvas *canvas,
               double         width,
               double         height,
               gpointer       data)
{
  Progress *progress = data;

  tambour_chart_progress (canvas, width, height, &progress->chart);
}

static void
draw_progress_head (TambourCanvas *canvas,
                    double         width,
                    double         height,
                    gpointer       data)
{
  g_autofree char *zero = tambour_wording_percent (0, 0);
  g_autofree char *hundred = tambour_wording_percent (100, 0);
  TambourProgressHead head = { _("where we started"), _("target"), zero, hundred };

  tambour_chart_progress_head (canvas, width, height, &head);
}

static Progress *
make_progress (const TambourGoalFact *goal)
{
  Progress *progress = g_new0 (Progress, 1);
  gboolean known = tambour_fact_is_known (goal->progress);

  progress->label = known ? tambour_fact_now (goal->progress) : g_strdup (_("not measured"));
  progress->chart.progress = known ? goal->progress->now.value : NAN;
  progress->chart.label = progress->label;

  return progress;
}

/* --- the table -------------------------------------------------------------- */

/**
 * tambour_pages_goal_sign:
 * @outcome: of a goal
 * @sign: (out): its sign
 *
 * Returns: the word that stands beside the sign
 */
const char *
tambour_pages_goal_sign (TambourGoalOutcome  outcome,
                         TambourSign        *sign)
{
  switch (outcome)
    {
    case TAMBOUR_GOAL_OUTCOME_MET:
      *sign = TAMBOUR_SIGN_MET;
      return _("Met");
    case TAMBOUR_GOAL_OUTCOME_NEARLY:
      *sign = TAMBOUR_SIGN_NEARLY;
      return _("Nearly");
    case TAMBOUR_GOAL_OUTCOME_MISSED:
      *sign = TAMBOUR_SIGN_MISSED;
      return _("Missed");
    case TAMBOUR_GOAL_OUTCOME_NOT_MEASURED:
      *sign = TAMBOUR_SIGN_NOT_MEASURED;
      return _("Not measured");
    }

  g_assert_not_reached ();
}

/**
 * tambour_pages_goal_target:
 * @goal: a goal
 *
 * Returns: (transfer full): its target in words: “≤ 150”, “all”
 */
char *
tambour_pages_goal_target (const TambourGoalFact *goal)
{
  g_autofree char *value = tambour_statement_goal_value (goal->target, goal->target_of, goal->unit);

  switch (goal->rule)
    {
    case TAMBOUR_GOAL_RULE_REACH:
      return g_steal_pointer (&value);
    case TAMBOUR_GOAL_RULE_AT_MOST:
      /* Translators: a target that is met by this value or less. Where ≤ does not read well, say it in words. */
      return isfinite (goal->target) ? tambour_wording_fill (_("≤ {0}"), value, NULL) : g_steal_pointer (&value);
    case TAMBOUR_GOAL_RULE_KEEP_ALL:
      /* Translators: the target of a goal that allows no exception. */
      return isfinite (goal->target) ? g_steal_pointer (&value) : g_strdup (_("all"));
    }

  g_assert_not_reached ();
}

/**
 * tambour_pages_goal_progress:
 * @table: a table of goals
 * @goal: the goal of its last row
 *
 * Adds the cell with the progress of @goal.
 */
void
tambour_pages_goal_progress (TambourTable          *table,
                             const TambourGoalFact *goal)
{
  tambour_table_cell_draw (table, draw_progress, make_progress (goal), free_progress);
}

/* @compact: long statements in small type, without the measure. */
static void
add_goal (TambourTable          *table,
          const TambourGoalFact *goal,
          guint                  i,
          gboolean               compact)
{
  g_autofree char *number = tambour_wording_number (i + 1);
  g_autofree char *start = tambour_statement_goal_value (goal->start, goal->start_of, goal->unit);
  g_autofree char *target = tambour_pages_goal_target (goal);
  g_autofree char *result = tambour_statement_goal_value (goal->result, goal->result_of, goal->unit);
  TambourSign sign;
  const char *word = tambour_pages_goal_sign (goal->outcome, &sign);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = number, .tone = TAMBOUR_TONE_INK3 });
  tambour_table_cell_span (table, compact ? TAMBOUR_ROLE_SECOND : TAMBOUR_ROLE_CELL,
                           (TambourSpan) { .text = goal->statement, .weight = 600, .tone = TAMBOUR_TONE_INK });
  if (goal->metric && !compact)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, goal->metric);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, start);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, target);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = result, .weight = 600 });
  tambour_pages_goal_progress (table, goal);
  tambour_table_cell_sign (table, sign, word);
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, goal->owner ? goal->owner : "–");
}

/* Those that were missed come first into the choice; the page shows met, nearly, missed, each
 * in the plan's order.
 */
static GPtrArray *
choose_goals (GArray *goals,
              guint   most)
{
  static const TambourGoalOutcome WEIGHT[] = {
    TAMBOUR_GOAL_OUTCOME_MISSED, TAMBOUR_GOAL_OUTCOME_NEARLY, TAMBOUR_GOAL_OUTCOME_NOT_MEASURED,
    TAMBOUR_GOAL_OUTCOME_MET,
  };
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint weight = 0; weight < G_N_ELEMENTS (WEIGHT); weight++)
    for (guint i = 0; goals && i < goals->len && chosen->len < most; i++)
      if (g_array_index (goals, TambourGoalFact, i).outcome == WEIGHT[weight])
        g_ptr_array_add (chosen, &g_array_index (goals, TambourGoalFact, i));

  for (guint outcome = 0; outcome <= TAMBOUR_GOAL_OUTCOME_NOT_MEASURED; outcome++)
    for (guint i = 0; goals && i < goals->len; i++)
      {
        TambourGoalFact *goal = &g_array_index (goals, TambourGoalFact, i);

        if (goal->outcome == outcome && g_ptr_array_find (chosen, goal, NULL))
          g_ptr_array_add (ordered, goal);
      }

  return ordered;
}

static TambourTable *
make_table (TambourCanvas *canvas,
            GPtrArray     *goals,
            gboolean       compact)
{
  const TambourColumn columns[] = {
    { NULL, 22, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Goal and measure"), 212, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Start"), 60, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Target"), 64, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Result"), 80, 20, TAMBOUR_ALIGN_END, NULL, NULL },
    { NULL, 262, 12, TAMBOUR_ALIGN_START, draw_progress_head, NULL },
    { _("Status"), 74, 4, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Owner"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_minimum (table, goals->len > 6 || compact ? TIGHT_ROW : ROW_HEIGHT);
  tambour_table_set_padding (table, 4, 4);
  tambour_table_set_head (table, HEAD_HEIGHT);
  for (guint i = 0; i < goals->len; i++)
    add_goal (table, goals->pdata[i], i, compact);

  return table;
}

/* Long statements first become smaller, then goals that were met go to the report. */
static TambourTable *
fit_table (TambourPages   *self,
           TambourCanvas  *canvas,
           GPtrArray     **chosen)
{
  g_autoptr(TambourTable) table = NULL;
  g_autoptr(GPtrArray) goals = NULL;

  for (guint most = MOST_GOALS; most > 0; most--)
    for (int compact = most < MOST_GOALS; compact <= TRUE; compact++)
      {
        g_clear_pointer (&table, tambour_table_free);
        g_clear_pointer (&goals, g_ptr_array_unref);
        goals = choose_goals (self->facts->goals.goals, most);
        table = make_table (canvas, goals, compact);
        if (tambour_table_get_height (table, TAMBOUR_DECK_WIDTH) <= TABLE_ROOM || most == 1)
          {
            *chosen = g_steal_pointer (&goals);
            return g_steal_pointer (&table);
          }
      }

  g_assert_not_reached ();
}

static double
draw_table (TambourPages  *self,
            TambourCanvas *canvas,
            guint         *n_shown)
{
  g_autoptr(GPtrArray) goals = NULL;
  g_autoptr(TambourTable) table = fit_table (self, canvas, &goals);
  double height;

  for (guint i = 0; i < goals->len; i++)
    tambour_pages_use (self, TAMBOUR_CHAPTER_GOALS, ((TambourGoalFact *) goals->pdata[i])->progress);
  *n_shown = tambour_table_draw (table, canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH, 360, 0, &height);

  return TAMBOUR_DECK_BODY + height;
}

static double
draw_empty (TambourPages  *self,
            TambourCanvas *canvas)
{
  const char *note = _("With a start, a target, an owner and a date, the next review can show how far each goal has come.");

  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH, _("Goals and their progress"), NULL);

  return TAMBOUR_DECK_BODY + 24 +
         tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY + 24, TAMBOUR_DECK_WIDTH, EMPTY_HEIGHT, NULL,
                             _("No goals are recorded for this period, so there is no progress to report."), note);
}

/* --- commitments ------------------------------------------------------------ */

static const TambourCommitmentFact *
find_broken (GArray *commitments)
{
  for (guint i = 0; commitments && i < commitments->len; i++)
    if (!g_array_index (commitments, TambourCommitmentFact, i).kept)
      return &g_array_index (commitments, TambourCommitmentFact, i);

  return NULL;
}

static void
draw_signs (TambourCanvas *canvas,
            GArray        *commitments,
            double         y,
            const char    *alternative)
{
  g_autofree TambourSign *signs = g_new0 (TambourSign, commitments->len + 1);

  for (guint i = 0; i < commitments->len; i++)
    signs[i] = g_array_index (commitments, TambourCommitmentFact, i).kept ? TAMBOUR_SIGN_MET : TAMBOUR_SIGN_MISSED;

  tambour_page_signs (canvas, tambour_deck_x (0), y, tambour_deck_w (4), signs, MIN (commitments->len, 24), alternative);
}

static TambourRich *
write_broken (const TambourCommitmentFact *broken)
{
  if (broken->reason && *broken->reason)
    return tambour_statement_say (_("<b>Not kept:</b> “{0}”. {1}"), broken->text, broken->reason, NULL);

  return tambour_statement_say (_("<b>Not kept:</b> “{0}”"), broken->text, NULL);
}

static TambourRich *
write_carried (const TambourCommitmentFact *broken)
{
  g_autofree char *settled = tambour_wording_date (broken->settled_on, TAMBOUR_DATE_FORM_LONG);
  g_autofree char *due = tambour_wording_date (broken->due, TAMBOUR_DATE_FORM_LONG);

  if (broken->carried && *broken->carried)
    return tambour_statement_say (_("<b>Carried forward:</b> {0}"), broken->carried, NULL);
  if (tambour_date_is_stated (broken->settled_on))
    return tambour_statement_say (_("<b>Settled late:</b> on {0}; it was due on {1}."), settled, due, NULL);

  return tambour_statement_say (_("<b>Still open:</b> it was due on {0}."), due, NULL);
}

static void
draw_broken (TambourCanvas *canvas,
             GArray        *commitments,
             double         y)
{
  const TambourCommitmentFact *broken = find_broken (commitments);
  g_autoptr(TambourRich) first = NULL;
  g_autoptr(TambourRich) second = NULL;

  if (broken == NULL)
    {
      first = tambour_rich_new (_("Every one of them was done by its date."));
      tambour_page_paragraph (canvas, tambour_deck_x (4), y, tambour_deck_w (4), TAMBOUR_ROLE_SECOND, first);
      return;
    }

  first = write_broken (broken);
  second = write_carried (broken);
  tambour_page_paragraph (canvas, tambour_deck_x (4), y, tambour_deck_w (4), TAMBOUR_ROLE_SECOND, first);
  tambour_page_paragraph (canvas, tambour_deck_x (8), y, tambour_deck_w (4), TAMBOUR_ROLE_SECOND, second);
}

static void
draw_commitments (TambourPages  *self,
                  TambourCanvas *canvas,
                  double         y)
{
  TambourFact *kept = self->facts->goals.kept;
  GArray *commitments = self->facts->goals.commitments;
  g_autofree char *counts = NULL;
  g_autofree char *head = NULL;

  if (!tambour_fact_is_known (kept) || commitments == NULL || commitments->len == 0)
    {
      tambour_page_ruled_head (canvas, TAMBOUR_DECK_MARGIN, y, TAMBOUR_DECK_WIDTH, TAMBOUR_TONE_INK,
                               _("Commitments of the last review"), NULL);
      tambour_page_text (canvas, tambour_deck_x (0), y + 32, tambour_deck_w (8), TAMBOUR_ROLE_SECOND,
                         _("No commitment was due in this period, or none is recorded."));
      return;
    }

  counts = tambour_wording_of (kept->now.n, kept->now.of);
  head = tambour_wording_fill (_("{0} commitments of last year kept"), counts, NULL);
  tambour_pages_use (self, TAMBOUR_CHAPTER_GOALS, kept);
  tambour_page_ruled_head (canvas, TAMBOUR_DECK_MARGIN, y, TAMBOUR_DECK_WIDTH, TAMBOUR_TONE_INK, head, NULL);
  draw_signs (canvas, commitments, y + 33, head);
  draw_broken (canvas, commitments, y + 9);
}

static void
draw_more (TambourCanvas *canvas,
           guint          n,
           guint          n_shown,
           double         y)
{
  g_autofree char *text = tambour_pages_more (n, n_shown);

  if (text)
    tambour_page_text (canvas, tambour_deck_x (0) + 22, y + 4, tambour_deck_w (6), TAMBOUR_ROLE_SECOND, text);
}

/**
 * tambour_pages_goals:
 * @self: pages
 *
 * Adds the page of goals and of the commitments of the last review.
 */
void
tambour_pages_goals (TambourPages *self)
{
  gboolean has_goals = self->facts->goals.goals && self->facts->goals.goals->len > 0;
  TambourPageWords words = {
    .label = _("Goals"),
    .title = tambour_findings_goals_title (self->facts, FALSE),
    .shorter = tambour_findings_goals_title (self->facts, TRUE),
    .source = g_strdup (_("Progress = (result − start) ÷ (target − start); bars stop at 130%. Met: 100% or more; nearly: "
                          "90 to 99%; missed: below 90%. Sources: goals, goal readings, commitments.")),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_GOALS, words);
  guint n_shown;
  double end;

  if (!has_goals)
    {
      end = draw_empty (self, canvas);
      draw_commitments (self, canvas, end + 20);
      return;
    }

  end = draw_table (self, canvas, &n_shown);
  draw_more (canvas, self->facts->goals.goals->len, n_shown, end);
  tambour_pages_use (self, TAMBOUR_CHAPTER_GOALS, self->facts->goals.met);
  draw_commitments (self, canvas, MAX (COMMITMENTS_TOP, end + (n_shown < self->facts->goals.goals->len ? 20 : 12)));
}
