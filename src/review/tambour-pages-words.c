/* tambour-pages-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages-words.h"

#include "tambour-live.h"

#include "tambour-wording.h"

/* What a person composed: order, titles and narratives. A narrative that fits below a title of one
 * line stands there; a longer one has pages of its own behind its chapter, so that nothing that
 * was typed is lost, and nothing that was drawn has to give way.
 */

/* In points: a narrative below a title ends above the body (REPORT-DESIGN section 1). */
#define ROOM_END   110.0
#define GAP        2.0
#define COLUMNS    8
#define PARAGRAPH  9.0
#define INDENT     14.0

/**
 * tambour_pages_set_outline:
 * @self: pages to which nothing was added yet
 * @outline: (nullable): what a person composed; must outlive them
 * @before: (nullable): the same pages, composed once: they know which narratives need pages
 */
void
tambour_pages_set_outline (TambourPages   *self,
                           TambourOutline *outline,
                           TambourPages   *before)
{
  self->outline = outline;
  for (guint i = 0; before && i < TAMBOUR_N_CHAPTERS; i++)
    self->composed[i].n_words = before->composed[i].n_words;

  tambour_pages_number (self);
}

/**
 * tambour_pages_has_words:
 * @self: pages that are composed
 *
 * Returns: whether a narrative has pages of its own, so that the numbers of the others hold
 *   only where that was known
 */
gboolean
tambour_pages_has_words (TambourPages *self)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (self->composed[i].n_words > 0)
      return TRUE;

  return FALSE;
}

static const TambourOutlinePart *
find_part (TambourPages   *self,
           TambourChapter  chapter)
{
  return self->outline ? tambour_outline_find (self->outline, chapter) : NULL;
}

/**
 * tambour_pages_at:
 * @self: pages
 * @position: counted from 0
 *
 * Returns: the chapter that stands there
 */
TambourChapter
tambour_pages_at (TambourPages *self,
                  guint         position)
{
  return self->outline ? self->outline->parts[position].chapter : (TambourChapter) position;
}

/**
 * tambour_pages_is_out:
 * @self: pages
 * @chapter: a chapter
 *
 * Returns: whether a person left it out
 */
gboolean
tambour_pages_is_out (TambourPages   *self,
                      TambourChapter  chapter)
{
  const TambourOutlinePart *part = find_part (self, chapter);

  return part != NULL && part->is_out;
}

/**
 * tambour_pages_is_typed:
 * @self: pages
 * @chapter: a chapter
 *
 * Returns: whether a person typed its title
 */
gboolean
tambour_pages_is_typed (TambourPages   *self,
                        TambourChapter  chapter)
{
  const TambourOutlinePart *part = find_part (self, chapter);

  return part != NULL && part->title != NULL;
}

/**
 * tambour_pages_take_title:
 * @self: pages
 * @chapter: a chapter
 * @label: its section
 * @written: (transfer full): the title that the program writes
 *
 * Notes what the program would say.
 *
 * Returns: (transfer full): the title that is shown: the one that was typed, with the values
 *   of its figures, or @written
 */
char *
tambour_pages_take_title (TambourPages   *self,
                          TambourChapter  chapter,
                          const char     *label,
                          char           *written)
{
  const TambourOutlinePart *part = find_part (self, chapter);
  TambourPagesChapter *composed = &self->composed[chapter];
  char *title = part && part->title ? tambour_live_show (part->title, self->facts) : g_strdup (written);

  g_set_str (&composed->label, label);
  g_set_str (&composed->title, title);
  g_free (composed->written);
  composed->written = written;

  return title;
}

/* --- narratives ------------------------------------------------------------------- */

static GPtrArray *
list_paragraphs (TambourPages   *self,
                 TambourChapter  chapter)
{
  const TambourOutlinePart *part = find_part (self, chapter);

  return tambour_live_paragraphs (part ? part->narrative : NULL, self->facts);
}

/* The title is the first text of its group. */
static const TambourMark *
find_title (TambourCanvas *canvas)
{
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);

  for (guint i = 1; i < n_marks; i++)
    if (marks[i].kind == TAMBOUR_MARK_TEXT && marks[i - 1].kind == TAMBOUR_MARK_BEGIN &&
        marks[i - 1].group.tag == TAMBOUR_TAG_TITLE)
      return &marks[i];

  return NULL;
}

static TambourShape *
shape_paragraph (TambourCanvas          *canvas,
                 const TambourTextStyle *style,
                 double                  width,
                 const TambourRich      *text)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, tambour_canvas_get_rtl (canvas) };
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (text, &n_spans);

  return tambour_shape_new (tambour_canvas_get_fonts (canvas), style, &fit, spans, n_spans);
}

/**
 * tambour_pages_narrative:
 * @self: pages
 * @chapter: a chapter
 * @canvas: its page, with its frame
 *
 * Draws the narrative below the title if both fit above the body; if not, it has pages of its own.
 */
void
tambour_pages_narrative (TambourPages   *self,
                         TambourChapter  chapter,
                         TambourCanvas  *canvas)
{
  g_autoptr(GPtrArray) list = list_paragraphs (self, chapter);
  const TambourMark *title = find_title (canvas);
  TambourPagesChapter *composed = &self->composed[chapter];
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_SECOND);
  const TambourParagraph *first = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;
  g_autoptr(TambourShape) shape = NULL;
  double y;

  composed->is_cut = tambour_pages_is_typed (self, chapter) && title != NULL && title->text.shape->cut;
  composed->n_words = 0;
  if (first == NULL || title == NULL)
    return;

  y = title->text.y + title->text.height + GAP;
  shape = shape_paragraph (canvas, style, TAMBOUR_DECK_WIDTH, first->text);
  if (list->len > 1 || first->is_item || y + shape->height > ROOM_END)
    {
      composed->n_words = 1;
      return;
    }

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  tambour_canvas_shape (canvas, TAMBOUR_DECK_MARGIN, y, TAMBOUR_DECK_WIDTH, TAMBOUR_ALIGN_START, shape);
  tambour_canvas_end (canvas);
}

static TambourCanvas *
begin_page (TambourPages   *self,
            TambourChapter  chapter,
            guint           number)
{
  const TambourPagesChapter *composed = &self->composed[chapter];
  g_autofree char *label = g_strdup_printf ("%u", self->numbers[chapter] + number);
  const char *title = composed->title ? composed->title : _("In our words");
  TambourCanvas *canvas = tambour_document_add_page (self->document, label, title);
  TambourPageFrame frame = {
    .label = composed->label ? composed->label : "",
    .title = title,
    .footer = self->footer,
    .number = label,
  };

  tambour_page_frame (canvas, &frame);

  return canvas;
}

/* As large as the verdict on the cover: such a page has nothing else. */
static TambourTextStyle
get_style (TambourCanvas *canvas)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_POINT);

  style.size = 14;
  style.line = 21;

  return style;
}

/* Returns: the height that it takes */
static double
draw_paragraph (TambourCanvas          *canvas,
                double                  y,
                const TambourParagraph *paragraph,
                TambourShape           *shape)
{
  double x = TAMBOUR_DECK_MARGIN + (paragraph->is_item ? INDENT : 0);
  double width = tambour_deck_w (COLUMNS) - (paragraph->is_item ? INDENT : 0);
  const TambourTextStyle style = get_style (canvas);

  tambour_canvas_begin (canvas, paragraph->is_item ? TAMBOUR_TAG_ITEM : TAMBOUR_TAG_PARAGRAPH, NULL);
  if (paragraph->is_item)
    tambour_canvas_plain (canvas, TAMBOUR_DECK_MARGIN, y, INDENT, &style, "•");
  tambour_canvas_shape (canvas, x, y, width, TAMBOUR_ALIGN_START, shape);
  tambour_canvas_end (canvas);

  return shape->height + PARAGRAPH;
}

/**
 * tambour_pages_words:
 * @self: pages
 * @chapter: a chapter that was drawn
 *
 * Adds the pages of its narrative, if that did not fit.
 */
void
tambour_pages_words (TambourPages   *self,
                     TambourChapter  chapter)
{
  g_autoptr(GPtrArray) list = list_paragraphs (self, chapter);
  TambourPagesChapter *composed = &self->composed[chapter];
  TambourCanvas *canvas = NULL;
  double y = TAMBOUR_DECK_BODY;
  guint n_pages = 0;

  if (list->len == 0 || (composed->n_words == 0 && composed->title != NULL && chapter != TAMBOUR_CHAPTER_COVER))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      const TambourParagraph *paragraph = g_ptr_array_index (list, i);
      double width = tambour_deck_w (COLUMNS) - (paragraph->is_item ? INDENT : 0);
      g_autoptr(TambourShape) shape = NULL;
      TambourTextStyle style;

      if (canvas == NULL)
        canvas = begin_page (self, chapter, ++n_pages);
      style = get_style (canvas);
      shape = shape_paragraph (canvas, &style, width, paragraph->text);
      if (y + shape->height > TAMBOUR_DECK_BODY_END && y > TAMBOUR_DECK_BODY)
        {
          canvas = begin_page (self, chapter, ++n_pages);
          y = TAMBOUR_DECK_BODY;
        }
      y += draw_paragraph (canvas, y, paragraph, shape);
    }

  composed->n_words = n_pages;
}

/**
 * tambour_pages_forget:
 * @self: pages
 *
 * Frees what was noted of the chapters.
 */
void
tambour_pages_forget (TambourPages *self)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      g_clear_pointer (&self->composed[i].label, g_free);
      g_clear_pointer (&self->composed[i].written, g_free);
      g_clear_pointer (&self->composed[i].title, g_free);
    }
}
