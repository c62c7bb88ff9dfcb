/* tambour-pages-ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <string.h>

#include "tambour-chart-audit.h"
#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* The right part of the page of the audit: the ledger of findings, and those that are open. In
 * points (REPORT-DESIGN section 4).
 */
#define RIGHT        tambour_deck_x (7)
#define ROOM         tambour_deck_w (5)
#define LEDGER_TOP   138.0
#define LEDGER_ROOM  220.0
#define OPEN_HEAD    272.0
#define OPEN_ROW     25.0
#define OLDEST_ROOM  54.0
#define BLOCK_GAP    11.0

/* --- the ledger ------------------------------------------------------------- */

static void
add_row (TambourPages            *self,
         TambourTable            *table,
         const char              *name,
         const TambourLedgerFact *ledger,
         gboolean                 total)
{
  TambourFact *facts[] = { ledger->start, ledger->raised, ledger->closed, ledger->open };

  if (total)
    tambour_table_add_total (table);
  else
    tambour_table_add_row (table);

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = name, .weight = total ? 600 : 400 });
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *value = tambour_fact_now (facts[i]);
      gboolean strong = total || i + 1 == G_N_ELEMENTS (facts);

      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = value, .weight = strong ? 600 : 400 });
      tambour_pages_use (self, TAMBOUR_CHAPTER_AUDITS, facts[i]);
    }
}

static double
draw_table (TambourPages  *self,
            TambourCanvas *canvas)
{
  const TambourAuditFacts *audits = &self->facts->audits;
  const TambourColumn columns[] = {
    { _("Severity"), 0, 8, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Open at start"), 84, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("+ raised"), 54, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("− closed"), 60, 8, TAMBOUR_ALIGN_END, NULL, NULL },
    { _("= open now"), 68, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  g_autoptr(TambourTable) table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  double height;

  add_row (self, table, _("High"), &audits->by_severity[TAMBOUR_SEVERITY_HIGH], FALSE);
  add_row (self, table, _("Medium"), &audits->by_severity[TAMBOUR_SEVERITY_MEDIUM], FALSE);
  add_row (self, table, _("Low"), &audits->by_severity[TAMBOUR_SEVERITY_LOW], FALSE);
  add_row (self, table, _("All"), &audits->ledger, TRUE);
  tambour_table_draw (table, canvas, RIGHT, LEDGER_TOP, ROOM, LEDGER_ROOM, 0, &height);

  return LEDGER_TOP + height;
}

/* What the TAM has to mend before this page is shown to anybody. */
static double
draw_imbalance (TambourPages  *self,
                TambourCanvas *canvas,
                double         y)
{
  const TambourLedgerFact *ledger = &self->facts->audits.ledger;
  gint64 sum = tambour_fact_count (ledger->start) + tambour_fact_count (ledger->raised) - tambour_fact_count (ledger->closed);
  g_autofree char *expected = tambour_wording_number (sum);
  g_autofree char *open = tambour_fact_now (ledger->open);
  g_autoptr(TambourRich) text = tambour_statement_say (_("<b>The ledger does not balance:</b> by its dates {0} should be open, "
                                                         "by its states {1} are. A finding was settled without a date, or "
                                                         "dated and not settled."),
                                                       expected, open, NULL);

  return y + 4 + tambour_page_paragraph (canvas, RIGHT, y + 4, ROOM, TAMBOUR_ROLE_SECOND, text);
}

static gboolean
balances (TambourFacts *facts)
{
  gboolean all = facts->audits.ledger.balances;

  for (guint severity = 0; severity < TAMBOUR_N_SEVERITIES; severity++)
    all &= facts->audits.by_severity[severity].balances;

  return all;
}

/* --- what is open ------------------------------------------------------------- */

static gint
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  const TambourOpenChartRow *first = a;
  const TambourOpenChartRow *second = b;

  if (first->high != second->high)
    return first->high < second->high ? 1 : -1;
  if (first->medium != second->medium)
    return first->medium < second->medium ? 1 : -1;
  if (first->low != second->low)
    return first->low < second->low ? 1 : -1;

  return strcmp (first->name, second->name);
}

static void
count_finding (TambourOpenChartRow *row,
               TambourSeverity      severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_LOW:
      row->low++;
      return;
    case TAMBOUR_SEVERITY_MEDIUM:
      row->medium++;
      return;
    case TAMBOUR_SEVERITY_HIGH:
      row->high++;
      return;
    }

  g_assert_not_reached ();
}

static GArray *
list_sections (TambourFacts *facts)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TambourOpenChartRow));

  for (guint i = 0; i < facts->audits.open->len; i++)
    {
      const TambourFindingFact *finding = &g_array_index (facts->audits.open, TambourFindingFact, i);
      TambourOpenChartRow new = { .name = finding->section && *finding->section ? finding->section : _("Without a section") };
      TambourOpenChartRow *row = NULL;

      for (guint j = 0; j < rows->len && row == NULL; j++)
        if (strcmp (g_array_index (rows, TambourOpenChartRow, j).name, new.name) == 0)
          row = &g_array_index (rows, TambourOpenChartRow, j);
      if (row == NULL)
        {
          g_array_append_val (rows, new);
          row = &g_array_index (rows, TambourOpenChartRow, rows->len - 1);
        }
      count_finding (row, finding->severity);
    }

  g_array_sort (rows, compare_sections);

  return rows;
}

static guint
count_hidden (GArray *rows,
              guint   n_shown)
{
  guint n = 0;

  for (guint i = n_shown; i < rows->len; i++)
    {
      const TambourOpenChartRow *row = &g_array_index (rows, TambourOpenChartRow, i);

      n += row->high + row->medium + row->low;
    }

  return n;
}

/* As many sections as leave room for the oldest finding; the severest come first. */
static double
draw_open (TambourPages  *self,
           TambourCanvas *canvas,
           double         y,
           const char    *head)
{
  g_autoptr(GArray) rows = list_sections (self->facts);
  double room = TAMBOUR_DECK_BODY_END - OLDEST_ROOM - y;
  guint most = (guint) MAX (room / OPEN_ROW, 1);
  guint n = rows->len <= most ? rows->len : MAX (most - 1, 1);
  TambourOpenChart chart = { head, _("High"), _("Medium"), _("Low"), (const TambourOpenChartRow *) rows->data, n };

  y += tambour_chart_open (canvas, RIGHT, y, ROOM, &chart);

  return y + tambour_pages_draw_more (canvas, RIGHT, y + 3, ROOM, count_hidden (rows, n));
}

/**
 * tambour_pages_ledger:
 * @self: pages
 * @canvas: the page of the audit
 *
 * Draws what became of the findings: open at the start, raised, closed and open, which has to
 * balance; where the open ones are, and the oldest of the severest.
 */
void
tambour_pages_ledger (TambourPages  *self,
                      TambourCanvas *canvas)
{
  TambourFacts *facts = self->facts;
  g_autofree char *head = tambour_findings_ledger_head (facts);
  g_autofree char *open = tambour_findings_open_head (facts);
  g_autoptr(TambourRich) oldest = tambour_findings_oldest_text (facts);
  double y;

  tambour_pages_head (canvas, RIGHT, TAMBOUR_DECK_BODY, ROOM, head, NULL);
  if (!tambour_fact_is_known (facts->audits.ledger.open))
    {
      g_autofree char *reason = tambour_pages_reason (facts->audits.ledger.open);

      tambour_page_text (canvas, RIGHT, LEDGER_TOP + 4, ROOM, TAMBOUR_ROLE_SECOND, reason);
      return;
    }

  y = draw_table (self, canvas);
  if (!balances (facts))
    y = draw_imbalance (self, canvas, y);
  y = MAX (OPEN_HEAD, y + BLOCK_GAP);
  tambour_pages_head (canvas, RIGHT, y, ROOM, open, NULL);
  if (oldest == NULL)
    {
      tambour_page_text (canvas, RIGHT, y + 23, ROOM, TAMBOUR_ROLE_SECOND,
                         _("Nothing that an audit found is waiting at the end of this period."));
      return;
    }

  y = draw_open (self, canvas, y + 23, open);
  tambour_page_paragraph (canvas, RIGHT, y + 8, ROOM, TAMBOUR_ROLE_SECOND, oldest);
}
