/* tambour-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdlib.h>

#include "tambour-series.h"

/* A month has values of four weeks, whatever its days of the week are worth. */
#define SPAN 28

/* Of these distances the middle one tells how often there is a value. */
#define MOST_DAYS_APART  3
#define MOST_WEEKS_APART 20

/* Further apart, there is a value missing. */
#define LONGEST_OF_DAYS   1
#define LONGEST_OF_WEEKS  13
#define LONGEST_OF_MONTHS 45

/* And so many times as far as those around them. */
#define AROUND  3
#define FARTHER 1.7

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const TambourSeriesPoint *first = a;
  const TambourSeriesPoint *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/**
 * tambour_series_tidy:
 * @points: (element-type TambourSeriesPoint): points in any order
 *
 * Sorts them by day. Of several of a day, the one that came last stays; what is no
 * number goes.
 */
void
tambour_series_tidy (GArray *points)
{
  guint n = 0;

  g_array_sort (points, compare_days);
  for (guint i = 0; i < points->len; i++)
    {
      TambourSeriesPoint point = g_array_index (points, TambourSeriesPoint, i);

      if (!isfinite (point.value))
        continue;

      if (n > 0 && g_array_index (points, TambourSeriesPoint, n - 1).day == point.day)
        n--;
      g_array_index (points, TambourSeriesPoint, n++) = point;
    }

  g_array_set_size (points, n);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/**
 * tambour_series_find_pace:
 * @points: (array length=n_points): a series
 * @n_points: how many
 *
 * Returns: how often it has a value, whatever it is said to be
 */
TambourSeriesPace
tambour_series_find_pace (const TambourSeriesPoint *points,
                          guint                     n_points)
{
  g_autofree guint32 *apart = NULL;
  guint32 middle;

  if (n_points < 2)
    return TAMBOUR_SERIES_MONTHS;

  apart = g_new (guint32, n_points - 1);
  for (guint i = 1; i < n_points; i++)
    apart[i - 1] = points[i].day - points[i - 1].day;
  qsort (apart, n_points - 1, sizeof *apart, compare_counts);
  middle = apart[(n_points - 1) / 2];

  return middle <= MOST_DAYS_APART ? TAMBOUR_SERIES_DAYS : middle <= MOST_WEEKS_APART ? TAMBOUR_SERIES_WEEKS
                                                                                      : TAMBOUR_SERIES_MONTHS;
}

/* So many days two values may be apart with none missing between them. */
static guint
get_longest (TambourSeriesPace pace)
{
  switch (pace)
    {
    case TAMBOUR_SERIES_DAYS:
      return LONGEST_OF_DAYS;
    case TAMBOUR_SERIES_WEEKS:
      return LONGEST_OF_WEEKS;
    case TAMBOUR_SERIES_MONTHS:
      return LONGEST_OF_MONTHS;
    }

  g_return_val_if_reached (LONGEST_OF_DAYS);
}

/* How far apart the values around a point are; of two that are as usual, the longer. */
static guint32
find_usual (const TambourSeriesPoint *points,
            guint                     n_points,
            guint                     i)
{
  guint32 apart[2 * AROUND];
  guint n = 0;

  for (guint k = i > AROUND ? i - AROUND : 1; k < n_points && k <= i + AROUND && n < G_N_ELEMENTS (apart); k++)
    if (k != i)
      apart[n++] = points[k].day - points[k - 1].day;
  qsort (apart, n, sizeof *apart, compare_counts);

  return n > 0 ? apart[n / 2] : 0;
}

/**
 * tambour_series_is_gap:
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @i: which point, from 1
 * @pace: how often the series has a value
 *
 * What was counted each week until it was counted each day has no gaps.
 *
 * Returns: whether values are missing before the point
 */
gboolean
tambour_series_is_gap (const TambourSeriesPoint *points,
                       guint                     n_points,
                       guint                     i,
                       TambourSeriesPace         pace)
{
  guint32 apart = points[i].day - points[i - 1].day;

  return apart > get_longest (pace) && apart > FARTHER * find_usual (points, n_points, i);
}

/**
 * tambour_series_find:
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @day: a day
 *
 * Returns: where the first point is that is not before @day; @n_points if there is none
 */
guint
tambour_series_find (const TambourSeriesPoint *points,
                     guint                     n_points,
                     guint32                   day)
{
  guint low = 0, high = n_points;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (points[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tambour_series_count_gaps:
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @pace: how often it has a value
 *
 * Returns: how many times values are missing between two that are there
 */
guint
tambour_series_count_gaps (const TambourSeriesPoint *points,
                           guint                     n_points,
                           TambourSeriesPace         pace)
{
  guint n = 0;

  for (guint i = 1; i < n_points; i++)
    n += tambour_series_is_gap (points, n_points, i, pace);

  return n;
}

static void
widen (TambourSeriesColumn *column,
       double               value)
{
  column->least = MIN (column->least, value);
  column->most = MAX (column->most, value);
  column->last = value;
}

/**
 * tambour_series_resample:
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @first: the first day that is shown
 * @last: the last one
 * @n_columns: how many pixels there are for them
 * @pace: how often it has a value
 *
 * However many days a pixel has, it keeps the highest and the lowest of them.
 *
 * Returns: (transfer full) (element-type TambourSeriesColumn): the columns that have
 *   a value
 */
GArray *
tambour_series_resample (const TambourSeriesPoint *points,
                         guint                     n_points,
                         guint32                   first,
                         guint32                   last,
                         guint                     n_columns,
                         TambourSeriesPace         pace)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TambourSeriesColumn));
  guint begin = tambour_series_find (points, n_points, first);
  guint32 n_days = MAX (last, first) - first;

  for (guint i = begin; i < n_points && points[i].day <= last && n_columns > 0; i++)
    {
      double place = n_days > 0 ? (double) (points[i].day - first) / n_days : 0.5;
      guint at = (guint) MIN (round (place * (n_columns - 1)), n_columns - 1);
      gboolean is_apart = i == begin || tambour_series_is_gap (points, n_points, i, pace);
      double value = points[i].value;

      if (columns->len > 0 && g_array_index (columns, TambourSeriesColumn, columns->len - 1).column == at)
        {
          widen (&g_array_index (columns, TambourSeriesColumn, columns->len - 1), value);
          continue;
        }

      g_array_append_vals (columns, &(TambourSeriesColumn) { at, is_apart, value, value, value, value }, 1);
    }

  return columns;
}

/* The least of 1, 2, 2.5 and 5 times a power of ten that is not below @size. */
static double
round_up (double size)
{
  double power = pow (10, floor (log10 (size)));
  static const double factors[] = { 1, 2, 2.5, 5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= size * (1 - 1e-9))
      return factors[i] * power;

  return 10 * power;
}

/**
 * tambour_series_find_axis:
 * @least: the least that has to be seen
 * @most: the most
 * @n_steps: how many steps there should be; it may be one more
 *
 * Returns: an axis of round numbers. It begins at 0 where the values take up half of
 *   what is above it; else what happens would not be seen, and the axis has to say
 *   where it begins
 */
TambourSeriesAxis
tambour_series_find_axis (double least,
                          double most,
                          guint  n_steps)
{
  gboolean has_zero = least < 0 ? most >= 0 || -most < (most - least) : least < (most - least);
  double low = has_zero ? MIN (least, 0) : least;
  double high = has_zero ? MAX (most, 0) : most;
  TambourSeriesAxis axis;

  if (!isfinite (least) || !isfinite (most))
    return (TambourSeriesAxis) { 0, 1, 1 };
  if (high - low <= fabs (high) * 1e-6)
    {
      low = MIN (low, 0);
      high = high > 0 ? high : low < 0 ? 0
                                       : 1;
    }

  axis.step = round_up ((high - low) / MAX (n_steps, 1));
  axis.low = floor (low / axis.step + 1e-9) * axis.step;
  axis.high = ceil (high / axis.step - 1e-9) * axis.step;

  return axis;
}

static double
mean_of (const TambourSeriesPoint *points,
         guint                     from,
         guint                     to)
{
  double sum = 0;

  for (guint i = from; i < to; i++)
    sum += points[i].value;

  return to > from ? sum / (to - from) : NAN;
}

/**
 * tambour_series_measure:
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @pace: how often it has a value
 *
 * Returns: what it is now and was before
 */
TambourSeriesChange
tambour_series_measure (const TambourSeriesPoint *points,
                        guint                     n_points,
                        TambourSeriesPace         pace)
{
  TambourSeriesChange change = { NAN, NAN };
  guint middle, begin;
  guint32 end;

  if (n_points == 0)
    return change;

  if (pace == TAMBOUR_SERIES_MONTHS)
    {
      change.now = points[n_points - 1].value;
      if (n_points > 1 && points[n_points - 1].day - points[n_points - 2].day <= LONGEST_OF_MONTHS)
        change.before = points[n_points - 2].value;

      return change;
    }

  end = points[n_points - 1].day + 1;
  middle = tambour_series_find (points, n_points, end - MIN (end, SPAN));
  begin = tambour_series_find (points, n_points, end - MIN (end, 2 * SPAN));
  change.now = mean_of (points, middle, n_points);
  change.before = mean_of (points, begin, middle);

  return change;
}

/**
 * tambour_series_spread:
 * @points: (array length=n_points): a series
 * @n_points: how many
 * @first: a day
 * @last: another one, not before it
 *
 * Returns: (transfer full): a value for each day of them, %NAN where there is none
 */
double *
tambour_series_spread (const TambourSeriesPoint *points,
                       guint                     n_points,
                       guint32                   first,
                       guint32                   last)
{
  guint n_days = last - first + 1;
  double *days = g_new (double, n_days);

  for (guint i = 0; i < n_days; i++)
    days[i] = NAN;
  for (guint i = tambour_series_find (points, n_points, first); i < n_points && points[i].day <= last; i++)
    days[points[i].day - first] = points[i].value;

  return days;
}
