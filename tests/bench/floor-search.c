/* floor-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* usage: floor-search FOLDER
 *
 * The plainest program that ranks matches fast: an FTS5 table over FOLDER/texts.tsv,
 * and of the newest 2,000 matches the 50 with the most weight. Runs
 * FOLDER/queries.tsv (sort, text) and prints the half and the 95th percentile of
 * each sort in milliseconds.
 */

#define MAX_QUERIES 1000
#define MAX_SORTS   16

static sqlite3 *db;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
run (const char *sql)
{
  char *error = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &error) != SQLITE_OK)
    {
      fprintf (stderr, "%s: %s\n", sql, error);
      exit (EXIT_FAILURE);
    }
}

static void
weigh (const Fts5ExtensionApi  *api,
       Fts5Context             *match,
       sqlite3_context         *context,
       int                      n_values,
       sqlite3_value          **values)
{
  static const double weights[] = { 10, 5, 1 };
  double score = 0;
  int n = 0;
  int length = 0;

  api->xInstCount (match, &n);
  for (int i = 0; i < n && i < 32; i++)
    {
      int phrase, column, offset;

      api->xInst (match, i, &phrase, &column, &offset);
      score += weights[column];
    }
  api->xColumnSize (match, -1, &length);
  sqlite3_result_double (context, -score / (1.2 * (0.25 + 0.75 * length / 65.0) + score));
}

static void
add_function (void)
{
  sqlite3_stmt *statement;
  fts5_api *api = NULL;

  sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL);
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  api->xCreateFunction (api, "weigh", NULL, weigh, NULL);
}

static void
load (const char *folder)
{
  char path[4096];
  char *line = NULL;
  size_t size = 0;
  sqlite3_stmt *statement;
  FILE *texts;

  run ("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;"
       "CREATE TABLE rec (id INTEGER PRIMARY KEY, title, account, body);"
       "CREATE VIRTUAL TABLE f USING fts5 (title, account, body, content='rec', content_rowid='id', prefix='1 2 3 4');"
       "INSERT INTO f (f, rank) VALUES ('hashsize', 67108864); BEGIN");
  snprintf (path, sizeof path, "%s/texts.tsv", folder);
  texts = fopen (path, "r");
  sqlite3_prepare_v2 (db, "INSERT INTO rec (title, account, body) VALUES (?, ?, ?)", -1, &statement, NULL);

  while (texts && getline (&line, &size, texts) > 0)
    {
      char *rest = line;

      for (int i = 1; i <= 3; i++)
        sqlite3_bind_text (statement, i, strsep (&rest, "\t\n"), -1, SQLITE_TRANSIENT);
      sqlite3_step (statement);
      sqlite3_reset (statement);
    }

  sqlite3_finalize (statement);
  run ("COMMIT; INSERT INTO f (f) VALUES ('rebuild')");
  free (line);
}

/* Every word quoted, the last a prefix. */
static void
make_match (char *match,
            char *query)
{
  char *word = strtok (query, " \n");

  *match = '\0';
  while (word)
    {
      char *next = strtok (NULL, " \n");

      sprintf (match + strlen (match), "\"%s\"%s ", word, next ? "" : "*");
      word = next;
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
search (const char *folder,
        int         show)
{
  static double times[MAX_SORTS][MAX_QUERIES];
  int n_times[MAX_SORTS] = { 0 };
  char path[4096];
  char match[4096];
  char *line = NULL;
  size_t size = 0;
  sqlite3_stmt *statement;
  FILE *queries;

  snprintf (path, sizeof path, "%s/queries.tsv", folder);
  queries = fopen (path, "r");
  sqlite3_prepare_v2 (db, "SELECT r.id, r.title, r.account FROM (SELECT rowid i, s FROM (SELECT rowid, weigh (f) s FROM f "
                          "WHERE f MATCH ?1 ORDER BY rowid DESC LIMIT 2000) ORDER BY s LIMIT 50) x JOIN rec r ON r.id = x.i ORDER BY s",
                      -1, &statement, NULL);

  while (queries && getline (&line, &size, queries) > 0)
    {
      int sort = atoi (line);
      double start;

      make_match (match, strchr (line, '\t') + 1);
      start = now ();
      sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
      sqlite3_reset (statement);
      times[sort][n_times[sort]++] = now () - start;
    }

  for (int sort = 0; show && sort < MAX_SORTS && n_times[sort] > 0; sort++)
    {
      qsort (times[sort], n_times[sort], sizeof (double), compare);
      printf ("%.2f\t%.2f\n", times[sort][n_times[sort] / 2], times[sort][(int) (n_times[sort] * 0.95)]);
    }

  sqlite3_finalize (statement);
  free (line);
}

int
main (int    argc,
      char **argv)
{
  char path[4096];

  if (argc < 2)
    return 2;

  snprintf (path, sizeof path, "%s/floor.db", argv[1]);
  sqlite3_open (path, &db);
  load (argv[1]);
  add_function ();
  run ("PRAGMA cache_size = -65536; PRAGMA mmap_size = 4294967296; PRAGMA temp_store = MEMORY");
  search (argv[1], 0);
  search (argv[1], 1);
  sqlite3_close (db);
  unlink (path);

  return EXIT_SUCCESS;
}
