/* tambour-pages-decisions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>
#include <string.h>

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define MOST_DECISIONS 4
#define MOST_STEPS     6
#define STEPS_TOP      348.0
#define STEPS_HEAD     36.0
#define STEPS_DOTS     26.0
#define STEP_GAP       12.0
#define LEAST_EMPTY    60.0
#define NUMBER_SIZE    24.0
#define DECISION_SIZE  13.0
#define WAITING        236.0
#define DUE            78.0

/* --- next steps -------------------------------------------------------------- */

static void
clear_step (gpointer data)
{
  TambourPageStep *step = data;

  g_free ((char *) step->date);
}

static void
add_step (GArray      *steps,
          TambourDate  on,
          const char  *text,
          const char  *who)
{
  TambourPageStep step = { tambour_wording_date (on, TAMBOUR_DATE_FORM_SHORT), text, who };

  g_array_append_val (steps, step);
}

/* What follows the review, which stands first. */
static GArray *
list_steps (TambourFacts *facts,
            guint        *n_shown)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (TambourPageStep));
  GArray *next = facts->plans.steps;

  g_array_set_clear_func (steps, clear_step);
  if (tambour_date_is_stated (facts->review_on))
    add_step (steps, facts->review_on, _("This review"), NULL);

  for (*n_shown = 0; *n_shown < next->len && steps->len < MOST_STEPS; (*n_shown)++)
    {
      const TambourStepFact *step = &g_array_index (next, TambourStepFact, *n_shown);

      add_step (steps, step->due, step->title, step->owner);
    }

  return steps;
}

static double
measure_text (TambourCanvas *canvas,
              double         width,
              const char    *text)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, tambour_canvas_get_rtl (canvas) };
  g_autoptr(TambourShape) shape = NULL;

  if (text == NULL || *text == '\0')
    return 0;

  shape = tambour_shape_new_plain (tambour_canvas_get_fonts (canvas), tambour_canvas_style (canvas, TAMBOUR_ROLE_SECOND), &fit, text);

  return shape->height;
}

/* The height of the whole block; the table of decisions has what it leaves. */
static double
measure_steps (TambourCanvas *canvas,
               GArray        *steps)
{
  double width = TAMBOUR_DECK_WIDTH / MAX (steps->len, 1) - STEP_GAP;
  double date = tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY)->line + 2;
  double tallest = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const TambourPageStep *step = &g_array_index (steps, TambourPageStep, i);

      tallest = MAX (tallest, measure_text (canvas, width, step->text) + measure_text (canvas, width, step->note));
    }

  return STEPS_HEAD + STEPS_DOTS + date + tallest;
}

static void
draw_steps (TambourPages  *self,
            TambourCanvas *canvas,
            GArray        *steps,
            guint          n_shown,
            double         y)
{
  g_autofree char *more = tambour_pages_more (self->facts->plans.steps->len, n_shown);
  double used = tambour_page_ruled_head (canvas, TAMBOUR_DECK_MARGIN, y, TAMBOUR_DECK_WIDTH, TAMBOUR_TONE_INK, _("Next steps"), more);

  if (n_shown == 0)
    tambour_page_text (canvas, TAMBOUR_DECK_MARGIN, y + used + 8, tambour_deck_w (8), TAMBOUR_ROLE_BODY,
                       _("No step is agreed yet; the minutes of the review will name them."));
  else
    tambour_page_steps (canvas, TAMBOUR_DECK_MARGIN, y + used + 8, TAMBOUR_DECK_WIDTH, (const TambourPageStep *) steps->data,
                        steps->len);
}

/* --- decisions --------------------------------------------------------------- */

/* “Name, role” is told on two lines. */
static void
add_who (TambourTable *table,
         const char   *who)
{
  const char *comma = who ? strstr (who, ", ") : NULL;
  g_autofree char *name = comma ? g_strndup (who, comma - who) : g_strdup (who ? who : "–");

  tambour_table_cell (table, TAMBOUR_ROLE_CELL, name);
  if (comma)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, comma + strlen (", "));
}

static void
add_decision (TambourTable              *table,
              const TambourDecisionFact *decision,
              guint                      i)
{
  g_autofree char *number = tambour_wording_number (i + 1);
  g_autofree char *due = tambour_wording_date (decision->due, TAMBOUR_DATE_FORM_SHORT);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = number,
                                                       .weight = 600,
                                                       .tone = TAMBOUR_TONE_ACCENT,
                                                       .size = NUMBER_SIZE,
                                                     });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = decision->text, .weight = 600, .size = DECISION_SIZE });
  if (decision->choice)
    tambour_table_more (table, TAMBOUR_ROLE_SECOND, decision->choice);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, decision->waiting ? decision->waiting : "–");
  add_who (table, decision->who);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = due, .weight = 600 });
}

/* Dates never wrap; in other languages they are longer. */
static double
measure_dues (TambourCanvas *canvas,
              GArray        *decisions,
              guint          n)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_CELL);
  double widest = DUE;

  style.weight = 600;
  for (guint i = 0; i < n; i++)
    {
      const TambourDecisionFact *decision = &g_array_index (decisions, TambourDecisionFact, i);
      g_autofree char *due = tambour_wording_date (decision->due, TAMBOUR_DATE_FORM_SHORT);

      widest = MAX (widest, ceil (tambour_canvas_measure (canvas, &style, due)) + 1);
    }

  return widest;
}

static TambourTable *
make_table (TambourCanvas *canvas,
            GArray        *decisions,
            guint          n,
            gboolean       compact)
{
  const TambourColumn columns[] = {
    { NULL, 34, 0, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Decision and recommended choice"), 330, 18, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("If it waits"), WAITING + DUE - measure_dues (canvas, decisions, n), 18, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Who decides"), 186, 12, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("By"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_top (table);
  tambour_table_set_padding (table, compact ? 5 : 12, compact ? 5 : 11);
  for (guint i = 0; i < n; i++)
    add_decision (table, &g_array_index (decisions, TambourDecisionFact, i), i);

  return table;
}

/* Long ones first stand closer, then the last go to the report. */
static TambourTable *
fit_table (TambourCanvas *canvas,
           GArray        *decisions,
           double         most,
           guint         *n_shown)
{
  g_autoptr(TambourTable) table = NULL;

  for (guint n = MIN (decisions->len, MOST_DECISIONS); n > 0; n--)
    for (int compact = FALSE; compact <= TRUE; compact++)
      {
        double room = n < decisions->len ? most - 18 : most;

        g_clear_pointer (&table, tambour_table_free);
        table = make_table (canvas, decisions, n, compact);
        *n_shown = n;
        if (tambour_table_get_height (table, TAMBOUR_DECK_WIDTH) <= room || (n == 1 && compact))
          return g_steal_pointer (&table);
      }

  g_assert_not_reached ();
}

static double
draw_decisions (TambourPages  *self,
                TambourCanvas *canvas,
                double         room)
{
  GArray *decisions = self->facts->plans.decisions;
  guint n_shown;
  g_autoptr(TambourTable) table = NULL;
  g_autofree char *more = NULL;
  double height;

  tambour_pages_use (self, TAMBOUR_CHAPTER_DECISIONS, self->facts->plans.n_decisions);
  if (decisions->len == 0)
    return TAMBOUR_DECK_BODY +
           tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH,
                               CLAMP (room, LEAST_EMPTY, 180), "0",
                               _("No decision is asked for in this review."), _("The next steps stand below."));

  table = fit_table (canvas, decisions, room, &n_shown);
  tambour_table_draw (table, canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH, 360, 0, &height);
  more = tambour_pages_more (decisions->len, n_shown);
  if (more == NULL)
    return TAMBOUR_DECK_BODY + height;

  return TAMBOUR_DECK_BODY + height + 4 +
         tambour_page_text (canvas, TAMBOUR_DECK_MARGIN + 34, TAMBOUR_DECK_BODY + height + 4, tambour_deck_w (6),
                            TAMBOUR_ROLE_SECOND, more);
}

static char *
write_source (TambourFacts *facts)
{
  g_autofree char *next = tambour_wording_date (facts->plans.next_review, TAMBOUR_DATE_FORM_LONG);

  if (!tambour_date_is_stated (facts->plans.next_review))
    return g_strdup (_("Steps are equally spaced, not to scale. Sources: decisions, actions."));

  return tambour_wording_fill (_("Steps are equally spaced, not to scale. Next executive business review: {0}. "
                                 "Sources: decisions, actions, engagements."),
                               next, NULL);
}

/**
 * tambour_pages_decisions:
 * @self: pages
 *
 * Adds the page of what is asked for and of the next steps.
 */
void
tambour_pages_decisions (TambourPages *self)
{
  TambourPageWords words = {
    .label = _("Decisions and next steps"),
    .title = tambour_findings_decisions_title (self->facts, FALSE),
    .shorter = tambour_findings_decisions_title (self->facts, TRUE),
    .source = write_source (self->facts),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_DECISIONS, words);
  guint n_shown;
  g_autoptr(GArray) steps = list_steps (self->facts, &n_shown);
  double top = MIN (STEPS_TOP + 24, TAMBOUR_DECK_BODY_END - measure_steps (canvas, steps));
  double end = draw_decisions (self, canvas, top - 12 - TAMBOUR_DECK_BODY);

  draw_steps (self, canvas, steps, n_shown, CLAMP (end + 12, MIN (STEPS_TOP, top), MAX (top, end + 12)));
}
