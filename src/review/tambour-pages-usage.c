/* tambour-pages-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-cases.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define RIGHT          tambour_deck_x (7)
#define ROOM           tambour_deck_w (5)
#define GROUPS_TOP     140.0
#define GROUP_LABELS   168.0
#define GROUP_VALUES   36.0
#define GROUP_ROW      22.0
#define SMALL_ROW      16.0
#define TALL_ROW       30.0
#define LONG_NAME      300.0
#define INSIGHTS_TOP   222.0
#define INSIGHTS_END   400.0
#define ISSUES_TOP     409.0
#define ISSUES_END     477.0
#define BLOCK_GAP      14.0
#define MORE_HEIGHT    16.0
#define MOST_INSIGHTS  3

/* --- who is exposed --------------------------------------------------------- */

/* Names that are too long for two small lines get a third. */
static double
choose_row (TambourCanvas *canvas,
            GArray        *groups)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);
  double widest = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const TambourGroupFact *group = &g_array_index (groups, TambourGroupFact, i);

      if (!group->is_other)
        widest = MAX (widest, tambour_canvas_measure (canvas, style, group->title));
    }

  return widest > LONG_NAME ? TALL_ROW : GROUP_ROW;
}

/**
 * tambour_pages_groups:
 * @self: pages
 * @canvas: a page
 * @place: where it stands
 * @head: what it shows
 *
 * Draws who is not protected, by group, without a head.
 *
 * Returns: the height of the chart
 */
double
tambour_pages_groups (TambourPages            *self,
                      TambourCanvas           *canvas,
                      const TambourPagesPlace *place,
                      const char              *head)
{
  double row_height = tambour_canvas_get_paper (canvas) == TAMBOUR_PAPER_DECK ? choose_row (canvas, self->facts->usage.groups) : SMALL_ROW;
  GArray *groups = self->facts->usage.groups;
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TambourBarsRow));
  TambourBarsChart chart = { head, NULL, 0, place->labels, GROUP_VALUES, row_height, 0.6 };

  for (guint i = 0; i < groups->len; i++)
    {
      const TambourGroupFact *group = &g_array_index (groups, TambourGroupFact, i);
      TambourBarsRow row = { .name = group->is_other ? _("Other") : group->title, .earlier = NAN };

      row.current = group->count->now.value;
      row.value = tambour_fact_now (group->count);
      row.accent = i == 0 && !group->is_other;
      g_ptr_array_add (owned, (gpointer) row.value);
      g_array_append_val (rows, row);
    }

  chart.bars = (const TambourBarsRow *) rows->data;
  chart.n_bars = rows->len;

  return tambour_chart_bars (canvas, place->x, place->top, place->width, &chart);
}

/* What somebody has to do before the page can be told. */
static double
draw_needed (TambourCanvas *canvas)
{
  const char *steps[] = {
    _("Import the daily usage metrics: users protected, and licences."),
    _("A trend of a year needs 330 of 365 days."),
    _("Or leave the page out: a review never fills a gap with an estimate."),
  };
  double y = GROUPS_TOP;

  tambour_pages_head (canvas, RIGHT, TAMBOUR_DECK_BODY, ROOM, _("What is needed to show this page"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = tambour_wording_number (i + 1);
      /* Translators: a step, with its number. */
      g_autofree char *step = tambour_wording_fill (_("{0}  {1}"), number, steps[i], NULL);

      y += tambour_page_text (canvas, RIGHT, y, ROOM, TAMBOUR_ROLE_BODY, step) + 5;
    }

  return y;
}

static double
draw_exposed (TambourPages  *self,
              TambourCanvas *canvas)
{
  TambourUsageFacts *usage = &self->facts->usage;
  g_autofree char *head = tambour_findings_exposed_head (self->facts);

  if (!tambour_fact_is_known (usage->coverage_now))
    return draw_needed (canvas);

  tambour_pages_head (canvas, RIGHT, TAMBOUR_DECK_BODY, ROOM, head, NULL);
  if (tambour_fact_count (usage->exposed) <= 0)
    return GROUPS_TOP + tambour_page_text (canvas, RIGHT, GROUPS_TOP, ROOM, TAMBOUR_ROLE_BODY, _("Every licence is protected."));
  if (usage->groups->len == 0)
    return GROUPS_TOP + tambour_page_text (canvas, RIGHT, GROUPS_TOP, ROOM, TAMBOUR_ROLE_BODY,
                                           _("The records do not say which groups they belong to."));

  for (guint i = 0; i < usage->groups->len; i++)
    tambour_pages_use (self, TAMBOUR_CHAPTER_USAGE, g_array_index (usage->groups, TambourGroupFact, i).count);

  return GROUPS_TOP + tambour_pages_groups (self, canvas, &(TambourPagesPlace) { RIGHT, TAMBOUR_DECK_BODY, GROUPS_TOP, ROOM, 0,
                                                                                  GROUP_LABELS },
                                            head);
}

/* --- insights --------------------------------------------------------------- */

static TambourTable *
make_table (TambourCanvas *canvas,
            GArray        *insights)
{
  const TambourColumn columns[] = {
    { _("We saw"), 150, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("We did together"), 112, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Result"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_top (table);
  tambour_table_set_padding (table, 6, 6);
  for (guint i = 0; i < MIN (insights->len, MOST_INSIGHTS); i++)
    {
      const TambourInsightFact *insight = &g_array_index (insights, TambourInsightFact, i);
      gboolean done = insight->done_together && *insight->done_together;
      gboolean ended = insight->result && *insight->result;

      tambour_table_add_row (table);
      tambour_table_cell_span (table, TAMBOUR_ROLE_SECOND, (TambourSpan) { .text = insight->title, .tone = TAMBOUR_TONE_INK });
      tambour_table_cell (table, TAMBOUR_ROLE_SECOND, done ? insight->done_together : insight->acted_on ? _("Done")
                                                                                                        : _("Open"));
      tambour_table_cell_span (table, TAMBOUR_ROLE_SECOND, (TambourSpan) {
                                                             .text = ended ? insight->result : "–",
                                                             .weight = 600,
                                                             .tone = TAMBOUR_TONE_INK,
                                                           });
    }

  return table;
}

static void
draw_insights (TambourPages  *self,
               TambourCanvas *canvas,
               double         y)
{
  GArray *insights = self->facts->usage.insights;
  TambourFact *acted_on = self->facts->usage.insights_acted_on;
  gboolean all = tambour_fact_is_known (acted_on) && acted_on->now.n >= MIN (acted_on->now.of, MOST_INSIGHTS);
  g_autofree char *counts = tambour_fact_is_known (acted_on) ? tambour_wording_of (acted_on->now.n, acted_on->now.of) : NULL;
  g_autofree char *addition = counts ? tambour_wording_fill (_("{0} acted on"), counts, NULL) : NULL;
  g_autoptr(TambourTable) table = NULL;
  double room = INSIGHTS_END - y - 20, height;
  guint n;

  tambour_pages_head (canvas, RIGHT, y, ROOM, all ? _("Insights that led to a change") : _("Insights, and what followed"), addition);
  if (insights->len == 0)
    {
      tambour_page_text (canvas, RIGHT, y + 24, ROOM, TAMBOUR_ROLE_SECOND, _("No insight is recorded for this period."));
      return;
    }

  tambour_pages_use (self, TAMBOUR_CHAPTER_USAGE, acted_on);
  table = make_table (canvas, insights);
  if (insights->len > MOST_INSIGHTS || tambour_table_get_height (table, ROOM) > room)
    room -= MORE_HEIGHT;
  n = tambour_table_draw (table, canvas, RIGHT, y + 20, ROOM, room, 0, &height);
  tambour_pages_draw_more (canvas, RIGHT, y + 23 + height, ROOM, insights->len - n);
}

/* --- known issues ----------------------------------------------------------- */

static double
measure_text (TambourCanvas     *canvas,
              const TambourRich *text)
{
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_SECOND);
  TambourTextFit fit = { TAMBOUR_WRAP_WORDS, ROOM, 0, tambour_canvas_get_rtl (canvas) };
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (text, &n_spans);
  g_autoptr(TambourShape) shape = tambour_shape_new (tambour_canvas_get_fonts (canvas), style, &fit, spans, n_spans);

  return shape->height;
}

/* With each safeguard, where there is room for it. */
static void
draw_issues (TambourPages  *self,
             TambourCanvas *canvas)
{
  TambourUsageFacts *usage = &self->facts->usage;
  g_autofree char *head = tambour_findings_issues_head (self->facts);
  g_autoptr(TambourRich) text = NULL;
  double y = ISSUES_TOP + tambour_page_ruled_head (canvas, RIGHT, ISSUES_TOP, ROOM, TAMBOUR_TONE_INK, head, NULL);

  if (tambour_fact_is_known (usage->issues_avoided))
    {
      tambour_pages_use (self, TAMBOUR_CHAPTER_USAGE, usage->issues_avoided);
      tambour_pages_use (self, TAMBOUR_CHAPTER_USAGE, tambour_fact_count (usage->issues_opened) > 0 ? usage->issues_opened : NULL);
    }

  for (guint form = 0; form < TAMBOUR_N_ISSUES_FORMS; form++)
    {
      g_clear_pointer (&text, tambour_rich_free);
      text = tambour_findings_issues_text (self->facts, form);
      if (y + measure_text (canvas, text) <= ISSUES_END)
        break;
    }
  tambour_page_paragraph (canvas, RIGHT, y, ROOM, TAMBOUR_ROLE_SECOND, text);
}

/* --- the page ----------------------------------------------------------------- */

static char *
write_protected (TambourFacts *facts)
{
  TambourUsageFacts *usage = &facts->usage;
  g_autofree char *licences = NULL;
  g_autofree char *start = NULL;

  if (!tambour_fact_is_known (usage->coverage_now))
    return NULL;

  licences = tambour_fact_now (usage->licences);
  if (!tambour_findings_has_trend (facts))
    return tambour_wording_fill (_("Protected = at least one filtered request in the last 30 days ÷ {0} licensed users."),
                                 licences, NULL);

  start = tambour_wording_percent (tambour_pages_protection_start (facts), 0);

  return tambour_wording_fill (_("Protected = at least one filtered request in the last 30 days ÷ {0} licensed users; axis "
                                 "starts at {1}."),
                               licences, start, NULL);
}

static char *
write_days (TambourFacts *facts)
{
  g_autofree char *n = tambour_wording_number (facts->usage.n_days);
  g_autofree char *all = tambour_wording_number (facts->usage.n_expected);

  if (!tambour_fact_is_known (facts->usage.coverage_now))
    return NULL;

  return tambour_wording_fill (_("{0} of {1} days have data."), n, all, NULL);
}

static char *
write_source (TambourFacts *facts)
{
  g_autofree char *protected = write_protected (facts);
  g_autofree char *days = write_days (facts);
  const char *devices = tambour_fact_count (facts->usage.devices_total) > 0
                          ? _("Devices: by month of first such call, once a year.")
                          : NULL;
  const char *parts[] = { protected, devices, days, _("Source: usage metrics.") };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", parts[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
note_uses (TambourPages *self)
{
  TambourUsageFacts *usage = &self->facts->usage;
  TambourFact *facts[] = { usage->coverage_now, usage->exposed, usage->licences, usage->devices_total };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (tambour_fact_is_known (facts[i]))
      tambour_pages_use (self, TAMBOUR_CHAPTER_USAGE, facts[i]);
  if (tambour_findings_has_trend (self->facts))
    tambour_pages_use (self, TAMBOUR_CHAPTER_USAGE, usage->coverage_start);
}

/**
 * tambour_pages_usage:
 * @self: pages
 *
 * Adds the page of usage and protection: who is protected, who is still exposed, what was seen
 * and done, and which known issues were avoided.
 */
void
tambour_pages_usage (TambourPages *self)
{
  TambourPageWords words = {
    .label = _("Usage and protection"),
    .title = tambour_findings_usage_title (self->facts, FALSE),
    .shorter = tambour_findings_usage_title (self->facts, TRUE),
    .source = write_source (self->facts),
  };
  TambourCanvas *canvas = tambour_pages_begin (self, TAMBOUR_CHAPTER_USAGE, words);
  double end;

  note_uses (self);
  tambour_pages_protection (self, canvas);
  end = draw_exposed (self, canvas);
  draw_insights (self, canvas, MAX (INSIGHTS_TOP, end + BLOCK_GAP));
  draw_issues (self, canvas);
}
