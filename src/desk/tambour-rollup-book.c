/* tambour-rollup-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup.h"

#include <math.h>
#include <string.h>

#include "tambour-case.h"
#include "tambour-reviews.h"
#include "tambour-workbook-numbers.h"
#include "tambour-workbook.h"

#include "tambour-wording.h"

/* The columns that are the same in every line, before those of the figures. */
static const char * const FIRST[] = { N_("Account"), N_("Health"), N_("Review"), N_("Failed"), N_("P1"), N_("P2"), N_("P3"), N_("Without a priority") };

static const char * const LAST[] = { N_("Pages left out"), N_("Missing sources"), N_("Typed titles"), N_("Ledger") };

/* The first account that could be counted tells what the figures are called. */
static const TambourRollupLine *
find_line (const TambourRollup *self)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const TambourReviewsDone *done = g_ptr_array_index (self->all, i);

      if (done->line != NULL)
        return done->line;
    }

  return NULL;
}

static void
add_heads (TambourWorkbook     *book,
           const TambourRollup *self)
{
  const TambourRollupLine *line = find_line (self);
  g_autoptr(GStrvBuilder) heads = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (FIRST); i++)
    g_strv_builder_add (heads, _(FIRST[i]));

  for (guint prior = 0; prior < 2; prior++)
    for (guint i = 0; line && i < line->figures->len; i++)
      {
        const TambourRollupFigure *figure = &g_array_index (line->figures, TambourRollupFigure, i);
        const char *name = figure->name ? _(figure->name) : figure->key;

        g_strv_builder_take (heads, prior ? tambour_wording_fill (_("{0}, year before"), name, NULL) : g_strdup (name));
      }

  for (guint i = 0; i < G_N_ELEMENTS (LAST); i++)
    g_strv_builder_add (heads, _(LAST[i]));

  list = g_strv_builder_end (heads);
  tambour_workbook_add_heads (book, (const char * const *) list);
}

/* What was not measured is an empty cell, never 0. */
static void
add_measure (TambourWorkbook           *book,
             const TambourRollupFigure *figure,
             const TambourMeasure      *measure)
{
  TambourFact fact = { .key = (char *) figure->key, .unit = figure->unit, .now = *measure };
  g_autofree char *format = NULL;

  if (measure->state != TAMBOUR_FACT_MEASURED || !isfinite (measure->value))
    {
      tambour_workbook_add_text (book, NULL);
      return;
    }

  format = tambour_workbook_figure_format (&fact, measure);
  tambour_workbook_add_number (book, tambour_workbook_amount (&fact, measure), format);
}

static void
add_line (TambourWorkbook         *book,
          const TambourRollupLine *line)
{
  static const guint ORDER[] = { TAMBOUR_PRIORITY_P1, TAMBOUR_PRIORITY_P2, TAMBOUR_PRIORITY_P3, 0 };
  g_autofree char *out = tambour_rollup_say_out (line);
  g_autofree char *sources = tambour_rollup_say_sources (line);
  g_autofree char *titles = tambour_rollup_say_titles (line);

  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    tambour_workbook_add_number (book, line->cases[ORDER[i]], "0");

  for (guint prior = 0; prior < 2; prior++)
    for (guint i = 0; i < line->figures->len; i++)
      {
        const TambourRollupFigure *figure = &g_array_index (line->figures, TambourRollupFigure, i);

        add_measure (book, figure, prior ? &figure->prior : &figure->now);
      }

  tambour_workbook_add_text (book, out);
  tambour_workbook_add_text (book, sources);
  tambour_workbook_add_text (book, titles);
  tambour_workbook_add_text (book, line->is_unbalanced ? _("The findings do not add up") : NULL);
}

static void
add_account (TambourWorkbook          *book,
             const TambourReviewsDone *done)
{
  g_autofree char *name = done->path && !done->error ? g_path_get_basename (done->path) : NULL;

  tambour_workbook_set_style (book, TAMBOUR_CELL_PLAIN);
  tambour_workbook_add_text (book, done->account->name);
  tambour_workbook_add_text (book, tambour_rollup_say_health (done->health));
  tambour_workbook_add_text (book, name);
  tambour_workbook_add_text (book, done->error ? done->error->message : NULL);
  if (done->line != NULL)
    add_line (book, done->line);

  tambour_workbook_end_row (book);
}

/**
 * tambour_rollup_write_book:
 * @self: what became of all accounts
 * @path: the workbook; it appears when it is whole
 * @error: return location
 *
 * Writes a row for each account, with figures that can be computed with. The same accounts give
 * the same bytes.
 *
 * This thread writes in the language of @self from then on.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_rollup_write_book (const TambourRollup  *self,
                           const char           *path,
                           GError              **error)
{
  g_autoptr(TambourWorkbook) book = NULL;
  g_autofree char *dates = NULL;

  tambour_wording_set_language (tambour_wording_is_translated (self->language) ? self->language : NULL);
  dates = tambour_wording_dates (self->from, (TambourDate) { self->to.julian - 1 });
  book = tambour_workbook_new (_("Portfolio roll-up"), dates, NULL, self->created,
                               tambour_wording_is_rtl () ? TAMBOUR_WORKBOOK_RTL : 0);
  tambour_workbook_begin_sheet (book, _("Accounts"));
  add_heads (book, self);
  for (guint i = 0; i < self->all->len; i++)
    add_account (book, g_ptr_array_index (self->all, i));

  return tambour_workbook_save (book, path, error);
}
