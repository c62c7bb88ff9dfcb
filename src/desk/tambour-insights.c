/* tambour-insights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-insights.h"

#include <stdlib.h>

/* The days of a window move, and with them the day that a sign seems to begin: so far
 * apart, two signs are the same. A gap stays where it is; a trend that goes on for
 * another quarter is worth another word.
 */
static const guint tolerances[] = {
  [TAMBOUR_INSIGHT_LEVEL] = 45,
  [TAMBOUR_INSIGHT_TREND] = 91,
  [TAMBOUR_INSIGHT_GAP] = 3,
  [TAMBOUR_INSIGHT_THRESHOLD] = 14,
  [TAMBOUR_INSIGHT_RECORD] = 14,
};

/* As far back as a trend is looked for. */
#define TREND_DAYS 182

/* What is looked at: the days of a series, or its values one after the other where there
 * is not one each day.
 */
typedef struct
{
  TambourUsageSeries *series;
  TambourMetric      *metric;
  GPtrArray          *found;
  guint32             end;
} Looking;

/**
 * tambour_insight_proposal_copy:
 * @self: a proposal
 *
 * Returns: (transfer full): the same once more
 */
TambourInsightProposal *
tambour_insight_proposal_copy (const TambourInsightProposal *self)
{
  TambourInsightProposal *copy = g_memdup2 (self, sizeof *self);

  copy->account_id = g_strdup (self->account_id);
  copy->metric = g_strdup (self->metric);
  copy->dimension = g_strdup (self->dimension);
  copy->title = g_strdup (self->title);
  copy->unit = g_strdup (self->unit);

  return copy;
}

/**
 * tambour_insight_proposal_free:
 * @self: (transfer full): a proposal
 */
void
tambour_insight_proposal_free (TambourInsightProposal *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->dimension, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_free (self);
}

/**
 * tambour_insight_proposal_dup_key:
 * @self: a proposal
 *
 * Returns: (transfer full): what tells it from others that were found with it
 */
char *
tambour_insight_proposal_dup_key (const TambourInsightProposal *self)
{
  return g_strdup_printf ("%s\n%s\n%s\n%d\n%u", self->account_id ? self->account_id : "", self->metric,
                          self->dimension ? self->dimension : "", (int) self->rule, self->first.julian);
}

/**
 * tambour_insight_rule_get_ground:
 * @rule: a rule
 *
 * Returns: what an insight says that it found
 */
TambourInsightGround
tambour_insight_rule_get_ground (TambourInsightRule rule)
{
  switch (rule)
    {
    case TAMBOUR_INSIGHT_LEVEL:
      return TAMBOUR_INSIGHT_GROUND_LEVEL;
    case TAMBOUR_INSIGHT_TREND:
      return TAMBOUR_INSIGHT_GROUND_TREND;
    case TAMBOUR_INSIGHT_GAP:
      return TAMBOUR_INSIGHT_GROUND_GAP;
    case TAMBOUR_INSIGHT_THRESHOLD:
      return TAMBOUR_INSIGHT_GROUND_THRESHOLD;
    case TAMBOUR_INSIGHT_RECORD:
      return TAMBOUR_INSIGHT_GROUND_RECORD;
    }

  g_return_val_if_reached (TAMBOUR_INSIGHT_GROUND_NOTICED);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  return g_strcmp0 (a ? a : "", b ? b : "") == 0;
}

/* What is said of a step is said of the slope that it looks like a while later, and the
 * other way round.
 */
static gboolean
is_same_change (const TambourInsightProposal *self,
                TambourInsight               *insight)
{
  guint32 step, slope;

  if (self->rule == TAMBOUR_INSIGHT_TREND && insight->ground == TAMBOUR_INSIGHT_GROUND_LEVEL)
    {
      step = insight->first_on.julian;
      slope = self->first.julian;
    }
  else if (self->rule == TAMBOUR_INSIGHT_LEVEL && insight->ground == TAMBOUR_INSIGHT_GROUND_TREND)
    {
      step = self->first.julian;
      slope = insight->first_on.julian;
    }
  else
    {
      return FALSE;
    }

  return step >= slope && step - slope <= TREND_DAYS;
}

/**
 * tambour_insight_proposal_is_known:
 * @self: a proposal
 * @insight: something that was taken up or dismissed
 *
 * The same sign seen a few days later is no other one.
 *
 * Returns: whether it was this
 */
gboolean
tambour_insight_proposal_is_known (const TambourInsightProposal *self,
                                   TambourInsight               *insight)
{
  gboolean has_direction = !isnan (self->now) && !isnan (insight->now) && !isnan (insight->before);

  if (!is_same_text (TAMBOUR_RECORD (insight)->account_id.id, self->account_id) || !is_same_text (insight->metric, self->metric) ||
      !is_same_text (insight->dimension, self->dimension) || (has_direction && self->is_fall != (insight->now < insight->before)))
    return FALSE;

  if (insight->ground == tambour_insight_rule_get_ground (self->rule))
    return (guint) abs ((int) self->first.julian - (int) insight->first_on.julian) <= tolerances[self->rule];

  return is_same_change (self, insight);
}

static void
propose (Looking                  *self,
         const TambourInsightSign *sign,
         guint32                   first,
         guint32                   last)
{
  TambourInsightProposal *proposal = g_new0 (TambourInsightProposal, 1);
  const TambourSeriesPoint *points = tambour_usage_series_get_points (self->series);

  proposal->account_id = g_strdup (self->series->account_id);
  proposal->metric = g_strdup (self->series->metric);
  proposal->dimension = g_strdup (self->series->dimension);
  proposal->title = g_strdup (self->metric ? self->metric->title : NULL);
  proposal->unit = g_strdup (self->metric ? self->metric->unit : NULL);
  proposal->rule = sign->rule;
  proposal->first.julian = first;
  proposal->last.julian = last;
  proposal->before = sign->before;
  proposal->now = sign->now;
  proposal->is_most = tambour_metric_get_target (self->metric).is_most;
  proposal->is_fall = sign->now < sign->before;
  proposal->from.julian = points[0].day;
  proposal->to.julian = points[self->series->points->len - 1].day;
  proposal->n_values = self->series->points->len;
  g_ptr_array_add (self->found, proposal);
}

static void
look_at_days (Looking *self)
{
  const TambourSeriesPoint *points = tambour_usage_series_get_points (self->series);
  guint32 first = points[0].day;
  guint32 end = MAX (self->end, points[self->series->points->len - 1].day);
  g_autofree double *days = tambour_series_spread (points, self->series->points->len, first, end);
  g_autoptr(GArray) signs = tambour_insight_rules_find (days, end - first + 1, tambour_metric_get_target (self->metric));

  for (guint i = 0; i < signs->len; i++)
    {
      const TambourInsightSign *sign = &g_array_index (signs, TambourInsightSign, i);

      propose (self, sign, first + sign->first, first + sign->last);
    }
}

/* Of a value a month, or a week, only a target says something that is sure. */
static void
look_at_values (Looking *self)
{
  const TambourSeriesPoint *points = tambour_usage_series_get_points (self->series);
  guint n = self->series->points->len;
  g_autofree double *values = g_new (double, n);
  g_autoptr(GArray) signs = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = points[i].value;
  signs = tambour_insight_rules_find (values, n, tambour_metric_get_target (self->metric));

  for (guint i = 0; i < signs->len; i++)
    {
      const TambourInsightSign *sign = &g_array_index (signs, TambourInsightSign, i);

      if (sign->rule == TAMBOUR_INSIGHT_THRESHOLD)
        propose (self, sign, points[sign->first].day, points[sign->last].day);
    }
}

/* The last day that anything of the account came for: a metric that ends before it has
 * a gap, while an account for which nothing was brought in has none.
 */
static guint32
find_end (GPtrArray *all,
          guint      at)
{
  const TambourUsageSeries *own = g_ptr_array_index (all, at);
  guint32 end = 0;

  for (guint i = at; i < all->len; i++)
    {
      const TambourUsageSeries *series = g_ptr_array_index (all, i);

      if (g_strcmp0 (series->account_id, own->account_id) != 0)
        break;
      if (series->pace == TAMBOUR_SERIES_DAYS)
        end = MAX (end, tambour_usage_series_get_last (series).julian);
    }

  return end;
}

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  const TambourInsightProposal *first = *(const TambourInsightProposal * const *) a;
  const TambourInsightProposal *second = *(const TambourInsightProposal * const *) b;

  if (first->last.julian != second->last.julian)
    return first->last.julian > second->last.julian ? -1 : 1;
  if (first->first.julian != second->first.julian)
    return first->first.julian > second->first.julian ? -1 : 1;

  return g_strcmp0 (first->metric, second->metric);
}

static gboolean
examine_all (GPtrArray            *all,
             GPtrArray            *metrics,
             GPtrArray            *found,
             TambourProgressFunc   progress,
             gpointer              user_data,
             GCancellable         *cancellable,
             GError              **error)
{
  guint32 end = 0;

  for (guint i = 0; i < all->len; i++)
    {
      TambourUsageSeries *series = g_ptr_array_index (all, i);
      Looking looking = { series, tambour_metrics_find (metrics, series->account_id, series->metric), found, 0 };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL && i % 10 == 0)
        progress (NULL, i, all->len, user_data);

      if (i == 0 || g_strcmp0 (series->account_id, ((TambourUsageSeries *) g_ptr_array_index (all, i - 1))->account_id) != 0)
        end = find_end (all, i);
      looking.end = end;
      if (series->points->len == 0)
        continue;
      if (series->pace == TAMBOUR_SERIES_DAYS)
        look_at_days (&looking);
      else
        look_at_values (&looking);
    }

  return TRUE;
}

/**
 * tambour_insights_examine:
 * @store: a store
 * @account_id: (nullable): whose metrics, or %NULL for all
 * @progress: (nullable): called with how many metrics are done
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Runs the rules over all values that there are.
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourInsightProposal): what they
 *   found, the newest first, whether or not it was taken up
 */
GPtrArray *
tambour_insights_examine (TambourStore         *store,
                          const char           *account_id,
                          TambourProgressFunc   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error)
{
  const TambourAccountReading reading = { store, cancellable, account_id, { 0 } };
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_insight_proposal_free);
  g_autoptr(TambourQuery) query = tambour_account_reading_query (&reading, TAMBOUR_TYPE_USAGE_SAMPLE, NULL, error);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) metrics = NULL;

  /* Of all accounts, but not of none: only then the index has all that is read. */
  if (query == NULL || (account_id == NULL && !tambour_query_where (query, "account_id", TAMBOUR_IS_NOT, NULL, error)) ||
      !(all = tambour_usage_series_read (&reading, query, error)) || !(metrics = tambour_metrics_read (&reading, error)) ||
      !examine_all (all, metrics, found, progress, user_data, cancellable, error))
    return NULL;

  g_ptr_array_sort (found, compare_proposals);

  return g_steal_pointer (&found);
}

/**
 * tambour_insights_sift:
 * @store: a store
 * @account_id: (nullable): whose insights, or %NULL for all
 * @found: (element-type TambourInsightProposal): what the rules found
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourInsightProposal): copies of
 *   those that were neither taken up nor dismissed
 */
GPtrArray *
tambour_insights_sift (TambourStore  *store,
                       const char    *account_id,
                       GPtrArray     *found,
                       GCancellable  *cancellable,
                       GError       **error)
{
  const TambourAccountReading reading = { store, cancellable, account_id, { 0 } };
  g_autoptr(GPtrArray) known = tambour_account_reading_list (&reading, TAMBOUR_TYPE_INSIGHT, "ground != noticed", error);
  g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_insight_proposal_free);

  if (known == NULL)
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const TambourInsightProposal *proposal = g_ptr_array_index (found, i);
      gboolean is_known = FALSE;

      for (guint k = 0; k < known->len && !is_known; k++)
        is_known = tambour_insight_proposal_is_known (proposal, g_ptr_array_index (known, k));
      if (!is_known)
        g_ptr_array_add (left, tambour_insight_proposal_copy (proposal));
    }

  return g_steal_pointer (&left);
}

/**
 * tambour_insights_propose:
 * @store: a store
 * @account_id: (nullable): whose metrics, or %NULL for all
 * @progress: (nullable): called with how many metrics are done
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TambourInsightProposal): what the
 *   rules found that nobody has taken up or dismissed, the newest first
 */
GPtrArray *
tambour_insights_propose (TambourStore         *store,
                          const char           *account_id,
                          TambourProgressFunc   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr(GPtrArray) found = tambour_insights_examine (store, account_id, progress, user_data, cancellable, error);

  return found ? tambour_insights_sift (store, account_id, found, cancellable, error) : NULL;
}
