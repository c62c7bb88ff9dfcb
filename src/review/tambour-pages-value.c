/* tambour-pages-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-value.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define TABLE_TOP        140.0
#define TABLE_ROOM       184.0
#define TALL_ROOM        330.0
#define CURVE_TOP        330.0
#define CURVE_HEIGHT     124.0
#define ASSUMPTIONS_TOP  264.0
#define EMPTY_HEIGHT     150.0
#define BAR              10.0
#define PARAGRAPH_GAP    5.0

/* --- what was counted ---------------------------------------------------------- */

/* @share of the largest line. */
typedef struct
{
  double share;
} Bar;

static void
draw_bar (TambourCanvas *canvas,
          double         width,
          double         height,
          gpointer       data)
{
  Bar *bar = data;

  tambour_canvas_rect (canvas, 0, (height - BAR) / 2, width * bar->share, BAR, TAMBOUR_TONE_ACCENT);
}

/**
 * tambour_pages_money:
 * @facts: the facts
 * @minor: how much, in minor units
 *
 * Returns: the amount, in the currency of the value
 */
TambourMoney
tambour_pages_money (TambourFacts *facts,
                     double        minor)
{
  TambourMoney money = { .minor = llround (minor) };

  g_strlcpy (money.currency, facts->value.currency, sizeof money.currency);

  return money;
}

static void
add_amount (TambourTable *table,
            TambourFacts *facts,
            double        minor,
            int           weight,
            TambourTone   tone)
{
  g_autofree char *amount = tambour_wording_amount (tambour_pages_money (facts, minor));

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = amount, .weight = weight, .tone = tone });
}

/**
 * tambour_pages_value_line:
 * @table: of effect, computation, gross, share and counted
 * @facts: the facts
 * @line: a line of the value
 *
 * Adds a row about @line; a further cell may follow.
 */
void
tambour_pages_value_line (TambourTable           *table,
                          TambourFacts           *facts,
                          const TambourValueLine *line)
{
  g_autofree char *share = tambour_wording_percent (line->share * 100, 0);
  g_autofree char *formula = tambour_wording_formula (line->formula);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = line->title, .weight = 600 });
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, formula);
  add_amount (table, facts, line->gross, 400, TAMBOUR_TONE_NONE);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, share);
  add_amount (table, facts, line->counted, 600, TAMBOUR_TONE_NONE);
}

/* A line that got worse is negative, and has no bar. */
static void
add_line (TambourTable           *table,
          TambourFacts           *facts,
          const TambourValueLine *line,
          double                  largest)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->share = largest > 0 ? MAX (0, line->counted / largest) : 0;
  tambour_pages_value_line (table, facts, line);
  tambour_table_cell_draw (table, draw_bar, bar, g_free);
}

/* What has no row of its own, so that the columns still add up. */
static void
add_rest (TambourTable *table,
          TambourFacts *facts,
          guint         n_shown)
{
  GArray *lines = facts->value.lines;
  g_autofree char *more = tambour_pages_more (lines->len, n_shown);
  double gross = 0, counted = 0;

  if (more == NULL)
    return;

  for (guint i = n_shown; i < lines->len; i++)
    {
      gross += g_array_index (lines, TambourValueLine, i).gross;
      counted += g_array_index (lines, TambourValueLine, i).counted;
    }

  tambour_table_add_row (table);
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, more);
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, "");
  add_amount (table, facts, gross, 400, TAMBOUR_TONE_NONE);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, "");
  add_amount (table, facts, counted, 600, TAMBOUR_TONE_NONE);
}

/**
 * tambour_pages_value_total:
 * @table: of effect, computation, gross, share, counted and one more
 * @facts: the facts
 *
 * Adds the row of the total, with last year's and what it is of the fee.
 */
void
tambour_pages_value_total (TambourTable *table,
                           TambourFacts *facts)
{
  TambourValueFacts *value = &facts->value;
  gboolean compared = facts->has_prior && tambour_fact_has_prior (value->total);
  g_autofree char *amount = compared ? tambour_wording_amount (tambour_pages_money (facts, value->total->prior.value)) : NULL;
  g_autofree char *before = compared ? tambour_wording_fill (_("last year, same method: {0}"), amount, NULL) : g_strdup ("");
  g_autofree char *times = tambour_fact_is_known (value->ratio) ? tambour_fact_now (value->ratio) : NULL;

  tambour_table_add_total (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = _("Counted"), .weight = 600 });
  tambour_table_cell (table, TAMBOUR_ROLE_SECOND, before);
  add_amount (table, facts, value->gross->now.value, 400, TAMBOUR_TONE_NONE);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, "");
  add_amount (table, facts, value->total->now.value, 600, TAMBOUR_TONE_ACCENT);
  /* Translators: the counted value as a multiple of the fee, such as “1.5 × the fee”. */
  if (times)
    tambour_table_cell_rich (table, TAMBOUR_ROLE_SECOND, tambour_statement_say (_("<b>{0}</b> the fee"), times, NULL));
}

/* @gross and @counted are the heads of two columns, kept by the caller. */
static TambourTable *
make_table (TambourFacts  *facts,
            TambourCanvas *canvas,
            const char    *gross,
            const char    *counted,
            guint          n)
{
  const TambourColumn columns[] = {
    { _("Effect"), 140, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Computation"), 160, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { gross, 58, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Share"), tambour_pages_column (canvas, _("Share"), 50, 8), 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { counted, 68, 14, TAMBOUR_ALIGN_END, NULL, NULL },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  double largest = 0;

  for (guint i = 0; i < facts->value.lines->len; i++)
    largest = MAX (largest, g_array_index (facts->value.lines, TambourValueLine, i).counted);
  for (guint i = 0; i < n; i++)
    add_line (table, facts, &g_array_index (facts->value.lines, TambourValueLine, i), largest);
  add_rest (table, facts, n);
  tambour_pages_value_total (table, facts);

  return table;
}

/* Returns: where it ends */
static double
draw_lines (TambourPages  *self,
            TambourCanvas *canvas,
            double         room)
{
  TambourFacts *facts = self->facts;
  const char *sign = tambour_wording_currency (facts->value.currency);
  g_autofree char *gross = tambour_wording_fill (_("Gross {0}"), sign, NULL);
  g_autofree char *counted = tambour_wording_fill (_("Counted {0}"), sign, NULL);
  double width = tambour_deck_w (8), height = 0;

  tambour_pages_head (canvas, TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, width, _("What was counted, and how"), NULL);
  if (!tambour_fact_is_known (facts->value.total))
    return TABLE_TOP +
           tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, TABLE_TOP, width, EMPTY_HEIGHT, NULL,
                               _("Nothing is counted: an effect counts when its amount, its share and its acceptance are recorded."),
                               NULL);

  for (guint n = facts->value.lines->len; n > 0; n--)
    {
      g_autoptr(TambourTable) table = make_table (facts, canvas, gross, counted, n);

      if (tambour_table_get_height (table, width) > room && n > 1)
        continue;
      tambour_table_draw (table, canvas, TAMBOUR_DECK_MARGIN, TABLE_TOP, width, TALL_ROOM, 0, &height);
      break;
    }

  return TABLE_TOP + height;
}

/* --- by how much of the shared effects is counted ------------------------------- */

/**
 * tambour_pages_value_parts:
 * @facts: the facts
 * @full: (out): what is counted whatever the share, in minor units
 * @shared: (out): what is shared, before its share is taken
 *
 * Sums up the lines of the value.
 */
void
tambour_pages_value_parts (TambourFacts *facts,
                           double       *full,
                           double       *shared)
{
  *full = *shared = 0;
  for (guint i = 0; i < facts->value.lines->len; i++)
    {
      const TambourValueLine *line = &g_array_index (facts->value.lines, TambourValueLine, i);

      if (line->share < 1)
        *shared += line->gross;
      else
        *full += line->gross;
    }
}

/**
 * tambour_pages_has_curve:
 * @facts: the facts
 *
 * Without shared effects there is nothing to vary, with losses among them no line to read.
 *
 * Returns: whether the value depends on the share that is counted
 */
gboolean
tambour_pages_has_curve (TambourFacts *facts)
{
  double full, shared;

  tambour_pages_value_parts (facts, &full, &shared);

  return tambour_fact_is_known (facts->value.total) && shared > 0;
}

/**
 * tambour_pages_curve:
 * @self: pages
 * @canvas: a page
 * @place: where it stands
 * @alternative: what it shows
 *
 * Draws the value by the share that is counted of shared effects, without a head.
 *
 * Returns: its height
 */
double
tambour_pages_curve (TambourPages            *self,
                     TambourCanvas           *canvas,
                     const TambourPagesPlace *place,
                     const char              *alternative)
{
  TambourFacts *facts = self->facts;
  TambourValueFacts *value = &facts->value;
  gboolean has_fee = tambour_fact_is_known (value->fee);
  double full, shared, share;
  g_autofree char *least = NULL, *most = NULL, *counted = NULL, *percent = NULL, *fee = NULL, *even = NULL;
  g_autofree char *counted_label = NULL, *fee_label = NULL, *even_label = NULL;

  tambour_pages_value_parts (facts, &full, &shared);
  share = (value->total->now.value - full) / shared;
  least = tambour_wording_money_short (tambour_pages_money (facts, full));
  most = tambour_wording_money_short (tambour_pages_money (facts, full + shared));
  counted = tambour_fact_big (value->total, FALSE);
  percent = tambour_wording_percent (share * 100, 0);
  counted_label = tambour_wording_fill (_("counted: {0}, {1}"), percent, counted, NULL);
  if (has_fee)
    {
      fee = tambour_fact_big (value->fee, FALSE);
      fee_label = tambour_wording_fill (_("fee {0}"), fee, NULL);
    }
  if (tambour_fact_is_known (value->break_even))
    {
      even = tambour_wording_percent (value->break_even->now.value * 100, 0);
      even_label = tambour_wording_fill (_("break-even at {0}"), even, NULL);
    }

  return tambour_chart_sensitivity (canvas, place->x, place->top, place->width, place->height,
                                    &(TambourSensitivityChart) {
                                      alternative, full, shared, share, has_fee ? value->fee->now.value : NAN,
                                      even ? value->break_even->now.value : NAN, least, most, counted_label, fee_label,
                                      even_label });
}

static void
draw_curve (TambourPages  *self,
            TambourCanvas *canvas,
            double         y)
{
  const char *head = _("Total value, by how much of the shared effects is counted");
  g_autofree char *note = tambour_findings_break_even_note (self->facts);
  double used = tambour_page_ruled_head (canvas, TAMBOUR_DECK_MARGIN, y, tambour_deck_w (8), TAMBOUR_TONE_INK, head, note);

  tambour_pages_curve (self, canvas, &(TambourPagesPlace) { TAMBOUR_DECK_MARGIN, y, y + used + 4, tambour_deck_w (8), CURVE_HEIGHT, 0 },
                       head);
}

/* --- what was not counted -------------------------------------------------------- */

static gboolean
is_like (const TambourNotCountedFact *one,
         const TambourNotCountedFact *other)
{
  return one->note == NULL && other->note == NULL && g_strcmp0 (one->reason, other->reason) == 0;
}

/* Those that are not counted for the same reason are told together, at the first of them. */
static gboolean
is_told (GArray *effects,
         guint   i)
{
  for (guint j = 0; j < i; j++)
    if (is_like (&g_array_index (effects, TambourNotCountedFact, j), &g_array_index (effects, TambourNotCountedFact, i)))
      return TRUE;

  return FALSE;
}

/* An effect without an amount says why in the records' words, others by the rule. */
static TambourRich *
write_not_counted (GArray *effects,
                   guint   i,
                   guint  *n_told)
{
  const TambourNotCountedFact *effect = &g_array_index (effects, TambourNotCountedFact, i);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  *n_told = 1;
  if (effect->note)
    {
      text = tambour_wording_fill (_("{0}. {1}"), effect->title, effect->note, NULL);
      return tambour_rich_new (text);
    }

  for (guint j = i; j < effects->len; j++)
    if (is_like (effect, &g_array_index (effects, TambourNotCountedFact, j)))
      g_ptr_array_add (names, (char *) g_array_index (effects, TambourNotCountedFact, j).title);
  *n_told = names->len;
  g_ptr_array_add (names, NULL);
  list = tambour_wording_list ((const char * const *) names->pdata);
  text = tambour_wording_fill (_("{0}. {1}."), list, _(effect->reason), NULL);

  return tambour_rich_new (text);
}

/**
 * tambour_pages_list_not_counted:
 * @facts: the facts
 *
 * Returns: (transfer full) (element-type TambourRich): what is not counted and why, a paragraph
 *   for each reason
 */
GPtrArray *
tambour_pages_list_not_counted (TambourFacts *facts)
{
  GArray *effects = facts->value.not_counted;
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_rich_free);

  for (guint i = 0; i < effects->len; i++)
    {
      guint n_told;

      if (!is_told (effects, i))
        g_ptr_array_add (texts, write_not_counted (effects, i, &n_told));
    }

  return texts;
}

static void
draw_not_counted (TambourPages  *self,
                  TambourCanvas *canvas)
{
  GArray *effects = self->facts->value.not_counted;
  double x = tambour_deck_x (8), y = TAMBOUR_DECK_BODY + 22, width = tambour_deck_w (4);
  guint n_shown = 0;
  g_autofree char *more = NULL;

  tambour_pages_head (canvas, x, TAMBOUR_DECK_BODY, width, _("What we did not count"), NULL);
  if (effects->len == 0)
    tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_BODY, _("Every effect that was named is counted."));

  for (guint i = 0; i < effects->len; i++)
    {
      guint n_told;
      g_autoptr(TambourRich) text = write_not_counted (effects, i, &n_told);
      double end = ASSUMPTIONS_TOP - 8 - (n_shown + n_told < effects->len ? 18 : 0);
      double height = is_told (effects, i) ? 0 : tambour_pages_paragraph (canvas, x, y, width, text, end);

      if (height > 0)
        {
          y += height + PARAGRAPH_GAP;
          n_shown += n_told;
        }
    }

  more = tambour_pages_more (effects->len, n_shown);
  if (more)
    tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_SECOND, more);
}

/* --- assumptions ------------------------------------------------------------------ */

/**
 * tambour_pages_rate:
 * @rate: a rate
 *
 * Returns: (transfer full): its value: “€345”, “3.5 h”
 */
char *
tambour_pages_rate (const TambourRateFact *rate)
{
  g_autofree char *number = NULL;
  g_autofree char *with_unit = NULL;

  if (rate->amount.minor != TAMBOUR_NO_COUNT)
    return tambour_wording_money_exact (rate->amount);
  if (!isfinite (rate->number))
    return g_strdup ("–");

  number = tambour_wording_decimal (rate->number, round (rate->number * 10) == rate->number * 10 ? 1 : 2);
  with_unit = g_strconcat (number, TAMBOUR_NBSP, rate->unit, NULL);

  return rate->unit ? g_steal_pointer (&with_unit) : g_steal_pointer (&number);
}

/* What it is, who agreed to it, and when unless that is the same for all. */
static void
add_rate (TambourTable          *table,
          const TambourRateFact *rate,
          gboolean               with_date)
{
  g_autofree char *value = tambour_pages_rate (rate);
  g_autofree char *date = tambour_wording_date (rate->agreed_on, TAMBOUR_DATE_FORM_SHORT);
  g_autofree char *addition = NULL;
  TambourRich *name = tambour_rich_new (rate->title ? rate->title : rate->code);

  if (with_date && rate->agreed_by)
    addition = g_strconcat (" · ", rate->agreed_by, ", ", date, NULL);
  else if (with_date || rate->agreed_by)
    addition = g_strconcat (" · ", with_date ? date : rate->agreed_by, NULL);
  if (addition)
    tambour_rich_add_grey (name, addition);

  tambour_table_add_row (table);
  tambour_table_cell_rich (table, TAMBOUR_ROLE_SECOND, name);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, value);
}

static gboolean
have_one_date (GArray *rates)
{
  for (guint i = 1; i < rates->len; i++)
    if (g_array_index (rates, TambourRateFact, i).agreed_on.julian != g_array_index (rates, TambourRateFact, 0).agreed_on.julian)
      return FALSE;

  return TRUE;
}

/* A number is never broken, whatever its currency is called. */
static double
measure_rates (TambourCanvas *canvas,
               GArray        *rates,
               guint          n)
{
  TambourTextStyle style = *tambour_canvas_style (canvas, TAMBOUR_ROLE_CELL);
  double widest = 0;

  style.tabular = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = tambour_pages_rate (&g_array_index (rates, TambourRateFact, i));

      widest = MAX (widest, tambour_canvas_measure (canvas, &style, value));
    }

  return ceil (widest) + 2;
}

static TambourTable *
make_rates (TambourCanvas *canvas,
            GArray        *rates,
            guint          n,
            gboolean       compact)
{
  const TambourColumn columns[] = {
    { NULL, 0, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, measure_rates (canvas, rates, n), 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_padding (table, compact ? 2 : 5, compact ? 2 : 5);
  for (guint i = 0; i < n; i++)
    add_rate (table, &g_array_index (rates, TambourRateFact, i), !have_one_date (rates));

  return table;
}

static void
draw_rates (TambourPages  *self,
            TambourCanvas *canvas)
{
  GArray *rates = self->facts->value.rates;
  double x = tambour_deck_x (8), width = tambour_deck_w (4);
  g_autofree char *head = tambour_findings_rates_head (self->facts);
  double y = ASSUMPTIONS_TOP + 2 + tambour_page_ruled_head (canvas, x, ASSUMPTIONS_TOP, width, TAMBOUR_TONE_INK, head, NULL);
  double room = TAMBOUR_DECK_BODY_END - y, height = 0;

  if (rates->len == 0)
    tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_BODY,
                       _("No rate is agreed. What needs one is not counted; it is never an estimate of ours."));

  for (guint n = rates->len; n > 0; n--)
    for (int compact = FALSE; compact <= TRUE; compact++)
      {
        g_autoptr(TambourTable) table = make_rates (canvas, rates, n, compact);
        g_autofree char *more = tambour_pages_more (rates->len, n);

        if (n > 1 && tambour_table_get_height (table, width) > room - (more ? 18 : 0))
          continue;
        tambour_table_draw (table, canvas, x, y, width, TALL_ROOM, 0, &height);
        if (more)
          tambour_page_text (canvas, x, y + height + 3, width, TAMBOUR_ROLE_SECOND, more);
        return;
      }
}

/**
 * tambour_pages_value:
 * @self: pages
 *
 * Adds the page of value: what was counted and how, what was not, the assumptions, and from
 * which share on the plan pays for itself.
 */
void
tambour_pages_value (TambourPages *self)
{
  TambourValueFacts *value = &self->facts->value;
  TambourPageWords words = {
    .label = _("Value statement"),
    .title = tambour_findings_value_title (self->facts, FALSE),
    .shorter = tambour_findings_value_title (self->facts, TRUE),
    .source = g_strdup (_("Share: 100% where an invoice or a count alone shows it, 50% where the effect is shared with your own "
                          "team’s work. Last year is recomputed with this year’s rates. Sources: value entries, rates, agreements.")),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_VALUE, words);
  TambourFact *told[] = { value->total, value->gross, value->fee, value->ratio, value->break_even };
  gboolean varies = tambour_pages_has_curve (self->facts);
  double end = draw_lines (self, canvas, varies ? TABLE_ROOM : TALL_ROOM);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (tambour_fact_is_known (told[i]))
      tambour_pages_use (self, TAMBOUR_CHAPTER_VALUE, told[i]);
  if (varies)
    draw_curve (self, canvas, MAX (CURVE_TOP, end + 12));
  draw_not_counted (self, canvas);
  draw_rates (self, canvas);
}
