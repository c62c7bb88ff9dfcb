/* tambour-test-node.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-node.h"

static char *
dup_script (const char *name)
{
  return g_build_filename (g_getenv ("TAMBOUR_SOURCE_DIR"), "tests", "servers", name, NULL);
}

/**
 * tambour_test_node_start:
 * @script: the name of a program in tests/servers
 * @...: its words, then %NULL
 *
 * Starts it with node, where it finds the packages of tests/servers.
 *
 * Returns: (transfer full): the program, whose input and output are pipes
 */
GSubprocess *
tambour_test_node_start (const char *script,
                         ...)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autofree char *program = dup_script (script);
  g_autofree char *modules = NULL;
  g_autoptr(GError) error = NULL;
  GSubprocess *process;
  va_list rest;

  g_file_get_contents (g_getenv ("TAMBOUR_TEST_MODULES"), &modules, NULL, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "NODE_PATH", modules, TRUE);

  g_ptr_array_add (words, (char *) "node");
  g_ptr_array_add (words, program);
  va_start (rest, script);
  do
    g_ptr_array_add (words, va_arg (rest, char *));
  while (g_ptr_array_index (words, words->len - 1) != NULL);
  va_end (rest);

  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) words->pdata, &error);
  g_assert_no_error (error);

  return process;
}

/**
 * tambour_test_node_run:
 * @script: the name of a program in tests/servers
 * @input: what it reads
 *
 * Runs it to its end, which must be a good one.
 *
 * Returns: (transfer full): the lines that it wrote
 */
GStrv
tambour_test_node_run (const char *script,
                       const char *input)
{
  g_autoptr(GSubprocess) process = tambour_test_node_start (script, NULL);
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;

  g_subprocess_communicate_utf8 (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_strsplit (g_strchomp (output), "\n", -1);
}
