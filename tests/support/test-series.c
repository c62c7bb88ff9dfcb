/* test-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-series.h"

static GArray *
new_series (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TambourSeriesPoint));
}

static void
add (GArray  *points,
     guint32  day,
     double   value)
{
  g_array_append_vals (points, &(TambourSeriesPoint) { day, value }, 1);
}

static const TambourSeriesPoint *
data_of (GArray *points)
{
  return (const TambourSeriesPoint *) (gpointer) points->data;
}

static TambourSeriesColumn
column_at (GArray *columns,
           guint   i)
{
  g_assert_cmpuint (i, <, columns->len);

  return g_array_index (columns, TambourSeriesColumn, i);
}

/* The last word on a day counts, and what is no number is no value. */
static void
test_one_value_a_day (void)
{
  g_autoptr(GArray) points = new_series ();

  add (points, 12, 3);
  add (points, 10, 1);
  add (points, 12, 4294967297.0);
  add (points, 11, NAN);
  add (points, 13, INFINITY);
  tambour_series_tidy (points);

  g_assert_cmpuint (points->len, ==, 2);
  g_assert_cmpuint (data_of (points)[0].day, ==, 10);
  g_assert_cmpuint (data_of (points)[1].day, ==, 12);
  g_assert_cmpfloat (data_of (points)[1].value, ==, 4294967297.0);
}

static TambourSeriesPace
pace_of (guint step,
         guint n)
{
  g_autoptr(GArray) points = new_series ();

  for (guint i = 0; i < n; i++)
    add (points, 1000 + i * step, i);

  return tambour_series_find_pace (data_of (points), points->len);
}

static void
test_how_often_there_is_a_value (void)
{
  g_autoptr(GArray) workdays = new_series ();

  for (guint i = 0; i < 70; i++)
    if (i % 7 < 5)
      add (workdays, 1000 + i, i);

  g_assert_cmpint (pace_of (1, 30), ==, TAMBOUR_SERIES_DAYS);
  g_assert_cmpint (pace_of (7, 30), ==, TAMBOUR_SERIES_WEEKS);
  g_assert_cmpint (pace_of (30, 30), ==, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpint (pace_of (365, 3), ==, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpint (pace_of (1, 1), ==, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpint (tambour_series_find_pace (NULL, 0), ==, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpint (tambour_series_find_pace (data_of (workdays), workdays->len), ==, TAMBOUR_SERIES_DAYS);
}

/* Ten years of days in 400 columns: a peak of a single day is still as high. */
static void
test_peaks_stay (void)
{
  g_autoptr(GArray) points = new_series ();
  g_autoptr(GArray) columns = NULL;
  double most = 0, least = G_MAXDOUBLE;

  for (guint i = 0; i < 3650; i++)
    add (points, 5000 + i, i == 1717 ? 9e9 : i == 2222 ? 1
                                                       : 100);
  columns = tambour_series_resample (data_of (points), points->len, 5000, 8649, 400, TAMBOUR_SERIES_DAYS);

  g_assert_cmpuint (columns->len, ==, 400);
  g_assert_cmpuint (column_at (columns, 0).column, ==, 0);
  g_assert_cmpuint (column_at (columns, 399).column, ==, 399);
  for (guint i = 0; i < columns->len; i++)
    {
      most = MAX (most, column_at (columns, i).most);
      least = MIN (least, column_at (columns, i).least);
      g_assert_cmpint (column_at (columns, i).is_apart, ==, i == 0);
    }
  g_assert_cmpfloat (most, ==, 9e9);
  g_assert_cmpfloat (least, ==, 1);
}

static void
test_gaps_stay (void)
{
  g_autoptr(GArray) points = new_series ();
  g_autoptr(GArray) wide = NULL;
  g_autoptr(GArray) part = NULL;
  g_autoptr(GArray) none = NULL;

  for (guint i = 0; i < 30; i++)
    if (i < 10 || i > 13)
      add (points, 100 + i, i);
  wide = tambour_series_resample (data_of (points), points->len, 100, 129, 30, TAMBOUR_SERIES_DAYS);
  part = tambour_series_resample (data_of (points), points->len, 112, 120, 90, TAMBOUR_SERIES_DAYS);
  none = tambour_series_resample (data_of (points), points->len, 110, 113, 90, TAMBOUR_SERIES_DAYS);

  g_assert_cmpuint (wide->len, ==, 26);
  g_assert_false (column_at (wide, 9).is_apart);
  g_assert_true (column_at (wide, 10).is_apart);
  g_assert_cmpuint (column_at (wide, 10).column, ==, 14);
  g_assert_cmpuint (tambour_series_count_gaps (data_of (points), points->len, TAMBOUR_SERIES_DAYS), ==, 1);
  g_assert_cmpuint (tambour_series_count_gaps (data_of (points), points->len, TAMBOUR_SERIES_WEEKS), ==, 0);
  g_assert_cmpuint (part->len, ==, 7);
  g_assert_cmpfloat (column_at (part, 0).first, ==, 14);
  g_assert_cmpuint (column_at (part, 6).column, ==, 89);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Records of months are not apart by the days between them, but a month that is missing is. */
static void
test_months_are_no_gaps (void)
{
  static const guint32 days[] = { 31, 59, 90, 151, 181 };
  g_autoptr(GArray) points = new_series ();
  g_autoptr(GArray) columns = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    add (points, days[i], i);
  columns = tambour_series_resample (data_of (points), points->len, 31, 181, 300, TAMBOUR_SERIES_MONTHS);

  g_assert_cmpuint (columns->len, ==, 5);
  g_assert_false (column_at (columns, 1).is_apart);
  g_assert_false (column_at (columns, 2).is_apart);
  g_assert_true (column_at (columns, 3).is_apart);
  g_assert_false (column_at (columns, 4).is_apart);
}

/* A value a week for a year, then one each day: a gap is what is missing of either. */
static void
test_a_pace_may_change (void)
{
  g_autoptr(GArray) points = new_series ();

  for (guint i = 0; i < 52; i++)
    if (i != 20 && i != 21)
      add (points, 1000 + 7 * i, i);
  for (guint i = 0; i < 120; i++)
    if (i != 50)
      add (points, 1000 + 7 * 52 + i, i);

  g_assert_cmpint (tambour_series_find_pace (data_of (points), points->len), ==, TAMBOUR_SERIES_DAYS);
  g_assert_cmpuint (tambour_series_count_gaps (data_of (points), points->len, TAMBOUR_SERIES_DAYS), ==, 2);
}

static void
assert_axis (double least,
             double most,
             double low,
             double high,
             double step)
{
  TambourSeriesAxis axis = tambour_series_find_axis (least, most, 4);

  g_assert_cmpfloat_with_epsilon (axis.low, low, fabs (low) * 1e-9 + 1e-12);
  g_assert_cmpfloat_with_epsilon (axis.high, high, fabs (high) * 1e-9 + 1e-12);
  g_assert_cmpfloat_with_epsilon (axis.step, step, fabs (step) * 1e-9 + 1e-12);
}

static void
test_an_axis_of_round_numbers (void)
{
  assert_axis (10, 95, 0, 100, 25);
  assert_axis (0, 412e6, 0, 600e6, 200e6);
  assert_axis (4e9, 4.4e9, 4e9, 4.4e9, 0.1e9);
  assert_axis (-20, 60, -20, 60, 20);
  assert_axis (7, 7, 0, 8, 2);
  assert_axis (0, 0, 0, 1, .25);
  assert_axis (INFINITY, -INFINITY, 0, 1, 1);
}

static void
test_what_it_is_and_was (void)
{
  g_autoptr(GArray) days = new_series ();
  g_autoptr(GArray) months = new_series ();
  TambourSeriesChange change;

  for (guint i = 0; i < 100; i++)
    add (days, 1000 + i, i < 72 ? 10 : 15);
  change = tambour_series_measure (data_of (days), days->len, TAMBOUR_SERIES_DAYS);
  g_assert_cmpfloat (change.now, ==, 15);
  g_assert_cmpfloat (change.before, ==, 10);

  change = tambour_series_measure (data_of (days), 20, TAMBOUR_SERIES_DAYS);
  g_assert_cmpfloat (change.now, ==, 10);
  g_assert_true (isnan (change.before));

  add (months, 31, 5);
  add (months, 59, 8);
  change = tambour_series_measure (data_of (months), 2, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpfloat (change.now, ==, 8);
  g_assert_cmpfloat (change.before, ==, 5);

  add (months, 400, 9);
  change = tambour_series_measure (data_of (months), 3, TAMBOUR_SERIES_MONTHS);
  g_assert_cmpfloat (change.now, ==, 9);
  g_assert_true (isnan (change.before));
  g_assert_true (isnan (tambour_series_measure (NULL, 0, TAMBOUR_SERIES_DAYS).now));
}

static void
test_a_value_for_each_day (void)
{
  g_autoptr(GArray) points = new_series ();
  g_autofree double *days = NULL;

  add (points, 9, 1);
  add (points, 10, 2);
  add (points, 12, 3);
  add (points, 13, 4);
  days = tambour_series_spread (data_of (points), points->len, 10, 12);

  g_assert_cmpfloat (days[0], ==, 2);
  g_assert_true (isnan (days[1]));
  g_assert_cmpfloat (days[2], ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/one-value-a-day", test_one_value_a_day);
  g_test_add_func ("/series/how-often-there-is-a-value", test_how_often_there_is_a_value);
  g_test_add_func ("/series/peaks-stay-when-a-pixel-has-many-days", test_peaks_stay);
  g_test_add_func ("/series/gaps-stay-gaps", test_gaps_stay);
  g_test_add_func ("/series/months-are-no-gaps", test_months_are_no_gaps);
  g_test_add_func ("/series/a-pace-may-change", test_a_pace_may_change);
  g_test_add_func ("/series/an-axis-has-round-numbers", test_an_axis_of_round_numbers);
  g_test_add_func ("/series/what-it-is-and-was", test_what_it_is_and_was);
  g_test_add_func ("/series/a-value-for-each-day", test_a_value_for_each_day);

  return g_test_run ();
}
