/* test-autostart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-autostart.h"

/* A desktop on a bus of the test's own: see meson.build. */
typedef struct
{
  GSubprocess      *portal;
  GDataInputStream *output;
} Fixture;

static char *
read_line (Fixture *fixture)
{
  return g_data_input_stream_read_line (fixture->output, NULL, NULL, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *program = g_test_get_filename (G_TEST_DIST, "background-portal.py", NULL);
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  if (user_data == NULL)
    return;

  fixture->portal = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", program, user_data, NULL);
  g_assert_no_error (error);
  fixture->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->portal));
  line = read_line (fixture);
  g_assert_cmpstr (line, ==, "ready");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->portal == NULL)
    return;

  g_subprocess_force_exit (fixture->portal);
  g_subprocess_wait (fixture->portal, NULL, NULL);
  g_clear_object (&fixture->output);
  g_clear_object (&fixture->portal);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
set (gboolean       wanted,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  tambour_autostart_set_async (wanted, cancellable, set_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tambour_autostart_set_finish (result, error);
}

static gboolean
has_file (void)
{
  g_autofree char *path = tambour_autostart_dup_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *path = tambour_autostart_dup_path ();
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *command = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (set (TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error));
  g_assert_no_error (error);
  command = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL);
  g_assert_cmpstr (command, ==, "tambour --background");

  g_assert_true (set (FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (has_file ());
  g_assert_true (set (FALSE, NULL, &error));
}

static void
test_granted (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *on = NULL;
  g_autofree char *off = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (set (TRUE, NULL, &error));
  g_assert_no_error (error);
  on = read_line (fixture);
  g_assert_cmpstr (on, ==, "True tambour --background");
  g_assert_false (has_file ());

  g_assert_true (set (FALSE, NULL, &error));
  g_assert_no_error (error);
  off = read_line (fixture);
  g_assert_cmpstr (off, ==, "False tambour --background");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (set (TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_false (has_file ());
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_timeout_add (100, cancel_cb, cancellable);
  g_assert_false (set (TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (has_file ());
}

#define ADD(path, words, func) g_test_add ("/autostart/" path, Fixture, words, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("without-a-portal-a-file-starts-it", NULL, test_file);
  ADD ("the-portal-is-asked", "--grant", test_granted);
  ADD ("who-says-no-is-heard", "--refuse", test_refused);
  ADD ("nobody-has-to-wait-for-an-answer", "--quiet", test_cancelled);

  return g_test_run ();
}
