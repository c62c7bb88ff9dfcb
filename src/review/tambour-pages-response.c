/* tambour-pages-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-cases.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The right half of the page about cases: first responses, and causes. In points (REPORT-DESIGN
 * section 4).
 */
#define RESPONSE_TOP    146.0
#define RESPONSE_EMPTY  118.0
#define RESPONSE_LABELS 128.0
#define RESPONSE_VALUES 122.0
#define CAUSE_ROW       18.6
#define SMALL_ROW       13.8
#define CAUSE_THICK     0.56
#define CAUSE_VALUES    74.0
#define LINE_TOP        456.0
#define ADDITION_ROOM   80.0

/* --- first responses ---------------------------------------------------------- */

static const char *
get_by_channel (const TambourTarget *target)
{
  if (target->channels == 1u << TAMBOUR_CHANNEL_PHONE)
    return _("{0} by phone");
  if (target->channels == 1u << TAMBOUR_CHANNEL_EMAIL)
    return _("{0} by email");

  return "{0}";
}

/**
 * tambour_pages_target:
 * @target: (nullable): a promise
 *
 * Returns: (transfer full): the promise in a few words: “30 min by phone”
 */
char *
tambour_pages_target (const TambourTarget *target)
{
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  if (target == NULL)
    return g_strdup ("");

  amount = tambour_wording_number (target->amount);
  switch (target->rule)
    {
    case TAMBOUR_RULE_MINUTES:
      text = tambour_wording_duration (target->amount * TAMBOUR_MINUTE);
      break;
    case TAMBOUR_RULE_COVERED:
    case TAMBOUR_RULE_SAME_TIME:
    case TAMBOUR_RULE_END_OF_DAY:
      text = tambour_wording_fill (ngettext ("{0} business day", "{0} business days", target->amount), amount, NULL);
      break;
    }

  return tambour_wording_fill (get_by_channel (target), text, NULL);
}

static double
get_share (const TambourMeasure *measure)
{
  return tambour_measure_is_known (measure) ? measure->value : NAN;
}

/* The row's places on the axis. */
static TambourResponseRow
start_row (TambourFacts    *facts,
           TambourPriority  priority)
{
  const TambourFact *share = facts->service.response[priority].share;

  return (TambourResponseRow) {
    .current = get_share (&share->now),
    .earlier = facts->has_prior ? get_share (&share->prior) : NAN,
  };
}

static void
add_response (TambourPages    *self,
              TambourPriority  priority,
              GPtrArray       *owned,
              GArray          *rows)
{
  static const char * const NAMES[] = { "", N_("P1"), N_("P2"), N_("P3") };
  const TambourResponseFact *response = &self->facts->service.response[priority];
  TambourResponseRow row;

  if (response->share == NULL)
    return;

  row = start_row (self->facts, priority);
  row.name = _(NAMES[priority]);
  row.target = tambour_pages_target (response->target);
  row.value = tambour_fact_is_known (response->share)
                ? tambour_wording_of (response->share->now.n, response->share->now.of)
                : NULL;
  row.before = tambour_pages_prior (self, response->share, _("was {0}"));
  row.empty = response->share->now.state == TAMBOUR_FACT_NOT_MEASURED
                ? g_strdup (_("not measured"))
                : tambour_wording_fill (self->facts->part_year ? _("no {0} in this period") : _("no {0} this year"),
                                        row.name, NULL);
  g_ptr_array_add (owned, (gpointer) row.target);
  g_ptr_array_add (owned, (gpointer) row.value);
  g_ptr_array_add (owned, (gpointer) row.before);
  g_ptr_array_add (owned, (gpointer) row.empty);
  g_array_append_val (rows, row);
}

static void
draw_unmeasured (TambourPages  *self,
                 TambourCanvas *canvas)
{
  g_autofree char *reason = tambour_pages_reason (self->facts->service.met);

  tambour_page_empty (canvas, tambour_deck_x (6), RESPONSE_TOP, tambour_deck_w (6), RESPONSE_EMPTY, NULL, reason,
                      _("No share in target is stated, and no line about first responses is counted anywhere else."));
}

/**
 * tambour_pages_response_start:
 * @facts: the facts
 *
 * Returns: where the axis of the chart starts, in percent; the source line
 *   says so, since an axis that does not begin at zero must be named
 */
double
tambour_pages_response_start (TambourFacts *facts)
{
  TambourResponseRow rows[TAMBOUR_N_PRIORITIES];
  TambourResponseChart chart = { .rows = rows };

  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    if (facts->service.response[priority].share != NULL)
      rows[chart.n_rows++] = start_row (facts, priority);

  return tambour_chart_response_start (&chart);
}

/**
 * tambour_pages_response:
 * @self: pages
 * @canvas: the page about cases
 *
 * Draws the share of first responses in target by priority; says why if they
 * were not measured.
 */
void
tambour_pages_response (TambourPages  *self,
                        TambourCanvas *canvas)
{
  gboolean known = tambour_fact_is_known (self->facts->service.met);
  g_autofree char *head = tambour_findings_response_head (self->facts);
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TambourResponseRow));
  TambourResponseChart chart = { .label_width = RESPONSE_LABELS, .value_width = RESPONSE_VALUES };

  tambour_pages_head (canvas, tambour_deck_x (6), TAMBOUR_DECK_BODY, tambour_deck_w (6), head,
                      known ? _("share in target") : NULL);
  if (!known)
    {
      draw_unmeasured (self, canvas);
      return;
    }

  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    add_response (self, priority, owned, rows);

  chart.alternative = head;
  chart.this_year = self->facts->part_year ? _("this period") : _("this year");
  chart.last_year = self->facts->has_prior ? _("last year") : NULL;
  chart.rows = (const TambourResponseRow *) rows->data;
  chart.n_rows = rows->len;
  tambour_chart_response (canvas, tambour_deck_x (6), RESPONSE_TOP, tambour_deck_w (6), &chart);
}

/* --- causes ------------------------------------------------------------------- */

static const char *
get_title (const TambourCauseFact *cause)
{
  if (cause->is_other)
    return _("Other");

  return cause->is_unknown || cause->title == NULL ? _("No cause recorded") : cause->title;
}

/* The finding's bar, else that of the most frequent cause. */
static const TambourCauseFact *
find_accent (TambourFacts *facts)
{
  const TambourCauseFact *cause = tambour_findings_cause (facts);

  for (guint i = 0; cause == NULL && i < facts->service.causes->len; i++)
    {
      const TambourCauseFact *candidate = &g_array_index (facts->service.causes, TambourCauseFact, i);

      if (!candidate->is_other && !candidate->is_unknown)
        cause = candidate;
    }

  return cause;
}

static void
add_cause (TambourPages           *self,
           const TambourCauseFact *cause,
           GPtrArray              *owned,
           GArray                 *bars)
{
  TambourBarsRow bar = { .name = get_title (cause), .earlier = NAN };

  bar.current = cause->count->now.value;
  bar.value = tambour_fact_now (cause->count);
  if (self->facts->has_prior && tambour_measure_is_known (&cause->count->prior))
    bar.earlier = cause->count->prior.value;
  bar.before = tambour_pages_prior (self, cause->count, _("was {0}"));
  bar.accent = cause == find_accent (self->facts);
  g_ptr_array_add (owned, (gpointer) bar.value);
  g_ptr_array_add (owned, (gpointer) bar.before);
  g_array_append_val (bars, bar);
}

/* One wording of the head that fits on one line with its addition. */
static char *
choose_head (TambourPages            *self,
             TambourCanvas           *canvas,
             const TambourPagesPlace *place)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_HEAD);

  for (int in_short = FALSE; in_short <= TRUE; in_short++)
    {
      g_autofree char *head = tambour_findings_causes_head (self->facts, in_short);

      if (head && tambour_canvas_measure (canvas, style, head) < place->width - ADDITION_ROOM)
        return g_steal_pointer (&head);
    }

  return NULL;
}

/**
 * tambour_pages_causes_line:
 * @self: pages
 * @canvas: the page about cases
 *
 * Draws the line below the causes: what a tick is, and how many causes are known.
 */
void
tambour_pages_causes_line (TambourPages  *self,
                           TambourCanvas *canvas)
{
  const TambourFact *known = self->facts->service.root_cause_known;
  g_autofree char *counts = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *line = NULL;

  if (tambour_fact_is_known (known))
    {
      counts = tambour_wording_of (known->now.n, known->now.of);
      coverage = known->now.n == 0 ? g_strdup (_("No root cause is recorded for the closed cases."))
                                   : tambour_wording_fill (_("A root cause is recorded for {0} closed cases."), counts, NULL);
    }
  if (self->facts->service.causes == NULL || self->facts->service.causes->len < 2 ||
      (!self->facts->has_prior && coverage == NULL))
    return;

  line = self->facts->has_prior ? g_strjoin (" ", _("Black tick: last year."), coverage, NULL) : g_strdup (coverage);
  if (self->facts->has_prior &&
      tambour_canvas_measure (canvas, tambour_canvas_style (canvas, TAMBOUR_ROLE_SECOND), line) > tambour_deck_w (6))
    {
      g_clear_pointer (&line, g_free);
      line = g_strdup (_("Black tick: last year."));
    }
  tambour_page_text (canvas, tambour_deck_x (6), LINE_TOP, tambour_deck_w (6), TAMBOUR_ROLE_SECOND, line);
}

static double
draw_one_cause (TambourPages            *self,
                TambourCanvas           *canvas,
                const TambourPagesPlace *place)
{
  GArray *causes = self->facts->service.causes;
  const TambourCauseFact *cause = causes && causes->len == 1 ? &g_array_index (causes, TambourCauseFact, 0) : NULL;
  g_autofree char *text = NULL;

  if (cause && !cause->is_unknown)
    text = tambour_wording_fill (_("All cases of this period have one cause: {0}."), get_title (cause), NULL);
  else
    text = g_strdup (_("The cases of this period carry no cause."));

  return tambour_page_empty (canvas, place->x, place->top, place->width, place->height, NULL, text, NULL);
}

/* What stands after the head; the deck has a line below the chart for the tick. */
static const char *
get_causes_addition (TambourPages  *self,
                     TambourCanvas *canvas)
{
  if (tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK)
    return _("by cause");

  return self->facts->has_prior ? _("cases by cause, black tick last year") : _("cases by cause");
}

/**
 * tambour_pages_causes:
 * @self: pages
 * @canvas: the page about cases
 * @place: where it stands
 *
 * Draws what cases were about; one cause alone is a sentence.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_causes (TambourPages            *self,
                      TambourCanvas           *canvas,
                      const TambourPagesPlace *place)
{
  GArray *causes = self->facts->service.causes;
  g_autofree char *head = choose_head (self, canvas, place);
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (TambourBarsRow));
  TambourBarsChart chart = {
    .alternative = head ? head : _("Cases by cause"),
    .label_width = place->labels,
    .value_width = CAUSE_VALUES,
    .row_height = tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK ? CAUSE_ROW : SMALL_ROW,
    .thick = CAUSE_THICK,
  };

  tambour_pages_head (canvas, place->x, place->head, place->width, chart.alternative,
                      head ? get_causes_addition (self, canvas) : NULL);
  if (causes == NULL || causes->len < 2)
    return draw_one_cause (self, canvas, place);

  for (guint i = 0; i < causes->len && i < 8; i++)
    add_cause (self, &g_array_index (causes, TambourCauseFact, i), owned, bars);

  chart.bars = (const TambourBarsRow *) bars->data;
  chart.n_bars = bars->len;

  return tambour_chart_bars (canvas, place->x, place->top, place->width, &chart);
}
