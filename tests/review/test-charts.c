/* test-charts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "draw-check.h"
#include "draw-fixture.h"
#include "tambour-chart-advocacy.h"
#include "tambour-chart-audit.h"
#include "tambour-chart-cases.h"
#include "tambour-chart-continuity.h"
#include "tambour-chart-cover.h"
#include "tambour-chart-goals.h"
#include "tambour-chart-usage.h"
#include "tambour-chart-value.h"
#include "tambour-page.h"

#define ROUNDS 60

static const char * const months[] = { "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep" };
static const char * const durations[TAMBOUR_N_DURATIONS] = { "15 min", "1 h", "4 h", "1 d", "3 d", "10 d", "30 d" };

static const char * const names[] = {
  "Other", "Client", "Policy and configuration questions", "Äußerst langwierige Verzeichnissynchronisationsschwierigkeiten",
  "Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt", "إبقاء الاستجابة ضمن الهدف",
};

static const char *
any_name (void)
{
  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

static double
any (double from,
     double to)
{
  return g_test_rand_double_range (from, to);
}

static double
any_or_none (double from,
             double to)
{
  return g_test_rand_int_range (0, 4) == 0 ? NAN : any (from, to);
}

static double
any_count (int most)
{
  return g_test_rand_int_range (0, most);
}

typedef void (*DrawFunc) (TambourCanvas *canvas);

/* Draws with random figures, in both directions, and checks what must hold for each page. */
static void
try_often (gconstpointer data)
{
  DrawFunc draw = (DrawFunc) data;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(TambourCanvas) canvas = draw_check_new_canvas (i % 2);

      draw (canvas);
      draw_check_page (canvas);
    }
}

static void
draw_months (TambourCanvas *canvas)
{
  double values[3][12];
  TambourMonthsRow rows[3];
  int most = g_test_rand_int_range (1, 400);

  for (guint i = 0; i < 3; i++)
    {
      gboolean empty = g_test_rand_bit ();

      for (guint j = 0; j < 12; j++)
        values[i][j] = empty ? 0 : any_or_none (0, most) - (g_test_rand_int_range (0, 20) == 0);
      rows[i] = (TambourMonthsRow) { "P2 Technical issue", empty ? "none this year (was 3)" : "58 (was 81)", values[i] };
    }

  tambour_chart_months (canvas, 48, 139, 420, &(TambourMonthsChart) { "Cases", months, 12, rows, 3, 118, 4.75 });
}

static void
draw_response (TambourCanvas *canvas)
{
  TambourResponseRow rows[3];

  for (guint i = 0; i < 3; i++)
    rows[i] = (TambourResponseRow) { "P1", "30 min by phone", any_or_none (g_test_rand_bit () ? 0.9 : 0, 1),
                                     any_or_none (0.5, 1), "1,056 of 1,058", "was 1,075 of 1,081", "no P1 this year" };

  tambour_chart_response (canvas, 492, 146, 420,
                          &(TambourResponseChart) { "Response", "this year", "last year", rows, 3, 128, 150 });
}

static void
draw_resolve (TambourCanvas *canvas)
{
  double hours[3][600];
  TambourResolveRow rows[3];

  for (guint i = 0; i < 3; i++)
    {
      guint n = g_test_rand_int_range (0, g_test_rand_bit () ? 4 : 600);

      for (guint j = 0; j < n; j++)
        hours[i][j] = g_test_rand_int_range (0, 99) ? exp (any (-4, 9)) : NAN;
      rows[i] = (TambourResolveRow) { "P3 median 1.9 d", "was 2.9 d, 3 open", hours[i], n, n >= 3 ? any (0.1, 900) : NAN,
                                      n >= 10 ? any (1, 900) : NAN, n > 0 ? "9 in 10 by 6.7 d" : NULL };
    }

  tambour_chart_resolve (canvas, 48, 338, 420, &(TambourResolveChart) { "Resolve", durations, rows, 3, 138, 124 });
}

static void
draw_bars (TambourCanvas *canvas)
{
  TambourBarsRow bars[8];
  guint n = g_test_rand_int_range (0, 9);

  for (guint i = 0; i < n; i++)
    bars[i] = (TambourBarsRow) { any_name (), any_or_none (0, 500), any_or_none (0, 500), "410", "was 380", i == 1 };

  tambour_chart_bars (canvas, 492, 301, 420, &(TambourBarsChart) { "Causes", bars, n, 192, 80, 18.6, 0.56 });
}

static void
draw_timelines (TambourCanvas *canvas)
{
  for (guint i = 0; i < 7; i++)
    {
      double start = exp (any (-5, 7));

      tambour_canvas_push (canvas, 360, 140 + 41 * i);
      tambour_chart_timeline (canvas, 256, 41,
                              &(TambourTimelineChart) { start, any_or_none (start, start * 100), "2 h 25 min",
                                                        i == 0 ? "escalated" : NULL, i == 0 ? "resolved" : NULL });
      tambour_canvas_pop (canvas);
    }
}

static void
draw_shares (TambourCanvas *canvas)
{
  TambourSharesRow rows[6];

  for (guint i = 0; i < 6; i++)
    rows[i] = (TambourSharesRow) { any_name (), "109 of 118", any_count (200), any_count (200) };

  tambour_chart_shares (canvas, 640, 143, 272, &(TambourSharesChart) { "Shares", rows, 6, 33 });
}

static void
draw_progress (TambourCanvas *canvas)
{
  for (guint i = 0; i < 7; i++)
    {
      double progress = any_or_none (-2, 5);

      tambour_canvas_push (canvas, 486, 142 + 40 * i);
      tambour_chart_progress (canvas, 250, 40,
                              &(TambourProgressChart) { progress, isfinite (progress) ? "12.345 %" : "not measured" });
      tambour_canvas_pop (canvas);
    }
}

static void
draw_days (TambourCanvas *canvas)
{
  TambourDaysDot dots[372];
  guint n = 0;

  for (guint i = 0; i < 12; i++)
    for (guint j = 1; j <= 31; j++)
      dots[n++] = (TambourDaysDot) { i, j, any_or_none (0, 1), g_test_rand_int_range (0, 50) == 0 };

  tambour_chart_days (canvas, 564, 62, &(TambourDaysChart) { "Days", months, 12, dots, n });
}

static void
draw_coverage (TambourCanvas *canvas)
{
  double values[366];
  guint n = g_test_rand_int_range (0, 367);
  double level = any (0, 1);
  TambourStretch spans[12], gaps[2] = { { 40, 44, "no data 12–15 Feb" }, { 200, 201, "no data 18 Feb" } };
  TambourStretch bands[2] = { { 10, 30, "Wave 1" }, { 28, 40, "Wave 2" } };

  for (guint i = 0; i < n; i++)
    {
      level = CLAMP (level + any (-0.01, 0.01), 0, 1);
      values[i] = g_test_rand_int_range (0, 30) == 0 ? NAN : level;
    }
  for (guint i = 0; i < 12; i++)
    spans[i] = (TambourStretch) { i * 30, i * 30 + 30, months[i] };

  tambour_chart_coverage (canvas, 48, 138, 494, 166,
                          &(TambourCoverageChart) { "Coverage", values, n, any_or_none (0.5, 1), "goal 95%", "78%", "94% now",
                                                    spans, n > 300 ? 12 : 0, bands, n > 60 ? 2 : 0, gaps, n > 260 ? 2 : n > 60 });
}

static void
draw_columns (TambourCanvas *canvas)
{
  double now[12], before[12];
  int most = g_test_rand_int_range (1, 3000);

  for (guint i = 0; i < 12; i++)
    {
      now[i] = any_count (most) - (g_test_rand_int_range (0, 9) == 0);
      before[i] = any_count (most);
    }

  tambour_chart_columns (canvas, 48, 338, g_test_rand_bit () ? 494 : 300, 138,
                         &(TambourColumnsChart) { "Devices", months, months, 12, now, g_test_rand_bit () ? before : NULL,
                                                  "this year, 1,108", "last year, 3,372" });
}

static void
draw_sections (TambourCanvas *canvas)
{
  static const char * const audits[] = { "Nov ’24", "May ’25", "Nov ’25", "May ’26" };
  TambourSectionsRow rows[6];
  guint n = g_test_rand_int_range (0, 7), n_audits = g_test_rand_int_range (1, 5);

  for (guint i = 0; i < n; i++)
    {
      rows[i] = (TambourSectionsRow) { any_name (), { 0 }, g_test_rand_bit () };
      for (guint j = 0; j < n_audits; j++)
        rows[i].scores[j] = any_or_none (0, 100);
    }

  tambour_chart_sections (canvas, 48, 142, 494,
                          &(TambourSectionsChart) { "Sections", audits, n_audits, n_audits > 2 ? 1 : 0, any_or_none (50, 90),
                                                    "goal 75", rows, n, 112 });
}

static void
draw_open (TambourCanvas *canvas)
{
  TambourOpenChartRow rows[5];

  for (guint i = 0; i < 5; i++)
    rows[i] = (TambourOpenChartRow) { any_name (), g_test_rand_int_range (0, 9), g_test_rand_int_range (0, 9),
                                      g_test_rand_int_range (0, 9) };

  tambour_chart_open (canvas, 566, 295, 346, &(TambourOpenChart) { "Open", "High", "Medium", "Low", rows, 5 });
}

static void
draw_stages (TambourCanvas *canvas)
{
  static const char * const groups[] = { "Shipped", "On the roadmap", "Under review", "Declined, with an alternative" };
  TambourStagesRow rows[14] = { 0 };

  for (guint i = 0; i < 14; i++)
    {
      TambourStagesState state = (TambourStagesState) (i / 4);
      guint reached = state <= TAMBOUR_STAGES_PLANNED ? 4 : (guint) g_test_rand_int_range (1, 4);

      rows[i] = (TambourStagesRow) { "12", any_name (), { 0 }, state, "Jan 26: use a virtual forwarder", groups[i / 4] };
      for (guint j = 0; j < reached; j++)
        rows[i].dates[j] = j == 3 ? "Q4 2026" : "May 26";
    }

  tambour_chart_stages (canvas, 48, 114, 864,
                        &(TambourStagesChart) { "Requests", { { "Asked", "14", "was 12" }, { "Championed", "12", "was 8" }, { "Accepted", "7", "was 4" }, { "Shipped", "4", "was 1" } }, rows, (guint) g_test_rand_int_range (0, 15) });
}

static void
draw_take_up (TambourCanvas *canvas)
{
  TambourTakeUpRow rows[6];

  for (guint i = 0; i < 6; i++)
    rows[i] = (TambourTakeUpRow) { any_name (), "1,184 of 1,196 · 88%", "was 1,152 of 1,170", any (0, 1.2), any_or_none (0, 1) };

  tambour_chart_take_up (canvas, 48, 142, 494, &(TambourTakeUpChart) { "Take-up", rows, 6, 176, 164, 31 });
}

static void
draw_sensitivity (TambourCanvas *canvas)
{
  double full = any (-20000, 100000), shared = any (-50000, 200000), fee = any_or_none (1000, 300000);

  tambour_chart_sensitivity (canvas, 48, 354, 568, 124,
                             &(TambourSensitivityChart) { "Value", full, shared, any (0, 1), fee, (fee - full) / shared, "€33.4k",
                                                          "€213.7k", "counted: 50%, €123.6k", "fee €84.0k", "break-even at 28%" });
}

static void
draw_matrix (TambourCanvas *canvas)
{
  static const char * const ranks[] = { "1", "2", "3", "4", "5", "6", "7" };
  TambourMatrixDisc discs[7];
  gboolean together = g_test_rand_bit ();

  for (guint i = 0; i < 7; i++)
    discs[i] = (TambourMatrixDisc) { ranks[i], together && i < 5 ? 5 : i % 5 + 1, together && i < 5 ? 2 : i / 3 + 1, i < 2 };

  tambour_chart_matrix (canvas, 56, 142, 264, 312,
                        &(TambourMatrixChart) { "Matrix", "Impact", "Effort", "low effort", "high effort", "Do first", discs, 7 });
}

static void
test_response_axis_starts_below_the_least (void)
{
  TambourResponseRow row = { "P1", "", 0.889, 1, "", NULL, NULL };
  const TambourResponseChart chart = { NULL, NULL, NULL, &row, 1, 100, 100 };

  g_assert_cmpfloat (tambour_chart_response_start (&chart), ==, 85);
  row.current = 0.82;
  g_assert_cmpfloat (tambour_chart_response_start (&chart), ==, 80);
  row.current = 0.99;
  g_assert_cmpfloat (tambour_chart_response_start (&chart), ==, 85);
  row.current = 0.45;
  g_assert_cmpfloat (tambour_chart_response_start (&chart), ==, 40);
  row.current = 0;
  g_assert_cmpfloat (tambour_chart_response_start (&chart), ==, 0);
}

static void
test_no_case_says_so (void)
{
  g_autoptr(TambourCanvas) canvas = draw_check_new_canvas (FALSE);
  TambourResponseRow row = { "P1", "30 min by phone", NAN, NAN, "0 of 0", NULL, "no P1 this year" };
  g_autofree char *texts = NULL;

  tambour_chart_response (canvas, 48, 146, 420,
                          &(TambourResponseChart) { "Response", "this year", "last year", &row, 1, 128, 122 });
  texts = draw_check_dup_texts (canvas);
  g_assert_nonnull (strstr (texts, "no P1 this year"));
  g_assert_null (strstr (texts, "0 of 0"));
  g_assert_null (strstr (texts, "this year\n1"));
}

static void
test_charts_say_their_values (void)
{
  g_autoptr(TambourCanvas) canvas = draw_check_new_canvas (FALSE);
  const TambourSharesRow row = { "Regular calls held", "46 of 48", 46, 48 };
  const TambourMark *marks;
  guint n_marks;

  tambour_chart_shares (canvas, 640, 143, 272, &(TambourSharesChart) { "One owner", &row, 1, 33 });
  marks = tambour_canvas_get_marks (canvas, &n_marks);
  g_assert_cmpint (marks[0].kind, ==, TAMBOUR_MARK_BEGIN);
  g_assert_cmpstr (marks[0].group.alternative, ==, "One owner; Regular calls held 46 of 48");
}

static void
test_a_falling_line_is_dashed_when_the_brand_is_red (void)
{
  static const double falling[] = { 0.9, 0.8 };
  TambourTheme theme;
  g_autoptr(TambourCanvas) canvas = NULL;
  const TambourMark *marks;
  guint n_marks, dashed = 0;

  tambour_theme_init (&theme, 0xc0392b);
  g_assert_true (theme.dash_falling);
  canvas = tambour_canvas_new (tambour_fonts_get_default (NULL), &theme, TAMBOUR_PAPER_DECK, FALSE);
  tambour_chart_coverage (canvas, 48, 138, 494, 166,
                          &(TambourCoverageChart) { "Coverage", falling, 2, NAN, NULL, "90%", "80% now" });
  marks = tambour_canvas_get_marks (canvas, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    dashed += marks[i].kind == TAMBOUR_MARK_PATH && marks[i].dash[0] > 0;
  g_assert_cmpuint (dashed, ==, 1);
}

static void
test_pages_mirror (void)
{
  TambourDocument *left = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  TambourDocument *right = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, TRUE);

  for (guint i = 0; i < tambour_document_get_n_pages (left); i++)
    {
      guint n_left, n_right;
      const TambourMark *ours = tambour_canvas_get_marks (tambour_document_get_page (left, i)->canvas, &n_left);
      const TambourMark *theirs = tambour_canvas_get_marks (tambour_document_get_page (right, i)->canvas, &n_right);

      g_assert_cmpuint (n_left, ==, n_right);
      for (guint j = 0; j < n_left; j++)
        if (ours[j].kind == TAMBOUR_MARK_RECT)
          g_assert_cmpfloat_with_epsilon (ours[j].rect.x, 960 - theirs[j].rect.x - theirs[j].rect.width, 0.01);
    }

  tambour_document_free (left);
  tambour_document_free (right);
}

static void
test_the_design_s_pages_keep_the_rules (void)
{
  for (int rtl = FALSE; rtl <= TRUE; rtl++)
    {
      g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, rtl);

      g_assert_cmpuint (tambour_document_get_n_pages (deck), ==, 12);
      for (guint i = 0; i < tambour_document_get_n_pages (deck); i++)
        draw_check_page (tambour_document_get_page (deck, i)->canvas);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    DrawFunc    draw;
  } charts[] = {
    { "months", draw_months },       { "response", draw_response },   { "resolve", draw_resolve },
    { "bars", draw_bars },           { "timeline", draw_timelines },  { "shares", draw_shares },
    { "progress", draw_progress },   { "days", draw_days },           { "coverage", draw_coverage },
    { "columns", draw_columns },     { "sections", draw_sections },   { "open-findings", draw_open },
    { "stages", draw_stages },       { "take-up", draw_take_up },     { "sensitivity", draw_sensitivity },
    { "matrix", draw_matrix },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/%s/labels-never-overlap-or-leave-the-page", charts[i].name);

      g_test_add_data_func (path, (gconstpointer) charts[i].draw, try_often);
    }
  g_test_add_func ("/charts/response/the-axis-starts-below-the-least-value", test_response_axis_starts_below_the_least);
  g_test_add_func ("/charts/response/a-year-without-cases-says-so", test_no_case_says_so);
  g_test_add_func ("/charts/alternative-text-has-the-values", test_charts_say_their_values);
  g_test_add_func ("/charts/a-falling-line-is-dashed-when-the-brand-is-red", test_a_falling_line_is_dashed_when_the_brand_is_red);
  g_test_add_func ("/pages/right-to-left-is-the-mirror-image", test_pages_mirror);
  g_test_add_func ("/pages/the-design-s-pages-keep-the-rules", test_the_design_s_pages_keep_the_rules);

  return g_test_run ();
}
