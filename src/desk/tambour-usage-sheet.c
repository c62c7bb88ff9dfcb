/* tambour-usage-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-usage-sheet.h"

/* More insights than these are not shown at once. */
#define MOST_INSIGHTS 30

typedef struct
{
  TambourUsageSheet     *sheet;
  TambourAccountReading  reading;
  GPtrArray             *metrics;
  char                  *from;
} Loading;

static void
line_free (gpointer data)
{
  TambourUsageLine *self = data;

  g_clear_pointer (&self->series, tambour_usage_series_free);
  g_clear_object (&self->settings);
  g_free (self);
}

/**
 * tambour_usage_sheet_free:
 * @self: (transfer full): a sheet
 */
void
tambour_usage_sheet_free (TambourUsageSheet *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->insights, g_ptr_array_unref);
  g_free (self);
}

static TambourUsageState
find_state (const TambourUsageLine *line)
{
  guint n = line->series->points->len;
  double last;

  if (isnan (line->target.value) || n == 0)
    return TAMBOUR_USAGE_NO_TARGET;

  last = tambour_usage_series_get_points (line->series)[n - 1].value;

  return (line->target.is_most ? last <= line->target.value : last >= line->target.value) ? TAMBOUR_USAGE_MET : TAMBOUR_USAGE_MISSED;
}

/* What somebody said of it counts where the values do not tell: a single one. */
static void
describe (Loading          *self,
          TambourUsageLine *line)
{
  const TambourSeriesPoint *points = tambour_usage_series_get_points (line->series);
  const char *account_id = TAMBOUR_RECORD (self->sheet->account)->id;
  TambourMetric *settings = tambour_metrics_find (self->metrics, account_id, line->series->metric);

  g_set_object (&line->settings, settings);
  line->is_own = settings != NULL && g_strcmp0 (TAMBOUR_RECORD (settings)->account_id.id, account_id) == 0;
  line->target = tambour_metric_get_target (settings);
  line->state = find_state (line);
  line->change = tambour_series_measure (points, line->series->points->len, line->series->pace);
}

/* From when on: the account's last value is found in one look, at the end of an index. */
static char *
find_from (Loading  *self,
           GError  **error)
{
  g_autoptr(GPtrArray) newest = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_USAGE_SAMPLE, NULL, "on", TRUE, 1, error);
  TambourDate date = self->sheet->today;

  if (newest == NULL)
    return NULL;

  if (newest->len > 0)
    date = TAMBOUR_USAGE_SAMPLE (g_ptr_array_index (newest, 0))->on;
  date.julian -= MIN (date.julian - 1, TAMBOUR_USAGE_DAYS);

  return tambour_date_dup_text (date);
}

/* Each by itself: the index has its values one after the other. Where there is not one
 * each day, or it ended long ago, all are read: there are few.
 */
static gboolean
read_series (Loading             *self,
             const char          *metric,
             const char          *dimension,
             TambourUsageSeries **series,
             GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_account_reading_query (&self->reading, TAMBOUR_TYPE_USAGE_SAMPLE, NULL, error);
  g_autoptr(GPtrArray) recent = NULL;
  g_autoptr(GPtrArray) all = NULL;
  TambourUsageSeries *found;

  if (query == NULL || !tambour_query_where (query, "metric", TAMBOUR_IS, metric, error) ||
      !tambour_query_where (query, "dimension", TAMBOUR_IS, dimension, error) ||
      !tambour_query_where (query, "on", TAMBOUR_AT_LEAST, self->from, error) ||
      !(recent = tambour_usage_series_read (&self->reading, query, error)))
    return FALSE;

  found = recent->len > 0 ? g_ptr_array_index (recent, 0) : NULL;
  if (found == NULL || found->pace != TAMBOUR_SERIES_DAYS)
    {
      if (!(all = tambour_usage_series_read_one (&self->reading, metric, dimension, error)))
        return FALSE;
      *series = all->len > 0 ? g_ptr_array_steal_index (all, 0) : NULL;
      return TRUE;
    }

  *series = g_ptr_array_steal_index (recent, 0);

  return TRUE;
}

/* Those that the review reads come first. */
static guint
rank_of (const char *metric)
{
  static const char * const known[] = { TAMBOUR_METRIC_REQUESTS, TAMBOUR_METRIC_BLOCKED, TAMBOUR_METRIC_USERS_PROTECTED,
                                        TAMBOUR_METRIC_USERS_EXPOSED, TAMBOUR_METRIC_LICENCES, TAMBOUR_METRIC_INFECTED_DEVICES };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i], metric) == 0)
      return i;

  return G_N_ELEMENTS (known);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourUsageLine *first = *(const TambourUsageLine * const *) a;
  const TambourUsageLine *second = *(const TambourUsageLine * const *) b;
  guint one = rank_of (first->series->metric), other = rank_of (second->series->metric);
  int order = one != other ? (one < other ? -1 : 1) : g_strcmp0 (first->series->metric, second->series->metric);

  return order ? order : g_strcmp0 (first->series->dimension, second->series->dimension);
}

static gboolean
add_lines (Loading  *self,
           GError  **error)
{
  static const char * const fields[] = { "metric", "dimension", NULL };
  g_autoptr(TambourQuery) query = tambour_account_reading_query (&self->reading, TAMBOUR_TYPE_USAGE_SAMPLE, NULL, error);
  g_autoptr(GPtrArray) tallies = query ? tambour_store_tally (self->reading.store, query, fields, self->reading.cancellable, error) : NULL;

  if (tallies == NULL)
    return FALSE;

  for (guint i = 0; i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      const char *dimension = *tally->values[1] ? tally->values[1] : NULL;
      TambourUsageSeries *series = NULL;
      TambourUsageLine *line;

      if (!read_series (self, tally->values[0], dimension, &series, error))
        return FALSE;
      if (series == NULL)
        continue;

      line = g_new0 (TambourUsageLine, 1);
      line->series = series;
      line->n_values = (guint) tally->count;
      describe (self, line);
      g_ptr_array_add (self->sheet->lines, line);
    }

  g_ptr_array_sort (self->sheet->lines, compare_lines);

  return TRUE;
}

static gboolean
add_insights (Loading  *self,
              GError  **error)
{
  gint64 n_dismissed;

  self->sheet->insights = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_INSIGHT, "state = raised", "seen_on", TRUE, MOST_INSIGHTS, error);
  n_dismissed = self->sheet->insights ? tambour_account_reading_count (&self->reading, TAMBOUR_TYPE_INSIGHT, "state = dismissed", error) : -1;
  self->sheet->n_dismissed = (guint) MAX (n_dismissed, 0);

  return n_dismissed >= 0;
}

/**
 * tambour_usage_sheet_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): its metrics and insights
 */
TambourUsageSheet *
tambour_usage_sheet_load (TambourStore    *store,
                          const char      *account_id,
                          TambourInstant   at,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr(TambourUsageSheet) sheet = g_new0 (TambourUsageSheet, 1);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GPtrArray) metrics = NULL;
  g_autofree char *from = NULL;
  Loading loading = { sheet, { store, cancellable, account_id, at }, NULL, NULL };

  if (!(sheet->account = (TambourAccount *) tambour_store_get (store, klass, account_id, error)))
    return NULL;

  sheet->lines = g_ptr_array_new_with_free_func (line_free);
  zone = tambour_account_dup_zone (sheet->account);
  sheet->today = tambour_zone_date_of (zone, at);
  if (!(loading.metrics = metrics = tambour_metrics_read (&loading.reading, error)) || !(loading.from = from = find_from (&loading, error)))
    return NULL;

  if (!add_lines (&loading, error) || !add_insights (&loading, error))
    return NULL;

  return g_steal_pointer (&sheet);
}
