/* tambour-row-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-page.h"
#include "tambour-row-paper.h"

#include "tambour-wording.h"

/* Of the columns of a part, in points. */
#define LEAD       66.0
#define END        94.0
#define GAP        12.0
#define FACT_NAME  84.0

#define ABOVE_PART 16.0
#define BELOW_HEAD 3.0

/* A head keeps so much of its part with it. */
#define KEEP       64.0

/* A title that goes on for longer than this is a text in the wrong field. */
#define MAX_LINE   700

/**
 * tambour_paper_row_new:
 * @record: the kind of record, a static string
 * @id: (nullable): the record
 * @title: (nullable): what it is
 *
 * Returns: (transfer full): a row without lines
 */
TambourPaperRow *
tambour_paper_row_new (const char *record,
                       const char *id,
                       const char *title)
{
  TambourPaperRow *self = g_new0 (TambourPaperRow, 1);

  self->record = record;
  self->id = g_strdup (id);
  self->title = g_strdup (title && *title ? title : _("Without a title"));
  self->lines = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tambour_paper_row_free:
 * @self: (transfer full): a row
 */
void
tambour_paper_row_free (TambourPaperRow *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->end, g_free);
  g_free (self);
}

/**
 * tambour_paper_row_line:
 * @self: a row
 * @line: (nullable): what there is to know; nothing is added if it is empty
 */
void
tambour_paper_row_line (TambourPaperRow *self,
                        const char      *line)
{
  g_autofree char *stripped = line ? g_strstrip (g_strdup (line)) : NULL;

  if (stripped != NULL && *stripped != '\0')
    g_ptr_array_add (self->lines, tambour_wording_capital (stripped));
}

/**
 * tambour_paper_fact_new:
 * @name: a word for it
 * @value: what it is
 *
 * Returns: (transfer full): a fact
 */
TambourPaperFact *
tambour_paper_fact_new (const char *name,
                        const char *value)
{
  TambourPaperFact *self = g_new0 (TambourPaperFact, 1);

  self->name = g_strdup (name);
  self->value = g_strdup (value);

  return self;
}

/**
 * tambour_paper_fact_free:
 * @self: (transfer full): a fact
 */
void
tambour_paper_fact_free (TambourPaperFact *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_free (self);
}

/* Laid out twice: only then is known how many pages there are, and what begins on which. */
typedef struct
{
  const TambourRowPaper *paper;
  TambourDocument       *document;
  TambourCanvas         *canvas;
  GPtrArray             *begins;    /* what begins on each page, of the run before */
  GPtrArray             *begun;     /* the same of this run */
  double                 x;
  double                 y;
  double                 bottom;
} Layout;

static void
note_part (Layout     *self,
           const char *title)
{
  GString *line = g_ptr_array_index (self->begun, self->begun->len - 1);

  g_string_append_printf (line, "%s%s", line->len ? " · " : "", title);
}

static void
free_line (gpointer line)
{
  g_string_free (line, TRUE);
}

static void
begin_page (Layout *self)
{
  guint number = self->begun->len + 1;
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autofree char *counted = NULL;
  GString *begins = self->begins && number <= self->begins->len ? g_ptr_array_index (self->begins, number - 1) : NULL;
  g_autofree char *page = tambour_wording_number (number);
  g_autofree char *pages = tambour_wording_number (self->begins ? self->begins->len : number);
  TambourPageFrame frame = { .footer = self->paper->footer, .account = self->paper->account, .document = self->paper->running };

  /* Translators: page 2 of 5. */
  counted = tambour_wording_fill (_("{0} of {1}"), page, pages, NULL);
  frame.number = counted;
  frame.label = self->paper->label;
  frame.title = number == 1 ? self->paper->title : self->paper->again;

  g_ptr_array_add (self->begun, g_string_new (NULL));
  self->canvas = tambour_document_add_page (self->document, label, begins && begins->len ? begins->str : NULL);
  tambour_page_body_origin (self->canvas, &self->x, &self->bottom);
  self->bottom += TAMBOUR_REPORT_HEIGHT;
  self->y = tambour_page_frame (self->canvas, &frame);
}

static void
need (Layout *self,
      double  height)
{
  if (self->y + height > self->bottom)
    begin_page (self);
}

static char *
dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_LINE)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_LINE);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
add_row (TambourTable          *table,
         const TambourPaperRow *row)
{
  g_autofree char *title = dup_short (row->title);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = row->lead ? row->lead : "",
                                                       .tone = row->is_urgent ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_INK2,
                                                       .weight = row->is_urgent ? 600 : 0,
                                                     });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = title, .weight = 600 });
  for (guint i = 0; i < row->lines->len; i++)
    {
      g_autofree char *line = dup_short (g_ptr_array_index (row->lines, i));

      tambour_table_more (table, TAMBOUR_ROLE_SECOND, line);
    }

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = row->end ? row->end : "",
                                                       .tone = row->is_urgent ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_INK,
                                                       .weight = row->is_urgent ? 600 : 0,
                                                     });
}

static TambourTable *
make_table (Layout    *self,
            GPtrArray *rows)
{
  const TambourColumn columns[] = {
    { NULL, LEAD, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, 0, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, END, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_padding (table, 4, 4.5);
  tambour_table_set_top (table);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i));

  return table;
}

static void
draw_head (Layout                 *self,
           const TambourPaperPart *part,
           gboolean                again)
{
  g_autofree char *count = part->rows->len ? tambour_wording_number (part->rows->len) : NULL;

  if (!again)
    note_part (self, part->title);

  self->y += tambour_page_head (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, part->title,
                                again ? _("continued") : part->remark ? part->remark
                                                                       : count);
  self->y += BELOW_HEAD;
  tambour_canvas_rect (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, 0.8, TAMBOUR_TONE_INK2);
  self->y += 1;
}

/* Whether a part of a few rows would rather stand whole on the next page. */
static double
height_to_keep (TambourTable *table)
{
  double height = tambour_table_get_height (table, TAMBOUR_REPORT_WIDTH);
  double room = TAMBOUR_REPORT_HEIGHT / 4;

  return MIN (height, MAX (KEEP, tambour_table_get_n_rows (table) <= 3 ? room : KEEP));
}

static void
draw_rows (Layout                 *self,
           const TambourPaperPart *part,
           TambourTable           *table)
{
  guint n = tambour_table_get_n_rows (table);
  guint row = 0;

  while (row < n)
    {
      double height = 0;
      guint next = tambour_table_draw (table, self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH,
                                       self->bottom - self->y, row, &height);

      self->y += height;
      if (next < n)
        {
          begin_page (self);
          draw_head (self, part, TRUE);
        }
      row = next;
    }
}

static void
draw_part (Layout                 *self,
           const TambourPaperPart *part)
{
  GPtrArray *rows = part->rows;
  g_autoptr(TambourTable) table = rows->len ? make_table (self, rows) : NULL;

  need (self, ABOVE_PART + 20 + (table ? height_to_keep (table) : 20));
  draw_head (self, part, FALSE);

  if (table != NULL)
    draw_rows (self, part, table);
  else
    self->y += 4 + tambour_page_text (self->canvas, self->x, self->y + 4, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_SECOND,
                                      part->empty);

  self->y += ABOVE_PART;
}

static void
draw_facts (Layout *self)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (TambourFactLine));

  for (guint i = 0; i < self->paper->facts->len; i++)
    {
      const TambourPaperFact *fact = g_ptr_array_index (self->paper->facts, i);

      g_array_append_val (lines, ((TambourFactLine) { fact->name, fact->value }));
    }

  self->y += tambour_page_facts (self->canvas, self->x, self->y, FACT_NAME, TAMBOUR_REPORT_WIDTH,
                                 (const TambourFactLine *) lines->data, lines->len);
  self->y += ABOVE_PART;
}

/* Returns: (transfer full): what begins on which page */
static GPtrArray *
lay_out (Layout          *self,
         TambourDocument *document,
         GPtrArray       *begins)
{
  self->document = document;
  self->begins = begins;
  self->begun = g_ptr_array_new_with_free_func (free_line);

  begin_page (self);
  draw_facts (self);
  for (guint i = 0; i < self->paper->n_parts; i++)
    draw_part (self, &self->paper->parts[i]);

  return g_steal_pointer (&self->begun);
}

static TambourDocument *
new_document (const TambourRowPaper *paper,
              TambourFonts          *fonts)
{
  TambourDocument *document;
  TambourTheme theme;

  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  document = tambour_document_new (fonts, &theme, paper->paper, tambour_wording_is_rtl ());
  tambour_document_set_title (document, paper->name);
  tambour_document_set_subject (document, paper->subject);
  tambour_document_set_language (document, tambour_wording_get_language ());
  tambour_document_set_created (document, paper->created);

  return document;
}

/**
 * tambour_row_paper_layout:
 * @self: a document of rows
 * @error: return location
 *
 * Lays it out: the same rows give the same marks. The text is shaped with fonts that
 * belong to this thread, so the document does too.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_row_paper_layout (const TambourRowPaper  *self,
                          GError                **error)
{
  TambourFonts *fonts = tambour_fonts_get_default (error);
  g_autoptr(TambourDocument) draft = NULL;
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(GPtrArray) begins = NULL;
  g_autoptr(GPtrArray) again = NULL;
  Layout layout = { .paper = self };

  if (fonts == NULL)
    return NULL;

  tambour_wording_set_language (self->language);
  draft = new_document (self, fonts);
  document = new_document (self, fonts);
  begins = lay_out (&layout, draft, NULL);
  again = lay_out (&layout, document, begins);

  return g_steal_pointer (&document);
}
