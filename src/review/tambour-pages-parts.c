/* tambour-pages-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>
#include <string.h>

#include "tambour-chart-cases.h"
#include "tambour-fact-text.h"
#include "tambour-pages-words.h"

#include "tambour-wording.h"

/* What pages of the deck and of the report share: heads, paragraphs, words beside figures. */

/**
 * tambour_pages_prior:
 * @self: pages
 * @fact: a figure
 * @was: a translated text with one place, such as “was {0}”
 *
 * Returns: (transfer full) (nullable): last year's value in words; %NULL if there is none
 */
char *
tambour_pages_prior (TambourPages *self,
                     TambourFact  *fact,
                     const char   *was)
{
  g_autofree char *before = NULL;

  if (fact == NULL || !self->facts->has_prior || !tambour_measure_is_known (&fact->prior))
    return NULL;

  before = fact->unit == TAMBOUR_UNIT_SHARE && fact->prior.of != TAMBOUR_NO_COUNT
             ? tambour_wording_of (fact->prior.n, fact->prior.of)
             : tambour_fact_before (fact);

  return tambour_wording_fill (was, before, NULL);
}

/**
 * tambour_pages_month:
 * @date: a day
 * @form: a translated text with places for the month and the two digits of its year
 *
 * Returns: (transfer full): the month of @date, for a chart, such as “Nov 24”
 */
char *
tambour_pages_month (TambourDate  date,
                     const char  *form)
{
  int year, month, day;
  g_autofree char *of_year = NULL;

  tambour_date_split (date, &year, &month, &day);
  of_year = g_strdup_printf ("%02d", year % 100);

  return tambour_wording_fill (form, tambour_wording_month (month), of_year, NULL);
}

/**
 * tambour_pages_draw_more:
 * @canvas: a page
 * @x: left edge in points
 * @y: upper edge
 * @width: how wide the block is
 * @n: how many rows are not shown
 *
 * Says below a table or chart that the report has more rows; nothing if it has not.
 *
 * Returns: the height in points
 */
double
tambour_pages_draw_more (TambourCanvas *canvas,
                         double         x,
                         double         y,
                         double         width,
                         guint          n)
{
  g_autofree char *more = tambour_pages_more (n, 0);

  return more ? tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_SECOND, more) : 0;
}

/**
 * tambour_pages_reason:
 * @fact: (nullable): a figure that is not known
 *
 * Returns: (transfer full): why not, as a whole sentence
 */
char *
tambour_pages_reason (const TambourFact *fact)
{
  if (fact == NULL || fact->now.reason == NULL)
    return g_strdup (_("The records of this period do not hold it."));

  return tambour_wording_fill (_("{0}."), _(fact->now.reason), NULL);
}

/**
 * tambour_pages_paragraph:
 * @canvas: a page
 * @x: left edge in points
 * @y: upper edge
 * @width: how wide it is
 * @text: a paragraph of the body
 * @end: below which it must not reach
 *
 * Returns: its height; 0 if it has no room and is not drawn
 */
double
tambour_pages_paragraph (TambourCanvas     *canvas,
                         double             x,
                         double             y,
                         double             width,
                         const TambourRich *text,
                         double             end)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY);
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, width, 0, tambour_canvas_get_rtl (canvas) };
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (text, &n_spans);
  g_autoptr(TambourShape) shape = tambour_shape_new (tambour_canvas_get_fonts (canvas), style, &fit, spans, n_spans);

  return y + shape->height > end ? 0 : tambour_page_paragraph (canvas, x, y, width, TAMBOUR_ROLE_BODY, text);
}

/**
 * tambour_pages_column:
 * @canvas: a page
 * @head: of a column of numbers
 * @width: that the column has in the design, @after included
 * @after: space to the next column
 *
 * Returns: a width in which the longest word of @head is not broken, in any language
 */
double
tambour_pages_column (TambourCanvas *canvas,
                      const char    *head,
                      double         width,
                      double         after)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_TABLE_HEAD);
  g_auto(GStrv) words = g_strsplit (head, " ", -1);

  for (guint i = 0; words[i]; i++)
    width = MAX (width, ceil (tambour_canvas_measure (canvas, style, words[i])) + 1 + after);

  return width;
}

/**
 * tambour_pages_more:
 * @n: how many there are
 * @n_shown: how many of them have room
 *
 * Returns: (transfer full) (nullable): where the others are; %NULL if all are shown
 */
char *
tambour_pages_more (guint n,
                    guint n_shown)
{
  g_autofree char *more = NULL;

  if (n_shown >= n)
    return NULL;

  more = tambour_wording_number (n - n_shown);

  return tambour_wording_fill (_("{0} more in the annual value report"), more, NULL);
}

/**
 * tambour_pages_durations:
 *
 * Returns: (transfer full): the names of the lines on an axis of durations
 */
GStrv
tambour_pages_durations (void)
{
  GStrv names = g_new0 (char *, TAMBOUR_N_DURATIONS + 1);

  for (guint i = 0; i < TAMBOUR_N_DURATIONS; i++)
    {
      gint64 seconds = llround (tambour_chart_duration (i) * TAMBOUR_HOUR);

      names[i] = seconds < TAMBOUR_DAY ? tambour_wording_duration (seconds) : tambour_wording_days (seconds / TAMBOUR_DAY);
    }

  return names;
}

/**
 * tambour_pages_find_case:
 * @self: pages
 * @id: of a case that a figure counts
 *
 * Returns: (transfer none) (nullable): the case
 */
TambourCase *
tambour_pages_find_case (TambourPages *self,
                         const char   *id)
{
  GPtrArray *lists = self->facts->records;

  for (guint i = 0; lists && i < lists->len; i++)
    {
      GPtrArray *records = lists->pdata[i];

      for (guint j = 0; j < records->len && TAMBOUR_IS_CASE (records->pdata[j]); j++)
        if (strcmp (tambour_record_get_id (records->pdata[j]), id) == 0)
          return records->pdata[j];
    }

  return NULL;
}

/**
 * tambour_pages_head:
 * @canvas: a page
 * @x: left edge in points
 * @y: upper edge
 * @width: how wide the block is
 * @head: a sentence, or a name
 * @addition: (nullable): what is measured; left out where @head needs the line
 *
 * Draws the head of a block on one line, whatever the language: what stands
 * below it has a fixed place.
 */
void
tambour_pages_head (TambourCanvas *canvas,
                    double         x,
                    double         y,
                    double         width,
                    const char    *head,
                    const char    *addition)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_HEAD);
  g_autofree char *separated = g_strconcat (" · ", addition, NULL);
  double natural = tambour_canvas_measure (canvas, &style, head);
  double rest;

  style.weight = 400;
  rest = addition ? tambour_canvas_measure (canvas, &style, separated) : 0;
  style.weight = 600;
  if (natural <= width)
    {
      tambour_page_head (canvas, x, y, width, head, natural + rest + 1 <= width ? addition : NULL);
      return;
    }

  style.size = MAX (style.size * width / natural - 0.1, 9);
  tambour_canvas_begin (canvas, TAMBOUR_TAG_HEAD, NULL);
  tambour_canvas_text (canvas, x, y, width, &style, TAMBOUR_WRAP_ELLIPSIS, TAMBOUR_ALIGN_START,
                       &(TambourSpan) { .text = head }, 1);
  tambour_canvas_end (canvas);
}
