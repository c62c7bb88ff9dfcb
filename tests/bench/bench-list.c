/* bench-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-corpus.h"
#include "tambour-kinds.h"
#include "tambour-record-list.h"

/* usage: bench-list [RECORDS [FOLDER]]
 *
 * Opens a list of records (a million) in the order of a field and jumps to random
 * pages of it; the program floor-list beside this one does the same with a plain
 * table. Prints a row for each.
 */

#define N_RECORDS 1000000
#define N_AT_ONCE 50000
#define N_OPENS   5
#define N_PAGES   1000
#define PAGE_SIZE 128

static void
fail (const char *what,
      GError     *error)
{
  fprintf (stderr, "%s: %s\n", what, error ? error->message : "");
  exit (EXIT_FAILURE);
}

static void
write_part (TambourStore *store,
            guint         from,
            guint         to,
            gint64       *first)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Bench", "List");
  g_autoptr(GError) error = NULL;

  tambour_change_set_continues (change, *first);
  for (guint i = from; i < to; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_CASE, NULL);
      TambourCase *one = TAMBOUR_CASE (record);

      one->number = g_strdup_printf ("C%07u", i);
      one->title = g_strdup_printf ("Subject %u", i);
      one->owner_name = g_strdup_printf ("Owner %u", i % 50);
      one->status = i % 9;
      one->opened_at.seconds = 1400000000 + i * G_GINT64_CONSTANT (7919) % 300000000;
      tambour_change_put (change, record);
    }

  if (!tambour_store_commit (store, change, &error))
    fail ("commit", error);
  *first = tambour_change_get_number (change);
}

static void
build (const char *path,
       guint       n_records)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  gint64 first = 0;

  if (store == NULL)
    fail (path, error);

  for (guint i = 0; i < n_records; i += N_AT_ONCE)
    write_part (store, i, MIN (i + N_AT_ONCE, n_records), &first);
  tambour_store_close (store);
}

typedef struct
{
  double open;
  double first_rows;
  double page;
  double page95;
  double memory;
} Figures;

static void
jump (TambourRecordList *list,
      Figures           *figures)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  GListModel *model = G_LIST_MODEL (list);
  guint n_pages = g_list_model_get_n_items (model) / PAGE_SIZE;
  double times[N_PAGES];

  for (guint i = 0; i < N_PAGES; i++)
    {
      guint position = g_rand_int_range (random, 0, n_pages) * PAGE_SIZE;
      double start = bench_now ();

      for (guint j = 0; j < PAGE_SIZE; j++)
        g_object_unref (g_list_model_get_item (model, position + j));
      times[i] = bench_now () - start;
    }

  figures->page = bench_percentile (times, N_PAGES, 0.5);
  figures->page95 = bench_percentile (times, N_PAGES, 0.95);
}

static void
open_list (TambourStore *store,
           const char   *field,
           Figures      *figures)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GError) error = NULL;
  double opens[N_OPENS];
  double firsts[N_OPENS];

  if (!tambour_query_order (query, field, TRUE, &error))
    fail (field, error);

  for (guint i = 0; i < N_OPENS; i++)
    {
      g_autoptr(TambourRecordList) list = tambour_record_list_new (store, TAMBOUR_TYPE_CASE);
      double start = bench_now ();

      if (!tambour_record_list_load (list, query, &error))
        fail ("load", error);
      opens[i] = bench_now () - start;
      g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), 0));
      firsts[i] = bench_now () - start;

      if (i == N_OPENS - 1)
        jump (list, figures);
    }

  figures->open = bench_percentile (opens, N_OPENS, 0.5);
  figures->first_rows = bench_percentile (firsts, N_OPENS, 0.5);
}

/* In a process of its own, so that its memory is that of the list alone. */
static int
measure (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  Figures by_field, by_row;
  double before;

  if (store == NULL)
    fail (path, error);

  before = bench_peak_memory ();
  open_list (store, "opened_at", &by_field);
  by_field.memory = (bench_peak_memory () - before) / 1024;
  open_list (store, "row", &by_row);
  printf ("%.2f\t%.2f\t%.2f\t%.2f\t%.1f\t%.2f\n", by_field.open, by_field.first_rows, by_field.page, by_field.page95,
          by_field.memory, by_row.open);

  return EXIT_SUCCESS;
}

static char **
spawn (const char *program,
       const char *first,
       const char *second)
{
  const char *arguments[] = { program, first, second, NULL };
  g_autofree char *output = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, NULL);
  if (output == NULL)
    fail (program, NULL);

  return g_strsplit (g_strstrip (output), "\t", -1);
}

int
main (int    argc,
      char **argv)
{
  guint n_records = argc > 1 ? atoi (argv[1]) : N_RECORDS;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *program = g_build_filename (here, "floor-list", NULL);
  g_autofree char *number = g_strdup_printf ("%u", n_records);
  g_auto(GStrv) ours = NULL;
  g_auto(GStrv) floor = NULL;

  if (argc > 2 && g_str_equal (argv[1], "measure"))
    return measure (argv[2]);

  folder = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("tambour-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "list.tambour", NULL);
  build (path, n_records);
  ours = spawn (argv[0], "measure", path);
  floor = spawn (program, folder, number);
  g_unlink (path);
  g_rmdir (folder);

  if (g_strv_length (ours) != 6 || g_strv_length (floor) != 4)
    fail ("measure", NULL);

  printf ("list of %u: open, by a field\t%s\t%s\t250 ms\n", n_records, ours[0], floor[0]);
  printf ("list of %u: open, by row\t%s\t%s\t250 ms\n", n_records, ours[5], floor[0]);
  printf ("list of %u: open and first rows\t%s\t-\t250 ms\n", n_records, ours[1]);
  printf ("list of %u: random page of 128, median\t%s\t%s\t1.1 ms\n", n_records, ours[2], floor[1]);
  printf ("list of %u: random page of 128, 95th percentile\t%s\t%s\t-\n", n_records, ours[3], floor[2]);
  printf ("list of %u: %s MiB more memory, floor %s MiB, limit 40 MiB\n", n_records, ours[4], floor[3]);

  return EXIT_SUCCESS;
}
