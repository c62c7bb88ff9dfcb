/* tambour-canvas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-canvas-private.h"

/**
 * tambour_canvas_place_x:
 * @width: of what is placed; 0 for a point
 *
 * Returns: where @x of the innermost frame is on the page, mirrored if the page is
 */
double
tambour_canvas_place_x (TambourCanvas *self,
                        double         x,
                        double         width)
{
  x += self->origin.x;

  return self->rtl ? self->width - x - width : x;
}

/**
 * tambour_canvas_place_y:
 *
 * Returns: where @y of the innermost frame is on the page
 */
double
tambour_canvas_place_y (TambourCanvas *self,
                        double         y)
{
  return self->origin.y + y;
}

/**
 * tambour_canvas_add_mark:
 *
 * Returns: (transfer none): a new mark at the end, good until the next one
 */
TambourMark *
tambour_canvas_add_mark (TambourCanvas   *self,
                         TambourMarkKind  kind)
{
  g_array_set_size (self->marks, self->marks->len + 1);
  g_array_index (self->marks, TambourMark, self->marks->len - 1).kind = kind;
  g_array_index (self->marks, TambourMark, self->marks->len - 1).plot = self->plot;

  return &g_array_index (self->marks, TambourMark, self->marks->len - 1);
}

static TambourMark *
add_stroked (TambourCanvas   *self,
             TambourMarkKind  kind,
             TambourTone      fill,
             TambourTone      stroke,
             double           stroke_width)
{
  TambourMark *mark = tambour_canvas_add_mark (self, kind);

  mark->fill = fill;
  mark->stroke = stroke;
  mark->stroke_width = stroke == TAMBOUR_TONE_NONE ? 0 : stroke_width;

  return mark;
}

/* What has no place cannot be drawn, and would spoil the page for the writers. */
static gboolean
have_places (const TambourPoint *points,
             guint               n_points)
{
  for (guint i = 0; i < n_points; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      return FALSE;

  return TRUE;
}

static TambourMark *
add_path (TambourCanvas      *self,
          const TambourPoint *points,
          guint               n_points,
          TambourTone         fill,
          TambourTone         stroke,
          double              stroke_width)
{
  TambourMark *mark = add_stroked (self, TAMBOUR_MARK_PATH, fill, stroke, stroke_width);

  mark->path.points = g_new (TambourPoint, n_points);
  mark->path.n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    mark->path.points[i] = (TambourPoint) { tambour_canvas_place_x (self, points[i].x, 0),
                                            tambour_canvas_place_y (self, points[i].y) };

  return mark;
}

/**
 * tambour_canvas_new:
 * @fonts: of this thread, kept by the caller
 * @rtl: the page is read from right to left
 *
 * Returns: (transfer full): an empty page
 */
TambourCanvas *
tambour_canvas_new (TambourFonts       *fonts,
                    const TambourTheme *theme,
                    TambourPaper        paper,
                    gboolean            rtl)
{
  TambourCanvas *self = g_new0 (TambourCanvas, 1);

  self->fonts = fonts;
  self->theme = *theme;
  self->paper = paper;
  self->rtl = rtl;
  tambour_paper_size (paper, &self->width, &self->height);
  self->marks = g_array_sized_new (FALSE, TRUE, sizeof (TambourMark), 256);
  g_array_set_clear_func (self->marks, (GDestroyNotify) tambour_mark_clear);
  self->origins = g_array_new (FALSE, FALSE, sizeof (TambourPoint));
  self->labels = g_array_new (FALSE, TRUE, sizeof (TambourCanvasLabel));
  g_array_set_clear_func (self->labels, (GDestroyNotify) tambour_canvas_label_clear);
  self->plots = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_plot_free);

  return self;
}

/**
 * tambour_canvas_free:
 */
void
tambour_canvas_free (TambourCanvas *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->origins);
  g_array_unref (self->labels);
  g_ptr_array_unref (self->plots);
  g_free (self);
}

/**
 * tambour_canvas_get_fonts:
 *
 * Returns: (transfer none)
 */
TambourFonts *
tambour_canvas_get_fonts (TambourCanvas *self)
{
  return self->fonts;
}

/**
 * tambour_canvas_get_theme:
 *
 * Returns: (transfer none)
 */
const TambourTheme *
tambour_canvas_get_theme (TambourCanvas *self)
{
  return &self->theme;
}

/**
 * tambour_canvas_get_paper:
 */
TambourPaper
tambour_canvas_get_paper (TambourCanvas *self)
{
  return self->paper;
}

/**
 * tambour_canvas_get_rtl:
 *
 * Returns: %TRUE if the page is read from right to left
 */
gboolean
tambour_canvas_get_rtl (TambourCanvas *self)
{
  return self->rtl;
}

/**
 * tambour_canvas_get_width:
 *
 * Returns: of the page, in points
 */
double
tambour_canvas_get_width (TambourCanvas *self)
{
  return self->width;
}

/**
 * tambour_canvas_get_height:
 *
 * Returns: of the page, in points
 */
double
tambour_canvas_get_height (TambourCanvas *self)
{
  return self->height;
}

/**
 * tambour_canvas_get_marks:
 *
 * Returns: (transfer none) (array length=n_marks): in the order they lie on
 *   the page; good until something is added
 */
const TambourMark *
tambour_canvas_get_marks (TambourCanvas *self,
                          guint         *n_marks)
{
  *n_marks = self->marks->len;

  return (const TambourMark *) self->marks->data;
}

/**
 * tambour_canvas_get_plot:
 * @number: what marks carry, counted from 1
 *
 * Returns: (transfer none) (nullable): what those marks are drawn from
 */
const TambourPlot *
tambour_canvas_get_plot (TambourCanvas *self,
                         guint          number)
{
  return number > 0 && number <= self->plots->len ? self->plots->pdata[number - 1] : NULL;
}

/**
 * tambour_canvas_style:
 *
 * Returns: (transfer none): what texts of @role look like on this paper
 */
const TambourTextStyle *
tambour_canvas_style (TambourCanvas *self,
                      TambourRole    role)
{
  return tambour_text_style (self->paper, role);
}

/**
 * tambour_canvas_push:
 *
 * From here on places are measured from @x, @y of the frame before.
 */
void
tambour_canvas_push (TambourCanvas *self,
                     double         x,
                     double         y)
{
  g_array_append_val (self->origins, self->origin);
  self->origin.x += x;
  self->origin.y += y;
}

/**
 * tambour_canvas_pop:
 *
 * Ends the innermost frame.
 */
void
tambour_canvas_pop (TambourCanvas *self)
{
  g_return_if_fail (self->origins->len > 0);

  self->origin = g_array_index (self->origins, TambourPoint, self->origins->len - 1);
  g_array_set_size (self->origins, self->origins->len - 1);
}

/**
 * tambour_canvas_begin:
 * @alternative: (nullable): what a figure says, for those who do not see it
 *
 * Begins a group of marks that are one thing to a reader aloud.
 */
void
tambour_canvas_begin (TambourCanvas *self,
                      TambourTag     tag,
                      const char    *alternative)
{
  TambourMark *mark = tambour_canvas_add_mark (self, TAMBOUR_MARK_BEGIN);

  mark->group.tag = tag;
  mark->group.alternative = g_strdup (alternative);
}

/**
 * tambour_canvas_begin_named:
 * @anchor: (nullable): the name of the row to which a link leads
 *
 * Begins a group that is a link.
 */
void
tambour_canvas_begin_named (TambourCanvas *self,
                            TambourTag     tag,
                            const char    *anchor)
{
  TambourMark *mark = tambour_canvas_add_mark (self, TAMBOUR_MARK_BEGIN);

  mark->group.tag = tag;
  mark->group.anchor = g_strdup (anchor);
}

/**
 * tambour_canvas_drop_links:
 * @anchors: (element-type utf8 utf8): where links may lead
 *
 * Makes links to anywhere else plain groups.
 */
void
tambour_canvas_drop_links (TambourCanvas *self,
                           GHashTable    *anchors)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      TambourMark *mark = &g_array_index (self->marks, TambourMark, i);

      if (mark->kind == TAMBOUR_MARK_BEGIN && mark->group.tag == TAMBOUR_TAG_LINK && mark->group.anchor != NULL &&
          !g_hash_table_contains (anchors, mark->group.anchor))
        g_clear_pointer (&mark->group.anchor, g_free);
    }
}

/**
 * tambour_canvas_begin_area:
 * @x: of the table, row or cell, in the innermost frame
 * @anchor: (nullable): what a row is called by links
 *
 * Begins a group with a place of its own, whatever is in it.
 */
void
tambour_canvas_begin_area (TambourCanvas *self,
                           TambourTag     tag,
                           double         x,
                           double         y,
                           double         width,
                           double         height,
                           const char    *anchor)
{
  TambourMark *mark = tambour_canvas_add_mark (self, TAMBOUR_MARK_BEGIN);

  mark->group.tag = tag;
  mark->group.anchor = g_strdup (anchor);
  mark->group.area = (cairo_rectangle_t) { tambour_canvas_place_x (self, x, width),
                                           tambour_canvas_place_y (self, y), width, height };
}

/**
 * tambour_canvas_end:
 *
 * Ends the innermost group.
 */
void
tambour_canvas_end (TambourCanvas *self)
{
  tambour_canvas_add_mark (self, TAMBOUR_MARK_END);
}

/**
 * tambour_canvas_rect:
 *
 * Adds a filled rectangle; one without extent is left out.
 */
void
tambour_canvas_rect (TambourCanvas *self,
                     double         x,
                     double         y,
                     double         width,
                     double         height,
                     TambourTone    fill)
{
  tambour_canvas_box (self, x, y, width, height, fill, TAMBOUR_TONE_NONE, 0);
}

/**
 * tambour_canvas_box:
 *
 * Adds a rectangle with a stroke around it.
 */
void
tambour_canvas_box (TambourCanvas *self,
                    double         x,
                    double         y,
                    double         width,
                    double         height,
                    TambourTone    fill,
                    TambourTone    stroke,
                    double         stroke_width)
{
  TambourMark *mark;

  if (!(width > 0) || !(height > 0) || !have_places (&(TambourPoint) { x + width, y + height }, 1))
    return;

  mark = add_stroked (self, TAMBOUR_MARK_RECT, fill, stroke, stroke_width);
  mark->rect.x = tambour_canvas_place_x (self, x, width);
  mark->rect.y = tambour_canvas_place_y (self, y);
  mark->rect.width = width;
  mark->rect.height = height;
}

/**
 * tambour_canvas_line:
 *
 * Adds a solid line.
 */
void
tambour_canvas_line (TambourCanvas *self,
                     double         x1,
                     double         y1,
                     double         x2,
                     double         y2,
                     TambourTone    stroke,
                     double         stroke_width)
{
  tambour_canvas_dashes (self, x1, y1, x2, y2, stroke, stroke_width, 0, 0);
}

/**
 * tambour_canvas_dashes:
 * @dash: 0 is a solid line
 *
 * Adds a dashed line.
 */
void
tambour_canvas_dashes (TambourCanvas *self,
                       double         x1,
                       double         y1,
                       double         x2,
                       double         y2,
                       TambourTone    stroke,
                       double         stroke_width,
                       double         dash,
                       double         gap)
{
  const TambourPoint ends[] = { { x1, y1 }, { x2, y2 } };
  TambourMark *mark;

  if (!have_places (ends, G_N_ELEMENTS (ends)))
    return;

  mark = add_stroked (self, TAMBOUR_MARK_LINE, TAMBOUR_TONE_NONE, stroke, stroke_width);
  mark->dash[0] = dash;
  mark->dash[1] = gap;
  mark->line.x1 = tambour_canvas_place_x (self, x1, 0);
  mark->line.y1 = tambour_canvas_place_y (self, y1);
  mark->line.x2 = tambour_canvas_place_x (self, x2, 0);
  mark->line.y2 = tambour_canvas_place_y (self, y2);
}

/**
 * tambour_canvas_circle:
 *
 * Adds a disc or ring around @x, @y; like all marks it is left out if it has no place.
 */
void
tambour_canvas_circle (TambourCanvas *self,
                       double         x,
                       double         y,
                       double         radius,
                       TambourTone    fill,
                       TambourTone    stroke,
                       double         stroke_width)
{
  TambourMark *mark;

  if (!have_places (&(TambourPoint) { x, y }, 1) || !(radius > 0))
    return;

  mark = add_stroked (self, TAMBOUR_MARK_CIRCLE, fill, stroke, stroke_width);
  mark->circle.x = tambour_canvas_place_x (self, x, 0);
  mark->circle.y = tambour_canvas_place_y (self, y);
  mark->circle.radius = radius;
}

/**
 * tambour_canvas_polyline:
 * @dashed: in dashes of 3 and gaps of 2
 *
 * Adds an open line through all points.
 */
void
tambour_canvas_polyline (TambourCanvas      *self,
                         const TambourPoint *points,
                         guint               n_points,
                         TambourTone         stroke,
                         double              stroke_width,
                         gboolean            dashed)
{
  TambourMark *mark;

  if (n_points < 2 || !have_places (points, n_points))
    return;

  mark = add_path (self, points, n_points, TAMBOUR_TONE_NONE, stroke, stroke_width);
  mark->round = !dashed;
  mark->dash[0] = dashed ? 3 : 0;
  mark->dash[1] = dashed ? 2 : 0;
}

/**
 * tambour_canvas_polygon:
 *
 * Adds a filled area.
 */
void
tambour_canvas_polygon (TambourCanvas      *self,
                        const TambourPoint *points,
                        guint               n_points,
                        TambourTone         fill)
{
  if (have_places (points, n_points))
    add_path (self, points, n_points, fill, TAMBOUR_TONE_NONE, 0)->path.closed = TRUE;
}

/**
 * tambour_canvas_tick:
 *
 * Adds the black tick of last year, 1.3 wide with a white halo of 1 on each side.
 */
void
tambour_canvas_tick (TambourCanvas *self,
                     double         x,
                     double         y1,
                     double         y2)
{
  tambour_canvas_line (self, x, y1, x, y2, TAMBOUR_TONE_PAPER, 3.3);
  tambour_canvas_line (self, x, y1, x, y2, TAMBOUR_TONE_INK, 1.3);
}

/**
 * tambour_canvas_sign:
 *
 * Adds a status sign around @x, @y; its word is the caller's to add.
 */
void
tambour_canvas_sign (TambourCanvas *self,
                     TambourSign    sign,
                     double         x,
                     double         y,
                     double         radius)
{
  TambourMark *mark = tambour_canvas_add_mark (self, TAMBOUR_MARK_SIGN);

  mark->sign.sign = sign;
  mark->sign.x = tambour_canvas_place_x (self, x, 0);
  mark->sign.y = tambour_canvas_place_y (self, y);
  mark->sign.radius = radius;
}
