/* tambour-pptx-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include <math.h>

/* A text whose middle is this near to its row's, in points, stands in the middle. */
#define NEAR 1.5

/* The size of letters that are not there: larger ones would make the row higher. */
#define EMPTY_SIZE "100"

/**
 * TableRow:
 * @begin: index of the mark that begins it
 * @cells: (element-type guint): indices of the marks that begin its cells
 * @below: the rule below it
 * @above: the strong rule above a total
 */
typedef struct
{
  guint       begin;
  GArray     *cells;
  TambourTone below;
  double      below_width;
  TambourTone above;
  double      above_width;
} TableRow;

static void
row_clear (TableRow *row)
{
  g_array_unref (row->cells);
}

static gboolean
is_cell (const TambourMark *mark)
{
  return mark->kind == TAMBOUR_MARK_BEGIN &&
         (mark->group.tag == TAMBOUR_TAG_CELL || mark->group.tag == TAMBOUR_TAG_HEAD_CELL);
}

static gboolean
is_row (const TambourMark *mark)
{
  return mark->kind == TAMBOUR_MARK_BEGIN && mark->group.tag == TAMBOUR_TAG_ROW;
}

/* A rule lies at the foot of its row, or, of a total, at its head. */
static void
read_rule (TableRow                *row,
           const cairo_rectangle_t *area,
           const TambourMark       *mark)
{
  if (mark->rect.y > area->y + area->height / 2)
    {
      row->below = mark->fill;
      row->below_width = mark->rect.height;
    }
  else
    {
      row->above = mark->fill;
      row->above_width = mark->rect.height;
    }
}

static TableRow
read_row (TambourPptxSlide *self,
          guint             begin)
{
  TableRow row = { .begin = begin, .cells = g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint end = tambour_pptx_end_of (self, begin);

  for (guint i = begin + 1; i < end; i++)
    {
      const TambourMark *mark = &self->marks[i];

      if (is_cell (mark))
        {
          g_array_append_val (row.cells, i);
          i = tambour_pptx_end_of (self, i);
        }
      else if (mark->kind == TAMBOUR_MARK_RECT)
        read_rule (&row, &self->marks[begin].group.area, mark);
    }

  return row;
}

static GArray *
read_rows (TambourPptxSlide *self,
           guint             begin)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TableRow));
  guint end = tambour_pptx_end_of (self, begin);

  g_array_set_clear_func (rows, (GDestroyNotify) row_clear);
  for (guint i = begin + 1; i < end; i++)
    if (is_row (&self->marks[i]))
      {
        TableRow row = read_row (self, i);

        g_array_append_val (rows, row);
        i = tambour_pptx_end_of (self, i);
      }

  return rows;
}

/* Returns: (nullable): the row that has all columns */
static const TableRow *
find_widest (const GArray *rows)
{
  const TableRow *widest = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const TableRow *row = &g_array_index (rows, TableRow, i);

      if (widest == NULL || row->cells->len > widest->cells->len)
        widest = row;
    }

  return widest != NULL && widest->cells->len > 0 ? widest : NULL;
}

/* Words and signs are the table's; a cell with anything else is drawn over it as a whole. */
static gboolean
is_drawn (TambourPptxSlide *self,
          guint             cell)
{
  guint end = tambour_pptx_end_of (self, cell);

  for (guint i = cell + 1; i < end; i++)
    if (self->marks[i].kind != TAMBOUR_MARK_TEXT && self->marks[i].kind != TAMBOUR_MARK_SIGN)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (element-type TambourMark): texts of a cell that the table has */
static GPtrArray *
list_texts (TambourPptxSlide *self,
            guint             cell)
{
  GPtrArray *texts = g_ptr_array_new ();
  guint end = tambour_pptx_end_of (self, cell);

  for (guint i = cell + 1; i < end && !is_drawn (self, cell); i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      g_ptr_array_add (texts, (gpointer) &self->marks[i]);

  return texts;
}

/* --- cells -------------------------------------------------------------------- */

typedef struct
{
  double   left;
  double   right;
  double   top;
  double   bottom;
  gboolean middle;
} Margins;

/* One line may use all that the deck leaves it; several break where the deck breaks them. */
static double
text_width (const GPtrArray *texts)
{
  double width = 0;
  gboolean wraps = FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      const TambourMark *mark = texts->pdata[i];

      wraps |= mark->text.shape->n_lines > 1;
      width = MAX (width, tambour_pptx_room (mark));
    }

  return wraps ? width : MAX (width, ((const TambourMark *) texts->pdata[0])->text.width);
}

static void
place_across (Margins                 *margins,
              const cairo_rectangle_t *area,
              const TambourMark       *mark,
              double                   width)
{
  double before = MAX (0, mark->text.x - area->x);
  double after = MAX (0, area->x + area->width - mark->text.x - mark->text.width);

  switch (mark->text.align)
    {
    case TAMBOUR_ALIGN_START:
      after = MAX (0, area->width - before - width);
      break;
    case TAMBOUR_ALIGN_MIDDLE:
      before = MAX (0, before - (width - mark->text.width) / 2);
      after = MAX (0, after - (width - mark->text.width) / 2);
      break;
    case TAMBOUR_ALIGN_END:
      before = MAX (0, area->width - after - width);
      break;
    }

  margins->left = before;
  margins->right = after;
}

static Margins
find_margins (const cairo_rectangle_t *area,
              const GPtrArray         *texts)
{
  Margins margins = { 0 };
  const TambourMark *first, *last;
  double top, bottom;

  if (texts->len == 0)
    return margins;

  first = texts->pdata[0];
  last = texts->pdata[texts->len - 1];
  top = first->text.y;
  bottom = last->text.y + last->text.shape->height;
  margins.middle = fabs ((top + bottom) / 2 - area->y - area->height / 2) < NEAR;
  if (margins.middle)
    margins.bottom = MAX (0, -2 * tambour_pptx_drop (first));
  else
    margins.top = MAX (0, top - area->y + tambour_pptx_drop (first));
  place_across (&margins, area, first, text_width (texts));

  return margins;
}

static void
write_border (TambourPptxSlide *self,
              const char       *element,
              TambourTone       tone,
              double            width)
{
  tambour_pptx_stroke (self->deck, self->xml, element, tone, width);
}

static void
write_properties (TambourPptxSlide *self,
                  const Margins    *margins,
                  const TableRow   *row,
                  const TableRow   *before,
                  const TableRow   *after)
{
  gboolean total = row->above != TAMBOUR_TONE_NONE, total_next = after && after->above != TAMBOUR_TONE_NONE;

  tambour_xml_open (self->xml, "a:tcPr", NULL);
  tambour_xml_count (self->xml, "marL", tambour_emu (margins->left));
  tambour_xml_count (self->xml, "marR", tambour_emu (margins->right));
  tambour_xml_count (self->xml, "marT", tambour_emu (margins->top));
  tambour_xml_count (self->xml, "marB", tambour_emu (margins->bottom));
  tambour_xml_say (self->xml, "anchor", margins->middle ? "ctr" : "t");
  write_border (self, "a:lnL", TAMBOUR_TONE_NONE, 0);
  write_border (self, "a:lnR", TAMBOUR_TONE_NONE, 0);
  if (total)
    write_border (self, "a:lnT", row->above, row->above_width);
  else
    write_border (self, "a:lnT", before ? before->below : TAMBOUR_TONE_NONE, before ? before->below_width : 0);
  if (total_next)
    write_border (self, "a:lnB", after->above, after->above_width);
  else
    write_border (self, "a:lnB", row->below, row->below_width);
  tambour_xml_leaf (self->xml, "a:noFill", NULL);
  tambour_xml_close (self->xml, 1);
}

static void
write_empty (TambourPptxSlide *self)
{
  tambour_xml_open (self->xml, "a:p", NULL);
  tambour_xml_leaf (self->xml, "a:endParaRPr", "lang", self->deck->language, "sz", EMPTY_SIZE, NULL);
  tambour_xml_close (self->xml, 1);
}

static void
write_cell (TambourPptxSlide *self,
            guint             cell,
            const TableRow   *row,
            const TableRow   *before,
            const TableRow   *after)
{
  g_autoptr(GPtrArray) texts = cell > 0 ? list_texts (self, cell) : g_ptr_array_new ();
  Margins margins = find_margins (&self->marks[cell].group.area, texts);

  tambour_xml_open (self->xml, "a:tc", NULL);
  tambour_xml_open (self->xml, "a:txBody", NULL);
  tambour_xml_raw (self->xml, "<a:bodyPr/><a:lstStyle/>");
  if (texts->len > 0)
    tambour_pptx_paragraphs (self, (const TambourMark **) texts->pdata, texts->len);
  else
    write_empty (self);
  tambour_xml_close (self->xml, 1);
  write_properties (self, &margins, row, before, after);
  tambour_xml_close (self->xml, 1);
}

/* --- the table ------------------------------------------------------------------ */

/* Columns are written as they lie on the page: not every reader mirrors a table. */
static guint
place_of_column (TambourPptxSlide *self,
                 guint             index,
                 guint             n_columns)
{
  return self->deck->rtl ? n_columns - 1 - index : index;
}

static void
write_rows (TambourPptxSlide *self,
            const GArray     *rows,
            guint             n_columns)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const TableRow *row = &g_array_index (rows, TableRow, i);
      const TableRow *before = i > 0 ? row - 1 : NULL, *after = i + 1 < rows->len ? row + 1 : NULL;

      tambour_xml_open (self->xml, "a:tr", NULL);
      tambour_xml_count (self->xml, "h", tambour_emu (self->marks[row->begin].group.area.height));
      for (guint j = 0; j < n_columns; j++)
        {
          guint column = place_of_column (self, j, n_columns);

          write_cell (self, column < row->cells->len ? g_array_index (row->cells, guint, column) : 0, row, before, after);
        }
      tambour_xml_close (self->xml, 1);
    }
}

static void
write_table (TambourPptxSlide        *self,
             const GArray            *rows,
             const TableRow          *widest,
             const cairo_rectangle_t *area)
{
  gboolean has_head = self->marks[g_array_index (widest->cells, guint, 0)].group.tag == TAMBOUR_TAG_HEAD_CELL;

  tambour_pptx_begin_shape (self, "p:graphicFrame", "Table", NULL);
  tambour_xml_raw (self->xml, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>");
  tambour_xml_close (self->xml, 1);
  tambour_pptx_place (self->xml, "p:xfrm", area->x, area->y, area->width, area->height);
  tambour_xml_open (self->xml, "a:graphic", NULL);
  tambour_xml_open (self->xml, "a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/table", NULL);
  tambour_xml_open (self->xml, "a:tbl", NULL);
  tambour_xml_open (self->xml, "a:tblPr", NULL);
  tambour_xml_say (self->xml, "firstRow", has_head ? "1" : NULL);
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "a:tblGrid", NULL);
  for (guint i = 0; i < widest->cells->len; i++)
    {
      tambour_xml_open (self->xml, "a:gridCol", NULL);
      tambour_xml_count (self->xml, "w", tambour_emu (self->marks[g_array_index (widest->cells, guint, place_of_column (self, i, widest->cells->len))].group.area.width));
      tambour_xml_close (self->xml, 1);
    }
  tambour_xml_close (self->xml, 1);
  write_rows (self, rows, widest->cells->len);
  tambour_xml_close (self->xml, 4);
}

/* What a table cannot hold lies over it. */
static void
write_over (TambourPptxSlide *self,
            guint             cell)
{
  guint end = tambour_pptx_end_of (self, cell);
  gboolean drawn = is_drawn (self, cell);

  for (guint i = cell + 1; i < end;)
    if (drawn || self->marks[i].kind == TAMBOUR_MARK_SIGN)
      i = tambour_pptx_marks (self, i);
    else
      i++;
}

/**
 * tambour_pptx_table:
 * @begin: index of the mark that begins a table with an area
 *
 * Writes a table with its texts, and what its cells draw over it.
 *
 * Returns: the index to go on with
 */
guint
tambour_pptx_table (TambourPptxSlide *self,
                    guint             begin)
{
  g_autoptr(GArray) rows = read_rows (self, begin);
  const TableRow *widest = find_widest (rows);

  if (widest != NULL)
    write_table (self, rows, widest, &self->marks[begin].group.area);

  for (guint i = 0; i < rows->len; i++)
    {
      const GArray *cells = g_array_index (rows, TableRow, i).cells;

      for (guint j = 0; j < cells->len; j++)
        write_over (self, g_array_index (cells, guint, j));
    }

  return tambour_pptx_end_of (self, begin) + 1;
}
