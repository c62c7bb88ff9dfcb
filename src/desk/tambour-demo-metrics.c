/* tambour-demo-metrics.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

/* A metric that is counted each day, in which something happened to each customer
 * another way: a new level, a trend, a gap, or nothing.
 */
#define METRIC "timeouts"
#define DAYS   420

typedef enum
{
  CALM,
  LEVEL,
  TREND,
  GAP,
} Happening;

static const Happening happenings[] = { CALM, LEVEL, GAP, CALM, TREND, CALM };

/* The same for the same day and account, -1 to 1, whatever chance did before. */
static double
noise_of (guint story,
          guint day)
{
  guint32 mixed = (day + 1) * 2654435761u ^ (story + 1) * 40503u;

  mixed ^= mixed >> 15;
  mixed *= 2246822519u;
  mixed ^= mixed >> 13;

  return (mixed % 20001) / 10000.0 - 1;
}

static double
count_on (TambourDemoAccount *self,
          guint               ago)
{
  Happening happening = happenings[self->story % G_N_ELEMENTS (happenings)];
  double usual = 700 + 130.0 * self->story;

  if (happening == GAP && ago >= 12 && ago < 17)
    return NAN;
  if (happening == LEVEL && ago < 24)
    usual *= 1.55;
  if (happening == TREND)
    usual *= 1.5 - .5 * MIN (ago, 200) / 200.0;

  return floor (usual * (1 + .05 * noise_of (self->story, ago)));
}

static TambourMetric *
add_metric (TambourDemo *demo,
            const char  *code,
            const char  *title,
            const char  *unit)
{
  TambourMetric *metric = tambour_demo_record (demo, TAMBOUR_TYPE_METRIC, demo->as_of, "Mira Solberg");

  metric->code = g_strdup (code);
  metric->title = g_strdup (title);
  metric->unit = g_strdup (unit);
  metric->source = g_strdup ("usage import");

  return metric;
}

/* What the customer and we agreed on: nine of ten users. */
static void
add_targets (TambourDemoAccount *self)
{
  double users = tambour_demo_life_count (self, "users", 1000);
  TambourMetric *protected = add_metric (self->demo, TAMBOUR_METRIC_USERS_PROTECTED, "Protected users", "users");
  TambourMetric *timeouts = add_metric (self->demo, METRIC, "Timed-out lookups", "lookups");

  tambour_demo_set_ref (&TAMBOUR_RECORD (protected)->account_id, self->id);
  protected->kind = TAMBOUR_METRIC_KIND_LEVEL;
  protected->target = floor (users * .9);
  tambour_demo_set_ref (&TAMBOUR_RECORD (timeouts)->account_id, self->id);
  timeouts->target = 1500;
  timeouts->target_is_most = TRUE;
}

static void
add_samples (TambourDemoAccount *self)
{
  TambourDate today = tambour_demo_date (self, self->demo->as_of);

  for (guint ago = DAYS; ago > 0; ago--)
    {
      TambourDate on = tambour_demo_days (today, -(int) ago);
      double value = count_on (self, ago);
      TambourUsageSample *sample;

      if (isnan (value))
        continue;

      sample = tambour_demo_own (self, TAMBOUR_TYPE_USAGE_SAMPLE, tambour_demo_at (self, on, 23 * 60));
      sample->on = on;
      sample->metric = g_strdup (METRIC);
      sample->value = value;
      TAMBOUR_RECORD (sample)->origin = TAMBOUR_ORIGIN_IMPORT;
    }
}

/**
 * tambour_demo_make_metrics:
 * @demo: a demonstration
 * @accounts: (element-type TambourDemoAccount): its accounts
 *
 * What the metrics are called, counted in and should be, and one in which something
 * happened. No chance depends on it.
 */
void
tambour_demo_make_metrics (TambourDemo *demo,
                           GPtrArray   *accounts)
{
  TambourMetric *infected;

  add_metric (demo, TAMBOUR_METRIC_REQUESTS, "Lookups per day", "lookups");
  infected = add_metric (demo, TAMBOUR_METRIC_INFECTED_DEVICES, "Newly infected devices", "devices");
  infected->kind = TAMBOUR_METRIC_KIND_MONTH;

  for (guint i = 0; i < MIN (accounts->len, TAMBOUR_DEMO_N_TOLD); i++)
    {
      TambourDemoAccount *account = g_ptr_array_index (accounts, i);

      if (!json_object_has_member (account->life, "coverage"))
        continue;

      add_targets (account);
      add_samples (account);
    }
}
