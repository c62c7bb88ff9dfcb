/* tambour-overview-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-usage.h"

#define N_DAYS (TAMBOUR_OVERVIEW_WEEKS * 7)

/* The main metric is the first of these that there is. */
static const char * const metrics[] = { TAMBOUR_METRIC_REQUESTS, TAMBOUR_METRIC_USERS_PROTECTED };

/* The value of a metric on each day of the weeks: the one without a dimension,
 * else the sum of those with one.
 */
typedef struct
{
  double total[N_DAYS];
  double parts[N_DAYS];
} Days;

static double
day_value (const Days *days,
           guint       i)
{
  return isnan (days->total[i]) ? days->parts[i] : days->total[i];
}

static void
fill_days (Days        *days,
           GPtrArray   *samples,
           const char  *metric,
           TambourDate  first)
{
  for (guint i = 0; i < N_DAYS; i++)
    days->total[i] = days->parts[i] = NAN;

  for (guint i = 0; i < samples->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (samples, i);
      guint day = sample->on.julian - first.julian;

      if (g_strcmp0 (sample->metric, metric) != 0 || isnan (sample->value) || day >= N_DAYS)
        continue;
      if (sample->dimension == NULL || *sample->dimension == '\0')
        days->total[day] = sample->value;
      else
        days->parts[day] = isnan (days->parts[day]) ? sample->value : days->parts[day] + sample->value;
    }
}

static double
mean_of_week (const Days *days,
              guint       week)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < 7; i++)
    {
      double value = day_value (days, week * 7 + i);

      if (isnan (value))
        continue;
      sum += value;
      n++;
    }

  return n > 0 ? sum / n : NAN;
}

static gboolean
has_metric (GPtrArray  *samples,
            const char *metric)
{
  for (guint i = 0; i < samples->len; i++)
    if (g_strcmp0 (TAMBOUR_USAGE_SAMPLE (g_ptr_array_index (samples, i))->metric, metric) == 0)
      return TRUE;

  return FALSE;
}

static const char *
choose_metric (GPtrArray *samples)
{
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (has_metric (samples, metrics[i]))
      return metrics[i];

  return samples->len > 0 ? TAMBOUR_USAGE_SAMPLE (g_ptr_array_index (samples, 0))->metric : NULL;
}

/* Of the days of a week that have both: blocked ÷ requests (METRICS.md M31). */
static double
share_blocked (const Days *requests,
               const Days *blocked,
               guint       week)
{
  double all = 0, some = 0;

  for (guint i = week * 7; i < week * 7 + 7; i++)
    {
      if (isnan (day_value (requests, i)) || isnan (day_value (blocked, i)))
        continue;
      all += day_value (requests, i);
      some += day_value (blocked, i);
    }

  return all > 0 ? some / all : NAN;
}

static void
find_source (TambourOverviewReading *self,
             GPtrArray              *samples)
{
  TambourOverviewUsage *usage = &self->overview->usage;
  TambourInstant newest = { G_MININT64 };

  for (guint i = 0; i < samples->len; i++)
    {
      TambourRecord *sample = g_ptr_array_index (samples, i);

      if (g_strcmp0 (TAMBOUR_USAGE_SAMPLE (sample)->metric, usage->metric) != 0 ||
          !tambour_instant_is_stated (sample->created_at) || sample->created_at.seconds < newest.seconds)
        continue;
      newest = sample->created_at;
      usage->imported_on = tambour_zone_date_of (self->overview->zone, newest);
      usage->origin = sample->origin;
    }
}

static void
fill_usage (TambourOverviewReading *self,
            GPtrArray              *samples)
{
  TambourOverviewUsage *usage = &self->overview->usage;
  Days days, blocked;

  usage->metric = g_strdup (choose_metric (samples));
  if (usage->metric == NULL)
    return;

  fill_days (&days, samples, usage->metric, usage->first_week);
  fill_days (&blocked, samples, TAMBOUR_METRIC_BLOCKED, usage->first_week);
  for (guint i = 0; i < TAMBOUR_OVERVIEW_WEEKS; i++)
    {
      usage->weeks[i] = mean_of_week (&days, i);
      if (isnan (usage->weeks[i]))
        continue;

      usage->latest = usage->weeks[i];
      usage->latest_week.julian = usage->first_week.julian + i * 7;
      if (g_str_equal (usage->metric, TAMBOUR_METRIC_REQUESTS))
        usage->blocked = share_blocked (&days, &blocked, i);
    }

  find_source (self, samples);
}

/**
 * tambour_overview_add_usage:
 * @self: an overview that is read
 * @error: return location
 *
 * Whole weeks only: the one that goes on would look like a fall.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_overview_add_usage (TambourOverviewReading  *self,
                            GError                 **error)
{
  TambourOverviewUsage *usage = &self->overview->usage;
  TambourDate today = self->overview->today;
  guint32 monday = today.julian - tambour_date_weekday (today);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *expression = NULL;
  g_autoptr(GPtrArray) samples = NULL;

  usage->latest = usage->blocked = NAN;
  usage->first_week.julian = monday - N_DAYS;
  for (guint i = 0; i < TAMBOUR_OVERVIEW_WEEKS; i++)
    usage->weeks[i] = NAN;

  from = tambour_date_dup_text (usage->first_week);
  to = tambour_date_dup_text ((TambourDate) { monday });
  expression = g_strdup_printf ("on >= %s and on < %s", from, to);
  if (!(samples = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_USAGE_SAMPLE, expression, "on", FALSE, -1, error)))
    return FALSE;

  fill_usage (self, samples);

  return TRUE;
}
