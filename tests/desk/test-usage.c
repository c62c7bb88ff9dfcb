/* test-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "usage-fixture.h"

static TambourDate
day_at (guint day)
{
  return (TambourDate) { tambour_date_new (2024, 1, 1).julian + day };
}

static double
on_big (guint day)
{
  return day == 300 ? NAN : 4.2e9 + day;
}

static double
on_old (guint day)
{
  return day < 20 ? day : NAN;
}

static double
on_month (guint day)
{
  return day % 30 == 0 ? 10 + day / 30 : NAN;
}

static TambourUsageSheet *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourUsageSheet *sheet = tambour_usage_sheet_load (desk->store, TAMBOUR_RECORD (desk->account)->id, usage_at (day_at (800)), NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

static const TambourUsageLine *
line_at (TambourUsageSheet *sheet,
         guint              i)
{
  g_assert_cmpuint (i, <, sheet->lines->len);

  return g_ptr_array_index (sheet->lines, i);
}

static void
test_nothing_is_recorded (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourUsageSheet) sheet = load (desk);

  g_assert_cmpuint (sheet->lines->len, ==, 0);
  g_assert_cmpuint (sheet->insights->len, ==, 0);
}

/* Of what is long the last year is read; what ended long ago is there all the same. */
static void
test_every_metric_is_a_line (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourUsageSheet) sheet = NULL;

  usage_fill (desk, "zebra", NULL, day_at (0), 100, on_old);
  usage_fill (desk, "requests", NULL, day_at (0), 790, on_big);
  usage_fill (desk, "users_exposed", "Sales", day_at (0), 790, on_month);
  usage_fill (desk, "users_exposed", "Lab", day_at (0), 790, on_month);
  sheet = load (desk);

  g_assert_cmpuint (sheet->lines->len, ==, 4);
  g_assert_cmpstr (line_at (sheet, 0)->series->metric, ==, "requests");
  g_assert_cmpuint (line_at (sheet, 0)->n_values, ==, 789);
  g_assert_cmpuint (line_at (sheet, 0)->series->points->len, ==, TAMBOUR_USAGE_DAYS + 1);
  g_assert_cmpint (line_at (sheet, 0)->series->pace, ==, TAMBOUR_SERIES_DAYS);
  g_assert_cmpfloat (tambour_usage_series_get_points (line_at (sheet, 0)->series)[TAMBOUR_USAGE_DAYS].value, ==, 4.2e9 + 789);
  g_assert_cmpfloat (line_at (sheet, 0)->change.now - line_at (sheet, 0)->change.before, ==, 28);
  g_assert_cmpstr (line_at (sheet, 1)->series->dimension, ==, "Lab");
  g_assert_cmpint (line_at (sheet, 1)->series->pace, ==, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpfloat (line_at (sheet, 1)->change.before, ==, 35);
  g_assert_cmpstr (line_at (sheet, 3)->series->metric, ==, "zebra");
  g_assert_cmpuint (line_at (sheet, 3)->series->points->len, ==, 20);
}

static void
test_one_metric_is_read_in_full (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  const TambourAccountReading reading = { desk->store, NULL, TAMBOUR_RECORD (desk->account)->id, { 0 } };
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) part = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GError) error = NULL;

  usage_fill (desk, "requests", NULL, day_at (0), 790, on_big);
  usage_fill (desk, "requests", "Lyon", day_at (0), 10, on_big);
  all = tambour_usage_series_read_one (&reading, "requests", NULL, &error);
  g_assert_no_error (error);
  part = tambour_usage_series_read_one (&reading, "requests", "Lyon", &error);
  none = tambour_usage_series_read_one (&reading, "requests", "Oslo", &error);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (((TambourUsageSeries *) g_ptr_array_index (all, 0))->points->len, ==, 789);
  g_assert_cmpuint (((TambourUsageSeries *) g_ptr_array_index (part, 0))->points->len, ==, 10);
  g_assert_cmpuint (none->len, ==, 0);
}

static TambourMetric *
describe (DeskPortfolio *desk,
          gboolean       is_own,
          const char    *title,
          const char    *target,
          const char    *is_most)
{
  TambourRecord *metric = is_own ? desk_portfolio_own (desk, TAMBOUR_TYPE_METRIC) : tambour_record_new (TAMBOUR_TYPE_METRIC, NULL);

  desk_set (metric, "code", "requests");
  desk_set (metric, "title", title);
  desk_set (metric, "target", target);
  desk_set (metric, "target_is_most", is_most);
  desk_portfolio_put (desk, metric);

  return TAMBOUR_METRIC (metric);
}

/* What the account says of a metric goes before what is said for all. */
static void
test_a_target_is_met_or_missed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourMetric) general = NULL;
  g_autoptr(TambourMetric) own = NULL;
  g_autoptr(TambourUsageSheet) without = NULL;
  g_autoptr(TambourUsageSheet) for_all = NULL;
  g_autoptr(TambourUsageSheet) for_one = NULL;

  usage_fill (desk, "requests", NULL, day_at (0), 50, on_big);
  without = load (desk);
  g_assert_cmpint (line_at (without, 0)->state, ==, TAMBOUR_USAGE_NO_TARGET);

  general = describe (desk, FALSE, "Requests", "5000000000", "false");
  for_all = load (desk);
  g_assert_cmpint (line_at (for_all, 0)->state, ==, TAMBOUR_USAGE_MISSED);
  g_assert_false (line_at (for_all, 0)->is_own);

  own = describe (desk, TRUE, "Lookups", "5000000000", "true");
  for_one = load (desk);
  g_assert_cmpint (line_at (for_one, 0)->state, ==, TAMBOUR_USAGE_MET);
  g_assert_true (line_at (for_one, 0)->is_own);
  g_assert_cmpstr (line_at (for_one, 0)->settings->title, ==, "Lookups");
}

static void
put_insight (DeskPortfolio *desk,
             const char    *title,
             const char    *seen_on,
             const char    *state)
{
  g_autoptr(TambourRecord) insight = desk_portfolio_own (desk, TAMBOUR_TYPE_INSIGHT);

  desk_set (insight, "title", title);
  desk_set (insight, "seen_on", seen_on);
  desk_set (insight, "state", state);
  desk_portfolio_put (desk, insight);
}

static void
test_dismissed_insights_are_only_counted (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourUsageSheet) sheet = NULL;

  put_insight (desk, "Old", "2025-01-01", "raised");
  put_insight (desk, "New", "2026-01-01", "raised");
  put_insight (desk, "Nothing", "2026-02-01", "dismissed");
  sheet = load (desk);

  g_assert_cmpuint (sheet->insights->len, ==, 2);
  g_assert_cmpstr (TAMBOUR_INSIGHT (g_ptr_array_index (sheet->insights, 0))->title, ==, "New");
  g_assert_cmpuint (sheet->n_dismissed, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/usage/nothing-is-recorded", test_nothing_is_recorded);
  g_test_add_func ("/usage/every-metric-is-a-line", test_every_metric_is_a_line);
  g_test_add_func ("/usage/one-metric-is-read-in-full", test_one_metric_is_read_in_full);
  g_test_add_func ("/usage/a-target-is-met-or-missed", test_a_target_is_met_or_missed);
  g_test_add_func ("/usage/dismissed-insights-are-only-counted", test_dismissed_insights_are_only_counted);

  return g_test_run ();
}
