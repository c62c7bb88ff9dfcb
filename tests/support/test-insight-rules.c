/* test-insight-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-insight-rules.h"

#define N_DAYS   730
#define N_RANDOM 1000

static const TambourInsightTarget no_target = { NAN, FALSE };

/* Of the normal distribution (Box and Muller). */
static double
random_normal (GRand *random)
{
  double radius = sqrt (-2 * log (1 - g_rand_double (random)));

  return radius * cos (2 * G_PI * g_rand_double (random));
}

/* Two years in which nothing happens; weekends are quieter if @is_weekly. */
static double *
new_series (GRand    *random,
            gboolean  is_weekly,
            double    noise)
{
  double *days = g_new (double, N_DAYS);

  for (guint i = 0; i < N_DAYS; i++)
    days[i] = (is_weekly && i % 7 >= 5 ? 400 : 1000) + noise * random_normal (random);

  return days;
}

static guint
count (GArray             *signs,
       TambourInsightRule  rule)
{
  guint n = 0;

  for (guint i = 0; i < signs->len; i++)
    n += g_array_index (signs, TambourInsightSign, i).rule == rule;

  return n;
}

/* The only sign of that rule. */
static TambourInsightSign
get_one (GArray             *signs,
         TambourInsightRule  rule)
{
  guint position = 0;

  g_assert_cmpuint (count (signs, rule), ==, 1);
  while (g_array_index (signs, TambourInsightSign, position).rule != rule)
    position++;

  return g_array_index (signs, TambourInsightSign, position);
}

static TambourInsightSign
get_only (GArray             *signs,
          TambourInsightRule  rule)
{
  g_assert_cmpuint (signs->len, ==, 1);

  return get_one (signs, rule);
}

static void
test_a_new_level (void)
{
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autofree double *days = new_series (random, seed % 2, 40);
      g_autoptr(GArray) signs = NULL;
      guint start = N_DAYS - 12 - seed / 2;
      TambourInsightSign sign;

      for (guint i = start; i < N_DAYS; i++)
        days[i] += seed % 3 ? 250 : -250;

      signs = tambour_insight_rules_find (days, N_DAYS, no_target);
      g_assert_cmpuint (count (signs, TAMBOUR_INSIGHT_TREND), ==, 0);
      sign = get_one (signs, TAMBOUR_INSIGHT_LEVEL);
      g_assert_cmpint (ABS ((int) sign.first - (int) start), <=, 2);
      g_assert_cmpfloat (fabs (sign.now - sign.before - (seed % 3 ? 250 : -250)), <, 60);
    }
}

static void
test_a_trend (void)
{
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autofree double *days = new_series (random, seed % 2, 40);
      g_autoptr(GArray) signs = NULL;
      TambourInsightSign sign;

      for (guint i = N_DAYS - 182; i < N_DAYS; i++)
        days[i] += (seed % 3 ? 2.0 : -2.0) * (i - (N_DAYS - 182));

      signs = tambour_insight_rules_find (days, N_DAYS, no_target);
      g_assert_cmpuint (count (signs, TAMBOUR_INSIGHT_LEVEL), ==, 0);
      sign = get_one (signs, TAMBOUR_INSIGHT_TREND);
      g_assert_cmpfloat (fabs (sign.now - sign.before - (seed % 3 ? 350 : -350)), <, 60);
    }
}

static void
test_a_gap (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autofree double *days = new_series (random, TRUE, 40);
  g_autoptr(GArray) signs = NULL;
  g_autoptr(GArray) late = NULL;
  g_autoptr(GArray) sparse = NULL;
  TambourInsightSign sign;

  /* Two days are a weekend. */
  days[N_DAYS - 40] = days[N_DAYS - 39] = NAN;
  for (guint i = N_DAYS - 20; i < N_DAYS - 15; i++)
    days[i] = NAN;
  signs = tambour_insight_rules_find (days, N_DAYS, no_target);
  sign = get_only (signs, TAMBOUR_INSIGHT_GAP);
  g_assert_cmpuint (sign.first, ==, N_DAYS - 20);
  g_assert_cmpuint (sign.last, ==, N_DAYS - 16);

  for (guint i = N_DAYS - 4; i < N_DAYS; i++)
    days[i] = NAN;
  late = tambour_insight_rules_find (days, N_DAYS, no_target);
  g_assert_cmpuint (count (late, TAMBOUR_INSIGHT_GAP), ==, 2);

  /* Where there is a value each week, six days without one are none. */
  for (guint i = 0; i < N_DAYS; i++)
    days[i] = i % 7 == 3 ? 1000 : NAN;
  sparse = tambour_insight_rules_find (days, N_DAYS, no_target);
  g_assert_cmpuint (sparse->len, ==, 0);
}

static void
test_a_target_is_crossed (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2);
  g_autofree double *days = new_series (random, FALSE, 10);
  g_autoptr(GArray) most = NULL;
  g_autoptr(GArray) least = NULL;
  g_autoptr(GArray) always = NULL;
  g_autoptr(GArray) short_time = NULL;
  TambourInsightSign sign;

  days[N_DAYS - 1] = days[N_DAYS - 2] = days[N_DAYS - 4] = 1060;
  days[N_DAYS - 3] = NAN;
  most = tambour_insight_rules_find (days, N_DAYS, (TambourInsightTarget) { 1045, TRUE });
  sign = get_one (most, TAMBOUR_INSIGHT_THRESHOLD);
  g_assert_cmpuint (sign.first, ==, N_DAYS - 4);
  g_assert_cmpuint (sign.last, ==, N_DAYS - 1);
  g_assert_cmpfloat (sign.before, ==, 1045);
  g_assert_cmpfloat (sign.now, ==, 1060);

  least = tambour_insight_rules_find (days, N_DAYS, (TambourInsightTarget) { 1045, FALSE });
  g_assert_cmpuint (count (least, TAMBOUR_INSIGHT_THRESHOLD), ==, 0);

  /* What has always been so is not news, and a day is none. */
  always = tambour_insight_rules_find (days, N_DAYS, (TambourInsightTarget) { 500, TRUE });
  g_assert_cmpuint (count (always, TAMBOUR_INSIGHT_THRESHOLD), ==, 0);
  days[N_DAYS - 4] = 1000;
  short_time = tambour_insight_rules_find (days, N_DAYS, (TambourInsightTarget) { 1045, TRUE });
  g_assert_cmpuint (count (short_time, TAMBOUR_INSIGHT_THRESHOLD), ==, 0);
}

static void
test_a_record (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  g_autofree double *days = new_series (random, TRUE, 20);
  g_autoptr(GArray) high = NULL;
  g_autoptr(GArray) old = NULL;
  g_autoptr(GArray) young = NULL;
  TambourInsightSign sign;

  days[N_DAYS - 3] = 1400;
  high = tambour_insight_rules_find (days, N_DAYS, no_target);
  sign = get_only (high, TAMBOUR_INSIGHT_RECORD);
  g_assert_cmpuint (sign.first, ==, N_DAYS - 3);
  g_assert_cmpfloat (sign.now, ==, 1400);
  g_assert_cmpfloat (sign.before, >, 1000);
  g_assert_cmpfloat (sign.before, <, 1200);

  /* It has been so high before. */
  days[100] = 1401;
  old = tambour_insight_rules_find (days, N_DAYS, no_target);
  g_assert_cmpuint (old->len, ==, 0);

  /* There are no records after half a year. */
  young = tambour_insight_rules_find (days + N_DAYS - 182, 182, no_target);
  g_assert_cmpuint (count (young, TAMBOUR_INSIGHT_RECORD), ==, 0);
}

/* Those that are usual, that follow the week, and that have now and then a day far
 * above the others. Of each, one in a hundred may be reported.
 */
static void
test_nothing_is_found_where_nothing_happens (void)
{
  for (guint family = 0; family < 4; family++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (family);
      guint n_alarms = 0;

      for (guint i = 0; i < N_RANDOM; i++)
        {
          g_autofree double *days = new_series (random, family == 1, family == 3 ? 300 : 50);
          g_autoptr(GArray) signs = NULL;

          for (guint k = 0; family == 2 && k < N_DAYS; k++)
            days[k] = 1000 * exp (0.3 * random_normal (random));

          signs = tambour_insight_rules_find (days, N_DAYS, (TambourInsightTarget) { 5000, TRUE });
          n_alarms += signs->len > 0;
        }

      g_test_message ("family %u: %u of %u", family, n_alarms, N_RANDOM);
      g_assert_cmpuint (n_alarms, <=, N_RANDOM / 100);
    }
}

static void
test_little_is_no_news (void)
{
  const double one[] = { 5 };
  double none[200], same[N_DAYS];
  g_autoptr(GArray) empty = tambour_insight_rules_find (one, 0, no_target);
  g_autoptr(GArray) single = tambour_insight_rules_find (one, 1, no_target);
  g_autoptr(GArray) missing = NULL;
  g_autoptr(GArray) constant = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    none[i] = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    same[i] = 8589934592.0;

  missing = tambour_insight_rules_find (none, G_N_ELEMENTS (none), no_target);
  constant = tambour_insight_rules_find (same, G_N_ELEMENTS (same), no_target);
  g_assert_cmpuint (empty->len + single->len + missing->len + constant->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight-rules/a-new-level", test_a_new_level);
  g_test_add_func ("/insight-rules/a-trend", test_a_trend);
  g_test_add_func ("/insight-rules/a-gap", test_a_gap);
  g_test_add_func ("/insight-rules/a-target-is-crossed", test_a_target_is_crossed);
  g_test_add_func ("/insight-rules/a-record", test_a_record);
  g_test_add_func ("/insight-rules/nothing-is-found-where-nothing-happens", test_nothing_is_found_where_nothing_happens);
  g_test_add_func ("/insight-rules/little-is-no-news", test_little_is_no_news);

  return g_test_run ();
}
