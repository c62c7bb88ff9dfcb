/* draw-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-check.h"

/* What every page must keep to, whatever is on it (REPORT-DESIGN section 10). */

#define SLACK 0.6

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

/* Where the letters of each line are, without the space between lines. */
static void
add_boxes (GArray            *boxes,
           const TambourMark *mark)
{
  const TambourShape *shape = mark->text.shape;

  for (guint i = 0; i < shape->n_lines; i++)
    {
      double baseline = mark->text.y + i * shape->style.line + tambour_text_baseline (&shape->style);
      double size = shape->style.size, width = shape->lines[i].width;
      cairo_rectangle_t box = { line_x (mark, width), baseline - 0.7 * size, width, 0.88 * size };

      if (mark->text.turned)
        box = (cairo_rectangle_t) { mark->text.x, mark->text.y, mark->text.width, mark->text.height };
      if (width > 0)
        g_array_append_val (boxes, box);
    }
}

static void
check_inside (TambourCanvas     *canvas,
              const TambourMark *mark)
{
  cairo_rectangle_t bounds;

  tambour_mark_bounds (mark, &bounds);
  g_assert_cmpfloat (bounds.x, >=, -SLACK);
  g_assert_cmpfloat (bounds.y, >=, -SLACK);
  g_assert_cmpfloat (bounds.x + bounds.width, <=, tambour_canvas_get_width (canvas) + SLACK);
  g_assert_cmpfloat (bounds.y + bounds.height, <=, tambour_canvas_get_height (canvas) + SLACK);
}

/* Everything is on the page, no text lies on another, groups are whole, type is not too small. */
void
draw_check_page (TambourCanvas *canvas)
{
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);
  int depth = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      depth += (marks[i].kind == TAMBOUR_MARK_BEGIN) - (marks[i].kind == TAMBOUR_MARK_END);
      g_assert_cmpint (depth, >=, 0);
      check_inside (canvas, &marks[i]);
      if (marks[i].kind == TAMBOUR_MARK_TEXT)
        add_boxes (boxes, &marks[i]);
    }
  g_assert_cmpint (depth, ==, 0);

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const cairo_rectangle_t *a = &g_array_index (boxes, cairo_rectangle_t, i);
        const cairo_rectangle_t *b = &g_array_index (boxes, cairo_rectangle_t, j);

        if (a->x + 0.1 < b->x + b->width && b->x + 0.1 < a->x + a->width &&
            a->y + 0.1 < b->y + b->height && b->y + 0.1 < a->y + a->height)
          {
            g_autofree char *texts = draw_check_dup_texts (canvas);

            g_error ("Two texts overlap at %.1f, %.1f (%.1f x %.1f) and %.1f, %.1f (%.1f x %.1f) among\n%s",
                     a->x, a->y, a->width, a->height, b->x, b->y, b->width, b->height, texts);
          }
      }
}
