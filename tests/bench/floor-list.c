/* floor-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* usage: floor-list FOLDER ROWS
 *
 * The plainest windowed list: the ids of a table in the order of a field as an
 * array, and 128 rows by their ids for a page. Prints the median of opening, the
 * half and the 95th percentile of a random page in milliseconds, and the memory
 * in MiB.
 */

#define N_OPENS   5
#define N_PAGES   1000
#define PAGE_SIZE 128

static sqlite3 *db;
static int32_t *ids;
static int      n_ids;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
peak_memory (void)
{
  char line[256];
  long kib = 0;
  FILE *status = fopen ("/proc/self/status", "r");

  while (status && fgets (line, sizeof line, status))
    if (strncmp (line, "VmHWM:", 6) == 0)
      kib = atol (line + 6);
  if (status)
    fclose (status);

  return kib / 1024.0;
}

/* From here on the peak is that of the list, not of what came before. */
static void
forget_peak (void)
{
  FILE *refs = fopen ("/proc/self/clear_refs", "w");

  if (refs)
    {
      fputs ("5", refs);
      fclose (refs);
    }
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
build (int n_rows)
{
  sqlite3_stmt *statement;

  sqlite3_exec (db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
                    "CREATE TABLE cases (id INTEGER PRIMARY KEY, subject, account, owner, status, updated)",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO cases VALUES (?1, 'Subject ' || ?1, 'Account ' || (?1 % 200), 'Owner ' || (?1 % 50), 'open', ?2)",
                      -1, &statement, NULL);
  for (int i = 0; i < n_rows; i++)
    {
      sqlite3_bind_int (statement, 1, i + 1);
      sqlite3_bind_int64 (statement, 2, 1400000000 + i * INT64_C (7919) % 300000000);
      sqlite3_step (statement);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_exec (db, "CREATE INDEX cases_updated ON cases (updated, id); COMMIT", NULL, NULL, NULL);
}

static void
open_list (int n_rows)
{
  sqlite3_stmt *statement;

  free (ids);
  ids = malloc (n_rows * sizeof *ids);
  n_ids = 0;
  sqlite3_prepare_v2 (db, "SELECT id FROM cases ORDER BY updated DESC, id DESC", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    ids[n_ids++] = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
}

static void
read_page (sqlite3_stmt *statement,
           int           first)
{
  char *texts[PAGE_SIZE][4];

  for (int i = 0; i < PAGE_SIZE; i++)
    {
      sqlite3_bind_int (statement, 1, ids[first + i]);
      sqlite3_step (statement);
      for (int j = 0; j < 4; j++)
        texts[i][j] = strdup ((const char *) sqlite3_column_text (statement, 1 + j));
      sqlite3_reset (statement);
    }

  for (int i = 0; i < PAGE_SIZE; i++)
    for (int j = 0; j < 4; j++)
      free (texts[i][j]);
}

int
main (int    argc,
      char **argv)
{
  char path[4096];
  double opens[N_OPENS];
  double pages[N_PAGES];
  double before;
  sqlite3_stmt *statement;
  int n_rows = argc > 2 ? atoi (argv[2]) : 0;

  if (n_rows < PAGE_SIZE)
    return 2;

  snprintf (path, sizeof path, "%s/floor.db", argv[1]);
  sqlite3_open (path, &db);
  build (n_rows);
  sqlite3_close (db);
  sqlite3_open (path, &db);
  forget_peak ();
  before = peak_memory ();

  for (int i = 0; i < N_OPENS; i++)
    {
      double start = now ();

      open_list (n_rows);
      opens[i] = now () - start;
    }

  sqlite3_prepare_v2 (db, "SELECT id, subject, account, owner, status, updated FROM cases WHERE id = ?", -1, &statement, NULL);
  srand (1);
  for (int i = 0; i < N_PAGES; i++)
    {
      double start = now ();

      read_page (statement, rand () % (n_ids / PAGE_SIZE) * PAGE_SIZE);
      pages[i] = now () - start;
    }
  sqlite3_finalize (statement);

  qsort (opens, N_OPENS, sizeof (double), compare);
  qsort (pages, N_PAGES, sizeof (double), compare);
  printf ("%.2f\t%.2f\t%.2f\t%.1f\n", opens[N_OPENS / 2], pages[N_PAGES / 2], pages[(int) (N_PAGES * 0.95)], peak_memory () - before);
  sqlite3_close (db);
  unlink (path);

  return EXIT_SUCCESS;
}
