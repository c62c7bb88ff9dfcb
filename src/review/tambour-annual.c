/* tambour-annual.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include "tambour-fact-text.h"
#include "tambour-pages-words.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 1). */
#define BELOW_TEXT    6.5
#define ABOVE_CAPTION 4.0

/* So many rows of a table at least stand on a page; a table of so few is not split. */
#define KEPT_ROWS  2
#define WHOLE_ROWS 3

static void (* const DRAWN[TAMBOUR_N_ANNUAL_PARTS]) (TambourAnnual *self) = {
  [TAMBOUR_ANNUAL_OPENING] = tambour_annual_opening,
  [TAMBOUR_ANNUAL_GOALS] = tambour_annual_goals,
  [TAMBOUR_ANNUAL_SERVICE] = tambour_annual_service,
  [TAMBOUR_ANNUAL_CONTINUITY] = tambour_annual_continuity,
  [TAMBOUR_ANNUAL_PRODUCT] = tambour_annual_product,
  [TAMBOUR_ANNUAL_LEARNING] = tambour_annual_learning,
  [TAMBOUR_ANNUAL_VALUE] = tambour_annual_value,
  [TAMBOUR_ANNUAL_PLANS] = tambour_annual_plans,
  [TAMBOUR_ANNUAL_DEFINITIONS] = tambour_annual_definitions,
};

/**
 * tambour_annual_new:
 * @facts: what the report tells; must outlive it
 * @product: (nullable): whose report it is
 * @document: where pages are added
 * @outline: (nullable): what a person composed; must outlive it
 * @before: (nullable): the same report, composed before: it knows how long parts are
 *
 * Returns: (transfer full): a report to compose
 */
TambourAnnual *
tambour_annual_new (TambourFacts        *facts,
                    const char          *product,
                    TambourDocument     *document,
                    TambourOutline      *outline,
                    const TambourAnnual *before)
{
  TambourAnnual *self = g_new0 (TambourAnnual, 1);

  self->facts = facts;
  self->document = document;
  self->pages = tambour_pages_new (facts, product, document);
  self->period = tambour_wording_dates (facts->period.from, (TambourDate) { facts->period.to.julian - 1 });
  self->running = _("Annual value report");
  tambour_pages_set_outline (self->pages, outline, NULL);
  tambour_annual_number (self, before);

  return self;
}

static void
clear_words (TambourAnnual *self)
{
  g_clear_pointer (&self->words.title, g_free);
  g_clear_pointer (&self->words.shorter, g_free);
  g_clear_pointer (&self->words.source, g_free);
}

/**
 * tambour_annual_free:
 * @self: a report
 *
 * Frees @self; the document keeps what was drawn.
 */
void
tambour_annual_free (TambourAnnual *self)
{
  clear_words (self);
  g_clear_pointer (&self->pages, tambour_pages_free);
  g_clear_pointer (&self->period, g_free);
  g_free (self);
}

static double
measure_caption (TambourAnnual *self,
                 const char    *text)
{
  return text ? ABOVE_CAPTION + tambour_annual_measure_text (self, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_TABLE_HEAD, text) : 0;
}

static void
measure_part (TambourAnnual     *self,
              TambourAnnualPart  part)
{
  double x, y;

  tambour_page_body_origin (self->canvas, &x, &y);
  self->spans[part].n_pages = tambour_document_get_n_pages (self->document) - self->starts[part] + 1;
  self->spans[part].end = self->y - y;
  self->spans[part].source = measure_caption (self, self->words.source);
}

/**
 * tambour_annual_compose:
 * @self: a report
 *
 * Adds all of its pages to the document. The foot of a page names the sources of the part that began
 * it; those of one that went on below it stand at its end, or in the foot of the page that it goes on to.
 */
void
tambour_annual_compose (TambourAnnual *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      TambourAnnualPart part = self->order[i];

      DRAWN[part](self);
      if (!self->is_placed)
        measure_part (self, part);
      else if (self->goes_on && self->starts[part] == tambour_document_get_n_pages (self->document))
        tambour_annual_caption (self, self->words.source);
    }

  tambour_document_settle_links (self->document);
}

/* --- pages ---------------------------------------------------------------------- */

/* @goes_on: the part began on a page before */
static void
add_page (TambourAnnual *self,
          gboolean       goes_on)
{
  g_autofree char *number = g_strdup_printf ("%u", tambour_document_get_n_pages (self->document) + 1);
  g_autofree char *label = goes_on ? tambour_wording_fill (_("{0}, continued"), self->words.label, NULL)
                                   : g_strdup (self->words.label);
  TambourPageFrame frame = {
    .label = label,
    .title = goes_on ? NULL : self->words.title,
    .shorter = self->words.shorter,
    .source = self->words.source,
    .footer = self->period,
    .number = number,
    .account = self->facts->account->name ? self->facts->account->name : "",
    .document = self->running,
  };

  self->canvas = tambour_document_add_page (self->document, number, frame.title);
  self->y = self->top = tambour_page_frame (self->canvas, &frame);
  tambour_page_body_origin (self->canvas, &self->x, &self->bottom);
  self->bottom += TAMBOUR_REPORT_HEIGHT;
  if (goes_on && !self->is_awaited)
    self->places[self->chapter].last = tambour_document_get_n_pages (self->document);
}

static void
flow_on (TambourAnnual *self)
{
  TambourPageFrame frame = { .label = self->words.label, .title = self->words.title, .shorter = self->words.shorter };

  tambour_canvas_begin (self->canvas, TAMBOUR_TAG_ARTIFACT, NULL);
  tambour_canvas_rect (self->canvas, self->x, self->y + TAMBOUR_ANNUAL_ABOVE_PART / 2, TAMBOUR_REPORT_WIDTH, 0.5, TAMBOUR_TONE_RULE);
  tambour_canvas_end (self->canvas);

  self->y += TAMBOUR_ANNUAL_ABOVE_PART;
  tambour_document_add_heading (self->document, self->words.title, self->y);
  self->y = self->top = tambour_page_section (self->canvas, self->y, &frame);
}

/* The words for the year come behind its page. */
static void
place (TambourAnnual  *self,
       TambourChapter  chapter,
       guint           page)
{
  TambourAnnualPlace *told = &self->places[chapter];

  self->chapter = chapter;
  self->is_awaited = FALSE;
  if (told->first == 0)
    told->first = page;
  told->last = page;
}

/**
 * tambour_annual_begin:
 * @self: a report
 * @part: which
 * @words: what stands around its pages; its texts are taken
 *
 * Begins a part, on a new page unless there is room for all of it on this one.
 */
void
tambour_annual_begin (TambourAnnual     *self,
                      TambourAnnualPart  part,
                      TambourPageWords   words)
{
  clear_words (self);
  self->words = words;
  self->words.title = tambour_annual_take_title (self, part, words.title, &self->words.shorter);
  self->goes_on = tambour_annual_goes_on (self, part);
  self->part = part;
  self->starts[part] = tambour_document_get_n_pages (self->document) + (self->goes_on ? 0 : 1);
  place (self, tambour_annual_get_leader (self, part), self->starts[part]);
  if (words.title == NULL)
    return;

  if (self->goes_on)
    flow_on (self);
  else
    add_page (self, FALSE);
  tambour_annual_words (self, part);
}

/**
 * tambour_annual_tell:
 * @self: a report
 * @chapter: of the part that is drawn
 *
 * Says what comes next is about. The chapter that gives a part its title begins with the part.
 */
void
tambour_annual_tell (TambourAnnual  *self,
                     TambourChapter  chapter)
{
  self->is_awaited = self->places[chapter].first == 0;
  self->chapter = chapter;
}

/**
 * tambour_annual_need:
 * @self: a report
 * @height: of what comes, in points
 *
 * Goes on to a new page if there is no room for it on this one.
 */
void
tambour_annual_need (TambourAnnual *self,
                     double         height)
{
  if (self->spans[self->part].first == 0)
    self->spans[self->part].first = self->y + height - (self->bottom - TAMBOUR_REPORT_HEIGHT);
  if (self->y > self->top && self->y + height > self->bottom + 0.01)
    add_page (self, TRUE);
  if (self->is_awaited)
    place (self, self->chapter, tambour_document_get_n_pages (self->document));
}

/**
 * tambour_annual_use:
 * @self: a report
 * @fact: (nullable): a figure that this page tells
 *
 * Notes it for the definitions.
 */
void
tambour_annual_use (TambourAnnual *self,
                    TambourFact   *fact)
{
  tambour_pages_use_on (self->pages, tambour_document_get_n_pages (self->document), fact);
  tambour_pages_note (self->pages, self->chapter, fact);
}

/* --- blocks --------------------------------------------------------------------- */

/**
 * tambour_annual_head:
 * @self: a report
 * @head: a sentence, or a name
 * @addition: (nullable): what is measured
 * @keep: the height of what has to stand on the same page, in points
 *
 * Begins a block.
 */
void
tambour_annual_head (TambourAnnual *self,
                     const char    *head,
                     const char    *addition,
                     double         keep)
{
  double line = tambour_canvas_style (self->canvas, TAMBOUR_ROLE_HEAD)->line;

  tambour_annual_need (self, TAMBOUR_ANNUAL_ABOVE_HEAD + line + TAMBOUR_ANNUAL_BELOW_HEAD + keep);
  if (self->y > self->top)
    self->y += TAMBOUR_ANNUAL_ABOVE_HEAD;
  tambour_pages_head (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, head, addition);
  self->y += line + TAMBOUR_ANNUAL_BELOW_HEAD;
}

/**
 * tambour_annual_column_head:
 * @self: a report
 * @x: where the column begins, from the left edge of the body
 * @y: where the head stands
 * @width: of the column
 * @head: a sentence, or a name
 *
 * Draws the head of a block that is one of two columns.
 *
 * Returns: where the column goes on
 */
double
tambour_annual_column_head (TambourAnnual *self,
                            double         x,
                            double         y,
                            double         width,
                            const char    *head)
{
  tambour_pages_head (self->canvas, self->x + x, y, width, head, NULL);

  return y + tambour_canvas_style (self->canvas, TAMBOUR_ROLE_HEAD)->line + TAMBOUR_ANNUAL_BELOW_HEAD;
}

/**
 * tambour_annual_measure_rich:
 * @self: a report
 * @width: of the paragraph, in points
 * @role: of its text
 * @rich: its text
 *
 * Returns: the height that it takes
 */
double
tambour_annual_measure_rich (TambourAnnual     *self,
                             double             width,
                             TambourRole        role,
                             const TambourRich *rich)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, tambour_canvas_get_rtl (self->canvas) };
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (rich, &n_spans);
  g_autoptr(TambourShape) shape = tambour_shape_new (tambour_canvas_get_fonts (self->canvas),
                                                     tambour_canvas_style (self->canvas, role), &fit, spans, n_spans);

  return shape->height;
}

/**
 * tambour_annual_measure_text:
 * @self: a report
 * @width: of the paragraph, in points
 * @role: of its text
 * @text: its text
 *
 * Returns: the height that it takes
 */
double
tambour_annual_measure_text (TambourAnnual *self,
                             double         width,
                             TambourRole    role,
                             const char    *text)
{
  g_autoptr(TambourRich) rich = tambour_rich_new (text);

  return tambour_annual_measure_rich (self, width, role, rich);
}

/**
 * tambour_annual_text:
 * @self: a report
 * @role: of the text
 * @text: whole sentences
 *
 * Adds a paragraph as wide as the page.
 */
void
tambour_annual_text (TambourAnnual *self,
                     TambourRole    role,
                     const char    *text)
{
  tambour_annual_need (self, tambour_annual_measure_text (self, TAMBOUR_REPORT_WIDTH, role, text));
  self->y += tambour_page_text (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, role, text) + BELOW_TEXT;
}

/**
 * tambour_annual_rich:
 * @self: a report
 * @rich: whole sentences
 *
 * Adds a paragraph of several spans as wide as the page.
 */
void
tambour_annual_rich (TambourAnnual     *self,
                     const TambourRich *rich)
{
  tambour_annual_need (self, tambour_annual_measure_rich (self, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_BODY, rich));
  self->y += tambour_page_paragraph (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_BODY, rich) + BELOW_TEXT;
}

/**
 * tambour_annual_caption:
 * @self: a report
 * @text: (nullable): what needs to be known of the block above
 *
 * Adds a small grey line below a block.
 */
void
tambour_annual_caption (TambourAnnual *self,
                        const char    *text)
{
  if (text == NULL)
    return;

  tambour_annual_need (self, measure_caption (self, text));
  self->y += ABOVE_CAPTION;
  self->y += tambour_page_text (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_TABLE_HEAD, text);
}

static double
draw_column (TambourAnnual     *self,
             guint              column,
             const TambourRich *rich)
{
  return tambour_page_paragraph (self->canvas, self->x + TAMBOUR_ANNUAL_SECOND * column, self->y, TAMBOUR_ANNUAL_COLUMN,
                                 TAMBOUR_ROLE_BODY, rich);
}

/**
 * tambour_annual_columns:
 * @self: a report
 * @texts: (element-type TambourRich): paragraphs
 *
 * Adds paragraphs in two columns, two of them side by side.
 */
void
tambour_annual_columns (TambourAnnual *self,
                        GPtrArray     *texts)
{
  for (guint i = 0; i < texts->len; i += 2)
    {
      gboolean both = i + 1 < texts->len;
      double first = tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, texts->pdata[i]);
      double second = both ? tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, texts->pdata[i + 1]) : 0;

      tambour_annual_need (self, MAX (first, second));
      draw_column (self, 0, texts->pdata[i]);
      if (both)
        draw_column (self, 1, texts->pdata[i + 1]);
      self->y += MAX (first, second) + BELOW_TEXT;
    }
}

/**
 * tambour_annual_keep:
 * @table: a table
 * @width: of it, in points
 *
 * Returns: the height of as much of it as has to stand on one page: its head
 *   and two rows, or all of a table of three
 */
double
tambour_annual_keep (TambourTable *table,
                     double        width)
{
  guint n = tambour_table_get_n_rows (table);

  return tambour_table_get_start (table, width, n <= WHOLE_ROWS ? n : KEPT_ROWS);
}

/**
 * tambour_annual_table:
 * @self: a report
 * @table: a table as wide as the page
 * @caption: (nullable): what stands below it
 *
 * Adds a table, on as many pages as it needs, its head on each.
 */
void
tambour_annual_table (TambourAnnual *self,
                      TambourTable  *table,
                      const char    *caption)
{
  guint n = tambour_table_get_n_rows (table);
  double below = measure_caption (self, caption);
  guint row = 0;

  tambour_annual_need (self, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH) + (n <= WHOLE_ROWS ? below : 0));
  while (row < n)
    {
      double height = 0;
      guint next = tambour_table_draw (table, self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH,
                                       self->bottom - self->y - below, row, &height);

      self->y += height;
      if (next < n)
        add_page (self, TRUE);
      row = next;
    }

  tambour_annual_caption (self, caption);
}

/**
 * tambour_annual_column_table:
 * @self: a report
 * @table: a table
 * @y: where it stands
 * @width: of the column
 *
 * Adds a table on the left of two columns, on as many pages as it needs; what
 * follows goes on below it.
 */
void
tambour_annual_column_table (TambourAnnual *self,
                             TambourTable  *table,
                             double         y,
                             double         width)
{
  guint n = tambour_table_get_n_rows (table);
  guint row = 0;

  self->y = y;
  while (row < n)
    {
      double height = 0;

      row = tambour_table_draw (table, self->canvas, self->x, self->y, width, self->bottom - self->y, row, &height);
      self->y += height;
      if (row < n)
        add_page (self, TRUE);
    }
}
