/* draw-fixture-more.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-data.h"
#include "draw-fixture.h"
#include "tambour-chart-advocacy.h"
#include "tambour-chart-audit.h"
#include "tambour-chart-usage.h"
#include "tambour-chart-value.h"
#include "tambour-page.h"

static const char * const months[] = {
  "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
};

void
draw_fixture_add_usage (TambourDocument *document)
{
  static const char * const initials[] = { "O", "N", "D", "J", "F", "M", "A", "M", "J", "J", "A", "S" };
  static const guint starts[] = { 0, 31, 61, 92, 123, 151, 182, 212, 243, 273, 304, 335, 365 };
  static const TambourStretch bands[] = { { 108, 150, "Wave 1" }, { 194, 242, "Wave 2" }, { 280, 330, "Wave 3" } };
  static const TambourStretch gaps[] = { { 134, 138, "no data 12–15 Feb" } };
  static const TambourBarsRow exposed[] = {
    { "Crew laptops on vessels", 610, NAN, "610", NULL, TRUE },
    { "Contractor laptops", 322, NAN, "322", NULL, FALSE },
    { "Port operations laptops", 172, NAN, "172", NULL, FALSE },
  };
  double width = tambour_deck_w (7), x = tambour_deck_x (7), room = tambour_deck_w (5);
  TambourCanvas *canvas = draw_fixture_add_page (document, "6", "Usage and protection",
                                                 "94% of users are now protected; 1,104 remain, more than half of them on vessels", "Source: usage metrics.");
  TambourStretch spans[12];
  TambourCoverageChart chart = {
    "Users protected", coverage, G_N_ELEMENTS (coverage), 0.95, "goal 95%", "78%", "94% now",
    spans, 12, bands, G_N_ELEMENTS (bands), gaps, G_N_ELEMENTS (gaps),
  };

  for (guint i = 0; i < 12; i++)
    spans[i] = (TambourStretch) { starts[i], starts[i + 1], months[i] };

  tambour_page_head (canvas, 48, 116, width, "Users protected rose in three waves and now flatten below the goal", "daily");
  tambour_chart_coverage (canvas, 48, 138, width, 166, &chart);
  tambour_page_head (canvas, 48, 316, width, "Devices calling known malicious hosts: 108, from 372", "per month");
  tambour_chart_columns (canvas, 48, 338, width, 138,
                         &(TambourColumnsChart) { "Devices", months, initials, 12, devices, devices_before,
                                                  "this year, 108", "last year, 372" });
  tambour_page_head (canvas, x, 116, room, "1,104 users are still exposed", NULL);
  tambour_chart_bars (canvas, x, 140, room,
                      &(TambourBarsChart) { "Exposed", exposed, G_N_ELEMENTS (exposed), 168, 36, 22, 0.6 });
}

void
draw_fixture_add_audit (TambourDocument *document)
{
  static const char * const audits[] = { "Nov ’24", "May ’25", "Nov ’25", "May ’26" };
  static const TambourSectionsRow sections[] = {
    { "Network coverage", { 71, 74, 83, 92 }, FALSE },
    { "Roaming endpoints", { 49, 55, 70, 86 }, FALSE },
    { "Logging and response", { 54, 60, 72, 80 }, FALSE },
    { "Policy design", { 66, 68, 74, 78 }, FALSE },
    { "Identity and directory", { 58, 62, 66, 71 }, FALSE },
    { "Resilience and failover", { 62, 64, 64, 61 }, TRUE },
  };
  static const TambourOpenChartRow open[] = {
    { "Resilience and failover", 1, 1, 1 }, { "Identity and directory", 0, 2, 0 },
    { "Logging and response", 0, 1, 0 },    { "Policy design", 0, 0, 1 },
    { "Roaming endpoints", 0, 0, 1 },
  };
  static const TambourColumn columns[] = {
    { "Severity", 0, 8, TAMBOUR_ALIGN_START },      { "Open at start", 80, 8, TAMBOUR_ALIGN_END },
    { "+ raised", 60, 8, TAMBOUR_ALIGN_END },       { "− closed", 64, 8, TAMBOUR_ALIGN_END },
    { "= open now", 70, 0, TAMBOUR_ALIGN_END },
  };
  static const char * const ledger[][5] = {
    { "High", "3", "5", "7", "1" }, { "Medium", "5", "11", "12", "4" }, { "Low", "3", "7", "7", "3" },
    { "All", "11", "23", "26", "8" },
  };
  double width = tambour_deck_w (7), x = tambour_deck_x (7), room = tambour_deck_w (5);
  TambourCanvas *canvas = draw_fixture_add_page (document, "7", "Architecture audit",
                                                 "The audit score rose 14 points to 78; resilience is the only section that fell", "Sources: audits, findings.");
  g_autoptr(TambourTable) table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_page_head (canvas, 48, 116, width, "Score by section, four audits", "overall 60, 64, 72, 78 of 100");
  tambour_chart_sections (canvas, 48, 142, width,
                          &(TambourSectionsChart) { "Score by section", audits, 4, 1, 75, "goal 75", sections,
                                                    G_N_ELEMENTS (sections), 112 });
  for (guint i = 0; i < G_N_ELEMENTS (ledger); i++)
    {
      if (i + 1 == G_N_ELEMENTS (ledger))
        tambour_table_add_total (table);
      else
        tambour_table_add_row (table);
      for (guint j = 0; j < 5; j++)
        tambour_table_cell_span (table, TAMBOUR_ROLE_CELL,
                                 (TambourSpan) { ledger[i][j], j == 4 || i == 3 ? 600 : 400 });
    }
  tambour_page_head (canvas, x, 116, room, "26 findings closed, 8 open, 1 of them high", NULL);
  tambour_table_draw (table, canvas, x, 140, room, 130, 0, NULL);
  tambour_page_head (canvas, x, 272, room, "Where the eight open findings are", NULL);
  tambour_chart_open (canvas, x, 295, room,
                      &(TambourOpenChart) { "Open findings", "High", "Medium", "Low", open, G_N_ELEMENTS (open) });
}

void
draw_fixture_add_advocacy (TambourDocument *document)
{
  static const TambourStagesRow rows[] = {
    { "1", "Per-site block page branding", { "Nov 24", "Jan 25", "May 25", "Nov 25" }, TAMBOUR_STAGES_DONE, NULL, "Shipped" },
    { "2", "Interface for roaming client inventory", { "Feb 25", "Mar 25", "Sep 25", "Feb 26" }, TAMBOUR_STAGES_DONE, NULL, "Shipped" },
    { "3", "Group policy from two directories", { "Oct 25", "Nov 25", "Jan 26", "Jun 26" }, TAMBOUR_STAGES_DONE, NULL, "Shipped" },
    { "4", "Scheduled policy changes with rollback", { "Nov 25", "Dec 25", "Feb 26", "Aug 26" }, TAMBOUR_STAGES_DONE, NULL, "Shipped" },
    { "5", "Log export to regional storage", { "Dec 25", "Jan 26", "Apr 26", "Q4 2026" }, TAMBOUR_STAGES_PLANNED, NULL, "On the roadmap" },
    { "6", "Low-bandwidth mode for satellite links", { "Mar 25", "May 25", "Mar 26", "Q1 2027" }, TAMBOUR_STAGES_PLANNED, NULL, "On the roadmap" },
    { "7", "Read-only auditor role", { "Jan 26", "Feb 26", "Jun 26", "Q1 2027" }, TAMBOUR_STAGES_PLANNED, NULL, "On the roadmap" },
    { "8", "Crew-change guest profiles", { "Apr 25", "Nov 25" }, TAMBOUR_STAGES_WAITING, NULL, "Under review" },
    { "9", "Failover drill mode", { "Feb 26", "Mar 26" }, TAMBOUR_STAGES_WAITING, NULL, "Under review" },
    { "10", "Alert on resolver drift", { "May 26", "Jul 26" }, TAMBOUR_STAGES_WAITING, NULL, "Under review" },
    { "11", "On-premises resolver appliance", { "Jun 25", "Oct 25" }, TAMBOUR_STAGES_DECLINED, "Jan 26: use a virtual forwarder", "Declined, with an alternative" },
    { "12", "Per-query billing export", { "Dec 25", "Feb 26" }, TAMBOUR_STAGES_DECLINED, "May 26: use the monthly usage file", "Declined, with an alternative" },
    { "13", "Dark theme in the console", { "Jul 26" }, TAMBOUR_STAGES_WAITING, NULL, "Logged, not yet championed" },
    { "14", "Arabic block pages", { "Sep 26" }, TAMBOUR_STAGES_WAITING, NULL, "Logged, not yet championed" },
  };
  TambourCanvas *canvas = draw_fixture_add_page (document, "8", "Advocacy",
                                                 "Four of your requests shipped this year, up from one; three more are on the roadmap", "Source: feature requests.");

  tambour_chart_stages (canvas, 48, 114, 864,
                        &(TambourStagesChart) { "Requests",
                                                { { "Asked", "14", "was 12" }, { "Championed", "12", "was 8" }, { "Accepted", "7", "was 4" }, { "Shipped", "4", "was 1" } },
                                                rows,
                                                G_N_ELEMENTS (rows) });
}

void
draw_fixture_add_enablement (TambourDocument *document)
{
  static const TambourTakeUpRow rows[] = {
    { "Training seats filled", "84 of 96 · 88%", "was 52 of 70", 84 / 96.0, 52 / 70.0 },
    { "Shared practices adopted", "11 of 17 · 65%", "was 6 of 12", 11 / 17.0, 0.5 },
    { "Papers and posts opened", "15 of 24 · 63%", "was 9 of 20", 15 / 24.0, 0.45 },
    { "Webinars attended", "6 of 9", "was 4 of 8", 6 / 9.0, 0.5 },
    { "Event invitations accepted", "3 of 4", "was 2 of 3", 0.75, 2 / 3.0 },
    { "Early-access invitations accepted", "2 of 3", "was 0 of 1", 2 / 3.0, 0 },
  };
  TambourCanvas *canvas = draw_fixture_add_page (document, "9", "Enablement",
                                                 "Take-up rose in every programme; policy questions are now the largest cause of cases and the next training need",
                                                 "Sources: training, shared resources, invitations, cases.");

  tambour_page_head (canvas, 48, 116, tambour_deck_w (7), "Offered, and taken up", "black tick: last year");
  tambour_chart_take_up (canvas, 48, 142, tambour_deck_w (7),
                         &(TambourTakeUpChart) { "Take-up", rows, G_N_ELEMENTS (rows), 176, 164, 31 });
}

void
draw_fixture_add_value (TambourDocument *document)
{
  TambourCanvas *canvas = draw_fixture_add_page (document, "10", "Value statement",
                                                 "We count €124 thousand, with half of every shared effect; the plan pays for itself from a share of 28%",
                                                 "Sources: cases, usage metrics, known issues, agreement.");
  double used = tambour_page_ruled_head (canvas, 48, 330, tambour_deck_w (8), TAMBOUR_TONE_INK,
                                         "Total value, by how much of the shared effects is counted", NULL);

  tambour_chart_sensitivity (canvas, 48, 334 + used, tambour_deck_w (8), 124,
                             &(TambourSensitivityChart) { "Total value", 33392, 180320, 0.5, 84000, 0.2807, "€33.4k",
                                                          "€213.7k", "counted: 50%, €123.6k", "fee €84.0k",
                                                          "break-even at 28%" });
}

void
draw_fixture_add_projects (TambourDocument *document)
{
  static const TambourMatrixDisc discs[] = {
    { "1", 4, 1, TRUE },  { "2", 5, 3, TRUE },  { "3", 3, 1, FALSE }, { "4", 4, 3, FALSE },
    { "5", 4, 4, FALSE }, { "6", 2, 2, FALSE }, { "7", 3, 4, FALSE },
  };
  TambourCanvas *canvas = draw_fixture_add_page (document, "11", "Next year’s value-add projects",
                                                 "Two projects come first: protect the last 1,104 laptops and prove failover in four regions",
                                                 "Source: value-add projects.");

  tambour_page_head (canvas, 48, 116, tambour_deck_w (4), "Impact against effort", NULL);
  tambour_chart_matrix (canvas, 56, 142, tambour_deck_w (4) - 8, 312,
                        &(TambourMatrixChart) { "Impact against effort", "Impact", "Effort", "low effort",
                                                "high effort", "Do first", discs, G_N_ELEMENTS (discs) });
}

void
draw_fixture_add_decisions (TambourDocument *document)
{
  static const TambourColumn columns[] = {
    { NULL, 34, 0, TAMBOUR_ALIGN_START },
    { "Decision and recommended choice", 330, 18, TAMBOUR_ALIGN_START },
    { "If it waits", 236, 18, TAMBOUR_ALIGN_START },
    { "Who decides", 186, 12, TAMBOUR_ALIGN_START },
    { "By", 0, 0, TAMBOUR_ALIGN_START },
  };
  static const char * const rows[][6] = {
    { "Approve four failover test windows", "Four Saturdays, 02:00–04:00 local time, one per region",
      "An untested region can cost €6,800 per outage hour; July’s P1 lasted 2 h 35 min",
      "Marguerite Delacroix-Oyelaran", "CIO", "30 Oct 2026" },
    { "Require the client on the last 1,104 laptops", "Block unmanaged laptops from the network after a 30-day notice",
      "They stay outside filtering; coverage holds at 94%", "Tomasz Wieczorek", "Head of Network Security", "15 Nov 2026" },
    { "Name one owner for the identity directory", "One owner, 25 working days in Apr–Jun 2027",
      "Two findings stay open; sync cases continue at about two a month", "Hye-jin Park",
      "Director of IT Operations", "30 Nov 2026" },
  };
  static const TambourPageStep steps[] = {
    { "14 Oct 2026", "This review", NULL }, { "21 Oct 2026", "Minutes and decisions sent", "Ines Okafor-Lindqvist" },
    { "30 Oct 2026", "Failover windows booked", "Hye-jin Park" }, { "7 Nov 2026", "First failover test, Rotterdam", "Hye-jin Park" },
    { "15 Nov 2026", "Client notice sent to 1,104 users", "Tomasz Wieczorek" }, { "20 Jan 2027", "Progress review, projects 1 and 2", "All" },
  };
  TambourCanvas *canvas = draw_fixture_add_page (document, "12", "Decisions and next steps",
                                                 "We ask for three decisions by 30 November; with the first, failover testing starts on 7 November",
                                                 "Steps are equally spaced, not to scale.");
  g_autoptr(TambourTable) table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  double used;

  tambour_table_set_top (table);
  tambour_table_set_padding (table, 12, 11);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      tambour_table_add_row (table);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { number, 600, TAMBOUR_TONE_ACCENT, 24 });
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { rows[i][0], 600, 0, 13 });
      tambour_table_more (table, TAMBOUR_ROLE_SECOND, rows[i][1]);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, rows[i][2]);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, rows[i][3]);
      tambour_table_more (table, TAMBOUR_ROLE_SECOND, rows[i][4]);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { rows[i][5], 600 });
    }
  tambour_table_draw (table, canvas, 48, 116, 864, 220, 0, NULL);
  used = tambour_page_ruled_head (canvas, 48, 348, 864, TAMBOUR_TONE_INK, "Next steps", NULL);
  tambour_page_steps (canvas, 48, 356 + used, 864, steps, G_N_ELEMENTS (steps));
}
