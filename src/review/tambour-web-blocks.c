/* tambour-web-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-web-private.h"

/* Sizes of type on the page, in points, from which on a paragraph has a class of its own. */
#define BIG_TYPE    20.0
#define LEAD_TYPE   12.5
#define SECOND_TYPE 10.4
#define SMALL_TYPE  9.4

/* How far letters reach above and below their baseline, as shares of the size. */
#define CAPS_HEIGHT 0.74
#define TAIL_DEPTH  0.22

/**
 * tambour_web_after:
 * @self: a page being written
 * @start: a mark
 *
 * Returns: the mark after @start, or after the end of the group that begins there
 */
guint
tambour_web_after (TambourWeb *self,
                   guint       start)
{
  guint depth = 0;

  for (guint i = start; i < self->n_marks; i++)
    {
      if (self->marks[i].kind == TAMBOUR_MARK_BEGIN)
        depth++;
      else if (self->marks[i].kind == TAMBOUR_MARK_END)
        depth--;
      if (depth == 0)
        return i + 1;
    }

  return self->n_marks;
}

static void
cover (cairo_rectangle_t       *box,
       gboolean                *any,
       const cairo_rectangle_t *more)
{
  double right = MAX (box->x + box->width, more->x + more->width);
  double bottom = MAX (box->y + box->height, more->y + more->height);

  if (!*any)
    {
      *box = *more;
      *any = TRUE;
      return;
    }

  box->x = MIN (box->x, more->x);
  box->y = MIN (box->y, more->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* Where letters are, which may be less than the box that they were given. */
static cairo_rectangle_t
letters_of (const TambourMark *mark)
{
  const TambourShape *shape = mark->text.shape;
  const TambourTextStyle *style = &shape->style;
  double above = tambour_text_baseline (style) - CAPS_HEIGHT * style->size;
  double below = style->line - tambour_text_baseline (style) - TAIL_DEPTH * style->size;
  double room = mark->text.width - shape->width;
  double x = mark->text.x;

  if (mark->text.turned)
    return (cairo_rectangle_t) { mark->text.x, mark->text.y, mark->text.width, mark->text.height };

  if (mark->text.align == TAMBOUR_ALIGN_MIDDLE)
    x += room / 2;
  else if (mark->text.align == TAMBOUR_ALIGN_END)
    x += room;

  return (cairo_rectangle_t) { x, mark->text.y + above, shape->width, MAX (shape->height - above - below, 0) };
}

/**
 * tambour_web_bounds:
 * @self: a page being written
 * @start: the first mark
 * @end: the mark after the last
 * @box: (out): what they cover
 *
 * Returns: %FALSE if nothing is drawn
 */
gboolean
tambour_web_bounds (TambourWeb        *self,
                    guint              start,
                    guint              end,
                    cairo_rectangle_t *box)
{
  gboolean any = FALSE;

  *box = (cairo_rectangle_t) { 0 };
  for (guint i = start; i < end; i++)
    {
      cairo_rectangle_t more;

      if (self->marks[i].kind == TAMBOUR_MARK_BEGIN || self->marks[i].kind == TAMBOUR_MARK_END)
        continue;

      if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
        more = letters_of (&self->marks[i]);
      else
        tambour_mark_bounds (&self->marks[i], &more);
      cover (box, &any, &more);
    }

  return any;
}

/**
 * tambour_web_has_text:
 * @self: a page being written
 * @start: the first mark
 * @end: the mark after the last
 *
 * Returns: whether there are words among them
 */
gboolean
tambour_web_has_text (TambourWeb *self,
                      guint       start,
                      guint       end)
{
  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT && self->marks[i].text.shape->text[0] != '\0')
      return TRUE;

  return FALSE;
}

static const char *
size_class (const TambourTextStyle *style)
{
  if (style->size >= BIG_TYPE)
    return " big";
  if (style->size >= LEAD_TYPE)
    return " lead";
  if (style->size >= SECOND_TYPE)
    return "";

  return style->size >= SMALL_TYPE ? " second" : " small";
}

static void
write_paragraph (TambourWeb        *self,
                 const TambourMark *mark)
{
  const TambourTextStyle *style = &mark->text.shape->style;

  g_string_append_printf (self->text, "<p class=\"t%d%s\">", style->tone, size_class (style));
  self->strong = style->size >= BIG_TYPE;
  tambour_web_words (self, mark->text.shape);
  self->strong = FALSE;
  g_string_append (self->text, "</p>\n");
}

/* Bars below a figure and the like say what the words beside them say. */
static void
write_decoration (TambourWeb *self,
                  guint       start,
                  guint       end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += self->marks[i].kind != TAMBOUR_MARK_BEGIN && self->marks[i].kind != TAMBOUR_MARK_END;

  if (n > 1 && !tambour_web_has_text (self, start, end))
    {
      g_string_append (self->text, "<div class=\"bars\">");
      tambour_web_picture (self, start, end, NULL);
      g_string_append (self->text, "</div>\n");
    }
}

/* A picture that nobody put in words: those who do not see it get the words in it. */
static void
write_unnamed (TambourWeb *self,
               guint       start,
               guint       end)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", self->marks[i].text.shape->text);

  tambour_web_chart (self, start, end, words->str);
}

static void write_group (TambourWeb *self,
                         guint       start,
                         guint       end);

/* What is in a group, from @start to @end, without the group itself. */
static void
write_contents (TambourWeb *self,
                guint       start,
                guint       end)
{
  for (guint i = start; i < end;)
    {
      guint after = tambour_web_after (self, i);

      if (self->marks[i].kind == TAMBOUR_MARK_BEGIN)
        write_group (self, i, after);
      else if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
        write_paragraph (self, &self->marks[i]);
      i = after;
    }
}

static void
write_title (TambourWeb *self,
             guint       start,
             guint       end)
{
  const char *element = self->page == 0 ? "h1" : "h2";

  g_string_append_printf (self->text, "<%s id=\"title-%u\">", element, self->page + 1);
  self->strong = TRUE;
  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      tambour_web_words (self, self->marks[i].text.shape);
  self->strong = FALSE;
  g_string_append_printf (self->text, "</%s>\n", element);
}

/* Weights tell a head from what is added to it. */
static void
write_head (TambourWeb  *self,
            guint        start,
            guint        end,
            TambourTone  ruled)
{
  g_string_append (self->text, "<h3");
  if (ruled != TAMBOUR_TONE_NONE)
    g_string_append_printf (self->text, " class=\"ruled b%d\"", ruled);
  g_string_append_c (self->text, '>');
  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      tambour_web_words (self, self->marks[i].text.shape);
  g_string_append (self->text, "</h3>\n");
}

/* Texts of one item stand on lines of their own. */
static void
write_item (TambourWeb *self,
            guint       start,
            guint       end)
{
  gboolean first = TRUE;

  g_string_append (self->text, "<li>");
  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      {
        g_string_append (self->text, first ? "" : "<br>");
        first = FALSE;
        tambour_web_words (self, self->marks[i].text.shape);
      }
    else if (self->marks[i].kind == TAMBOUR_MARK_SIGN)
      tambour_web_sign (self, &self->marks[i]);
  g_string_append (self->text, "</li>\n");
}

static void
write_list (TambourWeb *self,
            guint       start,
            guint       end)
{
  g_string_append (self->text, "<ul class=\"points\">\n");
  for (guint i = start; i < end;)
    {
      guint after = tambour_web_after (self, i);

      if (self->marks[i].kind == TAMBOUR_MARK_BEGIN || self->marks[i].kind == TAMBOUR_MARK_TEXT)
        write_item (self, i, after);
      i = after;
    }
  g_string_append (self->text, "</ul>\n");
}

/**
 * tambour_web_begin_link:
 * @self: a page being written
 * @start: where a group begins
 *
 * Begins a link if the group is one that leads to a definition.
 *
 * Returns: whether there is a link to end
 */
gboolean
tambour_web_begin_link (TambourWeb *self,
                        guint       start)
{
  const TambourMark *mark = &self->marks[start];

  if (mark->group.tag != TAMBOUR_TAG_LINK || mark->group.anchor == NULL ||
      !g_hash_table_contains (self->anchors, mark->group.anchor))
    return FALSE;

  g_string_append (self->text, "<a class=\"figure\" href=\"#figure-");
  tambour_web_escape (self->text, mark->group.anchor);
  g_string_append (self->text, "\">");

  return TRUE;
}

static void
write_link (TambourWeb *self,
            guint       start,
            guint       end)
{
  gboolean leads = tambour_web_begin_link (self, start);

  write_contents (self, start + 1, end - 1);
  if (leads)
    g_string_append (self->text, "</a>\n");
}

static void
write_group (TambourWeb *self,
             guint       start,
             guint       end)
{
  switch (self->marks[start].group.tag)
    {
    case TAMBOUR_TAG_TITLE:
      write_title (self, start, end);
      break;

    case TAMBOUR_TAG_HEAD:
      write_head (self, start, end, TAMBOUR_TONE_NONE);
      break;

    case TAMBOUR_TAG_LIST:
      write_list (self, start + 1, end - 1);
      break;

    case TAMBOUR_TAG_TABLE:
      tambour_web_table (self, start, end);
      break;

    case TAMBOUR_TAG_FIGURE:
      if (self->marks[start].group.alternative != NULL)
        tambour_web_chart (self, start, end, self->marks[start].group.alternative);
      else
        write_unnamed (self, start, end);
      break;

    case TAMBOUR_TAG_LINK:
      write_link (self, start, end);
      break;

    case TAMBOUR_TAG_ARTIFACT:
      write_decoration (self, start, end);
      break;

    case TAMBOUR_TAG_PARAGRAPH:
    case TAMBOUR_TAG_ITEM:
    case TAMBOUR_TAG_ROW:
    case TAMBOUR_TAG_HEAD_CELL:
    case TAMBOUR_TAG_CELL:
      write_contents (self, start + 1, end - 1);
      break;
    }
}

/**
 * tambour_web_block:
 * @self: a page being written
 * @block: what is written
 *
 * Writes a block as the element that it is.
 */
void
tambour_web_block (TambourWeb            *self,
                   const TambourWebBlock *block)
{
  const TambourMark *mark = &self->marks[block->start];

  if (mark->kind == TAMBOUR_MARK_TEXT)
    write_paragraph (self, mark);
  else if (mark->group.tag == TAMBOUR_TAG_HEAD)
    write_head (self, block->start, block->end, block->ruled);
  else
    write_group (self, block->start, block->end);
}
