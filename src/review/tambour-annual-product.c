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
#define SECTION_WIDTH   126.0
#define AUDIT_WIDTH     40.0
#define CHANGE_WIDTH    48.0
#define SEVERITY_WIDTH  60.0
#define LEDGER_WIDTH    42.0
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

/* --- audits ---------------------------------------------------------------------------------- */

/* From one audit to the other, on a line from 0 to 100. */
typedef struct
{
  double   before;
  double   now;
  gboolean fell;
} Step;

static void
draw_step (TambourCanvas *canvas,
           double         width,
           double         height,
           gpointer       data)
{
  Step *step = data;
  double y = height / 2, from = width * step->before / 100, to = width * step->now / 100;

  tambour_canvas_line (canvas, 0, y, width, y, TAMBOUR_TONE_RULE, 0.6);
  if (!isfinite (step->now))
    return;
  if (isfinite (step->before))
    {
      tambour_canvas_line (canvas, from, y, to, y, step->fell ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_ACCENT_MID, 2);
      tambour_canvas_circle (canvas, from, y, 2.7, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_MID, 1.1);
    }
  tambour_canvas_circle (canvas, to, y, 3.1, step->fell ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_NONE, 0);
}

/* The last audit before the period, which changes are counted from; -1 is none. */
static int
find_first (GArray *audits)
{
  int first = -1;

  for (guint i = 0; i < audits->len; i++)
    if (!g_array_index (audits, TambourAuditFact, i).in_period)
      first = (int) i;

  return first;
}

static void
add_score (TambourTable *table,
           double        score,
           gboolean      last,
           gboolean      strong)
{
  g_autofree char *text = isfinite (score) ? tambour_wording_decimal (score, 0) : g_strdup ("–");

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = text,
                                                       .weight = last && strong ? 600 : 0,
                                                       .tone = last ? TAMBOUR_TONE_INK : TAMBOUR_TONE_INK3,
                                                     });
}

static void
add_change (TambourTable *table,
            double        change,
            gboolean      fell,
            gboolean      strong)
{
  g_autofree char *text = isfinite (change) ? tambour_wording_signed (change, 0) : g_strdup ("–");

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = text,
                                                       .weight = fell || strong ? 600 : 0,
                                                       .tone = fell ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_NONE,
                                                     });
}

static gint64
count_open (TambourFacts *facts,
            const char   *section)
{
  gint64 n = 0;

  for (guint i = 0; i < facts->audits.open->len; i++)
    n += g_strcmp0 (g_array_index (facts->audits.open, TambourFindingFact, i).section, section) == 0;

  return n;
}

static void
add_count (TambourTable *table,
           gint64        n,
           gboolean      strong)
{
  g_autofree char *text = tambour_wording_number (n);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = text, .weight = strong ? 600 : 0 });
}

static void
add_section (TambourFacts             *facts,
             TambourTable             *table,
             const TambourSectionFact *section,
             int                       first)
{
  guint n = facts->audits.audits->len;
  double change = first >= 0 && facts->has_prior ? section->change : NAN;
  Step *step = g_new0 (Step, 1);

  step->fell = isfinite (change) && change <= -0.5;
  step->before = first >= 0 ? section->scores[first] : NAN;
  step->now = section->scores[n - 1];
  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = section->title, .weight = step->fell ? 600 : 0 });
  for (guint i = 0; i < n; i++)
    add_score (table, section->scores[i], i + 1 == n, FALSE);
  add_change (table, change, step->fell, FALSE);
  tambour_table_cell_draw (table, draw_step, step, g_free);
  add_count (table, count_open (facts, section->title), FALSE);
}

static void
add_overall (TambourFacts *facts,
             TambourTable *table)
{
  GArray *audits = facts->audits.audits;
  g_autofree char *n = tambour_wording_spelled (facts->audits.sections->len);
  g_autofree char *name = tambour_wording_fill (_("Overall, of {0} sections"), n, NULL);
  gboolean compared = facts->has_prior && tambour_fact_is_known (facts->audits.change);

  tambour_table_add_total (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = name, .weight = 600 });
  for (guint i = 0; i < audits->len; i++)
    add_score (table, g_array_index (audits, TambourAuditFact, i).score, i + 1 == audits->len, TRUE);
  add_change (table, compared ? facts->audits.change->now.value : NAN, FALSE, TRUE);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, "");
  add_count (table, tambour_fact_count (facts->audits.ledger.open), TRUE);
}

/* “Nov 2025” */
static char *
write_month (TambourDate date)
{
  int year, month, day;
  g_autofree char *of_year = NULL;

  tambour_date_split (date, &year, &month, &day);
  of_year = g_strdup_printf ("%d", year);

  /* Translators: a month and its year. */
  return tambour_wording_fill (_("{0} {1}"), tambour_wording_month (month), of_year, NULL);
}

/* What is hollow and what is filled. */
typedef struct
{
  const char *before;
  const char *now;
} StepHead;

static void
draw_step_head (TambourCanvas *canvas,
                double         width,
                double         height,
                gpointer       data)
{
  StepHead *head = data;
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_TABLE_HEAD);
  g_autofree char *marks = head->before ? tambour_wording_fill (_("○ {0} ● {1}"), head->before, head->now, NULL) : NULL;

  if (marks != NULL)
    tambour_canvas_text (canvas, 0, height - 3 - style->line, width, style, TAMBOUR_WRAP_NONE, TAMBOUR_ALIGN_START,
                         &(TambourSpan) { .text = marks }, 1);
  tambour_canvas_plain (canvas, 0, height - 3 - (marks ? 2 : 1) * style->line, width, style, _("0 to 100"));
}

static TambourTable *
make_sections (TambourAnnual *self,
               GPtrArray     *months,
               StepHead      *step_head)
{
  GArray *sections = self->facts->audits.sections;
  int first = find_first (self->facts->audits.audits);
  TambourColumn columns[TAMBOUR_N_AUDITS + 4] = { { _("Section"), SECTION_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL } };
  guint n = 1;
  TambourTable *table;

  for (guint i = 0; i < months->len; i++)
    columns[n++] = (TambourColumn) { months->pdata[i], AUDIT_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL };
  columns[n++] = (TambourColumn) { _("Change in year"), CHANGE_WIDTH, 12, TAMBOUR_ALIGN_END, NULL, NULL };
  columns[n++] = (TambourColumn) { NULL, 0, 10, TAMBOUR_ALIGN_START, draw_step_head, step_head };
  columns[n++] = (TambourColumn) { _("Open findings"), LEDGER_WIDTH, 0, TAMBOUR_ALIGN_END, NULL, NULL };
  table = tambour_table_new (self->canvas, columns, n);

  for (guint i = 0; i < sections->len; i++)
    add_section (self->facts, table, &g_array_index (sections, TambourSectionFact, i), first);
  add_overall (self->facts, table);

  return table;
}

/* The longer wording if it fits on one line. */
static char *
choose_head (TambourAnnual *self)
{
  char *head = tambour_findings_audits_title (self->facts, FALSE);

  if (tambour_canvas_measure (self->canvas, tambour_canvas_style (self->canvas, TAMBOUR_ROLE_HEAD), head) <= TAMBOUR_REPORT_WIDTH)
    return head;

  g_free (head);

  return tambour_findings_audits_title (self->facts, TRUE);
}

static void
draw_sections (TambourAnnual *self)
{
  GArray *audits = self->facts->audits.audits;
  g_autoptr(GPtrArray) months = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = choose_head (self);
  int first = find_first (audits);
  StepHead step_head = { NULL, NULL };
  g_autoptr(TambourTable) table = NULL;

  if (!tambour_fact_is_known (self->facts->audits.score) || audits->len == 0)
    {
      tambour_annual_head (self, head, NULL, 0);
      return;
    }

  for (guint i = 0; i < audits->len; i++)
    g_ptr_array_add (months, write_month (g_array_index (audits, TambourAuditFact, i).on));
  step_head.before = first < 0 ? NULL : months->pdata[first];
  step_head.now = months->pdata[months->len - 1];
  table = make_sections (self, months, &step_head);
  tambour_annual_head (self, head, NULL, tambour_annual_keep (table, TAMBOUR_REPORT_WIDTH));
  tambour_annual_use (self, self->facts->audits.score);
  tambour_annual_table (self, table, NULL);
}

/* --- findings ----------------------------------------------------------------------------------- */

static void
add_ledger (TambourTable            *table,
            const char              *name,
            const TambourLedgerFact *ledger)
{
  TambourFact *facts[] = { ledger->start, ledger->raised, ledger->closed, ledger->open };

  tambour_table_add_row (table);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, name);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_count (table, tambour_fact_count (facts[i]), i + 1 == G_N_ELEMENTS (facts));
}

static TambourTable *
make_ledger (TambourAnnual *self)
{
  const TambourAuditFacts *audits = &self->facts->audits;
  const TambourColumn columns[] = {
    { _("Severity"), SEVERITY_WIDTH, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("At start"), LEDGER_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Raised"), LEDGER_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Closed"), LEDGER_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("Open"), 0, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (self->canvas, columns, G_N_ELEMENTS (columns));

  add_ledger (table, _("High"), &audits->by_severity[TAMBOUR_SEVERITY_HIGH]);
  add_ledger (table, _("Medium"), &audits->by_severity[TAMBOUR_SEVERITY_MEDIUM]);
  add_ledger (table, _("Low"), &audits->by_severity[TAMBOUR_SEVERITY_LOW]);

  return table;
}

/* The sum has to come out; if it does not, the page says so. */
static char *
write_ledger_head (const TambourLedgerFact *ledger)
{
  g_autofree char *start = tambour_wording_number (tambour_fact_count (ledger->start));
  g_autofree char *raised = tambour_wording_number (tambour_fact_count (ledger->raised));
  g_autofree char *closed = tambour_wording_number (tambour_fact_count (ledger->closed));
  g_autofree char *open = tambour_wording_number (tambour_fact_count (ledger->open));

  if (!ledger->balances)
    return tambour_wording_fill (_("Findings: {0} open; the ledger does not balance"), open, NULL);

  return tambour_wording_fill (_("Findings: {0} + {1} − {2} = {3} open"), start, raised, closed, open, NULL);
}

static char *
write_oldest_head (TambourFacts *facts)
{
  gint64 n = tambour_fact_count (facts->audits.by_severity[TAMBOUR_SEVERITY_HIGH].open);
  g_autofree char *spelled = tambour_wording_spelled (n);

  if (facts->audits.open->len == 0)
    return g_strdup (_("All findings are closed"));
  if (n == 0)
    return g_strdup (_("The oldest open finding"));

  return tambour_wording_fill (ngettext ("The one High finding", "The oldest of {0} High findings", n), spelled, NULL);
}

/* The finding itself, then what was written about it. */
static TambourRich *
write_oldest (TambourFacts *facts)
{
  TambourRich *text = tambour_findings_oldest_text (facts);
  const char *more = facts->audits.open->len > 0 ? g_array_index (facts->audits.open, TambourFindingFact, 0).text : NULL;

  if (text == NULL)
    return tambour_rich_new (_("Nothing that an audit found is waiting at the end of this period."));
  if (more && *more)
    {
      tambour_rich_add (text, " ");
      tambour_rich_add (text, more);
    }

  return text;
}

static void
draw_findings (TambourAnnual *self)
{
  TambourFacts *facts = self->facts;
  g_autoptr(TambourTable) table = NULL;
  g_autoptr(TambourRich) oldest = NULL;
  g_autofree char *ledger = NULL;
  g_autofree char *head = NULL;
  double left, right;

  if (!tambour_fact_is_known (facts->audits.ledger.open))
    return;

  table = make_ledger (self);
  oldest = write_oldest (facts);
  ledger = write_ledger_head (&facts->audits.ledger);
  head = write_oldest_head (facts);
  left = tambour_table_get_height (table, TAMBOUR_ANNUAL_COLUMN);
  right = tambour_annual_measure_rich (self, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, oldest);

  tambour_annual_need (self, TAMBOUR_ANNUAL_ABOVE_TWO + HEAD + MAX (left, right));
  if (self->y > self->top)
    self->y += TAMBOUR_ANNUAL_ABOVE_TWO;
  tambour_annual_use (self, facts->audits.ledger.open);
  tambour_annual_column_head (self, 0, self->y, TAMBOUR_ANNUAL_COLUMN, ledger);
  tambour_annual_column_head (self, TAMBOUR_ANNUAL_SECOND, self->y, TAMBOUR_ANNUAL_COLUMN, head);
  self->y += HEAD;
  tambour_table_draw (table, self->canvas, self->x, self->y, TAMBOUR_ANNUAL_COLUMN, left, 0, NULL);
  tambour_page_paragraph (self->canvas, self->x + TAMBOUR_ANNUAL_SECOND, self->y, TAMBOUR_ANNUAL_COLUMN, TAMBOUR_ROLE_BODY, oldest);
  self->y += MAX (left, right);
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
  gboolean covered = tambour_fact_is_known (facts->usage.coverage_now);
  gboolean audited = tambour_fact_is_known (facts->audits.score);
  g_autofree char *users = covered ? tambour_fact_now (facts->usage.coverage_now) : NULL;
  g_autofree char *score = audited ? tambour_fact_now (facts->audits.score) : NULL;

  if (covered && audited)
    return title_both (facts, users, score, in_short);

  return audited ? tambour_findings_audits_title (facts, in_short) : tambour_findings_usage_title (facts, in_short);
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
  draw_coverage (self);
  draw_two (self);
  draw_insights (self);
  draw_sections (self);
  draw_findings (self);
}
