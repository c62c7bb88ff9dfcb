/* tambour-pptx-slide.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

/**
 * tambour_pptx_end_of:
 * @begin: index of the mark that begins a group
 *
 * Returns: index of the mark that ends it
 */
guint
tambour_pptx_end_of (TambourPptxSlide *self,
                     guint             begin)
{
  guint depth = 0;

  for (guint i = begin; i < self->n_marks; i++)
    {
      if (self->marks[i].kind == TAMBOUR_MARK_BEGIN)
        depth++;
      else if (self->marks[i].kind == TAMBOUR_MARK_END && --depth == 0)
        return i;
    }

  return self->n_marks;
}

static gboolean
has_text (TambourPptxSlide *self,
          guint             begin,
          guint             end)
{
  for (guint i = begin; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      return TRUE;

  return FALSE;
}

static void
add_bounds (cairo_rectangle_t       *all,
            const cairo_rectangle_t *one)
{
  double right, bottom;

  if (all->width <= 0 && all->height <= 0)
    {
      *all = *one;
      return;
    }

  right = MAX (all->x + all->width, one->x + one->width);
  bottom = MAX (all->y + all->height, one->y + one->height);
  all->x = MIN (all->x, one->x);
  all->y = MIN (all->y, one->y);
  all->width = right - all->x;
  all->height = bottom - all->y;
}

/* Returns: what the marks of a group cover; nothing if it has none */
static cairo_rectangle_t
find_bounds (TambourPptxSlide *self,
             guint             begin,
             guint             end)
{
  cairo_rectangle_t all = { 0 };

  for (guint i = begin; i < end; i++)
    {
      const TambourMark *mark = &self->marks[i];
      const TambourPlot *plot = tambour_canvas_get_plot (self->canvas, mark->plot);
      cairo_rectangle_t one;

      if (mark->kind == TAMBOUR_MARK_BEGIN || mark->kind == TAMBOUR_MARK_END)
        continue;

      if (plot != NULL)
        tambour_pptx_plot_frame (plot, &one);
      else
        tambour_mark_bounds (mark, &one);
      add_bounds (&all, &one);
    }

  return all;
}

static void
write_mark (TambourPptxSlide *self,
            guint             index)
{
  const TambourMark *mark = &self->marks[index];

  if (mark->plot > 0)
    tambour_pptx_plot (self, mark->plot);
  else if (mark->kind == TAMBOUR_MARK_TEXT)
    tambour_pptx_text_box (self, &mark, 1);
  else
    tambour_pptx_shape (self, mark);
}

/* Texts of a group are told together, once its other marks are there. Returns: after its end */
static guint
write_texts (TambourPptxSlide *self,
             guint             begin)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  guint end = tambour_pptx_end_of (self, begin);

  for (guint i = begin + 1; i < end; i++)
    {
      if (self->marks[i].kind == TAMBOUR_MARK_BEGIN)
        i = tambour_pptx_marks (self, i) - 1;
      else if (self->marks[i].kind == TAMBOUR_MARK_TEXT && self->marks[i].plot == 0)
        g_ptr_array_add (texts, (gpointer) &self->marks[i]);
      else
        write_mark (self, i);
    }
  tambour_pptx_text_box (self, (const TambourMark **) texts->pdata, texts->len);

  return end + 1;
}

static guint
write_all (TambourPptxSlide *self,
           guint             begin)
{
  guint end = tambour_pptx_end_of (self, begin);

  for (guint i = begin + 1; i < end;)
    i = tambour_pptx_marks (self, i);

  return end + 1;
}

/* The title of a page is the title of its slide; there is one. */
static guint
write_title (TambourPptxSlide *self,
             guint             begin)
{
  guint end = tambour_pptx_end_of (self, begin);

  for (guint i = begin + 1; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT && !self->has_title)
      {
        self->has_title = TRUE;
        tambour_pptx_placeholder (self, &self->marks[i], "title", NULL);
      }
    else
      i = tambour_pptx_marks (self, i) - 1;

  return end + 1;
}

static guint
write_figure (TambourPptxSlide *self,
              guint             begin)
{
  guint end = tambour_pptx_end_of (self, begin);
  const char *alternative = self->marks[begin].group.alternative;
  cairo_rectangle_t bounds = find_bounds (self, begin, end);

  if (bounds.width <= 0 && bounds.height <= 0)
    return end + 1;
  if (alternative == NULL || alternative[0] == '\0')
    return write_all (self, begin);

  tambour_pptx_begin_group (self, "Chart", alternative, &bounds);
  write_all (self, begin);
  tambour_xml_close (self->xml, 1);

  return end + 1;
}

/* What runs along the foot is in the layout's placeholders; its rule is the layout's. */
static guint
write_foot (TambourPptxSlide *self,
            guint             begin)
{
  guint end = tambour_pptx_end_of (self, begin);
  TambourAlign number = self->deck->rtl ? TAMBOUR_ALIGN_START : TAMBOUR_ALIGN_END;

  for (guint i = begin + 1; i < end; i++)
    {
      const TambourMark *mark = &self->marks[i];

      if (mark->kind != TAMBOUR_MARK_TEXT)
        continue;

      if (mark->text.align == number)
        tambour_pptx_placeholder (self, mark, "sldNum", "12");
      else
        tambour_pptx_placeholder (self, mark, "ftr", "11");
    }

  return end + 1;
}

static guint
write_group (TambourPptxSlide *self,
             guint             begin)
{
  switch (self->marks[begin].group.tag)
    {
    case TAMBOUR_TAG_TITLE:
      return write_title (self, begin);

    case TAMBOUR_TAG_HEAD:
    case TAMBOUR_TAG_PARAGRAPH:
    case TAMBOUR_TAG_ITEM:
      return write_texts (self, begin);

    case TAMBOUR_TAG_TABLE:
      return self->marks[begin].group.area.width > 0 ? tambour_pptx_table (self, begin) : write_all (self, begin);

    case TAMBOUR_TAG_FIGURE:
      return write_figure (self, begin);

    case TAMBOUR_TAG_ARTIFACT:
      return has_text (self, begin, tambour_pptx_end_of (self, begin)) ? write_foot (self, begin)
                                                                       : write_all (self, begin);

    case TAMBOUR_TAG_LINK:
    case TAMBOUR_TAG_LIST:
    case TAMBOUR_TAG_ROW:
    case TAMBOUR_TAG_HEAD_CELL:
    case TAMBOUR_TAG_CELL:
      return write_all (self, begin);
    }

  g_assert_not_reached ();
}

/**
 * tambour_pptx_marks:
 * @from: index of a mark
 *
 * Writes a mark, and the whole group if it begins one.
 *
 * Returns: the index to go on with
 */
guint
tambour_pptx_marks (TambourPptxSlide *self,
                    guint             from)
{
  if (self->marks[from].kind == TAMBOUR_MARK_BEGIN)
    return write_group (self, from);

  write_mark (self, from);

  return from + 1;
}

/**
 * tambour_pptx_slide_name:
 * @index: from 0
 *
 * Returns: (transfer full): the name of its part
 */
char *
tambour_pptx_slide_name (guint index)
{
  return g_strdup_printf ("ppt/slides/slide%u.xml", index + 1);
}

/* A master that is dark stands behind pages that are drawn for paper. */
static void
write_background (TambourPptxSlide *self)
{
  if (self->deck->master == NULL || tambour_pptx_master_is_light (self->deck->master))
    return;

  tambour_xml_raw (self->xml, "<p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>");
}

static void
write_slide (TambourPptxSlide *self)
{
  tambour_xml_open (self->xml, "p:sld", "xmlns:a", TAMBOUR_PPTX_A, "xmlns:r", TAMBOUR_PPTX_R, "xmlns:p", TAMBOUR_PPTX_P, NULL);
  tambour_xml_open (self->xml, "p:cSld", NULL);
  write_background (self);
  tambour_xml_open (self->xml, "p:spTree", NULL);
  tambour_xml_raw (self->xml, "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>");
  for (guint i = 0; i < self->n_marks;)
    i = tambour_pptx_marks (self, i);
  tambour_xml_close (self->xml, 2);
  tambour_xml_raw (self->xml, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
  tambour_xml_close (self->xml, 1);
}

/**
 * tambour_pptx_add_slide:
 * @index: of a page of the document, from 0
 *
 * Adds the page as a slide.
 */
void
tambour_pptx_add_slide (TambourPptx *self,
                        guint        index)
{
  const TambourPageInfo *page = tambour_document_get_page (self->document, index);
  g_autofree char *part = tambour_pptx_slide_name (index);
  g_autoptr(TambourXml) xml = tambour_xml_new ();
  g_autoptr(GHashTable) drawn = g_hash_table_new (NULL, NULL);
  TambourPptxSlide slide = { .deck = self, .xml = xml, .canvas = page->canvas, .part = part, .next_id = 2, .drawn = drawn };

  slide.marks = tambour_canvas_get_marks (page->canvas, &slide.n_marks);
  tambour_package_relate (self->package, part, TAMBOUR_PPTX_RELATION "slideLayout", tambour_pptx_layout (self, index));
  write_slide (&slide);
  tambour_package_add (self->package, part, TAMBOUR_PPTX_TYPE "presentationml.slide+xml", tambour_xml_finish (xml));
}
