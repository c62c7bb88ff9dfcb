/* tambour-rollup-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-private.h"

#include "tambour-pdf.h"
#include "tambour-reviews.h"

#include "tambour-wording.h"

/* So many rows of a table at least stand below its head; a table of so few is not split. */
#define KEPT_ROWS  2
#define WHOLE_ROWS 3

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

/**
 * tambour_rollup_has_before:
 * @self: what became of all accounts
 *
 * Returns: whether anything can be compared with the year before
 */
gboolean
tambour_rollup_has_before (const TambourRollup *self)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const TambourRollupLine *line = ((const TambourReviewsDone *) g_ptr_array_index (self->all, i))->line;

      for (guint k = 0; line && k < line->figures->len; k++)
        if (tambour_measure_is_known (&g_array_index (line->figures, TambourRollupFigure, k).prior))
          return TRUE;
    }

  return FALSE;
}

/**
 * tambour_rollup_say_before:
 * @self: what became of all accounts
 *
 * Returns: (transfer full): the days of the year before
 */
char *
tambour_rollup_say_before (const TambourRollup *self)
{
  const TambourRollupLine *line = find_line (self);

  return line ? tambour_wording_dates (line->before[0], line->before[1]) : g_strdup ("");
}

/* --- blocks ---------------------------------------------------------------------- */

/**
 * tambour_rollup_head:
 * @flow: the document
 * @title: of a block
 * @addition: (nullable): what is shown
 * @keep: the height of what has to stand on the same page, in points
 *
 * Begins a block.
 */
void
tambour_rollup_head (TambourFlow *flow,
                     const char  *title,
                     const char  *addition,
                     double       keep)
{
  double line = tambour_canvas_style (flow->canvas, TAMBOUR_ROLE_HEAD)->line;

  tambour_flow_need (flow, TAMBOUR_ROLLUP_ABOVE_HEAD + line + TAMBOUR_ROLLUP_BELOW_HEAD + keep);
  if (flow->y > flow->top)
    flow->y += TAMBOUR_ROLLUP_ABOVE_HEAD;
  tambour_flow_note (flow, title);
  flow->y += tambour_page_head (flow->canvas, flow->x, flow->y, TAMBOUR_REPORT_WIDTH, title, addition);
  flow->y += TAMBOUR_ROLLUP_BELOW_HEAD;
}

/**
 * tambour_rollup_measure_caption:
 * @flow: the document
 * @text: (nullable): what needs to be known of the block above
 *
 * Returns: the height that it takes
 */
double
tambour_rollup_measure_caption (TambourFlow *flow,
                                const char  *text)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, TAMBOUR_REPORT_WIDTH, 0, tambour_canvas_get_rtl (flow->canvas) };
  g_autoptr(TambourShape) shape = NULL;

  if (text == NULL)
    return 0;

  shape = tambour_shape_new_plain (tambour_canvas_get_fonts (flow->canvas),
                                   tambour_canvas_style (flow->canvas, TAMBOUR_ROLE_TABLE_HEAD), &fit, text);

  return TAMBOUR_ROLLUP_ABOVE_CAPTION + shape->height;
}

/**
 * tambour_rollup_caption:
 * @flow: the document
 * @text: (nullable): what needs to be known of the block above
 *
 * Adds a small grey line below a block.
 */
void
tambour_rollup_caption (TambourFlow *flow,
                        const char  *text)
{
  if (text == NULL)
    return;

  flow->y += TAMBOUR_ROLLUP_ABOVE_CAPTION;
  flow->y += tambour_page_text (flow->canvas, flow->x, flow->y, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_TABLE_HEAD, text);
}

/**
 * tambour_rollup_table:
 * @flow: the document
 * @title: of the block
 * @addition: (nullable): what is shown
 * @table: a table
 * @caption: (nullable): what needs to be known of it
 *
 * Adds a block of a table, its columns' heads on each page.
 */
void
tambour_rollup_table (TambourFlow  *flow,
                      const char   *title,
                      const char   *addition,
                      TambourTable *table,
                      const char   *caption)
{
  guint n = tambour_table_get_n_rows (table);
  double below = tambour_rollup_measure_caption (flow, caption);
  double keep = tambour_table_get_start (table, TAMBOUR_REPORT_WIDTH, n <= WHOLE_ROWS ? n : KEPT_ROWS);

  tambour_rollup_head (flow, title, addition, keep + below);
  tambour_flow_table (flow, table, below, NULL, NULL);
  tambour_rollup_caption (flow, caption);
}

/* --- the document ---------------------------------------------------------------- */

static void
draw (TambourFlow *flow,
      gpointer     user_data)
{
  const TambourRollup *self = user_data;

  tambour_rollup_draw_tiles (flow, self);
  if (self->all->len > 0)
    tambour_rollup_draw_accounts (flow, self);
  tambour_rollup_draw_notes (flow, self);
  tambour_rollup_draw_definitions (flow, self);
}

/* What is counted, and when it was read. */
static char *
write_source (const TambourRollup *self)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *read = tambour_wording_date (tambour_zone_date_of (utc, self->created), TAMBOUR_DATE_FORM_LONG);
  g_autofree char *number = tambour_wording_number (self->all->len);
  guint n = self->all->len;

  if (!tambour_instant_is_stated (self->created))
    return tambour_wording_fill (ngettext ("{0} account. Figures are those of its review", "{0} accounts. Figures are those of their reviews", n),
                                 number, NULL);

  return tambour_wording_fill (ngettext ("{0} account. Figures are those of its review; health is as of {1}, when the data were read",
                                         "{0} accounts. Figures are those of their reviews; health is as of {1}, when the data were read", n),
                               number, read, NULL);
}

/**
 * tambour_rollup_layout:
 * @self: what became of all accounts
 * @error: return location
 *
 * Lays it out for managers: how all of them stand in one sentence and a few figures; every account
 * with its health, its main figures and those of the year before, and what they come to together;
 * which could not be written, the pages that are left out, the sources that are missing, the titles
 * that were typed, findings that do not add up; how each figure is counted. The same accounts give
 * the same marks.
 *
 * This thread writes in the language of @self from then on.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_rollup_layout (const TambourRollup  *self,
                       GError              **error)
{
  g_autofree char *dates = NULL;
  g_autofree char *title = NULL;
  g_autofree char *shorter = NULL;
  g_autofree char *source = NULL;
  TambourFlowWords words = { .paper = self->paper, .created = MAX (self->created.seconds, 0) };

  tambour_wording_set_language (tambour_wording_is_translated (self->language) ? self->language : NULL);
  dates = tambour_wording_dates (self->from, (TambourDate) { self->to.julian - 1 });
  title = tambour_rollup_say_title (self, FALSE);
  shorter = tambour_rollup_say_title (self, TRUE);
  source = write_source (self);
  words.name = _("Portfolio roll-up");
  words.subject = dates;
  words.account = _("Portfolio");
  words.running = _("Portfolio roll-up");
  words.label = _("Portfolio roll-up, for managers only");
  words.title = title;
  words.shorter = shorter;
  words.footer = dates;
  words.source = source;

  return tambour_flow_layout (&words, draw, (gpointer) self, error);
}

/**
 * tambour_rollup_write_paper:
 * @self: what became of all accounts
 * @path: the PDF; it appears when it is whole
 * @error: return location
 *
 * Writes what tambour_rollup_layout() lays out. The same accounts give the same bytes.
 *
 * This thread writes in the language of @self from then on.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_rollup_write_paper (const TambourRollup  *self,
                            const char           *path,
                            GError              **error)
{
  g_autoptr(TambourDocument) document = tambour_rollup_layout (self, error);

  return document != NULL && tambour_pdf_write (document, path, error);
}
