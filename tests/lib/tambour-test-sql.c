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
