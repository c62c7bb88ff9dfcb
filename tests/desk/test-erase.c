/* test-erase.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-erase.h"

static char *
add_file (const char *folder,
          const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "x", 1, &error);
  g_assert_no_error (error);

  return path;
}

/* What is only called alike is another portfolio. */
static void
test_nothing_of_it_is_left (void)
{
  static const char * const own[] = { "team.tambour", "team.tambour-wal", "team.tambour-shm", "team.tambour.version-1" };
  static const char * const others[] = { "team-2.tambour", "team 2026-11-20.tambour", "other.tambour" };
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tambour-erase-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, own[0], NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_free (add_file (folder, own[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_free (add_file (folder, others[i]));

  g_assert_true (tambour_erase_portfolio (path, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *gone = g_build_filename (folder, own[i], NULL);

      g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *stays = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_test (stays, G_FILE_TEST_EXISTS));
      g_unlink (stays);
    }
  g_rmdir (folder);
}

static void
test_what_is_not_there_is_erased_already (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tambour-erase-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "team.tambour", NULL);

  g_assert_true (tambour_erase_portfolio (path, &error));
  g_assert_no_error (error);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/erase/nothing-of-it-is-left", test_nothing_of_it_is_left);
  g_test_add_func ("/erase/what-is-not-there-is-erased-already", test_what_is_not_there_is_erased_already);

  return g_test_run ();
}
