/* tambour-web-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-web-private.h"

#include "tambour-wording.h"

/* A page has blocks side by side and below each other, in fixed places; a window is as wide as
 * it is. So the page is cut along the bands and columns that no block crosses: wide windows show
 * columns side by side as the page does, narrow ones below each other, and both are read in the
 * order in which a reader sees them.
 */

/* Space between two columns, in points: less is a space between words. */
#define LEAST_GUTTER 6.0

/* What lines of text may reach into each other's band. */
#define OVERLAP 1.5

/* Columns are measured in parts of their row. */
#define PARTS 12

/* As many columns as this are figures side by side, which wrap. */
#define MANY_COLUMNS 4

/* From this size on an area is one that blocks stand on. */
#define PANEL_SIDE 100.0

typedef enum
{
  ALONG_X,
  ALONG_Y,
} Axis;

typedef struct
{
  TambourWeb *self;
  Axis        axis;
} Order;

static double
low_end (TambourWeb            *self,
         const TambourWebBlock *block,
         Axis                   axis)
{
  if (axis == ALONG_Y)
    return block->box.y;

  return self->rtl ? -(block->box.x + block->box.width) : block->box.x;
}

static double
high_end (TambourWeb            *self,
          const TambourWebBlock *block,
          Axis                   axis)
{
  return low_end (self, block, axis) + (axis == ALONG_Y ? block->box.height : block->box.width);
}

static int
compare_places (gconstpointer one,
                gconstpointer other,
                gpointer      user_data)
{
  const TambourWebBlock *a = *(TambourWebBlock * const *) one;
  const TambourWebBlock *b = *(TambourWebBlock * const *) other;
  const Order *order = user_data;
  double first = low_end (order->self, a, order->axis), second = low_end (order->self, b, order->axis);

  if (first != second)
    return first < second ? -1 : 1;

  return (a->start > b->start) - (a->start < b->start);
}

/* Returns: (transfer full) (element-type GPtrArray): @blocks in groups that can be cut apart along @axis */
static GPtrArray *
cut (TambourWeb *self,
     GPtrArray  *blocks,
     Axis        axis)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Order order = { self, axis };
  double gap = axis == ALONG_X ? LEAST_GUTTER : -OVERLAP;
  double reached = -G_MAXDOUBLE;

  g_ptr_array_extend (sorted, blocks, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_places, &order);
  for (guint i = 0; i < sorted->len; i++)
    {
      TambourWebBlock *block = sorted->pdata[i];

      if (low_end (self, block, axis) >= reached + gap)
        g_ptr_array_add (groups, g_ptr_array_new ());

      g_ptr_array_add (groups->pdata[groups->len - 1], block);
      reached = MAX (reached, high_end (self, block, axis));
    }

  return groups;
}

static guint
count_columns (TambourWeb *self,
               GPtrArray  *blocks)
{
  g_autoptr(GPtrArray) columns = cut (self, blocks, ALONG_X);

  return columns->len;
}

static GPtrArray *
join (GPtrArray *one,
      GPtrArray *other)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_extend (all, one, NULL, NULL);
  g_ptr_array_extend (all, other, NULL, NULL);

  return all;
}

/* Bands that have the same columns are one: a figure's label, number and bars stay together. */
static GPtrArray *
join_bands (TambourWeb *self,
            GPtrArray  *bands)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < bands->len; i++)
    {
      GPtrArray *band = bands->pdata[i];
      GPtrArray *last = joined->len > 0 ? joined->pdata[joined->len - 1] : NULL;
      guint n = last != NULL ? count_columns (self, last) : 1;
      g_autoptr(GPtrArray) both = n > 1 ? join (last, band) : NULL;

      if (both != NULL && count_columns (self, both) >= MAX (n, count_columns (self, band)))
        {
          g_ptr_array_remove_index (joined, joined->len - 1);
          g_ptr_array_add (joined, g_steal_pointer (&both));
        }
      else
        g_ptr_array_add (joined, g_ptr_array_ref (band));
    }

  return joined;
}

static double
start_of (TambourWeb *self,
          GPtrArray  *column)
{
  double start = G_MAXDOUBLE;

  for (guint i = 0; i < column->len; i++)
    start = MIN (start, low_end (self, column->pdata[i], ALONG_X));

  return start;
}

static double
end_of (TambourWeb *self,
        GPtrArray  *column)
{
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < column->len; i++)
    end = MAX (end, high_end (self, column->pdata[i], ALONG_X));

  return end;
}

/* Parts of a row for column @i: up to where the next one starts. */
static guint
share_of (TambourWeb *self,
          GPtrArray  *columns,
          guint       i)
{
  double first = start_of (self, columns->pdata[0]);
  double last = end_of (self, columns->pdata[columns->len - 1]);
  double from = start_of (self, columns->pdata[i]);
  double to = i + 1 < columns->len ? start_of (self, columns->pdata[i + 1]) : last;

  return CLAMP ((guint) lround (PARTS * (to - from) / MAX (last - first, 1)), 1, PARTS);
}

static gboolean
are_on_panel (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (!((TambourWebBlock *) blocks->pdata[i])->on_panel)
      return FALSE;

  return TRUE;
}

static void write_blocks (TambourWeb *self,
                          GPtrArray  *blocks);

static void
write_columns (TambourWeb *self,
               GPtrArray  *columns)
{
  g_string_append_printf (self->text, "<div class=\"%s\">\n", columns->len >= MANY_COLUMNS ? "many" : "row");
  for (guint i = 0; i < columns->len; i++)
    {
      GPtrArray *column = columns->pdata[i];

      g_string_append_printf (self->text, "<div class=\"c%u%s\">\n", share_of (self, columns, i),
                              are_on_panel (column) ? " panel" : "");
      write_blocks (self, column);
      g_string_append (self->text, "</div>\n");
    }
  g_string_append (self->text, "</div>\n");
}

static void
write_each (TambourWeb *self,
            GPtrArray  *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    tambour_web_block (self, blocks->pdata[i]);
}

static void
write_band (TambourWeb *self,
            GPtrArray  *band)
{
  g_autoptr(GPtrArray) columns = cut (self, band, ALONG_X);

  if (columns->len > 1)
    write_columns (self, columns);
  else
    write_blocks (self, band);
}

/* What cannot be cut is written in the order in which it was drawn. */
static void
write_blocks (TambourWeb *self,
              GPtrArray  *blocks)
{
  g_autoptr(GPtrArray) bands = cut (self, blocks, ALONG_Y);
  g_autoptr(GPtrArray) joined = join_bands (self, bands);
  g_autoptr(GPtrArray) columns = NULL;

  if (joined->len > 1)
    {
      for (guint i = 0; i < joined->len; i++)
        write_band (self, joined->pdata[i]);
      return;
    }

  columns = cut (self, blocks, ALONG_X);
  if (columns->len > 1)
    write_columns (self, columns);
  else
    write_each (self, blocks);
}

/* --- what is on the page ------------------------------------------------------- */

typedef struct
{
  GPtrArray         *blocks;
  TambourWebBlock   *label;
  TambourWebBlock   *title;
  TambourWebBlock   *source;
  cairo_rectangle_t  panel;
} Contents;

static gboolean
is_inside (const cairo_rectangle_t *box,
           const cairo_rectangle_t *area)
{
  return box->x >= area->x && box->x + box->width <= area->x + area->width &&
         box->y >= area->y && box->y + box->height <= area->y + area->height;
}

/* Areas in the accent colour are drawn before what stands on them. */
static void
note_panel (TambourWeb *self,
            Contents   *contents,
            guint       start,
            guint       end)
{
  for (guint i = start; i < end; i++)
    {
      const TambourMark *mark = &self->marks[i];

      if (mark->kind == TAMBOUR_MARK_RECT && mark->fill == TAMBOUR_TONE_ACCENT &&
          mark->rect.width > PANEL_SIDE && mark->rect.height > PANEL_SIDE)
        contents->panel = (cairo_rectangle_t) { mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height };
    }
}

static gboolean
is_in_role (TambourWeb            *self,
            const TambourWebBlock *block,
            TambourRole            role)
{
  const TambourTextStyle *style =
    tambour_canvas_style (tambour_document_get_page (self->document, self->page)->canvas, role);

  for (guint i = block->start; i < block->end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      {
        const TambourTextStyle *own = &self->marks[i].text.shape->style;

        return own->size == style->size && own->weight == style->weight && own->tone == style->tone;
      }

  return FALSE;
}

/* The frame of a page: its label before the title and its source after it. */
static gboolean
take_frame (TambourWeb      *self,
            Contents        *contents,
            TambourWebBlock *block)
{
  const TambourMark *mark = &self->marks[block->start];
  TambourTag tag = mark->kind == TAMBOUR_MARK_BEGIN ? mark->group.tag : TAMBOUR_TAG_PARAGRAPH;

  if (tag == TAMBOUR_TAG_TITLE && contents->title == NULL)
    contents->title = block;
  else if (tag == TAMBOUR_TAG_PARAGRAPH && contents->blocks->len == 0 && contents->title == NULL &&
           is_in_role (self, block, TAMBOUR_ROLE_SECTION))
    contents->label = block;
  else if (tag == TAMBOUR_TAG_PARAGRAPH && contents->blocks->len == 0 && contents->title != NULL &&
           contents->source == NULL && is_in_role (self, block, TAMBOUR_ROLE_SOURCE))
    contents->source = block;
  else
    return FALSE;

  return TRUE;
}

/* A cover's title stands among its other blocks. */
static gboolean
is_cover (TambourWeb *self)
{
  return self->page == 0;
}

static void
add_block (TambourWeb  *self,
           Contents    *contents,
           guint        start,
           guint        end,
           TambourTone  ruled)
{
  TambourWebBlock *block = g_new0 (TambourWebBlock, 1);

  block->start = start;
  block->end = end;
  block->ruled = ruled;
  if (!tambour_web_bounds (self, start, end, &block->box))
    {
      g_free (block);
      return;
    }

  block->on_panel = is_inside (&block->box, &contents->panel);
  if (is_cover (self) || !take_frame (self, contents, block))
    g_ptr_array_add (contents->blocks, block);
}

/* Frames and rules are a matter of pages; text and pictures outside groups are kept. */
static gboolean
is_kept (TambourWeb *self,
         guint       start,
         guint       end)
{
  const TambourMark *mark = &self->marks[start];

  if (mark->kind == TAMBOUR_MARK_BEGIN)
    return mark->group.tag != TAMBOUR_TAG_ARTIFACT;

  return mark->kind == TAMBOUR_MARK_TEXT;
}

static void
list_blocks (TambourWeb *self,
             Contents   *contents)
{
  TambourTone ruled = TAMBOUR_TONE_NONE;

  contents->blocks = g_ptr_array_new_with_free_func (g_free);
  for (guint start = 0; start < self->n_marks;)
    {
      guint end = tambour_web_after (self, start);
      const TambourMark *mark = &self->marks[start];

      if (is_kept (self, start, end))
        add_block (self, contents, start, end, ruled);
      else
        note_panel (self, contents, start, end);

      ruled = mark->kind == TAMBOUR_MARK_RECT ? mark->fill : TAMBOUR_TONE_NONE;
      start = end;
    }
}

/* --- around it ----------------------------------------------------------------- */

/* Links from a page to the lines that define its figures. */
static void
write_figures (TambourWeb *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_figures;
  const TambourPageFigure *figures = tambour_document_get_figures (self->document, &n_figures);

  for (guint i = 0; i < n_figures; i++)
    {
      const TambourPageFigure *figure = &figures[i];

      if (figure->page != self->page || !g_hash_table_contains (self->anchors, figure->anchor) ||
          !g_hash_table_add (known, figure->anchor))
        continue;

      if (g_hash_table_size (known) == 1)
        {
          g_string_append (self->text, "<details class=\"figures\"><summary>");
          tambour_web_escape (self->text, _("How the figures of this page are computed"));
          g_string_append (self->text, "</summary>\n<ul>\n");
        }
      g_string_append (self->text, "<li><a href=\"#figure-");
      tambour_web_escape (self->text, figure->anchor);
      g_string_append (self->text, "\">");
      tambour_web_escape (self->text, figure->name);
      g_string_append (self->text, "</a></li>\n");
    }

  if (g_hash_table_size (known) > 0)
    g_string_append (self->text, "</ul>\n</details>\n");
}

static void
write_label (TambourWeb            *self,
             const TambourWebBlock *label)
{
  for (guint i = label->start; i < label->end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      {
        g_string_append (self->text, "<p class=\"label\">");
        tambour_web_escape (self->text, self->marks[i].text.shape->text);
        g_string_append (self->text, "</p>\n");
      }
}

static void
write_cover (TambourWeb     *self,
             const Contents *contents)
{
  g_string_append (self->text, "<header class=\"cover\" id=\"page-1\">\n");
  write_blocks (self, contents->blocks);
  g_string_append (self->text, "</header>\n");
}

static void
write_section (TambourWeb     *self,
               const Contents *contents)
{
  const TambourPageInfo *page = tambour_document_get_page (self->document, self->page);

  g_string_append_printf (self->text, "<section id=\"page-%u\" aria-labelledby=\"title-%u\">\n", self->page + 1,
                          self->page + 1);
  if (contents->label != NULL)
    write_label (self, contents->label);
  if (contents->title != NULL)
    tambour_web_block (self, contents->title);
  else
    {
      g_string_append_printf (self->text, "<h2 id=\"title-%u\">", self->page + 1);
      tambour_web_escape (self->text, page->outline ? page->outline : page->label);
      g_string_append (self->text, "</h2>\n");
    }

  write_blocks (self, contents->blocks);
  if (contents->source != NULL)
    {
      g_string_append (self->text, "<div class=\"source\">\n");
      tambour_web_block (self, contents->source);
      g_string_append (self->text, "</div>\n");
    }
  write_figures (self);
  g_string_append (self->text, "</section>\n");
}

/**
 * tambour_web_page:
 * @self: a document being written, at one of its pages
 *
 * Writes a page: the first as the head of all, the others as sections.
 */
void
tambour_web_page (TambourWeb *self)
{
  Contents contents = { NULL };

  list_blocks (self, &contents);
  if (is_cover (self))
    write_cover (self, &contents);
  else
    write_section (self, &contents);

  g_clear_pointer (&contents.blocks, g_ptr_array_unref);
  g_free (contents.label);
  g_free (contents.title);
  g_free (contents.source);
}
