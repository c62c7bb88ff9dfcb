/* tambour-page-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-chart-goals.h"
#include "tambour-page.h"

/* The rule above a second block, and the space below it, in points. */
#define BLOCK_RULE  1.6
#define BELOW_RULE  7.0

#define POINT_ABOVE 8.0
#define POINT_BELOW 9.0

/* Of the line of a big number, for what reaches below it. */
#define DEEP        0.1

/* Of the size of a number, for its unit where there is no room for both at one size. */
#define UNIT        0.45

#define NBSP        "\302\240"

#define SIGN_STEP   22.0
#define SIGN_RADIUS 6.5

static void
draw_paragraph (TambourCanvas          *canvas,
                double                  x,
                double                  y,
                double                  width,
                const TambourTextStyle *style,
                const char             *text)
{
  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  tambour_canvas_plain (canvas, x, y, width, style, text);
  tambour_canvas_end (canvas);
}

/**
 * tambour_page_head:
 * @addition: (nullable): said in grey after the head
 *
 * Draws the head of a block.
 *
 * Returns: its height: one line as a rule
 */
double
tambour_page_head (TambourCanvas *canvas,
                   double         x,
                   double         y,
                   double         width,
                   const char    *text,
                   const char    *addition)
{
  g_autoptr(TambourRich) rich = tambour_rich_new (text);
  double height;

  if (addition != NULL && addition[0] != '\0')
    {
      g_autofree char *rest = g_strconcat (" · ", addition, NULL);

      tambour_rich_add_span (rich, (TambourSpan) { rest, 400, TAMBOUR_TONE_INK2 });
    }

  tambour_canvas_begin (canvas, TAMBOUR_TAG_HEAD, NULL);
  height = tambour_canvas_rich (canvas, x, y, width, tambour_canvas_style (canvas, TAMBOUR_ROLE_HEAD), rich);
  tambour_canvas_end (canvas);

  return height;
}

/**
 * tambour_page_ruled_head:
 * @tone: of the rule: ink, or accent for what is asked
 *
 * Draws a strong rule and the head of a block below it.
 *
 * Returns: the height of both
 */
double
tambour_page_ruled_head (TambourCanvas *canvas,
                         double         x,
                         double         y,
                         double         width,
                         TambourTone    tone,
                         const char    *text,
                         const char    *addition)
{
  tambour_canvas_rect (canvas, x, y, width, BLOCK_RULE, tone);

  return BLOCK_RULE + BELOW_RULE +
         tambour_page_head (canvas, x, y + BLOCK_RULE + BELOW_RULE, width, text, addition);
}

/**
 * tambour_page_paragraph:
 *
 * Draws a paragraph of several spans.
 *
 * Returns: its height in points
 */
double
tambour_page_paragraph (TambourCanvas     *canvas,
                        double             x,
                        double             y,
                        double             width,
                        TambourRole        role,
                        const TambourRich *rich)
{
  double height;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  height = tambour_canvas_rich (canvas, x, y, width, tambour_canvas_style (canvas, role), rich);
  tambour_canvas_end (canvas);

  return height;
}

/**
 * tambour_page_text:
 *
 * Draws a paragraph in one style.
 *
 * Returns: its height in points
 */
double
tambour_page_text (TambourCanvas *canvas,
                   double         x,
                   double         y,
                   double         width,
                   TambourRole    role,
                   const char    *text)
{
  double height;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  height = tambour_canvas_plain (canvas, x, y, width, tambour_canvas_style (canvas, role), text);
  tambour_canvas_end (canvas);

  return height;
}

/**
 * tambour_page_points:
 * @points: (array length=n_points)
 *
 * Draws a list without bullets, a hairline below each point.
 *
 * Returns: its height in points
 */
double
tambour_page_points (TambourCanvas       *canvas,
                     double               x,
                     double               y,
                     double               width,
                     TambourRich * const *points,
                     guint                n_points)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_POINT);
  double at = y;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_LIST, NULL);
  for (guint i = 0; i < n_points; i++)
    {
      tambour_canvas_begin (canvas, TAMBOUR_TAG_ITEM, NULL);
      at += POINT_ABOVE;
      at += tambour_canvas_rich (canvas, x, at, width, style, points[i]);
      at += POINT_BELOW;
      tambour_canvas_rect (canvas, x, at, width, 0.5, TAMBOUR_TONE_RULE);
      at += 0.5;
      tambour_canvas_end (canvas);
    }
  tambour_canvas_end (canvas);

  return at - y;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Returns: (transfer full): @text in @style, words without a digit at @unit_size */
static TambourShape *
shape_figure (TambourCanvas          *canvas,
              const TambourTextStyle *style,
              double                  unit_size,
              const char             *text)
{
  const TambourTextFit fit = { .wrap = TAMBOUR_WRAP_NONE, .rtl = tambour_canvas_get_rtl (canvas) };
  g_auto(GStrv) words = g_strsplit (text, NBSP, -1);
  g_autoptr(TambourRich) rich = tambour_rich_new (NULL);
  const TambourSpan *spans;
  guint n_spans;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_unit = !has_digit (words[i]);
      g_autofree char *word = g_strconcat (i > 0 ? NBSP : "", words[i], NULL);

      tambour_rich_add_span (rich, (TambourSpan) { .text = word, .size = is_unit ? unit_size : 0 });
    }
  spans = tambour_rich_get_spans (rich, &n_spans);

  return tambour_shape_new (tambour_canvas_get_fonts (canvas), style, &fit, spans, n_spans);
}

/* The number as large as there is room for: what it counts gives way first.
 *
 * Returns: (transfer full): @text on one line */
static TambourShape *
fit_figure (TambourCanvas *canvas,
            double         width,
            TambourTone    tone,
            const char    *text)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_FIGURE);
  g_autoptr(TambourShape) shape = NULL;
  double size = style.size;

  style.tone = tone;
  shape = shape_figure (canvas, &style, 0, text);
  if (shape->width <= width)
    return g_steal_pointer (&shape);

  g_clear_pointer (&shape, tambour_shape_unref);
  shape = shape_figure (canvas, &style, size * UNIT, text);
  if (shape->width <= width)
    return g_steal_pointer (&shape);

  style.size = floor (size * width / shape->width * 2) / 2;
  style.tracking = style.tracking * width / shape->width;
  g_clear_pointer (&shape, tambour_shape_unref);

  return shape_figure (canvas, &style, style.size * UNIT, text);
}

static TambourRich *
write_change (const TambourTile *tile)
{
  TambourRich *rich = tambour_rich_new (NULL);

  if (tile->change != NULL)
    tambour_rich_add_bold (rich, tile->change);
  if (tile->change != NULL && tile->before != NULL)
    tambour_rich_add (rich, " ");
  if (tile->before != NULL)
    tambour_rich_add_grey (rich, tile->before);

  return rich;
}

static double
draw_change (TambourCanvas     *canvas,
             double             x,
             double             y,
             double             width,
             const TambourTile *tile)
{
  g_autoptr(TambourRich) rich = write_change (tile);

  if (tile->note != NULL)
    return tambour_page_text (canvas, x, y + 1, width, TAMBOUR_ROLE_SECOND, tile->note);

  return tambour_page_paragraph (canvas, x, y, width, TAMBOUR_ROLE_BODY, rich);
}

static double
measure (TambourCanvas     *canvas,
         double             width,
         TambourRole        role,
         const TambourRich *rich)
{
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, tambour_canvas_get_rtl (canvas) };
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (rich, &n_spans);
  g_autoptr(TambourShape) shape = NULL;

  if (n_spans == 0)
    return 0;

  shape = tambour_shape_new (tambour_canvas_get_fonts (canvas), tambour_canvas_style (canvas, role), &fit, spans, n_spans);

  return shape->height;
}

/**
 * tambour_page_tile_level:
 * @canvas: where they will be drawn
 * @width: of each, in points
 * @tiles: (array length=n_tiles): side by side
 *
 * Has their numbers and their bars stand level, however many lines their texts take.
 */
void
tambour_page_tile_level (TambourCanvas  *canvas,
                         double          width,
                         TambourTile   **tiles,
                         guint           n_tiles)
{
  double label = 0, change = 0;

  for (guint i = 0; i < n_tiles; i++)
    {
      g_autoptr(TambourRich) name = tambour_rich_new (tiles[i]->label);
      g_autoptr(TambourRich) below = tiles[i]->note ? tambour_rich_new (tiles[i]->note) : write_change (tiles[i]);
      double height = measure (canvas, width, TAMBOUR_ROLE_BODY, name);
      double deep = measure (canvas, width, tiles[i]->note ? TAMBOUR_ROLE_SECOND : TAMBOUR_ROLE_BODY, below);

      label = MAX (label, height);
      change = MAX (change, deep);
    }

  for (guint i = 0; i < n_tiles; i++)
    {
      tiles[i]->label_height = label;
      tiles[i]->change_height = change;
    }
}

/**
 * tambour_page_tile:
 *
 * Draws a figure of the year: label, number, change, pair of bars.
 *
 * Returns: its height in points
 */
double
tambour_page_tile (TambourCanvas     *canvas,
                   double             x,
                   double             y,
                   double             width,
                   const TambourTile *tile)
{
  TambourTextStyle label = *tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY);
  g_autoptr(TambourShape) figure =
    fit_figure (canvas, width, tile->accent ? TAMBOUR_TONE_ACCENT : TAMBOUR_TONE_INK, tile->value);
  double line = tambour_canvas_style (canvas, TAMBOUR_ROLE_FIGURE)->line;
  double change;
  double at = y;

  label.tone = TAMBOUR_TONE_INK2;
  draw_paragraph (canvas, x, at, width, &label, tile->label);
  at += MAX (label.line, tile->label_height);
  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  tambour_canvas_shape (canvas, x, at, width, TAMBOUR_ALIGN_START, figure);
  tambour_canvas_end (canvas);
  at += line + 1;
  /* A unit in letters that reach far below the line, as Arabic ones do, stays clear of the change. */
  if (tambour_canvas_get_rtl (canvas))
    at += line * DEEP;
  change = draw_change (canvas, x, at, width, tile);
  at += MAX (change, tile->change_height) + 7;

  if (isfinite (tile->current) && isfinite (tile->earlier))
    at += tambour_chart_pair (canvas, x, at, width - 14, tile->current, tile->earlier, tile->full);

  return at - y;
}

/**
 * tambour_page_signs:
 * @signs: (array length=n_signs)
 * @alternative: what the row of signs says
 *
 * Draws signs side by side, in as many rows as they need.
 *
 * Returns: the height in points
 */
double
tambour_page_signs (TambourCanvas     *canvas,
                    double             x,
                    double             y,
                    double             width,
                    const TambourSign *signs,
                    guint              n_signs,
                    const char        *alternative)
{
  guint in_row = MAX (1, (guint) floor (width / SIGN_STEP));
  guint n_rows = (n_signs + in_row - 1) / in_row;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_FIGURE, alternative);
  for (guint i = 0; i < n_signs; i++)
    tambour_canvas_sign (canvas, signs[i],
                         x + 8 + SIGN_STEP * (i % in_row),
                         y + 8 + SIGN_STEP * (i / in_row),
                         SIGN_RADIUS);
  tambour_canvas_end (canvas);

  return n_rows == 0 ? 0 : 16 + SIGN_STEP * (n_rows - 1);
}

/**
 * tambour_page_facts:
 * @name_width: of the grey words, in points
 * @facts: (array length=n_facts)
 *
 * Draws a small table without rules.
 *
 * Returns: its height in points
 */
double
tambour_page_facts (TambourCanvas         *canvas,
                    double                 x,
                    double                 y,
                    double                 name_width,
                    double                 width,
                    const TambourFactLine *facts,
                    guint                  n_facts)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY);
  TambourTextStyle grey = *style;
  double at = y;

  grey.tone = TAMBOUR_TONE_INK3;
  tambour_canvas_begin (canvas, TAMBOUR_TAG_TABLE, NULL);
  for (guint i = 0; i < n_facts; i++)
    {
      double height;

      tambour_canvas_begin (canvas, TAMBOUR_TAG_ROW, NULL);
      tambour_canvas_begin (canvas, TAMBOUR_TAG_HEAD_CELL, NULL);
      tambour_canvas_plain (canvas, x, at + 2, name_width, &grey, facts[i].name);
      tambour_canvas_end (canvas);
      tambour_canvas_begin (canvas, TAMBOUR_TAG_CELL, NULL);
      height = tambour_canvas_plain (canvas, x + name_width, at + 2, width - name_width, style, facts[i].value);
      tambour_canvas_end (canvas);
      tambour_canvas_end (canvas);
      at += height + 4;
    }
  tambour_canvas_end (canvas);

  return at - y;
}

static double
draw_step (TambourCanvas         *canvas,
           double                 x,
           double                 y,
           double                 width,
           const TambourPageStep *step)
{
  TambourTextStyle date = *tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY);
  TambourTextStyle text = *tambour_canvas_style (canvas, TAMBOUR_ROLE_SECOND);
  double at = y;

  date.weight = 600;
  text.tone = TAMBOUR_TONE_INK;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_ITEM, NULL);
  at += tambour_canvas_plain (canvas, x, at, width, &date, step->date) + 2;
  at += tambour_canvas_plain (canvas, x, at, width, &text, step->text);
  if (step->note != NULL && step->note[0] != '\0')
    {
      text.tone = TAMBOUR_TONE_INK2;
      at += tambour_canvas_plain (canvas, x, at, width, &text, step->note);
    }
  tambour_canvas_end (canvas);

  return at - y;
}

/**
 * tambour_page_steps:
 * @steps: (array length=n_steps): the first is today's
 *
 * Draws next steps equally spaced on a line, not to scale.
 *
 * Returns: the height in points
 */
double
tambour_page_steps (TambourCanvas         *canvas,
                    double                 x,
                    double                 y,
                    double                 width,
                    const TambourPageStep *steps,
                    guint                  n_steps)
{
  double slot = width / MAX (n_steps, 1);
  double tallest = 0;

  if (n_steps > 1)
    tambour_canvas_line (canvas, x + 5, y + 10, x + slot * (n_steps - 1) + 5, y + 10, TAMBOUR_TONE_MID, 1.2);

  tambour_canvas_begin (canvas, TAMBOUR_TAG_LIST, NULL);
  for (guint i = 0; i < n_steps; i++)
    {
      double height;

      tambour_canvas_circle (canvas, x + slot * i + 5, y + 10, 5,
                             i == 0 ? TAMBOUR_TONE_ACCENT : TAMBOUR_TONE_PAPER, TAMBOUR_TONE_ACCENT, 1.6);
      height = draw_step (canvas, x + slot * i, y + 26, slot - 12, &steps[i]);
      tallest = MAX (tallest, height);
    }
  tambour_canvas_end (canvas);

  return 26 + tallest;
}

/**
 * tambour_page_empty:
 * @number: (nullable): a large number: "0"
 * @text: the sentence that stands where a chart or table would
 * @note: (nullable): when this was checked, the closest case
 *
 * Draws what a block says when there is nothing to show.
 *
 * Returns: @height
 */
double
tambour_page_empty (TambourCanvas *canvas,
                    double         x,
                    double         y,
                    double         width,
                    double         height,
                    const char    *number,
                    const char    *text,
                    const char    *note)
{
  TambourTextStyle figure = *tambour_canvas_style (canvas, TAMBOUR_ROLE_FIGURE);
  const TambourTextStyle *body = tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY);
  const TambourTextStyle *second = tambour_canvas_style (canvas, TAMBOUR_ROLE_SECOND);
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, MIN (width, 430), 0, tambour_canvas_get_rtl (canvas) };
  TambourFonts *fonts = tambour_canvas_get_fonts (canvas);
  g_autoptr(TambourShape) sentence = tambour_shape_new_plain (fonts, body, &fit, text);
  g_autoptr(TambourShape) below = note ? tambour_shape_new_plain (fonts, second, &fit, note) : NULL;
  double used = sentence->height + (number ? figure.line + 4 : 0) + (below ? below->height + 8 : 0);
  double at = y + MAX (0, (height - used) / 2);

  tambour_canvas_rect (canvas, x, y, width, 0.8, TAMBOUR_TONE_INK2);
  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  if (number != NULL)
    {
      tambour_canvas_plain (canvas, x, at, fit.width, &figure, number);
      at += figure.line + 4;
    }
  tambour_canvas_shape (canvas, x, at, fit.width, TAMBOUR_ALIGN_START, sentence);
  at += sentence->height + 8;
  if (below != NULL)
    tambour_canvas_shape (canvas, x, at, fit.width, TAMBOUR_ALIGN_START, below);
  tambour_canvas_end (canvas);
  tambour_canvas_rect (canvas, x, y + height - 0.5, width, 0.5, TAMBOUR_TONE_RULE);

  return height;
}
