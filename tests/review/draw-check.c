/* draw-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-check.h"

#include <math.h>
#include <string.h>

/* What every page must keep to, whatever is on it (REPORT-DESIGN section 10): the letters as they
 * are drawn, not the boxes that they were given, stay on the page and off each other, and no rule,
 * bar or line runs through them.
 */

/* Marks may reach this far over the edge, letters this far into what is beside them, in points. */
#define SLACK 0.6
#define TOUCH 0.35

/* In the closest lines of names, the dots of a capital reach this far into a tail above it. */
#define LETTER_TOUCH 0.7

/* What lines may be longer than their box. */
#define BOX_SLACK 1.0

/* Returns: (transfer full): an empty page of the deck */
TambourCanvas *
draw_check_new_canvas (gboolean rtl)
{
  g_autoptr(GError) error = NULL;
  TambourFonts *fonts = tambour_fonts_get_default (&error);
  TambourTheme theme;

  g_assert_no_error (error);
  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);

  return tambour_canvas_new (fonts, &theme, TAMBOUR_PAPER_DECK, rtl);
}

/* Returns: (transfer full): all texts of the page, a line for each */
char *
draw_check_dup_texts (TambourCanvas *canvas)
{
  GString *all = g_string_new (NULL);
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == TAMBOUR_MARK_TEXT)
      g_string_append_printf (all, "%s\n", marks[i].text.shape->text);

  return g_string_free (all, FALSE);
}

/* Where a line of letters is, and what it belongs to. */
typedef struct
{
  cairo_rectangle_t  ink;
  const TambourMark *mark;
  const TambourLine *line;
  double             x;
  double             baseline;
  guint              figure;
} Ink;

static double
line_x (const TambourMark *mark,
        double             width)
{
  switch (mark->text.align)
    {
    case TAMBOUR_ALIGN_START:
      return mark->text.x;
    case TAMBOUR_ALIGN_MIDDLE:
      return mark->text.x + (mark->text.width - width) / 2;
    case TAMBOUR_ALIGN_END:
      return mark->text.x + mark->text.width - width;
    }

  g_assert_not_reached ();
}

static void
join (cairo_rectangle_t       *box,
      const cairo_rectangle_t *more)
{
  double right = MAX (box->x + box->width, more->x + more->width);
  double bottom = MAX (box->y + box->height, more->y + more->height);

  if (box->width <= 0)
    {
      *box = *more;
      return;
    }

  box->x = MIN (box->x, more->x);
  box->y = MIN (box->y, more->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* What the glyphs of a line cover, from its start and baseline. */
static cairo_rectangle_t
measure_line (const TambourLine *line)
{
  cairo_rectangle_t ink = { 0 };

  for (guint i = 0; i < line->n_runs; i++)
    {
      const TambourGlyphs *run = &line->runs[i];
      cairo_text_extents_t extents;
      cairo_rectangle_t more;

      if (run->n_glyphs == 0)
        continue;

      cairo_scaled_font_glyph_extents (run->font, run->glyphs, run->n_glyphs, &extents);
      more = (cairo_rectangle_t) { run->x + extents.x_bearing, extents.y_bearing, extents.width, extents.height };
      if (more.width > 0)
        join (&ink, &more);
    }

  return ink;
}

static void
add_ink (GArray            *all,
         const TambourMark *mark,
         guint              figure)
{
  const TambourShape *shape = mark->text.shape;

  for (guint i = 0; i < shape->n_lines; i++)
    {
      cairo_rectangle_t ink = measure_line (&shape->lines[i]);
      double x = line_x (mark, shape->lines[i].width);
      double baseline = mark->text.y + i * shape->style.line + tambour_text_baseline (&shape->style);
      Ink one = { { x + ink.x, baseline + ink.y, ink.width, ink.height }, mark, &shape->lines[i], x, baseline, figure };

      if (mark->text.turned)
        one.ink = (cairo_rectangle_t) { mark->text.x + tambour_text_baseline (&shape->style) + ink.y,
                                        mark->text.y + mark->text.height - ink.x - ink.width, ink.height, ink.width };
      if (ink.width > 0)
        g_array_append_val (all, one);
    }
}

static gboolean
overlap (const cairo_rectangle_t *a,
         const cairo_rectangle_t *b,
         double                   touch)
{
  return a->x + touch < b->x + b->width && b->x + touch < a->x + a->width &&
         a->y + touch < b->y + b->height && b->y + touch < a->y + a->height;
}

static gboolean
is_inside (const cairo_rectangle_t *a,
           const cairo_rectangle_t *b,
           double                   slack)
{
  return a->x >= b->x - slack && a->x + a->width <= b->x + b->width + slack &&
         a->y >= b->y - slack && a->y + a->height <= b->y + b->height + slack;
}

/* Whether the line from @from to @to runs through @box: cut down to the part that is in it. */
static gboolean
runs_through (const cairo_rectangle_t *box,
              TambourPoint             from,
              TambourPoint             to)
{
  double start = 0, end = 1;
  double along[] = { to.x - from.x, to.y - from.y };
  double low[] = { box->x - from.x, box->y - from.y };
  double high[] = { low[0] + box->width, low[1] + box->height };

  for (guint i = 0; i < 2; i++)
    {
      if (along[i] == 0)
        {
          if (low[i] > 0 || high[i] < 0)
            return FALSE;
          continue;
        }
      start = MAX (start, MIN (low[i] / along[i], high[i] / along[i]));
      end = MIN (end, MAX (low[i] / along[i], high[i] / along[i]));
    }

  return start < end;
}

/* Disc or ring: letters within it belong to it. */
static gboolean
circle_crosses (const cairo_rectangle_t *ink,
                double                   x,
                double                   y,
                double                   radius)
{
  cairo_rectangle_t square = { x - radius, y - radius, 2 * radius, 2 * radius };
  double nearest_x = CLAMP (x, ink->x, ink->x + ink->width);
  double nearest_y = CLAMP (y, ink->y, ink->y + ink->height);

  return !is_inside (ink, &square, 0.5) && hypot (nearest_x - x, nearest_y - y) + TOUCH < radius;
}

static gboolean
path_crosses (const cairo_rectangle_t *ink,
              const TambourMark       *mark)
{
  for (guint i = 1; i < mark->path.n_points; i++)
    if (runs_through (ink, mark->path.points[i - 1], mark->path.points[i]))
      return TRUE;

  return mark->path.closed && mark->path.n_points > 1 &&
         runs_through (ink, mark->path.points[mark->path.n_points - 1], mark->path.points[0]);
}

static gboolean
crosses (const cairo_rectangle_t *ink,
         const TambourMark       *mark)
{
  cairo_rectangle_t tight = { ink->x + TOUCH, ink->y + TOUCH, ink->width - 2 * TOUCH, ink->height - 2 * TOUCH };
  cairo_rectangle_t area;

  if (tight.width <= 0 || tight.height <= 0)
    return FALSE;

  switch (mark->kind)
    {
    case TAMBOUR_MARK_RECT:
      area = (cairo_rectangle_t) { mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height };
      return overlap (&tight, &area, 0) && !is_inside (ink, &area, 0.5);

    case TAMBOUR_MARK_LINE:
      return runs_through (&tight, (TambourPoint) { mark->line.x1, mark->line.y1 },
                           (TambourPoint) { mark->line.x2, mark->line.y2 });

    case TAMBOUR_MARK_PATH:
      return path_crosses (&tight, mark);

    case TAMBOUR_MARK_CIRCLE:
      return circle_crosses (ink, mark->circle.x, mark->circle.y, mark->circle.radius);

    case TAMBOUR_MARK_SIGN:
      return circle_crosses (ink, mark->sign.x, mark->sign.y, mark->sign.radius);

    case TAMBOUR_MARK_TEXT:
    case TAMBOUR_MARK_BEGIN:
    case TAMBOUR_MARK_END:
      break;
    }

  return FALSE;
}

/* What lies behind a chart's labels on purpose: its grid, its tracks, its bands and its halos. */
static gboolean
is_ground (const TambourMark *mark)
{
  TambourTone tone = mark->fill != TAMBOUR_TONE_NONE ? mark->fill : mark->stroke;

  return tone == TAMBOUR_TONE_RULE || tone == TAMBOUR_TONE_TRACK || tone == TAMBOUR_TONE_WASH ||
         tone == TAMBOUR_TONE_ACCENT_PALE || tone == TAMBOUR_TONE_PAPER;
}

static void G_GNUC_PRINTF (2, 3)
  note (GPtrArray *findings,
        const char *form,
        ...)
{
  va_list values;

  va_start (values, form);
  g_ptr_array_add (findings, g_strdup_vprintf (form, values));
  va_end (values);
}

/* Figures are never cut: what an ellipsis stands for has no digit in it. */
static gboolean
cuts_figure (const TambourShape *shape)
{
  gsize kept = 0;

  if (!shape->cut)
    return FALSE;

  for (guint i = 0; i < shape->n_lines; i++)
    for (guint j = 0; j < shape->lines[i].n_runs; j++)
      if (shape->lines[i].runs[j].n_glyphs > 1)
        kept = MAX (kept, (gsize) (shape->lines[i].runs[j].offset + shape->lines[i].runs[j].length));

  return strpbrk (shape->text + MIN (kept, strlen (shape->text)), "0123456789") != NULL;
}

static void
check_inside (GPtrArray         *findings,
              TambourCanvas     *canvas,
              const TambourMark *mark)
{
  cairo_rectangle_t page = { 0, 0, tambour_canvas_get_width (canvas), tambour_canvas_get_height (canvas) };
  cairo_rectangle_t bounds;

  tambour_mark_bounds (mark, &bounds);
  if (!is_inside (&bounds, &page, SLACK))
    note (findings, "A mark leaves the page at %.1f, %.1f (%.1f × %.1f)%s%s", bounds.x, bounds.y, bounds.width,
          bounds.height, mark->kind == TAMBOUR_MARK_TEXT ? ": " : "",
          mark->kind == TAMBOUR_MARK_TEXT ? mark->text.shape->text : "");
}

static void
check_text (GPtrArray     *findings,
            TambourCanvas *canvas,
            const Ink     *ink)
{
  cairo_rectangle_t page = { 0, 0, tambour_canvas_get_width (canvas), tambour_canvas_get_height (canvas) };
  const TambourMark *mark = ink->mark;
  double room = mark->text.turned ? mark->text.height : mark->text.width;

  if (!is_inside (&ink->ink, &page, 0))
    note (findings, "“%s” leaves the page at %.1f, %.1f", mark->text.shape->text, ink->ink.x, ink->ink.y);
  if (mark->text.shape->width > room + BOX_SLACK)
    note (findings, "“%s” is %.1f wide in a box of %.1f", mark->text.shape->text, mark->text.shape->width, room);
  if (cuts_figure (mark->text.shape))
    note (findings, "“%s” is cut in its figures", mark->text.shape->text);
}

/* Returns: (transfer full) (element-type cairo_rectangle_t): where each letter is */
static GArray *
list_letters (const Ink *ink)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  for (guint i = 0; i < ink->line->n_runs; i++)
    for (int j = 0; j < ink->line->runs[i].n_glyphs; j++)
      {
        const TambourGlyphs *run = &ink->line->runs[i];
        cairo_text_extents_t extents;
        cairo_rectangle_t letter;

        cairo_scaled_font_glyph_extents (run->font, &run->glyphs[j], 1, &extents);
        letter = (cairo_rectangle_t) { ink->x + run->x + run->glyphs[j].x + extents.x_bearing,
                                       ink->baseline + run->glyphs[j].y + extents.y_bearing,
                                       extents.width, extents.height };
        if (letter.width > 0)
          g_array_append_val (letters, letter);
      }

  return letters;
}

/* Lines may stand so close that a tail reaches between two letters below it, but not into one. */
static gboolean
letters_touch (const Ink *a,
               const Ink *b)
{
  g_autoptr(GArray) ones = NULL, others = NULL;

  if (a->mark->text.turned || b->mark->text.turned)
    return TRUE;

  ones = list_letters (a);
  others = list_letters (b);
  for (guint i = 0; i < ones->len; i++)
    for (guint j = 0; j < others->len; j++)
      if (overlap (&g_array_index (ones, cairo_rectangle_t, i), &g_array_index (others, cairo_rectangle_t, j), LETTER_TOUCH))
        return TRUE;

  return FALSE;
}

static void
check_pairs (GPtrArray *findings,
             GArray    *inks)
{
  for (guint i = 0; i < inks->len; i++)
    for (guint j = i + 1; j < inks->len; j++)
      {
        const Ink *a = &g_array_index (inks, Ink, i), *b = &g_array_index (inks, Ink, j);

        if (a->mark != b->mark && overlap (&a->ink, &b->ink, 0.1) && letters_touch (a, b))
          note (findings, "“%s” lies on “%s” at %.1f, %.1f", a->mark->text.shape->text, b->mark->text.shape->text,
                MAX (a->ink.x, b->ink.x), MAX (a->ink.y, b->ink.y));
      }
}

static void
check_crossings (GPtrArray         *findings,
                 GArray            *inks,
                 const TambourMark *mark,
                 guint              figure)
{
  cairo_rectangle_t bounds;

  if (mark->kind == TAMBOUR_MARK_TEXT || mark->kind == TAMBOUR_MARK_BEGIN || mark->kind == TAMBOUR_MARK_END)
    return;

  tambour_mark_bounds (mark, &bounds);
  for (guint i = 0; i < inks->len; i++)
    {
      const Ink *ink = &g_array_index (inks, Ink, i);

      if (figure != 0 && figure == ink->figure && is_ground (mark))
        continue;
      if (crosses (&ink->ink, mark))
        note (findings, "“%s” is crossed by a mark of kind %d at %.1f, %.1f (%.1f × %.1f)", ink->mark->text.shape->text,
              mark->kind, bounds.x, bounds.y, bounds.width, bounds.height);
    }
}

/* The figure that each mark belongs to, by where it begins, counted from 1; 0 is none. */
static GArray *
list_figures (const TambourMark *marks,
              guint              n_marks,
              GPtrArray         *findings)
{
  GArray *figures = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_marks);
  guint figure = 0, depth = 0, begun = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].kind == TAMBOUR_MARK_BEGIN)
        {
          depth++;
          if (marks[i].group.tag == TAMBOUR_TAG_FIGURE && figure == 0)
            {
              figure = i + 1;
              begun = depth;
            }
        }
      g_array_append_val (figures, figure);
      if (marks[i].kind == TAMBOUR_MARK_END)
        {
          if (depth == 0)
            note (findings, "A group ends that did not begin");
          if (figure != 0 && depth == begun)
            figure = 0;
          depth = depth > 0 ? depth - 1 : 0;
        }
    }

  if (depth != 0)
    note (findings, "%u groups do not end", depth);

  return figures;
}

/* Returns: (transfer full) (element-type utf8): what is wrong with the page, a sentence for each */
GPtrArray *
draw_check_find (TambourCanvas *canvas)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) inks = g_array_new (FALSE, FALSE, sizeof (Ink));
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);
  g_autoptr(GArray) figures = list_figures (marks, n_marks, findings);

  for (guint i = 0; i < n_marks; i++)
    {
      check_inside (findings, canvas, &marks[i]);
      if (marks[i].kind == TAMBOUR_MARK_TEXT)
        add_ink (inks, &marks[i], g_array_index (figures, guint, i));
    }
  for (guint i = 0; i < inks->len; i++)
    check_text (findings, canvas, &g_array_index (inks, Ink, i));
  check_pairs (findings, inks);
  for (guint i = 0; i < n_marks; i++)
    check_crossings (findings, inks, &marks[i], g_array_index (figures, guint, i));

  return findings;
}

/* Returns: (transfer full) (element-type utf8): the same for all pages, each with its page's label */
GPtrArray *
draw_check_find_all (TambourDocument *document)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tambour_document_get_n_pages (document); i++)
    {
      const TambourPageInfo *page = tambour_document_get_page (document, i);
      g_autoptr(GPtrArray) findings = draw_check_find (page->canvas);

      for (guint j = 0; j < findings->len; j++)
        note (all, "page %s: %s", page->label, (const char *) findings->pdata[j]);
    }

  return all;
}

static void
assert_none (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);

  g_assert_cmpuint (findings->len, ==, 0);
}

void
draw_check_page (TambourCanvas *canvas)
{
  g_autoptr(GPtrArray) findings = draw_check_find (canvas);

  assert_none (findings);
}

void
draw_check_document (TambourDocument *document)
{
  g_autoptr(GPtrArray) findings = draw_check_find_all (document);

  assert_none (findings);
}
