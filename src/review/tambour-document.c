/* tambour-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-canvas-private.h"
#include "tambour-document.h"

struct _TambourDocument
{
  TambourFonts *fonts;
  TambourTheme  theme;
  TambourPaper  paper;
  gboolean      rtl;
  char         *title;
  char         *author;
  char         *subject;
  char         *language;
  gint64        created;
  GArray       *pages;
  GArray       *headings;
  GArray       *figures;

  TambourPageWatch watch;
  gpointer         watch_data;
};

static void
clear_page (TambourPageInfo *page)
{
  g_free (page->label);
  g_free (page->outline);
  tambour_canvas_free (page->canvas);
  g_ptr_array_unref (page->notes);
}

static void
clear_heading (TambourPageHeading *heading)
{
  g_free (heading->title);
}

static void
clear_figure (TambourPageFigure *figure)
{
  g_free (figure->anchor);
  g_free (figure->name);
}

/**
 * tambour_document_new:
 * @fonts: of this thread, kept by the caller
 * @rtl: pages are read from right to left
 *
 * Returns: (transfer full): a document without pages
 */
TambourDocument *
tambour_document_new (TambourFonts       *fonts,
                      const TambourTheme *theme,
                      TambourPaper        paper,
                      gboolean            rtl)
{
  TambourDocument *self = g_new0 (TambourDocument, 1);

  self->fonts = fonts;
  self->theme = *theme;
  self->paper = paper;
  self->rtl = rtl;
  self->pages = g_array_new (FALSE, FALSE, sizeof (TambourPageInfo));
  g_array_set_clear_func (self->pages, (GDestroyNotify) clear_page);
  self->headings = g_array_new (FALSE, FALSE, sizeof (TambourPageHeading));
  g_array_set_clear_func (self->headings, (GDestroyNotify) clear_heading);
  self->figures = g_array_new (FALSE, FALSE, sizeof (TambourPageFigure));
  g_array_set_clear_func (self->figures, (GDestroyNotify) clear_figure);

  return self;
}

/**
 * tambour_document_free:
 */
void
tambour_document_free (TambourDocument *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->headings);
  g_array_unref (self->figures);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->language);
  g_free (self);
}

/**
 * tambour_document_set_title:
 */
void
tambour_document_set_title (TambourDocument *self,
                            const char      *title)
{
  g_set_str (&self->title, title);
}

/**
 * tambour_document_set_author:
 */
void
tambour_document_set_author (TambourDocument *self,
                             const char      *author)
{
  g_set_str (&self->author, author);
}

/**
 * tambour_document_set_subject:
 */
void
tambour_document_set_subject (TambourDocument *self,
                              const char      *subject)
{
  g_set_str (&self->subject, subject);
}

/**
 * tambour_document_set_language:
 * @language: as in BCP 47: "en", "pt-BR"
 */
void
tambour_document_set_language (TambourDocument *self,
                               const char      *language)
{
  g_set_str (&self->language, language);
}

/**
 * tambour_document_set_created:
 * @seconds: since 1970, the moment that the data was read: never the clock
 */
void
tambour_document_set_created (TambourDocument *self,
                              gint64           seconds)
{
  self->created = seconds;
}

/**
 * tambour_document_set_watch:
 * @watch: (nullable): told of each page that is written
 * @user_data: for @watch
 */
void
tambour_document_set_watch (TambourDocument  *self,
                            TambourPageWatch  watch,
                            gpointer          user_data)
{
  self->watch = watch;
  self->watch_data = user_data;
}

/**
 * tambour_document_tell_page:
 * @page: counted from 1
 *
 * For writers: the page is about to be written.
 */
void
tambour_document_tell_page (TambourDocument *self,
                            guint            page)
{
  if (self->watch != NULL)
    self->watch (page, self->pages->len, self->watch_data);
}

/**
 * tambour_document_get_title:
 *
 * Returns: (nullable) (transfer none)
 */
const char *
tambour_document_get_title (TambourDocument *self)
{
  return self->title;
}

/**
 * tambour_document_get_author:
 *
 * Returns: (nullable) (transfer none)
 */
const char *
tambour_document_get_author (TambourDocument *self)
{
  return self->author;
}

/**
 * tambour_document_get_subject:
 *
 * Returns: (nullable) (transfer none)
 */
const char *
tambour_document_get_subject (TambourDocument *self)
{
  return self->subject;
}

/**
 * tambour_document_get_language:
 *
 * Returns: (nullable) (transfer none)
 */
const char *
tambour_document_get_language (TambourDocument *self)
{
  return self->language;
}

/**
 * tambour_document_get_created:
 *
 * Returns: seconds since 1970
 */
gint64
tambour_document_get_created (TambourDocument *self)
{
  return self->created;
}

/**
 * tambour_document_get_theme:
 *
 * Returns: (transfer none)
 */
const TambourTheme *
tambour_document_get_theme (TambourDocument *self)
{
  return &self->theme;
}

/**
 * tambour_document_get_rtl:
 *
 * Returns: %TRUE if its pages are read from right to left
 */
gboolean
tambour_document_get_rtl (TambourDocument *self)
{
  return self->rtl;
}

/**
 * tambour_document_get_width:
 *
 * Returns: of its pages, in points
 */
double
tambour_document_get_width (TambourDocument *self)
{
  double width, height;

  tambour_paper_size (self->paper, &width, &height);

  return width;
}

/**
 * tambour_document_get_height:
 *
 * Returns: of its pages, in points
 */
double
tambour_document_get_height (TambourDocument *self)
{
  double width, height;

  tambour_paper_size (self->paper, &width, &height);

  return height;
}

/**
 * tambour_document_add_page:
 * @label: "1", "A1"
 * @outline: (nullable): its line in the outline, the title as a rule
 *
 * Returns: (transfer none): the new page, empty
 */
TambourCanvas *
tambour_document_add_page (TambourDocument *self,
                           const char      *label,
                           const char      *outline)
{
  TambourPageInfo page = {
    g_strdup (label),
    g_strdup (outline),
    tambour_canvas_new (self->fonts, &self->theme, self->paper, self->rtl),
    g_ptr_array_new_with_free_func (g_free),
  };

  g_array_append_val (self->pages, page);

  return page.canvas;
}

/**
 * tambour_document_add_note:
 * @index: of a page, from 0
 * @note: a paragraph
 *
 * Adds to what the speaker is told beside the page, where the format has notes.
 */
void
tambour_document_add_note (TambourDocument *self,
                           guint            index,
                           const char      *note)
{
  g_return_if_fail (index < self->pages->len);

  g_ptr_array_add (g_array_index (self->pages, TambourPageInfo, index).notes, g_utf8_make_valid (note, -1));
}

/**
 * tambour_document_get_n_pages:
 */
guint
tambour_document_get_n_pages (TambourDocument *self)
{
  return self->pages->len;
}

/**
 * tambour_document_get_page:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): %NULL after the last page
 */
const TambourPageInfo *
tambour_document_get_page (TambourDocument *self,
                           guint            index)
{
  return index < self->pages->len ? &g_array_index (self->pages, TambourPageInfo, index) : NULL;
}

/**
 * tambour_document_add_heading:
 * @title: its line in the outline
 * @y: where it begins on the last page, in points from the top
 *
 * Notes what begins below something else, so that readers find it too.
 */
void
tambour_document_add_heading (TambourDocument *self,
                              const char      *title,
                              double           y)
{
  TambourPageHeading heading = { self->pages->len - 1, NULL, y };

  g_return_if_fail (self->pages->len > 0);

  heading.title = g_strdup (title);
  g_array_append_val (self->headings, heading);
}

/**
 * tambour_document_get_headings:
 *
 * Returns: (transfer none) (array length=n_headings): from the first page to the last
 */
const TambourPageHeading *
tambour_document_get_headings (TambourDocument *self,
                               guint           *n_headings)
{
  *n_headings = self->headings->len;

  return (const TambourPageHeading *) self->headings->data;
}

/**
 * tambour_document_add_figure:
 * @page: which tells it, from 0
 * @anchor: the row that defines it
 * @name: what it is called
 *
 * Notes a figure of a page, so that readers get from there to its definition.
 */
void
tambour_document_add_figure (TambourDocument *self,
                             guint            page,
                             const char      *anchor,
                             const char      *name)
{
  TambourPageFigure figure = { page, g_strdup (anchor), g_strdup (name) };

  g_array_append_val (self->figures, figure);
}

/**
 * tambour_document_get_figures:
 *
 * Returns: (transfer none) (array length=n_figures): in the order they were noted
 */
const TambourPageFigure *
tambour_document_get_figures (TambourDocument *self,
                              guint           *n_figures)
{
  *n_figures = self->figures->len;

  return (const TambourPageFigure *) self->figures->data;
}

/**
 * tambour_document_list_anchors:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the rows that links can lead to
 */
GHashTable *
tambour_document_list_anchors (TambourDocument *self)
{
  GHashTable *anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      guint n_marks;
      const TambourMark *marks =
        tambour_canvas_get_marks (g_array_index (self->pages, TambourPageInfo, i).canvas, &n_marks);

      for (guint j = 0; j < n_marks; j++)
        if (marks[j].kind == TAMBOUR_MARK_BEGIN && marks[j].group.tag == TAMBOUR_TAG_ROW && marks[j].group.anchor)
          g_hash_table_add (anchors, g_strdup (marks[j].group.anchor));
    }

  return anchors;
}

/**
 * tambour_document_settle_links:
 *
 * Makes links that lead nowhere plain groups; called when all pages are there.
 */
void
tambour_document_settle_links (TambourDocument *self)
{
  g_autoptr(GHashTable) anchors = tambour_document_list_anchors (self);

  for (guint i = 0; i < self->pages->len; i++)
    tambour_canvas_drop_links (g_array_index (self->pages, TambourPageInfo, i).canvas, anchors);
}
