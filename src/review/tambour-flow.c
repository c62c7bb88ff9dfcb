/* tambour-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-flow.h"

#include "tambour-wording.h"

/* A text that goes on for longer than this is one in the wrong field. */
#define MAX_TEXT 700

static void
free_line (gpointer line)
{
  g_string_free (line, TRUE);
}

static void
begin_page (TambourFlow *self)
{
  guint number = self->begun->len + 1;
  g_autofree char *label = g_strdup_printf ("%u", number);
  GString *begins = self->begins && number <= self->begins->len ? g_ptr_array_index (self->begins, number - 1) : NULL;
  g_autofree char *page = tambour_wording_number (number);
  g_autofree char *pages = tambour_wording_number (self->begins ? self->begins->len : number);
  /* Translators: page 2 of 5. */
  g_autofree char *counted = tambour_wording_fill (_("{0} of {1}"), page, pages, NULL);
  g_autofree char *continued = tambour_wording_fill (_("{0}, continued"), self->words->label, NULL);
  gboolean goes_on = number > 1;
  TambourPageFrame frame = {
    .label = goes_on && self->words->again == NULL ? continued : self->words->label,
    .title = goes_on ? self->words->again : self->words->title,
    .shorter = goes_on ? NULL : self->words->shorter,
    .source = self->words->source,
    .footer = self->words->footer,
    .number = counted,
    .account = self->words->account,
    .document = self->words->running,
  };

  g_ptr_array_add (self->begun, g_string_new (NULL));
  self->canvas = tambour_document_add_page (self->document, label, begins && begins->len ? begins->str : NULL);
  tambour_page_body_origin (self->canvas, &self->x, &self->bottom);
  self->bottom += TAMBOUR_REPORT_HEIGHT;
  self->y = self->top = tambour_page_frame (self->canvas, &frame);
}

static TambourDocument *
new_document (const TambourFlowWords *words,
              TambourFonts           *fonts)
{
  TambourDocument *document;
  TambourTheme theme;

  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  document = tambour_document_new (fonts, &theme, words->paper, tambour_wording_is_rtl ());
  tambour_document_set_title (document, words->name);
  tambour_document_set_subject (document, words->subject);
  tambour_document_set_language (document, tambour_wording_get_language ());
  tambour_document_set_created (document, words->created);

  return document;
}

/* Returns: (transfer full): what begins on which page */
static GPtrArray *
lay_out (const TambourFlowWords *words,
         TambourDocument        *document,
         GPtrArray              *begins,
         TambourFlowFunc         draw,
         gpointer                user_data)
{
  TambourFlow flow = { .words = words, .document = document, .begins = begins };

  flow.begun = g_ptr_array_new_with_free_func (free_line);
  begin_page (&flow);
  draw (&flow, user_data);
  tambour_document_settle_links (document);

  return flow.begun;
}

/**
 * tambour_flow_layout:
 * @words: around its pages
 * @draw: draws all that is in it, from its first page on; called twice
 * @user_data: for @draw
 * @error: return location
 *
 * Lays a document out in the language of this thread: the same words and the same drawing give
 * the same marks. The text is shaped with fonts that belong to this thread, so the document does too.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_flow_layout (const TambourFlowWords  *words,
                     TambourFlowFunc          draw,
                     gpointer                 user_data,
                     GError                 **error)
{
  TambourFonts *fonts = tambour_fonts_get_default (error);
  g_autoptr(TambourDocument) draft = fonts ? new_document (words, fonts) : NULL;
  g_autoptr(TambourDocument) document = fonts ? new_document (words, fonts) : NULL;
  g_autoptr(GPtrArray) begins = NULL;
  g_autoptr(GPtrArray) again = NULL;

  if (fonts == NULL)
    return NULL;

  begins = lay_out (words, draft, NULL, draw, user_data);
  again = lay_out (words, document, begins, draw, user_data);

  return g_steal_pointer (&document);
}

/**
 * tambour_flow_note:
 * @self: a document
 * @title: of what begins on this page
 *
 * Notes it for the outline.
 */
void
tambour_flow_note (TambourFlow *self,
                   const char  *title)
{
  GString *line = g_ptr_array_index (self->begun, self->begun->len - 1);

  g_string_append_printf (line, "%s%s", line->len ? " · " : "", title);
}

/**
 * tambour_flow_need:
 * @self: a document
 * @height: of what comes, in points
 *
 * Goes on to a new page if there is no room for it on this one.
 */
void
tambour_flow_need (TambourFlow *self,
                   double       height)
{
  if (self->y > self->top && self->y + height > self->bottom + 0.01)
    begin_page (self);
}

/* What belongs below the table needs room where it ends only; where that is lacking, two rows go there with it. */
static double
find_room (TambourFlow  *self,
           TambourTable *table,
           guint         row,
           double        below)
{
  guint n = tambour_table_get_n_rows (table);
  double room = self->bottom - self->y;
  double all = tambour_table_get_height (table, TAMBOUR_REPORT_WIDTH);
  double rest = all - tambour_table_get_start (table, TAMBOUR_REPORT_WIDTH, row) + tambour_table_get_start (table, TAMBOUR_REPORT_WIDTH, 0);

  if (below == 0 || rest > room || rest + below <= room || row + 2 >= n)
    return room;

  return rest - (all - tambour_table_get_start (table, TAMBOUR_REPORT_WIDTH, n - 2));
}

/**
 * tambour_flow_table:
 * @self: a document
 * @table: a table as wide as the page
 * @below: the height of what belongs below it, in points
 * @again: (nullable): draws its head on the pages that it goes on to
 * @user_data: for @again
 *
 * Adds a table, on as many pages as it needs, its columns' heads on each.
 */
void
tambour_flow_table (TambourFlow     *self,
                    TambourTable    *table,
                    double           below,
                    TambourFlowFunc  again,
                    gpointer         user_data)
{
  guint n = tambour_table_get_n_rows (table);
  guint row = 0;

  while (row < n)
    {
      double height = 0;

      row = tambour_table_draw (table, self->canvas, self->x, self->y, TAMBOUR_REPORT_WIDTH,
                                find_room (self, table, row, below), row, &height);
      self->y += height;
      if (row >= n)
        return;

      begin_page (self);
      if (again != NULL)
        again (self, user_data);
    }
}

/**
 * tambour_flow_short:
 * @text: from a record
 *
 * Returns: (transfer full): @text, or as much of it as a page has room for
 */
char *
tambour_flow_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_TEXT)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_TEXT);

  return g_strconcat (g_strchomp (start), "…", NULL);
}
