/* tambour-rollup-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-private.h"

#include "tambour-reviews.h"

#include "tambour-wording.h"

/* Widths of columns and the space between them, in points. */
#define ACCOUNT  124.0
#define OUT      120.0
#define REMARKS  110.0
#define GAP      10.0
#define FIGURE   66.0

/* Two columns of definitions. */
#define COLUMN   234.0
#define SECOND   258.0
#define DEFINED_BEYOND 1.5

static void
add_text (TambourTable *table,
          const char   *text,
          int           weight)
{
  g_autofree char *brief = tambour_flow_short (text ? text : "");

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = brief, .weight = weight });
}

static const char *
get_name (const TambourReviewsDone *done)
{
  return done->account->name ? done->account->name : "";
}

/* --- what could not be written ---------------------------------------------------- */

static void
draw_failed (TambourFlow         *flow,
             const TambourRollup *rollup)
{
  const TambourColumn columns[] = {
    { _("Account"), ACCOUNT, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Reason"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  g_autoptr(TambourTable) table = tambour_table_new (flow->canvas, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rollup->all->len; i++)
    {
      const TambourReviewsDone *done = g_ptr_array_index (rollup->all, i);

      if (done->error == NULL)
        continue;

      tambour_table_add_row (table);
      add_text (table, get_name (done), 600);
      add_text (table, done->error->message, 0);
    }

  if (tambour_table_get_n_rows (table) > 0)
    tambour_rollup_table (flow, _("Reviews that could not be written"), NULL, table, NULL);
}

/* --- what a review leaves out ------------------------------------------------------- */

/* Titles that were typed, and findings that do not balance. */
static char *
write_remarks (const TambourRollupLine *line)
{
  g_autofree char *titles = tambour_rollup_say_titles (line);
  g_autofree char *typed = *titles ? tambour_wording_fill (_("Titles that were typed: {0}"), titles, NULL) : NULL;

  if (typed == NULL)
    return g_strdup (line->is_unbalanced ? _("The findings do not add up") : "");
  if (!line->is_unbalanced)
    return g_steal_pointer (&typed);

  return tambour_wording_fill (_("{0}; {1}"), _("The findings do not add up"), typed, NULL);
}

/* A column of which no account has anything is left out. */
static gboolean
has_remarks (const TambourRollup *rollup)
{
  for (guint i = 0; i < rollup->all->len; i++)
    {
      const TambourRollupLine *line = ((const TambourReviewsDone *) g_ptr_array_index (rollup->all, i))->line;
      g_autofree char *remarks = line ? write_remarks (line) : NULL;

      if (remarks != NULL && *remarks != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
add_noted (TambourTable             *table,
           const TambourReviewsDone *done,
           gboolean                  with_remarks)
{
  g_autofree char *out = tambour_rollup_say_out (done->line);
  g_autofree char *sources = tambour_rollup_say_sources (done->line);
  g_autofree char *remarks = write_remarks (done->line);

  if (*out == '\0' && *sources == '\0' && *remarks == '\0')
    return;

  tambour_table_add_row (table);
  add_text (table, get_name (done), 600);
  add_text (table, *out ? out : "–", 0);
  add_text (table, *sources ? sources : "–", 0);
  if (with_remarks)
    add_text (table, *remarks ? remarks : "–", 0);
}

static void
draw_left_out (TambourFlow         *flow,
               const TambourRollup *rollup)
{
  gboolean with_remarks = has_remarks (rollup);
  const TambourColumn columns[] = {
    { _("Account"), ACCOUNT, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Pages left out"), OUT, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Sources without a record"), 0, with_remarks ? GAP : 0, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Remarks"), REMARKS, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  const char *title = _("What the reviews leave out");
  g_autoptr(TambourTable) table = tambour_table_new (flow->canvas, columns, G_N_ELEMENTS (columns) - !with_remarks);

  for (guint i = 0; i < rollup->all->len; i++)
    {
      const TambourReviewsDone *done = g_ptr_array_index (rollup->all, i);

      if (done->line != NULL)
        add_noted (table, done, with_remarks);
    }

  if (tambour_table_get_n_rows (table) > 0)
    {
      tambour_rollup_table (flow, title, NULL, table, NULL);
      return;
    }

  tambour_rollup_head (flow, title, NULL, tambour_canvas_style (flow->canvas, TAMBOUR_ROLE_BODY)->line);
  flow->y += tambour_page_text (flow->canvas, flow->x, flow->y, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_BODY,
                                _("No page is left out, no source is missing, no title was typed, and all findings add up."));
}

/**
 * tambour_rollup_draw_notes:
 * @flow: the document
 * @rollup: what became of all accounts
 *
 * Adds what managers have to know of the reviews themselves.
 */
void
tambour_rollup_draw_notes (TambourFlow         *flow,
                           const TambourRollup *rollup)
{
  draw_failed (flow, rollup);
  draw_left_out (flow, rollup);
}

/* --- how each figure is counted ------------------------------------------------------ */

/* What a row of the table of accounts has, in its order. */
static const char * const DEFINED[] = {
  "cases.opened", "response.met", "outage.hours", "escalations", "goals.met", "audit.score", "value",
};

static void
add_definition (TambourTable *table,
                const char   *anchor,
                const char   *name,
                const char   *formula,
                const char   *source,
                const char   *together)
{
  g_autofree char *sources = g_strdup_printf ("[%s] ", source);
  g_autofree char *spaced = g_strdup_printf ("%s ", formula);
  TambourRich *definition = tambour_rich_new (NULL);

  tambour_rich_add_span (definition, (TambourSpan) { .text = spaced, .tone = TAMBOUR_TONE_INK2 });
  tambour_rich_add_grey (definition, sources);
  tambour_rich_add_span (definition, (TambourSpan) { .text = together, .tone = TAMBOUR_TONE_INK2 });

  tambour_table_add_row (table);
  tambour_table_set_anchor (table, anchor);
  tambour_table_cell_span (table, TAMBOUR_ROLE_DEFINITION, (TambourSpan) { .text = name, .weight = 600 });
  tambour_table_cell_rich (table, TAMBOUR_ROLE_DEFINITION, definition);
}

static const char *
choose_together (const TambourRollup       *rollup,
                 const TambourRollupFigure *figure)
{
  if (rollup->all->len == 1)
    return "";
  if (!figure->adds_up)
    return _("It is not added up.");

  return figure->unit == TAMBOUR_UNIT_SHARE ? _("All accounts: both sides are added up, then divided.") : _("All accounts: the sum.");
}

static const TambourRollupFigure *
find_figure (const TambourRollup *rollup,
             const char          *key)
{
  for (guint i = 0; i < rollup->all->len; i++)
    {
      const TambourRollupLine *line = ((const TambourReviewsDone *) g_ptr_array_index (rollup->all, i))->line;
      const TambourRollupFigure *figure = line ? tambour_rollup_line_find (line, key) : NULL;

      if (figure != NULL && figure->name != NULL)
        return figure;
    }

  return NULL;
}

static TambourTable *
make_definitions (TambourFlow         *flow,
                  const TambourRollup *rollup)
{
  const TambourColumn columns[] = {
    { NULL, FIGURE, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (flow->canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_padding (table, DEFINED_BEYOND, DEFINED_BEYOND);
  add_definition (table, "health", _("Health"),
                  _("Weighted mean of what is known of cases, clocks, goals, usage, findings, sponsor, promises, actions and calls"),
                  _("Internal; never in a customer’s document"),
                  rollup->all->len > 1 ? _("All accounts: how many are in good health.") : "");
  for (guint i = 0; i < G_N_ELEMENTS (DEFINED); i++)
    {
      const TambourRollupFigure *figure = find_figure (rollup, DEFINED[i]);

      if (figure != NULL)
        add_definition (table, figure->key, _(figure->name), _(figure->formula), _(figure->source), choose_together (rollup, figure));
    }

  return table;
}

/**
 * tambour_rollup_draw_definitions:
 * @flow: the document
 * @rollup: what became of all accounts
 *
 * Adds how each figure is counted, and what stands for all accounts together.
 */
void
tambour_rollup_draw_definitions (TambourFlow         *flow,
                                 const TambourRollup *rollup)
{
  g_autoptr(TambourTable) table = make_definitions (flow, rollup);
  double height = tambour_table_get_half (table, COLUMN);
  guint row;

  tambour_rollup_head (flow, _("How each figure is defined"), NULL, height);
  row = tambour_table_draw (table, flow->canvas, flow->x, flow->y, COLUMN, height, 0, NULL);
  tambour_table_draw (table, flow->canvas, flow->x + SECOND, flow->y, COLUMN, height, row, NULL);
  flow->y += height;
}
