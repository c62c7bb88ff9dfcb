/* tambour-annual-product.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <math.h>

#include "tambour-fact-text.h"
#include "tambour-findings-private.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define COVERAGE_HEIGHT 128.0
#define LITTLE_HEIGHT   70.0
#define DEVICES_HEIGHT  84.0
#define GROUP_LABELS    122.0
#define HEAD            19.5
#define ABOVE_COLUMNS   10.0
#define SAW_WIDTH       216.0
#define DID_WIDTH       146.0

/* The deck has room for so many insights; only more of them need the report. */
#define INSIGHTS_OF_DECK 3

/* --- who is protected ------------------------------------------------------------------ */

/* An axis that does not start at zero says so. */
static char *
write_daily (TambourFacts *facts)
{
  g_autofree char *start = tambour_wording_percent (tambour_pages_protection_start (facts), 0);

  return tambour_wording_fill (_("daily, axis from {0}"), start, NULL);
}

static void
draw_coverage (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  gboolean drawn = tambour_fact_is_known (facts->usage.coverage_now) && tambour_findings_has_trend (facts);
  g_autofree char *addition = write_daily (facts);
  TambourPagesPlace place = {
    self->x, self->y, self->y + HEAD, TAMBOUR_REPORT_WIDTH, drawn ? COVERAGE_HEIGHT : LITTLE_HEIGHT, 0,
  };

  tambour_annual_use (self, facts->usage.coverage_now);
  self->y = place.top + tambour_pages_coverage (self->pages, self->canvas, &place, addition);
}

/* --- devices on the left, who is exposed on the right ------------------------------------ */

static char *
write_devices_head (TambourFacts *facts)
{
  TambourFact *total = facts->usage.devices_total;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (!tambour_fact_is_known (total))
    return g_strdup (_("Infected devices"));

  now = tambour_fact_now (total);
  if (!facts->has_prior || !tambour_fact_has_prior (total))
    return tambour_wording_fill (_("Infected devices: {0}"), now, NULL);

  before = tambour_fact_before (total);

  return tambour_wording_fill (_("Infected devices: {0}, from {1}"), now, before, NULL);
}

static double
draw_devices (TambourAnnual *self,
              double         y)
{
  g_autofree char *head = write_devices_head (self->facts);
  TambourPagesPlace place = { self->x, y, y + HEAD, TAMBOUR_ANNUAL_COLUMN, DEVICES_HEIGHT, 0 };

  tambour_annual_use (self, self->facts->usage.devices_total);

  return place.top + tambour_pages_devices (self->pages, self->canvas, &place, head);
}

/* What was seen first, and what came of it. */
static char *
write_insight (TambourFacts *facts)
{
  const TambourInsightFact *insight;

  if (facts->usage.insights->len == 0)
    return NULL;

  insight = &g_array_index (facts->usage.insights, TambourInsightFact, 0);
  if (insight->result && *insight->result)
    return tambour_wording_fill (_("{0}. Since then: {1}."), insight->title, insight->result, NULL);

  return tambour_wording_fill (_("{0}."), insight->title, NULL);
}

static double
draw_exposed (TambourAnnual *self,
              double         y)
{
  TambourUsageFacts *usage = &self->facts->usage;
  g_autofree char *head = tambour_findings_exposed_head (self->facts);
  g_autofree char *insight = write_insight (self->facts);
  double x = self->x + TAMBOUR_ANNUAL_SECOND, width = TAMBOUR_ANNUAL_COLUMN;
  TambourPagesPlace place = { x, y, y + HEAD, width, 0, GROUP_LABELS };

  tambour_pages_head (self->canvas, x, y, width, head, NULL);
  y = place.top;
  if (!tambour_fact_is_known (usage->coverage_now))
    y += tambour_page_text (self->canvas, x, y, width, TAMBOUR_ROLE_BODY, _("Who is exposed is not measured in this period."));
  else if (tambour_fact_count (usage->exposed) <= 0)
    y += tambour_page_text (self->canvas, x, y, width, TAMBOUR_ROLE_BODY, _("Every licence is protected."));
  else if (usage->groups->len == 0)
    y += tambour_page_text (self->canvas, x, y, width, TAMBOUR_ROLE_BODY, _("The records do not say which groups they belong to."));
  else
    y += tambour_pages_groups (self->pages, self->canvas, &place, head);

  if (insight != NULL)
    y += 4 + tambour_page_text (self->canvas, x, y + 4, width, TAMBOUR_ROLE_TABLE_HEAD, insight);

  return y;
}

static void
draw_two (TambourAnnual *self)
{
  double left, right;

  tambour_annual_need (self, ABOVE_COLUMNS + HEAD + DEVICES_HEIGHT + 20);
  if (self->y > self->top)
    self->y += ABOVE_COLUMNS;
  left = draw_devices (self, self->y);
  right = draw_exposed (self, self->y);
  self->y = MAX (left, right);
}

/* --- insights ------------------------------------------------------------------------------ */

static void
draw_insights (TambourAnnual *self)
{
  const TambourColumn columns[] = {
    { _("We saw"), SAW_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("We did together"), DID_WIDTH, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Result"), 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  GArray *insights = self->facts->usage.insights;
  g_autoptr(TambourTable) table = NULL;

  if (insights->len <= INSIGHTS_OF_DECK)
    return;

  table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < insights->len; i++)
    {
      const TambourInsightFact *insight = &g_array_index (insights, TambourInsightFact, i);
      gboolean done = insight->done_together && *insight->done_together;
      gboolean ended = insight->result && *insight->result;

      tambour_table_add_row (table);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, insight->title);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, done ? insight->done_together : insight->acted_on ? _("Done")
                                                                                                      : _("Open"));
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = ended ? insight->result : "–", .weight = 600 });
    }

  tambour_annual_head (self, _("Insights, and what followed"), NULL, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_table (self, table, NULL);
}

/* --- the part ------------------------------------------------------------------------------------ */

/* @users: the share of them; @score: of the audit; what fell follows if there is room for it. */
static char *
title_both (TambourFacts *facts,
            const char   *users,
            const char   *score,
            gboolean      in_short)
{
  guint n_fallen = tambour_statement_count_fallen (facts);
  const TambourSectionFact *fallen = tambour_statement_find_fallen (facts);
  g_autofree char *n = tambour_wording_spelled (n_fallen);

  switch (tambour_statement_direction (facts->audits.score))
    {
    case TAMBOUR_DIRECTION_ROSE:
      if (n_fallen == 0 || in_short)
        return tambour_wording_fill (_("{0} of users are protected and the audit score rose to {1}"), users, score, NULL);
      if (n_fallen == 1 && fallen)
        return tambour_wording_fill (_("{0} of users are protected and the audit score rose to {1}, while “{2}” fell"), users, score,
                                     fallen->title, NULL);
      return tambour_wording_fill (_("{0} of users are protected and the audit score rose to {1}, while {2} sections fell"), users,
                                   score, n, NULL);
    case TAMBOUR_DIRECTION_FELL:
      return tambour_wording_fill (_("{0} of users are protected; the audit score fell to {1}"), users, score, NULL);
    case TAMBOUR_DIRECTION_HELD:
      return tambour_wording_fill (_("{0} of users are protected and the audit score held at {1}"), users, score, NULL);
    case TAMBOUR_DIRECTION_UNKNOWN:
      break;
    }

  return tambour_wording_fill (_("{0} of users are protected and the audit score is {1}"), users, score, NULL);
}

static char *
write_title (TambourAnnual *self,
             gboolean       in_short)
{
  TambourFacts *facts = self->facts;
  gboolean usage = tambour_annual_tells (self, TAMBOUR_CHAPTER_USAGE);
  gboolean covered = usage && tambour_fact_is_known (facts->usage.coverage_now);
  gboolean audited = tambour_annual_tells (self, TAMBOUR_CHAPTER_AUDITS) && tambour_fact_is_known (facts->audits.score);
  g_autofree char *users = covered ? tambour_fact_now (facts->usage.coverage_now) : NULL;
  g_autofree char *score = audited ? tambour_fact_now (facts->audits.score) : NULL;

  if (covered && audited)
    return title_both (facts, users, score, in_short);

  return audited || !usage ? tambour_findings_audits_title (facts, in_short) : tambour_findings_usage_title (facts, in_short);
}

static char *
write_source (TambourFacts *facts)
{
  g_autofree char *n = tambour_wording_number (facts->usage.n_days);
  g_autofree char *all = tambour_wording_number (facts->usage.n_expected);
  g_autofree char *licences = tambour_fact_is_known (facts->usage.licences) ? tambour_fact_now (facts->usage.licences) : NULL;

  if (!tambour_fact_is_known (facts->usage.coverage_now) || licences == NULL)
    return g_strdup (_("Infected: first call to a known malicious host, counted once a year. Sources: usage metrics, audits, findings"));

  return tambour_wording_fill (_("Share of {2} licences; {0} of {1} days have data. Infected: first call to a known malicious host, counted once a year. "
                                 "Sources: usage metrics, audits, findings"),
                               n, all, licences, NULL);
}

/**
 * tambour_annual_product:
 * @self: a report
 *
 * Adds who is protected and who is not, infected devices, the scores of audits
 * by section, and what became of their findings.
 */
void
tambour_annual_product (TambourAnnual *self)
{
  TambourPageWords words = {
    .label = _("Protection and architecture"),
    .title = write_title (self, FALSE),
    .shorter = write_title (self, TRUE),
    .source = write_source (self->facts),
  };

  tambour_annual_begin (self, TAMBOUR_ANNUAL_PRODUCT, words);
  if (tambour_annual_tells (self, TAMBOUR_CHAPTER_USAGE))
    {
      draw_coverage (self);
      draw_two (self);
      draw_insights (self);
    }
  if (tambour_annual_tells (self, TAMBOUR_CHAPTER_AUDITS))
    {
      tambour_annual_tell (self, TAMBOUR_CHAPTER_AUDITS);
      tambour_annual_audits (self);
    }
}
