/* tambour-mark-cairo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-mark-cairo.h"

/* A dot is a line this long with round ends: not of no length, which some readers leave out. */
#define DOT_LENGTH 0.01

typedef struct
{
  const char *name;
  gboolean    is_anchor;
} Group;

typedef struct
{
  cairo_t            *cr;
  const TambourTheme *theme;
  TambourPaintFlags   flags;
  guint               n_pages;
  TambourTone         tone;
  GArray             *glyphs;
  GArray             *groups;
  const TambourMark  *end;
} Painter;

/* The structure types of PDF 1.7; an artifact is what a reader aloud leaves out. */
static const char *
tag_name (TambourTag tag)
{
  switch (tag)
    {
    case TAMBOUR_TAG_TITLE:
      return "H1";
    case TAMBOUR_TAG_HEAD:
      return "H2";
    case TAMBOUR_TAG_PARAGRAPH:
      return "P";
    case TAMBOUR_TAG_LIST:
      return "L";
    case TAMBOUR_TAG_ITEM:
      return "LI";
    case TAMBOUR_TAG_TABLE:
      return "Table";
    case TAMBOUR_TAG_ROW:
      return "TR";
    case TAMBOUR_TAG_HEAD_CELL:
      return "TH";
    case TAMBOUR_TAG_CELL:
      return "TD";
    case TAMBOUR_TAG_FIGURE:
      return "Figure";
    case TAMBOUR_TAG_LINK:
      return "Div";
    case TAMBOUR_TAG_ARTIFACT:
      return "Artifact";
    }

  g_assert_not_reached ();
}

static void
set_tone (Painter     *self,
          TambourTone  tone)
{
  TambourColour colour = self->theme->colours[tone];

  if (tone == self->tone)
    return;

  self->tone = tone;
  cairo_set_source_rgb (self->cr,
                        ((colour >> 16) & 0xff) / 255.0,
                        ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

/* Fills and strokes the current path as @mark says. */
static void
finish_path (Painter           *self,
             const TambourMark *mark)
{
  gboolean strokes = mark->stroke != TAMBOUR_TONE_NONE && mark->stroke_width > 0;

  if (mark->fill != TAMBOUR_TONE_NONE)
    {
      set_tone (self, mark->fill);
      if (strokes)
        cairo_fill_preserve (self->cr);
      else
        cairo_fill (self->cr);
    }

  if (strokes)
    {
      set_tone (self, mark->stroke);
      cairo_set_line_width (self->cr, mark->stroke_width);
      cairo_set_line_cap (self->cr, mark->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_set_line_join (self->cr, mark->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
      cairo_set_dash (self->cr, mark->dash, mark->dash[0] > 0 ? 2 : 0, 0);
      cairo_stroke (self->cr);
    }

  cairo_new_path (self->cr);
}

static void
trace_path (Painter           *self,
            const TambourMark *mark)
{
  for (guint i = 0; i < mark->path.n_points; i++)
    cairo_line_to (self->cr, mark->path.points[i].x, mark->path.points[i].y);
  if (mark->path.closed)
    cairo_close_path (self->cr);
}

static void
trace_circle (Painter *self,
              double   x,
              double   y,
              double   radius)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (self->cr);
}

static void
stroke_on_sign (Painter *self,
                double   width)
{
  set_tone (self, TAMBOUR_TONE_PAPER);
  cairo_set_line_width (self->cr, width);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_stroke (self->cr);
}

static void
paint_met (Painter *self,
           double   x,
           double   y,
           double   radius)
{
  trace_circle (self, x, y, radius);
  set_tone (self, TAMBOUR_TONE_MET);
  cairo_fill (self->cr);

  cairo_move_to (self->cr, x - 0.48 * radius, y + 0.02 * radius);
  cairo_rel_line_to (self->cr, 0.34 * radius, 0.38 * radius);
  cairo_rel_line_to (self->cr, 0.62 * radius, -0.76 * radius);
  stroke_on_sign (self, 0.26 * radius);
}

static void
paint_ring (Painter     *self,
            double       x,
            double       y,
            double       radius,
            TambourTone  tone,
            double       width)
{
  trace_circle (self, x, y, radius);
  set_tone (self, TAMBOUR_TONE_PAPER);
  cairo_fill_preserve (self->cr);
  set_tone (self, tone);
  cairo_set_line_width (self->cr, width);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_stroke (self->cr);
}

static void
paint_nearly (Painter *self,
              double   x,
              double   y,
              double   radius)
{
  paint_ring (self, x, y, radius - 0.6, TAMBOUR_TONE_NEARLY, 1.2);
  cairo_arc (self->cr, x, y, radius - 0.6, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

static void
paint_missed (Painter *self,
              double   x,
              double   y,
              double   radius)
{
  cairo_move_to (self->cr, x, y - radius);
  cairo_line_to (self->cr, x + radius, y);
  cairo_line_to (self->cr, x, y + radius);
  cairo_line_to (self->cr, x - radius, y);
  cairo_close_path (self->cr);
  set_tone (self, TAMBOUR_TONE_MISSED);
  cairo_fill (self->cr);

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (self->cr, x - side * 0.32 * radius, y - 0.32 * radius);
      cairo_line_to (self->cr, x + side * 0.32 * radius, y + 0.32 * radius);
    }
  stroke_on_sign (self, 0.24 * radius);
}

static void
paint_sign (Painter           *self,
            const TambourMark *mark)
{
  double x = mark->sign.x, y = mark->sign.y, radius = mark->sign.radius;

  switch (mark->sign.sign)
    {
    case TAMBOUR_SIGN_MET:
      paint_met (self, x, y, radius);
      break;

    case TAMBOUR_SIGN_NEARLY:
      paint_nearly (self, x, y, radius);
      break;

    case TAMBOUR_SIGN_MISSED:
      paint_missed (self, x, y, radius);
      break;

    case TAMBOUR_SIGN_NOT_MEASURED:
      paint_ring (self, x, y, radius - 0.6, TAMBOUR_TONE_MID, 1);
      break;
    }

  cairo_new_path (self->cr);
}

static void
paint_run (Painter             *self,
           const TambourGlyphs *run,
           double               x,
           double               y)
{
  cairo_glyph_t *glyphs;

  if (run->n_glyphs == 0)
    return;

  g_array_set_size (self->glyphs, MAX ((guint) run->n_glyphs, self->glyphs->len));
  glyphs = (cairo_glyph_t *) self->glyphs->data;
  for (int i = 0; i < run->n_glyphs; i++)
    glyphs[i] = (cairo_glyph_t) { run->glyphs[i].index, x + run->glyphs[i].x, y + run->glyphs[i].y };

  set_tone (self, run->tone);
  cairo_set_scaled_font (self->cr, run->font);
  cairo_show_text_glyphs (self->cr, run->text, run->length, glyphs, run->n_glyphs,
                          run->clusters, run->n_clusters, run->flags);
}

static void
paint_linked_run (Painter                *self,
                  const TambourTextStyle *style,
                  const TambourGlyphs    *run,
                  double                  x,
                  double                  y)
{
  gboolean links = run->page > 0 && run->page <= self->n_pages;

  if (links)
    {
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0] rect=[%d %d %d %d]", run->page,
                                                 (int) floor (x),
                                                 (int) floor (y - style->size),
                                                 (int) ceil (run->width),
                                                 (int) ceil (style->line));

      cairo_tag_begin (self->cr, CAIRO_TAG_LINK, target);
    }

  paint_run (self, run, x, y);

  if (links)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static double
line_start (TambourAlign align,
            double       room)
{
  switch (align)
    {
    case TAMBOUR_ALIGN_START:
      return 0;
    case TAMBOUR_ALIGN_MIDDLE:
      return room / 2;
    case TAMBOUR_ALIGN_END:
      return room;
    }

  g_assert_not_reached ();
}

static void
paint_lines (Painter            *self,
             const TambourShape *shape,
             TambourAlign        align,
             double              x,
             double              y,
             double              width)
{
  for (guint i = 0; i < shape->n_lines; i++)
    {
      const TambourLine *line = &shape->lines[i];
      double start = x + line_start (align, width - line->width);
      double baseline = y + i * shape->style.line + tambour_text_baseline (&shape->style);

      for (guint j = 0; j < line->n_runs; j++)
        paint_linked_run (self, &shape->style, &line->runs[j], start + line->runs[j].x, baseline);
    }
}

static void
paint_text (Painter           *self,
            const TambourMark *mark)
{
  if (!mark->text.turned)
    {
      paint_lines (self, mark->text.shape, mark->text.align, mark->text.x, mark->text.y, mark->text.width);
      return;
    }

  cairo_save (self->cr);
  cairo_translate (self->cr, mark->text.x, mark->text.y + mark->text.height);
  cairo_rotate (self->cr, -G_PI / 2);
  paint_lines (self, mark->text.shape, mark->text.align, 0, 0, mark->text.height);
  cairo_restore (self->cr);
  self->tone = TAMBOUR_TONE_NONE;
}

/* Returns: (transfer full): @name as a value of an attribute, in quotes */
static char *
quote_name (const char *name)
{
  g_auto(GStrv) slashes = g_strsplit (name, "\\", -1);
  g_autofree char *slashed = g_strjoinv ("\\\\", slashes);
  g_auto(GStrv) quotes = g_strsplit (slashed, "'", -1);
  g_autofree char *quoted = g_strjoinv ("\\'", quotes);

  return g_strdup_printf ("'%s'", quoted);
}

/* Around what the row draws: links lead to its upper corner. */
static void
paint_anchor (Painter    *self,
              const char *anchor)
{
  g_autofree char *name = quote_name (anchor);
  g_autofree char *attributes = g_strdup_printf ("name=%s internal", name);

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
}

/* The area of a group that leads somewhere. Cairo makes no area of what is in groups of its own,
 * so that the link stands before them and says which it is.
 */
static void
paint_link (Painter           *self,
            const TambourMark *mark,
            const char        *anchor)
{
  g_autofree char *name = quote_name (anchor);
  g_autofree char *attributes = NULL;
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = 0, bottom = 0;
  guint depth = 0;

  for (const TambourMark *at = mark; at < self->end; at++)
    {
      cairo_rectangle_t bounds;

      depth += at->kind == TAMBOUR_MARK_BEGIN;
      depth -= at->kind == TAMBOUR_MARK_END;
      if (depth == 0)
        break;
      if (at->kind == TAMBOUR_MARK_BEGIN || at->kind == TAMBOUR_MARK_END)
        continue;

      tambour_mark_bounds (at, &bounds);
      left = MIN (left, bounds.x);
      top = MIN (top, bounds.y);
      right = MAX (right, bounds.x + bounds.width);
      bottom = MAX (bottom, bounds.y + bounds.height);
    }

  if (right <= left)
    return;

  attributes = g_strdup_printf ("dest=%s rect=[%d %d %d %d]", name, (int) floor (left), (int) floor (top),
                                (int) ceil (right - left), (int) ceil (bottom - top));
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
begin_group (Painter           *self,
             const TambourMark *mark)
{
  const char *anchor = mark->group.anchor;
  Group group = { tag_name (mark->group.tag), FALSE };

  group.is_anchor = mark->group.tag == TAMBOUR_TAG_ROW && anchor != NULL;
  g_array_append_val (self->groups, group);

  if (!(self->flags & TAMBOUR_PAINT_TAGS))
    return;

  if (mark->group.tag == TAMBOUR_TAG_LINK && anchor != NULL)
    paint_link (self, mark, anchor);
  cairo_tag_begin (self->cr, group.name, NULL);

  if (group.is_anchor)
    paint_anchor (self, anchor);
}

static void
end_group (Painter *self)
{
  Group group = g_array_index (self->groups, Group, self->groups->len - 1);

  g_array_set_size (self->groups, self->groups->len - 1);
  if (!(self->flags & TAMBOUR_PAINT_TAGS))
    return;

  if (group.is_anchor)
    cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  cairo_tag_end (self->cr, group.name);
}

static gboolean
is_dot (const TambourMark *mark)
{
  return mark->kind == TAMBOUR_MARK_CIRCLE && mark->stroke_width <= 0;
}

static gboolean
are_alike (const TambourMark *one,
           const TambourMark *other)
{
  return is_dot (other) && one->fill == other->fill && one->circle.radius == other->circle.radius;
}

/* Discs of one size and colour are one stroke: charts have hundreds, and four curves
 * for each would be most of a page. Returns: how many marks were painted */
static guint
paint_dots (Painter           *self,
            const TambourMark *marks,
            guint              n_marks)
{
  guint n = 0;

  while (n < n_marks && are_alike (&marks[0], &marks[n]))
    {
      cairo_move_to (self->cr, marks[n].circle.x - DOT_LENGTH / 2, marks[n].circle.y);
      cairo_rel_line_to (self->cr, DOT_LENGTH, 0);
      n++;
    }

  set_tone (self, marks[0].fill);
  cairo_set_line_width (self->cr, 2 * marks[0].circle.radius);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_stroke (self->cr);

  return n;
}

static void
paint_mark (Painter           *self,
            const TambourMark *mark)
{
  switch (mark->kind)
    {
    case TAMBOUR_MARK_RECT:
      cairo_rectangle (self->cr, mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height);
      finish_path (self, mark);
      break;

    case TAMBOUR_MARK_LINE:
      cairo_move_to (self->cr, mark->line.x1, mark->line.y1);
      cairo_line_to (self->cr, mark->line.x2, mark->line.y2);
      finish_path (self, mark);
      break;

    case TAMBOUR_MARK_PATH:
      trace_path (self, mark);
      finish_path (self, mark);
      break;

    case TAMBOUR_MARK_CIRCLE:
      trace_circle (self, mark->circle.x, mark->circle.y, mark->circle.radius);
      finish_path (self, mark);
      break;

    case TAMBOUR_MARK_SIGN:
      paint_sign (self, mark);
      break;

    case TAMBOUR_MARK_TEXT:
      paint_text (self, mark);
      break;

    case TAMBOUR_MARK_BEGIN:
      begin_group (self, mark);
      break;

    case TAMBOUR_MARK_END:
      end_group (self);
      break;
    }
}

/**
 * tambour_marks_paint:
 * @marks: (array length=n_marks): of one page, in the order they lie on it
 * @n_pages: links lead to pages up to this; 0 writes none, as for a picture
 * @cr: scaled so that its unit is a point
 *
 * The one drawing code for PDF, PNG and the window's preview.
 */
void
tambour_marks_paint (const TambourMark  *marks,
                     guint               n_marks,
                     const TambourTheme *theme,
                     TambourPaintFlags   flags,
                     guint               n_pages,
                     cairo_t            *cr)
{
  g_autoptr(GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  Painter self = { cr, theme, flags, n_pages, TAMBOUR_TONE_NONE, glyphs, groups, marks + n_marks };

  for (guint i = 0; i < n_marks;)
    if (is_dot (&marks[i]))
      i += paint_dots (&self, marks + i, n_marks - i);
    else
      paint_mark (&self, &marks[i++]);
}
