/* tambour-pack-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-page.h"
#include "tambour-pack.h"
#include "tambour-pdf.h"

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

/* Laid out twice: only then is known how many pages there are, and what begins on which. */
typedef struct
{
  const TambourPack *pack;
  TambourDocument   *document;
  TambourCanvas     *canvas;
  GPtrArray         *begins;    /* what begins on each page, of the run before */
  GPtrArray         *begun;     /* the same of this run */
  char              *title;
  char              *running;
  char              *footer;
  double             x;
  double             y;
  double             bottom;
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
  TambourPageFrame frame = { .footer = self->footer, .account = self->pack->account, .document = self->running };

  /* Translators: page 2 of 5. */
  counted = tambour_wording_fill (_("{0} of {1}"), page, pages, NULL);
  frame.number = counted;
  frame.label = _("Internal, not for the customer");
  frame.title = number == 1 ? self->title : _("Continuity pack, continued");

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
add_row (TambourTable         *table,
         const TambourPackRow *row)
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
draw_head (Layout          *self,
           TambourPackPart  part,
           gboolean         again)
{
  g_autofree char *count = self->pack->parts[part]->len ? tambour_wording_number (self->pack->parts[part]->len) : NULL;
  const char *title = tambour_pack_part_title (self->pack, part);

  if (!again)
    note_part (self, title);

  self->y += tambour_page_head (self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH, title,
                                again ? _("continued") : count);
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
draw_rows (Layout          *self,
           TambourPackPart  part,
           TambourTable    *table)
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
draw_part (Layout          *self,
           TambourPackPart  part)
{
  GPtrArray *rows = self->pack->parts[part];
  g_autoptr(TambourTable) table = rows->len ? make_table (self, rows) : NULL;

  need (self, ABOVE_PART + 20 + (table ? height_to_keep (table) : 20));
  draw_head (self, part, FALSE);

  if (table != NULL)
    draw_rows (self, part, table);
  else
    self->y += 4 + tambour_page_text (self->canvas, self->x, self->y + 4, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_SECOND,
                                      tambour_pack_part_empty (self->pack, part));

  self->y += ABOVE_PART;
}

static void
draw_facts (Layout *self)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (TambourFactLine));

  for (guint i = 0; i < self->pack->facts->len; i++)
    {
      const TambourPackFact *fact = g_ptr_array_index (self->pack->facts, i);

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
  for (TambourPackPart part = 0; part < TAMBOUR_N_PACK_PARTS; part++)
    draw_part (self, part);

  return g_steal_pointer (&self->begun);
}

static TambourDocument *
new_document (const TambourPack *pack,
              TambourFonts      *fonts)
{
  TambourDocument *document;
  g_autofree char *title = tambour_wording_fill (_("{0}: continuity pack"), pack->account, NULL);
  TambourTheme theme;

  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  document = tambour_document_new (fonts, &theme, TAMBOUR_PAPER_A4, tambour_wording_is_rtl ());
  tambour_document_set_title (document, title);
  tambour_document_set_subject (document, _("Internal, not for the customer"));
  tambour_document_set_language (document, tambour_wording_get_language ());
  tambour_document_set_created (document, pack->as_of.seconds);

  return document;
}

/**
 * tambour_pack_layout:
 * @self: a pack
 * @error: return location
 *
 * Lays the pack out on A4: the same pack gives the same marks. The text is shaped
 * with fonts that belong to this thread, so the document does too.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_pack_layout (const TambourPack  *self,
                     GError            **error)
{
  TambourFonts *fonts = tambour_fonts_get_default (error);
  g_autoptr(TambourDocument) draft = NULL;
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(GPtrArray) begins = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *footer = NULL;
  Layout layout = { .pack = self };

  if (fonts == NULL)
    return NULL;

  tambour_wording_set_language (self->language);
  verdict = tambour_pack_dup_verdict (self);
  footer = tambour_wording_fill (_("Read on {0}"), self->read ? self->read : "", NULL);
  layout.title = verdict;
  layout.running = (char *) _("Continuity pack");
  layout.footer = footer;

  draft = new_document (self, fonts);
  document = new_document (self, fonts);
  begins = lay_out (&layout, draft, NULL);
  again = lay_out (&layout, document, begins);

  return g_steal_pointer (&document);
}

/**
 * tambour_pack_write:
 * @self: a pack
 * @path: the PDF, replaced as a whole
 * @error: return location
 *
 * Returns: %FALSE if it could not be written
 */
gboolean
tambour_pack_write (const TambourPack  *self,
                    const char         *path,
                    GError            **error)
{
  g_autoptr(TambourDocument) document = tambour_pack_layout (self, error);

  return document != NULL && tambour_pdf_write (document, path, error);
}
