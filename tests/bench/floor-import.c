/* floor-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plainest program that keeps a CSV file in SQLite with a search index:
 * what an import cannot do better than. No history, no events, no encodings.
 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <sqlite3.h>

#define MAX_CELLS 64

typedef struct
{
  char *text[MAX_CELLS];
  int   length[MAX_CELLS];
  int   n;
} Row;

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    {
      fprintf (stderr, "%s\n", sqlite3_errmsg (db));
      exit (1);
    }
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    {
      fprintf (stderr, "%s\n", sqlite3_errmsg (db));
      exit (1);
    }

  return stmt;
}

static char *
read_quoted (char *p,
             char *end,
             Row  *row)
{
  char *out = p;

  row->text[row->n] = p;
  while (p < end)
    {
      if (*p == '"' && p + 1 < end && p[1] == '"')
        p++;
      else if (*p == '"')
        break;
      *out++ = *p++;
    }
  row->length[row->n] = out - row->text[row->n];
  row->n++;

  return p < end ? p + 1 : p;
}

static char *
read_plain (char *p,
            char *end,
            Row  *row)
{
  row->text[row->n] = p;
  while (p < end && *p != ',' && *p != '\n' && *p != '\r')
    p++;
  row->length[row->n] = p - row->text[row->n];
  row->n++;

  return p;
}

static char *
read_row (char *p,
          char *end,
          Row  *row)
{
  row->n = 0;
  while (p < end && row->n < MAX_CELLS)
    {
      p = *p == '"' ? read_quoted (p + 1, end, row) : read_plain (p, end, row);
      if (p >= end || *p != ',')
        break;
      p++;
    }
  while (p < end && (*p == '\r' || *p == '\n'))
    p++;

  return p;
}

static void
keep_row (sqlite3_stmt *insert,
          sqlite3_stmt *index,
          const Row    *row,
          int           n_columns,
          long          number)
{
  for (int i = 0; i < n_columns; i++)
    sqlite3_bind_text (insert, i + 1, i < row->n ? row->text[i] : NULL, i < row->n ? row->length[i] : 0, SQLITE_STATIC);
  sqlite3_step (insert);
  sqlite3_reset (insert);

  sqlite3_bind_int64 (index, 1, number);
  for (int i = 0; i < 3; i++)
    sqlite3_bind_text (index, i + 2, row->text[i], row->length[i], SQLITE_STATIC);
  sqlite3_step (index);
  sqlite3_reset (index);
}

static sqlite3_stmt *
create_table (sqlite3 *db,
              int      n_columns)
{
  char table[4096] = "CREATE TABLE c(c0 TEXT PRIMARY KEY";
  char insert[1024] = "INSERT OR REPLACE INTO c VALUES(?";

  for (int i = 1; i < n_columns; i++)
    {
      sprintf (table + strlen (table), ",c%d", i);
      strcat (insert, ",?");
    }
  strcat (table, ")");
  strcat (insert, ")");
  run (db, table);
  run (db, "CREATE VIRTUAL TABLE f USING fts5(a,b,d,content='',prefix='1 2 3 4')");

  return prepare (db, insert);
}

int
main (int    argc,
      char **argv)
{
  sqlite3 *db;
  sqlite3_stmt *insert, *index;
  struct stat status;
  Row row;
  int file, n_columns;
  long number = 0;
  char *p, *end;

  if (argc != 3 || sqlite3_open (argv[2], &db) != SQLITE_OK || (file = open (argv[1], O_RDONLY)) < 0)
    return 2;

  fstat (file, &status);
  p = mmap (NULL, status.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
  end = p + status.st_size;

  run (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
  p = read_row (p, end, &row);
  n_columns = row.n;
  insert = create_table (db, n_columns);
  index = prepare (db, "INSERT INTO f(rowid,a,b,d) VALUES(?,?,?,?)");

  run (db, "BEGIN");
  while (p < end)
    {
      p = read_row (p, end, &row);
      keep_row (insert, index, &row, n_columns, ++number);
    }
  run (db, "COMMIT");

  sqlite3_finalize (insert);
  sqlite3_finalize (index);

  return sqlite3_close (db) == SQLITE_OK ? 0 : 1;
}
