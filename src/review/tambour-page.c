/* tambour-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-page.h"

/* The deck's frame, in points from the top (REPORT-DESIGN section 1). */
#define LABEL_TOP   30.0
#define TITLE_TOP   46.0
#define SOURCE_END  504.0
#define HAIRLINE    510.0
#define FOOTER_TOP  515.0
#define NUMBER_ROOM 100.0

/* The report's frame, from its body. */
#define RUNNING_HEAD 26.0
#define RUNNING_GAP  12.0
#define FOOT_RULE    10.0
#define FOOT_TEXT    14.0
#define BELOW_TITLE  9.75
#define BAND_BELOW   188.0
#define BAND_TITLE   22.0

/* A title has two lines at most; one that needs more becomes smaller. */
#define TITLE_LINES 2

typedef struct
{
  double size;
  double line;
  double tracking;
} Step;

static const Step deck_titles[] = { { 24, 30, -0.3 }, { 22, 28, -0.3 }, { 20, 26, -0.2 } };
static const Step report_titles[] = { { 18, 22.75, -0.25 }, { 16.5, 20.8, -0.2 }, { 15, 19.5, -0.15 } };
static const Step cover_names[] = { { 36, 42, -0.8 }, { 28, 34, -0.6 }, { 22, 28, -0.4 } };
static const Step band_names[] = { { 28, 34, -0.6 }, { 22, 28, -0.4 } };

static gboolean
is_deck (TambourCanvas *canvas)
{
  return tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK;
}

/* Returns: (transfer full): @text in the largest of @steps that takes no more than @max_lines */
static TambourShape *
shape_in_steps (TambourCanvas *canvas,
                const Step    *steps,
                guint          n_steps,
                TambourTone    tone,
                double         width,
                guint          max_lines,
                const char    *text)
{
  TambourTextFit fit = { TAMBOUR_WRAP_BALANCED, width, max_lines, tambour_canvas_get_rtl (canvas) };
  g_autoptr(TambourShape) shape = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      TambourTextStyle style = { steps[i].size, steps[i].line, steps[i].tracking, 600, tone, FALSE };

      g_clear_pointer (&shape, tambour_shape_unref);
      shape = tambour_shape_new_plain (tambour_canvas_get_fonts (canvas), &style, &fit, text);
      if (!shape->cut)
        break;
    }

  return g_steal_pointer (&shape);
}

static double
draw_title (TambourCanvas *canvas,
            double         x,
            double         y,
            double         width,
            const char    *title,
            const char    *shorter)
{
  const Step *steps = is_deck (canvas) ? deck_titles : report_titles;
  guint n_steps = G_N_ELEMENTS (deck_titles);
  g_autoptr(TambourShape) shape =
    shape_in_steps (canvas, steps, n_steps, TAMBOUR_TONE_INK, width, TITLE_LINES, title);

  if (shape->cut && shorter != NULL)
    {
      g_clear_pointer (&shape, tambour_shape_unref);
      shape = shape_in_steps (canvas, steps, n_steps, TAMBOUR_TONE_INK, width, TITLE_LINES, shorter);
    }

  tambour_canvas_begin (canvas, TAMBOUR_TAG_TITLE, NULL);
  tambour_canvas_shape (canvas, x, y, width, TAMBOUR_ALIGN_START, shape);
  tambour_canvas_end (canvas);

  return shape->height;
}

static void
draw_line_of (TambourCanvas          *canvas,
              double                  x,
              double                  y,
              double                  width,
              const TambourTextStyle *style,
              TambourAlign            align,
              const char             *text)
{
  if (text != NULL && text[0] != '\0')
    tambour_canvas_text (canvas, x, y, width, style, TAMBOUR_WRAP_ELLIPSIS, align,
                         &(TambourSpan) { .text = text }, 1);
}

static void
draw_number (TambourCanvas *canvas,
             double         end,
             double         y,
             const char    *number)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_SOURCE);

  style.weight = 600;
  style.tone = TAMBOUR_TONE_INK;
  draw_line_of (canvas, end - NUMBER_ROOM, y, NUMBER_ROOM, &style, TAMBOUR_ALIGN_END, number);
}

/* The source line ends where it ends and grows upwards, to two lines. */
static void
draw_source (TambourCanvas *canvas,
             const char    *text)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_SOURCE);
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, TAMBOUR_DECK_WIDTH, 2, tambour_canvas_get_rtl (canvas) };
  g_autoptr(TambourShape) shape = NULL;

  if (text == NULL || text[0] == '\0')
    return;

  shape = tambour_shape_new_plain (tambour_canvas_get_fonts (canvas), style, &fit, text);
  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  tambour_canvas_shape (canvas, TAMBOUR_DECK_MARGIN, SOURCE_END - shape->height, TAMBOUR_DECK_WIDTH,
                        TAMBOUR_ALIGN_START, shape);
  tambour_canvas_end (canvas);
}

static double
draw_deck_frame (TambourCanvas          *canvas,
                 const TambourPageFrame *frame)
{
  const TambourTextStyle *foot = tambour_canvas_style (canvas, TAMBOUR_ROLE_SOURCE);
  double x = TAMBOUR_DECK_MARGIN, width = TAMBOUR_DECK_WIDTH;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  draw_line_of (canvas, x, LABEL_TOP, width, tambour_canvas_style (canvas, TAMBOUR_ROLE_SECTION),
                TAMBOUR_ALIGN_START, frame->label);
  tambour_canvas_end (canvas);

  draw_title (canvas, x, TITLE_TOP, width, frame->title, frame->shorter);
  draw_source (canvas, frame->source);

  tambour_canvas_begin (canvas, TAMBOUR_TAG_ARTIFACT, NULL);
  tambour_canvas_rect (canvas, x, HAIRLINE, width, 0.5, TAMBOUR_TONE_RULE);
  draw_line_of (canvas, x, FOOTER_TOP, width - NUMBER_ROOM, foot, TAMBOUR_ALIGN_START, frame->footer);
  draw_number (canvas, x + width, FOOTER_TOP, frame->number);
  tambour_canvas_end (canvas);

  return TAMBOUR_DECK_BODY;
}

static void
draw_report_foot (TambourCanvas *canvas,
                  double         x,
                  double         y,
                  const char    *footer,
                  const char    *source,
                  const char    *number,
                  gboolean       ruled)
{
  g_autoptr(TambourRich) text = tambour_rich_new (footer);

  if (source != NULL && footer != NULL)
    tambour_rich_add (text, " · ");
  tambour_rich_add (text, source ? source : "");

  tambour_canvas_begin (canvas, TAMBOUR_TAG_ARTIFACT, NULL);
  if (ruled)
    tambour_canvas_rect (canvas, x, y + FOOT_RULE, TAMBOUR_REPORT_WIDTH, 0.5, TAMBOUR_TONE_RULE);
  tambour_canvas_rich (canvas, x, y + FOOT_TEXT, TAMBOUR_REPORT_WIDTH - 56,
                       tambour_canvas_style (canvas, TAMBOUR_ROLE_SOURCE), text);
  draw_number (canvas, x + TAMBOUR_REPORT_WIDTH, y + FOOT_TEXT, number);
  tambour_canvas_end (canvas);
}

/* The account at the start and the document at the end; names take what documents leave. */
static void
draw_running_head (TambourCanvas          *canvas,
                   const TambourPageFrame *frame,
                   double                  x,
                   double                  y)
{
  TambourTextStyle running = *tambour_canvas_style (canvas, TAMBOUR_ROLE_SECTION);
  double end;

  running.weight = 400;
  running.tone = TAMBOUR_TONE_INK3;
  end = frame->document ? tambour_canvas_measure (canvas, &running, frame->document) : 0;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_ARTIFACT, NULL);
  draw_line_of (canvas, x, y, TAMBOUR_REPORT_WIDTH - end - RUNNING_GAP, &running, TAMBOUR_ALIGN_START, frame->account);
  draw_line_of (canvas, x + TAMBOUR_REPORT_WIDTH - end - 1, y, end + 1, &running, TAMBOUR_ALIGN_END, frame->document);
  tambour_canvas_end (canvas);
}

static double
draw_section (TambourCanvas          *canvas,
              const TambourPageFrame *frame,
              double                  x,
              double                  y)
{
  const TambourTextStyle *label = tambour_canvas_style (canvas, TAMBOUR_ROLE_SECTION);
  double width = TAMBOUR_REPORT_WIDTH;
  double end = y + label->line;

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  draw_line_of (canvas, x, y, width, label, TAMBOUR_ALIGN_START, frame->label);
  tambour_canvas_end (canvas);
  if (frame->title != NULL)
    end += draw_title (canvas, x, end, width, frame->title, frame->shorter);

  return end + BELOW_TITLE;
}

static double
draw_report_frame (TambourCanvas          *canvas,
                   const TambourPageFrame *frame)
{
  double x, y, end;

  tambour_page_body_origin (canvas, &x, &y);
  draw_running_head (canvas, frame, x, y - RUNNING_HEAD);
  end = draw_section (canvas, frame, x, y);
  draw_report_foot (canvas, x, y + TAMBOUR_REPORT_HEIGHT, frame->footer, frame->source, frame->number, TRUE);

  return end;
}

/**
 * tambour_deck_x:
 * @column: one of twelve, from 0
 *
 * Returns: where the column starts on the deck, in points
 */
double
tambour_deck_x (guint column)
{
  return TAMBOUR_DECK_MARGIN + 74.0 * column;
}

/**
 * tambour_deck_w:
 * @columns: of twelve
 *
 * Returns: the width of that many columns of the deck, in points
 */
double
tambour_deck_w (guint columns)
{
  return 74.0 * columns - 24.0;
}

/**
 * tambour_page_body_origin:
 * @x: (out): in points
 * @y: (out): in points
 *
 * Says where the body of the page starts: the same body on A4 and on Letter.
 */
void
tambour_page_body_origin (TambourCanvas *canvas,
                          double        *x,
                          double        *y)
{
  switch (tambour_canvas_get_paper (canvas))
    {
    case TAMBOUR_PAPER_DECK:
      *x = TAMBOUR_DECK_MARGIN;
      *y = TAMBOUR_DECK_BODY;
      return;

    case TAMBOUR_PAPER_A4:
      *x = 51.6;
      *y = 78;
      return;

    case TAMBOUR_PAPER_LETTER:
      *x = 60;
      *y = 54;
      return;
    }

  g_assert_not_reached ();
}

/**
 * tambour_page_frame:
 *
 * Draws all of a page but its body.
 *
 * Returns: where the body starts, in points from the top
 */
double
tambour_page_frame (TambourCanvas          *canvas,
                    const TambourPageFrame *frame)
{
  return is_deck (canvas) ? draw_deck_frame (canvas, frame) : draw_report_frame (canvas, frame);
}

/**
 * tambour_page_section:
 * @canvas: a page of the report
 * @y: where it stands, in points
 * @frame: its label and title
 *
 * Draws the label and the title of what goes on below something else.
 *
 * Returns: where the text below them starts, in points from the top
 */
double
tambour_page_section (TambourCanvas          *canvas,
                      double                  y,
                      const TambourPageFrame *frame)
{
  double x, top;

  tambour_page_body_origin (canvas, &x, &top);

  return draw_section (canvas, frame, x, y);
}

/**
 * tambour_page_band:
 *
 * Draws the accent band of the report's first page, its title and its foot.
 *
 * Returns: where the text below the title starts, in points from the top
 */
double
tambour_page_band (TambourCanvas         *canvas,
                   const TambourPageBand *band)
{
  TambourTextStyle head = { 11, 13, 0, 600, TAMBOUR_TONE_PAPER, FALSE };
  TambourTextStyle label = { 10.5, 13, 0, 600, TAMBOUR_TONE_PAPER, FALSE };
  TambourTextStyle note = { 9.5, 13, 0, 400, TAMBOUR_TONE_PAPER, FALSE };
  double width = TAMBOUR_REPORT_WIDTH;
  g_autoptr(TambourShape) name = NULL;
  double x, y, at;

  tambour_page_body_origin (canvas, &x, &y);
  name = shape_in_steps (canvas, band_names, G_N_ELEMENTS (band_names), TAMBOUR_TONE_PAPER, width, 2,
                         band->name);

  tambour_canvas_rect (canvas, 0, 0, tambour_canvas_get_width (canvas), y + BAND_BELOW, TAMBOUR_TONE_ACCENT);
  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  draw_line_of (canvas, x, y - RUNNING_HEAD, width, &head, TAMBOUR_ALIGN_START, band->product);
  at = y - RUNNING_HEAD + 13 + 52;
  draw_line_of (canvas, x, at, width, &label, TAMBOUR_ALIGN_START, band->label);
  at += 13 + 4;
  tambour_canvas_shape (canvas, x, at, width, TAMBOUR_ALIGN_START, name);
  at += name->height + 10;
  draw_line_of (canvas, x, at, width, &note, TAMBOUR_ALIGN_START, band->period);
  if (band->prepared != NULL)
    tambour_canvas_plain (canvas, x, at + note.line, width, &note, band->prepared);
  tambour_canvas_end (canvas);

  at = y + BAND_BELOW + BAND_TITLE;
  at += draw_title (canvas, x, at, width, band->title, band->shorter) + BELOW_TITLE;
  draw_report_foot (canvas, x, y + TAMBOUR_REPORT_HEIGHT, band->footer, NULL, band->number, FALSE);

  return at;
}

static void
draw_cover_panel (TambourCanvas          *canvas,
                  const TambourPageCover *cover)
{
  const TambourTextStyle caption = { 9, 12.5, 0, 400, TAMBOUR_TONE_PAPER, FALSE };

  tambour_canvas_begin (canvas, TAMBOUR_TAG_ARTIFACT, NULL);
  tambour_canvas_rect (canvas, 504, 0, 456, 540, TAMBOUR_TONE_ACCENT);
  tambour_canvas_end (canvas);

  if (cover->caption != NULL)
    {
      tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
      tambour_canvas_plain (canvas, 564, 474, 348, &caption, cover->caption);
      tambour_canvas_end (canvas);
    }
}

/**
 * tambour_page_cover:
 *
 * Draws the deck's first page but for the dot calendar in its panel.
 */
void
tambour_page_cover (TambourCanvas          *canvas,
                    const TambourPageCover *cover)
{
  const TambourTextStyle product = { 14, 17, 0.2, 600, TAMBOUR_TONE_INK, FALSE };
  const TambourTextStyle label = { 12, 18, 0, 600, TAMBOUR_TONE_ACCENT, FALSE };
  const TambourTextStyle verdict = { 14, 21, 0, 400, TAMBOUR_TONE_INK2, FALSE };
  double x = TAMBOUR_DECK_MARGIN;
  g_autoptr(TambourShape) name =
    shape_in_steps (canvas, cover_names, G_N_ELEMENTS (cover_names), TAMBOUR_TONE_INK, 420, 3, cover->name);
  double top = name->n_lines > 2 ? 118 : 168;
  double y = top + label.line + 6;

  draw_cover_panel (canvas, cover);

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  draw_line_of (canvas, x, 48, 420, &product, TAMBOUR_ALIGN_START, cover->product);
  draw_line_of (canvas, x, top, 420, &label, TAMBOUR_ALIGN_START, cover->label);
  tambour_canvas_end (canvas);

  tambour_canvas_begin (canvas, TAMBOUR_TAG_TITLE, NULL);
  tambour_canvas_shape (canvas, x, y, 420, TAMBOUR_ALIGN_START, name);
  tambour_canvas_end (canvas);

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  tambour_canvas_text (canvas, x, y + name->height + 18, 380, &verdict, TAMBOUR_WRAP_BALANCED,
                       TAMBOUR_ALIGN_START, &(TambourSpan) { .text = cover->verdict }, 1);
  tambour_canvas_end (canvas);

  tambour_page_facts (canvas, x, 420, 84, 420, cover->facts, cover->n_facts);

  tambour_canvas_begin (canvas, TAMBOUR_TAG_PARAGRAPH, NULL);
  draw_line_of (canvas, x, FOOTER_TOP, 420, tambour_canvas_style (canvas, TAMBOUR_ROLE_SOURCE),
                TAMBOUR_ALIGN_START, cover->confidential);
  tambour_canvas_end (canvas);
}
