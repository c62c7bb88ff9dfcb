/* tambour-usage-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-usage-series.h"

#include <string.h>

/* Samples while they are read: those of a series come one after the other. */
typedef struct
{
  GPtrArray          *all;
  GHashTable         *by_name;
  TambourUsageSeries *current;
} Sorting;

/**
 * tambour_usage_series_free:
 * @self: (transfer full): a series
 */
void
tambour_usage_series_free (TambourUsageSeries *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->dimension, g_free);
  g_clear_pointer (&self->points, g_array_unref);
  g_free (self);
}

static gboolean
is_of (const TambourUsageSeries *series,
       const char               *account_id,
       const char               *metric,
       const char               *dimension)
{
  return series != NULL && g_strcmp0 (series->metric, metric) == 0 && g_strcmp0 (series->dimension, dimension) == 0 &&
         g_strcmp0 (series->account_id, account_id) == 0;
}

static TambourUsageSeries *
find_series (Sorting    *self,
             const char *account_id,
             const char *metric,
             const char *dimension)
{
  g_autofree char *name = g_strdup_printf ("%s\n%s\n%s", account_id ? account_id : "", metric, dimension ? dimension : "");
  TambourUsageSeries *series = g_hash_table_lookup (self->by_name, name);

  if (series != NULL)
    return series;

  series = g_new0 (TambourUsageSeries, 1);
  series->account_id = g_strdup (account_id);
  series->metric = g_strdup (metric);
  series->dimension = g_strdup (dimension);
  series->points = g_array_new (FALSE, FALSE, sizeof (TambourSeriesPoint));
  g_ptr_array_add (self->all, series);
  g_hash_table_insert (self->by_name, g_steal_pointer (&name), series);

  return series;
}

static gboolean
take_sample (const TambourValue *values,
             gpointer            user_data)
{
  Sorting *self = user_data;
  const char *account_id = values[0].text, *metric = values[1].text, *on = values[3].text;
  const char *dimension = values[2].text && *values[2].text ? values[2].text : NULL;
  TambourSeriesPoint point = { 0, values[4].number };
  TambourDate date;

  if (metric == NULL || on == NULL || !isfinite (point.value) || !tambour_date_parse (on, &date))
    return TRUE;

  if (!is_of (self->current, account_id, metric, dimension))
    self->current = find_series (self, account_id, metric, dimension);
  point.day = date.julian;
  g_array_append_val (self->current->points, point);

  return TRUE;
}

static gboolean
is_in_order (GArray *points)
{
  for (guint i = 1; i < points->len; i++)
    if (g_array_index (points, TambourSeriesPoint, i).day <= g_array_index (points, TambourSeriesPoint, i - 1).day)
      return FALSE;

  return TRUE;
}

static int
compare_series (gconstpointer a,
                gconstpointer b)
{
  const TambourUsageSeries *first = *(const TambourUsageSeries * const *) a;
  const TambourUsageSeries *second = *(const TambourUsageSeries * const *) b;
  int order = g_strcmp0 (first->account_id, second->account_id);

  if (order == 0)
    order = g_strcmp0 (first->metric, second->metric);

  return order ? order : g_strcmp0 (first->dimension, second->dimension);
}

/**
 * tambour_usage_series_read:
 * @reading: of an account, or of all
 * @query: which samples
 * @error: return location
 *
 * Reads samples without their records: there may be very many.
 *
 * Returns: (transfer full) (nullable) (element-type TambourUsageSeries): by account,
 *   metric and dimension
 */
GPtrArray *
tambour_usage_series_read (const TambourAccountReading  *reading,
                           TambourQuery                 *query,
                           GError                      **error)
{
  static const char * const fields[] = { "account_id", "metric", "dimension", "on", "value", NULL };
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_usage_series_free);
  g_autoptr(GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sorting sorting = { all, by_name, NULL };

  if (!tambour_store_each_values (reading->store, query, fields, take_sample, &sorting, reading->cancellable, error))
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      TambourUsageSeries *series = g_ptr_array_index (all, i);

      if (!is_in_order (series->points))
        tambour_series_tidy (series->points);
      series->pace = tambour_series_find_pace (tambour_usage_series_get_points (series), series->points->len);
    }
  g_ptr_array_sort (all, compare_series);

  return g_steal_pointer (&all);
}

/**
 * tambour_usage_series_read_one:
 * @reading: of an account
 * @metric: a metric
 * @dimension: (nullable): what of it
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourUsageSeries): all of its
 *   values as the only series, or none
 */
GPtrArray *
tambour_usage_series_read_one (const TambourAccountReading  *reading,
                               const char                   *metric,
                               const char                   *dimension,
                               GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_account_reading_query (reading, TAMBOUR_TYPE_USAGE_SAMPLE, NULL, error);

  if (query == NULL || !tambour_query_where (query, "metric", TAMBOUR_IS, metric, error) ||
      !tambour_query_where (query, "dimension", TAMBOUR_IS, dimension, error))
    return NULL;

  return tambour_usage_series_read (reading, query, error);
}

/**
 * tambour_usage_series_get_points:
 * @self: a series
 *
 * Returns: (transfer none): its values, the oldest first
 */
const TambourSeriesPoint *
tambour_usage_series_get_points (const TambourUsageSeries *self)
{
  return (const TambourSeriesPoint *) (gconstpointer) self->points->data;
}

/**
 * tambour_usage_series_get_last:
 * @self: a series
 *
 * Returns: the day of its last value; not stated if it has none
 */
TambourDate
tambour_usage_series_get_last (const TambourUsageSeries *self)
{
  guint n = self->points->len;

  return (TambourDate) { n > 0 ? tambour_usage_series_get_points (self)[n - 1].day : 0 };
}

/**
 * tambour_metrics_read:
 * @reading: of an account, or of all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourMetric): every metric that is
 *   described, for whatever account: there are few
 */
GPtrArray *
tambour_metrics_read (const TambourAccountReading  *reading,
                      GError                      **error)
{
  TambourAccountReading all = *reading;

  all.account_id = NULL;

  return tambour_account_reading_list (&all, TAMBOUR_TYPE_METRIC, NULL, error);
}

static gboolean
is_general (TambourMetric *metric)
{
  return TAMBOUR_RECORD (metric)->account_id.id == NULL || *TAMBOUR_RECORD (metric)->account_id.id == '\0';
}

/**
 * tambour_metrics_find:
 * @metrics: (element-type TambourMetric): what is described
 * @account_id: (nullable): an account
 * @code: what its samples call the metric
 *
 * Returns: (transfer none) (nullable): the account's own description, else the one that
 *   is for all
 */
TambourMetric *
tambour_metrics_find (GPtrArray  *metrics,
                      const char *account_id,
                      const char *code)
{
  TambourMetric *general = NULL;

  for (guint i = 0; i < metrics->len; i++)
    {
      TambourMetric *metric = g_ptr_array_index (metrics, i);

      if (g_strcmp0 (metric->code, code) != 0)
        continue;
      if (account_id != NULL && g_strcmp0 (TAMBOUR_RECORD (metric)->account_id.id, account_id) == 0)
        return metric;
      if (is_general (metric) && general == NULL)
        general = metric;
    }

  return general;
}

/**
 * tambour_metric_get_target:
 * @self: (nullable): a metric
 *
 * Returns: what somebody wants it to be
 */
TambourInsightTarget
tambour_metric_get_target (TambourMetric *self)
{
  return self ? (TambourInsightTarget) { self->target, self->target_is_most } : (TambourInsightTarget) { NAN, FALSE };
}
