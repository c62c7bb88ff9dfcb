/* tambour-facts-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More groups than these become one of all others (REPORT-DESIGN.md section 6). */
#define MAX_GROUPS 6

static const TambourDefinition LICENCES = {
  "usage.licences", "M30", TAMBOUR_UNIT_COUNT, N_("Licences"),
  N_("Licensed users on the last day of the period with data"), N_("Usage samples"),
};
static const TambourDefinition PROTECTED_USERS = {
  "usage.protected", "M30", TAMBOUR_UNIT_COUNT, N_("Users protected"),
  N_("Protected users on the last day of the period with data"), N_("Usage samples"),
};
static const TambourDefinition COVERAGE = {
  "usage.coverage", "M30", TAMBOUR_UNIT_SHARE, N_("Share of users protected"),
  N_("Protected users ÷ licences, on the last day of the period with data"), N_("Usage samples"),
};
static const TambourDefinition COVERAGE_START = {
  "usage.coverage.start", "M30", TAMBOUR_UNIT_SHARE, N_("Share of users protected at the start"),
  N_("Protected users ÷ licences, on the first day of the period with data"), N_("Usage samples"),
};
static const TambourDefinition EXPOSED = {
  "usage.exposed", "M30", TAMBOUR_UNIT_COUNT, N_("Users still exposed"),
  N_("Licences − protected users, on the last day of the period with data"), N_("Usage samples"),
};
static const TambourDefinition GROUP = {
  "usage.exposed.group", "M30", TAMBOUR_UNIT_COUNT, N_("Users still exposed, by group"),
  N_("Users of the group that are not protected, on the last day of the period with data"), N_("Usage samples"),
};
const char tambour_no_samples[] = N_("No such metric is stored for the period");

/* --- daily values --------------------------------------------------------- */

/**
 * tambour_usage_day_value:
 * @day: a day
 *
 * Returns: the value without a dimension, else the sum of those with one; %NAN without data
 */
double
tambour_usage_day_value (const TambourUsageDay *day)
{
  return isnan (day->total) ? day->parts : day->total;
}

/**
 * tambour_usage_days:
 * @reading: a reading
 * @period: a period
 * @metric: such as %TAMBOUR_METRIC_USERS_PROTECTED
 *
 * Returns: (transfer full) (element-type TambourUsageDay): the metric on each day of the period
 */
GArray *
tambour_usage_days (TambourReading      *reading,
                    const TambourPeriod *period,
                    const char          *metric)
{
  GPtrArray *samples = tambour_reading_list (reading, TAMBOUR_TYPE_USAGE_SAMPLE);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TambourUsageDay));

  for (guint32 julian = period->from.julian; julian < period->to.julian; julian++)
    {
      TambourUsageDay empty = { NAN, NAN, NULL };

      g_array_append_val (days, empty);
    }

  for (guint i = 0; i < samples->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (samples, i);
      TambourUsageDay *day;

      if (g_strcmp0 (sample->metric, metric) != 0 || isnan (sample->value) ||
          !tambour_reading_has_day (period, sample->on) || !tambour_reading_is_past_day (reading, sample->on))
        continue;

      day = &g_array_index (days, TambourUsageDay, sample->on.julian - period->from.julian);
      if (sample->dimension == NULL || *sample->dimension == '\0')
        {
          day->total = sample->value;
          day->id = TAMBOUR_RECORD (sample)->id;
        }
      else
        {
          day->parts = isnan (day->parts) ? sample->value : day->parts + sample->value;
          day->id = day->id ? day->id : TAMBOUR_RECORD (sample)->id;
        }
    }

  return days;
}

/* Returns: (transfer container) (element-type TambourUsageSample): the counts of licences */
static GPtrArray *
list_licences (TambourReading *reading)
{
  GPtrArray *samples = tambour_reading_list (reading, TAMBOUR_TYPE_USAGE_SAMPLE);
  GPtrArray *licences = g_ptr_array_new ();

  for (guint i = 0; i < samples->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (samples, i);

      if (g_strcmp0 (sample->metric, TAMBOUR_METRIC_LICENCES) == 0 && sample->value > 0)
        g_ptr_array_add (licences, sample);
    }

  return licences;
}

/* The licences that were valid on a day: the last count before it, else the
 * first one after it.
 */
static TambourUsageSample *
licences_on (GPtrArray *licences,
             guint32    julian)
{
  TambourUsageSample *before = NULL, *after = NULL;

  for (guint i = 0; i < licences->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (licences, i);

      if (sample->on.julian <= julian && (before == NULL || sample->on.julian > before->on.julian))
        before = sample;
      if (sample->on.julian > julian && (after == NULL || sample->on.julian < after->on.julian))
        after = sample;
    }

  return before ? before : after;
}

/* The first or last day of the period that has a value; -1 if there is none. */
static gint
find_day (GArray   *days,
          gboolean  last)
{
  for (guint i = 0; i < days->len; i++)
    {
      guint at = last ? days->len - 1 - i : i;

      if (!isnan (tambour_usage_day_value (&g_array_index (days, TambourUsageDay, at))))
        return at;
    }

  return -1;
}

/* --- M30 ------------------------------------------------------------------ */

static double
combine (gconstpointer definition,
         double        users,
         double        licences)
{
  if (definition == &LICENCES)
    return licences;
  if (definition == &PROTECTED_USERS)
    return users;
  if (definition == &EXPOSED)
    return licences - users;

  return users / licences;
}

static void
measure_coverage (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  g_autoptr(GArray) days = tambour_usage_days (reading, period, TAMBOUR_METRIC_USERS_PROTECTED);
  g_autoptr(GPtrArray) counts = list_licences (reading);
  gint at = find_day (days, data != &COVERAGE_START);
  TambourUsageSample *licences = at >= 0 ? licences_on (counts, period->from.julian + at) : NULL;
  TambourUsageDay *day;

  if (at < 0)
    {
      tambour_measure_refuse (measure, tambour_no_samples);
      return;
    }
  if (licences == NULL)
    {
      tambour_measure_refuse (measure, N_("The number of licences is not stored"));
      return;
    }

  day = &g_array_index (days, TambourUsageDay, at);
  tambour_measure_count (measure, day->id);
  tambour_measure_count (measure, TAMBOUR_RECORD (licences)->id);
  tambour_measure_set_value (measure, combine (data, tambour_usage_day_value (day), licences->value));
  if (data == &COVERAGE || data == &COVERAGE_START)
    {
      measure->n = (gint64) tambour_usage_day_value (day);
      measure->of = (gint64) licences->value;
    }
}

/* Every day of the period, for the line and the cover. */
static void
list_coverage (TambourReading *reading)
{
  TambourUsageFacts *usage = &reading->facts->usage;
  const TambourPeriod *period = &reading->facts->period;
  g_autoptr(GArray) days = tambour_usage_days (reading, period, TAMBOUR_METRIC_USERS_PROTECTED);
  g_autoptr(GPtrArray) counts = list_licences (reading);

  for (guint i = 0; i < days->len; i++)
    {
      double users = tambour_usage_day_value (&g_array_index (days, TambourUsageDay, i));
      TambourUsageSample *licences = isnan (users) ? NULL : licences_on (counts, period->from.julian + i);
      double share = licences ? users / licences->value : NAN;
      TambourDate day = { period->from.julian + i };

      usage->n_expected += tambour_reading_is_past_day (reading, day);
      usage->lacks_licences |= !isnan (users) && licences == NULL;
      g_array_append_val (usage->coverage, share);
      if (!isnan (share))
        {
          usage->n_days++;
          usage->last_day = day;
        }
    }
}

/* --- exposed groups ------------------------------------------------------- */

typedef struct
{
  const char *title;
  double      value;
  GHashTable *folded; /* of the row of all others: the groups in it */
} Group;

static gboolean
is_of_group (TambourUsageSample *sample,
             const Group        *group)
{
  if (sample->dimension == NULL || *sample->dimension == '\0')
    return FALSE;
  if (group->folded != NULL)
    return g_hash_table_contains (group->folded, sample->dimension);

  return group->title == NULL || strcmp (sample->dimension, group->title) == 0;
}

static gboolean
takes_exposed (TambourReading      *reading,
               const TambourPeriod *period,
               TambourUsageSample  *sample)
{
  return g_strcmp0 (sample->metric, TAMBOUR_METRIC_USERS_EXPOSED) == 0 && !isnan (sample->value) &&
         tambour_reading_has_day (period, sample->on) && tambour_reading_is_past_day (reading, sample->on);
}

/* The last day of the period on which groups were counted; 0 if never. */
static guint32
last_exposed_day (TambourReading      *reading,
                  const TambourPeriod *period)
{
  GPtrArray *samples = tambour_reading_list (reading, TAMBOUR_TYPE_USAGE_SAMPLE);
  guint32 last = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (samples, i);

      if (takes_exposed (reading, period, sample))
        last = MAX (last, sample->on.julian);
    }

  return last;
}

static void
measure_group (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  GPtrArray *samples = tambour_reading_list (reading, TAMBOUR_TYPE_USAGE_SAMPLE);
  guint32 last = last_exposed_day (reading, period);
  double sum = 0;

  if (last == 0)
    {
      tambour_measure_refuse (measure, tambour_no_samples);
      return;
    }

  for (guint i = 0; i < samples->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (samples, i);

      if (!takes_exposed (reading, period, sample) || sample->on.julian != last || !is_of_group (sample, data))
        continue;
      sum += sample->value;
      tambour_measure_count (measure, TAMBOUR_RECORD (sample)->id);
    }

  tambour_measure_set_value (measure, sum);
}

static gint
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *first = a;
  const Group *second = b;

  if (first->value != second->value)
    return first->value < second->value ? 1 : -1;

  return strcmp (first->title, second->title);
}

static GArray *
list_groups (TambourReading *reading)
{
  const TambourPeriod *period = &reading->facts->period;
  GPtrArray *samples = tambour_reading_list (reading, TAMBOUR_TYPE_USAGE_SAMPLE);
  guint32 last = last_exposed_day (reading, period);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < samples->len; i++)
    {
      TambourUsageSample *sample = g_ptr_array_index (samples, i);
      Group group = { sample->dimension, sample->value, NULL };

      if (takes_exposed (reading, period, sample) && sample->on.julian == last &&
          sample->dimension != NULL && *sample->dimension != '\0')
        g_array_append_val (groups, group);
    }

  g_array_sort (groups, compare_groups);

  return groups;
}

static void
count_groups (TambourReading *reading)
{
  g_autoptr(GArray) groups = list_groups (reading);
  Group other = { NULL, 0, NULL };

  if (groups->len > MAX_GROUPS)
    {
      other.folded = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = MAX_GROUPS - 1; i < groups->len; i++)
        g_hash_table_add (other.folded, (gpointer) g_array_index (groups, Group, i).title);
      g_array_set_size (groups, MAX_GROUPS - 1);
      g_array_append_val (groups, other);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);
      TambourGroupFact fact = { group->title, group->folded != NULL };
      g_autofree char *variant = g_strdup_printf ("%u", i + 1);

      fact.count = tambour_reading_add (reading, &GROUP, variant, group->title, measure_group, group);
      g_array_append_val (reading->facts->usage.groups, fact);
    }

  g_clear_pointer (&other.folded, g_hash_table_unref);
}

/**
 * tambour_facts_count_usage:
 * @reading: a reading
 *
 * Counts coverage and who is left (METRICS.md M30). Days without data stay
 * without: nothing is filled in.
 */
void
tambour_facts_count_usage (TambourReading *reading)
{
  TambourUsageFacts *usage = &reading->facts->usage;

  usage->licences = tambour_reading_add (reading, &LICENCES, NULL, NULL, measure_coverage, &LICENCES);
  usage->protected_users = tambour_reading_add (reading, &PROTECTED_USERS, NULL, NULL, measure_coverage, &PROTECTED_USERS);
  usage->coverage_now = tambour_reading_add (reading, &COVERAGE, NULL, NULL, measure_coverage, &COVERAGE);
  usage->coverage_start = tambour_reading_add (reading, &COVERAGE_START, NULL, NULL, measure_coverage, &COVERAGE_START);
  usage->exposed = tambour_reading_add (reading, &EXPOSED, NULL, NULL, measure_coverage, &EXPOSED);
  list_coverage (reading);
  count_groups (reading);
}
