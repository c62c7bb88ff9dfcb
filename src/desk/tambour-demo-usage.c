/* tambour-demo-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

static void
add_sample (TambourDemoAccount *self,
            TambourDate         on,
            const char         *metric,
            const char         *dimension,
            double              value)
{
  TambourUsageSample *sample = tambour_demo_own (self, TAMBOUR_TYPE_USAGE_SAMPLE, tambour_demo_at (self, on, 23 * 60));

  sample->on = on;
  sample->metric = g_strdup (metric);
  sample->dimension = g_strdup (dimension);
  sample->value = value;
  TAMBOUR_RECORD (sample)->origin = TAMBOUR_ORIGIN_IMPORT;
}

/* From the first share to the last one in three waves that flatten. */
static double
share_on (TambourDemoAccount *self,
          double              t)
{
  JsonArray *coverage = json_object_get_array_member (self->life, "coverage");
  double low = json_array_get_double_element (coverage, 0);
  double high = json_array_get_double_element (coverage, 1);
  double wave = t - sin (t * 3 * 2 * G_PI) / (3 * 2 * G_PI);

  return low + (high - low) * (1 - (1 - wave) * (1 - wave));
}

/* The export failed on four days, at another time for each account. */
static gboolean
is_gap (TambourDemoAccount *self,
        TambourDate         today,
        TambourDate         on)
{
  guint begin = 90 + self->story * 37;

  return today.julian - on.julian <= begin && today.julian - on.julian > begin - 4;
}

/* The last weeks may be told: millions of requests on a day of each, the last
 * whole week last. Such weeks have a sample for each day.
 */
static double
find_told (TambourDemoAccount *self,
           TambourDate         today,
           TambourDate         on)
{
  JsonArray *weeks = json_object_has_member (self->life, "weeks") ? json_object_get_array_member (self->life, "weeks") : NULL;
  int monday = today.julian - tambour_date_weekday (today);
  int week = weeks ? (int) json_array_get_length (weeks) - 1 - (monday - 1 - (int) on.julian) / 7 : -1;

  if (week < 0 || (int) on.julian >= monday)
    return NAN;

  return json_array_get_int_element (weeks, week) * 1e6;
}

/* Five working days and a quieter weekend that give the told mean. */
static void
add_told_day (TambourDemoAccount *self,
              TambourDate         on,
              double              mean)
{
  static const double days[] = { 1.13, 1.18, 1.16, 1.17, 1.11, .63, .62 };
  double requests = floor (mean * days[tambour_date_weekday (on)]);

  add_sample (self, on, TAMBOUR_METRIC_REQUESTS, NULL, requests);
  add_sample (self, on, TAMBOUR_METRIC_BLOCKED, NULL, floor (requests * .018));
}

static void
add_day (TambourDemoAccount *self,
         TambourDate         today,
         TambourDate         on,
         double              t)
{
  double users = tambour_demo_life_count (self, "users", 1000);
  double lookups = tambour_demo_life_count (self, "lookups", 10) * 1e6 * (.78 + .22 * t);
  gboolean is_weekend = tambour_date_weekday (on) >= 5;
  double told = find_told (self, today, on);

  if (is_gap (self, today, on))
    return;

  if (self->index == self->story || tambour_date_weekday (on) == 4)
    add_sample (self, on, TAMBOUR_METRIC_USERS_PROTECTED, NULL,
                floor (users * (share_on (self, t) + (tambour_demo_chance (self->demo) - .5) * .004)));

  if (!isnan (told))
    {
      add_told_day (self, on, told);
    }
  else if (tambour_date_weekday (on) == 2)
    {
      double requests = floor (lookups * (is_weekend ? .6 : 1) * (.97 + .06 * tambour_demo_chance (self->demo)));

      add_sample (self, on, TAMBOUR_METRIC_REQUESTS, NULL, requests);
      add_sample (self, on, TAMBOUR_METRIC_BLOCKED, NULL, floor (requests * (.014 + .008 * tambour_demo_chance (self->demo))));
    }
}

static void
add_month (TambourDemoAccount *self,
           TambourDate         on,
           double              t)
{
  double users = tambour_demo_life_count (self, "users", 1000);
  double exposed = floor (users * (1 - share_on (self, t)));
  JsonArray *groups = json_object_get_array_member (self->life, "groups");
  static const double parts[] = { .52, .3, .18 };

  add_sample (self, on, TAMBOUR_METRIC_LICENCES, NULL, users);
  add_sample (self, on, TAMBOUR_METRIC_INFECTED_DEVICES, NULL,
              floor (users / 900 * (1.5 - share_on (self, t)) * (.7 + .6 * tambour_demo_chance (self->demo)) + 1));
  for (guint i = 0; i < MIN (3, json_array_get_length (groups)); i++)
    add_sample (self, on, TAMBOUR_METRIC_USERS_EXPOSED, json_array_get_string_element (groups, i), floor (exposed * parts[i]));
}

/**
 * tambour_demo_make_usage:
 * @self: an account
 *
 * Protected users each day with a gap in the export, requests each week, and
 * what is counted by the month.
 */
void
tambour_demo_make_usage (TambourDemoAccount *self)
{
  TambourDate first = tambour_demo_date (self, self->start);
  TambourDate today = tambour_demo_date (self, self->demo->as_of);

  if (!json_object_has_member (self->life, "coverage"))
    return;

  for (TambourDate on = first; on.julian < today.julian; on.julian++)
    {
      double t = (double) (on.julian - first.julian) / (today.julian - first.julian);
      int year, month, day;

      add_day (self, today, on, t);
      tambour_date_split (tambour_demo_days (on, 1), &year, &month, &day);
      if (day == 1)
        add_month (self, on, t);
    }
}
