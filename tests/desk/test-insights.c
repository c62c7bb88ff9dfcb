/* test-insights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-engagement.h"
#include "tambour-insight-news.h"
#include "usage-fixture.h"

#define N_DAYS 200

static double
on_step (guint day)
{
  return (day < 170 ? 1000 : 1400) + 20 * usage_noise (day);
}

static double
on_calm (guint day)
{
  return 5000 + 50 * usage_noise (day + 7919);
}

static double
on_gap (guint day)
{
  return day >= 180 && day < 185 ? NAN : on_calm (day);
}

static double
on_early_end (guint day)
{
  return day >= 190 ? NAN : on_calm (day);
}

static double
on_slope (guint day)
{
  return 1000 + 3 * day + 10 * usage_noise (day);
}

static TambourDate
day_at (guint day)
{
  return (TambourDate) { tambour_date_new (2026, 3, 2).julian + day };
}

static void
fill (DeskPortfolio  *desk,
      const char     *metric,
      UsageValueFunc  value_on)
{
  usage_fill (desk, metric, NULL, day_at (0), N_DAYS, value_on);
}

/* What is planted is found, and nothing beside it. */
static void
test_what_changed_is_proposed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) proposals = NULL;
  const TambourInsightProposal *proposal;
  g_autofree char *title = NULL;

  fill (desk, "requests", on_step);
  fill (desk, "lookups", on_calm);
  proposals = usage_propose (desk);
  proposal = usage_get_only (proposals);
  title = tambour_insight_words_title (proposal);

  g_assert_cmpint (proposal->rule, ==, TAMBOUR_INSIGHT_LEVEL);
  g_assert_cmpuint (proposal->first.julian, ==, day_at (170).julian);
  g_assert_false (proposal->is_fall);
  g_assert_cmpuint (proposal->n_values, ==, N_DAYS);
  g_assert_true (g_str_has_prefix (title, "Lookups per day rose from about 1,0"));
  g_assert_nonnull (strstr (title, "19\302\240Aug\302\2402026"));
}

/* Accepted, it is an insight with what it says; undone, it is proposed again. */
static void
test_accepted_it_is_an_insight (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GPtrArray) insights = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(TambourChange) change = NULL;
  g_autofree char *title = NULL;
  TambourInsight *insight;

  fill (desk, "requests", on_step);
  proposals = usage_propose (desk);
  title = tambour_insight_words_title (usage_get_only (proposals));
  change = usage_move (desk, TAMBOUR_INSIGHT_MOVE_ACCEPT, usage_get_only (proposals), day_at (N_DAYS));

  insights = usage_list (desk, TAMBOUR_TYPE_INSIGHT);
  g_assert_cmpuint (insights->len, ==, 1);
  insight = g_ptr_array_index (insights, 0);
  g_assert_cmpstr (insight->title, ==, title);
  g_assert_cmpint (insight->state, ==, TAMBOUR_INSIGHT_STATE_RAISED);
  g_assert_cmpint (insight->ground, ==, TAMBOUR_INSIGHT_GROUND_LEVEL);
  g_assert_cmpstr (insight->metric, ==, "requests");
  g_assert_cmpuint (insight->seen_on.julian, ==, day_at (N_DAYS).julian);
  g_assert_cmpuint (insight->first_on.julian, ==, day_at (170).julian);
  g_assert_cmpfloat (insight->now, >, insight->before);
  g_assert_nonnull (strstr (insight->data, "200 values"));

  none = usage_propose (desk);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_true (tambour_store_undo (desk->store, tambour_change_get_number (change), "Mira", NULL, NULL));
  again = usage_propose (desk);
  g_assert_cmpuint (again->len, ==, 1);
}

/* What somebody else accepts later is refused. */
static void
test_dismissed_it_is_not_proposed_again (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GPtrArray) insights = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(TambourInsightMove) late = NULL;
  g_autoptr(TambourChange) change = NULL;
  g_autoptr(TambourChange) second = tambour_change_new ("Jon", "Take up insight");
  g_autoptr(GError) error = NULL;

  fill (desk, "requests", on_step);
  proposals = usage_propose (desk);
  change = usage_move (desk, TAMBOUR_INSIGHT_MOVE_DISMISS, usage_get_only (proposals), day_at (N_DAYS));

  insights = usage_list (desk, TAMBOUR_TYPE_INSIGHT);
  g_assert_cmpuint (insights->len, ==, 1);
  g_assert_cmpint (TAMBOUR_INSIGHT (g_ptr_array_index (insights, 0))->state, ==, TAMBOUR_INSIGHT_STATE_DISMISSED);
  none = usage_propose (desk);
  g_assert_cmpuint (none->len, ==, 0);

  late = tambour_insight_move_new (TAMBOUR_INSIGHT_MOVE_ACCEPT, usage_get_only (proposals), "Jon");
  g_assert_false (tambour_insight_move_fill (late, desk->store, usage_at (day_at (N_DAYS)), second, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static void
test_it_can_become_an_action (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  g_autoptr(GPtrArray) insights = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(TambourChange) change = NULL;
  TambourActionItem *action;

  fill (desk, "requests", on_gap);
  proposals = usage_propose (desk);
  g_assert_cmpint (usage_get_only (proposals)->rule, ==, TAMBOUR_INSIGHT_GAP);
  change = usage_move (desk, TAMBOUR_INSIGHT_MOVE_ACT, usage_get_only (proposals), day_at (N_DAYS));

  actions = usage_list (desk, TAMBOUR_TYPE_ACTION_ITEM);
  insights = usage_list (desk, TAMBOUR_TYPE_INSIGHT);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpuint (insights->len, ==, 1);
  action = g_ptr_array_index (actions, 0);
  g_assert_cmpstr (action->insight_id.id, ==, TAMBOUR_RECORD (g_ptr_array_index (insights, 0))->id);
  g_assert_cmpstr (action->title, ==, "Lookups per day: 5 days without a value, 29\302\240Aug\302\2402026 – 2\302\240Sep\302\2402026");
  g_assert_cmpstr (action->owner, ==, "Mira");
  g_assert_cmpuint (action->due.julian, ==, day_at (N_DAYS + 7).julian);

  g_assert_true (tambour_store_undo (desk->store, tambour_change_get_number (change), "Mira", NULL, NULL));
  left = usage_list (desk, TAMBOUR_TYPE_ACTION_ITEM);
  g_assert_cmpuint (left->len, ==, 0);
}

/* Each day brings a value, and the window of the rules moves by one: for months nothing
 * that was dismissed comes back.
 */
static void
assert_stays_away (UsageValueFunc value_on,
                   guint          n_days)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(TambourChange) change = NULL;

  fill (desk, "requests", value_on);
  proposals = usage_propose (desk);
  change = usage_move (desk, TAMBOUR_INSIGHT_MOVE_DISMISS, usage_get_only (proposals), day_at (N_DAYS));

  for (guint day = N_DAYS; day < N_DAYS + n_days; day += 5)
    {
      g_autoptr(GPtrArray) left = NULL;

      for (guint i = day; i < day + 5; i++)
        {
          g_autoptr(TambourUsageSample) sample = desk_portfolio_own (desk, TAMBOUR_TYPE_USAGE_SAMPLE);

          g_set_str (&sample->metric, "requests");
          sample->on = day_at (i);
          sample->value = value_on (i);
          desk_portfolio_put (desk, sample);
        }
      left = usage_propose (desk);
      g_assert_cmpuint (left->len, ==, 0);
    }
}

static void
test_the_same_sign_is_not_new_tomorrow (void)
{
  assert_stays_away (on_step, 120);
  assert_stays_away (on_slope, 60);
}

static void
test_the_other_way_is_another_sign (void)
{
  TambourInsightProposal rise = {
    .account_id = (char *) "a", .metric = (char *) "m", .rule = TAMBOUR_INSIGHT_LEVEL, .first = day_at (100), .before = 1, .now = 2
  };
  TambourInsightProposal fall = rise;
  TambourInsightProposal slope = rise;
  TambourInsightProposal elsewhere = rise;
  g_autoptr(TambourInsight) known = TAMBOUR_INSIGHT (tambour_record_new (TAMBOUR_TYPE_INSIGHT, NULL));

  desk_set (known, "metric", "m");
  desk_set (known, "ground", "level");
  desk_set (known, "before", "1");
  desk_set (known, "now", "2");
  g_set_str (&TAMBOUR_RECORD (known)->account_id.id, "a");
  known->first_on = day_at (98);
  fall.is_fall = TRUE;
  slope.rule = TAMBOUR_INSIGHT_TREND;
  slope.first = day_at (10);
  elsewhere.dimension = (char *) "Lyon";

  g_assert_true (tambour_insight_proposal_is_known (&rise, known));
  g_assert_false (tambour_insight_proposal_is_known (&fall, known));
  g_assert_true (tambour_insight_proposal_is_known (&slope, known));
  g_assert_false (tambour_insight_proposal_is_known (&elsewhere, known));
  rise.first = day_at (200);
  slope.first = day_at (99);
  g_assert_false (tambour_insight_proposal_is_known (&rise, known));
  g_assert_false (tambour_insight_proposal_is_known (&slope, known));
}

/* The metric ends before the others of the account do: that is a gap. An account for which
 * nothing came has none.
 */
static void
test_what_is_not_brought_in_is_no_gap (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) some = NULL;

  fill (desk, "requests", on_early_end);
  none = usage_propose (desk);
  g_assert_cmpuint (none->len, ==, 0);

  fill (desk, "lookups", on_calm);
  some = usage_propose (desk);
  g_assert_cmpint (usage_get_only (some)->rule, ==, TAMBOUR_INSIGHT_GAP);
  g_assert_cmpuint (usage_get_only (some)->first.julian, ==, day_at (190).julian);
  g_assert_cmpuint (usage_get_only (some)->last.julian, ==, day_at (199).julian);
}

static double
on_months (guint day)
{
  return day % 30 != 0 ? NAN : day < 450 ? 96
                                         : 90;
}

/* A value a month has no gaps and no levels, but it crosses a target. */
static void
test_months_cross_targets (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourMetric) metric = desk_portfolio_own (desk, TAMBOUR_TYPE_METRIC);
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) some = NULL;
  g_autofree char *title = NULL;

  usage_fill (desk, "coverage", NULL, day_at (0), 540, on_months);
  none = usage_propose (desk);
  g_assert_cmpuint (none->len, ==, 0);

  desk_set (metric, "code", "coverage");
  desk_set (metric, "title", "Protected share");
  desk_set (metric, "unit", "%");
  desk_set (metric, "target", "95");
  desk_portfolio_put (desk, metric);
  some = usage_propose (desk);
  g_assert_cmpint (usage_get_only (some)->rule, ==, TAMBOUR_INSIGHT_THRESHOLD);
  g_assert_cmpuint (usage_get_only (some)->first.julian, ==, day_at (450).julian);
  title = tambour_insight_words_title (usage_get_only (some));
  g_assert_true (g_str_has_prefix (title, "Protected share has been below its target of 95"));
}

static TambourInsightNews *
load_news (DeskPortfolio      *desk,
           guint               day,
           TambourInsightNews *before)
{
  g_autoptr(GError) error = NULL;
  TambourInsightNews *news = tambour_insight_news_load (desk->store, NULL, usage_at (day_at (day)), before ? before->found : NULL,
                                                        before ? before->change : 0, NULL, &error);

  g_assert_no_error (error);

  return news;
}

/* Of all accounts; what was found is used again until something changes, and what is old
 * is no news.
 */
static void
test_what_is_new_is_told (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourInsightNews) news = NULL;
  g_autoptr(TambourInsightNews) again = NULL;
  g_autoptr(TambourInsightNews) late = NULL;
  g_autoptr(TambourInsightNews) after = NULL;
  g_autoptr(TambourChange) change = NULL;
  const TambourInsightNewsItem *item;

  fill (desk, "requests", on_step);
  news = load_news (desk, N_DAYS, NULL);
  g_assert_cmpuint (news->items->len, ==, 1);
  item = g_ptr_array_index (news->items, 0);
  g_assert_cmpstr (item->account_name, ==, desk->account->name);
  g_assert_cmpint (item->proposal->rule, ==, TAMBOUR_INSIGHT_LEVEL);

  again = load_news (desk, N_DAYS, news);
  g_assert_true (again->found == news->found);
  g_assert_cmpuint (again->items->len, ==, 1);
  late = load_news (desk, N_DAYS + TAMBOUR_INSIGHT_NEWS_DAYS, news);
  g_assert_cmpuint (late->items->len, ==, 0);

  change = usage_move (desk, TAMBOUR_INSIGHT_MOVE_DISMISS, item->proposal, day_at (N_DAYS));
  after = load_news (desk, N_DAYS, news);
  g_assert_true (after->found != news->found);
  g_assert_cmpuint (after->items->len, ==, 0);
}

static void
test_it_can_be_cancelled (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  fill (desk, "requests", on_step);
  g_cancellable_cancel (cancellable);
  g_assert_null (tambour_insights_propose (desk->store, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insights/what-changed-is-proposed", test_what_changed_is_proposed);
  g_test_add_func ("/insights/accepted-it-is-an-insight", test_accepted_it_is_an_insight);
  g_test_add_func ("/insights/dismissed-it-is-not-proposed-again", test_dismissed_it_is_not_proposed_again);
  g_test_add_func ("/insights/it-can-become-an-action", test_it_can_become_an_action);
  g_test_add_func ("/insights/the-same-sign-is-not-new-tomorrow", test_the_same_sign_is_not_new_tomorrow);
  g_test_add_func ("/insights/the-other-way-is-another-sign", test_the_other_way_is_another_sign);
  g_test_add_func ("/insights/what-is-not-brought-in-is-no-gap", test_what_is_not_brought_in_is_no_gap);
  g_test_add_func ("/insights/months-cross-targets", test_months_cross_targets);
  g_test_add_func ("/insights/what-is-new-is-told", test_what_is_new_is_told);
  g_test_add_func ("/insights/it-can-be-cancelled", test_it_can_be_cancelled);

  return g_test_run ();
}
