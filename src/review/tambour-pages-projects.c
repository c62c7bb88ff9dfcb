/* tambour-pages-projects.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include "tambour-chart-value.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define MOST_PROJECTS  7
#define MATRIX_INSET   8.0
#define MATRIX_TOP     142.0
#define MATRIX_HEIGHT  312.0
#define TABLE_TOP      140.0
#define TABLE_ROOM     340.0
#define ROW_HEIGHT     40.8
#define TIGHT_ROW      34.0
#define DISC           8.8

typedef struct
{
  char     *rank;
  gboolean  first;
} Disc;

static void
free_disc (gpointer data)
{
  Disc *disc = data;

  g_clear_pointer (&disc->rank, g_free);
  g_free (disc);
}

static void
draw_disc (TambourCanvas *canvas,
           double         width,
           double         height,
           gpointer       data)
{
  Disc *disc = data;

  tambour_chart_rank (canvas, DISC + 0.7, height / 2, DISC, disc->first, disc->rank);
}

/* Whether it has the highest score of those without a fixed deadline. */
static gboolean
comes_first (TambourFacts             *facts,
             const TambourProjectFact *project)
{
  guint n_first;
  const TambourProjectFact *first = tambour_findings_first_projects (facts, &n_first);

  return first && project >= first && project < first + n_first;
}

/* --- the matrix --------------------------------------------------------------- */

static void
clear_mark (gpointer data)
{
  TambourMatrixDisc *mark = data;

  g_free ((char *) mark->rank);
}

/* What is in the table and has been scored. */
static GArray *
list_marks (TambourFacts *facts,
            guint         n)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TambourMatrixDisc));

  g_array_set_clear_func (marks, clear_mark);
  for (guint i = 0; i < n; i++)
    {
      const TambourProjectFact *project = &g_array_index (facts->plans.projects, TambourProjectFact, i);
      TambourMatrixDisc mark = { NULL, project->impact, project->effort, comes_first (facts, project) };

      if (project->score == TAMBOUR_NO_COUNT)
        continue;
      mark.rank = tambour_wording_number (i + 1);
      g_array_append_val (marks, mark);
    }

  return marks;
}

static void
draw_matrix (TambourPages  *self,
             TambourCanvas *canvas,
             guint          n)
{
  g_autoptr(GArray) marks = list_marks (self->facts, n);
  TambourMatrixChart chart = {
    _("Impact against effort"), _("Impact"), _("Effort"), _("low effort"), _("high effort"), _("Do first"),
    (const TambourMatrixDisc *) marks->data, marks->len,
  };
  double width = tambour_deck_w (4);

  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, width, _("Impact against effort"), NULL);
  if (marks->len == 0)
    tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, MATRIX_TOP, width, MATRIX_HEIGHT / 2, NULL,
                        _("Impact and effort have not been scored together yet."), NULL);
  else
    tambour_chart_matrix (canvas, TAMBOUR_DECK_MARGIN + MATRIX_INSET, MATRIX_TOP, width - MATRIX_INSET, MATRIX_HEIGHT, &chart);
}

/* --- the table ---------------------------------------------------------------- */

/**
 * tambour_pages_grade:
 * @table: a table
 * @grade: impact, effort or score
 * @strong: whether it is the one to look at
 *
 * Adds a cell with it.
 */
void
tambour_pages_grade (TambourTable *table,
                     gint64        grade,
                     gboolean      strong)
{
  g_autofree char *text = grade == TAMBOUR_NO_COUNT ? g_strdup ("–") : tambour_wording_number (grade);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = text, .weight = strong ? 600 : 400 });
}

/**
 * tambour_pages_project_reason:
 * @table: whose last cell names the project
 * @project: a project
 *
 * Adds why it is proposed. A fixed deadline stands above the ranking, and says so.
 */
void
tambour_pages_project_reason (TambourTable             *table,
                              const TambourProjectFact *project)
{
  g_autofree char *deadline = tambour_wording_date (project->deadline, TAMBOUR_DATE_FORM_SHORT);
  g_autoptr(TambourRich) fixed = NULL;

  if (project->pinned)
    {
      fixed = tambour_statement_say (_("<b>Fixed deadline {0}:</b> {1}"), deadline, project->deadline_reason, NULL);
      tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, g_steal_pointer (&fixed));
    }
  else if (project->reason)
    {
      tambour_table_more (table, TAMBOUR_ROLE_SECOND, project->reason);
    }
}

static void
add_project (TambourTable             *table,
             TambourFacts             *facts,
             const TambourProjectFact *project,
             guint                     i,
             gboolean                  compact)
{
  Disc *disc = g_new0 (Disc, 1);

  disc->rank = tambour_wording_number (i + 1);
  disc->first = comes_first (facts, project);

  tambour_table_add_row (table);
  tambour_table_cell_draw (table, draw_disc, disc, free_disc);
  tambour_table_cell_span (table, compact ? TAMBOUR_ROLE_SECOND : TAMBOUR_ROLE_CELL,
                           (TambourSpan) { .text = project->title, .weight = 600, .tone = TAMBOUR_TONE_INK });
  tambour_pages_project_reason (table, project);
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, project->owner ? project->owner : "–");
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, project->quarter ? project->quarter : "–");
  tambour_pages_grade (table, project->impact, FALSE);
  tambour_pages_grade (table, project->effort, FALSE);
  tambour_pages_grade (table, project->score, TRUE);
}

static TambourTable *
make_table (TambourFacts  *facts,
            TambourCanvas *canvas,
            guint          n,
            gboolean       compact)
{
  const TambourColumn columns[] = {
    { NULL, 27, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Project and reason"), 0, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Owner"), tambour_pages_column (canvas, _("Owner"), 104, 8), 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Quarter"), 80, 2, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Impact"), tambour_pages_column (canvas, _("Impact"), 42, 6), 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Effort"), tambour_pages_column (canvas, _("Effort"), 38, 4), 4, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Score"), tambour_pages_column (canvas, _("Score"), 37, 0), 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_minimum (table, compact ? TIGHT_ROW : ROW_HEIGHT);
  tambour_table_set_padding (table, compact ? 3 : 5, compact ? 3 : 5);
  for (guint i = 0; i < n; i++)
    add_project (table, facts, &g_array_index (facts->plans.projects, TambourProjectFact, i), i, compact);

  return table;
}

/* Long titles first stand closer, then the last projects go to the report. */
static TambourTable *
fit_table (TambourFacts  *facts,
           TambourCanvas *canvas,
           guint         *n_shown)
{
  guint len = facts->plans.projects->len;
  g_autoptr(TambourTable) table = NULL;

  for (guint n = MIN (len, MOST_PROJECTS); n > 0; n--)
    for (int compact = FALSE; compact <= TRUE; compact++)
      {
        double room = n < len ? TABLE_ROOM - 18 : TABLE_ROOM;

        g_clear_pointer (&table, tambour_table_free);
        table = make_table (facts, canvas, n, compact);
        *n_shown = n;
        if (tambour_table_get_height (table, tambour_deck_w (8)) <= room || (n == 1 && compact))
          return g_steal_pointer (&table);
      }

  g_assert_not_reached ();
}

/**
 * tambour_pages_projects:
 * @self: pages
 *
 * Adds the page of the projects of the next year: by impact and effort, and ranked.
 */
void
tambour_pages_projects (TambourPages *self)
{
  TambourPageWords words = {
    .label = _("Next year’s value-add projects"),
    .title = tambour_findings_projects_title (self->facts, FALSE),
    .shorter = tambour_findings_projects_title (self->facts, TRUE),
    .source = g_strdup (_("Impact and effort 1 to 5. Rank score = 2 × impact − effort; ties go to the lower effort, then by title; "
                          "fixed deadlines stand above the ranking. Shaded cells: score 5 or more. Source: value-add projects.")),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_PROJECTS, words);
  double x = tambour_deck_x (4);
  guint n_shown;
  g_autoptr(TambourTable) table = fit_table (self->facts, canvas, &n_shown);
  g_autofree char *more = tambour_pages_more (self->facts->plans.projects->len, n_shown);
  double height;

  tambour_pages_use (self, TAMBOUR_CHAPTER_PROJECTS, self->facts->plans.n_projects);
  tambour_pages_use (self, TAMBOUR_CHAPTER_PROJECTS, tambour_facts_find (self->facts, "projects.score.1"));
  draw_matrix (self, canvas, n_shown);
  tambour_pages_head (canvas, x, TAMBOUR_DECK_BODY, tambour_deck_w (8), _("Ranked, with one owner each"), NULL);
  tambour_table_draw (table, canvas, x, TABLE_TOP, tambour_deck_w (8), 360, 0, &height);
  if (more)
    tambour_page_text (canvas, x + 27, TABLE_TOP + height + 4, tambour_deck_w (6), TAMBOUR_ROLE_SECOND, more);
}
