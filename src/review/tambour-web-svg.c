/* tambour-web-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-web-private.h"

#include "tambour-wording.h"

/* Room around what is drawn, in points: strokes and letters reach a little further. */
#define MARGIN 1.5

/* Pixels for each point of a chart: as on the deck at its own size, and what is still read on a telephone. */
#define PIXELS       (4.0 / 3.0)
#define LEAST_PIXELS 1.12

/* Charts narrower than this are never wider than a telephone. */
#define NARROW 290.0

/* Of more values than this, a list is given below the chart. */
#define FEW_VALUES 2

static void
number_attribute (GString    *out,
                  const char *name,
                  double      value)
{
  g_string_append_printf (out, " %s=\"", name);
  tambour_web_number (out, value);
  g_string_append_c (out, '"');
}

/* Colours are classes: the reader's window knows what they are by day and by night. */
static void
paint_attributes (GString           *out,
                  const TambourMark *mark)
{
  gboolean strokes = mark->stroke != TAMBOUR_TONE_NONE && mark->stroke_width > 0;

  g_string_append_printf (out, " class=\"f%d", mark->fill);
  if (strokes)
    g_string_append_printf (out, " s%d", mark->stroke);
  g_string_append_printf (out, "%s\"", mark->round ? " round" : "");
  if (strokes)
    number_attribute (out, "stroke-width", mark->stroke_width);
  if (strokes && mark->dash[0] > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      tambour_web_number (out, mark->dash[0]);
      g_string_append_c (out, ' ');
      tambour_web_number (out, mark->dash[1]);
      g_string_append_c (out, '"');
    }
}

static void
write_rect (GString           *out,
            const TambourMark *mark)
{
  g_string_append (out, "<rect");
  number_attribute (out, "x", mark->rect.x);
  number_attribute (out, "y", mark->rect.y);
  number_attribute (out, "width", mark->rect.width);
  number_attribute (out, "height", mark->rect.height);
  paint_attributes (out, mark);
  g_string_append (out, "/>");
}

static void
write_line (GString           *out,
            const TambourMark *mark)
{
  g_string_append (out, "<line");
  number_attribute (out, "x1", mark->line.x1);
  number_attribute (out, "y1", mark->line.y1);
  number_attribute (out, "x2", mark->line.x2);
  number_attribute (out, "y2", mark->line.y2);
  paint_attributes (out, mark);
  g_string_append (out, "/>");
}

static void
write_path (GString           *out,
            const TambourMark *mark)
{
  g_string_append_printf (out, "<%s points=\"", mark->path.closed ? "polygon" : "polyline");
  for (guint i = 0; i < mark->path.n_points; i++)
    {
      g_string_append (out, i > 0 ? " " : "");
      tambour_web_number (out, mark->path.points[i].x);
      g_string_append_c (out, ',');
      tambour_web_number (out, mark->path.points[i].y);
    }
  g_string_append_c (out, '"');
  paint_attributes (out, mark);
  g_string_append (out, "/>");
}

static void
write_circle (GString           *out,
              const TambourMark *mark)
{
  g_string_append (out, "<circle");
  number_attribute (out, "cx", mark->circle.x);
  number_attribute (out, "cy", mark->circle.y);
  number_attribute (out, "r", mark->circle.radius);
  paint_attributes (out, mark);
  g_string_append (out, "/>");
}

/* Within a circle of radius 1 around the middle. */
static const char *
sign_shape (TambourSign sign)
{
  switch (sign)
    {
    case TAMBOUR_SIGN_MET:
      return "<circle r=\"1\" class=\"f12\"/>"
             "<path d=\"M-.48 .02l.34 .38 .62-.76\" class=\"f0 s8 round\" stroke-width=\".26\"/>";

    case TAMBOUR_SIGN_NEARLY:
      return "<circle r=\".9\" class=\"f8 s13\" stroke-width=\".2\"/><path d=\"M0 .9A.9 .9 0 0 1 0-.9z\" class=\"f13\"/>";

    case TAMBOUR_SIGN_MISSED:
      return "<path d=\"M0-1L1 0 0 1-1 0z\" class=\"f14\"/>"
             "<path d=\"M-.32-.32L.32 .32M.32-.32L-.32 .32\" class=\"f0 s8 round\" stroke-width=\".24\"/>";

    case TAMBOUR_SIGN_NOT_MEASURED:
      return "<circle r=\".9\" class=\"f8 s4\" stroke-width=\".16\"/>";
    }

  g_assert_not_reached ();
}

G_STATIC_ASSERT (TAMBOUR_TONE_MID == 4 && TAMBOUR_TONE_PAPER == 8 && TAMBOUR_TONE_MET == 12);

static void
write_sign (GString           *out,
            const TambourMark *mark)
{
  g_string_append (out, "<g transform=\"translate(");
  tambour_web_number (out, mark->sign.x);
  g_string_append_c (out, ' ');
  tambour_web_number (out, mark->sign.y);
  g_string_append (out, ") scale(");
  tambour_web_number (out, mark->sign.radius);
  g_string_append_printf (out, ")\">%s</g>", sign_shape (mark->sign.sign));
}

static void
write_run (GString                *out,
           const TambourTextStyle *style,
           const TambourGlyphs    *run,
           double                  x,
           double                  baseline)
{
  if (run->n_glyphs == 0)
    return;

  g_string_append (out, "<text");
  number_attribute (out, "x", x);
  number_attribute (out, "y", baseline);
  number_attribute (out, "font-size", run->size);
  if (style->tracking != 0)
    number_attribute (out, "letter-spacing", style->tracking);
  g_string_append_printf (out, " class=\"f%d w%d%s\">", run->tone, run->weight, style->tabular ? " tnum" : "");
  tambour_web_escape (out, run->text);
  g_string_append (out, "</text>");
}

static double
line_start (const TambourMark *mark,
            double             room)
{
  switch (mark->text.align)
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
write_text (GString           *out,
            const TambourMark *mark)
{
  const TambourShape *shape = mark->text.shape;
  double x = mark->text.turned ? 0 : mark->text.x, y = mark->text.turned ? 0 : mark->text.y;
  double width = mark->text.turned ? mark->text.height : mark->text.width;

  if (mark->text.turned)
    {
      g_string_append (out, "<g transform=\"translate(");
      tambour_web_number (out, mark->text.x);
      g_string_append_c (out, ' ');
      tambour_web_number (out, mark->text.y + mark->text.height);
      g_string_append (out, ") rotate(-90)\">");
    }

  for (guint i = 0; i < shape->n_lines; i++)
    {
      const TambourLine *line = &shape->lines[i];
      double start = x + line_start (mark, width - line->width);
      double baseline = y + i * shape->style.line + tambour_text_baseline (&shape->style);

      for (guint j = 0; j < line->n_runs; j++)
        write_run (out, &shape->style, &line->runs[j], start + line->runs[j].x, baseline);
    }

  g_string_append (out, mark->text.turned ? "</g>" : "");
}

static void
write_mark (GString           *out,
            const TambourMark *mark)
{
  switch (mark->kind)
    {
    case TAMBOUR_MARK_RECT:
      write_rect (out, mark);
      break;

    case TAMBOUR_MARK_LINE:
      write_line (out, mark);
      break;

    case TAMBOUR_MARK_PATH:
      write_path (out, mark);
      break;

    case TAMBOUR_MARK_CIRCLE:
      write_circle (out, mark);
      break;

    case TAMBOUR_MARK_SIGN:
      write_sign (out, mark);
      break;

    case TAMBOUR_MARK_TEXT:
      write_text (out, mark);
      break;

    case TAMBOUR_MARK_BEGIN:
    case TAMBOUR_MARK_END:
      break;
    }
}

static void
view_box (GString                 *out,
          const cairo_rectangle_t *box)
{
  g_string_append (out, " viewBox=\"");
  tambour_web_number (out, box->x);
  g_string_append_c (out, ' ');
  tambour_web_number (out, box->y);
  g_string_append_c (out, ' ');
  tambour_web_number (out, box->width);
  g_string_append_c (out, ' ');
  tambour_web_number (out, box->height);
  g_string_append_c (out, '"');
}

/* A wide chart is moved sideways on a narrow window before its letters are too small. */
static void
add_rule (TambourWeb *self,
          double      width)
{
  g_string_append_printf (self->rules, "#chart-%u{width:", self->n_charts);
  tambour_web_number (self->rules, width * PIXELS / 16);
  g_string_append (self->rules, "rem;min-width:");
  tambour_web_number (self->rules, (width < NARROW ? width * 0.95 : width * LEAST_PIXELS) / 16);
  g_string_append (self->rules, "rem}\n");
}

static void
write_svg (TambourWeb *self,
           guint       start,
           guint       end,
           const char *alternative)
{
  cairo_rectangle_t box;

  if (!tambour_web_bounds (self, start, end, &box))
    return;

  box.x -= MARGIN;
  box.y -= MARGIN;
  box.width += 2 * MARGIN;
  box.height += 2 * MARGIN;
  self->n_charts++;
  add_rule (self, box.width);

  g_string_append_printf (self->text, "<svg id=\"chart-%u\" direction=\"ltr\"", self->n_charts);
  view_box (self->text, &box);
  if (alternative != NULL)
    tambour_web_attribute (self->text, "aria-label", alternative);
  g_string_append (self->text, alternative != NULL ? " role=\"img\">" : " aria-hidden=\"true\">");
  for (guint i = start; i < end; i++)
    write_mark (self->text, &self->marks[i]);
  g_string_append (self->text, "</svg>");
}

/* What a chart says is its head and its values, each after a semicolon. */
static void
write_values (TambourWeb         *self,
              const char         *head,
              const char * const *values)
{
  /* Translators: opens the list of a chart's values; {0} is what the chart shows. */
  g_autofree char *summary = tambour_wording_fill (_("{0}: all values"), head, NULL);

  g_string_append (self->text, "<details><summary>");
  tambour_web_escape (self->text, summary);
  g_string_append (self->text, "</summary>\n<ul>\n");
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (self->text, "<li>");
      tambour_web_escape (self->text, values[i]);
      g_string_append (self->text, "</li>\n");
    }
  g_string_append (self->text, "</ul>\n</details>\n");
}

/**
 * tambour_web_picture:
 * @self: a page being written
 * @start: the first mark
 * @end: the mark after the last
 * @alternative: (nullable): what it says; %NULL is a decoration
 *
 * Writes marks as a picture in a line or a cell.
 */
void
tambour_web_picture (TambourWeb *self,
                     guint       start,
                     guint       end,
                     const char *alternative)
{
  write_svg (self, start, end, alternative);
}

/**
 * tambour_web_chart:
 * @self: a page being written
 * @start: the first mark
 * @end: the mark after the last
 * @alternative: what it says
 *
 * Writes marks as a figure, with its values as words below it where there are
 * more than a few.
 */
void
tambour_web_chart (TambourWeb *self,
                   guint       start,
                   guint       end,
                   const char *alternative)
{
  g_auto(GStrv) values = g_strsplit (alternative, "; ", -1);

  g_string_append (self->text, "<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
  tambour_web_attribute (self->text, "aria-label", values[0]);
  g_string_append_c (self->text, '>');
  write_svg (self, start, end, alternative);
  g_string_append (self->text, "</div>\n");
  if (g_strv_length (values) > FEW_VALUES)
    write_values (self, values[0], (const char * const *) values + 1);
  g_string_append (self->text, "</figure>\n");
}

/**
 * tambour_web_sign:
 * @self: a page being written
 * @mark: a sign
 *
 * Writes a sign that stands before its word, and is only seen.
 */
void
tambour_web_sign (TambourWeb        *self,
                  const TambourMark *mark)
{
  g_string_append_printf (self->text,
                          "<svg class=\"sign\" viewBox=\"-1.1 -1.1 2.2 2.2\" aria-hidden=\"true\">%s</svg> ",
                          sign_shape (mark->sign.sign));
}
