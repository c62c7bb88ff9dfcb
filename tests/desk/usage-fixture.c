/* usage-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "usage-fixture.h"

/* The middle of a day. */
TambourInstant
usage_at (TambourDate day)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  return (TambourInstant) { tambour_zone_start_of_day (utc, day).seconds + 12 * TAMBOUR_HOUR };
}

/* The same for the same day, -1 to 1. */
double
usage_noise (guint day)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (day * 2654435761u);

  return g_rand_double_range (random, -1, 1);
}

void
usage_fill (DeskPortfolio  *desk,
            const char     *metric,
            const char     *dimension,
            TambourDate     first,
            guint           n_days,
            UsageValueFunc  value_on)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Import usage");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_days; i++)
    {
      g_autoptr(TambourUsageSample) sample = desk_portfolio_own (desk, TAMBOUR_TYPE_USAGE_SAMPLE);
      double value = value_on (i);

      if (isnan (value))
        continue;

      g_set_str (&sample->metric, metric);
      g_set_str (&sample->dimension, dimension);
      sample->on.julian = first.julian + i;
      sample->value = value;
      tambour_change_put (change, TAMBOUR_RECORD (sample));
    }

  g_assert_true (tambour_store_commit (desk->store, change, &error));
  g_assert_no_error (error);
}

GPtrArray *
usage_propose (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *proposals = tambour_insights_propose (desk->store, TAMBOUR_RECORD (desk->account)->id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return proposals;
}

TambourInsightProposal *
usage_get_only (GPtrArray *proposals)
{
  g_assert_cmpuint (proposals->len, ==, 1);

  return g_ptr_array_index (proposals, 0);
}

/* Returns: (transfer full): what was committed */
TambourChange *
usage_move (DeskPortfolio                *desk,
            TambourInsightMoveKind        kind,
            const TambourInsightProposal *proposal,
            TambourDate                   day)
{
  g_autoptr(TambourInsightMove) move = tambour_insight_move_new (kind, proposal, "Mira");
  TambourChange *change = tambour_change_new ("Mira", "Take up insight");
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_insight_move_fill (move, desk->store, usage_at (day), change, &error));
  g_assert_no_error (error);
  g_assert_true (tambour_store_commit (desk->store, change, &error));
  g_assert_no_error (error);

  return change;
}

GPtrArray *
usage_list (DeskPortfolio *desk,
            GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  GPtrArray *all = tambour_store_list (desk->store, query, NULL, &error);

  g_assert_no_error (error);

  return all;
}
