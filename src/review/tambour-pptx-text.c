/* tambour-pptx-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include <math.h>
#include <string.h>

/* What a box is wider than its text, for another font's letters (REPORT-DESIGN section 2), and
 * the least of it, in points. */
#define RESERVE 1.08
#define LEAST   3.0

/* What bold letters are wider than the weight of 600 that the deck has. */
#define BOLDER 1.015

/* Where readers put a baseline in a line of exact height: its end less Inter's depth. */
#define DEPTH TAMBOUR_TEXT_DESCENT

/* How near the width of a box may come to where a line would break otherwise. */
#define LIMIT_SHARE 0.6

/* A space, as a share of the size. */
#define SPACE 0.28

/* Spaces of the deck between two texts of one box, in points. */
#define APART 14.0

/* Keeps the colour of the text for links, which would be the theme's else. */
#define LINK_COLOUR                                                                          \
  "<a:extLst><a:ext uri=\"{A12FA001-AC4F-418D-AE19-62706E023703}\">"                         \
  "<ahyp:hlinkClr xmlns:ahyp=\"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor\"" \
  " val=\"tx\"/></a:ext></a:extLst>"

/* Bold letters are wider than those that the deck has. */
static double
line_width (const TambourLine *line)
{
  double width = line->width;

  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].weight >= 600)
      width += (BOLDER - 1) * line->runs[i].width;

  return width;
}

static double
natural_width (const TambourShape *shape)
{
  double width = 0;

  for (guint i = 0; i < shape->n_lines; i++)
    width = MAX (width, line_width (&shape->lines[i]));

  return width;
}

/* How far the first @n_glyphs of @run reach from where it starts to be read. */
static double
reach (const TambourGlyphs *run,
       int                  n_glyphs)
{
  int rest = run->n_glyphs - n_glyphs;

  if (rest <= 0)
    return run->width;
  if (!(run->flags & CAIRO_TEXT_CLUSTER_FLAG_BACKWARD))
    return run->glyphs[n_glyphs].x;

  return rest < run->n_glyphs ? run->width - run->glyphs[rest].x : 0;
}

/* The width of the first word of @run, or of all of it if the word goes on. */
static double
first_word (const TambourGlyphs *run,
            gboolean            *ends)
{
  int byte = 0, glyph = 0;

  for (int i = 0; i < run->n_clusters; i++)
    {
      *ends = run->text[byte] == ' ' || run->text[byte] == '-';
      if (*ends)
        return reach (run, glyph);

      byte += run->clusters[i].num_bytes;
      glyph += run->clusters[i].num_glyphs;
    }

  return run->width;
}

/* Returns: (nullable): the run of @line that is read next, after @start */
static const TambourGlyphs *
next_run (const TambourLine *line,
          int                start)
{
  const TambourGlyphs *next = NULL;

  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].offset > start && (next == NULL || line->runs[i].offset < next->offset))
      next = &line->runs[i];

  return next;
}

static double
first_word_of_line (const TambourLine *line)
{
  double width = 0;
  gboolean ends = FALSE;

  for (const TambourGlyphs *run = next_run (line, -1); !ends && run != NULL; run = next_run (line, run->offset))
    width += first_word (run, &ends);

  return width;
}

/* The width at which the first word of a line would stand in the line before it. */
static double
next_break (const TambourShape *shape)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < shape->n_lines; i++)
    least = MIN (least, shape->lines[i].width + SPACE * shape->style.size + first_word_of_line (&shape->lines[i + 1]));

  return least;
}

/**
 * tambour_pptx_room:
 * @mark: a text
 *
 * Returns: how wide its box is: with a reserve, but lines break where the deck breaks them
 */
double
tambour_pptx_room (const TambourMark *mark)
{
  const TambourShape *shape = mark->text.shape;
  double natural = natural_width (shape), wished = MAX (natural * RESERVE, natural + LEAST), limit;

  if (shape->n_lines <= 1)
    return wished;

  limit = next_break (shape);

  return wished < limit ? wished : MAX (natural, natural + LIMIT_SHARE * (limit - natural));
}

/* --- runs ------------------------------------------------------------------- */

static int
compare_runs (gconstpointer one,
              gconstpointer other)
{
  const TambourGlyphs * const *a = one, * const *b = other;

  return (*a)->offset - (*b)->offset;
}

/* Returns: (transfer full) (element-type TambourGlyphs): in the order they are read */
static GPtrArray *
list_runs (const TambourShape *shape)
{
  GPtrArray *runs = g_ptr_array_new ();

  for (guint i = 0; i < shape->n_lines; i++)
    for (guint j = 0; j < shape->lines[i].n_runs; j++)
      g_ptr_array_add (runs, &shape->lines[i].runs[j]);
  g_ptr_array_sort (runs, compare_runs);

  return runs;
}

static gboolean
are_alike (const TambourGlyphs *one,
           const TambourGlyphs *other)
{
  return one->tone == other->tone && (one->weight >= 600) == (other->weight >= 600) &&
         one->size == other->size && one->page == other->page;
}

/* A text that ran out of room ends in one glyph that stands for all the rest. */
static gboolean
stands_for_rest (const TambourShape  *shape,
                 const TambourGlyphs *run)
{
  return shape->cut && run->n_clusters == 1 && run->length > 6 &&
         run->offset + run->length >= (int) strlen (shape->text);
}

/* Marks around names that only mixed directions need are boxes in some readers' fonts. */
static void
append_text (GString    *text,
             const char *added,
             int         length,
             gboolean    rtl)
{
  for (const char *at = added; at < added + length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (rtl || character < 0x2066 || character > 0x2069)
        g_string_append_unichar (text, character);
    }
}

static void
write_link (TambourPptxSlide *self,
            guint             page)
{
  g_autofree char *target = NULL;

  if (page == 0 || page > tambour_document_get_n_pages (self->deck->document))
    return;

  target = tambour_pptx_slide_name (page - 1);
  tambour_xml_open (self->xml, "a:hlinkClick", "r:id", tambour_package_relate (self->deck->package, self->part, TAMBOUR_PPTX_RELATION "slide", target),
                    "action", "ppaction://hlinksldjump", NULL);
  tambour_xml_raw (self->xml, LINK_COLOUR);
  tambour_xml_close (self->xml, 1);
}

static void
write_run (TambourPptxSlide       *self,
           const TambourTextStyle *style,
           const TambourGlyphs    *run,
           const char             *text)
{
  tambour_xml_open (self->xml, "a:r", NULL);
  tambour_xml_open (self->xml, "a:rPr", "lang", self->deck->language, NULL);
  tambour_xml_count (self->xml, "sz", lround (run->size * 100));
  tambour_xml_say (self->xml, "b", run->weight >= 600 ? "1" : "0");
  if (style->tracking != 0 && !self->deck->rtl)
    tambour_xml_count (self->xml, "spc", lround (style->tracking * 100));
  tambour_xml_say (self->xml, "dirty", "0");
  tambour_pptx_fill (self->deck, self->xml, run->tone);
  write_link (self, run->page);
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "a:t", NULL);
  tambour_xml_text (self->xml, text);
  tambour_xml_close (self->xml, 2);
}

/* Line breaks of the text itself stay; those of the deck's lines are the box's to make. */
static void
write_broken_run (TambourPptxSlide       *self,
                  const TambourTextStyle *style,
                  const TambourGlyphs    *run,
                  const char             *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        tambour_xml_leaf (self->xml, "a:br", NULL);
      if (lines[i][0] != '\0')
        write_run (self, style, run, lines[i]);
    }
}

static void
write_runs (TambourPptxSlide   *self,
            const TambourShape *shape)
{
  g_autoptr(GPtrArray) runs = list_runs (shape);
  g_autoptr(GString) text = g_string_new (NULL);
  int end = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TambourGlyphs *run = runs->pdata[i];
      const TambourGlyphs *next = i + 1 < runs->len ? runs->pdata[i + 1] : NULL;

      /* What lies between two runs is the end of a line in the text. */
      if (i > 0 && run->offset > end)
        g_string_append_c (text, '\n');
      end = run->offset + run->length;

      if (stands_for_rest (shape, run))
        g_string_append (text, "…");
      else
        append_text (text, run->text, run->length, self->deck->rtl);

      if (next != NULL && are_alike (run, next))
        continue;

      write_broken_run (self, &shape->style, run, text->str);
      g_string_truncate (text, 0);
    }
}

/* --- paragraphs and boxes ----------------------------------------------------- */

static const char *
align_name (TambourAlign align)
{
  switch (align)
    {
    case TAMBOUR_ALIGN_START:
      return "l";
    case TAMBOUR_ALIGN_MIDDLE:
      return "ctr";
    case TAMBOUR_ALIGN_END:
      return "r";
    }

  g_assert_not_reached ();
}

static void
write_spacing (TambourPptxSlide *self,
               const char       *element,
               double            points)
{
  tambour_xml_open (self->xml, element, NULL);
  tambour_xml_open (self->xml, "a:spcPts", NULL);
  tambour_xml_count (self->xml, "val", lround (points * 100));
  tambour_xml_close (self->xml, 2);
}

static void
write_paragraph (TambourPptxSlide  *self,
                 const TambourMark *mark,
                 double             before)
{
  const TambourShape *shape = mark->text.shape;

  tambour_xml_open (self->xml, "a:p", NULL);
  tambour_xml_open (self->xml, "a:pPr", "marL", "0", "indent", "0", "algn", align_name (mark->text.align),
                    "rtl", self->deck->rtl ? "1" : "0", NULL);
  write_spacing (self, "a:lnSpc", shape->style.line);
  write_spacing (self, "a:spcBef", before);
  write_spacing (self, "a:spcAft", 0);
  tambour_xml_leaf (self->xml, "a:buNone", NULL);
  tambour_xml_close (self->xml, 1);
  write_runs (self, shape);
  tambour_xml_close (self->xml, 1);
}

static double
space_before (const TambourMark *before,
              const TambourMark *mark)
{
  return mark->text.y - before->text.y - before->text.shape->height;
}

/**
 * tambour_pptx_paragraphs:
 * @texts: (array length=n_texts): one below the other
 *
 * Writes the paragraphs of a text.
 */
void
tambour_pptx_paragraphs (TambourPptxSlide   *self,
                         const TambourMark **texts,
                         guint               n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    write_paragraph (self, texts[i], i > 0 ? MAX (0, space_before (texts[i - 1], texts[i])) : 0);
}

static double
before_text (TambourAlign align,
             double       reserve)
{
  switch (align)
    {
    case TAMBOUR_ALIGN_START:
      return 0;
    case TAMBOUR_ALIGN_MIDDLE:
      return reserve / 2;
    case TAMBOUR_ALIGN_END:
      return reserve;
    }

  g_assert_not_reached ();
}

/**
 * tambour_pptx_drop:
 *
 * Returns: how far a text moves so that its baselines stand where the deck's do
 */
double
tambour_pptx_drop (const TambourMark *mark)
{
  const TambourTextStyle *style = &mark->text.shape->style;

  return tambour_text_baseline (style) - (style->line - DEPTH * style->size);
}

/* @room: at least, in points */
static cairo_rectangle_t
get_box (const TambourMark **texts,
         guint               n_texts,
         double              room)
{
  const TambourMark *first = texts[0], *last = texts[n_texts - 1];

  if (first->text.turned)
    return (cairo_rectangle_t) { first->text.x, first->text.y - LEAST, first->text.width, first->text.height + 2 * LEAST };

  for (guint i = 0; i < n_texts; i++)
    room = MAX (room, tambour_pptx_room (texts[i]));

  return (cairo_rectangle_t) { first->text.x - before_text (first->text.align, room - first->text.width),
                               first->text.y + tambour_pptx_drop (first), room,
                               last->text.y + last->text.shape->height - first->text.y };
}

/* What the deck has on one line stays on one, in whatever font. */
static gboolean
is_one_line (const TambourMark **texts,
             guint               n_texts)
{
  return n_texts == 1 && texts[0]->text.shape->n_lines <= 1;
}

static void
write_body (TambourPptxSlide   *self,
            const TambourMark **texts,
            guint               n_texts)
{
  tambour_xml_open (self->xml, "p:txBody", NULL);
  tambour_xml_open (self->xml, "a:bodyPr", "vert", texts[0]->text.turned ? "vert270" : "horz", "wrap", is_one_line (texts, n_texts) ? "none" : "square",
                    "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "rtlCol", self->deck->rtl ? "1" : "0",
                    "anchor", texts[0]->text.turned ? "ctr" : "t", NULL);
  tambour_xml_leaf (self->xml, "a:noAutofit", NULL);
  tambour_xml_close (self->xml, 1);
  tambour_xml_leaf (self->xml, "a:lstStyle", NULL);
  tambour_pptx_paragraphs (self, texts, n_texts);
  tambour_xml_close (self->xml, 1);
}

static void
write_box (TambourPptxSlide   *self,
           const TambourMark **texts,
           guint               n_texts)
{
  cairo_rectangle_t box = get_box (texts, n_texts, 0);

  tambour_pptx_begin_shape (self, "p:sp", "Text", NULL);
  tambour_xml_leaf (self->xml, "p:cNvSpPr", "txBox", "1", NULL);
  tambour_xml_leaf (self->xml, "p:nvPr", NULL);
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "p:spPr", NULL);
  tambour_pptx_place (self->xml, "a:xfrm", box.x, box.y, box.width, box.height);
  tambour_xml_raw (self->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>");
  tambour_xml_close (self->xml, 1);
  write_body (self, texts, n_texts);
  tambour_xml_close (self->xml, 1);
}

/* Texts below each other from one edge are one text to whoever edits it. */
static gboolean
goes_on (const TambourMark *before,
         const TambourMark *mark)
{
  double space = space_before (before, mark);

  return before->text.x == mark->text.x && before->text.width == mark->text.width &&
         before->text.align == mark->text.align && !before->text.turned && !mark->text.turned &&
         space > -0.5 && space < APART;
}

/**
 * tambour_pptx_text_box:
 * @texts: (array length=n_texts): of one group
 *
 * Writes as few boxes as hold the texts where they are.
 */
void
tambour_pptx_text_box (TambourPptxSlide   *self,
                       const TambourMark **texts,
                       guint               n_texts)
{
  for (guint first = 0, end; first < n_texts; first = end)
    {
      for (end = first + 1; end < n_texts && goes_on (texts[end - 1], texts[end]);)
        end++;
      write_box (self, texts + first, end - first);
    }
}

/**
 * tambour_pptx_placeholder:
 * @type: "title", "ftr", "sldNum"
 * @index: (nullable): of the placeholder in the layout
 *
 * Writes a text into a placeholder of the layout, where the page has it.
 */
void
tambour_pptx_placeholder (TambourPptxSlide  *self,
                          const TambourMark *text,
                          const char        *type,
                          const char        *index)
{
  /* In a company's typeface no line is sure to be as long as the deck's: it may use all there is. */
  gboolean own_lines = self->deck->master == NULL && text->text.shape->n_lines > 1;
  cairo_rectangle_t box = get_box (&text, 1, own_lines ? 0 : text->text.width);

  tambour_pptx_begin_shape (self, "p:sp", "Placeholder", NULL);
  tambour_xml_raw (self->xml, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>");
  tambour_xml_open (self->xml, "p:nvPr", NULL);
  tambour_xml_open (self->xml, "p:ph", "type", type, NULL);
  tambour_xml_say (self->xml, "sz", index ? "quarter" : NULL);
  tambour_xml_say (self->xml, "idx", index);
  tambour_xml_close (self->xml, 3);
  tambour_xml_open (self->xml, "p:spPr", NULL);
  tambour_pptx_place (self->xml, "a:xfrm", box.x, box.y, box.width, box.height);
  tambour_xml_close (self->xml, 1);
  write_body (self, &text, 1);
  tambour_xml_close (self->xml, 1);
}
