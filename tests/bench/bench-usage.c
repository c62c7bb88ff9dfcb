/* bench-usage.c: ten years of daily values of 200 metrics: what the page of an account
 * reads when it is opened, one metric in full, and the rules over all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-usage [N_METRICS [FOLDER]]
 */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "tambour-insights.h"
#include "tambour-kinds.h"
#include "tambour-usage-sheet.h"

#define N_METRICS 200
#define N_DAYS    3652
#define RUNS      5

static void
fail (const char   *what,
      const GError *error)
{
  fprintf (stderr, "%s: %s\n", what, error ? error->message : "failed");
  exit (EXIT_FAILURE);
}

static void
put_metric (TambourStore *store,
            const char   *account_id,
            guint         number,
            TambourDate   first)
{
  g_autoptr(TambourChange) change = tambour_change_new ("bench", "Import usage");
  g_autoptr(GRand) random = g_rand_new_with_seed (number + 1);
  g_autofree char *code = g_strdup_printf ("metric_%03u", number);
  g_autoptr(GError) error = NULL;

  for (guint day = 0; day < N_DAYS; day++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_USAGE_SAMPLE, NULL);
      TambourUsageSample *sample = TAMBOUR_USAGE_SAMPLE (record);

      g_set_str (&record->account_id.id, account_id);
      g_set_str (&sample->metric, code);
      sample->on.julian = first.julian + day;
      sample->value = (day >= N_DAYS - 20 && number % 20 == 0 ? 1400 : 1000) * g_rand_double_range (random, .95, 1.05);
      tambour_change_put (change, record);
    }

  if (!tambour_store_commit (store, change, &error))
    fail (code, error);
}

static char *
build (TambourStore *store,
       guint         n_metrics)
{
  g_autoptr(TambourChange) change = tambour_change_new ("bench", "Account");
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(GError) error = NULL;

  g_set_str (&TAMBOUR_ACCOUNT (account)->name, "Acme");
  g_set_str (&TAMBOUR_ACCOUNT (account)->short_code, "AC");
  tambour_change_put (change, account);
  if (!tambour_store_commit (store, change, &error))
    fail ("account", error);

  for (guint i = 0; i < n_metrics; i++)
    put_metric (store, account->id, i, tambour_date_new (2016, 11, 23));

  return g_strdup (account->id);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef void (*Work) (TambourStore *store,
                      const char   *account_id);

static void
open_sheet (TambourStore *store,
            const char   *account_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourUsageSheet) sheet = tambour_usage_sheet_load (store, account_id, (TambourInstant) { 1795424400 }, NULL, &error);

  if (sheet == NULL)
    fail ("sheet", error);
}

static void
read_one (TambourStore *store,
          const char   *account_id)
{
  const TambourAccountReading reading = { store, NULL, account_id, { 0 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_usage_series_read_one (&reading, "metric_000", NULL, &error);

  if (found == NULL || found->len != 1)
    fail ("metric", error);
}

static void
run_rules (TambourStore *store,
           const char   *account_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_insights_propose (store, account_id, NULL, NULL, NULL, &error);

  if (found == NULL || found->len == 0)
    fail ("rules", error);
}

static double
measure (Work          work,
         TambourStore *store,
         const char   *account_id)
{
  double times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work (store, account_id);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, RUNS, sizeof *times, compare_numbers);

  return times[RUNS / 2];
}

int
main (int    argc,
      char **argv)
{
  guint n_metrics = argc > 1 ? (guint) atoi (argv[1]) : N_METRICS;
  g_autofree char *folder = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("tambour-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "usage.tambour", NULL);
  g_autofree char *account_id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);

  if (store == NULL)
    fail (path, error);

  account_id = build (store, n_metrics);
  printf ("usage of %u metrics: what the page shows first\t%.2f\t-\t-\n", n_metrics, measure (open_sheet, store, account_id));
  printf ("usage of %u metrics: one in full\t%.2f\t-\t-\n", n_metrics, measure (read_one, store, account_id));
  printf ("usage of %u metrics: the rules over all\t%.2f\t-\t-\n", n_metrics, measure (run_rules, store, account_id));

  tambour_store_close (store);
  g_unlink (path);
  g_rmdir (folder);

  return EXIT_SUCCESS;
}
