/* tambour-annual-audits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <math.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define HEAD           19.5
#define SECTION_WIDTH  126.0
#define AUDIT_WIDTH    40.0
#define CHANGE_WIDTH   48.0
#define SEVERITY_WIDTH 60.0
#define LEDGER_WIDTH   42.0
#define AFTER_STEPS    10.0

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

static char *
write_marks (const StepHead *head)
{
  return head->before ? tambour_wording_fill (_("○ {0} ● {1}"), head->before, head->now, NULL) : NULL;
}

static double
measure_step_head (TambourAnnual  *self,
                   const StepHead *head)
{
  g_autofree char *marks = write_marks (head);

  return marks ? tambour_canvas_measure (self->canvas, tambour_canvas_style (self->canvas, TAMBOUR_ROLE_TABLE_HEAD), marks) : 0;
}

static void
draw_step_head (TambourCanvas *canvas,
                double         width,
                double         height,
                gpointer       data)
{
  StepHead *head = data;
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_TABLE_HEAD);
  g_autofree char *marks = write_marks (head);

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
  double lack = measure_step_head (self, step_head) + AFTER_STEPS -
                (TAMBOUR_REPORT_WIDTH - SECTION_WIDTH - months->len * AUDIT_WIDTH - CHANGE_WIDTH - LEDGER_WIDTH);
  guint n = 1;
  TambourTable *table;

  columns[0].width -= MAX (lack, 0);
  for (guint i = 0; i < months->len; i++)
    columns[n++] = (TambourColumn) { months->pdata[i], AUDIT_WIDTH, 6, TAMBOUR_ALIGN_END, NULL, NULL };
  columns[n++] = (TambourColumn) { _("Change in year"), CHANGE_WIDTH, 12, TAMBOUR_ALIGN_END, NULL, NULL };
  columns[n++] = (TambourColumn) { NULL, 0, AFTER_STEPS, TAMBOUR_ALIGN_START, draw_step_head, step_head };
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
  g_autofree char *head = tambour_annual_take_head (self, TAMBOUR_CHAPTER_AUDITS, choose_head (self));
  int first = find_first (audits);
  StepHead step_head = { NULL, NULL };
  g_autoptr(TambourTable) table = NULL;

  if (!tambour_fact_is_known (self->facts->audits.score) || audits->len == 0)
    {
      g_autofree char *sentence = tambour_wording_fill (_("{0}."), head, NULL);

      tambour_annual_head (self, _("Architecture audit"), NULL, tambour_canvas_style (self->canvas, TAMBOUR_ROLE_BODY)->line);
      tambour_annual_text (self, TAMBOUR_ROLE_BODY, sentence);
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

/**
 * tambour_annual_audits:
 * @self: a report
 *
 * Adds the scores of audits by section, and what became of their findings.
 */
void
tambour_annual_audits (TambourAnnual *self)
{
  draw_sections (self);
  draw_findings (self);
}
