/* tambour-test-sql.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-sql.h"

/**
 * tambour_test_sql:
 * @path: a portfolio
 * @sql: what is done to it
 *
 * Does what the program never would, as a disk that fails does: with the
 * command line of SQLite.
 */
void
tambour_test_sql (const char *path,
                  const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                                                   "sqlite3", "-bail", path, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (shell, sql, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (shell));
}

/**
 * tambour_test_ask_sql:
 * @path: a portfolio
 * @sql: a question
 *
 * Returns: (transfer full): what the command line of SQLite says
 */
char *
tambour_test_ask_sql (const char *path,
                      const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "sqlite3", "-bail", path, sql, NULL);
  char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (shell, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (shell));

  return said;
}

/**
 * tambour_test_hold:
 * @path: a portfolio
 *
 * Has another program keep the file for itself: nobody else may even read.
 *
 * Returns: (transfer full): the program, for tambour_test_release(); it holds the
 *   file by now
 */
GSubprocess *
tambour_test_hold (const char *path)
{
  static const char sql[] = ".timeout 10000\n"
                            "PRAGMA locking_mode = EXCLUSIVE;\n"
                            "BEGIN EXCLUSIVE;\n"
                            "SELECT 'held' WHERE (SELECT count(*) FROM cases) >= 0;\n"
                            ".system echo\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(GDataInputStream) said = NULL;
  g_autofree char *line = NULL;
  GSubprocess *holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "sqlite3", path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (holder), sql, strlen (sql), NULL, NULL, NULL));
  g_assert_true (g_output_stream_flush (g_subprocess_get_stdin_pipe (holder), NULL, NULL));

  said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  while (g_strcmp0 (line, "held") != 0)
    {
      g_free (line);
      line = g_data_input_stream_read_line (said, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
    }

  return holder;
}

/**
 * tambour_test_release:
 * @holder: (transfer full): what tambour_test_hold() gave
 *
 * Ends the program, and with it its hold on the file.
 */
void
tambour_test_release (GSubprocess *holder)
{
  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, NULL);
  g_object_unref (holder);
}
