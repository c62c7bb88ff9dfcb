/* draw-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-data.h"
#include "draw-fixture.h"
#include "tambour-chart-cases.h"
#include "tambour-chart-continuity.h"
#include "tambour-chart-cover.h"
#include "tambour-chart-goals.h"
#include "tambour-page.h"

#define FOOTER "Varnholt Maritime Group · Executive business review · 1 Oct 2025 – 30 Sep 2026"

static const char * const months[] = {
  "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
};

static const char * const durations[TAMBOUR_N_DURATIONS] = {
  "15 min", "1 h", "4 h", "1 d", "3 d", "10 d", "30 d",
};

TambourCanvas *
draw_fixture_add_page (TambourDocument *document,
                       const char      *number,
                       const char      *label,
                       const char      *title,
                       const char      *source)
{
  TambourCanvas *canvas = tambour_document_add_page (document, number, title);
  const TambourPageFrame frame = {
    .label = label, .title = title, .source = source, .footer = FOOTER, .number = number,
  };

  tambour_page_frame (canvas, &frame);

  return canvas;
}

void
draw_fixture_add_cover (TambourDocument *document)
{
  static const guint days_in[] = { 31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30 };
  static const TambourFactLine facts[] = {
    { "Period", "1 Oct 2025 – 30 Sep 2026, Platinum plan" },
    { "Review", "14 October 2026, 60 minutes" },
    { "Sponsor", "Marguerite Delacroix-Oyelaran, CIO" },
    { "Prepared by", "Ines Okafor-Lindqvist, technical account manager" },
  };
  const TambourPageCover cover = {
    .product = "Quillmere", .label = "Executive business review", .name = "Varnholt Maritime Group",
    .verdict = "Outage time fell 60% and 94% of users are protected. One goal did not move: regional failover.",
    .facts = facts, .n_facts = G_N_ELEMENTS (facts),
    .caption = "One dot is one day; its area is the share of users still exposed: 22% on 1 October 2025, "
               "6% on 30 September 2026. Rings mark the four outage days; small outlines are days without data.",
    .confidential = "Confidential: prepared for Varnholt Maritime Group",
  };
  TambourCanvas *canvas = tambour_document_add_page (document, "1", "Varnholt Maritime Group");
  TambourDaysDot dots[365];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days_in); i++)
    for (guint j = 1; j <= days_in[i]; j++, n++)
      dots[n] = (TambourDaysDot) { i, j, coverage[n], n == 36 || n == 125 || n == 167 || n == 280 };

  tambour_page_cover (canvas, &cover);
  tambour_chart_days (canvas, 564, 62,
                      &(TambourDaysChart) { "Users exposed, by day", months, 12, dots, n });
}

static void
draw_points (TambourCanvas      *canvas,
             guint               column,
             TambourTone         tone,
             const char         *head,
             const char * const  texts[][3],
             guint               n_texts)
{
  double x = tambour_deck_x (column), width = tambour_deck_w (4);
  double used = tambour_page_ruled_head (canvas, x, 258, width, tone, head, NULL);
  TambourRich *points[4];

  for (guint i = 0; i < n_texts; i++)
    {
      points[i] = tambour_rich_new (NULL);
      tambour_rich_add_bold (points[i], texts[i][0]);
      tambour_rich_add (points[i], texts[i][1]);
      tambour_rich_add_page (points[i], texts[i][2], texts[i][2] ? 1 : 0);
    }

  tambour_page_points (canvas, x, 258 + used, width, points, n_texts);
  for (guint i = 0; i < n_texts; i++)
    tambour_rich_free (points[i]);
}

void
draw_fixture_add_year (TambourDocument *document)
{
  static const TambourTile tiles[] = {
    { "Value counted", "€123.6k", "+42%", "from €86.9k", NULL, 123.6, 86.9, 123.6, TRUE },
    { "Response targets met", "97.9%", "+3.8 pts", "from 94.1%", NULL, 97.9, 94.1, 100, FALSE },
    { "Outage time", "11.0 h", "−60%", "from 27.5 h", NULL, 11, 27.5, 27.5, FALSE },
    { "Users protected", "94%", "+16 pts", "from 78%", NULL, 94, 78, 100, FALSE },
    { "Audit score, of 100", "78", "+14 pts", "from 64", NULL, 78, 64, 100, FALSE },
  };
  static const char * const well[][3] = {
    { "Cases fell 22%", ", from 187 to 146; roaming client fixes account for 23 of the 41 fewer. ", "p. 4" },
    { "Infected devices fell 71%", ", from 372 to 108. ", "p. 6" },
    { "Four of your feature requests shipped", "; one did the year before. ", "p. 8" },
  };
  static const char * const not[][3] = {
    { "Regional failover was not tested", ": one region of four, as a year ago. Resilience fell to 61. ", "p. 3, 7" },
    { "Coverage ended one point short", ": 1,104 users remain, over half of them on vessels. ", "p. 6" },
    { "Policy questions rose", " from 38 to 41, against the trend. ", "p. 4, 9" },
  };
  static const char * const decide[][3] = {
    { "1", "  Approve four failover test windows, by 30 Oct", NULL },
    { "2", "  Require the client on the last 1,104 laptops, by 15 Nov", NULL },
    { "3", "  Name one owner for the identity directory, by 30 Nov", NULL },
    { NULL, NULL, "Reasons and the cost of waiting: p. 12" },
  };
  TambourCanvas *canvas = draw_fixture_add_page (document, "2", "The year in one page",
                                                 "The year returned €124 thousand of counted value on an €84 thousand plan and left one risk open: "
                                                 "regional failover",
                                                 "Grey bars: previous agreement year, 1 Oct 2024 – 30 Sep 2025. Value uses the rates agreed on "
                                                 "3 September 2026; method on page 10. Sources: cases, usage metrics, audits, agreement.");

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    tambour_page_tile (canvas, 48 + 177.6 * i, 124, 153.6, &tiles[i]);
  draw_points (canvas, 0, TAMBOUR_TONE_INK, "What went well", well, G_N_ELEMENTS (well));
  draw_points (canvas, 4, TAMBOUR_TONE_INK, "What did not", not, G_N_ELEMENTS (not));
  draw_points (canvas, 8, TAMBOUR_TONE_ACCENT, "What we ask you to decide today", decide, G_N_ELEMENTS (decide));
}

typedef struct
{
  const char           *goal, *measure, *start, *target, *result;
  TambourProgressChart  progress;
  TambourSign           sign;
  const char           *word, *owner;
} Goal;

static void
draw_goal_progress (TambourCanvas *canvas,
                    double         width,
                    double         height,
                    gpointer       user_data)
{
  tambour_chart_progress (canvas, width, height, user_data);
}

static void
draw_goal_head (TambourCanvas *canvas,
                double         width,
                double         height,
                gpointer       user_data)
{
  tambour_chart_progress_head (canvas, width, height, user_data);
}

void
draw_fixture_add_goals (TambourDocument *document)
{
  static Goal goals[] = {
    { "Keep priority-1 response inside target", "P1 answered in target", "8 of 9", "all", "4 of 4", { 1, "100%" }, TAMBOUR_SIGN_MET, "Met", "Ines Okafor-Lindqvist" },
    { "Reduce the load on the service desk", "Cases opened", "187", "≤ 150", "146", { 41 / 37.0, "111%" }, TAMBOUR_SIGN_MET, "Met", "Declan Roux" },
    { "Raise the architecture audit score", "Score, 0 to 100", "64", "75", "78", { 14 / 11.0, "127%" }, TAMBOUR_SIGN_MET, "Met", "Amara Nwosu" },
    { "Retire legacy resolvers at the ports", "Ports without them", "0 of 12", "12 of 12", "12 of 12", { 1, "100%" }, TAMBOUR_SIGN_MET, "Met", "Hye-jin Park" },
    { "Protect every laptop, everywhere", "Users protected", "78%", "95%", "94%", { 16 / 17.0, "94%" }, TAMBOUR_SIGN_NEARLY, "Nearly", "Tomasz Wieczorek" },
    { "Prove regional failover works", "Regions tested", "1 of 4", "4 of 4", "1 of 4", { 0, "0%" }, TAMBOUR_SIGN_MISSED, "Missed", "Hye-jin Park" },
  };
  static const TambourProgressHead head = { "where we started", "target", "0%", "100%" };
  static const TambourColumn columns[] = {
    { NULL, 22, 0, TAMBOUR_ALIGN_START },
    { "Goal and measure", 226, 8, TAMBOUR_ALIGN_START },
    { "Start", 58, 8, TAMBOUR_ALIGN_END },
    { "Target", 62, 8, TAMBOUR_ALIGN_END },
    { "Result", 70, 20, TAMBOUR_ALIGN_END },
    { NULL, 262, 12, TAMBOUR_ALIGN_START, draw_goal_head, (gpointer) &head },
    { "Status", 70, 8, TAMBOUR_ALIGN_START },
    { "Owner", 0, 0, TAMBOUR_ALIGN_START },
  };
  static const TambourSign signs[] = { 0, 0, 0, 0, 0, 0, 0, TAMBOUR_SIGN_MISSED };
  TambourCanvas *canvas = draw_fixture_add_page (document, "3", "Goals",
                                                 "Four of six goals were met; coverage ended one point short and failover testing did not move",
                                                 "Progress = (result − start) ÷ (target − start); bars stop at 130%. Met: 100% or more; nearly: 90 to "
                                                 "99%; missed: below 90%. Sources: goals, cases, usage metrics, audit of May 2026.");
  g_autoptr(TambourTable) table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_head (table, 26.8);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      tambour_table_add_row (table);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { number, 0, TAMBOUR_TONE_INK3 });
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { goals[i].goal, 600 });
      tambour_table_more (table, TAMBOUR_ROLE_SECOND, goals[i].measure);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, goals[i].start);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, goals[i].target);
      tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { goals[i].result, 600 });
      tambour_table_cell_draw (table, draw_goal_progress, &goals[i].progress, NULL);
      tambour_table_cell_sign (table, goals[i].sign, goals[i].word);
      tambour_table_cell (table, TAMBOUR_ROLE_SECOND, goals[i].owner);
    }
  tambour_table_draw (table, canvas, 48, 116, 864, 300, 0, NULL);
  tambour_page_ruled_head (canvas, 48, 416, 864, TAMBOUR_TONE_INK, "7 of 8 commitments of last year kept", NULL);
  tambour_page_signs (canvas, 48, 449, 272, signs, G_N_ELEMENTS (signs), "7 kept, 1 missed");
}

void
draw_fixture_add_cases (TambourDocument *document)
{
  static const TambourMonthsRow opened[] = {
    { "P1 Outage", "4 (was 9)", opened_p1 },
    { "P2 Technical issue", "58 (was 81)", opened_p2 },
    { "P3 Information", "84 (was 97)", opened_p3 },
  };
  static const TambourResponseRow response[] = {
    { "P1", "30 min by phone", 1, 8 / 9.0, "4 of 4", "was 8 of 9" },
    { "P2", "1 business day", 56 / 58.0, 75 / 81.0, "56 of 58", "was 75 of 81" },
    { "P3", "2 business days", 83 / 84.0, 93 / 97.0, "83 of 84", "was 93 of 97" },
  };
  static const TambourResolveRow resolve[] = {
    { "P1 median 2 h 30 min", "was 2 h 50 min", hours_p1, G_N_ELEMENTS (hours_p1), 2.5, NAN, "longest 4 h 10 min" },
    { "P2 median 1.6 d", "was 2.4 d, 2 open", hours_p2, G_N_ELEMENTS (hours_p2), 38.4, 156, "9 in 10 by 6.5 d" },
    { "P3 median 1.9 d", "was 2.9 d, 3 open", hours_p3, G_N_ELEMENTS (hours_p3), 45, 160.4, "9 in 10 by 6.7 d" },
  };
  static const TambourBarsRow causes[] = {
    { "Policy and configuration questions", 41, 38, "41", "was 38", FALSE },
    { "Roaming client connectivity", 29, 52, "29", "was 52", TRUE },
    { "Directory and identity sync", 24, 31, "24", "was 31", FALSE },
    { "Access and account administration", 19, 24, "19", "was 24", FALSE },
    { "Slow resolution", 14, 18, "14", "was 18", FALSE },
    { "Category disputes", 11, 13, "11", "was 13", FALSE },
    { "Service outage", 4, 9, "4", "was 9", FALSE },
    { "Other", 4, 2, "4", "was 2", FALSE },
  };
  double width = tambour_deck_w (6), left = tambour_deck_x (0), right = tambour_deck_x (6);
  TambourCanvas *canvas = draw_fixture_add_page (document, "4", "Service and cases",
                                                 "Cases fell 22% and 97.9% met their response target; roaming client fixes account for over half of the drop",
                                                 "Cases opened 1 Oct 2025 – 30 Sep 2026: 146 (187). Time to resolve: elapsed, open to resolved, log scale, "
                                                 "▲ median; 5 cases open on 30 Sep left out. Response axis starts at 85%. Source: cases.");

  tambour_page_head (canvas, left, 116, width, "September brought half of October’s cases", "cases opened, by month");
  tambour_chart_months (canvas, left, 139, width,
                        &(TambourMonthsChart) { "Cases opened", months, 12, opened, 3, 118, 4.75 });

  tambour_page_head (canvas, right, 116, width, "First response improved at every priority", "share in target");
  tambour_chart_response (canvas, right, 146, width,
                          &(TambourResponseChart) { "First response", "this year", "last year", response, 3, 128, 122 });

  tambour_page_head (canvas, left, 313, width, "Half of all cases close within 1.7 days", "141 resolved, one dot each");
  tambour_chart_resolve (canvas, left, 338, width,
                         &(TambourResolveChart) { "Time to resolve", durations, resolve, 3, 138, 124 });

  tambour_page_head (canvas, right, 276, width, "Roaming client cases fell by 23, policy questions rose by 3", "by cause");
  tambour_chart_bars (canvas, right, 301, width,
                      &(TambourBarsChart) { "Causes", causes, G_N_ELEMENTS (causes), 192, 74, 18.6, 0.56 });
  tambour_page_text (canvas, right, 456, width, TAMBOUR_ROLE_SECOND,
                     "Black tick: last year. Client 5.0 (March) removed the sleep and resume faults.");
}

typedef struct
{
  const char           *priority, *date, *title, *number, *outcome, *who;
  TambourTimelineChart  timeline;
} Escalation;

static void
draw_escalation (TambourCanvas *canvas,
                 double         width,
                 double         height,
                 gpointer       user_data)
{
  tambour_chart_timeline (canvas, width, height, user_data);
}

static void
draw_escalation_head (TambourCanvas *canvas,
                      double         width,
                      double         height,
                      gpointer       user_data)
{
  tambour_chart_timeline_axis (canvas, width, height, durations);
}

static void
add_escalation (TambourTable *table,
                Escalation   *row)
{
  TambourRich *title = tambour_rich_new (row->title);
  TambourRich *outcome = tambour_rich_new (row->outcome);

  tambour_rich_add (title, " ");
  tambour_rich_add_grey (title, row->number);
  tambour_rich_add (outcome, "; raised by ");
  if (g_str_equal (row->who, "you"))
    tambour_rich_add_bold (outcome, row->who);
  else
    tambour_rich_add (outcome, row->who);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { row->priority, 600 });
  tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, tambour_rich_new (row->date));
  tambour_table_cell_rich (table, TAMBOUR_ROLE_CELL, title);
  tambour_table_more_rich (table, TAMBOUR_ROLE_SECOND, outcome);
  tambour_table_cell_draw (table, draw_escalation, &row->timeline, NULL);
}

void
draw_fixture_add_escalations (TambourDocument *document)
{
  static Escalation rows[] = {
    { "P1", "6 Nov", "Resolver unreachable, Rotterdam hub", "10231", "Forwarder pair replaced", "your TAM", { 0.15, 2.417, "2 h 25 min", "escalated", "resolved" } },
    { "P2", "9 Dec", "Directory sync dropped 1,900 users", "10264", "Connector 3.0 pinned", "your TAM", { 6, 76.8, "3.2 d" } },
    { "P1", "3 Feb", "Route leak, Asia ports", "10311", "Route filters added", "your TAM", { 0.2, 4.167, "4 h 10 min" } },
    { "P2", "24 Feb", "Client loops after sleep, 340 laptops", "10329", "Fixed in client 5.0", "you", { 20, 156, "6.5 d" } },
    { "P1", "17 Mar", "Policy push emptied one allow list", "10346", "Change preview now on", "your TAM", { 0.1, 1.833, "1 h 50 min" } },
    { "P2", "21 May", "Slow resolution on satellite links", "10398", "Request 6 on the roadmap", "you", { 30, 218.4, "9.1 d" } },
    { "P1", "8 Jul", "Resolver unreachable, Santos hub", "10421", "Second forwarder pending", "your TAM", { 0.133, 2.583, "2 h 35 min" } },
  };
  static const TambourSharesRow shares[] = {
    { "After-hours cases with TAM notified", "31 of 31", 31, 31 },
    { "… and reviewed next business morning", "30 of 31", 30, 31 },
    { "Regular calls held", "46 of 48", 46, 48 },
    { "Roadmap reviews held", "4 of 4", 4, 4 },
    { "Call actions closed", "109 of 118", 109, 118 },
    { "Resolved cases that stayed closed", "136 of 141", 136, 141 },
  };
  static const TambourColumn columns[] = {
    { "Opened", 50, 0, TAMBOUR_ALIGN_START },
    { "What happened, case, outcome", 262, 4, TAMBOUR_ALIGN_START },
    { NULL, 0, 0, TAMBOUR_ALIGN_START, draw_escalation_head, NULL },
  };
  TambourCanvas *canvas = draw_fixture_add_page (document, "5", "Continuity and escalations",
                                                 "Seven escalations, down from thirteen; your TAM raised five of them before you had to ask",
                                                 "Escalated = moved to engineering or management with a named owner. “Raised by your TAM” = escalation "
                                                 "entered by the TAM before any customer request for it. Sources: cases, escalations, calls.");
  g_autoptr(TambourTable) table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  double x = tambour_deck_x (8), width = tambour_deck_w (4), y = 352;

  tambour_page_head (canvas, 48, 116, tambour_deck_w (8), "Each escalation, from opened to resolved",
                     "elapsed time, log scale");
  tambour_table_set_minimum (table, 41.7);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_escalation (table, &rows[i]);
  tambour_table_draw (table, canvas, 48, 138, tambour_deck_w (8), 330, 0, NULL);

  tambour_page_head (canvas, x, 116, width, "One owner for every case", NULL);
  tambour_chart_shares (canvas, x, 143, width,
                        &(TambourSharesChart) { "One owner for every case", shares, G_N_ELEMENTS (shares), 33 });
  y += tambour_page_ruled_head (canvas, x, y, width, TAMBOUR_TONE_INK, "What we changed", NULL) + 3;
  y += tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_SECOND,
                          "Every P1 this year reached an engineer within 12 minutes. The two P2s you raised yourself waited 20 and "
                          "30 hours: since June, a P2 open for 16 hours goes to the TAM automatically.") +
       6;
  tambour_page_text (canvas, x, y, width, TAMBOUR_ROLE_SECOND,
                     "Your TAM was away 18 working days; the named deputy held every call and every case in that time.");
}

TambourDocument *
draw_fixture_deck (TambourColour brand,
                   gboolean      rtl)
{
  TambourTheme theme;
  TambourDocument *document;

  tambour_theme_init (&theme, brand);
  document = tambour_document_new (tambour_fonts_get_default (NULL), &theme, TAMBOUR_PAPER_DECK, rtl);
  tambour_document_set_title (document, "Executive business review, Varnholt Maritime Group");
  tambour_document_set_author (document, "Ines Okafor-Lindqvist");
  tambour_document_set_language (document, "en");
  tambour_document_set_created (document, 1790917200);

  draw_fixture_add_cover (document);
  draw_fixture_add_year (document);
  draw_fixture_add_goals (document);
  draw_fixture_add_cases (document);
  draw_fixture_add_escalations (document);
  draw_fixture_add_usage (document);
  draw_fixture_add_audit (document);
  draw_fixture_add_advocacy (document);
  draw_fixture_add_enablement (document);
  draw_fixture_add_value (document);
  draw_fixture_add_projects (document);
  draw_fixture_add_decisions (document);

  return document;
}
