/* tambour-pages-year.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* Places on the page, in points (REPORT-DESIGN section 4). */
#define TILES_TOP   124.0
#define TILE_STEP   177.6
#define TILE_WIDTH  153.6
#define LISTS_TOP   258.0

#define FEW_RESOLVED 3 /* of fewer there is no median */
#define MOST_TILES  5
#define MOST_POINTS 3
#define MOST_ASKED  4

/* --- tiles ------------------------------------------------------------------ */

typedef struct
{
  TambourFact *fact;
  const char  *label;
} Tile;

static void
add_tile (GArray      *tiles,
          TambourFact *fact,
          const char  *label)
{
  Tile tile = { fact, label };

  if (tambour_fact_is_known (fact) && tiles->len < MOST_TILES)
    g_array_append_val (tiles, tile);
}

static gboolean
had_outages (const TambourServiceFacts *service)
{
  return tambour_fact_count (service->opened[TAMBOUR_PRIORITY_P1]) > 0 ||
         (service->outage && tambour_fact_has_prior (service->outage) && service->outage->prior.value > 0);
}

/* The five figures of a year; what is not measured makes room for what is. */
static GArray *
choose_tiles (TambourFacts *facts)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  const TambourServiceFacts *service = &facts->service;
  gboolean promised = tambour_fact_is_known (facts->value.total) || tambour_fact_is_known (service->met);

  add_tile (tiles, facts->value.total, _("Value counted"));
  add_tile (tiles, service->met, _("Response targets met"));
  if (promised && had_outages (service))
    add_tile (tiles, service->outage, _("Outage time"));
  add_tile (tiles, facts->usage.coverage_now, _("Users protected"));
  add_tile (tiles, facts->audits.score, _("Audit score, of 100"));
  add_tile (tiles, service->total, _("Cases opened"));
  if (service->resolve_all.hours && service->resolve_all.hours->len >= FEW_RESOLVED)
    add_tile (tiles, service->resolve_all.median, _("Time to resolve, median"));
  add_tile (tiles, service->resolve_all.p90, _("9 in 10 resolved within"));
  add_tile (tiles, service->open, _("Still open"));
  if (!promised && had_outages (service))
    add_tile (tiles, service->outage, _("Outage time"));
  add_tile (tiles, facts->continuity.stayed_closed, _("Stayed closed"));

  return tiles;
}

static double
get_full (const TambourFact *fact)
{
  switch (fact->unit)
    {
    case TAMBOUR_UNIT_SHARE:
      return 1;
    case TAMBOUR_UNIT_SCORE:
      return 100;
    case TAMBOUR_UNIT_COUNT:
    case TAMBOUR_UNIT_HOURS:
    case TAMBOUR_UNIT_DAYS:
    case TAMBOUR_UNIT_MONEY:
    case TAMBOUR_UNIT_POINTS:
    case TAMBOUR_UNIT_RATIO:
    case TAMBOUR_UNIT_RATING:
    case TAMBOUR_UNIT_NUMBER:
      break;
    }

  return MAX (fact->now.value, fact->prior.value);
}

/* A label has one line; the figure's name is shorter than some. */
static const char *
choose_label (TambourCanvas *canvas,
              const Tile    *tile)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_BODY);

  return tambour_canvas_measure (canvas, style, tile->label) <= TILE_WIDTH ? tile->label : _(tile->fact->name);
}

/* Other reasons than this one stand once, in the source line. */
static gboolean
is_first_year (TambourFacts *facts)
{
  return g_strcmp0 (facts->prior_reason, N_("First agreement year: no earlier figure to compare")) == 0;
}

static void
draw_tile (TambourPages  *self,
           TambourCanvas *canvas,
           const Tile    *tile,
           guint          i)
{
  gboolean compared = self->facts->has_prior && tambour_fact_has_prior (tile->fact);
  g_autofree char *value = tambour_fact_big (tile->fact, FALSE);
  g_autofree char *earlier = tambour_fact_big (tile->fact, TRUE);
  g_autofree char *change = compared ? tambour_fact_change_text (tile->fact) : NULL;
  g_autofree char *before = compared ? tambour_wording_fill (_("from {0}"), earlier, NULL) : NULL;
  TambourTile drawn = {
    .label = choose_label (canvas, tile),
    .value = value,
    .change = change,
    .before = before,
    .current = compared ? tile->fact->now.value : NAN,
    .earlier = compared ? tile->fact->prior.value : NAN,
    .full = compared ? get_full (tile->fact) : NAN,
    .accent = i == 0,
  };

  if (!compared)
    drawn.note = is_first_year (self->facts) ? _("First agreement year: no earlier figure to compare")
                                             : _("No earlier figure to compare");
  if (compared && drawn.full <= 0)
    drawn.current = drawn.earlier = NAN;

  tambour_pages_begin_figure (self, canvas, TAMBOUR_CHAPTER_YEAR, tile->fact);
  tambour_page_tile (canvas, TAMBOUR_DECK_MARGIN + TILE_STEP * i, TILES_TOP, TILE_WIDTH, &drawn);
  tambour_canvas_end (canvas);
}

/* --- lists ------------------------------------------------------------------ */

/* Draws as many points as there is room for; the weightier ones come first. */
static void
draw_points (TambourCanvas *canvas,
             guint          column,
             TambourTone    tone,
             const char    *head,
             GPtrArray     *points)
{
  double x = tambour_deck_x (column);
  double width = tambour_deck_w (4);
  double y = LISTS_TOP + tambour_page_ruled_head (canvas, x, LISTS_TOP, width, tone, head, NULL);

  tambour_page_points (canvas, x, y, width, (TambourRich * const *) points->pdata, points->len);
}

static double
measure_points (TambourCanvas *canvas,
                GPtrArray     *points)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_POINT);
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, tambour_deck_w (4), 0, tambour_canvas_get_rtl (canvas) };
  double height = 0;

  for (guint i = 0; i < points->len; i++)
    {
      guint n_spans;
      const TambourSpan *spans = tambour_rich_get_spans (points->pdata[i], &n_spans);
      g_autoptr(TambourShape) shape = tambour_shape_new (tambour_canvas_get_fonts (canvas), style, &fit, spans, n_spans);

      height += shape->height + 17.5;
    }

  return height;
}

static gboolean
has_room (TambourCanvas *canvas,
          GPtrArray     *points)
{
  return LISTS_TOP + 27 + measure_points (canvas, points) <= TAMBOUR_DECK_BODY_END + 4;
}

/* Lets go of the last points while they would reach into the source line. */
static void
fit_points (TambourCanvas *canvas,
            GPtrArray     *points)
{
  while (points->len > 1 && !has_room (canvas, points))
    g_ptr_array_remove_index (points, points->len - 1);
}

static GPtrArray *
choose_points (TambourPages  *self,
               TambourCanvas *canvas,
               gboolean       went_well)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_rich_free);
  g_autoptr(GPtrArray) picked = tambour_findings_pick (self->findings, went_well, MOST_POINTS);

  for (guint i = 0; i < picked->len; i++)
    {
      TambourStatement *finding = picked->pdata[i];
      TambourRich *text = g_steal_pointer (&finding->text);

      tambour_pages_refer (self, text, finding->chapter);
      tambour_pages_use (self, TAMBOUR_CHAPTER_YEAR, finding->fact);
      g_ptr_array_add (points, text);
    }
  if (points->len == 0)
    g_ptr_array_add (points, tambour_rich_new (went_well
                                                 ? _("The records of this period hold no result to report yet.")
                                                 : _("Nothing that was measured in this period fell short.")));
  fit_points (canvas, points);

  return points;
}

/* The same, when nothing could be decided: what was agreed to happen next. */
static void
add_steps (TambourFacts *facts,
           GPtrArray    *points)
{
  GArray *steps = facts->plans.steps;

  for (guint i = 0; steps && i < steps->len && points->len < MOST_POINTS; i++)
    {
      const TambourStepFact *step = &g_array_index (steps, TambourStepFact, i);
      g_autofree char *due = tambour_wording_date (step->due, TAMBOUR_DATE_FORM_DAY);

      if (tambour_date_is_stated (step->due))
        g_ptr_array_add (points, tambour_statement_say (_("{0}, <b>by\302\240{1}</b>"), step->title, due, NULL));
      else
        g_ptr_array_add (points, tambour_rich_new (step->title));
    }
}

/* Where the reasons stand, and the decisions that have no room here. */
static void
add_reasons (TambourPages *self,
             GPtrArray    *points,
             guint         n_more)
{
  g_autofree char *more = tambour_wording_number (n_more);
  g_autofree char *text = n_more > 0 ? tambour_wording_fill (_("{0} more, reasons and the cost of waiting:"), more, NULL)
                                     : g_strdup (_("Reasons and the cost of waiting:"));
  TambourRich *rich = tambour_rich_new (NULL);

  tambour_rich_add_grey (rich, text);
  tambour_pages_refer (self, rich, TAMBOUR_CHAPTER_DECISIONS);
  g_ptr_array_add (points, rich);
}

static GPtrArray *
list_decisions (TambourPages *self,
                guint         most)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_rich_free);
  GArray *decisions = self->facts->plans.decisions;
  guint n = decisions ? decisions->len : 0;

  for (guint i = 0; i < MIN (n, most); i++)
    {
      const TambourDecisionFact *decision = &g_array_index (decisions, TambourDecisionFact, i);
      g_autofree char *number = tambour_wording_number (i + 1);
      g_autofree char *due = tambour_wording_date (decision->due, TAMBOUR_DATE_FORM_DAY);

      g_ptr_array_add (points, tambour_statement_say (tambour_date_is_stated (decision->due)
                                                    /* Translators: number, decision, date. */
                                                        ? _("<b>{0}</b>  {1}, <b>by\302\240{2}</b>")
                                                        : _("<b>{0}</b>  {1}"),
                                                      number, decision->text, due, NULL));
    }
  if (n > 0)
    add_reasons (self, points, n - MIN (n, most));

  return points;
}

/* What would let the next review say more. */
static void
add_missing (TambourFacts *facts,
             GPtrArray    *points)
{
  if (facts->agreement == NULL)
    g_ptr_array_add (points, tambour_statement_say (_("<b>An agreement</b> with its plan, so that response targets "
                                                      "can be measured."),
                                                    NULL));
  else if (!tambour_fact_is_known (facts->service.met))
    g_ptr_array_add (points, tambour_statement_say (_("<b>First responses</b>, so that response targets can be measured."),
                                                    NULL));
  if (facts->goals.goals == NULL || facts->goals.goals->len == 0)
    g_ptr_array_add (points, tambour_statement_say (_("<b>Goals</b> for the next period, each with a start, a target and "
                                                      "an owner."),
                                                    NULL));
  if (!tambour_fact_is_known (facts->usage.coverage_now))
    g_ptr_array_add (points, tambour_statement_say (_("<b>Usage metrics</b>, so that protection can be reported."), NULL));
  if (!tambour_fact_is_known (facts->audits.score) && points->len < MOST_POINTS)
    g_ptr_array_add (points, tambour_statement_say (_("<b>An audit</b>, so that open risks are known."), NULL));
}

/* As many as have room, and always where the others are. */
static GPtrArray *
fit_decisions (TambourPages  *self,
               TambourCanvas *canvas)
{
  for (guint most = MOST_ASKED; most > 1; most--)
    {
      g_autoptr(GPtrArray) points = list_decisions (self, most);

      if (has_room (canvas, points))
        return g_steal_pointer (&points);
    }

  return list_decisions (self, 1);
}

static void
draw_asked (TambourPages  *self,
            TambourCanvas *canvas)
{
  TambourFacts *facts = self->facts;
  g_autoptr(GPtrArray) points = fit_decisions (self, canvas);
  const char *head = _("What we ask you to decide today");

  if (points->len == 0)
    {
      add_steps (facts, points);
      head = _("No decision is needed; what happens next");
    }
  if (points->len == 0)
    {
      add_missing (facts, points);
      head = _("What would let this review say more");
    }
  if (points->len == 0)
    {
      g_ptr_array_add (points, tambour_rich_new (_("No decision is recorded for this review.")));
      head = _("No decision is needed today");
    }

  fit_points (canvas, points);
  draw_points (canvas, 8, TAMBOUR_TONE_ACCENT, head, points);
}

/* --- the page --------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): the day on which all rates were agreed */
static char *
write_agreed (TambourPages *self)
{
  GArray *rates = self->facts->value.rates;

  if (self->numbers[TAMBOUR_CHAPTER_VALUE] == 0 || !tambour_fact_is_known (self->facts->value.total) || rates->len == 0)
    return NULL;

  for (guint i = 1; i < rates->len; i++)
    if (g_array_index (rates, TambourRateFact, i).agreed_on.julian != g_array_index (rates, TambourRateFact, 0).agreed_on.julian)
      return NULL;

  return tambour_wording_date (g_array_index (rates, TambourRateFact, 0).agreed_on, TAMBOUR_DATE_FORM_LONG);
}

static char *
write_source (TambourPages *self)
{
  TambourFacts *facts = self->facts;
  TambourDate last = { facts->earlier.to.julian - 1 };
  g_autofree char *dates = tambour_wording_dates (facts->earlier.from, last);
  g_autofree char *agreed = write_agreed (self);
  g_autofree char *page = g_strdup_printf ("%u", self->numbers[TAMBOUR_CHAPTER_VALUE]);

  if (facts->has_prior && agreed)
    return tambour_wording_fill (_("Grey bars: the year before, {0}. Value uses the rates agreed on {1}; method on page {2}. "
                                   "Sources: cases, usage metrics, audits, agreement."),
                                 dates, agreed, page, NULL);
  if (facts->has_prior)
    return tambour_wording_fill (_("Grey bars: the year before, {0}. Figures that were not measured are left out. "
                                   "Sources: cases, usage metrics, audits, agreement."),
                                 dates, NULL);
  if (facts->prior_reason)
    return tambour_wording_fill (_("{0}. Figures that were not measured are left out. "
                                   "Sources: cases, usage metrics, audits, agreement."),
                                 _(facts->prior_reason), NULL);

  return g_strdup (_("Figures that were not measured are left out. Sources: cases, usage metrics, audits, agreement."));
}

/**
 * tambour_pages_year:
 * @self: pages
 *
 * Adds the year in one page: five figures, what went well, what did not, and
 * what is asked for. “What did not” is never empty.
 */
void
tambour_pages_year (TambourPages *self)
{
  TambourPageWords words = {
    .label = self->facts->part_year ? _("The period in one page") : _("The year in one page"),
    .title = tambour_findings_year_title (self->facts, FALSE),
    .shorter = tambour_findings_year_title (self->facts, TRUE),
    .source = write_source (self),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_YEAR, words);
  g_autoptr(GArray) tiles = choose_tiles (self->facts);
  g_autoptr(GPtrArray) good = choose_points (self, canvas, TRUE);
  g_autoptr(GPtrArray) bad = choose_points (self, canvas, FALSE);

  tambour_pages_use (self, TAMBOUR_CHAPTER_YEAR, tambour_fact_is_known (self->facts->value.total) ? self->facts->value.fee : NULL);
  if (tiles->len == 0)
    tambour_page_empty (canvas, TAMBOUR_DECK_MARGIN, TILES_TOP, TAMBOUR_DECK_WIDTH, 110, NULL,
                        _("No figure can be told for this period."),
                        _("The records hold neither cases nor usage, audits or value."));
  for (guint i = 0; i < tiles->len; i++)
    draw_tile (self, canvas, &g_array_index (tiles, Tile, i), i);

  draw_points (canvas, 0, TAMBOUR_TONE_INK, _("What went well"), good);
  draw_points (canvas, 4, TAMBOUR_TONE_INK, _("What did not"), bad);
  draw_asked (self, canvas);
}
