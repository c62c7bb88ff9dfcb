/* tambour-insight-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdlib.h>

#include "tambour-insight-rules.h"

/* The rules look at the last weeks of a series, and at as much before them as tells
 * what is usual. They use medians, which a single strange day does not move, and
 * take out what belongs to the day of the week. Their limits are such that of a
 * thousand series in which nothing happens not ten are reported (tests/support).
 */
#define WEEK 7

#define LEVEL_SHORTEST 10   /* days that a new level has to last */
#define LEVEL_LONGEST  60   /* what is older is no news */
#define LEVEL_BEFORE   70   /* days before it that say what was usual */
#define LEVEL_LIMIT    6.0  /* in standard errors */
#define LEVEL_SHARE    0.1  /* of what was usual: less is not worth a word */

#define TREND_WEEKS    26
#define TREND_NEEDED   20   /* weeks that have values */
#define TREND_LIMIT    4.0  /* Mann and Kendall’s z */
#define TREND_SHARE    0.15

#define GAP_SHORTEST   3
#define GAP_BEFORE     56   /* days before it that say whether there is a value each day */
#define GAP_DENSE      0.8
#define GAP_NEWS       60

#define CROSSED        3    /* values on the wrong side */
#define CROSSED_BEFORE 7    /* values before them, which were on the right one */

#define RECORD_NEEDED  365  /* values before there are records */
#define RECORD_NEWS    7
#define RECORD_MARGIN  1.5  /* standard deviations above the last record */

/* A normal distribution’s standard deviation for each median deviation; and by how
 * much a median is less sure than a mean.
 */
#define DEVIATION 1.4826
#define MEDIAN_ERROR 1.2533

typedef struct
{
  const double *days;
  double       *even;    /* without what belongs to the day of the week */
  guint         n_days;
  GArray       *signs;
} Series;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Of those that are values; %NAN if there is none. Moves them about. */
static double
median_of (double *values,
           guint   n)
{
  if (n == 0)
    return NAN;

  qsort (values, n, sizeof (double), compare_doubles);

  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

typedef struct
{
  guint  n;
  double median;
  double deviation;
} Usual;

/* What is usual from one day to before another. */
static Usual
find_usual (const double *days,
            guint         from,
            guint         to)
{
  g_autofree double *values = g_new (double, to - from + 1);
  Usual usual = { 0, NAN, NAN };

  for (guint i = from; i < to; i++)
    if (!isnan (days[i]))
      values[usual.n++] = days[i];

  usual.median = median_of (values, usual.n);
  for (guint i = 0; i < usual.n; i++)
    values[i] = fabs (values[i] - usual.median);
  usual.deviation = DEVIATION * median_of (values, usual.n);

  return usual;
}

/* Of the last half year: what a Monday has more than the other days is not news. */
static void
take_out_weekdays (Series *series)
{
  guint from = series->n_days > TREND_WEEKS * WEEK ? series->n_days - TREND_WEEKS * WEEK : 0;
  double all = find_usual (series->days, from, series->n_days).median;

  series->even = g_new (double, series->n_days + 1);
  for (guint weekday = 0; weekday < WEEK; weekday++)
    {
      double values[TREND_WEEKS + 1];
      guint n = 0;
      double own;

      for (guint i = from; i < series->n_days; i++)
        if (i % WEEK == weekday && !isnan (series->days[i]))
          values[n++] = series->days[i];

      own = n >= 4 ? median_of (values, n) - all : 0;
      for (guint i = weekday; i < series->n_days; i += WEEK)
        series->even[i] = series->days[i] - own;
    }
}

static void
add_sign (Series             *series,
          TambourInsightRule  rule,
          guint               first,
          guint               last,
          double              before,
          double              now)
{
  TambourInsightSign sign = { rule, first, last, before, now };

  g_array_append_val (series->signs, sign);
}

/* --- level ---------------------------------------------------------------- */

/* How unlikely it is that the same was usual before @split and from then on. */
static double
measure_split (Series *series,
               guint   split,
               Usual  *before,
               Usual  *since)
{
  double error;

  *before = find_usual (series->even, split > LEVEL_BEFORE ? split - LEVEL_BEFORE : 0, split);
  *since = find_usual (series->even, split, series->n_days);
  if (before->n < LEVEL_BEFORE / 2 || since->n < LEVEL_SHORTEST)
    return 0;

  error = MEDIAN_ERROR * MAX (MAX (before->deviation, since->deviation), fabs (before->median) / 1000) *
          sqrt (1.0 / before->n + 1.0 / since->n);

  return error > 0 ? fabs (since->median - before->median) / error : 0;
}

/* Medians hardly mind a few days too many: the day from which on the values are nearer
 * to what is usual now.
 */
static guint
find_first_day (Series *series,
                guint   least,
                double  before,
                double  now)
{
  guint first = series->n_days;
  double balance = 0, best = 0;

  for (guint i = series->n_days; i > least; i--)
    {
      double value = series->even[i - 1];

      if (isnan (value))
        continue;

      balance += fabs (value - now) - fabs (value - before);
      if (balance < best)
        {
          best = balance;
          first = i - 1;
        }
    }

  return first;
}

static gboolean
find_level (Series             *series,
            TambourInsightSign *sign)
{
  guint least = series->n_days > LEVEL_LONGEST ? series->n_days - LEVEL_LONGEST : 0;
  double best = LEVEL_LIMIT;
  Usual before = { 0 }, since = { 0 };

  for (guint split = least; split + LEVEL_SHORTEST <= series->n_days; split++)
    {
      Usual old, new;
      double size = measure_split (series, split, &old, &new);

      if (size <= best || fabs (new.median - old.median) < LEVEL_SHARE * fabs (old.median))
        continue;

      best = size;
      before = old;
      since = new;
    }

  if (since.n == 0)
    return FALSE;

  *sign = (TambourInsightSign) {
    TAMBOUR_INSIGHT_LEVEL, find_first_day (series, least, before.median, since.median), series->n_days - 1, before.median, since.median,
  };

  return TRUE;
}

/* --- trend ---------------------------------------------------------------- */

typedef struct
{
  guint  n;
  guint  first;                /* the day that the first of them begins */
  double at[TREND_WEEKS];      /* which week */
  double value[TREND_WEEKS];
} Weeks;

static Weeks
read_weeks (Series *series)
{
  Weeks weeks = { 0 };

  if (series->n_days < TREND_WEEKS * WEEK)
    return weeks;

  weeks.first = series->n_days - TREND_WEEKS * WEEK;
  for (guint i = 0; i < TREND_WEEKS; i++)
    {
      Usual usual = find_usual (series->even, weeks.first + i * WEEK, weeks.first + (i + 1) * WEEK);

      if (usual.n < WEEK / 2)
        continue;

      weeks.at[weeks.n] = i;
      weeks.value[weeks.n++] = usual.median;
    }

  return weeks;
}

/* Mann and Kendall’s test, and Theil and Sen’s slope: how many pairs of weeks go up,
 * and how steep the middle one of them is.
 */
static double
measure_trend (const Weeks *weeks,
               double      *slope)
{
  double slopes[TREND_WEEKS * (TREND_WEEKS - 1) / 2];
  guint n = 0;
  int balance = 0;

  for (guint i = 0; i < weeks->n; i++)
    for (guint k = i + 1; k < weeks->n; k++)
      {
        double rise = weeks->value[k] - weeks->value[i];

        balance += (rise > 0) - (rise < 0);
        slopes[n++] = rise / (weeks->at[k] - weeks->at[i]);
      }

  *slope = median_of (slopes, n);

  return (balance - (balance > 0) + (balance < 0)) / sqrt (weeks->n * (weeks->n - 1.0) * (2.0 * weeks->n + 5) / 18);
}

static gboolean
find_trend (Series             *series,
            const Weeks        *weeks,
            TambourInsightSign *sign)
{
  double values[TREND_WEEKS];
  double slope, middle;

  if (weeks->n < TREND_NEEDED || fabs (measure_trend (weeks, &slope)) < TREND_LIMIT)
    return FALSE;

  for (guint i = 0; i < weeks->n; i++)
    values[i] = weeks->value[i] - slope * weeks->at[i];
  middle = median_of (values, weeks->n);
  *sign = (TambourInsightSign) { TAMBOUR_INSIGHT_TREND, weeks->first, series->n_days - 1, middle, middle + slope * (TREND_WEEKS - 1) };

  return fabs (sign->now - sign->before) >= TREND_SHARE * fabs (sign->before);
}

/* By how much the weeks differ from what a sign says of them. */
static double
miss_of (const Weeks              *weeks,
         const TambourInsightSign *sign)
{
  double miss = 0;

  for (guint i = 0; i < weeks->n; i++)
    {
      double day = weeks->first + weeks->at[i] * WEEK + WEEK / 2.0;
      double step = day < sign->first ? sign->before : sign->now;
      double slope = sign->before + (sign->now - sign->before) * weeks->at[i] / (TREND_WEEKS - 1);

      miss += fabs (weeks->value[i] - (sign->rule == TAMBOUR_INSIGHT_LEVEL ? step : slope));
    }

  return miss;
}

/* A step looks like a slope, and a slope like a step: the one that fits better is said. */
static void
find_changes (Series *series)
{
  Weeks weeks = read_weeks (series);
  TambourInsightSign level, trend;
  gboolean has_level = find_level (series, &level);
  gboolean has_trend = find_trend (series, &weeks, &trend);

  if (has_level && has_trend)
    has_level = miss_of (&weeks, &level) <= miss_of (&weeks, &trend);

  if (has_level)
    g_array_append_val (series->signs, level);
  else if (has_trend)
    g_array_append_val (series->signs, trend);
}

/* --- gaps ----------------------------------------------------------------- */

static gboolean
is_dense (Series *series,
          guint   end)
{
  guint from = end > GAP_BEFORE ? end - GAP_BEFORE : 0;

  return end >= GAP_BEFORE && find_usual (series->days, from, end).n >= GAP_DENSE * GAP_BEFORE;
}

static void
find_gaps (Series *series)
{
  guint at = series->n_days > GAP_NEWS ? series->n_days - GAP_NEWS : 0;

  while (at < series->n_days)
    {
      guint end = at;

      while (end < series->n_days && isnan (series->days[end]))
        end++;
      if (end - at >= GAP_SHORTEST && (at == 0 || !isnan (series->days[at - 1])) && is_dense (series, at))
        add_sign (series, TAMBOUR_INSIGHT_GAP, at, end - 1, NAN, NAN);

      at = end + 1;
    }
}

/* --- targets and records --------------------------------------------------- */

static gboolean
is_wrong (double               value,
          TambourInsightTarget target)
{
  return target.is_most ? value > target.value : value < target.value;
}

/* The last values are on the wrong side, and those before them were not. */
static void
find_crossing (Series               *series,
               TambourInsightTarget  target)
{
  double values[CROSSED_BEFORE];
  guint n_wrong = 0, n_before = 0, first = 0, last = 0;

  if (isnan (target.value))
    return;

  for (guint i = series->n_days; i > 0 && n_before < CROSSED_BEFORE; i--)
    {
      double value = series->days[i - 1];

      if (isnan (value))
        continue;

      if (n_before == 0 && is_wrong (value, target))
        {
          last = n_wrong == 0 ? i - 1 : last;
          first = i - 1;
          n_wrong++;
        }
      else
        values[n_before++] = value;
    }

  if (n_wrong >= CROSSED && n_before == CROSSED_BEFORE && !is_wrong (median_of (values, n_before), target))
    add_sign (series, TAMBOUR_INSIGHT_THRESHOLD, first, last, target.value, series->days[last]);
}

/* @sign is 1 for the highest, -1 for the lowest. */
static void
find_record (Series *series,
             double  sign)
{
  guint news = series->n_days > RECORD_NEWS ? series->n_days - RECORD_NEWS : 0;
  Usual usual = find_usual (series->even, 0, news);
  double old = -INFINITY, new = -INFINITY;
  guint day = 0;

  if (usual.n < RECORD_NEEDED || usual.deviation <= 0)
    return;

  for (guint i = 0; i < series->n_days; i++)
    {
      double value = sign * series->days[i];

      if (i < news)
        old = fmax (old, value);
      else if (value > new)
        {
          new = value;
          day = i;
        }
    }

  if (new > old + RECORD_MARGIN * usual.deviation)
    add_sign (series, TAMBOUR_INSIGHT_RECORD, day, day, sign * old, sign * new);
}

/**
 * tambour_insight_rules_find:
 * @days: a value a day, %NAN where there is none
 * @n_days: how many days; the last of them is today, or the last that was imported
 * @target: what somebody wants it to be
 *
 * Returns: (transfer full) (element-type TambourInsightSign): what is worth saying of
 *   the last weeks
 */
GArray *
tambour_insight_rules_find (const double         *days,
                            guint                 n_days,
                            TambourInsightTarget  target)
{
  Series series = { days, NULL, n_days, g_array_new (FALSE, FALSE, sizeof (TambourInsightSign)) };
  g_autofree double *even = NULL;

  if (n_days == 0)
    return series.signs;

  take_out_weekdays (&series);
  even = series.even;
  find_changes (&series);
  find_gaps (&series);
  find_crossing (&series, target);
  find_record (&series, 1);
  find_record (&series, -1);

  return series.signs;
}
