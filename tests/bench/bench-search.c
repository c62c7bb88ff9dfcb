/* bench-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-corpus.h"
#include "tambour-kinds.h"
#include "tambour-store.h"

/* usage: bench-search [RECORDS [FOLDER]]
 *
 * Searches records (a million) as one types, in a portfolio and, by the program
 * floor-search beside this one, in a plain FTS5 table of the same texts. Prints
 * a row for the half and for the 95th percentile of each sort of query.
 */

#define N_RECORDS 1000000
#define N_AT_ONCE 20000

typedef struct
{
  char   *folder;
  char   *portfolio;
  char   *texts;
  char   *queries;
  double  p50[BENCH_N_SORTS];
  double  p95[BENCH_N_SORTS];
} Bench;

static void
fail (const char *what,
      GError     *error)
{
  fprintf (stderr, "%s: %s\n", what, error ? error->message : "");
  exit (EXIT_FAILURE);
}

static TambourRecord *
new_record (guint    i,
            GString *title,
            GString *account,
            GString *body)
{
  TambourCase *record = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));

  record->number = g_strdup_printf ("C%07u", i);
  record->title = g_strdup (title->str);
  record->product = g_strdup (account->str);
  record->impact = g_strdup (body->str);
  record->opened_at.seconds = 1400000000 + i * G_GINT64_CONSTANT (7919) % 300000000;

  return TAMBOUR_RECORD (record);
}

/* The same records into the portfolio, and as lines of three texts for the floor. */
static void
write_part (BenchCorpus  *corpus,
            TambourStore *store,
            FILE         *texts,
            guint         from,
            guint         to,
            gint64       *first)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Bench", "Corpus");
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(GString) account = g_string_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  tambour_change_set_continues (change, *first);
  for (guint i = from; i < to; i++)
    {
      g_autoptr(TambourRecord) record = NULL;

      bench_corpus_next (corpus, title, account, body);
      fprintf (texts, "%s\t%s\t%s\n", title->str, account->str, body->str);
      record = new_record (i, title, account, body);
      tambour_change_put (change, record);
    }

  if (!tambour_store_commit (store, change, &error))
    fail ("commit", error);
  *first = tambour_change_get_number (change);
}

static void
write_queries (Bench       *self,
               BenchCorpus *corpus)
{
  FILE *queries = g_fopen (self->queries, "w");

  for (guint sort = 0; sort < BENCH_N_SORTS; sort++)
    for (guint i = 0; i < BENCH_N_QUERIES; i++)
      {
        g_autofree char *query = bench_corpus_query (corpus, sort, i);

        fprintf (queries, "%u\t%s\n", sort, query);
      }
  fclose (queries);
}

static void
build (Bench       *self,
       BenchCorpus *corpus,
       guint        n_records)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (self->portfolio, TAMBOUR_STORE_CREATE, &error);
  double start = bench_now ();
  gint64 first = 0;
  GStatBuf status;
  FILE *texts = g_fopen (self->texts, "w");

  if (store == NULL || texts == NULL)
    fail (self->folder, error);

  for (guint i = 0; i < n_records; i += N_AT_ONCE)
    write_part (corpus, store, texts, i, MIN (i + N_AT_ONCE, n_records), &first);

  fclose (texts);
  tambour_store_close (store);
  g_stat (self->portfolio, &status);
  printf ("%u records of 60 words stored, with history and index: %.0f s, %.0f MiB on disk, %.0f MiB in memory\n", n_records,
          (bench_now () - start) / 1e3, status.st_size / 1048576.0, bench_peak_memory () / 1024.0);
}

static void
search (Bench       *self,
        BenchCorpus *corpus)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (self->portfolio, TAMBOUR_STORE_OPEN, &error);

  if (store == NULL)
    fail (self->portfolio, error);

  for (guint sort = 0; sort < BENCH_N_SORTS; sort++)
    {
      double times[BENCH_N_QUERIES];

      for (guint i = 0; i < BENCH_N_QUERIES; i++)
        {
          g_autofree char *query = bench_corpus_query (corpus, sort, i);
          double start = bench_now ();
          g_autoptr(GPtrArray) hits = tambour_store_search (store, query, 0, NULL, &error);

          if (hits == NULL)
            fail (query, error);
          times[i] = bench_now () - start;
        }

      self->p50[sort] = bench_percentile (times, BENCH_N_QUERIES, 0.5);
      self->p95[sort] = bench_percentile (times, BENCH_N_QUERIES, 0.95);
    }
}

static void
print_rows (Bench      *self,
            const char *floor)
{
  g_auto(GStrv) lines = g_strsplit (floor, "\n", -1);

  for (guint sort = 0; sort < BENCH_N_SORTS; sort++)
    {
      const char *name = bench_sort_get_name (sort);
      g_auto(GStrv) cells = lines[sort] ? g_strsplit (lines[sort], "\t", 2) : NULL;
      gboolean has_floor = cells && g_strv_length (cells) == 2;

      printf ("search %s, median\t%.2f\t%s\t5 ms\n", name, self->p50[sort], has_floor ? cells[0] : "-");
      printf ("search %s, 95th percentile\t%.2f\t%s\t16 ms\n", name, self->p95[sort], has_floor ? cells[1] : "-");
    }
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  guint n_records = argc > 1 ? atoi (argv[1]) : N_RECORDS;
  g_autoptr(BenchCorpus) corpus = bench_corpus_new ();
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *program = g_build_filename (here, "floor-search", NULL);
  g_autofree char *floor = NULL;
  char *arguments[] = { program, NULL, NULL };

  bench.folder = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("tambour-bench-XXXXXX", NULL);
  bench.portfolio = g_build_filename (bench.folder, "search.tambour", NULL);
  bench.texts = g_build_filename (bench.folder, "texts.tsv", NULL);
  bench.queries = g_build_filename (bench.folder, "queries.tsv", NULL);
  arguments[1] = bench.folder;

  build (&bench, corpus, n_records);
  write_queries (&bench, corpus);
  search (&bench, corpus);
  search (&bench, corpus);
  g_unlink (bench.portfolio);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &floor, NULL, NULL, NULL);
  print_rows (&bench, floor ? floor : "");

  g_unlink (bench.texts);
  g_unlink (bench.queries);
  g_rmdir (bench.folder);

  return EXIT_SUCCESS;
}
